//! Folders of rules files that go into the cluster: `--rules-dir`.

use std::os::unix::fs::symlink;

use super::checked;
use super::trial::Trial;
use insta::assert_snapshot;

const LIST: &str =
    "- list: shells\n  items: [bash]\n- macro: shell\n  condition: (proc.name in (shells))\n";
const RULE: &str = "\
- rule: r
  desc: d
  condition: evt.type = kill and shell
  output: '%evt.num'
  priority: INFO
";

/// A folder `rules` with two files that belong together.
fn two() -> Trial {
    Trial::new()
        .file("rules/10-lists.yaml", LIST)
        .file("rules/20-rules.yml", RULE)
}

#[test]
fn files_of_a_folder_stand_in_the_config_map_beside_those_of_the_values() {
    let trial = two().file("values.yaml", "customRules:\n  00.yaml: '# none'\n");
    for chart in ["falco", "stable"] {
        let command = format!("falcogen render --chart {chart} -f values.yaml --rules-dir rules");
        let outcome = trial.run(&format!(
            "{command} -s 'templates/*rules*' | sed -n '/^data:/,$p'"
        ));
        assert_eq!(outcome.stderr, "", "{chart}");
        let data = "data:\n  00.yaml: \"# none\"\n  10-lists.yaml: |\n    - list: shells\n";
        assert!(outcome.stdout.starts_with(data), "{}", outcome.stdout);
        assert!(
            outcome
                .stdout
                .contains("\n  20-rules.yml: |\n    - rule: r\n")
        );
    }
}

#[test]
fn pods_mount_the_rules_of_a_folder_and_are_replaced_when_they_change() {
    let trial = two();
    for (chart, workload) in [("falco", "daemonset"), ("stable", "daemonset")] {
        let command = format!(
            "falcogen render --chart {chart} --rules-dir rules -s templates/{workload}.yaml"
        );
        let before = trial.run(&command).result();
        assert!(before.contains("mountPath: /etc/falco/rules.d\n"));
        trial.write("rules/20-rules.yml", RULE.replace("INFO", "ERROR"));
        let after = trial.run(&command).result();
        let changed: Vec<&str> = (before.lines())
            .zip(after.lines())
            .filter(|(before, after)| before != after)
            .map(|(before, _)| before.trim())
            .collect();
        assert!(
            changed.len() == 1 && changed[0].starts_with("checksum/rules: "),
            "{changed:?}"
        );
        trial.write("rules/20-rules.yml", RULE);
    }
}

#[test]
fn what_is_wrong_with_rules_is_shown_in_their_own_file() {
    let trial = Trial::new().file("rules/a.yaml", RULE.replace("kill", "kil"));
    assert_snapshot!(trial.run("falcogen render --rules-dir rules").refusal());
}

#[test]
fn a_name_that_no_config_map_takes_is_refused_with_a_proposal() {
    let trial = Trial::new().file("rules/our rules.yaml", LIST);
    let command = "falcogen render --rules-dir rules --no-rules-check";
    assert_snapshot!(trial.run(command).refusal());
    let numbered = trial.run(&format!("{command} --rules-order folder"));
    assert!(numbered.refusal().ends_with("\nfalcogen: 1 error\n"));
    let trial = Trial::new().file("rules/a\\b.yaml", LIST);
    let said = trial.run(command).refusal();
    assert!(said.contains("name it `a-b.yaml`"), "{said}");
}

#[test]
fn two_files_of_one_name_are_refused_with_both_places() {
    let trial = Trial::new()
        .file("one/a.yaml", LIST)
        .file("two/a.yaml", LIST)
        .file("values.yaml", "customRules:\n  a.yaml: \"\"\n");
    let command = "falcogen render --rules-dir one --rules-dir two -f values.yaml --no-rules-check";
    assert_snapshot!(trial.run(command).refusal());
}

#[test]
fn files_of_folders_within_have_the_names_of_both() {
    let trial = two().file("rules/team/b/a.yaml", "# team");
    let outcome = trial.run("falcogen rules list --files --rules-dir rules --recursive");
    assert_snapshot!(outcome.result());
}

#[test]
fn what_is_left_out_is_told_and_no_error_even_if_warnings_are() {
    let trial = two()
        .file("rules/README.md", "our rules")
        .file("rules/.gitignore", "")
        .file("rules/.draft.yaml", "- broken: [")
        .file("rules/rules.yaml~", "")
        .file("rules/team/a.yaml", "");
    let outcome = trial.run("falcogen render --strict --rules-dir rules >manifests.yaml");
    assert_eq!(outcome.status, Some(0));
    assert!(trial.read("manifests.yaml").contains("10-lists.yaml"));
    assert_snapshot!(outcome.stderr);
}

