//! Keys without a `?`, which are known to be keys only when the colon is found.

use super::super::token::{Status, TokenKind};
use super::Scanner;

/// How many bytes a key may have at most, its colon not counted.
const LONGEST: usize = 1024;

/// What may be a key.
pub(super) struct SimpleKey {
    at: usize,
    line: usize,
    flow_level: usize,
    /// The token of the map that it begins, if it begins one.
    map: Option<usize>,
    key: usize,
}

impl Scanner<'_> {
    /// Notes that a key may begin here.
    pub(super) fn begin_key(&mut self) {
        let level = self.flows.len();
        if !self.key_allowed || self.keys.last().is_some_and(|key| key.flow_level == level) {
            return;
        }
        let map = self.push_indent(false);
        if let (Some(map), Some(indent)) = (map, self.indents.last_mut()) {
            indent.status = Status::Unverified;
            self.set_status(map, Status::Unverified);
        }
        let key = self.push_here(TokenKind::Key);
        self.set_status(key, Status::Unverified);
        self.keys.push(SimpleKey {
            at: self.cursor.at,
            line: self.cursor.line,
            flow_level: level,
            map,
            key,
        });
    }

    /// Notes that what may have been a key is none.
    pub(super) fn invalidate_key(&mut self) {
        if let Some(key) = self.pop_key() {
            self.decide(&key, Status::Invalid);
        }
    }

    /// Whether there is a key for the colon here: on this line and short enough.
    pub(super) fn verify_key(&mut self) -> bool {
        let Some(key) = self.pop_key() else {
            return false;
        };
        let valid = key.line == self.cursor.line && self.cursor.at - key.at <= LONGEST;
        let status = if valid {
            Status::Valid
        } else {
            Status::Invalid
        };
        self.decide(&key, status);
        valid
    }

    /// Takes the key of this level, if there is one.
    fn pop_key(&mut self) -> Option<SimpleKey> {
        let level = self.flows.len();
        self.keys.pop_if(|key| key.flow_level == level)
    }

    fn decide(&mut self, key: &SimpleKey, status: Status) {
        self.set_status(key.key, status);
        let Some(map) = key.map else {
            return;
        };
        self.set_status(map, status);
        // The map's indentation is the innermost one, or was ended already.
        if let Some(indent) = self.indents.last_mut()
            && indent.status == Status::Unverified
        {
            indent.status = status;
        }
    }
}
