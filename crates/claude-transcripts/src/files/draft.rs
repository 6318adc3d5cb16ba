//! Draft: a file that gets its name when it is whole. A crash before leaves nothing of that name.

use std::fs::{File, hard_link, remove_file, rename};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::private::{create_private, sync_folder};

/// A file under a temporary name, in the folder in which it will stand. It is removed when it is
/// dropped.
#[derive(Debug)]
pub(crate) struct Draft {
    file: Option<File>,
    path: PathBuf,
    target: PathBuf,
}

impl Draft {
    /// Creates a draft of this file, with the mode 0600.
    pub(crate) fn of(target: PathBuf) -> io::Result<Self> {
        // No list takes this name for a session, and nobody can foresee it.
        let path = target.with_file_name(format!(".{}.tmp", Uuid::new_v4()));
        let file = Some(create_private(&path)?);
        Ok(Self { file, path, target })
    }

    /// Gives the file its name. [`ErrorKind::AlreadyExists`] if another file has it: that one stays.
    pub(crate) fn publish(mut self) -> io::Result<()> {
        self.sync()?;
        publish(&self.path, &self.target)?;
        self.sync_names()
    }

    /// Gives the file its name, and replaces another one that has it.
    pub(crate) fn replace(mut self) -> io::Result<()> {
        self.sync()?;
        rename(&self.path, &self.target)?;
        self.sync_names()
    }

    fn sync(&mut self) -> io::Result<()> {
        // Closed, because Windows does not rename a file that is open for writing.
        self.file.take().map_or(Ok(()), |file| file.sync_all())
    }

    fn sync_names(&self) -> io::Result<()> {
        self.target.parent().map_or(Ok(()), sync_folder)
    }
}

/// Moves a file to a name that no other file has.
pub(crate) fn publish(from: &Path, to: &Path) -> io::Result<()> {
    match hard_link(from, to) {
        Ok(()) => remove_file(from),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        // Not every file system has hard links. The name is a new UUID, so nobody else makes it
        // between the look and the rename.
        Err(_) if to.symlink_metadata().is_err() => rename(from, to),
        Err(_) => Err(ErrorKind::AlreadyExists.into()),
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_mut().map_or_else(|| Err(ErrorKind::BrokenPipe.into()), |it| it.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        drop(self.file.take());
        // After `publish` it is gone already.
        let _ = remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Write};
    use std::path::Path;

    use super::Draft;

    fn names(folder: &Path) -> Vec<String> {
        let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).collect()
    }

    #[test]
    fn a_file_has_its_name_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a");
        let mut draft = Draft::of(target.clone()).unwrap();
        draft.write_all(b"half").unwrap();
        // As a crash here would leave it: another name, which no list takes for a session.
        let [name] = &names(folder.path())[..] else { panic!() };
        assert!(name.starts_with('.') && name.ends_with(".tmp"), "{name}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = folder.path().join(name).metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        drop(draft);
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_file_of_the_name_stays_unless_it_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a");
        let write = |text: &[u8]| {
            let mut draft = Draft::of(target.clone()).unwrap();
            draft.write_all(text).unwrap();
            draft
        };
        let read = || std::fs::read(&target).unwrap();
        write(b"first").publish().unwrap();
        let error = write(b"second").publish().unwrap_err();
        assert_eq!((error.kind(), read()), (ErrorKind::AlreadyExists, b"first".to_vec()));
        write(b"third").replace().unwrap();
        assert_eq!((read(), names(folder.path())), (b"third".to_vec(), vec!["a".to_owned()]));
    }
}
