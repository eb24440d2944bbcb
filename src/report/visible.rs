//! Text of unknown origin, made safe for a terminal.
//!
//! A file name, a key or a source line can hold an escape sequence that recolours, retitles or rewrites a terminal,
//! or a bidirectional control that makes text read as something else than it is. Such characters are shown as
//! `\u{1b}`, never sent.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether the character has no glyph of its own and may change what is seen of others.
///
/// Control characters, and what Unicode calls default-ignorable (bidirectional controls, zero-width characters, tags,
/// fillers), line separators and non-characters. Variation selectors of emoji (U+FE00 to U+FE0F) change only the
/// character that they follow and are let through.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{fffe}'..='\u{ffff}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Appends the character, or its escape if it is hidden.
pub(super) fn push_visible(text: &mut String, character: char) {
    match character {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        hidden if is_hidden(hidden) => {
            // Writing into a text cannot fail.
            let _ = write!(text, "{}", hidden.escape_unicode());
        }
        plain => text.push(plain),
    }
}

/// The text on one line, with an escape for each hidden character, newlines too.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push_visible(&mut safe, character);
    }
    Cow::Owned(safe)
}

/// As [`visible`], but lines stay lines.
pub(crate) fn visible_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(visible).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_is_shown_not_sent() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("\u{9b}2J\u{7f}"), "\\u{9b}2J\\u{7f}");
    }

    #[test]
    fn characters_that_reorder_or_hide_text_are_shown() {
        for hidden in ['\u{202e}', '\u{2066}', '\u{200e}', '\u{200b}', '\u{feff}'] {
            let code = u32::from(hidden);
            assert_eq!(
                visible(&format!("a{hidden}b")),
                format!("a\\u{{{code:x}}}b")
            );
        }
    }

    #[test]
    fn a_newline_starts_no_line_unless_lines_are_wanted() {
        assert_eq!(visible("a\nb\tc\r"), "a\\nb\\tc\\r");
        assert_eq!(visible_lines("a\nb\u{7}"), "a\nb\\u{7}");
    }

    #[test]
    fn letters_of_all_scripts_stay() {
        assert_eq!(visible("größe 大きさ ⚠\u{fe0f}"), "größe 大きさ ⚠\u{fe0f}");
    }
}
