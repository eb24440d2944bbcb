//! A condition that is looked at for most types of events.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;

/// A condition that is looked at for most types of events.
pub const CODE: Code = Code {
    name: "rule-no-event-type",
    severity: Severity::Warning,
    page: include_str!("rule_no_event_type.md"),
};

/// A condition that events of `count` of all types can meet.
#[must_use]
pub fn too_many(at: Span) -> Diagnostic {
    Diagnostic::new(&CODE, "the condition names no types of events, or excludes only some")
        .at(at)
        .label("Falco evaluates it for nearly every event")
        .falco("LOAD_NO_EVTTYPE")
        .help("begin the condition with the events that it is about, such as `evt.type in (open, openat, openat2) and`; or set `warn_evttypes: false` if it is meant so")
}
