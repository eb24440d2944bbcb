//! Something that an engine does not know which the file says is enough.

use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::condition::{FieldFault, Problem, ProblemKind, Scope, check, check_output, words_since};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Item, ItemKind, Severity};
use crate::rules::advice::{MOST_SAID, View};
use crate::rules::compile::Body;
use crate::rules::read::{DEFAULT_SOURCE, Version};
use crate::rules::text::Text;
use crate::source::SourceId;

/// Something that an engine does not know which the file says is enough.
pub const CODE: Code = Code {
    name: "rule-newer-than-required",
    severity: Severity::Warning,
    page: include_str!("rule_newer_than_required.md"),
};

/// The first version that knows all transformers.
const NEWEST_TRANSFORMER: u32 = 61;

/// Reports fields, operators and the like that came later than the `required_engine_version` of their file.
pub fn look(view: &View, diagnostics: &mut Diagnostics) {
    let required = required(view);
    let versions: BTreeSet<u32> = required.values().copied().collect();
    for version in versions {
        let mut older = Older {
            view: *view,
            required: &required,
            version,
            has_newer_fields: view.environment.fields.since() > version,
            diagnostics,
        };
        older.look();
    }
}

/// The versions of the engine that the user's own files require, where they are older than the one that is asked for.
fn required(view: &View) -> HashMap<SourceId, u32> {
    let own = view
        .loaded
        .files
        .iter()
        .filter(|(file, _)| !file.is_background);
    let required = own.filter_map(|(file, _)| {
        let version = stated(&view.sources.get(file.source).text)?;
        (version < view.environment.engine.minor).then_some((file.source, version))
    });
    required.collect()
}

/// The minor version that a text requires. It stands in an item of its own, and thus in a line.
fn stated(text: &str) -> Option<u32> {
    let stated = text.lines().filter_map(|line| {
        let version = line
            .trim_start_matches(['-', ' '])
            .strip_prefix("required_engine_version:")?;
        let version = version
            .split('#')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_matches(['"', '\'']);
        let minor = version.parse().ok();
        minor.or_else(|| Version::parse(version).map(|version| version.minor))
    });
    stated.max()
}

/// The rules as an older engine reads them.
struct Older<'v, 'd> {
    view: View<'v>,
    required: &'v HashMap<SourceId, u32>,
    version: u32,
    has_newer_fields: bool,
    diagnostics: &'d mut Diagnostics,
}

impl<'v> Older<'v, '_> {
    fn look(&mut self) {
        let view = self.view;
        for rule in view.rules() {
            let item = rule.definition.item(ItemKind::Rule);
            let scope = self.scope(&rule.source);
            if let Some(body) = view.body(rule).filter(|body| self.may_be_newer(body)) {
                let problems = check(&body.expression, body.text.as_str(), &scope);
                self.say(&problems, &body.text, &item);
            }
            // An output with a transformer has a parenthesis.
            let output = rule.output.as_str();
            if self.has_newer_fields || output.contains('(') && self.version < NEWEST_TRANSFORMER {
                let output = check_output(output, &scope);
                self.say(&output.problems, &rule.output, &item);
            }
        }
        for macro_ in view.macros() {
            if let Some(body) = view
                .macro_body(macro_)
                .filter(|body| self.may_be_newer(body))
            {
                let scope = self.scope(DEFAULT_SOURCE);
                let problems = check(&body.expression, body.text.as_str(), &scope);
                self.say(
                    &problems,
                    &body.text,
                    &macro_.definition.item(ItemKind::Macro),
                );
            }
        }
    }

    /// Whether there may be something in a condition that the version does not know. Most rules need no closer look.
    fn may_be_newer(&self, body: &Body) -> bool {
        self.has_newer_fields || words_since(&body.expression) > self.version
    }

    fn scope<'s>(&self, source: &'s str) -> Scope<'s>
    where
        'v: 's,
    {
        Scope::new(&self.view.environment.fields, source, self.version)
    }

    /// Reports what came later, where it is in a file that requires this version.
    fn say(&mut self, problems: &[Problem], text: &Text, item: &Item) {
        let later = problems
            .iter()
            .filter_map(|problem| Some((problem, later(&problem.kind)?)));
        for (problem, (name, since)) in later.take(MOST_SAID) {
            let place = self.view.place(text, problem.span);
            let place =
                place.filter(|place| self.required.get(&place.source) == Some(&self.version));
            let Some(place) = place else { continue };
            let message = format!(
                "`{name}` came with engine 0.{since}.0, and the file requires 0.{}.0",
                self.version
            );
            let said = Diagnostic::new(&CODE, message)
                .at(place)
                .help(format!("write `required_engine_version: 0.{since}.0`"));
            self.diagnostics.push_once(said.item(item.clone()));
        }
    }
}

/// What a problem says is known since which minor version only.
fn later(problem: &ProblemKind) -> Option<(&str, u32)> {
    match problem {
        ProblemKind::Later { word, since } => Some((word, *since)),
        ProblemKind::Field {
            name,
            fault: FieldFault::Later(since),
        } => Some((name, *since)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::said;

    #[test]
    fn what_came_later_than_the_required_engine_is_mentioned() {
        let rules = |version| {
            said(&format!(
                "- required_engine_version: {version}\n- rule: r\n  desc: d\n  \
                 condition: evt.type = kill and fd.name regex \"/etc/[a-z]+\" and proc.pgid = 1\n  \
                 output: '%proc.pgid.name'\n  priority: info\n"
            ))
        };
        let said = rules("0.31.0");
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(
            said[0].ends_with("`regex` came with engine 0.42.0, and the file requires 0.31.0"),
            "{said:?}"
        );
        assert!(rules("0.44.0").is_empty());
    }

    #[test]
    fn a_version_is_stated_in_full_or_by_its_middle_number() {
        assert_eq!(
            stated("- rule: a\n- required_engine_version: 13 # old\n"),
            Some(13)
        );
        assert_eq!(stated("-   required_engine_version: 0.31.0\n"), Some(31));
        assert_eq!(stated("# required_engine_version: 9\n- rule: a\n"), None);
    }
}
