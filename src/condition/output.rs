//! Outputs of rules: texts with fields behind percent signs (libs 0.25, `set_format` in
//! `userspace/libsinsp/eventformatter.cpp`).
//!
//! Falco takes as much behind a percent sign as is a field or transformer, and prints the rest: `%proc.namex` is the
//! field `proc.name` and an `x`. What it takes thus depends on the fields that there are.

use super::compile::{DEPRECATED, Problem, ProblemKind, Scope, Terms, TransformerFault};
use super::parse::parse_term;
use super::syntax::{Span, Term};

/// How deep transformers in outputs may be within each other, as Falco counts (libs 0.25, `parser::parser`).
const DEPTH: u32 = 100;

/// How long what stands behind a percent sign is at most tried as a field, when it is none as a whole. It is longer than
/// any field, and keeps the work bounded.
const LONGEST_FIELD: usize = 128;

/// How many ends of a transformer are tried that is none as a whole.
const MOST_ENDS: usize = 4;

/// Of an output in which so much is wrong the rest is not looked at.
const MOST_PROBLEMS: usize = 1000;

/// A field or transformer in an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputField {
    /// Where it is written, without the percent sign.
    pub span: Span,
    /// What it is. Its spans are offsets from the start of `span`.
    pub term: Term,
    /// Where what looks like a field ends, if Falco takes less of it: `namex` in `%proc.namex`.
    pub written: Span,
}

/// What an output consists of, and what Falco refuses or warns of in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// The fields, in the order of the text.
    pub fields: Vec<OutputField>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads an output.
#[must_use]
pub fn check_output(format: &str, scope: &Scope<'_>) -> Output {
    let mut reader = Reader {
        format,
        scope,
        output: Output::default(),
    };
    reader.read();
    reader.warn_of_deprecated();
    let mut output = reader.output;
    output.problems.sort_by_key(|problem| problem.span.start);
    output
}

/// A field or transformer with its length, or why there is none.
type Attempt = Result<(Term, usize), Vec<Problem>>;

/// Whether Falco tries no shorter part.
fn is_final(attempt: &Attempt) -> bool {
    match attempt {
        Ok(_) => true,
        Err(problems) => problems.iter().any(|problem| !problem.is_unknown_filter()),
    }
}

struct Reader<'a> {
    format: &'a str,
    scope: &'a Scope<'a>,
    output: Output,
}

impl Reader<'_> {
    fn read(&mut self) {
        if self.format.is_empty() {
            self.report(ProblemKind::EmptyOutput, Span::new(0, 0), false);
        }
        let mut at = 0;
        while let Some(percent) = self.rest(at).find('%') {
            at = self.read_field(at + percent);
            if self.output.problems.len() >= MOST_PROBLEMS {
                break;
            }
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.format.get(at..).unwrap_or_default()
    }

    /// Reads what stands behind a percent sign. Gives where to go on.
    fn read_field(&mut self, percent: usize) -> usize {
        let digits = self.rest(percent + 1);
        let digits = digits.bytes().take_while(u8::is_ascii_digit).count();
        let start = percent + 1 + digits;
        if start == self.format.len() {
            let kind = match digits {
                0 => ProblemKind::PercentAtEnd,
                _ => ProblemKind::NumberAtEnd,
            };
            self.report(kind, Span::new(percent, start), false);
            return start;
        }
        match self.longest(start) {
            Ok((term, length)) => {
                let span = Span::new(start, start + length);
                let written = Span::new(start, start + field_like(self.rest(start)).max(length));
                self.output.fields.push(OutputField {
                    span,
                    term,
                    written,
                });
                start + length
            }
            Err(problems) => {
                self.output.problems.extend(problems);
                // A second percent sign is wrong for the same reason.
                start + usize::from(self.rest(start).starts_with('%'))
            }
        }
    }

    /// The longest field or transformer at `start`, with its length; or what is wrong with the whole.
    fn longest(&self, start: usize) -> Attempt {
        let rest = self.rest(start);
        let whole = self.attempt(rest, start);
        if is_final(&whole) {
            return whole;
        }
        let name = rest.get(..field_like(rest).min(LONGEST_FIELD));
        let name = name.unwrap_or_default();
        let shorter = match parse_term(name, DEPTH) {
            Ok((_, length)) => self.shorter_field(name, length, start),
            Err(_) => self.without_argument(rest, start),
        };
        shorter.unwrap_or(whole)
    }

    fn shorter_field(&self, name: &str, length: usize, start: usize) -> Option<Attempt> {
        let lengths = (1..=length).rev();
        let mut attempts = lengths.map(|end| self.attempt(name.get(..end).unwrap_or(""), start));
        attempts.find(is_final)
    }

    /// A transformer without what stands in brackets behind it.
    fn without_argument(&self, rest: &str, start: usize) -> Option<Attempt> {
        let end = match parse_term(rest, DEPTH) {
            Ok((_, length)) => length,
            Err(error) => error.at.min(rest.len()),
        };
        // In the argument may stand the same again.
        let ends = rest.get(..end)?.rmatch_indices(")[").take(MOST_ENDS);
        let mut attempts = ends.map(|(end, _)| self.attempt(rest.get(..=end).unwrap_or(""), start));
        attempts.find(is_final)
    }

    fn attempt(&self, text: &str, start: usize) -> Attempt {
        let Ok((term, length)) = parse_term(text, DEPTH) else {
            let span = Span::new(start, start + field_like(text));
            return Err(vec![problem(ProblemKind::NoOutputField, span, true)]);
        };
        let mut terms = Terms::new(text, self.scope);
        terms.comparison = term.span();
        match terms.shape(&term) {
            Some(_) => Ok((term, length)),
            None => Err(moved(terms.problems, start)),
        }
    }

    fn report(&mut self, kind: ProblemKind, span: Span, unknown_filter: bool) {
        let problem = problem(kind, span, unknown_filter);
        self.output.problems.push(problem);
    }

    /// Falco looks for the names of deprecated fields anywhere in the text.
    fn warn_of_deprecated(&mut self) {
        for (name, since) in DEPRECATED {
            let found = self.format.find(name);
            if let Some(start) = found.filter(|_| self.scope.engine >= since) {
                let span = Span::new(start, start + name.len());
                self.report(ProblemKind::Deprecated(name), span, false);
            }
        }
    }
}

