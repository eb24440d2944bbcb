//! What stands behind the field of a comparison: the operator, and what the field is compared with.

use super::super::{Check, Expression, Literal, Modifier, Operator, Right, Span, Term};
use super::{ParseErrorKind, Parsed, Parser};

/// An operator with its modifier, and what stands behind it.
type Comparison = (Option<Modifier>, Span, Right);

impl Parser<'_> {
    /// The rest of the comparison of a field or transformer.
    pub(super) fn check(&mut self, depth: u32, left: Term) -> Parsed<Expression> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let Some((operator, written)) = self.lexer.operator() else {
            return Err(self.error(ParseErrorKind::NoOperator));
        };
        let (modifier, operator_span, right) = match operator {
            Operator::Exists => (None, written, Right::Nothing),
            Operator::LessOrEqual
            | Operator::Less
            | Operator::GreaterOrEqual
            | Operator::Greater => (None, written, self.number_or_transformer(depth)?),
            Operator::Intersects | Operator::In | Operator::PMatch => {
                (None, written, self.list_or_transformer(depth)?)
            }
            _ => self.text_comparison(depth, written)?,
        };
        let start = left.span().start as usize;
        Ok(Expression::Check(Box::new(Check {
            span: Span::new(start, self.lexer.end()),
            left,
            operator,
            modifier,
            operator_span,
            right,
        })))
    }

    /// What stands behind an operator on text: a text, or a modifier and a list. A word that only looks like a modifier
    /// is a text.
    fn text_comparison(&mut self, depth: u32, written: Span) -> Parsed<Comparison> {
        let passed_blank = self.lexer.at() > written.end as usize || self.lexer.blank();
        if passed_blank && let Some((modifier, span)) = self.lexer.modifier() {
            let both = Span {
                end: span.end,
                ..written
            };
            return Ok((Some(modifier), both, self.list_or_name(depth)?));
        }
        Ok((None, written, self.text_or_transformer(depth)?))
    }

    fn number_or_transformer(&mut self, depth: u32) -> Parsed<Right> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if let Some(term) = self.transformer_or_val(depth)? {
            return Ok(Right::Term(term));
        }
        match self.lexer.number() {
            Some(number) => Ok(Right::Value(number)),
            None => Err(self.error(ParseErrorKind::NoNumber)),
        }
    }

    fn text_or_transformer(&mut self, depth: u32) -> Parsed<Right> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if let Some(term) = self.transformer_or_val(depth)? {
            return Ok(Right::Term(term));
        }
        self.text(ParseErrorKind::NoText).map(Right::Value)
    }

    /// A text with quotes or without.
    pub(super) fn text(&mut self, otherwise: ParseErrorKind) -> Parsed<Literal> {
        if let Some(quoted) = self.quoted()? {
            return Ok(quoted);
        }
        self.lexer.bare().ok_or_else(|| self.error(otherwise))
    }
}
