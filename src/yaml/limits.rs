//! How much a YAML text may ask of the program.

use thiserror::Error;

/// Bounds that no values file of a person comes near, and that keep a hostile one from filling the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many lists and maps may lie in one another.
    pub depth: usize,
    /// How many nodes may be written out, keys included.
    pub nodes: usize,
    /// How many nodes aliases may add to those that are written out.
    pub aliased_nodes: usize,
    /// How many bytes the text may have.
    pub size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            depth: 200,
            nodes: 1_000_000,
            aliased_nodes: 400_000,
            size: 16 << 20,
        }
    }
}

/// A limit that a text passes, and how much it allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Exceeded {
    /// Too many lists and maps in one another.
    #[error("lists and maps are nested more than {0} levels deep")]
    TooDeep(usize),
    /// Too many keys and values.
    #[error("the text holds more than {0} keys and values")]
    TooManyNodes(usize),
    /// Too much comes from aliases.
    #[error("aliases make more than {0} values out of this text")]
    TooManyAliases(usize),
    /// The text is too long.
    #[error("the text is larger than {0} bytes")]
    TooLarge(usize),
}
