//! A place in a text that moves on, and what stands there.

use super::Reason;

/// The mistake and the offset at which it is; what only reads characters knows no more.
pub(super) type Fault = (usize, Reason);

/// What is read behind the last byte. That a text can hold this byte as well makes no difference that matters.
pub(super) const END: u8 = 0x04;

/// A place in a text.
#[derive(Clone)]
pub(super) struct Cursor<'a> {
    /// The whole text.
    pub text: &'a str,
    /// The offset of the next byte.
    pub at: usize,
    /// The number of the line, from 0.
    pub line: usize,
    line_start: usize,
    /// The byte that ends a line, known from the first line on. Any other break separates, and starts no new column.
    newline: Option<u8>,
}

impl<'a> Cursor<'a> {
    /// The beginning of a text, behind its byte order mark.
    pub fn new(text: &'a str) -> Self {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Cursor::behind(text, start)
    }

    /// A place where a line can be taken to begin.
    pub fn behind(text: &'a str, start: usize) -> Self {
        Cursor {
            text,
            at: start,
            line: 0,
            line_start: start,
            newline: None,
        }
    }

    /// Whether nothing is left.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// The byte that is `distance` bytes ahead.
    pub fn peek(&self, distance: usize) -> u8 {
        let bytes = self.text.as_bytes();
        bytes.get(self.at + distance).copied().unwrap_or(END)
    }

    /// How many bytes the line has before this place.
    pub fn column(&self) -> usize {
        self.at - self.line_start
    }

    /// The offset at which the line begins.
    pub fn line_start(&self) -> usize {
        self.line_start
    }

    /// Goes on by one byte, which is given back.
    pub fn step(&mut self) -> u8 {
        let byte = self.peek(0);
        if self.is_at_end() {
            return byte;
        }
        self.at += 1;
        if is_break(byte) {
            let newline =
                *self
                    .newline
                    .get_or_insert(match (byte, self.text.as_bytes().get(self.at)) {
                        (b'\r', Some(b'\n')) => b'\n',
                        _ => byte,
                    });
            if byte == newline {
                self.line += 1;
                self.line_start = self.at;
            }
        }
        byte
    }

    /// How many bytes the line break here has; 0 if there is none.
    pub fn break_length(&self) -> usize {
        match (self.peek(0), self.peek(1)) {
            (b'\r', b'\n') => 2,
            (b'\n' | b'\r', _) => 1,
            _ => 0,
        }
    }

    /// Whether a line ends here.
    pub fn is_at_break(&self) -> bool {
        is_break(self.peek(0))
    }

    /// Goes behind the line break here.
    pub fn eat_break(&mut self) {
        for _ in 0..self.break_length() {
            self.step();
        }
    }

    /// Goes behind blanks and tabs.
    pub fn eat_blanks(&mut self) {
        while is_blank(self.peek(0)) {
            self.at += 1;
        }
    }

    /// Goes to the end of the line.
    pub fn eat_line(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| is_break(*byte));
        self.at += length.unwrap_or(rest.len());
    }

    /// Whether `---` or `...` begins the line here.
    pub fn is_at_document(&self) -> bool {
        self.is_at_marker(b'-') || self.is_at_marker(b'.')
    }

    /// Whether three of `byte` and then nothing or a blank stand at the beginning of the line.
    pub fn is_at_marker(&self, byte: u8) -> bool {
        self.column() == 0
            && (0..3).all(|distance| self.peek(distance) == byte)
            && ends_word(self.peek(3))
    }
}

/// Whether it ends a line.
pub(super) fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Whether it is a blank or a tab.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether an indicator that stands before it stands alone.
pub(super) fn ends_word(byte: u8) -> bool {
    is_blank(byte) || is_break(byte) || byte == END
}
