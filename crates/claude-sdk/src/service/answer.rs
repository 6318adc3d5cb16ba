//! Answer: the result of a run that succeeded.

use claude_types::{ResultMessage, SessionId};
#[cfg(feature = "json")]
use schemars::JsonSchema;
#[cfg(feature = "json")]
use serde::de::DeserializeOwned;

use super::Extensions;
#[cfg(feature = "json")]
use crate::error::{Error, Result};

/// The result of a run that succeeded.
///
/// # Examples
///
/// ```
/// use claude_sdk::service::Answer;
///
/// fn show(answer: &Answer) {
///     println!("{} ({:?} USD)", answer.text(), answer.result.total_cost_usd);
/// }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answer {
    /// The result. Its text is the whole last answer.
    pub result: ResultMessage,
    /// The ID under which the conversation can be resumed.
    pub session_id: Option<SessionId>,
    /// What layers add. Empty at first.
    pub extensions: Extensions,
}

impl Answer {
    /// Returns the final text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.result.text()
    }

    /// Returns the answer as a Rust type.
    ///
    /// The model knows the type only if the options of the request name it:
    /// [`Options::output_schema_of`](crate::Options::output_schema_of). An answer that does not match is
    /// not requested again, in contrast to [`PendingQuery::json`](crate::PendingQuery::json).
    ///
    /// With the feature `json`.
    ///
    /// # Errors
    ///
    /// [`Error::Json`] if the answer does not match the type.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::service::{Answer, Request};
    /// use claude_sdk::{Error, Options};
    ///
    /// let request = Request::from("What is 2 + 2?")
    ///     .options(Options::default().output_schema_of::<u32>());
    ///
    /// fn sum(answer: &Answer) -> Result<u32, Error> {
    ///     answer.json()
    /// }
    /// ```
    #[cfg(feature = "json")]
    pub fn json<T: DeserializeOwned + JsonSchema>(&self) -> Result<T> {
        crate::json::read(&self.result)
            .map_err(|failure| Error::Json { failure, result: Box::new(self.result.clone()) })
    }
}
