//! What templates in values see, and that many of them are bounded together.

use crate::capabilities::Capabilities;
use crate::charts::Derivation;
use crate::charts::falco::CHART;
use crate::charts::templating::Scope;
use crate::diagnostic::Diagnostics;
use crate::release::Release;
use crate::source::{SourceKind, Sources};
use crate::yaml::{self, Limits, Node};

/// What the falco chart makes of the list `extra.env` of a values file of this text, and what is said of it.
fn derived(text: &str) -> (Node, Vec<String>) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("values.yaml", text, SourceKind::File);
    let values = yaml::read(&sources, file, &Limits::default(), &mut diagnostics).unwrap();
    let release = Release {
        name: Node::constant("falco"),
        namespace: Node::constant("default"),
        is_upgrade: false,
    };
    let input = Derivation {
        values: &values,
        release: &release,
        sources: &sources,
        capabilities: &Capabilities::default(),
        base_rules: None,
    };
    let scope = Scope::new(&input, &CHART, &values, "daemonset.yaml");
    let list = scope.list(&["extra", "env"], &mut diagnostics);
    let said = diagnostics.sorted().into_iter();
    let said = said.map(|diagnostic| diagnostic.message.clone());
    (list, said.collect())
}

/// A list of environment variables whose first has this text.
fn environment(text: &str) -> String {
    format!("extra:\n  env:\n    - name: A\n      value: '{text}'\n")
}

/// What a template of the falco chart prints.
fn printed(text: &str) -> String {
    let (list, said) = derived(&environment(text));
    assert!(said.is_empty(), "{text}: {said:?}");
    yaml::write(&list)
}

#[test]
fn templates_see_what_helm_knows() {
    for (text, expected) in [
        (
            "{{ len .Capabilities.APIVersions }} versions",
            "57 versions",
        ),
        (
            "{{ .Capabilities.APIVersions.Has \"policy/v1\" }} has",
            "true has",
        ),
        (
            "{{ .Chart.Home }} {{ .Chart.IsRoot }}",
            "https://falco.org true",
        ),
        (
            "{{ len .Chart.Dependencies }} {{ (first .Chart.Maintainers).Name }}",
            "0 The Falco Authors",
        ),
        (
            "<{{ .Files.Get \"a\" }}><{{ (.Files.Glob \"*\").AsConfig }}>",
            "<><{}>",
        ),
        ("<{{ .Capabilities.HelmVersion.GoVersion }}>", "<>"),
    ] {
        assert!(printed(text).contains(expected), "{text}");
    }
}

#[test]
fn to_include_a_template_often_with_all_values_is_bounded() {
    let text = "{{ range until 100000 }}{{ $x := include \"falco.name\" $ }}{{ end }}";
    let (_, said) = derived(&environment(text));
    assert_eq!(said, ["the templates take too many steps"]);
}

#[test]
fn templates_of_one_list_are_bounded_together() {
    let hostile = "{{ range until 90000 }}{{ end }}";
    let items = (0..200).map(|index| format!("    - name: A{index}\n      value: '{hostile}'\n"));
    let text = format!("extra:\n  env:\n{}", items.collect::<String>());
    let (_, said) = derived(&text);
    assert_eq!(said, ["`until`: the templates take too many steps"]);
}
