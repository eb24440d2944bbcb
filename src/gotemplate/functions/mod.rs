//! The functions that a template can call: Go's own, sprig's and Helm's, each a row of a table.

mod builtin;
mod case;
mod convert;
mod dates;
mod defaults;
mod dicts;
mod encodings;
mod hashes;
mod helm;
mod lists;
mod merge;
mod numbers;
mod paths;
mod pattern;
mod reflection;
mod refused;
mod regexes;
mod text;
mod url;
mod versions;
mod wrap;

use std::ops::Range;

use super::Host;
use super::failure::Failure;
use super::limits::Limits;
use super::print::show;
use super::value::{List, Map, Value};

/// What a function answers, or what is wrong with what it was given.
pub(super) type Answer = Result<Value, String>;

/// What a parameter takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Type {
    Any,
    Text,
    Int,
    Float,
    Bool,
    Map,
    Moment,
}

/// What is wrong with an argument.
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// A function.
pub(super) struct Function {
    pub(super) name: &'static str,
    takes: &'static [Type],
    /// What it takes any number of, behind the others.
    rest: Option<Type>,
    pub(super) code: Code,
}

/// What a function does.
pub(super) enum Code {
    /// It computes its answer from its arguments.
    Plain(fn(&Call) -> Answer),
    /// It evaluates its arguments until the truth of one is this.
    Until(bool),
    /// It prints a named template.
    Include,
    /// It evaluates a text.
    Tpl,
    /// It is known, but cannot be called, for this reason.
    Refused(&'static str),
}

/// A call of a function; the arguments have been found to be of its types.
pub(super) struct Call<'a> {
    pub(super) values: Vec<Value>,
    pub(super) limits: &'a Limits,
    pub(super) host: &'a dyn Host,
}

const fn fixed(name: &'static str, takes: &'static [Type], code: fn(&Call) -> Answer) -> Function {
    row(name, takes, None, Code::Plain(code))
}

const fn variadic(
    name: &'static str,
    takes: &'static [Type],
    rest: Type,
    code: fn(&Call) -> Answer,
) -> Function {
    row(name, takes, Some(rest), Code::Plain(code))
}

const fn row(
    name: &'static str,
    takes: &'static [Type],
    rest: Option<Type>,
    code: Code,
) -> Function {
    Function {
        name,
        takes,
        rest,
        code,
    }
}

/// All functions, by what they are about.
pub(super) const TABLES: &[&[Function]] = &[
    builtin::FUNCTIONS,
    case::FUNCTIONS,
    convert::FUNCTIONS,
    dates::FUNCTIONS,
    defaults::FUNCTIONS,
    dicts::FUNCTIONS,
    encodings::FUNCTIONS,
    hashes::FUNCTIONS,
    helm::FUNCTIONS,
    lists::FUNCTIONS,
    merge::FUNCTIONS,
    numbers::FUNCTIONS,
    paths::FUNCTIONS,
    reflection::FUNCTIONS,
    refused::FUNCTIONS,
    regexes::FUNCTIONS,
    text::FUNCTIONS,
    url::FUNCTIONS,
    versions::FUNCTIONS,
    wrap::FUNCTIONS,
];

/// The function of a name.
///
/// # Errors
/// There is none; the help names the one that was probably meant.
pub(super) fn named(name: &str, place: &Range<usize>) -> Result<&'static Function, Failure> {
    let mut all = TABLES.iter().copied().flatten();
    if let Some(found) = all.find(|function| function.name == name) {
        return Ok(found);
    }
    let mut failure = Failure::new(format!("the function `{name}` is not defined"), place);
    failure.help = nearest(name).map(|nearest| format!("did you mean `{nearest}`?"));
    Err(failure)
}

/// Whether there is a function of that name.
pub(super) fn is_function(name: &str) -> bool {
    let mut all = TABLES.iter().copied().flatten();
    all.any(|function| function.name == name)
}

fn nearest(name: &str) -> Option<&'static str> {
    let names = TABLES
        .iter()
        .copied()
        .flatten()
        .map(|function| function.name);
    let rated = names.map(|known| (strsim::osa_distance(known, name), known));
    let (distance, nearest) = rated.min()?;
    (distance <= 1 + name.chars().count() / 4 && name.chars().count() > 2).then_some(nearest)
}

