//! A value from which nothing comes, since another one wins or nothing reads it.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Span;
use crate::yaml::{Node, Origin, Path, write};

/// A value from which nothing comes, since another one wins or nothing reads it.
pub const CODE: Code = Code {
    name: "value-without-effect",
    severity: Severity::Warning,
    page: include_str!("value_without_effect.md"),
};

/// Nothing reads the value at `path`; `instead` does what it promises.
#[must_use]
pub fn unread(path: &Path, found: &Node, instead: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("nothing in the chart reads this")
        .help(format!("write it as `{instead}`"))
}

/// The value at `path` has no effect, for a reason that the label tells.
#[must_use]
pub fn idle(path: &Path, found: &Node, reason: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label(reason)
        .help(help)
}

/// The value at `path` is for something else than what the other values ask for; `reason` says for what.
#[must_use]
pub fn not_read(path: &Path, found: &Node, reason: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label(reason.to_owned())
        .help("take it out")
}

/// The value at `path` has no effect, since `by` takes its place.
#[must_use]
pub fn replaced(path: &Path, found: &Node, by: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("this does nothing")
        .related(by.origin.span(), "this takes its place")
        .help("take one of the two out")
}

/// Pods in `namespace` cannot mount the Secret of client certificates, which the chart puts elsewhere.
#[must_use]
pub fn client_certificates(namespace: &Node) -> Diagnostic {
    Diagnostic::new(&CODE, "`certs.client` has no effect: pods cannot mount its Secret")
        .at(namespace.origin.span())
        .label("pods are in this namespace, the Secret in that of the release")
        .help(
            "give the release the namespace (`--namespace`) instead of `namespaceOverride`, or make a Secret there and \
             name it in `certs.existingClientSecret`",
        )
}

/// The text at `path` below `certs` goes into no Secret, since the text at `missing` is not given.
#[must_use]
pub fn incomplete_certificates(path: &str, given: &Node, missing: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`certs.{path}` has no effect"))
        .at(given.origin.span())
        .label(format!("no Secret is made of it without `certs.{missing}`"))
        .help(format!("set `certs.{missing}` as well, or take this out"))
}

/// The option of falco.yaml at `path` has no effect, since the chart sets it from other values; `by` is what it sets.
#[must_use]
pub fn set_by_chart(path: &Path, found: &Node, by: &Node) -> Diagnostic {
    let diagnostic = Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("this does nothing");
    match cause(&by.origin) {
        Some(place) => diagnostic
            .related(Some(place), "the chart sets it because of this")
            .help("take one of the two out"),
        None => diagnostic.help("take it out; the chart sets it from its own values"),
    }
}

/// The place of the value because of which something is made. Of what is made from several it is the first: the switch,
/// which comes before names that are made from the release's.
fn cause(origin: &Origin) -> Option<Span> {
    match origin {
        Origin::Derived(parts) => parts.iter().find_map(cause),
        origin => origin.span(),
    }
}

/// The value at `path` has no effect, since `integration` sets something else; `switch` is what turns that on.
#[must_use]
pub fn set_by_integration(
    path: &Path,
    found: &Node,
    integration: &str,
    switch: &Node,
) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("this does nothing")
        .related(
            switch.origin.span(),
            format!("the {integration} integration sets it"),
        )
        .help("take it out, or switch the integration off")
}

/// The value at `path` is false or 0, and the chart takes that for not set; `made` is what it sets then.
#[must_use]
pub fn counts_as_unset(path: &Path, found: &Node, made: &Node) -> Diagnostic {
    let made = write(made);
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label(format!(
            "counts as not set, which makes it `{}`",
            made.trim_end()
        ))
        .help("take it out; the chart cannot switch this off")
}

/// The pods do not run under the account that the value at `path` names, but under `own`.
#[must_use]
pub fn account(path: &Path, found: &Node, own: &Node) -> Diagnostic {
    let own = own.as_text().unwrap_or_default();
    Diagnostic::new(&CODE, format!("`{path}` has no effect on the pods"))
        .at(found.origin.span())
        .label(format!(
            "pods run under the account `{own}`, whatever stands here"
        ))
        .help(format!(
            "write `{own}` here, and give an account of your own that name"
        ))
}

/// The switch at `path` has no effect, since the chart makes nothing unless the cluster is known to have `api_version`.
#[must_use]
pub fn without_api(path: &Path, switch: &Node, api_version: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(switch.origin.span())
        .label(format!("needs a cluster with {api_version}"))
        .help(format!(
            "if the cluster has it, say so by `--api-versions {api_version}`"
        ))
}

/// Nothing reads the value at `path`, though the program that runs would, as the environment variable `variable`.
#[must_use]
pub fn unread_variable(path: &Path, found: &Node, variable: &str) -> Diagnostic {
    Diagnostic::new(&CODE, format!("`{path}` has no effect"))
        .at(found.origin.span())
        .label("nothing in the chart reads this")
        .help(format!(
            "set the environment variable `{variable}` by `config.extraEnv`"
        ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceKind, Sources};

    #[test]
    fn a_switch_and_not_the_release_is_shown_for_what_is_made_from_both() {
        let mut sources = Sources::default();
        let mut written = |name: &str, kind| {
            let source = sources.add(name, "text", kind);
            Origin::Written(Span::new(source, 0..4))
        };
        let switch = written("values.yaml", SourceKind::File);
        let release = written("RELEASE", SourceKind::Argument);
        let made = Origin::derived([&Origin::Program, &switch, &release]);
        assert_eq!(cause(&made), switch.span());
    }
}
