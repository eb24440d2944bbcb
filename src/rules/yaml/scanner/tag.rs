//! Tags, anchors and aliases.
//!
//! After `src/scantag.cpp`, `src/tag.cpp` and `src/scantoken.cpp` of yaml-cpp.

use super::super::Reason;
use super::super::cursor::{Fault, is_blank, is_break};
use super::super::token::TokenKind;
use super::Scanner;

impl<'a> Scanner<'a> {
    pub(super) fn scan_name(&mut self, kind: TokenKind<'a>) -> Result<(), Fault> {
        self.begin_property();
        let start = self.cursor.at;
        self.cursor.at += 1;
        while !self.cursor.is_at_end() && is_name(self.cursor.peek(0)) {
            self.cursor.at += 1;
        }
        let alias = matches!(kind, TokenKind::Alias);
        if self.cursor.at == start + 1 {
            let reason = if alias {
                Reason::AliasName
            } else {
                Reason::AnchorName
            };
            return Err((self.cursor.at, reason));
        }
        if matches!(self.cursor.peek(0), b'[' | b'{') {
            let reason = if alias {
                Reason::AliasEnd
            } else {
                Reason::AnchorEnd
            };
            return Err((self.cursor.at, reason));
        }
        self.push(kind, start..self.cursor.at);
        Ok(())
    }

    pub(super) fn scan_tag(&mut self) -> Result<(), Fault> {
        self.begin_property();
        let start = self.cursor.at;
        self.cursor.at += 1;
        let says_something = if self.cursor.peek(0) == b'<' {
            self.cursor.at += 1;
            self.verbatim_tag()?
        } else {
            self.tag()?;
            true
        };
        self.push(TokenKind::Tag(says_something), start..self.cursor.at);
        Ok(())
    }

    fn begin_property(&mut self) {
        self.begin_key();
        self.key_allowed = false;
        self.tight_colon = false;
    }

    /// Goes behind the `>`; whether the tag is another than the one that all plain scalars have.
    fn verbatim_tag(&mut self) -> Result<bool, Fault> {
        let start = self.cursor.at;
        loop {
            if self.cursor.peek(0) == b'>' {
                let tag = self.text(start..self.cursor.at);
                self.cursor.at += 1;
                return Ok(!matches!(tag, "" | "?"));
            }
            match self.tag_character(b"#;/?:@&=+$,_.!~*'()[]") {
                0 => return Err((self.cursor.at, Reason::TagEnd)),
                length => self.cursor.at += length,
            }
        }
    }

    /// Goes to the end of a tag, with its handle.
    fn tag(&mut self) -> Result<(), Fault> {
        let mut first_other = None;
        while self.cursor.peek(0) != b'!' {
            if !is_word(self.cursor.peek(0)) {
                first_other.get_or_insert(self.cursor.at);
            }
            match self.tag_character(TAG) {
                0 => return Ok(()),
                length => self.cursor.at += length,
            }
        }
        if let Some(at) = first_other {
            return Err((at, Reason::TagHandle));
        }
        self.cursor.at += 1;
        self.tag_suffix()
    }

    /// Goes to the end of a tag behind its handle.
    fn tag_suffix(&mut self) -> Result<(), Fault> {
        let start = self.cursor.at;
        loop {
            match self.tag_character(TAG) {
                0 if self.cursor.at == start => return Err((start, Reason::TagSuffix)),
                0 => return Ok(()),
                length => self.cursor.at += length,
            }
        }
    }

    /// How many bytes the character of a tag here has; 0 if there is none.
    fn tag_character(&self, allowed: &[u8]) -> usize {
        let byte = self.cursor.peek(0);
        let is_hexadecimal = |distance| self.cursor.peek(distance).is_ascii_hexdigit();
        if is_word(byte) || allowed.contains(&byte) {
            1
        } else if byte == b'%' && is_hexadecimal(1) && is_hexadecimal(2) {
            3
        } else {
            0
        }
    }
}

/// What may be in a tag beside letters, digits and `-`.
const TAG: &[u8] = b"#;/?:@&=+$_.~*'()";

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

fn is_name(byte: u8) -> bool {
    !matches!(byte, b'[' | b']' | b'{' | b'}' | b',') && !is_blank(byte) && !is_break(byte)
}
