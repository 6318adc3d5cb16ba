//! Version check: whether this CLI is new enough. Made as soon as its version is known, once per
//! session.
//!
//! New CLIs send their version with the handshake (from 2.1.300 on), others when they are asked
//! (from 2.1.150 on), and all with the first turn. One that is too old is refused there, and its
//! session ends; one that is merely old causes a warning. Which version is too old is in
//! `error/cli_version.rs`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use claude_protocol::{Connection, InitCheck, ProtocolError};

use super::Warning;
use crate::error::{CliSupport, CliVersion, Result};
use crate::options::Options;
use crate::trace;

/// How long the CLI is waited for that was asked for its version. Those before 2.1.113 never
/// answer.
const ASKED: Duration = Duration::from_secs(5);

/// Set to anything, it skips the check; the official SDKs know it, too.
const SKIP: &str = "CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK";

/// The check of one session.
#[derive(Debug, Clone)]
pub(crate) struct VersionCheck {
    done: Arc<AtomicBool>,
    skipped: bool,
}

impl VersionCheck {
    pub(crate) fn of(options: &Options) -> Self {
        let ambient = std::env::var_os(SKIP).is_some_and(|value| !value.is_empty());
        Self { done: Arc::default(), skipped: is_skipped(options, ambient) }
    }

    /// What looks at the first turn, where the version was not known before.
    pub(crate) fn on_init(&self) -> Option<InitCheck> {
        let check = self.clone();
        let on_init = InitCheck::new(move |init| check.meet(init.claude_code_version.as_deref()));
        (!self.skipped).then_some(on_init)
    }

    /// Looks at what the handshake told, or asks.
    pub(crate) async fn at_start(&self, connection: &Connection) -> Result<()> {
        if self.skipped {
            return Ok(());
        }
        let version = match connection.version() {
            Some(version) => Some(version),
            None => connection.ask_version(ASKED).await?,
        };
        Ok(self.meet(version.as_deref())?)
    }

    /// Judges a version, if it is one and the first that is told.
    fn meet(&self, version: Option<&str>) -> Result<(), ProtocolError> {
        let Some(found) = version.and_then(CliVersion::parse) else { return Ok(()) };
        if self.done.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        match found.support() {
            CliSupport::Supported => {}
            CliSupport::Tolerated => {
                let warning = Warning::OldCli { found };
                trace::warning!("{warning}");
            }
            CliSupport::Refused => {
                return Err(ProtocolError::TooOld {
                    found: found.to_string().into(),
                    needed: CliVersion::TOLERATED.to_string().into(),
                });
            }
        }
        Ok(())
    }
}

/// The options decide, then the environment of the CLI, then that of the host.
fn is_skipped(options: &Options, ambient: bool) -> bool {
    let named = options.env.iter().rev().find(|(name, _)| name == SKIP);
    options.skip_version_check || named.map_or(ambient, |(_, value)| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check() -> VersionCheck {
        VersionCheck { done: Arc::default(), skipped: false }
    }

    #[test]
    fn one_that_is_too_old_is_refused_once_it_is_known() {
        let check = check();
        assert!(check.meet(None).is_ok());
        assert!(check.meet(Some("who knows")).is_ok());
        let refused = check.meet(Some("2.0.76"));
        let Err(ProtocolError::TooOld { found, needed }) = refused else { panic!("{refused:?}") };
        assert_eq!((&*found, &*needed), ("2.0.76", "2.1.113"));
    }

    #[test]
    fn the_first_version_that_is_told_decides() {
        for fine in ["2.1.113", "2.1.250", "9.0.0"] {
            let check = check();
            assert!(check.meet(Some(fine)).is_ok());
            assert!(check.meet(Some("2.0.76")).is_ok(), "judged before");
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
