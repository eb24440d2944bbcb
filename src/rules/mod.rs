//! Rules as Falco loads them: what it would say of rules files, and what it would not say though a colleague would.
//!
//! 1. [`yaml`] reads the text of a file as Falco's own reader of YAML does, each node with its place.
//! 2. [`read`](mod@read) makes items of the tree: lists, macros, rules, and changes of them.
//! 3. [`set`] takes them in, file by file: what is defined, appended, replaced.
//! 4. [`compile`] puts exceptions, lists and macros into conditions, and holds them against fields, types and events.
//!
//! [`load()`] is all of this. A text that is put together from several places ([`text`]) knows them all, so that what is wrong
//! in a list that an exception names is shown where the list has it.

pub mod advice;
pub mod broken;
pub mod compile;
pub mod convert;
pub mod custom;
pub mod divide;
pub mod environment;
pub mod exception;
pub mod files;
pub mod folders;
pub mod fragment;
pub mod in_values;
pub mod item;
pub mod listing;
pub mod lists;
pub mod load;
pub mod locator;
pub mod maintained;
pub mod mitre;
pub mod read;
pub mod required;
pub mod rules_d;
pub mod set;
mod set_rule;
pub mod sizes;
pub mod text;
#[cfg(test)]
pub mod trial;
mod unknown;
pub mod unused;
pub mod written;
pub mod yaml;

pub use custom::RulesCheck;
pub use environment::{Environment, Plugin};
pub use load::{Loaded, RulesFile, load};

use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// Loads rules files in their order, and lets the checks of our own look at what they make. What is wrong goes into
/// `diagnostics`.
pub fn check(
    files: &[RulesFile],
    environment: &Environment,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Loaded {
    let loaded = load(files, environment, sources, diagnostics);
    advice::give(&loaded, environment, sources, diagnostics);
    loaded
}
