//! What each chart makes of the values in its cases.
//!
//! A case is a folder `templates/CHART/cases/CASE` with a `values.yaml`, whose first line may name further flags
//! (`# flags: --kube-version 1.18`), and `manifests.snap`: what the program answers. The case `default` shows its
//! manifests whole, every other case how they differ from those.
//!
//! `UPDATE=1 cargo test --test cases` writes the answers anew.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use clap::Parser as _;
use falcogen::Request;
use falcogen::capabilities::{Capabilities, KubeVersion};
use falcogen::charts::{CHARTS, Chart};
use falcogen::diagnostic::Diagnostics;
use falcogen::release::Release;
use falcogen::rules::folders::RulesFolders;
use falcogen::source::{SourceKind, Sources};
use falcogen::values::inputs::Inputs;
use similar::{ChangeTag, TextDiff};

/// One case of a chart.
struct Case {
    chart: &'static Chart,
    folder: PathBuf,
    /// The arguments of the command line.
    arguments: Vec<String>,
}

/// What the program answers.
struct Answer {
    status: i32,
    report: String,
    manifests: String,
}

fn cases(chart: &'static Chart) -> Vec<Case> {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("templates")
        .join(chart.line);
    let mut folders: Vec<PathBuf> = fs::read_dir(room.join("cases"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| Case::new(chart, folder))
        .collect()
}

impl Case {
    fn new(chart: &'static Chart, folder: PathBuf) -> Self {
        let values = fs::read_to_string(folder.join("values.yaml")).unwrap();
        let flags = values
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# flags: "));
        let fixed = ["render", "--chart", chart.line, "-f", "values.yaml"];
        let arguments = fixed
            .into_iter()
            .chain(flags.unwrap_or_default().split_whitespace());
        Case {
            chart,
            folder,
            arguments: arguments.map(str::to_owned).collect(),
        }
    }

    fn name(&self) -> &str {
        self.folder.file_name().unwrap().to_str().unwrap()
    }

    /// Runs the program as a user would.
    fn run(&self) -> Answer {
        let output = Command::new(env!("CARGO_BIN_EXE_falcogen"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .output()
            .unwrap();
        Answer {
            status: output.status.code().unwrap(),
            report: String::from_utf8(output.stderr).unwrap(),
            manifests: String::from_utf8(output.stdout).unwrap(),
        }
    }

    /// The command line, the status, the report, and the manifests: whole, or how they differ from `default`.
    fn snapshot(&self, default: Option<&Answer>) -> String {
        let answer = self.run();
        let mut text = format!("$ falcogen {}\n", self.arguments.join(" "));
        if answer.status != 0 {
            let _ = writeln!(text, "exit status: {}", answer.status);
        }
        text.push_str(&answer.report);
        match default {
            _ if answer.status != 0 => assert_eq!(answer.manifests, "", "{}", self.name()),
            None => text.push_str(&answer.manifests),
            Some(default) => text.push_str(&differences(&default.manifests, &answer.manifests)),
        }
        text
    }
}

/// The lines by which two streams of manifests differ, with two lines around them, under the names of their templates.
fn differences(old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let source = |lines: &[&str]| {
        let above = lines
            .iter()
            .rev()
            .find(|line| line.starts_with("# Source: "));
        above.map_or_else(String::new, |line| {
            line["# Source: ".len()..].trim_end().to_owned()
        })
    };
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let mut text = String::new();
    for group in diff.grouped_ops(2) {
        let start = group
            .first()
            .map_or(0, |operation| operation.new_range().start);
        let _ = writeln!(
            text,
            "@@ {}",
            source(&new_lines[..start.min(new_lines.len())])
        );
        for change in group
            .iter()
            .flat_map(|operation| diff.iter_changes(operation))
        {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = format!("{sign}{}", change.value().trim_end_matches('\n'));
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
    text
}

#[test]
fn each_case_is_answered_as_its_snapshot_says() {
    let mut stale = Vec::new();
    for chart in CHARTS {
        let cases = cases(chart);
        let default = cases
            .iter()
            .find(|case| case.name() == "default")
            .unwrap()
            .run();
        for case in cases {
            let text = case.snapshot((case.name() != "default").then_some(&default));
            let path = case.folder.join("manifests.snap");
            let renew = env::var_os("UPDATE").is_some()
                || env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
            if renew {
                fs::write(&path, &text).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap_or_default();
            if kept != text {
                let diff = differences(&kept, &text);
                stale.push(format!("{} {}:\n{diff}", chart.line, case.name()));
            }
        }
    }
    let all = stale.join("\n");
    assert!(
        all.is_empty(),
        "{all}\nto take it so: UPDATE=1 cargo test --test cases"
    );
}

/// The flags that cases use.
#[derive(clap::Parser)]
struct Flags {
    #[arg(default_value = "falco")]
    release: String,
    #[arg(long)]
    chart: String,
    #[arg(short)]
    f: String,
    #[arg(long, default_value = "default")]
    namespace: String,
    #[arg(long)]
    is_upgrade: bool,
    #[arg(long)]
    kube_version: Option<KubeVersion>,
    #[arg(long)]
    api_versions: Vec<String>,
    #[arg(long)]
    profile: Option<String>,
    #[arg(long)]
    base_rules: Option<String>,
    #[arg(long)]
    rules_dir: Vec<String>,
    #[arg(long)]
    strict: bool,
}

/// The lines of templates that a case makes something of.
fn made_lines(case: &Case) -> BTreeSet<(String, usize)> {
    let flags = Flags::parse_from(&case.arguments);
    assert_eq!(flags.chart, case.chart.line);
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let in_case = |path: &String| case.folder.join(path).to_str().unwrap().to_owned();
    let request = Request {
        chart: case.chart,
        inputs: Inputs {
            profiles: case
                .chart
                .profiles
                .iter()
                .filter(|profile| flags.profile.as_deref() == Some(profile.name))
                .collect(),
            files: vec![case.folder.join(flags.f).to_str().unwrap().to_owned()],
            assignments: Vec::new(),
        },
        release: Release::new(
            &flags.release,
            &flags.namespace,
            flags.is_upgrade,
            &mut sources,
            &mut diagnostics,
        ),
        capabilities: Capabilities {
            kube_version: flags.kube_version,
            api_versions: flags.api_versions,
        },
        base_rules: flags.base_rules.map(|folder| in_case(&folder)),
        rules_folders: RulesFolders {
            paths: flags.rules_dir.iter().map(in_case).collect(),
            ..RulesFolders::default()
        },
    };
    if flags.strict {
        return BTreeSet::new();
    }
    falcogen::render(&request, &mut sources, &mut diagnostics).unwrap();
    if diagnostics.has_errors() {
        return BTreeSet::new();
    }
    let mut made = BTreeSet::new();
    for source in sources
        .iter()
        .filter(|source| matches!(source.kind, SourceKind::Rendered(_)))
    {
        let mut offset = 0;
        for line in source.text.split_inclusive('\n') {
            let at = source
                .template_line(offset)
                .filter(|_| !line.trim().is_empty());
            made.extend(at);
            offset += line.len();
        }
    }
    made
}

#[test]
fn each_line_of_a_template_is_made_by_some_case() {
    for chart in CHARTS {
        let made: BTreeSet<_> = cases(chart).iter().flat_map(made_lines).collect();
        for template in chart.templates {
            for (at, line) in template.text.lines().enumerate() {
                let code = line.trim_start();
                let makes_nothing =
                    code.is_empty() || code.starts_with("{%") || code.starts_with("{#");
                let place = (template.file.to_owned(), at + 1);
                assert!(
                    makes_nothing || made.contains(&place),
                    "no case makes {}:{}: {line}",
                    place.0,
                    place.1
                );
            }
        }
    }
}
