//! Run facts: from the messages of a run to its outcome, and to the error of a failed run.
//!
//! Decided from fields, and from text only where no field exists. A result alone is read in
//! `outcome.rs`; what can be done about an error is in `hints.rs`.

use std::time::{Duration, SystemTime};

use claude_types::{
    ApiErrorKind, Message, RateLimitInfo, RateLimitStatus, RateLimitType, ResultMessage,
};

use super::outcome::classify;
use super::{Error, Outcome, Result};

/// What the messages of a run tell about a failure, beside its result.
///
/// Show it each message of a run, then ask about the result. [`Query::text`](crate::Query::text)
/// and [`Turn::text`](crate::Turn::text) do just that.
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
    met: Option<Met>,
}

/// A limit of the plan that was met.
#[derive(Debug, Clone)]
struct Met {
    resets_at: Option<SystemTime>,
    window: Option<RateLimitType>,
    overage: Option<RateLimitStatus>,
}

impl RunFacts {
    /// Takes note of a message of the run.
    pub fn observe(&mut self, message: &Message) {
        match message {
            // A subagent may fail where the run goes on.
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => {
                self.error = reply.error.clone();
            }
            Message::RateLimitEvent(event) => self.met = Met::of(&event.rate_limit_info),
            _ => {}
        }
    }

    /// How the run ended.
    #[must_use]
    pub fn outcome(&self, result: &ResultMessage) -> Outcome {
        match classify(result, self.error.as_ref()) {
            // The plan serves nothing any more, and the API says nothing else.
            Outcome::Api { status: None } if self.met.is_some() => Outcome::Limit,
            outcome => outcome,
        }
    }

    /// The error that a failed run is. For a run that was interrupted it is one that
    /// [`Error::is_cancelled`].
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

    /// The final text, or the error that a failed run is.
    pub(crate) fn text(self, result: ResultMessage) -> Result<String> {
        if result.is_failure() {
            Err(self.into_error(result))
        } else {
            Ok(result.result.unwrap_or_default())
        }
    }

    fn limit(self, result: ResultMessage) -> Error {
        let result = Box::new(result);
        match self.met {
            Some(Met { resets_at, window, overage }) => {
                Error::Limit { resets_at, window, overage, result }
            }
            None => Error::Limit { resets_at: None, window: None, overage: None, result },
        }
    }
}

impl Met {
    /// The limit that was met. One that still has room says nothing about a refusal.
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
