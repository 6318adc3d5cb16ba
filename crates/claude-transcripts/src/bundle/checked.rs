//! Checked: bytes that are copied together with their checksum.

use std::io::{self, Read, Write};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// How much is copied at once, in bytes.
const BLOCK: usize = 256 << 10;

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Checksum([u8; 32]);

impl Checksum {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Returns the 64 digits.
    pub(super) fn text(&self) -> String {
        use std::fmt::Write;
        self.0.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl std::fmt::Debug for Checksum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for Checksum {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text())
    }
}

impl<'de> Deserialize<'de> for Checksum {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let digit = |at: usize| char::from(text.as_bytes()[at]).to_digit(16);
        let byte = |at: usize| u8::try_from(digit(2 * at)? << 4 | digit(2 * at + 1)?).ok();
        let read = || {
            let mut bytes = [0; 32];
            for (at, slot) in bytes.iter_mut().enumerate() {
                *slot = byte(at)?;
            }
            Some(Self(bytes))
        };
        // Only the form that `text` writes.
        let checksum = if text.len() == 64 { read() } else { None };
        let checksum = checksum.filter(|it| it.text() == text);
        checksum.ok_or_else(|| serde::de::Error::custom("not a checksum"))
    }
}

/// Copies this many bytes. [`io::ErrorKind::UnexpectedEof`] if there are fewer.
pub(super) fn copy(from: &mut impl Read, size: u64, to: &mut impl Write) -> io::Result<Checksum> {
    let most = |rest: u64| usize::try_from(rest).unwrap_or(BLOCK).min(BLOCK);
    let (mut sum, mut block) = (Sha256::new(), vec![0; most(size)]);
    let mut rest = size;
    while rest > 0 {
        let read = match from.read(&mut block[..most(rest)]) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        sum.update(&block[..read]);
        to.write_all(&block[..read])?;
        rest -= read as u64;
    }
    Ok(Checksum(sum.finalize().into()))
}
