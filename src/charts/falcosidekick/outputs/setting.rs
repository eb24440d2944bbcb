//! One setting of an output.

use serde_json::{Value, json};

/// The priorities of events, the highest first, and none.
const PRIORITIES: &[&str] = &[
    "emergency",
    "alert",
    "critical",
    "error",
    "warning",
    "notice",
    "informational",
    "debug",
    "",
];

/// One setting of an output.
#[derive(Clone, Copy)]
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// Its kind and default.
    pub kind: Kind,
    /// When it reaches Falcosidekick.
    pub printed: Printed,
    /// The environment variable, if it is not named after the keys.
    pub variable: Option<&'static str>,
    /// What it means.
    pub about: &'static str,
}

/// The kind of a setting, with its default.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A text; the chart refuses numbers.
    Text(&'static str),
    /// A text that is a credential.
    Secret(&'static str),
    /// One of some texts.
    Choice(&'static str, &'static [&'static str]),
    /// A priority of events; upper and lower case count alike.
    Priority(&'static str),
    /// A boolean that goes to Falcosidekick.
    Switch(bool),
    /// A boolean by which the chart decides something.
    Decision(bool),
    /// A number, or a text that means one.
    Number(i64),
    /// The same, without a default.
    NoNumber,
    /// Further environment variables, as a map or a list.
    Variables(Collection),
}

/// What holds several values by default.
#[derive(Clone, Copy)]
pub enum Collection {
    /// A map.
    Map,
    /// A list.
    List,
}

/// When a setting stands in the Secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// Always, even if it is empty.
    Always,
    /// Unless it is empty.
    IfSet,
    /// Unless the role of AWS is bound to the account of the pods (`config.aws.useirsa`).
    WithoutAccount,
    /// Never: it is used elsewhere in the chart, or nowhere.
    Never,
}

const fn setting(key: &'static str, kind: Kind, about: &'static str) -> Setting {
    Setting {
        key,
        kind,
        printed: Printed::Always,
        variable: None,
        about,
    }
}

pub(super) const fn text(key: &'static str, default: &'static str, about: &'static str) -> Setting {
    setting(key, Kind::Text(default), about)
}

pub(super) const fn secret(key: &'static str, about: &'static str) -> Setting {
    setting(key, Kind::Secret(""), about)
}

pub(super) const fn choice(
    key: &'static str,
    default: &'static str,
    options: &'static [&'static str],
    about: &'static str,
) -> Setting {
    setting(key, Kind::Choice(default, options), about)
}

pub(super) const fn switch(key: &'static str, default: bool, about: &'static str) -> Setting {
    setting(key, Kind::Switch(default), about)
}

pub(super) const fn decision(key: &'static str, default: bool, about: &'static str) -> Setting {
    setting(key, Kind::Decision(default), about)
}

pub(super) const fn number(key: &'static str, default: i64, about: &'static str) -> Setting {
    setting(key, Kind::Number(default), about)
}

/// The least priority of events, which most outputs have.
pub(super) const fn priority() -> Setting {
    priority_of("")
}

pub(super) const fn priority_of(default: &'static str) -> Setting {
    let about = "Events of a lower priority are not sent there; empty sends all.";
    setting("minimumpriority", Kind::Priority(default), about)
}

/// Whether the output's server is shown a certificate.
pub(super) const fn mutual_tls() -> Setting {
    let about = "Whether Falcosidekick shows its own certificate (`config.mutualtlsclient`) there. \
        The server's is checked then in any case.";
    switch("mutualtls", false, about)
}

/// Whether the certificate of the output's server is checked.
pub(super) const fn check_cert() -> Setting {
    switch(
        "checkcert",
        true,
        "Whether the server's certificate is checked.",
    )
}

/// Headers of the requests.
pub(super) const fn headers(key: &'static str) -> Setting {
    secret(
        key,
        "Headers that are added to requests: `name:value,name:value`.",
    )
}

impl Setting {
    /// The same setting, in another environment variable.
    pub(super) const fn named(self, variable: &'static str) -> Self {
        Setting {
            variable: Some(variable),
            ..self
        }
    }

    /// The same setting, printed at other times.
    pub(super) const fn printed(self, printed: Printed) -> Self {
        Setting { printed, ..self }
    }

    /// The default.
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Text(default)
            | Kind::Secret(default)
            | Kind::Choice(default, _)
            | Kind::Priority(default) => json!(default),
            Kind::Switch(default) | Kind::Decision(default) => json!(default),
            Kind::Number(default) => json!(default),
            Kind::NoNumber => json!(""),
            Kind::Variables(Collection::Map) => json!({}),
            Kind::Variables(Collection::List) => json!([]),
        }
    }

    /// The JSON Schema, with what it means.
    pub fn schema(&self) -> Value {
        let mut schema = match self.kind {
            Kind::Text(_) => json!({"type": "string"}),
            Kind::Secret(_) => json!({"type": "string", "writeOnly": true}),
            Kind::Choice(_, options) => json!({"type": "string", "enum": options}),
            Kind::Priority(_) => {
                json!({"type": "string", "enum": PRIORITIES, "x-any-case": true})
            }
            Kind::Switch(_) | Kind::Decision(_) => json!({"type": "boolean"}),
            Kind::Number(_) | Kind::NoNumber => json!({"type": ["string", "number", "boolean"]}),
            Kind::Variables(_) => json!({"type": ["object", "array"]}),
        };
        schema["description"] = self.about.into();
        if self.is_exact() {
            schema["x-exact"] = true.into();
        }
        if self.decides() {
            schema["x-use"] = "decides".into();
        }
        schema
    }

    /// Whether the chart takes nothing but a text, since it writes it in Base64.
    fn is_exact(&self) -> bool {
        let is_text = matches!(
            self.kind,
            Kind::Text(_) | Kind::Secret(_) | Kind::Choice(..) | Kind::Priority(_)
        );
        is_text && self.printed != Printed::Never
    }

    /// Whether the chart looks at whether it is set.
    fn decides(&self) -> bool {
        let is_tested = matches!(self.kind, Kind::Decision(_) | Kind::Variables(_));
        is_tested || self.printed != Printed::Always
    }
}
