//! The part of a condition that exceptions make (Falco 0.44, `rule_loader_compiler.cpp`).

use super::{comparison_of, needs_quotes, takes_list};
use crate::checks::rules::rule_exception;
use crate::diagnostic::Diagnostic;
use crate::rules::item::{Entry, Exception};
use crate::rules::text::Text;

/// The condition with the exceptions behind it, each as `and not (…)`.
///
/// # Errors
/// The first value that does not fit the fields of its exception.
pub fn with_exceptions(
    condition: &Text,
    exceptions: &[Exception],
) -> Result<Text, Box<Diagnostic>> {
    let mut whole = Text::default();
    let around = condition.start().unwrap_or(exceptions[0].at);
    whole.push("(", around);
    whole.push_text(condition);
    whole.push(")", around);
    for exception in exceptions {
        if exception.values.is_empty() {
            continue;
        }
        whole.push(" and not ", exception.at);
        if exception.fields.is_list() {
            alternatives(&mut whole, exception)?;
        } else {
            one_of(&mut whole, exception)?;
        }
    }
    Ok(whole)
}

/// `(field in (value, value))`.
fn one_of(whole: &mut Text, exception: &Exception) -> Result<(), Box<Diagnostic>> {
    let comparison = comparison_of(&exception.comparisons);
    whole.push("(", exception.at);
    push_entry(whole, &exception.fields);
    whole.push(&format!(" {comparison} ("), exception.comparisons.span());
    for (at, value) in exception.values.iter().enumerate() {
        if value.is_list() {
            return Err(Box::new(rule_exception::list_for_one_field(
                value.span(),
                &exception.name,
            )));
        }
        if at > 0 {
            whole.push(", ", value.span());
        }
        push_quoted(whole, value);
    }
    whole.push("))", exception.at);
    Ok(())
}

/// `((field = value and field = value) or (…))`.
fn alternatives(whole: &mut Text, exception: &Exception) -> Result<(), Box<Diagnostic>> {
    let fields = exception.fields.items();
    whole.push("(", exception.at);
    for (at, value) in exception.values.iter().enumerate() {
        let parts = value.items();
        if fields.len() != parts.len() {
            let (wanted, found) = (fields.len(), parts.len());
            return Err(Box::new(rule_exception::other_width(
                value.span(),
                &exception.name,
                wanted,
                found,
            )));
        }
        whole.push(if at > 0 { " or (" } else { "(" }, value.span());
        let comparisons = exception.comparisons.items();
        for (index, ((field, part), comparison)) in
            fields.iter().zip(parts).zip(comparisons).enumerate()
        {
            if index > 0 {
                whole.push(" and ", part.span());
            }
            comparison_with(whole, field, comparison_of(comparison), part);
        }
        whole.push(")", value.span());
    }
    whole.push(")", exception.at);
    Ok(())
}

/// `field = value`.
fn comparison_with(whole: &mut Text, field: &Entry, comparison: &str, part: &Entry) {
    whole.push(" ", part.span());
    push_entry(whole, field);
    whole.push(&format!(" {comparison} "), part.span());
    if part.is_list() {
        whole.push("(", part.span());
        for (at, item) in part.items().iter().enumerate() {
            if at > 0 {
                whole.push(", ", item.span());
            }
            push_quoted(whole, item);
        }
        whole.push(")", part.span());
    } else if takes_list(comparison) && !part.text().starts_with('(') {
        whole.push("(", part.span());
        push_entry(whole, part);
        whole.push(")", part.span());
    } else if takes_list(comparison) {
        push_entry(whole, part);
    } else {
        push_quoted(whole, part);
    }
}

/// Adds the text of an entry as it is.
fn push_entry(whole: &mut Text, entry: &Entry) {
    if let Entry::Text(word) = entry {
        whole.push_written(&word.text, word.at);
    }
}

/// Adds the text of an entry, in quotes if it has a blank and none.
fn push_quoted(whole: &mut Text, entry: &Entry) {
    let is_bare = needs_quotes(entry.text());
    if is_bare {
        whole.push("\"", entry.span());
    }
    push_entry(whole, entry);
    if is_bare {
        whole.push("\"", entry.span());
    }
}
