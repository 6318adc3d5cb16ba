//! Exit cause: why the CLI exited by itself, as far as it is known.
//!
//! The CLI has a field for the reason, which few versions fill. If it is missing, the table of
//! [`ExitCause::from_output`] is compared with the text with which the CLI refuses to start. This
//! is done for starts only, never for a session that ran.

use claude_types::{ResultMessage, StartupFailureReason};
use serde::Serialize;

/// Why the CLI ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExitCause {
    /// As root it does not skip permissions.
    RootRefused,
    /// The session, or the message in it, cannot be resumed.
    ResumeRejected,
    /// The session id is taken.
    SessionInUse,
    /// It does not take the value of a flag, or flags do not fit together.
    Arguments,
    /// The settings, or another of its configuration files, cannot be used.
    Settings,
    /// The MCP configuration cannot be used.
    McpConfig,
    /// A sandbox is required, and there can be none.
    Sandbox,
    /// The account or its organisation does not allow it.
    Account,
    /// A folder or a program that it needs is not there.
    Environment,
    /// It is older than its vendor allows.
    TooOld,
    /// A signal ended it; the number.
    Signal(i32),
    /// Its last words are all that is known.
    #[default]
    Unknown,
}

/// The beginnings of lines with which the CLI refuses to start, in order of preference.
const WORDS: &[(&str, ExitCause)] = &[
    ("--dangerously-skip-permissions cannot be used with root", ExitCause::RootRefused),
    ("Error: sandbox required but unavailable", ExitCause::Sandbox),
    ("Sandbox required but unavailable", ExitCause::Sandbox),
    ("No conversation found with session ID", ExitCause::ResumeRejected),
    ("No message found with message.uuid", ExitCause::ResumeRejected),
    ("Error: --resume requires a valid session", ExitCause::ResumeRejected),
    ("Error: Invalid MCP configuration", ExitCause::McpConfig),
    ("Error: Settings file not found", ExitCause::Settings),
    ("Error: Invalid JSON provided to --settings", ExitCause::Settings),
    ("Error processing --", ExitCause::Arguments),
    ("Error: Invalid --", ExitCause::Arguments),
    ("Error: Invalid session ID", ExitCause::Arguments),
    ("Error: When using --", ExitCause::Arguments),
    ("Error: Input must be provided", ExitCause::Arguments),
    ("Error: --", ExitCause::Arguments),
    ("error: option '", ExitCause::Arguments),
    ("ENOENT: no such file or directory", ExitCause::Environment),
    ("EACCES: permission denied", ExitCause::Environment),
];

impl ExitCause {
    /// What a field tells.
    pub(crate) fn named(signal: Option<i32>, result: Option<&ResultMessage>) -> Self {
        let reason = result.and_then(|result| result.startup_failure_reason.as_ref());
        match (signal, reason) {
            (Some(number), _) => Self::Signal(number),
            (None, Some(reason)) => Self::of_reason(reason),
            (None, None) => Self::Unknown,
        }
    }

    /// What the words tell with which a start was refused, and whether a session was to be
    /// resumed.
    pub(crate) fn from_output(stderr: &str, result: Option<&ResultMessage>, resumed: bool) -> Self {
        let errors = result.and_then(|result| result.errors.as_deref()).unwrap_or_default();
        let lines = || errors.iter().flat_map(|error| error.lines()).chain(stderr.lines());
        if lines().any(|line| line.contains("Session ID ") && line.contains("is already in use")) {
            return Self::SessionInUse;
        }
        let by_words =
            WORDS.iter().find(|(words, _)| lines().any(|line| line.trim().starts_with(words)));
        match by_words {
            Some((_, cause)) => *cause,
            // It ran no turn, and there was one thing to do before.
            None if resumed && result.is_some_and(|result| result.num_turns == Some(0)) => {
                Self::ResumeRejected
            }
            None => Self::Unknown,
        }
    }

    pub(crate) fn of_reason(reason: &StartupFailureReason) -> Self {
        use StartupFailureReason as Reason;
        match reason {
            Reason::OrgPinApiKeyConflict
            | Reason::ProviderNotAllowed
            | Reason::OrgVerifyFailed
            | Reason::OrgPinMismatch
            | Reason::GatewaySigninRequired
            | Reason::GatewayAccessDenied
            | Reason::OrgConfigRefused => Self::Account,
            Reason::ManagedSettingsInvalid
            | Reason::RemoteSettingsRequiredUnavailable
            | Reason::OrgConfigRequiredUnavailable
            | Reason::ProxyInvalid
            | Reason::ConfigFileInvalid => Self::Settings,
            Reason::TempDirUnusable | Reason::CwdUnavailable | Reason::ShellToolMissing => {
                Self::Environment
            }
            Reason::SessionHeldByBackground => Self::SessionInUse,
            Reason::WorktreeResumeRefused | Reason::WorktreeUnverified => Self::ResumeRejected,
            Reason::CliVersionTooOld => Self::TooOld,
            Reason::BypassRoot => Self::RootRefused,
            Reason::SandboxRequiredUnavailable => Self::Sandbox,
            _ => Self::Unknown,
        }
    }
}
