//! Hints: for each error its kind, a sentence that says what to do, and whether a retry can help.

use std::time::{Duration, SystemTime};

use claude_transport::LaunchErrorKind;
use claude_transport::cli::{Candidate, Rejection};
use claude_types::{ApiErrorType, ResultMessage};

use super::{CloseReason, Error, ErrorKind, ExitCause, JsonFailure, Outcome, Precondition};

impl Error {
    /// Returns the class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Options { .. } | Self::CliTooOld { .. } | Self::Unsupported { .. } => {
                ErrorKind::Config
            }
            Self::Precondition(unmet) => unmet_kind(unmet),
            Self::CliNotFound { .. } => ErrorKind::NotFound,
            Self::Runtime { .. } => ErrorKind::Config,
            Self::Launch { kind, .. } => launch_kind(*kind),
            Self::Exited { cause, last_result, .. } => exit_kind(*cause, last_result.as_deref()),
            Self::Decode { .. } | Self::Control { .. } => ErrorKind::Process,
            Self::Disconnected { .. } => ErrorKind::Network,
            Self::Auth { .. } => ErrorKind::Auth,
            // With a window, the allowance of the plan is used up. Without one, too many requests
            // were sent, or credit is missing.
            Self::Limit { window: Some(_), .. } => ErrorKind::Quota,
            Self::Limit { result, .. } => limit_kind(result),
            Self::Api { status, result } => api_kind(*status, result),
            Self::Run(result) => run_kind(result),
            Self::Budget { .. } | Self::Json { failure: JsonFailure::Exhausted, .. } => {
                ErrorKind::ResourceExhaustion
            }
            Self::Json { .. } => ErrorKind::Process,
            Self::Timeout { .. } | Self::Unfinished { .. } => ErrorKind::Timeout,
            Self::Closed { reason: CloseReason::ConsumerOverflow { .. } } => {
                ErrorKind::ResourceExhaustion
            }
            Self::Closed { reason: CloseReason::PromptCancelled } => ErrorKind::Cancelled,
            Self::Closed { .. } => ErrorKind::Process,
        }
    }

    /// Returns whether the run was interrupted or the prompt cancelled. This is not a failure.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.kind() == ErrorKind::Cancelled
    }

    /// Returns whether the same request may succeed later, unchanged.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Limit { resets_at, .. } => {
                resets_at.is_some() || self.kind() == ErrorKind::RateLimit
            }
            Self::Api { .. } => self.kind() == ErrorKind::Network,
            Self::Timeout { .. } | Self::Unfinished { .. } | Self::Disconnected { .. } => true,
            Self::Launch { kind, .. } => kind.is_transient(),
            // Another answer may match the type.
            Self::Json { failure, .. } => *failure != JsonFailure::Exhausted,
            _ => false,
        }
    }

    /// Returns how long to wait before the next attempt, if that is known.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let Self::Limit { resets_at: Some(at), .. } = self else { return None };
        Some(at.duration_since(SystemTime::now()).unwrap_or_default())
    }

    /// Returns one sentence that says what to do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Options { .. } => {
                "Change the options. `Options::validate` checks them without starting the CLI."
            }
            Self::Precondition(unmet) => unmet_hint(unmet),
            Self::CliNotFound { located } if located.rejected().any(is_there) => {
                "Repair or replace the file that the message names, install the CLI with `npm \
                 install -g @anthropic-ai/claude-code`, or set its path with `Options::cli_path` \
                 or CLAUDE_CLI_PATH. `claude_sdk::locate` lists all files that were found."
            }
            Self::CliNotFound { .. } => {
                "Install it with `npm install -g @anthropic-ai/claude-code`, or set its path with \
                 `Options::cli_path` or CLAUDE_CLI_PATH."
            }
            Self::CliTooOld { .. } | Self::Unsupported { .. } => {
                "Update the CLI. Version 2.1.250 and later are supported."
            }
            Self::Runtime { .. } => {
                "Run it inside a tokio runtime with all drivers: `#[tokio::main]`, or \
                 `Builder::enable_all`. Keep the runtime alive as long as its sessions."
            }
            Self::Launch { kind, wrapped: true, .. } if kind.is_about_the_file() => {
                "Install the program that the function of `Options::wrap_command` returns, or \
                 correct its path. It is looked up in the PATH of the CLI."
            }
            Self::Launch { kind, .. } => launch_hint(*kind),
            Self::Exited { cause, last_result, stderr, .. } => {
                exit_hint(*cause, last_result.as_deref(), stderr)
            }
            Self::Disconnected { resumable: true, .. } => {
                "Resume the session with a new client (`Options::resume`), once the machine can be \
                 reached."
            }
            Self::Disconnected { .. } => {
                "Check the network, and end the CLI on that machine before you resume the session; or \
                 fork it (`Options::fork_session`)."
            }
            Self::Auth { .. } => AUTH,
            Self::Limit { resets_at: Some(_), .. } => {
                "Wait for the time that `Error::retry_after` returns, or raise the limit."
            }
            Self::Limit { .. } if self.kind() == ErrorKind::RateLimit => {
                "Send fewer requests at a time, and retry later."
            }
            Self::Limit { .. } => "Add credit, raise the limit, or use another account.",
            Self::Api { .. } => api_hint(self.kind()),
            Self::Run(result) => run_hint(result),
            Self::Json { .. } => {
                "Describe the answer in the prompt, or make the type less strict. `failure` \
                 contains the value and its mismatches."
            }
            Self::Budget { .. } => {
                "Raise the limit with `Options::budget`, then resume the session with a new client."
            }
            Self::Decode { .. } => "Report this error with the version of the CLI.",
            Self::Control { .. } => "Read the message. A newer CLI may support the request.",
            Self::Timeout { waiting_for, .. } if waiting_for == SESSION_END => {
                "Raise `Deadlines::session`, or resume the session with a new client."
            }
            Self::Timeout { diagnostics, .. }
                if diagnostics.frames.is_empty() && !diagnostics.noise.is_empty() =>
            {
                "Check that `Options::cli_path` is the Claude Code CLI: the program wrote plain \
                 text instead of protocol messages."
            }
            Self::Timeout { .. } => {
                "Raise the deadline with `Options::deadlines`, or see `diagnostics` in this error \
                 for the last output of the CLI."
            }
            Self::Unfinished { .. } => {
                "Wait longer, interrupt the turn, or stop the tasks that the message names."
            }
            Self::Closed { reason: CloseReason::ConsumerOverflow { .. } } => {
                "Read the stream faster, or choose another `OverflowPolicy`."
            }
            Self::Closed { reason: CloseReason::InputEnded } => {
                "Use a `Client`, or set a callback: then stdin stays open until the run is over."
            }
            Self::Closed { reason: CloseReason::PromptCancelled } => "Send the prompt again.",
            Self::Closed { reason: CloseReason::AlreadyDelivered } => {
                "Read the answer from the session. To run the prompt again, give it a new ID."
            }
            Self::Closed { reason: CloseReason::NoResult } => {
                "Send the prompt again. The messages of the turn contain what the model has said."
            }
            Self::Closed { reason: CloseReason::ScopeEnded } => {
                "Use a client of the session whose scope has not ended."
            }
            Self::Closed { reason: CloseReason::RuntimeGone } => {
                "Keep the tokio runtime alive as long as the sessions that were started on it."
            }
            Self::Closed { .. } => "Start a new session.",
        }
    }
}

