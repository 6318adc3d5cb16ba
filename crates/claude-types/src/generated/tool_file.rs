// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools that read, write and search files: their inputs and outputs.

use super::all::*;

/// Whether a file was created.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteKind {
    /// The file is new.
    Create,
    /// The file existed.
    Update,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] WriteKind {
    Create = "create",
    Update = "update",
});

/// The kind of change of a file.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GitFileStatus {
    /// The file was changed.
    Modified,
    /// The file is new.
    Added,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GitFileStatus {
    Modified = "modified",
    Added = "added",
});

/// Kinds of cells of a notebook.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotebookCellType {
    /// Code.
    Code,
    /// Markdown text.
    Markdown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotebookCellType {
    Code = "code",
    Markdown = "markdown",
});

/// An operation on a cell.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotebookEditMode {
    /// Replaces the content of the cell.
    Replace,
    /// Inserts a new cell.
    Insert,
    /// Deletes the cell.
    Delete,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotebookEditMode {
    Replace = "replace",
    Insert = "insert",
    Delete = "delete",
});

/// What a search in files returns.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GrepMode {
    /// The matching lines.
    Content,
    /// The names of the files.
    FilesWithMatches,
    /// The number of matches of each file.
    Count,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GrepMode {
    Content = "content",
    FilesWithMatches = "files_with_matches",
    Count = "count",
});

/// The content that was read. The fields of the file depend on its kind.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ReadOutput {
    /// Text.
    Text(Box<ReadText>),
    /// An image.
    Image(Box<ReadImage>),
    /// A Jupyter notebook.
    Notebook(Box<ReadNotebook>),
    /// A complete PDF.
    Pdf(Box<ReadPdf>),
    /// Pages of a PDF, as images in a directory.
    Parts(Box<ReadParts>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(ReadOutput by "type" {
    "text" => Text: Box<ReadText>,
    "image" => Image: Box<ReadImage>,
    "notebook" => Notebook: Box<ReadNotebook>,
    "pdf" => Pdf: Box<ReadPdf>,
    "parts" => Parts: Box<ReadParts>,
} local {  });

/// Reads a file: text, an image, a notebook or a PDF.
///
/// The input of the tool `Read`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadInput {
    /// The absolute path of the file.
    pub file_path: String,
    /// The line to start with, counted from 1; the first line if absent.
    pub offset: Option<u64>,
    /// The number of lines to read.
    pub limit: Option<u64>,
    /// The pages of a PDF to read, as in `1-5`; at most 20.
    pub pages: Option<String>,
    /// True to read a text that is longer than the usual limit.
    pub allow_large: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReadInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(file_path: impl Into<String>) -> Self {
        Self {
            file_path: file_path.into(),
            offset: None,
            limit: None,
            pages: None,
            allow_large: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`offset`](Self::offset).
    #[inline]
    #[must_use]
    pub fn offset(mut self, value: u64) -> Self {
        self.offset = Some(value);
        self
    }

    /// Sets [`limit`](Self::limit).
    #[inline]
    #[must_use]
    pub fn limit(mut self, value: u64) -> Self {
        self.limit = Some(value);
        self
    }

    /// Sets [`pages`](Self::pages).
    #[inline]
    #[must_use]
    pub fn pages(mut self, value: impl Into<String>) -> Self {
        self.pages = Some(value.into());
        self
    }

    /// Sets [`allow_large`](Self::allow_large).
    #[inline]
    #[must_use]
    pub fn allow_large(mut self, value: bool) -> Self {
        self.allow_large = Some(value);
        self
    }
}

wire_struct!(#[inline] ReadInput {
    tags: [],
    fields: [
        0 required file_path: String = "file_path",
        1 optional offset: u64 = "offset",
        2 optional limit: u64 = "limit",
        3 optional pages: String = "pages",
        4 optional allow_large: bool = "allow_large",
    ],
});

impl crate::wire::ToolInput for ReadInput {
    const TOOL: &'static str = "Read";
    const ALIASES: &'static [&'static str] = &[];
}

