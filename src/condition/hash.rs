//! Short names hashed fast (FNV-1a). The names come from tables, and texts are only looked up, so that nobody can fill a
//! map with names of one hash.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes hashers for names.
pub(super) type Fast = BuildHasherDefault<NameHasher>;

/// The hash of a name so far.
#[derive(Clone, Debug)]
pub(super) struct NameHasher(u64);

impl Default for NameHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        // The map takes its high bits for one thing and its low bits for another.
        self.0 ^ (self.0 >> 32)
    }
}
