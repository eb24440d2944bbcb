//! An order in which each macro stands behind those that it uses.

use std::collections::BTreeSet;

use foldhash::HashMap;

/// The order, and the uses that lead back to where they come from.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// The macros, by their positions.
    pub macros: Vec<usize>,
    /// The uses that close a ring: a macro, and which of its uses it is.
    pub rings: Vec<(usize, usize)>,
}

/// How far the search has come with a macro that is not done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
}

/// The order of these macros; others have theirs, and stand before them. `nth_use` tells what a macro uses: a macro, or what
/// is none; nothing behind its last use. A chain of macros may be as long as the files are, so that there is no recursion.
pub(super) fn order(
    macros: &BTreeSet<usize>,
    nth_use: impl Fn(usize, usize) -> Option<Option<usize>>,
) -> Order {
    let mut found = Order::default();
    let mut states: HashMap<usize, State> = macros.iter().map(|at| (*at, State::New)).collect();
    for root in macros {
        let Some(state) = states.get_mut(root) else {
            continue;
        };
        *state = State::Open;
        let mut path = vec![(*root, 0)];
        while let Some((at, next)) = path.last_mut() {
            let Some(target) = nth_use(*at, *next) else {
                states.remove(at);
                found.macros.push(*at);
                path.pop();
                continue;
            };
            let step = (*at, *next);
            *next += 1;
            let Some(target) = target else { continue };
            match states.get_mut(&target) {
                Some(state @ State::New) => {
                    *state = State::Open;
                    path.push((target, 0));
                }
                Some(State::Open) => found.rings.push(step),
                None => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(uses: &[&[usize]]) -> Order {
        order(&(0..uses.len()).collect(), nth_of(uses))
    }

    fn nth_of(uses: &[&[usize]]) -> impl Fn(usize, usize) -> Option<Option<usize>> {
        |at, index| uses[at].get(index).map(|used| Some(*used))
    }

    #[test]
    fn a_macro_stands_behind_those_that_it_uses() {
        assert_eq!(of(&[&[2, 1], &[2], &[]]).macros, [2, 1, 0]);
    }

    #[test]
    fn what_stands_before_is_left_out() {
        let uses: &[&[usize]] = &[&[], &[2, 0], &[0]];
        assert_eq!(order(&[1, 2].into(), nth_of(uses)).macros, [2, 1]);
    }

    #[test]
    fn a_use_that_leads_back_is_told() {
        let found = of(&[&[1], &[2], &[1, 0]]);
        assert_eq!(found.rings, [(2, 0), (2, 1)]);
        assert_eq!(found.macros, [2, 1, 0]);
    }

    #[test]
    fn a_long_chain_needs_no_recursion() {
        let count = 200_000;
        let found = order(&(0..count).collect(), |at, index| {
            (at + 1 < count && index == 0).then_some(Some(at + 1))
        });
        assert_eq!(found.macros.len(), count);
    }
}