/// What a session is waited for until its deadline.
pub(super) const SESSION_END: &str = "the session to end";

const AUTH: &str = "Log in with `claude /login`, or set ANTHROPIC_API_KEY.";

fn unmet_kind(unmet: &Precondition) -> ErrorKind {
    match unmet {
        Precondition::Settings { .. }
        | Precondition::PermissionMode { .. }
        | Precondition::Hooks => ErrorKind::Config,
        Precondition::Plugin { .. }
        | Precondition::ArgumentTooLong { .. }
        | Precondition::ResourceLimit { .. }
        | Precondition::ArgumentsTooLong { .. }
        | Precondition::NotSent { .. } => ErrorKind::Config,
        Precondition::McpServer { .. } => ErrorKind::Process,
    }
}

fn unmet_hint(unmet: &Precondition) -> &'static str {
    match unmet {
        Precondition::Settings { .. } => {
            "Pass a readable file, or JSON text, that contains one object. A relative path is \
             resolved against `Options::cwd`."
        }
        Precondition::PermissionMode { .. } => {
            "Update the CLI, or call `Options::permission_mode_from_settings`."
        }
        Precondition::ResourceLimit { .. } => {
            "Remove the limit from `Options::resource_limits`: this system has none, or this user \
             may not set it. A lower nice value requires privileges."
        }
        Precondition::ArgumentTooLong { .. } => {
            "Use an option that takes a text or a file, or make the value shorter."
        }
        Precondition::ArgumentsTooLong { .. } => {
            "Pass fewer or shorter values, or inherit fewer variables (`Options::env_policy`)."
        }
        Precondition::Hooks => {
            "Update the CLI, or let the hooks continue on failure (`OnFailure`)."
        }
        Precondition::McpServer { .. } => {
            "Start the server by hand and check its output. `Client::mcp_status` returns its \
             status."
        }
        Precondition::NotSent { .. } => {
            "Send a prompt with text, or see the notice for the hook that blocked it."
        }
        Precondition::Plugin { .. } => {
            "Change the prompt as the source of this error says, or remove the plugin."
        }
    }
}

