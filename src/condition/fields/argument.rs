//! What may stand behind the name of a field (libs 0.25, `parse_field_name` and `extract_arg` in
//! `userspace/libsinsp/sinsp_filtercheck_{event,thread,fd}.cpp` and `plugin_filtercheck.cpp`).

use super::super::events;
use super::super::types::{ValueType, number};
use super::lookup::{FieldFault, Refusal};
use super::{Argument, KnownField};

/// What became of a field with what stands behind its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It is a field with values of this type.
    Found(ValueType),
    /// It is none, and that is the end.
    Refused(Refusal),
    /// It is none; another group may have one.
    Next,
}

impl Taken {
    /// Falco says that there is no such field.
    fn nonexistent(fault: FieldFault) -> Self {
        Self::Refused(Refusal {
            fault,
            nonexistent: true,
        })
    }

    /// Falco says that the field is written wrongly.
    fn wrong(fault: FieldFault) -> Self {
        Self::Refused(Refusal {
            fault,
            nonexistent: false,
        })
    }

    fn found_if(condition: bool, field: &KnownField) -> Self {
        if condition {
            Self::Found(field.value_type)
        } else {
            Self::nonexistent(FieldFault::Unknown)
        }
    }
}

/// Takes a field of Falco's own. `name` begins with the field's name.
pub(super) fn take(field: &KnownField, name: &str, argument: Option<&[u8]>, engine: u32) -> Taken {
    let rest = name.get(field.name.len()..).unwrap_or_default();
    match field.argument {
        Argument::None | Argument::Plugin { .. } => take_nothing(field, rest, argument),
        Argument::Parameter | Argument::RawParameter => {
            take_parameter(field, rest, argument, engine)
        }
        Argument::Number => take_number(field, rest, argument),
        Argument::EventType => take_event_type(field, rest, argument),
        Argument::PathSide => {
            let side = matches!(rest, "" | ".src" | ".dst");
            Taken::found_if(side && argument.is_none(), field)
        }
        Argument::Ancestor => take_ancestor(field, rest, argument),
        Argument::Variable => {
            let whole = argument.is_none_or(has_no_bracket);
            Taken::found_if(rest.is_empty() && whole, field)
        }
        Argument::Subsystem => take_subsystem(field, rest, argument),
        Argument::Descriptor => take_descriptor(field, rest, argument),
    }
}

fn take_nothing(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    if rest.is_empty() && argument.is_some() {
        return Taken::nonexistent(FieldFault::NeedlessArgument);
    }
    Taken::found_if(rest.is_empty(), field)
}

fn take_parameter(field: &KnownField, rest: &str, argument: Option<&[u8]>, engine: u32) -> Taken {
    let raw = field.argument == Argument::RawParameter;
    match (rest.strip_prefix('.'), argument) {
        (Some(parameter), _) => take_named_parameter(field, parameter, argument, engine),
        (None, Some(argument)) if rest.is_empty() && !raw => take_index(field, argument),
        _ => Taken::wrong(FieldFault::NoParameter),
    }
}

fn take_named_parameter(
    field: &KnownField,
    name: &str,
    argument: Option<&[u8]>,
    engine: u32,
) -> Taken {
    let Some((known, value_type)) = events::longest_parameter(name, engine) else {
        return Taken::wrong(FieldFault::UnknownParameter);
    };
    if known.len() < name.len() || argument.is_some() {
        return Taken::nonexistent(FieldFault::UnknownParameter);
    }
    Taken::Found(match field.argument {
        Argument::RawParameter => value_type,
        _ => field.value_type,
    })
}

/// Takes a number up to the first closing bracket; if there are two, what stands between them is left over.
fn take_index(field: &KnownField, argument: &[u8]) -> Taken {
    let inner = argument.split(|byte| *byte == b']').next();
    if inner.and_then(number).is_none() {
        return Taken::wrong(FieldFault::NotANumber);
    }
    if has_no_bracket(argument) {
        return Taken::Found(field.value_type);
    }
    Taken::nonexistent(FieldFault::BadCharacter)
}

fn take_number(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    match argument {
        Some(argument) if rest.is_empty() => take_index(field, argument),
        _ => Taken::wrong(FieldFault::NoArgument),
    }
}

fn take_event_type(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    match rest.strip_prefix('.') {
        Some(name) => {
            let known = events::has_type(name) || number(name.as_bytes()).is_some();
            Taken::found_if(known && argument.is_none(), field)
        }
        None => Taken::wrong(FieldFault::NoEventType),
    }
}

fn take_ancestor(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    match argument {
        Some(argument) if rest.is_empty() => match take_index(field, argument) {
            Taken::Refused(refusal) => Taken::nonexistent(refusal.fault),
            taken => taken,
        },
        _ => Taken::found_if(rest.is_empty(), field),
    }
}

fn take_subsystem(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    let Some(name) = rest.strip_prefix('.') else {
        return Taken::wrong(FieldFault::NoSubsystem);
    };
    let letters = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    Taken::found_if(name.bytes().all(letters) && argument.is_none(), field)
}

fn take_descriptor(field: &KnownField, rest: &str, argument: Option<&[u8]>) -> Taken {
    match argument {
        Some(argument) if rest.is_empty() => take_index(field, argument),
        _ => Taken::found_if(rest.is_empty(), field),
    }
}

