//! What becomes of values that go into the configuration of another program.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::Values;
use crate::charts::{Chart, stable};
use crate::diagnostic::Diagnostics;
use crate::source::{SourceKind, Sources};
use crate::values::effective;
use crate::values::schema::generate;
use crate::yaml::{Limits, read, to_json};

fn defaults() -> Value {
    serde_json::to_value(Values::default()).unwrap()
}

/// A chart that has these values.
static CHART: LazyLock<Chart> = LazyLock::new(|| Chart {
    defaults,
    schema: generate::<Values>,
    schema_text: generate::<Values>().to_value().to_string().leak(),
    other_keys: &[],
    ..stable::CHART
});

/// What the chart sees, and what is said: severity, message, label.
fn of(text: &str) -> (Value, Vec<String>) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let values = effective(&user, &CHART, &sources, &mut diagnostics);
    let said = diagnostics.sorted().into_iter().map(|said| {
        let label = said.primary.as_ref().map_or("", |label| &*label.text);
        format!("{}: {} ({label})", said.severity.name(), said.message)
    });
    (to_json(&values), said.collect())
}

fn said(text: &str) -> Vec<String> {
    of(text).1
}

/// What is proposed instead of the first thing that is said of.
fn proposed(text: &str) -> String {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let user = read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    effective(&user, &CHART, &sources, &mut diagnostics);
    diagnostics.sorted()[0].help.clone().unwrap_or_default()
}

#[test]
fn the_defaults_are_valid_and_nothing_is_said_of_them() {
    assert_eq!(of(&defaults().to_string()), (defaults(), Vec::new()));
}

#[test]
fn what_falco_expects_otherwise_stays_as_it_is() {
    let text = "falco: {json_output: 'no', output_timeout: '2000', capture: x, rules_files: [1]}";
    let (values, said) = of(text);
    let falco = &values["falco"];
    let stayed =
        ["json_output", "output_timeout", "capture", "rules_files"].map(|option| &falco[option]);
    assert_eq!(json!(stayed), json!(["no", "2000", "x", [1]]));
    let expected = [
        ("json_output", "a text", "a boolean"),
        ("output_timeout", "a text", "a whole number"),
        ("capture", "a text", "a map"),
        ("rules_files[0]", "a number", "a text"),
    ];
    let expected = expected.map(|(option, is, expected)| {
        format!(
            "warning: `falco.{option}` is {is}, and Falco 0.44 expects {expected} (goes into falco.yaml as it is)"
        )
    });
    assert_eq!(said, expected);
}

#[test]
fn an_environment_variable_may_stand_for_anything_in_falco_yaml() {
    let text = "falco: {output_timeout: '${TIMEOUT}', priority: '${PRIORITY}', log_level: '${A}'}";
    assert_eq!(said(text), [""; 0]);
}

#[test]
fn metrics_go_into_falco_yaml_as_well() {
    assert_eq!(
        said("metrics: {interval: 5000}"),
        [
            "warning: `metrics.interval` is a number, and Falco expects a text (goes into falco.yaml as it is)"
        ]
    );
}

#[test]
fn what_the_chart_looks_into_must_be_what_it_looks_for() {
    let text = "falco: {webserver: on, http_output: [], plugins: {}, load_plugins: json}";
    let expected = [
        "error: `falco.webserver` is a boolean, expected a map ()",
        "error: `falco.http_output` is a list, expected a map ()",
        "error: `falco.plugins` is a map, expected a list ()",
        "error: `falco.load_plugins` is a text, expected a list ()",
    ];
    assert_eq!(said(text), expected);
    let text = "falco: {plugins: [json, {name: 1, library_path: a}]}";
    let expected = [
        "error: `falco.plugins[0]` is a text, expected a map ()",
        "error: `falco.plugins[1].name` is a number, expected a text ()",
    ];
    assert_eq!(said(text), expected);
}

#[test]
fn a_text_that_says_no_is_misread_where_the_chart_decides_by_it() {
    assert_eq!(
        said("falco: {webserver: {enabled: 'false'}}"),
        [
            "error: `falco.webserver.enabled` is a text, and the chart takes any text for true (this would switch it on)"
        ]
    );
}

#[test]
fn a_number_that_falco_does_not_take_is_no_reason_to_stop() {
    assert_eq!(
        said("falco: {syscall_event_drops: {threshold: 2}, webserver: {listen_port: 70000}}"),
        [
            "warning: `falco.syscall_event_drops.threshold` is out of range (at most 1)",
            "error: `falco.webserver.listen_port` is out of range (at most 65535)",
        ]
    );
}

#[test]
fn falco_takes_upper_and_lower_case_alike_for_priorities_only() {
    assert_eq!(
        said("falco: {priority: DEBUG, rule_matching: All, log_level: INFO}"),
        ["warning: `falco.log_level` is none of the values that it can have ()"]
    );
}

