//! Regular expressions as Falco takes them: RE2 with its option `POSIX` (re2 2022-06-01, `re2/parse.cc`), which has no
//! `\d`, `\w`, `\s`, `\b`, no `(?…)` and no lazy repetition. What is checked here is whether RE2 would take a pattern;
//! none is ever run.

use super::size::Size;

/// Why RE2 refuses a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// A backslash before something that has no meaning with one.
    BadEscape,
    /// A backslash at the end.
    TrailingBackslash,
    /// `(` without `)`.
    MissingParenthesis,
    /// `)` without `(`.
    UnexpectedParenthesis,
    /// `[` without `]`.
    MissingBracket,
    /// Within brackets, a range that ends before it begins, a `-` between others, or an unknown `[:class:]`.
    BadRange,
    /// `*`, `+`, `?` or `{…}` with nothing before it.
    NothingToRepeat,
    /// `{…}` with more than 1,000, or repetitions within each other that come to more than that, or with the numbers
    /// the wrong way round.
    BadRepetition,
    /// It is not UTF-8.
    BadUtf8,
    /// It comes to a program of more than some 5 MiB.
    TooLarge,
}

/// How often RE2 repeats at most.
const MOST_REPETITIONS: u32 = 1000;

/// How many instructions of eight bytes two thirds of RE2's 8 MiB hold (re2, `RE2::Init` and `Compiler::Setup`).
const MOST_INSTRUCTIONS: u64 = (8 << 20) * 2 / 3 / 8;

/// Whether RE2 takes `pattern`.
///
/// # Errors
/// What is wrong with it, and at which byte.
pub fn check_pattern(pattern: &[u8]) -> Result<(), (PatternFault, usize)> {
    let text = std::str::from_utf8(pattern)
        .map_err(|error| (PatternFault::BadUtf8, error.valid_up_to()))?;
    let mut parser = Parser {
        text,
        at: 0,
        groups: vec![Group::default()],
    };
    let fault = parser.parse();
    fault.map_err(|fault| (fault, parser.at))
}

/// What stands within parentheses, and the whole.
#[derive(Default)]
struct Group {
    /// What is before the current part.
    size: Size,
    /// The part that a repetition would repeat.
    last: Option<Size>,
}

impl Group {
    fn push(&mut self, part: Size) {
        let before = self.last.replace(part).unwrap_or_default();
        self.size = self.size.and(before);
    }

    fn finish(mut self) -> Size {
        self.push(Size::default());
        self.size
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// The open groups; the first is the whole pattern and stays.
    groups: Vec<Group>,
}

impl Parser<'_> {
    fn parse(&mut self) -> Result<(), PatternFault> {
        while let Some(character) = self.peek() {
            self.parse_one(character)?;
        }
        let whole = self.groups.pop().unwrap_or_default();
        if !self.groups.is_empty() {
            return Err(PatternFault::MissingParenthesis);
        }
        if whole.finish().instructions > MOST_INSTRUCTIONS {
            return Err(PatternFault::TooLarge);
        }
        Ok(())
    }

