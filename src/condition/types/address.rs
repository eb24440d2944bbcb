//! IP addresses and networks as texts (libs 0.25, `userspace/libsinsp/value_parser.cpp` and `tuples.cpp`).

use std::net::{Ipv4Addr, Ipv6Addr};

use super::number::number;

/// Why a text is no network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkFault {
    /// There is no slash with the length of a mask behind the address.
    NoMask,
    /// What stands before the slash is no address.
    NoAddress,
    /// The mask is no number, or not of a length that addresses have.
    BadMask,
}

/// Whether `text` is an IPv4 address, if it has a dot, or else an IPv6 address.
#[must_use]
pub fn is_address(text: &[u8]) -> bool {
    if text.contains(&b'.') {
        is_ipv4(text)
    } else {
        is_ipv6(text)
    }
}

/// Whether `text` is an IPv4 address of four numbers.
#[must_use]
pub fn is_ipv4(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| text.parse::<Ipv4Addr>().is_ok())
}

/// Whether `text` is an IPv6 address.
#[must_use]
pub fn is_ipv6(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| text.parse::<Ipv6Addr>().is_ok())
}

/// Whether `text` is a network of the kind of its address.
///
/// # Errors
/// What it lacks.
pub fn check_network(text: &[u8]) -> Result<(), NetworkFault> {
    if text.contains(&b'.') {
        check_ipv4_network(text)
    } else {
        check_ipv6_network(text)
    }
}

/// Whether `text` is an IPv4 network. The mask may be `/0` and is taken modulo 256, as Falco does.
///
/// # Errors
/// What it lacks.
pub fn check_ipv4_network(text: &[u8]) -> Result<(), NetworkFault> {
    let (address, mask) = halves(text)?;
    let length = is_ipv4(address)
        .then(|| mask_length(mask))
        .ok_or(NetworkFault::NoAddress)?;
    match length {
        Some(0..=32) => Ok(()),
        _ => Err(NetworkFault::BadMask),
    }
}

/// Whether `text` is an IPv6 network. `/0` is none.
///
/// # Errors
/// What it lacks.
pub fn check_ipv6_network(text: &[u8]) -> Result<(), NetworkFault> {
    let (address, mask) = halves(text)?;
    let length = is_ipv6(address)
        .then(|| mask_length(mask))
        .ok_or(NetworkFault::NoAddress)?;
    match length {
        Some(1..=128) => Ok(()),
        _ => Err(NetworkFault::BadMask),
    }
}

fn halves(text: &[u8]) -> Result<(&[u8], &[u8]), NetworkFault> {
    let mut halves = text.splitn(2, |byte| *byte == b'/');
    let address = halves.next().unwrap_or_default();
    let mask = halves.next().ok_or(NetworkFault::NoMask)?;
    // The mask is read as a line.
    let line = mask.split(|byte| *byte == b'\n').next();
    Ok((address, line.unwrap_or_default()))
}

fn mask_length(mask: &[u8]) -> Option<u8> {
    number(mask).map(|length| length.to_le_bytes()[0])
}

#[cfg(test)]
mod tests {
    use super::{NetworkFault, check_network, is_address};

    #[test]
    fn addresses_are_written_in_full() {
        assert!(is_address(b"10.0.0.1") && is_address(b"::1") && is_address(b"2001:db8::8:800"));
        assert!(!is_address(b"10.0.1") && !is_address(b"10.0.0.01") && !is_address(b"1::2::3"));
        assert!(!is_address(b"") && !is_address(b"10.0.0.0/8"));
    }

    #[test]
    fn networks_have_a_mask() {
        assert_eq!(check_network(b"10.0.0.0/8"), Ok(()));
        assert_eq!(check_network(b"2001:db8::/32"), Ok(()));
        assert_eq!(check_network(b"10.0.0.0"), Err(NetworkFault::NoMask));
        assert_eq!(check_network(b"10.0.0/8"), Err(NetworkFault::NoAddress));
        assert_eq!(check_network(b"10.0.0.0/33"), Err(NetworkFault::BadMask));
        assert_eq!(check_network(b"::/0"), Err(NetworkFault::BadMask));
    }

    #[test]
    fn a_mask_is_taken_modulo_256() {
        assert_eq!(check_network(b"10.0.0.0/264"), Ok(()));
    }
}
