//! Values that the command does not read, since they belong to another one.

use super::CHART;
use super::command::Command;
use crate::checks::values::value_without_effect;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Node, Origin, Path, from_json};

/// When values are read, and in words what reads them.
type Reader = (fn(&Command<'_>) -> bool, &'static str);

const DEPLOYMENT: Reader = (|command| command.repeats(), "only a Deployment reads this");
const SUITE: Reader = (|command| command.is_suite(), "only suites read this");
const REPORT: Reader = (|command| command.reports(), "only `suite-test` reads this");
const ACTIONS: Reader = (|command| !command.is_suite(), "suites do not read this");
const SERVER: Reader = (
    |command| command.verifies(),
    "only commands that wait for Falco's alerts read this",
);

/// Values, and when they are read.
const READERS: [(&[&str], Reader); 15] = [
    (&["replicasCount"], DEPLOYMENT),
    (&["revisionHistoryLimit"], DEPLOYMENT),
    (&["config", "actions"], ACTIONS),
    (&["config", "sleep"], ACTIONS),
    (&["config", "http", "address"], SERVER),
    (&["config", "http", "securityMode"], SERVER),
    (&["config", "http", "service", "type"], SERVER),
    (&["config", "http", "service", "port"], SERVER),
    (&["config", "http", "service", "nodePort"], SERVER),
    (&["config", "suite", "descriptions"], SUITE),
    (&["config", "suite", "existingConfigMap"], SUITE),
    (&["config", "suite", "descriptionDir"], SUITE),
    (&["config", "suite", "timeout"], SUITE),
    (&["config", "suite", "reportFormat"], REPORT),
    (&["config", "suite", "skipOutcomeVerification"], REPORT),
];

/// Warns of each value that the user set to something else than its default, and that nothing reads.
pub fn check(values: &Node, command: &Command<'_>, diagnostics: &mut Diagnostics) {
    if !command.is_known() {
        return;
    }
    let defaults = from_json((CHART.defaults)(), &Origin::Program);
    for (path, (is_read, reason)) in READERS {
        let set = values.at(path).filter(|value| {
            value.origin.span().is_some() && value.is_true() && Some(*value) != defaults.at(path)
        });
        if let Some(value) = set.filter(|_| !is_read(command)) {
            let path = Path::keys(path.iter().copied());
            diagnostics.push(value_without_effect::not_read(&path, value, reason));
        }
    }
    let suite = |key| {
        values
            .at(&["config", "suite", key])
            .filter(|value| value.is_true())
    };
    if let (Some(own), Some(existing)) = (suite("descriptions"), suite("existingConfigMap"))
        && command.is_suite()
    {
        let path = Path::keys(["config", "suite", "descriptions"]);
        diagnostics.push(value_without_effect::replaced(&path, own, existing));
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::event_generator::tests::said;

    #[test]
    fn what_belongs_to_another_command_has_no_effect() {
        assert_eq!(
            said("config: {sleep: 2s, suite: {timeout: 5m}, http: {address: ':1'}}"),
            [
                "warning: `config.suite.timeout` has no effect",
                "warning: `config.http.address` has no effect",
            ]
        );
        assert_eq!(
            said("{replicasCount: 2, config: {loop: false}}"),
            ["warning: `replicasCount` has no effect"]
        );
    }

    #[test]
    fn a_default_that_is_written_out_is_no_mistake() {
        let written =
            "config: {suite: {timeout: 1m, descriptions: {}}, http: {address: '0.0.0.0:8080'}}";
        assert_eq!(said(written), [""; 0]);
    }

    #[test]
    fn an_existing_config_map_takes_the_place_of_descriptions() {
        assert_eq!(
            said(
                "config: {command: suite-run, suite: {descriptions: {a: b}, existingConfigMap: c}}"
            ),
            ["warning: `config.suite.descriptions` has no effect"]
        );
    }
}
