//! The grammar of a `--set` argument: `name.inner[0]=value,name={item,item}`.
//!
//! A backslash takes the meaning from the character behind it, in names and in values; `--set-literal` knows no
//! backslash and no comma.

use std::num::IntErrorKind;
use std::sync::Arc;

use super::SetKind;
use super::json::{self, Fault};
use super::json_places;
use crate::checks::set::{limit, syntax};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Span};
use crate::yaml::{Kind, Node, Origin};

/// The largest index of a list that may be written, as in Helm.
pub const MAX_INDEX: usize = 65_536;
/// How many dots may join names, as in Helm; a dot behind an index does not count.
pub const MAX_DOTS: usize = 30;
/// How many names and indexes one path may have. Helm has no such bound, and can be made to overflow its stack.
pub const MAX_STEPS: usize = 100;

/// One assignment of an argument.
pub struct Assignment {
    /// The names and indexes that lead to the place; at least one.
    pub path: Vec<Step>,
    /// What to put there.
    pub value: Raw,
    /// From the first name to the end of the value.
    pub span: Span,
}

/// One name or index of a path.
pub struct Step {
    /// What it selects.
    pub selector: Selector,
    /// Its bytes; those of an index include the brackets.
    pub span: Span,
}

/// What a step selects.
pub enum Selector {
    /// The value of a key.
    Key(Arc<str>),
    /// An item of a list.
    Index(usize),
}

/// A value as it is written.
pub enum Raw {
    /// A value that needs no further reading.
    Node(Node),
    /// A single word.
    Word(Word),
    /// `{word,word}`.
    List {
        /// The words.
        items: Vec<Word>,
        /// The bytes with the braces.
        span: Span,
    },
}

/// A run of characters up to one that means something.
pub struct Word {
    /// The characters without the backslashes.
    pub text: String,
    /// The bytes as they are written.
    pub span: Span,
}

type Result<T> = std::result::Result<T, Box<Diagnostic>>;

