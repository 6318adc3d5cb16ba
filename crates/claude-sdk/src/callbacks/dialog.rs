//! Dialogs: dialogs of the CLI that the user of the SDK shows.
//!
//! The CLI asks only for the kinds that were declared. What would need another kind continues
//! without a dialog. Without a handler nothing is declared, and nothing is answered.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, DialogAnswer};
use claude_types::{Raw, UserDialogRequest as DialogRequest, UserDialogResult};
use serde::Serialize;

use super::{Closure, Context, Entry};

/// What came of a dialog.
#[derive(Debug, Clone)]
#[must_use = "an answer answers nothing unless it is returned"]
pub struct DialogOutcome {
    answer: Result<DialogAnswer, String>,
}

impl DialogOutcome {
    /// The user answered. The shape of the answer depends on the kind of dialog.
    ///
    /// An answer that has no JSON form counts as a dialog that was closed.
    pub fn completed<T: Serialize>(result: T) -> Self {
        let answer = Raw::from_serialize(&result)
            .map(|result| UserDialogResult::completed(result).into())
            .map_err(|error| format!("the answer has no JSON form: {error}"));
        Self { answer }
    }

    /// The user closed the dialog, or it cannot be shown. The CLI goes on with a default.
    pub fn cancelled() -> Self {
        Self { answer: Ok(UserDialogResult::cancelled().into()) }
    }

    /// Somebody else answers, past this session: the SDK writes nothing for the question.
    ///
    /// See [`Permission::answered_externally`](crate::Permission::answered_externally).
    pub fn answered_externally() -> Self {
        Self { answer: Ok(DialogAnswer::External) }
    }
}

/// What a dialog callback may return: a [`DialogOutcome`], or a `Result` whose error closes it.
pub trait IntoDialogOutcome: Send {
    /// The answer.
    fn into_dialog_outcome(self) -> DialogOutcome;
}

impl IntoDialogOutcome for DialogOutcome {
    fn into_dialog_outcome(self) -> DialogOutcome {
        self
    }
}

impl<E: Display + Send> IntoDialogOutcome for Result<DialogOutcome, E> {
    fn into_dialog_outcome(self) -> DialogOutcome {
        self.unwrap_or_else(|error| DialogOutcome { answer: Err(error.to_string()) })
    }
}

/// A dialog callback as a type, for state of its own.
pub trait DialogHandler: Send + Sync + 'static {
    /// Shows a dialog. Has no deadline here; the CLI may have one.
    fn show(
        &self,
        dialog: DialogRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoDialogOutcome> + Send;
}

impl<F, Fut, A> DialogHandler for Closure<F>
where
    F: Fn(DialogRequest, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = A> + Send,
    A: IntoDialogOutcome,
{
    fn show(
        &self,
        dialog: DialogRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoDialogOutcome> + Send {
        (self.0)(dialog, context)
    }
}

/// The registered callback.
pub(crate) type DialogEntry = Entry<DialogRequest, DialogAnswer>;

pub(crate) fn dialog_entry(handler: impl DialogHandler) -> DialogEntry {
    let handler = Arc::new(handler);
    Entry::new(move |dialog, context| {
        let handler = Arc::clone(&handler);
        async move {
            let outcome = handler.show(dialog, context).await.into_dialog_outcome();
            outcome.answer.map_err(CallbackError::from)
        }
    })
}
