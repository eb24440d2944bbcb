//! What a template's text is read into.

use std::ops::Range;
use std::rc::Rc;

use super::functions::Function;
use super::literal::Number;

/// A text read: what it prints, and what it defines for others to print.
pub(super) struct Template {
    pub(super) body: Body,
    pub(super) definitions: Vec<(Rc<str>, Rc<Body>)>,
}

/// Nodes one after the other.
pub(super) type Body = Vec<Node>;

/// A piece of a template.
pub(super) enum Node {
    /// Text that is printed as it is.
    Text(Rc<str>),
    /// A pipeline whose value is printed, or given to a variable.
    Action(Pipeline),
    /// `if`, or `with` if `moves` the dot: the first branch whose pipeline is true.
    Choice {
        moves: bool,
        branches: Vec<(Pipeline, Body)>,
        otherwise: Body,
    },
    /// `range`.
    Range {
        pipeline: Pipeline,
        body: Body,
        otherwise: Body,
    },
    /// `break`.
    Break,
    /// `continue`.
    Continue,
    /// `template`, and `block` with its own definition.
    Template {
        name: Rc<str>,
        range: Range<usize>,
        pipeline: Option<Pipeline>,
    },
}

impl Node {
    /// Whether it prints nothing but blanks, which makes a definition of such nodes count as none.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self, Node::Text(text) if text.trim().is_empty())
    }
}

/// Commands, each of which gets the value of the one before as its last argument.
pub(super) struct Pipeline {
    pub(super) variables: Vec<Rc<str>>,
    /// Whether the variables exist and get another value.
    pub(super) assigns: bool,
    pub(super) commands: Vec<Command>,
    pub(super) range: Range<usize>,
}

/// A value, or a function or method with its arguments.
pub(super) struct Command {
    pub(super) first: Expression,
    pub(super) arguments: Vec<Expression>,
}

/// An operand and where it stands.
pub(super) struct Expression {
    pub(super) term: Term,
    pub(super) range: Range<usize>,
}

/// The kinds of operands.
pub(super) enum Term {
    Dot,
    Nil,
    Boolean(bool),
    Number(Number),
    Text(Rc<str>),
    /// `.a.b`.
    Field(Vec<Rc<str>>),
    /// `$name.a.b`.
    Variable(Rc<str>, Vec<Rc<str>>),
    Function(&'static Function),
    /// A pipeline in parentheses.
    Pipeline(Pipeline),
    /// Fields of what another operand gives.
    Chain(Box<Expression>, Vec<Rc<str>>),
}
