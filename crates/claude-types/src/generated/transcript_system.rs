// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! System messages of the CLI in session files.

use super::all::*;

/// A system message of the CLI.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum SystemLine {
    /// A slash command ran without the model.
    LocalCommand(Box<LocalCommandLine>),
    /// A notice.
    Informational(Box<InformationalLine>),
    /// A compaction of the conversation.
    CompactBoundary(Box<CompactBoundaryLine>),
    /// Hooks ran at the end of a turn.
    StopHookSummary(Box<StopHookSummaryLine>),
    /// A request to the API failed and is retried.
    ApiError(Box<ApiErrorLine>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl SystemLine {
    /// The `sessionId` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self {
            Self::LocalCommand(body) => body.session_id.as_ref(),
            Self::Informational(body) => body.session_id.as_ref(),
            Self::CompactBoundary(body) => body.session_id.as_ref(),
            Self::StopHookSummary(body) => body.session_id.as_ref(),
            Self::ApiError(body) => body.session_id.as_ref(),
            _ => None,
        }
    }

    /// The `uuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::LocalCommand(body) => body.uuid.as_ref(),
            Self::Informational(body) => body.uuid.as_ref(),
            Self::CompactBoundary(body) => body.uuid.as_ref(),
            Self::StopHookSummary(body) => body.uuid.as_ref(),
            Self::ApiError(body) => body.uuid.as_ref(),
            _ => None,
        }
    }

    /// The `parentUuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn parent_uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::LocalCommand(body) => body.parent_uuid.as_ref(),
            Self::Informational(body) => body.parent_uuid.as_ref(),
            Self::CompactBoundary(body) => body.parent_uuid.as_ref(),
            Self::StopHookSummary(body) => body.parent_uuid.as_ref(),
            Self::ApiError(body) => body.parent_uuid.as_ref(),
            _ => None,
        }
    }

    /// The `timestamp` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::LocalCommand(body) => body.timestamp.as_ref(),
            Self::Informational(body) => body.timestamp.as_ref(),
            Self::CompactBoundary(body) => body.timestamp.as_ref(),
            Self::StopHookSummary(body) => body.timestamp.as_ref(),
            Self::ApiError(body) => body.timestamp.as_ref(),
            _ => None,
        }
    }

    /// The `agentId` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn agent_id(&self) -> Option<&AgentId> {
        match self {
            Self::LocalCommand(body) => body.agent_id.as_ref(),
            Self::Informational(body) => body.agent_id.as_ref(),
            Self::CompactBoundary(body) => body.agent_id.as_ref(),
            Self::StopHookSummary(body) => body.agent_id.as_ref(),
            Self::ApiError(body) => body.agent_id.as_ref(),
            _ => None,
        }
    }
}

wire_union!(#[inline] SystemLine by "subtype" {
    "local_command" => LocalCommand: Box<LocalCommandLine>,
    "informational" => Informational: Box<InformationalLine>,
    "compact_boundary" => CompactBoundary: Box<CompactBoundaryLine>,
    "stop_hook_summary" => StopHookSummary: Box<StopHookSummaryLine>,
    "api_error" => ApiError: Box<ApiErrorLine>,
} local {  });

/// A slash command ran without the model.
///
/// Wire: `type: system`, `subtype: local_command`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LocalCommandLine {
    /// The previous line of the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// The ID of the line. User and assistant messages of the stream have the same ID.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` if there is none.
    pub git_branch: Option<String>,
    /// `external` for users outside of the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent of the file.
    pub agent_id: Option<AgentId>,
    /// A generated name for the session; its plan file has the same name.
    pub slug: Option<String>,
    /// The line that this line was copied from, in a session that an SDK forked.
    pub forked_from: Option<ForkOrigin>,
    /// The output of the command, with the tags for the model.
    pub content: Option<String>,
    /// The severity.
    pub level: Option<InformationalLevel>,
    /// True if the line is not shown.
    pub is_meta: Option<bool>,
    /// The command.
    pub command_run: Option<LocalCommandRun>,
    /// How the command ended, if the outcome was not plain success.
    pub command_outcome: Option<LocalCommandOutcome>,
    /// The usage of the context window, for `/context`.
    pub context_usage: Option<ContextReport>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LocalCommandLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LocalCommandLine {
    tags: ["type" = "system", "subtype" = "local_command"],
    fields: [
        0 nullable parent_uuid: MessageUuid = "parentUuid",
        1 optional is_sidechain: bool = "isSidechain",
        2 optional uuid: MessageUuid = "uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "sessionId",
        5 optional cwd: String = "cwd",
        6 optional version: String = "version",
        7 optional git_branch: String = "gitBranch",
        8 optional user_type: String = "userType",
        9 optional entrypoint: String = "entrypoint",
        10 optional agent_id: AgentId = "agentId",
        11 optional slug: String = "slug",
        12 optional forked_from: ForkOrigin = "forkedFrom",
        13 optional content: String = "content",
        14 optional level: InformationalLevel = "level",
        15 optional is_meta: bool = "isMeta",
        16 optional command_run: LocalCommandRun = "commandRun",
        17 optional command_outcome: LocalCommandOutcome = "commandOutcome",
        18 optional context_usage: ContextReport = "contextUsage",
    ],
});

