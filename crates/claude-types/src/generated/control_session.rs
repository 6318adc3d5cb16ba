// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about the session: the running turn, the model and the permission mode, the session's name, its messages and tasks.

use super::all::*;

/// The party that chose the title of a session.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RenameSource {
    /// A user on the web.
    Remote,
    /// The user, in the program that runs the CLI.
    Host,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RenameSource {
    Remote = "remote",
    Host = "host",
});

/// The user's rating of a message.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatingSentiment {
    /// The user likes the message.
    Positive,
    /// The user dislikes the message.
    Negative,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RatingSentiment {
    Positive = "positive",
    Negative = "negative",
});

/// The kind of a rated message.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RatedSurface {
    /// A tool call.
    ToolUse,
    /// A text of the model.
    AssistantText,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RatedSurface {
    ToolUse = "tool_use",
    AssistantText = "assistant_text",
});

/// A request to stop the running turn. The response comes before the result of that turn.
///
/// Wire: `subtype: interrupt`.
///
/// Answered by `InterruptResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InterruptRequest {
    /// True to cancel the queued messages, too. CLIs up to 2.1.200 ignore the field and run the messages.
    pub cancel_queued: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InterruptRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl InterruptRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cancel_queued`](Self::cancel_queued).
    #[inline]
    #[must_use]
    pub fn cancel_queued(mut self, value: bool) -> Self {
        self.cancel_queued = Some(value);
        self
    }
}

wire_struct!(#[inline] InterruptRequest {
    tags: ["subtype" = "interrupt"],
    fields: [
        0 optional cancel_queued: bool = "cancel_queued",
    ],
});

impl crate::wire::ControlRequest for InterruptRequest {
    const SUBTYPE: &'static str = "interrupt";
    type Response = InterruptResponse;
}

/// The messages that an interrupt kept and cancelled. CLIs up to 2.1.200 send an empty response.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InterruptResponse {
    /// The messages that are still queued and will run.
    pub still_queued: Option<Vec<MessageUuid>>,
    /// The queued messages that were cancelled.
    pub cancelled: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InterruptResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] InterruptResponse {
    tags: [],
    fields: [
        0 optional still_queued: Vec<MessageUuid> = "still_queued",
        1 optional cancelled: Vec<MessageUuid> = "cancelled",
    ],
});

/// A request to cancel a queued message. A message that already runs is not affected.
///
/// Wire: `subtype: cancel_async_message`.
///
/// Answered by `CancelAsyncMessageResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelAsyncMessageRequest {
    /// The ID of the message, as chosen by its sender.
    pub message_uuid: MessageUuid,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CancelAsyncMessageRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(message_uuid: impl Into<MessageUuid>) -> Self {
        Self { message_uuid: message_uuid.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] CancelAsyncMessageRequest {
    tags: ["subtype" = "cancel_async_message"],
    fields: [
        0 required message_uuid: MessageUuid = "message_uuid",
    ],
});

impl crate::wire::ControlRequest for CancelAsyncMessageRequest {
    const SUBTYPE: &'static str = "cancel_async_message";
    type Response = CancelAsyncMessageResponse;
}

/// The outcome of a request to cancel a queued message.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CancelAsyncMessageResponse {
    /// True if the message was cancelled; false if it was not queued, or is not known.
    pub cancelled: Option<bool>,
    /// The message that was cancelled.
    pub message_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CancelAsyncMessageResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CancelAsyncMessageResponse {
    tags: [],
    fields: [
        0 optional cancelled: bool = "cancelled",
        1 optional message_uuid: MessageUuid = "message_uuid",
    ],
});

