//! Texts into trees.

use super::tree::Documents;
use super::{Exceeded, Kind, Limits, Node, Origin, Problem};
use crate::checks::yaml as codes;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceId, Sources, Span};

/// Reads a text of one document as Kubernetes reads it; an empty one is null. What is wrong goes into `diagnostics`.
/// Nothing is returned if the syntax is broken or a limit is passed; else the tree is usable for finding what else is
/// wrong, even if there were errors.
pub fn read(
    sources: &Sources,
    id: SourceId,
    limits: &Limits,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let text = &*sources.get(id).text;
    let (node, problems) = read_text(text, id, limits);
    diagnostics.extend(
        problems
            .into_iter()
            .map(|(span, problem)| diagnostic(span, problem)),
    );
    node
}

/// The tree of a text, and what is wrong with it.
fn read_text(text: &str, id: SourceId, limits: &Limits) -> (Option<Node>, Vec<(Span, Problem)>) {
    let start = Span::new(id, 0..0);
    if text.len() > limits.size {
        return (
            None,
            vec![(start, Problem::Limit(Exceeded::TooLarge(limits.size)))],
        );
    }
    if let Some(forbidden) = forbidden(text, id) {
        return (None, vec![forbidden]);
    }
    let mut documents = Documents::new(text, id, limits, None);
    let Ok(first) = documents.next() else {
        return (None, documents.problems);
    };
    let node = first.unwrap_or_else(|| Node::new(Kind::Null, Origin::Written(start)));
    match documents.further() {
        Ok(None) => (Some(node), documents.problems),
        Ok(Some(span)) => {
            documents.report(span, Problem::SeveralDocuments);
            (Some(node), documents.problems)
        }
        Err(_) => (None, documents.problems),
    }
}

/// The first character that may not stand in a text, not even in quotes or in a comment.
fn forbidden(text: &str, id: SourceId) -> Option<(Span, Problem)> {
    let (at, c) = text.char_indices().find(|(_, c)| is_forbidden(*c))?;
    let problem = match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => Problem::LineSeparator(c),
        c => Problem::ControlCharacter(c),
    };
    Some((Span::new(id, at..at + c.len_utf8()), problem))
}

/// Whether a character may not stand in a YAML text: it is not allowed, or YAML 1.1 takes it for a line break and YAML
/// 1.2 does not.
pub(super) fn is_forbidden(c: char) -> bool {
    match c {
        ' '..='~' | '\t' | '\n' | '\r' => false,
        '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control(),
    }
}

/// The diagnostic that tells a user of a problem.
fn diagnostic(span: Span, problem: Problem) -> Diagnostic {
    match problem {
        Problem::Syntax(error) => codes::yaml_syntax::broken(span, error.message, error.help),
        Problem::DuplicateKey { ref key, first } => codes::duplicate_key::twice(span, key, first),
        Problem::SeveralDocuments => codes::several_documents::further(span),
        Problem::Limit(exceeded) => codes::yaml_limit::passed(span, exceeded),
        _ => {
            let help = problem.help();
            codes::unsupported_yaml::refused(span, problem.to_string(), help)
        }
    }
}
