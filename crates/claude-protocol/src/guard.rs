//! What is answered when a callback fails: guards fail closed.
//!
//! The CLI takes an error answer to a hook for "no objection". So a callback that panics, errs,
//! never ends, or cannot read its question gets an explicit no where it guards something.

use claude_types::{
    HookEvent, HookOutput, PermissionRequestOutput, PermissionResult, PreToolUseOutput, Raw,
};
use serde::Serialize;

use crate::mcp;

/// What to do when a hook fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnFailure {
    /// `PreToolUse` and `PermissionRequest` deny, `UserPromptSubmit` blocks.
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
    /// Anything else.
    Other,
}

/// The body of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reply {
    Success(Raw),
    Error(String),
}

impl Reply {
    /// Renders a value, or tells that it could not be.
    pub(crate) fn from_serialize<T: Serialize>(value: &T) -> Self {
        match Raw::from_serialize(value) {
            Ok(raw) => Self::Success(raw),
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
        Asked::Hook(_, OnFailure::Continue) | Asked::Other => Reply::Error(why.into()),
    }
}

fn blocked(event: &HookEvent, why: &str) -> Reply {
    let output = match event {
        HookEvent::PreToolUse => PreToolUseOutput::deny(why).into(),
        HookEvent::PermissionRequest => PermissionRequestOutput::deny(why).into(),
        HookEvent::UserPromptSubmit => HookOutput::block(why),
        _ => return Reply::Error(why.into()),
    };
    Reply::from_serialize(&output)
}
