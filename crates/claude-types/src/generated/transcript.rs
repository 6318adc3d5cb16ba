// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Lines of session files: `projects/FOLDER/SESSION.jsonl` in the folder of the CLI's configuration, and those of subagents beside it. Files are not read here.

use super::all::*;

/// Why a tool did not run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolDenialKind {
    /// A rule or a setting forbids it.
    PermissionRule,
    /// The user or the caller refused.
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

/// What starts a turn.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TurnOrigin {
    /// The caller of the SDK.
    Sdk,
    /// A background task that has news.
    TaskNotification,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] TurnOrigin {
    Sdk = "sdk",
    TaskNotification = "task_notification",
});

/// In whose name the model reads an attachment.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AttachmentRole {
    /// The system's.
    System,
    /// The user's.
    User,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] AttachmentRole {
    System = "system",
    User = "user",
});

/// Where a subagent runs.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubagentPlace {
    /// In the turn, which waits for it.
    Foreground,
    /// Beside the conversation.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TranscriptLine {
    /// A prompt, or the results of tools.
    User(Box<UserLine>),
    /// A block of an answer of the model.
    Assistant(Box<AssistantLine>),
    /// Something that the CLI told the model beside the prompt.
    Attachment(Box<AttachmentLine>),
    /// News of the CLI, told apart by `subtype`.
    System(SystemLine),
    /// A summary of the conversation, in files of older CLIs.
    Summary(Box<SummaryLine>),
    /// The title that somebody gave the session.
    CustomTitle(Box<CustomTitleLine>),
    /// The title that a model gave the session.
    AiTitle(Box<AiTitleLine>),
    /// The name of the session for other sessions.
    AgentName(Box<AgentNameLine>),
    /// A mark that somebody put on the session.
    Tag(Box<TagLine>),
    /// The mode of the session.
    Mode(Box<ModeLine>),
    /// The last prompt, and where the conversation ends.
    LastPrompt(Box<LastPromptLine>),
    /// A prompt that waited its turn.
    QueueOperation(Box<QueueOperationLine>),
    /// What the session has cost up to here.
    CostState(Box<CostStateLine>),
    /// The tools that have been called up to here.
    ToolsUsed(Box<ToolsUsedLine>),
    /// The session has gone to another folder.
    Relocated(Box<RelocatedLine>),
    /// The session has gone into a git worktree, or out of it.
    WorktreeState(Box<WorktreeStateLine>),
    /// The files that can be brought back, as of a prompt.
    FileHistorySnapshot(Box<FileHistorySnapshotLine>),
    /// A file that was kept before it was changed.
    FileHistoryDelta(Box<FileHistoryDeltaLine>),
    /// A state of the CLI that is not explained.
    AtisLatch(Box<AtisLatchLine>),
    /// A request to the API, without what others had already.
    ApiRequest(Box<ApiRequestLine>),
    /// What requests to the API have in common.
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

