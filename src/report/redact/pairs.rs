//! The pairs of a key and a value that one line holds, in YAML, JSON and arguments alike.

use std::ops::Range;

use super::names::{is_harmless_value, is_secret_name, is_secret_path};
use super::syntax::{closing_bracket, closing_quote, is_block_header, key_before, starts_pair};
use super::{Below, Open, Scanner};

/// How far a line is read.
pub(super) struct Cursor {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset of the next byte to look at.
    pub at: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// The column of the line's first key.
    pub column: usize,
    /// How many flow collections are open.
    pub depth: usize,
    /// Where the quotes end that the cursor is in.
    pub quotes: Option<usize>,
    /// A value can start here: quotes and brackets mean something.
    pub fresh: bool,
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
        self.begin_siblings(text, cursor.column);
        while cursor.at < cursor.end {
            self.step(&mut cursor);
        }
        self.shapes(&line);
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

    /// Where the next thing on the line starts.
    pub(super) fn skip_blanks(&self, cursor: &Cursor) -> usize {
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
        let named = match pair.separator {
            b'=' => is_secret_path(pair.key),
            _ => is_secret_name(key),
        };
        secret_pairs || environment || named || self.is_secret_sibling(cursor, key)
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
