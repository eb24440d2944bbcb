//! Diagnostics for a person at a terminal: the message, the line that it is about, the remedy.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use annotate_snippets::renderer::Renderer;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Padding, Snippet};

use super::excerpt::{Excerpt, line_at};
use super::visible::{visible, visible_lines};
use super::{count, redact};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{SourceId, Sources, Span};

/// How many diagnostics are shown; who has more wants to mend these first.
const SHOWN: usize = 100;
/// How many other parties of one diagnostic are shown.
const SHOWN_RELATED: usize = 4;
/// How far from the line in question another one may be to stand in the same snippet.
const NEAR: usize = 30;
/// The longest message in characters; keys of any length may be in it.
const MESSAGE_LENGTH: usize = 1000;
/// The longest label in characters.
const LABEL_LENGTH: usize = 200;
/// Wide enough for every [`Excerpt`], so that nothing cuts it once more.
const WIDTH: usize = 10_000;

/// The first diagnostics in rustc's look, and a line that counts all; empty without diagnostics.
pub(super) fn report(merged: &[(&Diagnostic, usize)], sources: &Sources, colour: bool) -> String {
    let diagnostics: Vec<&Diagnostic> = merged.iter().map(|(diagnostic, _)| *diagnostic).collect();
    if diagnostics.is_empty() {
        return String::new();
    }
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let mut human = Human {
        sources,
        secrets: HashMap::new(),
    };
    let mut text = String::new();
    for (diagnostic, others) in merged.iter().take(SHOWN) {
        let groups = human.groups(diagnostic, *others);
        text.push_str(renderer.render(&groups).trim_start_matches('\n'));
        text.push_str("\n\n");
    }
    text.push_str(&summary(&diagnostics));
    text
}

/// `falcogen: 2 errors, 1 warning`, after a line that tells what is not shown.
fn summary(diagnostics: &[&Diagnostic]) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .map(|severity| (count(diagnostics, severity), severity.name()))
        .filter(|(number, _)| *number > 0)
        .map(|(number, name)| format!("{number} {name}{}", if number == 1 { "" } else { "s" }))
        .collect();
    let counts = format!("falcogen: {}\n", counts.join(", "));
    match diagnostics.len().saturating_sub(SHOWN) {
        0 => counts,
        more => format!("falcogen: {more} more are not shown\n{counts}"),
    }
}

struct Human<'a> {
    sources: &'a Sources,
    /// The secrets of the sources shown so far.
    secrets: HashMap<SourceId, Vec<Range<usize>>>,
}

impl Human<'_> {
    /// A diagnostic as the renderer takes it.
    ///
    /// The place stands in a group of its own: left to itself the renderer would count the columns of the line as it
    /// is shown, not as it is. The empty group in front keeps it from drawing one more rule between the two.
    fn groups(&mut self, diagnostic: &Diagnostic, others: usize) -> Vec<Group<'static>> {
        let level = level(diagnostic.severity);
        let message = shortened(&visible(&diagnostic.message), MESSAGE_LENGTH);
        let title = level
            .clone()
            .primary_title(message)
            .id(diagnostic.code.name);
        let (near, far) = self.split_related(diagnostic);
        let mut groups = match &diagnostic.primary {
            None => vec![Group::with_title(title)],
            // Of a file without text there is no line to show.
            Some(primary) if self.is_bare(primary) => {
                vec![title.element(self.origin(primary.span))]
            }
            Some(primary) => vec![
                Group::with_level(level.clone()),
                title.element(self.origin(primary.span)),
                Group::with_level(level).element(self.snippet(primary, &near)),
            ],
        };
        let remarks = remarks(diagnostic, others);
        if !remarks.is_empty() || !far.is_empty() {
            let rule = diagnostic.primary.as_ref().map(|_| Padding);
            let last = groups
                .pop()
                .map(|last| last.elements(rule).elements(remarks));
            groups.extend(last);
        }
        for label in far {
            groups.extend(self.note(label));
        }
        groups
    }

    /// Whether a place is but the name of a file that has no text.
    fn is_bare(&self, label: &Label) -> bool {
        label.text.is_empty() && self.sources.get(label.span.source).text.is_empty()
    }

    /// The other parties that are shown, apart: those in the same snippet, and those that have their own.
    fn split_related<'d>(&self, diagnostic: &'d Diagnostic) -> (Vec<&'d Label>, Vec<&'d Label>) {
        let is_near = |label: &&Label| {
            diagnostic.primary.as_ref().is_some_and(|primary| {
                let lines = [primary.span, label.span].map(|span| self.sources.position(span).line);
                primary.span.source == label.span.source && lines[0].abs_diff(lines[1]) <= NEAR
            })
        };
        (diagnostic.related.iter().take(SHOWN_RELATED)).partition(is_near)
    }

    /// Another party that stands elsewhere.
    fn note(&mut self, label: &Label) -> [Group<'static>; 2] {
        let text = shortened(&visible(&label.text), LABEL_LENGTH);
        let title = if text.is_empty() {
            "see also".to_owned()
        } else {
            text
        };
        let unlabelled = Label {
            span: label.span,
            text: String::new(),
        };
        [
            Level::NOTE
                .secondary_title(title)
                .element(self.origin(label.span)),
            Group::with_level(Level::NOTE).element(self.snippet(&unlabelled, &[])),
        ]
    }

    fn origin(&self, span: Span) -> Origin<'static> {
        let position = self.sources.position(span);
        Origin::path(visible(&self.sources.get(span.source).name).into_owned())
            .line(position.line)
            .char_column(position.column)
    }

    /// The lines of the places, which are in one source and near each other.
    fn snippet(
        &mut self,
        primary: &Label,
        near: &[&Label],
    ) -> Snippet<'static, Annotation<'static>> {
        let source = self.sources.get(primary.span.source);
        let secrets =
            (self.secrets.entry(primary.span.source)).or_insert_with(|| redact::secrets(source));
        let mut lines = Lines {
            source: &source.text,
            secrets,
            shown: String::new(),
            annotations: Vec::new(),
        };
        let mut places: BTreeMap<usize, Vec<(AnnotationKind, &Label)>> = BTreeMap::new();
        let near = near.iter().map(|label| (AnnotationKind::Context, *label));
        for place in std::iter::once((AnnotationKind::Primary, primary)).chain(near) {
            let line = self.sources.position(place.1.span).line;
            places.entry(line).or_default().push(place);
        }
        let first = places.keys().next().copied().unwrap_or(1);
        let mut previous: Option<(usize, &Label)> = None;
        for (line, places) in &places {
            if let Some((last, label)) = previous {
                lines.bridge(line - last, label);
            }
            lines.push(places);
            previous = places.first().map(|(_, label)| (*line, *label));
        }
        Snippet::source(lines.shown)
            .line_start(first)
            .annotations(lines.annotations)
    }
}

