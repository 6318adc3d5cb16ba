//! Partial messages: the deltas of an answer while it is written.

use claude_types::{
    ApiMessageId, ContentBlock, ContentBlockDeltaEvent, ContentDelta, Message, StreamEvent,
    StreamEventMessage, TextBlock,
};

use super::TextDelta;
use super::agent_thread::{AgentThread, Block, Body, End, Stage};
use crate::events::sink::Sink;
use crate::events::{Event, Failure, Status};

impl AgentThread {
    /// Handles a delta of an answer.
    pub(crate) fn stream(&mut self, message: Box<StreamEventMessage>, sink: &mut Sink) {
        match &message.event {
            StreamEvent::Unknown(_) | StreamEvent::Undecoded(_) => {
                return sink.push(Event::Other(Message::StreamEvent(message)));
            }
            StreamEvent::ContentBlockDelta(delta) if is_unknown(&delta.delta) => {
                return sink.push(Event::Other(Message::StreamEvent(message)));
            }
            StreamEvent::ContentBlockStart(_) => return self.start(message, sink),
            _ => {}
        }
        let id = message.api_message_id;
        match message.event {
            StreamEvent::MessageStart(start) => {
                let id = start.message.id.or(id);
                if id.is_none() || self.known(id.as_ref()).is_none() {
                    self.begin(id.as_ref(), sink);
                }
            }
            StreamEvent::ContentBlockDelta(delta) => self.delta(id.as_ref(), delta, sink),
            StreamEvent::ContentBlockStop(stop) => {
                let blocks = self.known(id.as_ref()).map(|answer| &mut answer.blocks);
                let stopped = blocks.into_iter().flatten().find(|block| block.index == stop.index);
                if let Some(block) = stopped.filter(|block| block.stage == Stage::Open) {
                    block.stage = Stage::Stopped;
                }
            }
            StreamEvent::MessageDelta(delta) => {
                let answer = self.known(id.as_ref());
                if let Some(answer) = answer.filter(|_| delta.delta.stop_reason.is_some()) {
                    answer.end = End::Reason;
                }
            }
            StreamEvent::MessageStop(_) => {
                if let Some(abandoned) = message.abandoned_blocks {
                    let from = abandoned.from_block_index.unwrap_or(0);
                    let id = abandoned.api_message_id.as_ref().or(id.as_ref());
                    if let Some(answer) = self.known(id) {
                        answer.abandon(|block| block.index >= from, sink);
                        answer.end = End::Reason;
                    }
                }
                match self.known(id.as_ref()) {
                    Some(answer) if answer.end == End::Open => answer.end = End::NoReason,
                    Some(answer) => answer.conclude(sink),
                    None => {}
                }
            }
            StreamEvent::Error(error) => {
                let failure = Failure::of_stream(error.error, self.parent.clone());
                sink.push(Event::Error(Box::new(failure)));
            }
            _ => {}
        }
    }

    fn start(&mut self, mut message: Box<StreamEventMessage>, sink: &mut Sink) {
        let answer = self.answer(message.api_message_id.as_ref(), sink);
        let StreamEvent::ContentBlockStart(start) = &mut message.event else { return };
        if answer.blocks.iter().any(|block| block.index == start.index) {
            return;
        }
        let (index, begun) = (start.index, &mut start.content_block);
        let kept = match begun {
            ContentBlock::Text(_) | ContentBlock::Thinking(_) => None,
            ref begun => Some((**begun).clone()),
        };
        answer.add(Block::begin(index, begun, kept));
        match begun {
            ContentBlock::Text(block) => {
                let text = std::mem::take(&mut block.text);
                self.text(message.api_message_id.as_ref(), index, text, sink);
            }
            ContentBlock::Thinking(block) => {
                let text = std::mem::take(&mut block.thinking);
                self.text(message.api_message_id.as_ref(), index, text, sink);
            }
            ContentBlock::Unknown(_) | ContentBlock::Undecoded(_) => {
                sink.push(Event::Other(Message::StreamEvent(message)));
            }
            ContentBlock::ToolUse(_)
            | ContentBlock::ServerToolUse(_)
            | ContentBlock::McpToolUse(_) => {
                if let Ok(status) = Status::of(Message::StreamEvent(message)) {
                    sink.push(Event::Status(status));
                }
            }
            _ => {}
        }
    }

    fn delta(&mut self, id: Option<&ApiMessageId>, event: ContentBlockDeltaEvent, sink: &mut Sink) {
        let text = match event.delta {
            ContentDelta::TextDelta(delta) => delta.text,
            ContentDelta::ThinkingDelta(delta) => delta.thinking,
            ContentDelta::InputJsonDelta(delta) => {
                let blocks = &mut self.answer(id, sink).blocks;
                let block = blocks.iter_mut().find(|block| block.index == event.index);
                if let Some(Block { body: Body::Other(draft), stage: Stage::Open, .. }) = block {
                    draft.json.push_str(&delta.partial_json);
                }
                return;
            }
            _ => return,
        };
        self.text(id, event.index, text, sink);
    }

    /// Sends a delta of a text. A delta of a block that is complete or retracted is late, and
    /// ignored.
    fn text(&mut self, id: Option<&ApiMessageId>, index: u64, text: String, sink: &mut Sink) {
        let answer = self.answer(id, sink);
        let place = answer.blocks.iter().position(|block| block.index == index);
        let place = place.unwrap_or_else(|| {
            // The start of the block was lost. The complete message shows whether other deltas were
            // lost, too.
            let like = ContentBlock::Text(TextBlock::new(""));
            answer.add(Block::begin(index, &like, None))
        });
        let key = answer.key(index);
        let block = &mut answer.blocks[place];
        if text.is_empty() || !matches!(block.stage, Stage::Open | Stage::Stopped) {
            return;
        }
        match &mut block.body {
            Body::Text(sent) => {
                sent.push_str(&text);
                sink.push(Event::Text(TextDelta::part(key, text)));
            }
            Body::Thinking(sent) => {
                sent.push_str(&text);
                sink.push(Event::Thinking(TextDelta::part(key, text)));
            }
            Body::Other(_) => {}
        }
    }
}

fn is_unknown(delta: &ContentDelta) -> bool {
    matches!(delta, ContentDelta::Unknown(_) | ContentDelta::Undecoded(_))
}
