//! Environment: the variables of the CLI, and what variables mean to the SDK.
//!
//! Reading order: `variables.rs` (the whole environment), `outer_session.rs` (variables that are
//! not inherited), `system.rs` (variables that are
//! always inherited), `credentials.rs` (keys, tokens and providers), `deadlines.rs` (deadlines that
//! variables set).

mod variables;
mod outer_session;
mod system;
mod credentials;
mod deadlines;

pub(super) use credentials::is_credential;
pub(super) use deadlines::deadlines;
pub(super) use variables::{environment, helper_settings, state_frames};
