//! From the parser's events to a tree of nodes, in a loop that no depth of nesting can exhaust.

mod leaf;
mod place;

use std::collections::HashMap;

use granit_parser::{Event, Options, Parser, ScalarStyle, StrInput, StructureStyle, options};

use super::frame::{Built, Content, Frame};
use super::syntax;
use super::{Exceeded, Kind, Limits, Node, Problem};
use crate::source::{SourceId, Span};

/// Reading cannot go on; the last problem says why.
pub(super) struct Broken;

/// The documents of one text, read one after the other.
pub(super) struct Documents<'a> {
    text: &'a str,
    source: SourceId,
    limits: &'a Limits,
    slots: Option<&'a [Node]>,
    parser: Parser<'a, StrInput<'a>>,
    /// What is wrong with the text so far.
    pub problems: Vec<(Span, Problem)>,
    frames: Vec<Frame>,
    anchors: HashMap<usize, Built>,
    nodes: usize,
    aliased: usize,
    previous_end: usize,
}

/// The parser's options for the dialect of go-yaml.
fn dialect(limits: &Limits) -> Options {
    options! {
        bom_inside_document_as_content: true,
        block_scalar_eof_without_line_feed: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: limits.depth,
        block_nesting_limit: limits.depth,
    }
}

impl<'a> Documents<'a> {
    /// The documents of `text`. Slots are looked for only if there are nodes for them.
    pub fn new(
        text: &'a str,
        source: SourceId,
        limits: &'a Limits,
        slots: Option<&'a [Node]>,
    ) -> Self {
        Documents {
            text,
            source,
            limits,
            slots,
            parser: Parser::new_from_str_with_options(text, dialect(limits)),
            problems: Vec::new(),
            frames: Vec::new(),
            anchors: HashMap::new(),
            nodes: 0,
            aliased: 0,
            previous_end: 0,
        }
    }

    /// The next document, or nothing at the end of the text. An empty document is null, with an empty span.
    pub fn next(&mut self) -> Result<Option<Node>, Broken> {
        let mut document = None;
        while let Some((event, span)) = self.event()? {
            if matches!(event, Event::DocumentEnd) {
                self.anchors.clear();
                return Ok(document);
            }
            self.count(&event, span)?;
            if let Some(root) = self.take(event, span)? {
                document = Some(root);
            }
            self.previous_end = self.previous_end.max(span.end as usize);
        }
        Ok(None)
    }

    /// The place where a further document with content begins, if there is one.
    pub fn further(&mut self) -> Result<Option<Span>, Broken> {
        let mut start = None;
        while let Some((event, span)) = self.event()? {
            match event {
                Event::DocumentStart(explicit, _) => start = explicit.then_some(span),
                Event::DocumentEnd | Event::StreamStart | Event::StreamEnd => {}
                Event::Scalar(_, ScalarStyle::Plain, 0, None) if span.start == span.end => {}
                _ => return Ok(Some(start.unwrap_or(span))),
            }
        }
        Ok(None)
    }

    /// The next event with its place; nothing behind the last one.
    fn event(&mut self) -> Result<Option<(Event<'a>, Span)>, Broken> {
        match self.parser.next_event() {
            None => Ok(None),
            Some(Ok((event, span))) => {
                let range = span.byte_range().unwrap_or_default();
                Ok(Some((event, Span::new(self.source, range))))
            }
            Some(Err(error)) => {
                let open = self.frames.iter().rev().find_map(Frame::bracket);
                let (range, problem) = syntax::explain(self.text, &error, open, self.limits);
                self.fail(Span::new(self.source, range), problem)
            }
        }
    }

    /// Counts the nodes that are written out.
    fn count(&mut self, event: &Event<'a>, span: Span) -> Result<(), Broken> {
        self.nodes += usize::from(matches!(
            event,
            Event::Scalar(..) | Event::SequenceStart(..) | Event::MappingStart(..)
        ));
        if self.nodes > self.limits.nodes {
            return self.fail(
                span,
                Problem::Limit(Exceeded::TooManyNodes(self.limits.nodes)),
            );
        }
        Ok(())
    }

