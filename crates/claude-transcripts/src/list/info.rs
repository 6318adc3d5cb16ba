//! Info: what a list of sessions shows of one.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use claude_types::{SessionId, frame_type};
use serde::{Deserialize, Serialize};

use super::first_prompt::FirstPrompt;
use super::notes::Notes;
use super::window::{Window, first_text, last_text};
use crate::conversation::millis;
use crate::error::{Error, Result};
use crate::lines::Tags;

/// A session, as a list shows it.
///
/// It is read from both ends of the file, 64 KiB each, and a little more if these do not contain the
/// first prompt or a title.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Transcript;
///
/// let transcript = Transcript::at("/backup/4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
/// if let Some(session) = transcript.info()? {
///     println!("{}: {}", session.session_id, session.summary);
/// }
/// # Ok::<(), claude_transcripts::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SessionInfo {
    /// The ID of the session: the name of its file.
    pub session_id: SessionId,
    /// Its file.
    pub path: PathBuf,
    /// What names it best: the title that a person gave it, else the one of a model, else the last
    /// prompt, else the summary of an older CLI, else the first prompt.
    pub summary: String,
    /// When the file was last written.
    pub last_modified: SystemTime,
    /// The size of the file, in bytes.
    pub size: u64,
    /// The title that a person or a program gave it.
    pub custom_title: Option<String>,
    /// The first prompt, at most 200 characters in one line. If there are only commands, the first.
    pub first_prompt: Option<String>,
    /// The git branch at its end.
    pub git_branch: Option<String>,
    /// The working directory at its beginning.
    pub cwd: Option<PathBuf>,
    /// Its tag.
    pub tag: Option<String>,
    /// When it began.
    pub created_at: Option<SystemTime>,
    /// Whether it is archived. `None` if it never was. A later prompt takes it back.
    pub archived: Option<bool>,
    /// The program that started the CLI, such as `sdk-rust` or `cli`.
    pub entrypoint: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TitleFile {
    custom_title: String,
}

#[derive(Deserialize)]
struct Archived {
    archived: bool,
    at: Option<String>,
}

/// Reads what a list shows of a session file. `None` if a list leaves it out.
pub(crate) fn describe(path: &Path) -> Result<Option<SessionInfo>> {
    let Some(session_id) = id_of(path) else { return Ok(None) };
    let failed = |error| Error::io(path, error);
    // Looks before it opens: the open of a pipe would wait for a writer.
    let about = path.metadata().map_err(failed)?;
    if about.len() == 0 || !about.is_file() {
        return Ok(None);
    }
    let last_modified = about.modified().map_err(failed)?;
    let file = File::open(path).map_err(failed)?;
    let mut window = Window::read(file, about.len()).map_err(failed)?;
    if is_sidechain(window.head()) {
        return Ok(None);
    }
    let first_prompt = first_prompt(&mut window).map_err(failed)?;
    let sidecar = |name: &str| std::fs::read(path.with_extension("").join(name)).ok();
    let notes = notes(&mut window).map_err(failed)?;
    let custom_title = notes.custom_title.or_else(|| {
        let title = serde_json::from_slice::<TitleFile>(&sidecar("custom-title.json")?).ok()?;
        Some(title.custom_title)
    });
    let custom_title = custom_title.filter(|text| is_text(text));
    let summary = custom_title
        .clone()
        .or_else(|| notes.ai_title.filter(|text| is_text(text)))
        .or_else(|| notes.last_prompt.filter(|text| is_text(text)))
        .or_else(|| notes.summary.filter(|text| is_text(text)))
        .or_else(|| first_prompt.clone());
    let Some(summary) = summary else { return Ok(None) };
    let tag = notes.tag.filter(|text| is_text(text));
    let (head, tail) = (window.head(), window.tail());
    let archived = sidecar("archived.json").and_then(|text| archived(&text, tail));
    Ok(Some(SessionInfo {
        session_id,
        path: path.to_path_buf(),
        summary,
        last_modified,
        size: about.len(),
        custom_title,
        first_prompt,
        git_branch: last_text(tail, "gitBranch")
            .or_else(|| last_text(head, "gitBranch"))
            .filter(|branch| !branch.is_empty()),
        cwd: first_text(head, "cwd").map(PathBuf::from),
        tag,
        created_at: first_text(head, "timestamp").as_deref().and_then(time),
        archived,
        entrypoint: first_text(head, "entrypoint"),
    }))
}

/// Returns the ID in the name of a file. `None` if it is not the file of a session.
pub(crate) fn id_of(path: &Path) -> Option<SessionId> {
    let id = path.file_name()?.to_str()?.strip_suffix(".jsonl")?;
    (id.len() == 36 && uuid::Uuid::try_parse(id).is_ok()).then(|| id.into())
}

fn lines(part: &[u8]) -> impl Iterator<Item = &[u8]> {
    part.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

fn is_sidechain(head: &[u8]) -> bool {
    lines(head).next().and_then(Tags::read).is_some_and(|tags| tags.sidechain)
}

/// Finds the latest notes: at the end, at last up to 1 MiB before it, and then at the beginning.
fn notes(window: &mut Window) -> std::io::Result<Notes> {
    let mut notes = Notes::default();
    notes.add(window.tail());
    if !window.is_whole() {
        if notes.custom_title.is_none() {
            window.longer_tail()?;
            notes.add(window.tail());
        }
        notes.add(window.head());
    }
    Ok(notes)
}

fn is_text(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Finds the first prompt, also if it ends behind the part that was read first.
fn first_prompt(window: &mut Window) -> std::io::Result<Option<String>> {
    loop {
        let mut first = FirstPrompt::default();
        for line in lines(window.head()) {
            first.add(line);
            if first.is_found() {
                return Ok(first.finish());
            }
        }
        if !window.longer_head()? {
            return Ok(first.finish());
        }
    }
}

fn archived(sidecar: &[u8], tail: &[u8]) -> Option<bool> {
    let archived: Archived = serde_json::from_slice(sidecar).ok()?;
    let Some(at) = archived.at.as_deref().and_then(millis).filter(|_| archived.archived) else {
        return Some(archived.archived);
    };
    let prompts = lines(tail).filter(|line| frame_type(line).as_deref() == Some("user"));
    let is_later = |line: &[u8]| {
        let mut prompt = FirstPrompt::default();
        prompt.add(line);
        let tags = Tags::read(line);
        let time = tags.as_ref().and_then(|tags| millis(tags.timestamp.as_deref()?));
        prompt.is_found() && time.is_some_and(|time| time > at)
    };
    Some(!prompts.into_iter().any(is_later))
}

fn time(text: &str) -> Option<SystemTime> {
    let millis = u64::try_from(millis(text)?).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}
