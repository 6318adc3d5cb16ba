//! Window: the parts of a session file that a list reads.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use memchr::memmem;

/// How much is read of each end of a long file, in bytes.
const END: usize = 64 << 10;

/// A file up to this length is read as a whole, in bytes.
const WHOLE: usize = 256 << 10;

/// How far back a title is searched that is not in the end, in bytes.
const FAR: usize = 1 << 20;

/// How much is read to find the end of the first prompt, in bytes.
const PROMPT: usize = 4 << 20;

/// The ends of a file.
pub(super) struct Window {
    file: File,
    size: u64,
    head: Vec<u8>,
    /// `None` if the head is the whole file.
    tail: Option<Vec<u8>>,
}

impl Window {
    pub(super) fn read(mut file: File, size: u64) -> io::Result<Self> {
        let whole = size <= WHOLE as u64;
        let head = read(&mut file, 0, if whole { WHOLE } else { END })?;
        let tail = if whole { None } else { Some(read(&mut file, size - END as u64, END)?) };
        Ok(Self { file, size, head, tail })
    }

    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The end of the file, without the line that is cut off at its beginning.
    pub(super) fn tail(&self) -> &[u8] {
        self.tail.as_deref().map_or(&self.head, whole_lines)
    }

    pub(super) fn is_whole(&self) -> bool {
        self.tail.is_none()
    }

    /// Reads up to 1 MiB before the end of the file, too.
    pub(super) fn longer_tail(&mut self) -> io::Result<()> {
        if let Some(tail) = &mut self.tail {
            let from = self.size.saturating_sub(FAR as u64);
            *tail = read(&mut self.file, from, FAR)?;
        }
        Ok(())
    }

    /// Reads more of the beginning. Returns `false` if there is no more, or enough was read.
    pub(super) fn longer_head(&mut self) -> io::Result<bool> {
        if self.is_whole() || self.head.len() >= PROMPT {
            return Ok(false);
        }
        let longer = 4 * self.head.len();
        self.head = read(&mut self.file, 0, longer)?;
        Ok(true)
    }
}

fn read(file: &mut File, from: u64, length: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut part = Vec::with_capacity(length);
    file.take(length as u64).read_to_end(&mut part)?;
    Ok(part)
}

fn whole_lines(part: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', part).map_or(&[], |feed| &part[feed + 1..])
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