/// A notice.
///
/// Wire: `type: system`, `subtype: informational`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct InformationalLine {
    /// The previous line of the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// The ID of the line. User and assistant messages of the stream have the same ID.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` if there is none.
    pub git_branch: Option<String>,
    /// `external` for users outside of the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent of the file.
    pub agent_id: Option<AgentId>,
    /// A generated name for the session; its plan file has the same name.
    pub slug: Option<String>,
    /// The line that this line was copied from, in a session that an SDK forked.
    pub forked_from: Option<ForkOrigin>,
    /// The text.
    pub content: Option<String>,
    /// The severity.
    pub level: Option<InformationalLevel>,
    /// True if the line is not shown.
    pub is_meta: Option<bool>,
    /// True if the turn does not continue.
    pub prevent_continuation: Option<bool>,
    /// The outcome of the prompt, if a hook intervened.
    pub prompt_submit_ending: Option<PromptSubmitEnding>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for InformationalLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] InformationalLine {
    tags: ["type" = "system", "subtype" = "informational"],
    fields: [
        0 nullable parent_uuid: MessageUuid = "parentUuid",
        1 optional is_sidechain: bool = "isSidechain",
        2 optional uuid: MessageUuid = "uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "sessionId",
        5 optional cwd: String = "cwd",
        6 optional version: String = "version",
        7 optional git_branch: String = "gitBranch",
        8 optional user_type: String = "userType",
        9 optional entrypoint: String = "entrypoint",
        10 optional agent_id: AgentId = "agentId",
        11 optional slug: String = "slug",
        12 optional forked_from: ForkOrigin = "forkedFrom",
        13 optional content: String = "content",
        14 optional level: InformationalLevel = "level",
        15 optional is_meta: bool = "isMeta",
        16 optional prevent_continuation: bool = "preventContinuation",
        17 optional prompt_submit_ending: PromptSubmitEnding = "promptSubmitEnding",
    ],
});

/// The outcome of a prompt after a hook intervened.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptSubmitEnding {
    /// The action of the hook, and its reason.
    pub ending: Option<PromptEnding>,
    /// True if the prompt stays in the conversation.
    pub prompt_kept: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PromptSubmitEnding {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PromptSubmitEnding {
    tags: [],
    fields: [
        0 optional ending: PromptEnding = "ending",
        1 optional prompt_kept: bool = "promptKept",
    ],
});

/// The action of a hook on a prompt.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PromptEnding {
    /// The action of the hook.
    pub kind: Option<PromptSubmitOutcomeKind>,
    /// The reason that the hook gave.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PromptEnding {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PromptEnding {
    tags: [],
    fields: [
        0 optional kind: PromptSubmitOutcomeKind = "kind",
        1 optional reason: String = "reason",
    ],
});

/// A compaction of the conversation. The conversation after it has no parent, and begins with a summary.
///
/// Wire: `type: system`, `subtype: compact_boundary`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CompactBoundaryLine {
    /// The previous line of the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// The ID of the line. User and assistant messages of the stream have the same ID.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` if there is none.
    pub git_branch: Option<String>,
    /// `external` for users outside of the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent of the file.
    pub agent_id: Option<AgentId>,
    /// A generated name for the session; its plan file has the same name.
    pub slug: Option<String>,
    /// The line that this line was copied from, in a session that an SDK forked.
    pub forked_from: Option<ForkOrigin>,
    /// The line before the boundary.
    pub logical_parent_uuid: Option<MessageUuid>,
    /// The text for display.
    pub content: Option<String>,
    /// The severity.
    pub level: Option<InformationalLevel>,
    /// True if the line is not shown.
    pub is_meta: Option<bool>,
    /// Details of a compaction, as recorded in session files.
    pub compact_metadata: Option<LoggedCompactMetadata>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CompactBoundaryLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] CompactBoundaryLine {
    tags: ["type" = "system", "subtype" = "compact_boundary"],
    fields: [
        0 nullable parent_uuid: MessageUuid = "parentUuid",
        1 optional is_sidechain: bool = "isSidechain",
        2 optional uuid: MessageUuid = "uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "sessionId",
        5 optional cwd: String = "cwd",
        6 optional version: String = "version",
        7 optional git_branch: String = "gitBranch",
        8 optional user_type: String = "userType",
        9 optional entrypoint: String = "entrypoint",
        10 optional agent_id: AgentId = "agentId",
        11 optional slug: String = "slug",
        12 optional forked_from: ForkOrigin = "forkedFrom",
        13 optional logical_parent_uuid: MessageUuid = "logicalParentUuid",
        14 optional content: String = "content",
        15 optional level: InformationalLevel = "level",
        16 optional is_meta: bool = "isMeta",
        17 optional compact_metadata: LoggedCompactMetadata = "compactMetadata",
    ],
});

