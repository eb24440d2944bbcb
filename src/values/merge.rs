//! Bringing values together: several files into one, and a chart's defaults under them.
//!
//! Both follow Helm: maps are merged key by key, anything else is replaced as a whole. They differ in what null
//! means. Between files it is a value like any other; over a default it removes the default.

use std::sync::Arc;

use crate::yaml::{Entry, Kind, Map, Node, Origin};

/// The user's values with the chart's defaults under them.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The values that the chart sees.
    pub values: Node,
    /// The defaults that the user took away with null, in the order of the defaults.
    pub removed: Vec<Removed>,
}

/// A default that the user took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The keys that lead to it.
    pub path: Vec<Arc<str>>,
    /// The null that did it, over the default.
    pub by: Origin,
}

/// The values of two files, of which the later one wins. A file without content (null) changes nothing.
#[must_use]
pub fn merge_files(earlier: Node, later: Node) -> Node {
    if later.is_null() {
        earlier
    } else if earlier.is_null() {
        later
    } else {
        merge(earlier, later)
    }
}

/// Two maps, merged key by key; of anything else the later one.
#[must_use]
pub fn merge(earlier: Node, later: Node) -> Node {
    let origin = later.origin.over(&earlier.origin);
    let kind = match (earlier.kind, later.kind) {
        (Kind::Map(earlier), Kind::Map(later)) => Kind::Map(merge_maps(earlier, &later)),
        (_, later) => later,
    };
    Node::new(kind, origin)
}

fn merge_maps(mut earlier: Arc<Map>, later: &Map) -> Arc<Map> {
    let merged = Arc::make_mut(&mut earlier);
    for (name, entry) in later {
        let Entry { key, mut value } = entry.clone();
        if let Some(previous) = merged.get_mut(name) {
            let previous = std::mem::replace(&mut previous.value, Node::null());
            value = merge(previous, value);
        }
        merged.insert(Arc::clone(name), Entry { key, value });
    }
    earlier
}

/// The user's values with the chart's defaults under them, as Helm coalesces them: a default appears where the user
/// says nothing, maps are merged, anything else of the user's stands in the default's place, and null removes the
/// default. A null stays where there is no default to remove, inside lists, and in the defaults themselves.
///
/// The defaults' keys come first and in their order, then the user's further ones.
#[must_use]
pub fn with_defaults(user: &Node, defaults: &Node) -> Merged {
    let mut removed = Vec::new();
    let values = if user.is_null() {
        defaults.clone()
    } else {
        coalesce(user, defaults, &mut Vec::new(), &mut removed)
    };
    Merged { values, removed }
}

fn coalesce(
    user: &Node,
    default: &Node,
    path: &mut Vec<Arc<str>>,
    removed: &mut Vec<Removed>,
) -> Node {
    let kind = match (&user.kind, &default.kind) {
        (Kind::Map(user), Kind::Map(defaults)) => {
            Kind::Map(coalesce_maps(user, defaults, path, removed))
        }
        (kind, _) => kind.clone(),
    };
    Node::new(kind, user.origin.clone().over(&default.origin))
}

fn coalesce_maps(
    user: &Arc<Map>,
    defaults: &Arc<Map>,
    path: &mut Vec<Arc<str>>,
    removed: &mut Vec<Removed>,
) -> Arc<Map> {
    if user.is_empty() {
        return Arc::clone(defaults);
    }
    let mut merged = Map::with_capacity(defaults.len().max(user.len()));
    for (name, default) in defaults.iter() {
        let Some(entry) = user.get(name) else {
            merged.insert(Arc::clone(name), default.clone());
            continue;
        };
        path.push(Arc::clone(name));
        if entry.value.is_null() {
            removed.push(Removed {
                path: path.clone(),
                by: entry.value.origin.clone().over(&default.value.origin),
            });
        } else {
            let value = coalesce(&entry.value, &default.value, path, removed);
            let key = entry.key.clone();
            merged.insert(Arc::clone(name), Entry { key, value });
        }
        path.pop();
    }
    for (name, entry) in user
        .iter()
        .filter(|(name, _)| !defaults.contains_key(*name))
    {
        merged.insert(Arc::clone(name), entry.clone());
    }
    Arc::new(merged)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::source::{SourceId, SourceKind, Sources, Span};
    use crate::values::tests::node;
    use crate::yaml::DefaultId;

    fn source() -> SourceId {
        Sources::default().add("v.yaml", "", SourceKind::File)
    }

    fn written(start: usize) -> Origin {
        Origin::Written(Span::new(source(), start..start + 1))
    }

    fn map_of_a(text: &str, origin: Origin) -> Node {
        Node::map([("a", Node::text(text, origin))])
    }

    #[test]
    fn a_value_remembers_the_file_and_the_default_that_it_replaced() {
        let default = Origin::Default(DefaultId(3));
        let defaults = map_of_a("y", default.clone());
        let user = merge_files(map_of_a("x", written(0)), map_of_a("x", written(1)));
        assert_eq!(user.get("a").unwrap().origin, written(1).over(&written(0)));

        let merged = with_defaults(&user, &defaults).values;
        let expected = written(1).over(&written(0).over(&default));
        assert_eq!(merged.get("a").unwrap().origin, expected);
    }

    #[test]
    fn a_removed_default_is_recorded_with_its_path() {
        let defaults = node(&json!({"m": {"a": 1, "b": 2}, "l": [1], "n": null}));
        let user = node(&json!({"n": null, "l": null, "m": {"b": null, "z": null}, "y": null}));
        let merged = with_defaults(&user, &defaults);
        let paths: Vec<String> = merged.removed.iter().map(|r| r.path.join(".")).collect();
        assert_eq!(paths, ["m.b", "l", "n"]);
        assert_eq!(
            merged.values,
            node(&json!({"m": {"a": 1, "z": null}, "y": null}))
        );
    }

    #[test]
    fn a_removed_default_is_recorded_with_the_null_that_did_it() {
        let default = Origin::Default(DefaultId(3));
        let defaults = map_of_a("y", default.clone());
        let user = Node::map([("a", Node::new(Kind::Null, written(5)))]);
        let merged = with_defaults(&user, &defaults);
        assert_eq!(merged.removed[0].by, written(5).over(&default));
    }

    #[test]
    fn keys_come_in_the_order_of_the_defaults_and_then_of_the_user() {
        let defaults = node(&json!({"z": 1, "a": {"q": 1, "b": 2}}));
        let user = node(&json!({"new": 1, "a": {"c": 3, "b": 4}, "b": 1}));
        let merged = with_defaults(&user, &defaults).values;
        let keys = |node: &Node| node.as_map().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&merged).join(" "), "z a new b");
        assert_eq!(keys(merged.get("a").unwrap()).join(" "), "q b c");
    }
}