impl Function {
    /// What the parameter of an index takes.
    pub(super) fn takes(&self, index: usize) -> Type {
        let fixed = self.takes.get(index).copied();
        fixed.or(self.rest).unwrap_or(Type::Any)
    }

    /// What is wrong with giving it so many arguments.
    pub(super) fn wrong_count(&self, given: usize) -> Option<String> {
        let (name, wanted) = (self.name, self.takes.len());
        let plural = if wanted == 1 { "argument" } else { "arguments" };
        match self.rest {
            None if given != wanted => {
                Some(format!("`{name}` takes {wanted} {plural}, not {given}"))
            }
            Some(_) if given < wanted => Some(format!(
                "`{name}` takes at least {wanted} {plural}, not {given}"
            )),
            _ => None,
        }
    }
}

impl Type {
    /// What it takes, for messages.
    fn described(self) -> &'static str {
        match self {
            Type::Any => "a value",
            Type::Text => "a text",
            Type::Int => "a whole number (int)",
            Type::Float => "a number (float64)",
            Type::Bool => "a boolean",
            Type::Map => "a map",
            Type::Moment => "a time",
        }
    }

    fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Type::Any, _)
            | (Type::Text, Value::Text(_))
            | (Type::Int, Value::Int(_))
            | (Type::Float, Value::Float(_))
            | (Type::Bool, Value::Bool(_)) => true,
            (Type::Map, Value::Map(map)) => map.element() == super::Element::Any,
            (Type::Moment, Value::Object(object)) => object.moment().is_some(),
            _ => false,
        }
    }

    /// The value, if it is of this type; where nothing will do, a map of nothing stands for it.
    pub(super) fn check(self, value: Value, may_be_nil: bool) -> Result<Value, Wrong> {
        match value {
            Value::Nil if may_be_nil && self == Type::Map => Ok(Value::map::<&str>([])),
            Value::Nil if may_be_nil => Ok(Value::Nil),
            value if self.takes(&value) => Ok(value),
            value => {
                let message = format!("expected {}, found {}", self.described(), value.described());
                let help = self.conversion().filter(|_| !matches!(value, Value::Nil));
                Err(Wrong { message, help })
            }
        }
    }

    /// How to make something of this type.
    fn conversion(self) -> Option<String> {
        let function = match self {
            Type::Text => "toString",
            Type::Int => "int",
            Type::Float => "float64",
            _ => return None,
        };
        Some(format!("convert it with `{function}`"))
    }
}

impl Call<'_> {
    /// An argument; nothing if there is none.
    fn value(&self, index: usize) -> &Value {
        self.values.get(index).unwrap_or(&Value::Nil)
    }

    /// The arguments from an index on.
    fn rest(&self, index: usize) -> &[Value] {
        self.values.get(index..).unwrap_or_default()
    }

    fn text(&self, index: usize) -> &str {
        self.value(index).as_text().unwrap_or_default()
    }

    fn int(&self, index: usize) -> i64 {
        match self.value(index) {
            Value::Int(number) => *number,
            _ => 0,
        }
    }

    fn bool(&self, index: usize) -> bool {
        self.value(index).is_true()
    }

    fn map(&self, index: usize) -> Map {
        match self.value(index) {
            Value::Map(map) => map.clone(),
            _ => Map::new(std::collections::BTreeMap::new(), super::Element::Any),
        }
    }

    /// An argument that must be a list.
    fn list(&self, index: usize) -> Result<List, String> {
        let value = self.value(index);
        let wrong = || format!("expected a list, found {}", value.described());
        value.as_list().ok_or_else(wrong)
    }

    /// A value as text.
    fn show(&self, value: &Value) -> Result<String, String> {
        self.limits.whole(value)?;
        Ok(show(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_functions_have_one_name() {
        let mut names: Vec<_> = TABLES.iter().copied().flatten().map(|f| f.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn a_misspelled_function_is_found() {
        let failure = named("qoute", &(0..5)).err().unwrap();
        assert_eq!(failure.help.unwrap(), "did you mean `quote`?");
    }
}
