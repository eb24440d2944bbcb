//! Fields and transformers.

use super::super::{Field, Literal, Span, Term, Transformer, TransformerKind};
use super::{ParseErrorKind, Parsed, Parser};

impl Parser<'_> {
    /// A field or transformer, to the left of an operator or in a list of a transformer.
    pub(super) fn term(&mut self, depth: u32) -> Parsed<Option<Term>> {
        let start = self.lexer.at();
        if let Some(name) = self.lexer.field_name() {
            return self.field(depth, name).map(Term::Field).map(Some);
        }
        self.transformer(depth, start)
    }

    /// A transformer, or a field within `val(…)`, to the right of an operator.
    pub(super) fn transformer_or_val(&mut self, depth: u32) -> Parsed<Option<Term>> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let start = self.lexer.at();
        if self.lexer.take("val(") {
            return self.val(depth, start).map(Some);
        }
        self.transformer(depth, start)
    }

    /// The rest of a field behind its name.
    fn field(&mut self, depth: u32, name: Span) -> Parsed<Field> {
        self.deeper(depth)?;
        let argument = self.argument()?;
        let span = Span::new(name.start as usize, self.lexer.at());
        Ok(Field {
            span,
            name,
            argument,
        })
    }

    /// What stands in brackets behind a field or transformer.
    fn argument(&mut self) -> Parsed<Option<Literal>> {
        if !self.lexer.take("[") {
            return Ok(None);
        }
        let argument = match self.quoted()? {
            Some(quoted) => Some(quoted),
            None => self.lexer.bare_argument(),
        };
        if argument.is_none() {
            return Err(self.error(ParseErrorKind::NoArgument));
        }
        self.expect("]", ParseErrorKind::NoClosingBracket)?;
        Ok(argument)
    }

    fn val(&mut self, depth: u32, start: usize) -> Parsed<Term> {
        self.lexer.blank();
        let Some(name) = self.lexer.field_name() else {
            return Err(self.error(ParseErrorKind::NoFieldInVal));
        };
        let field = self.field(depth, name)?;
        self.lexer.blank();
        self.closed(start, TransformerKind::Val, vec![Term::Field(field)])
    }

    fn transformer(&mut self, depth: u32, start: usize) -> Parsed<Option<Term>> {
        let Some(kind) = self.lexer.transformer() else {
            return Ok(None);
        };
        self.lexer.blank();
        self.transformer_arguments(depth, start, kind).map(Some)
    }

    /// The rest of a transformer behind its opening parenthesis.
    fn transformer_arguments(
        &mut self,
        depth: u32,
        start: usize,
        kind: TransformerKind,
    ) -> Parsed<Term> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        let mut arguments = vec![self.transformer_argument(depth)?];
        self.lexer.blank();
        while self.lexer.take(",") {
            arguments.push(self.transformer_argument(depth)?);
            self.lexer.blank();
        }
        self.closed(start, kind, arguments)
    }

    /// The end of a transformer: its closing parenthesis, and brackets if there are any.
    fn closed(
        &mut self,
        start: usize,
        kind: TransformerKind,
        arguments: Vec<Term>,
    ) -> Parsed<Term> {
        self.expect(")", ParseErrorKind::NoClosingTransformer)?;
        let argument = self.argument()?;
        let span = Span::new(start, self.lexer.at());
        Ok(Term::Transformer(Transformer {
            span,
            kind,
            arguments,
            argument,
        }))
    }

    fn transformer_argument(&mut self, depth: u32) -> Parsed<Term> {
        let depth = self.deeper(depth)?;
        self.lexer.blank();
        if let Some(literal) = self.literal()? {
            return Ok(Term::Literal(literal));
        }
        let start = self.lexer.at();
        if self.lexer.take("(") {
            return self.transformer_list(depth, start);
        }
        if let Some(kind) = self.lexer.transformer() {
            return self.transformer_arguments(depth, start, kind);
        }
        match self.term(depth)? {
            Some(term) => Ok(term),
            None => Err(self.error(ParseErrorKind::NoTransformerArgument)),
        }
    }

    /// A number or a text with quotes.
    fn literal(&mut self) -> Parsed<Option<Literal>> {
        match self.lexer.number() {
            Some(number) => Ok(Some(number)),
            None => self.quoted(),
        }
    }

    /// The rest of a list among the arguments of a transformer, behind its opening parenthesis.
    fn transformer_list(&mut self, depth: u32, start: usize) -> Parsed<Term> {
        self.lexer.blank();
        let mut items = Vec::new();
        if !self.lexer.take(")") {
            items.push(self.transformer_list_item(depth)?);
            while self.lexer.take(",") {
                self.lexer.blank();
                items.push(self.transformer_list_item(depth)?);
            }
            self.expect(")", ParseErrorKind::NoClosingTransformerList)?;
        }
        Ok(Term::List(items, Span::new(start, self.lexer.at())))
    }

    /// One item of such a list and the blanks behind it.
    fn transformer_list_item(&mut self, depth: u32) -> Parsed<Term> {
        let item = match self.term(depth)? {
            Some(term) => Some(term),
            None => self.literal()?.map(Term::Literal),
        };
        let item = item.ok_or_else(|| self.error(ParseErrorKind::NoTransformerListItem))?;
        self.lexer.blank();
        Ok(item)
    }
}
