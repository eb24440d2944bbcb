//! Rules as pods see them: the files of the volume that is mounted, in however many `ConfigMap`s they are.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::trial::Trial;
use serde_json::Value;

/// What the annotation of `kubectl apply` may have at most, with room for its other parts.
const MOST: usize = 240 * 1024;

/// A rules file of about that many bytes, whose items nobody else has.
fn rules(name: &str, bytes: usize) -> String {
    let mut text = format!("# The rules of {name}\n\n");
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        let _ = write!(
            text,
            "- rule: Rule {number} of {name}\n  desc: \"<d> & 'e'\"\n  condition: >\n    evt.type = kill\n\n    and proc.name = \"p{number}\"\n  output: 'a\\b\t%evt.num'\n  priority: INFO\n"
        );
    }
    text
}

/// Rules files of 5 MB in all.
fn large() -> BTreeMap<String, String> {
    let file = |number: usize| {
        let name = format!("rules-{number:03}.yaml");
        let text = rules(&name, 5_000 + number * 450);
        (name, text)
    };
    (0..150).map(file).collect()
}

fn folder(files: &BTreeMap<String, String>) -> Trial {
    files.iter().fold(Trial::new(), |trial, (name, text)| {
        trial.file(&format!("rules/{name}"), text)
    })
}

/// The objects that a command prints.
struct Objects(Vec<Value>);

impl Objects {
    /// The objects that `render` prints, of which it says nothing.
    #[track_caller]
    fn of(trial: &Trial, arguments: &str) -> Self {
        let command = format!("falcogen render -o json --no-rules-check {arguments}");
        let list: Value = serde_json::from_str(&trial.run(&command).result()).unwrap();
        Objects(list["items"].as_array().unwrap().clone())
    }

    fn config_map(&self, name: &Value) -> &Value {
        let is_it =
            |object: &&Value| object["kind"] == "ConfigMap" && object["metadata"]["name"] == *name;
        self.0.iter().find(is_it).unwrap()
    }

    fn pod(&self) -> &Value {
        let daemonset = self.0.iter().find(|object| object["kind"] == "DaemonSet");
        &daemonset.unwrap()["spec"]["template"]
    }

    fn volume(&self, name: &str) -> &Value {
        let volumes = self.pod()["spec"]["volumes"].as_array().unwrap();
        volumes
            .iter()
            .find(|volume| volume["name"] == name)
            .unwrap()
    }

    /// The files of a volume as a pod sees them: path, text, and the `ConfigMap` that it is in.
    fn files(&self, volume: &str) -> BTreeMap<String, (String, String)> {
        let volume = self.volume(volume);
        let sources = match &volume["projected"]["sources"] {
            Value::Array(sources) => sources.clone(),
            _ => vec![volume.clone()],
        };
        let mut files = BTreeMap::new();
        for source in sources {
            let source = &source["configMap"];
            let data = self.config_map(&source["name"])["data"]
                .as_object()
                .unwrap();
            let items: Vec<(String, String)> = match &source["items"] {
                Value::Array(items) => items
                    .iter()
                    .map(|item| (text(&item["key"]), text(&item["path"])))
                    .collect(),
                _ => data.keys().map(|key| (key.clone(), key.clone())).collect(),
            };
            for (key, path) in items {
                let file = (text(&data[&key]), text(&source["name"]));
                assert!(files.insert(path, file).is_none(), "{key} is there twice");
            }
        }
        files
    }

    /// The texts of the files of a volume.
    fn texts(&self, volume: &str) -> BTreeMap<String, String> {
        let files = self.files(volume).into_iter();
        files.map(|(path, (text, _))| (path, text)).collect()
    }

