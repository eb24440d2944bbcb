//! How many values files a second one process renders: `cargo bench --bench many`.
//!
//! Each of a thousand releases has a values file of its own: another image, other labels, rules and outputs. They are
//! read, validated, rendered and written one after the other, as a program that uses the library would.

#![allow(clippy::unwrap_used, reason = "a benchmark may fail")]
#![allow(clippy::print_stdout, reason = "the result is for a person")]

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use falcogen::Request;
use falcogen::capabilities::Capabilities;
use falcogen::charts::falco::CHART;
use falcogen::diagnostic::Diagnostics;
use falcogen::manifest::{Form, write};
use falcogen::release::Release;
use falcogen::rules::folders::RulesFolders;
use falcogen::source::Sources;
use falcogen::values::inputs::Inputs;

const FILES: usize = 1000;

/// The values file of one release.
fn values(number: usize) -> String {
    format!(
        "image: {{tag: 0.44.{number}}}\n\
         podLabels: {{cluster: c{number}}}\n\
         driver: {{kind: modern_ebpf}}\n\
         falco: {{json_output: true, priority: notice}}\n\
         customRules:\n  rules-{number}.yaml: |\n    - list: hosts_{number}\n      items: [a, b]\n\
         metrics: {{enabled: true}}\n"
    )
}

/// Renders a values file, and gives the size of the manifests.
fn render(path: &str) -> usize {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let request = Request {
        chart: &CHART,
        inputs: Inputs {
            files: vec![path.to_owned()],
            ..Inputs::default()
        },
        release: Release::new("falco", "falco", false, &mut sources, &mut diagnostics),
        capabilities: Capabilities::default(),
        base_rules: None,
        rules_folders: RulesFolders::default(),
    };
    let rendering = falcogen::render(&request, &mut sources, &mut diagnostics).unwrap();
    assert!(!diagnostics.has_errors());
    write(&rendering.objects, Form::Yaml).len()
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<String> = (0..FILES)
        .map(|number| {
            let path = folder.path().join(format!("{number}.yaml"));
            fs::write(&path, values(number)).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let start = Instant::now();
    let bytes: usize = paths.iter().map(|path| black_box(render(path))).sum();
    let seconds = start.elapsed().as_secs_f64();
    #[allow(clippy::cast_precision_loss, reason = "a thousand is exact")]
    let rate = FILES as f64 / seconds;
    println!("{FILES} values files in {seconds:.3} s: {rate:.0} a second, {bytes} bytes");
}
