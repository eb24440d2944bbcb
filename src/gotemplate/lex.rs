//! Cuts a template's text into words, as Go's text/template does.

use std::ops::Range;

use super::token::{Keyword, Kind, Token};

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// The words of a text, the last of which is [`Kind::End`] or [`Kind::Broken`].
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        at: 0,
        parentheses: 0,
        tokens: Vec::new(),
    };
    if let Err(broken) = lexer.run() {
        lexer.tokens.push(broken);
    }
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    parentheses: usize,
    tokens: Vec<Token>,
}

/// A step of the lexer, or the word that ends the text early.
type Step = Result<(), Token>;

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn next(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        self.at = range.end;
        self.tokens.push(Token { kind, range });
    }

    fn broken(&self, start: usize, message: &str) -> Step {
        let kind = Kind::Broken(message.to_owned());
        let range = start..self.at.max(start);
        Err(Token { kind, range })
    }

    /// Goes on while characters are of a kind.
    fn skip(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !wanted(c)).unwrap_or(rest.len());
    }

    fn run(&mut self) -> Step {
        while self.at < self.text.len() {
            self.outside()?;
        }
        self.push(Kind::End, self.at..self.at);
        Ok(())
    }

    /// Text up to the next action, and that action.
    fn outside(&mut self) -> Step {
        let start = self.at;
        let Some(length) = self.rest().find("{{") else {
            self.push(Kind::Text, start..self.text.len());
            return Ok(());
        };
        let open = start + length;
        let marked = opens_with_marker(&self.text[open + 2..]);
        let mut text = &self.text[start..open];
        if marked {
            text = text.trim_end_matches(BLANKS);
        }
        if !text.is_empty() {
            self.push(Kind::Text, start..start + text.len());
        }
        self.at = open + if marked { 4 } else { 2 };
        if self.rest().starts_with("/*") {
            return self.comment(open);
        }
        self.push(Kind::Open, open..self.at);
        self.parentheses = 0;
        self.inside(open)
    }

    fn comment(&mut self, open: usize) -> Step {
        let Some(length) = self.rest()[2..].find("*/") else {
            return self.broken(open, "a comment is not closed");
        };
        self.at += length + 4;
        match self.closing() {
            Some(trims) => self.leave(trims),
            None => return self.broken(open, "a comment ends before its action does"),
        }
        Ok(())
    }

    /// Whether the action ends here, and if so, whether it trims what follows.
    fn closing(&self) -> Option<bool> {
        let rest = self.rest();
        if let Some(marked) = rest.strip_prefix(BLANKS)
            && marked.starts_with("-}}")
        {
            return Some(true);
        }
        rest.starts_with("}}").then_some(false)
    }

    fn leave(&mut self, trims: bool) {
        self.at += if trims { 4 } else { 2 };
        if trims {
            self.skip(|c| BLANKS.contains(&c));
        }
    }

    /// The words of an action up to its end.
    fn inside(&mut self, open: usize) -> Step {
        loop {
            if let Some(trims) = self.closing() {
                if self.parentheses > 0 {
                    return self.broken(open, "a parenthesis is not closed");
                }
                let range = self.at..self.at + if trims { 4 } else { 2 };
                let kind = Kind::Close;
                self.tokens.push(Token { kind, range });
                self.leave(trims);
                return Ok(());
            }
            match self.next() {
                None => return self.broken(open, "an action is not closed"),
                Some(first) => self.word(first)?,
            }
        }
    }

    fn word(&mut self, first: char) -> Step {
        let start = self.at;
        self.at += first.len_utf8();
        let kind = match first {
            ' ' | '\t' | '\r' | '\n' => self.space(),
            '=' => Kind::Assign,
            ':' if self.next() == Some('=') => {
                self.at += 1;
                Kind::Declare
            }
            ':' => return self.broken(start, "`:` stands without `=`"),
            '|' => Kind::Pipe,
            '"' => self.quoted(start, '"')?,
            '\'' => self.quoted(start, '\'')?,
            '`' => self.raw(start)?,
            '$' => self.name(start, Kind::Variable, Kind::Variable)?,
            '.' if !self.next().is_some_and(|c| c.is_ascii_digit()) => {
                self.name(start, Kind::Dot, Kind::Field)?
            }
            '.' | '+' | '-' | '0'..='9' => self.number(start),
            '(' => {
                self.parentheses += 1;
                Kind::OpenParenthesis
            }
            ')' if self.parentheses == 0 => {
                return self.broken(start, "a parenthesis closes that was not opened");
            }
            ')' => {
                self.parentheses -= 1;
                Kind::CloseParenthesis
            }
            c if is_alphanumeric(c) => self.identifier(start)?,
            ' '..='~' => Kind::Character,
            _ => return self.broken(start, "a character stands where none of its kind can"),
        };
        self.push(kind, start..self.at);
        Ok(())
    }

    /// Blanks, but for the last before a closing trim marker.
    fn space(&mut self) -> Kind {
        while self.closing().is_none() && self.next().is_some_and(|c| BLANKS.contains(&c)) {
            self.at += 1;
        }
        Kind::Space
    }

    fn quoted(&mut self, start: usize, quote: char) -> Result<Kind, Token> {
        let mut escaped = false;
        for (offset, c) in self.rest().char_indices() {
            if c == '\n' {
                break;
            }
            if c == quote && !escaped {
                self.at += offset + 1;
                return Ok(match quote {
                    '"' => Kind::Quoted,
                    _ => Kind::CharacterConstant,
                });
            }
            escaped = c == '\\' && !escaped;
        }
        let what = match quote {
            '"' => "an unterminated quoted string",
            _ => "an unterminated character constant",
        };
        self.broken(start, what).map(|()| Kind::End)
    }

    fn raw(&mut self, start: usize) -> Result<Kind, Token> {
        match self.rest().find('`') {
            Some(length) => self.at += length + 1,
            None => self.broken(start, "an unterminated raw quoted string")?,
        }
        Ok(Kind::Quoted)
    }

    /// What follows a dot or dollar sign.
    fn name(&mut self, start: usize, alone: Kind, named: Kind) -> Result<Kind, Token> {
        if self.at_end_of_word() {
            return Ok(alone);
        }
        self.skip(is_alphanumeric);
        self.end_of_word(start)?;
        Ok(named)
    }

    fn identifier(&mut self, start: usize) -> Result<Kind, Token> {
        self.skip(is_alphanumeric);
        self.end_of_word(start)?;
        let word = &self.text[start..self.at];
        Ok(match word {
            "true" | "false" => Kind::Boolean,
            _ => Keyword::spelled(word).map_or(Kind::Identifier, Kind::Keyword),
        })
    }

    fn end_of_word(&mut self, start: usize) -> Step {
        if self.at_end_of_word() {
            return Ok(());
        }
        let found = self.next().unwrap_or_default();
        self.at += found.len_utf8();
        self.broken(start, &format!("`{found}` stands inside a name"))
    }

    fn at_end_of_word(&self) -> bool {
        let ends = |c: char| BLANKS.contains(&c) || ".,|:()".contains(c);
        self.next().is_none_or(ends) || self.rest().starts_with("}}")
    }

    /// Anything that looks like a number; what it means is for [`super::literal`] to say.
    fn number(&mut self, start: usize) -> Kind {
        self.at = start;
        let mut before = ' ';
        let mut hexadecimal = false;
        while let Some(c) = self.next() {
            hexadecimal |= matches!((before, c), ('0', 'x' | 'X'));
            let exponent = if hexadecimal { "pP" } else { "eE" };
            let sign = self.at == start || exponent.contains(before);
            if !(is_alphanumeric(c) || c == '.' || "+-".contains(c) && sign) {
                break;
            }
            self.at += c.len_utf8();
            before = c;
        }
        Kind::Number
    }
}

fn opens_with_marker(rest: &str) -> bool {
    rest.strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(BLANKS))
}

fn is_alphanumeric(c: char) -> bool {
    c == '_' || c.is_alphanumeric()
}
