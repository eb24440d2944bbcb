//! Where a field of an object comes from: the values that made it, and the template.

mod trace;

use std::fmt::Write as _;

use crate::charts::Chart;
use crate::manifest::Object;
use crate::render::Rendering;
use crate::report::masked;
use crate::source::Sources;
use crate::yaml::{Kind, Node, Path, Step, read_shape, step_into, write};
use trace::{Line, Trace, origin_of};

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub enum WhyError {
    /// There is no such object.
    #[error("there is no object `{asked}`; there are: {}", .given.join(", "))]
    NoObject {
        /// What was asked for.
        asked: String,
        /// The objects that there are.
        given: Vec<String>,
    },
    /// There is no such field.
    #[error("`{object}` has no `{path}`; `{parent}` has: {}", .given.join(", "))]
    NoField {
        /// The object.
        object: String,
        /// The path that was asked for.
        path: String,
        /// As far as the path leads.
        parent: String,
        /// What there is.
        given: Vec<String>,
    },
}

/// Answers where a field comes from.
///
/// # Errors
/// If the rendering has no such object, or the object no such field.
pub fn why(
    object: &str,
    path: &Path,
    rendering: &Rendering,
    chart: &Chart,
    sources: &Sources,
) -> Result<String, WhyError> {
    let found = find_object(object, &rendering.objects)?;
    let node = walk(object, path, &found.node)?;
    let template = template_line(path, &found.node, sources);
    let trace = Trace {
        values: &rendering.values,
        defaults: chart.default_nodes(None),
        schema: serde_json::from_str(chart.schema_text).unwrap_or_default(),
        sources,
    };
    let origins = trace.lines(&origin_of(node));
    let secret = found.kind() == "Secret" || origins.iter().any(|line| line.secret);
    let shown = if secret { hidden(node) } else { shown(node) };
    let names = origins.iter().filter_map(|line| line.name.as_deref());
    let shown = names
        .chain(last_key(path))
        .chain(variable(path, &found.node))
        .fold(shown, |shown, name| masked(name, &shown));
    let mut answer = format!("{object} {path} = {shown}\n\n");
    let width = origins
        .iter()
        .map(|line| line.place.chars().count())
        .max()
        .unwrap_or_default();
    for Line {
        role,
        place,
        detail,
        ..
    } in &origins
    {
        let line = format!("  {role:<10}  {place:<width$}  {detail}");
        let _ = writeln!(answer, "{}", line.trim_end());
    }
    if let Some(template) = template {
        let _ = writeln!(answer, "  {:<10}  {template}", "template");
    }
    Ok(answer)
}

fn find_object<'a>(asked: &str, objects: &'a [Object]) -> Result<&'a Object, WhyError> {
    let name = |object: &Object| format!("{}/{}", object.kind(), object.name());
    objects
        .iter()
        .find(|object| name(object).eq_ignore_ascii_case(asked))
        .ok_or_else(|| WhyError::NoObject {
            asked: asked.to_owned(),
            given: objects.iter().map(name).collect(),
        })
}

/// The node at the end of the path.
fn walk<'a>(object: &str, path: &Path, root: &'a Node) -> Result<&'a Node, WhyError> {
    let mut node = root;
    for (at, step) in path.0.iter().enumerate() {
        node = step_into(node, step).ok_or_else(|| WhyError::NoField {
            object: object.to_owned(),
            path: path.to_string(),
            parent: if at == 0 {
                object.to_owned()
            } else {
                Path(path.0[..at].to_vec()).to_string()
            },
            given: steps_of(node),
        })?;
    }
    Ok(node)
}

/// The path with the items of lists counted where it names them.
fn counted(path: &Path, root: &Node) -> Path {
    let mut node = Some(root);
    let steps = path.0.iter().map(|step| {
        let next = node.and_then(|node| step_into(node, step));
        let items = node.and_then(Node::as_list).unwrap_or_default();
        let index = next.and_then(|next| items.iter().position(|item| std::ptr::eq(item, next)));
        node = next;
        index.map_or_else(|| step.clone(), Step::Index)
    });
    Path(steps.collect())
}

/// The line of the template that makes the node at the end of the path, or what it is a part of: the text that the
/// template made is read once more, and walked down as far as it goes.
fn template_line(path: &Path, root: &Node, sources: &Sources) -> Option<String> {
    let span = root.origin.span()?;
    let source = sources.get(span.source);
    let shape = read_shape(&source.text, span.source);
    let document = shape
        .iter()
        .find(|document| document.origin.span() == Some(span))?;
    let mut node = document;
    let mut place = span;
    for step in &counted(path, root).0 {
        let key = match (node.as_map(), step) {
            (Some(map), Step::Key(key)) => map.get(&**key).and_then(|entry| entry.key.span()),
            _ => None,
        };
        let Some(next) = step_into(node, step) else {
            break;
        };
        place = key.or_else(|| next.origin.span()).unwrap_or(place);
        node = next;
    }
    let (file, line) = source.template_line(place.start as usize)?;
    Some(format!("{file}:{line}"))
}

