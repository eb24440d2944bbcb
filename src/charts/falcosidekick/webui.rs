//! The web UI (chart files templates/deployment-ui.yaml, service-ui.yaml, ingress-ui.yaml, secrets-ui.yaml and
//! rbac-ui.yaml).

use super::pods::image;
use super::redis;
use crate::charts::Derivation;
use crate::charts::ingress::ingress;
use crate::charts::text::{base64, join, text};
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::Node;

/// What the objects of the chart share.
pub struct Shared<'a> {
    /// What their names begin with.
    pub fullname: &'a Node,
    /// The labels of every object, without its component.
    pub labels: &'a Node,
    /// The labels by which the chart finds its pods, without their component.
    pub selector: &'a Node,
}

impl Shared<'_> {
    /// The name of an object: what all names begin with, and `ending`.
    pub fn name(&self, ending: &str) -> Node {
        join([self.fullname, &Node::constant(ending)])
    }

    /// Labels with that of a component.
    pub fn of(labels: &Node, component: &str) -> Node {
        labels.with(&["app.kubernetes.io/component"], Node::constant(component))
    }
}

/// What the templates see of the UI; null if it is off.
pub fn webui(input: &Derivation<'_>, shared: &Shared<'_>, diagnostics: &mut Diagnostics) -> Node {
    let values = input.values;
    let setting = |path: &[&str]| values.at(&[&["webui"][..], path].concat());
    if !setting(&["enabled"]).is_some_and(Node::is_true) {
        return Node::null();
    }
    needed(values, &["webui", "service", "port"], diagnostics);
    let name = shared.name("-ui");
    let labels = Shared::of(shared.labels, "ui");
    let annotations = Node::map::<&str>([]).merged(setting(&["customAnnotations"]));
    let annotations_of = |part| annotations.merged(setting(&[part, "annotations"]));
    Node::map([
        ("labels", labels.merged(setting(&["customLabels"]))),
        ("pod_labels", labels.merged(setting(&["podLabels"]))),
        ("selector", Shared::of(shared.selector, "ui")),
        ("service_annotations", annotations_of("service")),
        ("ingress_annotations", annotations_of("ingress")),
        (
            "ingress",
            ingress(setting(&["ingress"]), &name, input.capabilities),
        ),
        ("image", image(values, &["webui", "image"], diagnostics)),
        (
            "init_image",
            image(values, &["webui", "initContainer", "image"], diagnostics),
        ),
        ("arguments", arguments(input, shared, diagnostics)),
        ("credentials", credentials(values)),
        ("annotations", annotations),
        ("own_labels", labels),
        ("name", name),
    ])
}

/// The arguments of the UI.
fn arguments(input: &Derivation<'_>, shared: &Shared<'_>, diagnostics: &mut Diagnostics) -> Node {
    let setting = |key| {
        let value = input.values.at(&["webui", key]);
        value.filter(|value| value.is_true())
    };
    let redis = redis::Address::new(input, shared, diagnostics);
    let mut arguments = vec![Node::constant("-r"), redis.text()];
    for (flag, key) in [("-t", "ttl"), ("-l", "loglevel")] {
        arguments.extend(setting(key).map(|_| Node::constant(flag)));
        arguments.extend(setting(key).map(text));
    }
    for (flag, key) in [("-x", "allowcors"), ("-d", "disableauth")] {
        arguments.extend(setting(key).map(|switch| Node::text(flag, switch.origin.clone())));
    }
    Node::list(arguments)
}

/// What the UI's Secret holds: who may log in, and the password of Redis.
fn credentials(values: &Node) -> Node {
    let secrets: [(_, &[&str]); 2] = [
        ("FALCOSIDEKICK_UI_USER", &["webui", "user"]),
        (
            "FALCOSIDEKICK_UI_REDIS_PASSWORD",
            &["webui", "redis", "password"],
        ),
    ];
    let given = secrets.into_iter().filter_map(|(variable, path)| {
        let secret = values.at(path).filter(|secret| secret.is_true())?;
        Some((variable, base64([secret])))
    });
    Node::map(given)
}
