//! What is wrong, in words.

use std::fmt::{Display, Formatter, Result};

use super::super::events::{SearchFault, similar_name};
use super::super::fields::FieldFault;
use super::super::syntax::{Operator, TransformerKind};
use super::super::types::{
    LONGEST_TEXT, NetworkFault, PatternFault, ValueFault, ValueType, is_comparable,
};
use super::{ProblemKind, RightFault, Scope, TransformerFault};

impl Display for ProblemKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Field { name, fault } => field(f, name, fault),
            Self::Operator {
                operator,
                value_type,
                list,
            } => {
                let kind = kind(*value_type, *list);
                write!(f, "`{}` does not compare {kind}", operator.word())
            }
            Self::Later { word, since } => {
                write!(f, "`{word}` is known only since engine 0.{since}.0")
            }
            Self::Transformer { transformer, fault } => self::transformer(f, *transformer, fault),
            Self::RightSide(fault) => right_side(f, *fault),
            Self::Value {
                value,
                value_type,
                fault,
            } => self::value(f, value, *value_type, *fault),
            Self::EventType(name) => write!(f, "there are no events of type `{name}`"),
            Self::Pattern(fault) => f.write_str(pattern(*fault)),
            Self::NotHexadecimal => f.write_str("bytes are written as pairs of hexadecimal digits"),
            Self::Around => f.write_str("`evt.around` is compared by `=` only"),
            Self::Search(fault) => f.write_str(search(*fault)),
            Self::EmptyOutput => f.write_str("the output is empty"),
            Self::PercentAtEnd => f.write_str("a percent sign stands at the end of the output"),
            Self::NumberAtEnd => f.write_str("no field follows the width at the end of the output"),
            Self::NoOutputField => f.write_str("no field follows the percent sign"),
            Self::SimplePattern => f.write_str("this needs no regular expression"),
            Self::FieldAsText(text) => {
                write!(f, "`{text}` is compared as a text, not as the field")
            }
            Self::TransformerAsText(text) => {
                write!(f, "`{text}` is compared as a text, not as a transformer")
            }
            Self::ComparedWithNa => {
                f.write_str("a field without value is not `<NA>` when it is compared")
            }
            Self::Deprecated(name) => write!(f, "`{name}` is deprecated"),
        }
    }
}

fn kind(value_type: ValueType, list: bool) -> String {
    if list {
        format!("lists (of type {})", value_type.word())
    } else {
        format!("values of type {}", value_type.word())
    }
}

fn field(f: &mut Formatter<'_>, name: &str, fault: &FieldFault) -> Result {
    use FieldFault as F;
    match fault {
        F::Unknown => write!(f, "there is no field `{name}`"),
        F::OtherSource(source) => write!(
            f,
            "events of this source have no field `{name}`, those of `{source}` have it"
        ),
        F::Later(since) => write!(
            f,
            "the field `{name}` is known only since engine 0.{since}.0"
        ),
        F::NoArgument => write!(f, "the field `{name}` needs an argument in brackets"),
        F::NeedlessArgument => write!(f, "the field `{name}` takes no argument"),
        F::NotANumber => write!(f, "the argument of `{name}` is not a number"),
        F::NotAnIndex => write!(f, "the argument of `{name}` is not an index"),
        F::BadCharacter => write!(
            f,
            "the argument of `{name}` has a blank or a closing bracket"
        ),
        F::NoParameter => write!(f, "`{name}` needs the name of a parameter"),
        F::UnknownParameter => write!(f, "no event has the parameter of `{name}`"),
        F::NoEventType => write!(f, "`{name}` needs the name of an event"),
        F::NoSubsystem => write!(f, "`{name}` needs the name of a subsystem"),
        F::Reserved => write!(f, "Falco keeps names that begin with `arg` for itself"),
    }
}

fn transformer(
    f: &mut Formatter<'_>,
    transformer: TransformerKind,
    fault: &TransformerFault,
) -> Result {
    use TransformerFault as F;
    let word = transformer.word();
    match fault {
        F::NeedlessArgument => write!(f, "`{word}` takes no argument in brackets"),
        F::OneArgument => write!(f, "`{word}` takes one argument"),
        F::SeveralArguments if transformer == TransformerKind::Concat => {
            write!(f, "`{word}` takes two arguments or more")
        }
        F::SeveralArguments => write!(f, "`{word}` takes two arguments"),
        F::Field(name) => write!(f, "the field `{name}` cannot stand in a transformer"),
        F::Type { value_type, list } => {
            write!(f, "`{word}` does not take {}", kind(*value_type, *list))
        }
        F::NotAList => write!(f, "this argument of `{word}` must be a list"),
        F::List => write!(f, "this argument of `{word}` must not be a list"),
        F::NotAText => write!(f, "this argument of `{word}` must be a text"),
        F::NotAnOption => write!(
            f,
            "what stands in brackets behind `{word}` must be one character"
        ),
    }
}

