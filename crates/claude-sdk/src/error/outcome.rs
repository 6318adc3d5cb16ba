//! Outcome: how a run ended, decided by the fields of its result and never by the subtype alone.
//!
//! An API error has the subtype `success`; an interrupted run has an error subtype. Precedence:
//! interrupted, not started, limits of the run, too long, the stop reason, login, limit, API, the
//! rest. A refusal has the same class and the same `terminal_reason` as an API error, so the stop
//! reason is read before them.
//! `run_facts.rs` adds what the messages before the result contain.

use claude_types::{
    ApiErrorKind, ApiErrorType, ResultMessage, ResultSubtype, StartupFailureReason, StopReason,
    TerminalReason,
};

/// How a run ended.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Outcome, query};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let result = query("Fix the tests.", Default::default()).result().await?;
/// match Outcome::of(&result) {
///     Outcome::Success => println!("{}", result.text()),
///     Outcome::Cancelled => println!("interrupted"),
///     outcome => println!("not finished: {outcome:?}"),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The run finished.
    Success,
    /// The run was interrupted, or stopped by a denial. The session is intact: the next prompt
    /// works.
    Cancelled,
    /// A hook deferred a tool call. Resume the session to make the call.
    Deferred,
    /// A hook stopped the run.
    HookStopped,
    /// The run was moved to the background, and continues there.
    Background,
    /// The run reached its limit of turns.
    MaxTurns,
    /// The run reached its limit of cost.
    Budget,
    /// The model did not produce output that matches the schema.
    StructuredOutput,
    /// The conversation, the prompt or a part of it is too long or too large.
    TooLong,
    /// The answer reached the limit of output tokens.
    OutputLimit,
    /// The model refused, or the safeguards around it stopped the answer. The same prompt is
    /// refused again.
    Refused,
    /// The model failed, or wrote malformed tool calls too often.
    Model,
    /// The API rejected the credentials.
    Auth,
    /// A limit of the account or of the API was reached.
    Limit,
    /// The API failed.
    Api {
        /// The HTTP status; `None` if there was no response.
        status: Option<u64>,
    },
    /// The session, or the turn, could not start.
    NotStarted {
        /// The reason, if the CLI reports one.
        reason: Option<StartupFailureReason>,
    },
    /// The run failed in another way: the result contains the reason.
    Failed,
}

impl Outcome {
    /// Returns how a run ended, as far as its result shows.
    ///
    /// A missing login and missing credit are reported in the message before the result. If you
    /// have the messages of the run, use [`RunFacts`](crate::error::RunFacts).
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

    /// Returns whether the run failed. A run that was stopped on purpose did not fail.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        !matches!(
            self,
            Self::Success | Self::Cancelled | Self::Deferred | Self::HookStopped | Self::Background
        )
    }
}

/// Returns the outcome of a result. `error` is the class in the last message before the result.
pub(crate) fn classify(result: &ResultMessage, error: Option<&ApiErrorKind>) -> Outcome {
    if is_interrupted(result) {
        return Outcome::Cancelled;
    }
    if !result.is_failure() {
        return stopped(result).unwrap_or(Outcome::Success);
    }
    not_started(result)
        .or_else(|| limit_of_the_run(result))
        .or_else(|| end_of_answer(result))
        .or_else(|| api(result, error))
        .or_else(|| stopped(result))
        .unwrap_or(Outcome::Failed)
}

fn is_interrupted(result: &ResultMessage) -> bool {
    use TerminalReason as Reason;
    match &result.terminal_reason {
        Some(Reason::AbortedStreaming | Reason::AbortedTools) => true,
        Some(_) => false,
        // Older CLIs have no field for an interrupt, only these internal diagnostics.
        None => {
            let errors = result.errors.as_deref().unwrap_or_default();
            result.subtype == Some(ResultSubtype::ErrorDuringExecution)
                && !errors.is_empty()
                && errors.iter().all(|error| error.starts_with("[ede_diagnostic]"))
        }
    }
}

/// Returns the outcome of a run that ended early without a failure.
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
    // A failed start has no turns and no reason why the turn ended.
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
        // The CLI may detect this before it sends a request, so there may be no HTTP status.
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

/// Returns the outcome of a run that failed because of how the last answer ended.
fn end_of_answer(result: &ResultMessage) -> Option<Outcome> {
    match &result.stop_reason {
        Some(StopReason::Refusal) => Some(Outcome::Refused),
        Some(StopReason::MaxTokens) => Some(Outcome::OutputLimit),
        Some(StopReason::ModelContextWindowExceeded) => Some(Outcome::TooLong),
        // In messages that the CLI wrote itself, the reason is a stop sequence.
        _ => None,
    }
}

/// Checks the CLI's own class of the error before the HTTP status: missing credit has status 400.
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
        Some(Kind::MaxOutputTokens) => return Some(Outcome::OutputLimit),
        // The HTTP status is more precise than the other classes.
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
