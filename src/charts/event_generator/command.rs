//! The command that the event-generator runs, and what it needs (chart file templates/_helpers.tpl).

use crate::checks::values::{invalid_value, missing_value};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Kind, Node, Number, Origin, Path};

const COMMANDS: [&str; 4] = ["run", "test", "suite-run", "suite-test"];
const SECURITY_MODES: [&str; 3] = ["insecure", "tls", "mtls"];

/// The command, and what follows from it.
pub struct Command<'a> {
    values: &'a Node,
    name: &'a str,
    security_mode: &'a str,
}

impl<'a> Command<'a> {
    /// The command of these values.
    pub fn new(values: &'a Node) -> Self {
        let text = |path: &[&str]| values.at(path).and_then(Node::as_text).unwrap_or_default();
        Command {
            values,
            name: text(&["config", "command"]),
            security_mode: text(&["config", "http", "securityMode"]),
        }
    }

    fn is_on(&self, path: &[&str]) -> bool {
        self.values.at(path).is_some_and(Node::is_true)
    }

    /// Whether there is such a command.
    pub fn is_known(&self) -> bool {
        COMMANDS.contains(&self.name)
    }

    /// Whether it runs tests that are described in files.
    pub fn is_suite(&self) -> bool {
        matches!(self.name, "suite-run" | "suite-test")
    }

    /// Whether it runs such tests, and tells how they went.
    pub fn reports(&self) -> bool {
        self.name == "suite-test"
    }

    /// Whether Falco has to send its alerts to it.
    pub fn verifies(&self) -> bool {
        let skipped = ["config", "suite", "skipOutcomeVerification"];
        self.name == "test" || self.reports() && !self.is_on(&skipped)
    }

    /// Whether Falco sends them over TLS.
    pub fn has_certificate(&self) -> bool {
        self.verifies() && self.security_mode != "insecure"
    }

    /// Whether Falco needs a certificate, too.
    pub fn is_mutual(&self) -> bool {
        self.has_certificate() && self.security_mode == "mtls"
    }

    /// Whether it goes on for ever.
    pub fn repeats(&self) -> bool {
        self.is_on(&["config", "loop"]) && !self.is_suite()
    }

    /// The command as arguments: `suite-run` is a command of two words.
    pub fn arguments(&self) -> Node {
        let origin = self.values.at(&["config", "command"]);
        let origin = origin.map_or(Origin::Program, |command| command.origin.clone());
        let words = match self.name.strip_prefix("suite-") {
            Some(name) if self.is_suite() => vec!["suite", name],
            _ => vec![self.name],
        };
        Node::list(
            words
                .into_iter()
                .map(|word| Node::text(word, origin.clone())),
        )
    }

    /// The port at which it listens for alerts: the end of its address. Null if it does not listen.
    pub fn port(&self, diagnostics: &mut Diagnostics) -> Node {
        if !self.verifies() {
            return Node::null();
        }
        let path = ["config", "http", "address"];
        let address = needed(self.values, &path, diagnostics);
        let text = address.as_text().unwrap_or_default();
        let port = text
            .rsplit_once(':')
            .and_then(|(_, port)| port.parse::<u16>().ok());
        if let Some(port) = port.filter(|port| *port > 0) {
            let number = Kind::Number(Number::Integer(port.into()));
            return Node::new(number, address.origin.clone());
        }
        if !address.is_null() {
            diagnostics.push(invalid_value::without_port(&Path::keys(path), address));
        }
        Node::null()
    }

    /// Reports what the chart refuses.
    pub fn check(&self, diagnostics: &mut Diagnostics) {
        self.check_option(&["config", "command"], &COMMANDS, diagnostics);
        let mode = ["config", "http", "securityMode"];
        self.check_option(&mode, &SECURITY_MODES, diagnostics);
        let secret = ["config", "http", "tls", "existingSecret"];
        if matches!(self.security_mode, "tls" | "mtls") && !self.is_on(&secret) {
            let help = "name a Secret that holds the certificates, or write `insecure`";
            self.missing(&secret, &mode, help, diagnostics);
        }
        let descriptions = ["config", "suite", "descriptions"];
        let existing = ["config", "suite", "existingConfigMap"];
        if self.is_suite() && !self.is_on(&descriptions) && !self.is_on(&existing) {
            let help = "set it, or name a ConfigMap in `config.suite.existingConfigMap`";
            self.missing(&descriptions, &["config", "command"], help, diagnostics);
        }
        self.check_needed(diagnostics);
    }

