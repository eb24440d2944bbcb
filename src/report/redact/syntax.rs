//! Where keys, quotes, brackets and block scalars begin and end in a text that may be broken.

/// The key in front of a separator (what stands in quotes there, or the last word), and what is in front of the key.
pub(super) fn key_before(before: &str) -> (&str, &str) {
    let before = before.trim_end_matches([' ', '\t']);
    if let Some(quote @ ('"' | '\'')) = before.chars().next_back() {
        let quoted = &before[..before.len() - 1];
        return quoted.split_at(quoted.rfind(quote).map_or(0, |open| open + 1));
    }
    let is_key = |c: char| c.is_alphanumeric() || "_-.[]\\".contains(c);
    before.split_at(before.trim_end_matches(is_key).len())
}

/// Whether the text is a comma and the next pair of an argument. A `=` that ends the text is the padding of Base64.
pub(super) fn starts_pair(text: &str) -> bool {
    let Some(next) = text.strip_prefix(',') else {
        return false;
    };
    let is_path = |c: char| c.is_alphanumeric() || "_-.[]\\/".contains(c);
    let value = next.trim_start_matches(is_path);
    value.len() < next.len() && value.starts_with('=') && !matches!(value, "=" | "==")
}

/// How long the text is up to its closing quote.
pub(super) fn closing_quote(text: &str, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let doubled = quote == b'\'' && bytes[at..].starts_with(b"''");
        if doubled || (quote == b'"' && bytes[at] == b'\\') {
            at += 1;
        } else if bytes[at] == quote {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// How long the text is up to the bracket that closes its first one.
pub(super) fn closing_bracket(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return Some(at),
            b'}' | b']' => depth -= 1,
            quote @ (b'"' | b'\'') => at += 1 + closing_quote(&text[at + 1..], quote)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether the text is the head of a block scalar: `|`, `>-`, `|2 # comment`.
pub(super) fn is_block_header(text: &str) -> bool {
    let rest =
        text[1..].trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let comment = rest.trim_start();
    comment.is_empty() || (comment.starts_with('#') && comment.len() < rest.len())
}
