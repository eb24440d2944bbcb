//! Walks a template's tree and prints what it says.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::failure::{Failure, without_names};
use super::limits::{LONGEST_TEXT, Limits};
use super::parse::parse;
use super::print::show;
use super::tree::{Body, Node, Pipeline, Template, Term};
use super::value::Value;
use super::{Host, Warning};

/// How deep bodies, parentheses and templates may be entered at the same time.
const DEEPEST_WALK: usize = 200;

/// An evaluation under way.
pub(super) struct Evaluator<'a> {
    pub(super) host: &'a dyn Host,
    pub(super) limits: Limits,
    pub(super) warnings: Vec<Warning>,
    /// The templates that the text defines.
    pub(super) definitions: HashMap<Rc<str>, Rc<Body>>,
    /// Where in the outermost text a text within it is evaluated.
    pub(super) anchor: Option<Range<usize>>,
    /// Whether the text under way is computed, and may hold what is secret.
    pub(super) is_computed: bool,
    depth: usize,
}

/// What a template sees: the dot and the variables, the last declared last.
pub(super) struct Scope {
    pub(super) dot: Value,
    variables: Vec<(Rc<str>, Value)>,
}

/// What to do after a node.
#[derive(Clone, Copy, PartialEq)]
enum Flow {
    Next,
    Break,
    Continue,
}

pub(super) type Evaluated<T> = Result<T, Failure>;

impl Scope {
    pub(super) fn new(dot: &Value) -> Scope {
        let variables = vec![("$".into(), dot.clone())];
        let dot = dot.clone();
        Scope { dot, variables }
    }

    pub(super) fn get(&self, name: &str) -> Value {
        let found = self.variables.iter().rfind(|(known, _)| **known == *name);
        found.map_or(Value::Nil, |(_, value)| value.clone())
    }

    fn declare(&mut self, name: &Rc<str>, value: &Value) {
        self.variables.push((Rc::clone(name), value.clone()));
    }