/// Text that was read.
///
/// Wire: `type: text`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadText {
    /// The file and its content.
    pub file: ReadTextFile,
    /// The saved artifact that the file is the source of.
    pub artifact_read: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ReadText {
    tags: ["type" = "text"],
    fields: [
        0 required file: ReadTextFile = "file",
        1 optional artifact_read: Raw = "artifactRead",
    ],
});

/// An image that was read.
///
/// Wire: `type: image`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadImage {
    /// The file and its content.
    pub file: ReadImageFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ReadImage {
    tags: ["type" = "image"],
    fields: [
        0 required file: ReadImageFile = "file",
    ],
});

/// A notebook that was read.
///
/// Wire: `type: notebook`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadNotebook {
    /// The file and its content.
    pub file: ReadNotebookFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ReadNotebook {
    tags: ["type" = "notebook"],
    fields: [
        0 required file: ReadNotebookFile = "file",
    ],
});

/// A PDF that was read.
///
/// Wire: `type: pdf`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadPdf {
    /// The file and its content.
    pub file: ReadPdfFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ReadPdf {
    tags: ["type" = "pdf"],
    fields: [
        0 required file: ReadPdfFile = "file",
    ],
});

/// Pages of a PDF that were converted to images.
///
/// Wire: `type: parts`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadParts {
    /// The file and its content.
    pub file: ReadPartsFile,
    /// The pages; their fields are not declared.
    pub pages: Option<Vec<Raw>>,
    /// The number of the first page in the document.
    pub first_page: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ReadParts {
    tags: ["type" = "parts"],
    fields: [
        0 required file: ReadPartsFile = "file",
        1 optional pages: Vec<Raw> = "pages",
        2 optional first_page: u64 = "firstPage",
    ],
});

/// Lines of a text file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadTextFile {
    /// The path of the file.
    pub file_path: Option<String>,
    /// The lines, without line numbers.
    pub content: Option<String>,
    /// The number of lines.
    pub num_lines: Option<u64>,
    /// The number of the first line, counted from 1.
    pub start_line: Option<u64>,
    /// The number of lines of the whole file.
    pub total_lines: Option<u64>,
    /// True if the whole file was requested and only the first part was returned, because the file is too long.
    pub truncated_by_token_cap: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadTextFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ReadTextFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional content: String = "content",
        2 optional num_lines: u64 = "numLines",
        3 optional start_line: u64 = "startLine",
        4 optional total_lines: u64 = "totalLines",
        5 optional truncated_by_token_cap: bool = "truncatedByTokenCap",
    ],
});

/// An image file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadImageFile {
    /// The image, encoded as base64.
    pub base64: Option<String>,
    /// The MIME type of the image, as in `image/png`. Wire: `type`.
    pub media_type: Option<String>,
    /// The size of the file in bytes.
    pub original_size: Option<u64>,
    /// The size of the original image, and of the image that the model receives.
    pub dimensions: Option<ImageDimensions>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadImageFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ReadImageFile {
    tags: [],
    fields: [
        0 optional base64: String = "base64",
        1 optional media_type: String = "type",
        2 optional original_size: u64 = "originalSize",
        3 optional dimensions: ImageDimensions = "dimensions",
    ],
});

/// The size of an image before and after it was scaled down for the model, in pixels.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ImageDimensions {
    /// The width of the image in the file.
    pub original_width: Option<u64>,
    /// The height of the image in the file.
    pub original_height: Option<u64>,
    /// The width of the image for the model.
    pub display_width: Option<u64>,
    /// The height of the image for the model.
    pub display_height: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ImageDimensions {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ImageDimensions {
    tags: [],
    fields: [
        0 optional original_width: u64 = "originalWidth",
        1 optional original_height: u64 = "originalHeight",
        2 optional display_width: u64 = "displayWidth",
        3 optional display_height: u64 = "displayHeight",
    ],
});

/// A notebook file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadNotebookFile {
    /// The path of the file.
    pub file_path: Option<String>,
    /// The cells with their outputs.
    pub cells: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadNotebookFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ReadNotebookFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional cells: Vec<Raw> = "cells",
    ],
});

