//! Outcome: how a run ended, decided from the fields of its result and never from the subtype
//! alone.
//!
//! An API error comes as the subtype `success`; an interrupted run comes as an error. Precedence:
//! interrupted, not started, limits of the run, too long, login, limit, API, the rest.
//! `run_facts.rs` adds what the messages before the result contain.

use claude_types::{
    ApiErrorKind, ApiErrorType, ResultMessage, ResultSubtype, StartupFailureReason, TerminalReason,
};

/// How a run ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It came to its end.
    Success,
    /// It was interrupted, or a denial stopped it. Nothing is broken: the next prompt works.
    Cancelled,
    /// A hook put a tool call off. The session can be resumed to make it.
    Deferred,
    /// A hook ended it.
    HookStopped,
    /// It was sent to the background, and goes on there.
    Background,
    /// The limit of turns was reached.
    MaxTurns,
    /// The limit of cost was reached.
    Budget,
    /// The model did not manage to give output that fits the schema.
    StructuredOutput,
    /// The conversation, the prompt or a part of it is too long or too large.
    TooLong,
    /// The model failed, or wrote broken tool calls too often.
    Model,
    /// The API did not accept who is asking.
    Auth,
    /// A limit of the account or of the API is reached.
    Limit,
    /// The API failed.
    Api {
        /// The HTTP status; `None` if there was no answer.
        status: Option<u64>,
    },
    /// The session, or the turn, could not start.
    NotStarted {
        /// Why, where the CLI has a word for it.
        reason: Option<StartupFailureReason>,
    },
    /// It failed in another way: the result tells.
    Failed,
}

impl Outcome {
    /// Returns how a run ended, as far as its result shows.
    ///
    /// [`RunFacts`](crate::error::RunFacts) knows more for those who have the messages of the run, too: a missing
    /// login and a missing credit are told by the message before the result.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::ResultMessage;
    /// use claude_sdk::Outcome;
    ///
    /// let overloaded: ResultMessage = serde_json::from_str(
    ///     r#"{"subtype":"success","is_error":true,"api_error_status":529,"result":"Overloaded"}"#,
    /// )?;
    /// assert_eq!(Outcome::of(&overloaded), Outcome::Api { status: Some(529) });
    /// # Ok::<_, serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn of(result: &ResultMessage) -> Self {
        classify(result, None)
    }

    /// Tells whether the run failed. One that was stopped on purpose did not.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        !matches!(
            self,
            Self::Success | Self::Cancelled | Self::Deferred | Self::HookStopped | Self::Background
        )
    }
}

/// The same with the class that the message before the result names.
pub(crate) fn classify(result: &ResultMessage, error: Option<&ApiErrorKind>) -> Outcome {
    if is_interrupted(result) {
        return Outcome::Cancelled;
    }
    if !result.is_failure() {
        return stopped(result).unwrap_or(Outcome::Success);
    }
    not_started(result)
        .or_else(|| limit_of_the_run(result))
        .or_else(|| api(result, error))
        .or_else(|| stopped(result))
        .unwrap_or(Outcome::Failed)
}

fn is_interrupted(result: &ResultMessage) -> bool {
    use TerminalReason as Reason;
    match &result.terminal_reason {
        Some(Reason::AbortedStreaming | Reason::AbortedTools) => true,
        Some(_) => false,
        // Older CLIs have no field for it, and say this to nobody but themselves.
        None => {
            let errors = result.errors.as_deref().unwrap_or_default();
            result.subtype == Some(ResultSubtype::ErrorDuringExecution)
                && !errors.is_empty()
                && errors.iter().all(|error| error.starts_with("[ede_diagnostic]"))
        }
    }
}

/// A run that ended before its time, and not because something failed.
fn stopped(result: &ResultMessage) -> Option<Outcome> {
    use TerminalReason as Reason;
    match &result.terminal_reason {
        Some(Reason::ToolDeferred) => Some(Outcome::Deferred),
        Some(Reason::StopHookPrevented | Reason::HookStopped) => Some(Outcome::HookStopped),
        Some(Reason::BackgroundRequested) => Some(Outcome::Background),
        None if result.deferred_tool_use.is_some() => Some(Outcome::Deferred),
        _ => None,
    }
}

fn not_started(result: &ResultMessage) -> Option<Outcome> {
    let reason = result.startup_failure_reason.clone();
    // A failure at the start has no turns and says nothing about why the turn ended.
    let at_start = result.num_turns == Some(0) && result.terminal_reason.is_none();
    let failed = at_start || result.terminal_reason == Some(TerminalReason::TurnSetupFailed);
    (reason.is_some() || failed).then_some(Outcome::NotStarted { reason })
}

fn limit_of_the_run(result: &ResultMessage) -> Option<Outcome> {
    use TerminalReason as Reason;
    match (&result.terminal_reason, &result.subtype) {
        (Some(Reason::MaxTurns), _) | (None, Some(ResultSubtype::ErrorMaxTurns)) => {
            Some(Outcome::MaxTurns)
        }
        (Some(Reason::BudgetExhausted), _) | (None, Some(ResultSubtype::ErrorMaxBudgetUsd)) => {
            Some(Outcome::Budget)
        }
        (Some(Reason::StructuredOutputRetryExhausted), _)
        | (None, Some(ResultSubtype::ErrorMaxStructuredOutputRetries)) => {
            Some(Outcome::StructuredOutput)
        }
        // The CLI may notice before it asks the API, and then there is no status.
        (
            Some(
                Reason::PromptTooLong
                | Reason::BlockingLimit
                | Reason::RapidRefillBreaker
                | Reason::ImageError,
            ),
            _,
        ) => Some(Outcome::TooLong),
        _ => None,
    }
}

/// The CLI's own class of the error comes before the HTTP status: a missing credit is a 400.
fn api(result: &ResultMessage, error: Option<&ApiErrorKind>) -> Option<Outcome> {
    use ApiErrorKind as Kind;
    use ApiErrorType as Type;
    match error {
        Some(
            Kind::AuthenticationFailed
            | Kind::OauthOrgNotAllowed
            | Kind::AccountOnHold
            | Kind::VerificationRequired
            | Kind::CloudCredentialError,
        ) => return Some(Outcome::Auth),
        Some(Kind::RateLimit | Kind::BillingError) => return Some(Outcome::Limit),
        // The other classes say less than the status does.
        Some(_) | None => {}
    }
    let status = result.api_error_status.value().copied();
    match (status, &result.api_error_type) {
        (Some(401 | 403), _) | (_, Some(Type::AuthenticationError | Type::PermissionError)) => {
            Some(Outcome::Auth)
        }
        (Some(402 | 429), _) | (_, Some(Type::RateLimitError | Type::BillingError)) => {
            Some(Outcome::Limit)
        }
        (Some(413), _) | (_, Some(Type::RequestTooLarge)) => Some(Outcome::TooLong),
        (Some(_), _) | (_, Some(_)) => Some(Outcome::Api { status }),
        (None, None) => match &result.terminal_reason {
            Some(TerminalReason::ApiError) => Some(Outcome::Api { status }),
            Some(TerminalReason::ModelError | TerminalReason::MalformedToolUseExhausted) => {
                Some(Outcome::Model)
            }
            _ => error.map(|_| Outcome::Api { status }),
        },
    }
}

#[cfg(test)]
mod tests;
