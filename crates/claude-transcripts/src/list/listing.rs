//! Listing: the sessions of some projects, the latest first.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use claude_types::SessionId;

use super::info::{SessionInfo, describe, id_of};
use crate::error::{Error, Result};
use crate::folders::{Home, Scope, entries};

/// The most threads that read files at once.
const WORKERS: usize = 8;

/// The programs whose sessions [`Listing::programmatic`] hides.
const PROGRAMS: [&str; 4] = ["sdk-cli", "sdk-ts", "sdk-py", "sdk-rust"];

/// A request for a list of sessions. Made by [`Home::list`].
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Lister, Scope};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let home = Home::find()?;
/// let mut lister = Lister::default();
/// let first = home.list(&Scope::everywhere()).limit(50).run_with(&mut lister)?;
/// // Only files that were changed since are read again.
/// let again = home.list(&Scope::everywhere()).limit(50).run_with(&mut lister)?;
/// # drop((first, again));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is read before `run`"]
pub struct Listing<'h> {
    home: &'h Home,
    scope: Scope,
    limit: usize,
    offset: usize,
    programmatic: bool,
}

/// A list of sessions.
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Scope};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let list = Home::find()?.list(&Scope::everywhere()).run()?;
/// for problem in &list.skipped {
///     eprintln!("{problem}");
/// }
/// println!("{} sessions", list.sessions.len());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Listed {
    /// The sessions: the one that was written last comes first; of equal times, by ID. Of a session
    /// that several projects have, the file that was written last.
    pub sessions: Vec<SessionInfo>,
    /// The files that could not be read, and are not in the list.
    pub skipped: Vec<Error>,
}

/// Remembers what was read of each file, for the next list.
///
/// A file is read again if its size, its time or its identity has changed.
///
/// # Examples
///
/// ```
/// use claude_transcripts::{Home, Lister, Scope};
///
/// let (home, mut lister) = (Home::at("/nowhere"), Lister::default());
/// let list = home.list(&Scope::everywhere()).run_with(&mut lister)?;
/// assert!(list.sessions.is_empty());
/// # Ok::<(), claude_transcripts::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Lister {
    known: HashMap<PathBuf, (Stamp, Option<SessionInfo>)>,
}

/// What changes when a file is written or replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    modified: SystemTime,
    size: u64,
    inode: u64,
}

struct Candidate {
    id: SessionId,
    path: PathBuf,
    stamp: Stamp,
}

impl Home {
    /// Lists the sessions of a scope. Subagents, empty files and sessions without a title and a
    /// prompt are left out.
    pub fn list(&self, scope: &Scope) -> Listing<'_> {
        let scope = scope.clone();
        Listing { home: self, scope, limit: usize::MAX, offset: 0, programmatic: true }
    }
}

impl Listing<'_> {
    /// Sets how many sessions are listed. All by default.
    pub fn limit(mut self, sessions: usize) -> Self {
        self.limit = sessions;
        self
    }

    /// Sets how many sessions are passed over. None by default.
    pub fn offset(mut self, sessions: usize) -> Self {
        self.offset = sessions;
        self
    }

    /// Sets whether sessions of programs are listed: those that an SDK or `claude -p` started. The
    /// default is `true`.
    pub fn programmatic(mut self, included: bool) -> Self {
        self.programmatic = included;
        self
    }

    /// Reads the list. With a limit, only as many files are read as it needs.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if a folder cannot be read. A folder that does not exist has no sessions.
    pub fn run(self) -> Result<Listed> {
        self.run_with(&mut Lister::default())
    }

    /// The same, with what was read before.
    ///
    /// # Errors
    ///
    /// As for [`Listing::run`].
    pub fn run_with(self, lister: &mut Lister) -> Result<Listed> {
        let candidates = candidates(self.home, &self.scope)?;
        let (mut listed, mut seen) = (Listed::default(), HashSet::new());
        let wanted = self.offset.saturating_add(self.limit);
        let (mut found, mut rest) = (0, &candidates[..]);
        while found < wanted && !rest.is_empty() {
            let (batch, others) = rest.split_at(rest.len().min((wanted - found).max(WORKERS)));
            rest = others;
            for (candidate, described) in batch.iter().zip(lister.describe(batch)) {
                match described {
                    Ok(Some(info)) if self.shows(&info) && seen.insert(info.session_id.clone()) => {
                        if (self.offset..wanted).contains(&found) {
                            listed.sessions.push(info);
                        }
                        found += 1;
                    }
                    Ok(_) => {}
                    // It was deleted since.
                    Err(_) if !candidate.path.exists() => {}
                    Err(error) => listed.skipped.push(error),
                }
            }
        }
        Ok(listed)
    }

    fn shows(&self, info: &SessionInfo) -> bool {
        self.programmatic || !info.entrypoint.as_deref().is_some_and(|it| PROGRAMS.contains(&it))
    }
}

impl Lister {
    /// Describes files, in their order. Those that have changed are read, by several threads.
    fn describe(&mut self, batch: &[Candidate]) -> Vec<Result<Option<SessionInfo>>> {
        let known = |file: &Candidate| {
            let (stamp, info) = self.known.get(&file.path)?;
            (*stamp == file.stamp).then(|| info.clone())
        };
        let mut found: Vec<_> = batch.iter().map(|file| known(file).map(Ok)).collect();
        let unread: Vec<usize> = (0..batch.len()).filter(|at| found[*at].is_none()).collect();
        for (at, described) in read_all(batch, &unread) {
            if let Ok(info) = &described {
                let file = &batch[at];
                self.known.insert(file.path.clone(), (file.stamp, info.clone()));
            }
            found[at] = Some(described);
        }
        found.into_iter().flatten().collect()
    }
}

type Described = (usize, Result<Option<SessionInfo>>);

fn read_all(batch: &[Candidate], unread: &[usize]) -> Vec<Described> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let workers = cores.min(WORKERS).min(unread.len() / 4);
    let read = |at: &usize| (*at, describe(&batch[*at].path));
    if workers < 2 {
        return unread.iter().map(read).collect();
    }
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(unread.len())));
    std::thread::scope(|threads| {
        for _ in 0..workers {
            threads.spawn(|| {
                while let Some(at) = unread.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let described = read(at);
                    done.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(described);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Returns the session files of a scope, the one that was written last first.
pub(crate) fn newest_first(home: &Home, scope: &Scope) -> Result<Vec<PathBuf>> {
    Ok(candidates(home, scope)?.into_iter().map(|candidate| candidate.path).collect())
}

fn candidates(home: &Home, scope: &Scope) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for folder in home.folders(scope)? {
        candidates_in(&folder, &mut found)?;
    }
    found.sort_by(|one, other| {
        let newest = other.stamp.modified.cmp(&one.stamp.modified);
        newest.then_with(|| one.id.as_str().cmp(other.id.as_str()))
    });
    Ok(found)
}

fn candidates_in(folder: &Path, found: &mut Vec<Candidate>) -> Result<()> {
    for entry in entries(folder)? {
        let path = entry.path();
        let Some(id) = id_of(&path) else { continue };
        // Of the entry itself: links are left out.
        let Ok(about) = entry.metadata() else { continue };
        if !about.is_file() || about.len() == 0 {
            continue;
        }
        let Ok(modified) = about.modified() else { continue };
        let stamp = Stamp { modified, size: about.len(), inode: inode(&about) };
        found.push(Candidate { id, path, stamp });
    }
    Ok(())
}

#[cfg(unix)]
fn inode(about: &std::fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(about)
}

#[cfg(not(unix))]
fn inode(_: &std::fs::Metadata) -> u64 {
    0
}
