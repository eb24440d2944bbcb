//! The pairs of a key and a value that one line holds, in YAML, JSON and arguments alike.

use std::ops::Range;

use super::names::{is_harmless_value, is_secret_name};
use super::{Below, Open, Scanner};

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

/// How far a line is read.
struct Cursor {
    start: usize,
    at: usize,
    end: usize,
    /// The column of the line's first key.
    column: usize,
    /// How many flow collections are open.
    depth: usize,
    /// Where the quotes end that the cursor is in.
    quotes: Option<usize>,
    /// A value can start here: quotes and brackets mean something.
    fresh: bool,
}

/// A key, and where what follows its separator starts.
struct Pair<'t> {
    key: &'t str,
    separator: u8,
    value: usize,
}

impl<'t> Scanner<'t> {
    /// Masks the secrets of one line, or of a whole argument.
    pub(super) fn line(&mut self, line: Range<usize>) {
        let text = &self.text[line.clone()];
        let item = text.trim_start().starts_with("- ");
        let content = line.end - text.trim_start_matches(['-', ' ', '\t']).len();
        let mut cursor = Cursor {
            at: if self.argument { line.start } else { content },
            start: line.start,
            end: line.end,
            column: content - line.start,
            depth: 0,
            quotes: None,
            fresh: true,
        };
        if text.starts_with("---") {
            self.siblings = Siblings::default();
        } else if item {
            self.siblings.kind = self.siblings.kind.filter(|kind| *kind < cursor.column);
            self.enter_siblings((0, cursor.column));
        }
        while cursor.at < cursor.end {
            self.step(&mut cursor);
        }
        self.shapes(&line);
    }

    fn enter_siblings(&mut self, scope: (usize, usize)) {
        let kind = self.siblings.kind.filter(|kind| *kind <= scope.1);
        self.siblings = Siblings {
            scope,
            kind,
            ..Siblings::default()
        };
    }

    fn step(&mut self, cursor: &mut Cursor) {
        let byte = self.text.as_bytes()[cursor.at];
        let outside = cursor.quotes.is_none();
        if cursor.quotes == Some(cursor.at) {
            cursor.quotes = None;
            cursor.fresh = false;
        } else if outside && cursor.fresh && matches!(byte, b'"' | b'\'') {
            let rest = &self.text[cursor.at + 1..cursor.end];
            cursor.quotes = closing_quote(rest, byte).map(|length| cursor.at + 1 + length);
        } else if let Some(pair) = self.pair(cursor) {
            return self.judge(cursor, &pair);
        } else if outside {
            self.bracket(cursor, byte);
        }
        cursor.at += 1;
    }

    fn bracket(&mut self, cursor: &mut Cursor, byte: u8) {
        match byte {
            b'{' | b'[' if cursor.fresh => {
                cursor.depth += 1;
                self.enter_siblings((cursor.depth, cursor.column));
            }
            b'}' | b']' => cursor.depth = cursor.depth.saturating_sub(1),
            b',' => cursor.fresh = cursor.depth > 0 || self.argument,
            b' ' | b'\t' => {}
            _ => cursor.fresh = false,
        }
    }

