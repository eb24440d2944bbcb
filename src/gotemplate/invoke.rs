//! Evaluates operands and calls functions with them.

use std::ops::Range;
use std::rc::Rc;

use super::evaluate::{Evaluated, Evaluator, Scope, spelled};
use super::failure::Failure;
use super::functions::{Answer, Call, Code, Function, Type, Wrong};
use super::literal::Number;
use super::tree::{Command, Expression, Term};
use super::value::Value;

/// Functions into whose text a missing value would go unseen.
const WRITES: [&str; 10] = [
    "print", "printf", "println", "quote", "squote", "cat", "toString", "toYaml", "toJson", "html",
];

impl Evaluator<'_> {
    /// The value of a command; `last` is the value that the pipe brings, and `before` where it comes from.
    pub(super) fn command(
        &mut self,
        command: &Command,
        last: Option<Value>,
        before: Option<&Expression>,
        scope: &mut Scope,
    ) -> Evaluated<Value> {
        let Command { first, arguments } = command;
        self.spend(&first.range)?;
        match &first.term {
            Term::Function(function) => {
                if let (Some(Value::Nil), Some(before)) = (&last, before) {
                    self.warn_of_nothing(function, before);
                }
                self.call(function, &first.range, arguments, last, scope)
            }
            Term::Field(names) => {
                let receiver = scope.dot.clone();
                self.fields(receiver, names, first, arguments, last, scope)
            }
            Term::Variable(name, names) if !names.is_empty() => {
                let receiver = scope.get(name);
                self.fields(receiver, names, first, arguments, last, scope)
            }
            Term::Chain(inner, names) => {
                let receiver = self.operand(inner, scope)?;
                self.fields(receiver, names, first, arguments, last, scope)
            }
            Term::Nil => Err(self.fail("`nil` is not a command", &first.range)),
            _ if !arguments.is_empty() || last.is_some() => {
                let message = "arguments are given to what is not a function";
                Err(self.fail(message, &first.range))
            }
            _ => self.operand(first, scope),
        }
    }

    fn warn_of_nothing(&mut self, function: &Function, expression: &Expression) {
        if let Some(name) = spelled(&expression.term)
            && WRITES.contains(&function.name)
        {
            let message = format!("`{name}` has no value for `{}` to print", function.name);
            self.warn(message, &expression.range);
        }
    }

    /// The fields of a value one after the other; the last may be a method, and gets the arguments.
    fn fields(
        &mut self,
        receiver: Value,
        names: &[Rc<str>],
        place: &Expression,
        arguments: &[Expression],
        last: Option<Value>,
        scope: &mut Scope,
    ) -> Evaluated<Value> {
        let mut given = Vec::new();
        for argument in arguments {
            given.push(self.operand(argument, scope)?);
        }
        given.extend(last);
        let mut value = receiver;
        for (index, name) in names.iter().enumerate() {
            if matches!(value, Value::Nil) && index == 0 {
                return Ok(Value::Nil);
            }
            let is_last = index + 1 == names.len();
            let given = if is_last { given.as_slice() } else { &[] };
            let field = field(&value, name, given);
            value = field.map_err(|message| self.no_field(message, &value, place))?;
        }
        Ok(value)
    }

    fn no_field(&self, message: String, value: &Value, place: &Expression) -> Failure {
        let mut failure = self.fail(message, &place.range);
        if let Value::Nil = value {
            let help =
                "put what may be missing into parentheses: `(.a).b` has no value if `.a` has none";
            failure.help = Some(help.to_owned());
        }
        failure
    }

    /// The value of an operand.
    fn operand(&mut self, expression: &Expression, scope: &mut Scope) -> Evaluated<Value> {
        let (value, _) = self.typed(expression, Type::Any, scope)?;
        Ok(value)
    }

    /// The value of an operand where a type is wanted, and whether it may be nothing.
    fn typed(
        &mut self,
        expression: &Expression,
        wanted: Type,
        scope: &mut Scope,
    ) -> Evaluated<(Value, bool)> {
        let place = &expression.range;
        self.spend(place)?;
        let mut may_be_nil = wanted == Type::Any;
        let value = match &expression.term {
            Term::Dot => scope.dot.clone(),
            Term::Nil => {
                may_be_nil |= wanted == Type::Map;
                Value::Nil
            }
            Term::Boolean(truth) => Value::Bool(*truth),
            Term::Text(text) => Value::Text(Rc::clone(text)),
            Term::Number(number) => constant(number, wanted),
            Term::Variable(name, names) if names.is_empty() => {
                may_be_nil |= wanted == Type::Map;
                scope.get(name)
            }
            Term::Field(names) => {
                let receiver = scope.dot.clone();
                self.fields(receiver, names, expression, &[], None, scope)?
            }
            Term::Variable(name, names) => {
                let receiver = scope.get(name);
                self.fields(receiver, names, expression, &[], None, scope)?
            }
            Term::Chain(inner, names) => {
                let receiver = self.operand(inner, scope)?;
                self.fields(receiver, names, expression, &[], None, scope)?
            }
            Term::Function(function) => self.call(function, place, &[], None, scope)?,
            Term::Pipeline(pipeline) => {
                may_be_nil |= wanted == Type::Map;
                self.deeper(place, |evaluator| evaluator.pipeline(pipeline, scope))?
            }
        };
        Ok((value, may_be_nil))
    }

    fn wrong_type(&self, function: &Function, wrong: Wrong, place: &Range<usize>) -> Failure {
        let message = format!("`{}`: {}", function.name, wrong.message);
        self.wrong_call(message, wrong.help, place)
    }

    fn wrong_call(&self, message: String, help: Option<String>, place: &Range<usize>) -> Failure {
        let mut failure = self.fail(message, place);
        failure.help = help;
        failure
    }

    /// What a function answers.
    fn call(
        &mut self,
        function: &'static Function,
        place: &Range<usize>,
        arguments: &[Expression],
        last: Option<Value>,
        scope: &mut Scope,
    ) -> Evaluated<Value> {
        if let Code::Refused(reason) = function.code {
            let message = format!("the function `{}` is refused: {reason}", function.name);
            return Err(self.fail(message, place));
        }
        let given = arguments.len() + usize::from(last.is_some());
        if let Some(message) = function.wrong_count(given) {
            return Err(self.fail(message, place));
        }
        if let Code::Until(stop) = function.code {
            return self.until(stop, arguments, last, scope);
        }
        let values = self.arguments(function, arguments, last, place, scope)?;
        match function.code {
            Code::Plain(code) => {
                let is_written = self.is_written(arguments);
                self.plain(function, code, values, is_written, place)
            }
            Code::Include => self.include(&values, self.is_written(arguments), place),
            Code::Tpl => self.tpl(&values, self.is_written(arguments), place),
            Code::Until(_) | Code::Refused(_) => Ok(Value::Nil),
        }
    }

    fn plain(
        &self,
        function: &Function,
        code: fn(&Call) -> Answer,
        values: Vec<Value>,
        is_written: bool,
        place: &Range<usize>,
    ) -> Evaluated<Value> {
        let call = Call {
            values,
            limits: &self.limits,
            host: self.host,
        };
        let answer = code(&call).and_then(|value| bounded(value, &call));
        answer.map_err(|message| {
            let help = remedy(function, &call.values);
            let message = about(function, &message, is_written);
            self.wrong_call(message, help, place)
        })
    }

    fn arguments(
        &mut self,
        function: &'static Function,
        arguments: &[Expression],
        last: Option<Value>,
        place: &Range<usize>,
        scope: &mut Scope,
    ) -> Evaluated<Vec<Value>> {
        let mut values = Vec::with_capacity(arguments.len() + 1);
        for argument in arguments {
            let wanted = function.takes(values.len());
            let (value, may_be_nil) = self.typed(argument, wanted, scope)?;
            if let Value::Nil = value {
                self.warn_of_nothing(function, argument);
            }
            let checked = wanted.check(value, may_be_nil);
            values
                .push(checked.map_err(|wrong| self.wrong_type(function, wrong, &argument.range))?);
        }
        if let Some(last) = last {
            let wanted = function.takes(values.len());
            let checked = wanted.check(last, matches!(wanted, Type::Any | Type::Map));
            values.push(checked.map_err(|wrong| self.wrong_type(function, wrong, place))?);
        }
        Ok(values)
    }

    /// `and` and `or`: the first argument whose truth stops it, or the last.
    fn until(
        &mut self,
        stop: bool,
        arguments: &[Expression],
        last: Option<Value>,
        scope: &mut Scope,
    ) -> Evaluated<Value> {
        let mut value = Value::Nil;
        for argument in arguments {
            value = self.operand(argument, scope)?;
            if value.is_true() == stop {
                return Ok(value);
            }
        }
        Ok(last.unwrap_or(value))
    }

    /// Whether the first of the arguments is a text that the user has written in the template, so that it may be told.
    fn is_written(&self, arguments: &[Expression]) -> bool {
        let first = arguments.first().map(|argument| &argument.term);
        !self.is_computed && matches!(first, Some(Term::Text(_)))
    }

    fn include(
        &mut self,
        values: &[Value],
        is_written: bool,
        place: &Range<usize>,
    ) -> Evaluated<Value> {
        let [Value::Text(name), dot] = values else {
            return Ok(Value::Nil);
        };
        let (name, dot) = (Rc::clone(name), dot.clone());
        self.named(&name, is_written, &dot, place).map(Value::from)
    }

    fn tpl(
        &mut self,
        values: &[Value],
        is_written: bool,
        place: &Range<usize>,
    ) -> Evaluated<Value> {
        let [Value::Text(text), dot] = values else {
            return Ok(Value::Nil);
        };
        let copied = self.limits.spend(self.definitions.len());
        copied.map_err(|message| self.fail(message, place))?;
        let definitions = self.definitions.clone();
        let before = self.anchor.clone();
        let anchor = before.clone().unwrap_or_else(|| place.clone());
        self.anchor = Some(anchor.clone());
        let was_computed = std::mem::replace(&mut self.is_computed, !is_written);
        let result = self.deeper(place, |evaluator| evaluator.run(text, dot));
        self.anchor = before;
        self.is_computed = was_computed;
        self.definitions = definitions;
        let text = result.map_err(|failure| Failure {
            range: anchor,
            ..failure
        })?;
        Ok(text.into())
    }
}

