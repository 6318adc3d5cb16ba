//! Error type of this crate. It is `Clone`, because the end of one connection fails many callers.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use claude_transport::{Exit, TransportError};
use claude_types::{DecodeError, ErrorCode, PermissionMode, Raw, ResultMessage};

/// The subtype of a control request: a constant, or a name that the caller passed.
pub(crate) type Subtype = Cow<'static, str>;

/// The outcome of a request: the `response` field of the CLI's response, which many responses omit.
pub(crate) type Answer = Result<Option<Raw>, ProtocolError>;

/// An error of a connection, a turn or a request.
///
/// `Display` describes this error only. Causes are in [`source`](std::error::Error::source).
///
/// # Examples
///
/// ```
/// use claude_protocol::ProtocolError;
///
/// fn may_try_again(error: &ProtocolError) -> bool {
///     matches!(error, ProtocolError::Timeout { .. } | ProtocolError::Exited { .. })
/// }
///
/// assert!(!may_try_again(&ProtocolError::Closed));
/// assert_eq!(ProtocolError::Closed.to_string(), "the connection is closed");
/// ```
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum ProtocolError {
    /// The CLI could not be started, or reading its stdout failed.
    #[error("failed to communicate with the CLI")]
    Transport(#[source] Arc<TransportError>),
    /// The CLI exited with an error, or while a prompt or a request was waiting for it.
    #[error("the CLI ended with {exit}")]
    Exited {
        /// How the CLI ended, and whether this program ended it, with the last part of its stderr.
        /// If that is blank and the CLI exited during the handshake, `stderr` holds instead the last
        /// 8 lines of stdout that were not protocol frames, cut to 200 characters each.
        exit: Exit,
        /// The last result, if it was a failure and no turn began after it. It often contains the
        /// reason.
        last_result: Option<Arc<ResultMessage>>,
    },
    /// The connection to a CLI on another machine was lost
    /// ([`TransportError::Lost`](claude_transport::TransportError::Lost)).
    #[error("the connection to the CLI{} was lost", on(place.as_deref()))]
    Lost {
        /// Where the CLI runs ([`Peer::place`](claude_transport::Peer::place)), if it is known.
        place: Option<Arc<str>>,
        /// Whether the CLI is known to have ended. Otherwise it may still be running.
        resumable: bool,
    },
    /// The CLI refused a control request.
    #[error("the CLI refused `{subtype}`: {}", shown(message))]
    Refused {
        /// The subtype of the request.
        subtype: Cow<'static, str>,
        /// The reason that the CLI gave.
        message: String,
        /// The machine-readable reason. CLIs before 2.1.329 send none.
        code: Option<ErrorCode>,
    },
    /// The CLI does not know a control request.
    #[error("the CLI does not know `{subtype}`")]
    Unsupported {
        /// The subtype of the request.
        subtype: Cow<'static, str>,
        /// The version of the CLI, if it has reported one.
        version: Option<Arc<str>>,
    },
    /// The CLI is older than required. This crate does not check versions: an
    /// [`InitCheck`](crate::InitCheck) may return this error.
    #[error("the CLI is version {}, but {needed} or later is required", shown(found))]
    TooOld {
        /// The version of the CLI.
        found: Arc<str>,
        /// The oldest version that is accepted.
        needed: Arc<str>,
        /// The path of the CLI, if the check knows it.
        program: Option<Arc<Path>>,
    },
    /// A response of the CLI could not be decoded.
    #[error("failed to decode a response of the CLI")]
    Decode(#[source] DecodeError),
    /// A prompt or a request could not be serialized to JSON.
    #[error("failed to encode a request")]
    Encode(#[source] Arc<serde_json::Error>),
    /// The CLI did not respond to a request within the deadline.
    #[error("timed out after {after:?} waiting for {waiting_for}")]
    Timeout {
        /// The subtype of the request.
        waiting_for: Cow<'static, str>,
        /// The deadline of the request.
        after: Duration,
        /// The output of the CLI until then.
        output: Arc<StartupOutput>,
    },
    /// A task or the session was still busy at the deadline of the wait.
    #[error("not finished after {after:?}: still waiting for {}", shown(waiting_for))]
    Unfinished {
        /// What was still running, with the IDs of its tasks.
        waiting_for: String,
        /// The deadline of the wait.
        after: Duration,
    },
    /// The CLI stalled, and was ended by [`Recovery::End`](crate::Recovery::End).
    #[error(
        "the CLI was ended after {silent_for:?} of silence while waiting for {}",
        shown(waiting_for)
    )]
    Stalled {
        /// What the session was waiting for, as a text for people, such as ``the tool `Bash` ``.
        waiting_for: String,
        /// How long the CLI was silent.
        silent_for: Duration,
        /// The type of the last frame that counted as activity, such as `system/init`, if any.
        last_frame: Option<String>,
    },
    /// The CLI ran for as long as it may ([`Deadlines::session`](crate::Deadlines::session)), and was
    /// ended.
    #[error("the session was ended after {after:?}, its deadline")]
    SessionDeadline {
        /// The deadline.
        after: Duration,
    },
    /// The CLI sent requests but did not read the answers from its stdin, and was ended.
    #[error(
        "the CLI read nothing from its stdin for {after:?} while {bytes} bytes of answers waited"
    )]
    StdinNotRead {
        /// The memory of the answers that waited.
        bytes: usize,
        /// How long the CLI read nothing.
        after: Duration,
    },
    /// The CLI runs in another permission mode than requested, so it may run tools without asking.
    #[error("the CLI runs in permission mode `{}` instead of `{expected}`", shown(actual.as_str()))]
    PermissionMode {
        /// The mode that was requested.
        expected: PermissionMode,
        /// The mode that the CLI reports.
        actual: PermissionMode,
    },
    /// A hook must block on failure, but the CLI reports that it did not apply the hooks.
    #[error("the CLI did not apply the hooks")]
    HooksNotApplied,
    /// The prompt was cancelled before it ran.
    #[error("the prompt was cancelled before it ran")]
    Cancelled,
    /// The CLI knows the ID of the prompt already, so it did not run the prompt again: it was
    /// delivered before, by this process or by an earlier one of the session. The session continues.
    #[error("the prompt was delivered before")]
    AlreadyDelivered,
    /// The CLI ended the turn of the prompt, or became idle, and no result arrived for 10 s. The
    /// session continues.
    #[error("the turn ended without a result")]
    NoResult,
    /// The stream was not read, and [`OverflowPolicy::Fail`](crate::OverflowPolicy::Fail) is set.
    #[error("a slow consumer has {bytes} bytes of unread messages")]
    Overflow {
        /// The memory of the unread messages when the hard limit was reached.
        bytes: usize,
    },
    /// stdin is closed by decision: no prompt will follow, and no callback needs it. The running
    /// turn continues.
    #[error("stdin of the CLI is closed")]
    InputClosed,
    /// The scope of the handle has ended ([`Connection::scoped`](crate::Connection::scoped)). The
    /// connection stays open.
    #[error("the scope of the handle has ended")]
    ScopeEnded,
    /// The runtime on which the connection was opened has shut down.
    #[error("the runtime of the connection has shut down")]
    RuntimeGone,
    /// The connection was closed by this program, or ended normally.
    #[error("the connection is closed")]
    Closed,
}

