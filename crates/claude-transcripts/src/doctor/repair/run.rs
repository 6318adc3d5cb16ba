//! Run: repairs the file of a report.

use std::collections::HashSet;
use std::fs::{File, Metadata, Permissions};
use std::io;
use std::path::Path;

use super::edit::{closing, without_results};
use super::options::{Repaired, Repairs};
use super::plan::Plan;
use super::replace::Disk;
use super::rewrite::{Rewrite, line_at, write_fork};
use crate::doctor::chain::Chain;
use crate::doctor::finding::Finding;
use crate::doctor::report::{Report, Stamp, open, read};
use crate::doctor::surroundings::readable_by_others;
use crate::error::{Error, Result};
use crate::lines::Lines;

impl Report {
    /// Repairs the file. If nothing is to be done, nothing is written.
    ///
    /// The new content is written to a file beside, which is synced and takes the place of the old
    /// one. The old file stays as `ID.jsonl.before-TIME`. After a crash, the path names the whole old
    /// file or the whole new one; a file `ID.jsonl.repair-…` may be left, and may be removed. A new
    /// session that a lost branch is moved to is written before: after a crash, the branch may be in
    /// both files.
    ///
    /// All intact lines are kept byte for byte, but for those whose parent is another one now, and
    /// for what [`Repairs`] says. Empty lines are left out, and lines end with a line feed.
    ///
    /// # Errors
    ///
    /// - [`Error::HeldBy`] if a running CLI has the session open.
    /// - [`Error::Changed`] if the file was changed since it was checked.
    /// - [`Error::Io`] if a file cannot be read or written. The old file is as it was.
    pub fn repair(&self, repairs: &Repairs) -> Result<Repaired> {
        self.repair_on(&mut Disk::new(&mut |_| Ok(())), repairs)
    }

    fn repair_on(&self, disk: &mut Disk<'_>, repairs: &Repairs) -> Result<Repaired> {
        let failed = |error| Error::io(&self.spot.path, error);
        self.check_holder()?;
        let (file, about) = open(&self.spot.path)?;
        self.check_stamp(&about)?;
        // What is missing around the file is not repaired.
        let pass = read(&self.spot, &file, &|_| true)?;
        let index = &pass.index;
        let chain = Chain::of(index);
        let text = |line: u32| line_at(&file, index.nodes[line as usize].place());
        let is_emptied = |line, orphans: &HashSet<u64>| {
            let is_orphan = |call: &str| orphans.contains(&index.hash(call));
            Ok(without_results(&text(line)?, is_orphan).is_none())
        };
        let is_closable = |line, open: &HashSet<u64>| {
            let is_open = |call: &str| open.contains(&index.hash(call));
            Ok(closing(&text(line)?, "", is_open).is_some())
        };
        let plan = Plan::new(index, &chain, repairs, is_emptied, is_closable).map_err(failed)?;
        let is_damaged = pass.findings.list.iter().any(|finding| match finding {
            Finding::Torn { .. } => repairs.torn_lines,
            Finding::NulBytes { .. } => repairs.nul_bytes,
            Finding::JoinedLines { .. } => repairs.joined_lines,
            _ => false,
        });
        if plan.is_empty() && !is_damaged {
            return self.repair_permissions(&file, &about, repairs);
        }
        let mut rewrite = Rewrite::new(&file, index, &plan, repairs).map_err(failed)?;
        for number in 0..plan.forks.len() {
            let session = uuid::Uuid::new_v4().to_string();
            let path = self.spot.path.with_file_name(format!("{session}.jsonl"));
            let fork = disk.write_beside(&path, |out| {
                write_fork(&file, index, &chain, &plan, number, &session, out)
            });
            disk.publish(&fork.map_err(failed)?, &path).map_err(failed)?;
            rewrite.done.forks.push(path);
        }
        let mut lines = Lines::open(&self.spot.path)?;
        let new = disk.write_beside(&self.spot.path, |out| rewrite.run(&mut lines, out));
        let mut done = rewrite.done;
        let permissions = permissions(&about, repairs);
        let mut refused = None;
        let check = || match self.check_again() {
            Ok(()) => Ok(()),
            Err(error) => {
                refused = Some(error);
                Err(io::Error::other("refused"))
            }
        };
        let kept = disk.replace(&new.map_err(failed)?, &self.spot.path, permissions, check);
        done.before = Some(kept.map_err(|error| refused.unwrap_or_else(|| failed(error)))?);
        Ok(done)
    }

    fn repair_permissions(
        &self,
        file: &File,
        about: &Metadata,
        repairs: &Repairs,
    ) -> Result<Repaired> {
        if repairs.permissions && readable_by_others(about).is_some() {
            let permissions = permissions(about, repairs);
            file.set_permissions(permissions).map_err(|error| Error::io(&self.spot.path, error))?;
        }
        Ok(Repaired::default())
    }

    fn check_again(&self) -> Result<()> {
        self.check_holder()?;
        let path: &Path = &self.spot.path;
        let about = path.symlink_metadata().map_err(|error| Error::io(path, error))?;
        self.check_stamp(&about)
    }

    fn check_holder(&self) -> Result<()> {
        match self.spot.holder(self.session.as_ref())? {
            Some(holder) => Err(Error::HeldBy { holder: Box::new(holder) }),
            None => Ok(()),
        }
    }

    fn check_stamp(&self, about: &Metadata) -> Result<()> {
        if Stamp::of(about) == self.stamp {
            return Ok(());
        }
        Err(Error::Changed { path: self.spot.path.clone() })
    }
}

#[cfg(unix)]
fn permissions(about: &Metadata, repairs: &Repairs) -> Permissions {
    use std::os::unix::fs::PermissionsExt;

    if repairs.permissions { Permissions::from_mode(0o600) } else { about.permissions() }
}

#[cfg(not(unix))]
fn permissions(about: &Metadata, _: &Repairs) -> Permissions {
    about.permissions()
}

#[cfg(test)]
mod tests;
