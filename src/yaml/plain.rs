//! Which texts mean themselves without quotes, whoever reads them.
//!
//! Readers of YAML differ: 1.1 knows `yes`, `1:20` and `0o7` otherwise than 1.2 does, and each implementation has
//! its own idea of a number. A text stays bare only where none of them could see anything but that text.

/// The words, in lower case, that some reader takes for something else than a text.
const WORDS: &[&str] = &[
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan", "inf", "infinity",
    "=", "<<",
];

/// Whether every reader takes the bare `text`, on one line behind a key or a dash, for that very text.
pub(super) fn is_plain(text: &str) -> bool {
    starts_plain(text)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(is_special)
        && !is_word(text)
        && !may_be_number(text)
}

/// Whether the text begins like nothing but a text.
fn starts_plain(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        None => false,
        Some('-') => {
            let next = chars.next();
            !text.starts_with("---")
                && next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'))
        }
        Some(first) => !text.starts_with("...") && !" ?:,[]{}#&*!|>'\"%@`".contains(first),
    }
}

/// Whether a character is safer in quotes: a control character, any white space but the blank, and what is invisible
/// or turns the direction of writing.
pub(super) fn is_special(c: char) -> bool {
    !(' '..='~').contains(&c)
        && (c.is_control()
            || c.is_whitespace()
            || matches!(c,
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}'))
}

/// Whether a literal block cannot carry a character, or should not: what YAML does not take as it is, what some reader takes
/// for the break of a line (YAML 1.1, section 4.1.1 and 4.1.4), and what turns the direction of writing, so that people read
/// otherwise than programs.
pub(super) fn is_unfit_for_literal(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether the text is one of the words, signed or with a dot before it or not.
fn is_word(text: &str) -> bool {
    let word = text.trim_start_matches(['+', '-', '.']);
    WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the text begins like a number or a date and has nothing in it that neither can have. Kubernetes' reader
/// takes a number for one even where an underscore follows its sign.
fn may_be_number(text: &str) -> bool {
    let digits = text
        .strip_prefix(['+', '-'])
        .map_or(text, |unsigned| unsigned.trim_start_matches('_'));
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits
            .bytes()
            .all(|c| c.is_ascii_hexdigit() || b"xXoO_.,:+-tTzZ ".contains(&c))
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn ordinary_texts_stay_bare() {
        for text in [
            "falco",
            "a b",
            "10Gi",
            "100m",
            "--config",
            "-c",
            "/etc/falco",
            "a:b",
            "a#b",
            "http://x/y?z",
            "app.kubernetes.io/name",
            "evt.type in (open, openat)",
            "ü",
            "yes sir",
            "a, b",
            "x=1",
            "_0",
            "-_",
        ] {
            assert!(is_plain(text), "{text}");
        }
    }

    #[test]
    fn what_any_reader_could_take_for_something_else_is_quoted() {
        for text in [
            "",
            "y",
            "N",
            "Yes",
            "off",
            "TRUE",
            "~",
            "null",
            ".inf",
            "-.INF",
            ".nan",
            "0",
            "-1",
            "+1",
            "0o7",
            "0x1F",
            "1_000",
            "1e3",
            "1:20",
            "190:20:30",
            ".5",
            "1.2.3",
            "2001-12-14",
            "2001-12-14t21:59:43.10-05:00",
            "=",
            "<<",
            "- a",
            "-",
            "---",
            "...",
            "? a",
            ": a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "%a",
            "@a",
            "`a`",
            " a",
            "a ",
            "a\tb",
            "a\nb",
            "a\u{85}b",
            "a\u{2028}b",
            "\u{feff}a",
            "[a]",
            "{a}",
            "a\u{0}b",
            "a\u{a0}b",
            "-[a",
            "12e03",
            "0b1",
            "-_0",
            "+__1_0",
            "-_.5",
        ] {
            assert!(!is_plain(text), "{text:?}");
        }
    }
}
