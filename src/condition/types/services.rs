//! Names of services, which may stand for ports. Falco asks the system (`getservbyname`), so that what a name means
//! depends on the image's `/etc/services`; these are the names that Debian's netbase 6.2 has there, from IANA's registry.

/// The names and their other names, sorted, one a line.
const NAMES: &str = include_str!("services.txt");

/// Whether a service has this name. Upper case counts.
#[must_use]
pub fn is_service(name: &[u8]) -> bool {
    std::str::from_utf8(name).is_ok_and(|name| NAMES.lines().any(|known| known == name))
}

#[cfg(test)]
mod tests {
    use super::is_service;

    #[test]
    fn services_have_names_and_other_names() {
        assert!(is_service(b"http") && is_service(b"https") && is_service(b"mail"));
        assert!(!is_service(b"") && !is_service(b"HTTP") && !is_service(b"8080"));
    }
}