fn problem(kind: ProblemKind, span: Span, unknown_filter: bool) -> Problem {
    Problem {
        kind,
        span,
        comparison: span,
        unknown_filter,
    }
}

/// Moves problems of a field to where the field is. In an output each of them is an unknown field for Falco, but that a
/// transformer has more arguments than one, with which it ends.
fn moved(problems: Vec<Problem>, start: usize) -> Vec<Problem> {
    let moved = |span: Span| Span::new(start + span.start as usize, start + span.end as usize);
    let problems = problems.into_iter();
    problems
        .map(|problem| Problem {
            unknown_filter: !matches!(
                problem.kind,
                ProblemKind::Transformer {
                    fault: TransformerFault::OneArgument,
                    ..
                }
            ),
            span: moved(problem.span),
            comparison: moved(problem.comparison),
            kind: problem.kind,
        })
        .collect()
}

/// How many bytes of `text` look like a field.
fn field_like(text: &str) -> usize {
    let like = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_');
    text.bytes().take_while(like).count()
}

#[cfg(test)]
mod tests {
    use super::super::Fields;
    use super::{Output, Scope, check_output};

    fn output(format: &str) -> Output {
        check_output(format, &Scope::new(Fields::falco(), "syscall", 63))
    }

    fn fields(format: &str) -> Vec<&str> {
        let output = output(format);
        assert_eq!(output.problems, [], "{format}");
        let fields = output.fields.iter();
        fields.map(|field| field.span.of(format)).collect()
    }

    fn problem(format: &str) -> String {
        let output = output(format);
        assert_eq!(output.problems.len(), 1, "{format}: {output:?}");
        output.problems[0].kind.to_string()
    }

    #[test]
    fn fields_stand_behind_percent_signs() {
        assert_eq!(fields("*%proc.name %10fd.name."), ["proc.name", "fd.name"]);
        assert_eq!(
            fields("%proc.aname[2] %evt.arg.flags"),
            ["proc.aname[2]", "evt.arg.flags"]
        );
        assert_eq!(fields("%len(proc.name)%toupper(fd.name)").len(), 2);
        assert_eq!(fields("no field"), [""; 0]);
    }

    #[test]
    fn falco_takes_as_much_as_is_a_field() {
        assert_eq!(
            fields("%proc.namex %proc.name[1]"),
            ["proc.name", "proc.name"]
        );
        assert_eq!(fields("%tolower(proc.name)[1]"), ["tolower(proc.name)"]);
        assert_eq!(fields("%tolower(proc.name)[\"x"), ["tolower(proc.name)"]);
        let output = output("%proc.namex");
        assert_eq!(output.fields[0].written.of("%proc.namex"), "proc.namex");
    }

    #[test]
    fn other_percent_signs_are_refused() {
        assert!(problem("100%").contains("end"));
        assert!(problem("%10").contains("width"));
        assert!(problem("100% sure").contains("no field follows"));
        assert!(problem("%zzz.b").contains("`zzz.b`"));
        assert!(problem("").contains("empty"));
        assert!(problem("%tolower(proc.name, fd.name)").contains("one argument"));
    }

    #[test]
    fn what_is_wrong_with_a_field_is_an_unknown_field() {
        let format = "say %tolower(evt.num)";
        let output = output(format);
        assert!(output.problems[0].is_unknown_filter());
        assert_eq!(output.problems[0].span.of(format), "tolower(evt.num)");
    }

    #[test]
    fn names_of_deprecated_fields_count_anywhere() {
        let problems = output("evt.latency.ns of %proc.name").problems;
        assert_eq!(problems.len(), 2);
        assert!(problems.iter().all(|problem| !problem.is_error()));
    }

    #[test]
    fn long_outputs_take_no_longer_than_their_length() {
        for text in [
            "%",
            "%a.b",
            "%tolower(",
            "%proc.name[",
            "%tolower(proc.name",
        ] {
            output(&text.repeat(5_000));
        }
        output(&format!("%a.{}", "b".repeat(100_000)));
    }
}