fn launch_kind(kind: LaunchErrorKind) -> ErrorKind {
    match kind {
        LaunchErrorKind::NotFound => ErrorKind::NotFound,
        LaunchErrorKind::TooManyFiles | LaunchErrorKind::OutOfResources => {
            ErrorKind::ResourceExhaustion
        }
        LaunchErrorKind::CwdMissing | LaunchErrorKind::ArgumentsTooLong => ErrorKind::Config,
        kind if kind.is_about_the_file() => ErrorKind::Config,
        _ => ErrorKind::Process,
    }
}

/// Returns whether something is at the path of a candidate.
fn is_there(candidate: &Candidate) -> bool {
    candidate.rejection() != Some(&Rejection::Missing)
}

fn launch_hint(kind: LaunchErrorKind) -> &'static str {
    match kind {
        LaunchErrorKind::NotFound => {
            "Set the path of the CLI with `Options::cli_path` or CLAUDE_CLI_PATH, or remove both to \
             search for it."
        }
        LaunchErrorKind::PermissionDenied => {
            "Make the file executable for this user (`chmod +x`), and its directories accessible."
        }
        LaunchErrorKind::IsDirectory => {
            "Set the path of the CLI itself with `Options::cli_path`: the file is usually called \
             `claude`."
        }
        LaunchErrorKind::NotAProgram => {
            "Install the CLI again. If npm installed it, its install script did not run \
             (`--ignore-scripts`), or the download is incomplete or for another processor."
        }
        LaunchErrorKind::InterpreterMissing => {
            "Install what the first line of the file names, such as Node.js; for a native CLI, the \
             variant for the C library of this system (glibc or musl)."
        }
        LaunchErrorKind::NoExec => {
            "Install the CLI on another file system, or mount this one without `noexec`."
        }
        LaunchErrorKind::BatchFile => {
            "Set the path of `claude.exe` with `Options::cli_path`; npm installs it below \
             `node_modules/@anthropic-ai`, beside the batch file."
        }
        LaunchErrorKind::Busy => "Retry when the installation of the CLI is complete.",
        LaunchErrorKind::TooManyFiles => {
            "Close files or sessions, or raise the limit (`ulimit -n`), and retry."
        }
        LaunchErrorKind::OutOfResources => {
            "Run fewer sessions at a time, or raise the limits of memory and processes, and retry."
        }
        LaunchErrorKind::CwdMissing => {
            "Create the working directory, or set another one with `Options::cwd`."
        }
        LaunchErrorKind::ArgumentsTooLong => {
            "Pass long texts as files: the system prompt with `SystemPrompt::File`, the settings \
             by their path."
        }
        _ => "Read the cause: the system did not start the program.",
    }
}

