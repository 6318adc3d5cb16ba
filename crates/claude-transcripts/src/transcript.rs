//! Transcript: a session file, its subagents, and what can be read of them.

use std::fs::File;
use std::path::{Path, PathBuf};

use claude_types::{AgentId, SessionId, SubagentMeta};

use crate::conversation::Conversation;
use crate::error::{Error, Result};
use crate::folders::{Home, entries};
use crate::lines::Lines;
use crate::list::{SessionInfo, describe, id_of};

/// How deep folders of subagents are searched.
const DEPTH: usize = 16;

/// The file of a session.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Home;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// println!("{} messages", transcript.conversation()?.messages().len());
/// for subagent in transcript.subagents()? {
///     println!("{}", subagent.agent_id);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transcript {
    path: PathBuf,
}

impl Home {
    /// Opens the file of a session. Nothing is read yet.
    ///
    /// # Errors
    ///
    /// As for [`Home::locate`].
    pub fn open(&self, id: &SessionId) -> Result<Transcript> {
        self.locate(id).map(Transcript::at)
    }
}

impl Transcript {
    /// Returns the session file at this path, wherever it is.
    #[must_use]
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Returns its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the ID of the session: the name of the file.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidId`] if the name is not `UUID.jsonl`.
    pub fn session_id(&self) -> Result<SessionId> {
        let name = || self.path.file_stem().unwrap_or_default().to_string_lossy();
        id_of(&self.path).ok_or_else(|| Error::InvalidId { id: (&*name()).into() })
    }

    /// Returns the folder of what belongs to the session, such as its subagents. It may not exist.
    pub(crate) fn folder(&self) -> PathBuf {
        self.path.with_extension("")
    }

    /// Returns the lines of the file, in its order.
    ///
    /// # Errors
    ///
    /// [`Error::Io`](crate::Error::Io) if the file cannot be opened.
    pub fn lines(&self) -> Result<Lines<File>> {
        Lines::open(&self.path)
    }

    /// Reads the conversation.
    ///
    /// # Errors
    ///
    /// As for [`Conversation::open`].
    pub fn conversation(&self) -> Result<Conversation> {
        Conversation::open(&self.path)
    }

    /// Reads what a list of sessions shows of it. `None` for a file that lists leave out: it is empty,
    /// its name is no session ID, it is of a subagent, or it has neither a title nor a prompt.
    ///
    /// # Errors
    ///
    /// [`Error::Io`](crate::Error::Io) if the file cannot be read.
    pub fn info(&self) -> Result<Option<SessionInfo>> {
        describe(&self.path)
    }

    /// Finds the files of its subagents, sorted by their IDs. Empty if it had none.
    ///
    /// # Errors
    ///
    /// [`Error::Io`](crate::Error::Io) if a folder cannot be read.
    pub fn subagents(&self) -> Result<Vec<Subagent>> {
        let mut found = Vec::new();
        collect(&self.folder().join("subagents"), DEPTH, &mut found)?;
        found.sort_by(|one, other| one.agent_id.as_str().cmp(other.agent_id.as_str()));
        Ok(found)
    }
}

/// The file of a subagent.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Transcript;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Transcript::at("/backup/4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
/// for subagent in transcript.subagents()? {
///     println!("{}: {} messages", subagent.agent_id, subagent.conversation()?.messages().len());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Subagent {
    /// Its ID.
    pub agent_id: AgentId,
    /// What the CLI noted about it. `None` if the file beside it is missing or cannot be read.
    pub meta: Option<SubagentMeta>,
    /// Its file.
    pub path: PathBuf,
}

impl Subagent {
    /// Reads its conversation.
    ///
    /// # Errors
    ///
    /// As for [`Conversation::open`].
    pub fn conversation(&self) -> Result<Conversation> {
        Conversation::open(&self.path)
    }
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<Subagent>) -> Result<()> {
    for entry in entries(folder)? {
        let path = entry.path();
        // A link may lead out of the folder, or form a cycle.
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && depth > 0 {
            collect(&path, depth - 1, found)?;
        } else if kind.is_file()
            && let Some(agent_id) = agent_id(&path)
        {
            let meta = std::fs::read(path.with_extension("meta.json")).ok();
            let meta = meta.and_then(|meta| claude_types::decode("subagent", &meta).ok());
            found.push(Subagent { agent_id, meta, path });
        }
    }
    Ok(())
}

/// Returns the ID in the name `agent-ID.jsonl`.
fn agent_id(path: &Path) -> Option<AgentId> {
    let name = path.file_name()?.to_str()?;
    let id = name.strip_prefix("agent-")?.strip_suffix(".jsonl")?;
    (!id.is_empty()).then(|| id.into())
}
