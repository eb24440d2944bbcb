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
        for template in sorted(&chart)? {
            if let Some(stem) = name(&template).strip_suffix(".j2") {
                let _ = writeln!(
                    code,
                    "    Template {{ name: {stem:?}, file: {:?}, text: include_str!({:?}) }},",
                    format!("templates/{}/{stem}.j2", name(&chart)),
                    template.to_string_lossy()
                );
            }
        }
        code.push_str("];\n");
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(target.join("templates.rs"), code)
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
