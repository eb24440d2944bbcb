//! What Kubernetes itself knows: which kinds there are, and since or until when.

pub mod removed;
pub mod scope;
pub mod texts;