    /// Takes in one event; the node if it completes a document's root.
    fn take(&mut self, event: Event<'a>, span: Span) -> Result<Option<Node>, Broken> {
        match event {
            Event::DocumentStart(_, Some(version)) if (version.major, version.minor) != (1, 1) => {
                self.report(span, Problem::Version);
                Ok(None)
            }
            Event::Scalar(text, style, anchor, tag) => {
                Ok(self.scalar(&text, style, anchor, tag.as_deref(), span))
            }
            Event::SequenceStart(style, anchor, _) => {
                self.open(Content::list(), style, anchor, span)
            }
            Event::MappingStart(style, anchor, _) => self.open(Content::map(), style, anchor, span),
            Event::SequenceEnd | Event::MappingEnd => Ok(self.close(span)),
            Event::Alias(id) => self.alias(id, span),
            Event::Anchor(_, name) if !is_name(&name) => {
                self.report(span, Problem::AnchorName);
                Ok(None)
            }
            Event::UnresolvedAlias(_) => {
                self.report(span, Problem::UnknownAnchor);
                Ok(self.place(leaf::leaf(Kind::Null, span), span, true))
            }
            _ => Ok(None),
        }
    }

    /// Begins a list or a map.
    fn open(
        &mut self,
        content: Content,
        style: StructureStyle,
        anchor: usize,
        span: Span,
    ) -> Result<Option<Node>, Broken> {
        if self.frames.len() >= self.limits.depth {
            return self.fail(span, Problem::Limit(Exceeded::TooDeep(self.limits.depth)));
        }
        let flow = style == StructureStyle::Flow;
        let span = match content {
            Content::List(_) if !flow => self.begin_at_dash(span),
            _ => span,
        };
        self.frames.push(Frame::new(content, flow, anchor, span));
        Ok(None)
    }

    /// Completes the innermost list or map.
    fn close(&mut self, end: Span) -> Option<Node> {
        let frame = self.frames.pop()?;
        let anchor = frame.anchor;
        let (built, span) = frame.build(self.text, end);
        self.remember(anchor, &built);
        self.place(built, span, false)
    }

    /// Puts what an anchor names in the place of an alias.
    fn alias(&mut self, id: usize, span: Span) -> Result<Option<Node>, Broken> {
        let Some(built) = self.anchors.get(&id).cloned() else {
            return self.fail(span, Problem::AliasInsideItself);
        };
        self.aliased = self.aliased.saturating_add(built.size);
        if self.aliased > self.limits.aliased_nodes {
            return self.fail(
                span,
                Problem::Limit(Exceeded::TooManyAliases(self.limits.aliased_nodes)),
            );
        }
        if self.frames.len() + built.height > self.limits.depth {
            return self.fail(span, Problem::Limit(Exceeded::TooDeep(self.limits.depth)));
        }
        Ok(self.place(built, span, true))
    }

    /// Keeps a node for the aliases that refer to it.
    fn remember(&mut self, anchor: usize, built: &Built) {
        if anchor != 0 {
            self.anchors.insert(anchor, built.clone());
        }
    }

    /// Puts a complete node where it belongs; gives it back if it is the root.
    fn place(&mut self, built: Built, span: Span, aliased: bool) -> Option<Node> {
        let Some(frame) = self.frames.last_mut() else {
            return Some(built.node);
        };
        if let Err((span, problem)) = frame.take(built, span, aliased) {
            self.problems.push((span, problem));
        }
        None
    }

    /// Says what is wrong and goes on.
    pub fn report(&mut self, span: Span, problem: Problem) {
        self.problems.push((span, problem));
    }

    /// Says what is wrong and gives up.
    fn fail<T>(&mut self, span: Span, problem: Problem) -> Result<T, Broken> {
        self.report(span, problem);
        Err(Broken)
    }
}

/// Whether YAML 1.1 takes a text for the name of an anchor.
fn is_name(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}
