//! Names that the files do not define, where not all that is loaded before is given: one word on all of them, since they
//! have one reason.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use super::load::Loaded;
use super::maintained;
use crate::checks::rules::{rule_no_such_item, rule_not_given, rule_undefined_macro};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Item, Severity};
use crate::source::Span;

/// Reports what is taken from the rules that Falco maintains.
pub fn not_given(loaded: &Loaded, diagnostics: &mut Diagnostics) {
    let changed = loaded.set.not_given.iter();
    let mut used: Vec<(&Item, Span)> = changed
        .chain(&loaded.compiled.not_given)
        .map(|(item, place)| (item, *place))
        .collect();
    used.sort_by_key(|(_, place)| *place);
    if let Some((_, first)) = used.first() {
        let names: IndexSet<&str> = used.iter().map(|(item, _)| &*item.name).collect();
        let files = used.iter().filter_map(|(item, _)| maintained::file(item));
        let files: BTreeSet<&str> = files.collect();
        diagnostics.push(rule_not_given::not_given(*first, &names, &files));
    }
}

/// Joins the warnings of undefined names: those of macros into one, those of items that are to be changed into another.
pub fn join(diagnostics: &mut Diagnostics) {
    let macros: fn(usize) -> String = |count| {
        format!("{count} macros are defined neither here nor in what is known to be loaded before")
    };
    let changed: fn(usize) -> String = |count| {
        format!(
            "{count} items change others that are defined neither here nor in what is known to be loaded before"
        )
    };
    join_code(&rule_undefined_macro::CODE, macros, diagnostics);
    join_code(&rule_no_such_item::CODE, changed, diagnostics);
}

fn join_code(code: &Code, message: fn(usize) -> String, diagnostics: &mut Diagnostics) {
    let is_one = |said: &Diagnostic| said.code == code && said.severity == Severity::Warning;
    let mut found = diagnostics.take(is_one);
    let count = found.len();
    if count > 1 {
        let first = found.remove(0);
        let others = found.into_iter().filter_map(|other| {
            let message = other.message;
            other.primary.map(|label| (label.span, message))
        });
        let mut joined = Diagnostic {
            message: message(count),
            ..first.clone()
        }
        .label(first.message)
        .help("define them, let Falco load the files that do, or name by `--after` what is loaded before");
        for (span, message) in others {
            joined = joined.related(span, message);
        }
        diagnostics.push(joined);
    } else {
        diagnostics.extend(found);
    }
}
