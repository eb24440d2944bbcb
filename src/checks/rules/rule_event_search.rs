//! A comparison of `evt.type` with which Falco cannot find the events of a rule.

use crate::condition::SearchFault;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A comparison of `evt.type` with which Falco cannot find the events of a rule.
pub const CODE: Code = Code {
    name: "rule-event-search",
    severity: Severity::Error,
    page: include_str!("rule_event_search.md"),
};

/// A comparison of the type of events that Falco cannot follow.
#[must_use]
pub fn refused(at: Span, fault: SearchFault) -> Diagnostic {
    let message = match fault {
        SearchFault::Transformer => "the type of an event stands in a transformer",
        SearchFault::RightSide => "the type of an event is compared with a field",
    };
    Diagnostic::new(&CODE, message)
        .at(at)
        .label("Falco cannot tell for which events the rule is")
        .help("compare `evt.type` with the names of events")
}
