//! Characters that Helm cannot write: where a chart prints a list or map whole, Helm writes it as JSON and reads that
//! as YAML 1.1 (Helm 3.19, `toYaml`; sigs.k8s.io/yaml 1.6). A character that YAML 1.1 does not allow makes it print
//! nothing at all, and U+0085 is a line break there.

use std::sync::Arc;

use serde_json::Value;

use crate::checks::values::unwritable_character;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Kind, Node, Path, Step};

/// The line break that JSON takes for an ordinary character.
const NEXT_LINE: char = '\u{85}';

/// The user's values as the chart prints them: without lists and maps that Helm cannot write, and with its line
/// breaks. Says so for each.
pub fn as_written(values: &Node, schema: &Value, diagnostics: &mut Diagnostics) -> Node {
    if !any_text(values, &|text| {
        text.contains(|c| c == NEXT_LINE || !is_writable(c))
    }) {
        return values.clone();
    }
    section(values, schema, &Path::default(), diagnostics)
}

/// The values of a section that the chart does not print whole.
fn section(node: &Node, schema: &Value, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    let (Some(map), Some(declared)) = (node.as_map(), schema["properties"].as_object()) else {
        return node.clone();
    };
    let mut map = map.clone();
    for (key, entry) in &mut map {
        let Some(declared) = declared.get(&**key) else {
            continue;
        };
        let path = path.join(Step::Key(Arc::clone(key)));
        entry.value = if declared["properties"].is_object() && declared["x-owner"].is_null() {
            section(&entry.value, declared, &path, diagnostics)
        } else {
            whole(&entry.value, declared, &path, diagnostics)
        };
    }
    Node::new(Kind::Map(map.into()), node.origin.clone())
}

/// A value that the chart prints whole, if it is a list or map.
fn whole(node: &Node, schema: &Value, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    // Texts that the chart prints one by one arrive as they are.
    let one_by_one = schema["additionalProperties"]["x-exact"] == true;
    if !matches!(node.kind, Kind::List(_) | Kind::Map(_)) || one_by_one {
        return node.clone();
    }
    if let Some(text) = find(node, &|text| !text.chars().all(is_writable)) {
        let is_section = schema["properties"].is_object();
        let found = unwritable_character::lost(path, &text, is_section);
        diagnostics.push(found);
        return Node::new(Kind::Null, text.origin);
    }
    broken(node, path, diagnostics)
}

/// The tree with the line breaks that Helm sees in its texts.
fn broken(node: &Node, path: &Path, diagnostics: &mut Diagnostics) -> Node {
    match node.as_text() {
        Some(text) if text.contains(NEXT_LINE) => {
            diagnostics.push(unwritable_character::line_break(path, node));
            Node::text(folded(text), node.origin.clone())
        }
        _ => node.map_children(|step, child| broken(child, &path.join(step), diagnostics)),
    }
}

/// A text whose line breaks are folded, as those of a text in double quotes are: one becomes a blank, of several in a
/// row the first goes, and so do the blanks around them.
fn folded(text: &str) -> String {
    let mut lines = text.split(NEXT_LINE);
    let mut folded = lines.next().unwrap_or_default().to_owned();
    let mut breaks = 0;
    for line in lines {
        if breaks == 0 {
            folded.truncate(folded.trim_end_matches(' ').len());
        }
        breaks += 1;
        let line = line.trim_start_matches(' ');
        if !line.is_empty() {
            folded.push_str(&separator(breaks));
            folded.push_str(line);
            breaks = 0;
        }
    }
    if breaks > 0 {
        folded.push_str(&separator(breaks));
    }
    folded
}

/// What so many line breaks in a row become.
fn separator(breaks: usize) -> String {
    match breaks {
        1 => " ".to_owned(),
        more => "\n".repeat(more - 1),
    }
}

/// Whether YAML 1.1 allows the character, or JSON writes it as an escape.
fn is_writable(character: char) -> bool {
    !matches!(character, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn any_text(node: &Node, is: &dyn Fn(&str) -> bool) -> bool {
    find(node, is).is_some()
}

/// The first text or key in a tree that is so.
fn find(node: &Node, is: &dyn Fn(&str) -> bool) -> Option<Node> {
    match &node.kind {
        Kind::Text(text) => is(text).then(|| node.clone()),
        Kind::List(items) => items.iter().find_map(|item| find(item, is)),
        Kind::Map(map) => map.iter().find_map(|(key, entry)| {
            let key_node = || Node::text(Arc::clone(key), entry.key.clone());
            is(key).then(key_node).or_else(|| find(&entry.value, is))
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::node;
    use crate::yaml::to_json;
    use serde_json::json;

    /// What becomes of values under a schema with something of everything, and what is said.
    fn written(values: &Value) -> (Value, Vec<String>) {
        let schema = json!({"properties": {
            "name": {"type": "string"},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
            "files": {"type": "object", "additionalProperties": {"type": "string", "x-exact": true}},
            "config": {"x-owner": {}, "properties": {"a": {}}},
            "pod": {"properties": {"args": {"type": "array"}}},
        }});
        let mut diagnostics = Diagnostics::default();
        let written = as_written(&node(values), &schema, &mut diagnostics);
        let said = diagnostics.sorted();
        let line = |said: &crate::diagnostic::Diagnostic| {
            format!("{}: {}", said.severity.name(), said.message)
        };
        (to_json(&written), said.into_iter().map(line).collect())
    }

    /// As sigs.k8s.io/yaml 1.6 reads what it has written.
    #[test]
    fn line_breaks_are_folded() {
        for (text, expected) in [
            ("a\u{85}b", "a b"),
            ("a \u{85} b", "a b"),
            ("a\u{85}\u{85}b", "a\nb"),
            ("\u{85}a", " a"),
            ("a\u{85}", "a "),
            ("a \u{85}\u{85} \u{85}b ", "a\n\nb "),
            ("  \u{85}  ", " "),
            ("a\u{85} ", "a "),
            (" a\u{85}\nb", " a \nb"),
            ("a\t\u{85}b", "a\t b"),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_helm_cannot_write_is_lost_as_a_whole() {
        let (values, said) =
            written(&json!({"labels": {"a": "x", "b": "\u{7f}"}, "pod": {"args": ["\u{feff}"]}}));
        assert_eq!(values, json!({"labels": null, "pod": {"args": null}}));
        assert_eq!(
            said,
            [
                "warning: `labels` has no effect: it holds a character that Helm cannot write",
                "warning: `pod.args` has no effect: it holds a character that Helm cannot write",
            ]
        );
    }

    #[test]
    fn a_configuration_file_that_helm_cannot_write_is_an_error() {
        let (_, said) = written(&json!({"config": {"a": "\u{80}"}}));
        assert_eq!(
            said,
            ["error: `config` holds a character that Helm cannot write"]
        );
    }

    #[test]
    fn texts_that_are_printed_one_by_one_stay_as_they_are() {
        let values = json!({"name": "\u{7f}\u{85}", "files": {"a.yaml": "\u{feff}\u{85}"}});
        assert_eq!(written(&values), (values, Vec::new()));
    }

    #[test]
    fn a_line_break_is_said() {
        let (values, said) = written(&json!({"labels": {"a": "x\u{85}y"}}));
        assert_eq!(values, json!({"labels": {"a": "x y"}}));
        assert_eq!(
            said,
            ["warning: `labels.a` holds U+0085, which Helm takes for a line break"]
        );
    }
}
