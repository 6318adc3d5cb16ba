//! The usual answers to elicitations and dialogs.
//!
//! The fields are generated. It does not check whether a form fits its schema: the MCP server does.

use crate::generated::{
    DialogCancelled, DialogCompleted, ElicitationAction, ElicitationResponse, UserDialogResult,
};
use crate::values::Raw;

impl ElicitationResponse {
    /// The form is filled in like this, an object.
    #[must_use]
    pub fn accept(content: impl Into<Raw>) -> Self {
        Self::accepted().content(content)
    }

    /// The user did what was asked, and there is no form: the answer to an address to be opened.
    #[must_use]
    pub fn accepted() -> Self {
        Self::new(ElicitationAction::Accept)
    }

    /// The user refused.
    #[must_use]
    pub fn decline() -> Self {
        Self::new(ElicitationAction::Decline)
    }

    /// The user closed the dialog without an answer.
    #[must_use]
    pub fn cancel() -> Self {
        Self::new(ElicitationAction::Cancel)
    }
}

impl UserDialogResult {
    /// The user answered; the shape depends on the kind of dialog.
    #[must_use]
    pub fn completed(result: impl Into<Raw>) -> Self {
        Self::Completed(DialogCompleted::new(result))
    }

    /// There is no answer.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::Cancelled(DialogCancelled::new())
    }
}
