//! What Kubernetes itself knows: which kinds there are, since or until when, and how large they may be.

pub mod removed;
pub mod scope;
pub mod size;
pub mod texts;
