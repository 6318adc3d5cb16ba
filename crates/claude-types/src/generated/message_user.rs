// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! User messages, as the CLI writes them: tool results, prompts that it wrote, and prompts that it replays.

use super::all::*;

/// The priority of a message.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessagePriority {
    /// Immediately: the running turn is aborted.
    Now,
    /// As the next message.
    Next,
    /// After the other queued messages.
    Later,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MessagePriority {
    Now = "now",
    Next = "next",
    Later = "later",
});

/// The outcome of a decision about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolPermissionOutcome {
    /// The tool may run.
    Accept,
    /// The tool may not run.
    Reject,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolPermissionOutcome {
    Accept = "accept",
    Reject = "reject",
});

/// The party that decided about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolPermissionSource {
    /// Rules and settings decided.
    Config,
    /// The user or the caller allowed the call once.
    UserTemporary,
    /// The user or the caller allowed the call permanently.
    UserPermanent,
    /// The user or the caller refused the call.
    UserReject,
    /// A hook decided.
    Hook,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolPermissionSource {
    Config = "config",
    UserTemporary = "user_temporary",
    UserPermanent = "user_permanent",
    UserReject = "user_reject",
    Hook = "hook",
});

/// The reason why a tool call did not run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NonExecutionKind {
    /// A rule or the permission mode forbids the call.
    PermissionRule,
    /// The user or the caller refused the call.
    UserRejected,
    /// The turn was interrupted before the call.
    Interrupted,
    /// The classifier of the mode `auto` was not available.
    AutomodeUnavailable,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(NonExecutionKind {
    PermissionRule = "permission-rule",
    UserRejected = "user-rejected",
    Interrupted = "interrupted",
    AutomodeUnavailable = "automode-unavailable",
});

/// The ground of a decision about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecisionReasonType {
    /// A permission rule.
    Rule,
    /// The permission mode.
    Mode,
    /// The parts of a compound command, each judged separately.
    SubcommandResults,
    /// The reply of the permission prompt tool.
    PermissionPromptTool,
    /// The reply of a hook.
    Hook,
    /// A background agent, which cannot send permission requests.
    AsyncAgent,
    /// An attempt to leave the sandbox.
    SandboxOverride,
    /// A path outside the working directories.
    WorkingDir,
    /// A protected path.
    SafetyCheck,
    /// The classifier of the mode `auto`.
    Classifier,
    /// Any other ground. Wire: `other`.
    Unspecified,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(DecisionReasonType {
    Rule = "rule",
    Mode = "mode",
    SubcommandResults = "subcommandResults",
    PermissionPromptTool = "permissionPromptTool",
    Hook = "hook",
    AsyncAgent = "asyncAgent",
    SandboxOverride = "sandboxOverride",
    WorkingDir = "workingDir",
    SafetyCheck = "safetyCheck",
    Classifier = "classifier",
    Unspecified = "other",
});

/// Whether a peer's tools need permission.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PeerMode {
    /// The tools run without permission requests.
    Bypass,
    /// The tools cause permission requests.
    Prompting,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PeerMode {
    Bypass = "bypass",
    Prompting = "prompting",
});

/// The source of a notification that is not a task of the session.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskNotificationSubkind {
    /// A schedule was due.
    ScheduledTrigger,
    /// Another session of the same user sent a message.
    PeerSendMessage,
    /// A project relayed the message.
    ProjectsRelay,
    /// The message was in the inbox of the session.
    SessionInbox,
    /// An event outside of the session, such as a webhook. Since CLI 2.1.332.
    ExternalEvent,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskNotificationSubkind {
    ScheduledTrigger = "scheduled-trigger",
    PeerSendMessage = "peer-send-message",
    ProjectsRelay = "projects-relay",
    SessionInbox = "session-inbox",
    ExternalEvent = "external-event",
});