/// Details of a compaction, as recorded in session files.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedCompactMetadata {
    /// What triggered the compaction.
    pub trigger: Option<CompactTrigger>,
    /// The number of tokens before the compaction.
    pub pre_tokens: Option<u64>,
    /// The number of tokens after the compaction.
    pub post_tokens: Option<u64>,
    /// The duration in milliseconds.
    pub duration_ms: Option<u64>,
    /// A sequence of lines that was kept.
    pub preserved_segment: Option<LoggedSegment>,
    /// The lines that were kept.
    pub preserved_messages: Option<LoggedMessages>,
    /// The number of tokens that were dropped so far, earlier compactions included.
    pub cumulative_dropped_tokens: Option<u64>,
    /// Not explained.
    pub pre_compact_organizations_cover_start: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LoggedCompactMetadata {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LoggedCompactMetadata {
    tags: [],
    fields: [
        0 optional trigger: CompactTrigger = "trigger",
        1 optional pre_tokens: u64 = "preTokens",
        2 optional post_tokens: u64 = "postTokens",
        3 optional duration_ms: u64 = "durationMs",
        4 optional preserved_segment: LoggedSegment = "preservedSegment",
        5 optional preserved_messages: LoggedMessages = "preservedMessages",
        6 optional cumulative_dropped_tokens: u64 = "cumulativeDroppedTokens",
        7 optional pre_compact_organizations_cover_start: bool = "preCompactOrganizationsCoverStart",
    ],
});

/// A sequence of lines that was kept.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedSegment {
    /// The first line of the sequence.
    pub head_uuid: Option<MessageUuid>,
    /// The line that now precedes the kept lines.
    pub anchor_uuid: Option<MessageUuid>,
    /// The last line of the sequence.
    pub tail_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LoggedSegment {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LoggedSegment {
    tags: [],
    fields: [
        0 optional head_uuid: MessageUuid = "headUuid",
        1 optional anchor_uuid: MessageUuid = "anchorUuid",
        2 optional tail_uuid: MessageUuid = "tailUuid",
    ],
});

/// Lines that were kept.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedMessages {
    /// The line that now precedes the kept lines.
    pub anchor_uuid: Option<MessageUuid>,
    /// The lines.
    pub uuids: Option<Vec<MessageUuid>>,
    /// The lines, including those that are not sent to the model.
    pub all_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LoggedMessages {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LoggedMessages {
    tags: [],
    fields: [
        0 optional anchor_uuid: MessageUuid = "anchorUuid",
        1 optional uuids: Vec<MessageUuid> = "uuids",
        2 optional all_uuids: Vec<MessageUuid> = "allUuids",
    ],
});

/// Hooks ran at the end of a turn.
///
/// Wire: `type: system`, `subtype: stop_hook_summary`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopHookSummaryLine {
    /// The previous line of the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// The ID of the line. User and assistant messages of the stream have the same ID.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` if there is none.
    pub git_branch: Option<String>,
    /// `external` for users outside of the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent of the file.
    pub agent_id: Option<AgentId>,
    /// A generated name for the session; its plan file has the same name.
    pub slug: Option<String>,
    /// The line that this line was copied from, in a session that an SDK forked.
    pub forked_from: Option<ForkOrigin>,
    /// The number of hooks.
    pub hook_count: Option<u64>,
    /// The hooks.
    pub hook_infos: Option<Vec<StopHookInfo>>,
    /// The errors of the hooks, or their reasons to continue the turn.
    pub hook_errors: Option<Vec<String>>,
    /// The indexes of the entries of `hookErrors` that are failures.
    pub failed_hook_error_indexes: Option<Vec<u64>>,
    /// The texts of the hooks for the model.
    pub hook_additional_context: Option<Vec<String>>,
    /// True if a hook ended the turn.
    pub prevented_continuation: Option<bool>,
    /// The reason why a hook ended the turn.
    pub stop_reason: Option<String>,
    /// True if a hook returned output.
    pub has_output: Option<bool>,
    /// The severity.
    pub level: Option<InformationalLevel>,
    /// The ID of this run of the hooks.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopHookSummaryLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StopHookSummaryLine {
    tags: ["type" = "system", "subtype" = "stop_hook_summary"],
    fields: [
        0 nullable parent_uuid: MessageUuid = "parentUuid",
        1 optional is_sidechain: bool = "isSidechain",
        2 optional uuid: MessageUuid = "uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "sessionId",
        5 optional cwd: String = "cwd",
        6 optional version: String = "version",
        7 optional git_branch: String = "gitBranch",
        8 optional user_type: String = "userType",
        9 optional entrypoint: String = "entrypoint",
        10 optional agent_id: AgentId = "agentId",
        11 optional slug: String = "slug",
        12 optional forked_from: ForkOrigin = "forkedFrom",
        13 optional hook_count: u64 = "hookCount",
        14 optional hook_infos: Vec<StopHookInfo> = "hookInfos",
        15 optional hook_errors: Vec<String> = "hookErrors",
        16 optional failed_hook_error_indexes: Vec<u64> = "failedHookErrorIndexes",
        17 optional hook_additional_context: Vec<String> = "hookAdditionalContext",
        18 optional prevented_continuation: bool = "preventedContinuation",
        19 optional stop_reason: String = "stopReason",
        20 optional has_output: bool = "hasOutput",
        21 optional level: InformationalLevel = "level",
        22 optional tool_use_id: ToolUseId = "toolUseID",
    ],
});

