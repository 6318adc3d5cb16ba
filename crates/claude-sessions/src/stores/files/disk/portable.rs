//! Folders by their paths: each name is looked at before it is opened, and what was opened after it.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::found::{Found, existing, regular};

/// A folder.
#[derive(Debug)]
pub(in super::super) struct Folder(PathBuf);

impl Folder {
    pub(in super::super) fn open(path: &Path) -> io::Result<Self> {
        path.canonicalize().map(Self)
    }

    #[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
    pub(in super::super) fn again(&self) -> io::Result<Self> {
        Ok(Self(self.0.clone()))
    }

    pub(in super::super) fn enter(&self, name: &str) -> io::Result<Option<Self>> {
        let path = self.0.join(name);
        let Some(found) = existing(path.symlink_metadata())? else { return Ok(None) };
        // A link is no folder here.
        if !found.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        Ok(Some(Self(path)))
    }

    pub(in super::super) fn make(&self, name: &str) -> io::Result<Self> {
        match fs::create_dir(self.0.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        self.enter(name)?.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    pub(in super::super) fn read(&self, name: &str) -> io::Result<Option<File>> {
        existing(self.file(name, OpenOptions::new().read(true)))
    }

    pub(in super::super) fn append(&self, name: &str) -> io::Result<Option<File>> {
        existing(self.file(name, OpenOptions::new().read(true).append(true)))
    }

    pub(in super::super) fn create(&self, name: &str) -> io::Result<File> {
        // A new file is never a link.
        OpenOptions::new().read(true).append(true).create_new(true).open(self.0.join(name))
    }

    /// On Windows, a file that is open to append cannot be cut.
    pub(in super::super) fn cut(&self, name: &str, len: u64) -> io::Result<()> {
        self.file(name, OpenOptions::new().write(true))?.set_len(len)
    }

    pub(super) fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.0.join(from), self.0.join(to))
    }

    pub(in super::super) fn remove(&self, name: &str) -> io::Result<()> {
        existing(fs::remove_file(self.0.join(name))).map(drop)
    }

    pub(in super::super) fn remove_folder(&self, name: &str) -> io::Result<()> {
        existing(fs::remove_dir(self.0.join(name))).map(drop)
    }

    pub(in super::super) fn entries(&self) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let Some(kind) = existing(entry.file_type())? else { continue };
            found.push(Found { name, is_folder: kind.is_dir() });
        }
        Ok(found)
    }

    /// The systems without descriptors of folders write names by themselves.
    #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as on Unix")]
    pub(in super::super) fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn file(&self, name: &str, options: &mut OpenOptions) -> io::Result<File> {
        let path = self.0.join(name);
        if !path.symlink_metadata()?.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a regular file"));
        }
        #[cfg(windows)]
        {
            // FILE_FLAG_OPEN_REPARSE_POINT: a link that was put here meanwhile is opened itself.
            std::os::windows::fs::OpenOptionsExt::custom_flags(options, 0x0020_0000);
        }
        regular(options.open(path)?)
    }
}

/// The folders of a user are the user's own there.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on Unix")]
pub(in super::super) fn check_owner(_root: &Folder) -> io::Result<Result<(), &'static str>> {
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::Folder;

    #[test]
    fn what_is_no_file_or_folder_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let root = Folder::open(place.path()).unwrap();
        assert!(root.enter("a").unwrap().is_none());
        let a = root.make("a").unwrap();
        root.again().unwrap().make("a").unwrap();
        a.create("b").unwrap().write_all(b"x").unwrap();
        assert!(a.create("b").is_err());
        a.append("b").unwrap().unwrap().write_all(b"y").unwrap();
        a.cut("b", 1).unwrap();
        assert_eq!(a.read("b").unwrap().unwrap().metadata().unwrap().len(), 1);
        a.rename("b", "c").unwrap();
        assert!(a.read("b").unwrap().is_none() && a.read("c").unwrap().is_some());
        assert!(root.read("a").is_err() && a.enter("c").is_err());
        assert_eq!(a.entries().unwrap().len(), 1);
        assert!(a.entries().unwrap().iter().all(|found| found.name == "c" && !found.is_folder));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("c", place.path().join("a/link")).unwrap();
            std::os::unix::fs::symlink("a", place.path().join("link")).unwrap();
            assert!(a.read("link").is_err() && a.append("link").is_err());
            assert!(root.enter("link").is_err() && root.make("link").is_err());
            a.remove("link").unwrap();
        }
        a.remove("c").unwrap();
        a.remove("c").unwrap();
        root.remove_folder("a").unwrap();
        root.sync().unwrap();
    }
}