    /// The `ConfigMap` of each file of a volume.
    fn places(&self, volume: &str) -> BTreeMap<String, String> {
        let files = self.files(volume).into_iter();
        files.map(|(path, (_, place))| (path, place)).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

#[test]
fn rules_of_5_mb_are_in_many_config_maps_and_the_pod_sees_each_file() {
    let files = large();
    let size: usize = files.values().map(String::len).sum();
    assert!(size > 5_000_000, "{size}");
    let trial = folder(&files);
    for chart in ["falco", "stable"] {
        let objects = Objects::of(&trial, &format!("--chart {chart} --rules-dir rules"));
        assert_eq!(objects.texts("rules-volume"), files, "{chart}");
        for object in &objects.0 {
            let kept = object.to_string().replace(['<', '>', '&'], "\\u0000");
            assert!(kept.len() < MOST, "{}", object["metadata"]);
        }
    }
}

#[test]
fn each_config_map_is_small_as_printed_too() {
    let trial = folder(&large());
    let manifests = trial
        .run("falcogen render --no-rules-check --rules-dir rules")
        .result();
    assert!(
        manifests
            .split("\n---\n")
            .all(|document| document.len() < MOST)
    );
}

#[test]
fn a_changed_rule_moves_no_other_file() {
    let mut files = large();
    let before = Objects::of(&folder(&files), "--rules-dir rules");
    for number in [0, 33, 77, 149] {
        let text = files.get_mut(&format!("rules-{number:03}.yaml")).unwrap();
        text.push_str("# changed\n");
    }
    let after = Objects::of(&folder(&files), "--rules-dir rules");
    assert_eq!(before.places("rules-volume"), after.places("rules-volume"));
    let changed = (before.0.iter()).filter(|object| !after.0.contains(object));
    assert!(changed.count() <= 5, "four ConfigMaps and the DaemonSet");
    let checksum = |objects: &Objects| {
        let pod = objects.pod();
        pod["metadata"]["annotations"]["checksum/rules"].clone()
    };
    assert_ne!(checksum(&before), checksum(&after));
}

#[test]
fn rules_that_fit_are_in_one_config_map_as_in_the_chart() {
    let files: BTreeMap<String, String> = large().into_iter().take(20).collect();
    let objects = Objects::of(&folder(&files), "--rules-dir rules");
    assert_eq!(
        *objects.volume("rules-volume"),
        serde_json::json!({"name": "rules-volume", "configMap": {"name": "falco-rules"}})
    );
    assert_eq!(objects.texts("rules-volume"), files);
}

#[test]
fn large_custom_rules_of_values_are_divided_as_well() {
    let files: BTreeMap<String, String> = large().into_iter().take(40).collect();
    let values: String = files
        .iter()
        .fold("customRules:\n".to_owned(), |values, (name, text)| {
            format!(
                "{values}  {name}: {}\n",
                serde_json::to_string(text).unwrap()
            )
        });
    let objects = Objects::of(&Trial::values(values), "-f values.yaml");
    assert_eq!(objects.texts("rules-volume"), files);
    assert!(objects.volume("rules-volume")["projected"].is_object());
}

#[test]
fn large_base_rules_are_divided_and_stand_beside_falco_yaml() {
    let mut files: BTreeMap<String, String> = large().into_iter().take(40).collect();
    for known in [
        "falco_rules.yaml",
        "application_rules.yaml",
        "k8s_audit_rules.yaml",
    ] {
        files.insert(known.to_owned(), rules(known, 100_000));
    }
    let trial = folder(&files);
    let objects = Objects::of(&trial, "--chart stable --base-rules rules");
    let mut seen = objects.texts("config-volume");
    assert!(seen.remove("falco.yaml").is_some());
    files.remove("k8s_audit_rules.yaml");
    let application = files.remove("application_rules.yaml").unwrap();
    files.insert(
        "rules.available/application_rules.yaml".to_owned(),
        application,
    );
    assert_eq!(seen, files);
}

#[test]
fn base_rules_share_no_config_map_that_is_too_large_with_falco_yaml() {
    let whole = 1024 * 1024;
    let text = rules("a", whole - 100);
    let padding = whole - text.len().min(whole);
    let text = format!("{text}{}", "#".repeat(padding))[..whole].to_owned();
    let trial = folder(&[("falco_rules.yaml".to_owned(), text)].into());
    let outcome =
        trial.run("falcogen render -o json --no-rules-check --chart stable --base-rules rules");
    assert!(
        outcome.stderr.starts_with("warning[rule-file-large]"),
        "{}",
        outcome.stderr
    );
    let list: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let objects = Objects(list["items"].as_array().unwrap().clone());
    assert_eq!(
        objects.texts("config-volume")["falco_rules.yaml"].len(),
        whole
    );
    let places = objects.places("config-volume");
    assert_ne!(places["falco.yaml"], places["falco_rules.yaml"]);
}

#[test]
fn a_file_that_goes_moves_others_only_into_one_config_map_that_then_holds_them() {
    let files = large();
    let before = Objects::of(&folder(&files), "--rules-dir rules").places("rules-volume");
    for number in (0..150).step_by(10) {
        let mut files = files.clone();
        files.remove(&format!("rules-{number:03}.yaml"));
        let mut after = Objects::of(&folder(&files), "--rules-dir rules").places("rules-volume");
        after.retain(|file, place| before[file] != *place);
        let places: BTreeSet<String> = after.into_values().collect();
        assert!(places.len() <= 1, "{places:?}");
    }
}

#[test]
fn a_file_stays_whole_as_long_as_a_config_map_holds_it() {
    let trial = folder(&[("a.yaml".to_owned(), rules("a", 300_000))].into());
    let outcome = trial.run("falcogen render --no-rules-check --rules-dir rules");
    assert_eq!(outcome.status, Some(0));
    assert!(
        outcome.stderr.starts_with("warning[rule-file-large]"),
        "{}",
        outcome.stderr
    );
    assert!(outcome.stderr.contains("--server-side"));
    let trial = folder(&[("a.yaml".to_owned(), rules("a", 1_100_000))].into());
    let said = trial
        .run("falcogen render --no-rules-check --rules-dir rules")
        .refusal();
    assert!(said.starts_with("error[rule-file-too-large]"), "{said}");
    assert!(said.contains("divide it before lines "), "{said}");
}

#[test]
fn a_file_arrives_byte_for_byte() {
    let hostile = "\u{feff}  a\r\n\tb\\ \u{1}'\"|\n\n\r \n";
    let trial = folder(&[("a.yaml".to_owned(), hostile.to_owned())].into());
    let objects = Objects::of(&trial, "--rules-dir rules");
    assert_eq!(objects.texts("rules-volume")["a.yaml"], hostile);
}
