// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools that read, write and search files: their inputs and outputs.

use super::all::*;

/// Whether writing made a file.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WriteKind {
    /// The file is new.
    Create,
    /// The file was there.
    Update,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] WriteKind {
    Create = "create",
    Update = "update",
});

/// What happened to a file of a repository.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GitFileStatus {
    /// It was changed.
    Modified,
    /// It is new.
    Added,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GitFileStatus {
    Modified = "modified",
    Added = "added",
});

/// Sorts of cells of a notebook.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotebookCellType {
    /// Code.
    Code,
    /// Text.
    Markdown,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotebookCellType {
    Code = "code",
    Markdown = "markdown",
});

/// What to do to a cell.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotebookEditMode {
    /// Put other text into it.
    Replace,
    /// Make a new one.
    Insert,
    /// Take it away.
    Delete,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] NotebookEditMode {
    Replace = "replace",
    Insert = "insert",
    Delete = "delete",
});

/// What a search in files gives back.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GrepMode {
    /// The lines that match.
    Content,
    /// The names of the files.
    FilesWithMatches,
    /// How many matches each file has.
    Count,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] GrepMode {
    Content = "content",
    FilesWithMatches = "files_with_matches",
    Count = "count",
});

/// What was read. Which fields the file has depends on what it is.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ReadOutput {
    /// Text.
    Text(Box<ReadText>),
    /// An image.
    Image(Box<ReadImage>),
    /// A Jupyter notebook.
    Notebook(Box<ReadNotebook>),
    /// A PDF as a whole.
    Pdf(Box<ReadPdf>),
    /// Pages of a PDF, as images in a folder.
    Parts(Box<ReadParts>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] ReadOutput by "type" {
    "text" => Text: Box<ReadText>,
    "image" => Image: Box<ReadImage>,
    "notebook" => Notebook: Box<ReadNotebook>,
    "pdf" => Pdf: Box<ReadPdf>,
    "parts" => Parts: Box<ReadParts>,
} local {  });

/// Reads a file: text, an image, a notebook or a PDF.
///
/// The input of the tool `Read`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadInput {
    /// The file, as an absolute path.
    pub file_path: String,
    /// The line to begin with, counted from 1; from the start without it.
    pub offset: Option<u64>,
    /// How many lines to read.
    pub limit: Option<u64>,
    /// Which pages of a PDF, as in `1-5`; at most 20.
    pub pages: Option<String>,
    /// True to read a text that is longer than reading usually allows.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadText {
    /// The file and what is in it.
    pub file: ReadTextFile,
    /// Which saved artifact the file is the source of.
    pub artifact_read: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadText {
    tags: ["type" = "text"],
    fields: [
        0 required file: ReadTextFile = "file",
        1 optional artifact_read: Raw = "artifactRead",
    ],
});

/// An image that was read.
///
/// Wire: `type: image`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadImage {
    /// The file and what is in it.
    pub file: ReadImageFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadImage {
    tags: ["type" = "image"],
    fields: [
        0 required file: ReadImageFile = "file",
    ],
});

/// A notebook that was read.
///
/// Wire: `type: notebook`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadNotebook {
    /// The file and what is in it.
    pub file: ReadNotebookFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadNotebook {
    tags: ["type" = "notebook"],
    fields: [
        0 required file: ReadNotebookFile = "file",
    ],
});

/// A PDF that was read.
///
/// Wire: `type: pdf`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadPdf {
    /// The file and what is in it.
    pub file: ReadPdfFile,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadPdf {
    tags: ["type" = "pdf"],
    fields: [
        0 required file: ReadPdfFile = "file",
    ],
});

/// Pages of a PDF that were made into images.
///
/// Wire: `type: parts`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadParts {
    /// The file and what is in it.
    pub file: ReadPartsFile,
    /// The pages; what one holds is not declared.
    pub pages: Option<Vec<Raw>>,
    /// The number of the first of them in the document.
    pub first_page: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadParts {
    tags: ["type" = "parts"],
    fields: [
        0 required file: ReadPartsFile = "file",
        1 optional pages: Vec<Raw> = "pages",
        2 optional first_page: u64 = "firstPage",
    ],
});

/// Lines of a text file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadTextFile {
    /// The file.
    pub file_path: Option<String>,
    /// The lines, without numbers.
    pub content: Option<String>,
    /// How many lines these are.
    pub num_lines: Option<u64>,
    /// The number of the first of them, counted from 1.
    pub start_line: Option<u64>,
    /// How many lines the file has.
    pub total_lines: Option<u64>,
    /// True where the whole file was asked for and only a first part came, because it is too long.
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