/// A request to ask the model a question outside of the conversation, which does not receive it. `system/control_request_progress` reports the progress. Not declared by the vendor.
///
/// Wire: `subtype: side_question`.
///
/// Answered by `SideQuestionResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SideQuestionRequest {
    /// The question to the model.
    pub question: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SideQuestionRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(question: impl Into<String>) -> Self {
        Self { question: question.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SideQuestionRequest {
    tags: ["subtype" = "side_question"],
    fields: [
        0 required question: String = "question",
    ],
});

impl crate::wire::ControlRequest for SideQuestionRequest {
    const SUBTYPE: &'static str = "side_question";
    type Response = SideQuestionResponse;
}

/// The answer to a side question.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SideQuestionResponse {
    /// The model's answer.
    pub response: Maybe<String>,
    /// True if the CLI wrote the text, not the model.
    pub synthetic: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SideQuestionResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SideQuestionResponse {
    tags: [],
    fields: [
        0 maybe response: String = "response",
        1 optional synthetic: bool = "synthetic",
    ],
});

/// A request to end the session. The CLI sends the response and exits with code 0, even if stdin is still open. Not declared by the vendor.
///
/// Wire: `subtype: end_session`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EndSessionRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EndSessionRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl EndSessionRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    EndSessionRequest { tags: ["subtype" = "end_session"], fields: [] }
);

impl crate::wire::ControlRequest for EndSessionRequest {
    const SUBTYPE: &'static str = "end_session";
    type Response = Acknowledged;
}

/// A request to change the model for the following turns. The CLI accepts any name; an unknown model causes an error only in the next turn.
///
/// Wire: `subtype: set_model`.
///
/// Answered by `SetModelResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetModelRequest {
    /// The model, as an alias or a full name. Absent or `default` selects the default model.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetModelRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SetModelRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`model`](Self::model).
    #[inline]
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SetModelRequest {
    tags: ["subtype" = "set_model"],
    fields: [
        0 optional model: ModelName = "model",
    ],
});

impl crate::wire::ControlRequest for SetModelRequest {
    const SUBTYPE: &'static str = "set_model";
    type Response = SetModelResponse;
}

/// The model after the change.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetModelResponse {
    /// The full name of the model from now on.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetModelResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SetModelResponse {
    tags: [],
    fields: [
        0 optional model: ModelName = "model",
    ],
});

/// A request to change the permission mode. CLIs up to 2.1.200 accept even a mode that does not exist.
///
/// Wire: `subtype: set_permission_mode`.
///
/// Answered by `SetPermissionModeResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetPermissionModeRequest {
    /// The permission mode from now on.
    pub mode: PermissionMode,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetPermissionModeRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(mode: impl Into<PermissionMode>) -> Self {
        Self { mode: mode.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SetPermissionModeRequest {
    tags: ["subtype" = "set_permission_mode"],
    fields: [
        0 required mode: PermissionMode = "mode",
    ],
});

impl crate::wire::ControlRequest for SetPermissionModeRequest {
    const SUBTYPE: &'static str = "set_permission_mode";
    type Response = SetPermissionModeResponse;
}

/// The permission mode after the change.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetPermissionModeResponse {
    /// The permission mode from now on.
    pub mode: Option<PermissionMode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetPermissionModeResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SetPermissionModeResponse {
    tags: [],
    fields: [
        0 optional mode: PermissionMode = "mode",
    ],
});

/// A request to change the thinking limit, and how thinking is displayed. An absent field keeps its setting.
///
/// Wire: `subtype: set_max_thinking_tokens`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMaxThinkingTokensRequest {
    /// The maximum number of thinking tokens; 0 for no thinking, null for the session's default.
    pub max_thinking_tokens: Maybe<u64>,
    /// The display of thinking; null for the session's default. `highlights` is refused if the API does not support it.
    pub thinking_display: Maybe<ThinkingDisplay>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetMaxThinkingTokensRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SetMaxThinkingTokensRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`max_thinking_tokens`](Self::max_thinking_tokens).
    #[inline]
    #[must_use]
    pub fn max_thinking_tokens(mut self, value: u64) -> Self {
        self.max_thinking_tokens = Maybe::Value(value);
        self
    }

    /// Sets [`thinking_display`](Self::thinking_display).
    #[inline]
    #[must_use]
    pub fn thinking_display(mut self, value: impl Into<ThinkingDisplay>) -> Self {
        self.thinking_display = Maybe::Value(value.into());
        self
    }
}