/// A PDF file.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadPdfFile {
    /// The path of the file.
    pub file_path: Option<String>,
    /// The whole document, encoded as base64.
    pub base64: Option<String>,
    /// The size of the file in bytes.
    pub original_size: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadPdfFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ReadPdfFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional base64: String = "base64",
        2 optional original_size: u64 = "originalSize",
    ],
});

/// A PDF file whose pages were converted to images.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadPartsFile {
    /// The path of the file.
    pub file_path: Option<String>,
    /// The size of the file in bytes.
    pub original_size: Option<u64>,
    /// The number of pages.
    pub count: Option<u64>,
    /// The directory of the images.
    pub output_dir: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadPartsFile {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ReadPartsFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional original_size: u64 = "originalSize",
        2 optional count: u64 = "count",
        3 optional output_dir: String = "outputDir",
    ],
});

/// Writes a file, and replaces an existing one.
///
/// The input of the tool `Write`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WriteInput {
    /// The absolute path of the file.
    pub file_path: String,
    /// The complete new content.
    pub content: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl WriteInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(file_path: impl Into<String>, content: impl Into<String>) -> Self {
        Self { file_path: file_path.into(), content: content.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] WriteInput {
    tags: [],
    fields: [
        0 required file_path: String = "file_path",
        1 required content: String = "content",
    ],
});

impl crate::wire::ToolInput for WriteInput {
    const TOOL: &'static str = "Write";
    const ALIASES: &'static [&'static str] = &[];
}

/// The result of writing a file.
///
/// The output of the tool `Write`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WriteOutput {
    /// Whether the file is new. Wire: `type`.
    pub kind: Option<WriteKind>,
    /// The path of the file.
    pub file_path: Option<String>,
    /// The new content.
    pub content: Option<String>,
    /// The changed parts; empty for a new file, or if the change was too large to compute.
    pub structured_patch: Option<Vec<PatchHunk>>,
    /// The previous content; null for a new file, or if the content was too large to keep.
    pub original_file: Option<String>,
    /// True if the user changed the content before allowing the call.
    pub user_modified: Option<bool>,
    /// The change relative to the git repository.
    pub git_diff: Option<GitFileDiff>,
    /// True if the change waits for a review and the file is unchanged.
    pub staged: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WriteOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WriteOutput {
    tags: [],
    fields: [
        0 optional kind: WriteKind = "type",
        1 optional file_path: String = "filePath",
        2 optional content: String = "content",
        3 optional structured_patch: Vec<PatchHunk> = "structuredPatch",
        4 nullable original_file: String = "originalFile",
        5 optional user_modified: bool = "userModified",
        6 optional git_diff: GitFileDiff = "gitDiff",
        7 optional staged: bool = "staged",
    ],
});

impl crate::wire::ToolOutput for WriteOutput {
    const TOOL: &'static str = "Write";
    const ALIASES: &'static [&'static str] = &[];
}

/// Replaces text in a file.
///
/// The input of the tool `Edit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EditInput {
    /// The absolute path of the file.
    pub file_path: String,
    /// The text to replace. It must occur exactly once, unless all occurrences are to be replaced.
    pub old_string: String,
    /// The new text.
    pub new_string: String,
    /// True to replace all occurrences; false by default.
    pub replace_all: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl EditInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(
        file_path: impl Into<String>,
        old_string: impl Into<String>,
        new_string: impl Into<String>,
    ) -> Self {
        Self {
            file_path: file_path.into(),
            old_string: old_string.into(),
            new_string: new_string.into(),
            replace_all: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`replace_all`](Self::replace_all).
    #[inline]
    #[must_use]
    pub fn replace_all(mut self, value: bool) -> Self {
        self.replace_all = Some(value);
        self
    }
}

wire_struct!(#[inline] EditInput {
    tags: [],
    fields: [
        0 required file_path: String = "file_path",
        1 required old_string: String = "old_string",
        2 required new_string: String = "new_string",
        3 optional replace_all: bool = "replace_all",
    ],
});

