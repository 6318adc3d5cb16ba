//! Elicitation: requests of an MCP server to the user, to fill in a form or to open a URL.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, ElicitationAnswer};
use claude_types::{ElicitationRequest, ElicitationResponse, Raw};
use serde::Serialize;

use super::{Closure, Context, Entry};

/// The reply to an elicitation.
#[derive(Debug, Clone)]
#[must_use = "an outcome has no effect unless the callback returns it"]
pub struct ElicitationOutcome {
    answer: Result<ElicitationAnswer, String>,
}

impl ElicitationOutcome {
    /// Accepts with the values of the form: an object that matches the requested schema.
    ///
    /// If the values cannot be serialized, the elicitation is declined.
    pub fn accept<T: Serialize>(form: T) -> Self {
        let answer = Raw::from_serialize(&form)
            .map(|form| ElicitationResponse::accept(form).into())
            .map_err(|error| format!("failed to serialize the form: {error}"));
        Self { answer }
    }

    /// Accepts without a form: the user opened the URL.
    pub fn accepted() -> Self {
        ElicitationResponse::accepted().into()
    }

    /// Declines: the user refused.
    pub fn decline() -> Self {
        ElicitationResponse::decline().into()
    }

    /// Cancels: the user closed the dialog without an answer.
    pub fn cancel() -> Self {
        ElicitationResponse::cancel().into()
    }

    /// Leaves the decision to another party: the SDK sends no reply to this request.
    ///
    /// See [`Permission::answered_externally`](crate::Permission::answered_externally).
    pub fn answered_externally() -> Self {
        Self { answer: Ok(ElicitationAnswer::External) }
    }
}

impl From<ElicitationResponse> for ElicitationOutcome {
    fn from(response: ElicitationResponse) -> Self {
        Self { answer: Ok(response.into()) }
    }
}

/// A value that an elicitation callback may return: an [`ElicitationOutcome`], or a `Result` of it.
///
/// An `Err` declines the elicitation.
pub trait IntoElicitationOutcome: Send {
    /// Converts the value to an outcome.
    fn into_elicited(self) -> ElicitationOutcome;
}

impl IntoElicitationOutcome for ElicitationOutcome {
    fn into_elicited(self) -> ElicitationOutcome {
        self
    }
}

impl<E: Display + Send> IntoElicitationOutcome for Result<ElicitationOutcome, E> {
    fn into_elicited(self) -> ElicitationOutcome {
        self.unwrap_or_else(|error| ElicitationOutcome { answer: Err(error.to_string()) })
    }
}

/// An elicitation callback that has its own state.
///
/// Register it with [`Options::on_elicitation_handler`](crate::Options::on_elicitation_handler).
pub trait ElicitationHandler: Send + Sync + 'static {
    /// Shows the form or URL to the user. There is no deadline.
    fn elicit(
        &self,
        request: ElicitationRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoElicitationOutcome> + Send;
}

impl<F, Fut, A> ElicitationHandler for Closure<F>
where
    F: Fn(ElicitationRequest, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = A> + Send,
    A: IntoElicitationOutcome,
{
    fn elicit(
        &self,
        request: ElicitationRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoElicitationOutcome> + Send {
        (self.0)(request, context)
    }
}

/// A registered elicitation callback.
pub(crate) type ElicitationEntry = Entry<ElicitationRequest, ElicitationAnswer>;

pub(crate) fn elicitation_entry(handler: impl ElicitationHandler) -> ElicitationEntry {
    let handler = Arc::new(handler);
    Entry::new(move |request, context| {
        let handler = Arc::clone(&handler);
        async move {
            let answer = handler.elicit(request, context).await.into_elicited().answer;
            answer.map_err(CallbackError::from)
        }
    })
}
