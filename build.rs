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
            let _ = writeln!(
                code,
                "    Template {{ name: {template:?}, file: {:?}, text: include_str!({:?}) }},",
                format!("templates/{}/{template}.j2", name(&chart)),
                chart.join(format!("{template}.j2")).to_string_lossy()
            );
        }
        code.push_str("];\n");
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(target.join("templates.rs"), code)
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
