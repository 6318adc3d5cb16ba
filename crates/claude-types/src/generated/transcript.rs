// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Lines of session files: `projects/FOLDER/SESSION.jsonl` in the configuration directory of the CLI, and the files of subagents next to it. This crate does not read files.

use super::all::*;

/// The reason why a tool did not run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolDenialKind {
    /// A rule or a setting denies the call.
    PermissionRule,
    /// The user or the caller denied the call.
    UserRejected,
    /// The turn was interrupted.
    Interrupted,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ToolDenialKind {
    PermissionRule = "permission-rule",
    UserRejected = "user-rejected",
    Interrupted = "interrupted",
});

/// The cause of a turn.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TurnOrigin {
    /// The caller of the SDK.
    Sdk,
    /// A notification of a background task.
    TaskNotification,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] TurnOrigin {
    Sdk = "sdk",
    TaskNotification = "task_notification",
});

/// The role in which the model receives an attachment.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AttachmentRole {
    /// The role of the system.
    System,
    /// The role of the user.
    User,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] AttachmentRole {
    System = "system",
    User = "user",
});

/// How a subagent runs.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubagentPlace {
    /// The subagent runs in the turn, which waits for it.
    Foreground,
    /// The subagent runs in the background.
    Background,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SubagentPlace {
    Foreground = "foreground",
    Background = "background",
});

