//! Rules files into the `customRules` of a values file, and back: byte for byte.
//!
//! [`paths`] reads the files that a user names, [`values`] makes values of them, [`files`] makes files of values again, and
//! [`folder`] writes these. Every text in UTF-8 can be carried: a block of YAML holds nearly all, double quotes the rest.

pub mod files;
pub mod folder;
pub mod paths;
pub mod values;
