//! What Falco warns of in comparisons (libs 0.25, `check_warnings_…` in `userspace/libsinsp/filter.cpp`; falco 0.44,
//! `userspace/engine/filter_warning_resolver.cpp`).

use super::super::syntax::{Check, Field, Literal, Operator, Right, Span, Term, TransformerKind};
use super::super::types::is_blank;
use super::ProblemKind;
use super::term::Terms;

/// The fields that Falco warns of, with the minor version of the first engine that does (falco 0.44,
/// `userspace/engine/falco_load_result.cpp`).
pub(in super::super) const DEPRECATED: [(&str, u32); 6] = [
    ("evt.dir", 56),
    ("evt.latency", 58),
    ("evt.latency.s", 58),
    ("evt.latency.ns", 58),
    ("evt.latency.human", 58),
    ("evt.wait_latency", 58),
];

/// Since this minor version, engines warn of texts that may be fields.
const WARNS_OF_FIELDS: u32 = 40;

/// Since this minor version, engines warn of regular expressions that could be simpler.
const WARNS_OF_PATTERNS: u32 = 42;

const NO_VALUE: &[u8] = b"<NA>";

impl Terms<'_> {
    /// Warns of deprecated fields, and of `<NA>` behind fields that never have that value.
    pub(super) fn warn_of_fields(&mut self, check: &Check) {
        let unsafe_left = self.visit(&check.left, false) == Some(true);
        if unsafe_left && compares_whole(check) {
            self.visit_right(&check.right);
        }
    }

    fn visit_right(&mut self, right: &Right) {
        match right {
            Right::Value(literal) => self.warn_of_no_value(*literal),
            Right::List(literals, _) => {
                for literal in literals {
                    self.warn_of_no_value(*literal);
                }
            }
            Right::Term(term) => {
                self.visit(term, true);
            }
            Right::Nothing | Right::Name(_) => {}
        }
    }

    fn warn_of_no_value(&mut self, literal: Literal) {
        if *literal.value(self.text) == *NO_VALUE {
            self.report(ProblemKind::ComparedWithNa, literal.span);
        }
    }

    /// Warns of what is within a term. Gives whether the last field in it is one that never is `<NA>`.
    fn visit(&mut self, term: &Term, compared: bool) -> Option<bool> {
        match term {
            Term::Field(field) => Some(self.visit_field(field)),
            Term::Literal(literal) => {
                if compared {
                    self.warn_of_no_value(*literal);
                }
                None
            }
            Term::List(items, _) => self.visit_all(items, compared),
            Term::Transformer(transformer) => self.visit_all(&transformer.arguments, compared),
        }
    }

    fn visit_all(&mut self, terms: &[Term], compared: bool) -> Option<bool> {
        let mut last = None;
        for term in terms {
            last = self.visit(term, compared).or(last);
        }
        last
    }

    fn visit_field(&mut self, field: &Field) -> bool {
        let name = field.name.of(self.text);
        let deprecated = DEPRECATED.iter().find(|(known, _)| *known == name);
        if let Some((known, since)) = deprecated
            && self.scope.engine >= *since
        {
            self.report(ProblemKind::Deprecated(known), field.span);
        }
        name.starts_with("ka.") || name.starts_with("jevt.")
    }

    /// Warns of a value that may be meant otherwise.
    pub(super) fn warn_of_value(&mut self, operator: Operator, value: &[u8], span: Span) {
        let patterns = self.scope.engine >= WARNS_OF_PATTERNS;
        if operator == Operator::Regex && patterns && is_simple_pattern(value) {
            self.report(ProblemKind::SimplePattern, span);
        }
        if self.scope.engine >= WARNS_OF_FIELDS && may_be_a_term(value) {
            self.warn_of_term(value, span);
        }
    }

    fn warn_of_term(&mut self, value: &[u8], span: Span) {
        let Ok(text) = std::str::from_utf8(value) else {
            return;
        };
        let written: String = text.chars().filter(|one| !is_c_blank(*one)).collect();
        if self.scope.fields.is_field(&written, self.scope.place()) {
            self.report(ProblemKind::FieldAsText(written.into()), span);
        } else if is_transformer(&written) {
            self.report(ProblemKind::TransformerAsText(written.into()), span);
        }
    }
}

fn is_c_blank(character: char) -> bool {
    u8::try_from(character).is_ok_and(is_blank)
}

fn compares_whole(check: &Check) -> bool {
    use Operator as O;
    let operator = matches!(
        check.operator,
        O::DoubleEqual | O::Equal | O::NotEqual | O::In | O::Intersects | O::PMatch
    );
    operator && check.modifier.is_none()
}

/// Whether a text can be a field or transformer at all, to pass over most texts fast.
fn may_be_a_term(value: &[u8]) -> bool {
    let letter = value.iter().find(|byte| !is_blank(**byte));
    letter.is_some_and(u8::is_ascii_alphabetic)
        && value.iter().any(|byte| matches!(byte, b'.' | b'('))
}

fn is_transformer(text: &str) -> bool {
    let opened = text.strip_suffix(')').and_then(|text| text.split_once('('));
    opened.is_some_and(|(word, _)| TransformerKind::ALL.iter().any(|(_, known)| *known == word))
}

/// Whether nothing in a pattern is special but anchors and a `.*` at its ends.
fn is_simple_pattern(pattern: &[u8]) -> bool {
    let end = pattern.len();
    let mut at = 0;
    while let Some(byte) = pattern.get(at) {
        let anchor = (at == 0 && *byte == b'^') || (at + 1 == end && *byte == b'$');
        if anchor {
            at += 1;
        } else if *byte == b'.' && is_open_end(pattern, at) {
            at += 2;
        } else if b".+*?^$()[]{}|\\".contains(byte) {
            return false;
        } else {
            at += 1;
        }
    }
    true
}

fn is_open_end(pattern: &[u8], at: usize) -> bool {
    let repeated = pattern.get(at + 1);
    let repeated = repeated.is_some_and(|byte| b"+*?".contains(byte));
    repeated && (at == 0 || at + 2 == pattern.len())
}
