//! What a template in a value sees: `.Values`, `.Release`, `.Chart`, `.Capabilities`, `.Template`, `.Files` (Helm 3.19,
//! pkg/engine and pkg/chartutil).

use std::rc::Rc;

use super::about::about;
use super::api_versions::API_VERSIONS;
use super::files::Files;
use crate::charts::{Chart, Derivation};
use crate::gotemplate::{Element, List, Object, Value};
use crate::yaml::{Kind, Node, Number, Origin};

/// The version of Kubernetes that Helm's source has for a cluster of which nothing is known.
const KUBERNETES: (u32, u32) = (1, 20);

/// The data of a template that is evaluated in the chart's template of that name.
pub fn context(input: &Derivation<'_>, chart: &Chart, values: &Node, template: &str) -> Value {
    let base = format!("{}/templates", chart.name);
    Value::map([
        ("Values", value(values)),
        ("Release", release(input)),
        ("Chart", of_chart(chart)),
        ("Capabilities", capabilities(input)),
        (
            "Template",
            Value::map([
                ("Name", format!("{base}/{template}").into()),
                ("BasePath", base.into()),
            ]),
        ),
        ("Files", Value::Object(Rc::new(Files))),
        ("Subcharts", Value::map::<&str>([])),
    ])
}

fn release(input: &Derivation<'_>) -> Value {
    let release = input.release;
    Value::map([
        ("Name", value(&release.name)),
        ("Namespace", value(&release.namespace)),
        ("IsUpgrade", release.is_upgrade.into()),
        ("IsInstall", (!release.is_upgrade).into()),
        ("Revision", Value::Int(1)),
        ("Service", "Helm".into()),
    ])
}

fn of_chart(chart: &Chart) -> Value {
    let about = about(chart.name);
    let maintainers = about.maintainers.iter().map(|&(name, email)| {
        Value::Object(Rc::new(Structure {
            type_name: "*chart.Maintainer",
            fields: vec![
                ("Name", name.into()),
                ("Email", email.into()),
                ("URL", "".into()),
            ],
        }))
    });
    Value::Object(Rc::new(Structure {
        type_name: "chart.Metadata",
        fields: vec![
            ("Name", chart.name.into()),
            ("Version", chart.version.into()),
            ("AppVersion", chart.app_version.into()),
            ("Description", chart.description.into()),
            ("APIVersion", "v2".into()),
            ("Type", about.kind.into()),
            ("Home", about.home.into()),
            ("Sources", Value::texts(about.sources.iter().copied())),
            ("Keywords", Value::texts(about.keywords.iter().copied())),
            ("Maintainers", Value::list(maintainers.collect())),
            ("Icon", about.icon.into()),
            ("Condition", "".into()),
            ("Tags", "".into()),
            ("Deprecated", false.into()),
            ("KubeVersion", "".into()),
            ("Annotations", Value::map::<&str>([])),
            ("Dependencies", Value::list(Vec::new())),
            ("IsRoot", about.is_root.into()),
        ],
    }))
}

fn capabilities(input: &Derivation<'_>) -> Value {
    let given = input.capabilities;
    let (major, minor) = given
        .kube_version
        .map_or(KUBERNETES, |version| (version.major, version.minor));
    let version = format!("v{major}.{minor}.0");
    let kube_version = Structure {
        type_name: "chartutil.KubeVersion",
        fields: vec![
            ("Version", version.clone().into()),
            ("GitVersion", version.into()),
            ("Major", major.to_string().into()),
            ("Minor", minor.to_string().into()),
        ],
    };
    let helm_version = Structure {
        type_name: "helmversion.BuildInfo",
        fields: vec![
            ("Version", "v3.19".into()),
            ("GitCommit", "".into()),
            ("GitTreeState", "".into()),
            ("GoVersion", "".into()),
        ],
    };
    let own = API_VERSIONS.iter().copied().map(Rc::from);
    let given = given
        .api_versions
        .iter()
        .map(|version| version.as_str().into());
    Value::Object(Rc::new(Structure {
        type_name: "*chartutil.Capabilities",
        fields: vec![
            ("KubeVersion", Value::Object(Rc::new(kube_version))),
            ("HelmVersion", Value::Object(Rc::new(helm_version))),
            (
                "APIVersions",
                Value::Object(Rc::new(ApiVersions(own.chain(given).collect()))),
            ),
        ],
    }))
}

/// A structure of Go: to ask for a field that it does not have is an error, unlike a key of a map.
struct Structure {
    type_name: &'static str,
    fields: Vec<(&'static str, Value)>,
}

impl Object for Structure {
    fn type_name(&self) -> String {
        self.type_name.to_owned()
    }

    fn text(&self) -> String {
        // A version prints as itself, in the place where charts print one.
        let first = self.fields.first().and_then(|(_, value)| value.as_text());
        first.unwrap_or_default().to_owned()
    }

    fn field(&self, name: &str, _: &[Value]) -> Option<Result<Value, String>> {
        let field = self.fields.iter().find(|(field, _)| *field == name);
        field.map(|(_, value)| Ok(value.clone()))
    }
}

/// The API versions of the cluster, which a template asks for one.
struct ApiVersions(Vec<Rc<str>>);

impl Object for ApiVersions {
    fn type_name(&self) -> String {
        "chartutil.VersionSet".to_owned()
    }

    fn kind(&self) -> &'static str {
        "slice"
    }

    fn text(&self) -> String {
        format!("[{}]", self.0.join(" "))
    }

    fn field(&self, name: &str, arguments: &[Value]) -> Option<Result<Value, String>> {
        if name != "Has" {
            return None;
        }
        Some(match arguments {
            [Value::Text(version)] => Ok(self.0.contains(version).into()),
            _ => Err("`Has` takes one text".to_owned()),
        })
    }

    fn contents(&self) -> Option<Value> {
        Some(Value::texts(self.0.iter().cloned()))
    }
}

/// A node as templates see it. Numbers are of the type that Go gives them when it reads a file.
pub fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Null => Value::Nil,
        Kind::Bool(truth) => Value::Bool(*truth),
        Kind::Number(number) => Value::Float(number.as_f64()),
        Kind::Text(text) => Value::from(&**text),
        Kind::List(items) => {
            Value::List(List::new(items.iter().map(value).collect(), Element::Any))
        }
        Kind::Map(map) => Value::map(map.iter().map(|(key, entry)| (&**key, value(&entry.value)))),
        Kind::Document(inner) => value(inner),
    }
}

/// The node of what a template has at hand.
pub fn node(value: &Value) -> Node {
    let kind = match value {
        Value::Nil => Kind::Null,
        Value::Bool(truth) => Kind::Bool(*truth),
        Value::Int(number) | Value::Int64(number) => Kind::Number(Number::Integer(*number)),
        Value::Unsigned(number) => Kind::Number(Number::Unsigned(*number)),
        Value::Float(number) => Kind::Number(Number::Float(*number)),
        Value::Text(text) => Kind::Text((&**text).into()),
        Value::List(list) => {
            return Node::list(list.items().iter().map(node));
        }
        Value::Map(map) => {
            let entries = map.entries().into_iter();
            return Node::map(entries.map(|(key, value)| (key.to_string(), node(&value))));
        }
        Value::Object(object) => match object.contents() {
            Some(contents) => return node(&contents),
            None => Kind::Text(object.text().into()),
        },
    };
    Node::new(kind, Origin::Program)
}
