//! Failure replies: the reply to a request whose callback failed. Guards fail closed.
//!
//! The CLI treats an error reply to a hook as "no objection" and continues. So if the callback of a
//! guard panics, returns an error, exceeds its deadline, or cannot be given its request because it
//! cannot be decoded, the reply is an explicit denial.

use claude_types::{
    ElicitationResponse, HookEvent, HookOutput, PermissionRequestOutput, PermissionResult,
    PreModelSwitchOutput, PreToolUseOutput, Raw, UserDialogResult,
};

use super::reply::Reply;
use crate::connection::OnFailure;

/// The kind of a request, which decides the reply if its callback fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RequestKind {
    /// A permission request.
    Permission,
    /// A hook callback.
    Hook(HookEvent, OnFailure),
    /// A message to an MCP server, with the JSON-RPC ID of the response. `None` if the message
    /// needs no response.
    Mcp(Option<Raw>),
    /// A form or URL of an MCP server.
    Elicitation,
    /// A dialog.
    Dialog,
    /// Any other request.
    Other,
}

/// Returns the reply to a request whose callback failed.
pub(crate) fn failed(kind: &RequestKind, why: &str) -> Reply {
    match kind {
        RequestKind::Permission => Reply::from_serialize(&PermissionResult::deny(why)),
        RequestKind::Hook(event, OnFailure::Block) => blocked(event, why),
        RequestKind::Mcp(id) => super::mcp::failed(id.as_ref(), why),
        // These replies have no field for a reason.
        RequestKind::Elicitation => Reply::from_serialize(&ElicitationResponse::decline()),
        RequestKind::Dialog => Reply::from_serialize(&UserDialogResult::cancelled()),
        RequestKind::Hook(_, OnFailure::Continue) | RequestKind::Other => Reply::Error(why.into()),
    }
}

/// Returns whether hooks of this event can block the action.
pub(crate) fn is_guard(event: &HookEvent) -> bool {
    denial(event, "").is_some()
}

fn blocked(event: &HookEvent, why: &str) -> Reply {
    match denial(event, why) {
        Some(output) => Reply::from_serialize(&output),
        None => Reply::Error(why.into()),
    }
}

/// Returns the output with which a hook of this event blocks the action, as observed with CLI
/// 2.1.329. `None` if it cannot block.
///
/// Hooks of an event that this version does not know count as guards: a newer CLI may ask them
/// before an action, as CLI 2.1.332 was the first to do before a shell command of a skill. A block
/// does nothing where the CLI does not expect one.
fn denial(event: &HookEvent, why: &str) -> Option<HookOutput> {
    Some(match event {
        HookEvent::PreToolUse => PreToolUseOutput::deny(why).into(),
        HookEvent::PermissionRequest => PermissionRequestOutput::deny(why).into(),
        HookEvent::PreModelSwitch => PreModelSwitchOutput::deny(why).into(),
        HookEvent::UserPromptSubmit
        | HookEvent::UserPromptExpansion
        | HookEvent::PreCompact
        | HookEvent::ConfigChange
        | HookEvent::TaskCreated
        | HookEvent::PreSkillShellCommand
        // The CLI ignores an `action` in the output of these two events. A block declines.
        | HookEvent::Elicitation
        | HookEvent::ElicitationResult
        | HookEvent::Other(_) => HookOutput::block(why),
        _ => return None,
    })
}
