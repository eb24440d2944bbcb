//! "Did you mean …?"

use std::cmp::Reverse;

use serde_json::Value;

use super::schema::declared;
use crate::yaml::{Kind, Node, Path, Step};

/// The longest word for which one like it is looked for; names of values are shorter by far.
const LONGEST: usize = 200;

/// The most letters by which names that are taken for alike may differ.
const MOST_DIFFERENCES: usize = 3;

/// The fewest letters at the beginning by which two names are taken for alike.
const SHORTEST_BEGINNING: usize = 6;

/// The most values of one name of which the nearest is taken for the one that is meant, if nothing else speaks for it.
/// What more have is a common word, such as `enabled` or `port`.
const FEW: usize = 3;

/// The word that is most like `word`, if one is like enough: about one letter in three may differ.
pub fn word<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let given = normal(word);
    // Names differ in length by no more than they may differ at all, but for what is left out of them.
    let is_near = |candidate: &str| {
        let left_out = candidate
            .bytes()
            .filter(|byte| matches!(byte, b'_' | b'-'))
            .count();
        let difference = (candidate.len() - left_out).abs_diff(given.len());
        difference <= MOST_DIFFERENCES || !candidate.is_ascii() || !given.is_ascii()
    };
    among
        .into_iter()
        .filter(|candidate| is_near(candidate))
        .map(|candidate| (strsim::osa_distance(&given, &normal(candidate)), candidate))
        .filter(|(distance, candidate)| {
            *distance <= (given.len().max(candidate.len()) / 3).min(MOST_DIFFERENCES)
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A name as it is compared: `json_output`, `json-output` and `jsonOutput` are one.
fn normal(name: &str) -> String {
    letters(name).collect()
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|letter| !matches!(letter, '_' | '-'));
    letters.flat_map(char::to_lowercase)
}

/// The word that has most of `word` as its beginning, such as `replicaCount` for `replicas`.
fn beginning<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = letters(word).count();
    among
        .map(|candidate| (common_beginning(word, candidate), candidate))
        .filter(|(common, _)| *common >= SHORTEST_BEGINNING && 4 * common >= 3 * length)
        .max_by_key(|(common, candidate)| (*common, Reverse(candidate.len())))
        .map(|(_, candidate)| candidate)
}

/// How many letters two names have in common at their beginning.
fn common_beginning(a: &str, b: &str) -> usize {
    let pairs = letters(a).zip(letters(b));
    pairs.take_while(|(a, b)| a == b).count()
}

/// The declared value that may be meant by an unknown one, whose value is `given`: a sibling of similar name, or else
/// one of the same name on another level.
#[must_use]
pub fn value(unknown: &Path, given: &Node, schema: &Value) -> Option<Path> {
    let (Step::Key(name), parent) = unknown.0.split_last()? else {
        return None;
    };
    let siblings = declared(schema, parent).and_then(|section| section["properties"].as_object());
    let names = siblings
        .into_iter()
        .flatten()
        .map(|(name, _)| name.as_str());
    if let Some(sibling) = word(name, names.clone()).or_else(|| beginning(name, names)) {
        return Some(Path(parent.to_vec()).join(Step::Key(sibling.into())));
    }
    elsewhere(name, parent, given, schema)
}

/// A declared value of the name on another level; below the section of a subchart, one of that section.
fn elsewhere(name: &str, parent: &[Step], given: &Node, schema: &Value) -> Option<Path> {
    let mut found = Vec::new();
    match subchart(parent, schema) {
        Some((path, section)) => {
            named(name, section, &path, &mut found);
            found.retain(|(path, _)| is_in_line(path, parent));
        }
        None => named(name, schema, &Path::default(), &mut found),
    }
    let count = found.len();
    let fitting = found.into_iter().filter_map(|(path, property)| {
        let keys = keys_in_common(given, property)?;
        Some(Candidate::new(path, parent, keys))
    });
    let mut fitting: Vec<Candidate> = fitting.collect();
    fitting.sort_by_key(|candidate| Reverse(candidate.rank()));
    let best = match fitting.as_slice() {
        [best] => best,
        [best, next, ..] if best.rank() > next.rank() => best,
        _ => return None,
    };
    let is_meant = count == 1
        || best.path.0.len() == 1
        || best.keys > 0
        || (best.beginning > 0 && (count <= FEW || best.ancestors > 1))
        || (parent.is_empty() && count <= FEW);
    is_meant.then(|| best.path.clone())
}

