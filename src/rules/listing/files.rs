//! The files in the order in which Falco loads them, and what each brings.

use indexmap::IndexMap;
use serde_json::json;

use super::{Form, csv, table};
use crate::report::pretty;
use crate::rules::advice::View;
use crate::rules::files::NamedFile;
use crate::rules::item::{DEFINED_BEFORE, Definition};
use crate::source::SourceId;

/// One file of the list.
#[derive(Debug)]
pub struct FileRow<'a> {
    /// The file as the user named it, or its place in the values.
    pub file: &'a str,
    /// Its name in the pod, if it goes there.
    pub in_pod: Option<&'a str>,
    /// How many rules it defines.
    pub rules: usize,
    /// How many macros it defines.
    pub macros: usize,
    /// How many lists it defines.
    pub lists: usize,
    /// How many times it changes items of earlier files, or its own, or defines them anew.
    pub changes: usize,
    /// Whether Falco would load it.
    pub loads: bool,
}

/// The files of a view, background files too if `all`, in load order. `in_pod` are those that go into the cluster.
#[must_use]
pub fn rows<'a>(view: View<'a>, all: bool, in_pod: &'a [NamedFile]) -> Vec<FileRow<'a>> {
    let files = view.loaded.files.iter();
    let files = files.filter(|(file, _)| all || !file.is_background);
    let mut rows: IndexMap<SourceId, FileRow<'a>> = files
        .map(|(file, loads)| {
            (
                file.source,
                empty(&view.sources.get(file.source).name, *loads),
            )
        })
        .collect();
    for file in in_pod {
        count(&mut rows, file.source, |row| row.in_pod = Some(&file.name));
    }
    let set = &view.loaded.set;
    for rule in set.rules.values() {
        count_definition(&mut rows, &rule.definition, |row| row.rules += 1);
    }
    for macro_ in set.macros.values() {
        count_definition(&mut rows, &macro_.definition, |row| row.macros += 1);
    }
    for list in set.lists.values() {
        count_definition(&mut rows, &list.definition, |row| row.lists += 1);
    }
    rows.into_values().collect()
}

fn empty(file: &str, loads: bool) -> FileRow<'_> {
    FileRow {
        file,
        in_pod: None,
        rules: 0,
        macros: 0,
        lists: 0,
        changes: 0,
        loads,
    }
}

/// Counts a definition in its file, and its changes in theirs.
fn count_definition<'a>(
    rows: &mut IndexMap<SourceId, FileRow<'a>>,
    definition: &Definition,
    defined: impl FnOnce(&mut FileRow<'a>),
) {
    count(rows, definition.at.source, defined);
    for change in &definition.changes {
        // What was there before is at its own place, and has been changed by what is there now.
        let by = if change.way == DEFINED_BEFORE {
            definition.at
        } else {
            change.at
        };
        count(rows, by.source, |row| row.changes += 1);
    }
}

fn count<'a>(
    rows: &mut IndexMap<SourceId, FileRow<'a>>,
    source: SourceId,
    change: impl FnOnce(&mut FileRow<'a>),
) {
    if let Some(row) = rows.get_mut(&source) {
        change(row);
    }
}

/// The list in that form.
#[must_use]
pub fn list(rows: &[FileRow<'_>], form: Form) -> String {
    match form {
        Form::Table => table::plain(&cells(rows)),
        Form::Json => pretty(&rows.iter().map(object).collect::<Vec<_>>()),
        Form::Csv => csv::list(&cells(rows)),
        Form::Markdown => table::markdown(&cells(rows)),
    }
}

fn object(row: &FileRow<'_>) -> serde_json::Value {
    json!({
        "file": row.file,
        "in_pod": row.in_pod,
        "rules": row.rules,
        "macros": row.macros,
        "lists": row.lists,
        "changes": row.changes,
        "loads": row.loads,
    })
}

/// The list as texts, with a first row of names.
fn cells(rows: &[FileRow<'_>]) -> Vec<Vec<String>> {
    let names = [
        "FILE",
        "IN THE POD",
        "RULES",
        "MACROS",
        "LISTS",
        "CHANGES",
        "LOADS",
    ];
    let mut cells = vec![names.map(str::to_owned).to_vec()];
    cells.extend(rows.iter().map(|row| {
        let counts = [row.rules, row.macros, row.lists, row.changes];
        let names = [row.file, row.in_pod.unwrap_or("-")].map(str::to_owned);
        let loads = if row.loads { "yes" } else { "no" };
        names
            .into_iter()
            .chain(counts.map(|count| count.to_string()))
            .chain([loads.to_owned()])
            .collect()
    }));
    cells
}
