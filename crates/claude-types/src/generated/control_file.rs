// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about files and directories.

use super::all::*;

/// How the content of a file is written.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileEncoding {
    /// As text. Wire: `utf-8`.
    Utf8,
    /// In base64.
    Base64,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FileEncoding {
    Utf8 = "utf-8",
    Base64 = "base64",
});

/// What became of a change of the working directory.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SetCwdStatus {
    /// It was changed.
    Ok,
    /// The user has to trust the directory first.
    NeedsTrust,
    /// It was refused.
    Rejected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SetCwdStatus {
    Ok = "ok",
    NeedsTrust = "needs_trust",
    Rejected = "rejected",
});

/// Reads a file as the Read tool would. A file that is missing and one that may not be read give the same error.
///
/// Wire: `subtype: read_file`.
///
/// Answered by `ReadFileResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadFileRequest {
    /// The file; the working directory counts if it is relative.
    pub path: String,
    /// The most bytes to read; 1 MB if absent.
    pub max_bytes: Option<u64>,
    /// How the bytes come; UTF-8 if absent.
    pub encoding: Option<FileEncoding>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ReadFileRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), max_bytes: None, encoding: None, extra: Extra::default() }
    }

    /// Sets [`max_bytes`](Self::max_bytes).
    #[inline]
    #[must_use]
    pub fn max_bytes(mut self, value: u64) -> Self {
        self.max_bytes = Some(value);
        self
    }

    /// Sets [`encoding`](Self::encoding).
    #[inline]
    #[must_use]
    pub fn encoding(mut self, value: impl Into<FileEncoding>) -> Self {
        self.encoding = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ReadFileRequest {
    tags: ["subtype" = "read_file"],
    fields: [
        0 required path: String = "path",
        1 optional max_bytes: u64 = "max_bytes",
        2 optional encoding: FileEncoding = "encoding",
    ],
});

impl crate::wire::ControlRequest for ReadFileRequest {
    const SUBTYPE: &'static str = "read_file";
    type Response = ReadFileResponse;
}

/// A file, or the beginning of it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadFileResponse {
    /// The content, as text or in base64.
    pub contents: String,
    /// The file's full path.
    pub abs_path: Option<String>,
    /// True where the file goes on.
    pub truncated: Option<bool>,
    /// `base64` where that was asked for; absent for text.
    pub encoding: Option<FileEncoding>,
    /// True where bytes that are no UTF-8 were replaced; absent for base64.
    pub lossy: Option<bool>,
    /// The path as it was asked for. Not declared.
    pub requested_path: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ReadFileResponse {
    tags: [],
    fields: [
        0 required contents: String = "contents",
        1 optional abs_path: String = "absPath",
        2 optional truncated: bool = "truncated",
        3 optional encoding: FileEncoding = "encoding",
        4 optional lossy: bool = "lossy",
        5 optional requested_path: String = "requested_path",
    ],
});

/// Has the CLI believe that the model has read a file, so that it may edit it. If the file has changed since, it has to be read after all.
///
/// Wire: `subtype: seed_read_state`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SeedReadStateRequest {
    /// The file.
    pub path: String,
    /// When the file had last changed as it was read: milliseconds since 1970, rounded down.
    pub mtime: u64,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SeedReadStateRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(path: impl Into<String>, mtime: u64) -> Self {
        Self { path: path.into(), mtime, extra: Extra::default() }
    }
}

wire_struct!(#[inline] SeedReadStateRequest {
    tags: ["subtype" = "seed_read_state"],
    fields: [
        0 required path: String = "path",
        1 required mtime: u64 = "mtime",
    ],
});

impl crate::wire::ControlRequest for SeedReadStateRequest {
    const SUBTYPE: &'static str = "seed_read_state";
    type Response = Acknowledged;
}

/// Asks which files could be meant after an `@`.
///
/// Wire: `subtype: file_suggestions`.
///
/// Answered by `FileSuggestionsResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestionsRequest {
    /// What was typed so far.
    pub query: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl FileSuggestionsRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(query: impl Into<String>) -> Self {
        Self { query: query.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] FileSuggestionsRequest {
    tags: ["subtype" = "file_suggestions"],
    fields: [
        0 required query: String = "query",
    ],
});

impl crate::wire::ControlRequest for FileSuggestionsRequest {
    const SUBTYPE: &'static str = "file_suggestions";
    type Response = FileSuggestionsResponse;
}

/// Files that could be meant.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestionsResponse {
    /// The files and directories, the best first.
    pub suggestions: Option<Vec<FileSuggestion>>,
    /// The directory that their paths start from.
    pub cwd: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for FileSuggestionsResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] FileSuggestionsResponse {
    tags: [],
    fields: [
        0 optional suggestions: Vec<FileSuggestion> = "suggestions",
        1 optional cwd: String = "cwd",
    ],
});

