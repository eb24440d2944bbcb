//! A list or a map that is being read.

use std::sync::Arc;

use super::super::{Kind, Yaml};
use crate::source::Span;

/// How a list or a map is written, which decides how it goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    List,
    FlowList,
    Map,
    FlowMap,
    /// One entry that stands in a list in brackets.
    OneEntry,
    /// A colon and a value, without a key.
    NoKey,
}

/// A complete node and its measures.
#[derive(Clone)]
pub(super) struct Built<'a> {
    pub yaml: Yaml<'a>,
    /// How many nodes it has, itself included and those of aliases too.
    pub size: usize,
    /// How many lists and maps lie in one another in it.
    pub height: usize,
}

/// What has been read of a list or a map.
pub(super) struct Frame<'a> {
    pub shape: Shape,
    /// The number of its anchor, if it has one.
    pub anchor: Option<usize>,
    /// Where the innermost entry begins, which is where Falco places the null of a missing value.
    pub entry: usize,
    /// Its opening bracket or brace, if it has one.
    pub bracket: Option<Span>,
    span: Span,
    items: Vec<Yaml<'a>>,
    entries: Vec<(Yaml<'a>, Yaml<'a>)>,
    key: Option<Yaml<'a>>,
    size: usize,
    height: usize,
}

impl<'a> Frame<'a> {
    /// An empty list or map that begins at `span`.
    pub fn new(shape: Shape, anchor: Option<usize>, span: Span, bracket: Option<Span>) -> Self {
        Frame {
            shape,
            anchor,
            entry: span.start as usize,
            bracket,
            span,
            items: Vec::new(),
            entries: Vec::new(),
            key: None,
            size: 1,
            height: 1,
        }
    }

    /// Whether the next node is the value of a key.
    pub fn awaits_value(&self) -> bool {
        self.key.is_some()
    }

    /// Whether it has no complete item or entry.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.entries.is_empty()
    }

    /// Takes in a complete node as item, key or value.
    pub fn take(&mut self, built: Built<'a>, end: u32) {
        self.size = self.size.saturating_add(built.size);
        self.height = self.height.max(built.height + 1);
        self.span.end = self.span.end.max(end);
        match (self.shape, self.key.take()) {
            (Shape::List | Shape::FlowList, _) => self.items.push(built.yaml),
            (_, None) => self.key = Some(built.yaml),
            (_, Some(key)) => self.entries.push((key, built.yaml)),
        }
    }

    /// The complete node; `end` is the offset behind its bracket, if it has one.
    pub fn build(mut self, end: usize) -> Built<'a> {
        self.span.end = self.span.end.max(u32::try_from(end).unwrap_or(u32::MAX));
        let kind = match self.shape {
            Shape::List | Shape::FlowList => Kind::List(Arc::new(self.items)),
            _ => Kind::Map(Arc::new(self.entries)),
        };
        Built {
            yaml: Yaml {
                kind,
                span: self.span,
            },
            size: self.size,
            height: self.height,
        }
    }
}
