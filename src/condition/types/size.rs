//! How large a regular expression becomes when RE2 compiles it, near enough.

/// The size of a part of a regular expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// How many instructions RE2 makes of it.
    pub instructions: u64,
    /// How often the counted repetitions within it repeat their innermost part.
    repetitions: u32,
}

impl Size {
    /// One instruction.
    #[must_use]
    pub fn one() -> Self {
        Self::of(1)
    }

    /// A character: an instruction for each of its bytes.
    #[must_use]
    pub fn literal(character: char) -> Self {
        Self::of(character.len_utf8())
    }

    /// Any character, byte for byte of its UTF-8.
    #[must_use]
    pub fn any() -> Self {
        Self::of(10)
    }

    fn of(instructions: usize) -> Self {
        Self {
            instructions: instructions as u64,
            repetitions: 1,
        }
    }

    /// Both, one behind the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            instructions: self.instructions.saturating_add(other.instructions),
            repetitions: self.repetitions.max(other.repetitions),
        }
    }

    /// It in parentheses, which mark their start and end.
    #[must_use]
    pub fn captured(self) -> Self {
        self.and(Self::of(2))
    }

    /// It repeated without a count.
    #[must_use]
    pub fn looped(self) -> Self {
        self.and(Self::one())
    }

    /// It repeated so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            instructions: self.instructions.saturating_mul(u64::from(times.max(1))),
            repetitions: self.repetitions.max(1).saturating_mul(times.max(1)),
        }
    }

    /// How much of `most` repetitions is left for the innermost part; nothing is too little.
    #[must_use]
    pub fn allowance(self, most: u32) -> u32 {
        most / self.repetitions.max(1)
    }
}
