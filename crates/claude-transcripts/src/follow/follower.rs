//! Following: the lines of a session file from its beginning on, and then those that are appended.

use std::collections::VecDeque;
use std::fs::{File, Metadata};
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::lines::{LineKind, Lines, Place};
use crate::transcript::Transcript;

/// How many lines are read at once.
const AT_ONCE: usize = 256;

/// What a [`Follower`] returns.
///
/// # Examples
///
/// ```
/// use claude_transcripts::FollowItem;
///
/// fn print(item: &FollowItem) {
///     match item {
///         FollowItem::Line { bytes, .. } => println!("{} bytes", bytes.len()),
///         FollowItem::Restarted => println!("another file: it is read from its beginning"),
///         FollowItem::Gone => println!("the file was deleted"),
///         _ => {}
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FollowItem {
    /// The next line.
    #[non_exhaustive]
    Line {
        /// What it is.
        kind: LineKind,
        /// Where it is.
        place: Place,
        /// Its bytes, without the line feed. Empty for [`LineKind::Zeros`] and [`LineKind::TooLong`].
        bytes: Vec<u8>,
    },
    /// The file was replaced or has become shorter: a repair, or a CLI that made it anew. The lines
    /// that follow are those of the new file, from its beginning on.
    Restarted,
    /// The file was deleted. It may come again.
    Gone,
}

/// Follows a session file while a CLI appends to it: [`Transcript::follow`].
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
///
/// use claude_transcripts::{FollowItem, Home};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// let mut follower = transcript.follow();
/// loop {
///     while let Some(item) = follower.next()? {
///         if let FollowItem::Line { place, .. } = item {
///             println!("a line at {}", place.offset);
///         }
///     }
///     std::thread::sleep(Duration::from_millis(100));
/// }
/// # }
/// ```
#[derive(Debug)]
pub struct Follower {
    path: PathBuf,
    /// Which file was read last. `None` if there was none.
    file: Option<Identity>,
    /// The end of what was read of it.
    offset: u64,
    read: VecDeque<FollowItem>,
}

/// What tells one file from another of the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity(u64, u64);

impl Transcript {
    /// Follows the file: the lines that it has, and then those that are appended. Nothing is read yet.
    #[must_use]
    pub fn follow(&self) -> Follower {
        let path = self.path().to_path_buf();
        Follower { path, file: None, offset: 0, read: VecDeque::new() }
    }
}

impl Follower {
    /// Returns what comes next. `None` if there is nothing now: call it again later. It never waits.
    ///
    /// Each line is returned once, and only when it is whole. Empty lines are left out.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file cannot be read. It can be called again.
    #[expect(clippy::should_implement_trait, reason = "an iterator would seem to end")]
    pub fn next(&mut self) -> Result<Option<FollowItem>> {
        if self.read.is_empty() {
            self.fill().map_err(|error| Error::io(&self.path, error))?;
        }
        Ok(self.read.pop_front())
    }

    fn fill(&mut self) -> io::Result<()> {
        let Some((mut file, about)) = open(&self.path)? else {
            if self.file.take().is_some() {
                self.offset = 0;
                self.read.push_back(FollowItem::Gone);
            }
            return Ok(());
        };
        let identity = Identity::of(&about);
        if let Some(before) = self.file.replace(identity)
            && (before != identity || about.len() < self.offset)
        {
            self.offset = 0;
            self.read.push_back(FollowItem::Restarted);
        }
        if about.len() == self.offset {
            return Ok(());
        }
        let begin = file.seek(SeekFrom::Start(self.offset))?;
        let mut lines = Lines::new(file);
        while self.read.len() < AT_ONCE
            && let Some(line) = lines.next()?
        {
            if line.kind == LineKind::Torn {
                // A CLI is writing it, or was killed: then the next CLI ends it with a line feed.
                break;
            }
            let place = Place { offset: begin + line.place.offset, length: line.place.length };
            self.offset = place.offset + place.length;
            let bytes = line.bytes.to_vec();
            self.read.push_back(FollowItem::Line { kind: line.kind, place, bytes });
        }
        Ok(())
    }
}

/// Opens a regular file. `None` if there is none.
fn open(path: &Path) -> io::Result<Option<(File, Metadata)>> {
    let is_none = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    // Looks before it opens: the open of a pipe would wait for a writer.
    let file = match path.metadata() {
        Ok(about) if !about.is_file() => return Ok(None),
        Ok(_) => File::open(path),
        Err(error) => Err(error),
    };
    match file {
        Ok(file) => {
            let about = file.metadata()?;
            Ok(Some((file, about)))
        }
        Err(error) if is_none(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Identity {
    #[cfg(unix)]
    fn of(about: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(about.dev(), about.ino())
    }

    /// The time at which the file was made, as there is no number of a file without `unsafe`.
    #[cfg(not(unix))]
    fn of(about: &Metadata) -> Self {
        let made = about.created().ok();
        let made = made.and_then(|made| made.duration_since(std::time::UNIX_EPOCH).ok());
        let made = made.unwrap_or_default();
        Self(made.as_secs(), u64::from(made.subsec_nanos()))
    }
}
