//! Source: the entries of a log, from the CLI's file, or from its frames if the file is elsewhere.

use std::collections::{HashSet, VecDeque};
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use claude_transcripts::{Line, LineKind, Lines};
use claude_types::frame_type;
use uuid::Uuid;

use crate::ports::Entry;

/// How many entries are read at once.
const CHUNK_ENTRIES: usize = 500;
/// How many bytes are read at once.
const CHUNK_BYTES: usize = 1 << 20;

/// Where the entries of a log come from.
#[derive(Debug)]
pub(super) enum Source {
    File(FileSource),
    /// The file is on another machine. What is not stored yet.
    Frames(VecDeque<Entry>),
}

/// A file that is read from its beginning on, while the CLI appends to it.
#[derive(Debug)]
pub(super) struct FileSource {
    path: PathBuf,
    /// The end of what was read.
    offset: u64,
    /// How many entries were read.
    index: u64,
    /// The UUIDs of the lines that were read, to see whether one is missing.
    uuids: HashSet<Uuid>,
}

/// The next entries of a file.
#[derive(Debug)]
pub(super) struct Chunk {
    /// The position of the first.
    pub(super) at: u64,
    pub(super) entries: Vec<Entry>,
    /// Whether these are the last ones for now.
    pub(super) is_last: bool,
    /// Whether an entry follows one that was never written.
    pub(super) has_lost: bool,
}

impl FileSource {
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_path_buf(), offset: 0, index: 0, uuids: HashSet::new() }
    }

    /// Goes back to the beginning of the file.
    pub(super) fn rewind(&mut self) {
        *self = Self::new(&self.path);
    }

    /// Reads the next entries. Those before the position `from` are only counted, all but the one
    /// directly before it.
    pub(super) fn read(&mut self, from: u64) -> io::Result<Chunk> {
        let mut file = File::open(&self.path)?;
        if file.metadata()?.len() < self.offset {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the file has become shorter"));
        }
        file.seek(SeekFrom::Start(self.offset))?;
        let begin = self.offset;
        let mut lines = Lines::new(file);
        let mut chunk =
            Chunk { at: self.index, entries: Vec::new(), is_last: true, has_lost: false };
        let mut size = 0;
        while let Some(line) = lines.next()? {
            if line.kind == LineKind::Torn {
                // The CLI may be writing it. It is read again when it is whole.
                break;
            }
            for entry in entries(&line) {
                chunk.has_lost |= self.is_lost(&entry);
                self.uuids.extend(entry.uuid());
                self.index += 1;
                if self.index < from {
                    chunk.at = self.index;
                    continue;
                }
                size += entry.bytes().len();
                chunk.entries.push(entry);
            }
            self.offset = begin + line.place.offset + line.place.length;
            if chunk.entries.len() >= CHUNK_ENTRIES || size >= CHUNK_BYTES {
                chunk.is_last = false;
                break;
            }
        }
        Ok(chunk)
    }

    /// Returns whether the entry follows one that is not in the file. The first one may: a fork or a
    /// side conversation begins in the middle of another file.
    fn is_lost(&self, entry: &Entry) -> bool {
        let parent = if self.uuids.is_empty() { None } else { entry.parent() };
        parent.is_some_and(|parent| !self.uuids.contains(&parent))
    }
}

/// Returns the entries of a line: none for a damaged one, and several if a CLI joined two.
fn entries(line: &Line<'_>) -> Vec<Entry> {
    if !matches!(line.kind, LineKind::Object | LineKind::Other) {
        return Vec::new();
    }
    let is_mirrored =
        |object: &[u8]| frame_type(object).is_none_or(|kind| !kind.starts_with("api-request"));
    let entry = |object: &[u8]| Entry::new(Bytes::copy_from_slice(object)).ok();
    if !is_mirrored(line.bytes) {
        return Vec::new();
    }
    match entry(line.bytes) {
        Some(entry) => vec![entry],
        None => {
            let objects = line.objects().map(|(_, object)| object);
            objects.filter(|object| is_mirrored(object)).filter_map(entry).collect()
        }
    }
}
