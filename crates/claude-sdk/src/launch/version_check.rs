//! Version check: refuses a CLI that is too old, once per session, as soon as its version is known.
//!
//! A CLI reports its version at one of three times:
//!
//! - from 2.1.300 on: in the response to `initialize`;
//! - from 2.1.150 on: in the response to a request for the version;
//! - all versions: at the start of the first turn.
//!
//! If the version is too old, the session ends with an error. If it is only older than the
//! supported ones, a warning is logged. The limits are in
//! `claude_transport::cli`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use claude_protocol::{Connection, InitCheck, ProtocolError};

use super::Warning;
use crate::error::{CliSupport, CliVersion, Result};
use crate::options::Options;
use crate::trace;

/// How long to wait for the response to a request for the version. CLIs before 2.1.113 do not
/// respond.
const ASKED: Duration = Duration::from_secs(5);

/// Skips the check if it is set and not empty. The official SDKs read it, too.
const SKIP: &str = "CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK";

/// The check of one session.
#[derive(Debug, Clone)]
pub(crate) struct VersionCheck {
    done: Arc<AtomicBool>,
    skipped: bool,
    /// The path of the CLI, for the error: a machine may have several.
    program: PathBuf,
}

impl VersionCheck {
    pub(crate) fn of(options: &Options, program: PathBuf) -> Self {
        let on_host = std::env::var_os(SKIP).is_some_and(|value| !value.is_empty());
        Self { done: Arc::default(), skipped: is_skipped(options, on_host), program }
    }

    /// Returns the check for the start of the first turn, in case the version is not known earlier.
    pub(crate) fn on_init(&self) -> Option<InitCheck> {
        let check = self.clone();
        let on_init =
            InitCheck::new(move |init| check.check_version(init.claude_code_version.as_deref()));
        (!self.skipped).then_some(on_init)
    }

    /// Checks the version from the handshake, or requests it.
    pub(crate) async fn at_start(&self, connection: &Connection) -> Result<()> {
        if self.skipped {
            return Ok(());
        }
        let version = match connection.version() {
            Some(version) => Some(version),
            None => connection.ask_version(ASKED).await?,
        };
        Ok(self.check_version(version.as_deref())?)
    }

    /// Checks a version. Only the first valid version of a session counts.
    fn check_version(&self, version: Option<&str>) -> Result<(), ProtocolError> {
        let Some(found) = version.and_then(CliVersion::parse) else { return Ok(()) };
        if self.done.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        match found.support() {
            CliSupport::Supported => {}
            CliSupport::Refused => {
                return Err(ProtocolError::TooOld {
                    found: found.to_string().into(),
                    needed: CliVersion::TOLERATED.to_string().into(),
                    program: Some(self.program.as_path().into()),
                });
            }
            _ => {
                let warning = Warning::OldCli { found };
                trace::warning!("{warning}");
            }
        }
        Ok(())
    }
}

/// Returns whether the check is skipped by the options, or by the variable in the environment of
/// the CLI or, if it is not set there, of this process.
fn is_skipped(options: &Options, on_host: bool) -> bool {
    let named = options.env.iter().rev().find(|(name, _)| name == SKIP);
    options.skip_version_check || named.map_or(on_host, |(_, value)| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check() -> VersionCheck {
        VersionCheck { done: Arc::default(), skipped: false, program: "/a/claude".into() }
    }

    #[test]
    fn a_version_that_is_too_old_is_refused() {
        let check = check();
        assert!(check.check_version(None).is_ok());
        assert!(check.check_version(Some("who knows")).is_ok());
        let refused = check.check_version(Some("2.0.76"));
        let Err(ProtocolError::TooOld { found, needed, program }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!((&*found, &*needed), ("2.0.76", "2.1.113"));
        assert_eq!(program.as_deref(), Some(std::path::Path::new("/a/claude")));
    }

    #[test]
    fn only_the_first_reported_version_is_checked() {
        for fine in ["2.1.113", "2.1.250", "9.0.0"] {
            let check = check();
            assert!(check.check_version(Some(fine)).is_ok());
            assert!(check.check_version(Some("2.0.76")).is_ok(), "checked before");
        }
    }

    #[test]
    fn the_check_is_skipped_by_the_options_or_the_environment() {
        let plain = Options::default();
        assert!(!is_skipped(&plain, false));
        assert!(is_skipped(&plain, true));
        assert!(is_skipped(&plain.clone().skip_version_check(true), false));
        assert!(is_skipped(&plain.clone().env(SKIP, "1"), false));
        assert!(!is_skipped(&plain.env(SKIP, ""), true), "empty is not set");
    }
}