impl crate::wire::ToolInput for EditInput {
    const TOOL: &'static str = "Edit";
    const ALIASES: &'static [&'static str] = &[];
}

/// The result of editing a file.
///
/// The output of the tool `Edit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct EditOutput {
    /// The path of the file.
    pub file_path: Option<String>,
    /// The text that was replaced.
    pub old_string: Option<String>,
    /// The new text.
    pub new_string: Option<String>,
    /// The previous content of the file; null if it was too large to keep.
    pub original_file: Option<String>,
    /// The changed parts.
    pub structured_patch: Option<Vec<PatchHunk>>,
    /// True if the user changed the edit before allowing the call.
    pub user_modified: Option<bool>,
    /// True if all occurrences were replaced.
    pub replace_all: Option<bool>,
    /// The change relative to the git repository.
    pub git_diff: Option<GitFileDiff>,
    /// True if the change waits for a review and the file is unchanged.
    pub staged: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for EditOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] EditOutput {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional old_string: String = "oldString",
        2 optional new_string: String = "newString",
        3 nullable original_file: String = "originalFile",
        4 optional structured_patch: Vec<PatchHunk> = "structuredPatch",
        5 optional user_modified: bool = "userModified",
        6 optional replace_all: bool = "replaceAll",
        7 optional git_diff: GitFileDiff = "gitDiff",
        8 optional staged: bool = "staged",
    ],
});

impl crate::wire::ToolOutput for EditOutput {
    const TOOL: &'static str = "Edit";
    const ALIASES: &'static [&'static str] = &[];
}

/// A hunk of a unified diff.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PatchHunk {
    /// The first line before the change.
    pub old_start: Option<u64>,
    /// The number of lines before the change.
    pub old_lines: Option<u64>,
    /// The first line after the change.
    pub new_start: Option<u64>,
    /// The number of lines after the change.
    pub new_lines: Option<u64>,
    /// The lines, each prefixed with a space, `-` or `+`.
    pub lines: Option<Vec<String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PatchHunk {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PatchHunk {
    tags: [],
    fields: [
        0 optional old_start: u64 = "oldStart",
        1 optional old_lines: u64 = "oldLines",
        2 optional new_start: u64 = "newStart",
        3 optional new_lines: u64 = "newLines",
        4 optional lines: Vec<String> = "lines",
    ],
});

/// The difference between a file and the git repository.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GitFileDiff {
    /// The path of the file, relative to the root of the repository.
    pub filename: Option<String>,
    /// The kind of change.
    pub status: Option<GitFileStatus>,
    /// The number of lines added.
    pub additions: Option<u64>,
    /// The number of lines removed.
    pub deletions: Option<u64>,
    /// The sum of both numbers.
    pub changes: Option<u64>,
    /// The unified diff.
    pub patch: Option<String>,
    /// The repository at GitHub, as `owner/name`.
    pub repository: Maybe<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GitFileDiff {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GitFileDiff {
    tags: [],
    fields: [
        0 optional filename: String = "filename",
        1 optional status: GitFileStatus = "status",
        2 optional additions: u64 = "additions",
        3 optional deletions: u64 = "deletions",
        4 optional changes: u64 = "changes",
        5 optional patch: String = "patch",
        6 maybe repository: String = "repository",
    ],
});

