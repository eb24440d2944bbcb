//! Tokens that are structure: documents, brackets, dashes, keys and values.

use std::ops::Range;

use super::super::Reason;
use super::super::cursor::Fault;
use super::super::token::TokenKind;
use super::{Flow, Scanner};
use crate::yaml::Exceeded;

impl<'a> Scanner<'a> {
    pub(super) fn scan_directive(&mut self) {
        self.end_blocks();
        let start = self.cursor.at;
        self.cursor.eat_line();
        self.push(TokenKind::Directive, start..self.cursor.at);
    }

    pub(super) fn scan_document(&mut self, kind: TokenKind<'a>) {
        self.end_blocks();
        let range = self.eat(3);
        self.push(kind, range);
    }

    fn end_blocks(&mut self) {
        self.pop_all_indents();
        self.keys.clear();
        self.key_allowed = false;
        self.tight_colon = false;
    }

    pub(super) fn scan_flow_start(&mut self, flow: Flow) -> Result<(), Fault> {
        if self.flows.len() >= self.limits.depth {
            return Err((
                self.cursor.at,
                Reason::Limit(Exceeded::TooDeep(self.limits.depth)),
            ));
        }
        self.begin_key();
        self.key_allowed = true;
        self.tight_colon = false;
        self.flows.push((flow, self.cursor.at));
        let range = self.eat(1);
        self.push(
            match flow {
                Flow::List => TokenKind::FlowListStart,
                Flow::Map => TokenKind::FlowMapStart,
            },
            range,
        );
        Ok(())
    }

    pub(super) fn scan_flow_end(&mut self, flow: Flow) -> Result<(), Fault> {
        if self.in_flow() {
            self.end_flow_entry();
        }
        let at = self.cursor.at;
        if self.flows.last().is_none_or(|(open, _)| *open != flow) {
            return Err((at, Reason::Closing));
        }
        self.flows.pop();
        self.key_allowed = false;
        self.tight_colon = true;
        let range = self.eat(1);
        self.push(
            match flow {
                Flow::List => TokenKind::FlowListEnd,
                Flow::Map => TokenKind::FlowMapEnd,
            },
            range,
        );
        Ok(())
    }

    pub(super) fn scan_comma(&mut self) -> Result<(), Fault> {
        if self.cursor.column() == 0 {
            return Err((self.cursor.at, Reason::Comma));
        }
        if !self.scalar_allowed {
            return Err((self.cursor.at, Reason::BehindQuote));
        }
        self.end_flow_entry();
        self.key_allowed = true;
        self.tight_colon = false;
        let range = self.eat(1);
        self.push(TokenKind::Comma, range);
        Ok(())
    }

    /// A key without a value is one in a map; in a list it is an item.
    fn end_flow_entry(&mut self) {
        match self.flows.last().copied() {
            Some((Flow::Map, _)) if self.verify_key() => {
                self.push_here(TokenKind::Value);
            }
            Some((Flow::List, _)) => self.invalidate_key(),
            _ => {}
        }
    }

    pub(super) fn scan_dash(&mut self) -> Result<(), Fault> {
        if self.in_flow() || !self.key_allowed {
            return Err((self.cursor.at, Reason::Dash));
        }
        self.push_indent(true);
        self.key_allowed = true;
        self.tight_colon = false;
        let range = self.eat(1);
        self.push(TokenKind::Dash, range);
        Ok(())
    }

    pub(super) fn scan_question_mark(&mut self) -> Result<(), Fault> {
        self.begin_entry(Reason::QuestionMark)?;
        let range = self.eat(1);
        self.push(TokenKind::Key, range);
        Ok(())
    }

    pub(super) fn scan_value(&mut self) -> Result<(), Fault> {
        let has_key = self.verify_key();
        self.tight_colon = false;
        if has_key {
            self.key_allowed = false;
        } else {
            self.begin_entry(Reason::Colon)?;
        }
        self.scalar_allowed = true;
        let range = self.eat(1);
        self.push(TokenKind::Value, range);
        Ok(())
    }

    /// Begins an entry with a `?`, or with a colon that has no key.
    fn begin_entry(&mut self, reason: Reason) -> Result<(), Fault> {
        if !self.in_flow() {
            if !self.key_allowed {
                return Err((self.cursor.at, reason));
            }
            self.push_indent(false);
        }
        self.key_allowed = !self.in_flow();
        Ok(())
    }

    /// Goes on by some bytes of a line.
    pub(super) fn eat(&mut self, count: usize) -> Range<usize> {
        let start = self.cursor.at;
        self.cursor.at = (start + count).min(self.cursor.text.len());
        start..self.cursor.at
    }
}
