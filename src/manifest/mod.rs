//! Manifests: Kubernetes objects, their order, and how they are written.

mod object;
mod order;
mod output;
mod select;

pub use object::Object;
pub use order::sort;
pub use output::{Form, write, write_folder};
pub use select::{NoSuchTemplate, select};