#[test]
fn a_folder_without_rules_is_refused() {
    let trial = Trial::new().folder("empty").file("file.yaml", "");
    for folder in ["empty", "missing", "file.yaml"] {
        let outcome = trial.run(&format!("falcogen render --rules-dir {folder}"));
        let said = outcome.refusal();
        assert!(said.starts_with("error[unreadable-file]"), "{said}");
    }
}

#[test]
fn a_link_is_followed_only_within_the_folder() {
    let trial = two().file("secret.yaml", "# open-sesame");
    let link = |target: &str, link: &str| symlink(target, trial.path(link)).unwrap();
    link("../secret.yaml", "rules/30-outside.yaml");
    let outcome = trial.run("falcogen render --rules-dir rules");
    let said = outcome.refusal();
    assert!(said.starts_with("error[rule-file-outside]"), "{said}");
    assert!(!said.contains("sesame"));

    std::fs::remove_file(trial.path("rules/30-outside.yaml")).unwrap();
    link("10-lists.yaml", "rules/05-inside.yaml");
    link("..", "rules/loop");
    let outcome = trial.run("falcogen rules list --files --rules-dir rules");
    assert!(outcome.stdout.contains("05-inside.yaml"), "{outcome:?}");
    let outcome = trial.run("falcogen render --recursive --rules-dir rules --no-rules-check");
    assert!(
        outcome
            .refusal()
            .contains("the link `rules/loop` leads out")
    );
}

#[test]
fn a_link_to_nothing_is_an_unreadable_file() {
    let trial = two();
    symlink("nothing.yaml", trial.path("rules/30.yaml")).unwrap();
    let said = trial.run("falcogen render --rules-dir rules").refusal();
    assert!(
        said.starts_with("error[unreadable-file]: cannot read `rules/30.yaml`"),
        "{said}"
    );
}

