//! Conversation: the messages of a session in their order, and the branches that were left.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use claude_types::{ContentBlock, MessageUuid, TranscriptLine};

use super::chain::{leaves, path, visible, with_parallel_calls};
use super::counts::counts;
use super::index::Index;
use crate::error::{Error, Result};
use crate::lines::{Lines, Place};

/// The conversation in a session file.
///
/// One pass over the file keeps 64 bytes for each line; the messages are read from the file when they
/// are asked for. They are those that a resumed CLI sends to the model, also of most damaged files: of a line
/// with two objects only the first, of lines with one ID the last, and where a line is lost, the
/// latest one before it. What the CLI appends afterwards is not seen: open the file again.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Home;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let path = Home::find()?.locate(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// let conversation = claude_transcripts::Conversation::open(path)?;
/// for message in conversation.messages() {
///     println!("{}", message?.text());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Conversation {
    path: PathBuf,
    file: File,
    index: Index,
    leaf: Option<u32>,
    leaves: Vec<u32>,
}

/// A branch that the conversation does not follow.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{BranchReason, Transcript};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let conversation = Transcript::at("/backup/4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl").conversation()?;
/// for branch in conversation.branches() {
///     if branch.reason == BranchReason::Abandoned {
///         println!("{} messages are on another branch", branch.messages);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Branch {
    /// Why it is not followed.
    pub reason: BranchReason,
    /// How many messages it has that the conversation does not have.
    pub messages: usize,
    leaf: u32,
}

/// Why a branch is not followed.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{BranchReason, Transcript};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let conversation = Transcript::at("/backup/4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl").conversation()?;
/// for branch in conversation.branches() {
///     if branch.reason == BranchReason::Abandoned {
///         println!("{} messages are on another branch", branch.messages);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BranchReason {
    /// Another branch ends later in the file: a retry, a rewind, or a second CLI on the session.
    Abandoned,
    /// It is of a subagent. CLIs of today keep these in files of their own.
    Subagent,
}

impl Conversation {
    /// Reads the file of a session or of a subagent. Damaged lines are passed over.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file cannot be read. An empty file is an empty conversation.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self> {
        let path = path.into();
        let failed = |error| Error::io(&path, error);
        let file = File::open(&path).map_err(failed)?;
        let index = Index::read(Lines::new(&file)).map_err(failed)?;
        let leaves = leaves(&index.nodes);
        Ok(Self { path, file, index, leaf: leaves.main, leaves: leaves.all })
    }

    /// Returns the path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the messages since the last compaction, which begin with its summary: prompts, results
    /// of tools and answers, and those of parallel tool calls. Context that the CLI added itself is
    /// left out.
    #[must_use]
    pub fn messages(&self) -> Messages<'_> {
        self.select(self.leaf, false, false)
    }

    /// Returns the messages of [`Conversation::messages`], and the CLI's system messages among them.
    #[must_use]
    pub fn messages_and_notices(&self) -> Messages<'_> {
        self.select(self.leaf, false, true)
    }

    /// Returns the messages from the beginning on, across all compactions.
    #[must_use]
    pub fn messages_across_compactions(&self) -> Messages<'_> {
        self.select(self.leaf, true, false)
    }

    /// Returns the ID of the last message. `None` if there is no message.
    ///
    /// # Errors
    ///
    /// As for [`Messages`].
    pub fn last_message(&self) -> Result<Option<MessageUuid>> {
        let Some(leaf) = self.leaf else { return Ok(None) };
        let place = self.index.nodes[leaf as usize].place();
        Ok(self.read(place, &mut Block::default())?.uuid().cloned())
    }

    /// Returns the branches that the conversation does not follow, in the order of the file.
    #[must_use]
    pub fn branches(&self) -> Vec<Branch> {
        let own: HashSet<u32> = self.numbers(self.leaf, true, false).into_iter().collect();
        let beside: Vec<u32> =
            self.leaves.iter().copied().filter(|leaf| !own.contains(leaf)).collect();
        let counts = counts(&self.index, &own, &beside);
        let branch = |leaf: &u32| {
            let node = &self.index.nodes[*leaf as usize];
            let messages = counts.get(leaf).copied().unwrap_or_default();
            let reason = if node.marks.sidechain || node.marks.team {
                BranchReason::Subagent
            } else {
                BranchReason::Abandoned
            };
            (messages > 0).then_some(Branch { reason, messages, leaf: *leaf })
        };
        beside.iter().filter_map(branch).collect()
    }

    /// Returns all messages of a branch, with those that it shares with the conversation.
    #[must_use]
    pub fn messages_of(&self, branch: &Branch) -> Messages<'_> {
        // A branch of another conversation may name a node that this one does not have.
        let leaf = Some(branch.leaf).filter(|leaf| (*leaf as usize) < self.index.nodes.len());
        self.select(leaf, false, false)
    }

    fn select(&self, leaf: Option<u32>, across: bool, system: bool) -> Messages<'_> {
        let rest = self.numbers(leaf, across, system).into_iter();
        Messages { conversation: self, rest, block: Block::default() }
    }

    fn numbers(&self, leaf: Option<u32>, across: bool, system: bool) -> Vec<u32> {
        let Some(leaf) = leaf else { return Vec::new() };
        let path = with_parallel_calls(&self.index, path(&self.index, leaf, across));
        visible(&self.index.nodes, &path, system)
    }

    fn read(&self, place: Place, block: &mut Block) -> Result<StoredMessage> {
        let failed = |error| Error::io(&self.path, error);
        let line = block.line(&self.file, place).map_err(failed)?;
        let changed = || failed(io::Error::other("the file was changed while it was read"));
        let line = TranscriptLine::decode(line).map_err(|_| changed())?;
        Ok(StoredMessage { line, place })
    }
}

