//! Elicitations and dialogs: requests of the CLI to the user.
//!
//! Without a handler, an elicitation is declined, and a dialog gets no reply: another client of the
//! session may show the dialog, and a reply from here would close it there.

use claude_types::{ElicitationRequest, ElicitationResponse, RequestId, UserDialogRequest};
use serde::Serialize;

use super::event_loop::Driver;
use crate::callbacks::{PanicNote, Reply, RequestKind};
use crate::connection::{Callback, Context, UserAnswer};
use crate::trace::event;

impl Driver {
    pub(super) fn elicit(&mut self, id: RequestId, request: ElicitationRequest) {
        let Some(callback) = self.config.handlers.elicitation.clone() else {
            return self.send_reply(id, Reply::from_serialize(&ElicitationResponse::decline()));
        };
        let context = self.context(&id, None);
        self.ask_user(id, RequestKind::Elicitation, callback, request, context);
    }

    pub(super) fn show_dialog(&mut self, id: RequestId, request: UserDialogRequest) {
        let dialogs = self.config.handlers.dialogs.as_ref();
        let shown = dialogs.filter(|_| self.shows(request.dialog_kind.as_str()));
        let Some(callback) = shown.map(|dialogs| dialogs.callback.clone()) else {
            event!(%id, "a dialog is left to another client");
            return;
        };
        let context = self.context(&id, request.tool_use_id.clone());
        self.ask_user(id, RequestKind::Dialog, callback, request, context);
    }

    /// Starts the callback without a deadline, because a person may take any time.
    fn ask_user<I: Send + 'static, T: Serialize + Send + 'static>(
        &mut self,
        id: RequestId,
        kind: RequestKind,
        callback: Callback<I, UserAnswer<T>>,
        request: I,
        context: Context,
    ) {
        let cancel_signal = context.cancel_signal.clone();
        let note = PanicNote::new(match kind {
            RequestKind::Elicitation => "the elicitation callback".into(),
            _ => "the dialog callback".into(),
        });
        self.callbacks.start(
            id,
            kind,
            None,
            cancel_signal,
            Box::new(move || {
                let note = note;
                let answer = callback(request, context);
                Box::pin(async move {
                    let _note = note;
                    Ok(match answer.await? {
                        UserAnswer::Given(answer) => Some(Reply::from_serialize(&answer).into()),
                        UserAnswer::External => None,
                    })
                })
            }),
        );
    }

    /// Returns whether a handler is registered for this kind of dialog.
    pub(super) fn shows(&self, kind: &str) -> bool {
        let dialogs = self.config.handlers.dialogs.as_ref();
        dialogs.is_some_and(|dialogs| dialogs.kinds.iter().any(|known| known.as_str() == kind))
    }
}
