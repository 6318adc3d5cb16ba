//! Point: where a fork ends, and how it is made.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use claude_types::{MessageUuid, SessionId};
use uuid::Uuid;

use super::cut::{Cut, cut};
use super::notes::{Ending, Notes};
use super::rewrite::Rewrite;
use super::rows::{Rows, each_object};
use crate::edit::now;
use crate::error::{Error, Result};
use crate::files::Draft;
use crate::lines::Lines;
use crate::transcript::Transcript;

/// Where a fork ends.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{ForkPoint, Home};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// let first = transcript.conversation()?.messages().next().transpose()?;
/// if let Some(uuid) = first.as_ref().and_then(|message| message.uuid()) {
///     let fork = transcript.fork(ForkPoint::Message(uuid.clone()), Some("from the first prompt"))?;
///     println!("{}", fork.session_id()?);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ForkPoint {
    /// With the last message.
    End,
    /// With this message. The lines behind it in the file are left out.
    ///
    /// The summary of a compaction: without the messages that the compaction kept behind it. The mark
    /// of a compaction: with the last message before it.
    Message(MessageUuid),
}

impl Transcript {
    /// Makes a new session of this one's messages, in the same project. It can be resumed, and this
    /// session is not changed; a running CLI may have it open.
    ///
    /// Each message has a new ID, and the field `forkedFrom` names the old one. Abandoned branches are
    /// copied, too. Left out are messages of subagents, the CLI's records of its requests, progress, and
    /// the history of changed files: a fork cannot undo changes of this session. Files of this session
    /// that messages name, such as large results of tools, are not copied: deleting this session
    /// deletes them.
    ///
    /// Without a title, or with a blank one, it is that of this session and ` (fork)`.
    ///
    /// The file has the mode 0600. It gets its name when it is whole: after a crash, there is a whole
    /// fork or none. The memory needed is some 200 bytes for each message.
    ///
    /// # Errors
    ///
    /// - [`Error::NoMessage`] if there is no message, or not the one of the fork point.
    /// - [`Error::InvalidId`] if the name of the file is not a session ID.
    /// - [`Error::NotFound`] if there is no file.
    /// - [`Error::Io`] if it cannot be read, or the fork cannot be written.
    pub fn fork(&self, at: ForkPoint, title: Option<&str>) -> Result<Self> {
        let id = self.session_id()?;
        let point = match &at {
            ForkPoint::End => None,
            ForkPoint::Message(uuid) => Some(uuid),
        };
        let failed = |error| Error::io(self.path(), error);
        let file = match File::open(self.path()) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(Error::NotFound { id });
            }
            Err(error) => return Err(failed(error)),
        };
        let mut notes = Notes::of(&id);
        let rows = Rows::read(Lines::new(file), &mut notes).map_err(failed)?;
        let missing = || Error::NoMessage { id: id.clone(), message: point.cloned() };
        let cut = cut(&rows, point.map(MessageUuid::as_str)).ok_or_else(missing)?;
        let is_written = |at: &usize| cut.has(*at) && !rows.rows[*at].is_progress();
        let Some(last) = (0..cut.length).rev().find(is_written) else {
            return Err(Error::NoMessage { id, message: None });
        };

        let new_id = SessionId::from(Uuid::new_v4().to_string());
        let path = self.path().with_file_name(format!("{new_id}.jsonl"));
        let title = self.fork_title(title, &notes)?;
        let ending = Ending { id: &new_id, now: &now(), title: &title };
        let rewrite = Rewrite::new(&rows, &cut, &id, &new_id);
        let write = || {
            let mut draft = Draft::of(path.clone())?;
            let mut out = BufWriter::new(&mut draft);
            notes.write_beginning(&ending, &mut out)?;
            let copied = copy(self, &rows, &cut, &rewrite, (last, ending.now), &mut out)?;
            notes.write_end(&ending, &mut out)?;
            out.flush()?;
            drop(out);
            if copied { draft.publish().map(|()| true) } else { Ok(false) }
        };
        match write() {
            Ok(true) => Ok(Self::at(path)),
            Ok(false) => Err(failed(io::Error::other("the file was changed while it was read"))),
            Err(error) => Err(Error::io(&path, error)),
        }
    }

    fn fork_title(&self, given: Option<&str>, notes: &Notes) -> Result<String> {
        let given = given.map(crate::edit::trimmed).filter(|title| !title.is_empty());
        if let Some(given) = given {
            return Ok(given.to_owned());
        }
        let info = self.info()?;
        let (title, prompt) = info.map(|it| (it.custom_title, it.first_prompt)).unwrap_or_default();
        let own = title.or_else(|| notes.ai_title.clone()).or(prompt);
        Ok(format!("{} (fork)", own.as_deref().unwrap_or("Forked session")))
    }
}

/// Writes the rows of a cut with their new IDs. Returns whether all were found. The last one is of now,
/// because a resumed CLI goes on from the latest message.
fn copy(
    from: &Transcript,
    rows: &Rows,
    cut: &Cut,
    rewrite: &Rewrite<'_>,
    (last, now): (usize, &str),
    out: &mut impl Write,
) -> io::Result<bool> {
    let mut next = 0;
    each_object(Lines::new(File::open(from.path())?), |place, object| {
        let row = rows.rows[..cut.length].get(next);
        let Some(row) = row.filter(|row| row.place == place) else { return Ok(()) };
        if cut.has(next) && !row.is_progress() {
            out.write_all(&rewrite.line(object, (next == last).then_some(now))?)?;
        }
        next += 1;
        Ok(())
    })?;
    Ok(next == cut.length)
}
