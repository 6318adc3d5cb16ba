//! From facts to errors: what a failed run means, and what can be done about an error.
//!
//! Decided from fields, never from prose where a field exists. The CLI's own class of an API error
//! comes before the HTTP status: a missing credit is a 400. Precedence: login, limit, API, run.

use std::time::{Duration, SystemTime};

use claude_transport::LaunchErrorKind;
use claude_types::{
    ApiErrorKind, ApiErrorType, Message, RateLimitInfo, RateLimitStatus, ResultMessage,
    TerminalReason,
};

use crate::{CloseReason, Error, ErrorKind, JsonFailure, Result};

/// What a turn's messages tell about a failure, beside its result.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    error: Option<ApiErrorKind>,
    resets_at: Option<SystemTime>,
}

impl Facts {
    pub(crate) fn observe(&mut self, message: &Message) {
        match message {
            // A subagent may fail where the run goes on.
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => {
                self.error = reply.error.clone();
            }
            Message::RateLimitEvent(event) => self.resets_at = resets_at(&event.rate_limit_info),
            _ => {}
        }
    }

    /// The final text, or the error that a failed run is.
    pub(crate) fn text(self, result: ResultMessage) -> Result<String> {
        if result.is_failure() {
            Err(self.error(result))
        } else {
            Ok(result.result.unwrap_or_default())
        }
    }

    /// The error that a failed run is.
    pub(crate) fn error(self, result: ResultMessage) -> Error {
        let status = result.api_error_status.value().copied();
        let result = Box::new(result);
        match self.class(status, &result) {
            Class::Auth => Error::Auth { result },
            Class::Limit => Error::Limit { resets_at: self.resets_at, result },
            Class::Api => Error::Api { status, result },
            Class::Run => Error::Run(result),
        }
    }

    fn class(&self, status: Option<u64>, result: &ResultMessage) -> Class {
        use ApiErrorKind as Kind;
        use ApiErrorType as Type;
        match &self.error {
            Some(
                Kind::AuthenticationFailed
                | Kind::OauthOrgNotAllowed
                | Kind::AccountOnHold
                | Kind::VerificationRequired
                | Kind::CloudCredentialError,
            ) => return Class::Auth,
            Some(Kind::RateLimit | Kind::BillingError) => return Class::Limit,
            // The other classes say less than the status does.
            Some(_) | None => {}
        }
        match (status, &result.api_error_type) {
            (Some(401 | 403), _) | (_, Some(Type::AuthenticationError | Type::PermissionError)) => {
                Class::Auth
            }
            (Some(402 | 429), _) | (_, Some(Type::RateLimitError | Type::BillingError)) => {
                Class::Limit
            }
            (Some(_), _) | (_, Some(_)) => Class::Api,
            (None, None) if self.error.is_some() => Class::Api,
            (None, None) if result.terminal_reason == Some(TerminalReason::ApiError) => Class::Api,
            (None, None) => Class::Run,
        }
    }
}

/// When the limit that was met ends. The end of a limit that still has room says nothing.
fn resets_at(limit: &RateLimitInfo) -> Option<SystemTime> {
    let seconds = limit.resets_at.filter(|_| limit.status == RateLimitStatus::Rejected)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))
}

enum Class {
    Auth,
    Limit,
    Api,
    Run,
}

