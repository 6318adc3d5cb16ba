//! What one asks of messages and blocks most often, whatever kind they are.
//!
//! Nothing here is on the wire: these are ways to read the generated types. Building what a user
//! writes is in `user.rs`, adding up tokens in `usage.rs`, the inputs of tools in `tool.rs`.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::generated::{
    AssistantMessage, ContentBlock, Message, ResultMessage, SystemMessage, ToolResultBlock,
    ToolUseBlock, UserMessage,
};
use crate::values::Raw;

impl Message {
    /// What the message says in words: the text blocks of the model or of a user, the final text
    /// of a result. `None` for other messages, and where there is no text.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::Message;
    ///
    /// let line = br#"{"type":"result","subtype":"success","is_error":false,"result":"Done."}"#;
    /// assert_eq!(Message::decode(line).text().as_deref(), Some("Done."));
    /// ```
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        let text = match self {
            Self::Assistant(message) => Cow::Owned(message.text()),
            Self::User(message) => message.text(),
            Self::Result(message) => Cow::Borrowed(message.text()),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// The tools that the model wants to use; none in a message that is not the model's.
    pub fn tool_uses(&self) -> impl Iterator<Item = &ToolUseBlock> {
        let blocks = match self {
            Self::Assistant(message) => &*message.message.content,
            _ => &[],
        };
        tool_uses(blocks)
    }

    /// The results of tools that the message brings.
    pub fn tool_results(&self) -> impl Iterator<Item = &ToolResultBlock> {
        let blocks = match self {
            Self::User(message) => message.message.content.blocks(),
            _ => &[],
        };
        blocks.iter().filter_map(ContentBlock::as_tool_result)
    }

    /// Tells whether something failed: the run of a result, or the request behind the model's
    /// message. Failed tools are no failure of the message; see [`ToolResultBlock::is_error`].
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self {
            Self::Assistant(message) => message.error.is_some(),
            Self::Result(message) => message.is_failure(),
            _ => false,
        }
    }

    /// Reads a message that this version does not know as a type of the caller's own: by its type,
    /// or by the subtype of a system message. `None` for every other message.
    ///
    /// # Errors
    ///
    /// The message does not have the shape of `T`.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::Message;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Progress {
    ///     percent: u8,
    /// }
    ///
    /// let message = Message::decode(br#"{"type":"acme_progress","percent":40}"#);
    /// if let Some(progress) = message.custom::<Progress>("acme_progress") {
    ///     assert_eq!(progress?.percent, 40);
    /// }
    /// # Ok::<_, claude_types::DecodeError>(())
    /// ```
    #[must_use]
    pub fn custom<T: DeserializeOwned>(&self, tag: &'static str) -> Option<Result<T, DecodeError>> {
        match self {
            Self::Unknown(unknown) | Self::System(SystemMessage::Unknown(unknown)) => {
                unknown.decode_as(tag)
            }
            _ => None,
        }
    }

    /// The message as JSON: what came, but that the order of fields and the way numbers and
    /// escapes are written may differ. What could not be typed is there byte for byte.
    // Inline, so that only those who call it compile the writing of all messages.
    #[inline]
    #[must_use]
    pub fn raw(&self) -> Raw {
        match self {
            Self::Unknown(unknown) => unknown.raw().clone(),
            Self::Undecoded(undecoded) => undecoded.raw.clone(),
            // Wire types have string keys only, so that they always render.
            _ => Raw::from_serialize(self).unwrap_or_default(),
        }
    }
}

impl ContentBlock {
    /// The text, if this is a text block.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(block) => Some(&block.text),
            _ => None,
        }
    }

    /// The thinking, if this is a thinking block.
    #[must_use]
    pub fn as_thinking(&self) -> Option<&str> {
        match self {
            Self::Thinking(block) => Some(&block.thinking),
            _ => None,
        }
    }

    /// The call of a tool, if this is one.
    #[must_use]
    pub fn as_tool_use(&self) -> Option<&ToolUseBlock> {
        match self {
            Self::ToolUse(block) => Some(block),
            _ => None,
        }
    }

    /// The result of a tool, if this is one.
    #[must_use]
    pub fn as_tool_result(&self) -> Option<&ToolResultBlock> {
        match self {
            Self::ToolResult(block) => Some(block),
            _ => None,
        }
    }
}

impl AssistantMessage {
    /// All text of the message, joined as it comes.
    #[must_use]
    pub fn text(&self) -> String {
        self.message.content.iter().filter_map(ContentBlock::as_text).collect()
    }

    /// All thinking of the message, joined as it comes; empty where the CLI shows none.
    #[must_use]
    pub fn thinking(&self) -> String {
        self.message.content.iter().filter_map(ContentBlock::as_thinking).collect()
    }

    /// The tools that the model wants to use.
    pub fn tool_uses(&self) -> impl Iterator<Item = &ToolUseBlock> {
        tool_uses(&self.message.content)
    }
}

fn tool_uses(blocks: &[ContentBlock]) -> impl Iterator<Item = &ToolUseBlock> {
    blocks.iter().filter_map(ContentBlock::as_tool_use)
}

impl UserMessage {
    /// The text of the message. The results of tools are not part of it.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.message.content.text()
    }
}

impl ToolResultBlock {
    /// The text of the result, joined as it comes; empty for a tool that returned none.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.content.value().map_or(Cow::Borrowed(""), |content| content.text())
    }

    /// Tells whether the call failed or was refused.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.is_error == Some(true)
    }
}

impl ResultMessage {
    /// Tells whether the run failed. A result that does not say counts as failed.
    ///
    /// An API error is a result with the subtype `success` and `is_error`; CLIs before 2.1.113
    /// leave `is_error` false in the `error_` subtypes. Both are failures here.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        let subtype = self.subtype.as_ref().map(|subtype| subtype.as_str());
        self.is_error != Some(false) || subtype.is_some_and(|subtype| subtype.starts_with("error"))
    }

    /// The final text of the run; empty if there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.result.as_deref().unwrap_or_default()
    }
}
