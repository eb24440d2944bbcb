//! The texts of the falco chart: that they arrive is seen by their origins, so that no table says where.
//!
//! One hostile text is written into each position of the schema that takes a text. Whatever the objects hold that
//! comes from that place must be the text, or a text that is made of it where [`JOINED`] says so; and something must.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use falcogen::Request;
use falcogen::capabilities::Capabilities;
use falcogen::charts::falco::CHART;
use falcogen::diagnostic::Diagnostics;
use falcogen::release::Release;
use falcogen::render::Rendering;
use falcogen::rules::folders::RulesFolders;
use falcogen::source::{Sources, Span};
use falcogen::values::inputs::Inputs;
use falcogen::yaml::{Kind, Node, Origin, Path, Step};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tempfile::NamedTempFile;

use crate::given::escaped;
use crate::rendered::{no_errors, written};
use crate::{hostile, text_positions};

/// Positions whose texts do not arrive, or must be of a kind of their own, each with the reason. A position that ends
/// in a dot stands for all below it.
const LEFT_OUT: &[(&str, &str)] = &[
    ("nameOverride", NAME),
    ("fullnameOverride", NAME),
    ("namespaceOverride", NAME),
    ("serviceAccount.name", NAME),
    ("serviceMonitor.namespace", NAME),
    ("grafana.dashboards.configMaps.falco.name", NAME),
    ("grafana.dashboards.configMaps.falco.namespace", NAME),
    (
        "grafana.dashboards.configMaps.falco.folderAnnotation",
        "it becomes a key",
    ),
    ("podLabels{}", LABEL),
    ("controller.labels{}", LABEL),
    ("metrics.service.labels{}", LABEL),
    ("serviceMonitor.labels{}", LABEL),
    ("controller.kind", WORD),
    ("driver.kind", WORD),
    ("driver.loader.initContainer.env", LIST),
    ("falcoctl.artifact.install.env", LIST),
    ("falcoctl.artifact.install.envFrom", LIST),
    ("falcoctl.artifact.follow.env", LIST),
    ("falcoctl.artifact.follow.envFrom", LIST),
    ("podHostname", UNREAD),
    (
        "metrics.service.ports.metrics.targetPort",
        "digits mean the number of a port, other texts its name",
    ),
    ("metrics.service.ports.metrics.ipFamilyPolicy", UNREAD),
    ("metrics.service.ports.metrics.ipFamilies[]", UNREAD),
    ("collectors.kubernetes.", SUBCHART),
    ("falcosidekick.", SUBCHART),
    ("falco-talon.", SUBCHART),
    ("k8s-metacollector.", SUBCHART),
    ("global{}", "this chart reads none of it"),
];

const NAME: &str = "Kubernetes restricts names";
const LABEL: &str = "Kubernetes restricts the values of labels";
const WORD: &str = "the chart knows a few words only";
const LIST: &str = "the text is to make a list";
const UNREAD: &str = "the chart does not read it";
const SUBCHART: &str = "it is for a subchart";

/// Positions whose texts become a part of a longer one, or are encoded.
const JOINED: &[&str] = &[
    "image.registry",
    "image.repository",
    "image.tag",
    "driver.loader.initContainer.image.registry",
    "driver.loader.initContainer.image.repository",
    "driver.loader.initContainer.image.tag",
    "falcoctl.image.registry",
    "falcoctl.image.repository",
    "falcoctl.image.tag",
    "collectors.containerEngine.engines.docker.sockets[]",
    "collectors.containerEngine.engines.podman.sockets[]",
    "collectors.containerEngine.engines.containerd.sockets[]",
    "collectors.containerEngine.engines.cri.sockets[]",
    "grafana.dashboards.configMaps.falco.folder",
    "certs.server.key",
    "certs.server.crt",
    "certs.client.key",
    "certs.client.crt",
    "certs.ca.crt",
];

/// Positions in which Go templates are evaluated.
const EVALUATED: &[&str] = &[
    "extra.env[]{}",
    "driver.loader.initContainer.env[]{}",
    "falcoctl.artifact.install.env[]{}",
    "falcoctl.artifact.install.envFrom[]{}",
    "falcoctl.artifact.follow.env[]{}",
    "falcoctl.artifact.follow.envFrom[]{}",
];