fn has_no_bracket(argument: &[u8]) -> bool {
    !argument.contains(&b']')
}

/// Takes a field of a plugin. `name` begins with the field's name.
pub(super) fn take_of_plugin(field: &KnownField, name: &str, argument: Option<&[u8]>) -> Taken {
    let (required, index, key) = field.argument.of_plugin();
    let whole = name.len() == field.name.len();
    match argument {
        None if required => Taken::wrong(FieldFault::NoArgument),
        None => Taken::found_if(whole, field),
        Some(_) if !whole => Taken::Next,
        Some(argument) => match bracketed(argument) {
            None => Taken::wrong(FieldFault::BadCharacter),
            Some(_) if field.argument == Argument::None => {
                Taken::wrong(FieldFault::NeedlessArgument)
            }
            Some(inner) if index && !key && !is_index(inner) => {
                Taken::wrong(FieldFault::NotAnIndex)
            }
            Some(inner) if inner.len() < argument.len() => {
                Taken::nonexistent(FieldFault::BadCharacter)
            }
            Some(_) => Taken::Found(field.value_type),
        },
    }
}

/// What stands before the first closing bracket, if no blank comes before it.
fn bracketed(argument: &[u8]) -> Option<&[u8]> {
    let end = argument.iter().position(|byte| *byte == b']');
    let inner = argument.get(..end.unwrap_or(argument.len()))?;
    (!inner.contains(&b' ')).then_some(inner)
}

fn is_index(argument: &[u8]) -> bool {
    let padded = argument.len() > 1 && argument.first() == Some(&b'0');
    let text = std::str::from_utf8(argument).unwrap_or_default();
    let digits = !argument.is_empty() && argument.iter().all(u8::is_ascii_digit);
    digits && !padded && text.parse::<u64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::{FieldFault, Fields, Place};
    use super::ValueType;

    const SYSCALL: Place<'_> = Place {
        source: "syscall",
        engine: 63,
    };

    fn value_type(name: &str, argument: Option<&str>) -> Result<ValueType, (FieldFault, bool)> {
        let argument = argument.map(str::as_bytes);
        let found = Fields::falco().lookup(name, argument, SYSCALL);
        found
            .map(|found| found.value_type)
            .map_err(|refusal| (refusal.fault, refusal.nonexistent))
    }

    #[test]
    fn the_parameter_gives_a_raw_argument_its_type() {
        assert_eq!(value_type("evt.arg.flags", None), Ok(ValueType::Text));
        assert_eq!(value_type("evt.rawarg.flags", None), Ok(ValueType::Flags32));
        assert_eq!(
            value_type("evt.rawarg.res", None),
            Ok(ValueType::ErrorNumber)
        );
        assert_eq!(
            value_type("evt.arg.zzz", None),
            Err((FieldFault::UnknownParameter, false))
        );
        assert_eq!(
            value_type("evt.arg.flagsx", None),
            Err((FieldFault::UnknownParameter, true))
        );
        assert_eq!(
            value_type("evt.rawarg", Some("0")),
            Err((FieldFault::NoParameter, false))
        );
    }

    #[test]
    fn a_bad_number_is_an_error_or_no_field_at_all() {
        assert_eq!(value_type("evt.arg", Some("-1")), Ok(ValueType::Text));
        assert_eq!(
            value_type("evt.arg", Some("x")),
            Err((FieldFault::NotANumber, false))
        );
        assert_eq!(
            value_type("proc.aname", Some("x")),
            Err((FieldFault::NotANumber, true))
        );
        assert_eq!(
            value_type("fd.types", Some("x")),
            Err((FieldFault::NotANumber, false))
        );
    }

    #[test]
    fn fields_of_plugins_say_what_they_take() {
        assert_eq!(
            value_type("container.label", Some("app")),
            Ok(ValueType::Text)
        );
        assert_eq!(
            value_type("container.label", None),
            Err((FieldFault::NoArgument, false))
        );
        assert_eq!(
            value_type("container.id", Some("0")),
            Err((FieldFault::NeedlessArgument, false))
        );
        assert_eq!(
            value_type("container.label", Some("a b")),
            Err((FieldFault::BadCharacter, false))
        );
        assert_eq!(
            value_type("proc.name", Some("0")),
            Err((FieldFault::NeedlessArgument, true))
        );
    }

    #[test]
    fn some_fields_go_on_behind_their_name() {
        assert!(value_type("evt.type.is.open", None).is_ok());
        assert!(value_type("evt.abspath.src", None).is_ok());
        assert!(value_type("thread.cgroup.cpu_acct", None).is_ok());
        assert!(value_type("proc.env", Some("")).is_ok());
        assert!(value_type("thread.cgroup.cpu2", None).is_err());
        assert_eq!(
            value_type("evt.type.is.nothing", None),
            Err((FieldFault::Unknown, true))
        );
    }

    #[test]
    fn names_of_other_sources_and_reserved_names_are_no_fields() {
        assert_eq!(
            value_type("ka.verb", None),
            Err((FieldFault::OtherSource("k8s_audit".into()), true))
        );
        assert_eq!(
            value_type("argo.id", None),
            Err((FieldFault::Reserved, false))
        );
        assert_eq!(
            value_type("proc.nmae", None),
            Err((FieldFault::Unknown, true))
        );
    }
}
