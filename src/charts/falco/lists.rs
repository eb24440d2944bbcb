//! Lists that the chart lengthens.

use crate::yaml::{Node, Origin};

/// The list with one item more at its end, and without repetitions: what the chart makes of `append` and `uniq`. Null
/// counts as an empty list.
pub fn with_item(list: Option<&Node>, item: Node) -> Node {
    let mut items: Vec<Node> = Vec::new();
    let given = list.and_then(Node::as_list).unwrap_or_default();
    for item in given.iter().cloned().chain([item]) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    let origin = list.map_or(Origin::Program, |list| list.origin.clone());
    Node {
        origin,
        ..Node::list(items)
    }
}

/// Whether a list of texts holds `text`.
pub fn has_text(list: Option<&Node>, text: &str) -> bool {
    let items = list.and_then(Node::as_list).unwrap_or_default();
    items.iter().any(|item| item.as_text() == Some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Node {
        Node::list(texts.iter().map(|text| Node::constant(*text)))
    }

    #[test]
    fn an_item_is_put_behind_the_others_unless_it_is_there() {
        let item = || Node::constant("b");
        assert_eq!(with_item(None, item()), texts(&["b"]));
        assert_eq!(with_item(Some(&Node::null()), item()), texts(&["b"]));
        assert_eq!(with_item(Some(&texts(&["a"])), item()), texts(&["a", "b"]));
        let given = texts(&["b", "a", "b"]);
        assert_eq!(with_item(Some(&given), item()), texts(&["b", "a"]));
    }

    #[test]
    fn a_text_is_found_whole() {
        let list = texts(&["--userspace", "x"]);
        assert!(has_text(Some(&list), "x"));
        assert!(!has_text(Some(&list), "-u"));
        assert!(!has_text(None, "x"));
    }
}
