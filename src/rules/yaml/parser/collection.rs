//! How lists and maps go on and end.

use super::super::token::TokenKind;
use super::super::{Broken, Reason};
use super::Parser;
use super::frame::{Built, Shape};

impl<'a> Parser<'a> {
    /// Goes on in the innermost list or map: with a node that is complete, or with nothing if another one begins.
    pub(super) fn go_on(&mut self) -> Result<Option<Built<'a>>, Broken> {
        let Some(frame) = self.frames.last() else {
            return Ok(None);
        };
        match frame.shape {
            Shape::List => self.list(),
            _ if frame.awaits_value() => self.value(),
            Shape::Map => self.map(),
            Shape::FlowList | Shape::FlowMap => self.flow(),
            Shape::OneEntry | Shape::NoKey => self.one_entry(),
        }
    }

    fn list(&mut self) -> Result<Option<Built<'a>>, Broken> {
        match self.next_kind()? {
            (Some(TokenKind::Dash), _) => self.scanner.pop()?,
            (Some(TokenKind::ListEnd), _) => return self.close(),
            (_, at) => return Err(self.broken(at, Reason::ListItem)),
        };
        match self.next_kind()? {
            (Some(TokenKind::Dash | TokenKind::ListEnd), at) => Ok(Some(self.null(at, None))),
            _ => self.node(),
        }
    }

    fn map(&mut self) -> Result<Option<Built<'a>>, Broken> {
        match self.next_kind()? {
            (Some(TokenKind::Key | TokenKind::Value), at) => self.key(at),
            (Some(TokenKind::MapEnd), _) => self.close(),
            (_, at) => Err(self.broken(at, Reason::MapKey)),
        }
    }

    /// Reads on between brackets or braces.
    fn flow(&mut self) -> Result<Option<Built<'a>>, Broken> {
        let Some(frame) = self.frames.last() else {
            return Ok(None);
        };
        let (is_list, has_some) = (frame.shape == Shape::FlowList, !frame.is_empty());
        let reason = if is_list {
            Reason::ListEnd
        } else {
            Reason::MapEnd
        };
        if has_some {
            match self.next_kind()? {
                (Some(TokenKind::Comma), _) => drop(self.scanner.pop()?),
                (Some(TokenKind::FlowListEnd), _) if is_list => {}
                (Some(TokenKind::FlowMapEnd), _) if !is_list => {}
                (_, at) => return Err(self.broken(at, reason)),
            }
        }
        match self.next_kind()? {
            (Some(TokenKind::FlowListEnd), _) if is_list => self.close(),
            (Some(TokenKind::FlowMapEnd), _) if !is_list => self.close(),
            (None, at) => Err(self.broken(at, reason)),
            _ if is_list => self.node(),
            (_, at) => self.key(at),
        }
    }

    /// Reads the one entry, and ends behind it.
    fn one_entry(&mut self) -> Result<Option<Built<'a>>, Broken> {
        if self.frames.last().is_some_and(|frame| !frame.is_empty()) {
            return Ok(self.build(0));
        }
        let at = self.next_kind()?.1;
        self.key(at)
    }

    /// Reads a key, which may be missing.
    fn key(&mut self, at: usize) -> Result<Option<Built<'a>>, Broken> {
        if let Some(frame) = self.frames.last_mut() {
            frame.entry = at;
        }
        if !self.is_next(|kind| matches!(kind, TokenKind::Key))? {
            return Ok(Some(self.null(at, None)));
        }
        self.scanner.pop()?;
        self.node()
    }

    /// Reads the value of a key, which may be missing.
    fn value(&mut self) -> Result<Option<Built<'a>>, Broken> {
        if !self.is_next(|kind| matches!(kind, TokenKind::Value))? {
            let at = self.frames.last().map_or(0, |frame| frame.entry);
            return Ok(Some(self.null(at, None)));
        }
        self.scanner.pop()?;
        self.node()
    }

    /// Completes the innermost list or map, whose end is the next token.
    fn close(&mut self) -> Result<Option<Built<'a>>, Broken> {
        let end = self.scanner.pop()?.map_or(0, |token| token.range.end);
        let has_bracket = self
            .frames
            .last()
            .is_some_and(|frame| frame.bracket.is_some());
        Ok(self.build(if has_bracket { end } else { 0 }))
    }

    fn build(&mut self, end: usize) -> Option<Built<'a>> {
        let frame = self.frames.pop()?;
        let anchor = frame.anchor;
        let built = frame.build(end);
        self.remember(anchor, &built);
        Some(built)
    }
}