fn exit_kind(cause: ExitCause, last_result: Option<&ResultMessage>) -> ErrorKind {
    match cause {
        ExitCause::ResumeRejected | ExitCause::ResumeAtNotFound => ErrorKind::Session,
        ExitCause::Account => ErrorKind::Auth,
        ExitCause::OpenFiles | ExitCause::MemoryLimit | ExitCause::CpuLimit => {
            ErrorKind::ResourceExhaustion
        }
        ExitCause::Signal(_)
        | ExitCause::ThisProgram
        | ExitCause::NoHandshake
        | ExitCause::WrappedCommand => ErrorKind::Process,
        ExitCause::Unknown => last_result.map_or(ErrorKind::Process, run_kind),
        ExitCause::RootRefused
        | ExitCause::SessionInUse
        | ExitCause::Arguments
        | ExitCause::Settings
        | ExitCause::McpConfig
        | ExitCause::Sandbox
        | ExitCause::Environment
        | ExitCause::TooOld => ErrorKind::Config,
    }
}

fn exit_hint(cause: ExitCause, last_result: Option<&ResultMessage>, stderr: &str) -> &'static str {
    match cause {
        ExitCause::RootRefused => {
            "Run as another user, choose another permission mode, or set IS_SANDBOX=1 in a \
             container."
        }
        ExitCause::ResumeRejected => {
            "Check the session ID and the working directory: a session belongs to the directory in \
             which it was started. `resume_file` resumes it from anywhere."
        }
        ExitCause::ResumeAtNotFound => {
            "Check the UUID in `resume_at`: the CLI loaded another conversation, or an older state of \
             it. No prompt was sent."
        }
        ExitCause::SessionInUse => "Resume the session, or give the new session another ID.",
        ExitCause::Arguments => "Change the option that the message names.",
        ExitCause::Settings => "Check the settings file or the variable that the message names.",
        ExitCause::McpConfig => "Check the MCP configuration: its path and its JSON.",
        ExitCause::Sandbox => {
            "Install what the sandbox requires, or set `fail_if_unavailable` to false to run \
             without a sandbox."
        }
        ExitCause::Account => AUTH,
        ExitCause::Environment => {
            "Create the directory or install the program that the message names."
        }
        ExitCause::TooOld => "Update the CLI.",
        ExitCause::OpenFiles => {
            "Raise the limit of open files: `ResourceLimits::open_files` if it is set, otherwise \
             `ulimit -n` of this program."
        }
        ExitCause::MemoryLimit => {
            "Raise `ResourceLimits::address_space`, and resume the session. The CLI reserves much \
             more than it uses."
        }
        ExitCause::CpuLimit => "Raise `ResourceLimits::cpu_time`, and resume the session.",
        ExitCause::Signal(9) => {
            "Check whether the system ran out of memory: the CLI was killed with SIGKILL."
        }
        ExitCause::ThisProgram => {
            "Start a new session, which can resume this one: this program has ended the CLI."
        }
        ExitCause::Signal(4 | 7 | 11) => {
            "Install the CLI again: it crashed, so it may be incomplete or for another processor."
        }
        ExitCause::WrappedCommand => {
            "Run the command that the function of `Options::wrap_command` returns by hand: it exited \
             before the CLI answered."
        }
        ExitCause::NoHandshake => {
            "Check that the program is the Claude Code CLI (run it with `--version`). \
              `Options::cli_path` or CLAUDE_CLI_PATH sets another one."
        }
        ExitCause::Signal(_) => "Check what sent the signal. A new session can resume this one.",
        ExitCause::Unknown => match last_result {
            Some(result) => run_hint(result),
            None if stderr.trim().is_empty() => {
                "Run the CLI by hand to see why it exits: it wrote no reason."
            }
            None => "See `stderr` in this error for the last output of the CLI.",
        },
    }
}

