//! Exit cause: why the CLI exited by itself, as far as it is known.
//!
//! The CLI has a field for the reason, which few versions fill. If it is missing, the table of
//! [`ExitCause::from_output`] is compared with the text that the CLI writes when it refuses to
//! start. This is done for starts only, never for a session that was running.

use claude_types::{ResultMessage, StartupFailureReason};
use serde::Serialize;

/// The reason why the CLI exited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExitCause {
    /// The CLI does not skip permissions if it runs as root.
    RootRefused,
    /// The session cannot be resumed.
    ResumeRejected,
    /// The message of [`Options::resume_at`](crate::Options::resume_at) is not in the conversation that
    /// the CLI loaded.
    ResumeAtNotFound,
    /// The session ID is already in use.
    SessionInUse,
    /// The value of a flag is invalid, or flags cannot be combined.
    Arguments,
    /// The settings, or another configuration file, cannot be used.
    Settings,
    /// The MCP configuration cannot be used.
    McpConfig,
    /// A sandbox is required, but not available.
    Sandbox,
    /// The account or its organization does not allow the start.
    Account,
    /// A directory or a program that the CLI requires does not exist.
    Environment,
    /// The CLI or its host has too many open files, or may open too few.
    OpenFiles,
    /// The CLI crashed with a limited address space
    /// ([`ResourceLimits`](crate::limits::ResourceLimits)). It does so if it gets no memory.
    MemoryLimit,
    /// The CLI used the CPU time that it may use ([`ResourceLimits`](crate::limits::ResourceLimits)).
    CpuLimit,
    /// The CLI is older than its vendor allows.
    TooOld,
    /// A signal with this number ended the CLI. This program did not send it.
    Signal(i32),
    /// This program ended the CLI by a signal.
    ThisProgram,
    /// The program exited before the handshake, for a reason that is not known. It may be another
    /// program than the CLI.
    NoHandshake,
    /// The command that the function of [`Options::wrap_command`](crate::Options::wrap_command)
    /// returned exited before the handshake, for a reason that is not known.
    WrappedCommand,
    /// The reason is not known. The output of the CLI may contain it.
    #[default]
    Unknown,
}

/// The beginnings of the lines that the CLI writes when it refuses to start. The first match
/// counts.
const REFUSALS: &[(&str, ExitCause)] = &[
    ("--dangerously-skip-permissions cannot be used with root", ExitCause::RootRefused),
    ("Error: sandbox required but unavailable", ExitCause::Sandbox),
    ("Sandbox required but unavailable", ExitCause::Sandbox),
    ("No conversation found with session ID", ExitCause::ResumeRejected),
    ("No message found with message.uuid", ExitCause::ResumeAtNotFound),
    ("Error: --resume requires a valid session", ExitCause::ResumeRejected),
    ("Error: Invalid MCP configuration", ExitCause::McpConfig),
    ("Error: Settings file not found", ExitCause::Settings),
    ("Error: Invalid JSON provided to --settings", ExitCause::Settings),
    ("Configuration error in ", ExitCause::Settings),
    ("Invalid proxy URL in ", ExitCause::Settings),
    ("Error: System prompt file not found", ExitCause::Arguments),
    ("Error reading system prompt file", ExitCause::Arguments),
    ("Error: Can only use --worktree", ExitCause::Arguments),
    ("The current directory no longer exists", ExitCause::Environment),
    ("Error processing --", ExitCause::Arguments),
    ("Error: Invalid --", ExitCause::Arguments),
    ("Error: Invalid session ID", ExitCause::Arguments),
    ("Error: When using --", ExitCause::Arguments),
    ("Error: Input must be provided", ExitCause::Arguments),
    ("Error: --", ExitCause::Arguments),
    ("error: option '", ExitCause::Arguments),
    ("Claude Code could not start: EMFILE", ExitCause::OpenFiles),
    ("Claude Code could not start: ENFILE", ExitCause::OpenFiles),
    ("EMFILE: too many open files", ExitCause::OpenFiles),
    ("ENOENT: no such file or directory", ExitCause::Environment),
    ("EACCES: permission denied", ExitCause::Environment),
];

impl ExitCause {
    /// Returns the cause that a field contains.
    pub(crate) fn named(signal: Option<i32>, result: Option<&ResultMessage>) -> Self {
        let reason = result.and_then(|result| result.startup_failure_reason.as_ref());
        match (signal, reason) {
            (Some(number), _) => Self::Signal(number),
            (None, Some(reason)) => Self::of_reason(reason),
            (None, None) => Self::Unknown,
        }
    }

    /// Returns the cause that the output of a refused start shows. `resumed`: a session was to be
    /// resumed.
    pub(crate) fn from_output(stderr: &str, result: Option<&ResultMessage>, resumed: bool) -> Self {
        let errors = result.and_then(|result| result.errors.as_deref()).unwrap_or_default();
        let lines = || errors.iter().flat_map(|error| error.lines()).chain(stderr.lines());
        if lines().any(|line| line.contains("Session ID ") && line.contains("is already in use")) {
            return Self::SessionInUse;
        }
        let by_text =
            REFUSALS.iter().find(|(text, _)| lines().any(|line| line.trim().starts_with(text)));
        match by_text {
            Some((_, cause)) => *cause,
            // Without a single turn, only the resume can have failed.
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
