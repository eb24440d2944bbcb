//! Functions on moments that the template itself names. All is in UTC, and none asks for the time.

use super::Type::{Any, Moment as Time, Text};
use super::{Answer, Call, Function, fixed};
use crate::gotemplate::layout;
use crate::gotemplate::time::{Moment, duration, seconds_as_text};
use crate::gotemplate::value::Value;

const DATE: &str = "2006-01-02";

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("toDate", &[Text, Text], |call| {
        let read = layout::parse(call.text(0), call.text(1));
        Ok(read.unwrap_or(Moment::ZERO).value())
    }),
    fixed("mustToDate", &[Text, Text], |call| {
        let read = layout::parse(call.text(0), call.text(1));
        read.map(Moment::value)
            .ok_or_else(|| "the text is not a time of the layout".to_owned())
    }),
    fixed("date", &[Text, Any], |call| {
        date(call.text(0), call.value(1), "UTC")
    }),
    fixed("dateInZone", &[Text, Any, Text], |call| {
        date(call.text(0), call.value(1), call.text(2))
    }),
    fixed("date_in_zone", &[Text, Any, Text], |call| {
        date(call.text(0), call.value(1), call.text(2))
    }),
    fixed("htmlDate", &[Any], |call| date(DATE, call.value(0), "UTC")),
    fixed("htmlDateInZone", &[Any, Text], |call| {
        date(DATE, call.value(0), call.text(1))
    }),
    fixed("dateModify", &[Text, Time], |call| {
        Ok(modified(call).unwrap_or_else(|| call.value(1).clone()))
    }),
    fixed("date_modify", &[Text, Time], |call| {
        Ok(modified(call).unwrap_or_else(|| call.value(1).clone()))
    }),
    fixed("mustDateModify", &[Text, Time], must_modify),
    fixed("must_date_modify", &[Text, Time], must_modify),
    fixed("unixEpoch", &[Time], |call| {
        let moment = moment(call.value(0));
        Ok(moment.map_or(0, |moment| moment.seconds).to_string().into())
    }),
    fixed("duration", &[Any], |call| {
        Ok(seconds_as_text(seconds(call.value(0))).into())
    }),
    fixed("durationRound", &[Any], |call| {
        Ok(rounded(call.value(0)).into())
    }),
];

/// The moment that a value is, or counts seconds to.
fn moment(value: &Value) -> Option<Moment> {
    let (seconds, nanoseconds) = match value {
        Value::Int(seconds) | Value::Int64(seconds) => (*seconds, 0),
        Value::Object(object) => object.moment()?,
        _ => return None,
    };
    // Beyond this, years have more digits than calendars are made for.
    (seconds.abs() < 1 << 40).then_some(Moment {
        seconds,
        nanoseconds,
    })
}

fn date(layout: &str, value: &Value, zone: &str) -> Answer {
    if !matches!(zone, "" | "UTC" | "Local") {
        return Err("only the time zone UTC is known".to_owned());
    }
    match moment(value) {
        Some(moment) => Ok(layout::format(layout, moment).into()),
        None => Err(
            "without a time it asks for the present, and would make each rendering another"
                .to_owned(),
        ),
    }
}

fn modified(call: &Call) -> Option<Value> {
    let nanoseconds = duration(call.text(0))?;
    Some(moment(call.value(1))?.plus(nanoseconds).value())
}

fn must_modify(call: &Call) -> Answer {
    modified(call).ok_or_else(|| "the text is not a duration".to_owned())
}

fn seconds(value: &Value) -> i64 {
    match value {
        Value::Text(text) => text.parse().unwrap_or(0),
        Value::Int64(seconds) => *seconds,
        _ => 0,
    }
}

/// A duration in its largest unit that it has more than one of.
fn rounded(value: &Value) -> String {
    let nanoseconds = match value {
        Value::Text(text) => duration(text).unwrap_or(0),
        Value::Int64(nanoseconds) => *nanoseconds,
        _ => 0,
    };
    let size = nanoseconds.unsigned_abs();
    let second = 1_000_000_000;
    let units = [
        (365 * 86_400, "y"),
        (30 * 86_400, "mo"),
        (86_400, "d"),
        (3_600, "h"),
        (60, "m"),
        (1, "s"),
    ];
    let unit = units.iter().find(|(seconds, _)| size > seconds * second);
    unit.map_or_else(
        || "0s".to_owned(),
        |(seconds, name)| format!("{}{name}", size / (seconds * second)),
    )
}
