//! Reads a template's words into a tree, by the rules of Go's text/template/parse. Longer than others, since the grammar
//! is one.

use std::ops::Range;
use std::rc::Rc;

use super::failure::Failure;
use super::functions;
use super::lex::lex;
use super::limits::DEEPEST;
use super::literal;
use super::token::{Keyword, Kind, Token};
use super::tree::{Body, Command, Expression, Node, Pipeline, Template, Term};

/// Reads a template.
///
/// # Errors
/// The first thing that is not of the language, with its place.
pub(super) fn parse(text: &str) -> Result<Template, Failure> {
    let mut parser = Parser {
        text,
        tokens: lex(text),
        at: 0,
        depth: 0,
        loops: 0,
        variables: vec!["$".into()],
        definitions: Vec::new(),
    };
    let body = parser.top()?;
    let definitions = parser.definitions;
    Ok(Template { body, definitions })
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    loops: usize,
    variables: Vec<Rc<str>>,
    definitions: Vec<(Rc<str>, Rc<Body>)>,
}

/// What ends a body.
enum Ending {
    Text,
    End,
    Else,
}

type Parsed<T> = Result<T, Failure>;

impl Parser<'_> {
    fn peek(&self) -> &Token {
        &self.tokens[self.at]
    }

    fn kind(&self) -> Kind {
        self.peek().kind.clone()
    }

    fn next(&mut self) -> Token {
        let token = self.peek().clone();
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
        token
    }

    fn skip_space(&mut self) {
        while self.peek().kind == Kind::Space {
            self.at += 1;
        }
    }

    fn next_word(&mut self) -> Token {
        self.skip_space();
        self.next()
    }

    fn spelled(&self, token: &Token) -> &str {
        &self.text[token.range.clone()]
    }

    fn unexpected<T>(&self, token: &Token, place: &str) -> Parsed<T> {
        let message = match &token.kind {
            Kind::Broken(reason) => reason.clone(),
            Kind::End => format!("the text ends in {place}"),
            Kind::Close => format!("the action ends in {place}"),
            _ => format!("`{}` is unexpected in {place}", self.spelled(token)),
        };
        Err(Failure::new(message, &token.range))
    }

    fn expect(&mut self, kind: &Kind, place: &str) -> Parsed<Token> {
        let token = self.next_word();
        if token.kind == *kind {
            Ok(token)
        } else {
            self.unexpected(&token, place)
        }
    }

    /// Reads something that nests.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEEPEST {
            return Err(Failure::new(
                "the template nests too deep",
                &self.peek().range,
            ));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn top(&mut self) -> Parsed<Body> {
        let mut body = Vec::new();
        loop {
            let place = self.peek().range.clone();
            let (nodes, ending) = self.body(true)?;
            body.extend(nodes);
            match ending {
                Ending::Text => return Ok(body),
                Ending::End => return Err(Failure::new("`end` has nothing to end", &place)),
                Ending::Else => {
                    return Err(Failure::new("`else` has no condition before it", &place));
                }
            }
        }
    }

    /// Nodes up to `end`, `else` or the end of the text.
    fn body(&mut self, top: bool) -> Parsed<(Body, Ending)> {
        let mut nodes = Vec::new();
        loop {
            let token = self.next();
            match token.kind {
                Kind::Text => nodes.push(Node::Text(self.spelled(&token).into())),
                Kind::End if top => return Ok((nodes, Ending::Text)),
                Kind::Open => {
                    self.skip_space();
                    match self.kind() {
                        Kind::Keyword(Keyword::End) => {
                            self.next();
                            self.expect(&Kind::Close, "`end`")?;
                            return Ok((nodes, Ending::End));
                        }
                        Kind::Keyword(Keyword::Else) => {
                            self.next();
                            return Ok((nodes, Ending::Else));
                        }
                        Kind::Keyword(Keyword::Define) if top => self.define()?,
                        _ => nodes.push(self.action()?),
                    }
                }
                _ => return self.unexpected(&token, "the template, where `end` is missing"),
            }
        }
    }

    fn action(&mut self) -> Parsed<Node> {
        let token = self.peek().clone();
        if let Kind::Keyword(keyword) = token.kind
            && keyword != Keyword::Nil
        {
            self.next();
            return self.deeper(|parser| parser.control(keyword, &token));
        }
        let pipeline = self.pipeline("an action", &Kind::Close)?;
        Ok(Node::Action(pipeline))
    }

    fn control(&mut self, keyword: Keyword, token: &Token) -> Parsed<Node> {
        match keyword {
            Keyword::If => self.choice(false),
            Keyword::With => self.choice(true),
            Keyword::Range => self.range(),
            Keyword::Template => self.template(),
            Keyword::Block => self.block(),
            Keyword::Break => self.jump(token, Node::Break),
            Keyword::Continue => self.jump(token, Node::Continue),
            _ => self.unexpected(token, "an action"),
        }
    }

    fn jump(&mut self, token: &Token, node: Node) -> Parsed<Node> {
        self.expect(&Kind::Close, "`break` or `continue`")?;
        if self.loops == 0 {
            let message = format!("`{}` stands outside of `range`", self.spelled(token));
            return Err(Failure::new(message, &token.range));
        }
        Ok(node)
    }

    fn choice(&mut self, moves: bool) -> Parsed<Node> {
        let (name, again) = match moves {
            true => ("`with`", Keyword::With),
            false => ("`if`", Keyword::If),
        };
        let known = self.variables.len();
        let mut branches = Vec::new();
        let otherwise = loop {
            let pipeline = self.pipeline(name, &Kind::Close)?;
            let (body, ending) = self.body(false)?;
            branches.push((pipeline, body));
            if matches!(ending, Ending::End) {
                break Vec::new();
            }
            self.skip_space();
            if self.peek().kind != Kind::Keyword(again) {
                break self.otherwise()?;
            }
            self.next();
        };
        self.variables.truncate(known);
        Ok(Node::Choice {
            moves,
            branches,
            otherwise,
        })
    }

    /// What follows `else`, up to `end`.
    fn otherwise(&mut self) -> Parsed<Body> {
        self.expect(&Kind::Close, "`else`")?;
        let place = self.peek().range.clone();
        match self.body(false)? {
            (body, Ending::End) => Ok(body),
            _ => Err(Failure::new("`else` follows `else`", &place)),
        }
    }

    fn range(&mut self) -> Parsed<Node> {
        let known = self.variables.len();
        let pipeline = self.pipeline("`range`", &Kind::Close)?;
        self.loops += 1;
        let (body, ending) = self.body(false)?;
        self.loops -= 1;
        let otherwise = match ending {
            Ending::Else => self.otherwise()?,
            _ => Vec::new(),
        };
        self.variables.truncate(known);
        Ok(Node::Range {
            pipeline,
            body,
            otherwise,
        })
    }

    /// A name in quotes, with its place.
    fn name(&mut self, place: &str) -> Parsed<(Rc<str>, Range<usize>)> {
        let token = self.expect(&Kind::Quoted, place)?;
        let name = self.quoted(&token)?;
        Ok((name, token.range))
    }

    fn template(&mut self) -> Parsed<Node> {
        let (name, range) = self.name("`template`")?;
        self.skip_space();
        let pipeline = match self.kind() {
            Kind::Close => {
                self.next();
                None
            }
            _ => Some(self.pipeline("`template`", &Kind::Close)?),
        };
        Ok(Node::Template {
            name,
            range,
            pipeline,
        })
    }

    fn block(&mut self) -> Parsed<Node> {
        let (name, range) = self.name("`block`")?;
        let pipeline = self.pipeline("`block`", &Kind::Close)?;
        self.definition(&name, &range)?;
        Ok(Node::Template {
            name,
            range,
            pipeline: Some(pipeline),
        })
    }

    fn define(&mut self) -> Parsed<()> {
        self.next();
        let (name, range) = self.name("`define`")?;
        self.expect(&Kind::Close, "`define`")?;
        self.deeper(|parser| parser.definition(&name, &range))
    }

    /// The body of a definition, which sees no variable and no loop around it.
    fn definition(&mut self, name: &Rc<str>, range: &Range<usize>) -> Parsed<()> {
        let variables = std::mem::replace(&mut self.variables, vec!["$".into()]);
        let loops = std::mem::take(&mut self.loops);
        let (body, ending) = self.body(false)?;
        self.variables = variables;
        self.loops = loops;
        if !matches!(ending, Ending::End) {
            return Err(Failure::new("a definition has an `else`", range));
        }
        self.add(name, range, body)
    }

    fn add(&mut self, name: &Rc<str>, range: &Range<usize>, body: Body) -> Parsed<()> {
        let blank = body.iter().all(Node::is_blank);
        let known = self.definitions.iter().position(|(known, _)| known == name);
        match known {
            None => self.definitions.push((Rc::clone(name), Rc::new(body))),
            Some(index) if self.definitions[index].1.iter().all(Node::is_blank) => {
                self.definitions[index].1 = Rc::new(body);
            }
            Some(_) if blank => {}
            Some(_) => {
                let message = format!("the template `{name}` is defined twice");
                return Err(Failure::new(message, range));
            }
        }
        Ok(())
    }

    fn pipeline(&mut self, place: &str, end: &Kind) -> Parsed<Pipeline> {
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
                    self.skip_space();
                    if matches!(self.kind(), Kind::Close | Kind::CloseParenthesis)
                        && !words.is_empty()
                    {
                        let token = self.peek().clone();
                        return self.unexpected(&token, "a pipe, where a command is missing");
                    }
                    break;
                }
                _ => {
                    let token = self.peek().clone();
                    return self.unexpected(&token, place);
                }
            }
        }
        let mut words = words.into_iter();
        match words.next() {
            Some(first) => Ok(Command {
                first,
                arguments: words.collect(),
            }),
            None => {
                let token = self.peek().clone();
                self.unexpected(&token, "a command, where its name is missing")
            }
        }
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

    fn quoted(&self, token: &Token) -> Parsed<Rc<str>> {
        match literal::text(self.spelled(token)) {
            Ok(text) => Ok(text.into()),
            Err(message) => Err(Failure::new(message, &token.range)),
        }
    }
}
