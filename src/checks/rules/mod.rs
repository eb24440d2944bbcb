//! Codes of what is wrong with rules: what Falco refuses or warns of when it loads them, and what it takes in silence though
//! it is hardly meant.

mod problem;
pub mod rule_blank_in_text;
pub mod rule_broken_base;
pub mod rule_case_never_matches;
pub mod rule_compares_with_itself;
pub mod rule_condition_syntax;
pub mod rule_defined_again;
pub mod rule_deprecated;
pub mod rule_deprecated_field;
pub mod rule_engine_version;
pub mod rule_event_search;
pub mod rule_exception;
pub mod rule_exception_never_matches;
pub mod rule_exception_repeated;
pub mod rule_exception_without_values;
pub mod rule_field_argument;
pub mod rule_field_as_text;
pub mod rule_field_comparison;
pub mod rule_file_ignored;
pub mod rule_impossible_value;
pub mod rule_invalid_name;
pub mod rule_long_process_name;
pub mod rule_macro_after_use;
pub mod rule_macro_loop;
pub mod rule_mixed_and_or;
pub mod rule_nearly_mitre_tag;
pub mod rule_never_matches;
pub mod rule_newer_than_required;
pub mod rule_no_event_type;
pub mod rule_no_such_item;
pub mod rule_not_given;
pub mod rule_older_syscall;
pub mod rule_operator;
pub mod rule_other_source;
pub mod rule_output;
pub mod rule_output_without_fields;
pub mod rule_override;
pub mod rule_override_of_nothing;
pub mod rule_pattern_without_wildcard;
pub mod rule_plugin_missing;
pub mod rule_plugin_version;
pub mod rule_priority;
pub mod rule_regex;
pub mod rule_repeated_item;
pub mod rule_repeated_key;
pub mod rule_repeated_tag;
pub mod rule_same_condition;
pub mod rule_same_output;
pub mod rule_simple_regex;
pub mod rule_skipped;
pub mod rule_structure;
pub mod rule_transformer;
pub mod rule_transformer_as_text;
pub mod rule_undefined_list;
pub mod rule_undefined_macro;
pub mod rule_unknown_event;
pub mod rule_unknown_field;
pub mod rule_unknown_item;
pub mod rule_unknown_key;
pub mod rule_unknown_source;
pub mod rule_unneeded_warn_evttypes;
pub mod rule_unsafe_na;
pub mod rule_unused_list;
pub mod rule_unused_macro;
pub mod rule_value;
pub mod rule_wildcard_as_text;

use crate::diagnostic::{Code, Diagnostics};
use crate::rules::advice::View;

pub use problem::of_problem;

/// The codes of this group: first those of Falco, then our own.
pub const CODES: &[&Code] = &[
    &rule_structure::CODE,
    &rule_priority::CODE,
    &rule_override::CODE,
    &rule_engine_version::CODE,
    &rule_plugin_version::CODE,
    &rule_plugin_missing::CODE,
    &rule_no_such_item::CODE,
    &rule_other_source::CODE,
    &rule_exception::CODE,
    &rule_undefined_macro::CODE,
    &rule_macro_after_use::CODE,
    &rule_macro_loop::CODE,
    &rule_condition_syntax::CODE,
    &rule_unknown_field::CODE,
    &rule_field_argument::CODE,
    &rule_operator::CODE,
    &rule_value::CODE,
    &rule_unknown_event::CODE,
    &rule_regex::CODE,
    &rule_transformer::CODE,
    &rule_field_comparison::CODE,
    &rule_output::CODE,
    &rule_event_search::CODE,
    &rule_unsafe_na::CODE,
    &rule_deprecated_field::CODE,
    &rule_simple_regex::CODE,
    &rule_field_as_text::CODE,
    &rule_transformer_as_text::CODE,
    &rule_unknown_source::CODE,
    &rule_no_event_type::CODE,
    &rule_skipped::CODE,
    &rule_unused_macro::CODE,
    &rule_unused_list::CODE,
    &rule_unknown_item::CODE,
    &rule_unknown_key::CODE,
    &rule_deprecated::CODE,
    &rule_exception_without_values::CODE,
    &rule_exception_repeated::CODE,
    &rule_invalid_name::CODE,
    &rule_repeated_key::CODE,
    &rule_override_of_nothing::CODE,
    &rule_file_ignored::CODE,
    &rule_not_given::CODE,
    &rule_broken_base::CODE,
    &rule_output_without_fields::CODE,
    &rule_exception_never_matches::CODE,
    &rule_nearly_mitre_tag::CODE,
    &rule_undefined_list::CODE,
    &rule_defined_again::CODE,
    &rule_repeated_item::CODE,
    &rule_never_matches::CODE,
    &rule_pattern_without_wildcard::CODE,
    &rule_wildcard_as_text::CODE,
    &rule_case_never_matches::CODE,
    &rule_mixed_and_or::CODE,
    &rule_unneeded_warn_evttypes::CODE,
    &rule_newer_than_required::CODE,
    &rule_repeated_tag::CODE,
    &rule_long_process_name::CODE,
    &rule_blank_in_text::CODE,
    &rule_compares_with_itself::CODE,
    &rule_impossible_value::CODE,
    &rule_older_syscall::CODE,
    &rule_same_condition::CODE,
    &rule_same_output::CODE,
];

/// What a check of our own looks at, and where it says what it finds.
pub type Look = fn(&View, &mut Diagnostics);

/// The checks of our own that compare definitions with each other, or with their files.
pub const OVERALL: &[Look] = &[
    rule_newer_than_required::look,
    rule_same_condition::look,
    rule_same_output::look,
];

/// The checks of our own that look at each definition by itself; a view shows some of them at a time.
pub const ADVICE: &[Look] = &[
    rule_output_without_fields::look,
    rule_exception_never_matches::look,
    rule_nearly_mitre_tag::look,
    rule_undefined_list::look,
    rule_defined_again::look,
    rule_repeated_item::look,
    rule_never_matches::look,
    rule_pattern_without_wildcard::look,
    rule_wildcard_as_text::look,
    rule_case_never_matches::look,
    rule_mixed_and_or::look,
    rule_unneeded_warn_evttypes::look,
    rule_repeated_tag::look,
    rule_long_process_name::look,
    rule_blank_in_text::look,
    rule_compares_with_itself::look,
    rule_impossible_value::look,
    rule_older_syscall::look,
];
