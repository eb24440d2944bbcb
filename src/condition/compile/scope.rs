//! For which Falco a condition is.

use super::super::events::CONTAINER_EVENTS;
use super::super::fields::{Fields, Place};

/// What a condition can refer to.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// The fields that there are.
    pub fields: &'a Fields,
    /// The source of the events.
    pub source: &'a str,
    /// The minor version of Falco's engine: 62 is Falco 0.44.
    pub engine: u32,
    /// The names of events that plugins send aside.
    pub asynchronous: &'a [&'a str],
}

impl<'a> Scope<'a> {
    /// Events of `source` in a Falco with this engine and the container plugin.
    #[must_use]
    pub fn new(fields: &'a Fields, source: &'a str, engine: u32) -> Self {
        Self {
            fields,
            source,
            engine,
            asynchronous: CONTAINER_EVENTS,
        }
    }

    /// For what fields are looked up in it.
    #[must_use]
    pub fn place(&self) -> Place<'a> {
        Place {
            source: self.source,
            engine: self.engine,
        }
    }
}