#[test]
fn an_option_that_its_owner_does_not_know_is_mentioned_and_stays() {
    let (values, said) = of("
falco: {json_ouput: true, plugins: [{name: a, library_path: b, path: c}]}
falcoctl: {config: {artifact: {follow: {evry: 1h}}}}
collectors: {containerEngine: {engines: {podmann: {enabled: true}}}}
");
    assert_eq!(values["falco"]["json_ouput"], true);
    assert_eq!(values["falco"]["plugins"][0]["path"], "c");
    assert_eq!(
        said,
        [
            "warning: Falco 0.44 has no option `falco.json_ouput` (goes into falco.yaml, where it does nothing)",
            "warning: Falco 0.44 has no option `falco.plugins[0].path` (goes into falco.yaml, where it does nothing)",
            "warning: falcoctl 0.13 has no option `falcoctl.config.artifact.follow.evry` (goes into falcoctl.yaml, \
             where it does nothing)",
            "warning: the container plugin has no option `collectors.containerEngine.engines.podmann` (goes into the \
             plugin's configuration, which the plugin then refuses)",
        ]
    );
}

#[test]
fn a_plugin_needs_a_name_and_a_file() {
    assert_eq!(
        said("falco: {plugins: [{name: json}]}"),
        [
            "warning: `falco.plugins[0]` has no `library_path`, and Falco 0.44 needs it (goes into falco.yaml as it is)"
        ]
    );
}

#[test]
fn what_may_be_meant_is_proposed() {
    assert_eq!(
        proposed("falco: {jsonOutput: true}"),
        "did you mean `falco.json_output`?"
    );
    assert_eq!(
        proposed("falco: {customRules: {}}"),
        "did you mean `customRules`, at the top level?"
    );
    assert_eq!(
        proposed("falco: {webserver.enabled: true}"),
        "write each key on a line of its own below the one before, indented deeper; only `--set` joins them by dots"
    );
    assert_eq!(
        proposed("collectors: {containerEngine: {engines: {rkt: {}}}}"),
        "it knows docker, podman, containerd, cri, lxc, libvirt_lxc, bpm, static"
    );
}

#[test]
fn a_key_that_nobody_knows_is_named_even_if_it_is_null() {
    assert_eq!(
        said("timezone: null\nx-holder: null\nnodeSelector: {a: null}\nfalco: {jsonOuput: null}"),
        [
            "warning: the chart has no value `timezone` (this does nothing)",
            "warning: Falco 0.44 has no option `falco.jsonOuput` (goes into falco.yaml, where it does nothing)",
        ]
    );
}

#[test]
fn null_takes_an_option_out_of_another_program_s_configuration() {
    let (values, said) = of("
falco: {json_output: null, capture: null, http_output: {url: null}, plugins: null}
falcoctl: {config: {indexes: null, artifact: {install: {refs: null}}}}
collectors: {containerEngine: {engines: {docker: null}, hooks: null}}
");
    assert_eq!(said, [""; 0]);
    for gone in [
        "/falco/json_output",
        "/falco/capture",
        "/falco/http_output/url",
        "/falco/plugins",
        "/falcoctl/config/indexes",
        "/falcoctl/config/artifact/install/refs",
        "/collectors/containerEngine/engines/docker",
    ] {
        assert_eq!(values.pointer(gone), None, "{gone}");
    }
    let hooks = values.pointer("/collectors/containerEngine/hooks");
    assert_eq!(hooks, Some(&Value::Null));
}

#[test]
fn a_section_into_which_the_chart_looks_cannot_be_taken_out() {
    for section in [
        "falco: null",
        "falco: {webserver: null}",
        "falco: {http_output: null}",
        "falcoctl: {config: null}",
        "falcoctl: {config: {artifact: {install: null}}}",
        "collectors: {containerEngine: {engines: null}}",
    ] {
        let said = said(section);
        let [only] = said.as_slice() else {
            panic!("{section}: {said:?}")
        };
        assert!(
            only.contains("is null, and the chart needs the values below it"),
            "{only}"
        );
    }
}

#[test]
fn settings_of_a_subchart_may_be_taken_out() {
    let (values, said) = of("falcosidekick: null");
    assert_eq!(said, [""; 0]);
    assert_eq!(values.pointer("/falcosidekick/enabled"), Some(&Value::Null));
}

#[test]
fn a_port_in_quotes_is_a_number_and_no_name() {
    let port = |text: &str| {
        let metrics = format!("{{service: {{ports: {{metrics: {{targetPort: {text}}}}}}}}}");
        let (values, said) = of(&format!("metrics: {metrics}"));
        (
            values["metrics"]["service"]["ports"]["metrics"]["targetPort"].clone(),
            said.len(),
        )
    };
    assert_eq!(port("web"), (json!("web"), 0));
    assert_eq!(port("8765"), (json!(8765), 0));
    assert_eq!(port("'8765'"), (json!(8765), 1));
}

#[test]
fn templates_are_a_list_or_one_text() {
    assert_eq!(
        said("driver: {loader: {initContainer: {env: '{{ .Release.Name }}'}}}"),
        [""; 0]
    );
    assert_eq!(
        said("falcoctl: {artifact: {install: {env: {A: b}, envFrom: 5}}}"),
        [
            "error: `falcoctl.artifact.install.env` is a map, expected a list or a text ()",
            "error: `falcoctl.artifact.install.envFrom` is a number, expected a list or a text ()",
        ]
    );
}

#[test]
fn what_is_empty_and_no_map_takes_a_default_out_as_null_does() {
    for nothing in ["false", "''", "[]", "0"] {
        let (values, said) = of(&format!(
            "controller: {{daemonset: {{updateStrategy: {nothing}}}}}"
        ));
        let strategy = values.pointer("/controller/daemonset/updateStrategy");
        assert_eq!(strategy, Some(&Value::Null), "{nothing}");
        assert_eq!(said.len(), 1);
    }
}
