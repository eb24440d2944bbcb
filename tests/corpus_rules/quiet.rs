//! The checks of our own have nothing to say of the maintained rules.

use falcogen::rules::environment::builtin_plugins;

use super::corpus::{Corpus, MAINTAINED};
use super::load::{Judged, environment, judge_files};

/// What is said that Falco does not say.
fn own(judged: &[Judged]) -> Vec<String> {
    let said = judged.iter().flat_map(|judged| &judged.said);
    let own = said.filter(|found| found.falco_code.is_none());
    own.map(|found| format!("{found:?}")).collect()
}

#[test]
fn checks_of_our_own_say_nothing_of_the_maintained_rules_together() {
    let Some(corpus) = Corpus::open() else { return };
    let texts = MAINTAINED.map(|name| corpus.maintained_rules(name));
    let texts = texts.each_ref().map(AsRef::as_ref);
    let judged = judge_files(&[""; 0], &texts, &environment(&builtin_plugins()));
    assert!(judged.iter().all(|judged| judged.loads));
    assert_eq!(own(&judged), [""; 0]);
}

#[test]
fn checks_of_our_own_say_nothing_of_each_file_of_the_maintained_rules() {
    let Some(corpus) = Corpus::open() else { return };
    for name in MAINTAINED.into_iter().chain(["k8s_audit_rules.yaml"]) {
        let text = corpus.maintained_rules(name);
        let judged = judge_files(&[""; 0], &[&text], &environment(&builtin_plugins()));
        assert!(judged[0].loads, "{name}");
        assert_eq!(own(&judged), [""; 0], "{name}");
    }
}
