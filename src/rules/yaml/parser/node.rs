//! The beginnings of nodes, and nodes without children.

use std::borrow::Cow;
use std::ops::Range;

use super::super::token::{Token, TokenKind};
use super::super::{Broken, Kind, Reason, Scalar, Style, Yaml};
use super::Parser;
use super::frame::{Built, Frame, Shape};
use crate::yaml::Exceeded;

/// What stands before a node: where it begins, and whether it has a tag and an anchor.
pub(super) struct Properties {
    at: usize,
    tagged: bool,
    anchor: Option<usize>,
}

impl<'a> Parser<'a> {
    /// Reads the anchor and the tag of a node.
    pub(super) fn properties(&mut self, at: usize) -> Result<Properties, Broken> {
        let mut properties = Properties {
            at,
            tagged: false,
            anchor: None,
        };
        while let Some(token) = self.scanner.peek()? {
            let range = token.range.clone();
            match token.kind {
                TokenKind::Tag(_) if properties.tagged => {
                    return Err(self.broken(range.start, Reason::TwoTags));
                }
                TokenKind::Tag(says_something) => properties.tagged = says_something,
                TokenKind::Anchor if properties.anchor.is_some() => {
                    return Err(self.broken(range.start, Reason::TwoAnchors));
                }
                TokenKind::Anchor => {
                    let name = self.scanner.text(range.start + 1..range.end);
                    self.names.insert(name, self.anchors.len());
                    properties.anchor = Some(self.anchors.len());
                    self.anchors.push(None);
                }
                _ => break,
            }
            self.scanner.pop()?;
        }
        Ok(properties)
    }

    /// Reads what stands behind the anchor and the tag.
    pub(super) fn content(&mut self, properties: &Properties) -> Result<Option<Built<'a>>, Broken> {
        let in_list = self
            .frames
            .last()
            .is_some_and(|frame| frame.shape == Shape::FlowList);
        let shape = match self.scanner.peek()?.map(|token| &token.kind) {
            Some(TokenKind::Scalar(_)) => return self.scalar(properties).map(Some),
            Some(TokenKind::FlowListStart) => Shape::FlowList,
            Some(TokenKind::ListStart) => Shape::List,
            Some(TokenKind::FlowMapStart) => Shape::FlowMap,
            Some(TokenKind::MapStart) => Shape::Map,
            Some(TokenKind::Key) if in_list => Shape::OneEntry,
            None => return Ok(Some(self.null(properties.at, properties.anchor))),
            _ => return Ok(Some(self.nothing(properties))),
        };
        let token = if shape == Shape::OneEntry {
            None
        } else {
            self.scanner.pop()?
        };
        let bracket = token
            .map(|token| token.range)
            .filter(|range| !range.is_empty());
        self.open(shape, properties.anchor, properties.at, bracket);
        Ok(None)
    }

    /// Begins a list or a map.
    pub(super) fn open(
        &mut self,
        shape: Shape,
        anchor: Option<usize>,
        at: usize,
        bracket: Option<Range<usize>>,
    ) {
        let end = bracket.as_ref().map_or(at, |bracket| bracket.end);
        let span = self.scanner.span(at..end);
        let bracket = bracket.map(|bracket| self.scanner.span(bracket));
        self.frames.push(Frame::new(shape, anchor, span, bracket));
    }

    fn scalar(&mut self, properties: &Properties) -> Result<Built<'a>, Broken> {
        let Some(Token {
            kind: TokenKind::Scalar(scalar),
            range,
            ..
        }) = self.scanner.pop()?
        else {
            return Ok(self.nothing(properties));
        };
        let is_null = scalar.style == Style::Plain && !properties.tagged && is_null(&scalar.text);
        let kind = if is_null {
            Kind::Null
        } else {
            Kind::Scalar(scalar)
        };
        let yaml = Yaml {
            kind,
            span: self.scanner.span(properties.at..range.end),
        };
        Ok(self.leaf(yaml, properties.anchor))
    }

    /// A node without content: null, or an empty text if it has a tag.
    fn nothing(&mut self, properties: &Properties) -> Built<'a> {
        let span = self.scanner.span(properties.at..properties.at);
        let empty = Scalar {
            text: Cow::Borrowed(""),
            style: Style::Plain,
            span,
        };
        let kind = if properties.tagged {
            Kind::Scalar(empty)
        } else {
            Kind::Null
        };
        self.leaf(Yaml { kind, span }, properties.anchor)
    }

    pub(super) fn null(&mut self, at: usize, anchor: Option<usize>) -> Built<'a> {
        let properties = Properties {
            at,
            tagged: false,
            anchor,
        };
        self.nothing(&properties)
    }

    fn leaf(&mut self, yaml: Yaml<'a>, anchor: Option<usize>) -> Built<'a> {
        let built = Built {
            yaml,
            size: 1,
            height: 0,
        };
        self.remember(anchor, &built);
        built
    }

    /// Keeps a node for the aliases that refer to it.
    pub(super) fn remember(&mut self, anchor: Option<usize>, built: &Built<'a>) {
        if let Some(slot) = anchor.and_then(|number| self.anchors.get_mut(number)) {
            *slot = Some(built.clone());
        }
    }

    /// Puts what an anchor names in the place of an alias.
    pub(super) fn alias(&mut self) -> Result<Built<'a>, Broken> {
        let range = self
            .scanner
            .pop()?
            .map(|token| token.range)
            .unwrap_or_default();
        let name = self.scanner.text(range.start + 1..range.end);
        let Some(number) = self.names.get(name) else {
            return Err(self.broken(range.start, Reason::UnknownAnchor));
        };
        let Some(built) = self.anchors.get(*number).cloned().flatten() else {
            return Err(self.broken(range.start, Reason::AliasInsideItself));
        };
        self.aliased = self.aliased.saturating_add(built.size);
        if self.aliased > self.limits.aliased_nodes {
            let reason = Reason::Limit(Exceeded::TooManyAliases(self.limits.aliased_nodes));
            return Err(self.broken(range.start, reason));
        }
        if self.frames.len() + built.height > self.limits.depth {
            return Err(self.broken(
                range.start,
                Reason::Limit(Exceeded::TooDeep(self.limits.depth)),
            ));
        }
        Ok(built)
    }
}

/// Whether a plain scalar stands for nothing.
fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
