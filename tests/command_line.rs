//! The command line as its users meet it: help, output and exit status of the built program.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support {
    pub mod trial;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use falcogen::diagnostic::Diagnostics;
use falcogen::source::{SourceKind, Sources};
use falcogen::yaml::{self, Limits};
use insta::assert_snapshot;
use serde_json::{Value, json};
use support::trial::{Outcome, Trial};

/// Values that make every kind of object.
const EVERYTHING: &str = "\
fakeEventGenerator: {enabled: true}
podSecurityPolicy: {create: true}
customRules: {mine.yaml: '- {list: mine, items: []}'}
falco: {webserver: {enabled: true, clusterIP: 10.0.0.1}}
integrations: {snsOutput: {enabled: true, aws_default_region: eu-west-1}}
";

fn run(command: &str) -> Outcome {
    Trial::new().run(command)
}

/// The JSON of a YAML document.
fn document(text: &str) -> Value {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let source = sources.add("document", text, SourceKind::File);
    let node = yaml::read(&sources, source, &Limits::default(), &mut diagnostics);
    assert!(!diagnostics.has_errors(), "{text}");
    yaml::to_json(&node.unwrap())
}

/// The JSON of every document of a stream, with comments as they are.
fn documents(stream: &str) -> Vec<Value> {
    let texts = stream.split("---\n").skip(1);
    texts.map(document).collect()
}

mod help {
    use super::*;

    const COMMANDS: [&str; 8] = [
        "render",
        "template",
        "why",
        "rules",
        "rules2helm",
        "helm2rules",
        "show",
        "explain",
    ];

    #[test]
    fn of_the_program_names_its_commands() {
        assert_snapshot!(run("falcogen --help").result());
        assert_eq!(run("falcogen").status, Some(2));
    }

    #[test]
    fn of_each_command_groups_its_flags() {
        for command in COMMANDS {
            assert_snapshot!(command, run(&format!("falcogen {command} --help")).result());
        }
    }

    #[test]
    fn fits_a_terminal() {
        for command in COMMANDS.into_iter().chain([""]) {
            let help = run(&format!("falcogen {command} --help")).result();
            let too_long = help.lines().find(|line| line.chars().count() > 120);
            assert_eq!(too_long, None);
        }
    }

    #[test]
    fn comes_as_completions_and_as_a_manual_page() {
        for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
            let script = run(&format!("falcogen completions {shell}")).result();
            assert!(script.contains("kube-version"), "{shell}");
        }
        let page = run("falcogen man").result();
        assert!(page.contains(".TH falcogen 1"), "{page}");
        for command in COMMANDS {
            let page = run(&format!("falcogen man {command}")).result();
            assert!(
                page.contains(&format!(".TH falcogen-{command} 1")),
                "{page}"
            );
        }
        assert_snapshot!(run("falcogen man renter").usage(), @"error: there is no subcommand `renter`; there are: render, template, why, rules, rules2helm, helm2rules, show, explain, completions, man");
    }

    #[test]
    fn explains_every_code() {
        let list = run("falcogen explain").result();
        for code in falcogen::checks::all() {
            assert!(list.contains(code.name));
            let page = run(&format!("falcogen explain {}", code.name)).result();
            assert_eq!(page, code.page);
        }
    }

    #[test]
    fn explains_a_code_as_a_report_shows_it() {
        let page = run("falcogen explain unknown-value").result();
        for code in ["warning[unknown-value]", "error[unknown-value]:"] {
            assert_eq!(run(&format!("falcogen explain '{code}'")).result(), page);
        }
    }
}

mod template {
    use super::*;

    #[test]
    fn takes_the_arguments_of_helm() {
        for (arguments, name) in [
            ("my-release stable/falco", "my-release-falco"),
            ("my-release ./charts/stable/falco/", "my-release-falco"),
            ("my-release falco-1.0.10.tgz", "my-release-falco"),
            ("stable/falco", "release-name-falco"),
            ("--chart stable", "release-name-falco"),
            ("--chart stable falco", "falco"),
            ("stable/falco --name-template named", "named-falco"),
        ] {
            let only = "-s templates/serviceaccount.yaml";
            let command = format!("falcogen template {arguments} {only}");
            let objects = documents(&run(&command).result());
            assert_eq!(objects[0]["metadata"]["name"], name, "{arguments}");
        }
    }

