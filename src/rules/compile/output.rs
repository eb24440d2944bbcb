//! The outputs of rules.

use super::{Compiling, findings};
use crate::checks::rules::rule_deprecated;
use crate::condition::{Problem, Scope, check_output};
use crate::diagnostic::{Diagnostic, Item};
use crate::rules::text::Text;

/// What Falco no longer fills in, and takes out of outputs (Falco 0.44, `rule_loader_compiler.cpp`).
const CONTAINER_INFO: &str = "%container.info";

/// What is wrong with an output.
#[derive(Default)]
pub(super) struct OutputFindings {
    /// What is wrong, with whether it is unknown to this Falco.
    pub problems: Vec<(Diagnostic, bool)>,
}

impl Compiling<'_> {
    /// Looks at an output.
    pub(super) fn output(&mut self, output: &Text, scope: &Scope, item: &Item) -> OutputFindings {
        let mut text = output.clone();
        let deprecated: Vec<usize> = text
            .as_str()
            .match_indices(CONTAINER_INFO)
            .map(|(at, _)| at)
            .collect();
        for at in deprecated.iter().rev() {
            let range = *at..at + CONTAINER_INFO.len();
            if let Some(place) = text.place(range.clone(), self.locator) {
                self.say(rule_deprecated::container_info(place), item);
            }
            text = text.without(range);
        }
        let output = check_output(text.as_str(), scope);
        let known = |problem: &&Problem| !self.may_be_of_plugin(problem);
        let problems = output.problems.iter().filter(known).filter_map(|problem| {
            let diagnostic = findings::diagnostic(problem, &text, scope, self.locator)?;
            let diagnostic = if problem.is_error() {
                diagnostic.falco("LOAD_ERR_COMPILE_OUTPUT")
            } else {
                diagnostic
            };
            Some((diagnostic, problem.is_unknown_filter()))
        });
        OutputFindings {
            problems: problems.collect(),
        }
    }
}
