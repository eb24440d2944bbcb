//! Reads a template's words into a tree, by the rules of Go's text/template/parse.

mod pipeline;

use std::ops::Range;
use std::rc::Rc;

use super::failure::Failure;
use super::lex::lex;
use super::limits::DEEPEST;
use super::token::{Keyword, Kind, Token};
use super::tree::{Body, Node, Template};

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
        let (body, ending) = self.body(true)?;
        let behind = if let Ending::End = ending { 2 } else { 1 };
        let place = &self.tokens[self.at.saturating_sub(behind)].range;
        match ending {
            Ending::Text => Ok(body),
            Ending::End => Err(Failure::new("`end` has nothing to end", place)),
            Ending::Else => Err(Failure::new("`else` has no condition before it", place)),
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
        let (name, again) = if moves {
            ("`with`", Keyword::With)
        } else {
            ("`if`", Keyword::If)
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
}
