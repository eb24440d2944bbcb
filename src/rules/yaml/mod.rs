//! Rules files as the YAML reader of Falco reads them.
//!
//! That reader, yaml-cpp, is no reader of YAML 1.1 or 1.2: a scalar has no type until somebody asks for one, two
//! documents need no `---` between them, a null document ends the file. So this is a reader of its own, which finds
//! the same trees at the same places, and the same mistakes. The version is the one that Falco 0.44 names in
//! `cmake/modules/yaml-cpp.cmake`: c2bec4c, between 0.8 and 0.9.
//!
//! A scanner makes tokens of the text, a parser a tree of the tokens. The texts of scalars are decoded by one
//! module a style, which [`Places`] uses again to tell where in the source a part of a decoded text is written.

mod block;
mod broken;
mod convert;
mod cursor;
mod decoded;
mod escape;
mod parser;
mod places;
mod plain;
mod quoted;
mod read;
mod scanner;
#[cfg(test)]
mod tests;
mod token;
mod tree;

pub use broken::{Broken, Reason};
pub use convert::{decode_bool, decode_u32};
pub use places::Places;
pub use read::{limits, read};
pub use tree::{Kind, Scalar, Style, Yaml};
