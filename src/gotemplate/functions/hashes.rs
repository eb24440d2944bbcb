//! Checksums of texts.

use std::fmt::Write as _;

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::Type::Text;
use super::{Function, fixed};

pub(super) const FUNCTIONS: &[Function] = &[
    fixed("sha1sum", &[Text], |call| {
        Ok(digest::<Sha1>(call.text(0)).into())
    }),
    fixed("sha256sum", &[Text], |call| {
        Ok(digest::<Sha256>(call.text(0)).into())
    }),
    fixed("sha512sum", &[Text], |call| {
        Ok(digest::<Sha512>(call.text(0)).into())
    }),
    fixed("adler32sum", &[Text], |call| {
        Ok(adler32(call.text(0)).to_string().into())
    }),
];

fn digest<D: Digest>(text: &str) -> String {
    let digest = D::digest(text.as_bytes());
    digest.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn adler32(text: &str) -> u32 {
    let (low, high) = text.bytes().fold((1, 0), |(low, high), byte| {
        let low = (low + u32::from(byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    high << 16 | low
}