/// Changes a cell of a Jupyter notebook.
///
/// The input of the tool `NotebookEdit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NotebookEditInput {
    /// The absolute path of the notebook.
    pub notebook_path: String,
    /// The ID of the cell. A new cell is inserted after it, or at the start if absent.
    pub cell_id: Option<String>,
    /// The new content of the cell.
    pub new_source: String,
    /// The kind of the cell; required for a new cell.
    pub cell_type: Option<NotebookCellType>,
    /// The operation; `replace` by default.
    pub edit_mode: Option<NotebookEditMode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl NotebookEditInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(notebook_path: impl Into<String>, new_source: impl Into<String>) -> Self {
        Self {
            notebook_path: notebook_path.into(),
            cell_id: None,
            new_source: new_source.into(),
            cell_type: None,
            edit_mode: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`cell_id`](Self::cell_id).
    #[inline]
    #[must_use]
    pub fn cell_id(mut self, value: impl Into<String>) -> Self {
        self.cell_id = Some(value.into());
        self
    }

    /// Sets [`cell_type`](Self::cell_type).
    #[inline]
    #[must_use]
    pub fn cell_type(mut self, value: impl Into<NotebookCellType>) -> Self {
        self.cell_type = Some(value.into());
        self
    }

    /// Sets [`edit_mode`](Self::edit_mode).
    #[inline]
    #[must_use]
    pub fn edit_mode(mut self, value: impl Into<NotebookEditMode>) -> Self {
        self.edit_mode = Some(value.into());
        self
    }
}

wire_struct!(#[inline] NotebookEditInput {
    tags: [],
    fields: [
        0 required notebook_path: String = "notebook_path",
        1 optional cell_id: String = "cell_id",
        2 required new_source: String = "new_source",
        3 optional cell_type: NotebookCellType = "cell_type",
        4 optional edit_mode: NotebookEditMode = "edit_mode",
    ],
});

impl crate::wire::ToolInput for NotebookEditInput {
    const TOOL: &'static str = "NotebookEdit";
    const ALIASES: &'static [&'static str] = &[];
}

/// The result of editing a notebook.
///
/// The output of the tool `NotebookEdit`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct NotebookEditOutput {
    /// The new content of the cell.
    pub new_source: Option<String>,
    /// The previous content of the cell; absent for a new cell.
    pub old_source: Option<String>,
    /// The kind of the cell.
    pub cell_type: Option<NotebookCellType>,
    /// The language of the notebook.
    pub language: Option<String>,
    /// The operation.
    pub edit_mode: Option<NotebookEditMode>,
    /// The ID of the cell.
    pub cell_id: Option<String>,
    /// The error message; empty if the call succeeded.
    pub error: Option<String>,
    /// The path of the notebook.
    pub notebook_path: Option<String>,
    /// The whole notebook before the change.
    pub original_file: Option<String>,
    /// The whole notebook after the change.
    pub updated_file: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for NotebookEditOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] NotebookEditOutput {
    tags: [],
    fields: [
        0 optional new_source: String = "new_source",
        1 optional old_source: String = "old_source",
        2 optional cell_type: NotebookCellType = "cell_type",
        3 optional language: String = "language",
        4 optional edit_mode: NotebookEditMode = "edit_mode",
        5 optional cell_id: String = "cell_id",
        6 optional error: String = "error",
        7 optional notebook_path: String = "notebook_path",
        8 optional original_file: String = "original_file",
        9 optional updated_file: String = "updated_file",
    ],
});

impl crate::wire::ToolOutput for NotebookEditOutput {
    const TOOL: &'static str = "NotebookEdit";
    const ALIASES: &'static [&'static str] = &[];
}

/// Searches for files by name.
///
/// The input of the tool `Glob`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GlobInput {
    /// The pattern, as in `**/*.rs`.
    pub pattern: String,
    /// The directory to search; the working directory if absent.
    pub path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl GlobInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(pattern: impl Into<String>) -> Self {
        Self { pattern: pattern.into(), path: None, extra: Extra::default() }
    }

    /// Sets [`path`](Self::path).
    #[inline]
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }
}

wire_struct!(#[inline] GlobInput {
    tags: [],
    fields: [
        0 required pattern: String = "pattern",
        1 optional path: String = "path",
    ],
});

impl crate::wire::ToolInput for GlobInput {
    const TOOL: &'static str = "Glob";
    const ALIASES: &'static [&'static str] = &[];
}

