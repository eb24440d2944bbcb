//! Rules with random mistakes: each has diagnostics with places in the file, the same ones each time.

use std::fmt::Write as _;

use falcogen::diagnostic::Diagnostics;
use falcogen::rules::{self, Environment, RulesFile};
use falcogen::source::{SourceKind, Sources};
use proptest::prelude::*;

const SAMPLE: &str = "\
# A bit of everything.
- required_engine_version: 0.31.0
- required_plugin_versions:
  - name: container
    version: 0.2.2
    alternatives: [{name: json, version: 0.7.0}]
- list: shells
  items: [bash, 'sh', \"zsh\", \"a b\"]
- list: more_shells
  items: [shells, fish]
- macro: container
  condition: (container.id != host)
- macro: shell
  condition: >
    evt.type in (execve, execveat)
    and (proc.name in (more_shells) or
      proc.pname startswith 'ba' )
- rule: shell_in_container
  desc: A shell.
  condition: shell and container and not proc.args contains \"-c\"
  output: >-
    A shell (user=%user.name %container.info
    command=%proc.cmdline)
  priority: NOTICE
  tags: [container, mitre_execution, T1059]
  exceptions:
    - name: images
      fields: [container.image.repository, proc.name]
      comps: [=, in]
      values:
        - [docker.io/library/x, [a, b]]
        - [quay.io/y, more_shells]
    - {name: one, fields: user.name, values: [root]}
- rule: shell_in_container
  condition: and tolower(proc.name) = bash and fd.net = 10.0.0.0/8
  priority: ERROR
  override: {condition: append, priority: replace}
- macro: container
  condition: or proc.aname[2] = init
  append: true
- rule: off
  enabled: false
  desc: d
  condition: evt.type=open and fd.name pmatch (/etc, /usr) and evt.rawres >= 0
  output: x
  priority: debug
  source: syscall
  skip-if-unknown-filter: true
  warn_evttypes: false
";

/// A mistake.
#[derive(Clone, Debug)]
enum Mistake {
    Delete(usize),
    Repeat(usize),
    Move(usize, usize),
    Insert(usize, &'static str),
    Cut(usize, usize),
    Indent(usize, usize),
}

fn mistake() -> impl Strategy<Value = Mistake> {
    let pieces = vec![
        " ", "\t", "\n", "\r", ":", ": ", "- ", "'", "\"", "[", "]", "{", "}", "(", ")", "#", " #",
        "&a ", "*a", "!x ", "|\n", ">\n", "%", "%%", "\\", "\0", "\u{85}", "\u{2028}", "\u{feff}",
        "ü", "大", "---\n", "...\n", ",", "=", " not ", " and ", " in ", "shells", "<NA>", "~",
    ];
    let (line, at) = (0..60_usize, 0..2000_usize);
    prop_oneof![
        line.clone().prop_map(Mistake::Delete),
        line.clone().prop_map(Mistake::Repeat),
        (line.clone(), line.clone()).prop_map(|(from, to)| Mistake::Move(from, to)),
        (at.clone(), prop::sample::select(pieces))
            .prop_map(|(at, piece)| Mistake::Insert(at, piece)),
        (at, 1..40_usize).prop_map(|(at, count)| Mistake::Cut(at, count)),
        (line, 0..9_usize).prop_map(|(line, blanks)| Mistake::Indent(line, blanks)),
    ]
}

fn make(text: &str, mistake: &Mistake) -> String {
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let last = lines.len().saturating_sub(1);
    match *mistake {
        _ if lines.is_empty() => {}
        Mistake::Delete(line) => drop(lines.remove(line.min(last))),
        Mistake::Repeat(line) => lines.insert(line.min(last), lines[line.min(last)].clone()),
        Mistake::Move(from, to) => {
            let line = lines.remove(from.min(last));
            lines.insert(to.min(lines.len()), line);
        }
        Mistake::Indent(line, blanks) => {
            let line = &mut lines[line.min(last)];
            *line = " ".repeat(blanks) + line.trim_start_matches(' ');
        }
        Mistake::Insert(at, piece) => return cut(text, at, 0, piece),
        Mistake::Cut(at, count) => return cut(text, at, count, ""),
    }
    lines.concat()
}

/// The text with other characters in the place of some.
fn cut(text: &str, at: usize, count: usize, piece: &str) -> String {
    let before: String = text.chars().take(at).collect();
    let behind: String = text.chars().skip(at + count).collect();
    before + piece + &behind
}

/// All that is said of rules, of which every place is shown to be in the file.
fn said(text: &str, is_complete: bool) -> String {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("rules.yaml", text, SourceKind::File);
    let environment = Environment {
        is_complete,
        ..Environment::falco()
    };
    let is_background = false;
    let file = RulesFile {
        source,
        is_background,
    };
    let loaded = rules::check(&[file], &environment, &sources, &mut diagnostics);
    assert_eq!(loaded.files[0].1, !diagnostics.has_errors());
    let mut said = String::new();
    for diagnostic in diagnostics.sorted() {
        let label = diagnostic.primary.as_ref().unwrap();
        for span in diagnostic
            .related
            .iter()
            .chain([label])
            .map(|label| label.span)
        {
            assert_eq!(span.source, source);
            let range = span.range();
            assert!(range.start <= range.end, "{diagnostic:?}");
            assert!(text.get(range).is_some(), "{diagnostic:?}");
        }
        let _ = writeln!(said, "{diagnostic:?}");
    }
    said
}

#[test]
fn the_sample_has_no_errors() {
    let said = said(SAMPLE, true);
    assert!(!said.contains("severity: Error"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mistakes_have_places_in_the_file(mistakes in prop::collection::vec(mistake(), 1..6), is_complete in any::<bool>()) {
        let text = mistakes.iter().fold(SAMPLE.to_owned(), |text, mistake| make(&text, mistake));
        prop_assert_eq!(said(&text, is_complete), said(&text, is_complete));
    }
}
