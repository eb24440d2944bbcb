//! Where a node is written, where that is not simply where the parser says.

use granit_parser::ScalarStyle;

use super::Documents;
use crate::source::Span;
use crate::yaml::frame::Frame;

impl Documents<'_> {
    /// The place of a block list, which begins with its first dash: the parser gives the first item's place for a list
    /// that stands in the column of its key.
    pub(super) fn begin_at_dash(&self, span: Span) -> Span {
        let in_map = self.frames.last().is_some_and(Frame::is_map);
        let range = span.range();
        if !in_map || range.start <= self.previous_end {
            return span;
        }
        let start = find_word(self.text, self.previous_end, range.start, |word| {
            word == "-"
        });
        Span::new(self.source, start..range.end.max(start))
    }

    /// The text of a scalar and its place as this reader gives them: an absent scalar is empty and lies behind its
    /// colon, a block scalar begins with its header.
    pub(super) fn written<'t>(
        &self,
        text: &'t str,
        style: ScalarStyle,
        span: Span,
    ) -> (&'t str, Span) {
        let range = span.range();
        match style {
            ScalarStyle::Plain if range.is_empty() => {
                let colon = self.text[range.start..].starts_with(':');
                let at = range.start + usize::from(colon);
                ("", Span::new(self.source, at..at))
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = find_word(self.text, self.previous_end, range.start, |word| {
                    word.starts_with(['|', '>'])
                });
                let end = start + self.text[start..range.end].trim_end().len();
                (text, Span::new(self.source, start..end))
            }
            _ => (text, span),
        }
    }

    /// Whether YAML 1.1 ends a plain scalar elsewhere than YAML 1.2 does: within brackets, 1.1 takes a question mark
    /// for the beginning of a key, and a colon at the end or a comma behind a tag for a part of what stands before it.
    pub(super) fn is_torn(&self, tagged: bool, span: Span) -> bool {
        let in_flow = self.frames.last().is_some_and(Frame::is_flow);
        let text = &self.text[span.range()];
        let behind = self.text[span.end as usize..].trim_start();
        let bare_tag = text.is_empty() && !self.text[..span.range().start].ends_with(' ');
        in_flow
            && (text.contains('?')
                || tagged && bare_tag
                || text.starts_with(':')
                || !text.is_empty()
                    && behind
                        .strip_prefix(':')
                        .is_some_and(|behind| behind.starts_with([',', '[', ']', '{', '}'])))
    }
}

/// Where the first word between `from` and `until` begins that `is_it` recognizes, comments left aside; `until` if
/// there is none.
fn find_word(text: &str, from: usize, until: usize, is_it: impl Fn(&str) -> bool) -> usize {
    let mut at = from;
    while at < until {
        let rest = &text[at..until];
        at += rest.len() - rest.trim_start().len();
        let rest = &text[at..until];
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        at += if is_it(word) {
            return at;
        } else if word.starts_with('#') {
            rest.find('\n').unwrap_or(rest.len())
        } else {
            word.len()
        };
    }
    until
}