    /// The pair whose separator is at the cursor.
    fn pair(&self, cursor: &Cursor) -> Option<Pair<'t>> {
        let separator = self.text.as_bytes()[cursor.at];
        if !matches!(separator, b':' | b'=' | b' ') {
            return None;
        }
        let value = cursor.at + 1;
        let (before, mut key) = key_before(&self.text[cursor.start..cursor.at]);
        if separator == b' ' {
            key = key.strip_prefix("--")?;
        }
        let behind = &self.text[value..cursor.end];
        let is_url = separator == b':' && behind.starts_with("//");
        let is_path =
            separator == b':' && before.ends_with(['/', '@']) && !behind.starts_with([' ', '\t']);
        (!key.is_empty() && !is_url && !is_path).then_some(Pair {
            key,
            separator,
            value,
        })
    }

    fn judge(&mut self, cursor: &mut Cursor, pair: &Pair<'_>) {
        cursor.at = pair.value;
        cursor.fresh = true;
        if self.is_secret(cursor, pair) {
            let start = self.skip_blanks(cursor);
            cursor.at = self
                .mask_value(cursor, pair.separator, start)
                .max(cursor.at);
        }
    }

    fn skip_blanks(&self, cursor: &Cursor) -> usize {
        let rest = &self.text[cursor.at..cursor.end];
        cursor.end - rest.trim_start_matches([' ', '\t']).len()
    }

    fn is_secret(&mut self, cursor: &Cursor, pair: &Pair<'_>) -> bool {
        let secret_pairs = matches!(self.regions.last(), Some((_, Below::Pairs)));
        let key = match pair.separator {
            b'=' => pair.key.rsplit('.').next().unwrap_or_default(),
            _ => pair.key,
        };
        let environment =
            key == "value" && self.argument && pair.key.to_ascii_lowercase().contains("env");
        secret_pairs || environment || is_secret_name(key) || self.is_secret_sibling(cursor, key)
    }

    /// Judges a pair by those beside it.
    fn is_secret_sibling(&mut self, cursor: &Cursor, key: &str) -> bool {
        let scope = (cursor.depth, cursor.column);
        if !matches!(key, "name" | "value" | "kind" | "data" | "stringData") {
            return false;
        }
        if self.siblings.scope != scope {
            self.enter_siblings(scope);
        }
        let start = self.skip_blanks(cursor);
        let value = start..self.plain_end(cursor, b':', start);
        match key {
            "name" => self.name_siblings(&self.text[value]),
            "value" if !self.siblings.named => self.siblings.value = Some(value),
            "kind" => {
                let is_secret = self.text[value].trim_matches(['"', '\'']) == "Secret";
                self.siblings.kind = is_secret.then_some(cursor.column);
            }
            _ if value.is_empty()
                && (key == "stringData" || self.siblings.kind == Some(cursor.column)) =>
            {
                self.regions.push((cursor.column, Below::Pairs));
            }
            _ => {}
        }
        key == "value" && self.siblings.named
    }

    fn name_siblings(&mut self, name: &str) {
        let name = name.split(" #").next().unwrap_or_default();
        self.siblings.named = is_secret_name(name);
        if self.siblings.named {
            self.masks.extend(self.siblings.value.take());
        }
    }

    /// Masks the value that starts at `start`, and returns where it ends.
    fn mask_value(&mut self, cursor: &Cursor, separator: u8, start: usize) -> usize {
        let rest = &self.text[start..cursor.end];
        let end = self.plain_end(cursor, separator, start);
        if cursor.quotes.is_some() {
            self.mask_plain(start..end);
            return end;
        }
        match rest.bytes().next() {
            Some(quote @ (b'"' | b'\'')) => self.mask_quoted(cursor, separator, start, quote),
            Some(b'{' | b'[') => self.mask_collection(cursor, separator, start),
            Some(b'|' | b'>') if is_block_header(rest) => {
                self.push_region(cursor, separator, Below::Value);
                end
            }
            first => {
                let is_comment = matches!(first, None | Some(b'#'));
                if self.mask_plain(start..end) && !is_comment {
                    self.push_region(cursor, separator, Below::Value);
                } else {
                    self.push_region(cursor, separator, Below::Items);
                }
                end
            }
        }
    }

    fn push_region(&mut self, cursor: &Cursor, separator: u8, below: Below) {
        if cursor.depth == 0 && separator == b':' && !self.argument {
            self.regions.push((cursor.column, below));
        }
    }

    /// Masks a bare value unless it is harmless, and says whether it did.
    fn mask_plain(&mut self, value: Range<usize>) -> bool {
        let text = self.text[value.clone()].trim_end();
        let is_secret = !is_harmless_value(text.trim_matches(['"', '\'', ',', '}', ' ']));
        if is_secret {
            self.masks.push(value.start..value.start + text.len());
        }
        is_secret
    }

    fn mask_quoted(&mut self, cursor: &Cursor, separator: u8, start: usize, quote: u8) -> usize {
        let inner = start + 1;
        let Some(length) = closing_quote(&self.text[inner..cursor.end], quote) else {
            self.masks.push(inner..cursor.end);
            self.open = (!self.argument).then_some(Open::Quote(quote));
            return cursor.end;
        };
        let close = inner + length;
        if self.ends_cleanly(cursor, separator, close + 1) {
            self.mask_plain(inner..close);
            return close + 1;
        }
        self.masks.push(start..cursor.end);
        cursor.end
    }

    /// Masks what stands in the brackets at `start`, or the lines below if they are not closed here.
    fn mask_collection(&mut self, cursor: &Cursor, separator: u8, start: usize) -> usize {
        let inner = start + 1;
        match closing_bracket(&self.text[start..cursor.end]).map(|length| start + length) {
            Some(close) if self.ends_cleanly(cursor, separator, close + 1) => {
                self.mask_plain(inner..close);
                close + 1
            }
            closed => {
                self.mask_plain(inner..cursor.end);
                if closed.is_none() {
                    self.push_region(cursor, separator, Below::Items);
                }
                cursor.end
            }
        }
    }

    /// Whether a quoted or bracketed value that ends at `at` is whole. If not, the rest may be part of the secret.
    fn ends_cleanly(&self, cursor: &Cursor, separator: u8, at: usize) -> bool {
        let rest = &self.text[at..cursor.end];
        let trimmed = rest.trim_start();
        if trimmed.is_empty() || (trimmed.starts_with('#') && trimmed.len() < rest.len()) {
            return true;
        }
        if cursor.depth > 0 {
            return trimmed.starts_with([',', '}', ']']);
        }
        if self.argument && separator == b'=' {
            return starts_pair(rest);
        }
        trimmed.chars().all(|c| ",}] ".contains(c))
    }

    /// Where a bare value ends that starts at `start`.
    fn plain_end(&self, cursor: &Cursor, separator: u8, start: usize) -> usize {
        let rest = &self.text[start..cursor.end];
        let end = |length: Option<usize>| start + length.unwrap_or(rest.len());
        if let Some(quotes) = cursor.quotes {
            quotes.max(start)
        } else if cursor.depth > 0 {
            end(rest.find([',', '}', ']']))
        } else if self.argument && separator == b'=' && !self.literal {
            let commas = rest.match_indices(',').map(|(at, _)| at);
            end(commas
                .into_iter()
                .find(|at| !rest[..*at].ends_with('\\') && starts_pair(&rest[*at..])))
        } else {
            cursor.end
        }
    }
}

