// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages that the SDK sends to the CLI in addition to control frames: user messages.

use super::all::*;

/// A user message for the CLI. The CLI queues a message that arrives while a turn runs, and may merge it with others into one turn.
///
/// Wire: `type: user`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserInput {
    /// The content and role of the message. The CLI exits if it is missing, or if its role is not the user's.
    pub message: UserApiMessage,
    /// The tool call that the message belongs to. Null: the message is for the main conversation.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The session ID. The CLI ignores it.
    pub session_id: Option<SessionId>,
    /// The ID of the message. With it, the CLI reports the progress of the message, and which result belongs to it. The CLI may skip a message whose ID was used before.
    pub uuid: Option<MessageUuid>,
    /// The priority of the message while a turn runs.
    pub priority: Option<MessagePriority>,
    /// False for a message that the model receives together with the next one. Such a message gets an empty result of its own.
    pub should_query: Option<bool>,
    /// True to take the text literally: no slash commands, no file names after `@`. Since CLI 2.1.248.
    pub client_composed: Option<bool>,
    /// The origin of the message. From a caller, the CLI accepts only a human.
    pub origin: Option<MessageOrigin>,
    /// True if the message was not written by a person.
    pub is_synthetic: Option<bool>,
    /// The time at which the message was created.
    pub timestamp: Option<Timestamp>,
    /// Pasted text. The CLI appends each entry to the typed text, and ignores blocks other than text.
    pub pasted_content: Option<Vec<Content>>,
    /// Pasted text that is part of the message itself, one entry per paste. The CLI may mark these parts as pasted.
    pub inline_pastes: Option<Vec<String>>,
    /// The output of the tool as an object, if the message holds a tool result.
    pub tool_use_result: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(message: impl Into<UserApiMessage>) -> Self {
        Self {
            message: message.into(),
            parent_tool_use_id: None,
            session_id: None,
            uuid: None,
            priority: None,
            should_query: None,
            client_composed: None,
            origin: None,
            is_synthetic: None,
            timestamp: None,
            pasted_content: None,
            inline_pastes: None,
            tool_use_result: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_tool_use_id`](Self::parent_tool_use_id).
    #[inline]
    #[must_use]
    pub fn parent_tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.parent_tool_use_id = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[inline]
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[inline]
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`priority`](Self::priority).
    #[inline]
    #[must_use]
    pub fn priority(mut self, value: impl Into<MessagePriority>) -> Self {
        self.priority = Some(value.into());
        self
    }

    /// Sets [`should_query`](Self::should_query).
    #[inline]
    #[must_use]
    pub fn should_query(mut self, value: bool) -> Self {
        self.should_query = Some(value);
        self
    }

    /// Sets [`client_composed`](Self::client_composed).
    #[inline]
    #[must_use]
    pub fn client_composed(mut self, value: bool) -> Self {
        self.client_composed = Some(value);
        self
    }

    /// Sets [`origin`](Self::origin).
    #[inline]
    #[must_use]
    pub fn origin(mut self, value: impl Into<MessageOrigin>) -> Self {
        self.origin = Some(value.into());
        self
    }

    /// Sets [`is_synthetic`](Self::is_synthetic).
    #[inline]
    #[must_use]
    pub fn is_synthetic(mut self, value: bool) -> Self {
        self.is_synthetic = Some(value);
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[inline]
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`pasted_content`](Self::pasted_content).
    #[inline]
    #[must_use]
    pub fn pasted_content(mut self, value: impl Into<Vec<Content>>) -> Self {
        self.pasted_content = Some(value.into());
        self
    }

    /// Sets [`inline_pastes`](Self::inline_pastes).
    #[inline]
    #[must_use]
    pub fn inline_pastes(mut self, value: impl Into<Vec<String>>) -> Self {
        self.inline_pastes = Some(value.into());
        self
    }

    /// Sets [`tool_use_result`](Self::tool_use_result).
    #[inline]
    #[must_use]
    pub fn tool_use_result(mut self, value: impl Into<Raw>) -> Self {
        self.tool_use_result = Some(value.into());
        self
    }
}

wire_struct!(#[inline] UserInput {
    tags: ["type" = "user"],
    fields: [
        0 required message: UserApiMessage = "message",
        1 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        2 optional session_id: SessionId = "session_id",
        3 optional uuid: MessageUuid = "uuid",
        4 optional priority: MessagePriority = "priority",
        5 optional should_query: bool = "shouldQuery",
        6 optional client_composed: bool = "client_composed",
        7 optional origin: MessageOrigin = "origin",
        8 optional is_synthetic: bool = "isSynthetic",
        9 optional timestamp: Timestamp = "timestamp",
        10 optional pasted_content: Vec<Content> = "pasted_content",
        11 optional inline_pastes: Vec<String> = "inline_pastes",
        12 optional tool_use_result: Raw = "tool_use_result",
    ],
});

/// The content of a user message: text, or blocks such as images and tool results.
///
/// Wire: `role: user`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserApiMessage {
    /// A text, or a list of blocks.
    pub content: Content,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserApiMessage {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), extra: Extra::default() }
    }
}

wire_struct!(UserApiMessage {
    tags: ["role" = "user"],
    fields: [
        0 required content: Content = "content",
    ],
});
