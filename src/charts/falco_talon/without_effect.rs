//! Values that the user wrote and that do not do what they say.

use crate::checks::values::{invalid_value, value_without_effect};
use crate::diagnostic::Diagnostics;
use crate::yaml::{Kind, Node, Path};

/// Values that the chart takes for not set where they are false or 0, with the options of config.yaml that they are.
const DEFAULTED: [(&[&str], &[&str]); 5] = [
    (&["config", "listenPort"], &["listen_port"]),
    (&["config", "watchRules"], &["watch_rules"]),
    (
        &["config", "deduplication", "leaderElection"],
        &["deduplication", "leader_election"],
    ),
    (
        &["config", "deduplication", "timeWindowSeconds"],
        &["deduplication", "time_window_seconds"],
    ),
    (
        &["config", "otel", "collectorPort"],
        &["otel", "collector_port"],
    ),
];

/// The port of the container, which the chart's probes ask and its Service leads to.
const PORT: i64 = 2803;

/// Warns of values that do not arrive in config.yaml, of an account that the pods do not have, and of a port that
/// nobody calls. `name` is that of the objects.
pub fn check(values: &Node, config_yaml: &Node, name: &Node, diagnostics: &mut Diagnostics) {
    for (path, option) in DEFAULTED {
        let written = written(values, path).filter(|value| !value.is_true());
        if let (Some(value), Some(made)) = (written, config_yaml.at(option)) {
            let path = Path::keys(path.iter().copied());
            diagnostics.push(value_without_effect::counts_as_unset(&path, value, made));
        }
    }
    check_account(values, name, diagnostics);
    check_port(values, diagnostics);
}

/// The value at a path, if the user wrote one.
fn written<'a>(values: &'a Node, path: &[&str]) -> Option<&'a Node> {
    let value = values.at(path).filter(|value| !value.is_null())?;
    value.origin.span().map(|_| value)
}

fn check_account(values: &Node, name: &Node, diagnostics: &mut Diagnostics) {
    let path = ["rbac", "serviceAccount", "name"];
    let other = |account: &&Node| account.is_true() && *account != name;
    if let Some(account) = written(values, &path).filter(other) {
        let path = Path::keys(path);
        diagnostics.push(value_without_effect::account(&path, account, name));
    }
}

fn check_port(values: &Node, diagnostics: &mut Diagnostics) {
    let path = ["config", "listenPort"];
    let is_other = |port: &&Node| match &port.kind {
        Kind::Number(number) => number
            .as_i64()
            .is_some_and(|port| port != PORT && port != 0),
        _ => false,
    };
    if let Some(port) = written(values, &path).filter(is_other) {
        let path = Path::keys(path);
        diagnostics.push(invalid_value::not_called(&path, port, PORT));
    }
}

#[cfg(test)]
mod tests {
    use crate::charts::falco_talon::tests::derived;

    fn said(values: &str) -> Vec<String> {
        derived(values).1
    }

    #[test]
    fn what_the_chart_takes_for_not_set_has_no_effect() {
        let values = "config: {watchRules: false, printAllEvents: false, deduplication: {timeWindowSeconds: 0}}";
        assert_eq!(
            said(values),
            [
                "warning: `config.watchRules` has no effect",
                "warning: `config.deduplication.timeWindowSeconds` has no effect",
            ]
        );
    }

    #[test]
    fn pods_have_the_account_of_the_chart_s_name_only() {
        let account = |account: &str| said(&format!("rbac: {{serviceAccount: {account}}}"));
        let no_effect = "warning: `rbac.serviceAccount.name` has no effect on the pods";
        assert_eq!(account("{name: a}"), [no_effect]);
        assert_eq!(account("{create: false, name: a}"), [no_effect]);
        assert_eq!(account("{create: false, name: falco-talon}"), [""; 0]);
        assert_eq!(
            account("{create: false}"),
            ["error: `rbac.serviceAccount.name` is not set, and the chart makes no account"]
        );
    }

    #[test]
    fn another_port_is_one_that_nobody_calls() {
        let port = |port: u16| said(&format!("config: {{listenPort: {port}}}"));
        assert_eq!(
            port(8080),
            ["warning: `config.listenPort` is a port that nobody calls"]
        );
        assert_eq!(port(2803), [""; 0]);
    }
}