/// The files that were found.
///
/// The output of the tool `Glob`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GlobOutput {
    /// The files.
    pub filenames: Option<Vec<String>>,
    /// The duration in milliseconds.
    pub duration_ms: Option<u64>,
    /// The number of listed files.
    pub num_files: Option<u64>,
    /// True if more files match than are listed.
    pub truncated: Option<bool>,
    /// The number of all matching files.
    pub total_matches: Option<u64>,
    /// False if there may be more than `totalMatches`.
    pub count_is_complete: Option<bool>,
    /// True if the search timed out before it was complete.
    pub timed_out: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GlobOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GlobOutput {
    tags: [],
    fields: [
        0 optional filenames: Vec<String> = "filenames",
        1 optional duration_ms: u64 = "durationMs",
        2 optional num_files: u64 = "numFiles",
        3 optional truncated: bool = "truncated",
        4 optional total_matches: u64 = "totalMatches",
        5 optional count_is_complete: bool = "countIsComplete",
        6 optional timed_out: bool = "timedOut",
    ],
});

impl crate::wire::ToolOutput for GlobOutput {
    const TOOL: &'static str = "Glob";
    const ALIASES: &'static [&'static str] = &[];
}

/// Searches for text in files.
///
/// The input of the tool `Grep`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GrepInput {
    /// The regular expression.
    pub pattern: String,
    /// The file or directory to search; the working directory if absent.
    pub path: Option<String>,
    /// A pattern for the names of the files to search.
    pub glob: Option<String>,
    /// What to return; the names of the files by default.
    pub output_mode: Option<GrepMode>,
    /// The number of lines to show before a match. Wire: `-B`.
    pub before: Option<u64>,
    /// The number of lines to show after a match. Wire: `-A`.
    pub after: Option<u64>,
    /// The number of lines to show around a match; the same as `context`. Wire: `-C`.
    pub around: Option<u64>,
    /// The number of lines to show around a match.
    pub context: Option<u64>,
    /// Whether to show line numbers; true by default. Wire: `-n`.
    pub line_numbers: Option<bool>,
    /// True to ignore case. Wire: `-i`.
    pub ignore_case: Option<bool>,
    /// True to show only the parts that match. Wire: `-o`.
    pub only_matching: Option<bool>,
    /// The type of the files to search, such as `rust`. Wire: `type`.
    pub file_type: Option<String>,
    /// The maximum number of lines or files to return; 250 by default, 0 for no limit.
    pub head_limit: Option<u64>,
    /// The number of lines or files to skip first.
    pub offset: Option<u64>,
    /// True to let a match span several lines.
    pub multiline: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl GrepInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(pattern: impl Into<String>) -> Self {
        Self {
            pattern: pattern.into(),
            path: None,
            glob: None,
            output_mode: None,
            before: None,
            after: None,
            around: None,
            context: None,
            line_numbers: None,
            ignore_case: None,
            only_matching: None,
            file_type: None,
            head_limit: None,
            offset: None,
            multiline: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`path`](Self::path).
    #[inline]
    #[must_use]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.path = Some(value.into());
        self
    }

    /// Sets [`glob`](Self::glob).
    #[inline]
    #[must_use]
    pub fn glob(mut self, value: impl Into<String>) -> Self {
        self.glob = Some(value.into());
        self
    }

    /// Sets [`output_mode`](Self::output_mode).
    #[inline]
    #[must_use]
    pub fn output_mode(mut self, value: impl Into<GrepMode>) -> Self {
        self.output_mode = Some(value.into());
        self
    }

    /// Sets [`before`](Self::before).
    #[inline]
    #[must_use]
    pub fn before(mut self, value: u64) -> Self {
        self.before = Some(value);
        self
    }

    /// Sets [`after`](Self::after).
    #[inline]
    #[must_use]
    pub fn after(mut self, value: u64) -> Self {
        self.after = Some(value);
        self
    }

    /// Sets [`around`](Self::around).
    #[inline]
    #[must_use]
    pub fn around(mut self, value: u64) -> Self {
        self.around = Some(value);
        self
    }

    /// Sets [`context`](Self::context).
    #[inline]
    #[must_use]
    pub fn context(mut self, value: u64) -> Self {
        self.context = Some(value);
        self
    }

    /// Sets [`line_numbers`](Self::line_numbers).
    #[inline]
    #[must_use]
    pub fn line_numbers(mut self, value: bool) -> Self {
        self.line_numbers = Some(value);
        self
    }

    /// Sets [`ignore_case`](Self::ignore_case).
    #[inline]
    #[must_use]
    pub fn ignore_case(mut self, value: bool) -> Self {
        self.ignore_case = Some(value);
        self
    }

    /// Sets [`only_matching`](Self::only_matching).
    #[inline]
    #[must_use]
    pub fn only_matching(mut self, value: bool) -> Self {
        self.only_matching = Some(value);
        self
    }

    /// Sets [`file_type`](Self::file_type).
    #[inline]
    #[must_use]
    pub fn file_type(mut self, value: impl Into<String>) -> Self {
        self.file_type = Some(value.into());
        self
    }

    /// Sets [`head_limit`](Self::head_limit).
    #[inline]
    #[must_use]
    pub fn head_limit(mut self, value: u64) -> Self {
        self.head_limit = Some(value);
        self
    }

    /// Sets [`offset`](Self::offset).
    #[inline]
    #[must_use]
    pub fn offset(mut self, value: u64) -> Self {
        self.offset = Some(value);
        self
    }

    /// Sets [`multiline`](Self::multiline).
    #[inline]
    #[must_use]
    pub fn multiline(mut self, value: bool) -> Self {
        self.multiline = Some(value);
        self
    }
}

