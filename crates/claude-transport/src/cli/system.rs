//! System: the rules of Unix and Windows for names, variables and `PATH`, as a value.
//!
//! It is a value and not only a `cfg`, so that the layouts of Windows are tested on every system.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The family of systems whose rules a search follows.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::System;
///
/// assert_eq!(System::host() == System::Windows, cfg!(windows));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum System {
    /// Linux, macOS and others.
    Unix,
    /// Windows.
    Windows,
}

impl System {
    /// Returns the system on which this program runs.
    #[must_use]
    pub fn host() -> Self {
        if cfg!(windows) { Self::Windows } else { Self::Unix }
    }

    /// The name of the program of the CLI.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Unix => "claude",
            Self::Windows => "claude.exe",
        }
    }

    /// The variable that names the home directory.
    pub(super) fn home(self) -> &'static str {
        match self {
            Self::Unix => "HOME",
            Self::Windows => "USERPROFILE",
        }
    }

    /// Returns the absolute folders of a `PATH`. Relative ones are left out: a program in the working directory must
    /// never be run as the CLI.
    pub(super) fn folders(self, path: &OsStr) -> Vec<PathBuf> {
        let folders: Vec<PathBuf> = match path.to_str() {
            Some(text) if self != Self::host() => {
                let separator = if self == Self::Windows { ';' } else { ':' };
                text.split(separator).map(|folder| folder.trim_matches('"').into()).collect()
            }
            _ => std::env::split_paths(path).collect(),
        };
        folders.into_iter().filter(|folder| folder.is_absolute()).collect()
    }

    /// Returns whether a path names a batch file, or may be taken for one.
    ///
    /// Windows ignores dots and spaces at the end of a name, and a stream may follow it (`x.cmd::$DATA`). So every part
    /// of the path counts there, and on Unix the name of the file.
    pub(super) fn is_batch(self, path: &Path) -> bool {
        let text = path.to_string_lossy();
        match self {
            Self::Windows => text.split(['/', '\\', ':']).any(is_batch_name),
            Self::Unix => text.rsplit('/').next().is_some_and(is_batch_name),
        }
    }
}

fn is_batch_name(name: &str) -> bool {
    let name = name.trim_end_matches(['.', ' ']).as_bytes();
    let end = &name[name.len().saturating_sub(4)..];
    end.eq_ignore_ascii_case(b".cmd") || end.eq_ignore_ascii_case(b".bat")
}

/// The environment that a search reads.
#[derive(Clone)]
pub(super) struct Variables {
    pub(super) system: System,
    pub(super) all: Vec<(OsString, OsString)>,
}

impl Variables {
    /// Returns the value of a variable; the last one if there are several. An empty one counts as not set.
    pub(super) fn get(&self, name: &str) -> Option<&OsStr> {
        let is_it = |own: &OsStr| match self.system {
            System::Unix => own == name,
            System::Windows => own.eq_ignore_ascii_case(name),
        };
        let (_, value) = self.all.iter().rev().find(|(own, _)| is_it(own))?;
        Some(value.as_os_str()).filter(|value| !value.is_empty())
    }

    /// Returns the absolute path that a variable holds.
    pub(super) fn folder(&self, name: &str) -> Option<PathBuf> {
        self.get(name).map(PathBuf::from).filter(|folder| folder.is_absolute())
    }

    /// Returns the absolute folders of `PATH`.
    pub(super) fn path(&self) -> Vec<PathBuf> {
        self.get("PATH").map(|path| self.system.folders(path)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batch_files_are_recognized_in_every_spelling() {
        for name in [
            r"C:\x\claude.cmd",
            r"C:\x\claude.CMD",
            r"C:\x\claude.bat",
            r"C:\x\claude.cmd.",
            r"C:\x\claude.cmd . ",
            r"C:\x\claude.bat::$DATA",
            r"C:claude.cmd",
            "C:/x/claude.cmd",
            r"\\server\share\claude.bat",
            r"C:\x\claude.cmd\.",
            r"C:\x\claude.cmd\y\..",
            ".cmd",
        ] {
            assert!(System::Windows.is_batch(Path::new(name)), "{name}");
        }
        for name in [r"C:\x\claude.exe", r"C:\cmd\claude", r"C:\x\claude.cmd.exe", "cmd", "é.e", ""]
        {
            assert!(!System::Windows.is_batch(Path::new(name)), "{name}");
        }
        assert!(System::Unix.is_batch(Path::new("/x/claude.Bat")));
        assert!(!System::Unix.is_batch(Path::new("/my.bat/claude")));
    }

    // The paths of the test are absolute on Unix only.
    #[cfg(unix)]
    #[test]
    fn variables_of_windows_have_no_case() {
        let all = vec![("Path".into(), "/one;relative;\"/two\"".into()), ("E".into(), "".into())];
        let mut variables = Variables { system: System::Windows, all };
        assert_eq!(variables.path(), [Path::new("/one"), Path::new("/two")]);
        assert_eq!(variables.get("e"), None);
        variables.system = System::Unix;
        assert!(variables.path().is_empty());
    }
}
