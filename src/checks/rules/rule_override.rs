//! An `override` or `append` that does not fit what stands beside it.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// An `override` or `append` that does not fit what stands beside it.
pub const CODE: Code = Code {
    name: "rule-override",
    severity: Severity::Error,
    page: include_str!("rule_override.md"),
};

const FALCO: &str = "LOAD_ERR_YAML_VALIDATE";

/// A key that cannot be changed in this way.
#[must_use]
pub fn not_so(
    at: Span,
    key: &str,
    way: &str,
    can_replace: bool,
    similar: Option<&str>,
) -> Diagnostic {
    let said = Diagnostic::new(&CODE, format!("`{key}` cannot be changed by `{way}`"))
        .at(at)
        .falco(FALCO);
    if can_replace {
        said.help(format!("write `{key}: replace`"))
    } else if let Some(similar) = similar {
        said.help(format!("did you mean `{similar}`?"))
    } else {
        said.help("take it out, and define the item anew with all its keys")
    }
}

/// How a key can be changed (Falco 0.44, `rule_loader_reader.cpp`).
fn ways(key: &str) -> &'static str {
    const APPENDABLE: [&str; 6] = ["condition", "output", "desc", "tags", "exceptions", "items"];
    if APPENDABLE.contains(&key) {
        "append` or `replace"
    } else {
        "replace"
    }
}

/// A way of changing that is none.
#[must_use]
pub fn no_way(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{key}` is changed in a way that Falco does not know"),
    )
    .at(at)
    .falco(FALCO)
    .help("write `append` or `replace`")
}

/// `append: true` beside `override`.
#[must_use]
pub fn with_append(at: Span, other: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "`append` and `override` cannot stand together")
        .at(at)
        .related(other, "`override` stands here")
        .falco(FALCO)
        .help("take `append` out: `override` with `condition: append` does what it did")
}

/// A key that `override` names and the item does not have.
#[must_use]
pub fn without_value(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`override` names `{key}`, and the item does not have it"),
    )
    .at(at)
    .falco(FALCO)
    .help(format!(
        "add `{key}` to the item, or take it out of `override`"
    ))
}

/// A key that is to be appended to at `other`, and replaced as well.
#[must_use]
pub fn both_ways(at: Span, other: Span, key: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{key}` is both appended to and replaced"))
        .at(at)
        .related(other, "appended to here")
        .falco(FALCO)
        .help("take one of both out")
}

/// A key that the item has and `override` does not name.
#[must_use]
pub fn not_named(at: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("the item changes `{key}`, and its `override` does not name it"),
    )
    .at(at)
    .falco(FALCO)
    .help(format!("add `{key}: {}` to `override`", ways(key)))
}
