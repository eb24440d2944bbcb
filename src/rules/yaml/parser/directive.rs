//! Lines that begin with `%`.
//!
//! After `src/parser.cpp` of yaml-cpp. What a `%TAG` means changes nothing that Falco looks at.

use std::collections::HashSet;

/// The directives of a document.
#[derive(Default)]
pub(super) struct Directives<'a> {
    has_version: bool,
    handles: HashSet<&'a str>,
}

impl<'a> Directives<'a> {
    /// Takes in a line; whether it can be one.
    pub fn add(&mut self, line: &'a str) -> bool {
        let words: Vec<&str> = line
            .split([' ', '\t'])
            .filter(|word| !word.is_empty())
            .take_while(|word| !word.starts_with('#'))
            .collect();
        match *words.as_slice() {
            ["%YAML", version] => {
                !std::mem::replace(&mut self.has_version, true) && is_version(version)
            }
            ["%TAG", handle, _] => self.handles.insert(handle),
            ["%YAML" | "%TAG", ..] => false,
            _ => true,
        }
    }
}

/// Whether a version is one that is not newer than 1.
fn is_version(text: &str) -> bool {
    let digits = text.bytes().skip(1).take_while(u8::is_ascii_digit).count() + 1;
    let major = text
        .get(..digits)
        .and_then(|major| major.parse::<i32>().ok());
    let minor = text
        .get(digits + 1..)
        .and_then(|minor| minor.parse::<i32>().ok());
    major.is_some_and(|major| major <= 1) && minor.is_some()
}
