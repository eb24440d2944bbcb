//! The words of a template.

use std::ops::Range;

/// A word and where it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// What kind of word.
    pub(super) kind: Kind,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// The kinds of words.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Text outside actions, as it is printed.
    Text,
    /// `{{`, with its trim marker.
    Open,
    /// `}}`, with its trim marker.
    Close,
    /// Blanks inside an action.
    Space,
    /// `=`.
    Assign,
    /// `:=`.
    Declare,
    /// `|`.
    Pipe,
    /// `(`.
    OpenParenthesis,
    /// `)`.
    CloseParenthesis,
    /// `,` and any other printable character.
    Character,
    /// A text in double quotes or backquotes.
    Quoted,
    /// A character in single quotes.
    CharacterConstant,
    /// A number.
    Number,
    /// `.name`.
    Field,
    /// `$` or `$name`.
    Variable,
    /// `.`.
    Dot,
    /// `true` or `false`.
    Boolean,
    /// The name of a function.
    Identifier,
    /// A word of the language's own.
    Keyword(Keyword),
    /// What cannot be a word, and why.
    Broken(String),
    /// The end of the text.
    End,
}

/// The language's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    Block,
    Break,
    Continue,
    Define,
    Else,
    End,
    If,
    Nil,
    Range,
    Template,
    With,
}

impl Keyword {
    /// The keyword that is spelled so.
    pub(super) fn spelled(word: &str) -> Option<Keyword> {
        Some(match word {
            "block" => Keyword::Block,
            "break" => Keyword::Break,
            "continue" => Keyword::Continue,
            "define" => Keyword::Define,
            "else" => Keyword::Else,
            "end" => Keyword::End,
            "if" => Keyword::If,
            "nil" => Keyword::Nil,
            "range" => Keyword::Range,
            "template" => Keyword::Template,
            "with" => Keyword::With,
            _ => return None,
        })
    }
}
