//! What a user writes: prompts with text, images and documents, and the results of tools.
//!
//! Bytes come as base64 text: this crate does no encoding and reads no files.

use super::variant_from::variant_from;
use crate::generated::{
    Base64Source, ContentBlock, ContentSource, DocumentBlock, FileSource, ImageBlock, MediaSource,
    SearchResultBlock, TextBlock, TextSource, ToolResultBlock, ToolUseId, UrlSource,
    UserApiMessage, UserInput,
};
use crate::values::Content;

impl UserInput {
    /// A prompt for the main conversation: a text, or blocks.
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
    /// An image in the message: its media type, as in `image/png`, and its bytes in base64.
    #[must_use]
    pub fn base64(media_type: impl Into<String>, data: impl Into<String>) -> Self {
        Self::new(Base64Source::new(media_type, data))
    }

    /// An image at an address that the API fetches.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::new(UrlSource::new(url))
    }
}

impl DocumentBlock {
    /// A PDF file in the message: its bytes in base64.
    #[must_use]
    pub fn pdf(data: impl Into<String>) -> Self {
        Self::new(Base64Source::new("application/pdf", data))
    }

    /// A document of plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(TextSource::new(text).media_type("text/plain"))
    }

    /// A PDF file at an address that the API fetches.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::new(UrlSource::new(url))
    }
}

impl ToolResultBlock {
    /// The result of a tool call: a text, or blocks.
    #[must_use]
    pub fn success(call: impl Into<ToolUseId>, content: impl Into<Content>) -> Self {
        Self::new(call).content(content.into())
    }

    /// The failure of a tool call, in words for the model.
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