impl Error {
    /// The class of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Options { .. }
            | Self::Settings { .. }
            | Self::CliTooOld { .. }
            | Self::PermissionMode { .. } => ErrorKind::Config,
            Self::CliNotFound { .. } => ErrorKind::NotFound,
            Self::Launch { kind: LaunchErrorKind::NotFound, .. } => ErrorKind::NotFound,
            Self::Launch { kind: LaunchErrorKind::CwdMissing, .. } => ErrorKind::Config,
            Self::Launch { .. } => ErrorKind::Process,
            Self::Exited { last_result: Some(result), .. } if result.num_turns == Some(0) => {
                ErrorKind::SessionCorrupted
            }
            Self::Exited { .. } | Self::Decode { .. } | Self::Control { .. } | Self::Mcp { .. } => {
                ErrorKind::Process
            }
            Self::Auth { .. } => ErrorKind::Auth,
            Self::Limit { result, .. } => limit_kind(result),
            Self::Api { status, result } => api_kind(*status, result),
            Self::Run(_) | Self::Json { failure: JsonFailure::Exhausted, .. } => {
                ErrorKind::ResourceExhaustion
            }
            Self::Json { .. } => ErrorKind::Process,
            Self::Timeout { .. } => ErrorKind::Timeout,
            Self::Closed { reason: CloseReason::NotRead { .. } } => ErrorKind::ResourceExhaustion,
            Self::Closed { .. } => ErrorKind::Process,
        }
    }

    /// Tells whether the same request may work later, unchanged.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Limit { resets_at, result } => {
                resets_at.is_some() || limit_kind(result) == ErrorKind::RateLimit
            }
            Self::Api { status, result } => api_kind(*status, result) == ErrorKind::Network,
            Self::Timeout { .. } => true,
            // Another answer may be of the type.
            Self::Json { failure, .. } => *failure != JsonFailure::Exhausted,
            _ => false,
        }
    }

    /// What can be done, in a sentence.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Options { .. } => {
                "Change the options; `Options::validate` tells without a start."
            }
            Self::Settings { .. } => {
                "Give a file that can be read, or JSON text, that holds one object; a path is as \
                 seen from `Options::cwd`."
            }
            Self::CliNotFound { .. } => {
                "Install it with `npm install -g @anthropic-ai/claude-code`, or name it by \
                 `Options::cli_path` or CLAUDE_CLI_PATH."
            }
            Self::CliTooOld { .. } => "Update the CLI; 2.1.250 and later are supported.",
            Self::Launch { kind: LaunchErrorKind::CwdMissing, .. } => {
                "Create the working directory, or set another by `Options::cwd`."
            }
            Self::Launch { .. } => "Check that the CLI is there and may be executed.",
            Self::Exited { .. } => "Read `stderr` and `last_result`; they hold its last words.",
            Self::Auth { .. } => "Log in with `claude /login`, or set ANTHROPIC_API_KEY.",
            Self::Limit { .. } => "Wait until the limit resets, or raise it.",
            Self::Api { .. } => "Try again later; check the model's name and the network.",
            Self::Run(_) => "Read the result: its `subtype` and `terminal_reason` tell.",
            Self::Json { .. } => {
                "Say in the prompt what is wanted, or let the type allow more; the failure holds \
                 what came, and what does not fit."
            }
            Self::Decode { .. } => "Report this with the version of the CLI.",
            Self::Control { .. } => "Read the message; a newer CLI may know the request.",
            Self::Mcp { .. } => {
                "Start the server by hand and look at what it says; `Client::mcp_status` tells more."
            }
            Self::PermissionMode { .. } => {
                "Update the CLI, or use `Options::permission_mode_from_settings`."
            }
            Self::Timeout { .. } => {
                "Raise the deadline by `Options::deadlines`, or look at stderr."
            }
            Self::Closed { reason: CloseReason::NotRead { .. } } => {
                "Read faster, or choose another `Overflow` policy."
            }
            Self::Closed { .. } => "Start a new session.",
        }
    }
}

fn limit_kind(result: &ResultMessage) -> ErrorKind {
    match (result.api_error_status.value(), &result.api_error_type) {
        (Some(429), _) | (_, Some(ApiErrorType::RateLimitError)) => ErrorKind::RateLimit,
        _ => ErrorKind::Quota,
    }
}

fn api_kind(status: Option<u64>, result: &ResultMessage) -> ErrorKind {
    use TerminalReason as Reason;
    // Too long or too large; the CLI may notice before it asks the API, and then there is no status.
    if let Some(Reason::PromptTooLong | Reason::BlockingLimit | Reason::ImageError) =
        result.terminal_reason
    {
        return ErrorKind::ResourceExhaustion;
    }
    match (status, &result.api_error_type) {
        (Some(404), _) | (_, Some(ApiErrorType::NotFoundError)) => ErrorKind::InvalidModel,
        (Some(413), _) | (_, Some(ApiErrorType::RequestTooLarge)) => ErrorKind::ResourceExhaustion,
        // Late, or in conflict with another request.
        (Some(408 | 409), _) => ErrorKind::Network,
        (Some(400..=499), _) => ErrorKind::Config,
        _ => ErrorKind::Network,
    }
}
