//! Names in a message, of which there may be many.

/// So many are named at most.
const MOST: usize = 8;

/// The names in backquotes, separated by commas; of many the first ones, and how many more there are.
pub(super) fn listed(names: &[impl AsRef<str>]) -> String {
    let first = names.iter().take(MOST);
    let first: Vec<String> = first.map(|name| format!("`{}`", name.as_ref())).collect();
    let more = match names.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    first.join(", ") + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_names_the_first_ones_are_listed() {
        assert_eq!(listed(&["a", "b"]), "`a`, `b`");
        let many: Vec<String> = (0..11).map(|number| number.to_string()).collect();
        assert!(listed(&many).ends_with("`6`, `7` and 3 more"));
    }
}