#[test]
fn a_mounted_config_map_is_a_folder_of_rules() {
    let trial = Trial::new().file("rules/..2026_11_29/a.yaml", LIST);
    symlink("..2026_11_29", trial.path("rules/..data")).unwrap();
    symlink("..data/a.yaml", trial.path("rules/a.yaml")).unwrap();
    let outcome = trial.run("falcogen rules list --files --rules-dir rules");
    assert_snapshot!(outcome.result(), @r"
    FILE          IN THE POD  RULES  MACROS  LISTS  CHANGES  LOADS
    rules/a.yaml  a.yaml      0      1       1      0        yes
    ");
}

#[test]
fn files_are_loaded_by_name_or_folder_by_folder() {
    let trial = Trial::new()
        .file("common/z.yaml", LIST)
        .file("team/a.yaml", RULE);
    let folders = "--rules-dir common --rules-dir team";
    let said = checked(&trial, folders).said();
    assert_eq!(
        said[0], "error rule-macro-after-use team/a.yaml:3:34",
        "{said:?}"
    );
    let folders = format!("{folders} --rules-order folder");
    assert_eq!(checked(&trial, &folders).said(), [""; 0]);
    let outcome = trial.run(&format!("falcogen rules list --files {folders}"));
    assert_snapshot!(outcome.result(), @r"
    FILE           IN THE POD  RULES  MACROS  LISTS  CHANGES  LOADS
    common/z.yaml  01-z.yaml   0      1       1      0        yes
    team/a.yaml    02-a.yaml   1      0       0      0        yes
    ");
}

#[test]
fn the_files_in_load_order_include_those_of_values_and_of_what_comes_before() {
    let values = "customRules:\n  15.yaml: |-\n    - list: shells\n      items: [zsh]\n      override: {items: append}\n";
    let trial = two()
        .file("values.yaml", values)
        .file("base.yaml", "# nothing\n");
    let files = "-f values.yaml --rules-dir rules --after base.yaml";
    let outcome = trial.run(&format!("falcogen rules list --files --all {files}"));
    assert_snapshot!(outcome.result());
    let outcome = trial.run(&format!("falcogen rules list {files}"));
    assert_snapshot!(outcome.result(), @r"
    RULE  SOURCE   PRIORITY       STATE    TAGS  WHERE                 CHANGED BY
    r     syscall  informational  enabled        rules/20-rules.yml:1
    ");
    let outcome = trial.run(&format!(
        "falcogen rules list --files --format json {files}"
    ));
    let rows: serde_json::Value = serde_json::from_str(&outcome.result()).unwrap();
    assert_eq!(rows[0]["in_pod"], "10-lists.yaml");
    assert_eq!(rows[1]["changes"], 1);
}

#[test]
fn a_rule_of_values_is_listed_at_its_line_of_the_values() {
    let values = format!(
        "customRules:\n  a.yaml: |-\n    {}",
        RULE.replace(" and shell", "").replace('\n', "\n    ")
    );
    let list = Trial::values(values)
        .run("falcogen rules list -f values.yaml")
        .result();
    assert!(list.contains("values.yaml:3"), "{list}");
}

#[test]
fn a_chart_without_falco_takes_no_rules() {
    for command in ["render", "rules check", "rules list"] {
        let command = format!("falcogen {command} --chart falco-talon --rules-dir rules");
        let outcome = two().run(&command);
        assert_eq!(outcome.status, Some(2), "{command}");
        assert_eq!(
            outcome.stderr,
            "error: --rules-dir has no meaning for chart falco-talon, which does not run Falco\n"
        );
    }
}

#[test]
fn why_names_the_file_of_a_rules_file() {
    let path = "ConfigMap/falco-rules 'data[\"10-lists.yaml\"]'";
    let answer = two()
        .run(&format!("falcogen why --rules-dir rules {path}"))
        .result();
    assert!(
        answer.contains("value       rules/10-lists.yaml:1:1 "),
        "{answer}"
    );
}

#[test]
fn the_order_is_that_of_the_paths_in_falco_yaml() {
    let values = "\
falco:
  rules_files:
  - /etc/falco/falco_rules.yaml
  - /etc/falco/rules.d/20-rules.yml
";
    let trial = two().file("values.yaml", values);
    let outcome = trial.run("falcogen rules list --files -f values.yaml --rules-dir rules");
    assert!(!outcome.stdout.contains("10-lists.yaml"), "{outcome:?}");
    let outcome = trial.run("falcogen render -f values.yaml --rules-dir rules >manifests.yaml");
    assert_snapshot!(outcome.stderr);
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let trial = two();
    trial.run("mkfifo rules/30.yaml").result();
    for command in [
        "render --rules-dir rules",
        "render --chart stable --base-rules rules",
        "rules check --rules-dir rules",
        "rules check rules",
        "rules2helm rules",
    ] {
        let outcome = trial.run(&format!("falcogen {command} >/dev/null"));
        assert_eq!(outcome.status, Some(0), "{command}");
    }
}

#[test]
fn a_number_in_front_of_a_name_counts_as_well() {
    let trial = Trial::new().file(&format!("rules/{}.yaml", "a".repeat(246)), LIST);
    for command in ["render", "rules check", "rules list"] {
        let command = format!("falcogen {command} --rules-dir rules");
        assert_eq!(trial.run(&command).status, Some(0), "{command}");
        let outcome = trial.run(&format!("{command} --rules-order folder"));
        let said = outcome.stdout + &outcome.stderr;
        assert!(said.contains("longer than 253 characters"), "{said}");
    }
}

#[test]
fn a_file_may_take_the_place_of_one_that_a_null_takes_away() {
    let trial = two().file("values.yaml", "customRules: {20-rules.yml: null}\n");
    for command in ["render", "rules check", "rules list"] {
        let command = format!("falcogen {command} -f values.yaml --rules-dir rules >/dev/null");
        assert_eq!(trial.run(&command).result(), "", "{command}");
    }
}

#[test]
fn folders_within_those_that_are_loaded_before_are_entered_as_well() {
    let trial = Trial::new()
        .file("rules/team/a.yaml", RULE)
        .file("before/common/a.yaml", LIST);
    for command in ["render", "rules check"] {
        let command = format!("falcogen {command} --rules-dir rules --after before --recursive");
        let outcome = trial.run(&format!("{command} >/dev/null"));
        assert_eq!(
            (outcome.status, &*outcome.stderr),
            (Some(0), ""),
            "{command}"
        );
    }
    let alone = trial.run("falcogen render --recursive");
    assert!(alone.usage().contains("--recursive enters folders"));
}

#[test]
fn rules_have_the_same_checksum_wherever_they_come_from() {
    let values = |name: &str, text: &str| {
        format!(
            "customRules: {{{name}: {}}}\n",
            serde_json::to_string(text).unwrap()
        )
    };
    let trial = two()
        .file("one/10-lists.yaml", LIST)
        .file("two/20-rules.yml", RULE)
        .file("1.yaml", values("10-lists.yaml", LIST))
        .file("2.yaml", values("20-rules.yml", RULE));
    for chart in ["falco", "stable"] {
        let command = format!("falcogen render --chart {chart}");
        let all = trial.run(&format!("{command} --rules-dir rules")).result();
        for files in [
            "-f 2.yaml -f 1.yaml",
            "-f 2.yaml --rules-dir one",
            "-f 1.yaml --rules-dir two",
        ] {
            let other = trial.run(&format!("{command} {files}")).result();
            let checksum = |text: &str| {
                let mut lines = text.lines();
                lines
                    .find(|line| line.contains("checksum/rules"))
                    .map(str::to_owned)
            };
            assert_eq!(checksum(&other), checksum(&all), "{files}");
            if files.contains("--rules-dir") {
                assert_eq!(other, all, "{files}");
            }
        }
    }
}

#[test]
fn the_files_in_load_order_show_which_changes_others_and_which_is_broken() {
    let trial = Trial::new()
        .file("rules/10.yaml", LIST)
        .file("rules/20.yaml", LIST)
        .file("rules/30.yaml", "- list: [\n");
    let outcome = trial.run("falcogen rules list --files --rules-dir rules");
    assert_snapshot!(outcome.result(), @r"
    FILE           IN THE POD  RULES  MACROS  LISTS  CHANGES  LOADS
    rules/10.yaml  10.yaml     0      0       0      0        yes
    rules/20.yaml  20.yaml     0      1       1      2        yes
    rules/30.yaml  30.yaml     0      0       0      0        no
    ");
}

#[test]
fn a_file_that_is_too_large_is_told_before_it_is_rendered() {
    let trial = Trial::new().file("rules/a.yaml", "# nothing\n".repeat(110_000));
    let said = checked(&trial, "--rules-dir rules").said();
    assert_eq!(said, ["error rule-file-too-large rules/a.yaml:1:1"]);
}

#[test]
fn what_is_only_in_a_maintained_file_that_is_not_loaded_is_not_there() {
    let rule = RULE.replace("shell", "inbound");
    let trial = Trial::new().file("rules/a.yaml", rule).file(
        "values.yaml",
        "falco: {rules_files: [/etc/falco/falco-sandbox_rules.yaml, /etc/falco/rules.d]}\n",
    );
    let said = |flags: &str| checked(&trial, &format!("--rules-dir rules {flags}")).said();
    assert_eq!(said(""), ["warning rule-undefined-macro rules/a.yaml:3:34"]);
    assert_eq!(
        said("-f values.yaml"),
        ["warning rule-not-given rules/a.yaml:3:34"]
    );
    let refusal = trial
        .run("falcogen render --strict --rules-dir rules")
        .refusal();
    assert!(
        refusal.contains("but in `falco-sandbox_rules.yaml`"),
        "{refusal}"
    );
}

#[test]
fn what_comes_before_is_looked_at_even_without_rules_behind_it() {
    let refusal = Trial::new()
        .run("falcogen render --after nothing.yaml")
        .refusal();
    assert!(refusal.contains("cannot read `nothing.yaml`"), "{refusal}");
}

#[test]
fn a_folder_of_falco_s_that_is_not_known_may_hold_what_the_maintained_rules_define() {
    let rule = RULE.replace("shell", "inbound");
    let paths = "falco: {rules_files: [/etc/falco/our-rules, /etc/falco/rules.d]}\n";
    let trial = Trial::values(paths).file("rules/a.yaml", rule);
    assert_eq!(
        checked(&trial, "--rules-dir rules -f values.yaml").said(),
        ["warning rule-not-given rules/a.yaml:3:34"]
    );
}

#[test]
fn a_list_of_a_maintained_file_counts_only_if_that_is_loaded() {
    let rule = |list: &str| RULE.replace("shell", &format!("proc.name in ({list})"));
    let trial = Trial::new().file("rules/a.yaml", rule("protected_shell_spawning_binaries"));
    assert_eq!(checked(&trial, "--rules-dir rules").said(), [""; 0]);
    trial.write("rules/a.yaml", rule("dhcp_binaries"));
    let report = trial
        .run("falcogen rules check --rules-dir rules --format json")
        .stdout;
    assert!(
        report.contains("but in `falco-sandbox_rules.yaml`"),
        "{report}"
    );
}

#[test]
fn names_and_rules_of_large_values_are_checked_in_linear_time() {
    let list = |at: usize| format!("    - list: l{at}\n      items: [a]\n");
    let lists: String = (0..20_000).map(list).collect();
    let trial = Trial::values(format!(
        "customRules:\n  a b.yaml: \"\"\n  a.yaml: |\n{lists}"
    ));
    let said = checked(&trial, "-f values.yaml").said();
    assert_eq!(said[0], "error invalid-name values.yaml:2:3");
    assert!(said.len() > 20_000, "{}", said.len());
}

#[test]
fn standard_input_is_read_only_once() {
    for command in [
        "rules check - -",
        "rules list - -f -",
        "render -f - --after -",
        "render -f - -f -",
        "rules2helm - --after -",
        "helm2rules -f - -f -",
    ] {
        let said = Trial::new()
            .run(&format!("echo | falcogen {command}"))
            .usage();
        assert!(said.contains("can be read only once"), "{command}: {said}");
    }
}
