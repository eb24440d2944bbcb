//! A text into tokens.
//!
//! After `src/scanner.cpp` and `src/scantoken.cpp` of yaml-cpp. Each mistake it finds, and each it overlooks, is the same.

mod indent;
mod key;
mod scalar;
mod structure;
mod tag;

use std::collections::VecDeque;
use std::ops::Range;

use self::indent::Indent;
use self::key::SimpleKey;
use super::cursor::{Cursor, END, Fault, ends_word, is_blank};
use super::token::{Status, Token, TokenKind};
use super::{Broken, Reason};
use crate::source::{SourceId, Span};
use crate::yaml::{Exceeded, Limits};

/// A bracket or a brace that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    List,
    Map,
}

/// Makes tokens as they are asked for.
pub(super) struct Scanner<'a> {
    cursor: Cursor<'a>,
    source: SourceId,
    limits: Limits,
    tokens: VecDeque<Token<'a>>,
    /// How many tokens were taken out.
    taken: usize,
    /// The place of all that is behind the last line, once that is reached: Falco says the beginning of that line.
    end: Option<usize>,
    /// Whether a key can begin here.
    key_allowed: bool,
    /// Whether a scalar can begin here.
    scalar_allowed: bool,
    /// Whether a colon needs no blank behind it, since a bracket or quote is before it.
    tight_colon: bool,
    keys: Vec<SimpleKey>,
    indents: Vec<Indent>,
    flows: Vec<(Flow, usize)>,
}

impl<'a> Scanner<'a> {
    /// The tokens of `text`.
    pub fn new(source: SourceId, text: &'a str, limits: &Limits) -> Self {
        Scanner {
            cursor: Cursor::new(text),
            source,
            limits: *limits,
            tokens: VecDeque::new(),
            taken: 0,
            end: None,
            key_allowed: true,
            scalar_allowed: true,
            tight_colon: false,
            keys: Vec::new(),
            indents: Vec::new(),
            flows: Vec::new(),
        }
    }

