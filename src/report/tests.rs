//! Every format over one set of diagnostics, and what holds of any.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::Code;
use crate::source::{SourceId, SourceKind, Span};

static UNKNOWN: Code = Code {
    name: "unknown-value",
    severity: Severity::Warning,
    page: "# unknown-value\n\nA key is set that the chart does not know. It has no effect.\n\n## Why\n\nA slip.\n",
};
static WRONG_TYPE: Code = Code {
    name: "wrong-type",
    severity: Severity::Error,
    page: "# wrong-type\n\nA value is of another type than the chart expects.\n",
};
static DUPLICATE: Code = Code {
    name: "duplicate-key",
    severity: Severity::Error,
    page: "# duplicate-key\n\nA map has the same key twice.\n",
};
static UNREADABLE: Code = Code {
    name: "unreadable-file",
    severity: Severity::Error,
    page: "# unreadable-file\n\nA file cannot be read.\n",
};

const VALUES: &str = "\
größe: {n: 1, dryRun: maybe} # \u{1b}[2J
tty: true
driver:
  kind: ebpf
  loader: {}
falcosidekick:
  config:
    slack: {webhookurl: https://hooks.example/T0/B0, chanel: falco}
  tty: 1
tty: false
password: hunter2: x
";

/// Diagnostics of one run, and the texts that they point into.
#[derive(Debug)]
struct Case {
    diagnostics: Diagnostics,
    sources: Sources,
}

impl Case {
    fn new() -> Self {
        Case {
            diagnostics: Diagnostics::default(),
            sources: Sources::default(),
        }
    }

    fn source(&mut self, name: &str, text: &str, kind: SourceKind) -> SourceId {
        self.sources.add(name, text, kind)
    }

    /// The `number`th place of `text` in a source.
    fn span(&self, source: SourceId, text: &str, number: usize) -> Span {
        let whole = &self.sources.get(source).text;
        let (start, _) = whole.match_indices(text).nth(number).unwrap();
        Span::new(source, start..start + text.len())
    }

    fn report(&self, format: Format) -> String {
        report(format, &self.diagnostics, &self.sources, false)
    }
}

/// Several sources, other parties near and far, columns behind wide characters, escapes, secrets, a long line.
fn example() -> Case {
    let mut case = Case::new();
    let values = case.source("values.yaml", VALUES, SourceKind::File);
    let other = case.source("o,dd:\u{7}.yaml", "tty: 1\n", SourceKind::File);
    let long = format!(
        "{{\"a\": \"{}\", \"token\": \"abc\", \"n\": []}}",
        "x".repeat(5000)
    );
    let long = case.source("long.json", &long, SourceKind::File);
    let argument = case.source(
        "--set[1]",
        "a.password=hunter2,tty=maybe",
        SourceKind::Argument,
    );
    let dry_run = Diagnostic::new(&WRONG_TYPE, "`dryRun` is a string, a boolean is expected")
        .at(case.span(values, "maybe", 0))
        .label("a string")
        .help("write `true` or `false`");
    let duplicate = Diagnostic::new(&DUPLICATE, "`tty` is defined twice")
        .at(case.span(values, "tty", 2))
        .label("defined again here")
        .related(case.span(values, "tty", 0), "first defined here")
        .related(case.span(other, "tty", 0), "also set here");
    let channel = Diagnostic::new(&UNKNOWN, "`chanel` is not a value of the chart")
        .at(case.span(values, "chanel", 0))
        .help("did you mean `channel`?\nsee `falcogen show values`");
    let password = Diagnostic::new(&WRONG_TYPE, "`password` has a `: ` in it")
        .at(case.span(values, ": x", 0))
        .help("put it in quotes");
    let number = Diagnostic::new(&WRONG_TYPE, "`n` is a list, a number is expected")
        .at(case.span(long, "[]", 0));
    let escape = Diagnostic::new(&UNKNOWN, "`\u{202e}a\nb%` is not a value of the <chart>")
        .at(case.span(other, "tty", 0))
        .label("\u{9b}31m");
    let set = Diagnostic::new(&WRONG_TYPE, "`tty` is a string, a boolean is expected")
        .at(case.span(argument, "maybe", 0));
    let lines = Diagnostic::new(&UNKNOWN, "`driver` has no effect")
        .severity(Severity::Note)
        .at(Span {
            end: case.span(values, "{}", 0).end,
            ..case.span(values, "driver", 0)
        });
    let missing =
        Diagnostic::new(&UNREADABLE, "`more.yaml` does not exist").help("name a file that exists");
    let all = [
        dry_run, duplicate, channel, password, number, escape, set, lines, missing,
    ];
    case.diagnostics.extend(all);
    case
}

#[test]
fn a_person_sees_lines_carets_and_remedies() {
    insta::assert_snapshot!(example().report(Format::Human));
}

#[test]
fn json_has_every_field() {
    insta::assert_snapshot!(example().report(Format::Json));
}

#[test]
fn sarif_has_rules_and_results() {
    insta::assert_snapshot!(example().report(Format::Sarif));
}

#[test]
fn json_escapes_hidden_characters_without_changing_them() {
    let mut case = Case::new();
    let message = "\u{9b}2J \u{202e}\u{e0041}";
    case.diagnostics.push(Diagnostic::new(&UNKNOWN, message));
    let json: serde_json::Value = serde_json::from_str(&case.report(Format::Json)).unwrap();
    assert_eq!(json["diagnostics"][0]["message"], message);
}

#[test]
fn github_gets_a_command_a_line() {
    insta::assert_snapshot!(example().report(Format::Github));
}

#[test]
fn gitlab_gets_places_and_fingerprints() {
    insta::assert_snapshot!(example().report(Format::Gitlab));
}

#[test]
fn junit_shows_errors_as_failures_and_warnings_as_skipped() {
    insta::assert_snapshot!(example().report(Format::Junit));
}

#[test]
fn without_diagnostics_each_format_is_complete() {
    let case = Case::new();
    assert_eq!(case.report(Format::Human), "");
    assert_eq!(case.report(Format::Github), "");
    assert_eq!(case.report(Format::Gitlab), "[]\n");
    let json: serde_json::Value = serde_json::from_str(&case.report(Format::Json)).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"diagnostics": [], "errors": 0, "warnings": 0})
    );
    let sarif: serde_json::Value = serde_json::from_str(&case.report(Format::Sarif)).unwrap();
    assert_eq!(sarif["runs"][0]["results"], serde_json::json!([]));
    assert!(
        case.report(Format::Junit)
            .contains("tests=\"1\" failures=\"0\"")
    );
}