wire_struct!(#[inline] SetMaxThinkingTokensRequest {
    tags: ["subtype" = "set_max_thinking_tokens"],
    fields: [
        0 maybe max_thinking_tokens: u64 = "max_thinking_tokens",
        1 maybe thinking_display: ThinkingDisplay = "thinking_display",
    ],
});

impl crate::wire::ControlRequest for SetMaxThinkingTokensRequest {
    const SUBTYPE: &'static str = "set_max_thinking_tokens";
    type Response = Acknowledged;
}

/// A request to set the title of the session. `system/session_title_changed` comes before the response.
///
/// Wire: `subtype: rename_session`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RenameSessionRequest {
    /// The new title.
    pub title: String,
    /// The party that chose the title; `remote` if absent.
    pub source: Option<RenameSource>,
    /// The expected session. If another session runs by now, the request is refused.
    pub session_id: Option<SessionId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RenameSessionRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), source: None, session_id: None, extra: Extra::default() }
    }

    /// Sets [`source`](Self::source).
    #[inline]
    #[must_use]
    pub fn source(mut self, value: impl Into<RenameSource>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[inline]
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }
}

wire_struct!(#[inline] RenameSessionRequest {
    tags: ["subtype" = "rename_session"],
    fields: [
        0 required title: String = "title",
        1 optional source: RenameSource = "source",
        2 optional session_id: SessionId = "session_id",
    ],
});

impl crate::wire::ControlRequest for RenameSessionRequest {
    const SUBTYPE: &'static str = "rename_session";
    type Response = Acknowledged;
}

/// A request to generate a title with a model. Not declared by the vendor.
///
/// Wire: `subtype: generate_session_title`.
///
/// Answered by `GenerateSessionTitleResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GenerateSessionTitleRequest {
    /// A description of the session's subject.
    pub description: String,
    /// True to set the generated title as the session's title.
    pub persist: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl GenerateSessionTitleRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(description: impl Into<String>) -> Self {
        Self { description: description.into(), persist: None, extra: Extra::default() }
    }

    /// Sets [`persist`](Self::persist).
    #[inline]
    #[must_use]
    pub fn persist(mut self, value: bool) -> Self {
        self.persist = Some(value);
        self
    }
}

wire_struct!(#[inline] GenerateSessionTitleRequest {
    tags: ["subtype" = "generate_session_title"],
    fields: [
        0 required description: String = "description",
        1 optional persist: bool = "persist",
    ],
});

impl crate::wire::ControlRequest for GenerateSessionTitleRequest {
    const SUBTYPE: &'static str = "generate_session_title";
    type Response = GenerateSessionTitleResponse;
}

/// A generated title.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GenerateSessionTitleResponse {
    /// The title; null if the model did not return one.
    pub title: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GenerateSessionTitleResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GenerateSessionTitleResponse {
    tags: [],
    fields: [
        0 nullable title: String = "title",
    ],
});

/// A request to set the session's colour. The vendor declares it, but CLI 2.1.329 responds that it does not know the request.
///
/// Wire: `subtype: set_color`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetColorRequest {
    /// The colour's name; `default` for none.
    pub color: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetColorRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(color: impl Into<String>) -> Self {
        Self { color: color.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SetColorRequest {
    tags: ["subtype" = "set_color"],
    fields: [
        0 required color: String = "color",
    ],
});

impl crate::wire::ControlRequest for SetColorRequest {
    const SUBTYPE: &'static str = "set_color";
    type Response = Acknowledged;
}

/// A request that reports whether the output has subscribers. It only affects a CLI that joins small deltas of the stream, which two of its environment variables enable.
///
/// Wire: `subtype: set_has_subscribers`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetHasSubscribersRequest {
    /// False if there is no subscriber; null if that is not known, which counts as true.
    pub has_subscribers: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetHasSubscribersRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SetHasSubscribersRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`has_subscribers`](Self::has_subscribers).
    #[inline]
    #[must_use]
    pub fn has_subscribers(mut self, value: bool) -> Self {
        self.has_subscribers = Some(value);
        self
    }
}

