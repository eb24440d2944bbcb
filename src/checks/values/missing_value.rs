//! A value that must exist and does not.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::values::schema::Owner;
use crate::yaml::{Node, Origin, Path};

/// A value that must exist and does not.
pub const CODE: Code = Code {
    name: "missing-value",
    severity: Severity::Error,
    page: include_str!("missing_value.md"),
};

/// The value at `path` was removed, and the chart cannot do without it.
#[must_use]
pub fn removed(path: &Path, by: &Origin) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` is null, and the chart needs it"))
        .at(by.span())
        .label("removed here")
        .help("take the null out to get the default back, or give a value")
}

/// The value at `path` was removed, and the chart prints what Go's templates print for nothing.
#[must_use]
pub fn printed(path: &Path, by: &Origin) -> Diagnostic {
    let message = format!("`{path}` is null, which the chart prints as `<nil>`");
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(by.span())
        .label("removed here")
        .help("take the null out to get the default back, or give a value")
}

/// The map at `path` has no `option`, and the program that reads it cannot do without one.
#[must_use]
pub fn option(path: &Path, option: &str, map: &Node, owner: Owner<'_>) -> Diagnostic {
    let message = format!("`{path}` has no `{option}`, and {} needs it", owner.name);
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(map.origin.span())
        .label(format!("goes into {} as it is", owner.file))
}

/// The text at `path` is empty, and the chart cannot do without it.
#[must_use]
pub fn empty(path: &Path, found: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` is empty, and the chart needs it"))
        .at(found.origin.span())
        .help("take it out to get the default back, or give a value")
}

/// The text at `path` is empty or null, and `switch` asks for it.
#[must_use]
pub fn not_given(path: &Path, found: &Node, switch: &Node) -> Diagnostic {
    let message = format!("`{path}` is not set, and the chart needs it");
    let diagnostic = Diagnostic::new(&CODE, message).help("give a value");
    let (asked, because) = (switch.origin.span(), "this asks for it");
    match found.origin.span() {
        Some(place) => diagnostic.at(Some(place)).related(asked, because),
        None => diagnostic.at(asked).label(because),
    }
}

/// The item of a list that should have a value at `path` has none.
#[must_use]
pub fn unnamed(path: &Path, item: &Node) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{path}` is not set, and the chart needs it"),
    )
    .at(item.origin.span())
    .help("give the item a name")
}

/// The text at `path` is empty, so that the image's name begins with a slash, or has nothing behind one.
#[must_use]
pub fn empty_image_part(path: &Path, found: &Node, help: &str) -> Diagnostic {
    let message = format!("`{path}` is empty, and no runtime takes the image's name without it");
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(found.origin.span())
        .help(help)
}

/// Nothing is set at `path`, and because of `by` the chart cannot do without it.
#[must_use]
pub fn needed_by(path: &Path, by: &Node, help: &str) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{path}` is not set, and the chart needs it"),
    )
    .at(by.origin.span())
    .label("because of this")
    .help(help.to_owned())
}

/// The section at `path` was removed as a whole.
#[must_use]
pub fn section_removed(path: &Path, by: &Origin) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{path}` is null, and the chart needs the values below it"),
    )
    .at(by.span())
    .label("removed here")
    .help("take it out to get the defaults back, or set what is below it")
}

/// The webserver is on and has no address.
#[must_use]
pub fn cluster_ip(enabled: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, "the webserver is on, but `falco.webserver.clusterIP` is not set")
        .at(enabled.origin.span())
        .label("switched on here")
        .help(
            "set `falco.webserver.clusterIP` to a free address of the cluster's Service range, by which the API \
             server will reach Falco, or switch the webserver off",
        )
}

/// The sns integration is on and has no region.
#[must_use]
pub fn region(enabled: &Node) -> Diagnostic {
    let message =
        "the sns integration is on, but `integrations.snsOutput.aws_default_region` is not set";
    Diagnostic::new(&CODE, message)
        .severity(Severity::Warning)
        .at(enabled.origin.span())
        .label("switched on here")
        .help("set it to the region of the topic; without it the sidecar does not start")
}

/// The chart shall not make an account, and none is named at `path`; `create` is the switch.
#[must_use]
pub fn account(path: &Path, create: &Node) -> Diagnostic {
    Diagnostic::new(
        &CODE,
        format!("`{path}` is not set, and the chart makes no account"),
    )
    .at(create.origin.span())
    .label("switched off here")
    .help("name the account that gets the rights, or let the chart make one")
}