/// The lines of a snippet, as far as they are written.
struct Lines<'a> {
    source: &'a str,
    secrets: &'a [Range<usize>],
    shown: String,
    annotations: Vec<Annotation<'static>>,
}

impl Lines<'_> {
    /// Adds the line that holds the places. Of a place that spans lines only the first one is marked.
    fn push(&mut self, places: &[(AnnotationKind, &Label)]) {
        let Some((_, focus)) = places.first() else {
            return;
        };
        let focus = focus.span.start as usize;
        let line = line_at(self.source, focus);
        let excerpt = Excerpt::new(self.source, line.clone(), focus, self.secrets);
        let start = self.shown.len();
        for (kind, label) in places {
            let range = label.span.range();
            let shown = excerpt.shown(range.start..range.end.min(line.end));
            let text = shortened(&visible(&label.text), LABEL_LENGTH);
            let annotation = kind.span(start + shown.start..start + shown.end);
            self.annotations
                .push(annotation.label(Some(text).filter(|text| !text.is_empty())));
        }
        self.shown.push_str(&excerpt.text);
        self.shown.push('\n');
    }

    /// Adds what lies between the line of `label` and the one `distance` lines below. The renderer shows a single
    /// line between two others; more it leaves out, so that their text does not matter.
    fn bridge(&mut self, distance: usize, label: &Label) {
        if distance == 2 {
            let next = line_at(self.source, label.span.start as usize).end;
            let next = self.source[next..]
                .find('\n')
                .map_or(self.source.len(), |length| next + length + 1);
            let line = line_at(self.source, next);
            self.shown
                .push_str(&Excerpt::new(self.source, line, next, self.secrets).text);
        }
        self.shown
            .push_str(&"\n".repeat(distance.saturating_sub(1)));
    }
}

/// What is said below the snippet: the remedy, and how many parties are left out.
fn remarks(diagnostic: &Diagnostic, others: usize) -> Vec<annotate_snippets::Message<'static>> {
    let help = diagnostic.help.as_deref().map(|help| {
        let help = shortened(&visible_lines(help), MESSAGE_LENGTH);
        Level::HELP.message(help)
    });
    let falco = diagnostic
        .falco_code
        .map(|code| Level::NOTE.message(format!("Falco: {code}")));
    let left_out = diagnostic.related.len().saturating_sub(SHOWN_RELATED);
    let more = (left_out > 0)
        .then(|| Level::NOTE.message(format!("{left_out} more places are not shown")));
    let alike = (others > 0).then(|| Level::NOTE.message(concerned(diagnostic, others)));
    help.into_iter()
        .chain(falco)
        .chain(alike)
        .chain(more)
        .collect()
}

/// Whom the same thing concerns, if it is more than one.
fn concerned(diagnostic: &Diagnostic, others: usize) -> String {
    let item = diagnostic.item.as_ref();
    let (kind, name) = item.map_or(("item", ""), |item| (item.kind.name(), &item.name));
    let ending = if others == 1 { "" } else { "s" };
    let name = shortened(&visible(name), LABEL_LENGTH);
    format!("this concerns {kind} `{name}` and {others} more {kind}{ending}")
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The text, cut to that many characters.
fn shortened(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}
