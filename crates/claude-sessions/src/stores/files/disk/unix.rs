//! Folders by their descriptors: a link that is put into a path later has no effect.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

use rustix::fs::{AtFlags, FileType, Mode, OFlags};

use super::found::{Found, existing, regular};

/// An open folder.
#[derive(Debug)]
pub(in super::super) struct Folder(OwnedFd);

/// Never through a link, and never waiting for the other end of a pipe.
const SAFE: OFlags = OFlags::NOFOLLOW.union(OFlags::CLOEXEC).union(OFlags::NONBLOCK);

impl Folder {
    /// Opens the root. Its path may have links.
    pub(in super::super) fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self(rustix::fs::open(path, flags, Mode::empty())?))
    }

    /// Opens it once more.
    pub(in super::super) fn again(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }

    /// Opens a folder in it.
    pub(in super::super) fn enter(&self, name: &str) -> io::Result<Option<Self>> {
        let flags = SAFE | OFlags::RDONLY | OFlags::DIRECTORY;
        existing(rustix::fs::openat(&self.0, name, flags, Mode::empty()).map_err(io::Error::from))
            .map(|fd| fd.map(Self))
    }

    /// Opens a folder in it, and makes it if there is none.
    pub(in super::super) fn make(&self, name: &str) -> io::Result<Self> {
        if let Some(folder) = self.enter(name)? {
            return Ok(folder);
        }
        match rustix::fs::mkdirat(&self.0, name, Mode::RWXU) {
            Ok(()) => self.sync()?,
            Err(rustix::io::Errno::EXIST) => {}
            Err(error) => return Err(error.into()),
        }
        self.enter(name)?.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Opens a file to read.
    pub(in super::super) fn read(&self, name: &str) -> io::Result<Option<File>> {
        existing(self.file(name, OFlags::RDONLY))
    }

    /// Opens a file to read and append.
    pub(in super::super) fn append(&self, name: &str) -> io::Result<Option<File>> {
        existing(self.file(name, OFlags::RDWR | OFlags::APPEND))
    }

    /// Creates a file to read and append, for its owner only. It must not exist.
    pub(in super::super) fn create(&self, name: &str) -> io::Result<File> {
        self.file(name, OFlags::RDWR | OFlags::APPEND | OFlags::CREATE | OFlags::EXCL)
    }

    /// Cuts a file.
    pub(in super::super) fn cut(&self, name: &str, len: u64) -> io::Result<()> {
        self.file(name, OFlags::RDWR)?.set_len(len)
    }

    /// Renames a file, over another if there is one.
    pub(super) fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.0, from, &self.0, to)?)
    }

    /// Removes a file or a link, if there is one.
    pub(in super::super) fn remove(&self, name: &str) -> io::Result<()> {
        let removed = rustix::fs::unlinkat(&self.0, name, AtFlags::empty());
        existing(removed.map_err(io::Error::from)).map(drop)
    }

    /// Removes a folder that is empty, if there is one.
    pub(in super::super) fn remove_folder(&self, name: &str) -> io::Result<()> {
        let removed = rustix::fs::unlinkat(&self.0, name, AtFlags::REMOVEDIR);
        existing(removed.map_err(io::Error::from)).map(drop)
    }

    /// Lists what is in it. Names that are not UTF-8 are not ours.
    pub(in super::super) fn entries(&self) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        for entry in rustix::fs::Dir::read_from(&self.0)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().to_str() else { continue };
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => {
                    let stat = rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW);
                    let Some(stat) = existing(stat.map_err(io::Error::from))? else { continue };
                    FileType::from_raw_mode(stat.st_mode)
                }
                kind => kind,
            };
            found.push(Found { name: name.to_owned(), is_folder: kind == FileType::Directory });
        }
        Ok(found)
    }

    /// Makes new, renamed and removed names durable.
    pub(in super::super) fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(&self.0)?)
    }

    fn file(&self, name: &str, flags: OFlags) -> io::Result<File> {
        let mode = Mode::RUSR | Mode::WUSR;
        regular(File::from(rustix::fs::openat(&self.0, name, flags | SAFE, mode)?))
    }
}

/// Checks that nobody else can put files into the folder.
pub(in super::super) fn check_owner(root: &Folder) -> io::Result<Result<(), &'static str>> {
    let stat = rustix::fs::fstat(&root.0)?;
    let user = rustix::process::geteuid();
    if stat.st_uid != user.as_raw() && !user.is_root() {
        return Ok(Err("the folder belongs to another user"));
    }
    let mode = Mode::from_raw_mode(stat.st_mode);
    if mode.intersects(Mode::WGRP | Mode::WOTH) {
        return Ok(Err("other users may write into the folder: remove that right (`chmod go-w`)"));
    }
    Ok(Ok(()))
}
