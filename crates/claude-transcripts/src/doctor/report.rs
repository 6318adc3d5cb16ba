//! Report: checks a session file, and holds what was found.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use claude_types::SessionId;

use super::calls::Calls;
use super::chain::Chain;
use super::finding::{Finding, Severity};
use super::index::{Index, Node};
use super::pass::{Findings, Pass};
use super::retention::{deleted_in, kept_days};
use super::surroundings::{Spot, readable_by_others};
use crate::error::{Error, Result};
use crate::lines::{Lines, Place};
use crate::transcript::Transcript;

/// The size above which a file is reported, in bytes.
const LARGE: u64 = 20 << 20;

/// What is wrong with a session file. Made by [`Transcript::doctor`].
///
/// # Examples
///
/// ```no_run
/// use claude_transcripts::{Home, Repairs};
///
/// # fn main() -> claude_transcripts::Result<()> {
/// let transcript = Home::find()?.open(&"4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10".into())?;
/// let report = transcript.doctor()?;
/// for finding in &report.findings {
///     println!("{finding}");
/// }
/// report.repair(&Repairs::safe())?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Report {
    /// What was found: first about lines, in the order of the file, then about the file itself. Empty
    /// for a healthy file.
    pub findings: Vec<Finding>,
    /// How many more there are. At most 1,000 findings of a kind are listed.
    pub left_out: u64,
    pub(super) spot: Spot,
    pub(super) session: Option<SessionId>,
    pub(super) stamp: Stamp,
}

impl Transcript {
    /// Checks the file: whether the CLI can read each line, whether the lines fit together, and what
    /// stands around the file. Nothing is changed.
    ///
    /// One pass over the file keeps at most 96 bytes for each line of the conversation. The files of
    /// subagents are transcripts of their own: check [`Subagent::path`](crate::Subagent::path).
    ///
    /// A CLI that has the file open may be writing a line, which is then found torn.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file, or a folder beside it, cannot be read, or the file is not a regular
    /// file.
    pub fn doctor(&self) -> Result<Report> {
        let spot = Spot::of(self.path())?;
        let (file, about) = open(&spot.path)?;
        let stamp = Stamp::of(&about);
        let exists = |path: &Path| path.is_file();
        let mut pass = read(&spot, &file, &exists)?;
        let chain = Chain::of(&pass.index);
        for finding in in_conversation(&pass.index, &chain) {
            pass.findings.add(finding);
        }
        drop(chain);
        pass.finish(about.len(), LARGE);
        let session = spot.session.clone().or_else(|| pass.session.as_deref().map(Into::into));
        let (mut found, cwd) = (pass.findings, pass.cwd);
        found.list.sort_by_key(|finding| finding.at().map_or(u64::MAX, |it| it.1.offset));
        around(&spot, session.as_ref(), &about, cwd.as_deref(), &mut found)?;
        Ok(Report { findings: found.list, left_out: found.left_out, spot, session, stamp })
    }
}

impl Report {
    /// Returns the path of the file, absolute.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.spot.path
    }

    /// Returns how much the worst finding matters. `None` for a healthy file.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.findings.iter().map(Finding::severity).max()
    }
}

/// Opens a session file. A link or a pipe is an error.
pub(super) fn open(path: &Path) -> Result<(File, Metadata)> {
    let failed = |error| Error::io(path, error);
    let entry = path.symlink_metadata().map_err(failed)?;
    if !entry.is_file() {
        return Err(failed(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file")));
    }
    let file = File::open(path).map_err(failed)?;
    let about = file.metadata().map_err(failed)?;
    if Stamp::of(&entry) != Stamp::of(&about) {
        return Err(Error::Changed { path: path.to_path_buf() });
    }
    Ok((file, about))
}

/// Reads a file once.
pub(super) fn read<'s>(
    spot: &'s Spot,
    file: &File,
    exists: &'s dyn Fn(&Path) -> bool,
) -> Result<Pass<'s>> {
    let session = spot.session.as_ref().map(ToString::to_string);
    let pass = Pass::new(session, spot.project.as_deref(), exists);
    pass.read(Lines::new(file)).map_err(|error| Error::io(&spot.path, error))
}

/// Returns what the lines of a conversation say about each other.
fn in_conversation<'i>(index: &'i Index, chain: &'i Chain) -> impl Iterator<Item = Finding> + 'i {
    let at = |number: u32| -> (u64, Place) {
        let node: &Node = &index.nodes[number as usize];
        (node.line(), node.place())
    };
    let missing = chain.missing.iter().map(move |number| {
        let (line, place) = at(*number);
        if Chain::is_first(*number) {
            Finding::HeadLost { line, place }
        } else {
            Finding::MissingParent { line, place }
        }
    });
    let doubles = chain.doubles.iter().map(move |number| {
        let (line, place) = at(*number);
        Finding::DoubleUuid { line, place }
    });
    let branches = chain.branches.iter().map(move |branch| {
        let (line, place) = at(branch.leaf);
        Finding::LostBranch { line, place, messages: branch.messages }
    });
    let calls = Calls::of(index, chain);
    let of = move |calls: Vec<(u64, u32)>| {
        let mut numbers: Vec<_> = calls.into_iter().map(|it| it.1).collect();
        numbers.dedup();
        numbers.into_iter().map(at)
    };
    let unanswered =
        of(calls.unanswered).map(|(line, place)| Finding::UnansweredTool { line, place });
    let deferred = of(calls.deferred).map(|(line, place)| Finding::DeferredCall { line, place });
    let orphans = of(calls.orphans).map(|(line, place)| Finding::OrphanResult { line, place });
    missing.chain(doubles).chain(branches).chain(unanswered).chain(deferred).chain(orphans)
}

/// Adds what stands around a file.
fn around(
    spot: &Spot,
    session: Option<&SessionId>,
    about: &Metadata,
    cwd: Option<&str>,
    found: &mut Findings,
) -> Result<()> {
    let copies = spot.copies()?;
    let sidecars = spot.missing_sidecars()?;
    let holder = spot.holder(session)?.map(|holder| Finding::HeldBy { pid: holder.pid });
    let modified = about.modified().map_err(|error| Error::io(&spot.path, error))?;
    let deleted = spot.home.as_ref().and_then(|home| {
        let kept = kept_days(home.path(), cwd);
        let in_days = deleted_in(modified, kept, SystemTime::now())?;
        Some(Finding::DeletedSoon { in_days })
    });
    let findings = copies.into_iter().chain(sidecars).chain(readable_by_others(about));
    findings.chain(holder).chain(deleted).for_each(|finding| found.add(finding));
    Ok(())
}

/// What changes when a file is written or replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    modified: Option<SystemTime>,
    size: u64,
    identity: (u64, u64),
}

impl Stamp {
    pub(super) fn of(about: &Metadata) -> Self {
        let modified = about.modified().ok();
        Self { modified, size: about.len(), identity: identity(about) }
    }
}

#[cfg(unix)]
fn identity(about: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;

    (about.dev(), about.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