/// The name of the environment variable whose value is at the end of the path.
fn variable<'a>(path: &Path, root: &'a Node) -> Option<&'a str> {
    let (_, above) = path
        .0
        .split_last()
        .filter(|_| last_key(path) == Some("value"))?;
    let variable = above.iter().try_fold(root, step_into)?;
    variable.get("name")?.as_text()
}

/// How many names are listed at most.
const LISTED: usize = 40;

/// The steps that lead on from a node, the first of them if they are many.
fn steps_of(node: &Node) -> Vec<String> {
    let mut steps: Vec<String> = match &node.kind {
        Kind::Map(map) => map.keys().map(ToString::to_string).collect(),
        Kind::List(items) => (0..items.len()).map(|index| format!("[{index}]")).collect(),
        Kind::Document(inner) => return steps_of(inner),
        _ => vec!["nothing below it".to_owned()],
    };
    if steps.len() > LISTED {
        let more = steps.len() - LISTED;
        steps.truncate(LISTED);
        steps.push(format!("and {more} more"));
    }
    steps
}

/// A value that must not be shown; how many parts it has may be.
fn hidden(node: &Node) -> String {
    match &node.kind {
        Kind::List(_) | Kind::Map(_) | Kind::Document(_) => shown(node),
        _ => "***".to_owned(),
    }
}

fn shown(node: &Node) -> String {
    match &node.kind {
        Kind::List(items) => format!("a list of {}", items.len()),
        Kind::Map(map) => format!("a map of {}", map.len()),
        Kind::Document(_) => "a document".to_owned(),
        _ => write(node).trim_end().to_owned(),
    }
}