/// One line of a session file.
///
/// Chosen by `type`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum TranscriptLine {
    /// A prompt, or the results of tools.
    User(Box<UserLine>),
    /// A block of an answer of the model.
    Assistant(Box<AssistantLine>),
    /// Context that the CLI gives the model in addition to the prompt.
    Attachment(Box<AttachmentLine>),
    /// A system message of the CLI, distinguished by `subtype`.
    System(SystemLine),
    /// A summary of the conversation, in files of older CLIs.
    Summary(Box<SummaryLine>),
    /// The title that a user or caller gave the session.
    CustomTitle(Box<CustomTitleLine>),
    /// The title that a model gave the session.
    AiTitle(Box<AiTitleLine>),
    /// The name under which other sessions know this session.
    AgentName(Box<AgentNameLine>),
    /// A tag that a user or caller put on the session.
    Tag(Box<TagLine>),
    /// The mode of the session.
    Mode(Box<ModeLine>),
    /// The last prompt, and where the conversation ends.
    LastPrompt(Box<LastPromptLine>),
    /// A change of the queue of prompts.
    QueueOperation(Box<QueueOperationLine>),
    /// The cost of the session so far.
    CostState(Box<CostStateLine>),
    /// The tools that have been called so far.
    ToolsUsed(Box<ToolsUsedLine>),
    /// A move of the session to another directory.
    Relocated(Box<RelocatedLine>),
    /// The session has entered or left a git worktree.
    WorktreeState(Box<WorktreeStateLine>),
    /// The files that can be restored, as of a prompt.
    FileHistorySnapshot(Box<FileHistorySnapshotLine>),
    /// The backup of a file before a change.
    FileHistoryDelta(Box<FileHistoryDeltaLine>),
    /// A state of the CLI. Not explained.
    AtisLatch(Box<AtisLatchLine>),
    /// A request to the API, without the parts that it shares with other requests.
    ApiRequest(Box<ApiRequestLine>),
    /// The parts that requests to the API have in common.
    ApiRequestShape(Box<ApiRequestShapeLine>),
    /// A message of requests to the API.
    ApiRequestBlob(Box<ApiRequestBlobLine>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl TranscriptLine {
    /// The `sessionId` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self {
            Self::User(body) => body.session_id.as_ref(),
            Self::Assistant(body) => body.session_id.as_ref(),
            Self::Attachment(body) => body.session_id.as_ref(),
            Self::System(body) => body.session_id(),
            Self::CustomTitle(body) => body.session_id.as_ref(),
            Self::AiTitle(body) => body.session_id.as_ref(),
            Self::AgentName(body) => body.session_id.as_ref(),
            Self::Tag(body) => body.session_id.as_ref(),
            Self::Mode(body) => body.session_id.as_ref(),
            Self::LastPrompt(body) => body.session_id.as_ref(),
            Self::QueueOperation(body) => body.session_id.as_ref(),
            Self::CostState(body) => body.session_id.as_ref(),
            Self::ToolsUsed(body) => body.session_id.as_ref(),
            Self::Relocated(body) => body.session_id.as_ref(),
            Self::WorktreeState(body) => body.session_id.as_ref(),
            Self::AtisLatch(body) => body.session_id.as_ref(),
            Self::ApiRequest(body) => body.session_id.as_ref(),
            Self::ApiRequestShape(body) => body.session_id.as_ref(),
            Self::ApiRequestBlob(body) => body.session_id.as_ref(),
            _ => None,
        }
    }

    /// The `uuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::User(body) => body.uuid.as_ref(),
            Self::Assistant(body) => body.uuid.as_ref(),
            Self::Attachment(body) => body.uuid.as_ref(),
            Self::System(body) => body.uuid(),
            Self::CustomTitle(body) => body.uuid.as_ref(),
            Self::Tag(body) => body.uuid.as_ref(),
            _ => None,
        }
    }

    /// The `parentUuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn parent_uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::User(body) => body.parent_uuid.as_ref(),
            Self::Assistant(body) => body.parent_uuid.as_ref(),
            Self::Attachment(body) => body.parent_uuid.as_ref(),
            Self::System(body) => body.parent_uuid(),
            _ => None,
        }
    }

    /// The `timestamp` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        match self {
            Self::User(body) => body.timestamp.as_ref(),
            Self::Assistant(body) => body.timestamp.as_ref(),
            Self::Attachment(body) => body.timestamp.as_ref(),
            Self::System(body) => body.timestamp(),
            Self::CustomTitle(body) => body.timestamp.as_ref(),
            Self::Tag(body) => body.timestamp.as_ref(),
            Self::QueueOperation(body) => body.timestamp.as_ref(),
            Self::FileHistoryDelta(body) => body.timestamp.as_ref(),
            Self::ApiRequest(body) => body.timestamp.as_ref(),
            Self::ApiRequestShape(body) => body.timestamp.as_ref(),
            _ => None,
        }
    }

    /// The `agentId` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn agent_id(&self) -> Option<&AgentId> {
        match self {
            Self::User(body) => body.agent_id.as_ref(),
            Self::Assistant(body) => body.agent_id.as_ref(),
            Self::Attachment(body) => body.agent_id.as_ref(),
            Self::System(body) => body.agent_id(),
            Self::ApiRequest(body) => body.agent_id.as_ref(),
            Self::ApiRequestShape(body) => body.agent_id.as_ref(),
            Self::ApiRequestBlob(body) => body.agent_id.as_ref(),
            _ => None,
        }
    }
}

wire_union!(#[inline] TranscriptLine by "type" {
    "user" => User: Box<UserLine>,
    "assistant" => Assistant: Box<AssistantLine>,
    "attachment" => Attachment: Box<AttachmentLine>,
    "system" => System: SystemLine,
    "summary" => Summary: Box<SummaryLine>,
    "custom-title" => CustomTitle: Box<CustomTitleLine>,
    "ai-title" => AiTitle: Box<AiTitleLine>,
    "agent-name" => AgentName: Box<AgentNameLine>,
    "tag" => Tag: Box<TagLine>,
    "mode" => Mode: Box<ModeLine>,
    "last-prompt" => LastPrompt: Box<LastPromptLine>,
    "queue-operation" => QueueOperation: Box<QueueOperationLine>,
    "cost-state" => CostState: Box<CostStateLine>,
    "tools-used" => ToolsUsed: Box<ToolsUsedLine>,
    "relocated" => Relocated: Box<RelocatedLine>,
    "worktree-state" => WorktreeState: Box<WorktreeStateLine>,
    "file-history-snapshot" => FileHistorySnapshot: Box<FileHistorySnapshotLine>,
    "file-history-delta" => FileHistoryDelta: Box<FileHistoryDeltaLine>,
    "atis-latch" => AtisLatch: Box<AtisLatchLine>,
    "api-request" => ApiRequest: Box<ApiRequestLine>,
    "api-request-shape" => ApiRequestShape: Box<ApiRequestShapeLine>,
    "api-request-blob" => ApiRequestBlob: Box<ApiRequestBlobLine>,
} local {  });

