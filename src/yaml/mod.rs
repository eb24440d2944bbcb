//! YAML as Kubernetes reads it, and as every reader understands it.
//!
//! Text becomes a [`Node`], a node becomes text, and between them nothing is lost: a node knows its [`Origin`].

mod node;
mod number;
mod origin;

pub use node::{Entry, Kind, Map, Node};
pub use number::Number;
pub use origin::{DefaultId, Origin};
