//! Tar: the part of the tar format (POSIX ustar) that bundles use.
//!
//! An entry is a header of 512 bytes, the bytes of a file, and zeros up to the next 512. Only regular
//! files occur. A path or a size that the header has no place for is in an entry of type `x` before it.

use std::io::{self, Read, Write};

use crate::error::{Error, Result};

/// The unit of an archive, in bytes.
const BLOCK: usize = 512;

/// The size that the header has no place for: it has more than 11 octal digits.
const TOO_LARGE: u64 = 8 << 30;

/// Where the fields are.
mod at {
    use std::ops::Range;

    pub(super) const NAME: Range<usize> = 0..100;
    pub(super) const MODE: Range<usize> = 100..108;
    pub(super) const OWNER: Range<usize> = 108..116;
    pub(super) const GROUP: Range<usize> = 116..124;
    pub(super) const SIZE: Range<usize> = 124..136;
    pub(super) const TIME: Range<usize> = 136..148;
    pub(super) const CHECKSUM: Range<usize> = 148..156;
    pub(super) const TYPE: Range<usize> = 156..157;
    pub(super) const MAGIC: Range<usize> = 257..265;
    pub(super) const PREFIX: Range<usize> = 345..500;
}

/// Writes the header of a file.
pub(super) fn write_header(out: &mut impl Write, path: &str, size: u64) -> io::Result<()> {
    let split = split(path);
    if split.is_none() || size >= TOO_LARGE {
        let mut records = record("path", path);
        records += &record("size", &size.to_string());
        out.write_all(&header(b'x', "", "extension", records.len() as u64))?;
        out.write_all(records.as_bytes())?;
        write_padding(out, records.len() as u64)?;
    }
    let (prefix, name) = split.unwrap_or(("", "long"));
    out.write_all(&header(b'0', prefix, name, size.min(TOO_LARGE - 1)))
}

/// Writes the zeros behind a file of this size.
pub(super) fn write_padding(out: &mut impl Write, size: u64) -> io::Result<()> {
    out.write_all(&[0; BLOCK][..padding(size)])
}

/// Writes the end of an archive.
pub(super) fn write_end(out: &mut impl Write) -> io::Result<()> {
    out.write_all(&[0; 2 * BLOCK])
}

/// Reads the header of a file, which must be exactly the one that [`write_header`] writes for this path
/// and size.
pub(super) fn read_header(from: &mut impl Read, path: &str, size: u64) -> Result<()> {
    let mut expected = Vec::new();
    // Writing to memory does not fail.
    let _ = write_header(&mut expected, path, size);
    read_exactly(from, &expected)
}

/// Reads the header of a file whose size is not known.
pub(super) fn read_size(from: &mut impl Read, path: &str) -> Result<u64> {
    let mut block = [0; BLOCK];
    from.read_exact(&mut block).map_err(failed)?;
    let digits = block[at::SIZE].strip_suffix(b"\0").and_then(|it| std::str::from_utf8(it).ok());
    let size = digits.and_then(|it| u64::from_str_radix(it, 8).ok()).ok_or_else(unexpected)?;
    let (prefix, name) = split(path).ok_or_else(unexpected)?;
    if block == header(b'0', prefix, name, size) { Ok(size) } else { Err(unexpected()) }
}

/// Reads the zeros behind a file of this size.
pub(super) fn read_padding(from: &mut impl Read, size: u64) -> Result<()> {
    read_exactly(from, &[0; BLOCK][..padding(size)])
}

/// Reads the end of an archive.
pub(super) fn read_end(from: &mut impl Read) -> Result<()> {
    read_exactly(from, &[0; 2 * BLOCK])
}

fn read_exactly(from: &mut impl Read, expected: &[u8]) -> Result<()> {
    let mut block = vec![0; expected.len()];
    from.read_exact(&mut block).map_err(failed)?;
    if block == expected { Ok(()) } else { Err(unexpected()) }
}

fn unexpected() -> Error {
    Error::bundle("it is not as it was written")
}

