//! Binary: whether a native program is whole, from the headers of ELF, Mach-O and PE.
//!
//! A download that was cut off begins like the whole program: the system starts it, and it crashes. Only the size is
//! compared; the content is not checked.

use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;

/// How many entries of a table in the headers are read.
const ENTRIES: usize = 256;
/// How much of a table in the headers is read.
const TABLE: usize = 1 << 20;

/// What the headers of a program require.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Headers {
    /// The size that the file must have, at least.
    pub(super) size: u64,
    /// The loader that the system starts first.
    pub(super) loader: Option<PathBuf>,
}

/// Reads the headers of a program. Returns `None` if the file is not of a known format.
///
/// If the headers themselves are cut off, the size is that of the part that is missing.
pub(super) fn headers(file: &mut (impl Read + Seek)) -> Option<Headers> {
    let head = part(file, 0, 64);
    match head.get(..4)? {
        b"\x7fELF" => Some(elf(file, &head)),
        [0xcf | 0xce, 0xfa, 0xed, 0xfe] => Some(mach_o(file, &head)),
        // Java classes begin in the same way; their version follows, which is 45 or more.
        b"\xca\xfe\xba\xbe" if number(&head, 4, 4, true)? < 32 => Some(fat(file, &head)),
        [b'M', b'Z', ..] => Some(pe(file, &head)),
        _ => None,
    }
}

/// Reads up to `length` bytes at an offset, fewer if the file ends there.
fn part(file: &mut (impl Read + Seek), at: u64, length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    if file.seek(SeekFrom::Start(at)).is_ok() {
        // What was read before an error counts.
        let _ = file.take(length.min(TABLE) as u64).read_to_end(&mut bytes);
    }
    bytes
}

/// Returns an unsigned number of up to 8 bytes.
fn number(bytes: &[u8], at: usize, length: usize, is_big: bool) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
    Some(if is_big { bytes.iter().fold(0, add) } else { bytes.iter().rev().fold(0, add) })
}

/// Where the fields of ELF headers are: the two numbers are the sizes of an address, 4 and 8 bytes.
struct ElfLayout {
    word: usize,
    size: u64,
    segments: [usize; 3],
    sections: [usize; 3],
    offset: usize,
    length: usize,
}

const ELF_32: ElfLayout = ElfLayout {
    word: 4,
    size: 52,
    segments: [28, 42, 44],
    sections: [32, 46, 48],
    offset: 4,
    length: 16,
};
const ELF_64: ElfLayout = ElfLayout {
    word: 8,
    size: 64,
    segments: [32, 54, 56],
    sections: [40, 58, 60],
    offset: 8,
    length: 32,
};

fn elf(file: &mut (impl Read + Seek), head: &[u8]) -> Headers {
    let layout = if head.get(4) == Some(&1) { ELF_32 } else { ELF_64 };
    let is_big = head.get(5) == Some(&2);
    let mut all = Headers { size: layout.size, loader: None };
    let table = |[start, size, count]: [usize; 3]| {
        let field = |at| number(head, at, 2, is_big);
        Some((number(head, start, layout.word, is_big)?, field(size)?, field(count)?))
    };
    // A program starts without a table of sections, but a file that ends before it is not whole.
    let Some((segments, sections)) = table(layout.segments).zip(table(layout.sections)) else {
        return all;
    };
    for (start, size, count) in [segments, sections] {
        if start > 0 {
            all.size = all.size.max(start.saturating_add(size * count));
        }
    }
    let (start, size, count) = (segments.0, segments.1 as usize, segments.2 as usize);
    let entries = part(file, start, size.saturating_mul(count.min(ENTRIES)));
    for entry in entries.chunks_exact(size.max(1)) {
        let field = |at| number(entry, at, layout.word, is_big);
        let kind = number(entry, 0, 4, is_big);
        let Some((offset, length)) = field(layout.offset).zip(field(layout.length)) else {
            continue;
        };
        match kind {
            // A part that is loaded.
            Some(1) => all.size = all.size.max(offset.saturating_add(length)),
            // The name of the loader.
            Some(3) if length < 4096 => all.loader = loader(&part(file, offset, length as usize)),
            _ => {}
        }
    }
    all
}

fn loader(name: &[u8]) -> Option<PathBuf> {
    let name = name.strip_suffix(b"\0").unwrap_or(name);
    std::str::from_utf8(name).ok().filter(|name| name.starts_with('/')).map(PathBuf::from)
}

fn mach_o(file: &mut (impl Read + Seek), head: &[u8]) -> Headers {
    let start = if head.first() == Some(&0xcf) { 32 } else { 28 };
    let mut all = Headers { size: start, loader: None };
    let Some((count, length)) = number(head, 16, 4, false).zip(number(head, 20, 4, false)) else {
        return all;
    };
    all.size += length;
    let commands = part(file, start, length as usize);
    let mut rest = &commands[..];
    for _ in 0..count.min(ENTRIES as u64) {
        let field = |at, length| number(rest, at, length, false);
        let end = match field(0, 4) {
            // A segment of 64 bits, and one of 32 bits.
            Some(0x19) => field(40, 8).zip(field(48, 8)),
            Some(0x1) => field(32, 4).zip(field(36, 4)),
            _ => None,
        };
        if let Some((offset, length)) = end {
            all.size = all.size.max(offset.saturating_add(length));
        }
        let next = field(4, 4).and_then(|size| rest.get((size as usize).max(8)..));
        let Some(next) = next else { break };
        rest = next;
    }
    all
}