    /// Reports values that were taken out, and without which the command line has a hole.
    fn check_needed(&self, diagnostics: &mut Diagnostics) {
        let mut check = |is_read: bool, path: &[&str]| {
            if is_read {
                needed(self.values, path, diagnostics);
            }
        };
        for key in ["descriptionDir", "timeout"] {
            check(self.is_suite(), &["config", "suite", key]);
        }
        check(self.reports(), &["config", "suite", "reportFormat"]);
        for key in ["cert", "key"] {
            let path = ["config", "http", "tls", "secretKeys", key];
            check(self.has_certificate(), &path);
        }
        let authority = ["config", "http", "tls", "secretKeys", "caRoot"];
        check(self.is_mutual(), &authority);
    }

    fn check_option(&self, path: &[&str], options: &[&str], diagnostics: &mut Diagnostics) {
        let found = needed(self.values, path, diagnostics);
        if !found.is_null() && !found.as_text().is_some_and(|text| options.contains(&text)) {
            let path = Path::keys(path.iter().copied());
            let refused = invalid_value::refused(&path, found, options);
            diagnostics.push_once(refused.label("the chart refuses it"));
        }
    }

    /// Reports that nothing is set at `path`, because of the value at `by`.
    fn missing(&self, path: &[&str], by: &[&str], help: &str, diagnostics: &mut Diagnostics) {
        let path = Path::keys(path.iter().copied());
        let null = Node::null();
        let by = self.values.at(by).unwrap_or(&null);
        diagnostics.push(missing_value::needed_by(&path, by, help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::event_generator::tests::{said, values};
    use crate::yaml::write;

    fn port(address: &str) -> (Node, bool) {
        let text = format!("config: {{command: test, http: {{address: '{address}'}}}}");
        let (values, mut diagnostics) = (values(&text), Diagnostics::default());
        let port = Command::new(&values).port(&mut diagnostics);
        (port, diagnostics.has_errors())
    }

    #[test]
    fn the_port_is_the_end_of_the_address() {
        for address in ["0.0.0.0:9090", "[::]:9090", ":9090"] {
            let (port, failed) = port(address);
            assert_eq!(write(&port), "9090\n", "{address}");
            assert!(!failed);
        }
        for address in ["localhost", "0.0.0.0:", "a:0", "a:70000", "a:b"] {
            assert!(port(address).1, "{address}");
        }
    }

    #[test]
    fn a_suite_is_a_command_of_two_words_that_never_repeats() {
        let of = |command: &str| {
            let values = values(&format!("config: {{command: {command}}}"));
            let command = Command::new(&values);
            let arguments = command.arguments();
            let words = arguments.as_list().unwrap_or_default();
            (words.len(), command.repeats(), command.verifies())
        };
        assert_eq!(of("run"), (1, true, false));
        assert_eq!(of("test"), (1, true, true));
        assert_eq!(of("suite-run"), (2, false, false));
        assert_eq!(of("suite-test"), (2, false, true));
    }

    #[test]
    fn what_the_chart_refuses_is_refused() {
        let missing = |path: &str| format!("error: `{path}` is not set, and the chart needs it");
        let wrong = |path: &str| format!("error: `{path}` is none of the values that it can have");
        for (config, expected) in [
            ("command: bench", wrong("config.command")),
            (
                "http: {securityMode: ssl}",
                wrong("config.http.securityMode"),
            ),
            (
                "http: {securityMode: tls}",
                missing("config.http.tls.existingSecret"),
            ),
            ("command: suite-run", missing("config.suite.descriptions")),
        ] {
            assert!(
                said(&format!("config: {{{config}}}")).contains(&expected),
                "{config}"
            );
        }
    }
}