    /// The next token, if there is one.
    pub fn peek(&mut self) -> Result<Option<&Token<'a>>, Broken> {
        self.fill()?;
        Ok(self.tokens.front())
    }

    /// Takes out the next token.
    pub fn pop(&mut self) -> Result<Option<Token<'a>>, Broken> {
        self.fill()?;
        let token = self.tokens.pop_front();
        self.taken += usize::from(token.is_some());
        Ok(token)
    }

    /// The place up to which was read, which is some way ahead of the next token.
    pub fn place(&self) -> usize {
        self.end.unwrap_or(self.cursor.at)
    }

    /// The bytes of a range of the text.
    pub fn text(&self, range: Range<usize>) -> &'a str {
        self.cursor.text.get(range).unwrap_or_default()
    }

    /// A span of the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    /// The mistake at an offset, with the character there.
    pub fn broken(&self, at: usize, reason: Reason) -> Broken {
        let text = self.cursor.text;
        let boundary = (0..=at).rev().find(|at| text.is_char_boundary(*at));
        let at = boundary.unwrap_or_default();
        let rest = text.get(at..).unwrap_or_default();
        let character = rest.chars().next().filter(|c| !matches!(c, '\r' | '\n'));
        let end = at + character.map_or(0, char::len_utf8);
        let bracket = self.flows.last();
        Broken {
            span: self.span(at..end),
            reason,
            opened: bracket.map(|(_, bracket)| self.span(*bracket..bracket + 1)),
        }
    }

    /// Scans until it is known whether the next token is one.
    fn fill(&mut self) -> Result<(), Broken> {
        loop {
            match self.tokens.front().map(|token| token.status) {
                Some(Status::Valid) => return Ok(()),
                Some(Status::Invalid) => {
                    self.tokens.pop_front();
                    self.taken += 1;
                }
                Some(Status::Unverified) | None if self.end.is_some() => return Ok(()),
                _ => self
                    .scan()
                    .map_err(|(at, reason)| self.broken(at, reason))?,
            }
        }
    }

    /// Scans one token, or more if others end before it.
    fn scan(&mut self) -> Result<(), Fault> {
        if self.tokens.len() > self.limits.nodes {
            return Err((
                self.cursor.at,
                Reason::Limit(Exceeded::TooManyNodes(self.limits.nodes)),
            ));
        }
        self.skip();
        self.pop_indents_to_here();
        if self.cursor.is_at_end() {
            self.end();
            return Ok(());
        }
        if self.cursor.column() == 0 && self.scan_document_or_directive() {
            return Ok(());
        }
        self.scan_ordinary()
    }

    /// Scans what can only be in the first column.
    fn scan_document_or_directive(&mut self) -> bool {
        if self.cursor.peek(0) == b'%' {
            self.scan_directive();
        } else if self.cursor.is_at_marker(b'-') {
            self.scan_document(TokenKind::DocumentStart);
        } else if self.cursor.is_at_marker(b'.') {
            self.scan_document(TokenKind::DocumentEnd);
        } else {
            return false;
        }
        true
    }

    /// Scans a token that can be anywhere.
    fn scan_ordinary(&mut self) -> Result<(), Fault> {
        let next = self.cursor.peek(1);
        match self.cursor.peek(0) {
            b'[' => self.scan_flow_start(Flow::List),
            b'{' => self.scan_flow_start(Flow::Map),
            b']' => self.scan_flow_end(Flow::List),
            b'}' => self.scan_flow_end(Flow::Map),
            b',' => self.scan_comma(),
            b'-' if ends_word(next) => self.scan_dash(),
            b'?' if ends_word(next) && next != END => self.scan_question_mark(),
            b':' if self.is_value(next) => self.scan_value(),
            b'*' => self.scan_name(TokenKind::Alias),
            b'&' => self.scan_name(TokenKind::Anchor),
            b'!' => self.scan_tag(),
            b'|' | b'>' if !self.in_flow() => self.scan_block(),
            _ if !self.scalar_allowed => Err((self.cursor.at, Reason::BehindQuote)),
            b'\'' | b'"' => self.scan_quoted(),
            first if self.begins_plain(first, next) => self.scan_plain(),
            _ => Err((self.cursor.at, Reason::Character)),
        }
    }

    /// Whether a colon is one between key and value.
    fn is_value(&self, next: u8) -> bool {
        if !self.in_flow() {
            return ends_word(next);
        }
        self.tight_colon || ends_word(next) && next != END || matches!(next, b',' | b']' | b'}')
    }

    /// Whether a plain scalar can begin here.
    fn begins_plain(&self, first: u8, next: u8) -> bool {
        match first {
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\''
            | b'"' | b'%' | b'@' | b'`' => false,
            b'?' if self.in_flow() => false,
            b'-' | b':' if self.in_flow() => !is_blank(next) && next != END,
            b'-' | b':' | b'?' => !ends_word(next),
            _ => true,
        }
    }

    /// Goes behind blanks, comments and line breaks.
    fn skip(&mut self) {
        loop {
            let start = self.cursor.at;
            self.cursor.eat_blanks();
            let blanks = self.text(start..self.cursor.at);
            if !self.in_flow() && blanks.contains('\t') {
                self.key_allowed = false;
            }
            if self.cursor.peek(0) == b'#' {
                self.cursor.eat_line();
            }
            if !self.cursor.is_at_break() {
                return;
            }
            self.cursor.eat_break();
            self.invalidate_key();
            self.scalar_allowed = true;
            self.key_allowed |= !self.in_flow();
        }
    }

    /// Completes what is still open at the end of the text.
    fn end(&mut self) {
        self.end = Some(self.cursor.line_start());
        self.pop_all_indents();
        self.keys.clear();
        self.key_allowed = false;
        self.scalar_allowed = false;
    }

    fn in_flow(&self) -> bool {
        !self.flows.is_empty()
    }

    /// Adds a token without bytes here; the number by which it can be found.
    fn push_here(&mut self, kind: TokenKind<'a>) -> usize {
        let at = self.place();
        self.push(kind, at..at)
    }

    /// Adds a token; the number by which it can be found.
    fn push(&mut self, kind: TokenKind<'a>, range: Range<usize>) -> usize {
        self.tokens.push_back(Token::new(kind, range));
        self.taken + self.tokens.len() - 1
    }

    /// Tells whether a token is one.
    fn set_status(&mut self, number: usize, status: Status) {
        let token = number.checked_sub(self.taken);
        if let Some(token) = token.and_then(|index| self.tokens.get_mut(index)) {
            token.status = status;
        }
    }
}
