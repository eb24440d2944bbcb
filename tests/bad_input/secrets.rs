//! Secrets, which no report shows in any form, whatever is wrong with them or around them, and `why` neither.

use falcogen::Request;
use falcogen::capabilities::Capabilities;
use falcogen::charts;
use falcogen::diagnostic::Diagnostics;
use falcogen::release::Release;
use falcogen::report::{Format, report};
use falcogen::rules::folders::RulesFolders;
use falcogen::source::Sources;
use falcogen::values::inputs::Inputs;
use falcogen::values::set::SetKind;

use super::trial::Trial;

const SECRET: &str = "hunter2Xq9";

/// Where a credential may stand, and how it is written there.
const PLACES: &[(&str, &str)] = &[
    ("integrations.gcscc.webhookAuthenticationToken", SECRET),
    ("integrations.snsOutput.aws_access_key_id", SECRET),
    ("integrations.snsOutput.aws_secret_access_key", SECRET),
    ("integrations.pubsubOutput.credentialsData", SECRET),
    ("daemonset.env.DB_PASSWORD", SECRET),
    ("daemonset.env.SLACK_TOKEN", SECRET),
    (
        "falco.programOutput.program",
        "curl --token hunter2Xq9 http://alerts",
    ),
    ("falco.httpOutput.url", "https://falco:hunter2Xq9@alerts"),
    ("proxy.httpProxy", "http://falco:hunter2Xq9@proxy"),
];

/// What can be wrong with a line of a values file, or near it.
const FAULTS: &[&str] = &[
    "KEY: VALUE\nKEY: VALUE",
    "KEY: [VALUE]",
    "KEY:\n  - VALUE",
    "KEY: {VALUE: VALUE}",
    "KEY: \"VALUE",
    "KEY: 'VALUE",
    "KEY: [VALUE",
    "KEY: {VALUE",
    "KEY: VALUE: x",
    "KEY: \"VALUE\" x",
    "KEY: VALUE\n x: y",
    "KEY:\n\tVALUE",
    "KEY:VALUE\nx: y",
    "KEY: *VALUE",
    "KEY: &VALUE x\nx: *y",
    "KEY: !!int VALUE",
    "KEY: !!binary VALUE",
    "KEY: \"VALUE\\d\"",
    "KEY: @VALUE",
    "KEY: VALUE\u{1}",
    "KEY: |\n  VALUE\n x: y",
    "KEY: |\n  VALUE\nx: [",
    "KEY: VALUE\n---\nKEY: VALUE",
    "KEYx: VALUE\nx: *y",
    "KEY: VALUE # VALUE\nx: *y",
    "? [KEY]\n: VALUE",
];

/// All that is said of what the inputs hold, in every form.
fn reports(inputs: Inputs) -> Vec<String> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let request = Request {
        chart: charts::find("stable").unwrap(),
        inputs,
        release: Release::new("falco", "default", false, &mut sources, &mut diagnostics),
        capabilities: Capabilities::default(),
        base_rules: None,
        rules_folders: RulesFolders::default(),
    };
    falcogen::render(&request, &mut sources, &mut diagnostics).unwrap();
    let formats = [
        Format::Human,
        Format::Json,
        Format::Sarif,
        Format::Github,
        Format::Gitlab,
        Format::Junit,
    ];
    let reports = formats.map(|format| report(format, &diagnostics, &sources, false));
    reports.into()
}

/// Asserts that something is said, and nothing of the secret.
#[track_caller]
fn assert_kept(inputs: Inputs, told: &str) {
    let reports = reports(inputs);
    assert!(!reports[0].is_empty(), "nothing is said of {told}");
    for report in reports {
        assert!(!report.contains(SECRET), "{told}\n\n{report}");
    }
}

/// The lines of a values file that has `line` below the parents of its key.
fn values(path: &str, value: &str, fault: &str) -> String {
    let keys: Vec<&str> = path.split('.').collect();
    let (key, parents) = keys.split_last().unwrap();
    let mut text = String::new();
    for (depth, parent) in parents.iter().enumerate() {
        text += &format!("{:width$}{parent}:\n", "", width = 2 * depth);
    }
    let indent = "  ".repeat(parents.len());
    for line in fault.lines() {
        let indent = if line == "---" { "" } else { &indent };
        text += &format!(
            "{indent}{}\n",
            line.replace("KEY", key).replace("VALUE", value)
        );
    }
    text
}

#[test]
fn are_kept_whatever_is_wrong_with_their_lines() {
    for (path, value) in PLACES {
        for fault in FAULTS {
            let text = values(path, value, fault);
            let trial = Trial::values(&text);
            let file = trial.path("values.yaml").to_str().unwrap().to_owned();
            let inputs = Inputs {
                files: vec![file],
                ..Inputs::default()
            };
            assert_kept(inputs, &text);
        }
    }
}

#[test]
fn are_kept_whatever_is_wrong_with_the_file() {
    for (path, value) in PLACES {
        let text = values(path, value, "KEY: VALUE\u{e9}");
        let trial = Trial::values(text.chars().map(|c| c as u8).collect::<Vec<u8>>());
        let file = trial.path("values.yaml").to_str().unwrap().to_owned();
        let inputs = Inputs {
            files: vec![file],
            ..Inputs::default()
        };
        assert_kept(inputs, &text);
    }
}