/// With which switches a position is tried, since some hide others. Between them every position arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setup {
    /// Everything is on, and what may be a text or a collection is a collection.
    Everything,
    /// falco.yaml has its own engine and metrics, since `driver` and `metrics` are off; and what may be a text or a
    /// collection is a text.
    Own,
}

impl Setup {
    fn switches(self) -> Value {
        let on = self == Setup::Everything;
        json!({
            "driver": {"enabled": on},
            "metrics": {"enabled": on},
            "serviceMonitor": {"create": true},
            "grafana": {"dashboards": {"enabled": true}},
            "services": [{"name": "a"}],
            "falco": {"webserver": {"enabled": true}},
            "falcoctl": {"artifact": {"install": {"enabled": true}, "follow": {"enabled": true}}},
        })
    }

    /// Whether a position is tried in this setup: a text hides what could be below it.
    fn tries(self, at: &str, all: &BTreeSet<&str>) -> bool {
        let below = |at: &str, above: &str| {
            let rest = at.strip_prefix(above);
            rest.is_some_and(|rest| rest.starts_with(['.', '[', '{']))
        };
        match self {
            Setup::Everything => !all.iter().any(|other| below(other, at)),
            Setup::Own => !all.iter().any(|other| below(at, other)),
        }
    }
}

/// Every position that is tried.
fn positions() -> BTreeSet<String> {
    let schema = serde_json::from_str(CHART.schema_text).unwrap();
    let mut found = BTreeSet::new();
    text_positions(&schema, "", &mut found);
    let found = found.into_iter().map(|(at, _)| at);
    found.filter(|at| !is_left_out(at)).collect()
}

fn is_left_out(at: &str) -> bool {
    let is = |row: &str| at == row || row.ends_with('.') && at.starts_with(row);
    LEFT_OUT.iter().any(|(row, _)| is(row))
}

/// A text for each position, no two alike and none empty, since the chart takes an empty one for none.
fn texts() -> impl Strategy<Value = BTreeMap<String, String>> {
    let positions = positions();
    vec(hostile::text(), positions.len()).prop_map(move |texts| {
        let mut taken = BTreeSet::from([String::new()]);
        let texts = positions.iter().zip(texts).enumerate();
        let texts = texts.map(|(nth, (at, text))| {
            let mut text: String = text.chars().filter(|c| is_writable(*c)).collect();
            if EVALUATED.contains(&&**at) {
                text = text.replace('{', "");
            }
            if !taken.insert(text.clone()) {
                text = format!("{text} {nth}");
                taken.insert(text.clone());
            }
            (at.clone(), text)
        });
        texts.collect()
    })
}

