//! What Kubernetes' own reader of YAML sees, with which Helm and kubectl read as well. It is written in Go, and the program around
//! it is in `tests/kubernetes_yaml`.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use falcogen::yaml::{Node, to_json};
use serde_json::Value;
use tempfile::TempDir;

use super::{as_values, corpus, hostile, numbered, printed};

/// Builds the reader into a folder; nothing if there is no Go. A machine that is there to check must not leave anything out in
/// silence.
#[allow(clippy::print_stderr, reason = "a test says what it skips")]
fn build(folder: &Path) -> Option<PathBuf> {
    let has_go = Command::new("go").arg("version").output().is_ok();
    if !has_go {
        eprintln!("skipped: there is no Go to build the reader with");
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "there is no Go");
        return None;
    }
    let program = folder.join("reader");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kubernetes_yaml");
    let built = Command::new("go")
        .args(["build", "-mod=readonly", "-o"])
        .args([&program])
        .current_dir(source)
        .output()
        .unwrap();
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    Some(program)
}

/// What the reader makes of a text.
fn read(program: &Path, text: &str, folder: &Path) -> Value {
    let input = folder.join("values.yaml");
    fs::write(&input, text).unwrap();
    let input = File::open(input).unwrap();
    let output = Command::new(program).stdin(input).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Values that hold texts at every place where a text may stand: below a key, behind a dash, and deeper.
fn nested(texts: &[String]) -> Node {
    let text = |text: &String| Node::constant(text.as_str());
    let deep = |number: usize, one: &String| {
        let inner = Node::list([
            text(one),
            Node::list([text(one)]),
            Node::map([("k", text(one))]),
        ]);
        (
            format!("{number}"),
            Node::map([("list", inner), ("last", text(one))]),
        )
    };
    let maps = texts
        .iter()
        .enumerate()
        .map(|(number, one)| deep(number, one));
    Node::map([
        ("maps", Node::map(maps)),
        ("list", Node::list(texts.iter().map(text))),
    ])
}

#[test]
fn kubernetes_reads_the_same_texts() {
    let folder = TempDir::new().unwrap();
    let Some(program) = build(folder.path()) else {
        return;
    };
    let hostile = hostile::texts(2000);
    let real = corpus::files().into_iter().map(|(_, text)| text);
    let files = numbered(hostile.iter().cloned().chain(real));
    let values = as_values(&files).merged(Some(&nested(&hostile)));
    let found = read(&program, &printed(&values), folder.path());
    for (name, text) in &files {
        assert_eq!(found["customRules"][name].as_str(), Some(&**text), "{name}");
    }
    assert_eq!(found, to_json(&values));
}
