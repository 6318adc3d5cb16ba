//! Sessions: where the mock keeps them. `mock-claude` has files, a connector the memory.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::engine::{Session, Sessions};

/// How long a file is kept. Older ones are removed when a session begins.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// Files in the folder `mock-claude` of the CLI's configuration, which is `CLAUDE_CONFIG_DIR` or
/// `.claude` below `HOME`. The real CLI does not look there. Without both variables, no session is
/// kept.
pub(super) struct Files(Option<PathBuf>);

impl Files {
    pub(super) fn new(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let config = set("CLAUDE_CONFIG_DIR").or_else(|| Some(set("HOME")?.join(".claude")));
        Self(config.map(|config| config.join("mock-claude")))
    }

    /// The file of a session. An ID that is not a UUID has none: it could be a path.
    fn path(&self, id: &str) -> Option<PathBuf> {
        let id = uuid::Uuid::parse_str(id).ok()?;
        Some(self.0.as_ref()?.join(format!("{id}.json")))
    }

    /// Keeps a session. Without a place for it, the session is lost, as with the real CLI.
    pub(super) fn save(&self, session: &Session) {
        let (Some(path), Some(folder)) = (self.path(session.id()), &self.0) else { return };
        if fs::create_dir_all(folder).is_err() {
            return;
        }
        if !path.exists() {
            self.remove_old();
        }
        // Another process may read at this moment: the file appears whole.
        let whole = path.with_extension(format!("{}.tmp", std::process::id()));
        let json = serde_json::to_vec(session).unwrap_or_default();
        if fs::write(&whole, json).is_ok() && fs::rename(&whole, &path).is_err() {
            let _ = fs::remove_file(&whole);
        }
    }

    fn remove_old(&self) {
        for (time, path) in self.all() {
            if SystemTime::now().duration_since(time).is_ok_and(|age| age > KEPT) {
                // Another process may have removed it.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// All files, with the time of their last change.
    fn all(&self) -> Vec<(SystemTime, PathBuf)> {
        let entries = self.0.as_ref().and_then(|folder| fs::read_dir(folder).ok());
        let file =
            |entry: fs::DirEntry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()));
        entries.into_iter().flatten().flatten().filter_map(file).collect()
    }
}

fn read(path: &PathBuf) -> Option<Session> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

impl Sessions for Files {
    fn get(&self, id: &str) -> Option<Session> {
        read(&self.path(id)?)
    }

    fn latest(&self, cwd: &str) -> Option<Session> {
        let mut files = self.all();
        files.sort();
        let sessions = files.iter().rev().filter_map(|(_, path)| read(path));
        sessions.into_iter().find(|session| session.cwd() == cwd)
    }
}

/// The sessions of all connectors of this process, each with the number of its connector. The last
/// one was used last.
static MEMORY: Mutex<Vec<(u64, Session)>> = Mutex::new(Vec::new());

/// How many sessions of connectors are kept.
const KEPT_IN_MEMORY: usize = 1000;

/// The sessions of a connector. Another connector of the same process can resume them by ID, too.
/// `--continue` prefers those of its own connector, so that parallel tests do not meet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Memory(pub(super) u64);

impl Memory {
    pub(super) fn save(self, session: Session) {
        let mut all = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(_, known)| known.id() != session.id());
        if all.len() == KEPT_IN_MEMORY {
            all.remove(0);
        }
        all.push((self.0, session));
    }
}

impl Sessions for Memory {
    fn get(&self, id: &str) -> Option<Session> {
        let all = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().find(|(_, session)| session.id() == id).map(|(_, session)| session.clone())
    }

    fn latest(&self, cwd: &str) -> Option<Session> {
        let all = MEMORY.lock().unwrap_or_else(PoisonError::into_inner);
        let here = || all.iter().rev().filter(|(_, session)| session.cwd() == cwd);
        let mine = here().find(|(connector, _)| *connector == self.0);
        mine.or_else(|| here().next()).map(|(_, session)| session.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11111111-1111-4111-8111-111111111111";

    #[test]
    fn files_are_below_the_home_and_never_elsewhere() {
        let home = tempfile::TempDir::new().unwrap();
        let path = home.path().to_str().unwrap().to_owned();
        let files = Files::new(|name| (name == "HOME").then(|| path.clone()));
        files.save(&Session::new(ID, "/a"));
        files.save(&Session::new("../escaped", "/a"));
        assert_eq!(files.get(ID).unwrap().cwd(), "/a");
        assert_eq!(files.latest("/a").unwrap().id(), ID);
        assert!(files.latest("/b").is_none() && files.get("../escaped").is_none());
        let folder = home.path().join(".claude/mock-claude");
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
        assert!(Files::new(|_| None).get(ID).is_none());
    }

    #[test]
    fn continuing_prefers_sessions_of_the_same_connector() {
        let (one, two) = (Memory(u64::MAX), Memory(u64::MAX - 1));
        let id = "11111111-1111-4111-8111-222222222222";
        one.save(Session::new(id, "/c"));
        assert_eq!(one.latest("/c").unwrap().id(), id);
        assert_eq!(two.latest("/c").unwrap().id(), id);
        two.save(Session::new("11111111-1111-4111-8111-333333333333", "/c"));
        assert_eq!(one.latest("/c").unwrap().id(), id);
        assert!(one.latest("/d").is_none());
        assert_eq!(two.get(id).unwrap().id(), id);
    }
}