    fn parse_one(&mut self, character: char) -> Result<(), PatternFault> {
        match character {
            '(' => self.open(),
            ')' => return self.close(),
            '|' => self.alternative(),
            '[' => return self.class(),
            '*' | '+' | '?' => return self.repeat(),
            '{' => return self.counted(),
            '\\' => return self.escape().map(|_| self.push(Size::literal(character))),
            '.' => self.single(Size::any()),
            _ => self.single(Size::literal(character)),
        }
        Ok(())
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    fn group(&mut self) -> Option<&mut Group> {
        self.groups.last_mut()
    }

    fn push(&mut self, part: Size) {
        if let Some(group) = self.group() {
            group.push(part);
        }
    }

    fn single(&mut self, part: Size) {
        self.next();
        self.push(part);
    }

    fn open(&mut self) {
        self.next();
        self.groups.push(Group::default());
    }

    fn close(&mut self) -> Result<(), PatternFault> {
        if self.groups.len() < 2 {
            return Err(PatternFault::UnexpectedParenthesis);
        }
        self.next();
        let inner = self.groups.pop().unwrap_or_default().finish();
        self.push(inner.captured());
        Ok(())
    }

    fn alternative(&mut self) {
        self.next();
        self.push(Size::one());
        if let Some(group) = self.group() {
            let last = group.last.take().unwrap_or_default();
            group.size = group.size.and(last);
        }
    }

    fn repeat(&mut self) -> Result<(), PatternFault> {
        self.repeated(Size::looped)?;
        self.next();
        Ok(())
    }

    fn repeated(&mut self, repetition: impl Fn(Size) -> Size) -> Result<(), PatternFault> {
        let last = self.group().and_then(|group| group.last.as_mut());
        let last = last.ok_or(PatternFault::NothingToRepeat)?;
        *last = repetition(*last);
        Ok(())
    }

    /// `{2}`, `{2,}` and `{2,4}` repeat; any other brace is a brace.
    fn counted(&mut self) -> Result<(), PatternFault> {
        let Some((least, most, length)) = counts(self.rest()) else {
            self.single(Size::literal('{'));
            return Ok(());
        };
        let times = most.unwrap_or(least);
        if times < least || times > MOST_REPETITIONS {
            return Err(PatternFault::BadRepetition);
        }
        self.repeated(|part| part.times(times))?;
        let nested = self.group().and_then(|group| group.last);
        if nested.is_some_and(|part| part.allowance(MOST_REPETITIONS) == 0) {
            return Err(PatternFault::BadRepetition);
        }
        self.at += length;
        Ok(())
    }

    fn class(&mut self) -> Result<(), PatternFault> {
        let start = self.at;
        self.next();
        self.eat('^');
        let mut first = true;
        while let Some(character) = self.peek().filter(|next| *next != ']' || first) {
            self.class_item(character, first)?;
            first = false;
        }
        if self.eat(']') {
            self.push(Size::any());
            return Ok(());
        }
        self.at = start;
        Err(PatternFault::MissingBracket)
    }

    fn class_item(&mut self, character: char, first: bool) -> Result<(), PatternFault> {
        if character == '-' && !first && !self.rest().starts_with("-]") {
            return Err(PatternFault::BadRange);
        }
        let Some(name) = named_class(self.rest()) else {
            return self.range();
        };
        let known = CLASSES.contains(&name.strip_prefix('^').unwrap_or(name));
        self.at += if known { name.len() + "[::]".len() } else { 0 };
        known.then_some(()).ok_or(PatternFault::BadRange)
    }

    fn range(&mut self) -> Result<(), PatternFault> {
        let low = self.class_character()?;
        let rest = self.rest();
        if rest.len() >= 2 && rest.starts_with('-') && !rest.starts_with("-]") {
            self.next();
            let high = self.class_character()?;
            if high < low {
                return Err(PatternFault::BadRange);
            }
        }
        Ok(())
    }

    fn class_character(&mut self) -> Result<u32, PatternFault> {
        match self.peek() {
            None => Err(PatternFault::MissingBracket),
            Some('\\') => self.escape(),
            Some(character) => {
                self.next();
                Ok(character.into())
            }
        }
    }

    /// Takes a backslash and what belongs to it; gives the character that they mean.
    fn escape(&mut self) -> Result<u32, PatternFault> {
        let start = self.at;
        self.next();
        let meaning = match self.next() {
            None => Err(PatternFault::TrailingBackslash),
            Some(character) => self.escaped(character).ok_or(PatternFault::BadEscape),
        };
        if meaning.is_err() {
            self.at = start;
        }
        meaning
    }

    fn escaped(&mut self, character: char) -> Option<u32> {
        match character {
            '0' => Some(self.octal(0)),
            '1'..='7' => {
                self.octal_digit()?;
                Some(self.octal(u32::from(character) - u32::from('0')))
            }
            'x' => self.hexadecimal(),
            'n' => Some(0x0a),
            'r' => Some(0x0d),
            't' => Some(0x09),
            'a' => Some(0x07),
            'f' => Some(0x0c),
            'v' => Some(0x0b),
            _ if character.is_ascii() && !character.is_ascii_alphanumeric() => {
                Some(character.into())
            }
            _ => None,
        }
    }

    fn octal_digit(&self) -> Option<u32> {
        self.peek().and_then(|digit| digit.to_digit(8))
    }

    fn octal(&mut self, first: u32) -> u32 {
        let mut code = first;
        for _ in 0..2 {
            let Some(digit) = self.octal_digit() else {
                break;
            };
            self.next();
            code = code * 8 + digit;
        }
        code
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        if self.eat('{') {
            return self.braced_hexadecimal();
        }
        let high = self.next()?.to_digit(16)?;
        let low = self.next()?.to_digit(16)?;
        Some(high * 16 + low)
    }

    fn braced_hexadecimal(&mut self) -> Option<u32> {
        let mut code = self.next()?.to_digit(16)?;
        while !self.eat('}') {
            code = code * 16 + self.next()?.to_digit(16)?;
            if code > u32::from(char::MAX) {
                return None;
            }
        }
        Some(code)
    }
}

/// The numbers in braces at the start of `text`, and the length of it all; no second number if it has no end.
fn counts(text: &str) -> Option<(u32, Option<u32>, usize)> {
    let inner = text.strip_prefix('{')?;
    let (inner, _) = inner.split_once('}')?;
    let length = inner.len() + 2;
    let Some((least, most)) = inner.split_once(',') else {
        let times = integer(inner)?;
        return Some((times, Some(times), length));
    };
    let least = integer(least)?;
    let most = (!most.is_empty()).then(|| integer(most));
    match most {
        None => Some((least, None, length)),
        Some(most) => Some((least, Some(most?), length)),
    }
}

/// A number without zeros before it, of a size that RE2 reads.
fn integer(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let padded = text.len() > 1 && text.starts_with('0');
    (plain && !padded && text.len() <= 9)
        .then(|| text.parse().ok())
        .flatten()
}

/// The name of the `[:class:]` at the start of `text`.
fn named_class(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix("[:")?.split_once(":]")?;
    Some(name)
}

/// The named classes (re2, `re2/perl_groups.cc`).
const CLASSES: [&str; 14] = [
    "alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
    "space", "upper", "word", "xdigit",
];

#[cfg(test)]
mod tests {
    use super::{PatternFault, check_pattern};

