//! Window: the beginning and the end of a session file, and the search for fields in them.
//!
//! A list needs a few short lines of each file. They are found by their text, without a pass over
//! all lines.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use claude_types::frame_type;
use memchr::{memchr, memmem, memrchr};
use serde::de::DeserializeOwned;

/// How much is read of each end, in bytes.
const END: usize = 64 << 10;

/// How far back a title is searched that is not in the end, in bytes.
const FAR: usize = 1 << 20;

/// How much is read to find the end of the first prompt, in bytes.
const PROMPT: usize = 4 << 20;

/// The ends of a file.
pub(super) struct Window {
    file: File,
    size: u64,
    head: Vec<u8>,
    /// Empty if the head is the whole file.
    tail: Vec<u8>,
}

impl Window {
    pub(super) fn read(mut file: File, size: u64) -> io::Result<Self> {
        let whole = size <= 2 * END as u64;
        let head = read(&mut file, 0, if whole { 2 * END } else { END })?;
        let tail = if whole { Vec::new() } else { read(&mut file, size - END as u64, END)? };
        Ok(Self { file, size, head, tail })
    }

    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The end of the file, which begins in the middle of a line unless the file is short.
    pub(super) fn tail(&self) -> &[u8] {
        if self.tail.is_empty() { &self.head } else { &self.tail }
    }

    fn is_whole(&self) -> bool {
        self.tail.is_empty()
    }

    /// Reads the beginning again, up to the end of the line in which it was cut off.
    pub(super) fn longer_head(&mut self) -> io::Result<bool> {
        if self.is_whole() || self.head.len() >= PROMPT {
            return Ok(false);
        }
        let longer = 4 * self.head.len();
        self.head = read(&mut self.file, 0, longer)?;
        Ok(true)
    }

    /// Returns the last line of this type: in the end of the file, at last up to 1 MiB before it, and
    /// then in the beginning.
    pub(super) fn last<T: DeserializeOwned>(&mut self, kind: &str, far: bool) -> Option<T> {
        if let Some(found) = last(self.tail(), kind) {
            return Some(found);
        }
        if self.is_whole() {
            return None;
        }
        if far {
            let begin = self.size.saturating_sub((FAR + END) as u64);
            // The line may begin before the end of the file that was read.
            let part = read(&mut self.file, begin, FAR + END).ok()?;
            if let Some(found) = last(&part, kind) {
                return Some(found);
            }
        }
        last(&self.head, kind)
    }
}

fn read(file: &mut File, from: u64, length: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut part = Vec::with_capacity(length);
    file.take(length as u64).read_to_end(&mut part)?;
    Ok(part)
}

/// Returns the last whole line of this type that fits `T`.
fn last<T: DeserializeOwned>(part: &[u8], kind: &str) -> Option<T> {
    let quoted = format!("\"{kind}\"");
    let finder = memmem::FinderRev::new(&quoted);
    let mut end = part.len();
    while let Some(at) = finder.rfind(&part[..end]) {
        let line = line_around(part, at);
        if frame_type(line).as_deref() == Some(kind)
            && let Ok(found) = serde_json::from_slice(line)
        {
            return Some(found);
        }
        end = at;
    }
    None
}

fn line_around(part: &[u8], at: usize) -> &[u8] {
    let begin = memrchr(b'\n', &part[..at]).map_or(0, |feed| feed + 1);
    let end = memchr(b'\n', &part[at..]).map_or(part.len(), |feed| at + feed);
    &part[begin..end]
}

/// Returns the first text of this field, at any depth.
pub(super) fn first_text(part: &[u8], field: &str) -> Option<String> {
    let quoted = format!("\"{field}\"");
    memmem::find_iter(part, &quoted).find_map(|at| text_at(&part[at + quoted.len()..]))
}

/// Returns the last text of this field, at any depth.
pub(super) fn last_text(part: &[u8], field: &str) -> Option<String> {
    let quoted = format!("\"{field}\"");
    let finder = memmem::FinderRev::new(&quoted);
    finder.rfind_iter(part).find_map(|at| text_at(&part[at + quoted.len()..]))
}

/// Reads the text behind a colon.
fn text_at(rest: &[u8]) -> Option<String> {
    let rest = rest.strip_prefix(b":")?;
    let rest = rest.strip_prefix(b" ").unwrap_or(rest);
    if rest.first() != Some(&b'"') {
        return None;
    }
    serde_json::Deserializer::from_slice(rest).into_iter::<String>().next()?.ok()
}
