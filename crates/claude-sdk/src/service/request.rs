//! Request: what a service is asked.

use std::sync::Arc;

use super::Extensions;
use crate::options::Options;
use crate::prompt::Prompt;

/// A prompt for a service, and the options of its session.
///
/// It is `Clone`, so that a layer can send it again.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_sdk::Options;
/// use claude_sdk::service::Request;
///
/// let plain = Request::from("What is 2 + 2?");
/// assert!(plain.options.is_none());
///
/// let options = Arc::new(Options::default().model("opus"));
/// let other = Request::from("Prove it.").options(options);
/// assert_eq!(other.prompt.text(), "Prove it.");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The prompt. If it has a UUID, send it once: the CLI does not run a UUID twice.
    pub prompt: Prompt,
    /// The options of the session. `None` (default) are those of the service.
    pub options: Option<Arc<Options>>,
    /// What layers add. No layer by default.
    pub extensions: Extensions,
}

impl Request {
    /// Sets the options of the session, instead of those of the service.
    #[must_use]
    pub fn options(mut self, options: impl Into<Arc<Options>>) -> Self {
        self.options = Some(options.into());
        self
    }
}

impl<P: Into<Prompt>> From<P> for Request {
    fn from(prompt: P) -> Self {
        Self { prompt: prompt.into(), options: None, extensions: Extensions::default() }
    }
}
