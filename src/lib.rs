//! falcogen turns Helm values and rules files into the Kubernetes manifests that run Falco.
//!
//! The way of the data goes in one direction, and no stage reaches back:
//!
//! 1. [`values::inputs`] reads values files and `--set` arguments into [`yaml::Node`]s, each of which knows its
//!    [`yaml::Origin`], and merges them in Helm's order.
//! 2. [`values::effective`] holds them against the chart's JSON Schema and puts the chart's defaults below.
//! 3. The chart's own `derive` ([`charts`]) makes names, images and falco.yaml of them: pure functions.
//! 4. The [`engine`] renders the chart's templates; what they emit are nodes, never text.
//! 5. [`manifest`] orders the objects and writes them.
//!
//! Whatever is wrong with the input becomes a [`diagnostic::Diagnostic`] that points at the user's own line;
//! [`report`] shows it. [`render()`] is all of this in one call.

pub mod capabilities;
pub mod charts;
pub mod checks;
pub mod cli;
pub mod condition;
pub mod diagnostic;
pub mod engine;
pub mod gotemplate;
pub mod kubernetes;
pub mod manifest;
pub mod release;
pub mod render;
pub mod report;
pub mod rules;
pub mod source;
pub mod values;
pub mod why;
pub mod yaml;

pub use render::{Request, render};