/// Returns the place of a CLI as it is shown in the message of an error.
fn on(place: Option<&str>) -> String {
    place.map(|place| format!(" on {}", shown(place))).unwrap_or_default()
}

/// The most characters of a text of the CLI in the message of an error.
const SHOWN: usize = 500;

/// Returns a text of the CLI as it is shown in the message of an error: one line of at most 500
/// characters, without escape sequences and control characters.
#[doc(hidden)]
#[must_use]
pub fn shown(text: &str) -> String {
    let (mut line, mut length) = (String::new(), 0);
    let mut chars = text.chars();
    while let Some(next) = chars.next() {
        let next = match next {
            '\u{1b}' => {
                skip_sequence(&mut chars);
                continue;
            }
            // Marks that change the direction of the text behind them are not visible either.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => continue,
            next if next.is_control() || next == '\u{2028}' || next == '\u{2029}' => ' ',
            next => next,
        };
        if next == ' ' && line.ends_with(' ') {
            continue;
        }
        if length == SHOWN {
            line.push('…');
            break;
        }
        line.push(next);
        length += 1;
    }
    line.trim().into()
}

/// Skips the rest of an escape sequence.
fn skip_sequence(chars: &mut std::str::Chars<'_>) {
    match chars.next() {
        Some('[') => drop(chars.find(|char| ('@'..='~').contains(char))),
        Some(']') => drop(chars.find(|char| matches!(char, '\u{7}' | '\\'))),
        _ => {}
    }
}

impl From<TransportError> for ProtocolError {
    fn from(error: TransportError) -> Self {
        Self::Transport(Arc::new(error))
    }
}

/// The output of a CLI before a request timed out.
///
/// `frames` and `noise` are recorded only until the handshake is done: the last 8 of each. After
/// that they are empty.
///
/// # Examples
///
/// ```
/// use claude_protocol::StartupOutput;
///
/// fn explain(output: &StartupOutput) -> &str {
///     output.noise.last().map_or(&output.stderr, |line| line)
/// }
///
/// assert_eq!(explain(&StartupOutput::default()), "");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StartupOutput {
    /// The last part of stderr.
    pub stderr: String,
    /// The types and subtypes of the last frames, such as `system init`.
    pub frames: Vec<String>,
    /// The last lines that were not frames, such as an update banner, cut to 200 characters each.
    pub noise: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_cli_is_shown_as_one_short_line() {
        for (text, expected) in [
            ("plain text", "plain text"),
            ("two\n lines\r\n", "two lines"),
            ("\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7}text", "red text"),
            ("bell\u{7} nul\0 c1\u{9b}31m del\u{7f}", "bell nul c1 31m del"),
            ("\u{202e}reversed", "reversed"),
            ("an \u{1b}", "an"),
            ("\u{1b}[", ""),
            ("日本語 ✓", "日本語 ✓"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
        let long = shown(&"é".repeat(65_536));
        assert_eq!(long.chars().count(), SHOWN + 1);
        assert!(long.ends_with("é…"));
    }

    #[test]
    fn messages_do_not_repeat_control_characters_or_long_texts() {
        let text = "\u{1b}[2Jx\u{7}".repeat(10_000);
        let after = Duration::from_secs(1);
        for error in [
            ProtocolError::Refused { subtype: "x".into(), message: text.clone(), code: None },
            ProtocolError::TooOld {
                found: text.as_str().into(),
                needed: "2".into(),
                program: None,
            },
            ProtocolError::Unfinished { waiting_for: text.clone(), after },
            ProtocolError::Stalled {
                waiting_for: text.clone(),
                silent_for: after,
                last_frame: None,
            },
            ProtocolError::PermissionMode {
                expected: PermissionMode::Default,
                actual: text.as_str().into(),
            },
        ] {
            let shown = error.to_string();
            assert!(shown.len() < 700 && !shown.chars().any(char::is_control), "{shown}");
        }
    }
}
