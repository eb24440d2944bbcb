//! What is wrong with the user's input, said in one form for the whole program.
//!
//! Diagnostics are collected, never passed up as errors: one run reports everything that is wrong. How they look is
//! the business of [`crate::report`].

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::source::Span;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something worth knowing.
    Note,
    /// The result may not be what the user meant.
    Warning,
    /// There is no result.
    Error,
}

impl Severity {
    /// The word for it: `error`, `warning` or `note`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A kind of diagnostic. Each is a constant beside its page, and listed in [`crate::checks::ALL`].
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// Its name in kebab-case: it says what is wrong.
    pub name: &'static str,
    /// How bad it is unless a diagnostic says otherwise.
    pub severity: Severity,
    /// Its documentation in Markdown, which `falcogen explain` prints. The first line is `# NAME`.
    pub page: &'static str,
}

impl Code {
    /// The first sentence of its page: what it means.
    #[must_use]
    pub fn summary(&self) -> String {
        let paragraph = self.page.split("\n\n").nth(1).unwrap_or_default();
        paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A place with a few words on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to say of it; may be empty.
    pub text: String,
}

/// What kind of thing a rules file defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// A rule.
    Rule,
    /// A macro.
    Macro,
    /// A list.
    List,
}

impl ItemKind {
    /// The word for it, which is also its key in rules files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ItemKind::Rule => "rule",
            ItemKind::Macro => "macro",
            ItemKind::List => "list",
        }
    }
}

/// A rule, macro or list, by its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its name.
    pub name: Arc<str>,
}

impl Item {
    /// An item of a kind and name.
    #[must_use]
    pub fn new(kind: ItemKind, name: &str) -> Self {
        let name = name.into();
        Item { kind, name }
    }
}

