//! Scalars and slots into nodes.

use std::borrow::Cow;

use granit_parser::{ScalarStyle, Tag};

use super::Documents;
use crate::source::Span;
use crate::yaml::frame::{Built, Frame, Key};
use crate::yaml::scalar::{self, Scalar, TagError};
use crate::yaml::slot::{self, SlotText};
use crate::yaml::{Kind, Node, Origin, Problem};

impl Documents<'_> {
    /// Takes in a scalar.
    pub(super) fn scalar(
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
            if let Some(frame) = self.frames.last_mut() {
                frame.set_key(Key::Merge);
            }
            return None;
        }
        if !is_key && matches!(scalar, Scalar::NotFinite(_)) {
            self.report(span, Problem::NotFinite);
        }
        self.place(built, span, false)
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
}

/// A node without children.
pub(super) fn leaf(kind: Kind, span: Span) -> Built {
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

/// What follows `tag:yaml.org,2002:` in a tag.
fn core_suffix(tag: &Tag) -> Option<Cow<'_, str>> {
    tag.suffix_in_namespace("tag:yaml.org,2002:")
}