#[test]
fn are_kept_whatever_is_wrong_with_an_argument() {
    for (path, value) in PLACES {
        for (kind, argument) in [
            (SetKind::Set, "KEY=VALUE,x"),
            (SetKind::Set, "KEYx=VALUE,x"),
            (SetKind::Set, "x,KEY=VALUE"),
            (SetKind::Set, "KEY={VALUE"),
            (SetKind::Set, "KEY={VALUE}"),
            (SetKind::Set, "KEY.inner=VALUE"),
            (SetKind::Set, "KEY=VALUE,KEY[0]=VALUE"),
            (SetKind::Set, "a[999999]=1,KEY=VALUE"),
            (SetKind::String, "KEY[0]=VALUE"),
            (SetKind::Json, "KEY=VALUE"),
            (SetKind::Json, "KEY={\"VALUE"),
            (SetKind::Json, "KEY=[\"VALUE\"]"),
            (SetKind::File, "x=/missing,KEY=VALUE,"),
            (SetKind::Literal, "KEY.inner=VALUE"),
        ] {
            let argument = argument.replace("KEY", path).replace("VALUE", value);
            let inputs = Inputs {
                assignments: vec![(kind, argument.clone())],
                ..Inputs::default()
            };
            assert_kept(inputs, &argument);
        }
    }
}

#[test]
fn are_not_told_by_why() {
    let flags: String = (PLACES.iter())
        .map(|(path, value)| format!(" --set-literal '{path}={value}'"))
        .collect();
    let on = " --set integrations.snsOutput.enabled=true,integrations.pubsubOutput.enabled=true";
    let gcscc = " --set integrations.gcscc.enabled=true";
    for (switches, object, path) in [
        (on, "Secret/falco", "data"),
        (on, "Secret/falco", "data.aws_access_key_id"),
        (on, "Secret/falco", "data.aws_secret_access_key"),
        (on, "Secret/falco", "data[gcp-credentials-data]"),
        (
            "",
            "ConfigMap/falco",
            "data[\"falco.yaml\"].program_output.program",
        ),
        (
            gcscc,
            "ConfigMap/falco",
            "data[\"falco.yaml\"].program_output.program",
        ),
        (
            "",
            "ConfigMap/falco",
            "data[\"falco.yaml\"].http_output.url",
        ),
        (
            "",
            "DaemonSet/falco",
            "spec.template.spec.containers[falco].env[DB_PASSWORD].value",
        ),
        (
            "",
            "DaemonSet/falco",
            "spec.template.spec.containers[falco].env[SLACK_TOKEN].value",
        ),
        (
            "",
            "DaemonSet/falco",
            "spec.template.spec.containers[falco].env[http_proxy].value",
        ),
    ] {
        let command = format!("falcogen why --chart stable {object} '{path}'{switches}{flags}");
        let answer = Trial::new().run(&command).result();
        assert!(answer.contains(" = "), "{answer}");
        assert!(!answer.contains(SECRET), "{answer}");
        assert!(!answer.contains("aHVudGVyMlhxO"), "{answer}");
    }
}

/// Credentials of the falco chart under wrong names, in wrong forms, and in what templates print.
#[test]
fn are_kept_where_the_schema_alone_knows_them() {
    let values = "\
falcosidekick:
  enabled: true
  config:
    opsgenie: hunter2Xq9
    telegram: {tokn: hunter2Xq9}
    smtp: {user: [hunter2Xq9], password: {hunter2Xq9: a, hunter2Xq9: b}}
    elasticsearch: {pasword: hunter2Xq9}
  webui: {usr: 'admin:hunter2Xq9', user: 'hunter2Xq9'}
certs: {server: {kye: hunter2Xq9, key: [hunter2Xq9]}}
extra:
  env:
    - {name: A, value: '{{ fail .Values.falcosidekick.webui.user }}'}
    - {name: B, value: '{{ include .Values.falcosidekick.webui.user . }}'}
    - {name: DB_PASSWORD, value: 12345678901234567890}
";
    let trial = Trial::values(values);
    for format in ["human", "json", "sarif", "github", "gitlab", "junit"] {
        let command = format!("falcogen render -f values.yaml --diagnostics {format}");
        let report = trial.run(&command).refusal();
        assert!(!report.contains(SECRET), "{format}: {report}");
        assert!(!report.contains("1234567890"), "{format}: {report}");
    }
}

#[test]
fn are_not_told_by_why_though_a_template_prints_them() {
    let values = "\
falcosidekick: {config: {smtp: {password: hunter2Xq9}}}
extra:
  env:
    - {name: A, value: '{{ .Values.falcosidekick.config.smtp.password }}'}
    - {name: DB_PASSWORD, value: hunter2Xq9}
";
    let trial = Trial::values(values);
    for name in ["A", "DB_PASSWORD"] {
        let path = format!("spec.template.spec.containers[falco].env[{name}].value");
        let answer = trial.run(&format!(
            "falcogen why -f values.yaml DaemonSet/falco {path}"
        ));
        assert!(!answer.result().contains(SECRET), "{name}");
    }
}
