//! Ports of the Service and of the container (chart file templates/_helpers.tpl).
//!
//! The chart writes every setting of a port into both objects; here each gets those that it has.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::yaml::Node;

/// The settings of a port of a Service.
const OF_SERVICE: [&str; 5] = ["port", "targetPort", "protocol", "nodePort", "appProtocol"];

/// The settings of a port of a container, besides its number.
const OF_CONTAINER: [&str; 3] = ["protocol", "hostPort", "hostIP"];

/// The ports of the Service, in the order of their names; null if there are none.
pub fn service(values: &Node) -> Node {
    ports(values, |key| OF_SERVICE.contains(&key).then_some(key))
}

/// The ports of the container, in the order of their names; null if there are none, or no Service.
pub fn container(values: &Node) -> Node {
    ports(values, |key| match key {
        "port" => Some("containerPort"),
        key => OF_CONTAINER.contains(&key).then_some(key),
    })
}

/// The ports, each with its name and those of its settings to which `renamed` gives a name.
fn ports(values: &Node, renamed: impl Fn(&str) -> Option<&str>) -> Node {
    let create = values.at(&["service", "create"]);
    let ports = values.at(&["service", "ports"]).and_then(Node::as_map);
    let Some(ports) = ports.filter(|_| create.is_some_and(Node::is_true)) else {
        return Node::null();
    };
    let sorted: BTreeMap<_, _> = ports.iter().collect();
    let ports: Vec<Node> = sorted
        .into_iter()
        .map(|(name, port)| {
            let name = Node::text(Arc::clone(name), port.key.clone());
            let settings = port.value.as_map().into_iter().flatten();
            let settings =
                settings.filter_map(|(key, setting)| Some((renamed(key)?, setting.value.clone())));
            Node::map([("name", name)].into_iter().chain(settings))
        })
        .collect();
    if ports.is_empty() {
        return Node::null();
    }
    Node::list(ports)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::k8s_metacollector::tests::values;
    use crate::yaml::write;

    const PORTS: &str = "service: {ports: {metrics: {nodePort: 30000, hostPort: 80}, a: {port: 1}, \
                         health-probe: null, broker-grpc: null}}";

    #[test]
    fn ports_come_in_the_order_of_their_names_with_what_their_object_has() {
        assert_eq!(
            write(&service(&values(PORTS))),
            "- name: a\n  port: 1\n\
             - name: metrics\n  port: 8080\n  targetPort: metrics\n  protocol: TCP\n  nodePort: 30000\n"
        );
        assert_eq!(
            write(&container(&values(PORTS))),
            "- name: a\n  containerPort: 1\n\
             - name: metrics\n  containerPort: 8080\n  protocol: TCP\n  hostPort: 80\n"
        );
    }

    #[test]
    fn without_a_service_there_are_no_ports() {
        assert!(container(&values("service: {create: false}")).is_null());
        assert!(container(&values("service: {ports: null}")).is_null());
    }
}