/// A number where a type is wanted: `2` serves as a `float64`, and `2.0` as an `int`.
fn constant(number: &Number, wanted: Type) -> Value {
    match (wanted, number.integer) {
        (Type::Float, _) => Value::Float(number.float),
        (Type::Int, Some(integer)) => Value::Int(integer),
        (_, Some(integer)) if !number.is_float => Value::Int(integer),
        _ => Value::Float(number.float),
    }
}

/// What a value has under a name.
fn field(value: &Value, name: &str, arguments: &[Value]) -> Result<Value, String> {
    match value {
        Value::Nil => Err(format!("`.{name}` is looked up in what has no value")),
        Value::Map(_) if !arguments.is_empty() => {
            Err(format!("`.{name}` is not a method, but is given arguments"))
        }
        Value::Map(map) => Ok(map.get(name).unwrap_or(Value::Nil)),
        Value::Object(object) => object.field(name, arguments).unwrap_or_else(|| {
            Err(format!(
                "`.{name}` is not a field of {}",
                object.type_name()
            ))
        }),
        _ => Err(format!("{} has no field `.{name}`", value.described())),
    }
}

/// Keeps what a function answers within bounds.
fn bounded(value: Value, call: &Call) -> Result<Value, String> {
    match &value {
        Value::Text(text) => call.limits.text(text.len())?,
        Value::List(list) => call.limits.list(list.items().len())?,
        Value::Map(map) => call.limits.spend(map.len())?,
        _ => {}
    }
    Ok(value)
}

/// What helps where a number of a values file is compared with one of the template.
fn remedy(function: &Function, values: &[Value]) -> Option<String> {
    let compares = matches!(function.name, "eq" | "ne" | "lt" | "le" | "gt" | "ge");
    let float = values.iter().any(|value| matches!(value, Value::Float(_)));
    let whole = values
        .iter()
        .any(|value| matches!(value, Value::Int(_) | Value::Int64(_)));
    let help = "numbers of a values file are float64: make them whole with `int`";
    (compares && float && whole).then(|| help.to_owned())
}

/// What a function says is wrong. The words of `fail` and `required` stand alone, if they are written in the template;
/// computed ones may hold what is secret.
fn about(function: &Function, message: &str, is_written: bool) -> String {
    match function.name {
        "fail" | "required" if is_written => message.to_owned(),
        "fail" => "`fail` was called".to_owned(),
        "required" => "`required` has no value".to_owned(),
        name => format!("`{name}`: {message}"),
    }
}
