//! How much a YAML text may ask of the program.

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
