//! Command lines that cannot be meant.

use insta::assert_snapshot;

use super::trial::Trial;
use super::{RENDER, run_refused};

#[track_caller]
fn usage(arguments: &str) -> String {
    Trial::new().run(&format!("{RENDER} {arguments}")).usage()
}

#[test]
fn that_name_the_release_twice_are_refused() {
    assert_snapshot!(
        usage("mine --name-template yours"),
        @"error: name the release once: as an argument, or by --name-template"
    );
}

#[test]
fn with_unknown_flags_or_flag_values_are_refused() {
    assert_snapshot!(usage("--sett a=b"), @"
    error: unexpected argument '--sett' found

      tip: a similar argument exists: '--set'

    Usage: falcogen render --chart <CHART> --set <ASSIGNMENT> [RELEASE]

    For more information, try '--help'.
    ");
    assert_snapshot!(usage("-o xml"), @"
    error: invalid value 'xml' for '--output <FORMAT>'
      [possible values: yaml, json]

      tip: a similar value exists: 'yaml'

    For more information, try '--help'.
    ");
    assert_snapshot!(usage("--kube-version latest"), @"
    error: invalid value 'latest' for '--kube-version <VERSION>': expected a version of Kubernetes such as 1.31 or v1.31.2

    For more information, try '--help'.
    ");
    assert_snapshot!(usage("--diagnostics xml"), @"
    error: invalid value 'xml' for '--diagnostics <FORMAT>'
      [possible values: human, json, sarif, github, gitlab, junit]

    For more information, try '--help'.
    ");
    assert_snapshot!(Trial::new().run("falcogen render --chart nope").usage(), @"error: there is no chart `nope`; --chart takes: falco, stable, event-generator, falco-talon, falcosidekick, k8s-metacollector");
    assert_snapshot!(Trial::new().run("falcogen why --chart stable DaemonSet/falco 'a[b'").usage(), @r#"
    error: invalid value 'a[b' for '<PATH>': `a[b` is not a path such as `spec.containers[0].image` or `data["falco.yaml"].priority`

    For more information, try '--help'.
    "#);
    assert_snapshot!(Trial::new().run("falcogen explain unknown-valu").usage(), @"error: there is no code `unknown-valu`; did you mean `unknown-value`?");
    assert_snapshot!(Trial::new().run("falcogen show values nope").usage(), @"error: there is no chart `nope`; there is: falco (9.1.0), stable (falco 1.0.10), event-generator (0.4.0), falco-talon (0.3.1), falcosidekick (0.12.1), k8s-metacollector (0.1.11)");
}

#[test]
fn with_names_that_cannot_be_one_are_refused_once() {
    assert_snapshot!(run_refused(&Trial::new(), "Bad_Name -n 'my space'"), @"
    error[invalid-name]: `Bad_Name` is not a valid release name
     --> RELEASE:1:1
      |
    1 | Bad_Name
      | ^^^^^^^^ only lower-case letters, digits, `-` and `.` are allowed

    error[invalid-name]: `my space` is not a valid namespace
     --> --namespace:1:1
      |
    1 | my space
      | ^^^^^^^^ only lower-case letters, digits, `-` and `.` are allowed

    falcogen: 2 errors
    ");
}

#[test]
fn with_assignments_beyond_a_bound_are_refused() {
    assert_snapshot!(run_refused(&Trial::new(), "--set 'a[999999999]=1'"), @"
    error[set-limit]: this index is too high
     --> --set[1]:1:2
      |
    1 | a[999999999]=1
      |  ^^^^^^^^^^^ more than 65536
      |
      = help: count the items of a list from 0

    falcogen: 1 error
    ");
    let deep = format!("--set-json falco={}", "[".repeat(50_000));
    let report = run_refused(&Trial::new(), &deep);
    assert!(
        report.starts_with(
            "error[set-limit]: this value is nested too deep\n --> --set-json[1]:1:7\n"
        ),
        "{report}"
    );
    let many = format!("--set {}", "a.".repeat(30_000) + "=1");
    assert!(run_refused(&Trial::new(), &many).starts_with("error[set-limit]: "));
    let holes: String = (0..10).map(|at| format!("k{at}[60000]=1,")).collect();
    assert!(run_refused(&Trial::new(), &format!("--set {holes}")).contains("error[set-limit]: "));
}

#[test]
fn with_broken_assignments_are_refused() {
    assert_snapshot!(run_refused(&Trial::new(), "--set timezone"), @r"
    error[set-syntax]: this name has no value
     --> --set[1]:1:1
      |
    1 | timezone
      | ^^^^^^^^ no `=` follows
      |
      = help: write `name=value`; a comma that belongs to a value is written `\,`

    falcogen: 1 error
    ");
    assert_snapshot!(run_refused(&Trial::new(), "--set-json 'falco={'"), @"
    error[set-syntax]: this value is not JSON: it ends too early
     --> --set-json[1]:1:8
      |
    1 | falco={
      |        ^
      |
      = help: write `name=JSON`, with texts in double quotes; `--set` takes texts without quotes

    falcogen: 1 error
    ");
}

#[test]
fn that_name_an_account_which_cannot_be_one_are_refused_once() {
    let arguments = "--set \"serviceAccount.create=false,serviceAccount.name=A b\"";
    assert_snapshot!(run_refused(&Trial::new(), arguments), @"
    error[invalid-name]: `A b` is not a valid name for kind ServiceAccount
     --> --set[1]:1:49
      |
    1 | serviceAccount.create=false,serviceAccount.name=A b
      |                                                 ^^^ only lower-case letters, digits, `-` and `.` are allowed

    falcogen: 1 error
    ");
}
