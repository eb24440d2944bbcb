//! What combines conditions: `or`, `and`, `not` and parentheses.

use super::super::{Expression, Span, Term};
use super::{ParseErrorKind, Parsed, Parser};

/// A word that stands between conditions.
struct Connective {
    word: &'static str,
    /// What is wrong if something is glued to the word.
    glued: ParseErrorKind,
    operand: fn(&mut Parser<'_>, u32) -> Parsed<Expression>,
    join: fn(Vec<Expression>, Span) -> Expression,
}

const OR: Connective = Connective {
    word: "or",
    glued: ParseErrorKind::NothingBehindOr,
    operand: |parser, depth| parser.all(depth),
    join: Expression::Or,
};

const AND: Connective = Connective {
    word: "and",
    glued: ParseErrorKind::NothingBehindAnd,
    operand: |parser, depth| parser.not(depth),
    join: Expression::And,
};

impl Parser<'_> {
    /// Conditions with `or` between them, or one alone.
    pub(super) fn any(&mut self, depth: u32) -> Parsed<Expression> {
        self.joined(depth, &OR)
    }

    /// Conditions with `and` between them, or one alone.
    fn all(&mut self, depth: u32) -> Parsed<Expression> {
        self.joined(depth, &AND)
    }

    fn joined(&mut self, depth: u32, connective: &Connective) -> Parsed<Expression> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let start = self.lexer.at();
        let first = (connective.operand)(self, depth)?;
        self.lexer.blank();
        if !self.lexer.take(connective.word) {
            return Ok(first);
        }
        let mut operands = vec![first, self.operand(depth, connective)?];
        while self.lexer.take(connective.word) {
            operands.push(self.operand(depth, connective)?);
        }
        let span = Span::new(start, self.lexer.end());
        Ok((connective.join)(operands, span))
    }

    /// What stands behind a connective. Only parentheses need no blank before them, and they hold for themselves:
    /// `a or(b) and c` is no condition.
    fn operand(&mut self, depth: u32, connective: &Connective) -> Parsed<Expression> {
        let operand = if self.lexer.blank() {
            (connective.operand)(self, depth)?
        } else {
            self.expect("(", connective.glued)?;
            self.parenthesized(depth)?
        };
        self.lexer.blank();
        Ok(operand)
    }

    /// A condition with any number of `not` before it. Two of them are none.
    fn not(&mut self, depth: u32) -> Parsed<Expression> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let start = self.lexer.at();
        let mut negated = false;
        while self.lexer.not() {
            negated = !negated;
        }
        let operand = if self.lexer.take("not(") {
            negated = !negated;
            self.parenthesized(depth)?
        } else {
            self.check_or_macro(depth)?
        };
        if !negated {
            return Ok(operand);
        }
        let span = Span::new(start, self.lexer.end());
        Ok(Expression::Not(Box::new(operand), span))
    }

    /// What stands behind an opening parenthesis.
    fn parenthesized(&mut self, depth: u32) -> Parsed<Expression> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let expression = self.any(depth)?;
        self.lexer.blank();
        self.expect(")", ParseErrorKind::NoClosingParenthesis)?;
        Ok(expression)
    }

    /// A comparison, the name of a macro, or anything in parentheses.
    fn check_or_macro(&mut self, depth: u32) -> Parsed<Expression> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if self.lexer.take("(") {
            return self.parenthesized(depth);
        }
        if let Some(left) = self.term(depth)? {
            return self.check(depth, left);
        }
        match self.lexer.name() {
            Some(name) => Ok(Expression::Macro(name)),
            None => Err(self.error(ParseErrorKind::NoCheck)),
        }
    }

    /// A field or transformer alone.
    pub(super) fn field_or_transformer(&mut self, depth: u32) -> Parsed<Term> {
        let depth = self.deeper(depth)?;
        match self.term(depth)? {
            Some(term) => Ok(term),
            None => Err(self.error(ParseErrorKind::NoTerm)),
        }
    }
}
