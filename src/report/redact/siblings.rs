//! Pairs that are secret by what stands beside them: a `value` beside the `name` of a secret, the `data` of a Secret.

use std::ops::Range;

use super::names::is_secret_name;
use super::pairs::Cursor;
use super::syntax::closing_quote;
use super::{Below, Scanner};

/// The longest name or flow value in bytes that is looked at to judge what stands beside it.
const NEAR: usize = 256;

/// What the keys around a pair say of it.
#[derive(Debug, Default)]
pub(super) struct Siblings {
    /// Where the pairs stand: flow depth and column.
    scope: (usize, usize),
    /// `name` beside it looks like that of a secret.
    named: bool,
    /// A `value` whose `name` has not come yet.
    value: Option<Range<usize>>,
    /// The column of a `kind: Secret`.
    kind: Option<usize>,
}

impl Scanner<'_> {
    /// Forgets what a document or an item that starts in this line has nothing to do with.
    pub(super) fn begin_siblings(&mut self, line: &str, column: usize) {
        if line.starts_with("---") {
            self.siblings = Siblings::default();
        } else if line.trim_start().starts_with("- ") {
            self.siblings.kind = self.siblings.kind.filter(|kind| *kind < column);
            self.enter_siblings((0, column));
        }
    }

    pub(super) fn enter_siblings(&mut self, scope: (usize, usize)) {
        let kind = self.siblings.kind.filter(|kind| *kind <= scope.1);
        self.siblings = Siblings {
            scope,
            kind,
            ..Siblings::default()
        };
    }

    /// Judges a pair by those beside it.
    pub(super) fn is_secret_sibling(&mut self, cursor: &Cursor, key: &str) -> bool {
        if !matches!(key, "name" | "value" | "kind" | "data" | "stringData") {
            return false;
        }
        let scope = (cursor.depth, cursor.column);
        if self.siblings.scope != scope {
            self.enter_siblings(scope);
        }
        let start = self.skip_blanks(cursor);
        let value = self.near_value(cursor, start);
        let text = value.clone().map_or("", |value| &self.text[value]);
        match key {
            "name" => self.name_siblings(text),
            "value" => return self.is_secret_value(value.unwrap_or(start..cursor.end)),
            "kind" => {
                let is_secret = text.trim_matches(['"', '\'', ',', ' ']) == "Secret";
                self.siblings.kind = is_secret.then_some(cursor.column);
            }
            _ => return self.is_secret_data(cursor, key, start),
        }
        false
    }

    fn name_siblings(&mut self, name: &str) {
        let near = name
            .char_indices()
            .nth(NEAR)
            .map_or(name.len(), |(end, _)| end);
        let name = name[..near].split(" #").next().unwrap_or_default();
        self.siblings.named = name.len() < NEAR && is_secret_name(name);
        if self.siblings.named {
            self.masks.extend(self.siblings.value.take());
        }
    }

    fn is_secret_value(&mut self, value: Range<usize>) -> bool {
        if !self.siblings.named {
            self.siblings.value = Some(value);
        }
        self.siblings.named
    }

    /// Judges the `data` of an object. What stands on lines of its own is left to the region that this opens.
    fn is_secret_data(&mut self, cursor: &Cursor, key: &str, start: usize) -> bool {
        let is_secret = key == "stringData" || self.siblings.kind == Some(cursor.column);
        let is_below = matches!(&self.text[start..cursor.end], "" | "{");
        if is_secret && is_below {
            self.regions.push((cursor.column, Below::Pairs));
        }
        is_secret && !is_below
    }

    /// The value that starts at `start`, unless it is longer than one that matters here: these keys can repeat, and
    /// each must cost little.
    fn near_value(&self, cursor: &Cursor, start: usize) -> Option<Range<usize>> {
        if let Some(quotes) = cursor.quotes {
            return Some(start..quotes.max(start));
        }
        let mut limit = cursor.end.min(start + NEAR);
        while !self.text.is_char_boundary(limit) {
            limit -= 1;
        }
        let rest = &self.text[start..limit];
        if let Some(quote @ (b'"' | b'\'')) = rest.bytes().next() {
            return closing_quote(&rest[1..], quote).map(|length| start..start + length + 2);
        }
        if cursor.depth == 0 && !self.argument {
            return Some(start..cursor.end);
        }
        let whole = (limit == cursor.end).then_some(rest.len());
        let length = rest.find([',', '}', ']']).or(whole)?;
        Some(start..start + length)
    }
}