wire_struct!(#[inline] SetHasSubscribersRequest {
    tags: ["subtype" = "set_has_subscribers"],
    fields: [
        0 nullable has_subscribers: bool = "has_subscribers",
    ],
});

impl crate::wire::ControlRequest for SetHasSubscribersRequest {
    const SUBTYPE: &'static str = "set_has_subscribers";
    type Response = Acknowledged;
}

/// A request to turn remote control on or off. Not declared by the vendor; only turning it off was tried.
///
/// Wire: `subtype: remote_control`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoteControlRequest {
    /// Whether the session can be controlled remotely.
    pub enabled: bool,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RemoteControlRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(enabled: bool) -> Self {
        Self { enabled, extra: Extra::default() }
    }
}

wire_struct!(#[inline] RemoteControlRequest {
    tags: ["subtype" = "remote_control"],
    fields: [
        0 required enabled: bool = "enabled",
    ],
});

impl crate::wire::ControlRequest for RemoteControlRequest {
    const SUBTYPE: &'static str = "remote_control";
    type Response = Acknowledged;
}

/// A request to rewind the conversation to the state before a user message. Files are not changed. Not declared by the vendor.
///
/// Wire: `subtype: rewind_conversation`.
///
/// Answered by `RewindConversationResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RewindConversationRequest {
    /// The ID of the message's frame.
    pub target_message_uuid: MessageUuid,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RewindConversationRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(target_message_uuid: impl Into<MessageUuid>) -> Self {
        Self { target_message_uuid: target_message_uuid.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] RewindConversationRequest {
    tags: ["subtype" = "rewind_conversation"],
    fields: [
        0 required target_message_uuid: MessageUuid = "target_message_uuid",
    ],
});

impl crate::wire::ControlRequest for RewindConversationRequest {
    const SUBTYPE: &'static str = "rewind_conversation";
    type Response = RewindConversationResponse;
}

/// The state of the conversation after a rewind. A refusal is reported here, not as an error.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RewindConversationResponse {
    /// True if the conversation was rewound.
    pub rewound: Option<bool>,
    /// The message that was removed together with everything after it. It can be earlier than the requested message: in a run with two prompts the second was requested, and the first was removed.
    pub target_message_uuid: Option<MessageUuid>,
    /// The text of that message, to edit and send again.
    pub prefill_text: Maybe<String>,
    /// The last answer before that message.
    pub preceding_assistant_uuid: Maybe<MessageUuid>,
    /// The reason for the refusal, as text.
    pub error: Option<String>,
    /// The reason for the refusal, as in `target_not_found`.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RewindConversationResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RewindConversationResponse {
    tags: [],
    fields: [
        0 optional rewound: bool = "rewound",
        1 optional target_message_uuid: MessageUuid = "targetMessageUuid",
        2 maybe prefill_text: String = "prefillText",
        3 maybe preceding_assistant_uuid: MessageUuid = "precedingAssistantUuid",
        4 optional error: String = "error",
        5 optional reason: String = "reason",
    ],
});

/// A request that reports the user's rating of a message. Not declared by the vendor.
///
/// Wire: `subtype: message_rated`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageRatedRequest {
    /// The rated message.
    pub message_uuid: MessageUuid,
    /// The rating.
    pub sentiment: RatingSentiment,
    /// The kind of message.
    pub surface: RatedSurface,
    /// True if the user withdrew the rating.
    pub cleared: bool,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl MessageRatedRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        message_uuid: impl Into<MessageUuid>,
        sentiment: impl Into<RatingSentiment>,
        surface: impl Into<RatedSurface>,
        cleared: bool,
    ) -> Self {
        Self {
            message_uuid: message_uuid.into(),
            sentiment: sentiment.into(),
            surface: surface.into(),
            cleared,
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] MessageRatedRequest {
    tags: ["subtype" = "message_rated"],
    fields: [
        0 required message_uuid: MessageUuid = "messageUuid",
        1 required sentiment: RatingSentiment = "sentiment",
        2 required surface: RatedSurface = "surface",
        3 required cleared: bool = "cleared",
    ],
});