    #[test]
    fn says_which_charts_there_are() {
        assert_snapshot!(run("falcogen template my-release ./chart").usage(), @"error: there is no chart `./chart`; there is: falco (9.1.0), stable (falco 1.0.10), event-generator (0.4.0), falco-talon (0.3.1), falcosidekick (0.12.1), k8s-metacollector (0.1.11)");
        assert_snapshot!(run("falcogen template my-release stable --chart stable").usage(), @"error: name the chart once: as an argument, or by --chart");
    }

    #[test]
    fn leaves_namespaces_to_whoever_applies_the_objects() {
        let trial = Trial::values(EVERYTHING);
        let command = "falcogen template falco stable/falco -n security -f values.yaml";
        for object in documents(&trial.run(command).result()) {
            assert_eq!(object["metadata"].get("namespace"), None, "{object}");
        }
    }

    #[test]
    fn names_the_template_of_each_object_in_install_order() {
        let trial = Trial::values(EVERYTHING);
        let stream = trial
            .run("falcogen template stable/falco -f values.yaml")
            .result();
        let sources: Vec<&str> = (stream.lines())
            .filter_map(|line| line.strip_prefix("# Source: "))
            .collect();
        let templates = [
            "podsecuritypolicy",
            "serviceaccount",
            "secret",
            "configmap-rules",
            "configmap",
            "clusterrole",
            "clusterrolebinding",
            "auditservice",
            "daemonset",
            "deployment",
            "auditsink",
        ];
        let expected = templates.map(|name| format!("falco/templates/{name}.yaml"));
        assert_eq!(sources, expected);
        assert!(stream.starts_with("---\n# Source: "));
    }

    #[test]
    fn refuses_a_template_that_makes_nothing_in_the_words_of_helm() {
        for template in ["templates/nope.yaml", "templates/secret.yaml", "templates"] {
            let outcome = run(&format!("falcogen template stable/falco -s {template}"));
            let words = format!("could not find template {template} in chart\n");
            let refusal = outcome.refusal();
            assert!(refusal.contains(&words), "{refusal}");
        }
    }

    #[test]
    fn shows_only_the_templates_that_are_asked_for() {
        let trial = Trial::values(EVERYTHING);
        for (patterns, kinds) in [
            ("-s templates/daemonset.yaml", vec!["DaemonSet"]),
            (
                "-s 'templates/config*.yaml'",
                vec!["ConfigMap", "ConfigMap"],
            ),
            ("-s templates/?aemonset.yaml", vec!["DaemonSet"]),
            (
                "-s templates/secret.yaml -s templates/daemonset.yaml",
                vec!["Secret", "DaemonSet"],
            ),
        ] {
            let command = format!("falcogen template stable/falco -f values.yaml {patterns}");
            let objects = documents(&trial.run(&command).result());
            let found: Vec<&str> = objects.iter().filter_map(|o| o["kind"].as_str()).collect();
            assert_eq!(found, kinds, "{patterns}");
        }
    }

    #[test]
    fn writes_the_files_that_helm_writes() {
        let trial = Trial::values(EVERYTHING);
        let command = "falcogen template stable/falco -f values.yaml";
        let stream = trial.run(command).result();
        let wrote = trial.run(&format!("{command} --output-dir out")).result();
        let expected = stream
            .lines()
            .filter_map(|line| line.strip_prefix("# Source: "))
            .map(|source| format!("wrote out/{source}"))
            .collect::<BTreeSet<_>>();
        assert_eq!(
            wrote.lines().map(str::to_owned).collect::<BTreeSet<_>>(),
            expected
        );
        let files = fs::read_dir(trial.path("out/falco/templates")).unwrap();
        assert_eq!(files.count(), expected.len());
        let file = trial.read("out/falco/templates/daemonset.yaml");
        assert!(file.starts_with("---\n# Source: falco/templates/daemonset.yaml\n"));
        assert!(stream.contains(&file));
    }
}

