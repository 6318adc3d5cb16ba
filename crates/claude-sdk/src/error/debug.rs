//! Debug: the derived text of an error, written by hand, and the report that `main` returns.
//!
//! A derived `Debug` is `#[inline]`: a program whose `main` returns the error would compile it, and
//! that of the result inside, anew. This one is compiled in this crate.

use std::fmt;

use super::Error;

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Options { problem } => {
                f.debug_struct("Options").field("problem", problem).finish()
            }
            Self::Precondition(inner) => f.debug_tuple("Precondition").field(inner).finish(),
            Self::CliNotFound { located } => {
                f.debug_struct("CliNotFound").field("located", located).finish()
            }
            Self::CliTooOld { program, flag, found, needed } => f
                .debug_struct("CliTooOld")
                .field("program", program)
                .field("flag", flag)
                .field("found", found)
                .field("needed", needed)
                .finish(),
            Self::Runtime { problem } => {
                f.debug_struct("Runtime").field("problem", problem).finish()
            }
            Self::Launch { program, cwd, kind, wrapped, source } => f
                .debug_struct("Launch")
                .field("program", program)
                .field("cwd", cwd)
                .field("kind", kind)
                .field("wrapped", wrapped)
                .field("source", source)
                .finish(),
            Self::Exited { program, status, stderr, last_result, cause } => f
                .debug_struct("Exited")
                .field("program", program)
                .field("status", status)
                .field("stderr", stderr)
                .field("last_result", last_result)
                .field("cause", cause)
                .finish(),
            Self::Disconnected { place, resumable } => f
                .debug_struct("Disconnected")
                .field("place", place)
                .field("resumable", resumable)
                .finish(),
            Self::Auth { result } => f.debug_struct("Auth").field("result", result).finish(),
            Self::Limit { resets_at, window, overage, result } => f
                .debug_struct("Limit")
                .field("resets_at", resets_at)
                .field("window", window)
                .field("overage", overage)
                .field("result", result)
                .finish(),
            Self::Api { status, result } => {
                f.debug_struct("Api").field("status", status).field("result", result).finish()
            }
            Self::Run(inner) => f.debug_tuple("Run").field(inner).finish(),
            Self::Json { failure, result } => {
                f.debug_struct("Json").field("failure", failure).field("result", result).finish()
            }
            Self::Budget { item, limit, used, shared, result } => f
                .debug_struct("Budget")
                .field("item", item)
                .field("limit", limit)
                .field("used", used)
                .field("shared", shared)
                .field("result", result)
                .finish(),
            Self::Decode { source } => f.debug_struct("Decode").field("source", source).finish(),
            Self::Control { subtype, message, code } => f
                .debug_struct("Control")
                .field("subtype", subtype)
                .field("message", message)
                .field("code", code)
                .finish(),
            Self::Unsupported { subtype, version } => f
                .debug_struct("Unsupported")
                .field("subtype", subtype)
                .field("version", version)
                .finish(),
            Self::Timeout { waiting_for, after, diagnostics } => f
                .debug_struct("Timeout")
                .field("waiting_for", waiting_for)
                .field("after", after)
                .field("diagnostics", diagnostics)
                .finish(),
            Self::Unfinished { waiting_for, after } => f
                .debug_struct("Unfinished")
                .field("waiting_for", waiting_for)
                .field("after", after)
                .finish(),
            Self::Closed { reason } => f.debug_struct("Closed").field("reason", reason).finish(),
        }
    }
}

/// An error for `main`: its `Debug` is the text for a person, because Rust prints the `Debug` of an
/// error that `main` returns.
///
/// The text is the message, its causes, and for an [`Error`] of this crate the
/// [hint](Error::hint). Any error converts to a report with `?`.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Options, query};
///
/// #[tokio::main]
/// async fn main() -> Result<(), claude_sdk::Report> {
///     println!("{}", query("What is 2 + 2?", Options::default()).text().await?);
///     Ok(())
/// }
/// ```
pub struct Report(Box<dyn std::error::Error + Send + Sync>);

impl Report {
    /// Returns the error of this crate in the report, if there is one.
    #[must_use]
    pub fn error(&self) -> Option<&Error> {
        let first: &(dyn std::error::Error + 'static) = &*self.0;
        std::iter::successors(Some(first), |error| error.source())
            .find_map(|error| error.downcast_ref())
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Report {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        for cause in std::iter::successors(self.0.source(), |error| error.source()) {
            write!(f, "\n  cause: {cause}")?;
        }
        match self.error() {
            Some(error) => write!(f, "\n  hint: {}", error.hint()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_variant_and_its_fields() {
        let error = Error::Closed { reason: crate::error::CloseReason::ByUser };
        assert_eq!(format!("{error:?}"), "Closed { reason: ByUser }");
        let error = Error::CliNotFound { located: std::sync::Arc::default() };
        let expected = "CliNotFound { located: Located { candidates: [], absent: [] } }";
        assert_eq!(format!("{error:?}"), expected);
    }
}
