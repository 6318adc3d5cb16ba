//! Reader: splits a session file into its lines, also into those that are damaged.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use claude_types::{LinePart, TranscriptLine, line_parts};
use memchr::memchr;
use serde::de::IgnoredAny;

use crate::error::{Error, Result};

/// How much is read at once, in bytes.
const BLOCK: usize = 256 << 10;

/// The longest line that is read, in bytes. A longer one is skipped.
const LONGEST: usize = 64 << 20;

/// Where something is in a file, in bytes.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{LineKind, Lines};
///
/// let file = b"{\"type\":\"mode\"}\nnot JSON\n";
/// let mut lines = Lines::new(&file[..]);
/// lines.next()?;
/// let line = lines.next()?.unwrap();
/// assert_eq!((line.kind, line.place.offset, line.place.length), (LineKind::Other, 16, 8));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Place {
    /// Its first byte.
    pub offset: u64,
    /// Its length, without the line feed.
    pub length: u64,
}

/// What a line is, as far as its first and last bytes show.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{LineKind, Lines};
///
/// let file = b"{\"type\":\"mode\"}\nnot JSON\n";
/// let mut lines = Lines::new(&file[..]);
/// lines.next()?;
/// let line = lines.next()?.unwrap();
/// assert_eq!((line.kind, line.place.offset, line.place.length), (LineKind::Other, 16, 8));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineKind {
    /// It begins with `{` and ends with `}`. Only decoding shows whether it is one JSON object.
    Object,
    /// The end of a file that is not a whole JSON object. A CLI may be writing it, or was killed.
    Torn,
    /// Zero bytes, as a crash of the machine leaves them. They have no line feed.
    Zeros,
    /// It is longer than 64 MiB, and was skipped.
    TooLong,
    /// Anything else.
    Other,
}

/// A line of a session file.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{LineKind, Lines};
///
/// let file = b"{\"type\":\"mode\"}\nnot JSON\n";
/// let mut lines = Lines::new(&file[..]);
/// lines.next()?;
/// let line = lines.next()?.unwrap();
/// assert_eq!((line.kind, line.place.offset, line.place.length), (LineKind::Other, 16, 8));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Line<'r> {
    /// What it is.
    pub kind: LineKind,
    /// Where it is.
    pub place: Place,
    /// Its number, from 1 on. Empty lines count. Zero bytes and the rest of their line share it.
    pub number: u64,
    /// Its bytes, without the line feed. Empty for [`LineKind::Zeros`] and [`LineKind::TooLong`].
    pub bytes: &'r [u8],
}

impl<'r> Line<'r> {
    /// Decodes the line. `None` if it is not a JSON object.
    #[must_use]
    pub fn decode(&self) -> Option<TranscriptLine> {
        TranscriptLine::decode(self.bytes).ok()
    }

    /// Returns the JSON objects with a `type` in the line, with their places. Older CLIs wrote two on
    /// one line.
    pub fn objects(&self) -> impl Iterator<Item = (Place, &'r [u8])> {
        let (start, bytes) = (self.place.offset, self.bytes);
        line_parts(bytes).filter_map(move |part| match part {
            LinePart::Frame(object) => {
                let at = object.as_ptr().addr() - bytes.as_ptr().addr();
                Some((Place { offset: start + at as u64, length: object.len() as u64 }, object))
            }
            LinePart::Noise(_) => None,
        })
    }
}

/// Reads the lines of a session file, in blocks of 256 KiB. At most one line is in memory.
///
/// Empty lines are left out. Reading goes on behind a damaged line.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{LineKind, Lines};
///
/// let file = b"{\"type\":\"mode\"}\n\0\0{\"type\":\"tag\"}\n{\"type\":\"us";
/// let mut lines = Lines::new(&file[..]);
/// let mut kinds = Vec::new();
/// while let Some(line) = lines.next()? {
///     kinds.push((line.kind, line.place.offset));
/// }
/// assert_eq!(
///     kinds,
///     [(LineKind::Object, 0), (LineKind::Zeros, 16), (LineKind::Object, 18), (LineKind::Torn, 33)]
/// );
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Lines<R> {
    source: R,
    buffer: Vec<u8>,
    /// The bytes of `buffer` that are read and not returned yet.
    begin: usize,
    end: usize,
    /// How many of them contain no line feed.
    searched: usize,
    /// The place of `begin` in the file.
    offset: u64,
    /// How many line feeds are before it.
    feeds: u64,
    has_ended: bool,
}

/// A part of the buffer that is the next line.
struct Found {
    kind: LineKind,
    length: usize,
    /// The line with its line feed.
    whole: usize,
}

