//! Error kinds: the error of the SDK, with variants by what the caller can do about them.
//!
//! `hints.rs` contains what to do. `run_facts.rs` decides which error a failed run is,
//! `launch/failure.rs` which error a failed start is.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use claude_protocol::shown;
use claude_transport::LaunchErrorKind;
use claude_transport::cli::Located;
use claude_types::{ErrorCode, RateLimitStatus, RateLimitType, ResultMessage};
use serde::Serialize;

use super::display::{
    before_handshake, closed, disconnected, http, last_output, launch, named, not_found,
    of_version, over_budget, run, tail, text, too_old, unfinished,
};
use super::{CliVersion, Diagnostics, ExitCause, JsonFailure, Precondition};
use crate::usage::{BudgetItem, BudgetUse};

/// The result type of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

type Source = Arc<dyn std::error::Error + Send + Sync>;

/// An error from starting, using or ending a session.
///
/// Variants are grouped by what the caller can do about them:
///
/// - [`Error::kind`] returns the class, for programs that handle errors by class.
/// - [`Error::hint`] returns one sentence that says what to do.
/// - [`Error::is_retryable`] returns whether the same request may succeed later, unchanged, and
///   [`Error::retry_after`] how long to wait, if that is known.
/// - [`Error::result`] returns the result message, if the error came with one.
///
/// `Display` describes this error only, as one fragment without a final period. Causes are in
/// [`source`](std::error::Error::source). Neither `Display` nor `Debug` shows prompts, settings or
/// values of environment variables. `Display` shows a text of the CLI as one line of at most 500
/// characters, without control characters; fields have it unchanged.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Options, query};
///
/// # async fn run() {
/// match query("What is 2 + 2?", Options::default()).text().await {
///     Ok(text) => println!("{text}"),
///     Err(error) if error.is_retryable() => println!("try again later: {error}"),
///     Err(error) => eprintln!("error: {error}\nhint: {}", error.hint()),
/// }
/// # }
/// ```
#[derive(Clone, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The options contradict each other, or an argument of a method is invalid.
    #[error("invalid options: {problem}")]
    Options {
        /// What is invalid.
        problem: String,
    },
    /// A requirement was not met when the session started or a prompt was sent.
    #[error(transparent)]
    Precondition(#[from] Precondition),
    /// No Claude Code CLI was found that can be started.
    ///
    /// If [`Options::cli_path`](crate::Options::cli_path) is set, this error means that it names a
    /// batch file. If nothing else can be started at it, the error is [`Error::Launch`].
    #[error("the Claude Code CLI was not found{}", not_found(located))]
    CliNotFound {
        /// The paths that were checked, with the files that cannot be used, and why. One path if
        /// `CLAUDE_CLI_PATH` is set.
        located: Arc<Located>,
    },
    /// The CLI does not know a flag that the options need, or is older than the oldest accepted
    /// version.
    #[error("{}", too_old(program.as_deref(), flag.as_deref(), *found, *needed))]
    CliTooOld {
        /// The path of the CLI.
        program: Option<PathBuf>,
        /// The flag, if an unknown flag is the reason.
        flag: Option<String>,
        /// The version of the CLI, if it is known.
        found: Option<CliVersion>,
        /// The oldest version that is sufficient, if it is known.
        needed: Option<CliVersion>,
    },
    /// No tokio runtime with an IO and a time driver is there to run the session.
    #[error("{problem}")]
    Runtime {
        /// What is missing.
        problem: Cow<'static, str>,
    },
    /// The CLI could not be started.
    #[error("failed to start {}", launch(program, cwd.as_deref(), *kind, *wrapped))]
    Launch {
        /// The program, as it was given or found.
        program: PathBuf,
        /// The working directory of the CLI, if the options set one. A relative path of the program
        /// is looked up there.
        cwd: Option<PathBuf>,
        /// The reason, as a class.
        kind: LaunchErrorKind,
        /// Whether the program is the one that the function of
        /// [`Options::wrap_command`](crate::Options::wrap_command) returned.
        wrapped: bool,
        /// The error of the operating system.
        #[source]
        source: Source,
    },
    /// The CLI process exited while the session was in use.
    ///
    /// Every open turn and pending request fails with this error.
    #[error("the CLI exited with {status}{}{}", before_handshake(program.as_deref()), last_output(*cause, stderr, last_result.as_deref()))]
    Exited {
        /// The program, if it exited before the handshake for a reason that is not known. It may be
        /// another program than the CLI.
        program: Option<PathBuf>,
        /// The exit code or signal, as text.
        status: String,
        /// The last 64 KiB that the CLI wrote to stderr. If that is blank and the CLI exited during
        /// the handshake: the last 8 lines on stdout that were not protocol frames, cut to 200
        /// characters each.
        stderr: String,
        /// The last failed result, which often contains the reason.
        last_result: Option<Arc<ResultMessage>>,
        /// The signal that ended the CLI, or the reason if the CLI reports one or if it is
        /// recognized from the text of a failed start. Otherwise [`ExitCause::Unknown`].
        cause: ExitCause,
    },
    /// The connection to a CLI on another machine was lost
    /// ([`Options::connector`](crate::Options::connector)). A CLI that this program starts itself
    /// cannot be lost.
    ///
    /// Every open turn and pending request fails with this error. What a running turn has done is
    /// not known.
    #[error("{}", disconnected(place.as_deref(), *resumable))]
    Disconnected {
        /// Where the CLI runs, as its transport names it, such as `host build-7`.
        place: Option<Arc<str>>,
        /// Whether the CLI is known to have ended, so that another one may resume the session.
        /// Otherwise it may still be running: two CLIs that write to one session lose answers, so
        /// fork it.
        resumable: bool,
    },
    /// The API rejected the credentials, or the account may not be used.
    #[error("authentication failed: {}", text(result))]
    Auth {
        /// The failed result.
        result: Box<ResultMessage>,
    },
    /// A limit of the account or of the API was reached.
    #[error("a usage limit was reached{}: {}", named(window.as_ref()), text(result))]
    Limit {
        /// When the limit resets, if the CLI reports it.
        resets_at: Option<SystemTime>,
        /// The limit of the plan; `None` if it is another limit, or if the CLI does not report it.
        window: Option<RateLimitType>,
        /// Whether requests beyond the plan are served, if the CLI reports it.
        overage: Option<RateLimitStatus>,
        /// The failed result.
        result: Box<ResultMessage>,
    },
    /// The API failed, or rejected the request.
    #[error("the API request failed{}: {}", http(*status), text(result))]
    Api {
        /// The HTTP status; `None` if there was no response.
        status: Option<u64>,
        /// The failed result.
        result: Box<ResultMessage>,
    },
    /// The run ended early: it reached its limit of turns, was interrupted, was refused, or failed
    /// in another way.
    ///
    /// [`Outcome::of`](crate::Outcome::of) returns how it ended, and [`Error::is_cancelled`]
    /// whether it was stopped on purpose.
    #[error("{}", run(.0))]
    Run(
        /// The failed result.
        Box<ResultMessage>,
    ),
    /// The answer does not match the requested type.
    #[error("the answer does not match the requested type: {failure}")]
    Json {
        /// What does not match.
        failure: JsonFailure,
        /// The result that contains the answer.
        result: Box<ResultMessage>,
    },
    /// The budget ([`Options::budget`](crate::Options::budget)) is used up, and the run was
    /// stopped.
    #[error("{}", over_budget(*item, *limit, *used, *shared))]
    Budget {
        /// The limited item.
        item: BudgetItem,
        /// The hard threshold, in the unit of the item; seconds for time.
        limit: f64,
        /// What was used when the threshold was exceeded.
        used: f64,
        /// Whether it is the budget of several sessions ([`Budget::shared`](crate::Budget::shared)),
        /// which have used it together.
        shared: bool,
        /// The result of the run that was stopped, if it arrived in time.
        result: Option<Box<ResultMessage>>,
    },
    /// A message of the CLI could not be decoded, a value could not be encoded, or a pipe to the
    /// CLI failed.
    #[error("failed to read or write a protocol message")]
    Decode {
        /// The cause.
        #[source]
        source: Source,
    },
    /// The CLI refused a control request.
    #[error("the CLI refused `{subtype}`: {}", shown(message))]
    Control {
        /// The subtype of the request.
        subtype: Cow<'static, str>,
        /// The text of the refusal.
        message: String,
        /// The machine-readable reason, if the CLI sent one.
        code: Option<ErrorCode>,
    },
    /// The CLI does not know a control request, or would ignore a part of it.
    #[error("the CLI{} does not support the request `{subtype}`", of_version(*version))]
    Unsupported {
        /// The subtype of the request.
        subtype: Cow<'static, str>,
        /// The version of the CLI, if it is known.
        version: Option<CliVersion>,
    },
    /// A deadline passed.
    ///
    /// If the session was still starting, the CLI has been ended. If a request timed out, the
    /// session stays open. A session that was ended because the CLI stalled
    /// ([`Recovery::End`](crate::status::Recovery::End)) fails with this variant, too. Deadlines
    /// are set with [`Options::deadlines`](crate::Options::deadlines).
    #[error("timed out after {after:?} waiting for {waiting_for}{}", tail(diagnostics.last_output()))]
    Timeout {
        /// The request or event that was waited for.
        waiting_for: Cow<'static, str>,
        /// How long it was waited for.
        after: Duration,
        /// The end of the CLI's stderr and, if the session was still starting, the path of the CLI,
        /// its version, the names of its flags, and its last output on stdout.
        diagnostics: Arc<Diagnostics>,
    },
    /// A turn or a task was still running when a deadline passed. It continues.
    ///
    /// Returned by [`Client::idle`](crate::Client::idle) and
    /// [`Tasks::join`](crate::status::Tasks::join).
    #[error("{}", unfinished(waiting_for, *after))]
    Unfinished {
        /// What was still running, with the IDs of its tasks.
        waiting_for: String,
        /// How long it was waited for. Zero if the call does not wait
        /// ([`Client::recycle`](crate::Client::recycle)).
        after: Duration,
    },
    /// The session is over, it accepts no more requests or prompts, or a turn ended without a
    /// result.
    #[error("{}", closed(*reason))]
    Closed {
        /// The reason.
        reason: CloseReason,
    },
}

