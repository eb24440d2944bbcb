//! How large a `ConfigMap` may be.

/// The most bytes of texts that a `ConfigMap` holds (Kubernetes 1.34, `core/validation`: `MaxSecretSize`, which bounds both).
pub const MOST_DATA: usize = 1024 * 1024;

/// The most bytes that a `ConfigMap` of ours has, counted as `kubectl apply` keeps it. That is in an annotation, and all
/// annotations of an object have 262,144 bytes at most (Kubernetes 1.34, `apimachinery/api/validation`:
/// `TotalAnnotationSizeLimitB`).
pub const MOST_KEPT: usize = 240 * 1024;

/// The most bytes that the files of one `ConfigMap` of ours have, counted so: the rest is for its name and labels.
pub const MOST_FILES: usize = MOST_KEPT - 4 * 1024;

/// The bytes of a file of a `ConfigMap` in what `kubectl apply` keeps.
#[must_use]
pub fn of_file(name: &str, text: &str) -> usize {
    kept(name) + kept(text) + ":,".len()
}

/// The bytes of a text in what `kubectl apply` keeps: it is JSON as Go writes it, in which `<`, `>`, `&` and two separators
/// have escapes as well (Go 1.25, `encoding/json`: `appendString`).
#[must_use]
pub fn kept(text: &str) -> usize {
    let escapes: usize = text.bytes().map(bytes_of_escape).sum();
    let separators = text.matches(['\u{2028}', '\u{2029}']).count();
    text.len() + escapes + separators * 3 + "\"\"".len()
}

/// How many bytes the escape of a byte has more than the byte.
fn bytes_of_escape(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 0x08 | 0x0c => 1,
        0..0x20 | b'<' | b'>' | b'&' => 5,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_counted_as_go_writes_it() {
        for (text, written) in [
            ("", "\"\""),
            ("a\n", "\"a\\n\""),
            ("\"\\\t\r", "\"\\\"\\\\\\t\\r\""),
            ("<ä\u{1}&>", "\"\\u003cä\\u0001\\u0026\\u003e\""),
            ("\u{2028}\u{7f}", "\"\\u2028\u{7f}\""),
        ] {
            assert_eq!(kept(text), written.len(), "{written}");
        }
    }
}
