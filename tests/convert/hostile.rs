//! Texts that YAML has trouble with.

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::trial::Trial;

/// Some that are known to be lost, changed or refused somewhere.
pub const TEXTS: [&str; 48] = [
    "",
    "\n",
    "\n\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    " ",
    "\t",
    " \n",
    "\t\n",
    "- rule: r\n  desc: d\n",
    "- rule: r\n  desc: d",
    "- rule: r\n\n\n",
    "- rule: r\r\n  desc: d\r\n",
    "- rule: r\r\n  desc: d\n",
    "- rule: r\r  desc: d\r",
    "\r\n- rule: r\r\n\r\n\r\n",
    "\n- rule: r\n",
    " - rule: r\n - rule: s\n",
    "\t- rule: r\n",
    "# a\n\t# b\n",
    "# a \n# b\t\n",
    "# a\n  ",
    " #\n ",
    "# a\n  \n",
    "  \n# a\n",
    "   \n # a\n",
    "|\n",
    ">\n- a\n",
    "|2-\n  a\n",
    "condition: >-\n  a\n  b\n",
    "a\\\nb\\\n",
    "\\\r\n\\",
    "\\x41 \\u0041 \\n\r\n",
    "\"a\"\r\n'b'\r\n",
    "---\r\n...\r\n",
    "---\n- a\n...\n--- # b\n",
    "%YAML 1.1\r\n---\r\n",
    "\u{feff}- rule: r\n",
    "- rule: r\n\u{feff}",
    "a\0b\n",
    "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{80}\u{9f}\nb\n",
    "a\u{85}b\u{2028}c\u{2029}d\n",
    "😀 ü 日本\r\n\u{10ffff}\n",
    "\u{e000}0\u{e001}\n\u{f8ff}",
    "\u{fffd}\u{fffe}\u{ffff}\u{1fffe}\n",
    "yes",
    "{{ .Values.x }}\n{{ y }}",
];

/// Pieces of rules files, and what they have to do with YAML and with other systems, put together without sense.
pub fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "- rule: r",
        "  desc: d",
        "a",
        "ü",
        "😀",
        " ",
        "  ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r\n",
        "\r",
        "\\",
        "\\\n",
        "\\\r\n",
        " \n",
        "\t\n",
        "\n ",
        "\n\t",
        "\r\n ",
        "\r\n\t",
        "|",
        ">",
        "|\n",
        ">\r\n",
        "#",
        " #",
        "# ",
        "'",
        "\"",
        ":",
        ": ",
        "-",
        "- ",
        "---\n",
        "...\r\n",
        "---",
        "%",
        "@",
        "`",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&x",
        "*x",
        "!!int ",
        "?",
        "~",
        "yes",
        "0x1f",
        "{{ x }}",
        "\0",
        "\u{1b}",
        "\u{7f}",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\u{fffe}",
        "\u{e000}0\u{e001}",
    ]);
    prop_oneof![
        4 => prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat()),
        1 => prop::collection::vec(any::<char>(), 0..40).prop_map(String::from_iter),
    ]
}

/// So many texts, always the same.
pub fn texts(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let strategy = text();
    let further = (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current());
    TEXTS
        .map(str::to_owned)
        .into_iter()
        .chain(further)
        .collect()
}

#[test]
fn a_folder_of_hostile_texts_comes_back_byte_for_byte() {
    let texts = texts(400);
    let mut trial = Trial::new();
    for (name, text) in super::numbered(texts.clone()) {
        trial = trial.file(&format!("in/{name}"), text);
    }
    let there = "falcogen rules2helm --no-rules-check in";
    let back = "falcogen helm2rules -f - -o out";
    let wrote = trial.run(&format!("{there} | {back}")).result();
    assert_eq!(wrote.lines().count(), texts.len());
    assert_eq!(trial.run("diff -r in out").result(), "");
}

#[test]
fn what_comes_out_is_accepted_by_render_and_goes_into_the_cluster_as_it_is() {
    let trial = Trial::new().file("a.yaml", "# a\r\n\u{1b}\\ \u{feff}\r\n");
    let values = "falcogen rules2helm --no-rules-check a.yaml";
    let only = "--no-rules-check -s templates/rules-configmap.yaml";
    let config_map = trial.run(&format!("{values} | falcogen render -f - {only}"));
    assert!(
        config_map.result().ends_with(
            "\ndata:\n  a.yaml: \"\\\n    # a\\r\\n\\\n    \\u001B\\\\ \\uFEFF\\r\\n\"\n"
        )
    );
}
