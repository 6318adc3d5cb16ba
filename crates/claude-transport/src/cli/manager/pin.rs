//! Pin: which version is installed, and which checksums its packages must have.

use serde_json::{Value, json};

use super::record::Packages;
use super::store_error::StoreError;
use crate::cli::CliVersion;

/// The package of the CLI, below `node_modules`.
const MAIN: &str = "node_modules/@anthropic-ai/claude-code";

/// A version of the CLI that is to be installed.
///
/// # Examples
///
/// ```
/// use claude_transport::cli::{CliVersion, Pin};
///
/// let pin = Pin::of(CliVersion::new(2, 1, 329));
/// assert_eq!(pin.version().to_string(), "2.1.329");
/// ```
#[derive(Clone, Debug)]
pub struct Pin {
    version: CliVersion,
    lock: Option<(String, Packages)>,
}

impl Pin {
    /// Creates a pin of a version. The registry of npm says which checksums its packages have.
    #[must_use]
    pub fn of(version: CliVersion) -> Self {
        Self { version, lock: None }
    }

    /// Creates a pin from the text of a `package-lock.json` that contains the CLI. Only packages with the version and
    /// the checksum of the lock file are accepted.
    ///
    /// # Errors
    ///
    /// [`StoreError::LockFile`] if the text is not such a file, or if a package has no checksum.
    pub fn lock_file(text: &str) -> Result<Self, StoreError> {
        let packages = packages(text)?;
        let (main, _) = packages.get(MAIN).ok_or_else(|| invalid("it does not contain the CLI"))?;
        let version = CliVersion::parse(main).ok_or_else(|| invalid("the CLI has no version"))?;
        Ok(Self { version, lock: Some((text.to_owned(), packages)) })
    }

    /// Returns the version.
    #[must_use]
    pub fn version(&self) -> CliVersion {
        self.version
    }

    /// Returns the text of the `package.json` to install from.
    pub(super) fn manifest(&self) -> String {
        let version = self.version.to_string();
        let dependencies = json!({ "@anthropic-ai/claude-code": version });
        json!({ "name": "claude-cli", "private": true, "dependencies": dependencies }).to_string()
    }

    /// Returns the text of the lock file.
    pub(super) fn lock_text(&self) -> Option<&str> {
        self.lock.as_ref().map(|(text, _)| text.as_str())
    }

    /// Checks installed packages: each has a checksum, the CLI has the version, and all are those of the lock file.
    pub(super) fn accepts(&self, installed: &Packages) -> Result<(), StoreError> {
        let mismatch = |package: &str, problem: &str| StoreError::Mismatch {
            package: package.into(),
            problem: problem.into(),
        };
        let (main, _) = installed.get(MAIN).ok_or_else(|| mismatch(MAIN, "it is missing"))?;
        if CliVersion::parse(main) != Some(self.version) {
            return Err(mismatch(MAIN, &format!("it has version {main}")));
        }
        let Some((_, pinned)) = &self.lock else { return Ok(()) };
        for (folder, package) in installed {
            match pinned.get(folder) {
                Some(pinned) if pinned == package => {}
                Some(_) => {
                    return Err(mismatch(folder, "version or checksum is not the pinned one"));
                }
                None => return Err(mismatch(folder, "it is not in the lock file")),
            }
        }
        Ok(())
    }
}

/// Returns the packages in the text of a lock file, without the project itself.
pub(super) fn packages(text: &str) -> Result<Packages, StoreError> {
    let value: Value = serde_json::from_str(text).map_err(|error| invalid(&error.to_string()))?;
    let all = value["packages"].as_object().ok_or_else(|| invalid("it has no packages"))?;
    let installed = all.iter().filter(|(folder, _)| !folder.is_empty());
    let package = |(folder, package): (&String, &Value)| {
        let text = |key: &str| package[key].as_str().filter(|text| !text.is_empty());
        let found = text("version").zip(text("integrity"));
        let (version, integrity) =
            found.ok_or_else(|| invalid(&format!("`{folder}` has no version or no checksum")))?;
        Ok((folder.clone(), (version.to_owned(), integrity.to_owned())))
    };
    installed.map(package).collect()
}

fn invalid(problem: &str) -> StoreError {
    StoreError::LockFile { problem: problem.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock file with one package.
    fn lock(folder: &str, version: &str, integrity: &str) -> String {
        let package = json!({ "version": version, "integrity": integrity });
        json!({ "packages": { "": { "name": "claude-cli" }, folder: package } }).to_string()
    }

    #[test]
    fn only_pinned_packages_are_accepted() {
        let pin = Pin::lock_file(&lock(MAIN, "2.1.3", "sha512-a")).unwrap();
        assert_eq!(pin.version(), CliVersion::new(2, 1, 3));
        let accepts = |text: &str| pin.accepts(&packages(text).unwrap());
        assert!(accepts(&lock(MAIN, "2.1.3", "sha512-a")).is_ok());
        for other in [
            lock(MAIN, "2.1.3", "sha512-b"),
            lock(MAIN, "2.1.4", "sha512-a"),
            lock("node_modules/more", "2.1.3", "sha512-a"),
            json!({ "packages": {} }).to_string(),
        ] {
            assert!(matches!(accepts(&other), Err(StoreError::Mismatch { .. })), "{other}");
        }
        let more = json!({ "packages": {
            MAIN: { "version": "2.1.3", "integrity": "sha512-a" },
            "node_modules/more": { "version": "1.0.0", "integrity": "sha512-c" },
        } });
        assert!(matches!(accepts(&more.to_string()), Err(StoreError::Mismatch { .. })));
        // Without a lock file, any package with a checksum is accepted.
        let free = Pin::of(CliVersion::new(2, 1, 3));
        assert!(free.accepts(&packages(&more.to_string()).unwrap()).is_ok());
    }

    #[test]
    fn a_lock_file_without_checksums_or_without_the_cli_is_invalid() {
        for text in [
            "",
            "{}",
            r#"{ "packages": {} }"#,
            &lock(MAIN, "2.1.3", ""),
            &lock(MAIN, "", "sha512-a"),
            &lock(MAIN, "latest", "sha512-a"),
            &lock("node_modules/other", "2.1.3", "sha512-a"),
        ] {
            let error = Pin::lock_file(text).unwrap_err();
            assert!(matches!(error, StoreError::LockFile { .. }), "{text}: {error}");
        }
    }
}
