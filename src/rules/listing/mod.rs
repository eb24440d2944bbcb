//! The rules that are in effect, or the files that bring them, as a table, JSON, CSV or Markdown, or by the techniques of MITRE ATT&CK.

mod csv;
pub mod files;
mod json;
mod matrix;
mod table;

use super::advice::View;
use super::in_values::InValues;
use super::item::Rule;
use crate::source::Span;

/// The form of a list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// Columns, for a terminal.
    Table,
    /// One JSON array of objects.
    Json,
    /// Comma-separated values with a line of names, as RFC 4180 has them.
    Csv,
    /// A table in Markdown.
    Markdown,
}

/// One rule of the list.
#[derive(Debug)]
pub struct Row<'a> {
    /// Its name.
    pub name: &'a str,
    /// The source of its events.
    pub source: &'a str,
    /// Its priority.
    pub priority: &'static str,
    /// Its tags, in the order in which they are written.
    pub tags: Vec<&'a str>,
    /// Whether Falco runs it.
    pub state: State,
    /// Its file.
    pub file: &'a str,
    /// The line of its definition.
    pub line: usize,
    /// What changed it.
    pub changes: Vec<Change<'a>>,
}

/// Whether Falco runs a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is on.
    Enabled,
    /// It is switched off.
    Disabled,
    /// Falco leaves it out, since it names what is not there.
    LeftOut,
    /// Falco refuses it.
    Broken,
}

impl State {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Enabled => "enabled",
            State::Disabled => "disabled",
            State::LeftOut => "left out",
            State::Broken => "broken",
        }
    }
}

/// A later item that changes a rule.
#[derive(Debug)]
pub struct Change<'a> {
    /// What it does.
    pub way: &'static str,
    /// The keys that it changes.
    pub keys: &'a [&'static str],
    /// Its file.
    pub file: &'a str,
    /// Its line.
    pub line: usize,
}

/// The rules of a view, those of background files too if `all`, in load order.
#[must_use]
pub fn rows(view: View<'_>, all: bool) -> Vec<Row<'_>> {
    let places = InValues::new(view.sources);
    let rules = view.loaded.set.rules.values();
    rules
        .filter(|rule| all || view.loaded.is_own(rule.definition.file))
        .map(|rule| row(view, rule, &places))
        .collect()
}

fn row<'a>(view: View<'a>, rule: &'a Rule, places: &InValues<'_>) -> Row<'a> {
    let place = |span: Span| {
        let span = places.place(span);
        let source = view.sources.get(span.source);
        (&*source.name, view.sources.position(span).line)
    };
    let definition = &rule.definition;
    let (file, line) = place(definition.at);
    let changes = definition.changes.iter().map(|change| {
        let (file, line) = place(change.at);
        Change {
            way: change.way,
            keys: &change.keys,
            file,
            line,
        }
    });
    let mut tags: Vec<&str> = Vec::new();
    for tag in &rule.tags {
        if !tags.contains(&&*tag.text) {
            tags.push(&tag.text);
        }
    }
    Row {
        name: &definition.name,
        source: &rule.source,
        priority: rule.priority.name(),
        tags,
        state: state(view, rule),
        file,
        line,
        changes: changes.collect(),
    }
}

fn state(view: View<'_>, rule: &Rule) -> State {
    let is_skipped = view.loaded.compiled.skipped.contains(&rule.definition.name);
    if !rule.is_source_known || is_skipped {
        State::LeftOut
    } else if view.body(rule).is_none() {
        State::Broken
    } else if rule.enabled {
        State::Enabled
    } else {
        State::Disabled
    }
}

/// The list in that form.
#[must_use]
pub fn list(rows: &[Row<'_>], form: Form) -> String {
    match form {
        Form::Table => table::plain(&cells(rows)),
        Form::Json => json::list(rows),
        Form::Csv => csv::list(&cells(rows)),
        Form::Markdown => table::markdown(&cells(rows)),
    }
}

/// The rules by tactic and technique of MITRE ATT&CK, in that form.
#[must_use]
pub fn matrix(rows: &[Row<'_>], form: Form) -> String {
    let matrix = matrix::of(rows);
    match form {
        Form::Table => table::plain(&matrix::cells(&matrix)),
        Form::Json => json::matrix(&matrix),
        Form::Csv => csv::list(&matrix::cells(&matrix)),
        Form::Markdown => table::markdown(&matrix::cells(&matrix)),
    }
}

/// The list as texts, with a first row of names.
fn cells(rows: &[Row<'_>]) -> Vec<Vec<String>> {
    let names = [
        "RULE",
        "SOURCE",
        "PRIORITY",
        "STATE",
        "TAGS",
        "WHERE",
        "CHANGED BY",
    ];
    let mut cells = vec![names.map(str::to_owned).to_vec()];
    cells.extend(rows.iter().map(|row| {
        let changes = row
            .changes
            .iter()
            .map(Change::to_string)
            .collect::<Vec<_>>();
        vec![
            row.name.to_owned(),
            row.source.to_owned(),
            row.priority.to_owned(),
            row.state.name().to_owned(),
            row.tags.join(" "),
            format!("{}:{}", row.file, row.line),
            changes.join("; "),
        ]
    }));
    cells
}

impl std::fmt::Display for Change<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = if self.keys.is_empty() {
            String::new()
        } else {
            format!(" {}", self.keys.join(", "))
        };
        write!(
            formatter,
            "{}{keys} at {}:{}",
            self.way, self.file, self.line
        )
    }
}
