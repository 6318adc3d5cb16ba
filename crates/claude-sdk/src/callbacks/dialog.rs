//! Dialogs: dialogs of the CLI that this program shows to the user.
//!
//! The CLI requests only the kinds that were declared at the start; for other kinds it continues
//! without a dialog. Without a handler, no kind is declared and no request is answered.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, DialogAnswer};
use claude_types::{Raw, UserDialogRequest as DialogRequest, UserDialogResult};
use serde::Serialize;

use super::{Closure, Context, Entry};

/// The outcome of a dialog.
#[derive(Debug, Clone)]
#[must_use = "an outcome has no effect unless the callback returns it"]
pub struct DialogOutcome {
    answer: Result<DialogAnswer, String>,
}

impl DialogOutcome {
    /// Completes the dialog with the user's answer.
    ///
    /// Its form depends on the kind of dialog.
    ///
    /// If the answer cannot be serialized, the dialog is cancelled.
    pub fn completed<T: Serialize>(result: T) -> Self {
        let answer = Raw::from_serialize(&result)
            .map(|result| UserDialogResult::completed(result).into())
            .map_err(|error| format!("failed to serialize the answer: {error}"));
        Self { answer }
    }

    /// Cancels the dialog: the user closed it, or it cannot be shown.
    ///
    /// The CLI continues with a default.
    pub fn cancelled() -> Self {
        Self { answer: Ok(UserDialogResult::cancelled().into()) }
    }

    /// Leaves the decision to another party: the SDK sends no reply to this request.
    ///
    /// See [`Permission::answered_externally`](crate::Permission::answered_externally).
    pub fn answered_externally() -> Self {
        Self { answer: Ok(DialogAnswer::External) }
    }
}

/// A value that a dialog callback may return: a [`DialogOutcome`], or a `Result` of it.
///
/// An `Err` cancels the dialog.
pub trait IntoDialogOutcome: Send {
    /// Converts the value to an outcome.
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

/// A dialog callback that has its own state.
///
/// Register it with [`Options::on_dialog_handler`](crate::Options::on_dialog_handler).
pub trait DialogHandler: Send + Sync + 'static {
    /// Shows a dialog. The SDK sets no deadline; the CLI may have one.
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

/// A registered dialog callback.
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