/// The line that another line was copied from.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ForkOrigin {
    /// The session of the line.
    pub session_id: Option<SessionId>,
    /// The ID of the line.
    pub message_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ForkOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ForkOrigin {
    tags: [],
    fields: [
        0 optional session_id: SessionId = "sessionId",
        1 optional message_uuid: MessageUuid = "messageUuid",
    ],
});

/// A prompt, or the results of tools.
///
/// Wire: `type: user`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserLine {
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
    /// The content of the message.
    pub message: UserApiMessage,
    /// The tool's own output: an object that depends on the tool, the blocks of an MCP tool, or a text if the tool failed.
    pub tool_use_result: Option<Raw>,
    /// The line with the call that this line answers.
    pub source_tool_assistant_uuid: Option<MessageUuid>,
    /// The call that this text came from, such as the call of a skill.
    pub source_tool_use_id: Option<ToolUseId>,
    /// The decision that allowed or denied the tool.
    pub permission_decision: Option<LoggedPermissionDecision>,
    /// The reason why the tool did not run.
    pub tool_denial_kind: Option<ToolDenialKind>,
    /// The reason why no decision was made, as in `stream-closed`.
    pub tool_denial_unanswered: Option<String>,
    /// True if the tool was stopped before it began.
    pub tool_denial_before_run: Option<bool>,
    /// True if the tool was stopped after it had begun.
    pub tool_denial_after_run: Option<bool>,
    /// True if the turn ends with this line.
    pub tool_ends_turn: Option<bool>,
    /// Whether the command ran in the sandbox.
    pub sandboxed: Option<bool>,
    /// What an MCP tool returned in addition to its content, as in `structuredContent`.
    pub mcp_meta: Option<Raw>,
    /// The reason why a call of an MCP tool is treated as a change.
    pub mcp_call_not_read_only: Option<String>,
    /// The prompt that the line belongs to.
    pub prompt_id: Option<PromptId>,
    /// The permission mode at the time of the prompt.
    pub permission_mode: Option<PermissionMode>,
    /// The source of the prompt.
    pub prompt_source: Option<PromptSource>,
    /// What started the turn.
    pub turn_origin: Option<TurnOrigin>,
    /// The position of the turn in the session.
    pub turn_position: Option<TurnPosition>,
    /// The ID that the caller gave the prompt, if any.
    pub turn_attribution_key: Option<String>,
    /// True for texts that accompany a prompt.
    pub turn_companion: Option<bool>,
    /// What wrote the line. Only mirrored lines have it. Since CLI 2.1.332.
    pub row_source: Option<String>,
    /// When the prompt was sent, in milliseconds since 1970. Only mirrored lines have it. Since CLI 2.1.332.
    pub sent_at_ms: Option<u64>,
    /// The origin of the prompt.
    pub origin: Option<MessageOrigin>,
    /// Other prompts that were merged into this one.
    pub merged_send_uuids: Option<Vec<MessageUuid>>,
    /// True if a person wrote the prompt.
    pub holds_persons_words: Option<bool>,
    /// The IDs of the images of the prompt.
    pub image_paste_ids: Option<Vec<u64>>,
    /// True if the CLI wrote the line itself and does not show it.
    pub is_meta: Option<bool>,
    /// True if the line is not shown in the conversation.
    pub is_visible_in_transcript_only: Option<bool>,
    /// True if the line is the summary of a compaction.
    pub is_compact_summary: Option<bool>,
    /// True if the line repeats that summary.
    pub repeats_compact_summary: Option<bool>,
    /// True for a prompt that is only added to the file.
    pub queue_transcript_only: Option<bool>,
    /// True for a prompt without attachments.
    pub queue_skip_attachments: Option<bool>,
    /// The answer that was refused, if the prompt requests another one.
    pub refused_message_id: Option<ApiMessageId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] UserLine {
    tags: ["type" = "user"],
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
        13 required message: UserApiMessage = "message",
        14 optional tool_use_result: Raw = "toolUseResult",
        15 optional source_tool_assistant_uuid: MessageUuid = "sourceToolAssistantUUID",
        16 optional source_tool_use_id: ToolUseId = "sourceToolUseID",
        17 optional permission_decision: LoggedPermissionDecision = "permissionDecision",
        18 optional tool_denial_kind: ToolDenialKind = "toolDenialKind",
        19 optional tool_denial_unanswered: String = "toolDenialUnanswered",
        20 optional tool_denial_before_run: bool = "toolDenialBeforeRun",
        21 optional tool_denial_after_run: bool = "toolDenialAfterRun",
        22 optional tool_ends_turn: bool = "toolEndsTurn",
        23 optional sandboxed: bool = "sandboxed",
        24 optional mcp_meta: Raw = "mcpMeta",
        25 optional mcp_call_not_read_only: String = "mcpCallNotReadOnly",
        26 optional prompt_id: PromptId = "promptId",
        27 optional permission_mode: PermissionMode = "permissionMode",
        28 optional prompt_source: PromptSource = "promptSource",
        29 optional turn_origin: TurnOrigin = "turnOrigin",
        30 optional turn_position: TurnPosition = "turnPosition",
        31 optional turn_attribution_key: String = "turnAttributionKey",
        32 optional turn_companion: bool = "turnCompanion",
        33 optional row_source: String = "rowSource",
        34 optional sent_at_ms: u64 = "sentAtMs",
        35 optional origin: MessageOrigin = "origin",
        36 optional merged_send_uuids: Vec<MessageUuid> = "mergedSendUuids",
        37 optional holds_persons_words: bool = "holdsPersonsWords",
        38 optional image_paste_ids: Vec<u64> = "imagePasteIds",
        39 optional is_meta: bool = "isMeta",
        40 optional is_visible_in_transcript_only: bool = "isVisibleInTranscriptOnly",
        41 optional is_compact_summary: bool = "isCompactSummary",
        42 optional repeats_compact_summary: bool = "repeatsCompactSummary",
        43 optional queue_transcript_only: bool = "queueTranscriptOnly",
        44 optional queue_skip_attachments: bool = "queueSkipAttachments",
        45 optional refused_message_id: ApiMessageId = "refusedMessageId",
    ],
});

