//! What the user wants of a chart: values files and `--set` arguments, brought together in Helm's order.
//!
//! The facts about Helm are those of version 3.19. Every node keeps its [`Origin`](crate::yaml::Origin), so that
//! whatever is found later can be shown in the file or the argument that the user wrote.

pub mod effective;
pub mod file;
pub mod inputs;
pub mod merge;
mod reading;
mod refused;
pub mod schema;
pub mod secrets;
pub mod set;
pub mod similar;
mod touched;
mod unknown;
pub mod unwritable;
mod validate;

pub use effective::{effective, needed};

#[cfg(test)]
mod tests;
