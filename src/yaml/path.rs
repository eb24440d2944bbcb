//! Paths through a tree: `spec.template.spec.containers[0].image`, `data["falco.yaml"].webserver`.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Kind, Node};

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key; in a list the item that has the key as its `name`.
    Key(Arc<str>),
    /// The item at an index, from 0.
    Index(usize),
}

/// A path from a tree's root to one of its nodes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

/// A text that is no path.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a path such as `spec.containers[0].image` or `data[\"falco.yaml\"].priority`"
)]
pub struct PathError(String);

impl Path {
    /// A path of keys.
    pub fn keys<K: Into<Arc<str>>>(keys: impl IntoIterator<Item = K>) -> Self {
        Path(keys.into_iter().map(|key| Step::Key(key.into())).collect())
    }

    /// The path one step further.
    #[must_use]
    pub fn join(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Path(steps)
    }

    /// The node at the end of the path.
    #[must_use]
    pub fn find<'a>(&self, root: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(root, step_into)
    }
}

/// The node one step below. Documents are looked into as if they were what they hold.
#[must_use]
pub fn step_into<'a>(node: &'a Node, step: &Step) -> Option<&'a Node> {
    match (&node.kind, step) {
        (Kind::Document(inner), step) => step_into(inner, step),
        (Kind::Map(map), Step::Key(key)) => map.get(key).map(|entry| &entry.value),
        (Kind::List(items), Step::Index(index)) => items.get(*index),
        (Kind::List(items), Step::Key(name)) => items
            .iter()
            .find(|item| item.get("name").and_then(Node::as_text) == Some(name.as_ref())),
        _ => None,
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(key) if is_bare(key) && at == 0 => f.write_str(key)?,
                Step::Key(key) if is_bare(key) => write!(f, ".{key}")?,
                Step::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_bare(key: &str) -> bool {
    !key.is_empty()
        && !key.contains(['.', '[', ']', '"', ' '])
        && !key.chars().any(char::is_control)
}

impl FromStr for Path {
    type Err = PathError;

    /// Reads `a.b[0]["c.d"][name]`; a leading dot is allowed.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut steps = Vec::new();
        let mut rest = text.strip_prefix('.').unwrap_or(text);
        while !rest.is_empty() {
            let (step, behind) = read_step(rest).ok_or_else(|| PathError(text.to_owned()))?;
            steps.push(step);
            rest = match behind.strip_prefix('.') {
                Some(next) if !next.is_empty() => next,
                Some(_) => return Err(PathError(text.to_owned())),
                None => behind,
            };
        }
        Ok(Path(steps))
    }
}

/// The first step of a path, and what is behind it.
fn read_step(text: &str) -> Option<(Step, &str)> {
    let Some(inner) = text.strip_prefix('[') else {
        let end = text.find(['.', '[']).unwrap_or(text.len());
        return (end > 0).then(|| (Step::Key(text[..end].into()), &text[end..]));
    };
    if inner.starts_with('"') {
        let mut texts = serde_json::Deserializer::from_str(inner).into_iter::<String>();
        let key = texts.next()?.ok()?;
        let behind = inner[texts.byte_offset()..].strip_prefix(']')?;
        return Some((Step::Key(key.into()), behind));
    }
    let (inside, behind) = inner.split_once(']')?;
    let step = match inside.parse() {
        Ok(index) => Step::Index(index),
        Err(_) if inside.is_empty() => return None,
        Err(_) => Step::Key(inside.into()),
    };
    Some((step, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_and_printed_alike() {
        for text in [
            "a",
            "a.b[0].c",
            "data[\"falco.yaml\"].priority",
            "[\"a b\"][2]",
            "",
        ] {
            assert_eq!(text.parse::<Path>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_item_is_found_by_its_name() {
        let item = Node::map([
            ("name", Node::constant("falco")),
            ("image", Node::constant("i")),
        ]);
        let root = Node::map([("containers", Node::list([item]))]);
        let path: Path = "containers[falco].image".parse().unwrap();
        assert_eq!(path.find(&root), Some(&Node::constant("i")));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in ["a..b", "a.", "a[", "a[]", "a[\"x]", "a[\"x\"b]"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}
