//! What is said here of rules files.

use falcogen::condition::Fields;
use falcogen::diagnostic::{Diagnostic, Diagnostics};
use falcogen::rules::environment::{LATEST_ENGINE, builtin_plugins, event_sources};
use falcogen::rules::{self, Environment, Plugin, RulesFile, advice};
use falcogen::source::{SourceKind, Sources};

use super::corpus::Verdict;

/// What is said of a rules file.
pub struct Judged {
    /// Whether it loads.
    pub loads: bool,
    /// What is wrong.
    pub said: Vec<Found>,
}

/// A diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Its code.
    pub code: &'static str,
    /// Falco's code for it.
    pub falco_code: Option<&'static str>,
    /// The kind and name of its item.
    pub item: Option<(String, String)>,
    /// What it says.
    pub message: String,
    /// Its line; nothing if it lies in another file.
    pub line: Option<usize>,
}

/// What a verdict's rules file is found to be.
pub fn judge(verdict: &Verdict) -> Judged {
    let mut judged = judge_files(
        &verdict.after,
        &[&verdict.text],
        &environment(&verdict.plugins),
    );
    judged.pop().unwrap()
}

/// What is said of each of several rules files, loaded one after the other, behind those of `after`. What is said of all
/// together is said of the last.
pub fn judge_files(
    after: &[impl AsRef<str>],
    texts: &[&str],
    environment: &Environment,
) -> Vec<Judged> {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let mut file = |text: &str, is_background| RulesFile {
        source: sources.add("rules.yaml", text, SourceKind::File),
        is_background,
    };
    let before = after
        .iter()
        .map(|text| file(text.as_ref(), true))
        .collect::<Vec<_>>();
    let own = texts
        .iter()
        .map(|text| file(text, false))
        .collect::<Vec<_>>();
    let files = [before, own.clone()].concat();
    let loaded = rules::load(&files, environment, &sources, &mut diagnostics);
    advice::give(&loaded, environment, &sources, &mut diagnostics);
    let mut judged: Vec<Judged> = (loaded.files.iter())
        .filter(|(file, _)| !file.is_background)
        .map(|(_, loads)| Judged {
            loads: *loads,
            said: Vec::new(),
        })
        .collect();
    for diagnostic in diagnostics.into_list() {
        let place = diagnostic.primary.as_ref().map(|label| label.span);
        let at = place.and_then(|place| own.iter().position(|file| file.source == place.source));
        let line = at.and(place).map(|place| sources.position(place).line);
        let at = at.unwrap_or(own.len() - 1);
        judged[at].said.push(found(&diagnostic, line));
    }
    judged
}

fn found(diagnostic: &Diagnostic, line: Option<usize>) -> Found {
    let item = diagnostic.item.as_ref();
    Found {
        code: diagnostic.code.name,
        falco_code: diagnostic.falco_code,
        item: item.map(|item| (item.kind.name().to_owned(), item.name.to_string())),
        message: diagnostic.message.clone(),
        line,
    }
}

/// The Falco that made the verdicts, with these plugins.
pub fn environment(plugins: &[Plugin]) -> Environment {
    environment_with(Fields::falco().clone(), plugins)
}

fn environment_with(fields: Fields, plugins: &[Plugin]) -> Environment {
    Environment {
        engine: LATEST_ENGINE,
        event_sources: event_sources(&fields),
        fields,
        plugins: plugins.to_vec(),
        is_complete: true,
        maintained_files: None,
        has_unknown_plugins: false,
    }
}

/// Fields that the warned conditions name and no plugin has.
const OTHER_FIELDS: &str = "\
group others *
ka.field CHARBUF
jevt.field CHARBUF
some.field CHARBUF
";

/// Falco's codes for what is wrong with a condition though it can be compiled.
pub fn warnings_of_condition(condition: &str) -> Vec<String> {
    let mut fields = Fields::falco().clone();
    fields.extend(OTHER_FIELDS).unwrap();
    let text = format!(
        "- rule: r\n  desc: d\n  condition: '{condition}'\n  output: '%evt.num'\n  priority: info\n  warn_evttypes: false\n"
    );
    let environment = environment_with(fields, &builtin_plugins());
    let judged = judge_files(&[""; 0], &[&text], &environment).pop().unwrap();
    let codes = judged.said.into_iter().filter_map(|found| found.falco_code);
    codes.map(str::to_owned).collect()
}
