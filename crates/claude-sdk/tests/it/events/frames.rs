//! Frames: lines of the CLI, written by hand.

use serde_json::{Value, json};

/// A block that the model writes.
#[derive(Debug, Clone)]
pub(super) enum Block {
    Text(Vec<String>),
    Thinking(Vec<String>),
    /// The ID of the call, and the deltas of its input.
    Call(String, Vec<String>),
}

impl Block {
    pub(super) fn text(pieces: &[&str]) -> Self {
        Self::Text(pieces.iter().map(|piece| (*piece).to_owned()).collect())
    }

    pub(super) fn thinking(pieces: &[&str]) -> Self {
        Self::Thinking(pieces.iter().map(|piece| (*piece).to_owned()).collect())
    }

    /// A call of Bash.
    pub(super) fn call(id: &str, command: &str) -> Self {
        let pieces = vec!["{\"command\":".to_owned(), format!("\"{command}\"}}")];
        Self::Call(id.to_owned(), pieces)
    }

    fn pieces(&self) -> &[String] {
        match self {
            Self::Text(pieces) | Self::Thinking(pieces) | Self::Call(_, pieces) => pieces,
        }
    }

    pub(super) fn whole(&self) -> Value {
        let all = self.pieces().concat();
        match self {
            Self::Text(_) => json!({ "type": "text", "text": all }),
            Self::Thinking(_) => json!({ "type": "thinking", "thinking": all, "signature": "" }),
            Self::Call(id, _) => {
                let input: Value = serde_json::from_str(&all).unwrap();
                json!({ "type": "tool_use", "id": id, "name": "Bash", "input": input })
            }
        }
    }

    fn begun(&self) -> Value {
        match self {
            Self::Text(_) => json!({ "type": "text", "text": "" }),
            Self::Thinking(_) => json!({ "type": "thinking", "thinking": "", "signature": "" }),
            Self::Call(id, _) => {
                json!({ "type": "tool_use", "id": id, "name": "Bash", "input": {} })
            }
        }
    }

    fn delta(&self, piece: &str) -> Value {
        match self {
            Self::Text(_) => json!({ "type": "text_delta", "text": piece }),
            Self::Thinking(_) => json!({ "type": "thinking_delta", "thinking": piece }),
            Self::Call(..) => json!({ "type": "input_json_delta", "partial_json": piece }),
        }
    }
}

/// The lines of one answer in one thread.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) id: String,
    pub(super) parent: Option<String>,
}

impl Answer {
    pub(super) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), parent: None }
    }

    pub(super) fn of(id: &str, parent: &str) -> Self {
        Self { id: id.to_owned(), parent: Some(parent.to_owned()) }
    }

    fn event(&self, event: Value) -> Value {
        json!({
            "type": "stream_event", "event": event, "session_id": "s", "uuid": uuid(),
            "parent_tool_use_id": self.parent, "api_message_id": self.id,
        })
    }

    pub(super) fn start(&self) -> Value {
        let message = json!({
            "id": self.id, "type": "message", "role": "assistant", "model": "fake", "content": [],
        });
        self.event(json!({ "type": "message_start", "message": message }))
    }

    /// A block begins, and some of its deltas follow.
    pub(super) fn pieces(&self, index: usize, block: &Block, count: usize) -> Vec<Value> {
        let begun = json!({
            "type": "content_block_start", "index": index, "content_block": block.begun(),
        });
        let pieces = block.pieces().iter().take(count).map(|piece| {
            let delta = block.delta(piece);
            json!({ "type": "content_block_delta", "index": index, "delta": delta })
        });
        std::iter::once(begun).chain(pieces).map(|event| self.event(event)).collect()
    }

    pub(super) fn block_stop(&self, index: usize) -> Value {
        self.event(json!({ "type": "content_block_stop", "index": index }))
    }

    pub(super) fn stop(&self) -> Value {
        self.event(json!({ "type": "message_stop" }))
    }

    /// The model reports why it stops, and stops.
    pub(super) fn end(&self) -> [Value; 2] {
        let delta = json!({ "stop_reason": "end_turn", "stop_sequence": null });
        [self.event(json!({ "type": "message_delta", "delta": delta })), self.stop()]
    }

    /// The answer was aborted: blocks from this index on do not count.
    pub(super) fn abandoned(&self, from: usize) -> Value {
        let mut line = self.stop();
        line["abandoned_blocks"] = json!({ "api_message_id": self.id, "from_block_index": from });
        line
    }

    pub(super) fn whole(&self, block: &Block) -> Value {
        self.frame(&[block.whole()])
    }

    pub(super) fn frame(&self, content: &[Value]) -> Value {
        json!({
            "type": "assistant", "session_id": "s", "uuid": uuid(),
            "parent_tool_use_id": self.parent, "timestamp": "2026-11-21T12:00:00.000Z",
            "message": {
                "id": self.id, "type": "message", "role": "assistant", "model": "fake",
                "content": content,
            },
        })
    }

    /// A block with its deltas, as the CLI writes it: the complete message comes before the end.
    pub(super) fn block(&self, index: usize, block: &Block) -> Vec<Value> {
        let mut lines = self.pieces(index, block, usize::MAX);
        lines.extend([self.whole(block), self.block_stop(index)]);
        lines
    }

    /// A complete answer with deltas.
    pub(super) fn lines(&self, blocks: &[Block]) -> Vec<Value> {
        let mut lines = vec![self.start()];
        for (index, block) in blocks.iter().enumerate() {
            lines.extend(self.block(index, block));
        }
        lines.extend(self.end());
        lines
    }
}

pub(super) fn output(id: &str, parent: Option<&str>, text: &str) -> Value {
    let block = json!({ "type": "tool_result", "tool_use_id": id, "content": text });
    user(parent, json!([block]))
}

pub(super) fn user(parent: Option<&str>, content: Value) -> Value {
    json!({
        "type": "user", "session_id": "s", "uuid": uuid(), "parent_tool_use_id": parent,
        "timestamp": "2026-11-21T12:00:01.000Z", "message": { "role": "user", "content": content },
    })
}

pub(super) fn system(subtype: &str, fields: Value) -> Value {
    let mut line = json!({
        "type": "system", "subtype": subtype, "session_id": "s", "uuid": uuid(),
    });
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    line
}

pub(super) fn result(text: &str) -> Value {
    json!({
        "type": "result", "subtype": "success", "is_error": false, "result": text,
        "session_id": "s", "uuid": uuid(), "num_turns": 1,
    })
}

/// An ID that no other line has.
pub(super) fn uuid() -> String {
    uuid::Uuid::new_v4().to_string()
}
