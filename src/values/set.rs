//! `--set` and its kin: values written in an argument of the command line, in Helm's own small grammar.
//!
//! `grammar` takes an argument apart into assignments, `assign` writes each of them into the values. What Helm
//! drops without a word (an assignment to an empty name, a path without `=`) is an error here.

mod assign;
mod grammar;
mod json;
mod json_places;
#[cfg(test)]
mod tests;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::diagnostic::Diagnostics;
use crate::source::{SourceId, Sources, Span};
use crate::values::file::read_source;
use crate::yaml::{Kind, Map, Node, Number, Origin};

use assign::Refusal;
use grammar::{Assignment, Raw, Word};

pub use assign::MAX_HOLES;
pub use grammar::{MAX_DOTS, MAX_INDEX, MAX_STEPS, Selector};

/// Which flag an argument belongs to. They are ordered as Helm applies them, whatever their order on the command
/// line: what a later one sets wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SetKind {
    /// `--set-json`: values are JSON.
    Json,
    /// `--set`: values are texts, unless they look like a boolean, null or a whole number.
    Set,
    /// `--set-string`: values are texts.
    String,
    /// `--set-file`: values are paths of files whose texts are meant.
    File,
    /// `--set-literal`: the value is the rest of the argument, in which nothing has a meaning.
    Literal,
}

impl SetKind {
    /// All of them in the order in which they apply.
    pub const ALL: [SetKind; 5] = [
        SetKind::Json,
        SetKind::Set,
        SetKind::String,
        SetKind::File,
        SetKind::Literal,
    ];

    /// The flag as it is typed, such as `--set-json`.
    #[must_use]
    pub fn flag(self) -> &'static str {
        match self {
            SetKind::Json => "--set-json",
            SetKind::Set => "--set",
            SetKind::String => "--set-string",
            SetKind::File => "--set-file",
            SetKind::Literal => "--set-literal",
        }
    }
}

/// The values with the assignments of one argument applied.
///
/// `values` is a map or null, `argument` the text behind the flag. If the argument cannot be read at all, the values
/// come back as they were; an assignment that cannot be made is left out, and the others are made. Either way
/// `diagnostics` says what is wrong. Each file of `--set-file` becomes a source of its own.
pub fn apply(
    values: Node,
    kind: SetKind,
    argument: SourceId,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Node {
    let text = Arc::clone(&sources.get(argument).text);
    let assignments = match grammar::read(&text, kind, argument) {
        Ok(assignments) => assignments,
        Err(diagnostic) => {
            diagnostics.push(*diagnostic);
            return values;
        }
    };
    let mut values = or_empty_map(values);
    let mut writer = Writer {
        kind,
        text: &text,
        room: MAX_HOLES,
        sources,
        diagnostics,
    };
    for assignment in assignments {
        if writer.write(&mut values, assignment).is_break() {
            break;
        }
    }
    values
}

fn or_empty_map(values: Node) -> Node {
    match values.kind {
        Kind::Null => Node::new(Kind::Map(Arc::new(Map::new())), values.origin),
        _ => values,
    }
}

/// Makes nodes of the values that the grammar found, and writes them.
struct Writer<'a> {
    kind: SetKind,
    text: &'a str,
    room: usize,
    sources: &'a mut Sources,
    diagnostics: &'a mut Diagnostics,
}

impl Writer<'_> {
    /// Makes one assignment; breaks off where no further one makes sense.
    fn write(&mut self, values: &mut Node, assignment: Assignment) -> ControlFlow<()> {
        let Assignment { path, value, span } = assignment;
        let Some(value) = self.value(value) else {
            return ControlFlow::Continue(());
        };
        let Err(refusal) = assign::write(values, &path, span, value, &mut self.room) else {
            return ControlFlow::Continue(());
        };
        let exhausted = matches!(refusal, Refusal::TooManyHoles);
        self.diagnostics.push(refusal.diagnostic(&path, self.text));
        if exhausted {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// The node that is meant, or nothing if a file cannot be read.
    fn value(&mut self, raw: Raw) -> Option<Node> {
        match raw {
            Raw::Node(node) => Some(node),
            Raw::Word(word) => self.word(word),
            Raw::List { items, span } => {
                let items: Vec<Option<Node>> =
                    items.into_iter().map(|item| self.word(item)).collect();
                let items: Option<Vec<Node>> = items.into_iter().collect();
                Some(Node::new(
                    Kind::List(Arc::new(items?)),
                    Origin::Written(span),
                ))
            }
        }
    }

    fn word(&mut self, word: Word) -> Option<Node> {
        match self.kind {
            SetKind::Set => Some(Node::new(typed(&word.text), Origin::Written(word.span))),
            SetKind::File => self.file(&word),
            SetKind::Json | SetKind::String | SetKind::Literal => {
                Some(Node::text(word.text, Origin::Written(word.span)))
            }
        }
    }

    fn file(&mut self, path: &Word) -> Option<Node> {
        let source = read_source(&path.text, Some(path.span), self.sources, self.diagnostics)?;
        let text = Arc::clone(&self.sources.get(source).text);
        let span = Span::new(source, 0..text.len());
        Some(Node::text(text, Origin::Written(span)))
    }
}

/// What a word of `--set` means: a boolean and null in any letter case, a whole number of 64 bits unless it starts
/// with a superfluous zero, or a text.
fn typed(word: &str) -> Kind {
    if word.eq_ignore_ascii_case("true") {
        return Kind::Bool(true);
    }
    if word.eq_ignore_ascii_case("false") {
        return Kind::Bool(false);
    }
    if word.eq_ignore_ascii_case("null") {
        return Kind::Null;
    }
    match word.parse() {
        Ok(number) if word == "0" || !word.starts_with('0') => {
            Kind::Number(Number::Integer(number))
        }
        _ => Kind::Text(word.into()),
    }
}
