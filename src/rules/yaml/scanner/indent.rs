//! Where blocks begin and end.

use super::super::cursor::ends_word;
use super::super::token::{Status, TokenKind};
use super::Scanner;

/// A list or a map in block style that is open.
pub(super) struct Indent {
    column: usize,
    is_list: bool,
    /// Whether it is one: a map is one only if its first key is.
    pub status: Status,
}

impl Scanner<'_> {
    /// The column in which the innermost block stands, if there is one.
    pub(super) fn indent(&self) -> Option<usize> {
        self.indents.last().map(|indent| indent.column)
    }

    /// Begins a list or a map in this column, unless it is one that is open; the number of its token.
    pub(super) fn push_indent(&mut self, is_list: bool) -> Option<usize> {
        let column = self.cursor.column();
        let begins = self.indents.last().is_none_or(|last| {
            last.column < column || last.column == column && is_list && !last.is_list
        });
        if self.in_flow() || !begins {
            return None;
        }
        self.indents.push(Indent {
            column,
            is_list,
            status: Status::Valid,
        });
        let kind = if is_list {
            TokenKind::ListStart
        } else {
            TokenKind::MapStart
        };
        Some(self.push_here(kind))
    }

    /// Ends the blocks to which what is in this column cannot belong.
    pub(super) fn pop_indents_to_here(&mut self) {
        if self.in_flow() {
            return;
        }
        let column = self.cursor.column();
        let at_dash = self.cursor.peek(0) == b'-' && ends_word(self.cursor.peek(1));
        while self.indents.last().is_some_and(|last| {
            last.column > column || last.column == column && last.is_list && !at_dash
        }) {
            self.pop_indent();
        }
        while self
            .indents
            .last()
            .is_some_and(|last| last.status == Status::Invalid)
        {
            self.pop_indent();
        }
    }

    /// Ends all blocks.
    pub(super) fn pop_all_indents(&mut self) {
        if !self.in_flow() {
            while !self.indents.is_empty() {
                self.pop_indent();
            }
        }
    }

    fn pop_indent(&mut self) {
        match self.indents.pop() {
            Some(Indent {
                status: Status::Valid,
                is_list,
                ..
            }) => {
                self.push_here(if is_list {
                    TokenKind::ListEnd
                } else {
                    TokenKind::MapEnd
                });
            }
            Some(_) => self.invalidate_key(),
            None => {}
        }
    }
}
