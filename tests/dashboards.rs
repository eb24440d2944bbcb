//! The dashboards that the charts bring are ones that Grafana can show, over metrics that exist.
//!
//! `tests/dashboards/metrics.txt` lists the metrics' names as the programs expose them, one a line: Falco, and
//! Falcosidekick 2.31 (its `stats_prometheus.go`, and what `client_golang` adds for every program in Go).

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// What `PromQL` has between metrics, besides functions and labels.
const KEYWORDS: &[&str] = &["and", "bool", "offset", "or", "unless"];

/// What is followed by a list of labels in parentheses.
const GROUPINGS: &[&str] = &[
    "by",
    "without",
    "on",
    "ignoring",
    "group_left",
    "group_right",
];

/// The labels of what Falcosidekick 2.31 sends to Loki (its outputs/loki.go).
const LOKI_LABELS: &[&str] = &[
    "k8s_ns_name",
    "k8s_pod_name",
    "priority",
    "rule",
    "source",
    "tags",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Every dashboard with its file.
fn dashboards() -> Vec<(PathBuf, Value)> {
    let rooms = entries(&root().join("templates"));
    let files = rooms
        .iter()
        .flat_map(|room| entries(&room.join("dashboards")))
        .filter(|file| file.extension().is_some_and(|ending| ending == "json"));
    files
        .map(|file| {
            let dashboard = serde_json::from_str(&fs::read_to_string(&file).unwrap());
            assert!(dashboard.is_ok(), "{}: {dashboard:?}", file.display());
            (file, dashboard.unwrap())
        })
        .collect()
}

/// The list below a key, or none.
fn list<'a>(parent: &'a Value, key: &str) -> &'a [Value] {
    parent[key].as_array().map_or(&[], Vec::as_slice)
}

/// Every panel of every dashboard, with words that name it.
fn panels(dashboards: &[(PathBuf, Value)]) -> Vec<(String, &Value)> {
    let name = |file: &Path, panel: &Value| format!("{}, panel {}", file.display(), panel["id"]);
    dashboards
        .iter()
        .flat_map(|(file, dashboard)| {
            let panels = list(dashboard, "panels").iter();
            panels.map(move |panel| (name(file, panel), panel))
        })
        .collect()
}

/// Left, top, and what is just outside at the right and below.
fn edges(panel: &Value) -> [u64; 4] {
    let [x, y, w, h] = ["x", "y", "w", "h"].map(|key| panel["gridPos"][key].as_u64().unwrap());
    [x, y, x + w, y + h]
}

/// What follows the parenthesis, brace or bracket that closes the one at the beginning.
fn behind_the_closing(text: &str) -> &str {
    let mut depth = 0;
    let mut quoted = false;
    for (place, sign) in text.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '(' | '{' | '[' if !quoted => depth += 1,
            ')' | '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 && !quoted {
            return &text[place + sign.len_utf8()..];
        }
    }
    ""
}

/// Splits off the word that a text begins with.
fn word(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && !"_:$".contains(sign));
    text.split_at(end.unwrap_or(text.len()))
}

/// Whether a name before this text is a function's: `rate(…)`, `sum by (…) (…)`.
fn is_function(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.starts_with('(') || matches!(word(behind).0, "by" | "without")
}

/// The names of the metrics in an expression of `PromQL`.
fn metrics(expression: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    let mut rest = expression;
    while let Some(sign) = rest.chars().next() {
        let (name, behind) = word(rest);
        if matches!(sign, '{' | '[') {
            rest = behind_the_closing(rest);
        } else if name.is_empty() {
            rest = &rest[sign.len_utf8()..];
        } else if GROUPINGS.contains(&name) {
            rest = behind_the_closing(behind.trim_start());
        } else {
            let metric = !is_function(behind) && !sign.is_ascii_digit() && sign != '$';
            if metric && !KEYWORDS.contains(&name) {
                found.insert(name);
            }
            rest = behind;
        }
    }
    found
}

