// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the CLI to the user: elicitations of MCP servers, and dialogs.

use super::all::*;

/// The kind of an elicitation.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ElicitationMode {
    /// The user fills in a form.
    Form,
    /// The user opens an address.
    Url,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ElicitationMode {
    Form = "form",
    Url = "url",
});

/// The user's decision about an elicitation.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ElicitationAction {
    /// The user accepted.
    Accept,
    /// The user declined.
    Decline,
    /// The user closed the dialog without a decision.
    Cancel,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ElicitationAction {
    Accept = "accept",
    Decline = "decline",
    Cancel = "cancel",
});

/// The kind of a dialog that the CLI may request.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DialogKind {
    /// The model refused, and another model could answer: see `RefusalFallbackPrompt`. Sent only if the setting `switchModelsOnFlag` is false.
    RefusalFallbackPrompt,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] DialogKind {
    RefusalFallbackPrompt = "refusal_fallback_prompt",
});

/// The reply to a dialog.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum UserDialogResult {
    /// The user completed the dialog.
    Completed(DialogCompleted),
    /// The dialog was cancelled.
    Cancelled(DialogCancelled),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] UserDialogResult by "behavior" {
    "completed" => Completed: DialogCompleted,
    "cancelled" => Cancelled: DialogCancelled,
} local {  });

/// A request of an MCP server for input of the user: a form to fill in, or an address to open. Without a handler the reply is to decline; an error counts as `cancel`.
///
/// Wire: `subtype: elicitation`.
///
/// Answered by `ElicitationResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationRequest {
    /// The MCP server that sent the request.
    pub mcp_server_name: String,
    /// The text for the user.
    pub message: String,
    /// The kind of elicitation; a form if absent.
    pub mode: Option<ElicitationMode>,
    /// The JSON Schema of the form.
    pub requested_schema: Option<Raw>,
    /// The names of the form's properties, in display order.
    pub property_order: Option<Vec<String>>,
    /// The address to open.
    pub url: Option<String>,
    /// The ID of the elicitation. `system/elicitation_complete` refers to it.
    pub elicitation_id: Option<String>,
    /// The heading of the dialog.
    pub title: Option<String>,
    /// The server's name for display.
    pub display_name: Option<String>,
    /// A description of the request.
    pub description: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ElicitationRequest {
    tags: ["subtype" = "elicitation"],
    fields: [
        0 required mcp_server_name: String = "mcp_server_name",
        1 required message: String = "message",
        2 optional mode: ElicitationMode = "mode",
        3 optional requested_schema: Raw = "requested_schema",
        4 optional property_order: Vec<String> = "property_order",
        5 optional url: String = "url",
        6 optional elicitation_id: String = "elicitation_id",
        7 optional title: String = "title",
        8 optional display_name: String = "display_name",
        9 optional description: String = "description",
    ],
});

impl crate::wire::ControlRequest for ElicitationRequest {
    const SUBTYPE: &'static str = "elicitation";
    type Response = ElicitationResponse;
}

/// The reply to an elicitation.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResponse {
    /// The user's decision.
    pub action: ElicitationAction,
    /// The filled-in form: an object that matches the requested schema. Only with `accept`.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ElicitationResponse {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(action: impl Into<ElicitationAction>) -> Self {
        Self { action: action.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ElicitationResponse {
    tags: [],
    fields: [
        0 required action: ElicitationAction = "action",
        1 optional content: Raw = "content",
    ],
});

/// A request to show a dialog. The CLI sends it only for the kinds that the `initialize` request named. A reply is optional, since another client may send one.
///
/// Wire: `subtype: request_user_dialog`.
///
/// Answered by `UserDialogResult`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserDialogRequest {
    /// The kind of dialog. Reply to an unknown kind with `cancelled`.
    pub dialog_kind: DialogKind,
    /// The data of the dialog. The shape depends on the kind.
    pub payload: Option<Raw>,
    /// The tool call that caused the dialog, if any.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UserDialogRequest {
    tags: ["subtype" = "request_user_dialog"],
    fields: [
        0 required dialog_kind: DialogKind = "dialog_kind",
        1 optional payload: Raw = "payload",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

impl crate::wire::ControlRequest for UserDialogRequest {
    const SUBTYPE: &'static str = "request_user_dialog";
    type Response = UserDialogResult;
}

/// The data of the dialog `refusal_fallback_prompt`: whether another model should answer. Which result accepts is not known; after each one that was tried, the turn ended with an error.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RefusalFallbackPrompt {
    /// The model that refused.
    pub original_model: Option<ModelName>,
    /// The model that could answer.
    pub fallback_model: Option<ModelName>,
    /// The category of the refusal, as in `cyber`.
    pub api_refusal_category: Maybe<String>,
    /// The frames that were retracted.
    pub retracted_message_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RefusalFallbackPrompt {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RefusalFallbackPrompt {
    tags: [],
    fields: [
        0 optional original_model: ModelName = "originalModel",
        1 optional fallback_model: ModelName = "fallbackModel",
        2 maybe api_refusal_category: String = "apiRefusalCategory",
        3 optional retracted_message_uuids: Vec<MessageUuid> = "retractedMessageUuids",
    ],
});

/// A dialog that the user completed.
///
/// Wire: `behavior: completed`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DialogCompleted {
    /// The result. The shape depends on the kind of dialog.
    pub result: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl DialogCompleted {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(result: impl Into<Raw>) -> Self {
        Self { result: result.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] DialogCompleted {
    tags: ["behavior" = "completed"],
    fields: [
        0 required result: Raw = "result",
    ],
});

/// A dialog that was closed without a result, or could not be shown.
///
/// Wire: `behavior: cancelled`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DialogCancelled {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for DialogCancelled {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl DialogCancelled {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    DialogCancelled { tags: ["behavior" = "cancelled"], fields: [] }
);