impl crate::wire::ControlRequest for MessageRatedRequest {
    const SUBTYPE: &'static str = "message_rated";
    type Response = Acknowledged;
}

/// A request for the plan of the permission mode `plan`. Not declared by the vendor.
///
/// Wire: `subtype: get_plan`.
///
/// Answered by `GetPlanResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetPlanRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetPlanRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetPlanRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetPlanRequest { tags: ["subtype" = "get_plan"], fields: [] }
);

impl crate::wire::ControlRequest for GetPlanRequest {
    const SUBTYPE: &'static str = "get_plan";
    type Response = GetPlanResponse;
}

/// The plan, if there is one. The shape of an existing plan was not seen; it stays in `extra`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetPlanResponse {
    /// True if there is a plan.
    pub exists: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetPlanResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetPlanResponse {
    tags: [],
    fields: [
        0 optional exists: bool = "exists",
    ],
});

/// A request to stop a task. The messages about the task's end come before the response. An unknown task is not an error.
///
/// Wire: `subtype: stop_task`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopTaskRequest {
    /// The task.
    pub task_id: TaskId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl StopTaskRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self { task_id: task_id.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] StopTaskRequest {
    tags: ["subtype" = "stop_task"],
    fields: [
        0 required task_id: TaskId = "task_id",
    ],
});

impl crate::wire::ControlRequest for StopTaskRequest {
    const SUBTYPE: &'static str = "stop_task";
    type Response = Acknowledged;
}

/// A request to send running tasks to the background, so that the turn continues without them.
///
/// Wire: `subtype: background_tasks`.
///
/// Answered by `BackgroundTasksResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTasksRequest {
    /// The tool call whose task is sent to the background; all tasks if absent. A command is known only some seconds after its start.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BackgroundTasksRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl BackgroundTasksRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[inline]
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }
}

wire_struct!(#[inline] BackgroundTasksRequest {
    tags: ["subtype" = "background_tasks"],
    fields: [
        0 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

impl crate::wire::ControlRequest for BackgroundTasksRequest {
    const SUBTYPE: &'static str = "background_tasks";
    type Response = BackgroundTasksResponse;
}

/// The outcome of a request to send tasks to the background.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct BackgroundTasksResponse {
    /// False if no task of that call was running; absent if no call was given.
    pub backgrounded: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for BackgroundTasksResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] BackgroundTasksResponse {
    tags: [],
    fields: [
        0 optional backgrounded: bool = "backgrounded",
    ],
});

/// A request to read the end of a background command's output. An unknown task is refused.
///
/// Wire: `subtype: get_task_output`.
///
/// Answered by `GetTaskOutputResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetTaskOutputRequest {
    /// The task: a command or a monitor of this session.
    pub task_id: TaskId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl GetTaskOutputRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(task_id: impl Into<TaskId>) -> Self {
        Self { task_id: task_id.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] GetTaskOutputRequest {
    tags: ["subtype" = "get_task_output"],
    fields: [
        0 required task_id: TaskId = "task_id",
    ],
});

impl crate::wire::ControlRequest for GetTaskOutputRequest {
    const SUBTYPE: &'static str = "get_task_output";
    type Response = GetTaskOutputResponse;
}

/// The end of a background command's output.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetTaskOutputResponse {
    /// The last 8 KiB of the output at most, as UTF-8, including all escape sequences that the command wrote.
    pub output: Option<String>,
    /// The total size of the output in bytes.
    pub total_bytes: Option<u64>,
    /// True if this is not the complete output.
    pub truncated: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetTaskOutputResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetTaskOutputResponse {
    tags: [],
    fields: [
        0 optional output: String = "output",
        1 optional total_bytes: u64 = "total_bytes",
        2 optional truncated: bool = "truncated",
    ],
});