/// How much is read at once, in bytes, because messages mostly follow each other in the file.
const BLOCK: u64 = 128 << 10;

/// The part of the file that was read last.
#[derive(Debug, Clone, Default)]
struct Block {
    offset: u64,
    bytes: Vec<u8>,
}

impl Block {
    fn line(&mut self, mut file: &File, place: Place) -> io::Result<&[u8]> {
        let end = self.offset + self.bytes.len() as u64;
        if place.offset < self.offset || place.offset + place.length > end {
            self.bytes.clear();
            self.offset = place.offset;
            file.seek(SeekFrom::Start(place.offset))?;
            file.take(place.length.max(BLOCK)).read_to_end(&mut self.bytes)?;
        }
        let begin = usize::try_from(place.offset - self.offset).unwrap_or(usize::MAX);
        let rest = self.bytes.get(begin..).unwrap_or_default();
        let length = usize::try_from(place.length).unwrap_or(usize::MAX);
        rest.get(..length).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

/// The messages of a conversation, read one by one.
///
/// Passing over messages ([`Iterator::skip`], [`Iterator::nth`]) reads nothing.
///
/// # Errors
///
/// [`Error::Io`] if the file cannot be read any more, or was changed.
///
/// # Examples
///
/// ```
/// use claude_transcripts::Conversation;
///
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
/// # std::fs::write(&path, "{\"type\":\"user\",\"uuid\":\"a\",\"message\":{\"role\":\"user\",\"content\":\"Hi.\"}}\n").unwrap();
/// let conversation = Conversation::open(path)?;
/// let latest = conversation.messages().len().saturating_sub(20);
/// for message in conversation.messages().skip(latest) {
///     assert_eq!(message?.text(), "Hi.");
/// }
/// # Ok::<(), claude_transcripts::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Messages<'c> {
    conversation: &'c Conversation,
    rest: std::vec::IntoIter<u32>,
    block: Block,
}

impl Iterator for Messages<'_> {
    type Item = Result<StoredMessage>;

    fn next(&mut self) -> Option<Self::Item> {
        self.nth(0)
    }

    fn nth(&mut self, passed: usize) -> Option<Self::Item> {
        let number = self.rest.nth(passed)?;
        let place = self.conversation.index.nodes[number as usize].place();
        Some(self.conversation.read(place, &mut self.block))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl ExactSizeIterator for Messages<'_> {}

/// A message as the session file has it.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Transcript;
/// use claude_types::TranscriptLine;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let conversation = Transcript::at("/backup/4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl").conversation()?;
/// for message in conversation.messages() {
///     match message?.line {
///         TranscriptLine::User(line) => println!("> {}", line.message.content.text()),
///         TranscriptLine::Assistant(line) => println!("{} blocks", line.message.content.len()),
///         _ => {}
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct StoredMessage {
    /// The line: a [`TranscriptLine::User`], [`TranscriptLine::Assistant`] or
    /// [`TranscriptLine::System`], or [`TranscriptLine::Undecoded`] if a required field is missing.
    pub line: TranscriptLine,
    /// Where it is in the file.
    pub place: Place,
}

impl StoredMessage {
    /// Returns its ID.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        match &self.line {
            TranscriptLine::User(line) => line.uuid.as_ref(),
            TranscriptLine::Assistant(line) => line.uuid.as_ref(),
            TranscriptLine::System(line) => line.uuid(),
            _ => None,
        }
    }

    /// Returns its text: of a prompt, or the text blocks of an answer, one behind another. Empty for
    /// tool calls, results of tools and notices.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.line {
            TranscriptLine::User(line) => line.message.content.text().into_owned(),
            TranscriptLine::Assistant(line) => {
                line.message.content.iter().filter_map(ContentBlock::as_text).collect()
            }
            _ => String::new(),
        }
    }
}
