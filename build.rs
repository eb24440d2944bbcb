//! Lists the templates of every chart, so that a new template is one new file.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=templates");
    let root =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("templates");
    let mut code = String::new();
    for chart in sorted(&root)? {
        if !chart.is_dir() {
            continue;
        }
        let _ = writeln!(
            code,
            "/// The templates of `templates/{}`.\npub static {}: &[Template] = &[",
            name(&chart),
            name(&chart).to_uppercase().replace('-', "_")
        );
        for template in templates(&chart, "")? {
            let file = chart.join(format!("{template}.j2"));
            let text = fs::read_to_string(&file)?;
            let _ = writeln!(
                code,
                "    Template {{ name: {template:?}, file: {:?}, text: include_str!({:?}), guard: &{:?} }},",
                format!("templates/{}/{template}.j2", name(&chart)),
                file.to_string_lossy(),
                guard(&text)
            );
        }
        code.push_str("];\n");
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(target.join("templates.rs"), code)
}

/// The path of the value that decides whether a template makes anything: that of a plain `if` around the whole of it.
/// Empty if there is none.
fn guard(text: &str) -> Vec<&str> {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let path = first
        .strip_prefix("{% if ")
        .and_then(|rest| rest.strip_suffix(" %}"));
    let is_path = |path: &&str| {
        let mut letters = path.chars();
        letters.all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_'))
    };
    let Some(path) = path.filter(is_path) else {
        return Vec::new();
    };
    let mut depth = 1;
    for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
        // Behind its end, or in a branch of its own, something else may be made.
        if depth == 0 || depth == 1 && line.starts_with("{% el") {
            return Vec::new();
        }
        depth += line.matches("{% if ").count();
        depth -= line.matches("{% endif").count().min(depth);
    }
    path.split('.').collect()
}

/// The names of the templates in a folder and below it, which begin with `path`: `tests/test-connection.yaml`.
fn templates(folder: &Path, path: &str) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in sorted(folder)? {
        let name = name(&entry);
        if entry.is_dir() {
            found.extend(templates(&entry, &format!("{path}{name}/"))?);
        } else if let Some(stem) = name.strip_suffix(".j2") {
            found.push(format!("{path}{stem}"));
        }
    }
    Ok(found)
}

/// The entries of a folder, ordered by name.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}

/// The last part of a path.
fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
