//! Since when words of conditions are known: as the middle number of the first version of the rules engine that knows
//! them (histories of falco and libs).

use super::syntax::{Expression, Modifier, Operator, Right, Term, TransformerKind};

impl Operator {
    /// The first engine that knows it; 0 for all that are older than 0.27.
    #[must_use]
    pub fn since(self) -> u32 {
        match self {
            Operator::IGlob => 32,
            Operator::Regex => 42,
            _ => 0,
        }
    }
}

impl Modifier {
    /// The first engine that knows it.
    #[must_use]
    pub fn since(self) -> u32 {
        62
    }
}

impl TransformerKind {
    /// The first engine that knows it.
    #[must_use]
    pub fn since(self) -> u32 {
        match self {
            TransformerKind::Val
            | TransformerKind::ToLower
            | TransformerKind::ToUpper
            | TransformerKind::B64 => 40,
            TransformerKind::BaseName => 42,
            TransformerKind::Len => 44,
            TransformerKind::Join | TransformerKind::Concat => 59,
            TransformerKind::GetOpt => 61,
        }
    }
}

/// The first engine that knows all operators, modifiers and transformers of a condition; it may not know the fields. The
/// parser bounds the depth.
#[must_use]
pub fn words_since(expression: &Expression) -> u32 {
    match expression {
        Expression::And(parts, _) | Expression::Or(parts, _) => {
            parts.iter().map(words_since).max().unwrap_or_default()
        }
        Expression::Not(inner, _) => words_since(inner),
        Expression::Macro(_) => 0,
        Expression::Check(check) => {
            let right = match &check.right {
                Right::Term(term) => term_since(term),
                Right::Nothing | Right::Value(_) | Right::List(..) | Right::Name(_) => 0,
            };
            let modifier = check.modifier.map_or(0, Modifier::since);
            let operator = check.operator.since().max(modifier);
            operator.max(right).max(term_since(&check.left))
        }
    }
}

fn term_since(term: &Term) -> u32 {
    match term {
        Term::Field(_) | Term::Literal(_) => 0,
        Term::List(terms, _) => terms.iter().map(term_since).max().unwrap_or_default(),
        Term::Transformer(transformer) => {
            let arguments = transformer.arguments.iter().map(term_since).max();
            transformer.kind.since().max(arguments.unwrap_or_default())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    fn since(condition: &str) -> u32 {
        words_since(&parse(condition, 100).unwrap())
    }

    #[test]
    fn a_condition_is_as_new_as_its_newest_word() {
        assert_eq!(since("proc.name = a or proc.name contains b"), 0);
        assert_eq!(since("a and not (proc.name regex b or proc.name = c)"), 42);
        assert_eq!(since("proc.name = tolower(basename(proc.pname))"), 42);
        assert_eq!(since("proc.name = oneof (a, b)"), 62);
    }
}