/// A hook that ran at the end of a turn.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct StopHookInfo {
    /// The command of the hook; `callback` for hooks of the SDK.
    pub command: Option<String>,
    /// The duration in milliseconds.
    pub duration_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for StopHookInfo {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] StopHookInfo {
    tags: [],
    fields: [
        0 optional command: String = "command",
        1 optional duration_ms: u64 = "durationMs",
    ],
});

/// A request to the API failed and is retried.
///
/// Wire: `type: system`, `subtype: api_error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiErrorLine {
    /// The previous line of the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// The ID of the line. User and assistant messages of the stream have the same ID.
    pub uuid: Option<MessageUuid>,
    /// The time at which the line was written.
    pub timestamp: Option<Timestamp>,
    /// The ID of the session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` if there is none.
    pub git_branch: Option<String>,
    /// `external` for users outside of the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent of the file.
    pub agent_id: Option<AgentId>,
    /// A generated name for the session; its plan file has the same name.
    pub slug: Option<String>,
    /// The line that this line was copied from, in a session that an SDK forked.
    pub forked_from: Option<ForkOrigin>,
    /// The severity: `error`.
    pub level: Option<String>,
    /// The error.
    pub error: Option<LoggedApiError>,
    /// The delay until the retry in milliseconds.
    pub retry_in_ms: Option<f64>,
    /// The number of the next attempt, counted from 1.
    pub retry_attempt: Option<u64>,
    /// The maximum number of attempts.
    pub max_retries: Option<u64>,
    /// The part of the CLI that reports the failure, as in `request_retry`.
    pub source: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ApiErrorLine {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ApiErrorLine {
    tags: ["type" = "system", "subtype" = "api_error"],
    fields: [
        0 nullable parent_uuid: MessageUuid = "parentUuid",
        1 optional is_sidechain: bool = "isSidechain",
        2 optional uuid: MessageUuid = "uuid",
        3 optional timestamp: Timestamp = "timestamp",
        4 optional session_id: SessionId = "sessionId",
        5 optional cwd: String = "cwd",
        6 optional version: String = "version",
        7 optional git_branch: String = "gitBranch",
        8 optional user_type: String = "userType",
        9 optional entrypoint: String = "entrypoint",
        10 optional agent_id: AgentId = "agentId",
        11 optional slug: String = "slug",
        12 optional forked_from: ForkOrigin = "forkedFrom",
        13 optional level: String = "level",
        14 optional error: LoggedApiError = "error",
        15 optional retry_in_ms: f64 = "retryInMs",
        16 optional retry_attempt: u64 = "retryAttempt",
        17 optional max_retries: u64 = "maxRetries",
        18 optional source: String = "source",
    ],
});

/// The reason why a request to the API failed.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedApiError {
    /// The error message.
    pub message: Option<String>,
    /// The HTTP status.
    pub status: Option<u64>,
    /// The ID of the request.
    pub request_id: Option<ApiRequestId>,
    /// The error message for display.
    pub formatted: Option<String>,
    /// The problem with the connection.
    pub connection: Maybe<Raw>,
    /// True if the network is unavailable.
    pub is_network_down: Option<bool>,
    /// The limits that were reached.
    pub rate_limits: Maybe<Raw>,
    /// The reason why the API did not respond.
    pub no_response: Maybe<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LoggedApiError {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LoggedApiError {
    tags: [],
    fields: [
        0 optional message: String = "message",
        1 optional status: u64 = "status",
        2 optional request_id: ApiRequestId = "requestId",
        3 optional formatted: String = "formatted",
        4 maybe connection: Raw = "connection",
        5 optional is_network_down: bool = "isNetworkDown",
        6 maybe rate_limits: Raw = "rateLimits",
        7 maybe no_response: Raw = "noResponse",
    ],
});