/// The key in front of a separator (what stands in quotes there, or the last word), and what is in front of the key.
fn key_before(before: &str) -> (&str, &str) {
    let before = before.trim_end_matches([' ', '\t']);
    if let Some(quote @ ('"' | '\'')) = before.chars().next_back() {
        let quoted = &before[..before.len() - 1];
        return quoted.split_at(quoted.rfind(quote).map_or(0, |open| open + 1));
    }
    let is_key = |c: char| c.is_alphanumeric() || "_-.[]\\".contains(c);
    before.split_at(before.trim_end_matches(is_key).len())
}

/// Whether the text is a comma and the next pair of an argument. A `=` that ends the text is the padding of Base64.
fn starts_pair(text: &str) -> bool {
    let Some(next) = text.strip_prefix(',') else {
        return false;
    };
    let is_path = |c: char| c.is_alphanumeric() || "_-.[]\\/".contains(c);
    let value = next.trim_start_matches(is_path);
    value.len() < next.len() && value.starts_with('=') && !matches!(value, "=" | "==")
}

/// How long the text is up to its closing quote.
pub(super) fn closing_quote(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let doubled = quote == b'\'' && bytes[at..].starts_with(b"''");
        if doubled || (quote == b'"' && bytes[at] == b'\\') {
            at += 1;
        } else if bytes[at] == quote {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// How long the text is up to the bracket that closes its first one.
fn closing_bracket(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return Some(at),
            b'}' | b']' => depth -= 1,
            quote @ (b'"' | b'\'') => at += 1 + closing_quote(&text[at + 1..], quote)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether the text is the head of a block scalar: `|`, `>-`, `|2 # comment`.
fn is_block_header(text: &str) -> bool {
    let rest =
        text[1..].trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let comment = rest.trim_start();
    comment.is_empty() || (comment.starts_with('#') && comment.len() < rest.len())
}