wire_struct!(#[inline] GrepInput {
    tags: [],
    fields: [
        0 required pattern: String = "pattern",
        1 optional path: String = "path",
        2 optional glob: String = "glob",
        3 optional output_mode: GrepMode = "output_mode",
        4 optional before: u64 = "-B",
        5 optional after: u64 = "-A",
        6 optional around: u64 = "-C",
        7 optional context: u64 = "context",
        8 optional line_numbers: bool = "-n",
        9 optional ignore_case: bool = "-i",
        10 optional only_matching: bool = "-o",
        11 optional file_type: String = "type",
        12 optional head_limit: u64 = "head_limit",
        13 optional offset: u64 = "offset",
        14 optional multiline: bool = "multiline",
    ],
});

impl crate::wire::ToolInput for GrepInput {
    const TOOL: &'static str = "Grep";
    const ALIASES: &'static [&'static str] = &[];
}

/// The result of a search in files.
///
/// The output of the tool `Grep`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GrepOutput {
    /// What the search returned.
    pub mode: Option<GrepMode>,
    /// The matching files; empty unless the names were requested.
    pub filenames: Option<Vec<String>>,
    /// The number of listed or counted files.
    pub num_files: Option<u64>,
    /// The number of all matching files.
    pub total_files: Option<u64>,
    /// The matching lines, or the counts.
    pub content: Option<String>,
    /// The number of lines of `content`.
    pub num_lines: Option<u64>,
    /// The number of all lines.
    pub total_lines: Option<u64>,
    /// The number of matches.
    pub num_matches: Option<u64>,
    /// The limit that truncated the result.
    pub applied_limit: Option<u64>,
    /// The number of entries that were skipped at the start.
    pub applied_offset: Option<u64>,
    /// True if the search timed out before it was complete.
    pub timed_out: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GrepOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GrepOutput {
    tags: [],
    fields: [
        0 optional mode: GrepMode = "mode",
        1 optional filenames: Vec<String> = "filenames",
        2 optional num_files: u64 = "numFiles",
        3 optional total_files: u64 = "totalFiles",
        4 optional content: String = "content",
        5 optional num_lines: u64 = "numLines",
        6 optional total_lines: u64 = "totalLines",
        7 optional num_matches: u64 = "numMatches",
        8 optional applied_limit: u64 = "appliedLimit",
        9 optional applied_offset: u64 = "appliedOffset",
        10 optional timed_out: bool = "timedOut",
    ],
});

impl crate::wire::ToolOutput for GrepOutput {
    const TOOL: &'static str = "Grep";
    const ALIASES: &'static [&'static str] = &[];
}