/// The labels in the selectors of a query of `LogQL`.
fn selected_labels(query: &str) -> BTreeSet<&str> {
    let selectors = query.split('{').skip(1);
    let selectors = selectors.filter_map(|rest| rest.split_once('}'));
    let matchers = selectors.flat_map(|(selector, _)| selector.split("\","));
    matchers.map(|matcher| word(matcher).0).collect()
}

/// Whether a panel shows logs, and not metrics.
fn is_over_logs(panel: &Value) -> bool {
    panel["datasource"]["type"] == "loki"
}

fn known_metrics() -> HashSet<String> {
    let file = root().join("tests/dashboards/metrics.txt");
    let text = fs::read_to_string(file).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_dashboard_has_what_grafana_needs_to_show_it() {
    for (file, dashboard) in dashboards() {
        for key in ["uid", "title"] {
            let text = dashboard[key].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{}: {key}", file.display());
        }
        assert!(dashboard["schemaVersion"].is_u64(), "{}", file.display());
        let variables = list(&dashboard["templating"], "list");
        let source = |variable: &Value| variable["type"] == "datasource";
        assert!(variables.iter().any(source), "{}", file.display());
    }
}

#[test]
fn panels_have_ids_of_their_own() {
    for (file, dashboard) in dashboards() {
        let mut ids = HashSet::new();
        for panel in list(&dashboard, "panels") {
            let id = panel["id"].as_u64().unwrap();
            assert!(ids.insert(id), "{}: {id} twice", file.display());
        }
    }
}

#[test]
fn panels_lie_beside_each_other_within_the_grid() {
    for (file, dashboard) in dashboards() {
        let panels = list(&dashboard, "panels");
        for (index, panel) in panels.iter().enumerate() {
            let [left, top, right, bottom] = edges(panel);
            assert!(right <= 24, "{}: {}", file.display(), panel["id"]);
            for other in &panels[..index] {
                let [x, y, end, under] = edges(other);
                assert!(
                    right <= x || end <= left || bottom <= y || under <= top,
                    "{}: {} lies over {}",
                    file.display(),
                    panel["id"],
                    other["id"]
                );
            }
        }
    }
}

#[test]
fn every_panel_says_what_it_shows_and_in_which_unit() {
    for (name, panel) in panels(&dashboards()) {
        assert!(panel["title"].is_string(), "{name}");
        if panel["type"] != "row" {
            assert!(panel["description"].is_string(), "{name}");
            assert!(
                panel["fieldConfig"]["defaults"]["unit"].is_string(),
                "{name}"
            );
            assert!(!list(panel, "targets").is_empty(), "{name}");
        }
    }
}

#[test]
fn every_expression_is_over_metrics_that_exist() {
    let known = known_metrics();
    let dashboards = dashboards();
    let panels = panels(&dashboards).into_iter();
    for (name, panel) in panels.filter(|(_, panel)| !is_over_logs(panel)) {
        for target in list(panel, "targets") {
            let metrics = metrics(target["expr"].as_str().unwrap());
            assert!(!metrics.is_empty(), "{name}");
            for metric in metrics {
                assert!(known.contains(metric), "{name}: {metric}");
            }
        }
    }
}

#[test]
fn every_query_of_logs_is_over_labels_that_exist() {
    let dashboards = dashboards();
    let panels = panels(&dashboards).into_iter();
    for (name, panel) in panels.filter(|(_, panel)| is_over_logs(panel)) {
        for target in list(panel, "targets") {
            let labels = selected_labels(target["expr"].as_str().unwrap());
            assert!(!labels.is_empty(), "{name}");
            for label in labels {
                assert!(LOKI_LABELS.contains(&label), "{name}: {label}");
            }
        }
    }
}

#[test]
fn the_metrics_of_an_expression_are_told_from_functions_labels_and_durations() {
    let expression = r#"sum by (pod, rule) (a_total{pod=~"$pod{}"} - b:c offset $__range >= 0 or d) /
        on (pod) group_left (node) rate(e_total{x="y"}[5m]) * 1e6 or vector(0)"#;
    let expected = BTreeSet::from(["a_total", "b:c", "d", "e_total"]);
    assert_eq!(metrics(expression), expected);
}