/// A file of macOS with programs for several processors.
fn fat(file: &mut (impl Read + Seek), head: &[u8]) -> Headers {
    let count = number(head, 4, 4, true).unwrap_or(0);
    let entries = part(file, 8, 20 * count as usize);
    let ends = entries.chunks_exact(20).filter_map(|entry| {
        Some(number(entry, 8, 4, true)?.saturating_add(number(entry, 12, 4, true)?))
    });
    Headers { size: ends.fold(8 + 20 * count, u64::max), loader: None }
}

fn pe(file: &mut (impl Read + Seek), head: &[u8]) -> Headers {
    let mut all = Headers { size: 64, loader: None };
    let Some(start) = number(head, 60, 4, false) else { return all };
    all.size = all.size.max(start + 24);
    let coff = part(file, start, 24);
    let (Some(b"PE\0\0"), Some(count), Some(optional)) =
        (coff.get(..4), number(&coff, 6, 2, false), number(&coff, 20, 2, false))
    else {
        return all;
    };
    let sections = start + 24 + optional;
    all.size = all.size.max(sections + 40 * count);
    let entries = part(file, sections, 40 * (count as usize).min(ENTRIES));
    for entry in entries.chunks_exact(40) {
        // How much is stored, and where.
        if let Some((length, at)) = number(entry, 16, 4, false).zip(number(entry, 20, 4, false)) {
            all.size = all.size.max(at + length);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn put(bytes: &mut Vec<u8>, at: usize, value: u64, length: usize) {
        bytes.resize(bytes.len().max(at + length), 0);
        bytes[at..at + length].copy_from_slice(&value.to_le_bytes()[..length]);
    }

    /// An ELF file with one loaded part that ends at 1000, a loader, and sections that end at 1100.
    fn an_elf() -> Vec<u8> {
        let mut bytes = b"\x7fELF\x02\x01\x01".to_vec();
        for (at, value, length) in
            [(32, 64, 8), (40, 1036, 8), (54, 56, 2), (56, 2, 2), (58, 64, 2), (60, 1, 2)]
        {
            put(&mut bytes, at, value, length);
        }
        for (entry, kind, offset, size) in [(64, 3, 176, 8), (120, 1, 0, 1000)] {
            put(&mut bytes, entry, kind, 4);
            put(&mut bytes, entry + 8, offset, 8);
            put(&mut bytes, entry + 32, size, 8);
        }
        bytes.resize(176, 0);
        bytes.extend(b"/lib/ld\0");
        bytes.resize(1100, 0);
        bytes
    }

    #[test]
    fn the_headers_of_an_elf_file_name_its_size_and_loader() {
        let found = headers(&mut Cursor::new(an_elf())).unwrap();
        assert_eq!(found, Headers { size: 1100, loader: Some("/lib/ld".into()) });
    }

    #[test]
    fn every_shorter_elf_file_requires_more_than_it_has() {
        let whole = an_elf();
        for length in 4..whole.len() {
            let found = headers(&mut Cursor::new(&whole[..length])).unwrap();
            assert!(found.size > length as u64, "{length}: {found:?}");
        }
    }

    #[test]
    fn the_headers_of_other_formats_name_their_size() {
        let mut mach_o = b"\xcf\xfa\xed\xfe".to_vec();
        for (at, value, length) in
            [(16, 1, 4), (20, 72, 4), (32, 0x19, 4), (36, 72, 4), (72, 4096, 8), (80, 100, 8)]
        {
            put(&mut mach_o, at, value, length);
        }
        mach_o.resize(104, 0);
        assert_eq!(headers(&mut Cursor::new(mach_o)).unwrap().size, 4196);
        let mut pe = b"MZ".to_vec();
        for (at, value, length) in
            [(60, 64, 4), (64, 0x4550, 4), (70, 1, 2), (84, 16, 2), (120, 512, 4), (124, 1024, 4)]
        {
            put(&mut pe, at, value, length);
        }
        pe.resize(144, 0);
        assert_eq!(headers(&mut Cursor::new(pe)).unwrap().size, 1536);
        let fat = [0xcafe_babe_u32, 1, 0, 0, 4096, 100, 0].map(u32::to_be_bytes).concat();
        assert_eq!(headers(&mut Cursor::new(fat)).unwrap().size, 4196);
    }

    #[test]
    fn this_program_is_whole() {
        let program = std::env::current_exe().unwrap();
        let mut file = std::fs::File::open(&program).unwrap();
        let size = file.metadata().unwrap().len();
        let found = headers(&mut file).unwrap();
        assert!(found.size > 1000 && found.size <= size, "{found:?}, {size}");
    }

    #[test]
    fn other_files_have_no_headers() {
        let texts: [&[u8]; 5] =
            [b"", b"#!/", b"#!/bin/sh\n", b"echo hello\n", b"\xca\xfe\xba\xbe\0\0\0\x41"];
        for text in texts {
            assert_eq!(headers(&mut Cursor::new(text)), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_content_breaks_the_reader(
            magic in 0..5_usize,
            mut rest in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300),
        ) {
            let magics: [&[u8]; 5] =
                [b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"MZ"];
            let mut bytes = magics[magic].to_vec();
            bytes.append(&mut rest);
            let _ = headers(&mut Cursor::new(bytes));
        }
    }
}
