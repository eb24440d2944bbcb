//! Values files that come with a chart, ready for a purpose.

/// A values file that is part of the program. It stands below the files of the user.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// The name by which `--profile` takes it.
    pub name: &'static str,
    /// The values file. Its first line says, as a comment, what it is for.
    pub text: &'static str,
}

impl Profile {
    /// What it is for, in a sentence.
    #[must_use]
    pub fn purpose(&self) -> &'static str {
        let first = self.text.lines().next().unwrap_or_default();
        first.trim_start_matches(['#', ' '])
    }
}