/// The reason why a session, or a part of it, is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CloseReason {
    /// This program closed the session, or it ended normally.
    ByUser,
    /// The prompt was cancelled before it ran.
    PromptCancelled,
    /// The CLI knows the ID of the prompt already, so it did not run the prompt again: the prompt was
    /// delivered before, to this process or to an earlier one of the session. The session continues.
    AlreadyDelivered,
    /// The consumer did not read its stream, and
    /// [`OverflowPolicy::Fail`](crate::limits::OverflowPolicy::Fail) is set.
    ConsumerOverflow {
        /// The number of unread bytes.
        bytes: usize,
    },
    /// The scope of the client has ended ([`Client::scoped`](crate::Client::scoped)). The session
    /// continues.
    ScopeEnded,
    /// The tokio runtime on which the session was started has shut down.
    RuntimeGone,
    /// The turn ended without a result. A session of a [`Client`](crate::Client) continues.
    NoResult,
    /// stdin of the CLI is closed, so that it accepts no more requests. The run continues.
    ///
    /// A [`Query`](crate::Query) without callbacks, in-process MCP servers and a budget closes
    /// stdin right after its prompt.
    InputEnded,
}

impl std::fmt::Display for CloseReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ByUser => f.write_str("it was closed by this program"),
            Self::PromptCancelled => f.write_str("the prompt was cancelled before it ran"),
            Self::AlreadyDelivered => {
                f.write_str("the prompt was delivered before, so it did not run again")
            }
            Self::ConsumerOverflow { bytes } => write!(f, "the consumer left {bytes} bytes unread"),
            Self::ScopeEnded => f.write_str("the scope of the client has ended"),
            Self::RuntimeGone => f.write_str("the tokio runtime that ran it has shut down"),
            Self::NoResult => f.write_str("the turn ended without a result"),
            Self::InputEnded => {
                f.write_str("stdin of the CLI is closed, so it accepts no more requests")
            }
        }
    }
}

