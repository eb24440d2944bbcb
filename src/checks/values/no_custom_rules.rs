//! Values without rules files, where these are asked for.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::yaml::Node;

/// Values without rules files, where these are asked for.
pub const CODE: Code = Code {
    name: "no-custom-rules",
    severity: Severity::Error,
    page: include_str!("no_custom_rules.md"),
};

/// The values have no files in `customRules`. A chart that has Falco's chart as a subchart has them below its name.
#[must_use]
pub fn missing(values: &Node) -> Diagnostic {
    let below = values.at(&["falco"]).and_then(Node::as_map);
    let below = below.and_then(|section| section.get("customRules"));
    let own = values.as_map().and_then(|values| values.get("customRules"));
    let diagnostic = Diagnostic::new(&CODE, "the values have no rules files in `customRules`")
        .at(below.or(own).and_then(|entry| entry.key.span()));
    if below.is_some() {
        diagnostic.help(
            "there are some below `falco`: of values for a chart that has Falco's as a subchart, give that section alone",
        )
    } else {
        diagnostic.help("`customRules` is a map at the top: names of files, and their texts")
    }
}