/// A file or directory that could be meant.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestion {
    /// Its path; that of a directory ends with a slash.
    pub path: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] FileSuggestion {
    tags: [],
    fields: [
        0 required path: String = "path",
    ],
});

/// Takes files back to how they were when a message of the user came. File checkpointing must have been enabled at the start.
///
/// Wire: `subtype: rewind_files`.
///
/// Answered by `RewindFilesResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RewindFilesRequest {
    /// The message. One that the CLI does not know is an error.
    pub user_message_id: MessageUuid,
    /// True to be told only what would change.
    pub dry_run: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RewindFilesRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(user_message_id: impl Into<MessageUuid>) -> Self {
        Self { user_message_id: user_message_id.into(), dry_run: None, extra: Extra::default() }
    }

    /// Sets [`dry_run`](Self::dry_run).
    #[inline]
    #[must_use]
    pub fn dry_run(mut self, value: bool) -> Self {
        self.dry_run = Some(value);
        self
    }
}

wire_struct!(#[inline] RewindFilesRequest {
    tags: ["subtype" = "rewind_files"],
    fields: [
        0 required user_message_id: MessageUuid = "user_message_id",
        1 optional dry_run: bool = "dry_run",
    ],
});

impl crate::wire::ControlRequest for RewindFilesRequest {
    const SUBTYPE: &'static str = "rewind_files";
    type Response = RewindFilesResponse;
}

/// What was taken back, or would be.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RewindFilesResponse {
    /// False where it is not possible.
    pub can_rewind: Option<bool>,
    /// Why it is not.
    pub error: Option<String>,
    /// The files; told on a dry run.
    pub files_changed: Option<Vec<String>>,
    /// How many lines come back; told on a dry run.
    pub insertions: Option<u64>,
    /// How many lines go; told on a dry run.
    pub deletions: Option<u64>,
    /// How many files were left alone because a link was in the way; not told on a dry run.
    pub skipped_links: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RewindFilesResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RewindFilesResponse {
    tags: [],
    fields: [
        0 optional can_rewind: bool = "canRewind",
        1 optional error: String = "error",
        2 optional files_changed: Vec<String> = "filesChanged",
        3 optional insertions: u64 = "insertions",
        4 optional deletions: u64 = "deletions",
        5 optional skipped_links: u64 = "skippedLinks",
    ],
});

/// Adds a working directory that lies below another one. One that is there already is refused.
///
/// Wire: `subtype: register_repo_root`.
///
/// Answered by `RegisterRepoRootResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegisterRepoRootRequest {
    /// The directory.
    pub directory: String,
    /// True to read its CLAUDE.md files.
    pub reload_claude_md: Option<bool>,
    /// True to load its plugins.
    pub reload_plugins: Option<bool>,
    /// True to load its skills.
    pub reload_skills: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RegisterRepoRootRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(directory: impl Into<String>) -> Self {
        Self {
            directory: directory.into(),
            reload_claude_md: None,
            reload_plugins: None,
            reload_skills: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`reload_claude_md`](Self::reload_claude_md).
    #[inline]
    #[must_use]
    pub fn reload_claude_md(mut self, value: bool) -> Self {
        self.reload_claude_md = Some(value);
        self
    }

    /// Sets [`reload_plugins`](Self::reload_plugins).
    #[inline]
    #[must_use]
    pub fn reload_plugins(mut self, value: bool) -> Self {
        self.reload_plugins = Some(value);
        self
    }

    /// Sets [`reload_skills`](Self::reload_skills).
    #[inline]
    #[must_use]
    pub fn reload_skills(mut self, value: bool) -> Self {
        self.reload_skills = Some(value);
        self
    }
}

wire_struct!(#[inline] RegisterRepoRootRequest {
    tags: ["subtype" = "register_repo_root"],
    fields: [
        0 required directory: String = "directory",
        1 optional reload_claude_md: bool = "reload_claude_md",
        2 optional reload_plugins: bool = "reload_plugins",
        3 optional reload_skills: bool = "reload_skills",
    ],
});

impl crate::wire::ControlRequest for RegisterRepoRootRequest {
    const SUBTYPE: &'static str = "register_repo_root";
    type Response = RegisterRepoRootResponse;
}

/// The working directory was added.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RegisterRepoRootResponse {
    /// Its full path.
    pub directory: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RegisterRepoRootResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RegisterRepoRootResponse {
    tags: [],
    fields: [
        0 optional directory: String = "directory",
    ],
});

/// Changes the working directory. Not declared by the vendor.
///
/// Wire: `subtype: set_cwd`.
///
/// Answered by `SetCwdResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCwdRequest {
    /// The directory.
    pub path: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetCwdRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SetCwdRequest {
    tags: ["subtype" = "set_cwd"],
    fields: [
        0 required path: String = "path",
    ],
});

