//! Whether a text, printed into YAML, is one scalar.

use granit_parser::{Event, Parser, ScalarStyle, options};

use super::Kind;
use super::read::is_forbidden;
use super::scalar::{self, Scalar};

/// What `text` means when it is printed bare behind `key: `, if it is exactly one plain or quoted scalar there: no
/// comment, tag, anchor, alias, line break or collection. Blanks around it do not matter.
#[must_use]
pub fn one_scalar(text: &str) -> Option<Kind> {
    let text = text.trim_matches([' ', '\t']);
    if text.is_empty() || text.contains(['\n', '\r']) || text.contains(is_forbidden) {
        return None;
    }
    let line = format!("k: {text}");
    let options = options! { bom_inside_document_as_content: true };
    let mut scalars = Vec::new();
    for event in Parser::new_from_str_with_options(&line, options) {
        match event.ok()? {
            (Event::Scalar(value, style, 0, None), span) => {
                scalars.push((value, style, span.byte_range()?));
            }
            (Event::MappingStart(..) | Event::MappingEnd, _) => {}
            (event, _) if event.is_node() => return None,
            _ => {}
        }
    }
    let [_, (value, style, range)] = &scalars[..] else {
        return None;
    };
    if *range != (3..line.len()) {
        return None;
    }
    match (style, scalar::plain(value)) {
        (ScalarStyle::Plain, Scalar::NotFinite(_)) => None,
        (ScalarStyle::Plain, scalar) => Some(scalar::kind(scalar, value)),
        (ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted, _) => {
            Some(Kind::Text((&**value).into()))
        }
        _ => None,
    }
}
