//! The kinds of values that charts have: each says how a value is written, and what the chart does with it.
//!
//! Kinds are types, so that the declaration of a value makes its JSON Schema. What JSON Schema has no word for stands
//! in keywords that [`crate::values`] reads. Of a value:
//!
//! - `x-use`: what the chart does with it, `decides`, `traversed`, `printed` or `passed`;
//! - `x-exact`: the chart takes nothing but a text;
//! - `x-any-case`: upper and lower case count alike.
//!
//! And of a section:
//!
//! - `x-owner`: the program into whose configuration it goes as a whole: its `name`, the `file`, and what comes of an
//!   `unknown` option;
//! - `x-needed`: the chart looks into it, though it has an owner, so that null cannot take it out;
//! - `x-removable`: null can take it out, since the chart looks into it only if it is there.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

/// Declares a section of a chart's values: each field with its doc comment, its kind and its default.
///
/// Makes a struct with [`Default`], `Serialize` (the defaults as data) and `JsonSchema`. Names are written in camel
/// case unless `serde(rename)` says otherwise; keys that are not declared are refused by the schema. In front of the
/// name, `snake_case` says that names are written as the fields are, and `open` that any further keys may be there.
#[macro_export]
macro_rules! section {
    ($(#[$meta:meta])* snake_case $name:ident $fields:tt) => {
        $crate::section! { @ "snake_case" $(#[$meta])* #[schemars(deny_unknown_fields)] $name $fields }
    };
    ($(#[$meta:meta])* open $name:ident $fields:tt) => {
        $crate::section! { @ "camelCase" $(#[$meta])* $name $fields }
    };
    ($(#[$meta:meta])* $name:ident $fields:tt) => {
        $crate::section! { @ "camelCase" $(#[$meta])* #[schemars(deny_unknown_fields)] $name $fields }
    };
    (@ $case:literal $(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $kind:ty = $default:expr,)*
    }) => {
        #[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = $case, default)]
        #[allow(clippy::struct_field_names, reason = "the names are the chart's")]
        $(#[$meta])*
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)*
        }

        impl Default for $name {
            fn default() -> Self {
                $name { $($field: $default.into(),)* }
            }
        }
    };
}

/// Declares a section of which nothing is there unless the user sets it: each field with its doc comment and its kind.
///
/// Otherwise as [`section!`](crate::section).
#[macro_export]
macro_rules! options {
    ($(#[$meta:meta])* snake_case $name:ident $fields:tt) => {
        $crate::options! { @ "snake_case" $(#[$meta])* $name $fields }
    };
    ($(#[$meta:meta])* $name:ident $fields:tt) => {
        $crate::options! { @ "camelCase" $(#[$meta])* $name $fields }
    };
    (@ $case:literal $(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $kind:ty,)*
    }) => {
        #[derive(Clone, Debug, Default, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = $case, default)]
        #[schemars(deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: Option<$kind>,
            )*
        }
    };
}

/// Declares the section `grafana` of a chart's values, whose dashboards stand in `ConfigMap`s of this type.
#[macro_export]
macro_rules! grafana {
    ($config_maps:ty) => {
        $crate::section! {
            /// Dashboards for Grafana.
            Grafana {
                /// Dashboards that Grafana's sidecar loads from `ConfigMap`s.
                dashboards: Dashboards = Dashboards::default(),
            }
        }

        $crate::section! {
            /// Dashboards that Grafana's sidecar loads from `ConfigMap`s.
            Dashboards {
                /// Whether to make them.
                enabled: $crate::charts::kinds::Switch = false,
                /// The `ConfigMap`s that hold them.
                config_maps: $config_maps = <$config_maps>::default(),
            }
        }
    };
}

/// Gives a kind its JSON Schema, which stands wherever the kind is used.
macro_rules! schema {
    ($kind:ident: $schema:tt) => {
        impl JsonSchema for $kind {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($kind).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

/// A boolean by which the chart decides whether something exists. Any text but the empty one counts as true there,
/// so that the text `"false"` would be misread.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Switch(bool);

impl From<bool> for Switch {
    fn from(value: bool) -> Self {
        Switch(value)
    }
}

schema! { Switch: { "type": "boolean", "x-use": "decides" } }

/// Declares a kind that is another one with a keyword more in its schema.
macro_rules! marked {
    ($(#[$doc:meta])* $name:ident: $keyword:literal = $value:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize)]
        #[serde(transparent)]
        pub struct $name<T>(T);

        impl<T> From<T> for $name<T> {
            fn from(value: T) -> Self {
                $name(value)
            }
        }

        impl From<&str> for $name<String> {
            fn from(value: &str) -> Self {
                $name(value.to_owned())
            }
        }

        impl<T: JsonSchema> JsonSchema for $name<T> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!("{}_{}", stringify!($name), T::schema_name()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let mut schema = T::json_schema(generator);
                schema.insert($keyword.to_owned(), $value.into());
                schema
            }
        }
    };
}

marked! {
    /// A value that is only printed into falco.yaml, where Falco reads it again: `"8765"` is the number there.
    Printed: "x-use" = "printed"
}

marked! {
    /// A part of the configuration of another program, such as falco.yaml, into which it goes as it is. That program
    /// expects this type there, and the chart does not look at it.
    Passed: "x-use" = "passed"
}

marked! {
    /// A text, list or map that the chart uses only if it is not empty. `false` and `0` count as empty there, too.
    Tested: "x-use" = "decides"
}

marked! {
    /// A list or map through which the chart goes: an empty list is as good as an empty map.
    Traversed: "x-use" = "traversed"
}

marked! {
    /// A text with which the chart does what can be done with texts only, such as cutting it or writing it in Base64:
    /// it refuses numbers and booleans.
    Exact: "x-exact" = true
}

impl<T> From<T> for Exact<Tested<T>> {
    fn from(value: T) -> Self {
        Exact(Tested(value))
    }
}

/// A text that is a credential. It appears in no message.
#[derive(Clone, Serialize)]
#[serde(transparent)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Secret(value.to_owned())
    }
}

schema! { Secret: { "type": "string", "writeOnly": true } }

/// A TCP port.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Port(u16);

impl From<u16> for Port {
    fn from(value: u16) -> Self {
        Port(value)
    }
}

schema! { Port: { "type": "integer", "minimum": 1, "maximum": 65535 } }

/// A port by its number or by its name.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum TargetPort {
    /// The number.
    Number(u16),
    /// The name.
    Name(String),
}

impl From<u16> for TargetPort {
    fn from(value: u16) -> Self {
        TargetPort::Number(value)
    }
}

impl From<&str> for TargetPort {
    fn from(name: &str) -> Self {
        TargetPort::Name(name.to_owned())
    }
}

schema! { TargetPort: { "type": ["integer", "string"], "minimum": 1, "maximum": 65535 } }

/// A list of parts of Kubernetes objects in which Go templates are evaluated, or one text that makes the list.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Templated(Vec<Object>);

schema! { Templated: {
    "type": ["array", "string"], "items": { "type": "object" }, "x-use": "decides", "x-exact": true
} }

/// The value of an environment variable: numbers and booleans become the text that they print as.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Scalar(String);

schema! { Scalar: { "type": ["string", "number", "boolean", "null"] } }

/// A part of a Kubernetes object that goes into the manifest as it is.
pub type Object = serde_json::Map<String, serde_json::Value>;

/// The entries of a JSON object literal.
#[must_use]
pub fn object(value: serde_json::Value) -> Object {
    match value {
        serde_json::Value::Object(entries) => entries,
        _ => Object::new(),
    }
}