/// The class of an error, for programs that handle errors by class.
///
/// # Examples
///
/// ```
/// use claude_sdk::{ErrorKind, Options};
///
/// let error = Options::default().max_budget_usd(-1.0).validate().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Config);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// A deadline passed.
    Timeout,
    /// Credentials are missing or rejected.
    Auth,
    /// The CLI was not found.
    NotFound,
    /// The options, the environment or the version of the CLI are unsuitable.
    Config,
    /// Too many requests were sent.
    RateLimit,
    /// The credit or the allowance of the plan is used up.
    Quota,
    /// The model does not exist, or may not be used.
    InvalidModel,
    /// The session does not exist, or cannot be resumed or read.
    Session,
    /// A limit of the run or of this program was reached: turns, budget, memory, length.
    ResourceExhaustion,
    /// The API cannot be reached, or is overloaded; or the connection to a CLI on another machine was
    /// lost.
    Network,
    /// The CLI process failed, or refused a request.
    Process,
    /// The model, or the safeguards around it, refused. The same prompt is refused again.
    Refused,
    /// The run was stopped on purpose. This is not a failure.
    Cancelled,
}

impl Error {
    /// Creates an error about options. It may quote values, which come from users.
    pub(crate) fn options(problem: impl AsRef<str>) -> Self {
        Self::Options { problem: shown(problem.as_ref()) }
    }

    pub(crate) fn settings(error: std::io::Error) -> Self {
        Precondition::Settings { source: Arc::new(error) }.into()
    }

    /// The error of a run that was stopped because its budget is used up.
    pub(crate) fn over_budget(used: BudgetUse, result: Option<ResultMessage>) -> Self {
        let BudgetUse { item, limit, used, shared } = used;
        Self::Budget { item, limit, used, shared, result: result.map(Box::new) }
    }

    pub(crate) fn ended_without_result() -> Self {
        Self::Closed { reason: CloseReason::NoResult }
    }

    /// Returns the result message that the error contains, if it came with one.
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
