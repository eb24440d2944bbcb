//! Scalars as tokens.

use std::ops::Range;

use super::super::block::{block, header};
use super::super::cursor::Fault;
use super::super::decoded::Decoded;
use super::super::plain::{Ends, plain};
use super::super::quoted::quoted;
use super::super::token::TokenKind;
use super::super::{Scalar, Style};
use super::Scanner;

impl<'a> Scanner<'a> {
    pub(super) fn scan_plain(&mut self) -> Result<(), Fault> {
        let (ends, indent) = if self.in_flow() {
            (Ends::Flow, 0)
        } else {
            (Ends::Block, self.indent().map_or(0, |column| column + 1))
        };
        self.begin_key();
        let start = self.cursor.at;
        let mut decoded = Decoded::new(self.cursor.text);
        let (end, on_new_line) = plain(&mut self.cursor, &mut decoded, ends, indent)?;
        self.key_allowed = on_new_line;
        self.tight_colon = false;
        self.push_scalar(decoded, Style::Plain, start..end);
        Ok(())
    }

    pub(super) fn scan_quoted(&mut self) -> Result<(), Fault> {
        self.begin_key();
        let start = self.cursor.at;
        let style = match self.cursor.peek(0) {
            b'\'' => Style::SingleQuoted,
            _ => Style::DoubleQuoted,
        };
        let mut decoded = Decoded::new(self.cursor.text);
        quoted(&mut self.cursor, &mut decoded)?;
        self.key_allowed = false;
        self.scalar_allowed = self.in_flow();
        self.tight_colon = true;
        self.push_scalar(decoded, style, start..self.cursor.at);
        Ok(())
    }

    pub(super) fn scan_block(&mut self) -> Result<(), Fault> {
        let start = self.cursor.at;
        let style = match self.cursor.peek(0) {
            b'|' => Style::Literal,
            _ => Style::Folded,
        };
        let header = header(&mut self.cursor)?;
        let indent = header.indent.unwrap_or(1) + self.indent().unwrap_or(0);
        let mut decoded = Decoded::new(self.cursor.text);
        let end = block(&mut self.cursor, &mut decoded, &header, indent)?;
        self.key_allowed = true;
        self.tight_colon = false;
        self.push_scalar(decoded, style, start..end);
        Ok(())
    }

    fn push_scalar(&mut self, decoded: Decoded<'a>, style: Style, range: Range<usize>) {
        let scalar = Scalar {
            text: decoded.text,
            style,
            span: self.span(range.clone()),
        };
        self.push(TokenKind::Scalar(scalar), range);
    }
}
