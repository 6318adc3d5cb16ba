//! Error kinds: the error of the SDK, with variants by what the caller can do about them.
//!
//! `hints.rs` says what to do. `run_facts.rs` decides which error a failed run is,
//! `launch/failure.rs` which error a failed start is.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use claude_transport::LaunchErrorKind;
use claude_types::{ErrorCode, RateLimitStatus, RateLimitType, ResultMessage};
use serde::Serialize;

use super::display::{http, last_words, named, of_version, over_budget, run, tail, text, too_old};
use super::{CliVersion, Diagnostics, ExitCause, JsonFailure, Precondition};
use crate::usage::{BudgetItem, BudgetUse};

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

type Source = Arc<dyn std::error::Error + Send + Sync>;

/// What went wrong, by what can be done about it.
///
/// `Display` tells one level, as a fragment; causes are in `source()`. No variant shows prompts,
/// settings or values of environment variables.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The options contradict each other.
    #[error("the options do not fit together: {problem}")]
    Options {
        /// What does not fit.
        problem: String,
    },
    /// Something that must hold before the CLI gets a prompt does not.
    #[error(transparent)]
    Precondition(#[from] Precondition),
    /// There is no CLI in any of the places.
    #[error("the Claude Code CLI was not found in {} places", tried.len())]
    CliNotFound {
        /// Where it was looked for, in order.
        tried: Vec<PathBuf>,
    },
    /// The CLI does not know a flag that the options need, or is older than what is tolerated.
    #[error("{}", too_old(flag.as_deref(), *found, *needed))]
    CliTooOld {
        /// The flag, if it was one.
        flag: Option<String>,
        /// The version of the CLI, where it has told.
        found: Option<CliVersion>,
        /// The oldest version that would do, where that is known.
        needed: Option<CliVersion>,
    },
    /// The CLI could not be started.
    #[error("failed to start the CLI: {kind}")]
    Launch {
        /// What kept it from starting.
        kind: LaunchErrorKind,
        /// The error of the system.
        #[source]
        source: Source,
    },
    /// The CLI ended, and something was still waiting for it.
    #[error("the CLI ended with {status}{}", last_words(stderr, last_result.as_deref()))]
    Exited {
        /// How it ended.
        status: String,
        /// Its last words on stderr, up to 64 KiB; where there are none, what it wrote on stdout
        /// in place of the handshake.
        stderr: String,
        /// The last failed result that it wrote, which often tells why.
        last_result: Option<Arc<ResultMessage>>,
        /// Why, as far as it can be told.
        cause: ExitCause,
    },
    /// The API did not accept who is asking.
    #[error("the API refused the login: {}", text(result))]
    Auth {
        /// The result that tells.
        result: Box<ResultMessage>,
    },
    /// A limit of the account or of the API is reached.
    #[error("a usage limit is reached{}: {}", named(window.as_ref()), text(result))]
    Limit {
        /// When it ends, where the CLI has told.
        resets_at: Option<SystemTime>,
        /// Which limit of the plan; `None` if it is none of a plan, or not told.
        window: Option<RateLimitType>,
        /// Whether requests beyond the plan are served, where the CLI has told.
        overage: Option<RateLimitStatus>,
        /// The result that tells.
        result: Box<ResultMessage>,
    },
    /// The API failed.
    #[error("the API failed{}: {}", http(*status), text(result))]
    Api {
        /// The HTTP status; `None` if there was no answer.
        status: Option<u64>,
        /// The result that tells.
        result: Box<ResultMessage>,
    },
    /// The run ended by itself: too many turns, out of budget, interrupted. [`outcome()`](crate::outcome()) tells
    /// which, and [`Error::is_cancelled`] whether it is a failure at all.
    #[error("{}", run(.0))]
    Run(
        /// The result that tells.
        Box<ResultMessage>,
    ),
    /// The answer is not of the type that was asked for.
    #[error("the answer is not of the type that was asked for: {failure}")]
    Json {
        /// What is wrong with it.
        failure: JsonFailure,
        /// The result that it came with.
        result: Box<ResultMessage>,
    },
    /// The budget is used up ([`Options::budget`](crate::Options::budget)): what ran was stopped.
    #[error("the budget is used up: {}", over_budget(*item, *limit, *used))]
    Budget {
        /// What of it.
        item: BudgetItem,
        /// The line, in the unit of the item; seconds for time.
        limit: f64,
        /// What was used when the line was passed.
        used: f64,
        /// The result of the run that was stopped, if it came in time.
        result: Option<Box<ResultMessage>>,
    },
    /// What the CLI wrote could not be read, or what is to be sent could not be written.
    #[error("failed to read or write the protocol")]
    Decode {
        /// What was wrong.
        #[source]
        source: Source,
    },
    /// The CLI refused a control request.
    #[error("the CLI refused `{subtype}`: {message}")]
    Control {
        /// Which request.
        subtype: Cow<'static, str>,
        /// What the CLI said.
        message: String,
        /// Its machine-readable reason, where it gave one.
        code: Option<ErrorCode>,
    },
    /// The CLI does not know a control request, or does not heed what it asks for.
    #[error("the CLI{} does not know `{subtype}`", of_version(*version))]
    Unsupported {
        /// Which request.
        subtype: Cow<'static, str>,
        /// The version of the CLI, where it has told.
        version: Option<CliVersion>,
    },
    /// Something did not happen in time. Where it was the handshake, the CLI has been ended.
    #[error("timed out after {after:?} waiting for {waiting_for}{}", tail(diagnostics.last_words()))]
    Timeout {
        /// What was waited for.
        waiting_for: Cow<'static, str>,
        /// For how long.
        after: Duration,
        /// What is known about the CLI that did not answer.
        diagnostics: Arc<Diagnostics>,
    },
    /// What was waited for went on beyond the deadline.
    #[error("not done after {after:?}: waiting for {waiting_for}")]
    Unfinished {
        /// What was still going on, with the ids of its tasks.
        waiting_for: String,
        /// For how long it was waited for.
        after: Duration,
    },
    /// The session is over, or this part of it.
    #[error("the session is closed: {reason}")]
    Closed {
        /// Why.
        reason: CloseReason,
    },
}