wire_struct!(#[inline] ReadTextFile {
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadImageFile {
    /// The image.
    pub base64: Option<String>,
    /// Its MIME type, as in `image/png`. Wire: `type`.
    pub media_type: Option<String>,
    /// The size of the file in bytes.
    pub original_size: Option<u64>,
    /// How large the image was and how large it is shown to the model.
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

wire_struct!(#[inline] ReadImageFile {
    tags: [],
    fields: [
        0 optional base64: String = "base64",
        1 optional media_type: String = "type",
        2 optional original_size: u64 = "originalSize",
        3 optional dimensions: ImageDimensions = "dimensions",
    ],
});

/// The size of an image before and after it was made smaller for the model, in pixels.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImageDimensions {
    /// The width in the file.
    pub original_width: Option<u64>,
    /// The height in the file.
    pub original_height: Option<u64>,
    /// The width that the model sees.
    pub display_width: Option<u64>,
    /// The height that the model sees.
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

wire_struct!(#[inline] ImageDimensions {
    tags: [],
    fields: [
        0 optional original_width: u64 = "originalWidth",
        1 optional original_height: u64 = "originalHeight",
        2 optional display_width: u64 = "displayWidth",
        3 optional display_height: u64 = "displayHeight",
    ],
});

/// A notebook file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadNotebookFile {
    /// The file.
    pub file_path: Option<String>,
    /// Its cells with their outputs.
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

wire_struct!(#[inline] ReadNotebookFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional cells: Vec<Raw> = "cells",
    ],
});

/// A PDF file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadPdfFile {
    /// The file.
    pub file_path: Option<String>,
    /// The whole document.
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

wire_struct!(#[inline] ReadPdfFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional base64: String = "base64",
        2 optional original_size: u64 = "originalSize",
    ],
});

/// A PDF file whose pages were made into images.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadPartsFile {
    /// The file.
    pub file_path: Option<String>,
    /// The size of the file in bytes.
    pub original_size: Option<u64>,
    /// How many pages.
    pub count: Option<u64>,
    /// The folder that holds the images.
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

wire_struct!(#[inline] ReadPartsFile {
    tags: [],
    fields: [
        0 optional file_path: String = "filePath",
        1 optional original_size: u64 = "originalSize",
        2 optional count: u64 = "count",
        3 optional output_dir: String = "outputDir",
    ],
});

/// Writes a file, in place of one that may be there.
///
/// The input of the tool `Write`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WriteInput {
    /// The file, as an absolute path.
    pub file_path: String,
    /// All that it is to hold.
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

/// What was written.
///
/// The output of the tool `Write`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WriteOutput {
    /// Whether the file is new. Wire: `type`.
    pub kind: Option<WriteKind>,
    /// The file.
    pub file_path: Option<String>,
    /// What it holds now.
    pub content: Option<String>,
    /// What changed; empty for a new file, and where the change was too large to reckon.
    pub structured_patch: Option<Vec<PatchHunk>>,
    /// What it held before; null for a new file, or where that was too large to keep.
    pub original_file: Option<String>,
    /// True where the user changed the content before agreeing to it.
    pub user_modified: Option<bool>,
    /// The change against the git repository.
    pub git_diff: Option<GitFileDiff>,
    /// True where the change waits for somebody's review and the file is as it was.
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

/// Replaces a piece of text in a file.
///
/// The input of the tool `Edit`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EditInput {
    /// The file, as an absolute path.
    pub file_path: String,
    /// The text to replace. It has to be there exactly once, unless all are to be replaced.
    pub old_string: String,
    /// The text to put in its place.
    pub new_string: String,
    /// True to replace it wherever it is; false by default.
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

/// What was edited.
///
/// The output of the tool `Edit`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct EditOutput {
    /// The file.
    pub file_path: Option<String>,
    /// The text that was replaced.
    pub old_string: Option<String>,
    /// The text that stands there now.
    pub new_string: Option<String>,
    /// What the file held before; null where that was too large to keep.
    pub original_file: Option<String>,
    /// What changed.
    pub structured_patch: Option<Vec<PatchHunk>>,
    /// True where the user changed the edit before agreeing to it.
    pub user_modified: Option<bool>,
    /// True where every occurrence was replaced.
    pub replace_all: Option<bool>,
    /// The change against the git repository.
    pub git_diff: Option<GitFileDiff>,
    /// True where the change waits for somebody's review and the file is as it was.
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

/// A stretch of changed lines, as in a unified diff.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PatchHunk {
    /// The first line before the change.
    pub old_start: Option<u64>,
    /// How many lines it was before.
    pub old_lines: Option<u64>,
    /// The first line after the change.
    pub new_start: Option<u64>,
    /// How many lines it is now.
    pub new_lines: Option<u64>,
    /// The lines, each with a blank, `-` or `+` in front.
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

