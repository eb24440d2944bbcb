//! Rules that nobody means to write: odd names, escapes, line breaks, several documents, aliases.

use super::{checked, rules, with_condition};

/// That each of these texts is judged, whatever is said of it, and places are in the file.
#[track_caller]
fn judged(texts: &[&str]) {
    for text in texts {
        let report = checked(&rules(text), "rules.yaml");
        let count = text.lines().count() + 1;
        for said in report.0["diagnostics"].as_array().unwrap() {
            let line = said["line"].as_u64().unwrap();
            assert!(line >= 1 && line <= count as u64, "{text:?}: {said}");
        }
    }
}

#[test]
fn names_of_lists_may_have_anything_in_them() {
    for name in [
        "a b", "a,b", "a=b", "a\\\"b", "", " ", "(", ")", "\\0", "\\n", "ü", "%", "\\u202e", "and",
        "not", "in",
    ] {
        let list = format!("- list: \"{name}\"\n  items: [x, \"{name}\"]\n");
        judged(&[
            &list,
            &(list.clone()
                + &with_condition(&format!("\"evt.type = kill and proc.name in ({name})\""))),
            &(list.clone()
                + &with_condition(&format!("\"evt.type = kill and proc.name = {name}\""))),
            &(list.clone() + &format!("- macro: \"{name}\"\n  condition: \"{name}\"\n")),
        ]);
    }
}

#[test]
fn values_may_be_anything() {
    for value in [
        "",
        "~",
        "1",
        "true",
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "!!binary aGk=",
        "&a x",
        "*a",
        "\"\\0\"",
        "'",
        "|",
        ">-\n    x",
        "2001-01-01",
    ] {
        for key in [
            "rule",
            "desc",
            "condition",
            "output",
            "priority",
            "source",
            "tags",
            "enabled",
            "exceptions",
            "override",
            "append",
            "warn_evttypes",
        ] {
            judged(&[&format!(
                "{}  {key}: {value}\n",
                super::with_condition("evt.type = kill")
            )]);
        }
        for key in [
            "list",
            "macro",
            "items",
            "required_engine_version",
            "required_plugin_versions",
            "other",
        ] {
            judged(&[
                &format!("- {key}: {value}\n"),
                &format!("- list: a\n  {key}: {value}\n"),
            ]);
        }
    }
}

#[test]
fn what_is_no_list_of_items_is_refused_or_empty() {
    judged(&[
        "a",
        "a: b\n",
        "- a\n",
        "- - a\n",
        "- {}\n",
        "- []\n",
        "- ~\n",
        "[]",
        "{}",
        "-",
        "- \n- \n",
        "\"",
        "'",
        "|",
        "%YAML 1.2\n",
        "@",
        "\t- a",
    ]);
}

#[test]
fn every_line_break_counts_as_one() {
    let text = with_condition("evt.type = kill and proc.nme = cat");
    let place = ["error rule-unknown-field rules.yaml:3:34"];
    assert_eq!(checked(&rules(&text), "rules.yaml").said(), place);
    assert_eq!(
        checked(&rules(text.replace('\n', "\r\n")), "rules.yaml").said(),
        place
    );
    judged(&[&text.replace('\n', "\r"), &text.replace("  ", "\t")]);
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    let text = format!("\u{feff}{}", "- list: unused\n  items: [a]\n");
    assert_eq!(
        checked(&rules(text), "rules.yaml").said(),
        ["warning rule-unused-list rules.yaml:1:9"]
    );
}

#[test]
fn a_column_counts_characters() {
    let text = with_condition("evt.type = kill and proc.name in (ü, 大) and proc.nme = cat");
    assert_eq!(
        checked(&rules(text), "rules.yaml").said(),
        ["error rule-unknown-field rules.yaml:3:58"]
    );
}

#[test]
fn items_of_several_documents_are_all_loaded() {
    let text = "- list: one\n  items: [a]\n---\n- list: two\n  items: [a]\n";
    let places = [
        "warning rule-unused-list rules.yaml:1:9",
        "warning rule-unused-list rules.yaml:4:9",
    ];
    assert_eq!(checked(&rules(text), "rules.yaml").said(), places);
}

#[test]
fn an_alias_stands_for_what_it_names() {
    let text = "- list: one\n  items: &items [a, b]\n- list: two\n  items: *items\n";
    judged(&[
        text,
        "- list: &a b\n  items: *a\n",
        "- *a\n",
        "- &a [*a]\n",
        "- &a {list: *a}\n",
        "- &a\n  list: l\n  items: []\n- *a\n",
    ]);
}

#[test]
fn escapes_never_reach_a_terminal() {
    let text = "- list: \"\\e[31m\\u202e\\0\"\n  items: [a]\n- macro: \"\\x9b\"\n  condition: \"\\e[2J\"\n";
    let outcome =
        rules(text).run("falcogen rules check rules.yaml; falcogen rules list rules.yaml");
    for said in [outcome.stdout, outcome.stderr] {
        assert!(
            !said.contains(|c: char| c != '\n' && (c.is_control() || c == '\u{202e}')),
            "{said:?}"
        );
    }
}

#[test]
fn percent_signs_in_outputs_are_judged() {
    for output in [
        "%",
        "%%",
        "%%%%%%%%",
        "%1",
        "%*",
        "%*20proc.name",
        "%proc.name[",
        "%proc.aname[99999999999999999999]",
        "% ",
        "%ü",
        "%proc.",
        "%toupper(",
        "%toupper(proc.name)",
        "*%proc.name",
        "%\\0",
        "%evt.num%evt.num",
    ] {
        let text =
            with_condition("evt.type = kill").replace("'%evt.num'", &format!("\"{output}\""));
        judged(&[&text]);
    }
}