fn right_side(f: &mut Formatter<'_>, fault: RightFault) -> Result {
    match fault {
        RightFault::Operator(operator) => {
            write!(f, "`{}` does not compare with fields", operator.word())
        }
        RightFault::Network => f.write_str("networks are not compared with fields"),
        RightFault::Left => f.write_str("the field to the left is not compared with fields"),
        RightFault::Right => f.write_str("this field cannot stand to the right"),
        RightFault::Types { left, right } => write!(
            f,
            "{} are compared with {}",
            kind(left.0, left.1),
            kind(right.0, right.1)
        ),
    }
}

fn value(f: &mut Formatter<'_>, value: &str, value_type: ValueType, fault: ValueFault) -> Result {
    use ValueFault as F;
    match fault {
        F::TooLong => write!(f, "the value is longer than {LONGEST_TEXT} bytes"),
        F::ZeroByte => f.write_str("the value has a zero byte"),
        F::NoTexts => write!(
            f,
            "values of type {} are not compared with what is written out",
            value_type.word()
        ),
        F::UnknownService => write!(f, "`{value}` is neither a port nor a service"),
        F::NotANetwork(NetworkFault::NoMask) => write!(f, "`{value}` has no network mask"),
        F::NotANetwork(NetworkFault::BadMask) => {
            write!(f, "the network mask of `{value}` is not a length in bits")
        }
        F::NotANumber | F::NotABoolean | F::NotAnAddress | F::NotANetwork(_) => {
            write!(f, "`{value}` is not {}", value_type.description())
        }
    }
}

fn pattern(fault: PatternFault) -> &'static str {
    use PatternFault as F;
    match fault {
        F::BadEscape => "the regular expression has an escape that POSIX does not have",
        F::TrailingBackslash => "the regular expression ends with a backslash",
        F::MissingParenthesis => "the regular expression has a parenthesis that is not closed",
        F::UnexpectedParenthesis => "the regular expression closes a parenthesis that is not open",
        F::MissingBracket => "the regular expression has a bracket that is not closed",
        F::BadRange => "the regular expression has a range or class that is none",
        F::NothingToRepeat => "the regular expression has nothing to repeat",
        F::BadRepetition => "the regular expression repeats more than 1000 times",
        F::BadUtf8 => "the regular expression is not UTF-8",
        F::TooLarge => "the regular expression is too large",
    }
}

fn search(fault: SearchFault) -> &'static str {
    match fault {
        SearchFault::Transformer => "the type of events cannot stand in a transformer",
        SearchFault::RightSide => "the type of events is not compared with fields",
    }
}

impl ProblemKind {
    /// What to do about it, where that can be said. `scope` is where the problem was found. This looks for similar names,
    /// which takes a while: ask for problems that are shown only.
    #[must_use]
    pub fn help(&self, scope: &Scope<'_>) -> Option<String> {
        Some(match self {
            Self::Field { name, fault } => return help_with_field(name, fault, scope),
            Self::EventType(name) => did_you_mean(similar_name(name)?),
            Self::Operator {
                value_type, list, ..
            } => fitting_operators(*value_type, *list),
            Self::Transformer {
                transformer,
                fault: TransformerFault::Type { .. } | TransformerFault::Field(_),
            } => format!("compare without `{}`", transformer.word()),
            Self::RightSide(RightFault::Types { .. }) => {
                "compare with a field of the same type".into()
            }
            Self::Value { value, fault, .. } => return help_with_value(value, *fault),
            Self::Pattern(fault) => help_with_pattern(*fault)?.into(),
            Self::SimplePattern => {
                "use `=`, `contains`, `startswith` or `endswith`, which are faster".into()
            }
            Self::FieldAsText(text) => format!("write `val({text})` to compare with the field"),
            Self::TransformerAsText(text) => {
                format!("write `{text}` without quotes to compare with what it yields")
            }
            Self::ComparedWithNa => "use `exists`".into(),
            Self::Deprecated("evt.dir") => {
                "remove the comparison: there are only events of direction `<`".into()
            }
            Self::Deprecated(_) => "remove it: it has no value any more".into(),
            Self::PercentAtEnd | Self::NoOutputField => {
                "an output cannot contain a percent sign but before a field".into()
            }
            _ => return None,
        })
    }
}