/// The origin of a message, or of the turn that it started. If absent, the origin is the caller.
///
/// Chosen by `kind`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum MessageOrigin {
    /// A person. It is the only kind that the CLI accepts from a caller.
    Human(HumanOrigin),
    /// A channel of an MCP server.
    Channel(ChannelOrigin),
    /// Another session of the same user.
    Peer(Box<PeerOrigin>),
    /// A notification of a background task or a schedule.
    TaskNotification(TaskNotificationOrigin),
    /// A session that coordinates others.
    Coordinator(CoordinatorOrigin),
    /// An unknown sender.
    Unclassified(UnclassifiedOrigin),
    /// An agent that observes the session.
    Observer(ObserverOrigin),
    /// The CLI, which continues automatically.
    AutoContinuation(AutoContinuationOrigin),
    /// An activity of an observer.
    ObserverActivity(ObserverActivityOrigin),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(MessageOrigin by "kind" {
    "human" => Human: HumanOrigin,
    "channel" => Channel: ChannelOrigin,
    "peer" => Peer: Box<PeerOrigin>,
    "task-notification" => TaskNotification: TaskNotificationOrigin,
    "coordinator" => Coordinator: CoordinatorOrigin,
    "unclassified" => Unclassified: UnclassifiedOrigin,
    "observer" => Observer: ObserverOrigin,
    "auto-continuation" => AutoContinuation: AutoContinuationOrigin,
    "observer-activity" => ObserverActivity: ObserverActivityOrigin,
} local {  });

/// A message in the user's role: a tool result, a prompt that the CLI wrote, or a replayed prompt of the caller.
///
/// Wire: `type: user`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UserMessage {
    /// The content of the message.
    pub message: UserApiMessage,
    /// The call of the Agent tool that started the subagent that the message belongs to; null for the main conversation.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The tool's own output: an object that depends on the tool, the blocks of an MCP tool, or a text if the tool failed.
    pub tool_use_result: Option<Raw>,
    /// The details of each tool result.
    pub tool_result_meta: Option<Vec<ToolResultMeta>>,
    /// The time at which the frame was created.
    pub timestamp: Option<Timestamp>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// The ID of this frame, and of its line in the transcript. For a replayed message it is the caller's own ID.
    pub uuid: Option<MessageUuid>,
    /// True for a replayed message of the caller, and for the output of a slash command.
    pub is_replay: Option<bool>,
    /// True for a prompt that the CLI wrote itself.
    pub is_synthetic: Option<bool>,
    /// The refused answer, if this prompt asks for another one.
    pub refused_message_id: Option<ApiMessageId>,
    /// True if this prompt asks for another answer in place of a refused one. Since CLI 2.1.332.
    pub refusal_retry: Option<bool>,
    /// The ID of the subagent that the message belongs to.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent.
    pub subagent_type: Option<String>,
    /// The short description of the subagent's task.
    pub task_description: Option<String>,
    /// The origin of the message.
    pub origin: Option<MessageOrigin>,
    /// The priority of the message.
    pub priority: Option<MessagePriority>,
    /// False for a message that is only added to the transcript.
    pub should_query: Option<bool>,
    /// True for a message that is used verbatim, without expanding commands or file names.
    pub client_composed: Option<bool>,
    /// Pasted text that follows the typed text.
    pub pasted_content: Option<Vec<Content>>,
    /// Pasted text within the prompt.
    pub inline_pastes: Option<Vec<String>>,
    /// Files that a remote client attached to the prompt.
    pub file_attachments: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(UserMessage {
    tags: ["type" = "user"],
    fields: [
        0 required message: UserApiMessage = "message",
        1 nullable parent_tool_use_id: ToolUseId = "parent_tool_use_id",
        2 optional tool_use_result: Raw = "tool_use_result",
        3 optional tool_result_meta: Vec<ToolResultMeta> = "tool_result_meta",
        4 optional timestamp: Timestamp = "timestamp",
        5 optional session_id: SessionId = "session_id",
        6 optional uuid: MessageUuid = "uuid",
        7 optional is_replay: bool = "isReplay",
        8 optional is_synthetic: bool = "isSynthetic",
        9 optional refused_message_id: ApiMessageId = "refused_message_id",
        10 optional refusal_retry: bool = "refusal_retry",
        11 optional agent_id: AgentId = "agent_id",
        12 optional subagent_type: String = "subagent_type",
        13 optional task_description: String = "task_description",
        14 optional origin: MessageOrigin = "origin",
        15 optional priority: MessagePriority = "priority",
        16 optional should_query: bool = "shouldQuery",
        17 optional client_composed: bool = "client_composed",
        18 optional pasted_content: Vec<Content> = "pasted_content",
        19 optional inline_pastes: Vec<String> = "inline_pastes",
        20 optional file_attachments: Vec<Raw> = "file_attachments",
    ],
});