/// The line that another one is a copy of.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ForkOrigin {
    /// Its session.
    pub session_id: Option<SessionId>,
    /// The line.
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
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserLine {
    /// The line before this one in the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    pub forked_from: Option<ForkOrigin>,
    /// What it says.
    pub message: UserApiMessage,
    /// The tool's own output: an object that depends on the tool, the blocks of an MCP tool, or a text when it failed.
    pub tool_use_result: Option<Raw>,
    /// The line with the call that this answers.
    pub source_tool_assistant_uuid: Option<MessageUuid>,
    /// The call that this text came from, as that of a skill.
    pub source_tool_use_id: Option<ToolUseId>,
    /// Who let the tool run, or refused it.
    pub permission_decision: Option<LoggedPermissionDecision>,
    /// Why the tool did not run.
    pub tool_denial_kind: Option<ToolDenialKind>,
    /// Why nobody decided, as in `stream-closed`.
    pub tool_denial_unanswered: Option<String>,
    /// True where the tool was stopped before it began.
    pub tool_denial_before_run: Option<bool>,
    /// True where the tool was stopped after it had begun.
    pub tool_denial_after_run: Option<bool>,
    /// True where the turn ends with this.
    pub tool_ends_turn: Option<bool>,
    /// Whether the command ran in the sandbox.
    pub sandboxed: Option<bool>,
    /// What an MCP tool gave beside its content, as in `structuredContent`.
    pub mcp_meta: Option<Raw>,
    /// Why a call of an MCP tool counts as one that changes something.
    pub mcp_call_not_read_only: Option<String>,
    /// The prompt that this belongs to.
    pub prompt_id: Option<PromptId>,
    /// The permission mode when the prompt came.
    pub permission_mode: Option<PermissionMode>,
    /// Who made the prompt.
    pub prompt_source: Option<PromptSource>,
    /// What started the turn.
    pub turn_origin: Option<TurnOrigin>,
    /// Which turn of the session it is.
    pub turn_position: Option<TurnPosition>,
    /// The prompt's own name, where the caller gave it one.
    pub turn_attribution_key: Option<String>,
    /// True for texts that came with a prompt.
    pub turn_companion: Option<bool>,
    /// Who the prompt comes from.
    pub origin: Option<MessageOrigin>,
    /// Other prompts that were put into this one.
    pub merged_send_uuids: Option<Vec<MessageUuid>>,
    /// True where a person wrote it.
    pub holds_persons_words: Option<bool>,
    /// Which images it has.
    pub image_paste_ids: Option<Vec<u64>>,
    /// True for what the CLI wrote itself, and does not show.
    pub is_meta: Option<bool>,
    /// True for what is not shown in the conversation.
    pub is_visible_in_transcript_only: Option<bool>,
    /// True for the summary that stands for what was compacted.
    pub is_compact_summary: Option<bool>,
    /// True where that summary stands again.
    pub repeats_compact_summary: Option<bool>,
    /// True for a prompt that only joins the file.
    pub queue_transcript_only: Option<bool>,
    /// True for a prompt without attachments.
    pub queue_skip_attachments: Option<bool>,
    /// The answer that was refused, where this asks for another.
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
        33 optional origin: MessageOrigin = "origin",
        34 optional merged_send_uuids: Vec<MessageUuid> = "mergedSendUuids",
        35 optional holds_persons_words: bool = "holdsPersonsWords",
        36 optional image_paste_ids: Vec<u64> = "imagePasteIds",
        37 optional is_meta: bool = "isMeta",
        38 optional is_visible_in_transcript_only: bool = "isVisibleInTranscriptOnly",
        39 optional is_compact_summary: bool = "isCompactSummary",
        40 optional repeats_compact_summary: bool = "repeatsCompactSummary",
        41 optional queue_transcript_only: bool = "queueTranscriptOnly",
        42 optional queue_skip_attachments: bool = "queueSkipAttachments",
        43 optional refused_message_id: ApiMessageId = "refusedMessageId",
    ],
});

/// The decision about a tool call, as session files have it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LoggedPermissionDecision {
    /// Whether it may run.
    pub decision: Option<ToolPermissionOutcome>,
    /// Who decided.
    pub source: Option<ToolPermissionSource>,
    /// On what ground.
    pub reason_type: Option<DecisionReasonType>,
    /// On what ground exactly, as in `mode:plan`.
    pub reason_code: Option<String>,
    /// Where the rule stands.
    pub rule_source: Option<PermissionRuleSource>,
    /// How long it holds: `once` or `session`.
    pub grant_scope: Option<String>,
    /// The protection that came before all rules, as in `claudeSettingsFile`.
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

/// Which turn of the session it is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TurnPosition {
    /// Which prompt of the turn, counted from 0.
    pub prompt_index: Option<u64>,
    /// Which turn, counted from 1.
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

