//! Why a text is no YAML to Falco.

use thiserror::Error;

use crate::source::Span;
use crate::yaml::Exceeded;

/// Reading could not go on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct Broken {
    /// The place that Falco names too, and the character there.
    pub span: Span,
    /// What is wrong.
    pub reason: Reason,
    /// The innermost bracket or brace that is open there, if there is one.
    pub opened: Option<Span>,
}

/// What can be wrong; after `include/yaml-cpp/exceptions.h` of yaml-cpp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// Another token than a dash where the list goes on.
    #[error("a list item with a dash is expected here")]
    ListItem,
    /// No comma and no bracket behind an item.
    #[error("a `,` or the closing `]` of a list is expected here")]
    ListEnd,
    /// Another token than a key where the map goes on.
    #[error("a key with a colon is expected here")]
    MapKey,
    /// No comma and no brace behind an entry.
    #[error("a `,` or the closing `}}` of a map is expected here")]
    MapEnd,
    /// A closing bracket or brace that closes nothing.
    #[error("a bracket is closed that is not the one that is open")]
    Closing,
    /// A dash where no list can begin.
    #[error("a list item cannot stand here")]
    Dash,
    /// `?` where no key can stand.
    #[error("a key cannot stand here")]
    QuestionMark,
    /// A colon where no key is before it.
    #[error("a colon cannot stand here: no key on this line can be before it")]
    Colon,
    /// A comma at the beginning of a line.
    #[error("a line cannot begin with a comma here")]
    Comma,
    /// A scalar, or a comma, behind a quoted one.
    #[error("text follows a closing quote")]
    BehindQuote,
    /// A character that begins nothing.
    #[error("a value cannot begin with this character")]
    Character,
    /// A quote without its partner.
    #[error("a quote is never closed")]
    Quote,
    /// `---` or `...` at the beginning of a line in quotes.
    #[error("a line in quotes begins with `---` or `...`, which would end the document")]
    DocumentInQuotes,
    /// An unknown escape.
    #[error("a backslash begins no escape that Falco knows")]
    Escape,
    /// Another digit than a hexadecimal one.
    #[error("the number of an escape has other characters than hexadecimal digits")]
    Hexadecimal,
    /// A number that no character has.
    #[error("the number of an escape is that of no character")]
    NoCharacter,
    /// A tab where blanks must indent.
    #[error("a tab is used as indentation")]
    Tab,
    /// More behind `|` or `>` than belongs there.
    #[error("text follows the `|` or `>` of a block")]
    BlockHeader,
    /// `|0`
    #[error("a block cannot be indented by 0")]
    BlockIndentation,
    /// `&` without a name.
    #[error("`&` begins a value and no name follows")]
    AnchorName,
    /// `*` without a name.
    #[error("`*` begins a value and no name follows")]
    AliasName,
    /// A bracket or brace in the name behind `&`.
    #[error("the name of an anchor ends in a character that cannot follow it")]
    AnchorEnd,
    /// A bracket or brace in the name behind `*`.
    #[error("the name of an alias ends in a character that cannot follow it")]
    AliasEnd,
    /// No anchor of that name stands before the alias.
    #[error("the alias refers to an anchor that is not defined above it")]
    UnknownAnchor,
    /// An alias inside of what it stands for.
    #[error("the alias stands inside the very value that it refers to")]
    AliasInsideItself,
    /// Two anchors on one node.
    #[error("a value has two anchors")]
    TwoAnchors,
    /// Two tags on one node.
    #[error("a value has two tags")]
    TwoTags,
    /// A tag's handle with characters that cannot be in it.
    #[error("the handle of a tag has other characters than letters, digits and `-`")]
    TagHandle,
    /// `!handle!` without more.
    #[error("a tag ends behind its handle")]
    TagSuffix,
    /// `!<` without `>`.
    #[error("a tag that begins with `!<` has no `>`")]
    TagEnd,
    /// A `%YAML` or `%TAG` that is given twice, is incomplete or has a version that Falco refuses.
    #[error(
        "a `%` at the beginning of a line begins a directive, and this one is none that Falco can read"
    )]
    Directive,
    /// More than the program gives.
    #[error(transparent)]
    Limit(Exceeded),
}

const INDENT: &str = "keys of one map, and dashes of one list, stand in one column: check the indentation of this line and of those above it";
const QUOTE: &str = "put the value in quotes if it is a text";
const ESCAPE: &str =
    "write `\\\\` for a backslash, or use single quotes, in which it is an ordinary character";

impl Reason {
    /// The remedy, where there is a common one.
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        Some(match self {
            Reason::ListItem | Reason::MapKey | Reason::Dash => INDENT,
            Reason::ListEnd | Reason::MapEnd | Reason::Closing => {
                "close brackets in the order in which they were opened, and put a text with brackets in quotes"
            }
            Reason::Colon => {
                "put a value that holds a colon and a space in quotes; a key stands on one line, in the column of the others"
            }
            Reason::BehindQuote => {
                "put the whole value in quotes of the other kind, or look for a quote above that is not closed"
            }
            Reason::Quote => {
                "close the quote; within `'…'` a quote is written `''`, within `\"…\"` it is written `\\\"`"
            }
            Reason::DocumentInQuotes => "indent the line",
            Reason::Escape | Reason::Hexadecimal | Reason::NoCharacter => ESCAPE,
            Reason::Tab => "indent with spaces",
            Reason::BlockHeader => "begin the text on the next line, or put the value in quotes",
            Reason::BlockIndentation => "write a digit from 1 to 9, or none",
            Reason::UnknownAnchor
            | Reason::Directive
            | Reason::QuestionMark
            | Reason::Comma
            | Reason::Character
            | Reason::AnchorName
            | Reason::AliasName
            | Reason::AnchorEnd
            | Reason::AliasEnd
            | Reason::TagHandle
            | Reason::TagSuffix
            | Reason::TagEnd => QUOTE,
            _ => return None,
        })
    }
}
