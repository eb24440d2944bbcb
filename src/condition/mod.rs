//! Falco's condition language: what a condition says, whether it can be compiled, and for which events.
//!
//! This part depends on nothing else of the program. It takes texts and reports ranges of their bytes; what a rule, a
//! macro or a file is, it does not know.

mod compile;
mod escape;
mod events;
mod fields;
mod hash;
mod output;
mod parse;
mod print;
mod since;
mod syntax;
mod types;

pub use compile::{Problem, ProblemKind, RightFault, Scope, TransformerFault, check};
pub use escape::EscapeError;
pub use events::{CONTAINER_EVENTS, EventSet, Events, SearchFault, SearchProblem, event_types};
pub use fields::{
    Argument, FieldFault, Fields, FoundField, Group, KnownField, Place, Refusal, TableError, Trait,
    Traits,
};
pub use output::{Output, OutputField, check_output};
pub use parse::{ParseError, ParseErrorKind, parse, parse_term};
pub use print::print;
pub use since::words_since;
pub use syntax::{
    Check, Expression, Field, Literal, Modifier, Operator, Right, Span, Term, Transformer,
    TransformerKind,
};
pub use types::{NetworkFault, PatternFault, ValueFault, ValueType};