/// The assignments of the argument `text` in the order in which they are written.
///
/// # Errors
/// If the text does not follow the grammar, or goes beyond one of its bounds.
pub fn read(text: &str, kind: SetKind, argument: SourceId) -> Result<Vec<Assignment>> {
    let mut parser = Parser {
        text,
        at: 0,
        kind,
        argument,
    };
    let mut assignments = Vec::new();
    loop {
        match parser.assignment() {
            Ok(Some(assignment)) => assignments.push(assignment),
            Ok(None) => return Ok(assignments),
            Err(_) if kind == SetKind::Json && text.trim_start().starts_with('{') => {
                return Err(syntax::bare_object(parser.span(0, text.len())).into());
            }
            Err(diagnostic) => return Err(diagnostic),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    kind: SetKind,
    argument: SourceId,
}

impl Parser<'_> {
    /// The next assignment, or nothing at the end of the text.
    fn assignment(&mut self) -> Result<Option<Assignment>> {
        if self.at == self.text.len() {
            return Ok(None);
        }
        let start = self.at;
        let path = self.path()?;
        let (value, end) = self.value()?;
        Ok(Some(Assignment {
            path,
            value,
            span: self.span(start, end),
        }))
    }

    /// Names and indexes up to and with the equals sign.
    fn path(&mut self) -> Result<Vec<Step>> {
        let mut path = Vec::new();
        let mut dots = 0;
        loop {
            let mut stop = self.name(&mut path)?;
            if stop == '.' {
                dots += 1;
            }
            while stop == '[' {
                stop = self.index(&mut path)?;
            }
            if dots > MAX_DOTS || path.len() > MAX_STEPS {
                return Err(limit::deep_path(self.joined(&path)).into());
            }
            if stop == '=' {
                return Ok(path);
            }
        }
    }

    /// Reads a name; gives the character behind it.
    fn name(&mut self, path: &mut Vec<Step>) -> Result<char> {
        let stops: &[char] = match self.kind {
            SetKind::Literal => &['=', '[', '.'],
            _ => &['=', '[', '.', ','],
        };
        let (word, stop) = self.word(stops);
        let stop = match stop {
            Some(stop) if stop != ',' => stop,
            _ if word.text.is_empty() => return Err(syntax::missing_name(word.span).into()),
            _ => return Err(syntax::missing_value(word.span).into()),
        };
        if word.text.is_empty() {
            return Err(syntax::missing_name(word.span).into());
        }
        path.push(Step {
            selector: Selector::Key(word.text.into()),
            span: word.span,
        });
        Ok(stop)
    }

    /// Reads an index whose opening bracket is already read; gives the character behind the closing one.
    fn index(&mut self, path: &mut Vec<Step>) -> Result<char> {
        let start = self.at - 1;
        let (word, stop) = self.word(&[']']);
        let span = self.span(start, self.at);
        if stop.is_none() {
            return Err(syntax::open_index(span).into());
        }
        path.push(Step {
            selector: Selector::Index(index(&word.text, span)?),
            span,
        });
        if path.len() > MAX_STEPS {
            return Err(limit::deep_path(self.joined(path)).into());
        }
        match self.word(&['[', '.', '=']) {
            (word, _) if !word.text.is_empty() => Err(syntax::behind_index(word.span).into()),
            (_, None) => Err(syntax::missing_value(self.joined(path)).into()),
            (_, Some(stop)) => Ok(stop),
        }
    }

    /// Reads a value and the comma behind it; gives the value and where it ends.
    fn value(&mut self) -> Result<(Raw, usize)> {
        let start = self.at;
        let rest = &self.text[start..];
        match self.kind {
            SetKind::Json => self.json(),
            SetKind::Literal => {
                self.at = self.text.len();
                let span = self.span(start, self.at);
                let text = rest.to_owned();
                Ok((Raw::Word(Word { text, span }), self.at))
            }
            _ if rest.starts_with('{') => self.list(),
            // Nothing behind the last equals sign is no path, but an empty text.
            _ if rest.is_empty() => {
                let origin = Origin::Written(self.span(start, start));
                Ok((Raw::Node(Node::text("", origin)), start))
            }
            _ => {
                let (word, _) = self.word(&[',']);
                let end = word.span.range().end;
                Ok((Raw::Word(word), end))
            }
        }
    }

    fn list(&mut self) -> Result<(Raw, usize)> {
        let start = self.at;
        self.at += 1;
        let mut items = Vec::new();
        loop {
            let (word, stop) = self.word(&[',', '}']);
            items.push(word);
            match stop {
                Some(',') => {}
                Some(_) => break,
                None => return Err(syntax::open_list(self.span(start, self.at)).into()),
            }
        }
        let end = self.at;
        if self.text[end..].starts_with(',') {
            self.at += 1;
        }
        let span = self.span(start, end);
        Ok((Raw::List { items, span }, end))
    }

    /// One JSON value with the blanks around it; no value stands for null. The comma may be missing, as in Helm.
    fn json(&mut self) -> Result<(Raw, usize)> {
        let start = self.at;
        if self.skip_blanks_and_comma() {
            let origin = Origin::Written(self.span(start, start));
            return Ok((Raw::Node(Node::new(Kind::Null, origin)), start));
        }
        let start = self.at;
        let length =
            json::length(&self.text[start..]).map_err(|fault| self.json_fault(start, fault))?;
        let end = start + length;
        self.at = end;
        self.skip_blanks_and_comma();
        let node = json_places::node(self.text, start..end, self.argument);
        Ok((Raw::Node(node), end))
    }

    fn json_fault(&self, start: usize, fault: Fault) -> Diagnostic {
        match fault {
            Fault::TooDeep => limit::deep_json(self.span(start, self.text.len())),
            Fault::Syntax { place, reason } => {
                let place = self.span(start + place.start, start + place.end);
                syntax::invalid_json(place, &reason)
            }
        }
    }

    /// Skips blanks and a comma; tells whether a comma or the end was there.
    fn skip_blanks_and_comma(&mut self) -> bool {
        let rest = self.text[self.at..].trim_start();
        let comma = rest.starts_with(',');
        self.at = self.text.len() - rest.len() + usize::from(comma);
        comma || rest.is_empty()
    }

    /// Reads up to one of the stops, and over it; gives what lies before, and the stop unless the text ended.
    fn word(&mut self, stops: &[char]) -> (Word, Option<char>) {
        let start = self.at;
        let mut text = String::new();
        let mut characters = self.text[start..].char_indices();
        while let Some((offset, character)) = characters.next() {
            if stops.contains(&character) {
                self.at = start + offset + character.len_utf8();
                let span = self.span(start, start + offset);
                return (Word { text, span }, Some(character));
            }
            if character == '\\' && self.kind != SetKind::Literal {
                text.extend(characters.next().map(|(_, escaped)| escaped));
            } else {
                text.push(character);
            }
        }
        self.at = self.text.len();
        let span = self.span(start, self.at);
        (Word { text, span }, None)
    }

    /// From the first step of a path to its last.
    fn joined(&self, path: &[Step]) -> Span {
        let start = path.first().map_or(self.at, |step| step.span.range().start);
        let end = path.last().map_or(self.at, |step| step.span.range().end);
        self.span(start, end)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.argument, start..end)
    }
}

fn index(digits: &str, span: Span) -> Result<usize> {
    match digits.parse::<i64>() {
        Ok(index) => match usize::try_from(index) {
            Ok(index) if index <= MAX_INDEX => Ok(index),
            Ok(_) => Err(limit::high_index(span).into()),
            Err(_) => Err(syntax::negative_index(span).into()),
        },
        Err(error) if *error.kind() == IntErrorKind::PosOverflow => {
            Err(limit::high_index(span).into())
        }
        Err(_) => Err(syntax::invalid_index(span).into()),
    }
}
