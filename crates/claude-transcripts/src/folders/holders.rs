//! Holders: the running CLIs, and the sessions that they have open.
//!
//! Each CLI writes `sessions/<pid>.json` below its configuration folder and removes it at a normal end
//! (seen). A killed CLI leaves it behind, so a file counts only while its process runs.

use std::path::{Path, PathBuf};

use claude_types::SessionId;
use serde::Deserialize;

use super::entries::entries;
use super::home::Home;
use crate::error::Result;

/// The largest file that is read, in bytes. The CLI writes less than 1 KiB.
const LARGEST: u64 = 64 << 10;

/// A running CLI that has a session open.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::Home;
///
/// # fn main() -> claude_transcripts::Result<()> {
/// for holder in Home::find()?.holders()? {
///     println!("{} is open in process {}", holder.session_id, holder.pid);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Holder {
    /// The process.
    pub pid: u32,
    /// Its session.
    pub session_id: SessionId,
    /// Its working directory.
    #[serde(default)]
    pub cwd: Option<PathBuf>,
    /// What it does: `idle`, `busy`, `waiting` and others.
    #[serde(default)]
    pub status: Option<String>,
    /// The version of the CLI.
    #[serde(default)]
    pub version: Option<String>,
    /// When the process started, in clock ticks since the system's start.
    #[serde(default)]
    proc_start: Option<Start>,
}

/// A number, or the text of one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Start {
    Number(u64),
    Text(String),
}

impl Home {
    /// Returns the running CLIs of this folder that have a session open, sorted by process.
    ///
    /// A file of a process that is gone does not count, nor one whose process ID has been given to
    /// another process. The latter is seen on Linux only. On Windows each file counts.
    ///
    /// # Errors
    ///
    /// [`Error::Io`](crate::Error::Io) if the folder `sessions` cannot be read. A file that is no
    /// description of a process is left out.
    pub fn holders(&self) -> Result<Vec<Holder>> {
        let files = entries(&self.path().join("sessions"))?.map(|entry| entry.path());
        let mut holders: Vec<_> = files.filter_map(|path| read(&path)).collect();
        holders.retain(Holder::runs);
        holders.sort_by_key(|holder| holder.pid);
        Ok(holders)
    }

    /// Returns the running CLI that has this session open, if there is one.
    ///
    /// # Errors
    ///
    /// As for [`Home::holders`].
    pub fn holder(&self, id: &SessionId) -> Result<Option<Holder>> {
        Ok(self.holders()?.into_iter().find(|holder| holder.session_id == *id))
    }
}

/// Reads the description of a process. `None` for every other file.
fn read(path: &Path) -> Option<Holder> {
    let pid: u32 = path.file_name()?.to_str()?.strip_suffix(".json")?.parse().ok()?;
    // Only regular files: a pipe would block.
    let file = path.symlink_metadata().ok().filter(|file| file.is_file())?;
    if file.len() > LARGEST {
        return None;
    }
    let holder: Holder = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    (holder.pid == pid).then_some(holder)
}

impl Holder {
    #[cfg(target_os = "linux")]
    fn runs(&self) -> bool {
        let Some(started) = started(self.pid) else { return false };
        match &self.proc_start {
            Some(Start::Number(start)) => *start == started,
            Some(Start::Text(start)) => start.parse().is_ok_and(|start: u64| start == started),
            None => true,
        }
    }

    #[cfg(all(unix, not(target_os = "linux")))]
    fn runs(&self) -> bool {
        use rustix::io::Errno;
        use rustix::process::{Pid, test_kill_process};

        let pid = i32::try_from(self.pid).ok().and_then(Pid::from_raw);
        // A process of another user cannot be signalled, but it runs.
        pid.is_some_and(|pid| matches!(test_kill_process(pid), Ok(()) | Err(Errno::PERM)))
    }

    #[cfg(not(unix))]
    fn runs(&self) -> bool {
        true
    }
}

/// Returns when a process started, in clock ticks since the system's start.
#[cfg(target_os = "linux")]
fn started(pid: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program may contain spaces and parentheses; the fields follow the last one. The
    // first of them is the state, field 3 of proc(5); the start is field 22.
    stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{Home, started};

    #[test]
    fn only_a_process_that_runs_and_began_then_holds_a_session() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let sessions = folder.path().join("sessions");
        std::fs::create_dir(&sessions).unwrap();
        let own = std::process::id();
        let start = started(own).unwrap();
        let id = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into();
        let write = |pid: u32, text: String| {
            std::fs::write(sessions.join(format!("{pid}.json")), text).unwrap();
        };
        let of = |pid: u32, start: &str| {
            format!(r#"{{"pid":{pid},"procStart":{start},"sessionId":"{id}","status":"idle"}}"#)
        };

        for (start, held) in [
            (format!("{start}"), true),
            (format!("\"{start}\""), true),
            (format!("{}", start + 1), false),
            ("\"soon\"".to_owned(), false),
        ] {
            write(own, of(own, &start));
            assert_eq!(home.holder(&id).unwrap().is_some(), held, "{start}");
        }

        // Process IDs end below this one.
        write(u32::MAX, of(u32::MAX, "1"));
        write(own, "{".to_owned());
        assert_eq!(home.holders().unwrap(), []);
        // The name of the file decides: another one is a copy.
        write(own + 1, of(own, &start.to_string()));
        assert_eq!(home.holders().unwrap(), []);
    }
}
