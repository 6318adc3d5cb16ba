//! What is answered when a callback fails: guards fail closed.
//!
//! The CLI takes an error answer to a hook for "no objection". So a callback that panics, errs,
//! never ends, or cannot read its question gets an explicit no where it guards something.

use claude_types::{
    ElicitationResponse, HookEvent, HookOutput, PermissionRequestOutput, PermissionResult,
    PreModelSwitchOutput, PreToolUseOutput, Raw, UserDialogResult,
};

use super::reply::Reply;
use crate::connection::OnFailure;

/// Who was asked, as far as a failure is concerned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RequestKind {
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

/// The answer in place of the one that failed.
pub(crate) fn failed(kind: &RequestKind, why: &str) -> Reply {
    match kind {
        RequestKind::Permission => Reply::from_serialize(&PermissionResult::deny(why)),
        RequestKind::Hook(event, OnFailure::Block) => blocked(event, why),
        RequestKind::Mcp(id) => super::mcp::failed(id.as_ref(), why),
        // There is no place for a reason in these.
        RequestKind::Elicitation => Reply::from_serialize(&ElicitationResponse::decline()),
        RequestKind::Dialog => Reply::from_serialize(&UserDialogResult::cancelled()),
        RequestKind::Hook(_, OnFailure::Continue) | RequestKind::Other => Reply::Error(why.into()),
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
