//! Replace: the steps that put a new file in the place of an old one. After each of them, the path
//! names the whole old file or the whole new one.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Create a file beside, under a name that is no session.
    Create,
    /// Write its content.
    Write,
    /// Sync it.
    Sync,
    /// Give it the name of a new session.
    Publish,
    /// Keep the old file under a second name.
    Keep,
    /// Check that the old file is as it was.
    Check,
    /// Rename the new file over the old one.
    Rename,
    /// Sync the folder.
    SyncFolder,
}

/// The disk. Tests stop it at a step, as a crash does.
pub(super) struct Disk<'s> {
    before: &'s mut dyn FnMut(Step) -> io::Result<()>,
    crashed: bool,
}

impl<'s> Disk<'s> {
    pub(super) fn new(before: &'s mut dyn FnMut(Step) -> io::Result<()>) -> Self {
        Self { before, crashed: false }
    }

    pub(super) fn step(&mut self, step: Step) -> io::Result<()> {
        let stopped = (self.before)(step);
        self.crashed |= stopped.is_err();
        stopped
    }

    /// Writes a new file beside a path. Only its user can read it.
    pub(super) fn write_beside(
        &mut self,
        path: &Path,
        fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        let new = with_suffix(path, &format!("repair-{}", uuid::Uuid::new_v4()));
        self.step(Step::Create)?;
        let file = create(&new)?;
        let written = self.write(file, fill);
        self.clean(&new, written).map(|()| new)
    }

    fn write(
        &mut self,
        file: File,
        fill: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut out = BufWriter::with_capacity(256 << 10, file);
        self.step(Step::Write)?;
        fill(&mut out)?;
        out.flush()?;
        self.step(Step::Sync)?;
        out.get_ref().sync_all()
    }

    /// Gives a new file the name of a session that does not exist.
    pub(super) fn publish(&mut self, new: &Path, path: &Path) -> io::Result<()> {
        let published = self.step(Step::Publish).and_then(|()| match fs::hard_link(new, path) {
            Ok(()) => fs::remove_file(new),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            // There are no hard links here. The name is random.
            Err(_) => fs::rename(new, path),
        });
        self.clean(new, published)
    }

    /// Puts a new file in the place of a path. Returns where the old one is.
    pub(super) fn replace(
        &mut self,
        new: &Path,
        path: &Path,
        permissions: Permissions,
        check: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        let replaced = self.swap(new, path, permissions, check);
        self.clean(new, replaced)
    }

    fn swap(
        &mut self,
        new: &Path,
        path: &Path,
        permissions: Permissions,
        check: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        self.step(Step::Keep)?;
        let kept = keep(path)?;
        let swapped = self.step(Step::Check).and_then(|()| check()).and_then(|()| {
            fs::set_permissions(new, permissions.clone())?;
            self.step(Step::Rename)?;
            fs::rename(new, path)
        });
        self.clean(&kept, swapped)?;
        self.step(Step::SyncFolder)?;
        sync_folder(path)?;
        // The old file has the same content as before: nobody else may read it either.
        fs::set_permissions(&kept, permissions)?;
        Ok(kept)
    }

    /// Removes a file after a failure, but not after a crash, which could not.
    fn clean<T>(&self, path: &Path, result: io::Result<T>) -> io::Result<T> {
        if result.is_err() && !self.crashed {
            let _ = fs::remove_file(path);
        }
        result
    }
}

/// Keeps a file under a second name with the time.
fn keep(path: &Path) -> io::Result<PathBuf> {
    let time = time_in_name(SystemTime::now());
    for number in 1..100 {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let kept = with_suffix(path, &format!("before-{time}{number}"));
        match fs::hard_link(path, &kept) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(_) => {
                let mut copy = create(&kept)?;
                io::copy(&mut File::open(path)?, &mut copy)?;
                copy.sync_all()?;
                return Ok(kept);
            }
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Appends to a file name. What results is no name of a session.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Returns a time as `2026-01-31T12-59-59Z`: Windows allows no colon in a name.
fn time_in_name(time: SystemTime) -> String {
    let seconds = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Days since March 1 of year 0, with years that begin in March.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}-{minute:02}-{second:02}Z")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_time_in_a_name_is_the_one_of_a_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01T00-00-00Z"),
            (1_709_251_199, "2024-02-29T23-59-59Z"),
            (1_767_268_800, "2026-01-01T12-00-00Z"),
        ] {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(time_in_name(time), expected);
        }
    }
}
