//! Sets of events.

use super::table;

/// How many events Falco numbers (libs 0.25, `PPM_EVENT_MAX` in `driver/ppm_events_public.h`).
const EVENTS: u32 = 454;

const WORDS: usize = 8;

const MAX: u64 = u64::MAX;

/// The events beyond the words that are full.
const REST: u64 = (1 << (EVENTS % 64)) - 1;

/// The number of the event that plugins send aside (libs, `PPME_ASYNCEVENT_E`).
const ASYNCHRONOUS: u32 = 402;

/// A set of events, by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventSet([u64; WORDS]);

impl EventSet {
    /// No event.
    pub const NONE: Self = Self([0; WORDS]);

    /// All events.
    pub const ALL: Self = Self([MAX, MAX, MAX, MAX, MAX, MAX, MAX, REST]);

    /// The events of a name (libs, `names_to_event_set` in `userspace/libsinsp/events/sinsp_events.cpp`). Names of
    /// syscalls that have no events of their own stand for the general events; unknown names for none. Names among
    /// `asynchronous` stand for the event that plugins send aside, too.
    #[must_use]
    pub fn of_name(name: &str, asynchronous: &[&str]) -> Self {
        let start = if asynchronous.contains(&name) {
            Self::NONE.with(ASYNCHRONOUS)
        } else {
            Self::NONE
        };
        match table::numbers(name) {
            Some([]) if start == Self::NONE => start.with(0).with(1),
            // The two events `syscall` are only found by the names of syscalls.
            Some(numbers) if numbers.first() != Some(&0) => numbers
                .iter()
                .fold(start, |set, number| set.with(u32::from(*number))),
            _ => start,
        }
    }

    fn with(mut self, event: u32) -> Self {
        if let Some(word) = self.0.get_mut(event as usize / 64) {
            *word |= 1 << (event % 64);
        }
        self
    }

    fn zip(self, other: Self, combine: impl Fn(u64, u64) -> u64) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = combine(*word, other);
        }
        Self(words)
    }

    /// The events in one of the sets.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        self.zip(other, |one, two| one | two)
    }

    /// The events in both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        self.zip(other, |one, two| one & two)
    }

    /// The events that are not in it.
    #[must_use]
    pub fn complement(self) -> Self {
        Self::ALL.zip(self, |all, these| all & !these)
    }

    /// How many events are in it.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The names of its events, in the order of Falco's table, without the general ones.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        table::types().filter_map(move |(name, numbers)| {
            let mut events = numbers.iter().filter(|number| **number > 1);
            let found = events.any(|number| self.contains(u32::from(*number)));
            found.then_some(name)
        })
    }

    fn contains(self, event: u32) -> bool {
        let word = self.0.get(event as usize / 64);
        word.is_some_and(|word| word >> (event % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::EventSet;

    #[test]
    fn a_name_stands_for_its_events() {
        let open = EventSet::of_name("open", &[]);
        assert_eq!(open.names().collect::<Vec<_>>(), ["open"]);
        assert_eq!(open.count(), 2);
        assert_eq!(EventSet::of_name("nothing", &[]), EventSet::NONE);
        assert_eq!(EventSet::of_name("syscall", &[]), EventSet::NONE);
    }

    #[test]
    fn syscalls_without_events_of_their_own_are_general_ones() {
        let general = EventSet::of_name("acct", &[]);
        assert_eq!(general.count(), 2);
        assert_eq!(general, EventSet::of_name("swapon", &[]));
    }

    #[test]
    fn the_complement_and_the_set_are_all_events() {
        let open = EventSet::of_name("open", &[]);
        assert_eq!(open.union(open.complement()), EventSet::ALL);
        assert_eq!(open.intersection(open.complement()), EventSet::NONE);
        assert_eq!(EventSet::ALL.count(), 454);
    }
}
