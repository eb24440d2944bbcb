//! Functions on the texts of paths; no file is looked at.

use super::Type::Text;
use super::{Call, Function, fixed};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("base", &[Text], |call| Ok(base(call).into())),
    fixed("osBase", &[Text], |call| Ok(base(call).into())),
    fixed("dir", &[Text], |call| Ok(dir(call).into())),
    fixed("osDir", &[Text], |call| Ok(dir(call).into())),
    fixed("clean", &[Text], |call| Ok(clean(call.text(0)).into())),
    fixed("osClean", &[Text], |call| Ok(clean(call.text(0)).into())),
    fixed("ext", &[Text], |call| Ok(extension(call).into())),
    fixed("osExt", &[Text], |call| Ok(extension(call).into())),
    fixed("isAbs", &[Text], |call| {
        Ok(call.text(0).starts_with('/').into())
    }),
    fixed("osIsAbs", &[Text], |call| {
        Ok(call.text(0).starts_with('/').into())
    }),
];

fn base<'a>(call: &'a Call) -> &'a str {
    let path = call.text(0);
    let trimmed = path.trim_end_matches('/');
    match trimmed.rsplit('/').next() {
        _ if path.is_empty() => ".",
        Some(last) if !last.is_empty() => last,
        _ => "/",
    }
}

fn dir(call: &Call) -> String {
    let path = call.text(0);
    clean(path.rfind('/').map_or("", |slash| &path[..=slash]))
}

fn extension<'a>(call: &'a Call) -> &'a str {
    let name = call.text(0).rsplit('/').next().unwrap_or_default();
    name.rfind('.').map_or("", |dot| &name[dot..])
}

/// The shortest path that means the same.
fn clean(path: &str) -> String {
    let root = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if kept.last().is_some_and(|last| *last != "..") => {
                kept.pop();
            }
            ".." if root => {}
            part => kept.push(part),
        }
    }
    match (root, kept.join("/")) {
        (true, path) => format!("/{path}"),
        (false, path) if path.is_empty() => ".".to_owned(),
        (false, path) => path,
    }
}
