//! Attachments: lines of the transcript that the CLI also writes to stdout in a replay.

use serde::Serialize;
use serde_json::value::RawValue;

use super::id::{now, uuid};

/// The content of an attachment.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub(crate) enum Attachment<'a> {
    HookSuccess {
        hook_name: String,
        #[serde(rename = "toolUseID")]
        tool_use_id: &'a str,
        hook_event: &'a str,
        content: &'static str,
        command: &'static str,
    },
    HookDeferredTool {
        #[serde(rename = "toolUseID")]
        tool_use_id: &'a str,
        tool_name: &'a str,
        tool_input: &'a RawValue,
        hook_name: &'static str,
        hook_event: &'static str,
    },
}

/// An attachment as a message.
#[derive(Serialize)]
pub(crate) struct AttachmentFrame<'a> {
    attachment: &'a Attachment<'a>,
    #[serde(rename = "type")]
    kind: &'static str,
    uuid: String,
    timestamp: String,
    session_id: &'a str,
    parent_tool_use_id: Option<()>,
}

impl<'a> Attachment<'a> {
    /// A callback has answered.
    pub(crate) fn hook_success(event: &'a str, tool_use_id: &'a str) -> Self {
        Self::HookSuccess {
            hook_name: format!("{event}:Callback"),
            tool_use_id,
            hook_event: event,
            content: "",
            command: "callback",
        }
    }

    /// A hook has deferred the call.
    pub(crate) fn deferred(tool_use_id: &'a str, tool_name: &'a str, input: &'a RawValue) -> Self {
        Self::HookDeferredTool {
            tool_use_id,
            tool_name,
            tool_input: input,
            hook_name: "settings",
            hook_event: "PreToolUse",
        }
    }

    pub(crate) fn frame(&'a self, session_id: &'a str) -> AttachmentFrame<'a> {
        AttachmentFrame {
            attachment: self,
            kind: "attachment",
            uuid: uuid(),
            timestamp: now(),
            session_id,
            parent_tool_use_id: None,
        }
    }
}
