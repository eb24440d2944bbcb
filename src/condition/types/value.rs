//! Values as texts: whether a text is a value of a type (libs, `userspace/libsinsp/value_parser.cpp`).

use super::address::{
    NetworkFault, check_ipv4_network, check_ipv6_network, check_network, is_address, is_ipv4,
    is_ipv6,
};
use super::number::number;
use super::services::is_service;
use super::{ValueType, value_type::ValueType as T};

/// How long a text may be that a field is compared with (libs, `s_max_filter_value_buf_size` in
/// `userspace/libsinsp/sinsp_filtercheck.h`, of which one byte ends the text).
pub const LONGEST_TEXT: usize = 255;

/// Why a text is no value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueFault {
    /// It is no number.
    NotANumber,
    /// It is neither `true` nor `false`.
    NotABoolean,
    /// It is no IP address.
    NotAnAddress,
    /// It is no IP network.
    NotANetwork(NetworkFault),
    /// It is neither a number nor the name of a service.
    UnknownService,
    /// It is longer than [`LONGEST_TEXT`].
    TooLong,
    /// A byte of it is zero.
    ZeroByte,
    /// No text can be a value of such a field.
    NoTexts,
}

/// Whether `text` is a value of `value_type`.
///
/// # Errors
/// Why it is none.
pub fn check_value(text: &[u8], value_type: ValueType) -> Result<(), ValueFault> {
    if value_type == T::Bytes {
        return fits(text);
    }
    if text.contains(&0) {
        return Err(ValueFault::ZeroByte);
    }
    match value_type {
        T::SocketAddress | T::SocketTuple | T::SocketFamily => fits(text),
        _ if value_type.is_text() => fits(text),
        T::Boolean => holds(matches!(text, b"true" | b"false"), ValueFault::NotABoolean),
        T::Port => check_port(text),
        T::Address => holds(is_address(text), ValueFault::NotAnAddress),
        T::Ipv4Address => holds(is_ipv4(text), ValueFault::NotAnAddress),
        T::Ipv6Address => holds(is_ipv6(text), ValueFault::NotAnAddress),
        T::Network => check_network(text).map_err(ValueFault::NotANetwork),
        T::Ipv4Network => check_ipv4_network(text).map_err(ValueFault::NotANetwork),
        T::Ipv6Network => check_ipv6_network(text).map_err(ValueFault::NotANetwork),
        _ if has_no_texts(value_type) => Err(ValueFault::NoTexts),
        _ => holds(number(text).is_some(), ValueFault::NotANumber),
    }
}

fn holds(condition: bool, fault: ValueFault) -> Result<(), ValueFault> {
    if condition { Ok(()) } else { Err(fault) }
}

fn fits(text: &[u8]) -> Result<(), ValueFault> {
    holds(text.len() <= LONGEST_TEXT, ValueFault::TooLong)
}

/// Digits are a port however large, as long as a C `int` holds them. Nothing at all is port 0.
fn check_port(text: &[u8]) -> Result<(), ValueFault> {
    if text.iter().all(u8::is_ascii_digit) {
        let fits = text.is_empty() || number(text).is_some_and(|port| i32::try_from(port).is_ok());
        holds(fits, ValueFault::NotANumber)
    } else {
        holds(is_service(text), ValueFault::UnknownService)
    }
}

fn has_no_texts(value_type: ValueType) -> bool {
    matches!(
        value_type,
        T::SyscallId
            | T::Signal
            | T::SignalSet
            | T::Dynamic
            | T::DescriptorList
            | T::TextArray
            | T::TextPairs
            | T::Descriptor32
            | T::ProcessId32
    )
}

#[cfg(test)]
mod tests {
    use super::{ValueFault, ValueType, check_value};

    #[test]
    fn booleans_are_two_words() {
        assert_eq!(check_value(b"true", ValueType::Boolean), Ok(()));
        for refused in [&b"True"[..], b"yes", b"1", b""] {
            assert_eq!(
                check_value(refused, ValueType::Boolean),
                Err(ValueFault::NotABoolean)
            );
        }
    }

    #[test]
    fn ports_are_numbers_or_services() {
        for accepted in [&b"22"[..], b"70000", b"http", b""] {
            assert_eq!(check_value(accepted, ValueType::Port), Ok(()));
        }
        assert_eq!(
            check_value(b"4294967296", ValueType::Port),
            Err(ValueFault::NotANumber)
        );
        assert_eq!(
            check_value(b"-1", ValueType::Port),
            Err(ValueFault::UnknownService)
        );
    }

    #[test]
    fn texts_have_an_end() {
        assert_eq!(check_value(&[b'a'; 255], ValueType::Text), Ok(()));
        assert_eq!(
            check_value(&[b'a'; 256], ValueType::Text),
            Err(ValueFault::TooLong)
        );
        assert_eq!(
            check_value(b"a\0", ValueType::Text),
            Err(ValueFault::ZeroByte)
        );
        assert_eq!(check_value(b"a\0", ValueType::Bytes), Ok(()));
    }
}
