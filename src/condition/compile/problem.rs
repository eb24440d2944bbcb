//! What is wrong with a condition or an output.

use super::super::events::{SearchFault, SearchProblem};
use super::super::fields::FieldFault;
use super::super::syntax::{Operator, Span, TransformerKind};
use super::super::types::{PatternFault, ValueFault, ValueType};

/// Something that Falco refuses or warns of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// Where it is.
    pub span: Span,
    /// The comparison, or the field of an output, in which it is, at which Falco points.
    pub comparison: Span,
    pub(in super::super) unknown_filter: bool,
}

impl Problem {
    /// Whether Falco calls it an unknown field or type of event, so that a rule with `skip-if-unknown-filter` is passed
    /// over instead of refused (falco 0.44, `err_is_unknown_type_or_field` in
    /// `userspace/engine/rule_loader_compiler.cpp`).
    #[must_use]
    pub fn is_unknown_filter(&self) -> bool {
        self.unknown_filter
    }

    /// Whether Falco refuses the condition. Of what is no error it warns.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind.is_error()
    }
}

impl From<SearchProblem> for Problem {
    fn from(problem: SearchProblem) -> Self {
        Self {
            kind: ProblemKind::Search(problem.fault),
            span: problem.span,
            comparison: problem.span,
            unknown_filter: false,
        }
    }
}

/// What Falco refuses or warns of. Its `Display` says it, [`ProblemKind::help`] what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A field that there is not, or not so.
    Field {
        /// How it is written, without its argument.
        name: Box<str>,
        /// What is wrong with it.
        fault: FieldFault,
    },
    /// An operator that is not for the type of what is left of it.
    Operator {
        /// The operator.
        operator: Operator,
        /// The type.
        value_type: ValueType,
        /// Whether there is a list of values of the type.
        list: bool,
    },
    /// A word that only later engines know.
    Later {
        /// The word.
        word: &'static str,
        /// The minor version of the first engine that knows it.
        since: u32,
    },
    /// A transformer that cannot be applied so.
    Transformer {
        /// The transformer.
        transformer: TransformerKind,
        /// What is wrong.
        fault: TransformerFault,
    },
    /// Something to the right that cannot be compared with what is to the left.
    RightSide(RightFault),
    /// A text that is no value of the type.
    Value {
        /// The text.
        value: Box<str>,
        /// The type.
        value_type: ValueType,
        /// Why it is none.
        fault: ValueFault,
    },
    /// A text that is no name of events.
    EventType(Box<str>),
    /// A regular expression that RE2 refuses.
    Pattern(PatternFault),
    /// Bytes that are not written as pairs of hexadecimal digits.
    NotHexadecimal,
    /// `evt.around` compared otherwise than with `=`.
    Around,
    /// The type of events where Falco cannot say for which events the condition is.
    Search(SearchFault),
    /// An output without text.
    EmptyOutput,
    /// A percent sign at the end of an output.
    PercentAtEnd,
    /// A percent sign and digits at the end of an output.
    NumberAtEnd,
    /// A percent sign with no field behind it.
    NoOutputField,
    /// A regular expression that simpler operators could replace.
    SimplePattern,
    /// A text that is the name of a field.
    FieldAsText(Box<str>),
    /// A text that is written as a transformer.
    TransformerAsText(Box<str>),
    /// A field of `k8s_audit` or `json` compared with `<NA>`.
    ComparedWithNa,
    /// A field that will go, or has no values any more.
    Deprecated(&'static str),
}

impl ProblemKind {
    /// Whether Falco refuses the condition. Of what is no error it warns.
    #[must_use]
    pub fn is_error(&self) -> bool {
        !matches!(
            self,
            Self::SimplePattern
                | Self::FieldAsText(_)
                | Self::TransformerAsText(_)
                | Self::ComparedWithNa
                | Self::Deprecated(_)
        )
    }
}

/// What is wrong with a transformer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransformerFault {
    /// It takes nothing in brackets behind its parentheses.
    NeedlessArgument,
    /// It takes one argument in its parentheses.
    OneArgument,
    /// It takes several arguments in its parentheses.
    SeveralArguments,
    /// The field does not take transformers.
    Field(Box<str>),
    /// It is not for values of this type, or a list of them.
    Type {
        /// The type.
        value_type: ValueType,
        /// Whether they are in a list.
        list: bool,
    },
    /// This argument must be a list.
    NotAList,
    /// This argument must not be a list.
    List,
    /// This argument must be a text.
    NotAText,
    /// What stands in brackets must be one character.
    NotAnOption,
}

/// Why something cannot stand to the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RightFault {
    /// This operator takes no fields.
    Operator(Operator),
    /// Networks are not compared with fields.
    Network,
    /// The field to the left is not compared with fields.
    Left,
    /// The field cannot stand to the right.
    Right,
    /// The types are not the same.
    Types {
        /// The type to the left, and whether it is a list.
        left: (ValueType, bool),
        /// The type to the right, and whether it is a list.
        right: (ValueType, bool),
    },
}
