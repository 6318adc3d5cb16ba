//! Elicitation: constructors of the usual replies to elicitations and dialogs.
//!
//! The MCP server, not this crate, checks that a form fits its schema.

use crate::generated::{
    DialogCancelled, DialogCompleted, ElicitationAction, ElicitationResponse, UserDialogResult,
};
use crate::values::Raw;

impl ElicitationResponse {
    /// Accepts with the content of a form, which must be an object.
    #[must_use]
    pub fn accept(content: impl Into<Raw>) -> Self {
        Self::accepted().content(content)
    }

    /// Accepts without a form: the reply to a URL that the user should open.
    #[must_use]
    pub fn accepted() -> Self {
        Self::new(ElicitationAction::Accept)
    }

    /// Declines.
    #[must_use]
    pub fn decline() -> Self {
        Self::new(ElicitationAction::Decline)
    }

    /// Cancels: the user closed the dialog without an answer.
    #[must_use]
    pub fn cancel() -> Self {
        Self::new(ElicitationAction::Cancel)
    }
}

impl UserDialogResult {
    /// Completes the dialog with a result, whose fields depend on the kind of dialog.
    #[must_use]
    pub fn completed(result: impl Into<Raw>) -> Self {
        Self::Completed(DialogCompleted::new(result))
    }

    /// Cancels the dialog without a result.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::Cancelled(DialogCancelled::new())
    }
}
