//! The words of a condition, taken one at a time from the place where the grammar wants them (libs at c6e5648,
//! `filter/parser.cpp`).

use super::super::{EscapeError, Literal, Modifier, Operator, Span, TransformerKind, escape};
use super::extent::{self, is_bare, is_bare_argument, is_blank, is_space};

/// So much of a word that is not expected is underlined at most.
const LONGEST_WORD: usize = 200;

/// A text and how far it is read. Every method takes what it is named for if it stands there, and nothing otherwise.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// The blanks that were passed last.
    blanks: Span,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lexer {
            text,
            at: 0,
            blanks: Span::default(),
        }
    }

    /// How far the text is read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How far the text is read, without the blanks that were read last.
    pub(super) fn end(&self) -> usize {
        if self.blanks.end as usize == self.at {
            self.blanks.start as usize
        } else {
            self.at
        }
    }

    /// Whether all of the text is read.
    pub(super) fn is_done(&self) -> bool {
        self.at == self.text.len()
    }

    /// Passes blanks, as Falco sees them between words.
    pub(super) fn blank(&mut self) -> bool {
        let start = self.at;
        self.at = extent::run(self.bytes(), start, is_blank);
        if self.at == start {
            return false;
        }
        self.blanks = Span::new(start, self.at);
        true
    }

    /// This text, whatever follows.
    pub(super) fn take(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word.as_bytes());
        if found {
            self.at += word.len();
        }
        found
    }

    /// `not` with white space behind it.
    pub(super) fn not(&mut self) -> bool {
        let space = self.at + 3;
        let end = extent::run(self.bytes(), space, is_space);
        let found = self.rest().starts_with(b"not") && end > space;
        if found {
            self.at = end;
        }
        found
    }

    /// A name without dots, of a macro or a list.
    pub(super) fn name(&mut self) -> Option<Span> {
        let end = extent::name(self.bytes(), self.at)?;
        Some(self.take_to(end))
    }

    /// The name of a field: names with dots between them, at least two.
    pub(super) fn field_name(&mut self) -> Option<Span> {
        let end = extent::field_name(self.bytes(), self.at)?;
        Some(self.take_to(end))
    }

    /// A field's argument without quotes.
    pub(super) fn bare_argument(&mut self) -> Option<Literal> {
        let end = extent::run(self.bytes(), self.at, is_bare_argument);
        self.bare_to(end)
    }

    /// A text without quotes.
    pub(super) fn bare(&mut self) -> Option<Literal> {
        let end = extent::run(self.bytes(), self.at, is_bare);
        self.bare_to(end)
    }

    /// A number, hexadecimal or decimal.
    pub(super) fn number(&mut self) -> Option<Literal> {
        let end = extent::number(self.bytes(), self.at)?;
        self.bare_to(end)
    }

    /// A text with quotes.
    ///
    /// # Errors
    ///
    /// An escape in it means nothing. The text counts as read.
    pub(super) fn quoted(&mut self) -> Result<Option<Literal>, EscapeError> {
        let Some(end) = extent::quoted(self.bytes(), self.at) else {
            return Ok(None);
        };
        let span = self.take_to(end);
        escape::check(span.of(self.text))?;
        Ok(Some(Literal { span, quoted: true }))
    }

    /// An operator, with the blanks behind it if it needs some.
    pub(super) fn operator(&mut self) -> Option<(Operator, Span)> {
        let first = self.byte(self.at)?;
        let (operator, length) = Operator::ALL.iter().find_map(|(operator, word)| {
            let found = word.as_bytes().first() == Some(&first)
                && self.rest().starts_with(word.as_bytes())
                && (!needs_blank(*operator) || self.blank_at(self.at + word.len()));
            found.then_some((*operator, word.len()))
        })?;
        let span = self.take_to(self.at + length);
        if needs_blank(operator) {
            self.blank();
        }
        Some((operator, span))
    }

    /// A modifier and the blanks behind it, if a list or its name follows, and not the next part of the condition.
    pub(super) fn modifier(&mut self) -> Option<(Modifier, Span)> {
        let end = extent::name(self.bytes(), self.at)?;
        let span = Span::new(self.at, end);
        let word = span.of(self.text);
        let (modifier, _) = Modifier::ALL.iter().find(|(_, known)| *known == word)?;
        let list = extent::run(self.bytes(), end, is_blank);
        if list == end || !self.list_starts(list) {
            return None;
        }
        self.at = list;
        Some((*modifier, span))
    }

    /// A transformer other than `val` and its opening parenthesis.
    pub(super) fn transformer(&mut self) -> Option<TransformerKind> {
        let end = extent::name(self.bytes(), self.at)?;
        if self.byte(end) != Some(b'(') {
            return None;
        }
        let word = Span::new(self.at, end).of(self.text);
        let (kind, _) = TransformerKind::ALL
            .iter()
            .find(|(kind, known)| *known == word && *kind != TransformerKind::Val)?;
        self.at = end + 1;
        Some(*kind)
    }

    /// The word that follows, one character if no word does, or nothing at the end.
    pub(super) fn next_word(&self) -> Span {
        let near = self.bytes().len().min(self.at + LONGEST_WORD);
        let mut end = extent::run(&self.bytes()[..near], self.at, is_bare);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let next = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        let character = self.at + next.map_or(0, char::len_utf8);
        Span::new(self.at, end.max(character))
    }

    /// Whether a quote follows that is never closed.
    pub(super) fn unclosed_quote(&self) -> bool {
        matches!(self.byte(self.at), Some(b'"' | b'\''))
            && extent::quoted(self.bytes(), self.at).is_none()
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    fn rest(&self) -> &[u8] {
        self.bytes().get(self.at..).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes().get(at).copied()
    }

    fn blank_at(&self, at: usize) -> bool {
        self.byte(at).is_some_and(is_blank)
    }

    fn take_to(&mut self, end: usize) -> Span {
        let span = Span::new(self.at, end);
        self.at = end;
        span
    }

    fn bare_to(&mut self, end: usize) -> Option<Literal> {
        (end > self.at).then(|| Literal {
            span: self.take_to(end),
            quoted: false,
        })
    }

    fn list_starts(&self, at: usize) -> bool {
        let name = self.byte(at).is_some_and(|byte| byte.is_ascii_alphabetic());
        self.byte(at) == Some(b'(') || name && !self.connective_starts(at)
    }

    fn connective_starts(&self, at: usize) -> bool {
        let end = extent::run(self.bytes(), at, |byte| byte.is_ascii_alphanumeric());
        matches!(Span::new(at, end).of(self.text), "and" | "or" | "not")
    }
}

/// Operators that are words need a blank behind them, except those on lists and `exists`.
fn needs_blank(operator: Operator) -> bool {
    matches!(
        operator,
        Operator::Glob
            | Operator::IGlob
            | Operator::Contains
            | Operator::IContains
            | Operator::BContains
            | Operator::StartsWith
            | Operator::BStartsWith
            | Operator::EndsWith
            | Operator::Regex
    )
}
