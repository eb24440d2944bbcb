//! What is known of a field.

use super::super::types::ValueType;

/// A field that Falco or one of its plugins knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownField {
    /// How it is written.
    pub name: Box<str>,
    /// What its values are.
    pub value_type: ValueType,
    /// What may stand behind its name.
    pub argument: Argument,
    /// What else is said of it.
    pub traits: Traits,
    /// The first engine that knows it, as minor version; 0 if all do that are asked for.
    pub since: u32,
    /// Its group, as index.
    pub(super) group: usize,
    /// Whether a field of an earlier group is a prefix of it, so that its name alone may mean something else.
    pub(super) shadowed: bool,
}

impl KnownField {
    /// Whether its value is a list of values.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.traits.contains(Trait::List)
    }
}

/// What Falco takes behind the name of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Nothing.
    None,
    /// Something in brackets, as plugins define it.
    Plugin {
        /// It must be there.
        required: bool,
        /// It may be an index: digits, no zero before them.
        index: bool,
        /// It may be any text.
        key: bool,
    },
    /// `.NAME` of a parameter of events or `[NUMBER]`, as in `evt.arg`.
    Parameter,
    /// `.NAME` of a parameter of events, which also gives the type, as in `evt.rawarg`.
    RawParameter,
    /// `[NUMBER]`, as in `evt.around`.
    Number,
    /// `.NAME` of an event, as in `evt.type.is`.
    EventType,
    /// `.src`, `.dst` or nothing, as in `evt.abspath`.
    PathSide,
    /// `[NUMBER]` or nothing, as in `proc.aname`.
    Ancestor,
    /// `[TEXT]` or nothing, as in `proc.env`.
    Variable,
    /// `.LETTERS`, as in `thread.cgroup`.
    Subsystem,
    /// `[NUMBER]` or nothing, as in `fd.types`, where something else is not an unknown field, but an error.
    Descriptor,
}

impl Argument {
    /// Whether it is required, may be an index and may be a key, for a field of a plugin.
    pub(super) fn of_plugin(self) -> (bool, bool, bool) {
        match self {
            Argument::Plugin {
                required,
                index,
                key,
            } => (required, index, key),
            _ => (false, false, false),
        }
    }
}

impl Argument {
    /// The arguments of Falco's own fields with the words for them in tables of fields, and the fields that have them
    /// (libs 0.25, `parse_field_name` in `userspace/libsinsp/sinsp_filtercheck_{event,thread,fd}.cpp`).
    pub(super) const BUILT_IN: &[(Argument, &str, &[&str])] = &[
        (Self::Parameter, "parameter", &["evt.arg"]),
        (Self::RawParameter, "raw-parameter", &["evt.rawarg"]),
        (Self::Number, "number", &["evt.around"]),
        (Self::EventType, "event-type", &["evt.type.is"]),
        (Self::PathSide, "path-side", &["evt.abspath"]),
        (
            Self::Ancestor,
            "ancestor",
            &[
                "proc.apid",
                "proc.aname",
                "proc.aexepath",
                "proc.aexe",
                "proc.acmdline",
                "proc.aargs",
                "proc.args",
            ],
        ),
        (Self::Variable, "variable", &["proc.env", "proc.aenv"]),
        (Self::Subsystem, "subsystem", &["thread.cgroup"]),
        (Self::Descriptor, "descriptor", &["fd.types"]),
    ];
}

/// Something that is said of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Its value is a list.
    List = 1,
    /// It will go.
    Deprecated = 2,
    /// It has no value to print.
    FilterOnly = 4,
    /// Falco does not list it.
    Hidden = 8,
    /// It cannot stand in a transformer.
    NoTransformer = 16,
    /// It cannot be compared with a field.
    NoRightSide = 32,
}

impl Trait {
    /// All of them, with the words for them in tables of fields.
    pub const ALL: &[(Trait, &str)] = &[
        (Self::List, "list"),
        (Self::Deprecated, "deprecated"),
        (Self::FilterOnly, "filter-only"),
        (Self::Hidden, "hidden"),
        (Self::NoTransformer, "no-transformer"),
        (Self::NoRightSide, "no-right-side"),
    ];
}

/// What is said of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u8);

impl Traits {
    /// Whether this is said.
    #[must_use]
    pub fn contains(self, one: Trait) -> bool {
        self.0 & one as u8 != 0
    }

    /// Says this, too.
    #[must_use]
    pub fn with(self, one: Trait) -> Self {
        Self(self.0 | one as u8)
    }

    /// Says this no more.
    #[must_use]
    pub fn without(self, one: Trait) -> Self {
        Self(self.0 & !(one as u8))
    }
}

/// A group of fields that come from the same place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is called.
    pub name: Box<str>,
    /// For events of which sources it has values; none means all sources.
    pub sources: Box<[Box<str>]>,
    /// Whether a plugin has it, not Falco itself.
    pub plugin: bool,
}

impl Group {
    /// Whether it has values for events of this source.
    #[must_use]
    pub fn has_source(&self, source: &str) -> bool {
        self.sources.is_empty() || self.sources.iter().any(|known| **known == *source)
    }
}
