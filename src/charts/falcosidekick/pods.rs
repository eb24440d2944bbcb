//! The pods of Falcosidekick, and the account under which they run (chart files templates/deployment.yaml and
//! rbac.yaml).

use crate::charts::text::{digest, join, text};
use crate::checks::values::missing_value;
use crate::diagnostic::Diagnostics;
use crate::values::needed;
use crate::yaml::{Node, Path};

/// The value at a path, if it is set.
fn given<'a>(values: &'a Node, path: &[&str]) -> Option<&'a Node> {
    values.at(path).filter(|value| value.is_true())
}

/// The image that a section describes: `REGISTRY/REPOSITORY:TAG`. Without a tag the chart renders a name that no
/// runtime takes, which is a warning.
pub fn image(values: &Node, section: &[&str], diagnostics: &mut Diagnostics) -> Node {
    let path = |key| [section, &[key]].concat();
    let mut part = |key| text(needed(values, &path(key), diagnostics));
    let (registry, repository) = (part("registry"), part("repository"));
    let path = Path::keys(path("tag"));
    let null = Node::null();
    let tag = path.find(values).unwrap_or(&null);
    if !tag.is_true() {
        let help = "write the version, or take it out to get the chart's own";
        diagnostics.push(missing_value::empty_image_part(&path, tag, help));
    }
    let tag = text(tag);
    let (slash, colon) = (Node::constant("/"), Node::constant(":"));
    join([&registry, &slash, &repository, &colon, &tag])
}

/// The identity of AAD Pod Identity that the pods take on: `client` and `resource`; null if there is none.
pub fn identity(values: &Node) -> Node {
    let azure = |key| given(values, &["config", "azure", key]);
    let (Some(client), Some(name)) = (azure("podIdentityClientID"), azure("podIdentityName"))
    else {
        return Node::null();
    };
    let part = |key| azure(key).map_or_else(Node::null, text);
    let resource = join([
        &Node::constant("/subscriptions/"),
        &part("subscriptionID"),
        &Node::constant("/resourcegroups/"),
        &part("resourceGroupName"),
        &Node::constant("/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"),
        name,
    ]);
    Node::map([("client", client.clone()), ("resource", resource)])
}

/// The labels of the pods: those of the objects, what an identity of Azure needs, and the user's.
pub fn labels(values: &Node, own: &Node, fullname: &Node) -> Node {
    let mut labels = own.clone();
    if !identity(values).is_null() {
        labels = labels.with(&["aadpodidbinding"], fullname.clone());
    }
    if let Some(client) = workload_identity(values) {
        let yes = Node::text("true", client.origin.clone());
        labels = labels.with(&["azure.workload.identity/use"], yes);
    }
    labels.merged(values.get("podLabels"))
}

/// The annotations of the pods: a digest of the Secret, so that a change of it replaces them, and the user's own.
pub fn annotations(values: &Node, secret: &Node) -> Node {
    let digest = Node::constant(digest(secret));
    Node::map([("checksum/config", digest)]).merged(values.get("podAnnotations"))
}

fn workload_identity(values: &Node) -> Option<&Node> {
    given(values, &["config", "azure", "workloadIdentityClientID"])
}

/// What the templates see of the account: `annotations` and `labels`. It has labels, and the annotations of all
/// objects, only if a role of AWS is bound to it.
pub fn account(values: &Node, labels: &Node) -> Node {
    let mut annotations = Node::map::<&str>([]);
    if let Some(client) = workload_identity(values) {
        let key = "azure.workload.identity/client-id";
        annotations = annotations.with(&[key], text(client));
    }
    let role = given(values, &["config", "aws", "useirsa"])
        .and_then(|_| given(values, &["config", "aws", "rolearn"]));
    if let Some(role) = role {
        annotations = annotations
            .merged(values.get("customAnnotations"))
            .with(&["eks.amazonaws.com/role-arn"], text(role));
    }
    let labels = match role {
        Some(_) => labels.clone(),
        None => Node::null(),
    };
    Node::map([("annotations", annotations), ("labels", labels)])
}
