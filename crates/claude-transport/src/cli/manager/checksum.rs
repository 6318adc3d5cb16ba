//! Checksum: SHA-512 of a program, as hexadecimal digits.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use sha2::{Digest as _, Sha512};

/// Returns the checksum and the size of a file. A program of 380 MB takes about a second.
pub(super) fn checksum(path: &Path) -> io::Result<(String, u64)> {
    let mut file = File::open(path)?;
    let (mut hash, mut size) = (Sha512::new(), 0);
    let mut chunk = vec![0; 1 << 16];
    loop {
        let length = file.read(&mut chunk)?;
        if length == 0 {
            break;
        }
        hash.update(&chunk[..length]);
        size += length as u64;
    }
    let digits = hash.finalize().iter().fold(String::new(), |mut digits, byte| {
        // Writing to a text cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    });
    Ok((digits, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "abc").unwrap();
        let (digits, size) = checksum(file.path()).unwrap();
        assert!(digits.starts_with("ddaf35a193617abacc417349ae204131") && digits.len() == 128);
        assert_eq!(size, 3);
    }
}
