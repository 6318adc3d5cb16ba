//! Messages: accessors for the text, tool calls and errors of messages and blocks.
//!
//! User input is built in `user.rs`, tokens are added up in `usage.rs`, and the inputs of tools are
//! decoded in `tool/`.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::error::DecodeError;
use crate::generated::{
    AssistantMessage, ContentBlock, Message, ResultMessage, SystemMessage, ToolResultBlock,
    ToolUseBlock, UserMessage,
};
use crate::values::Raw;

impl Message {
    /// Returns the text of an assistant or user message, or the final text of a result.
    ///
    /// Returns `None` for other messages, and if the text is empty.
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

    /// Returns the tool calls of an assistant message. Other messages have none.
    pub fn tool_uses(&self) -> impl Iterator<Item = &ToolUseBlock> {
        let blocks = match self {
            Self::Assistant(message) => &*message.message.content,
            _ => &[],
        };
        tool_uses(blocks)
    }

    /// Returns the tool results of a user message. Other messages have none.
    pub fn tool_results(&self) -> impl Iterator<Item = &ToolResultBlock> {
        let blocks = match self {
            Self::User(message) => message.message.content.blocks(),
            _ => &[],
        };
        blocks.iter().filter_map(ContentBlock::as_tool_result)
    }

    /// Returns whether the message reports a failure: a result of a run that failed, or an
    /// assistant message with an API error.
    ///
    /// A failed tool call does not count. See [`ToolResultBlock::is_error`].
    #[must_use]
    pub fn is_error(&self) -> bool {
        match self {
            Self::Assistant(message) => message.error.is_some(),
            Self::Result(message) => message.is_failure(),
            _ => false,
        }
    }

    /// Decodes a message that this version does not know as a type of the caller.
    ///
    /// `tag` is the type of the message, or the subtype of a system message. Returns `None` for any
    /// other message.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the message does not fit the type `T`.
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

    /// Returns the message as JSON.
    ///
    /// The order of fields and the form of numbers and escapes may differ from the line of the CLI.
    /// A message that could not be typed is returned byte for byte.
    // `inline`, so that the code that writes messages is compiled only in crates that call this.
    #[inline]
    #[must_use]
    pub fn raw(&self) -> Raw {
        match self {
            Self::Unknown(unknown) => unknown.raw().clone(),
            Self::Undecoded(undecoded) => undecoded.raw.clone(),
            // Serializing does not fail, because wire types have string keys only.
            _ => Raw::from_serialize(self).unwrap_or_default(),
        }
    }
}

impl ContentBlock {
    /// Returns the text of a text block, or `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{ContentBlock, TextBlock};
    ///
    /// let block = ContentBlock::Text(TextBlock::new("Hi."));
    /// assert_eq!(block.as_text(), Some("Hi."));
    /// assert!(block.as_tool_use().is_none());
    /// ```
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(block) => Some(&block.text),
            _ => None,
        }
    }

    /// Returns the thinking of a thinking block, or `None`.
    #[must_use]
    pub fn as_thinking(&self) -> Option<&str> {
        match self {
            Self::Thinking(block) => Some(&block.thinking),
            _ => None,
        }
    }

    /// Returns the tool call, or `None` if the block is not one.
    #[must_use]
    pub fn as_tool_use(&self) -> Option<&ToolUseBlock> {
        match self {
            Self::ToolUse(block) => Some(block),
            _ => None,
        }
    }

    /// Returns the tool result, or `None` if the block is not one.
    #[must_use]
    pub fn as_tool_result(&self) -> Option<&ToolResultBlock> {
        match self {
            Self::ToolResult(block) => Some(block),
            _ => None,
        }
    }
}

impl AssistantMessage {
    /// Returns all text of the message, joined without separators.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::Message;
    ///
    /// let line = br#"{"type":"assistant","message":{"content":[{"type":"text","text":"Hi."}]}}"#;
    /// let Message::Assistant(reply) = Message::decode(line) else { panic!() };
    /// assert_eq!(reply.text(), "Hi.");
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        self.message.content.iter().filter_map(ContentBlock::as_text).collect()
    }

    /// Returns all thinking of the message, joined without separators. Empty if the CLI sends none.
    #[must_use]
    pub fn thinking(&self) -> String {
        self.message.content.iter().filter_map(ContentBlock::as_thinking).collect()
    }

    /// Returns the tool calls of the message.
    pub fn tool_uses(&self) -> impl Iterator<Item = &ToolUseBlock> {
        tool_uses(&self.message.content)
    }
}

fn tool_uses(blocks: &[ContentBlock]) -> impl Iterator<Item = &ToolUseBlock> {
    blocks.iter().filter_map(ContentBlock::as_tool_use)
}

impl UserMessage {
    /// Returns the text of the message, without tool results.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::Message;
    ///
    /// let line = br#"{"type":"user","message":{"role":"user","content":"Hello."}}"#;
    /// let Message::User(message) = Message::decode(line) else { panic!() };
    /// assert_eq!(message.text(), "Hello.");
    /// ```
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.message.content.text()
    }
}

impl ToolResultBlock {
    /// Returns all text of the result, joined without separators. Empty if there is none.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.content.value().map_or(Cow::Borrowed(""), |content| content.text())
    }

    /// Returns whether the call failed or was denied.
    #[must_use]
    pub fn failed(&self) -> bool {
        self.is_error == Some(true)
    }
}

impl ResultMessage {
    /// Returns whether the run failed. A result without `is_error` counts as failed.
    ///
    /// A run that ended with an API error has the subtype `success` and `is_error`. CLIs before
    /// 2.1.113 set `is_error` to false in results with an `error_` subtype. Both count as failed.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::Message;
    ///
    /// let line = br#"{"type":"result","subtype":"success","is_error":false,"result":"Done."}"#;
    /// let Message::Result(result) = Message::decode(line) else { panic!() };
    /// assert!(!result.is_failure());
    /// assert_eq!(result.text(), "Done.");
    /// ```
    #[must_use]
    pub fn is_failure(&self) -> bool {
        let subtype = self.subtype.as_ref().map(|subtype| subtype.as_str());
        self.is_error != Some(false) || subtype.is_some_and(|subtype| subtype.starts_with("error"))
    }

    /// Returns the final text of the run, or an empty string if there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.result.as_deref().unwrap_or_default()
    }
}