/// A block of an answer of the model, or text that the CLI wrote in its place.
///
/// Wire: `type: assistant`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AssistantLine {
    /// The line before this one in the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    pub forked_from: Option<ForkOrigin>,
    /// The answer, with the block that this line brings.
    pub message: ApiMessage,
    /// The API request that brought the answer.
    pub request_id: Option<ApiRequestId>,
    /// The `id` of the line with that request.
    pub request_ref: Option<String>,
    /// The session that made the request, where it was another one: the file is a fork.
    pub request_session_id: Option<SessionId>,
    /// Which block of the answer, counted from 0.
    pub api_block_index: Option<u64>,
    /// The model that was asked.
    pub requested_model: Option<ModelName>,
    /// `model`, or who else wrote it.
    pub made_by: Option<String>,
    /// How hard the model worked.
    pub effort: Option<EffortLevel>,
    /// How hard it was to work in this turn.
    pub per_turn_effort: Maybe<EffortLevel>,
    /// How long the prompt was to be cached, as in `5m`.
    pub prompt_cache_requested: Option<String>,
    /// How long the input of the tool call was being written, in milliseconds.
    pub tool_input_stream_ms: Option<u64>,
    /// How long the model thought, in milliseconds.
    pub thinking_duration_ms: Option<u64>,
    /// How thinking is shown.
    pub thinking_display: Option<ThinkingDisplay>,
    /// Names a request to a classifier of the API.
    pub server_classifier_request: Option<String>,
    /// The type of the subagent that speaks.
    pub attribution_agent: Option<String>,
    /// The skill or command at work.
    pub attribution_skill: Option<String>,
    /// The MCP server of the tool that is called.
    pub attribution_mcp_server: Option<String>,
    /// That tool's name at its server.
    pub attribution_mcp_tool: Option<String>,
    /// True where the answer was cut off.
    pub is_aborted_mid_stream: Option<bool>,
    /// Why there is no answer.
    pub error: Option<ApiErrorKind>,
    /// True where the text is an error text of the CLI.
    pub is_api_error_message: Option<bool>,
    /// The HTTP status of the failed request.
    pub api_error_status: Option<u64>,
    /// The API's class of the error.
    pub api_error_type: Option<ApiErrorType>,
    /// True where it may go better another time.
    pub api_error_is_transient: Option<bool>,
    /// True where no tool had been called before it failed.
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

/// Something that the CLI told the model beside the prompt.
///
/// Wire: `type: attachment`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AttachmentLine {
    /// The line before this one in the conversation; null at its start.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The working directory.
    pub cwd: Option<String>,
    /// The version of the CLI.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    pub forked_from: Option<ForkOrigin>,
    /// What it is.
    pub attachment: Attachment,
    /// What the model reads.
    pub rendered: Option<Vec<RenderedAttachment>>,
    /// What the model reads where it stands among the user's words.
    pub rendered_in_human_turn: Option<Vec<RenderedAttachment>>,
    /// In whose name the model reads it.
    pub rendered_role: Option<AttachmentRole>,
    /// True where it stands beside the result of a tool.
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

/// What the model reads of an attachment.
#[derive(Debug, Clone, PartialEq)]
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

/// What stands in the file `agent-ID.meta.json` beside the session file of a subagent.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SubagentMeta {
    /// Which sort of agent it is.
    pub agent_type: Option<String>,
    /// True for agents of the CLI.
    pub is_built_in: Option<bool>,
    /// Its task in a few words.
    pub description: Option<String>,
    /// The name by which it can be sent messages.
    pub name: Option<String>,
    /// The call that started it.
    pub tool_use_id: Option<ToolUseId>,
    /// How many subagents are between it and the main conversation, itself included.
    pub spawn_depth: Option<u64>,
    /// Where it runs.
    pub request_shape: Option<SubagentPlace>,
    /// True where no terminal was there.
    pub request_non_interactive: Option<bool>,
    /// True where nothing was asked for but the task.
    pub launched_with_defaults: Option<bool>,
    /// Its model, as it was asked for.
    pub model: Option<ModelName>,
    /// The model that its effort was chosen for.
    pub picked_effort_model: Option<ModelName>,
    /// How hard it was to work.
    pub effort: Option<EffortLevel>,
    /// True once it is done.
    pub finished: Option<bool>,
    /// True where it was stopped.
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