impl Lines<File> {
    /// Opens a session file.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if it cannot be opened.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        Ok(Self::new(File::open(path).map_err(|error| Error::io(path, error))?))
    }
}

impl<R: Read> Lines<R> {
    /// Reads from the beginning of a session file.
    pub fn new(source: R) -> Self {
        Self {
            source,
            buffer: vec![0; BLOCK],
            begin: 0,
            end: 0,
            searched: 0,
            offset: 0,
            feeds: 0,
            has_ended: false,
        }
    }

    /// Returns the next line. `None` at the end of the file.
    ///
    /// # Errors
    ///
    /// The error of the source.
    #[expect(clippy::should_implement_trait, reason = "a line borrows the buffer")]
    pub fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            let Some(found) = self.find()? else { return Ok(None) };
            let (begin, offset, number) = (self.begin, self.offset, self.feeds + 1);
            let skipped = found.kind == LineKind::TooLong;
            if !skipped {
                self.feeds += u64::from(self.buffer[begin + found.whole - 1] == b'\n');
                self.consume(found.whole);
            }
            let length = found.length;
            if length == 0 {
                continue;
            }
            let place = Place { offset, length: length as u64 };
            let has_bytes = !skipped && found.kind != LineKind::Zeros;
            if skipped {
                let place = Place { offset, length: self.skip(length)? };
                return Ok(Some(Line { kind: LineKind::TooLong, place, number, bytes: &[] }));
            }
            let bytes = if has_bytes { &self.buffer[begin..begin + length] } else { &[][..] };
            return Ok(Some(Line { kind: found.kind, place, number, bytes }));
        }
    }

    fn find(&mut self) -> io::Result<Option<Found>> {
        loop {
            let unread = &self.buffer[self.begin..self.end];
            if unread.first() == Some(&0) {
                let zeros = unread.iter().take_while(|byte| **byte == 0).count();
                return Ok(Some(Found { kind: LineKind::Zeros, length: zeros, whole: zeros }));
            }
            if let Some(at) = memchr(b'\n', &unread[self.searched..]) {
                let whole = self.searched + at + 1;
                let line = without_return(&unread[..whole - 1]);
                let kind = if is_object(line) { LineKind::Object } else { LineKind::Other };
                return Ok(Some(Found { kind, length: line.len(), whole }));
            }
            self.searched = unread.len();
            if self.has_ended {
                if unread.is_empty() {
                    return Ok(None);
                }
                let is_whole = || serde_json::from_slice::<IgnoredAny>(unread).is_ok();
                let is_object = is_object(unread) && is_whole();
                let kind = if is_object { LineKind::Object } else { LineKind::Torn };
                return Ok(Some(Found { kind, length: unread.len(), whole: unread.len() }));
            }
            if unread.len() > LONGEST {
                return Ok(Some(Found { kind: LineKind::TooLong, length: unread.len(), whole: 0 }));
            }
            self.fill()?;
        }
    }

    /// Passes over the rest of a line of which `length` bytes are in the buffer. Returns its length.
    fn skip(&mut self, length: usize) -> io::Result<u64> {
        let mut skipped = length as u64;
        self.consume(length);
        loop {
            let unread = &self.buffer[self.begin..self.end];
            match memchr(b'\n', unread) {
                Some(at) => {
                    self.feeds += 1;
                    self.consume(at + 1);
                    return Ok(skipped + at as u64);
                }
                None => {
                    skipped += unread.len() as u64;
                    self.consume(unread.len());
                    if self.has_ended {
                        return Ok(skipped);
                    }
                    self.fill()?;
                }
            }
        }
    }

    fn consume(&mut self, bytes: usize) {
        self.begin += bytes;
        self.offset += bytes as u64;
        self.searched = 0;
        if self.begin == self.end {
            (self.begin, self.end) = (0, 0);
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.begin > 0 {
            self.buffer.copy_within(self.begin..self.end, 0);
            (self.begin, self.end) = (0, self.end - self.begin);
        }
        // A long line has made the buffer long.
        if self.end == 0 && self.buffer.len() > 4 * BLOCK {
            self.buffer = vec![0; BLOCK];
        }
        if self.buffer.len() - self.end < BLOCK / 2 {
            self.buffer.resize(2 * self.buffer.len(), 0);
        }
        loop {
            match self.source.read(&mut self.buffer[self.end..]) {
                Ok(0) => self.has_ended = true,
                Ok(read) => self.end += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            return Ok(());
        }
    }
}

fn is_object(line: &[u8]) -> bool {
    line.first() == Some(&b'{') && line.last() == Some(&b'}')
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}
