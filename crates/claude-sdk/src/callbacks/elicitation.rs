//! Elicitation: what an MCP server asks of the user: a form to fill in, or an address to open.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, ElicitationAnswer};
use claude_types::{ElicitationRequest, ElicitationResponse, Raw};
use serde::Serialize;

use super::{Closure, Context, Entry};

/// The answer to an elicitation.
#[derive(Debug, Clone)]
#[must_use = "an answer answers nothing unless it is returned"]
pub struct ElicitationOutcome {
    answer: Result<ElicitationAnswer, String>,
}

impl ElicitationOutcome {
    /// The form is filled in like this: an object that fits the requested schema.
    ///
    /// A form that has no JSON form is a refusal.
    pub fn accept<T: Serialize>(form: T) -> Self {
        let answer = Raw::from_serialize(&form)
            .map(|form| ElicitationResponse::accept(form).into())
            .map_err(|error| format!("the form has no JSON form: {error}"));
        Self { answer }
    }

    /// The user did what was asked, and there is no form: opened the address.
    pub fn accepted() -> Self {
        ElicitationResponse::accepted().into()
    }

    /// The user refused.
    pub fn decline() -> Self {
        ElicitationResponse::decline().into()
    }

    /// The user closed the dialog without an answer.
    pub fn cancel() -> Self {
        ElicitationResponse::cancel().into()
    }

    /// Somebody else answers, past this session: the SDK writes nothing for the question.
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

/// What an elicitation callback may return: [`ElicitationOutcome`], or a `Result` whose error is a refusal.
pub trait IntoElicitationOutcome: Send {
    /// The answer.
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

/// An elicitation callback as a type, for state of its own.
pub trait ElicitationHandler: Send + Sync + 'static {
    /// Asks the user. Has no deadline.
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

/// The registered callback.
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
