//! A condition in Falco's normal form (libs at c6e5648, `filter/ast.cpp`).

use super::escape::escape;
use super::{Check, Expression, Field, Literal, Right, Span, Term, Transformer};

/// A condition as Falco writes it: parentheses around every `and` and `or`, quotes where they must be. Bytes that are
/// not UTF-8 are replaced. `text` is what the condition was read from.
#[must_use]
pub fn print(expression: &Expression, text: &str) -> String {
    let mut printer = Printer {
        text,
        out: Vec::with_capacity(text.len()),
    };
    printer.expression(expression);
    match String::from_utf8(printer.out) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }
}

struct Printer<'a> {
    text: &'a str,
    out: Vec<u8>,
}

impl Printer<'_> {
    fn push(&mut self, written: &str) {
        self.out.extend_from_slice(written.as_bytes());
    }

    fn copy(&mut self, span: Span) {
        self.push(span.of(self.text));
    }

    /// All of them in parentheses.
    fn group<T>(&mut self, items: &[T], separator: &str, item: fn(&mut Self, &T)) {
        self.push("(");
        for (index, each) in items.iter().enumerate() {
            if index > 0 {
                self.push(separator);
            }
            item(self, each);
        }
        self.push(")");
    }

    fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::And(all, _) => self.group(all, " and ", Self::expression),
            Expression::Or(any, _) => self.group(any, " or ", Self::expression),
            Expression::Not(negated, _) => {
                self.push("not ");
                self.expression(negated);
            }
            Expression::Macro(name) => self.copy(*name),
            Expression::Check(check) => self.check(check),
        }
    }

    fn check(&mut self, check: &Check) {
        self.term(&check.left);
        self.push(" ");
        self.push(check.operator.word());
        if let Some(modifier) = check.modifier {
            self.push(" ");
            self.push(modifier.word());
        }
        if check.right != Right::Nothing {
            self.push(" ");
            self.right(&check.right);
        }
    }

    fn right(&mut self, right: &Right) {
        match right {
            Right::Nothing => (),
            Right::Value(literal) => self.literal(literal),
            Right::List(items, _) => self.group(items, ", ", Self::literal),
            Right::Name(name) => self.copy(*name),
            Right::Term(term) => self.term(term),
        }
    }

    fn term(&mut self, term: &Term) {
        match term {
            Term::Field(field) => self.field(field),
            Term::Transformer(transformer) => self.transformer(transformer),
            Term::Literal(literal) => self.literal(literal),
            Term::List(items, _) => self.group(items, ",", Self::term),
        }
    }

    fn field(&mut self, field: &Field) {
        self.copy(field.name);
        self.argument(field.argument);
    }

    fn transformer(&mut self, transformer: &Transformer) {
        self.push(transformer.kind.word());
        self.group(&transformer.arguments, ",", Self::term);
        self.argument(transformer.argument);
    }

    fn argument(&mut self, argument: Option<Literal>) {
        let Some(argument) = argument else { return };
        self.push("[");
        if argument.value(self.text).is_empty() {
            self.push("\"\"");
        }
        self.literal(&argument);
        self.push("]");
    }

    fn literal(&mut self, literal: &Literal) {
        let written = escape(&literal.value(self.text));
        self.out.extend(written);
    }
}