/// Returns the error of a reader.
pub(super) fn failed(error: io::Error) -> Error {
    let reason = if error.kind() == io::ErrorKind::UnexpectedEof {
        "it ends too early"
    } else {
        "it cannot be read or written"
    };
    Error::Bundle { reason: reason.to_owned(), source: Some(error) }
}

fn padding(size: u64) -> usize {
    // The remainder is below 512.
    let over = (size % BLOCK as u64) as usize;
    if over == 0 { 0 } else { BLOCK - over }
}

/// Splits a path into the two fields of a header. `None` if it does not fit.
fn split(path: &str) -> Option<(&str, &str)> {
    if path.len() <= at::NAME.len() {
        return Some(("", path));
    }
    let mut places = path.match_indices('/').filter_map(|(at, _)| path.split_at_checked(at));
    let fits =
        |it: &(&str, &str)| it.0.len() <= at::PREFIX.len() && it.1.len() <= 1 + at::NAME.len();
    places.find(fits).map(|(prefix, name)| (prefix, &name[1..]))
}

fn header(kind: u8, prefix: &str, name: &str, size: u64) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    let mut put = |place: std::ops::Range<usize>, text: &str| {
        block[place.start..place.start + text.len()].copy_from_slice(text.as_bytes());
    };
    put(at::NAME, name);
    put(at::MODE, "0000600");
    put(at::OWNER, "0000000");
    put(at::GROUP, "0000000");
    put(at::SIZE, &format!("{size:011o}"));
    put(at::TIME, "00000000000");
    // The checksum is that of a header whose checksum is spaces.
    put(at::CHECKSUM, "        ");
    put(at::MAGIC, "ustar\u{0}00");
    put(at::PREFIX, prefix);
    block[at::TYPE].copy_from_slice(&[kind]);
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[at::CHECKSUM].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

/// Returns `LENGTH NAME=VALUE` and a line feed, where the length counts its own digits.
fn record(name: &str, value: &str) -> String {
    let rest = format!(" {name}={value}\n");
    let mut length = rest.len();
    while length != rest.len() + length.to_string().len() {
        length = rest.len() + length.to_string().len();
    }
    format!("{length}{rest}")
}

#[cfg(test)]
mod tests {
    use super::{read_header, read_size, record, split, write_header};

    #[test]
    fn a_record_counts_its_own_digits() {
        assert_eq!(record("a", "b"), "6 a=b\n");
        for length in 80..120 {
            let record = record("path", &"x".repeat(length));
            assert_eq!(record.split_once(' ').unwrap().0, record.len().to_string());
        }
    }

    #[test]
    fn a_path_is_split_at_a_slash_or_goes_into_an_extension() {
        let long =
            |first: usize, second: usize| format!("{}/{}", "a".repeat(first), "b".repeat(second));
        for (path, headers) in [
            (long(10, 10), 1),
            ("a".repeat(100), 1),
            ("a".repeat(101), 3),
            (long(155, 100), 1),
            (long(156, 100), 3),
            (long(150, 101), 3),
        ] {
            let mut written = Vec::new();
            write_header(&mut written, &path, 7).unwrap();
            assert_eq!(written.len(), headers * 512, "{path}");
            read_header(&mut &*written, &path, 7).unwrap();
            assert!(read_header(&mut &*written, &path, 8).is_err());
            let (prefix, name) = split(&path).unwrap_or_default();
            assert!(prefix.len() <= 155 && name.len() <= 100);
        }
        let mut written = Vec::new();
        write_header(&mut written, "a", 9 << 30).unwrap();
        assert_eq!(written.len(), 3 * 512);
        assert!(String::from_utf8_lossy(&written).contains("19 size=9663676416\n"));
    }

    #[test]
    fn a_size_is_read_from_a_header_without_extensions_only() {
        let mut written = Vec::new();
        write_header(&mut written, "manifest.json", 1234).unwrap();
        assert_eq!(read_size(&mut &*written, "manifest.json").unwrap(), 1234);
        assert!(read_size(&mut &*written, "other").is_err());
        for at in 0..512 {
            let mut changed = written.clone();
            changed[at] ^= 1;
            assert!(read_size(&mut &*changed, "manifest.json").is_err(), "{at}");
        }
    }
}
