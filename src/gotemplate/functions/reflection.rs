//! Functions that ask what a value is.

use super::Type::{Any, Text};
use super::{Function, fixed};
use crate::gotemplate::compare::same;

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("typeOf", &[Any], |call| Ok(call.value(0).go_type().into())),
    fixed("kindOf", &[Any], |call| Ok(call.value(0).go_kind().into())),
    fixed("typeIs", &[Text, Any], |call| {
        Ok((call.text(0) == call.value(1).go_type()).into())
    }),
    fixed("typeIsLike", &[Text, Any], |call| {
        let found = call.value(1).go_type();
        let pointed = found.strip_prefix('*').unwrap_or(&found);
        Ok((call.text(0) == pointed || call.text(0) == found).into())
    }),
    fixed("kindIs", &[Text, Any], |call| {
        Ok((call.text(0) == call.value(1).go_kind()).into())
    }),
    fixed("deepEqual", &[Any, Any], |call| {
        call.limits.whole(call.value(0))?;
        call.limits.whole(call.value(1))?;
        Ok(same(call.value(0), call.value(1)).into())
    }),
];