/// The decision about a tool call, as recorded in session files.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct LoggedPermissionDecision {
    /// Whether the tool may run.
    pub decision: Option<ToolPermissionOutcome>,
    /// The source of the decision.
    pub source: Option<ToolPermissionSource>,
    /// The kind of reason for the decision.
    pub reason_type: Option<DecisionReasonType>,
    /// The exact reason for the decision, as in `mode:plan`.
    pub reason_code: Option<String>,
    /// The origin of the rule.
    pub rule_source: Option<PermissionRuleSource>,
    /// The scope of the permission: `once` or `session`.
    pub grant_scope: Option<String>,
    /// The protection that took precedence over all rules, as in `claudeSettingsFile`.
    pub circuit_breaker: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for LoggedPermissionDecision {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] LoggedPermissionDecision {
    tags: [],
    fields: [
        0 optional decision: ToolPermissionOutcome = "decision",
        1 optional source: ToolPermissionSource = "source",
        2 optional reason_type: DecisionReasonType = "reasonType",
        3 optional reason_code: String = "reasonCode",
        4 optional rule_source: PermissionRuleSource = "ruleSource",
        5 optional grant_scope: String = "grantScope",
        6 optional circuit_breaker: String = "circuitBreaker",
    ],
});

/// The position of a turn in the session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TurnPosition {
    /// The index of the prompt in the turn, counted from 0.
    pub prompt_index: Option<u64>,
    /// The number of the turn, counted from 1.
    pub turn_index: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TurnPosition {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] TurnPosition {
    tags: [],
    fields: [
        0 optional prompt_index: u64 = "promptIndex",
        1 optional turn_index: u64 = "turnIndex",
    ],
});