/// Whether Helm can write a character within a list or map. What becomes of others is said.
fn is_writable(character: char) -> bool {
    !matches!(
        character,
        '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// Where a position stands in a values file: a list has one item, and a map an entry `key`.
fn path(at: &str) -> Path {
    let place = at.replace("[]", "[0]").replace("{}", ".key");
    place.parse().unwrap()
}

/// Puts a text at the end of a path.
fn put(tree: &mut Value, path: &Path, text: &str) {
    let end = path.0.iter().fold(tree, |tree, step| match step {
        Step::Key(key) => {
            if tree.is_null() {
                *tree = Map::new().into();
            }
            tree.as_object_mut()
                .unwrap()
                .entry(&**key)
                .or_insert(Value::Null)
        }
        Step::Index(_) => {
            if tree.is_null() {
                *tree = json!([null]);
            }
            &mut tree[0]
        }
    });
    *end = text.into();
}

/// Every text in an object, also in the documents that it holds.
fn leaves<'a>(node: &'a Node, found: &mut Vec<&'a Node>) {
    match &node.kind {
        Kind::List(items) => {
            for item in items.iter() {
                leaves(item, found);
            }
        }
        Kind::Map(map) => {
            for entry in map.values() {
                leaves(&entry.value, found);
            }
        }
        Kind::Document(node) => leaves(node, found),
        _ => found.push(node),
    }
}

/// Whether something comes from the place.
fn comes_from(origin: &Origin, place: Span) -> bool {
    match origin {
        Origin::Program | Origin::Default(_) => false,
        Origin::Written(span) | Origin::Override { by: span, .. } => *span == place,
        Origin::Derived(parts) => parts.iter().any(|part| comes_from(part, place)),
    }
}

/// Whether a text is part of another one, or of what that is in Base64.
fn holds(whole: &str, text: &str) -> bool {
    let plain = BASE64_STANDARD.decode(whole).unwrap_or_default();
    whole.contains(text) || String::from_utf8_lossy(&plain).contains(text)
}

/// Renders the texts in a setup, and gives the positions whose texts arrive. All that comes from a position must be
/// its text.
fn arriving(
    setup: Setup,
    texts: &BTreeMap<String, String>,
) -> Result<BTreeSet<&str>, TestCaseError> {
    let all: BTreeSet<&str> = texts.keys().map(String::as_str).collect();
    let tried = || texts.iter().filter(|(at, _)| setup.tries(at, &all));
    let mut tree = setup.switches();
    for (at, text) in tried() {
        put(&mut tree, &path(at), text);
    }
    let rendering = render(&escaped(&tree))?;
    let mut found = Vec::new();
    for object in &rendering.objects {
        leaves(&object.node, &mut found);
    }
    let mut arrived = BTreeSet::new();
    for (at, text) in tried() {
        let value = path(at).find(&rendering.values);
        let place = value.and_then(|value| value.origin.span());
        prop_assert!(place.is_some(), "{} has no place", at);
        for node in found
            .iter()
            .filter(|node| comes_from(&node.origin, place.unwrap()))
        {
            let found = node.as_text().unwrap_or_default();
            let joined = JOINED.contains(&&**at) && holds(found, text);
            prop_assert!(
                joined || found == text,
                "{}: {:?} became {:?}",
                at,
                text,
                found
            );
            arrived.insert(&**at);
        }
    }
    Ok(arrived)
}

/// What a values file renders to, without an error, and alike as YAML and as JSON.
fn render(file: &str) -> Result<Rendering, TestCaseError> {
    let mut values = NamedTempFile::new().unwrap();
    values.write_all(file.as_bytes()).unwrap();
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let request = Request {
        chart: &CHART,
        inputs: Inputs {
            files: vec![values.path().to_str().unwrap().to_owned()],
            ..Inputs::default()
        },
        release: Release::new("falco", "default", false, &mut sources, &mut diagnostics),
        capabilities: Capabilities::default(),
        base_rules: None,
        rules_folders: RulesFolders::default(),
    };
    let rendering = falcogen::render(&request, &mut sources, &mut diagnostics).unwrap();
    no_errors(&diagnostics)?;
    written(&rendering.objects)?;
    Ok(rendering)
}

#[test]
fn every_position_that_needs_words_is_one_of_the_chart() {
    let schema = serde_json::from_str(CHART.schema_text).unwrap();
    let mut declared = BTreeSet::new();
    text_positions(&schema, "", &mut declared);
    let is = |row: &str| {
        let is = |at: &str| at == row || row.ends_with('.') && at.starts_with(row);
        declared.iter().any(|(at, _)| is(at))
    };
    let rows = LEFT_OUT.iter().map(|(row, _)| row);
    for row in rows.chain(JOINED).chain(EVALUATED) {
        assert!(is(row), "{row}");
    }
}

proptest! {
    #![proptest_config(crate::config())]

    #[test]
    fn a_text_of_the_falco_chart_arrives_as_it_is(texts in texts()) {
        let mut arrived = arriving(Setup::Everything, &texts)?;
        arrived.append(&mut arriving(Setup::Own, &texts)?);
        let lost: Vec<_> = texts.keys().filter(|at| !arrived.contains(at.as_str())).collect();
        prop_assert!(lost.is_empty(), "lost: {:?}", lost);
    }
}
