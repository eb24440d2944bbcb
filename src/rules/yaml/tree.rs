//! What a rules file says, before anybody asks what it means.

use std::borrow::Cow;
use std::sync::Arc;

use crate::source::Span;

/// A node of a rules file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yaml<'a> {
    /// What it holds.
    pub kind: Kind<'a>,
    /// Where it is written. It begins where Falco says that the node is: at the first key, at the first dash, at the
    /// bracket, at a scalar's first character or header, at the anchor or tag before them. A node that an alias stands
    /// for is where the anchor is.
    pub span: Span,
}

/// What a node can hold. Lists and maps are shared, since aliases may stand for them many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// Nothing, or a plain `~`, `null`, `Null` or `NULL` without a tag.
    Null,
    /// A text, which may count as a number or a boolean where one is asked for.
    Scalar(Scalar<'a>),
    /// A list.
    List(Arc<Vec<Yaml<'a>>>),
    /// The entries of a map as they are written, also those whose key the map has already.
    Map(Arc<Vec<(Yaml<'a>, Yaml<'a>)>>),
}

/// A scalar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar<'a> {
    /// The text that it stands for.
    pub text: Cow<'a, str>,
    /// How it is written.
    pub style: Style,
    /// The whole scalar: with its quotes, or from the header of a block to the end of its last line.
    pub span: Span,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`
    SingleQuoted,
    /// `"…"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

impl Kind<'_> {
    /// What it is, in words for a person.
    #[must_use]
    pub fn describe(&self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Scalar(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

impl<'a> Yaml<'a> {
    /// The value of the first entry with this key, if this is a map and has one.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Yaml<'a>> {
        let mut entries = self.as_map()?.iter();
        entries
            .find(|(name, _)| name.as_str() == Some(key))
            .map(|(_, value)| value)
    }

    /// Where the key of the first entry with this key is written, if this is a map and has one.
    #[must_use]
    pub fn place_of(&self, key: &str) -> Option<Span> {
        let mut keys = self.as_map()?.iter().map(|(name, _)| name);
        keys.find(|name| name.as_str() == Some(key))
            .map(|name| name.span)
    }

    /// The text of a scalar.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        self.as_scalar().map(|scalar| &*scalar.text)
    }

    /// The scalar, if this is one.
    #[must_use]
    pub fn as_scalar(&self) -> Option<&Scalar<'a>> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The items, if this is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Yaml<'a>]> {
        match &self.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if this is a map.
    #[must_use]
    pub fn as_map(&self) -> Option<&[(Yaml<'a>, Yaml<'a>)]> {
        match &self.kind {
            Kind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// Whether this is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.kind == Kind::Null
    }
}
