//! Whether the table of fields, `src/condition/fields/falco.txt`, says what Falco says of its fields. Falco's word is
//! `../shared/corpus/falco/fields.json`, which is no part of the project: without it there is nothing to compare.
//!
//! With `UPDATE=1` in the environment the table is written anew. What Falco does not say, since which engine a field is
//! there, stays as it is in the table.

#![allow(clippy::unwrap_used, reason = "a test may fail")]
#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use falcogen::condition::Fields;

const HEAD: &str = "\
# Fields of Falco 0.44 (engine 0.62) with the plugins container 0.7.1, k8saudit 0.18.0 and json 0.7.4. `since=` is the first
# engine, as minor version, that has a field. Renewed by `UPDATE=1 cargo test --test corpus_fields`.
";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The table as Falco's word makes it, with what the present table knows besides.
fn renewed(listed: &str) -> String {
    let fields = Fields::parse(listed).unwrap();
    let known = Fields::falco().all();
    let mut table = HEAD.to_owned();
    for line in fields.to_table().lines() {
        let name = line.split(' ').next().unwrap();
        let field = known.iter().find(|field| *field.name == *name);
        let since = field.map_or(0, |field| field.since);
        table.push_str(line);
        if since > 0 {
            let _ = write!(table, " since={since}");
        }
        table.push('\n');
    }
    table
}

#[test]
fn the_table_of_fields_says_what_falco_says() {
    let listed = root().join("../shared/corpus/falco/fields.json");
    let Ok(listed) = fs::read_to_string(&listed) else {
        eprintln!("skipped: there is no {}", listed.display());
        return;
    };
    let path = root().join("src/condition/fields/falco.txt");
    let table = renewed(&listed);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &table).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == table,
        "{} is not what Falco says",
        path.display()
    );
}
