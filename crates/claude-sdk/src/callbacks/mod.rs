//! Callbacks: what the CLI asks of the user's code, and how the user's code answers.
//!
//! Each file has the types of one subject: what is asked, what may be returned, and the trait for
//! callbacks with state of their own. The setters are in `options/callbacks.rs`; `launch/bind.rs`
//! binds callbacks to a session. Reading order: `context.rs`, `entry.rs`, then the subjects.

mod context;
mod entry;
mod permission;
mod question;
mod plan;
mod elicitation;
mod dialog;
mod user_callbacks;

pub use claude_types::{
    CanUseToolRequest as PermissionRequest, ElicitationRequest, UserDialogRequest as DialogRequest,
};

pub use context::Context;
pub(crate) use dialog::{DialogEntry, dialog_entry};
pub use dialog::{DialogHandler, DialogOutcome, IntoDialogOutcome};
pub(crate) use elicitation::{ElicitationEntry, elicitation_entry};
pub use elicitation::{ElicitationHandler, ElicitationOutcome, IntoElicitationOutcome};
pub(crate) use entry::{Answerer, Closure, Entry};
pub use permission::{IntoPermission, Permission, PermissionHandler};
pub(crate) use permission::{PermissionEntry, permission_entry};
pub(crate) use plan::PlanEntry;
pub use plan::{IntoPlanDecision, Plan, PlanDecision, PlanHandler};
pub(crate) use question::QuestionEntry;
pub use question::{IntoQuestionAnswers, QuestionAnswers, QuestionHandler, QuestionRequest};
pub(crate) use user_callbacks::UserCallbacks;