/// The section of a subchart in which a path lies.
fn subchart<'a>(path: &[Step], schema: &'a Value) -> Option<(Path, &'a Value)> {
    let top = path.get(..1)?;
    let section = declared(schema, top)?;
    (section["x-subchart"] == true).then(|| (Path(top.to_vec()), section))
}

/// Whether a value is meant for the same thing as what stands below `parent`: a level was left out or is too many, and
/// none is another one. Otherwise each output of a subchart would be taken for any other.
fn is_in_line(path: &Path, parent: &[Step]) -> bool {
    let own = &path.0[..path.0.len() - 1];
    longest_common(own, parent) == own.len().min(parent.len())
}

/// A declared value that has the name of an unknown one.
struct Candidate {
    path: Path,
    /// How many keys of what is given it declares.
    keys: usize,
    /// How many steps the two have in common from the root on.
    beginning: usize,
    /// How many steps the two have in common, in their order.
    ancestors: usize,
}

impl Candidate {
    fn new(path: Path, parent: &[Step], keys: usize) -> Self {
        let own = &path.0[..path.0.len() - 1];
        let beginning = own.iter().zip(parent).take_while(|(a, b)| a == b).count();
        let ancestors = longest_common(own, parent);
        Candidate {
            path,
            keys,
            beginning,
            ancestors,
        }
    }

    /// The higher, the more speaks for it; of equals the one that is nearer to the root.
    fn rank(&self) -> (usize, usize, usize, Reverse<usize>) {
        let depth = Reverse(self.path.0.len());
        (self.keys, self.beginning, self.ancestors, depth)
    }
}

/// The length of the longest sequence of steps that both have in this order.
fn longest_common(a: &[Step], b: &[Step]) -> usize {
    let mut lengths = vec![0; b.len() + 1];
    for step in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = lengths[at + 1];
            lengths[at + 1] = if step == other {
                diagonal + 1
            } else {
                above.max(lengths[at])
            };
            diagonal = above;
        }
    }
    lengths[b.len()]
}

/// How many keys of the given value the property declares; nothing if the value cannot be meant for it.
fn keys_in_common(given: &Node, property: &Value) -> Option<usize> {
    let declares = |name: &str| {
        let types = &property["type"];
        let is_it = |found: &Value| found == name;
        types.is_null() || is_it(types) || types.as_array().is_some_and(|all| all.iter().any(is_it))
    };
    match (&given.kind, property["properties"].as_object()) {
        (Kind::Map(map), Some(properties)) => {
            let common = map.keys().filter(|key| properties.contains_key(&***key));
            let common = common.count();
            (common > 0 || map.is_empty()).then_some(common)
        }
        (Kind::Map(_), None) => declares("object").then_some(0),
        (Kind::List(_), _) => declares("array").then_some(0),
        _ => Some(0),
    }
}

