//! Failure: a failed API request, or a failed turn.

use std::fmt;

use claude_types::{
    ApiErrorBody, ApiErrorKind, ApiErrorType, AssistantMessage, MessageUuid, ResultMessage,
    TerminalReason, Timestamp, ToolUseId,
};
use serde::Serialize;

/// An API request that failed finally, or a turn that failed.
///
/// `Display` is the text of the CLI. A turn that failed because of a request is reported once, by
/// the request. An interrupted turn did not fail. Whether the run failed as a whole is in its
/// result.
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
    /// The failure in an answer that the CLI wrote instead of the API.
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

    /// The failure in an error event of a stream.
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

    /// The failure of a turn that failed and was not interrupted.
    pub(super) fn of_turn(result: &ResultMessage) -> Option<Self> {
        use TerminalReason::{AbortedStreaming, AbortedTools};
        let stopped = matches!(result.terminal_reason, Some(AbortedStreaming | AbortedTools));
        (result.is_failure() && !stopped).then(|| Self {
            text: match &result.errors {
                Some(errors) if !errors.is_empty() => errors.join("\n"),
                _ => result.text().to_owned(),
            },
            kind: result.subtype.as_ref().map(ToString::to_string),
            class: None,
            status: result.api_error_status.value().copied(),
            parent: None,
            uuid: result.uuid.clone(),
            timestamp: None,
        })
    }

    /// Returns the text of the CLI.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the kind of failure, as the API, the CLI or the result names it.
    #[must_use]
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// Returns the CLI's class of a failed request.
    #[must_use]
    pub fn api_error(&self) -> Option<&ApiErrorKind> {
        self.class.as_ref()
    }

    /// Returns the HTTP status of a failed request.
    #[must_use]
    pub fn status(&self) -> Option<u64> {
        self.status
    }

    /// Returns the tool call whose subagent failed; `None` for the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }

    /// Returns the ID of the message that contains the failure.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.uuid.as_ref()
    }

    /// Returns when the failure happened.
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