fn help_with_field(name: &str, fault: &FieldFault, scope: &Scope<'_>) -> Option<String> {
    use FieldFault as F;
    Some(match fault {
        F::Unknown => did_you_mean(scope.fields.similar(name, scope.place())?),
        F::OtherSource(source) => {
            format!("add `source: {source}` to the rule if it is for such events")
        }
        F::NoParameter => format!("write `{name}.name`, or any other parameter"),
        F::NoArgument => format!("write `{name}[…]`, with what is meant in the brackets"),
        F::NeedlessArgument => format!("write `{name}` alone"),
        F::NotANumber | F::NotAnIndex => format!("write a number in the brackets: `{name}[1]`"),
        _ => return None,
    })
}

fn help_with_value(value: &str, fault: ValueFault) -> Option<String> {
    use ValueFault as F;
    Some(match fault {
        F::NotABoolean => "write `true` or `false`".into(),
        F::NotANetwork(NetworkFault::NoMask) => {
            let bits = if value.contains(':') { 128 } else { 32 };
            format!("write `{value}/{bits}` for one address, or use a field for addresses")
        }
        F::NotAnAddress if value.contains('/') => {
            "use a field for networks, such as `fd.snet` in the place of `fd.sip`".into()
        }
        _ => return None,
    })
}

fn help_with_pattern(fault: PatternFault) -> Option<&'static str> {
    use PatternFault as F;
    Some(match fault {
        F::BadEscape => {
            "write `[0-9]` for `\\d`, `[[:alnum:]_]` for `\\w`, `[[:space:]]` for `\\s`"
        }
        F::MissingParenthesis => "close it, or write `[(]` for the character",
        F::UnexpectedParenthesis => "take it out, or write `[)]` for the character",
        F::MissingBracket => "close it, or write `[[]` for the character",
        F::NothingToRepeat => {
            "put something before `*`, `+` and `?`; groups such as `(?i)` and `(?!…)` are not known"
        }
        _ => return None,
    })
}

/// Operators that are left out of the remedy: they say nothing else than others do, or only later engines know them.
const SELDOM: [Operator; 4] = [
    Operator::Exists,
    Operator::DoubleEqual,
    Operator::IGlob,
    Operator::Regex,
];

fn fitting_operators(value_type: ValueType, list: bool) -> String {
    let fits = |operator| is_comparable(operator, value_type, list) && !SELDOM.contains(&operator);
    let fitting = Operator::ALL.iter().filter(|(operator, _)| fits(*operator));
    let words: Vec<String> = fitting.map(|(_, word)| format!("`{word}`")).collect();
    if words.is_empty() {
        return "use `exists`, or another field".into();
    }
    format!("use one of {}", words.join(", "))
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    use super::super::super::fields::Fields;
    use super::*;

    fn help(problem: &ProblemKind) -> Option<String> {
        problem.help(&Scope::new(Fields::falco(), "syscall", 62))
    }

    fn operator(value_type: ValueType) -> ProblemKind {
        ProblemKind::Operator {
            operator: Operator::Contains,
            value_type,
            list: false,
        }
    }

    #[test]
    fn the_remedy_for_an_operator_names_those_that_fit() {
        let boolean = help(&operator(ValueType::Boolean)).unwrap();
        assert_eq!(boolean, "use one of `=`, `!=`, `intersects`, `in`");
        let dynamic = help(&operator(ValueType::Dynamic)).unwrap();
        assert_eq!(dynamic, "use `exists`, or another field");
    }

    #[test]
    fn a_network_needs_as_many_bits_as_its_addresses_have() {
        let fault = ValueFault::NotANetwork(NetworkFault::NoMask);
        let whole = |value| help_with_value(value, fault).unwrap();
        assert!(whole("10.0.0.1").starts_with("write `10.0.0.1/32`"));
        assert!(whole("fd00::1").starts_with("write `fd00::1/128`"));
    }
}
