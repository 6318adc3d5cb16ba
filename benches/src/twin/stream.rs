//! Stream events: deltas of a message.
#![expect(dead_code, reason = "decoding them is the work")]

use claude_types::{
    AbandonedBlocks, ApiMessageId, Extra, MessageUuid, SessionId, ThinkingDisplay, ToolUseId,
};
use serde::Deserialize;

use super::{Of, Way, talk::ApiMessage};

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct StreamEventMessage<W: Way> {
    event: W::Event,
    parent_tool_use_id: Option<Of<ToolUseId>>,
    api_message_id: Option<Of<ApiMessageId>>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    ttft_ms: Option<u64>,
    abandoned_blocks: Option<Box<AbandonedBlocks>>,
    thinking_display: Option<Of<ThinkingDisplay>>,
    user_message_uuid: Option<Of<MessageUuid>>,
    user_message_uuids: Option<Vec<Of<MessageUuid>>>,
    owed_rows: Option<Vec<W::Raw>>,
    resume_reason: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct MessageStartEvent<W: Way> {
    message: ApiMessage<W>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ContentBlockDeltaEvent<W: Way> {
    index: u64,
    delta: W::Delta,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct TextDelta {
    text: String,
    #[serde(skip)]
    extra: Extra,
}
