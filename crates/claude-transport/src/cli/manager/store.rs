//! Store: a folder with versions of the CLI, each in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use super::exclusive::Exclusive;
use super::install::install;
use super::npm::NPM;
use super::pin::Pin;
use super::record::Record;
use super::store_error::StoreError;
use crate::cli::CliVersion;

/// A folder with versions of the CLI that npm installed, apart from the CLI of the user.
///
/// Pass the path of a version to the SDK as the explicit path of the CLI. Its checksum is kept when it is installed,
/// and compared each time the store returns it. Nothing is updated by itself.
///
/// All methods block the thread.
///
/// # Examples
///
/// ```no_run
/// use claude_transport::cli::{CliVersion, Pin, Store};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let store = Store::of_user().ok_or("no cache folder")?;
/// let cli = store.install(&Pin::of(CliVersion::TESTED[0]))?;
/// println!("{} {}", cli.version, cli.program.display());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
    npm: PathBuf,
}

/// A version of the CLI in a [`Store`]. Its program is the one that was installed.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::Store;
///
/// let installed = Store::new("/nowhere").list()?;
/// assert!(installed.is_empty());
/// # Ok::<(), claude_transport::cli::StoreError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Installed {
    /// The version.
    pub version: CliVersion,
    /// The path of the program.
    pub program: PathBuf,
    /// The SHA-512 checksum of the program, as hexadecimal digits.
    pub sha512: String,
}

impl Store {
    /// Creates a store in a folder, which an installation creates if it is missing.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), npm: NPM.into() }
    }

    /// Creates the store in the user's cache folder: `claude-sdk/cli` below `XDG_CACHE_HOME` or `~/.cache`,
    /// `~/Library/Caches` (macOS) or `LOCALAPPDATA` (Windows). `None` if the folder is not known.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let folder = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let absolute = |folder: &PathBuf| folder.is_absolute();
        let home = || folder("HOME").filter(absolute);
        let cache = if cfg!(windows) {
            folder("LOCALAPPDATA").filter(absolute)
        } else if cfg!(target_os = "macos") {
            home().map(|home| home.join("Library/Caches"))
        } else {
            folder("XDG_CACHE_HOME").filter(absolute).or_else(|| Some(home()?.join(".cache")))
        };
        Some(Self::new(cache?.join("claude-sdk").join("cli")))
    }

    /// Sets the program of npm.
    ///
    /// The default is `npm` in `PATH`.
    #[must_use]
    pub fn npm(mut self, program: impl Into<PathBuf>) -> Self {
        self.npm = program.into();
        self
    }

    /// Returns the folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Installs a version with the user's npm, unless it is installed and unchanged.
    ///
    /// npm uses its own configuration, and runs no scripts of packages. One installation runs at a time in a folder;
    /// others wait (on Windows they fail). The program is started once, with `--version`. It is available only when
    /// everything was checked. There is no deadline; npm has its own.
    ///
    /// # Errors
    ///
    /// - [`StoreError::NpmMissing`] or [`StoreError::Npm`] if npm is not there or fails.
    /// - [`StoreError::Mismatch`] if what npm installed is not what the pin names.
    /// - [`StoreError::Program`] if no installed program works on this machine.
    /// - [`StoreError::Io`] if the folder cannot be written.
    pub fn install(&self, pin: &Pin) -> Result<Installed, StoreError> {
        if let Some(installed) = self.accepted(pin) {
            return Ok(installed);
        }
        fs::create_dir_all(&self.folder).map_err(StoreError::io(&self.folder))?;
        let _exclusive = Exclusive::wait(&self.folder)?;
        // Another process may have installed it in the meantime.
        if let Some(installed) = self.accepted(pin) {
            return Ok(installed);
        }
        install(&self.npm, &self.folder, pin)?;
        self.get(pin.version())
    }

    /// Returns a version that is installed and unchanged.
    ///
    /// # Errors
    ///
    /// - [`StoreError::NotInstalled`] if it is not installed.
    /// - [`StoreError::Changed`] if the program is not the one that was installed.
    /// - [`StoreError::Io`] if the program cannot be read.
    pub fn get(&self, version: CliVersion) -> Result<Installed, StoreError> {
        let (home, record) = self.record(version)?;
        record.verify(&home)?;
        let program = home.join(&record.program);
        Ok(Installed { version, program, sha512: record.sha512 })
    }

    /// Returns the versions that are there, the newest first. [`Store::get`] says whether one can be used.
    ///
    /// # Errors
    ///
    /// [`StoreError::Io`] if the folder cannot be read. A missing one is empty.
    pub fn list(&self) -> Result<Vec<CliVersion>, StoreError> {
        let entries = match self.folder.read_dir() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(StoreError::io(&self.folder))?,
        };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut versions: Vec<CliVersion> = names
            .filter_map(|name| CliVersion::parse(&name).filter(|found| found.to_string() == name))
            .collect();
        versions.sort_by(|one, other| other.cmp(one));
        Ok(versions)
    }

    fn record(&self, version: CliVersion) -> Result<(PathBuf, Record), StoreError> {
        let home = self.folder.join(version.to_string());
        match Record::read(&home).filter(|record| record.version == version) {
            Some(record) => Ok((home, record)),
            None => Err(StoreError::NotInstalled { version, folder: self.folder.clone() }),
        }
    }

    /// Returns the version of a pin, if it is installed, unchanged, and has the pinned checksums.
    fn accepted(&self, pin: &Pin) -> Option<Installed> {
        let (_, record) = self.record(pin.version()).ok()?;
        pin.accepts(&record.packages).ok()?;
        self.get(pin.version()).ok()
    }
}

#[cfg(test)]
mod tests;