/// A block of an answer of the model, or text that the CLI wrote instead.
///
/// Wire: `type: assistant`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AssistantLine {
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
    /// The answer, with the block of this line.
    pub message: ApiMessage,
    /// The API request of the answer.
    pub request_id: Option<ApiRequestId>,
    /// The `id` of the line with that request.
    pub request_ref: Option<String>,
    /// The session that made the request, if it was another session: the file is a fork.
    pub request_session_id: Option<SessionId>,
    /// The index of the block in the answer, counted from 0.
    pub api_block_index: Option<u64>,
    /// The requested model.
    pub requested_model: Option<ModelName>,
    /// `model`, or another author.
    pub made_by: Option<String>,
    /// The effort of the model.
    pub effort: Option<EffortLevel>,
    /// The effort that was set for this turn.
    pub per_turn_effort: Maybe<EffortLevel>,
    /// The lifetime of the prompt in the cache that was requested, as in `5m`.
    pub prompt_cache_requested: Option<String>,
    /// The time for which the input of the tool call was being written, in milliseconds.
    pub tool_input_stream_ms: Option<u64>,
    /// The time for which the model thought, in milliseconds.
    pub thinking_duration_ms: Option<u64>,
    /// How thinking is shown.
    pub thinking_display: Option<ThinkingDisplay>,
    /// The ID of a request to a classifier of the API.
    pub server_classifier_request: Option<String>,
    /// The type of the subagent that wrote the answer.
    pub attribution_agent: Option<String>,
    /// The active skill or command.
    pub attribution_skill: Option<String>,
    /// The MCP server of the tool that is called.
    pub attribution_mcp_server: Option<String>,
    /// The name of that tool at its server.
    pub attribution_mcp_tool: Option<String>,
    /// True if the answer was aborted.
    pub is_aborted_mid_stream: Option<bool>,
    /// The reason why the answer is missing.
    pub error: Option<ApiErrorKind>,
    /// True if the text is an error text of the CLI.
    pub is_api_error_message: Option<bool>,
    /// The HTTP status of the failed request.
    pub api_error_status: Option<u64>,
    /// The API's class of the error.
    pub api_error_type: Option<ApiErrorType>,
    /// True if a retry may succeed.
    pub api_error_is_transient: Option<bool>,
    /// True if no tool had been called before the failure.
    pub failed_response_had_no_tool_call: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AssistantLine {
    tags: ["type" = "assistant"],
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
        13 required message: ApiMessage = "message",
        14 optional request_id: ApiRequestId = "requestId",
        15 optional request_ref: String = "requestRef",
        16 optional request_session_id: SessionId = "requestSessionId",
        17 optional api_block_index: u64 = "apiBlockIndex",
        18 optional requested_model: ModelName = "requestedModel",
        19 optional made_by: String = "madeBy",
        20 optional effort: EffortLevel = "effort",
        21 maybe per_turn_effort: EffortLevel = "perTurnEffort",
        22 optional prompt_cache_requested: String = "promptCacheRequested",
        23 optional tool_input_stream_ms: u64 = "toolInputStreamMs",
        24 optional thinking_duration_ms: u64 = "thinkingDurationMs",
        25 optional thinking_display: ThinkingDisplay = "thinkingDisplay",
        26 optional server_classifier_request: String = "serverClassifierRequest",
        27 optional attribution_agent: String = "attributionAgent",
        28 optional attribution_skill: String = "attributionSkill",
        29 optional attribution_mcp_server: String = "attributionMcpServer",
        30 optional attribution_mcp_tool: String = "attributionMcpTool",
        31 optional is_aborted_mid_stream: bool = "isAbortedMidStream",
        32 optional error: ApiErrorKind = "error",
        33 optional is_api_error_message: bool = "isApiErrorMessage",
        34 optional api_error_status: u64 = "apiErrorStatus",
        35 optional api_error_type: ApiErrorType = "apiErrorType",
        36 optional api_error_is_transient: bool = "apiErrorIsTransient",
        37 optional failed_response_had_no_tool_call: bool = "failedResponseHadNoToolCall",
    ],
});

