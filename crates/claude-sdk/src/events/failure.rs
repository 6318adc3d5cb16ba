//! Failure: a failed API request, or a failed turn.

use std::fmt;

use claude_types::{
    ApiErrorBody, ApiErrorKind, ApiErrorType, AssistantMessage, MessageUuid, ResultMessage,
    TerminalReason, Timestamp, ToolUseId,
};
use serde::Serialize;

/// A request to the API that failed for good, or a turn that did.
///
/// `Display` is what the CLI says about it. A turn that failed because of a request is told once,
/// by the request; one that was interrupted did not fail. Whether a run as a whole failed is for
/// its result to say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Failure {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(skip)]
    class: Option<ApiErrorKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u64>,
    parent: Option<ToolUseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uuid: Option<MessageUuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    timestamp: Option<Timestamp>,
}

impl Failure {
    /// An answer that the CLI wrote in the place of one of the API.
    pub(super) fn of_request(message: AssistantMessage) -> Self {
        let kind = message.api_error_type.as_ref().map(ApiErrorType::to_string);
        Self {
            text: message.text(),
            kind: kind.or_else(|| message.error.as_ref().map(ApiErrorKind::to_string)),
            class: message.error,
            status: message.api_error_status,
            parent: message.parent_tool_use_id,
            uuid: message.uuid,
            timestamp: message.timestamp,
        }
    }

    /// An error in the middle of a stream.
    pub(super) fn of_stream(error: ApiErrorBody, parent: Option<ToolUseId>) -> Self {
        Self {
            text: error.message.unwrap_or_default(),
            kind: error.kind.as_ref().map(ApiErrorType::to_string),
            class: None,
            status: None,
            parent,
            uuid: None,
            timestamp: None,
        }
    }

    /// A turn that failed and was not interrupted.
    pub(super) fn of_turn(result: &ResultMessage) -> Option<Self> {
        use TerminalReason::{AbortedStreaming, AbortedTools};
        let stopped = matches!(result.terminal_reason, Some(AbortedStreaming | AbortedTools));
        (result.is_failure() && !stopped).then(|| Self {
            text: match (result.text(), &result.errors) {
                ("", Some(errors)) => errors.join("\n"),
                (text, _) => text.to_owned(),
            },
            kind: result.subtype.as_ref().map(ToString::to_string),
            class: None,
            status: result.api_error_status.value().copied(),
            parent: None,
            uuid: result.uuid.clone(),
            timestamp: None,
        })
    }

    /// What the CLI says about it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What kind of failure it is, in the word of the API, of the CLI, or of the result.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// The CLI's class of a failed request.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiErrorKind> {
        self.class.as_ref()
    }

    /// The HTTP status of a failed request.
    #[must_use]
    pub fn status(&self) -> Option<u64> {
        self.status
    }

    /// The call whose subagent failed; `None` in the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }

    /// The message that tells it.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.uuid.as_ref()
    }

    /// When it failed.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        self.timestamp.as_ref()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.text, &self.kind) {
            ("", Some(kind)) => f.write_str(kind),
            ("", None) => f.write_str("failed"),
            (text, _) => f.write_str(text),
        }
    }
}
