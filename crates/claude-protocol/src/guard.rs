//! What is answered when a callback fails: guards fail closed.
//!
//! The CLI takes an error answer to a hook for "no objection". So a callback that panics, errs,
//! never ends, or cannot read its question gets an explicit no where it guards something.

use claude_types::{
    ElicitationResponse, HookEvent, HookOutput, PermissionRequestOutput, PermissionResult,
    PreModelSwitchOutput, PreToolUseOutput, Raw, UserDialogResult,
};
use serde::Serialize;

use crate::mcp;

/// What to do when a hook fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnFailure {
    /// What was asked about does not happen, where a hook of the event can say so: `PreToolUse`,
    /// `PermissionRequest` and `PreModelSwitch` deny, `UserPromptSubmit`, `UserPromptExpansion`,
    /// `PreCompact`, `ConfigChange`, `TaskCreated`, `Elicitation` and `ElicitationResult` block,
    /// which declines the last two. The others report an error, and the CLI goes on: what they are
    /// told of has happened, or a block would make the model go on without end (`Stop`,
    /// `SubagentStop`, `TaskCompleted`, `TeammateIdle`).
    #[default]
    Block,
    /// The CLI goes on as if the hook had not been there.
    Continue,
}

/// Who was asked, as far as a failure is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The permission callback.
    Permission,
    /// A hook.
    Hook(HookEvent, OnFailure),
    /// An MCP server; with the id that its answer has, unless there is none.
    Mcp(Option<Raw>),
    /// Whoever fills in the forms of MCP servers.
    Elicitation,
    /// Whoever shows the dialogs.
    Dialog,
    /// Anything else.
    Other,
}

/// The body of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The JSON of what was asked for.
    Success(Vec<u8>),
    /// Why there is none.
    Error(String),
}

impl Reply {
    /// Renders a value, or tells that it could not be.
    pub(crate) fn from_serialize<T: Serialize>(value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(json) => Self::Success(json),
            Err(error) => Self::Error(format!("the answer has no JSON form: {error}")),
        }
    }
}

/// The answer in place of the one that failed.
pub(crate) fn failed(asked: &Asked, why: &str) -> Reply {
    match asked {
        Asked::Permission => Reply::from_serialize(&PermissionResult::deny(why)),
        Asked::Hook(event, OnFailure::Block) => blocked(event, why),
        Asked::Mcp(id) => mcp::failed(id.as_ref(), why),
        // There is no place for a reason in these.
        Asked::Elicitation => Reply::from_serialize(&ElicitationResponse::decline()),
        Asked::Dialog => Reply::from_serialize(&UserDialogResult::cancelled()),
        Asked::Hook(_, OnFailure::Continue) | Asked::Other => Reply::Error(why.into()),
    }
}

/// Tells whether hooks of this event can keep something from happening.
pub(crate) fn is_guard(event: &HookEvent) -> bool {
    no(event, "").is_some()
}

fn blocked(event: &HookEvent, why: &str) -> Reply {
    match no(event, why) {
        Some(output) => Reply::from_serialize(&output),
        None => Reply::Error(why.into()),
    }
}

/// How hooks of this event say no, if they can. Seen with CLI 2.1.329.
fn no(event: &HookEvent, why: &str) -> Option<HookOutput> {
    Some(match event {
        HookEvent::PreToolUse => PreToolUseOutput::deny(why).into(),
        HookEvent::PermissionRequest => PermissionRequestOutput::deny(why).into(),
        HookEvent::PreModelSwitch => PreModelSwitchOutput::deny(why).into(),
        HookEvent::UserPromptSubmit
        | HookEvent::UserPromptExpansion
        | HookEvent::PreCompact
        | HookEvent::ConfigChange
        | HookEvent::TaskCreated
        // Of these, an `action` is passed over; a block declines.
        | HookEvent::Elicitation
        | HookEvent::ElicitationResult => HookOutput::block(why),
        _ => return None,
    })
}