/// All declared values of that name, with their paths.
fn named<'a>(name: &str, schema: &'a Value, path: &Path, found: &mut Vec<(Path, &'a Value)>) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        let here = path.join(Step::Key(key.as_str().into()));
        named(name, property, &here, found);
        if letters(key).eq(letters(name)) {
            found.push((here, property));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::tests::node;
    use serde_json::json;

    #[test]
    fn a_misspelled_word_is_recognised() {
        assert_eq!(
            word("jsonOuput", ["logLevel", "jsonOutput"]),
            Some("jsonOutput")
        );
        assert_eq!(
            word("json_output", ["logLevel", "jsonOutput"]),
            Some("jsonOutput")
        );
    }

    #[test]
    fn a_different_word_is_not_proposed() {
        assert_eq!(word("affinity", ["tolerations", "ebpf"]), None);
        assert_eq!(word("x", ["y"]), None);
    }

    /// A schema with sections as a chart with subcharts has them.
    fn schema() -> Value {
        let text = || json!({"type": "string"});
        let output = || json!({"properties": {"webhookurl": text(), "minimumpriority": text()}});
        let engine = || json!({"properties": {"enabled": {}, "sockets": {"type": "array"}}});
        json!({"properties": {
            "customRules": {"type": "object"},
            "tty": {"type": "boolean"},
            "resources": {"type": "object"},
            "services": {"type": ["array", "null"]},
            "healthChecks": {"properties": {"livenessProbe": {"properties": {"periodSeconds": {}}}}},
            "metrics": {"properties": {"enabled": {}, "service": {"properties": {"ports": {}}}}},
            "serviceMonitor": {"properties": {"create": {}, "interval": text(), "namespace": text()}},
            "controller": {"properties": {"deployment": {"properties": {"replicas": {}}}}},
            "collectors": {"properties": {
                "enabled": {},
                "containerEngine": {"properties": {"engines": {"properties": {"docker": engine(), "cri": engine()}}}},
                "kubernetes": {"properties": {"enabled": {}, "hostProc": text()}},
            }},
            "falco": {"properties": {
                "json_output": {}, "log_level": text(), "rules_files": {"type": "array"},
                "webserver": {"properties": {"enabled": {}, "listen_port": {}}},
            }},
            "falcoctl": {"properties": {
                "artifact": {"properties": {"install": {"properties": {"args": {}}}, "follow": {"properties": {"args": {}}}}},
                "config": {"properties": {"indexes": {"type": "array"}, "artifact": {"properties": {
                    "install": {"properties": {"refs": {"type": "array"}}},
                    "follow": {"properties": {"refs": {"type": "array"}, "every": text()}},
                }}}},
            }},
            "falcosidekick": {"x-subchart": true, "properties": {
                "enabled": {}, "replicaCount": {}, "resources": {"type": "object"},
                "config": {"properties": {"debug": {}, "slack": output(), "teams": output(), "rabbitmq": {"properties": {"url": text(), "durable": {}}}, "prometheus": {"properties": {"extralabels": {}}}}},
                "webui": {"properties": {"enabled": {}, "loglevel": text()}},
                "serviceMonitor": {"properties": {"enabled": {}, "namespace": text()}},
                "dashboard": {"properties": {"namespace": text()}},
            }},
            "talon": {"properties": {"config": {"properties": {"listenPort": {}}}, "dashboard": {"properties": {"namespace": text()}}}},
        }})
    }

    fn proposed_for(unknown: &str, given: &Value) -> String {
        let path = value(&unknown.parse().unwrap(), &node(given), &schema());
        path.map_or_else(String::new, |path| path.to_string())
    }

    fn proposed(unknown: &str) -> String {
        proposed_for(unknown, &json!("x"))
    }

    #[test]
    fn a_sibling_of_similar_name_is_proposed_first() {
        assert_eq!(proposed("falco.logLevel"), "falco.log_level");
        assert_eq!(
            proposed("falcosidekick.config.slack.webhookURL"),
            "falcosidekick.config.slack.webhookurl"
        );
        assert_eq!(proposed("metrics.enable"), "metrics.enabled");
        assert_eq!(proposed_for("service", &json!([])), "services");
    }

    #[test]
    fn a_sibling_with_a_long_common_beginning_is_proposed() {
        assert_eq!(
            proposed("falcosidekick.replicas"),
            "falcosidekick.replicaCount"
        );
        assert_eq!(
            proposed("falcosidekick.replica"),
            "falcosidekick.replicaCount"
        );
        assert_eq!(proposed("falcosidekick.replies"), "");
    }

    #[test]
    fn below_a_subchart_only_its_own_values_are_proposed() {
        for unknown in [
            "falcosidekick.tty",
            "falcosidekick.customRules",
            "falcosidekick.config.periodSeconds",
            "falcosidekick.config.slack.url",
            "falcosidekick.config.slack.durable",
        ] {
            assert_eq!(proposed(unknown), "", "{unknown}");
        }
        assert_eq!(
            proposed("falcosidekick.slack.webhookurl"),
            "falcosidekick.config.slack.webhookurl"
        );
    }

    #[test]
    fn a_value_on_another_level_is_proposed_however_it_is_written() {
        for (unknown, meant) in [
            ("falco.customRules", "customRules"),
            ("falco.custom_rules", "customRules"),
            ("falco.tty", "tty"),
            ("json_output", "falco.json_output"),
            ("jsonOutput", "falco.json_output"),
            ("webserver", "falco.webserver"),
            ("healthchecks.webserver", "falco.webserver"),
            (
                "falcoctl.artifact.follow.every",
                "falcoctl.config.artifact.follow.every",
            ),
            ("controller.replicas", "controller.deployment.replicas"),
            ("falcosidekick.debug", "falcosidekick.config.debug"),
        ] {
            let given = if unknown.ends_with("Rules") || unknown.ends_with("_rules") {
                json!({"a.yaml": ""})
            } else {
                json!(true)
            };
            assert_eq!(proposed_for(unknown, &given), meant, "{unknown}");
        }
    }

    #[test]
    fn of_several_the_one_whose_ancestors_are_most_alike_is_proposed() {
        let refs = json!(["falco-rules:5"]);
        for step in ["install", "follow"] {
            let unknown = format!("falcoctl.artifact.{step}.refs");
            let meant = format!("falcoctl.config.artifact.{step}.refs");
            assert_eq!(proposed_for(&unknown, &refs), meant);
        }
    }

    #[test]
    fn of_several_the_one_nearest_to_the_root_is_proposed() {
        assert_eq!(
            proposed_for("controller.resources", &json!({"limits": {}})),
            "resources"
        );
        assert_eq!(proposed("logLevel"), "falco.log_level");
    }

    #[test]
    fn a_whole_section_in_the_wrong_place_is_known_by_what_is_in_it() {
        let slack = json!({"slack": {"webhookurl": "x"}});
        assert_eq!(proposed_for("config", &slack), "falcosidekick.config");
        assert_eq!(
            proposed_for("config", &json!({"listenPort": 1})),
            "talon.config"
        );
        assert_eq!(proposed_for("config", &json!({"other": 1})), "");
        assert_eq!(
            proposed_for("falco.falcosidekick", &json!({"enabled": true})),
            "falcosidekick"
        );
        assert_eq!(
            proposed_for("kubernetes", &json!({"enabled": true})),
            "collectors.kubernetes"
        );
        assert_eq!(
            proposed_for("docker", &json!({"enabled": true})),
            "collectors.containerEngine.engines.docker"
        );
    }

    #[test]
    fn a_common_word_is_not_proposed_from_anywhere() {
        for unknown in [
            "enabled",
            "falco.enabled",
            "serviceMonitor.enabled",
            "namespace",
            "webhookurl",
        ] {
            assert_eq!(proposed(unknown), "", "{unknown}");
        }
        assert_eq!(proposed("falcosidekick.config.minimumpriority"), "");
    }

    #[test]
    fn what_the_given_value_does_not_fit_is_not_proposed() {
        assert_eq!(proposed_for("prometheus", &json!({"enabled": true})), "");
        assert_eq!(proposed_for("falco.tty", &json!({"enabled": true})), "");
        assert_eq!(proposed_for("falco.tty", &json!([1])), "");
    }

    #[test]
    fn a_name_that_nothing_has_leads_nowhere() {
        assert_eq!(proposed("chaosEngineering"), "");
        assert_eq!(proposed(&"a".repeat(10_000)), "");
    }
}
