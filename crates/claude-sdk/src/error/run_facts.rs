//! Run facts: from the messages of a run to its outcome, and to the error of a failed run.
//!
//! Fields decide; text is used only if no field exists. `outcome.rs` reads a result alone, and
//! `hints.rs` contains what to do about an error.

use std::time::{Duration, SystemTime};

use claude_types::{
    ApiErrorKind, Message, RateLimitInfo, RateLimitStatus, RateLimitType, ResultMessage,
};

use super::outcome::classify;
use super::{Error, Outcome, Result};

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
        match message {
            // Ignore subagents: if one fails, the run continues.
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => {
                self.error = reply.error.clone();
            }
            Message::RateLimitEvent(event) => {
                self.reached = ReachedLimit::of(&event.rate_limit_info)
            }
            _ => {}
        }
    }

    /// Returns how the run ended.
    #[must_use]
    pub fn outcome(&self, result: &ResultMessage) -> Outcome {
        match classify(result, self.error.as_ref()) {
            // Without an HTTP status, the limit that was reported before is the best explanation.
            Outcome::Api { status: None } if self.reached.is_some() => Outcome::Limit,
            outcome => outcome,
        }
    }

    /// Returns the error of a failed run.
    ///
    /// For a run that was interrupted, [`Error::is_cancelled`] returns true.
    #[must_use]
    pub fn into_error(self, result: ResultMessage) -> Error {
        let status = result.api_error_status.value().copied();
        match self.outcome(&result) {
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
        if result.is_failure() {
            Err(self.into_error(result))
        } else {
            Ok(result.result.unwrap_or_default())
        }
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