    /// Gives a variable another value; says whether it exists.
    fn assign(&mut self, name: &Rc<str>, value: &Value) -> bool {
        let mut variables = self.variables.iter_mut();
        let found = variables.rfind(|(known, _)| known == name);
        found.map(|(_, held)| *held = value.clone()).is_some()
    }
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(host: &'a dyn Host, steps: usize) -> Evaluator<'a> {
        Evaluator {
            host,
            limits: Limits::new(steps),
            warnings: Vec::new(),
            definitions: HashMap::new(),
            anchor: None,
            is_computed: false,
            depth: 0,
        }
    }

    /// Reads a text and prints it.
    pub(super) fn run(&mut self, text: &str, data: &Value) -> Evaluated<String> {
        let whole = 0..text.len();
        self.limits
            .text(text.len())
            .map_err(|message| self.fail(message, &whole))?;
        let Template { body, definitions } =
            parse(text).map_err(|failure| self.unnamed(failure))?;
        for (name, body) in definitions {
            let blank = body.iter().all(Node::is_blank);
            if !blank || !self.definitions.contains_key(&name) {
                self.definitions.insert(name, body);
            }
        }
        self.print(&body, data, &whole)
    }

    /// Prints a template about `dot`.
    pub(super) fn print(
        &mut self,
        body: &Body,
        dot: &Value,
        at: &Range<usize>,
    ) -> Evaluated<String> {
        let mut out = String::new();
        let mut scope = Scope::new(dot);
        self.walk(body, &mut scope, &mut out, at)?;
        Ok(out)
    }

    /// A failure at a place, or around it if the place is in a text within the text.
    pub(super) fn fail(&self, message: impl Into<String>, range: &Range<usize>) -> Failure {
        let failure = Failure::new(message, self.anchor.as_ref().unwrap_or(range));
        self.unnamed(failure)
    }

    /// The failure as it may be told: without names of a text that is computed.
    fn unnamed(&self, failure: Failure) -> Failure {
        if !self.is_computed {
            return failure;
        }
        let message = without_names(&failure.message, "a text that is computed is no template");
        Failure {
            message,
            help: None,
            ..failure
        }
    }

    pub(super) fn warn(&mut self, mut message: String, range: &Range<usize>) {
        if self.is_computed {
            message = without_names(&message, "a computed name has no value to print");
        }
        let range = self.anchor.clone().unwrap_or_else(|| range.clone());
        let warning = Warning { message, range };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    pub(super) fn spend(&self, range: &Range<usize>) -> Evaluated<()> {
        self.limits
            .spend(1)
            .map_err(|message| self.fail(message, range))
    }

    /// Does something that nests.
    pub(super) fn deeper<T>(
        &mut self,
        at: &Range<usize>,
        act: impl FnOnce(&mut Self) -> Evaluated<T>,
    ) -> Evaluated<T> {
        if self.depth >= DEEPEST_WALK {
            return Err(self.fail("templates call each other too deep", at));
        }
        self.depth += 1;
        let done = act(self);
        self.depth -= 1;
        done
    }

    fn walk(
        &mut self,
        body: &Body,
        scope: &mut Scope,
        out: &mut String,
        at: &Range<usize>,
    ) -> Evaluated<Flow> {
        self.deeper(at, |evaluator| {
            for node in body {
                evaluator.spend(at)?;
                let flow = evaluator.node(node, scope, out, at)?;
                if flow != Flow::Next {
                    return Ok(flow);
                }
            }
            Ok(Flow::Next)
        })
    }

    fn node(
        &mut self,
        node: &Node,
        scope: &mut Scope,
        out: &mut String,
        at: &Range<usize>,
    ) -> Evaluated<Flow> {
        match node {
            Node::Text(text) => self.write(text, out, at)?,
            Node::Action(pipeline) => self.action(pipeline, scope, out)?,
            Node::Choice {
                moves,
                branches,
                otherwise,
            } => return self.choice(*moves, branches, otherwise, scope, out, at),
            Node::Range {
                pipeline,
                body,
                otherwise,
            } => return self.range(pipeline, body, otherwise, scope, out),
            Node::Break => return Ok(Flow::Break),
            Node::Continue => return Ok(Flow::Continue),
            Node::Template {
                name,
                range,
                pipeline,
            } => {
                let dot = match pipeline {
                    Some(pipeline) => self.pipeline(pipeline, scope)?,
                    None => Value::Nil,
                };
                let text = self.named(name, true, &dot, range)?;
                self.write(&text, out, range)?;
            }
        }
        Ok(Flow::Next)
    }

    fn write(&self, text: &str, out: &mut String, at: &Range<usize>) -> Evaluated<()> {
        if out.len() + text.len() > LONGEST_TEXT {
            return Err(self.fail("the template prints more than 4 MiB", at));
        }
        out.push_str(text);
        Ok(())
    }

    fn action(
        &mut self,
        pipeline: &Pipeline,
        scope: &mut Scope,
        out: &mut String,
    ) -> Evaluated<()> {
        let value = self.pipeline(pipeline, scope)?;
        if !pipeline.variables.is_empty() {
            return Ok(());
        }
        if let Value::Nil = value {
            self.warn(nothing(pipeline), &pipeline.range);
            return Ok(());
        }
        let whole = self.limits.whole(&value);
        whole.map_err(|message| self.fail(message, &pipeline.range))?;
        self.write(&show(&value), out, &pipeline.range)
    }

    fn choice(
        &mut self,
        moves: bool,
        branches: &[(Pipeline, Body)],
        otherwise: &Body,
        scope: &mut Scope,
        out: &mut String,
        at: &Range<usize>,
    ) -> Evaluated<Flow> {
        let known = scope.variables.len();
        let mut chosen = (otherwise, at, None);
        for (pipeline, body) in branches {
            let value = self.pipeline(pipeline, scope)?;
            if value.is_true() {
                chosen = (body, &pipeline.range, moves.then_some(value));
                break;
            }
        }
        let (body, at, dot) = chosen;
        let before = dot.map(|dot| std::mem::replace(&mut scope.dot, dot));
        let flow = self.walk(body, scope, out, at)?;
        if let Some(before) = before {
            scope.dot = before;
        }
        scope.variables.truncate(known);
        Ok(flow)
    }

    fn range(
        &mut self,
        pipeline: &Pipeline,
        body: &Body,
        otherwise: &Body,
        scope: &mut Scope,
        out: &mut String,
    ) -> Evaluated<Flow> {
        let known = scope.variables.len();
        let value = self.pipeline(pipeline, scope)?;
        let elements = self.elements(&value, pipeline)?;
        let mark = scope.variables.len();
        if elements.is_empty() {
            let flow = self.walk(otherwise, scope, out, &pipeline.range)?;
            scope.variables.truncate(known);
            return Ok(flow);
        }
        let before = scope.dot.clone();
        for (index, element) in elements {
            self.spend(&pipeline.range)?;
            iterate(pipeline, scope, &index, &element);
            scope.dot = element;
            let flow = self.walk(body, scope, out, &pipeline.range)?;
            scope.variables.truncate(mark);
            if flow == Flow::Break {
                break;
            }
        }
        scope.dot = before;
        scope.variables.truncate(known);
        Ok(Flow::Next)
    }

    /// What `range` goes through: indexes or keys with their elements.
    fn elements(&self, value: &Value, pipeline: &Pipeline) -> Evaluated<Vec<(Value, Value)>> {
        let at = &pipeline.range;
        match value {
            Value::Nil => Ok(Vec::new()),
            Value::List(list) => Ok((0..)
                .zip(list.items())
                .map(|(index, item)| (Value::Int(index), item.clone()))
                .collect()),
            Value::Map(map) => Ok(map
                .entries()
                .into_iter()
                .map(|(key, value)| (Value::Text(key), value))
                .collect()),
            Value::Int(_) | Value::Int64(_) | Value::Unsigned(_) => {
                if pipeline.variables.len() > 1 {
                    let message = "`range` over a number has one variable at most";
                    return Err(self.fail(message, at));
                }
                let numbers = count(value, &self.limits);
                numbers.map_err(|message| self.fail(message, at))
            }
            Value::Object(object) if object.contents().is_some() => {
                self.elements(&object.contents().unwrap_or(Value::Nil), pipeline)
            }
            _ => {
                let message = format!("`range` cannot go through {}", value.described());
                Err(self.fail(message, at))
            }
        }
    }

    /// The value of a pipeline, which its variables get too.
    pub(super) fn pipeline(&mut self, pipeline: &Pipeline, scope: &mut Scope) -> Evaluated<Value> {
        let mut value = None;
        let mut before = None;
        for command in &pipeline.commands {
            value = Some(self.command(command, value, before, scope)?);
            before = Some(&command.first);
        }
        let value = value.unwrap_or(Value::Nil);
        for variable in &pipeline.variables {
            if !pipeline.assigns {
                scope.declare(variable, &value);
            } else if !scope.assign(variable, &value) {
                let message = format!("the variable `{variable}` is not defined");
                return Err(self.fail(message, &pipeline.range));
            }
        }
        Ok(value)
    }

    /// What the template of a name prints: one of the text's own, or of the chart's. The name may be told if it is
    /// written in the text.
    pub(super) fn named(
        &mut self,
        name: &str,
        is_written: bool,
        dot: &Value,
        at: &Range<usize>,
    ) -> Evaluated<String> {
        if let Some(body) = self.definitions.get(name).cloned() {
            return self.print(&body, dot, at);
        }
        self.of_chart(name, is_written, dot, at)
    }

    /// What the chart's template of a name prints.
    fn of_chart(
        &self,
        name: &str,
        is_written: bool,
        dot: &Value,
        at: &Range<usize>,
    ) -> Evaluated<String> {
        let allowed = self.limits.template(dot);
        allowed.map_err(|message| self.fail(message, at))?;
        match self.host.include(name, dot) {
            Some(Ok(text)) => Ok(text),
            Some(Err(message)) => Err(self.fail(message, at)),
            None if is_written => Err(self.fail(format!("no template is named `{name}`"), at)),
            None => Err(self.fail("no template has the computed name", at)),
        }
    }
}

/// Gives the variables of `range` what an iteration is about.
fn iterate(pipeline: &Pipeline, scope: &mut Scope, index: &Value, element: &Value) {
    let values = match pipeline.variables.len() {
        1 => vec![element],
        _ => vec![index, element],
    };
    for (variable, value) in pipeline.variables.iter().zip(values) {
        scope.assign(variable, value);
    }
}

fn count(value: &Value, limits: &Limits) -> Result<Vec<(Value, Value)>, String> {
    let (until, number): (i64, fn(i64) -> Value) = match value {
        Value::Int64(until) => (*until, Value::Int64),
        Value::Unsigned(until) => (i64::try_from(*until).unwrap_or(i64::MAX), |number| {
            Value::Unsigned(number.unsigned_abs())
        }),
        Value::Int(until) => (*until, Value::Int),
        _ => (0, Value::Int),
    };
    limits.list(usize::try_from(until).unwrap_or(0))?;
    Ok((0..until)
        .map(|index| (number(index), number(index)))
        .collect())
}

/// Says that a pipeline has no value.
fn nothing(pipeline: &Pipeline) -> String {
    match pipeline.commands.as_slice() {
        [command] => match spelled(&command.first.term) {
            Some(name) => format!("`{name}` has no value, and prints nothing"),
            None => "this has no value, and prints nothing".to_owned(),
        },
        _ => "this has no value, and prints nothing".to_owned(),
    }
}

/// How an operand that looks something up is written.
pub(super) fn spelled(term: &Term) -> Option<String> {
    match term {
        Term::Field(names) => Some(format!(".{}", names.join("."))),
        Term::Variable(name, names) if !names.is_empty() => {
            Some(format!("{name}.{}", names.join(".")))
        }
        Term::Variable(name, _) => Some(name.to_string()),
        _ => None,
    }
}