/// Context that the CLI gives the model in addition to the prompt.
///
/// Wire: `type: attachment`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AttachmentLine {
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
    /// The attachment.
    pub attachment: Attachment,
    /// The text that the model receives.
    pub rendered: Option<Vec<RenderedAttachment>>,
    /// The text that the model receives, if it is part of the user's message.
    pub rendered_in_human_turn: Option<Vec<RenderedAttachment>>,
    /// The role in which the model receives the attachment.
    pub rendered_role: Option<AttachmentRole>,
    /// True if the attachment is next to the result of a tool.
    pub rendered_beside_tool_result: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] AttachmentLine {
    tags: ["type" = "attachment"],
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
        13 required attachment: Attachment = "attachment",
        14 optional rendered: Vec<RenderedAttachment> = "rendered",
        15 optional rendered_in_human_turn: Vec<RenderedAttachment> = "renderedInHumanTurn",
        16 optional rendered_role: AttachmentRole = "renderedRole",
        17 optional rendered_beside_tool_result: bool = "renderedBesideToolResult",
    ],
});

/// The text of an attachment that the model receives.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RenderedAttachment {
    /// The text.
    pub content: Content,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] RenderedAttachment {
    tags: [],
    fields: [
        0 required content: Content = "content",
    ],
});

/// The content of the file `agent-ID.meta.json` next to the session file of a subagent.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SubagentMeta {
    /// The type of the agent.
    pub agent_type: Option<String>,
    /// True for agents of the CLI.
    pub is_built_in: Option<bool>,
    /// The task in a few words.
    pub description: Option<String>,
    /// The name to which messages can be sent.
    pub name: Option<String>,
    /// The tool call that started the subagent.
    pub tool_use_id: Option<ToolUseId>,
    /// The nesting depth of the subagent: 1 for subagents of the main conversation.
    pub spawn_depth: Option<u64>,
    /// How the subagent runs.
    pub request_shape: Option<SubagentPlace>,
    /// True if no terminal was available.
    pub request_non_interactive: Option<bool>,
    /// True if only the task was given.
    pub launched_with_defaults: Option<bool>,
    /// The model of the subagent, as requested.
    pub model: Option<ModelName>,
    /// The model for which the effort was chosen.
    pub picked_effort_model: Option<ModelName>,
    /// The requested effort.
    pub effort: Option<EffortLevel>,
    /// True if the subagent has finished.
    pub finished: Option<bool>,
    /// True if the subagent was stopped.
    pub stopped_by_user: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SubagentMeta {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SubagentMeta {
    tags: [],
    fields: [
        0 optional agent_type: String = "agentType",
        1 optional is_built_in: bool = "isBuiltIn",
        2 optional description: String = "description",
        3 optional name: String = "name",
        4 optional tool_use_id: ToolUseId = "toolUseId",
        5 optional spawn_depth: u64 = "spawnDepth",
        6 optional request_shape: SubagentPlace = "requestShape",
        7 optional request_non_interactive: bool = "requestNonInteractive",
        8 optional launched_with_defaults: bool = "launchedWithDefaults",
        9 optional model: ModelName = "model",
        10 optional picked_effort_model: ModelName = "pickedEffortModel",
        11 optional effort: EffortLevel = "effort",
        12 optional finished: bool = "finished",
        13 optional stopped_by_user: bool = "stoppedByUser",
    ],
});
