//! Callbacks: the requests of the CLI to this program, and the replies.
//!
//! - [`Options::on_permission`](crate::Options::on_permission): whether a tool may run. Returns a
//!   [`Permission`].
//! - [`Options::on_question`](crate::Options::on_question): questions of the model to the user.
//!   Returns [`QuestionAnswers`].
//! - [`Options::on_plan`](crate::Options::on_plan): approval of a plan. Returns a [`PlanDecision`].
//! - [`Options::on_elicitation`](crate::Options::on_elicitation): a form or URL of an MCP server.
//!   Returns an [`ElicitationOutcome`].
//! - [`Options::on_dialog`](crate::Options::on_dialog): a dialog of the CLI. Returns a
//!   [`DialogOutcome`].
//!
//! Each subject also has a handler trait, for callbacks that have their own state.
//!
//! # Examples
//!
//! ```
//! use claude_sdk::callbacks::PlanDecision;
//! use claude_sdk::{Options, Permission};
//!
//! let options = Options::default()
//!     .on_plan(|_plan, _context| async { PlanDecision::approve() })
//!     .on_permission(|_request, _context| async { Permission::deny("not in this session") });
//! ```

// Each file has the types of one subject. Setters are in `options/callbacks.rs`; `launch/bind.rs`
// binds callbacks to a session. Reading order: `context.rs`, `entry.rs`, then the subjects.

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