mod render {
    use super::*;

    #[test]
    fn puts_every_object_that_can_have_one_into_the_namespace() {
        let trial = Trial::values(EVERYTHING);
        let command = "falcogen render --chart stable -n security -f values.yaml";
        let objects = documents(&trial.run(command).result());
        assert_eq!(objects.len(), 11);
        for object in objects {
            let kind = object["kind"].as_str().unwrap();
            let of_cluster = kind.starts_with("ClusterRole")
                || ["PodSecurityPolicy", "AuditSink"].contains(&kind);
            let namespace = (!of_cluster).then_some("security");
            assert_eq!(
                object["metadata"]["namespace"].as_str(),
                namespace,
                "{kind}"
            );
            assert_eq!(object["metadata"]["annotations"].get("helm.sh/hook"), None);
        }
    }

    #[test]
    fn prints_the_same_objects_as_one_json_list() {
        let trial = Trial::values(EVERYTHING);
        let command = "falcogen render --chart stable -f values.yaml";
        let list = trial.run(&format!("{command} -o json")).result();
        let items = documents(&trial.run(command).result());
        let expected = json!({"apiVersion": "v1", "kind": "List", "items": items});
        assert_eq!(serde_json::from_str::<Value>(&list).unwrap(), expected);
    }

    #[test]
    fn prints_the_same_bytes_for_the_same_input() {
        let trial = Trial::values(EVERYTHING);
        let command = "falcogen render --chart stable -f values.yaml";
        let first = trial.run(command).result();
        for _ in 0..5 {
            assert_eq!(trial.run(command).result(), first);
        }
    }

    #[test]
    fn makes_warnings_errors_if_it_is_strict() {
        let trial = Trial::values("unknown: 1\n");
        let command = "falcogen render --chart stable -f values.yaml";
        let lenient = trial.run(command);
        assert!(lenient.stderr.starts_with("warning[unknown-value]: "));
        assert!(!lenient.result().is_empty());
        let strict = trial.run(&format!("{command} --strict")).refusal();
        assert!(strict.starts_with("error[unknown-value]: "));
    }

    #[test]
    fn reports_in_every_format_without_touching_the_result() {
        let trial = Trial::values("unknown: 1\n");
        let command = "falcogen render --chart stable -f values.yaml --diagnostics";
        let plain = run("falcogen render --chart stable").result();
        for format in ["human", "json", "sarif", "github", "gitlab", "junit"] {
            let outcome = trial.run(&format!("{command} {format}"));
            assert!(outcome.stderr.contains("unknown-value"), "{format}");
            assert_eq!(outcome.result(), plain, "{format}");
        }
    }
}

mod values {
    use super::*;

    /// The tag of Falco's image in what the flags render.
    #[track_caller]
    fn tag(trial: &Trial, flags: &str) -> String {
        let only = "-s templates/daemonset.yaml";
        let command = format!("falcogen render --chart stable {only} {flags}");
        let objects = documents(&trial.run(&command).result());
        let image = &objects[0]["spec"]["template"]["spec"]["containers"][0]["image"];
        image
            .as_str()
            .unwrap()
            .rsplit(':')
            .next()
            .unwrap()
            .to_owned()
    }

    #[test]
    fn come_from_files_in_order_and_from_standard_input() {
        let trial = Trial::new()
            .file("one.yaml", "image: {tag: one, registry: r}")
            .file("two.yaml", "image: {tag: two}")
            .file("a,b.yaml", "image: {tag: comma}");
        for (flags, expected) in [
            ("-f one.yaml -f two.yaml", "two"),
            ("-f two.yaml,one.yaml", "one"),
            ("-f one.yaml -f - <two.yaml", "two"),
            ("-f -,one.yaml <two.yaml", "one"),
            ("--values=one.yaml", "one"),
            ("-f '\"a,b.yaml\"'", "comma"),
        ] {
            assert_eq!(tag(&trial, flags), expected, "{flags}");
        }
    }

