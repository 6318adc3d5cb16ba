//! Conversation messages of the model and the user, with their blocks.
#![expect(dead_code, reason = "decoding them is the work")]

use claude_types::{
    AgentId, ApiErrorKind, ApiErrorParams, ApiErrorType, ApiFailure, ApiMessageId, ApiRequestId,
    CacheControl, Citation, Container, ContextManagement, ContextReport, DecisionReasonType,
    Diagnostics, Extra, InputTransformation, LocalCommandOutcome, LocalCommandRun, Maybe,
    MessageOrigin, MessagePriority, MessageUuid, ModelName, NonExecutionKind, SessionId,
    StopDetails, StopReason, ThinkingDisplay, Timestamp, ToolCaller, ToolPermissionOutcome,
    ToolPermissionSource, ToolUseId, ToolUseMeta, UsageReport,
};
use serde::Deserialize;

use super::{Content, Of, Way, maybe, result::Usage};

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct AssistantMessage<W: Way> {
    message: ApiMessage<W>,
    parent_tool_use_id: Option<Of<ToolUseId>>,
    request_id: Option<Of<ApiRequestId>>,
    timestamp: Option<Of<Timestamp>>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    error: Option<Of<ApiErrorKind>>,
    is_api_error_message: Option<bool>,
    api_error_status: Option<u64>,
    api_error_type: Option<Of<ApiErrorType>>,
    api_error: Option<Of<ApiFailure>>,
    api_error_params: Option<Box<ApiErrorParams>>,
    user_message_uuid: Option<Of<MessageUuid>>,
    user_message_uuids: Option<Vec<Of<MessageUuid>>>,
    tool_use_meta: Option<Vec<ToolUseMeta>>,
    aborted: Option<bool>,
    thinking_duration_ms: Option<u64>,
    thinking_display: Option<Of<ThinkingDisplay>>,
    agent_id: Option<Of<AgentId>>,
    subagent_type: Option<String>,
    task_description: Option<String>,
    local_command_source: Option<String>,
    local_command_run: Option<Box<LocalCommandRun>>,
    local_command_outcome: Option<Box<LocalCommandOutcome>>,
    context_usage: Option<Box<ContextReport>>,
    usage_report: Option<Box<UsageReport>>,
    supersedes: Option<Vec<Of<MessageUuid>>>,
    resume_reason: Option<String>,
    resumed_from_incomplete_thinking: Option<bool>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ApiMessage<W: Way> {
    id: Option<Of<ApiMessageId>>,
    model: Option<Of<ModelName>>,
    content: Vec<W::Block>,
    stop_reason: Option<Of<StopReason>>,
    stop_sequence: Option<String>,
    usage: Option<Box<Usage>>,
    #[serde(default, deserialize_with = "maybe")]
    context_management: Maybe<Box<ContextManagement>>,
    #[serde(default, deserialize_with = "maybe")]
    stop_details: Maybe<Box<StopDetails>>,
    #[serde(default, deserialize_with = "maybe")]
    container: Maybe<Box<Container>>,
    #[serde(default, deserialize_with = "maybe")]
    diagnostics: Maybe<Box<Diagnostics>>,
    #[serde(default, deserialize_with = "maybe")]
    input_transformations: Maybe<Vec<InputTransformation>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct UserMessage<W: Way> {
    message: UserApiMessage<W>,
    parent_tool_use_id: Option<Of<ToolUseId>>,
    tool_use_result: Option<W::Raw>,
    tool_result_meta: Option<Vec<ToolResultMeta>>,
    timestamp: Option<Of<Timestamp>>,
    session_id: Option<Of<SessionId>>,
    uuid: Option<Of<MessageUuid>>,
    #[serde(rename = "isReplay")]
    is_replay: Option<bool>,
    #[serde(rename = "isSynthetic")]
    is_synthetic: Option<bool>,
    refused_message_id: Option<Of<ApiMessageId>>,
    agent_id: Option<Of<AgentId>>,
    subagent_type: Option<String>,
    task_description: Option<String>,
    origin: Option<MessageOrigin>,
    priority: Option<Of<MessagePriority>>,
    #[serde(rename = "shouldQuery")]
    should_query: Option<bool>,
    client_composed: Option<bool>,
    pasted_content: Option<Vec<Content<W>>>,
    inline_pastes: Option<Vec<String>>,
    file_attachments: Option<Vec<W::Raw>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct UserApiMessage<W: Way> {
    content: Content<W>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ToolResultMeta {
    id: Of<ToolUseId>,
    permission_decision: Option<ToolPermissionDecision>,
    non_execution_kind: Option<Of<NonExecutionKind>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ToolPermissionDecision {
    decision: Option<Of<ToolPermissionOutcome>>,
    source: Option<Of<ToolPermissionSource>>,
    reason_type: Option<Of<DecisionReasonType>>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct TextBlock {
    text: String,
    #[serde(default, deserialize_with = "maybe")]
    citations: Maybe<Vec<Citation>>,
    #[serde(default, deserialize_with = "maybe")]
    cache_control: Maybe<CacheControl>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
pub(crate) struct ThinkingBlock {
    thinking: String,
    signature: Option<String>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ToolUseBlock<W: Way> {
    id: Of<ToolUseId>,
    name: String,
    input: W::Raw,
    caller: Option<Box<ToolCaller>>,
    #[serde(default, deserialize_with = "maybe")]
    toolset_name: Maybe<String>,
    #[serde(default, deserialize_with = "maybe")]
    cache_control: Maybe<CacheControl>,
    #[serde(skip)]
    extra: Extra,
}

#[derive(Deserialize)]
#[serde(bound = "W: Way")]
pub(crate) struct ToolResultBlock<W: Way> {
    tool_use_id: Of<ToolUseId>,
    #[serde(default, deserialize_with = "maybe")]
    content: Maybe<Content<W>>,
    is_error: Option<bool>,
    #[serde(default, deserialize_with = "maybe")]
    toolset_name: Maybe<String>,
    #[serde(default, deserialize_with = "maybe")]
    cache_control: Maybe<CacheControl>,
    #[serde(skip)]
    extra: Extra,
}
