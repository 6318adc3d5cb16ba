//! Hints: for each error its kind, a sentence that says what to do, and whether a retry can help.

use std::time::{Duration, SystemTime};

use claude_transport::LaunchErrorKind;
use claude_types::{ApiErrorType, ResultMessage};

use super::{CloseReason, Error, ErrorKind, ExitCause, JsonFailure, Outcome, Precondition};

impl Error {
    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Options { .. } | Self::CliTooOld { .. } | Self::Unsupported { .. } => {
                ErrorKind::Config
            }
            Self::Precondition(unmet) => unmet_kind(unmet),
            Self::CliNotFound { .. } => ErrorKind::NotFound,
            Self::Launch { kind, .. } => launch_kind(*kind),
            Self::Exited { cause, last_result, .. } => exit_kind(*cause, last_result.as_deref()),
            Self::Decode { .. } | Self::Control { .. } => ErrorKind::Process,
            Self::Auth { .. } => ErrorKind::Auth,
            // What a plan allows is used up; without a plan there were too many requests.
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

    /// Tells whether this is no failure: the run was interrupted, or the prompt taken back.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.kind() == ErrorKind::Cancelled
    }

    /// Tells whether the same request may work later, unchanged.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Limit { resets_at, .. } => {
                resets_at.is_some() || self.kind() == ErrorKind::RateLimit
            }
            Self::Api { .. } => self.kind() == ErrorKind::Network,
            Self::Timeout { .. } | Self::Unfinished { .. } => true,
            // Another answer may be of the type.
            Self::Json { failure, .. } => *failure != JsonFailure::Exhausted,
            _ => false,
        }
    }

    /// How long to wait before trying again, where that is known.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        let Self::Limit { resets_at: Some(at), .. } = self else { return None };
        Some(at.duration_since(SystemTime::now()).unwrap_or_default())
    }

    /// What can be done, in a sentence.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Options { .. } => {
                "Change the options; `Options::validate` tells without a start."
            }
            Self::Precondition(unmet) => unmet_hint(unmet),
            Self::CliNotFound { .. } => {
                "Install it with `npm install -g @anthropic-ai/claude-code`, or name it by \
                 `Options::cli_path` or CLAUDE_CLI_PATH."
            }
            Self::CliTooOld { .. } | Self::Unsupported { .. } => {
                "Update the CLI; 2.1.250 and later are supported."
            }
            Self::Launch { kind, .. } => launch_hint(*kind),
            Self::Exited { cause, last_result, .. } => exit_hint(*cause, last_result.as_deref()),
            Self::Auth { .. } => AUTH,
            Self::Limit { resets_at: Some(_), .. } => {
                "Wait for as long as `retry_after` says, or raise the limit."
            }
            Self::Limit { .. } if self.kind() == ErrorKind::RateLimit => {
                "Send less at a time and try again later."
            }
            Self::Limit { .. } => "Add credit, raise the limit, or use another account.",
            Self::Api { .. } => api_hint(self.kind()),
            Self::Run(result) => run_hint(result),
            Self::Json { .. } => {
                "Say in the prompt what is wanted, or let the type allow more; the failure holds what \
                 came, and what does not fit."
            }
            Self::Budget { .. } => {
                "Raise the line by `Options::budget`, and resume the session in a new process."
            }
            Self::Decode { .. } => "Report this with the version of the CLI.",
            Self::Control { .. } => "Read the message; a newer CLI may know the request.",
            Self::Timeout { diagnostics, .. }
                if diagnostics.frames.is_empty() && !diagnostics.noise.is_empty() =>
            {
                "It wrote text and nothing of the protocol: check that `cli_path` names the CLI \
                 itself."
            }
            Self::Timeout { .. } => {
                "Raise the deadline by `Options::deadlines`, or look at `diagnostics`: it holds its \
                 last words."
            }
            Self::Unfinished { .. } => {
                "Wait longer, interrupt the turn, or stop the tasks that it names."
            }
            Self::Closed { reason: CloseReason::ConsumerOverflow { .. } } => {
                "Read faster, or choose another `Overflow` policy."
            }
            Self::Closed { reason: CloseReason::InputEnded } => {
                "Use a `Client`, or give the query a callback: then its input stays open."
            }
            Self::Closed { reason: CloseReason::PromptCancelled } => "Send the prompt again.",
            Self::Closed { .. } => "Start a new session.",
        }
    }
}

const AUTH: &str = "Log in with `claude /login`, or set ANTHROPIC_API_KEY.";

fn unmet_kind(unmet: &Precondition) -> ErrorKind {
    match unmet {
        Precondition::Settings { .. }
        | Precondition::PermissionMode { .. }
        | Precondition::Hooks => ErrorKind::Config,
        Precondition::Plugin { .. } | Precondition::ArgumentTooLong { .. } => ErrorKind::Config,
        Precondition::McpServer { .. } => ErrorKind::Process,
    }
}

