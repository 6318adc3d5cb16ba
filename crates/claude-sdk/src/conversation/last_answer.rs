//! Last answer: puts the final text of a turn together from its messages.
//!
//! The field `result` of a result contains the last block of text only. It is empty if a tool call
//! comes after the text, and it lacks what was written before a cut. This file collects the text
//! of the main thread; design.md, "What is the final text?", has the rules.

use claude_types::{
    ApiMessageId, AssistantMessage, Content, ContentBlock, Message, MessageUuid, ResultMessage,
    StopReason, SystemMessage, UserMessage,
};

use crate::trace;

/// The number of bytes that are kept. The oldest text is dropped beyond it.
const MOST: usize = 64 * 1024 * 1024;

/// What each piece of text counts for in addition to its length.
const PIECE: usize = 128;

/// The number of pieces among which a repeated message is searched for.
const RECENT: usize = 8;

/// The model of messages that the CLI wrote itself.
const SYNTHETIC: &str = "<synthetic>";

/// Phrases in the note with which the CLI asks the model to go on after a cut: the limit of output
/// tokens, or a stream that broke.
const RESUMES: [&str; 3] = ["resume directly", "output token limit hit", "was cut off mid-stream"];

/// The beginning of the summary that replaces a conversation. The answer goes on after it.
const SUMMARY: &str = "This session is being continued";

/// The text of the main thread since the last tool call, and the text before it.
#[derive(Debug)]
pub(crate) struct LastAnswer {
    /// The text since the last boundary: a tool call, its result, a new request of the CLI, or
    /// another answer of the API that does not go on with a cut one.
    now: Vec<Piece>,
    /// The last text before it.
    before: Vec<Piece>,
    /// Whether the next answer of the API goes on with the one before, which was cut.
    goes_on: bool,
    size: usize,
    /// The bound of `size`.
    most: usize,
}

/// The text of one message.
#[derive(Debug)]
struct Piece {
    uuid: Option<MessageUuid>,
    answer: Option<ApiMessageId>,
    text: String,
}

impl Default for LastAnswer {
    fn default() -> Self {
        Self { now: Vec::new(), before: Vec::new(), goes_on: false, size: 0, most: MOST }
    }
}