/// Why a session, or a part of it, is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CloseReason {
    /// This side closed it.
    ByUser,
    /// The prompt was cancelled before it ran.
    PromptCancelled,
    /// Its consumer did not read, and the policy is to fail.
    ConsumerOverflow {
        /// The bytes that were waiting.
        bytes: usize,
    },
    /// It ended in order, and without a result.
    NoResult,
    /// stdin of the CLI is closed, so that nothing can be asked of it any more; what runs goes on.
    /// A [`Query`](crate::Query) without callbacks, MCP servers in this process and a budget closes it
    /// right behind its prompt.
    InputEnded,
}

impl std::fmt::Display for CloseReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ByUser => f.write_str("closed by this side"),
            Self::PromptCancelled => f.write_str("the prompt was cancelled before it ran"),
            Self::ConsumerOverflow { bytes } => write!(f, "{bytes} bytes were not read"),
            Self::NoResult => f.write_str("it ended without a result"),
            Self::InputEnded => {
                f.write_str("its input has ended, so nothing more can be asked of the CLI")
            }
        }
    }
}

/// The class of an error, for those who handle errors by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// Something took too long.
    Timeout,
    /// The login is missing or refused.
    Auth,
    /// The CLI is not there.
    NotFound,
    /// The options, or the CLI's version, are wrong.
    Config,
    /// Too many requests.
    RateLimit,
    /// Money or the plan's allowance is used up.
    Quota,
    /// There is no such model.
    InvalidModel,
    /// The session cannot be resumed or read.
    SessionCorrupted,
    /// A limit of this side or of the run: turns, memory, length.
    ResourceExhaustion,
    /// The API cannot be reached, or is overloaded.
    Network,
    /// The CLI process.
    Process,
    /// Stopped on purpose; no failure.
    Cancelled,
}

impl Error {
    pub(crate) fn options(problem: impl Into<String>) -> Self {
        Self::Options { problem: problem.into() }
    }

    pub(crate) fn settings(error: std::io::Error) -> Self {
        Precondition::Settings { source: Arc::new(error) }.into()
    }

    /// The error of a run that was stopped because its budget is used up.
    pub(crate) fn over_budget(used: BudgetUse, result: Option<ResultMessage>) -> Self {
        let BudgetUse { item, limit, used } = used;
        Self::Budget { item, limit, used, result: result.map(Box::new) }
    }

    pub(crate) fn ended_without_result() -> Self {
        Self::Closed { reason: CloseReason::NoResult }
    }

    /// The result that an error carries, if it came with one.
    #[must_use]
    pub fn result(&self) -> Option<&ResultMessage> {
        match self {
            Self::Auth { result } | Self::Limit { result, .. } | Self::Api { result, .. } => {
                Some(result)
            }
            Self::Run(result) | Self::Json { result, .. } => Some(result),
            Self::Budget { result, .. } => result.as_deref(),
            Self::Exited { last_result, .. } => last_result.as_deref(),
            _ => None,
        }
    }
}