/// The details of a tool result.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolResultMeta {
    /// The tool call.
    pub id: ToolUseId,
    /// The decision that allowed or refused the call.
    pub permission_decision: Option<ToolPermissionDecision>,
    /// The reason why the tool did not run.
    pub non_execution_kind: Option<NonExecutionKind>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(ToolResultMeta {
    tags: [],
    fields: [
        0 required id: ToolUseId = "id",
        1 optional permission_decision: ToolPermissionDecision = "permission_decision",
        2 optional non_execution_kind: NonExecutionKind = "non_execution_kind",
    ],
});

/// A decision about a tool call.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolPermissionDecision {
    /// The outcome.
    pub decision: Option<ToolPermissionOutcome>,
    /// The party that decided.
    pub source: Option<ToolPermissionSource>,
    /// The ground of the decision.
    pub reason_type: Option<DecisionReasonType>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ToolPermissionDecision {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(ToolPermissionDecision {
    tags: [],
    fields: [
        0 optional decision: ToolPermissionOutcome = "decision",
        1 optional source: ToolPermissionSource = "source",
        2 optional reason_type: DecisionReasonType = "reason_type",
    ],
});

/// The origin of a message that a person wrote.
///
/// Wire: `kind: human`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct HumanOrigin {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for HumanOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl HumanOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(HumanOrigin { tags: ["kind" = "human"], fields: [] });

/// The origin of a message that came through a channel of an MCP server.
///
/// Wire: `kind: channel`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ChannelOrigin {
    /// The MCP server.
    pub server: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ChannelOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ChannelOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`server`](Self::server).
    #[inline]
    #[must_use]
    pub fn server(mut self, value: impl Into<String>) -> Self {
        self.server = Some(value.into());
        self
    }
}

wire_struct!(ChannelOrigin {
    tags: ["kind" = "channel"],
    fields: [
        0 optional server: String = "server",
    ],
});

/// The origin of a message that another session sent.
///
/// Wire: `kind: peer`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PeerOrigin {
    /// The sender's name, as the sender reports it.
    pub from: Option<String>,
    /// Whether the sender's tools need permission.
    pub from_mode: Option<PeerMode>,
    /// The sender's name for display.
    pub name: Option<String>,
    /// The ID of the sender's session.
    pub from_session: Option<SessionId>,
    /// The ID of the sender's task.
    pub sender_task_id: Option<TaskId>,
    /// The sender's text, without the text that the CLI added around it.
    pub body: Option<String>,
    /// The ID of the sender's process, if it is verified.
    pub verified_peer_pid: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PeerOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl PeerOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`from`](Self::from).
    #[inline]
    #[must_use]
    pub fn from(mut self, value: impl Into<String>) -> Self {
        self.from = Some(value.into());
        self
    }

    /// Sets [`from_mode`](Self::from_mode).
    #[inline]
    #[must_use]
    pub fn from_mode(mut self, value: impl Into<PeerMode>) -> Self {
        self.from_mode = Some(value.into());
        self
    }

    /// Sets [`name`](Self::name).
    #[inline]
    #[must_use]
    pub fn name(mut self, value: impl Into<String>) -> Self {
        self.name = Some(value.into());
        self
    }

    /// Sets [`from_session`](Self::from_session).
    #[inline]
    #[must_use]
    pub fn from_session(mut self, value: impl Into<SessionId>) -> Self {
        self.from_session = Some(value.into());
        self
    }

    /// Sets [`sender_task_id`](Self::sender_task_id).
    #[inline]
    #[must_use]
    pub fn sender_task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.sender_task_id = Some(value.into());
        self
    }

    /// Sets [`body`](Self::body).
    #[inline]
    #[must_use]
    pub fn body(mut self, value: impl Into<String>) -> Self {
        self.body = Some(value.into());
        self
    }

    /// Sets [`verified_peer_pid`](Self::verified_peer_pid).
    #[inline]
    #[must_use]
    pub fn verified_peer_pid(mut self, value: u64) -> Self {
        self.verified_peer_pid = Some(value);
        self
    }
}