impl crate::wire::ControlRequest for SetCwdRequest {
    const SUBTYPE: &'static str = "set_cwd";
    type Response = SetCwdResponse;
}

/// What became of the wish. Refusals are told here, not as an error.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetCwdResponse {
    /// Whether it was done.
    pub status: Option<SetCwdStatus>,
    /// The working directory, where it was done.
    pub cwd: Option<String>,
    /// False where it was the working directory before.
    pub changed: Option<bool>,
    /// Not declared; true where it was done.
    pub transcript_relocated: Option<bool>,
    /// The directory that is to be trusted first.
    pub directory: Option<String>,
    /// Why it was refused, as in `not_found`.
    pub reason: Option<String>,
    /// Why it was refused, in words.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetCwdResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SetCwdResponse {
    tags: [],
    fields: [
        0 optional status: SetCwdStatus = "status",
        1 optional cwd: String = "cwd",
        2 optional changed: bool = "changed",
        3 optional transcript_relocated: bool = "transcript_relocated",
        4 optional directory: String = "directory",
        5 optional reason: String = "reason",
        6 optional message: String = "message",
    ],
});

/// Asks how the working tree differs from the last commit. Not declared by the vendor.
///
/// Wire: `subtype: get_workspace_diff`.
///
/// Answered by `GetWorkspaceDiffResponse`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceDiffRequest {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetWorkspaceDiffRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl GetWorkspaceDiffRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    GetWorkspaceDiffRequest { tags: ["subtype" = "get_workspace_diff"], fields: [] }
);

impl crate::wire::ControlRequest for GetWorkspaceDiffRequest {
    const SUBTYPE: &'static str = "get_workspace_diff";
    type Response = GetWorkspaceDiffResponse;
}

/// How the working tree differs from the last commit.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceDiffResponse {
    /// The difference; null where there is none to tell.
    pub diff: Option<Box<WorkspaceDiff>>,
    /// Why there is none, as in `no-repository`.
    pub no_diff_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for GetWorkspaceDiffResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] GetWorkspaceDiffResponse {
    tags: [],
    fields: [
        0 nullable diff: Box<WorkspaceDiff> = "diff",
        1 optional no_diff_reason: String = "noDiffReason",
    ],
});

/// How a working tree differs from its last commit.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiff {
    /// The sums.
    pub stats: Option<WorkspaceDiffStats>,
    /// The files.
    pub per_file_stats: Option<Vec<WorkspaceDiffFile>>,
    /// How many files were left out.
    pub omitted: Option<Raw>,
    /// The changed lines, by file.
    pub hunks: Option<Vec<Raw>>,
    /// Files that were too large.
    pub skipped_large: Option<Vec<Raw>>,
    /// Files that may not be shown.
    pub restricted: Option<Vec<Raw>>,
    /// What was compared.
    pub source: Option<Raw>,
    /// Names the tree; opaque.
    pub root_id: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorkspaceDiff {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WorkspaceDiff {
    tags: [],
    fields: [
        0 optional stats: WorkspaceDiffStats = "stats",
        1 optional per_file_stats: Vec<WorkspaceDiffFile> = "perFileStats",
        2 optional omitted: Raw = "omitted",
        3 optional hunks: Vec<Raw> = "hunks",
        4 optional skipped_large: Vec<Raw> = "skippedLarge",
        5 optional restricted: Vec<Raw> = "restricted",
        6 optional source: Raw = "source",
        7 optional root_id: String = "rootId",
    ],
});

/// How much has changed in a working tree.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiffStats {
    /// How many files.
    pub files_count: Option<u64>,
    /// How many lines came.
    pub lines_added: Option<u64>,
    /// How many lines went.
    pub lines_removed: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for WorkspaceDiffStats {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] WorkspaceDiffStats {
    tags: [],
    fields: [
        0 optional files_count: u64 = "filesCount",
        1 optional lines_added: u64 = "linesAdded",
        2 optional lines_removed: u64 = "linesRemoved",
    ],
});

/// A file that has changed in a working tree.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiffFile {
    /// The file.
    pub path: String,
    /// How many lines came.
    pub added: Option<u64>,
    /// How many lines went.
    pub removed: Option<u64>,
    /// True where it is no text.
    pub is_binary: Option<bool>,
    /// True where git does not know it.
    pub is_untracked: Option<bool>,
    /// What happened to it, as in `modified` or `added`.
    pub status: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] WorkspaceDiffFile {
    tags: [],
    fields: [
        0 required path: String = "path",
        1 optional added: u64 = "added",
        2 optional removed: u64 = "removed",
        3 optional is_binary: bool = "isBinary",
        4 optional is_untracked: bool = "isUntracked",
        5 optional status: String = "status",
    ],
});
