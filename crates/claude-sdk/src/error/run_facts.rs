//! Run facts: from the messages of a run to its outcome, and to the error of a failed run.
//!
//! Fields decide; text is used only if no field exists. `outcome.rs` reads a result alone, and
//! `hints.rs` contains what to do about an error.

use std::time::{Duration, SystemTime};

use claude_types::{
    ApiErrorKind, ApiErrorType, Message, RateLimitInfo, RateLimitStatus, RateLimitType,
    ResultMessage, StopReason, SystemMessage, TerminalReason,
};

use super::outcome::classify;
use super::{Error, Outcome, Precondition, Result};

/// What the messages of a run contain about a failure, in addition to its result.
///
/// Pass each message of a run to [`RunFacts::observe`], then ask about the result.
/// [`Query::text`](crate::Query::text) and [`Turn::text`](crate::Turn::text) do the same.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{query, Message};
/// use claude_sdk::error::RunFacts;
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let mut run = query("What is new?", Default::default()).await?;
/// let mut facts = RunFacts::default();
/// while let Some(message) = run.next().await {
///     let message = message?;
///     facts.observe(&message);
///     if let Message::Result(result) = message {
///         println!("{:?}", facts.outcome(&result));
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct RunFacts {
    error: Option<ApiErrorKind>,
    reached: Option<ReachedLimit>,
    /// Whether the last answer was refused, and no other model answers.
    refused: bool,
    /// Whether the model answered, or a slash command ran without the model.
    answered: bool,
}

/// A limit of the plan that was reached.
#[derive(Debug, Clone)]
struct ReachedLimit {
    resets_at: Option<SystemTime>,
    window: Option<RateLimitType>,
    overage: Option<RateLimitStatus>,
}

impl RunFacts {
    /// Records what a message of the run contains.
    pub fn observe(&mut self, message: &Message) {
        self.answered |= is_answer(message);
        match message {
            // Ignore subagents: if one fails, the run continues.
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => {
                self.error = reply.error.clone();
                self.refused &= self.error.is_some();
            }
            Message::System(SystemMessage::ModelRefusalNoFallback(_)) => self.refused = true,
            Message::RateLimitEvent(event) => {
                self.reached = ReachedLimit::of(&event.rate_limit_info);
            }
            _ => {}
        }
    }

    /// Returns how the run ended.
    #[must_use]
    pub fn outcome(&self, result: &ResultMessage) -> Outcome {
        let outcome = classify(result, self.error.as_ref());
        let is_request_error =
            matches!(self.error, Some(ApiErrorKind::InvalidRequest | ApiErrorKind::ModelNotFound));
        match outcome {
            Outcome::Api { status: None } if self.refused => Outcome::Refused,
            // Without an HTTP status, the limit that was reported before is the best explanation.
            Outcome::Api { status: None } if self.reached.is_some() && !is_request_error => {
                Outcome::Limit
            }
            Outcome::TooLong
                if self.reached.is_some()
                    && result.terminal_reason == Some(TerminalReason::BlockingLimit) =>
            {
                Outcome::Limit
            }
            outcome => outcome,
        }
    }

    /// Returns the error of a failed run.
    ///
    /// The result in the error also contains the class of the failure and the stop reason that only
    /// the messages before it contained. So [`Outcome::of`] returns the same for it.
    ///
    /// For a run that was interrupted, [`Error::is_cancelled`] returns true.
    #[must_use]
    pub fn into_error(self, mut result: ResultMessage) -> Error {
        let status = result.api_error_status.value().copied();
        let outcome = self.outcome(&result);
        match outcome {
            Outcome::Refused => result.stop_reason = Some(StopReason::Refusal),
            Outcome::OutputLimit => result.stop_reason = Some(StopReason::MaxTokens),
            _ => {}
        }
        if result.api_error_type.is_none() {
            result.api_error_type = self.error.as_ref().and_then(api_type);
        }
        match outcome {
            Outcome::Auth => Error::Auth { result: Box::new(result) },
            Outcome::Limit => self.limit(result),
            Outcome::Api { .. } | Outcome::TooLong => {
                Error::Api { status, result: Box::new(result) }
            }
            _ => Error::Run(Box::new(result)),
        }
    }

    /// Returns the final text, or the error of a failed run.
    pub(crate) fn text(self, result: ResultMessage) -> Result<String> {
        Ok(self.success(result)?.result.unwrap_or_default())
    }

    /// Returns the result of a run that succeeded, or the error of a failed run.
    pub(crate) fn success(self, result: ResultMessage) -> Result<ResultMessage> {
        if result.is_failure() {
            return Err(self.into_error(result));
        }
        self.check_sent(&result).map(|()| result)
    }

    /// Returns an error if the text of a successful result is a notice of the CLI: the prompt was
    /// not sent to the model.
    pub(crate) fn check_sent(&self, result: &ResultMessage) -> Result<()> {
        let is_notice = result.num_turns == Some(0)
            && result.local_command.is_none()
            && !self.answered
            && !result.text().trim().is_empty();
        if is_notice {
            return Err(Precondition::NotSent { notice: result.text().to_owned() }.into());
        }
        Ok(())
    }

    fn limit(self, result: ResultMessage) -> Error {
        let result = Box::new(result);
        match self.reached {
            Some(ReachedLimit { resets_at, window, overage }) => {
                Error::Limit { resets_at, window, overage, result }
            }
            None => Error::Limit { resets_at: None, window: None, overage: None, result },
        }
    }
}

/// Returns whether a message is from the model, or the output of a slash command.
fn is_answer(message: &Message) -> bool {
    match message {
        Message::Assistant(_) | Message::System(SystemMessage::LocalCommandOutput(_)) => true,
        // CLIs before 2.1.250 write the output of a command only as a replay.
        Message::User(user) => user.text().contains("<local-command-stdout>"),
        Message::ConversationReset(_) | Message::System(SystemMessage::CompactBoundary(_)) => true,
        _ => false,
    }
}

/// Returns the API's class of an error that the CLI classified.
fn api_type(error: &ApiErrorKind) -> Option<ApiErrorType> {
    use ApiErrorKind as Kind;
    use ApiErrorType as Type;
    match error {
        Kind::InvalidRequest => Some(Type::InvalidRequestError),
        Kind::ModelNotFound => Some(Type::NotFoundError),
        Kind::Overloaded => Some(Type::OverloadedError),
        Kind::ServerError => Some(Type::ApiError),
        Kind::Other(name) => Some(Type::Other(name.clone())),
        _ => None,
    }
}

impl ReachedLimit {
    /// Returns the limit if it rejects requests. A limit that only warns does not explain a
    /// failure.
    fn of(limit: &RateLimitInfo) -> Option<Self> {
        if limit.status != RateLimitStatus::Rejected {
            return None;
        }
        let seconds = limit.resets_at.or(limit.overage_resets_at);
        let resets_at = seconds
            .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
        let (window, overage) = (limit.rate_limit_type.clone(), limit.overage_status.clone());
        Some(Self { resets_at, window, overage })
    }
}