wire_struct!(PeerOrigin {
    tags: ["kind" = "peer"],
    fields: [
        0 optional from: String = "from",
        1 optional from_mode: PeerMode = "fromMode",
        2 optional name: String = "name",
        3 optional from_session: SessionId = "fromSession",
        4 optional sender_task_id: TaskId = "senderTaskId",
        5 optional body: String = "body",
        6 optional verified_peer_pid: u64 = "verifiedPeerPid",
    ],
});

/// The origin of a message about a background task or a schedule.
///
/// Wire: `kind: task-notification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskNotificationOrigin {
    /// The producer: `session-task` if the session itself had started the work.
    pub producer: Option<String>,
    /// The run of the task whose end started the turn.
    pub run_id: Option<RunId>,
    /// The source of the notification, if it is not a task of the session.
    pub subkind: Option<TaskNotificationSubkind>,
    /// The reason why a schedule fired, as in `scheduled`, `manual`, `retry`, `catch_up` or `api`.
    pub fire_reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for TaskNotificationOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl TaskNotificationOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`producer`](Self::producer).
    #[inline]
    #[must_use]
    pub fn producer(mut self, value: impl Into<String>) -> Self {
        self.producer = Some(value.into());
        self
    }

    /// Sets [`run_id`](Self::run_id).
    #[inline]
    #[must_use]
    pub fn run_id(mut self, value: impl Into<RunId>) -> Self {
        self.run_id = Some(value.into());
        self
    }

    /// Sets [`subkind`](Self::subkind).
    #[inline]
    #[must_use]
    pub fn subkind(mut self, value: impl Into<TaskNotificationSubkind>) -> Self {
        self.subkind = Some(value.into());
        self
    }

    /// Sets [`fire_reason`](Self::fire_reason).
    #[inline]
    #[must_use]
    pub fn fire_reason(mut self, value: impl Into<String>) -> Self {
        self.fire_reason = Some(value.into());
        self
    }
}

wire_struct!(TaskNotificationOrigin {
    tags: ["kind" = "task-notification"],
    fields: [
        0 optional producer: String = "producer",
        1 optional run_id: RunId = "runId",
        2 optional subkind: TaskNotificationSubkind = "subkind",
        3 optional fire_reason: String = "fireReason",
    ],
});

/// The origin of a message that a coordinating session sent.
///
/// Wire: `kind: coordinator`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct CoordinatorOrigin {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for CoordinatorOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl CoordinatorOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(CoordinatorOrigin { tags: ["kind" = "coordinator"], fields: [] });

/// The origin of a message whose sender is unknown.
///
/// Wire: `kind: unclassified`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct UnclassifiedOrigin {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for UnclassifiedOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl UnclassifiedOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(UnclassifiedOrigin { tags: ["kind" = "unclassified"], fields: [] });

/// The origin of a message that an observing agent sent.
///
/// Wire: `kind: observer`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ObserverOrigin {
    /// The observer.
    pub from: Option<String>,
    /// The ID of the observer's task.
    pub sender_task_id: Option<TaskId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ObserverOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ObserverOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`from`](Self::from).
    #[inline]
    #[must_use]
    pub fn from(mut self, value: impl Into<String>) -> Self {
        self.from = Some(value.into());
        self
    }

    /// Sets [`sender_task_id`](Self::sender_task_id).
    #[inline]
    #[must_use]
    pub fn sender_task_id(mut self, value: impl Into<TaskId>) -> Self {
        self.sender_task_id = Some(value.into());
        self
    }
}

wire_struct!(ObserverOrigin {
    tags: ["kind" = "observer"],
    fields: [
        0 optional from: String = "from",
        1 optional sender_task_id: TaskId = "senderTaskId",
    ],
});

/// The origin of a turn that the CLI continues automatically.
///
/// Wire: `kind: auto-continuation`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct AutoContinuationOrigin {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for AutoContinuationOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl AutoContinuationOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(AutoContinuationOrigin { tags: ["kind" = "auto-continuation"], fields: [] });

/// The origin of a message about an activity of an observer.
///
/// Wire: `kind: observer-activity`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ObserverActivityOrigin {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ObserverActivityOrigin {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ObserverActivityOrigin {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(ObserverActivityOrigin { tags: ["kind" = "observer-activity"], fields: [] });
