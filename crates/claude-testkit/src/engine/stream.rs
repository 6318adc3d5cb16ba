//! Model output: blocks, and the events in which they are streamed.

use serde_json::value::RawValue;

use super::effect::Effect;
use super::play::{Engine, Op};
use super::running_turn::RunningTurn;
use crate::frame::{
    self, ApiEvent, Assistant, Block, Delta, StreamEvent, System, api_id, empty_object,
};

/// An answer of the API that is being streamed.
#[derive(Debug)]
pub(super) struct OpenMessage {
    id: String,
    blocks: usize,
}

const SIGNATURE: &str = "c2lnbmF0dXJl";

impl Engine {
    /// Writes a text, after the hooks that may delay it.
    pub(super) fn display(&mut self, text: String) {
        let turn_id = self.turn.as_ref().map(|turn| turn.prompt_id.clone()).unwrap_or_default();
        let fields = [
            ("turn_id", turn_id.into()),
            ("message_id", frame::uuid().into()),
            ("index", 0.into()),
            ("final", true.into()),
            ("delta", text.clone().into()),
        ];
        self.ops.push_front(Op::Say(text));
        self.ask_hooks("MessageDisplay", None, &fields);
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(turn) = &mut self.turn {
            text.clone_into(&mut turn.last_text);
        }
        let deltas = halves(text).map(|text| Delta::Text { text });
        self.block(Block::Text { text: "" }, deltas, Block::Text { text });
    }

    pub(super) fn thinking(&mut self, thinking: &str) {
        let start = Block::Thinking { thinking: "", signature: "" };
        let deltas = halves(thinking).map(|thinking| Delta::Thinking { thinking });
        let deltas = deltas.chain([Delta::Signature { signature: SIGNATURE }]);
        self.block(start, deltas, Block::Thinking { thinking, signature: SIGNATURE });
    }

    pub(super) fn tool_use(&mut self, id: &str, name: &str, input: &RawValue) {
        let empty = empty_object();
        let start = Block::ToolUse { id, name, input: &empty };
        let deltas = halves(input.get()).map(|partial_json| Delta::Input { partial_json });
        self.block(start, deltas, Block::ToolUse { id, name, input });
    }

    /// The complete block is sent before the event that closes it.
    fn block<'a>(
        &mut self,
        start: Block<'a>,
        deltas: impl Iterator<Item = Delta<'a>>,
        whole: Block<'a>,
    ) {
        let index = self.open_message();
        let (partial, session_id) = (self.setup.partial_messages, self.session());
        if partial {
            self.event(ApiEvent::ContentBlockStart { index, content_block: start });
        }
        let mut tokens = 0;
        for delta in deltas {
            // The CLI estimates the tokens of each delta of the thoughts.
            if let Delta::Thinking { thinking } = &delta {
                let estimate = (thinking.len() as u64).div_ceil(4);
                tokens += estimate;
                self.send(&System::thinking_tokens(&session_id, tokens, estimate));
            }
            if partial {
                self.event(ApiEvent::ContentBlockDelta { index, delta });
            }
        }
        self.assistant(whole);
        if self.setup.partial_messages {
            self.event(ApiEvent::ContentBlockStop { index });
        }
    }

    /// Begins an answer of the API if none is open. Returns the index of the next block.
    fn open_message(&mut self) -> usize {
        if let Some(message) = &mut self.message {
            message.blocks += 1;
            return message.blocks - 1;
        }
        self.calls += 1;
        let mut requested = false;
        if let Some(turn) = &mut self.turn {
            turn.calls += 1;
            requested = std::mem::take(&mut turn.requested);
        }
        self.message = Some(OpenMessage { id: api_id("msg"), blocks: 1 });
        if self.setup.partial_messages {
            let session_id = self.session();
            if !requested {
                self.send(&System::requesting(&session_id));
            }
            let (id, model) = (self.message_id(), self.setup.model.clone());
            let mut event = StreamEvent::new(&session_id, &id, ApiEvent::start(&id, &model));
            event.ttft_ms = Some(1);
            self.send(&event);
        }
        0
    }

    /// Ends the answer of the API, if one is open.
    pub(super) fn close_message(&mut self, stop_reason: Option<&str>) {
        if self.message.is_some() && self.setup.partial_messages {
            self.event(ApiEvent::stopped(stop_reason));
            self.event(ApiEvent::MessageStop);
        }
        self.message = None;
    }

    fn assistant(&mut self, block: Block<'_>) {
        let (session_id, id) = (self.session(), self.message_id());
        let mut frame = Assistant::new(&session_id, &id, &self.setup.model, block);
        if let Some(turn) = &self.turn
            && !turn.named
        {
            frame.user_message_uuids = turn.uuids();
            frame.user_message_uuid = frame.user_message_uuids.last().copied();
        }
        let line = frame::line(&frame).into_bytes();
        self.effect_of(Effect::Write(line));
        if let Some(RunningTurn { named, .. }) = &mut self.turn {
            *named = true;
        }
    }

    /// Writes one assistant message whose line has exactly this number of bytes, unless its frame
    /// is longer.
    pub(super) fn line_of(&mut self, bytes: usize) {
        let session_id = self.session();
        let id = api_id("msg");
        let model = self.setup.model.clone();
        let frame = |text: &str| {
            frame::line(&Assistant::new(&session_id, &id, &model, Block::Text { text }))
        };
        let missing = bytes.saturating_sub(frame("").len());
        let line = frame(&"x".repeat(missing));
        self.effect_of(Effect::Write(line.into_bytes()));
    }

    /// Writes a message of the scenario, with the session and a fresh UUID for the placeholders.
    pub(super) fn send_as_is(&mut self, value: &RawValue) {
        let line = value.get().replace("\"$session\"", &format!("\"{}\"", self.session()));
        let mut line = line.replace("\"$uuid\"", &format!("\"{}\"", frame::uuid()));
        line.push('\n');
        self.effect_of(Effect::Write(line.into_bytes()));
    }

    fn event(&mut self, event: ApiEvent<'_>) {
        let (session_id, id) = (self.session(), self.message_id());
        self.send(&StreamEvent::new(&session_id, &id, event));
    }

    fn message_id(&self) -> String {
        self.message.as_ref().map(|message| message.id.clone()).unwrap_or_default()
    }
}

/// The two halves of a text, or the text if it has only one character.
fn halves(text: &str) -> impl Iterator<Item = &str> {
    let mut middle = text.len() / 2;
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    let (first, second) = text.split_at(middle);
    [first, second].into_iter().filter(|half| !half.is_empty())
}
