//! User input: constructors of prompts with text, images and documents, and of tool results.
//!
//! Bytes are passed as base64 text. This crate neither encodes bytes nor reads files.

use super::variant_from::variant_from;
use crate::generated::{
    Base64Source, ContentBlock, ContentSource, DocumentBlock, FileSource, ImageBlock, MediaSource,
    SearchResultBlock, TextBlock, TextSource, ToolResultBlock, ToolUseId, UrlSource,
    UserApiMessage, UserInput,
};
use crate::values::Content;

impl UserInput {
    /// Creates a prompt for the main conversation, from a text or from blocks.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{ContentBlock, ImageBlock, UserInput};
    ///
    /// let text = UserInput::prompt("What is new?");
    /// let image = UserInput::prompt(vec![
    ///     ContentBlock::from("What do you see?"),
    ///     ImageBlock::base64("image/png", "iVBORw0KGgo=").into(),
    /// ]);
    /// # assert_eq!(text.message.content.text(), "What is new?");
    /// # assert_eq!(image.message.content.blocks().len(), 2);
    /// ```
    #[must_use]
    pub fn prompt(content: impl Into<Content>) -> Self {
        Self::new(UserApiMessage::new(content.into()))
    }
}

impl ImageBlock {
    /// Creates an image from its media type, such as `image/png`, and its bytes in base64.
    #[must_use]
    pub fn base64(media_type: impl Into<String>, data: impl Into<String>) -> Self {
        Self::new(Base64Source::new(media_type, data))
    }

    /// Creates an image from a URL. The API fetches it.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::new(UrlSource::new(url))
    }
}

impl DocumentBlock {
    /// Creates a PDF document from its bytes in base64.
    #[must_use]
    pub fn pdf(data: impl Into<String>) -> Self {
        Self::new(Base64Source::new("application/pdf", data))
    }

    /// Creates a document from plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(TextSource::new(text).media_type("text/plain"))
    }

    /// Creates a PDF document from a URL. The API fetches it.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::new(UrlSource::new(url))
    }
}

impl ToolResultBlock {
    /// Creates the result of a tool call, from a text or from blocks.
    #[must_use]
    pub fn success(call: impl Into<ToolUseId>, content: impl Into<Content>) -> Self {
        Self::new(call).content(content.into())
    }

    /// Creates the result of a failed tool call, with an error text for the model.
    #[must_use]
    pub fn failure(call: impl Into<ToolUseId>, content: impl Into<Content>) -> Self {
        Self::success(call, content).is_error(true)
    }
}

impl From<&str> for TextBlock {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<&str> for ContentBlock {
    fn from(text: &str) -> Self {
        Self::Text(TextBlock::new(text))
    }
}

variant_from! {
    TextBlock => ContentBlock::Text(std::convert::identity);
    ImageBlock => ContentBlock::Image(Box::new);
    DocumentBlock => ContentBlock::Document(Box::new);
    SearchResultBlock => ContentBlock::SearchResult(Box::new);
    ToolResultBlock => ContentBlock::ToolResult(std::convert::identity);
    Base64Source => MediaSource::Base64(std::convert::identity);
    UrlSource => MediaSource::Url(std::convert::identity);
    FileSource => MediaSource::File(std::convert::identity);
    TextSource => MediaSource::Text(std::convert::identity);
    ContentSource => MediaSource::Content(std::convert::identity);
}
