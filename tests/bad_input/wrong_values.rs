//! YAML that is no values of the chart.

use insta::assert_snapshot;

use super::trial::Trial;
use super::{RENDER, refusal, run_refused};

#[test]
fn are_all_reported_in_one_run() {
    let values = "extraArgs: none\ndocker: [enabled]\nfalco:\n  webserver:\n    listenPort: many\ncri:\n  enabled: \"no\"\n";
    assert_snapshot!(refusal(values), @r#"
    error[wrong-type]: `extraArgs` is a text, expected a list
     --> values.yaml:1:12
      |
    1 | extraArgs: none
      |            ^^^^
      |
      = help: write each item on a line of its own behind `- `, or all of them as `[first, second]`

    error[wrong-type]: `docker` is a list, expected a map
     --> values.yaml:2:9
      |
    2 | docker: [enabled]
      |         ^^^^^^^^^
      |
      = help: write `key: value` lines below it, indented deeper

    error[wrong-type]: `falco.webserver.listenPort` is a text, expected a whole number
     --> values.yaml:5:17
      |
    5 |     listenPort: many
      |                 ^^^^
      |
      = help: write a number, without quotes

    error[misread-boolean]: `cri.enabled` is a text, and the chart takes any text for true
     --> values.yaml:7:12
      |
    7 |   enabled: "no"
      |            ^^^^ this would switch it on
      |
      = help: write `false` without quotes; on the command line give it by `--set`

    falcogen: 4 errors
    "#);
}

#[test]
fn are_told_how_their_place_writes_what_is_expected() {
    let values =
        "customRules:\n  mine.yaml:\n    - list: a\nfakeEventGenerator:\n  replicas: 1.5\n";
    assert_snapshot!(refusal(values), @r#"
    error[wrong-type]: `customRules["mine.yaml"]` is a list, expected a text
     --> values.yaml:3:5
      |
    3 |     - list: a
      |     ^^^^^^^^^
      |
      = help: if it is meant as a text, write `|` behind the key and indent the text below it

    error[wrong-type]: `fakeEventGenerator.replicas` is a number, expected a whole number
     --> values.yaml:5:13
      |
    5 |   replicas: 1.5
      |             ^^^
      |
      = help: write a whole number

    falcogen: 2 errors
    "#);
    let arguments = "--set extraArgs=none,docker=on";
    assert_snapshot!(run_refused(&Trial::new(), arguments), @"
    error[wrong-type]: `extraArgs` is a text, expected a list
     --> --set[1]:1:11
      |
    1 | extraArgs=none,docker=on
      |           ^^^^
      |
      = help: write `extraArgs={first,second}`

    error[wrong-type]: `docker` is a text, expected a map
     --> --set[1]:1:23
      |
    1 | extraArgs=none,docker=on
      |                       ^^
      |
      = help: set the keys below it, such as `docker.name=value`

    falcogen: 2 errors
    ");
}

#[test]
fn are_refused_where_a_list_stands_for_all_values() {
    assert_snapshot!(refusal("- timezone: UTC\n"), @"
    error[wrong-type]: a values file is a map, and this is a list
     --> values.yaml:1:1
      |
    1 | - timezone: UTC
      | ^^^^^^^^^^^^^^^
      |
      = help: begin lines with the keys that `falcogen show values` prints

    falcogen: 1 error
    ");
}

#[test]
fn are_refused_where_a_text_stands_for_all_values() {
    assert_snapshot!(refusal("values\n"), @"
    error[wrong-type]: a values file is a map, and this is a text
     --> values.yaml:1:1
      |
    1 | values
      | ^^^^^^
      |
      = help: begin lines with the keys that `falcogen show values` prints

    falcogen: 1 error
    ");
}

#[test]
fn may_be_none_at_all() {
    for nothing in ["", "# nothing\n", "---\n", "\u{feff}", "{}", "null\n"] {
        let trial = Trial::values(nothing);
        let rendered = trial.run(&format!("{RENDER} -f values.yaml")).result();
        assert_eq!(rendered, trial.run(RENDER).result(), "{nothing:?}");
    }
}

#[test]
fn are_shown_within_the_json_of_a_flag() {
    let command = format!(
        "{RENDER} --set-json 'docker={{\"enabled\": [], \"socket\": \"/s\", \"sokcet\": 1}}'"
    );
    assert_snapshot!(Trial::new().run(&command).refusal(), @r#"
    error[wrong-type]: `docker.enabled` is a list, expected a boolean
     --> --set-json[1]:1:20
      |
    1 | docker={"enabled": [], "socket": "/s", "sokcet": 1}
      |                    ^^
      |
      = help: write `true` or `false`, without quotes

    warning[unknown-value]: the chart has no value `docker.sokcet`
     --> --set-json[1]:1:40
      |
    1 | docker={"enabled": [], "socket": "/s", "sokcet": 1}
      |                                        ^^^^^^^^ this does nothing
      |
      = help: did you mean `docker.socket`?

    falcogen: 1 error, 1 warning
    "#);
}
