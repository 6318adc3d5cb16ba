//! Search: the messages that contain a text.

use std::fs::File;
use std::path::{Path, PathBuf};

use memchr::memmem::Finder;

use crate::conversation::StoredMessage;
use crate::error::{Error, Result};
use crate::folders::{Home, Scope};
use crate::lines::{Line, LineKind, Lines, Tags};
use crate::list::newest_first;

/// A message that contains the text.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Scope};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let mut hits = Home::find()?.search("deadline", &Scope::everywhere())?;
/// if let Some(hit) = hits.next() {
///     println!("{}", hit?.path.display());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Hit {
    /// The session file.
    pub path: PathBuf,
    /// The message. It may be on a branch that the conversation does not follow.
    pub message: StoredMessage,
}

/// The messages that contain a text, found while they are asked for.
///
/// The text may be in a prompt, in an answer, or in the input or output of a tool. Letters must be
/// equal in their case. The session that was written last comes first; the messages of a session are
/// in the order of its file. A file that cannot be read is an error, and the next one follows.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Scope};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// for hit in Home::find()?.search("deadline", &Scope::directory("/home/me/app"))?.take(20) {
///     let hit = hit?;
///     println!("{}: {}", hit.path.display(), hit.message.text());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Hits {
    finder: Finder<'static>,
    files: std::vec::IntoIter<PathBuf>,
    open: Option<(PathBuf, Lines<File>)>,
}

impl Home {
    /// Searches the sessions of a scope for a text. An empty text is in every message.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if a folder cannot be read.
    pub fn search(&self, text: &str, scope: &Scope) -> Result<Hits> {
        // As it is written in JSON: the CLI escapes what must be escaped, and nothing else.
        let written = serde_json::Value::from(text).to_string();
        let finder = Finder::new(&written.as_bytes()[1..written.len() - 1]).into_owned();
        Ok(Hits { finder, files: newest_first(self, scope)?.into_iter(), open: None })
    }
}

impl Iterator for Hits {
    type Item = Result<Hit>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some((path, mut lines)) = self.open.take() else {
                let path = self.files.next()?;
                match Lines::open(&path) {
                    Ok(lines) => self.open = Some((path, lines)),
                    // It was deleted since.
                    Err(_) if !path.exists() => {}
                    Err(error) => return Some(Err(error)),
                }
                continue;
            };
            match next_hit(&self.finder, &path, &mut lines) {
                Ok(Some(hit)) => {
                    self.open = Some((path, lines));
                    return Some(Ok(hit));
                }
                Ok(None) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

fn next_hit(finder: &Finder<'_>, path: &Path, lines: &mut Lines<File>) -> Result<Option<Hit>> {
    while let Some(line) = lines.next().map_err(|error| Error::io(path, error))? {
        if line.kind == LineKind::Object
            && finder.find(line.bytes).is_some()
            && contains(finder, &line)
            && let Some(decoded) = line.decode()
        {
            let message = StoredMessage { line: decoded, place: line.place };
            return Ok(Some(Hit { path: path.to_path_buf(), message }));
        }
    }
    Ok(None)
}

/// Returns whether the message of a line contains the text, and not another field of it.
fn contains(finder: &Finder<'_>, line: &Line<'_>) -> bool {
    let Some(tags) = Tags::read(line.bytes) else { return false };
    let is_message = matches!(tags.kind.as_deref(), Some("user" | "assistant"));
    let message = tags.message.filter(|_| is_message && !tags.meta);
    message.is_some_and(|message| finder.find(message.get().as_bytes()).is_some())
}
