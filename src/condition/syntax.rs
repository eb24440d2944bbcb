//! The tree of a condition. It holds no text, only where in the text its parts are, so that it stays small and every
//! part can be pointed at.

use std::borrow::Cow;
use std::ops::Range;

use super::escape;

/// A range of bytes of the text that was parsed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span of these offsets. Offsets beyond 4 GiB are cut.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            start: offset(start),
            end: offset(end),
        }
    }

    /// The offsets, as those of a text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The part of `text` that it covers; empty if it does not lie in it.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// All of two or more must hold.
    And(Vec<Expression>, Span),
    /// One of two or more must hold.
    Or(Vec<Expression>, Span),
    /// It must not hold.
    Not(Box<Expression>, Span),
    /// What the macro of this name says.
    Macro(Span),
    /// A comparison.
    Check(Box<Check>),
}

impl Expression {
    /// Where it is written, without parentheses around it.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Expression::And(_, span)
            | Expression::Or(_, span)
            | Expression::Not(_, span)
            | Expression::Macro(span) => *span,
            Expression::Check(check) => check.span,
        }
    }
}

/// One comparison: a field, an operator, and what it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Where it is written.
    pub span: Span,
    /// The field or transformer to the left.
    pub left: Term,
    /// The operator.
    pub operator: Operator,
    /// How many of the values to the right must fit, for an operator on text with a list behind it.
    pub modifier: Option<Modifier>,
    /// Where the operator is written, with its modifier.
    pub operator_span: Span,
    /// What stands to the right.
    pub right: Right,
}

/// What a comparison compares with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    /// Nothing, behind `exists`.
    Nothing,
    /// A text or number.
    Value(Literal),
    /// A list in parentheses.
    List(Vec<Literal>, Span),
    /// A name without parentheses where a list belongs. Names of lists are replaced before a condition is parsed, so
    /// it is a text.
    Name(Span),
    /// A transformer, or a field within `val(…)`.
    Term(Term),
}

/// What has a value at run time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// A field.
    Field(Field),
    /// A transformer with its arguments.
    Transformer(Transformer),
    /// A text or number, as argument of a transformer.
    Literal(Literal),
    /// A list in parentheses, as argument of a transformer.
    List(Vec<Term>, Span),
}

impl Term {
    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Term::Field(field) => field.span,
            Term::Transformer(transformer) => transformer.span,
            Term::Literal(literal) => literal.span,
            Term::List(_, span) => *span,
        }
    }
}

/// A field such as `proc.aname[2]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it is written, with its argument.
    pub span: Span,
    /// Where its name is written.
    pub name: Span,
    /// What stands in the brackets.
    pub argument: Option<Literal>,
}

/// A transformer such as `tolower(proc.name)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transformer {
    /// Where it is written, with everything in its parentheses and brackets.
    pub span: Span,
    /// Which one.
    pub kind: TransformerKind,
    /// What stands in the parentheses; at least one.
    pub arguments: Vec<Term>,
    /// What stands in brackets behind the parentheses.
    pub argument: Option<Literal>,
}

/// A text or number that is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// Where it is written, with its quotes.
    pub span: Span,
    /// Whether it stands in quotes.
    pub quoted: bool,
}

impl Literal {
    /// What it means: what stands between the quotes, escapes resolved. Escapes may make any bytes.
    #[must_use]
    pub fn value(self, text: &str) -> Cow<'_, [u8]> {
        let written = self.span.of(text);
        if self.quoted {
            // The parser has refused escapes that mean nothing.
            escape::unescape(written).unwrap_or_default()
        } else {
            Cow::Borrowed(written.as_bytes())
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal, $about:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = $about] $variant,)*
        }

        impl $name {
            /// All of them with how they are written.
            pub const ALL: &[($name, &str)] = &[$(($name::$variant, $word),)*];

            /// How it is written.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)*
                }
            }
        }
    };
}

words! {
    /// An operator, in the order in which Falco lists them (libs, `filter/parser.cpp`).
    Operator {
        Exists = "exists", "The field has a value.";
        LessOrEqual = "<=", "Less or equal.";
        Less = "<", "Less.";
        GreaterOrEqual = ">=", "Greater or equal.";
        Greater = ">", "Greater.";
        DoubleEqual = "==", "Equal, written twice.";
        Equal = "=", "Equal.";
        NotEqual = "!=", "Not equal.";
        Glob = "glob", "Matches a pattern of the shell.";
        IGlob = "iglob", "Matches a pattern of the shell, whatever the case.";
        Contains = "contains", "Contains a text.";
        IContains = "icontains", "Contains a text, whatever the case.";
        BContains = "bcontains", "Contains bytes, written in hexadecimal.";
        StartsWith = "startswith", "Starts with a text.";
        BStartsWith = "bstartswith", "Starts with bytes, written in hexadecimal.";
        EndsWith = "endswith", "Ends with a text.";
        Regex = "regex", "Matches a regular expression as a whole.";
        Intersects = "intersects", "Has something in common with a list.";
        In = "in", "Is in a list, or all of it is.";
        PMatch = "pmatch", "Is one of the paths in a list, or lies below one.";
    }
}

words! {
    /// How many values of a list must fit.
    Modifier {
        OneOf = "oneof", "Exactly one.";
        AnyOf = "anyof", "At least one.";
        AllOf = "allof", "All.";
    }
}

words! {
    /// A transformer (libs, `filter/parser.cpp`).
    TransformerKind {
        Val = "val", "The field itself, to the right of an operator.";
        ToLower = "tolower", "The text in lower case.";
        ToUpper = "toupper", "The text in upper case.";
        B64 = "b64", "The text decoded from base64.";
        BaseName = "basename", "What stands behind the last slash.";
        Len = "len", "The length of a text, or of a list.";
        Join = "join", "A list as one text, with a separator.";
        Concat = "concat", "Several texts as one.";
        GetOpt = "getopt", "The options of a command line.";
    }
}
