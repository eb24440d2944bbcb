//! Lists of texts to the right of an operator.

use super::super::{Literal, Right, Span};
use super::{ParseErrorKind, Parsed, Parser};

impl Parser<'_> {
    /// What stands behind a modifier.
    pub(super) fn list_or_name(&mut self, depth: u32) -> Parsed<Right> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if let Some(list) = self.list(depth)? {
            return Ok(list);
        }
        self.name_of_list(ParseErrorKind::NoList)
    }

    /// What stands behind an operator on lists.
    pub(super) fn list_or_transformer(&mut self, depth: u32) -> Parsed<Right> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if let Some(list) = self.list(depth)? {
            return Ok(list);
        }
        if let Some(term) = self.transformer_or_val(depth)? {
            return Ok(Right::Term(term));
        }
        self.name_of_list(ParseErrorKind::NoListOrTransformer)
    }

    fn name_of_list(&mut self, otherwise: ParseErrorKind) -> Parsed<Right> {
        let name = self.lexer.name().map(Right::Name);
        name.ok_or_else(|| self.error(otherwise))
    }

    fn list(&mut self, depth: u32) -> Parsed<Option<Right>> {
        let start = self.lexer.at();
        if !self.lexer.take("(") {
            return Ok(None);
        }
        self.lexer.blank();
        let items = match self.list_head(depth) {
            Some(head) => self.list_body(depth, head)?,
            None => Vec::new(),
        };
        self.expect(")", ParseErrorKind::NoClosingParenthesis)?;
        let span = Span::new(start, self.lexer.at());
        Ok(Some(Right::List(items, span)))
    }

    /// The first text of a list. If there is none, the list must be empty, whatever the reason: Falco drops the error
    /// here. A text with a faulty escape is passed by, and a depth that is used up is never given back.
    fn list_head(&mut self, depth: u32) -> Option<Literal> {
        match self.list_item(depth) {
            Ok(head) => Some(head),
            Err(error) => {
                self.lost += u32::from(error.kind == ParseErrorKind::TooDeep);
                None
            }
        }
    }

    fn list_body(&mut self, depth: u32, head: Literal) -> Parsed<Vec<Literal>> {
        let mut items = vec![head];
        self.lexer.blank();
        while self.lexer.take(",") {
            items.push(self.list_item(depth)?);
            self.lexer.blank();
        }
        Ok(items)
    }

    fn list_item(&mut self, depth: u32) -> Parsed<Literal> {
        self.deeper(depth)?;
        self.lexer.blank();
        self.text(ParseErrorKind::NoListItem)
    }
}