/// One thing that is wrong with the user's input.
///
/// The message states the fact, in lower case and without a full stop, names in backquotes. It never holds a value
/// that could be secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What kind of thing is wrong.
    pub code: &'static Code,
    /// How bad it is here.
    pub severity: Severity,
    /// The fact.
    pub message: String,
    /// Where it is; nothing for what has no place.
    pub primary: Option<Label>,
    /// The other parties, such as the first of two definitions.
    pub related: Vec<Label>,
    /// The remedy.
    pub help: Option<String>,
    /// The rule, macro or list that suffers from it.
    pub item: Option<Item>,
    /// What Falco calls it when it loads rules, such as `LOAD_NO_EVTTYPE`.
    pub falco_code: Option<&'static str>,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity that points nowhere yet.
    pub fn new(code: &'static Code, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            message: message.into(),
            primary: None,
            related: Vec::new(),
            help: None,
            item: None,
            falco_code: None,
        }
    }

    /// Points at `span`, if there is one.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        self.primary = span.into().map(|span| Label {
            span,
            text: String::new(),
        });
        self
    }

    /// Says `text` at the place that it points at.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(primary) = &mut self.primary {
            primary.text = text.into();
        }
        self
    }

    /// Shows another party, if it has a place.
    #[must_use]
    pub fn related(mut self, span: impl Into<Option<Span>>, text: impl Into<String>) -> Self {
        self.related.extend(span.into().map(|span| Label {
            span,
            text: text.into(),
        }));
        self
    }

    /// Whether its message or help has this word.
    #[must_use]
    pub fn mentions(&self, word: &str) -> bool {
        let help = self.help.as_deref().unwrap_or_default();
        self.message.contains(word) || help.contains(word)
    }

    /// Says what to do about it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Names the rule, macro or list that suffers from it.
    #[must_use]
    pub fn item(mut self, item: impl Into<Option<Item>>) -> Self {
        self.item = item.into();
        self
    }

    /// Says what Falco calls it.
    #[must_use]
    pub fn falco(mut self, code: &'static str) -> Self {
        self.falco_code = Some(code);
        self
    }

    /// What is said at the place that it points at, if anything is.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        let remark = &*self.primary.as_ref()?.text;
        (!remark.is_empty()).then_some(remark)
    }

    /// The message with what is said at the place, and with Falco's own code, for where they cannot stand apart.
    #[must_use]
    pub fn sentence(&self) -> Cow<'_, str> {
        let sentence: Cow<'_, str> = match self.remark() {
            Some(remark) => format!("{}: {remark}", self.message).into(),
            None => (&*self.message).into(),
        };
        match self.falco_code {
            Some(code) => format!("{sentence} ({code})").into(),
            None => sentence,
        }
    }

    /// Changes how bad it is here.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// The diagnostics of one run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    once: HashSet<(&'static str, Span)>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds one unless one of its code and place has been added so before: a wrong name makes many objects wrong.
    pub fn push_once(&mut self, diagnostic: Diagnostic) {
        let new = match &diagnostic.primary {
            Some(label) => self.once.insert((diagnostic.code.name, label.span)),
            None => true,
        };
        if new {
            self.push(diagnostic);
        }
    }

    /// All of them, in the order in which they were added.
    #[must_use]
    pub fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }

    /// Takes out those for which `take` is true, in their order.
    pub fn take(&mut self, take: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        self.list
            .extract_if(.., |diagnostic| take(diagnostic))
            .collect()
    }

    /// Takes out those for which `keep` is false.
    pub fn retain(&mut self, keep: impl Fn(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// Puts all that those behind the first `count` say into other words.
    pub fn reword(&mut self, count: usize, words: impl Fn(&str) -> String) {
        for diagnostic in self.list.iter_mut().skip(count) {
            diagnostic.message = words(&diagnostic.message);
            let labels = diagnostic.primary.iter_mut().chain(&mut diagnostic.related);
            for label in labels {
                label.text = words(&label.text);
            }
            diagnostic.help = diagnostic.help.as_deref().map(&words);
        }
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether one of the errors so far is at exactly that place.
    #[must_use]
    pub fn has_error_at(&self, place: Option<Span>) -> bool {
        let at = |diagnostic: &Diagnostic| diagnostic.primary.as_ref().map(|label| label.span);
        place.is_some()
            && self
                .list
                .iter()
                .any(|diagnostic| diagnostic.severity == Severity::Error && at(diagnostic) == place)
    }

    /// The places of the errors so far.
    #[must_use]
    pub fn error_places(&self) -> BTreeSet<Span> {
        let errors = self
            .list
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors
            .filter_map(|diagnostic| Some(diagnostic.primary.as_ref()?.span))
            .collect()
    }

    /// Shows each place where `place` says that it is.
    pub fn move_places(&mut self, place: impl Fn(Span) -> Span) {
        for diagnostic in &mut self.list {
            let labels = diagnostic.primary.iter_mut().chain(&mut diagnostic.related);
            for label in labels {
                label.span = place(label.span);
            }
        }
    }

    /// Takes out those of these codes that are no errors.
    pub fn allow(&mut self, codes: &[&str]) {
        self.list.retain(|diagnostic| {
            diagnostic.severity == Severity::Error || !codes.contains(&diagnostic.code.name)
        });
    }

    /// Makes those of these codes errors.
    pub fn deny(&mut self, codes: &[&str]) {
        for diagnostic in &mut self.list {
            if codes.contains(&diagnostic.code.name) {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// Makes every warning an error, as `--strict` asks, but those of the codes `kept`.
    pub fn escalate(&mut self, kept: &[&Code]) {
        for diagnostic in &mut self.list {
            let is_kept = kept.contains(&diagnostic.code);
            if diagnostic.severity == Severity::Warning && !is_kept {
                diagnostic.severity = Severity::Error;
            }
        }
    }

    /// All of them in the order of their places: first those without one, then by source and offset. Repeated ones
    /// are given once.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut seen = HashSet::new();
        let mut list: Vec<&Diagnostic> = (self.list.iter())
            .filter(|diagnostic| seen.insert(*diagnostic))
            .collect();
        list.sort_by_key(|diagnostic| diagnostic.primary.as_ref().map(|label| label.span));
        list
    }
}

/// The same diagnostics, but those that differ in nothing but the item only once: what is wrong with a macro may be said of
/// every rule that uses it. Each comes with the number of the others.
#[must_use]
pub fn merged<'d>(diagnostics: &[&'d Diagnostic]) -> Vec<(&'d Diagnostic, usize)> {
    let mut places = HashMap::new();
    let mut merged: Vec<(&Diagnostic, usize)> = Vec::new();
    for diagnostic in diagnostics {
        let identity = (
            diagnostic.code.name,
            &diagnostic.primary,
            &diagnostic.message,
        );
        match places.get(&identity) {
            Some(at) if diagnostic.item.is_some() => {
                let (_, others): &mut (&Diagnostic, usize) = &mut merged[*at];
                *others += 1;
            }
            _ => {
                places.insert(identity, merged.len());
                merged.push((diagnostic, 0));
            }
        }
    }
    merged
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.list.extend(diagnostics);
    }
}
