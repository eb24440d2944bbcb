//! From the parser's events to a tree of nodes, in a loop that no depth of nesting can exhaust.

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{Event, Options, Parser, ScalarStyle, StrInput, StructureStyle, Tag, options};

use super::frame::{Built, Content, Frame, Key};
use super::scalar::{self, Scalar, TagError};
use super::slot::{self, SlotText};
use super::syntax;
use super::{Kind, Limits, Node, Origin, Problem};
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
                let (range, problem) = {
                    let open = self.frames.iter().rev().find_map(Frame::bracket);
                    syntax::explain(self.text, &error, open, self.limits)
                };
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
            return self.fail(span, Problem::TooManyNodes(self.limits.nodes));
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
                Ok(self.place(leaf(Kind::Null, span), span, true))
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
            return self.fail(span, Problem::TooDeep(self.limits.depth));
        }
        let flow = style == StructureStyle::Flow;
        let mut span = span;
        if !flow && matches!(content, Content::List(_)) {
            span = self.from_dash(span);
        }
        self.frames.push(Frame::new(content, flow, anchor, span));
        Ok(None)
    }

    /// The place of a block list, which begins with its first dash: the parser gives the first item's place for a list
    /// that stands in the column of its key.
    fn from_dash(&self, span: Span) -> Span {
        let in_map = self.frames.last().is_some_and(Frame::is_map);
        let range = span.range();
        if !in_map || range.start <= self.previous_end {
            return span;
        }
        let start = find_word(self.text, self.previous_end, range.start, |word| {
            word == "-"
        });
        Span::new(self.source, start..range.end.max(start))
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
            return self.fail(span, Problem::TooManyAliases(self.limits.aliased_nodes));
        }
        if self.frames.len() + built.height > self.limits.depth {
            return self.fail(span, Problem::TooDeep(self.limits.depth));
        }
        Ok(self.place(built, span, true))
    }

    /// Keeps a node for the aliases that refer to it.
    fn remember(&mut self, anchor: usize, built: &Built) {
        if anchor != 0 {
            self.anchors.insert(anchor, built.clone());
        }
    }

    /// Takes in a scalar.
    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) -> Option<Node> {
        let (text, span) = self.written(text, style, span);
        if let Some(slots) = self.slots
            && let Some(found) = slot::find(text, style)
        {
            return self.slot(slots, found, span);
        }
        if style == ScalarStyle::Plain && self.is_torn(tag.is_some(), span) {
            self.report(span, Problem::Torn);
        }
        let is_key = self.frames.last().is_some_and(Frame::awaits_key);
        let (scalar, meant) = self.meaning(text, style, tag, span);
        let kind = match scalar {
            Scalar::NotFinite(value) if is_key => Kind::Text(scalar::not_finite_key(value).into()),
            scalar => scalar::kind(scalar, &meant),
        };
        let built = leaf(kind, span);
        self.remember(anchor, &built);
        if is_key && is_merge(text, style, tag) {
            self.set_key(Key::Merge);
            return None;
        }
        if !is_key && matches!(scalar, Scalar::NotFinite(_)) {
            self.report(span, Problem::NotFinite);
        }
        self.place(built, span, false)
    }

    /// The text of a scalar and its place as this reader gives them: an absent scalar is empty and lies behind its
    /// colon, a block scalar begins with its header.
    fn written<'t>(&self, text: &'t str, style: ScalarStyle, span: Span) -> (&'t str, Span) {
        let range = span.range();
        match style {
            ScalarStyle::Plain if range.is_empty() => {
                let colon = self.text[range.start..].starts_with(':');
                let at = range.start + usize::from(colon);
                ("", Span::new(self.source, at..at))
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = find_word(self.text, self.previous_end, range.start, |word| {
                    word.starts_with(['|', '>'])
                });
                let end = start + self.text[start..range.end].trim_end().len();
                (text, Span::new(self.source, start..end))
            }
            _ => (text, span),
        }
    }

    /// Whether YAML 1.1 ends a plain scalar elsewhere than YAML 1.2 does: within brackets, 1.1 takes a question mark
    /// for the beginning of a key, and a colon at the end or a comma behind a tag for a part of what stands before it.
    fn is_torn(&self, tagged: bool, span: Span) -> bool {
        let in_flow = self.frames.last().is_some_and(Frame::is_flow);
        let text = &self.text[span.range()];
        let behind = &self.text[span.end as usize..];
        let bare_tag = text.is_empty() && !self.text[..span.range().start].ends_with(' ');
        in_flow
            && (text.contains('?')
                || tagged && bare_tag
                || text.starts_with(':')
                || !text.is_empty()
                    && behind
                        .strip_prefix(':')
                        .is_some_and(|behind| behind.starts_with([',', '[', ']', '{', '}'])))
    }

    /// What a scalar means, and its text.
    fn meaning<'t>(
        &mut self,
        text: &'t str,
        style: ScalarStyle,
        tag: Option<&Tag>,
        span: Span,
    ) -> (Scalar, Cow<'t, str>) {
        let Some(tag) = tag else {
            let plain = style == ScalarStyle::Plain;
            let scalar = if plain {
                scalar::plain(text)
            } else {
                Scalar::Text
            };
            return (scalar, text.into());
        };
        let Some(suffix) = core_suffix(tag) else {
            return (Scalar::Text, text.into());
        };
        match scalar::tagged(&suffix, text) {
            Ok((scalar, None)) => (scalar, text.into()),
            Ok((scalar, Some(decoded))) => (scalar, decoded.into()),
            Err(error) => {
                self.report(
                    span,
                    match error {
                        TagError::Mismatch => Problem::Tag(suffix.into_owned()),
                        TagError::NotBase64 => Problem::NotBase64,
                        TagError::NotUtf8 => Problem::BinaryNotText,
                    },
                );
                (Scalar::Text, text.into())
            }
        }
    }

    /// Takes in the node that a slot stands for.
    fn slot(&mut self, slots: &[Node], found: SlotText, span: Span) -> Option<Node> {
        let node = match found {
            SlotText::Part => Err(Problem::SlotInText),
            SlotText::Whole(index) => slots.get(index).ok_or(Problem::UnknownSlot(index)),
        };
        let node = node.and_then(|node| {
            let is_key = self.frames.last().is_some_and(Frame::awaits_key);
            if is_key && node.as_text().is_none() {
                return Err(Problem::SlotKey(node.describe()));
            }
            Ok(node.clone())
        });
        match node {
            Ok(node) => self.place(Built::leaf(node), span, false),
            Err(problem) => {
                self.report(span, problem);
                self.place(leaf(Kind::Null, span), span, false)
            }
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

    /// Sets the key of the innermost map.
    fn set_key(&mut self, key: Key) {
        if let Some(frame) = self.frames.last_mut() {
            frame.set_key(key);
        }
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

/// A node without children.
fn leaf(kind: Kind, span: Span) -> Built {
    Built::leaf(Node::new(kind, Origin::Written(span)))
}

/// Whether a key merges maps into the one that it stands in.
fn is_merge(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> bool {
    text == "<<"
        && match tag {
            None => style == ScalarStyle::Plain,
            Some(tag) => tag.to_string() == "!" || core_suffix(tag).as_deref() == Some("merge"),
        }
}

/// Whether YAML 1.1 takes a text for the name of an anchor.
fn is_name(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// What follows `tag:yaml.org,2002:` in a tag.
fn core_suffix(tag: &Tag) -> Option<Cow<'_, str>> {
    tag.suffix_in_namespace("tag:yaml.org,2002:")
}

/// Where the first word between `from` and `until` begins that `is_it` recognizes, comments left aside; `until` if
/// there is none.
fn find_word(text: &str, from: usize, until: usize, is_it: impl Fn(&str) -> bool) -> usize {
    let mut at = from;
    while at < until {
        let rest = &text[at..until];
        at += rest.len() - rest.trim_start().len();
        let rest = &text[at..until];
        let word = rest.split(char::is_whitespace).next().unwrap_or_default();
        at += if is_it(word) {
            return at;
        } else if word.starts_with('#') {
            rest.find('\n').unwrap_or(rest.len())
        } else {
            word.len()
        };
    }
    until
}
