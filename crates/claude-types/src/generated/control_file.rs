// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about files and directories.

use super::all::*;

/// The encoding of a file's content.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileEncoding {
    /// Text in UTF-8. Wire: `utf-8`.
    Utf8,
    /// Base64.
    Base64,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FileEncoding {
    Utf8 = "utf-8",
    Base64 = "base64",
});

/// The outcome of a change of the working directory.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SetCwdStatus {
    /// The working directory was changed.
    Ok,
    /// The user must trust the directory first.
    NeedsTrust,
    /// The change was refused.
    Rejected,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SetCwdStatus {
    Ok = "ok",
    NeedsTrust = "needs_trust",
    Rejected = "rejected",
});

/// A request to read a file as the Read tool would. A missing file and a file that may not be read give the same error.
///
/// Wire: `subtype: read_file`.
///
/// Answered by `ReadFileResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadFileRequest {
    /// The file. A relative path is resolved against the working directory.
    pub path: String,
    /// The maximum number of bytes to read; 1 MB if absent.
    pub max_bytes: Option<u64>,
    /// The encoding of the content; UTF-8 if absent.
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

/// The content of a file, or its beginning.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadFileResponse {
    /// The content, as text or in base64.
    pub contents: String,
    /// The file's full path.
    pub abs_path: Option<String>,
    /// True if the file is longer than the content.
    pub truncated: Option<bool>,
    /// The encoding: `base64` if it was requested; absent for text.
    pub encoding: Option<FileEncoding>,
    /// True if bytes that are not UTF-8 were replaced; absent for base64.
    pub lossy: Option<bool>,
    /// The path as it was requested. Not declared by the vendor.
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

/// A request to mark a file as read by the model, so that the model may edit it. If the file has changed since, the model must read it again.
///
/// Wire: `subtype: seed_read_state`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SeedReadStateRequest {
    /// The file.
    pub path: String,
    /// The modification time of the file when it was read: milliseconds since 1970, rounded down.
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

/// A request for the files that match the text after an `@`.
///
/// Wire: `subtype: file_suggestions`.
///
/// Answered by `FileSuggestionsResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestionsRequest {
    /// The text typed so far.
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

/// The files that match.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestionsResponse {
    /// The files and directories, the best match first.
    pub suggestions: Option<Vec<FileSuggestion>>,
    /// The directory that the paths are relative to.
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

/// A file or directory that matches.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct FileSuggestion {
    /// The path. The path of a directory ends with a slash.
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

/// A request to restore files to their state when a message of the user arrived. File checkpointing must have been enabled at the start.
///
/// Wire: `subtype: rewind_files`.
///
/// Answered by `RewindFilesResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RewindFilesRequest {
    /// The message. An unknown message is an error.
    pub user_message_id: MessageUuid,
    /// True to only report what would change.
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

/// The files that were restored, or would be.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RewindFilesResponse {
    /// False if the files cannot be restored.
    pub can_rewind: Option<bool>,
    /// The reason why they cannot be restored.
    pub error: Option<String>,
    /// The changed files. Reported on a dry run.
    pub files_changed: Option<Vec<String>>,
    /// The number of lines that would be restored. Reported on a dry run.
    pub insertions: Option<u64>,
    /// The number of lines that would be removed. Reported on a dry run.
    pub deletions: Option<u64>,
    /// The number of files that were skipped because of a link. Not reported on a dry run.
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

/// A request to add a working directory that lies below another working directory. A directory that is already registered is refused.
///
/// Wire: `subtype: register_repo_root`.
///
/// Answered by `RegisterRepoRootResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RegisterRepoRootRequest {
    /// The directory.
    pub directory: String,
    /// True to read the directory's CLAUDE.md files.
    pub reload_claude_md: Option<bool>,
    /// True to load the directory's plugins.
    pub reload_plugins: Option<bool>,
    /// True to load the directory's skills.
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

/// The working directory that was added.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RegisterRepoRootResponse {
    /// The directory's full path.
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

/// A request to change the working directory. Not declared by the vendor.
///
/// Wire: `subtype: set_cwd`.
///
/// Answered by `SetCwdResponse`.
#[derive(Debug, PartialEq)]
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

/// The outcome of a change of the working directory. A refusal is reported here, not as an error.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetCwdResponse {
    /// The outcome.
    pub status: Option<SetCwdStatus>,
    /// The working directory, if it was changed.
    pub cwd: Option<String>,
    /// False if the directory was already the working directory.
    pub changed: Option<bool>,
    /// True if the change succeeded. Not declared by the vendor.
    pub transcript_relocated: Option<bool>,
    /// The directory that the user must trust first.
    pub directory: Option<String>,
    /// The reason for the refusal, as in `not_found`.
    pub reason: Option<String>,
    /// The reason for the refusal, as text.
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

/// A request for the diff between the working tree and the last commit. Not declared by the vendor.
///
/// Wire: `subtype: get_workspace_diff`.
///
/// Answered by `GetWorkspaceDiffResponse`.
#[derive(Debug, PartialEq)]
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

/// The diff between the working tree and the last commit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct GetWorkspaceDiffResponse {
    /// The diff; null if there is none.
    pub diff: Option<Box<WorkspaceDiff>>,
    /// The reason why there is no diff, as in `no-repository`.
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

/// The diff between a working tree and its last commit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiff {
    /// The totals.
    pub stats: Option<WorkspaceDiffStats>,
    /// The changed files.
    pub per_file_stats: Option<Vec<WorkspaceDiffFile>>,
    /// The number of files that were left out.
    pub omitted: Option<Raw>,
    /// The changed lines, by file.
    pub hunks: Option<Vec<Raw>>,
    /// The files that were too large.
    pub skipped_large: Option<Vec<Raw>>,
    /// The files that may not be shown.
    pub restricted: Option<Vec<Raw>>,
    /// The states that were compared.
    pub source: Option<Raw>,
    /// The ID of the tree, an opaque text.
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

/// The totals of a working tree diff.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiffStats {
    /// The number of changed files.
    pub files_count: Option<u64>,
    /// The number of lines that were added.
    pub lines_added: Option<u64>,
    /// The number of lines that were removed.
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

/// A changed file in a working tree.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkspaceDiffFile {
    /// The file.
    pub path: String,
    /// The number of lines that were added.
    pub added: Option<u64>,
    /// The number of lines that were removed.
    pub removed: Option<u64>,
    /// True if the file is binary.
    pub is_binary: Option<bool>,
    /// True if git does not track the file.
    pub is_untracked: Option<bool>,
    /// The kind of change, as in `modified` or `added`.
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