/// A request to turn a process that was started with `--await-claim` into a session. It works once. A refusal is an error whose text begins with a word such as `not_a_spare`, `cwd_not_found` or `env_key_not_claimable`. Not declared by the vendor; the fields were found by trying.
///
/// Wire: `subtype: claim_session`.
///
/// Answered by `ClaimSessionResponse`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct ClaimSessionRequest {
    /// The working directory of the session.
    pub cwd: String,
    /// Additional environment variables. The CLI accepts very few at this point.
    pub env: Option<BTreeMap<String, String>>,
    /// The permission mode.
    pub permission_mode: Option<PermissionMode>,
    /// Additional working directories.
    pub additional_directories: Option<Vec<String>>,
    /// The text to append to the system prompt.
    pub append_system_prompt: Option<String>,
    /// The title of the session.
    pub title: Option<String>,
    /// The subagents, by name.
    pub agents: Option<BTreeMap<String, AgentDefinition>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for ClaimSessionRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClaimSessionRequest")
            .field("cwd", &self.cwd)
            .field("env", &self.env.as_ref().map(|_| crate::values::Redacted))
            .field("permission_mode", &self.permission_mode)
            .field("additional_directories", &self.additional_directories)
            .field("append_system_prompt", &self.append_system_prompt)
            .field("title", &self.title)
            .field("agents", &self.agents)
            .field("extra", &self.extra)
            .finish()
    }
}

impl ClaimSessionRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(cwd: impl Into<String>) -> Self {
        Self {
            cwd: cwd.into(),
            env: None,
            permission_mode: None,
            additional_directories: None,
            append_system_prompt: None,
            title: None,
            agents: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`env`](Self::env).
    #[inline]
    #[must_use]
    pub fn env(mut self, value: impl Into<BTreeMap<String, String>>) -> Self {
        self.env = Some(value.into());
        self
    }

    /// Sets [`permission_mode`](Self::permission_mode).
    #[inline]
    #[must_use]
    pub fn permission_mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.permission_mode = Some(value.into());
        self
    }

    /// Sets [`additional_directories`](Self::additional_directories).
    #[inline]
    #[must_use]
    pub fn additional_directories(mut self, value: impl Into<Vec<String>>) -> Self {
        self.additional_directories = Some(value.into());
        self
    }

    /// Sets [`append_system_prompt`](Self::append_system_prompt).
    #[inline]
    #[must_use]
    pub fn append_system_prompt(mut self, value: impl Into<String>) -> Self {
        self.append_system_prompt = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`agents`](Self::agents).
    #[inline]
    #[must_use]
    pub fn agents(mut self, value: impl Into<BTreeMap<String, AgentDefinition>>) -> Self {
        self.agents = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ClaimSessionRequest {
    tags: ["subtype" = "claim_session"],
    fields: [
        0 required cwd: String = "cwd",
        1 optional env: BTreeMap<String, String> = "env",
        2 optional permission_mode: PermissionMode = "permission_mode",
        3 optional additional_directories: Vec<String> = "additional_directories",
        4 optional append_system_prompt: String = "append_system_prompt",
        5 optional title: String = "title",
        6 optional agents: BTreeMap<String, AgentDefinition> = "agents",
    ],
});

impl crate::wire::ControlRequest for ClaimSessionRequest {
    const SUBTYPE: &'static str = "claim_session";
    type Response = ClaimSessionResponse;
}

/// The session that the process became.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaimSessionResponse {
    /// The status. Only `ok` has been seen.
    pub status: Option<String>,
    /// The session's working directory.
    pub cwd: Option<String>,
    /// The session's ID.
    pub session_id: Option<SessionId>,
    /// The time that the process waited to be claimed, in milliseconds.
    pub parked_ms: Option<u64>,
    /// True if the MCP servers in the SDK's process are connected.
    pub sdk_mcp_settled: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ClaimSessionResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ClaimSessionResponse {
    tags: [],
    fields: [
        0 optional status: String = "status",
        1 optional cwd: String = "cwd",
        2 optional session_id: SessionId = "session_id",
        3 optional parked_ms: u64 = "parked_ms",
        4 optional sdk_mcp_settled: bool = "sdk_mcp_settled",
    ],
});
