//! Where a text holds secrets, so that a report can show its lines without them.
//!
//! A values file is full of passwords and tokens, and reports end up in CI logs. The text may be broken (that is why
//! it is reported), so it is not parsed but read line by line, and in doubt more is masked rather than less:
//!
//! - The value behind a key whose name promises a secret ([`names`]), in YAML (block and flow), JSON, `a.b.key=value`
//!   of an argument, `--key value` inside a text, unless it only switches or counts (`true`, `null`, `8765`). Unless
//!   quotes or a flow collection bound it, a value reaches to the end of the line, comments included: the `#` may
//!   belong to a password that someone forgot to quote. `password:hunter2`, without the space, counts as a pair too.
//! - The lines below such a key that are indented deeper: a block scalar, a continued text, a list. A mapping below it
//!   is judged key by key (`secret:`, `create: true` below it).
//! - `value` beside `name: SOME_TOKEN`, as in environment variables; everything in `stringData` and in the `data` of
//!   what says `kind: Secret`.
//! - PEM blocks; the user info of URLs; the path of a web hook's URL; tokens known by their shape ([`shapes`]).

mod names;
mod pairs;
mod shapes;
mod siblings;
mod syntax;

use std::ops::Range;

use super::excerpt::MASK;
use crate::source::{Source, SourceKind, Sources};
use names::is_harmless_value;

/// The ranges of bytes that must not be shown, in order and apart from each other.
///
/// One pass over the text, in time linear in its length.
pub(super) fn secrets(source: &Source) -> Vec<Range<usize>> {
    let mut scanner = Scanner::new(source);
    if scanner.argument {
        scanner.line(0..source.text.len());
    } else {
        scanner.lines();
    }
    scanner.masks.extend(source.secrets.iter().cloned());
    joined(scanner.masks)
}

/// A value as it may be shown, if it is written as the value of the key `name`.
pub(crate) fn masked(name: &str, value: &str) -> String {
    let mut sources = Sources::default();
    let text = format!("{name}: {value}");
    let source = sources.add("value", text.as_str(), SourceKind::File);
    let mut shown = value.to_owned();
    for range in secrets(sources.get(source)).into_iter().rev() {
        let behind_name = |at: usize| at.saturating_sub(text.len() - value.len());
        shown.replace_range(behind_name(range.start)..behind_name(range.end), MASK);
    }
    shown
}

/// What a secret key makes of the deeper lines below it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Below {
    /// All of them are its value.
    Value,
    /// Those that are no pairs themselves are its value.
    Items,
    /// They are pairs whose values are secret whatever their keys.
    Pairs,
}

/// What a line is part of, wherever it is indented.
#[derive(Clone, Copy, Debug)]
enum Open {
    /// A secret in quotes of this kind.
    Quote(u8),
    /// A PEM block whose first line is indented so far.
    Pem(usize),
}

struct Scanner<'t> {
    text: &'t str,
    /// A command-line argument: one value may span lines, commas separate pairs.
    argument: bool,
    /// An argument in which commas mean nothing.
    literal: bool,
    masks: Vec<Range<usize>>,
    /// The columns of the secret keys above, and what is below them.
    regions: Vec<(usize, Below)>,
    open: Option<Open>,
    siblings: siblings::Siblings,
}

impl<'t> Scanner<'t> {
    fn new(source: &'t Source) -> Self {
        Scanner {
            text: &source.text,
            argument: matches!(source.kind, SourceKind::Argument),
            literal: source.name.starts_with("--set-literal"),
            masks: Vec::new(),
            regions: Vec::new(),
            open: None,
            siblings: siblings::Siblings::default(),
        }
    }

    fn lines(&mut self) {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let end = start + line.trim_end().len();
            let content = end - line.trim().len();
            if content < end && !self.is_inside(start, content..end) {
                self.indented(start, content..end);
            }
            start += line.len();
        }
    }

    /// Masks a line that lies within quotes or a PEM block begun above; `false` if this one does not.
    fn is_inside(&mut self, start: usize, content: Range<usize>) -> bool {
        let line = &self.text[content.clone()];
        let goes_on = match self.open {
            None => return false,
            Some(Open::Pem(indent)) if content.start - start < indent => {
                self.open = None;
                return false;
            }
            Some(Open::Pem(_)) => !line.contains(shapes::PEM_END),
            Some(Open::Quote(quote)) => syntax::closing_quote(line, quote).is_none(),
        };
        if !goes_on {
            self.open = None;
        }
        self.masks.push(content);
        true
    }

    /// Looks at a line that may be below a secret key.
    fn indented(&mut self, start: usize, content: Range<usize>) {
        let indent = content.start - start;
        let line = &self.text[content.clone()];
        self.leave_regions(indent, line.starts_with("- "));
        match self.regions.last() {
            Some((_, Below::Value)) => self.masks.push(content),
            Some((_, Below::Items)) if !is_structure(line) => self.mask_item(content),
            _ => self.line(start..content.end),
        }
    }

    /// Forgets the keys that a line indented so far is not below. Items may stand right under their key.
    fn leave_regions(&mut self, indent: usize, item: bool) {
        while let Some(&(column, below)) = self.regions.last() {
            if indent > column || (indent == column && item && below == Below::Items) {
                return;
            }
            self.regions.pop();
        }
    }

    fn mask_item(&mut self, content: Range<usize>) {
        let line = &self.text[content.clone()];
        let value = line.trim_start_matches(['-', ' ']);
        if !is_harmless_value(value.trim_matches(['"', '\'', ',', ' '])) {
            self.masks.push(content.end - value.len()..content.end);
        }
    }
}

/// Whether a line (without its indentation) is a pair, a comment or a bracket rather than a value.
fn is_structure(line: &str) -> bool {
    let line = line.trim_start_matches(['-', ' ']);
    let is_key = |c: char| c.is_alphanumeric() || "_-./\"'".contains(c);
    let behind_key = line.trim_start_matches(is_key);
    let is_pair = behind_key == ":" || behind_key.starts_with(": ");
    let is_json = behind_key.starts_with(':') && line.starts_with('"');
    (is_pair && behind_key.len() < line.len())
        || is_json
        || line.starts_with('#')
        || line.chars().all(|c| "{}[],".contains(c))
}

/// Ranges in order, overlapping and touching ones joined.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ if range.is_empty() => {}
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests;
