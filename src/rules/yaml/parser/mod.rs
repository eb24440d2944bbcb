//! Tokens into trees, in a loop that no depth of nesting can exhaust.
//!
//! After `src/singledocparser.cpp` and `src/nodebuilder.cpp` of yaml-cpp.

mod collection;
mod directive;
mod frame;
mod node;

use std::collections::HashMap;

use self::directive::Directives;
use self::frame::{Built, Frame, Shape};
use super::scanner::Scanner;
use super::token::TokenKind;
use super::{Broken, Reason, Yaml};
use crate::source::SourceId;
use crate::yaml::{Exceeded, Limits};

/// The documents of one text, read one after the other.
pub(super) struct Parser<'a> {
    scanner: Scanner<'a>,
    limits: Limits,
    directives: Directives<'a>,
    frames: Vec<Frame<'a>>,
    /// The number that each name has at this place of the document.
    names: HashMap<&'a str, usize>,
    /// What each number stands for, once it is complete.
    anchors: Vec<Option<Built<'a>>>,
    nodes: usize,
    aliased: usize,
}

impl<'a> Parser<'a> {
    /// The documents of `text`.
    pub fn new(source: SourceId, text: &'a str, limits: &Limits) -> Self {
        Parser {
            scanner: Scanner::new(source, text, limits),
            limits: *limits,
            directives: Directives::default(),
            frames: Vec::new(),
            names: HashMap::new(),
            anchors: Vec::new(),
            nodes: 0,
            aliased: 0,
        }
    }

    /// The next document, if there is one.
    pub fn next(&mut self) -> Result<Option<Yaml<'a>>, Broken> {
        self.read_directives()?;
        if self.scanner.peek()?.is_none() {
            return Ok(None);
        }
        if self.is_next(|kind| matches!(kind, TokenKind::DocumentStart))? {
            self.scanner.pop()?;
        }
        self.names.clear();
        self.anchors.clear();
        let root = self.root()?;
        while self.is_next(|kind| matches!(kind, TokenKind::DocumentEnd))? {
            self.scanner.pop()?;
        }
        Ok(Some(root))
    }

    fn read_directives(&mut self) -> Result<(), Broken> {
        let mut first = true;
        while self.is_next(|kind| matches!(kind, TokenKind::Directive))? {
            if std::mem::take(&mut first) {
                self.directives = Directives::default();
            }
            if let Some(token) = self.scanner.pop()? {
                let text = self.scanner.text(token.range.clone());
                if !self.directives.add(text) {
                    return Err(self.broken(token.range.start, Reason::Directive));
                }
            }
        }
        Ok(())
    }

    /// Reads a document's tree.
    fn root(&mut self) -> Result<Yaml<'a>, Broken> {
        let mut node = self.node()?;
        loop {
            if let Some(built) = node {
                let end = built.yaml.span.end;
                let Some(frame) = self.frames.last_mut() else {
                    return Ok(built.yaml);
                };
                frame.take(built, end);
            }
            node = self.go_on()?;
        }
    }

    /// Reads the beginning of a node: a complete one, or nothing if a list or a map begins.
    fn node(&mut self) -> Result<Option<Built<'a>>, Broken> {
        self.check_limits()?;
        let Some(token) = self.scanner.peek()? else {
            return Ok(Some(self.null(self.scanner.place(), None)));
        };
        let at = token.range.start;
        match token.kind {
            TokenKind::Value => {
                self.open(Shape::NoKey, None, at, None);
                Ok(None)
            }
            TokenKind::Alias => self.alias().map(Some),
            _ => {
                let properties = self.properties(at)?;
                self.content(&properties)
            }
        }
    }

    fn check_limits(&mut self) -> Result<(), Broken> {
        self.nodes += 1;
        if self.frames.len() >= self.limits.depth {
            return Err(self.broken(
                self.scanner.place(),
                Reason::Limit(Exceeded::TooDeep(self.limits.depth)),
            ));
        }
        if self.nodes > self.limits.nodes {
            let reason = Reason::Limit(Exceeded::TooManyNodes(self.limits.nodes));
            return Err(self.broken(self.scanner.place(), reason));
        }
        Ok(())
    }

    /// The kind of the next token and its place, which is the end of the text if there is none.
    fn next_kind(&mut self) -> Result<(Option<&TokenKind<'a>>, usize), Broken> {
        self.scanner.peek()?;
        let end = self.scanner.place();
        Ok(match self.scanner.peek()? {
            Some(token) => (Some(&token.kind), token.range.start),
            None => (None, end),
        })
    }

    fn is_next(&mut self, wanted: fn(&TokenKind) -> bool) -> Result<bool, Broken> {
        Ok(self
            .scanner
            .peek()?
            .is_some_and(|token| wanted(&token.kind)))
    }

    fn broken(&self, at: usize, reason: Reason) -> Broken {
        Broken {
            opened: self.frames.last().and_then(|frame| frame.bracket),
            ..self.scanner.broken(at, reason)
        }
    }
}
