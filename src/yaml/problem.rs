//! What can be wrong with a YAML text.

use thiserror::Error;

use super::limits::Exceeded;
use super::syntax::SyntaxError;
use crate::source::Span;

impl Problem {
    /// The remedy, where there is a common one.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some(match self {
            Problem::Syntax(error) => return error.help,
            Problem::ControlCharacter(_) | Problem::LineSeparator(_) => {
                "write it as an escape in double quotes: `\"\\u…\"`, with the four digits of its number"
            }
            Problem::Torn => "put it in quotes",
            Problem::UnknownAnchor => {
                "put the value in quotes if it is a text that begins with `*`"
            }
            Problem::NotFinite => "put it in quotes if it is a text",
            Problem::Version => "remove the `%YAML` line",
            Problem::MapKey("a map") => {
                "a value that begins with a template expression needs quotes: `\"{{ … }}\"`"
            }
            Problem::MapKey(_) => "put the key in quotes",
            Problem::Tag(_) | Problem::NotBase64 | Problem::BinaryNotText => {
                "correct the value, or remove the tag"
            }
            Problem::Merge => "put the key in quotes if it is not meant to merge: `\"<<\"`",
            _ => return None,
        })
    }
}

/// One thing that is wrong with a YAML text. The words never hold a value of the text, which could be secret.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// The text is no YAML.
    #[error("{0}")]
    Syntax(SyntaxError),
    /// A character that YAML allows nowhere.
    #[error("the control character U+{:04X} is not allowed in YAML", *.0 as u32)]
    ControlCharacter(char),
    /// A character that some readers take for a line break, and others do not.
    #[error("the line separator U+{:04X} is read differently by different programs", *.0 as u32)]
    LineSeparator(char),
    /// A plain scalar in brackets that YAML 1.1 ends elsewhere than YAML 1.2.
    #[error(
        "a text with `?`, or with `:` at its beginning or end, needs quotes within brackets or braces"
    )]
    Torn,
    /// The name of an anchor that YAML 1.1 does not allow.
    #[error("the name of the anchor has other characters than letters, digits, `-` and `_`")]
    AnchorName,
    /// A name behind `*` that no `&` before it defines.
    #[error("the alias refers to an anchor that is not defined above it")]
    UnknownAnchor,
    /// An alias inside of what it stands for.
    #[error("the alias stands inside the very value that it refers to")]
    AliasInsideItself,
    /// A key that the map has already.
    #[error("the key `{key}` is given twice in one map")]
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it is given first.
        first: Span,
    },
    /// A further document where one is allowed.
    #[error("the file holds more than one YAML document")]
    SeveralDocuments,
    /// More than the program gives.
    #[error(transparent)]
    Limit(Exceeded),
    /// A `%YAML` directive for another version than 1.1.
    #[error("the text declares a version of YAML other than 1.1")]
    Version,
    /// Infinity or not-a-number.
    #[error("infinity and not-a-number are no values of Kubernetes")]
    NotFinite,
    /// A key that cannot become a text.
    #[error("{0} cannot be the key of a map")]
    MapKey(&'static str),
    /// A scalar that is not of the type that its tag names.
    #[error("the value is not of the type that its tag `!!{0}` names")]
    Tag(String),
    /// A `!!binary` that is not base64.
    #[error("the value of `!!binary` is not base64")]
    NotBase64,
    /// A `!!binary` that is no text.
    #[error("the value of `!!binary` is not text in UTF-8")]
    BinaryNotText,
    /// A merge key whose value is not a map or a list of maps.
    #[error("the merge key `<<` takes a map or a list of maps")]
    Merge,
    /// A slot as a part of a longer scalar, or in quotes.
    #[error("a slot is part of a longer scalar")]
    SlotInText,
    /// A slot with an index that no node has.
    #[error("there is no node for slot {0}")]
    UnknownSlot(usize),
    /// A slot as a key that is not a text.
    #[error("a slot that stands as a key holds {0}")]
    SlotKey(&'static str),
}