/// The last name in a path; of an item of a list that of the list.
fn last_key(path: &Path) -> Option<&str> {
    path.0.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(&**key),
        Step::Index(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::capabilities::Capabilities;
    use crate::charts::stable::CHART;
    use crate::diagnostic::Diagnostics;
    use crate::release::Release;
    use crate::rules::folders::RulesFolders;
    use crate::values::inputs::Inputs;
    use crate::values::set::SetKind;

    /// The answer for values files of these texts and these `--set`, line by line and with single blanks. The files
    /// are called `0.yaml` and so on.
    fn answer(
        files: &[&str],
        set: &[&str],
        object: &str,
        path: &str,
    ) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().unwrap();
        let paths = files.iter().enumerate().map(|(at, text)| {
            let path = folder.path().join(format!("{at}.yaml"));
            std::fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        });
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let request = Request {
            chart: &CHART,
            inputs: Inputs {
                files: paths.collect(),
                assignments: set
                    .iter()
                    .map(|text| (SetKind::Set, (*text).to_owned()))
                    .collect(),
                ..Inputs::default()
            },
            release: Release::new("falco", "default", false, &mut sources, &mut diagnostics),
            capabilities: Capabilities::default(),
            base_rules: None,
            rules_folders: RulesFolders::default(),
        };
        let rendering = crate::render(&request, &mut sources, &mut diagnostics).unwrap();
        let answer = why(object, &path.parse().unwrap(), &rendering, &CHART, &sources);
        let answer = answer.map_err(|error| error.to_string())?;
        let answer = answer.replace(&format!("{}/", folder.path().display()), "");
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(answer
            .lines()
            .map(words)
            .filter(|line| !line.is_empty())
            .collect())
    }

    /// Whether some line of the template holds `text`.
    fn names_line_with(answer: &[String], template: &str, text: &str) -> bool {
        let line = answer.last().unwrap();
        let number = line.strip_prefix(&format!("template templates/stable/{template}.j2:"));
        let number: usize = number.unwrap().parse().unwrap();
        let name = |known: &&crate::engine::Template| known.name == template;
        let template = CHART.templates.iter().find(name).unwrap();
        template
            .text
            .lines()
            .nth(number - 1)
            .unwrap()
            .contains(text)
    }

    #[test]
    fn a_default_is_named_by_its_path() {
        let path = "spec.template.spec.containers.falco.imagePullPolicy";
        let said = answer(&[""], &[], "DaemonSet/falco", path).unwrap();
        assert_eq!(said[0], format!("DaemonSet/falco {path} = IfNotPresent"));
        assert_eq!(said[1], "value default image.pullPolicy");
        assert!(
            names_line_with(&said, "daemonset.yaml", "imagePullPolicy:"),
            "{said:?}"
        );
    }

    #[test]
    fn a_value_of_a_file_has_its_line_and_says_what_it_replaced() {
        let path = "spec.template.spec.priorityClassName";
        let files = ["a: 1\npriorityClassName: low\n", "priorityClassName: high"];
        let said = answer(&files, &[], "daemonset/FALCO", path).unwrap();
        assert_eq!(said[1], "value 1.yaml:1:20 priorityClassName");
        assert!(said[2].starts_with("instead of 0.yaml:2:20"), "{said:?}");
        assert!(said[3].starts_with("instead of default"), "{said:?}");
        assert_eq!(said.len(), 5);
    }

    #[test]
    fn an_assignment_is_named_by_its_number() {
        let path = "spec.template.spec.containers[0].env[TZ].value";
        let set = ["docker.enabled=true", "timezone=Europe/Rome"];
        let said = answer(&["timezone: UTC"], &set, "DaemonSet/falco", path).unwrap();
        assert!(
            said[1].starts_with("value --set[2]:1:10 timezone"),
            "{said:?}"
        );
        assert!(said[2].starts_with("instead of 0.yaml:1:11"), "{said:?}");
    }

    #[test]
    fn an_option_inside_of_falco_yaml_is_found() {
        let path = "data[\"falco.yaml\"].webserver.listen_port";
        let files = ["falco:\n  webserver:\n    listenPort: 9000\n"];
        let said = answer(&files, &[], "ConfigMap/falco", path).unwrap();
        assert_eq!(said[0], format!("ConfigMap/falco {path} = 9000"));
        assert_eq!(said[1], "value 0.yaml:3:17 falco.webserver.listenPort");
        assert!(
            names_line_with(&said, "configmap.yaml", "falco.yaml: {{ falco_yaml }}"),
            "{said:?}"
        );
    }

    #[test]
    fn a_setting_that_an_integration_forces_comes_from_its_switch() {
        let files = ["integrations:\n  natsOutput:\n    enabled: true\n"];
        let path = "data[\"falco.yaml\"].file_output.filename";
        let said = answer(&files, &[], "ConfigMap/falco", path).unwrap();
        assert_eq!(said[1], "value 0.yaml:3:14 integrations.natsOutput.enabled");
    }

    #[test]
    fn an_image_comes_from_several_values() {
        let path = "spec.template.spec.containers[falco].image";
        let said = answer(&["image: {tag: edge}"], &[], "DaemonSet/falco", path).unwrap();
        let values = [
            "value default image.registry",
            "value default image.repository",
            "value 0.yaml:1:14 image.tag",
        ];
        assert_eq!(said[1..4], values);
        assert!(said[4].starts_with("instead of default"), "{said:?}");
    }

    #[test]
    fn what_the_template_says_itself_comes_from_the_template() {
        let path = "spec.template.spec.containers.falco.securityContext.privileged";
        let said = answer(&[""], &[], "DaemonSet/falco", path).unwrap();
        assert_eq!(said[0], format!("DaemonSet/falco {path} = true"));
        assert_eq!(said[1], "value the template");
        assert!(
            names_line_with(&said, "daemonset.yaml", "privileged: true"),
            "{said:?}"
        );
    }

    #[test]
    fn a_list_or_map_is_not_printed() {
        let said = answer(
            &[""],
            &[],
            "DaemonSet/falco",
            "spec.template.spec.tolerations",
        )
        .unwrap();
        assert_eq!(
            said[0],
            "DaemonSet/falco spec.template.spec.tolerations = a list of 1"
        );
        assert_eq!(said[1], "value default tolerations");
    }

    #[test]
    fn a_secret_is_masked_wherever_it_goes() {
        let files = [
            "integrations:\n  gcscc: {enabled: true, webhookAuthenticationToken: open-sesame}\n  pubsubOutput: {enabled: true, topic: t, credentialsData: open-sesame, projectID: p}\n",
        ];
        let program = "data[\"falco.yaml\"].program_output.program";
        let said = answer(&files, &[], "ConfigMap/falco", program).unwrap();
        assert_eq!(said[0], format!("ConfigMap/falco {program} = ***"));
        let said = answer(&files, &[], "Secret/falco", "data.gcp-project-id").unwrap();
        assert_eq!(said[0], "Secret/falco data.gcp-project-id = ***");
    }

    #[test]
    fn an_object_that_is_not_there_gets_the_list_of_those_that_are() {
        let said = answer(&[""], &[], "Pod/falco", "spec").unwrap_err();
        assert!(
            said.starts_with("there is no object `Pod/falco`; there are: ServiceAccount/falco, "),
            "{said}"
        );
    }

    #[test]
    fn a_field_that_is_not_there_gets_the_list_of_those_that_are() {
        let said = answer(&[""], &[], "ConfigMap/falco", "metadata.nme").unwrap_err();
        assert_eq!(
            said,
            "`ConfigMap/falco` has no `metadata.nme`; `metadata` has: name, labels"
        );
        let said = answer(&[""], &[], "ConfigMap/falco", "metadata.name.x").unwrap_err();
        assert!(
            said.ends_with("`metadata.name` has: nothing below it"),
            "{said}"
        );
    }
}