fn run_kind(result: &ResultMessage) -> ErrorKind {
    match Outcome::of(result) {
        Outcome::Cancelled | Outcome::HookStopped | Outcome::Background => ErrorKind::Cancelled,
        Outcome::MaxTurns
        | Outcome::Budget
        | Outcome::StructuredOutput
        | Outcome::TooLong
        | Outcome::OutputLimit => ErrorKind::ResourceExhaustion,
        Outcome::Refused => ErrorKind::Refused,
        Outcome::Auth => ErrorKind::Auth,
        Outcome::Limit => limit_kind(result),
        Outcome::Api { status } => api_kind(status, result),
        Outcome::NotStarted { reason: Some(reason) } => {
            exit_kind(ExitCause::of_reason(&reason), None)
        }
        _ => ErrorKind::Process,
    }
}

fn run_hint(result: &ResultMessage) -> &'static str {
    match Outcome::of(result) {
        Outcome::Cancelled => "Send the next prompt: the session is intact.",
        Outcome::MaxTurns => "Raise `Options::max_turns`, or send a prompt to continue.",
        Outcome::Budget => "Raise `Options::max_budget_usd`.",
        Outcome::StructuredOutput => "Simplify the schema, or describe its fields.",
        Outcome::TooLong => TOO_LONG,
        Outcome::OutputLimit => {
            "Ask for a shorter answer or for parts of it, or raise CLAUDE_CODE_MAX_OUTPUT_TOKENS."
        }
        Outcome::Refused => {
            "Rephrase the prompt, or begin a new conversation: the same prompt is refused again."
        }
        Outcome::Auth => AUTH,
        Outcome::Api { status } => api_hint(api_kind(status, result)),
        _ => "See `errors` and `terminal_reason` in the result.",
    }
}

const TOO_LONG: &str = "Shorten the prompt, compact the conversation, or start a new one.";

fn limit_kind(result: &ResultMessage) -> ErrorKind {
    match (result.api_error_status.value(), &result.api_error_type) {
        (Some(429), _) | (_, Some(ApiErrorType::RateLimitError)) => ErrorKind::RateLimit,
        _ => ErrorKind::Quota,
    }
}

fn api_kind(status: Option<u64>, result: &ResultMessage) -> ErrorKind {
    if Outcome::of(result) == Outcome::TooLong {
        return ErrorKind::ResourceExhaustion;
    }
    match (status, &result.api_error_type) {
        (Some(404), _) | (_, Some(ApiErrorType::NotFoundError)) => ErrorKind::InvalidModel,
        // 408: the API timed out. 409: conflict with another request. Both may succeed later.
        (Some(408 | 409), _) => ErrorKind::Network,
        (Some(400..=499), _) | (None, Some(ApiErrorType::InvalidRequestError)) => ErrorKind::Config,
        // Only what is known to be transient may be retried.
        (None, Some(ApiErrorType::Other(_))) => ErrorKind::Process,
        _ => ErrorKind::Network,
    }
}

fn api_hint(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidModel => "Check the name of the model, and that the account may use it.",
        ErrorKind::ResourceExhaustion => TOO_LONG,
        ErrorKind::Network => "Retry later. Check the network and ANTHROPIC_BASE_URL.",
        _ => "Read the message: the API rejected the request.",
    }
}
