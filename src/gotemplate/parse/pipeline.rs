//! Pipelines: declarations, commands and their operands.

use std::rc::Rc;

use super::{Failure, Keyword, Kind, Parsed, Parser, Token};
use crate::gotemplate::functions;
use crate::gotemplate::literal;
use crate::gotemplate::tree::{Command, Expression, Pipeline, Term};

impl Parser<'_> {
    pub(super) fn pipeline(&mut self, place: &str, end: &Kind) -> Parsed<Pipeline> {
        self.skip_space();
        let start = self.peek().range.start;
        let (variables, assigns) = self.declarations(place)?;
        let mut commands = Vec::new();
        loop {
            self.skip_space();
            if self.peek().kind == *end {
                break;
            }
            let command = self.command(place)?;
            self.check_stage(&command, commands.is_empty())?;
            commands.push(command);
        }
        let stop = self.next();
        let range = start..stop.range.start.max(start);
        if commands.is_empty() {
            return Err(Failure::new(format!("{place} has no value"), &range));
        }
        Ok(Pipeline {
            variables,
            assigns,
            range: start..start + self.text[range].trim_end().len(),
            commands,
        })
    }

    /// A constant can only begin a pipeline.
    fn check_stage(&self, command: &Command, first: bool) -> Parsed<()> {
        let constant = matches!(
            command.first.term,
            Term::Boolean(_) | Term::Dot | Term::Nil | Term::Number(_) | Term::Text(_)
        );
        if constant && !first {
            let place = &command.first.range;
            let message = format!("`{}` takes no value from a pipe", &self.text[place.clone()]);
            return Err(Failure::new(message, place));
        }
        Ok(())
    }

    /// `$x :=`, `$x =` or, in `range`, `$i, $x :=`.
    fn declarations(&mut self, place: &str) -> Parsed<(Vec<Rc<str>>, bool)> {
        let mut variables: Vec<Rc<str>> = Vec::new();
        loop {
            self.skip_space();
            let before = self.at;
            let token = self.peek().clone();
            if token.kind != Kind::Variable {
                return Ok((variables, false));
            }
            self.next();
            self.skip_space();
            let operator = self.peek().clone();
            let comma = operator.kind == Kind::Character && self.spelled(&operator) == ",";
            if !comma && !matches!(operator.kind, Kind::Assign | Kind::Declare) {
                self.at = before;
                return Ok((variables, false));
            }
            self.next();
            let name: Rc<str> = self.spelled(&token).into();
            variables.push(Rc::clone(&name));
            self.variables.push(name);
            if !comma {
                return Ok((variables, operator.kind == Kind::Assign));
            }
            if place != "`range`" || variables.len() > 1 {
                let message = format!("{place} declares too many variables");
                return Err(Failure::new(message, &operator.range));
            }
            self.skip_space();
            if !matches!(
                self.kind(),
                Kind::Variable | Kind::Close | Kind::CloseParenthesis
            ) {
                let place = &self.peek().range;
                return Err(Failure::new("`range` declares other than variables", place));
            }
        }
    }

    fn command(&mut self, place: &str) -> Parsed<Command> {
        let mut words = Vec::new();
        loop {
            self.skip_space();
            let before = self.at;
            match self.operand(place)? {
                Some(word) => words.push(word),
                None => self.at = before,
            }
            match self.kind() {
                Kind::Space => {}
                Kind::Close | Kind::CloseParenthesis => break,
                Kind::Pipe => {
                    self.next();
                    break;
                }
                _ => {
                    let token = self.peek().clone();
                    return self.unexpected(&token, place);
                }
            }
        }
        let mut words = words.into_iter();
        if let Some(first) = words.next() {
            let arguments = words.collect();
            return Ok(Command { first, arguments });
        }
        let token = self.peek().clone();
        self.unexpected(&token, "a command, where its name is missing")
    }

    /// A term with the fields that follow it.
    fn operand(&mut self, place: &str) -> Parsed<Option<Expression>> {
        let Some(expression) = self.term(place)? else {
            return Ok(None);
        };
        let mut fields = Vec::new();
        let mut end = expression.range.end;
        while self.peek().kind == Kind::Field {
            let token = self.next();
            fields.push(self.spelled(&token)[1..].into());
            end = token.range.end;
        }
        if fields.is_empty() {
            return Ok(Some(expression));
        }
        let range = expression.range.start..end;
        let term = match expression.term {
            Term::Field(mut names) => {
                names.append(&mut fields);
                Term::Field(names)
            }
            Term::Variable(name, mut names) => {
                names.append(&mut fields);
                Term::Variable(name, names)
            }
            Term::Boolean(_) | Term::Text(_) | Term::Number(_) | Term::Nil | Term::Dot => {
                return Err(Failure::new("a constant has no fields", &range));
            }
            _ => Term::Chain(Box::new(expression), fields),
        };
        Ok(Some(Expression { term, range }))
    }

    fn term(&mut self, place: &str) -> Parsed<Option<Expression>> {
        let token = self.next_word();
        let spelled = self.spelled(&token);
        let here = |message: String| Failure::new(message, &token.range);
        let term = match token.kind {
            Kind::Identifier => Term::Function(functions::named(spelled, &token.range)?),
            Kind::Dot => Term::Dot,
            Kind::Keyword(Keyword::Nil) => Term::Nil,
            Kind::Variable if self.variables.iter().any(|known| **known == *spelled) => {
                Term::Variable(spelled.into(), Vec::new())
            }
            Kind::Variable => return Err(here(format!("the variable `{spelled}` is not defined"))),
            Kind::Field => Term::Field(vec![spelled[1..].into()]),
            Kind::Boolean => Term::Boolean(spelled == "true"),
            Kind::Number => Term::Number(literal::number(spelled).map_err(here)?),
            Kind::CharacterConstant => Term::Number(literal::character(spelled).map_err(here)?),
            Kind::Quoted => Term::Text(self.quoted(&token)?),
            Kind::OpenParenthesis => return self.parenthesis(&token).map(Some),
            Kind::Broken(_) | Kind::Keyword(_) => return self.unexpected(&token, place),
            _ => return Ok(None),
        };
        let range = token.range;
        Ok(Some(Expression { term, range }))
    }

    fn parenthesis(&mut self, open: &Token) -> Parsed<Expression> {
        let pipeline =
            self.deeper(|parser| parser.pipeline("a parenthesis", &Kind::CloseParenthesis))?;
        let end = self.tokens[self.at.saturating_sub(1)].range.end;
        Ok(Expression {
            term: Term::Pipeline(pipeline),
            range: open.range.start..end,
        })
    }

    pub(super) fn quoted(&self, token: &Token) -> Parsed<Rc<str>> {
        match literal::text(self.spelled(token)) {
            Ok(text) => Ok(text.into()),
            Err(message) => Err(Failure::new(message, &token.range)),
        }
    }
}
