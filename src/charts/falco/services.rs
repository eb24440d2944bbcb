//! Services (chart files templates/services.yaml and service.yaml).

use std::sync::Arc;

use crate::charts::text::{join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::yaml::{Kind, Node, Path, Step};

/// The Services that the user wants beside Falco: `name` and `spec` of each. Their pods are Falco's, whatever they say.
pub fn services(
    values: &Node,
    fullname: &Node,
    selector: &Node,
    diagnostics: &mut Diagnostics,
) -> Node {
    let services = values.get("services").and_then(Node::as_list);
    let services = services.unwrap_or_default().iter().enumerate();
    Node::list(services.map(|(at, service)| {
        let name = service.get("name").filter(|name| !name.is_null());
        let Some(name) = name else {
            let path = Path::keys(["services"])
                .join(Step::Index(at))
                .join(Step::Key("name".into()));
            diagnostics.push(missing_value::unnamed(&path, service));
            return Node::map([("name", fullname.clone()), ("spec", Node::null())]);
        };
        let name = join([fullname, &Node::constant("-"), &text(name)]);
        Node::map([("name", name), ("spec", spec(service, selector))])
    }))
}

/// What is not the name, with the labels of Falco's pods as selector.
fn spec(service: &Node, selector: &Node) -> Node {
    let mut spec = service.as_map().cloned().unwrap_or_default();
    spec.retain(|key, _| !matches!(&**key, "name" | "selector"));
    let spec = Node::new(Kind::Map(Arc::new(spec)), service.origin.clone());
    spec.with(&["selector"], selector.clone())
}

/// The labels of the metrics Service: the user's, but for the one by which the monitor finds it.
pub fn metrics_labels(values: &Node, common: &Node) -> Node {
    let own = values.at(&["metrics", "service", "labels"]);
    common
        .merged(own)
        .with(&["type"], Node::constant("falco-metrics"))
}
