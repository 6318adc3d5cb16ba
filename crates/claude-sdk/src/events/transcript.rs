//! Transcript: the current texts of a conversation, built from events.

use super::{BlockKey, Event, TextDelta};

/// The texts that a screen shows: each block once, without those that were retracted.
///
/// It grows with the conversation; [`Transcript::clear`] empties it.
///
/// # Examples
///
/// ```
/// use claude_sdk::Message;
/// use claude_sdk::events::{Accumulator, Transcript};
///
/// let line = br#"{"type":"assistant","message":{"id":"msg_1","role":"assistant",
///     "content":[{"type":"text","text":"Hello."}]}}"#;
/// let (mut accumulator, mut transcript) = (Accumulator::new(), Transcript::new());
/// accumulator.push(Message::decode(line));
/// while let Some(event) = accumulator.next_event() {
///     transcript.apply(&event);
/// }
/// assert_eq!(transcript.texts().map(|(_, text)| text).collect::<String>(), "Hello.");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Block {
    key: BlockKey,
    text: String,
    thinking: bool,
}

impl Transcript {
    /// Creates an empty transcript.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Applies the next event.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Text(delta) => self.add(delta, false),
            Event::Thinking(delta) => self.add(delta, true),
            Event::Retracted(retracted) => {
                self.blocks.retain(|block| !retracted.keys().contains(&block.key));
            }
            _ => {}
        }
    }

    /// Returns the texts of the answers, in the order in which they began.
    pub fn texts(&self) -> impl Iterator<Item = (&BlockKey, &str)> {
        self.of(false)
    }

    /// Returns the texts of the thinking, in the order in which they began.
    pub fn thinking(&self) -> impl Iterator<Item = (&BlockKey, &str)> {
        self.of(true)
    }

    /// Returns the text or the thinking of one block.
    #[must_use]
    pub fn text(&self, key: &BlockKey) -> Option<&str> {
        let block = self.blocks.iter().rfind(|block| block.key == *key)?;
        Some(&block.text)
    }

    /// Removes all texts.
    pub fn clear(&mut self) {
        self.blocks.clear();
    }

    fn of(&self, thinking: bool) -> impl Iterator<Item = (&BlockKey, &str)> {
        let blocks = self.blocks.iter().filter(move |block| block.thinking == thinking);
        blocks.map(|block| (&block.key, &*block.text))
    }

    fn add(&mut self, delta: &TextDelta, thinking: bool) {
        let known = self.blocks.iter_mut().rfind(|block| block.key == *delta.key());
        match known {
            Some(block) => block.text.push_str(delta.as_str()),
            None => self.blocks.push(Block {
                key: delta.key().clone(),
                text: delta.as_str().to_owned(),
                thinking,
            }),
        }
    }
}