    #[test]
    fn of_a_later_kind_of_flag_win_whatever_the_order_of_the_flags() {
        let trial = Trial::new()
            .file("values.yaml", "image: {tag: file-of-values}")
            .file("tag", "file");
        let flags = [
            ("-f values.yaml", "file-of-values"),
            ("--set-json 'image={\"tag\":\"json\"}'", "json"),
            ("--set image.tag=set", "set"),
            ("--set-string image.tag=string", "string"),
            ("--set-file image.tag=tag", "file"),
            ("--set-literal image.tag=a,b", "a,b"),
        ];
        for (at, (weaker, _)) in flags.iter().enumerate() {
            for (stronger, wins) in &flags[at + 1..] {
                assert_eq!(tag(&trial, &format!("{weaker} {stronger}")), *wins);
                assert_eq!(tag(&trial, &format!("{stronger} {weaker}")), *wins);
            }
        }
    }

    #[test]
    fn at_the_top_that_only_hold_anchors_are_no_unknown_ones() {
        let values = "x-tag: &tag held\nimage: {tag: *tag}\n";
        let trial = Trial::values(values);
        assert_eq!(tag(&trial, "--strict -f values.yaml"), "held");
    }

    #[test]
    fn in_json_have_places_of_their_own() {
        let command = "falcogen why --chart stable --set-json 'tolerations=[{\"key\":\"j\",\"effect\":\"NoExecute\"}]' DaemonSet/falco 'spec.template.spec.tolerations[0].effect'";
        assert_snapshot!(run(command).result(), @"
        DaemonSet/falco spec.template.spec.tolerations[0].effect = NoExecute

          value       --set-json[1]:1:34  tolerations[0].effect
          template    templates/stable/daemonset.yaml.j2:32
        ");
    }

    #[test]
    fn that_are_shown_change_nothing_if_they_are_given_back() {
        let command = "falcogen show values stable | falcogen render --chart stable --strict -f -";
        let rendered = run(command);
        assert_eq!(rendered.stderr, "");
        assert_eq!(
            rendered.result(),
            run("falcogen render --chart stable").result()
        );
    }

    #[test]
    fn that_are_shown_follow_the_schema_that_is_shown() {
        let schema = run("falcogen show schema stable").result();
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let values = document(&run("falcogen show values --chart stable").result());
        let validator = jsonschema::draft7::new(&schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&values)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, [""; 0]);
        assert!(!validator.is_valid(&json!({"jsonOutput": 1})));
    }

    #[test]
    fn of_the_examples_are_rendered_without_a_word() {
        let project = env!("CARGO_MANIFEST_DIR");
        let inside = |folder: PathBuf| {
            fs::read_dir(folder)
                .unwrap()
                .map(|file| file.unwrap().path())
        };
        let folders = inside(format!("{project}/examples").into()).filter(|path| path.is_dir());
        for path in folders.flat_map(inside) {
            // Shown in the README for what is wrong with it.
            if path.ends_with("slack-elasticsearch.yaml") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let mut commands = text
                .lines()
                .filter_map(|line| line.strip_prefix("#   cargo run --release -- "));
            let command = commands.next().unwrap();
            let command = command.replace(" examples/", &format!(" {project}/examples/"));
            let is_list = command.starts_with("rules list");
            let strict = if is_list { "" } else { " --strict" };
            let outcome = run(&format!("falcogen {command}{strict}"));
            let mut said = outcome.stderr.lines().filter(|line| line.contains('['));
            // Examples may build on the rules that Falco maintains.
            let other = said.find(|line| !line.starts_with("warning[rule-not-given]"));
            assert_eq!(other, None, "{}", path.display());
            outcome.result();
        }
    }
}
