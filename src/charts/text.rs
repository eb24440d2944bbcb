//! Texts made from values, with the origins of all their parts.

use std::fmt::Write as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::yaml::{Kind, Node, Origin, one_scalar};

/// The text that a scalar prints as; empty for null. Lists and maps have none and give an empty text, too: the schema
/// has refused them where a text belongs.
pub fn text(node: &Node) -> Node {
    let text = match &node.kind {
        Kind::Text(_) => return node.clone(),
        Kind::Bool(value) => value.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::Null | Kind::List(_) | Kind::Map(_) | Kind::Document(_) => String::new(),
    };
    Node::text(text, node.origin.clone())
}

/// The texts of all parts, one behind the other.
pub fn join<const N: usize>(parts: [&Node; N]) -> Node {
    let joined: String = parts
        .iter()
        .filter_map(|part| text(part).as_text().map(str::to_owned))
        .collect();
    Node::text(
        joined,
        Origin::derived(parts.iter().map(|part| &part.origin)),
    )
}

/// The texts of all parts, one behind the other, in Base64.
pub fn base64<const N: usize>(parts: [&Node; N]) -> Node {
    let plain = join(parts);
    let bytes = plain.as_text().unwrap_or_default().as_bytes();
    Node::text(BASE64_STANDARD.encode(bytes), plain.origin)
}

/// A name of at most 63 characters, as the charts cut names: Kubernetes takes no longer label value, and a dash at the
/// cut would be no valid end.
pub fn cut_name(name: &Node) -> Node {
    let whole = name.as_text().unwrap_or_default();
    let end = whole
        .char_indices()
        .nth(63)
        .map_or(whole.len(), |(end, _)| end);
    let cut = &whole[..end];
    Node::text(cut.strip_suffix('-').unwrap_or(cut), name.origin.clone())
}

/// What a text means when it is printed bare: where it is one whole YAML scalar, what that scalar means, else the text.
/// Line breaks behind the scalar, which a literal block leaves there, are no part of it.
pub fn bare(node: &Node) -> Node {
    const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];
    let kind = match &node.kind {
        Kind::Text(text) if text.trim_matches(BLANKS).is_empty() => Some(Kind::Null),
        Kind::Text(text) => one_scalar(text.trim_end_matches(BLANKS)),
        _ => None,
    };
    Node::new(
        kind.unwrap_or_else(|| node.kind.clone()),
        node.origin.clone(),
    )
}

/// The SHA-256 digest of a node, in hexadecimal: the same for equal data, and another one for other data.
pub fn digest(node: &Node) -> String {
    let mut bytes = Vec::new();
    feed(node, &mut bytes);
    let mut hexadecimal = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    hexadecimal
}

/// The bytes of a node for a digest. Each text stands behind its length, so that no two nodes give the same.
fn feed(node: &Node, bytes: &mut Vec<u8>) {
    let mut part = |kind: u8, text: &str| {
        bytes.push(kind);
        bytes.extend(text.len().to_le_bytes());
        bytes.extend(text.as_bytes());
    };
    match &node.kind {
        Kind::Null => part(0, ""),
        Kind::Bool(value) => part(1, if *value { "true" } else { "false" }),
        Kind::Number(number) => part(2, &number.to_string()),
        Kind::Text(text) => part(3, text),
        Kind::List(items) => {
            part(4, &items.len().to_string());
            items.iter().for_each(|item| feed(item, bytes));
        }
        Kind::Map(map) => {
            part(5, &map.len().to_string());
            for (key, entry) in map.iter() {
                feed(&Node::constant(Arc::clone(key)), bytes);
                feed(&entry.value, bytes);
            }
        }
        Kind::Document(inner) => feed(inner, bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_loses_the_dash_at_which_it_is_cut() {
        let name = Node::constant(format!("{}-tail", "a".repeat(62)));
        assert_eq!(cut_name(&name), Node::constant("a".repeat(62)));
    }

    #[test]
    fn a_cut_falls_between_characters() {
        let name = Node::constant("ä".repeat(70));
        assert_eq!(cut_name(&name), Node::constant("ä".repeat(63)));
    }

    #[test]
    fn null_joins_as_nothing() {
        let joined = join([
            &Node::constant("a"),
            &Node::null(),
            &Node::bool(true, Origin::Program),
        ]);
        assert_eq!(joined, Node::constant("atrue"));
    }

    #[test]
    fn a_joined_text_comes_from_all_that_is_not_the_program_s() {
        let default = |number| Origin::Default(crate::yaml::DefaultId(number));
        let part = |number| Node::text("x", default(number));
        let one = join([&Node::constant("http://"), &part(1)]);
        assert_eq!(one.origin, default(1));
        let both = join([&part(1), &Node::constant(":"), &part(2)]);
        assert_eq!(
            both.origin,
            Origin::Derived([default(1), default(2)].into())
        );
    }

    #[test]
    fn a_number_prints_without_exponent() {
        let million = Node::new(
            Kind::Number(crate::yaml::Number::Float(1e6)),
            Origin::Program,
        );
        assert_eq!(text(&million), Node::constant("1000000"));
    }
}
