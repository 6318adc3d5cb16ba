// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Images, documents and search results, the sources of their bytes, and the citations that refer to them.

use super::all::*;

/// The handling of an image that is too large for the model.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OversizedImage {
    /// The API downsizes the image.
    Downsize,
    /// The request fails.
    Error,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(OversizedImage {
    Downsize = "downsize",
    Error = "error",
});

/// The source of an image or a document.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum MediaSource {
    /// Bytes in the message itself.
    Base64(Base64Source),
    /// Bytes at an address.
    Url(UrlSource),
    /// A file at the Files API.
    File(FileSource),
    /// Plain text in the message.
    Text(TextSource),
    /// Blocks in the message.
    Content(ContentSource),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(MediaSource by "type" {
    "base64" => Base64: Base64Source,
    "url" => Url: UrlSource,
    "file" => File: FileSource,
    "text" => Text: TextSource,
    "content" => Content: ContentSource,
} local {  });

/// The source of a statement.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum Citation {
    /// A range of characters of a document.
    CharLocation(Box<CharLocation>),
    /// A range of pages of a document.
    PageLocation(Box<PageLocation>),
    /// A range of blocks of a document.
    ContentBlockLocation(Box<ContentBlockLocation>),
    /// A page that a web search found.
    WebSearchResultLocation(Box<WebSearchResultLocation>),
    /// A search result that the caller supplied.
    SearchResultLocation(Box<SearchResultLocation>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(Citation by "type" {
    "char_location" => CharLocation: Box<CharLocation>,
    "page_location" => PageLocation: Box<PageLocation>,
    "content_block_location" => ContentBlockLocation: Box<ContentBlockLocation>,
    "web_search_result_location" => WebSearchResultLocation: Box<WebSearchResultLocation>,
    "search_result_location" => SearchResultLocation: Box<SearchResultLocation>,
} local {  });

/// An image, in prompts and in tool results.
///
/// Wire: `type: image`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageBlock {
    /// The source of the image.
    pub source: MediaSource,
    /// The transformations that the API may apply to the image.
    pub transformations: Maybe<ImageTransformations>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ImageBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(source: impl Into<MediaSource>) -> Self {
        Self {
            source: source.into(),
            transformations: Maybe::Absent,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`transformations`](Self::transformations).
    #[inline]
    #[must_use]
    pub fn transformations(mut self, value: impl Into<ImageTransformations>) -> Self {
        self.transformations = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(ImageBlock {
    tags: ["type" = "image"],
    fields: [
        0 required source: MediaSource = "source",
        1 maybe transformations: ImageTransformations = "transformations",
        2 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The transformations that the API may apply to an image before the model sees it.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageTransformations {
    /// The handling of an image that is too large. The default is to downsize it.
    pub oversized_image: Option<OversizedImage>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ImageTransformations {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ImageTransformations {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`oversized_image`](Self::oversized_image).
    #[inline]
    #[must_use]
    pub fn oversized_image(mut self, value: impl Into<OversizedImage>) -> Self {
        self.oversized_image = Some(value.into());
        self
    }
}

wire_struct!(ImageTransformations {
    tags: [],
    fields: [
        0 optional oversized_image: OversizedImage = "oversized_image",
    ],
});

/// A document, such as a PDF file or plain text.
///
/// Wire: `type: document`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct DocumentBlock {
    /// The source of the document.
    pub source: MediaSource,
    /// The document's title.
    pub title: Maybe<String>,
    /// Information about the document that the model should know but not cite.
    pub context: Maybe<String>,
    /// Whether the model may cite the document.
    pub citations: Maybe<CitationsConfig>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl DocumentBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(source: impl Into<MediaSource>) -> Self {
        Self {
            source: source.into(),
            title: Maybe::Absent,
            context: Maybe::Absent,
            citations: Maybe::Absent,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Maybe::Value(value.into());
        self
    }

    /// Sets [`context`](Self::context).
    #[inline]
    #[must_use]
    pub fn context(mut self, value: impl Into<String>) -> Self {
        self.context = Maybe::Value(value.into());
        self
    }

    /// Sets [`citations`](Self::citations).
    #[inline]
    #[must_use]
    pub fn citations(mut self, value: impl Into<CitationsConfig>) -> Self {
        self.citations = Maybe::Value(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(DocumentBlock {
    tags: ["type" = "document"],
    fields: [
        0 required source: MediaSource = "source",
        1 maybe title: String = "title",
        2 maybe context: String = "context",
        3 maybe citations: CitationsConfig = "citations",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// The citation settings of a document.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CitationsConfig {
    /// True to let the model cite the document. The default is false.
    pub enabled: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CitationsConfig {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CitationsConfig {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`enabled`](Self::enabled).
    #[inline]
    #[must_use]
    pub fn enabled(mut self, value: bool) -> Self {
        self.enabled = Some(value);
        self
    }
}

wire_struct!(CitationsConfig {
    tags: [],
    fields: [
        0 optional enabled: bool = "enabled",
    ],
});

/// A search result that the caller supplies.
///
/// Wire: `type: search_result`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResultBlock {
    /// The origin of the search result, usually an address.
    pub source: String,
    /// The title of the search result.
    pub title: Option<String>,
    /// The text of the search result, as text blocks.
    pub content: Option<Vec<ContentBlock>>,
    /// Whether the model may cite the search result.
    pub citations: Option<CitationsConfig>,
    /// A marker for the end of a cached prefix, in requests to the API.
    pub cache_control: Maybe<CacheControl>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SearchResultBlock {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self {
            source: source.into(),
            title: None,
            content: None,
            citations: None,
            cache_control: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<Vec<ContentBlock>>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`citations`](Self::citations).
    #[inline]
    #[must_use]
    pub fn citations(mut self, value: impl Into<CitationsConfig>) -> Self {
        self.citations = Some(value.into());
        self
    }

    /// Sets [`cache_control`](Self::cache_control).
    #[inline]
    #[must_use]
    pub fn cache_control(mut self, value: impl Into<CacheControl>) -> Self {
        self.cache_control = Maybe::Value(value.into());
        self
    }
}

wire_struct!(SearchResultBlock {
    tags: ["type" = "search_result"],
    fields: [
        0 required source: String = "source",
        1 optional title: String = "title",
        2 optional content: Vec<ContentBlock> = "content",
        3 optional citations: CitationsConfig = "citations",
        4 maybe cache_control: CacheControl = "cache_control",
    ],
});

/// Bytes in the message itself.
///
/// Wire: `type: base64`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Base64Source {
    /// The media type, as in `image/png`.
    pub media_type: String,
    /// The bytes in base64, without line breaks.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Base64Source {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(media_type: impl Into<String>, data: impl Into<String>) -> Self {
        Self { media_type: media_type.into(), data: data.into(), extra: Extra::default() }
    }
}

wire_struct!(Base64Source {
    tags: ["type" = "base64"],
    fields: [
        0 required media_type: String = "media_type",
        1 required data: String = "data",
    ],
});

/// Bytes at an address that the API fetches.
///
/// Wire: `type: url`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UrlSource {
    /// The address.
    pub url: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UrlSource {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), extra: Extra::default() }
    }
}

wire_struct!(UrlSource {
    tags: ["type" = "url"],
    fields: [
        0 required url: String = "url",
    ],
});

/// Bytes that were uploaded before.
///
/// Wire: `type: file`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileSource {
    /// The uploaded file.
    pub file_id: FileId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl FileSource {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(file_id: impl Into<FileId>) -> Self {
        Self { file_id: file_id.into(), extra: Extra::default() }
    }
}

wire_struct!(FileSource {
    tags: ["type" = "file"],
    fields: [
        0 required file_id: FileId = "file_id",
    ],
});

/// A document given as plain text.
///
/// Wire: `type: text`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TextSource {
    /// The media type, which is `text/plain`.
    pub media_type: Option<String>,
    /// The text.
    pub data: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl TextSource {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(data: impl Into<String>) -> Self {
        Self { media_type: None, data: data.into(), extra: Extra::default() }
    }

    /// Sets [`media_type`](Self::media_type).
    #[inline]
    #[must_use]
    pub fn media_type(mut self, value: impl Into<String>) -> Self {
        self.media_type = Some(value.into());
        self
    }
}

wire_struct!(TextSource {
    tags: ["type" = "text"],
    fields: [
        0 optional media_type: String = "media_type",
        1 required data: String = "data",
    ],
});

/// A document given as blocks that the caller wrote.
///
/// Wire: `type: content`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentSource {
    /// A text, or text and image blocks.
    pub content: Content,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ContentSource {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), extra: Extra::default() }
    }
}

wire_struct!(ContentSource {
    tags: ["type" = "content"],
    fields: [
        0 required content: Content = "content",
    ],
});

/// A range of characters of a plain text document.
///
/// Wire: `type: char_location`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CharLocation {
    /// The text that is cited.
    pub cited_text: Option<String>,
    /// The index of the document, counted from 0.
    pub document_index: Option<u64>,
    /// The document's title.
    pub document_title: Option<String>,
    /// The index of the first character, counted from 0.
    pub start_char_index: Option<u64>,
    /// The index after the last character.
    pub end_char_index: Option<u64>,
    /// The uploaded file that the document came from.
    pub file_id: Maybe<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CharLocation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CharLocation {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[inline]
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[inline]
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[inline]
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_char_index`](Self::start_char_index).
    #[inline]
    #[must_use]
    pub fn start_char_index(mut self, value: u64) -> Self {
        self.start_char_index = Some(value);
        self
    }

    /// Sets [`end_char_index`](Self::end_char_index).
    #[inline]
    #[must_use]
    pub fn end_char_index(mut self, value: u64) -> Self {
        self.end_char_index = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[inline]
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Maybe::Value(value.into());
        self
    }
}

wire_struct!(CharLocation {
    tags: ["type" = "char_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_char_index: u64 = "start_char_index",
        4 optional end_char_index: u64 = "end_char_index",
        5 maybe file_id: FileId = "file_id",
    ],
});

/// A range of pages of a PDF document.
///
/// Wire: `type: page_location`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PageLocation {
    /// The text that is cited.
    pub cited_text: Option<String>,
    /// The index of the document, counted from 0.
    pub document_index: Option<u64>,
    /// The document's title.
    pub document_title: Option<String>,
    /// The number of the first page, counted from 1.
    pub start_page_number: Option<u64>,
    /// The page number after the last page.
    pub end_page_number: Option<u64>,
    /// The uploaded file that the document came from.
    pub file_id: Maybe<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PageLocation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PageLocation {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[inline]
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[inline]
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[inline]
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_page_number`](Self::start_page_number).
    #[inline]
    #[must_use]
    pub fn start_page_number(mut self, value: u64) -> Self {
        self.start_page_number = Some(value);
        self
    }

    /// Sets [`end_page_number`](Self::end_page_number).
    #[inline]
    #[must_use]
    pub fn end_page_number(mut self, value: u64) -> Self {
        self.end_page_number = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[inline]
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Maybe::Value(value.into());
        self
    }
}

wire_struct!(PageLocation {
    tags: ["type" = "page_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_page_number: u64 = "start_page_number",
        4 optional end_page_number: u64 = "end_page_number",
        5 maybe file_id: FileId = "file_id",
    ],
});

/// A range of blocks of a document that was given as blocks.
///
/// Wire: `type: content_block_location`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ContentBlockLocation {
    /// The text that is cited.
    pub cited_text: Option<String>,
    /// The index of the document, counted from 0.
    pub document_index: Option<u64>,
    /// The document's title.
    pub document_title: Option<String>,
    /// The index of the first block, counted from 0.
    pub start_block_index: Option<u64>,
    /// The index after the last block.
    pub end_block_index: Option<u64>,
    /// The uploaded file that the document came from.
    pub file_id: Maybe<FileId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ContentBlockLocation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ContentBlockLocation {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[inline]
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`document_index`](Self::document_index).
    #[inline]
    #[must_use]
    pub fn document_index(mut self, value: u64) -> Self {
        self.document_index = Some(value);
        self
    }

    /// Sets [`document_title`](Self::document_title).
    #[inline]
    #[must_use]
    pub fn document_title(mut self, value: impl Into<String>) -> Self {
        self.document_title = Some(value.into());
        self
    }

    /// Sets [`start_block_index`](Self::start_block_index).
    #[inline]
    #[must_use]
    pub fn start_block_index(mut self, value: u64) -> Self {
        self.start_block_index = Some(value);
        self
    }

    /// Sets [`end_block_index`](Self::end_block_index).
    #[inline]
    #[must_use]
    pub fn end_block_index(mut self, value: u64) -> Self {
        self.end_block_index = Some(value);
        self
    }

    /// Sets [`file_id`](Self::file_id).
    #[inline]
    #[must_use]
    pub fn file_id(mut self, value: impl Into<FileId>) -> Self {
        self.file_id = Maybe::Value(value.into());
        self
    }
}

wire_struct!(ContentBlockLocation {
    tags: ["type" = "content_block_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional document_index: u64 = "document_index",
        2 nullable document_title: String = "document_title",
        3 optional start_block_index: u64 = "start_block_index",
        4 optional end_block_index: u64 = "end_block_index",
        5 maybe file_id: FileId = "file_id",
    ],
});

/// A page that a web search found.
///
/// Wire: `type: web_search_result_location`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WebSearchResultLocation {
    /// The text that is cited.
    pub cited_text: Option<String>,
    /// The page's address.
    pub url: Option<String>,
    /// The page's title.
    pub title: Option<String>,
    /// A reference to the position in the page. It must be sent back unchanged.
    pub encrypted_index: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WebSearchResultLocation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl WebSearchResultLocation {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[inline]
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`url`](Self::url).
    #[inline]
    #[must_use]
    pub fn url(mut self, value: impl Into<String>) -> Self {
        self.url = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`encrypted_index`](Self::encrypted_index).
    #[inline]
    #[must_use]
    pub fn encrypted_index(mut self, value: impl Into<String>) -> Self {
        self.encrypted_index = Some(value.into());
        self
    }
}

wire_struct!(WebSearchResultLocation {
    tags: ["type" = "web_search_result_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional url: String = "url",
        2 nullable title: String = "title",
        3 optional encrypted_index: String = "encrypted_index",
    ],
});

/// A range of blocks of a search result that the caller supplied.
///
/// Wire: `type: search_result_location`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResultLocation {
    /// The text that is cited.
    pub cited_text: Option<String>,
    /// The origin of the search result.
    pub source: Option<String>,
    /// The title of the search result.
    pub title: Option<String>,
    /// The index of the search result, counted from 0.
    pub search_result_index: Option<u64>,
    /// The index of the first block, counted from 0.
    pub start_block_index: Option<u64>,
    /// The index after the last block.
    pub end_block_index: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SearchResultLocation {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl SearchResultLocation {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`cited_text`](Self::cited_text).
    #[inline]
    #[must_use]
    pub fn cited_text(mut self, value: impl Into<String>) -> Self {
        self.cited_text = Some(value.into());
        self
    }

    /// Sets [`source`](Self::source).
    #[inline]
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`search_result_index`](Self::search_result_index).
    #[inline]
    #[must_use]
    pub fn search_result_index(mut self, value: u64) -> Self {
        self.search_result_index = Some(value);
        self
    }

    /// Sets [`start_block_index`](Self::start_block_index).
    #[inline]
    #[must_use]
    pub fn start_block_index(mut self, value: u64) -> Self {
        self.start_block_index = Some(value);
        self
    }

    /// Sets [`end_block_index`](Self::end_block_index).
    #[inline]
    #[must_use]
    pub fn end_block_index(mut self, value: u64) -> Self {
        self.end_block_index = Some(value);
        self
    }
}

wire_struct!(SearchResultLocation {
    tags: ["type" = "search_result_location"],
    fields: [
        0 optional cited_text: String = "cited_text",
        1 optional source: String = "source",
        2 nullable title: String = "title",
        3 optional search_result_index: u64 = "search_result_index",
        4 optional start_block_index: u64 = "start_block_index",
        5 optional end_block_index: u64 = "end_block_index",
    ],
});
