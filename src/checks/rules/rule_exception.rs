//! An exception whose fields, comparisons and values do not fit each other.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An exception whose fields, comparisons and values do not fit each other.
pub const CODE: Code = Code {
    name: "rule-exception",
    severity: Severity::Error,
    page: include_str!("rule_exception.md"),
};

const FALCO: &str = "LOAD_ERR_VALIDATE";

/// Something that Falco refuses in an exception.
fn refused(at: Span, message: String) -> Diagnostic {
    Diagnostic::new(&CODE, message).at(at).falco(FALCO)
}

/// An exception without fields.
#[must_use]
pub fn without_fields(at: Span, name: &str) -> Diagnostic {
    refused(at, format!("the exception `{name}` has no `fields`"))
        .help("name the fields that the values are compared with")
}

/// A new exception without values, in what is appended to a rule.
#[must_use]
pub fn without_values(at: Span, name: &str) -> Diagnostic {
    refused(
        at,
        format!("the rule has no exception `{name}` yet, and this one has no `values`"),
    )
    .help("give the new exception values, or write the name of one that the rule has")
}

/// Fields or comparisons that are appended to an exception.
#[must_use]
pub fn fixed(at: Span, name: &str, key: &str, first: Option<Span>) -> Diagnostic {
    let message =
        format!("the `{key}` of the exception `{name}` cannot be changed, only its values");
    refused(at, message)
        .related(first, "defined here")
        .help(format!("take `{key}` out"))
}

/// As many comparisons as fields are needed.
#[must_use]
pub fn other_length(at: Span, name: &str, fields: usize, comparisons: usize) -> Diagnostic {
    let message = format!("the exception `{name}` has {fields} `fields` and {comparisons} `comps`");
    refused(at, message).help("write one comparison for each field, in the same order")
}

/// A comparison that is none, or none with a list of values where there is a single field.
#[must_use]
pub fn no_comparison(at: Span, name: &str, of_one_field: bool) -> Diagnostic {
    let (message, help) = if of_one_field {
        (
            format!(
                "the exception `{name}` has a single field, and this does not compare it with a list"
            ),
            "use `in`, `pmatch`, `intersects`, or an operator on texts with `oneof`, `anyof` or `allof`",
        )
    } else {
        (
            format!("the exception `{name}` has a comparison that Falco does not know"),
            "use an operator of conditions, such as `=`, `in`, `startswith` or `pmatch`",
        )
    };
    refused(at, message).help(help)
}

/// A list of comparisons for a single field.
#[must_use]
pub fn not_both_single(at: Span, name: &str) -> Diagnostic {
    let message = format!("the exception `{name}` has a single field, and its `comps` are a list");
    refused(at, message).help("write both as single texts, or both as lists")
}

/// A value that does not have one part for each field.
#[must_use]
pub fn other_width(at: Span, name: &str, fields: usize, values: usize) -> Diagnostic {
    let parts = if values == 1 { "part" } else { "parts" };
    let message =
        format!("the exception `{name}` has {fields} fields, and this value has {values} {parts}");
    refused(at, message)
        .help("each value is a list with one part for each field: `- [nginx, /etc/passwd]`")
}

/// A list where a single field has single values.
#[must_use]
pub fn list_for_one_field(at: Span, name: &str) -> Diagnostic {
    let message = format!("the exception `{name}` has a single field, and this value is a list");
    refused(at, message).help("write the values as plain texts: `- nginx`")
}

/// A field that Falco does not know.
#[must_use]
pub fn unknown_field(at: Span, name: &str, help: Option<String>) -> Diagnostic {
    let message = format!("the exception `{name}` compares a field that Falco does not know");
    let said = refused(at, message);
    match help {
        Some(help) => said.help(help),
        None => said,
    }
}

/// An exception without comparisons, in what replaces the exceptions of a rule.
#[must_use]
pub fn without_comparisons(at: Span, name: &str) -> Diagnostic {
    let message = format!("the exception `{name}` has no `comps`, and replaces others");
    refused(at, message)
        .help("add `comps`: Falco does not fill them in where exceptions are replaced")
}
