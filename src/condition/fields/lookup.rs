//! Which field a name means. Falco asks its groups of fields one after the other; the first that has a field with which
//! the text begins decides, and the longest such field of the group is taken (libs 0.25, `new_filter_check_from_fldname`
//! in `userspace/libsinsp/filter_check_list.cpp`).

use super::super::types::ValueType;
use super::argument::Taken;
use super::{Argument, Fields, KnownField};

/// For what a field is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The source of the events.
    pub source: &'a str,
    /// The minor version of Falco's engine.
    pub engine: u32,
}

/// A field that was found.
#[derive(Clone, Copy, Debug)]
pub struct FoundField<'a> {
    /// The field.
    pub field: &'a KnownField,
    /// The type of its values, which its argument may decide.
    pub value_type: ValueType,
}

/// Why a field was not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub fault: FieldFault,
    /// Whether Falco calls the field nonexistent, so that `skip-if-unknown-filter` lets the rule pass.
    pub nonexistent: bool,
}

/// What is wrong with a field as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// There is no such field.
    Unknown,
    /// There is one, but for events of another source.
    OtherSource(Box<str>),
    /// There is one, since this minor version of the engine.
    Later(u32),
    /// It needs an argument in brackets.
    NoArgument,
    /// It takes no argument.
    NeedlessArgument,
    /// Its argument must be a number.
    NotANumber,
    /// Its argument must be an index without zeros before it.
    NotAnIndex,
    /// Its argument must not have blanks or closing brackets.
    BadCharacter,
    /// It needs the name of a parameter of events: `evt.arg.name`.
    NoParameter,
    /// No event has such a parameter.
    UnknownParameter,
    /// It needs the name of an event: `evt.type.is.open`.
    NoEventType,
    /// It needs the name of a subsystem: `thread.cgroup.cpu`.
    NoSubsystem,
    /// Falco keeps names that begin so for itself.
    Reserved,
}

/// With this begin no names: Falco refuses them where processes have fields.
pub(super) const RESERVED: &str = "arg";

const PROCESS_GROUP: &str = "process";

impl Fields {
    /// The field that `name` means, with what stands in brackets behind it.
    ///
    /// # Errors
    /// Why there is none.
    pub fn lookup(
        &self,
        name: &str,
        argument: Option<&[u8]>,
        place: Place<'_>,
    ) -> Result<FoundField<'_>, Refusal> {
        match self.exact(name, place) {
            Some(field) if !field.shadowed => self.lookup_exact(field, name, argument, place),
            _ => self.lookup_prefixes(name, argument, place),
        }
    }

    /// Whether `text` as a whole is a field with its argument, as Falco looks at values that may be meant as fields.
    #[must_use]
    pub fn is_field(&self, text: &str, place: Place<'_>) -> bool {
        let head = text.split('.').next().unwrap_or_default();
        if head.len() == text.len() || !self.heads.contains(head) {
            return false;
        }
        let (name, argument) = match text.split_once('[') {
            None => (text, None),
            Some((name, rest)) => match rest.strip_suffix(']') {
                Some(argument) => (name, Some(argument.as_bytes())),
                None => return false,
            },
        };
        self.lookup(name, argument, place).is_ok()
    }

    /// Whether a field has a value for events of the place.
    pub(super) fn is_visible(&self, field: &KnownField, place: Place<'_>) -> bool {
        field.since <= place.engine
            && self
                .group(field)
                .is_some_and(|group| group.has_source(place.source))
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &KnownField> {
        let places = self.by_name.get(name).into_iter().flatten();
        places.filter_map(|place| self.at(*place))
    }

    fn exact(&self, name: &str, place: Place<'_>) -> Option<&KnownField> {
        self.named(name).find(|field| self.is_visible(field, place))
    }

    fn lookup_exact<'a>(
        &'a self,
        field: &'a KnownField,
        name: &str,
        argument: Option<&[u8]>,
        place: Place<'_>,
    ) -> Result<FoundField<'a>, Refusal> {
        match self.take(field, name, argument, place) {
            Taken::Found(value_type) => Ok(FoundField { field, value_type }),
            Taken::Refused(refusal) => Err(refusal),
            Taken::Next => Err(self.unknown(name, place)),
        }
    }

    fn lookup_prefixes(
        &self,
        name: &str,
        argument: Option<&[u8]>,
        place: Place<'_>,
    ) -> Result<FoundField<'_>, Refusal> {
        for field in self.candidates(name, place) {
            if self.is_reserved(name, field.group, place) {
                return Err(reserved());
            }
            match self.take(field, name, argument, place) {
                Taken::Found(value_type) => return Ok(FoundField { field, value_type }),
                Taken::Refused(refusal) => return Err(refusal),
                Taken::Next => {}
            }
        }
        if self.is_reserved(name, usize::MAX, place) {
            return Err(reserved());
        }
        Err(self.unknown(name, place))
    }

    /// The longest field of each group with which `name` begins, in the order of the groups.
    fn candidates(&self, name: &str, place: Place<'_>) -> Vec<&KnownField> {
        let mut found: Vec<&KnownField> = Vec::new();
        for end in (1..=name.len().min(self.longest_name)).rev() {
            let Some(prefix) = name.get(..end) else {
                continue;
            };
            for field in self.named(prefix) {
                let seen = found.iter().any(|other| other.group == field.group);
                if !seen && self.is_visible(field, place) {
                    found.push(field);
                }
            }
        }
        found.sort_by_key(|field| field.group);
        found
    }

    /// Whether the group of processes, if it comes before the given one, refuses the name.
    fn is_reserved(&self, name: &str, before: usize, place: Place<'_>) -> bool {
        let mut groups = self.groups.iter().take(before);
        name.starts_with(RESERVED)
            && groups.any(|group| *group.name == *PROCESS_GROUP && group.has_source(place.source))
    }

    /// What to say of a name that no field has.
    pub(super) fn unknown(&self, name: &str, place: Place<'_>) -> Refusal {
        let fault = match self.named(name).next() {
            Some(field) if field.since > place.engine => FieldFault::Later(field.since),
            Some(_) if self.exact(name, place).is_some() => FieldFault::NeedlessArgument,
            Some(field) => self.of_other_source(field),
            None => FieldFault::Unknown,
        };
        Refusal {
            fault,
            nonexistent: true,
        }
    }

    fn of_other_source(&self, field: &KnownField) -> FieldFault {
        let sources = self.group(field).map(|group| &group.sources);
        match sources.and_then(|sources| sources.first()) {
            Some(source) => FieldFault::OtherSource(source.clone()),
            None => FieldFault::Unknown,
        }
    }

    fn take(
        &self,
        field: &KnownField,
        name: &str,
        argument: Option<&[u8]>,
        place: Place<'_>,
    ) -> Taken {
        let plugin = self.group(field).is_some_and(|group| group.plugin);
        let taken = if plugin && !is_built_in(field.argument) {
            super::argument::take_of_plugin(field, name, argument)
        } else {
            super::argument::take(field, name, argument, place.engine)
        };
        match taken {
            // Only here is known what there is instead.
            Taken::Refused(refusal) if refusal.fault == FieldFault::Unknown => {
                Taken::Refused(Refusal {
                    nonexistent: refusal.nonexistent,
                    ..self.unknown(name, place)
                })
            }
            taken => taken,
        }
    }
}

fn is_built_in(argument: Argument) -> bool {
    !matches!(argument, Argument::None | Argument::Plugin { .. })
}

fn reserved() -> Refusal {
    Refusal {
        fault: FieldFault::Reserved,
        nonexistent: false,
    }
}