impl LastAnswer {
    /// Adds what a message contains.
    pub(crate) fn observe(&mut self, message: &Message) {
        match message {
            Message::Assistant(message) if message.parent_tool_use_id.is_none() => {
                self.assistant(message);
            }
            Message::User(message) if message.parent_tool_use_id.is_none() => self.user(message),
            Message::System(SystemMessage::ModelRefusalFallback(fallback)) => {
                self.retract(fallback.retracted_message_uuids.as_deref().unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Ends the turn: puts the whole last answer into the result, and begins anew.
    ///
    /// The text of the result stays if the answer does not contain it. A failed result keeps its
    /// text; if it has none but has errors, it gets what the model said until then.
    ///
    /// Returns the text that the result had, if it changes.
    pub(crate) fn complete(&mut self, result: &mut ResultMessage) -> Option<Option<String>> {
        let Self { now, before, .. } = std::mem::take(self);
        let (now, before) = (joined(now), joined(before));
        let answer = if is_blank(&now) { before } else { now };
        let own = result.text().trim();
        let is_missing = if result.is_failure() {
            result.result.is_none() && result.errors.is_some()
        } else if own.is_empty() {
            true
        } else {
            // Text that is not in the answer is not from the model, or messages were lost: the
            // input of the tool for typed answers, the output of a command.
            result.local_command.is_none() && answer.contains(own)
        };
        (is_missing && !is_blank(&answer)).then(|| result.result.replace(answer))
    }

    fn assistant(&mut self, message: &AssistantMessage) {
        if message.error.is_some() || message.is_api_error_message == Some(true) {
            return;
        }
        self.retract(message.supersedes.as_deref().unwrap_or_default());
        let body = &message.message;
        let by_cli = body.model.as_ref().is_some_and(|model| model.as_str() == SYNTHETIC);
        if by_cli && message.local_command_source.is_none() {
            return;
        }
        let mut text = String::new();
        for block in &body.content {
            match block {
                ContentBlock::Text(block) => text.push_str(&block.text),
                ContentBlock::ToolUse(_) => {
                    self.say(message, std::mem::take(&mut text));
                    self.separate();
                }
                // Tools of the API run within the answer.
                _ => {}
            }
        }
        self.say(message, text);
        self.goes_on |= matches!(
            body.stop_reason,
            Some(
                StopReason::MaxTokens
                    | StopReason::PauseTurn
                    | StopReason::ModelContextWindowExceeded
            )
        );
    }

    fn say(&mut self, message: &AssistantMessage, text: String) {
        let repeats = |piece: &Piece| piece.uuid == message.uuid && piece.text == text;
        let recent = self.now.iter().rev().chain(self.before.iter().rev()).take(RECENT);
        if text.is_empty() || (message.uuid.is_some() && recent.into_iter().any(repeats)) {
            return;
        }
        let (uuid, answer) = (message.uuid.clone(), message.message.id.clone());
        let last = self.now.last().and_then(|piece| piece.answer.as_ref());
        let is_next = last.zip(answer.as_ref()).is_some_and(|(last, answer)| last != answer);
        if is_next && !self.goes_on {
            self.separate();
        }
        self.goes_on = false;
        self.size += text.len() + PIECE;
        self.now.push(Piece { uuid, answer, text });
        if self.size > self.most {
            self.shrink();
        }
    }

    fn user(&mut self, message: &UserMessage) {
        // A replay is a copy of what the user sent, or the output of a command.
        if message.is_replay == Some(true) {
            return;
        }
        if let Content::Blocks(blocks) = &message.message.content
            && blocks.iter().any(|block| matches!(block, ContentBlock::ToolResult(_)))
        {
            return self.separate();
        }
        if message.is_synthetic != Some(true) {
            return;
        }
        if let Some(refused) = &message.refused_message_id {
            // The safeguards withheld this answer. It counts only if no other one follows.
            let (refused, kept) = std::mem::take(&mut self.now)
                .into_iter()
                .partition(|piece| piece.answer.as_ref() == Some(refused));
            self.now = refused;
            self.separate();
            self.now = kept;
            return self.measure();
        }
        let text = message.text();
        self.goes_on |= text.trim_start().starts_with(SUMMARY) || resumes(&text);
        if !self.goes_on {
            self.separate();
        }
    }

    /// Begins a new answer. The text until here counts only if no other one follows.
    fn separate(&mut self) {
        if self.now.iter().any(|piece| !is_blank(&piece.text)) {
            self.before = std::mem::take(&mut self.now);
            self.measure();
        }
        self.goes_on = false;
    }

    fn retract(&mut self, retracted: &[MessageUuid]) {
        if retracted.is_empty() {
            return;
        }
        let kept = |piece: &Piece| !piece.uuid.as_ref().is_some_and(|id| retracted.contains(id));
        self.now.retain(kept);
        self.before.retain(kept);
        self.measure();
    }

    fn measure(&mut self) {
        let pieces = self.now.iter().chain(&self.before);
        self.size = pieces.map(|piece| piece.text.len() + PIECE).sum();
    }

    /// Drops the oldest text until half of the bound is free.
    fn shrink(&mut self) {
        trace::warning!("an answer is longer than {} bytes: its beginning is dropped", self.most);
        self.before.clear();
        self.measure();
        let mut excess = self.size.saturating_sub(self.most / 2);
        let is_excess = |piece: &Piece| {
            let fits = excess == 0;
            excess = excess.saturating_sub(piece.text.len() + PIECE);
            fits
        };
        self.now.retain(is_excess);
        self.measure();
    }
}

/// Returns whether a note of the CLI asks the model to go on where its answer was cut.
fn resumes(note: &str) -> bool {
    // The phrases are at the beginning; newer CLIs put a tag before it.
    let head: String = note.chars().take(512).collect();
    let head = head.to_lowercase();
    RESUMES.iter().any(|phrase| head.contains(phrase))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn joined(pieces: Vec<Piece>) -> String {
    let mut pieces = pieces.into_iter().map(|piece| piece.text);
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first, |all, text| all + &text)
}

#[cfg(test)]
mod tests;
