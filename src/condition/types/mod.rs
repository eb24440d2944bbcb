//! The types that fields have, which operators they know, and which texts are values of them.

mod address;
mod comparable;
mod number;
mod pattern;
mod services;
mod size;
mod value;
mod value_type;

pub use address::NetworkFault;
pub use comparable::is_comparable;
pub use number::{is_blank, number};
pub use pattern::{PatternFault, check_pattern};
pub use value::{LONGEST_TEXT, ValueFault, check_value};
pub use value_type::ValueType;
