//! The events that Falco knows, their names and parameters, and for which of them a condition can be true.

mod search;
mod set;
mod table;

pub use search::{Events, SearchFault, SearchProblem, event_types};
pub use set::EventSet;
pub use table::{CONTAINER_EVENTS, has_name, has_type, longest_parameter, similar_name};
