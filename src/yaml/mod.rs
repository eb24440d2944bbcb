//! YAML as Kubernetes reads it, and as every reader understands it.
//!
//! Text becomes a [`Node`], a node becomes text, and between them nothing is lost: a node knows its [`Origin`].

mod frame;
mod json;
mod limits;
mod node;
mod number;
mod one_scalar;
mod origin;
mod path;
mod plain;
mod problem;
mod quoted;
mod read;
mod rendered;
mod scalar;
mod slot;
mod syntax;
mod timestamp;
mod tree;
mod write;

pub use json::{defaults_from_json, from_json, numbered_from_json, to_json};
pub use limits::{Exceeded, Limits};
pub use node::{Entry, Kind, Map, Node};
pub use number::Number;
pub use one_scalar::one_scalar;
pub use origin::{DefaultId, Origin};
pub use path::{Path, PathError, Step, step_into};
pub use problem::Problem;
pub use read::read;
pub use rendered::{RenderedError, read_rendered, read_shape};
pub use scalar::resolve;
pub use slot::slot;
pub use syntax::SyntaxError;
pub use write::{write, write_to};
