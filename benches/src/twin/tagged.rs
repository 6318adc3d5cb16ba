//! Tagged unions: the internally tagged derive. Variants that are not in the measured lines are
//! left out, because the derive finds the variant by its name, however many there are.
//!
//! serde buffers tagged objects in a form from which raw JSON cannot be read, so JSON that is kept
//! is a [`Value`] here.
#![expect(dead_code, reason = "decoding them is the work")]

use serde::Deserialize;
use serde_json::Value;

use super::{Way, control, result, stream, system, talk};

/// Reads unions by their tag.
pub(crate) struct Tagged;

impl Way for Tagged {
    type Block = Block;
    type Event = Event;
    type Delta = Delta;
    type Update = Update;
    type Request = Request;
    type Raw = Value;
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Message {
    Assistant(Box<talk::AssistantMessage<Tagged>>),
    User(Box<talk::UserMessage<Tagged>>),
    StreamEvent(Box<stream::StreamEventMessage<Tagged>>),
    Result(Box<result::ResultMessage<Tagged>>),
    System(System),
}

#[derive(Deserialize)]
#[serde(tag = "subtype", rename_all = "snake_case")]
pub(crate) enum System {
    Init(Box<system::InitMessage>),
    TaskProgress(Box<system::TaskProgressMessage>),
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Block {
    Text(talk::TextBlock),
    Thinking(talk::ThinkingBlock),
    ToolUse(talk::ToolUseBlock<Tagged>),
    ToolResult(talk::ToolResultBlock<Tagged>),
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Event {
    MessageStart(Box<stream::MessageStartEvent<Tagged>>),
    ContentBlockDelta(stream::ContentBlockDeltaEvent<Tagged>),
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Delta {
    TextDelta(stream::TextDelta),
}

#[derive(Deserialize)]
#[serde(tag = "subtype", rename_all = "snake_case")]
pub(crate) enum Request {
    CanUseTool(Box<control::CanUseToolRequest<Tagged>>),
}

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(crate) enum Update {
    AddRules(control::AddRules),
    ReplaceRules(control::ReplaceRules),
    RemoveRules(control::RemoveRules),
    SetMode(control::SetMode),
    AddDirectories(control::AddDirectories),
    RemoveDirectories(control::RemoveDirectories),
}
