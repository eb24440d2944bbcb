//! The items of a list in the place of its name, with the blanks and commas that Falco makes of it.

use std::ops::Range;

use super::{MOST_BYTES, is_delimiter};
use crate::rules::exception::needs_quotes;
use crate::rules::text::{Text, Word};

/// Blanks around a name, which are taken away with it.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// A text in which names are being replaced, from its start to its end.
pub(super) struct Replacing<'t> {
    text: &'t Text,
    replaced: Text,
    /// How much of the text is dealt with.
    done: usize,
}

impl<'t> Replacing<'t> {
    /// Nothing is replaced yet.
    pub fn new(text: &'t Text) -> Self {
        Replacing {
            text,
            replaced: Text::with_capacity(text.as_str().len(), 0),
            done: 0,
        }
    }

    /// The length of the new text so far.
    pub fn len(&self) -> usize {
        self.replaced.as_str().len()
    }

    /// Puts the items of a list in the place of a name, which stands behind all that has been replaced before.
    pub fn put(&mut self, name: Range<usize>, items: &[Word]) {
        let text = self.text.as_str();
        self.replaced
            .push_range(self.text, self.done..name.start.max(self.done));
        let kept = self.replaced.as_str().trim_end_matches(BLANKS).len();
        self.replaced.truncate(kept);
        let rest = &text[name.end..];
        self.done = name.end + rest.len() - rest.trim_start_matches(BLANKS).len();
        if items.is_empty() {
            if self.replaced.as_str().ends_with(',') {
                self.replaced.truncate(kept - 1);
            } else if text[self.done..].starts_with(',') {
                self.done += 1;
            }
        }
        if !self.replaced.as_str().is_empty() {
            self.replaced.push_blank(self.text, name.start);
        }
        self.push(items);
        self.replaced.push_blank(self.text, name.start);
    }

    /// Adds the items, with commas between them, in quotes where Falco puts them.
    fn push(&mut self, items: &[Word]) {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.replaced.push(", ", item.at.span);
            }
            let is_bare = needs_quotes(&item.text);
            if is_bare {
                self.replaced.push("\"", item.at.span);
            }
            self.replaced.push_written(&item.text, item.at);
            if is_bare {
                self.replaced.push("\"", item.at.span);
            }
        }
    }

    /// The whole new text.
    pub fn finish(mut self) -> Text {
        self.replaced
            .push_range(self.text, self.done..self.text.as_str().len());
        self.replaced
    }
}

/// The text with items in the place of a name; nothing if the name is not in it. Ends early once it is longer than
/// [`MOST_BYTES`].
pub(super) fn replace(text: &Text, name: &str, items: &[Word]) -> Option<Text> {
    let whole = text.as_str();
    let mut replacing = Replacing::new(text);
    let mut found = occurrence(whole, name, 0)?;
    loop {
        replacing.put(found.clone(), items);
        // Falco goes on a byte late behind a name at the very start, up to which it takes blanks away.
        let is_first = whole[..found.start].trim_start_matches(BLANKS).is_empty();
        let late = if is_first {
            width(whole, replacing.done)
        } else {
            0
        };
        match occurrence(whole, name, replacing.done + late) {
            Some(next) if replacing.len() <= MOST_BYTES => found = next,
            _ => return Some(replacing.finish()),
        }
    }
}

/// Where the name stands between delimiters, from an offset on.
fn occurrence(text: &str, name: &str, from: usize) -> Option<Range<usize>> {
    if name.is_empty() {
        return None;
    }
    let mut from = from;
    loop {
        let start = from + text.get(from..)?.find(name)?;
        let end = start + name.len();
        let before = text[..start].chars().next_back();
        let behind = text[end..].chars().next();
        if before.is_none_or(is_delimiter) && behind.is_none_or(is_delimiter) {
            return Some(start..end);
        }
        from = start + width(text, start);
    }
}

/// How many bytes the character at an offset has.
fn width(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.chars().next().map_or(1, char::len_utf8)
}
