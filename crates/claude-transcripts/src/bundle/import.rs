//! Import: makes a session from a bundle, or nothing.

use std::fs::{OpenOptions, remove_dir_all, rename};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use claude_types::SessionId;
use uuid::Uuid;

use super::checked::{Checksum, copy};
use super::export::{CHECKSUM, MANIFEST};
use super::manifest::{Manifest, Packed};
use super::tar::{failed, read_end, read_header, read_padding, read_size};
use crate::error::{Error, Result};
use crate::files::{create_private, private_folder, publish, sync_folder};
use crate::folders::Home;
use crate::transcript::Transcript;

/// The longest manifest that is read, in bytes.
const LONGEST: u64 = 32 << 20;

impl Home {
    /// Makes a session from a bundle ([`Transcript::export_bundle`]), in the project of a working
    /// directory. A CLI that is started there can resume it.
    ///
    /// The bundle may come from anywhere: each byte of it is checked before a file gets its name, and no
    /// path in it leads out of the session's folder. Files have the mode 0600 and folders 0700. Lines are
    /// not changed, so they name the old working directory, and large results of tools by their old
    /// paths. What stands behind the bundle is not read.
    ///
    /// # Errors
    ///
    /// After an error, nothing is left of the import.
    ///
    /// - [`Error::Bundle`] if it is damaged, was changed, ends early or has a path that is refused.
    /// - [`Error::InvalidId`] if its session has no UUID.
    /// - [`Error::Exists`] if any project has a session of this ID already.
    /// - [`Error::Io`] if a file cannot be written.
    pub fn import(&self, mut bundle: impl Read, directory: &Path) -> Result<Transcript> {
        let from = &mut bundle;
        let manifest = read_manifest(from)?;
        let id = &manifest.session_id;
        self.refuse_existing(id)?;
        let project = self.project(directory);
        self.make_project(&project)?;
        let stage = Stage::create(&project)?;
        for file in &manifest.files {
            stage.receive(from, file)?;
        }
        read_end(from)?;
        stage.sync(&manifest.files)?;
        // Another import may have been faster.
        self.refuse_existing(id)?;
        stage.publish(&project, id, manifest.files.len() > 1)
    }

    fn refuse_existing(&self, id: &SessionId) -> Result<()> {
        match self.locate(id) {
            Ok(path) => Err(Error::Exists { path }),
            Err(Error::Ambiguous { mut paths, .. }) => Err(Error::Exists { path: paths.remove(0) }),
            Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn make_project(&self, project: &Path) -> Result<()> {
        let failed_here = |error| Error::io(project, error);
        let projects = project.parent().unwrap_or(self.path());
        std::fs::create_dir_all(self.path()).map_err(failed_here)?;
        // Users keep their projects on another disk, so this may be a link. That of a project is none.
        if !projects.is_dir() {
            private_folder(projects).map_err(failed_here)?;
        }
        private_folder(project).map_err(failed_here)
    }
}

fn read_manifest(from: &mut impl Read) -> Result<Manifest> {
    let size = read_size(from, MANIFEST)?;
    if size > LONGEST {
        return Err(Error::bundle("its manifest is too long"));
    }
    let text = read_bytes(from, size)?;
    read_header(from, CHECKSUM, 64)?;
    if read_bytes(from, 64)? != Checksum::of(&text).text().as_bytes() {
        return Err(Error::bundle("its manifest was changed"));
    }
    Manifest::read(&text)
}

fn read_bytes(from: &mut impl Read, size: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    copy(from, size, &mut bytes).map_err(failed)?;
    read_padding(from, size)?;
    Ok(bytes)
}

/// The files of a bundle until all are checked: in a folder that no list reads. It is removed when it
/// is dropped.
struct Stage {
    folder: PathBuf,
}

impl Stage {
    fn create(project: &Path) -> Result<Self> {
        let folder = project.join(format!(".{}.import", Uuid::new_v4()));
        private_folder(&folder).map_err(|error| Error::io(&folder, error))?;
        Ok(Self { folder })
    }

    /// Writes the next file of the bundle.
    fn receive(&self, from: &mut impl Read, file: &Packed) -> Result<()> {
        read_header(from, &file.path, file.size)?;
        let path = self.folder.join(&file.path);
        let failed_here = |error| Error::io(&path, error);
        self.make_folders(&file.path)?;
        let mut out = create_private(&path).map_err(failed_here)?;
        let mut out_failed = None;
        let mut kept = Kept { to: &mut out, failed: &mut out_failed };
        let sum = copy(from, file.size, &mut kept);
        if let Some(error) = out_failed {
            return Err(failed_here(error));
        }
        if sum.map_err(failed)? != file.sha256 {
            return Err(Error::bundle(format!("`{}` was changed", file.path)));
        }
        read_padding(from, file.size)
    }

    /// Writes the files to the disk, after all are checked.
    fn sync(&self, files: &[Packed]) -> Result<()> {
        for file in files {
            let path = self.folder.join(&file.path);
            let written = OpenOptions::new().write(true).open(&path);
            written.and_then(|file| file.sync_all()).map_err(|error| Error::io(&path, error))?;
        }
        Ok(())
    }

    /// Creates the folders of a path.
    fn make_folders(&self, path: &str) -> Result<()> {
        for (end, _) in path.match_indices('/') {
            let folder = self.folder.join(&path[..end]);
            private_folder(&folder).map_err(|error| Error::io(&folder, error))?;
        }
        Ok(())
    }

    /// Gives the files their names: the session file last, because it makes the session.
    fn publish(&self, project: &Path, id: &SessionId, has_folder: bool) -> Result<Transcript> {
        let folder = project.join(id.as_str());
        let path = project.join(format!("{id}.jsonl"));
        let exists = |path: &Path| path.symlink_metadata().is_ok();
        for path in [&folder, &path] {
            if exists(path) {
                return Err(Error::Exists { path: path.clone() });
            }
        }
        if has_folder {
            rename(self.folder.join(id.as_str()), &folder)
                .map_err(|error| Error::io(&folder, error))?;
        }
        let published = publish(&self.folder.join(format!("{id}.jsonl")), &path);
        if let Err(error) = published {
            if has_folder {
                // It is the one that was just moved here.
                let _ = remove_dir_all(&folder);
            }
            return Err(match error.kind() {
                ErrorKind::AlreadyExists => Error::Exists { path },
                _ => Error::io(&path, error),
            });
        }
        sync_folder(project).map_err(|error| Error::io(project, error))?;
        Ok(Transcript::at(path))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = remove_dir_all(&self.folder);
    }
}

/// Tells an error of the writer from one of the reader.
struct Kept<'k, W> {
    to: &'k mut W,
    failed: &'k mut Option<io::Error>,
}

impl<W: io::Write> io::Write for Kept<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes).map_err(|error| {
            let kind = error.kind();
            if kind != ErrorKind::Interrupted {
                *self.failed = Some(error);
            }
            kind.into()
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