fn unmet_hint(unmet: &Precondition) -> &'static str {
    match unmet {
        Precondition::Settings { .. } => {
            "Give a file that can be read, or JSON text, that holds one object; a path is as seen \
             from `Options::cwd`."
        }
        Precondition::PermissionMode { .. } => {
            "Update the CLI, or use `Options::permission_mode_from_settings`."
        }
        Precondition::ArgumentTooLong { .. } => {
            "Give it by an option that takes a text or a file, or make it shorter."
        }
        Precondition::Hooks => "Update the CLI, or let the hooks continue on failure.",
        Precondition::McpServer { .. } => {
            "Start the server by hand and look at what it says; `Client::mcp_status` tells more."
        }
        Precondition::Plugin { .. } => {
            "Change the prompt as the source says, or remove the plugin."
        }
    }
}

fn launch_kind(kind: LaunchErrorKind) -> ErrorKind {
    match kind {
        LaunchErrorKind::NotFound => ErrorKind::NotFound,
        LaunchErrorKind::CwdMissing | LaunchErrorKind::ArgumentsTooLong => ErrorKind::Config,
        _ => ErrorKind::Process,
    }
}

fn launch_hint(kind: LaunchErrorKind) -> &'static str {
    match kind {
        LaunchErrorKind::CwdMissing => {
            "Create the working directory, or set another by `Options::cwd`."
        }
        LaunchErrorKind::ArgumentsTooLong => {
            "Put long texts into files: the system prompt by `SystemPrompt::File`, the settings by \
             their path."
        }
        _ => "Check that the CLI is there and may be executed.",
    }
}

fn exit_kind(cause: ExitCause, last_result: Option<&ResultMessage>) -> ErrorKind {
    match cause {
        ExitCause::ResumeRejected => ErrorKind::SessionCorrupted,
        ExitCause::Account => ErrorKind::Auth,
        ExitCause::Signal(_) => ErrorKind::Process,
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

fn exit_hint(cause: ExitCause, last_result: Option<&ResultMessage>) -> &'static str {
    match cause {
        ExitCause::RootRefused => {
            "Run as another user, choose another permission mode, or set IS_SANDBOX=1 in a \
             container."
        }
        ExitCause::ResumeRejected => {
            "Check the id and the working directory: sessions belong to the folder they were \
             started in."
        }
        ExitCause::SessionInUse => "Resume the session, or give the new one another id.",
        ExitCause::Arguments => "Change the option that the message names.",
        ExitCause::Settings => "Check the settings file that the message names.",
        ExitCause::McpConfig => "Check the MCP configuration: its path, and its JSON.",
        ExitCause::Sandbox => {
            "Install what the sandbox needs, or set `fail_if_unavailable` to false to run without."
        }
        ExitCause::Account => AUTH,
        ExitCause::Environment => {
            "Create the folder or install the program that the message names."
        }
        ExitCause::TooOld => "Update the CLI.",
        ExitCause::Signal(9) => "Something killed it: look for a lack of memory.",
        ExitCause::Signal(_) => "Something outside ended it; a new session can resume this one.",
        ExitCause::Unknown => match last_result {
            Some(result) => run_hint(result),
            None => "Read `stderr`; it holds its last words.",
        },
    }
}

fn run_kind(result: &ResultMessage) -> ErrorKind {
    match Outcome::of(result) {
        Outcome::Cancelled | Outcome::HookStopped | Outcome::Background => ErrorKind::Cancelled,
        Outcome::MaxTurns | Outcome::Budget | Outcome::StructuredOutput | Outcome::TooLong => {
            ErrorKind::ResourceExhaustion
        }
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
        Outcome::Cancelled => "Nothing is broken: send the next prompt.",
        Outcome::MaxTurns => "Raise `Options::max_turns`, or send a prompt to go on.",
        Outcome::Budget => "Raise `Options::max_budget_usd`.",
        Outcome::StructuredOutput => "Make the schema simpler, or describe its fields.",
        Outcome::TooLong => TOO_LONG,
        Outcome::Auth => AUTH,
        Outcome::Api { status } => api_hint(api_kind(status, result)),
        _ => "Read the result: its `errors` and `terminal_reason` tell.",
    }
}

const TOO_LONG: &str = "Shorten the prompt, compact the conversation, or begin a new one.";

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
        // Late, or in conflict with another request.
        (Some(408 | 409), _) => ErrorKind::Network,
        (Some(400..=499), _) => ErrorKind::Config,
        _ => ErrorKind::Network,
    }
}

fn api_hint(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::InvalidModel => "Check the name of the model, and that the account may use it.",
        ErrorKind::ResourceExhaustion => TOO_LONG,
        ErrorKind::Network => "Try again later; check the network and ANTHROPIC_BASE_URL.",
        _ => "Read the message: the API did not take the request.",
    }
}