    fn fault(pattern: &str) -> Option<PatternFault> {
        check_pattern(pattern.as_bytes())
            .err()
            .map(|(fault, _)| fault)
    }

    #[test]
    fn plain_patterns_are_taken() {
        let patterns = [
            "",
            "^/etc/.*$",
            "(a|b)+c?",
            "[^a-z]]",
            "[]a]",
            "[[:alpha:]_-]",
            "a{2,4}",
            "a{2,}",
            "{",
            "a{,2}",
            r"\.\/\-\_",
            r"\x41\x{1F600}",
            r"\101\0",
            "a**",
            "()",
            "^*",
            "a|",
            "é+",
            r"a\\",
        ];
        for pattern in patterns {
            assert_eq!(fault(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn what_only_perl_has_is_refused() {
        let patterns = [
            r"\d", r"\w+", r"[\s]", r"\bword", r"\pN", r"\Qa\E", r"\1", r"\8", r"\x4",
        ];
        for pattern in patterns {
            assert_eq!(fault(pattern), Some(PatternFault::BadEscape), "{pattern}");
        }
        assert_eq!(fault("(?:a)"), Some(PatternFault::NothingToRepeat));
    }

    #[test]
    fn brackets_and_parentheses_are_pairs() {
        assert_eq!(fault("(a"), Some(PatternFault::MissingParenthesis));
        assert_eq!(fault("a)"), Some(PatternFault::UnexpectedParenthesis));
        assert_eq!(fault("[a"), Some(PatternFault::MissingBracket));
        assert_eq!(fault("[]"), Some(PatternFault::MissingBracket));
        assert_eq!(fault("a\\"), Some(PatternFault::TrailingBackslash));
    }

    #[test]
    fn ranges_go_upwards() {
        for pattern in ["[z-a]", "[a-c-e]", "[[:nothing:]]"] {
            assert_eq!(fault(pattern), Some(PatternFault::BadRange), "{pattern}");
        }
        assert_eq!(fault("[-a]"), None);
        assert_eq!(fault("[a-]"), None);
    }

    #[test]
    fn repetitions_have_something_to_repeat_and_a_limit() {
        for pattern in ["*a", "(*a)", "a|+", "{2}"] {
            let expected = Some(PatternFault::NothingToRepeat);
            assert_eq!(fault(pattern), expected, "{pattern}");
        }
        for pattern in ["a{1001}", "a{3,2}", "(a{100}){11}", "((a{10}){10}){11}"] {
            let expected = Some(PatternFault::BadRepetition);
            assert_eq!(fault(pattern), expected, "{pattern}");
        }
        assert_eq!(fault("(a{100}b){10}"), None);
        assert_eq!(fault("a{1000}a{1000}"), None);
    }

    #[test]
    fn a_program_that_is_too_large_is_refused() {
        let pattern = format!("({}){{1000}}", ".".repeat(240));
        assert_eq!(fault(&pattern), Some(PatternFault::TooLarge));
    }
}
