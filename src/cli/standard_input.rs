//! Standard input, which can be read once.

use super::Usage;
use crate::values::file::is_stdin;

/// Checks that at most one of all paths of a command line is standard input.
///
/// # Errors
/// If more are.
pub fn is_named_once<'p>(paths: impl IntoIterator<Item = &'p String>) -> Result<(), Usage> {
    let named = paths.into_iter().filter(|path| is_stdin(path));
    if named.count() > 1 {
        let message = "standard input can be read only once: name `-` once";
        return Err(Usage(message.to_owned()));
    }
    Ok(())
}