#[test]
fn a_person_sees_the_first_hundred_of_many_and_how_many_more_there_are() {
    let mut case = Case::new();
    let text = "a: 1\n".repeat(10_000);
    let source = case.source("values.yaml", &text, SourceKind::File);
    for line in 0..10_000 {
        let span = Span::new(source, line * 5..line * 5 + 1);
        case.diagnostics
            .push(Diagnostic::new(&UNKNOWN, "unknown").at(span));
    }
    let shown = case.report(Format::Human);
    assert_eq!(shown.matches("warning[unknown-value]").count(), 100);
    assert!(shown.ends_with("falcogen: 9900 more are not shown\nfalcogen: 10000 warnings\n"));
    assert_eq!(case.report(Format::Github).lines().count(), 10_000);
}

#[test]
fn equal_findings_of_one_file_have_their_own_fingerprints() {
    let mut case = Case::new();
    let source = case.source("./values.yaml", "a: 1\na: 1\n", SourceKind::File);
    for number in 0..2 {
        let span = case.span(source, "a", number);
        case.diagnostics
            .push(Diagnostic::new(&UNKNOWN, "unknown").at(span));
    }
    let report: serde_json::Value = serde_json::from_str(&case.report(Format::Gitlab)).unwrap();
    assert_ne!(report[0]["fingerprint"], report[1]["fingerprint"]);
    assert_eq!(report[0]["location"]["path"], "values.yaml");
}

#[test]
fn colour_is_only_there_if_asked_for() {
    let case = example();
    let coloured = report(Format::Human, &case.diagnostics, &case.sources, true);
    assert!(coloured.contains("\u{1b}[1m"));
    assert!(!case.report(Format::Human).contains('\u{1b}'));
}

const FORMATS: [Format; 6] = [
    Format::Human,
    Format::Json,
    Format::Sarif,
    Format::Github,
    Format::Gitlab,
    Format::Junit,
];

/// Text with what makes trouble: controls, wide and combining characters, YAML's own characters.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\n",
            "\r\n",
            "\t",
            "\u{1b}[31m",
            "\u{feff}",
            "\u{202e}",
            "e\u{301}",
            "漢",
            ": ",
            "- ",
            "\"",
            "'",
            "password: ",
            "token=",
            "{",
            "}",
            "|\n",
            "  ",
            "://a:b@",
            "-----BEGIN ",
            "\u{200d}",
        ])
        .prop_map(String::from),
        Just("x".repeat(150)),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn any_case()(
        texts in prop::collection::vec(text(), 2),
        name in text(),
        message in text(),
        label in text(),
        help in prop::option::of(text()),
        spans in prop::collection::vec((0..2_usize, 0..400_usize, 0..400_usize), 1..8),
        argument in any::<bool>(),
    ) -> Case {
        let mut case = Case::new();
        let kind = if argument { SourceKind::Argument } else { SourceKind::File };
        let sources: Vec<SourceId> = (texts.iter())
            .map(|text| case.source(&name, text, kind.clone()))
            .collect();
        let mut spans = spans.into_iter().map(|(source, start, end)| Span::new(sources[source], start..end));
        let mut diagnostic = Diagnostic::new(&WRONG_TYPE, message).at(spans.next()).label(label.clone());
        diagnostic.help = help;
        for span in spans {
            diagnostic = diagnostic.related(span, label.clone());
        }
        case.diagnostics.push(diagnostic);
        case
    }
}

proptest! {
    #[test]
    fn no_text_breaks_a_report_or_gets_a_control_character_through(case in any_case()) {
        for format in FORMATS {
            let text = case.report(format);
            prop_assert!(text.ends_with('\n'));
            let control = |c: char| c != '\n' && visible::is_hidden(c);
            prop_assert!(!text.contains(control), "{format:?}: {text:?}");
        }
    }

    #[test]
    fn the_value_of_a_password_is_never_shown(
        before in text(),
        head in prop::sample::select(vec!["", "- ", "    ", "a: {b: 1, ", "x: '", "{\"a\": "]),
        key in prop::sample::select(vec!["password: ", "\"password\": ", "password: \"", "password = ", "PASSWORD:"]),
        filler in "[ -~]{0,40}",
        after in text(),
        place in 0..400_usize,
    ) {
        let text = format!("{before}\n{head}{key}SeCrEtVaLuE{filler}\n{after}");
        let mut case = Case::new();
        let source = case.source("values.yaml", &text, SourceKind::File);
        let line = text.find("SeCrEtVaLuE").unwrap();
        for at in [line.saturating_sub(place), line, line + place] {
            let span = Span::new(source, at..at + 3);
            case.diagnostics.push(Diagnostic::new(&UNKNOWN, "unknown").at(span).label("here"));
        }
        let shown = case.report(Format::Human);
        prop_assert!(!shown.contains("SeCrEt") && !shown.contains("VaLuE"), "{shown}");
    }
}