/// How a file differs from what git has.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GitFileDiff {
    /// The file, from the root of the repository.
    pub filename: Option<String>,
    /// What happened to it.
    pub status: Option<GitFileStatus>,
    /// Lines added.
    pub additions: Option<u64>,
    /// Lines removed.
    pub deletions: Option<u64>,
    /// Both together.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotebookEditInput {
    /// The notebook, as an absolute path.
    pub notebook_path: String,
    /// The cell; a new one is put behind it, or at the start without it.
    pub cell_id: Option<String>,
    /// What the cell is to hold.
    pub new_source: String,
    /// What sort of cell it is to be; needed for a new one.
    pub cell_type: Option<NotebookCellType>,
    /// What to do; to replace by default.
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

/// What was done to a notebook.
///
/// The output of the tool `NotebookEdit`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NotebookEditOutput {
    /// What the cell holds now.
    pub new_source: Option<String>,
    /// What it held before; absent for a new cell.
    pub old_source: Option<String>,
    /// What sort of cell it is.
    pub cell_type: Option<NotebookCellType>,
    /// The language of the notebook.
    pub language: Option<String>,
    /// What was done.
    pub edit_mode: Option<NotebookEditMode>,
    /// The cell.
    pub cell_id: Option<String>,
    /// What went wrong; empty if nothing did.
    pub error: Option<String>,
    /// The notebook.
    pub notebook_path: Option<String>,
    /// The whole notebook before.
    pub original_file: Option<String>,
    /// The whole notebook now.
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

/// Looks for files by their names.
///
/// The input of the tool `Glob`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GlobInput {
    /// The pattern, as in `**/*.rs`.
    pub pattern: String,
    /// The folder to search; the working directory without it.
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

/// Files that were found.
///
/// The output of the tool `Glob`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GlobOutput {
    /// The files.
    pub filenames: Option<Vec<String>>,
    /// How long it took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// How many files are listed.
    pub num_files: Option<u64>,
    /// True where there are more than are listed.
    pub truncated: Option<bool>,
    /// How many files match in all.
    pub total_matches: Option<u64>,
    /// False where there may be more than `totalMatches`.
    pub count_is_complete: Option<bool>,
    /// True where time ran out before everything was searched.
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

/// Looks for text in files.
///
/// The input of the tool `Grep`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GrepInput {
    /// The regular expression.
    pub pattern: String,
    /// The file or folder to search; the working directory without it.
    pub path: Option<String>,
    /// Which files, by a pattern for their names.
    pub glob: Option<String>,
    /// What to give back; the names of the files by default.
    pub output_mode: Option<GrepMode>,
    /// How many lines to show before a match. Wire: `-B`.
    pub before: Option<u64>,
    /// How many lines to show after a match. Wire: `-A`.
    pub after: Option<u64>,
    /// How many lines to show around a match; the same as `context`. Wire: `-C`.
    pub around: Option<u64>,
    /// How many lines to show around a match.
    pub context: Option<u64>,
    /// Whether to show the numbers of lines; true by default. Wire: `-n`.
    pub line_numbers: Option<bool>,
    /// True to take upper and lower case as equal. Wire: `-i`.
    pub ignore_case: Option<bool>,
    /// True to show only the parts that match. Wire: `-o`.
    pub only_matching: Option<bool>,
    /// Which files, by a type such as `rust`. Wire: `type`.
    pub file_type: Option<String>,
    /// The most lines or files to give back; 250 by default, 0 for no limit.
    pub head_limit: Option<u64>,
    /// How many lines or files to leave out first.
    pub offset: Option<u64>,
    /// True to let a match go over several lines.
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

/// What was found in files.
///
/// The output of the tool `Grep`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GrepOutput {
    /// What this gives.
    pub mode: Option<GrepMode>,
    /// The files that match; empty unless the names were asked for.
    pub filenames: Option<Vec<String>>,
    /// How many files are listed or counted.
    pub num_files: Option<u64>,
    /// How many files match in all.
    pub total_files: Option<u64>,
    /// The lines that match, or the counts.
    pub content: Option<String>,
    /// How many lines `content` has.
    pub num_lines: Option<u64>,
    /// How many lines there are in all.
    pub total_lines: Option<u64>,
    /// How many matches were counted.
    pub num_matches: Option<u64>,
    /// The limit that cut something off.
    pub applied_limit: Option<u64>,
    /// How much was left out at the start.
    pub applied_offset: Option<u64>,
    /// True where time ran out before everything was searched.
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
