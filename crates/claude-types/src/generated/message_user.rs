// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Messages in the user's role, as the CLI writes them: tool results, prompts that it made, and prompts that it repeats.

use super::all::*;

/// How soon a message is taken up.
///
/// An open set: a newer CLI may send other values. Feature: IN-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessagePriority {
    /// At once: the running turn is aborted.
    ///
    /// `now`. Declared, not seen.
    Now,
    /// As the next message.
    ///
    /// `next`. Declared, not seen.
    Next,
    /// After the other messages that wait.
    ///
    /// `later`. Declared, not seen.
    Later,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(MessagePriority {
    Now = "now",
    Next = "next",
    Later = "later",
});

/// Whether a tool call may run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolPermissionOutcome {
    /// It may run.
    ///
    /// `accept`. Seen on the wire.
    Accept,
    /// It may not run.
    ///
    /// `reject`. Seen on the wire.
    Reject,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ToolPermissionOutcome {
    Accept = "accept",
    Reject = "reject",
});

/// Who decided about a tool call.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolPermissionSource {
    /// Rules and settings.
    ///
    /// `config`. Seen on the wire.
    Config,
    /// The user or the caller, for this once.
    ///
    /// `user_temporary`. Seen on the wire.
    UserTemporary,
    /// The user or the caller, for good.
    ///
    /// `user_permanent`. Declared, not seen.
    UserPermanent,
    /// The user or the caller refused.
    ///
    /// `user_reject`. Seen on the wire.
    UserReject,
    /// A hook decided.
    ///
    /// `hook`. Seen on the wire.
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

/// Why a tool call did not run.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NonExecutionKind {
    /// A rule or the permission mode forbids it.
    ///
    /// `permission-rule`. Seen on the wire.
    PermissionRule,
    /// The user or the caller refused.
    ///
    /// `user-rejected`. Seen on the wire.
    UserRejected,
    /// The turn was interrupted before.
    ///
    /// `interrupted`. Seen on the wire.
    Interrupted,
    /// The classifier of the mode `auto` could not be asked.
    ///
    /// `automode-unavailable`. Seen on the wire.
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
    ///
    /// `rule`. Seen on the wire.
    Rule,
    /// The permission mode.
    ///
    /// `mode`. Seen on the wire.
    Mode,
    /// The parts of a compound command, each judged by itself.
    ///
    /// `subcommandResults`. Seen on the wire.
    SubcommandResults,
    /// The permission prompt tool's answer.
    ///
    /// `permissionPromptTool`. Declared, not seen.
    PermissionPromptTool,
    /// A hook's answer.
    ///
    /// `hook`. Seen on the wire.
    Hook,
    /// A background agent cannot ask anybody.
    ///
    /// `asyncAgent`. Seen on the wire.
    AsyncAgent,
    /// The call wants to leave the sandbox.
    ///
    /// `sandboxOverride`. Declared, not seen.
    SandboxOverride,
    /// A path outside the working directories.
    ///
    /// `workingDir`. Seen on the wire.
    WorkingDir,
    /// A path that is protected.
    ///
    /// `safetyCheck`. Seen on the wire.
    SafetyCheck,
    /// The classifier of the mode `auto`.
    ///
    /// `classifier`. Declared, not seen.
    Classifier,
    /// Anything else.
    ///
    /// `other`. Seen on the wire.
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
/// An open set: a newer CLI may send other values. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PeerMode {
    /// They run without asking.
    ///
    /// `bypass`. Declared, not seen.
    Bypass,
    /// Somebody is asked.
    ///
    /// `prompting`. Declared, not seen.
    Prompting,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(PeerMode {
    Bypass = "bypass",
    Prompting = "prompting",
});

/// Sources of news that are no task of the session.
///
/// An open set: a newer CLI may send other values. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TaskNotificationSubkind {
    /// A schedule was due.
    ///
    /// `scheduled-trigger`. Declared, not seen.
    ScheduledTrigger,
    /// Another session of the same user sent a message.
    ///
    /// `peer-send-message`. Declared, not seen.
    PeerSendMessage,
    /// A project passed it on.
    ///
    /// `projects-relay`. Declared, not seen.
    ProjectsRelay,
    /// It lay in the inbox of the session.
    ///
    /// `session-inbox`. Declared, not seen.
    SessionInbox,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(TaskNotificationSubkind {
    ScheduledTrigger = "scheduled-trigger",
    PeerSendMessage = "peer-send-message",
    ProjectsRelay = "projects-relay",
    SessionInbox = "session-inbox",
});

/// Who a message, or the turn that it started, comes from. Without one it is the caller.
///
/// Chosen by `kind`. An unknown one is kept, byte for byte. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum MessageOrigin {
    /// A person. It is the only kind that the CLI takes from a caller.
    Human(HumanOrigin),
    /// A channel of an MCP server.
    Channel(ChannelOrigin),
    /// Another session of the same user.
    Peer(Box<PeerOrigin>),
    /// A task in the background, or a schedule, that has news.
    TaskNotification(TaskNotificationOrigin),
    /// A session that coordinates others.
    Coordinator(CoordinatorOrigin),
    /// A sender that nothing is known of.
    Unclassified(UnclassifiedOrigin),
    /// An agent that watches the session.
    Observer(ObserverOrigin),
    /// The CLI goes on by itself.
    AutoContinuation(AutoContinuationOrigin),
    /// Something that an observer did.
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

/// A message in the user's role: a tool result, a prompt that the CLI made itself, or a prompt of the caller that is repeated.
///
/// Wire: `type: user`. Seen 161 times in the recordings. Feature: MSG-03, MSG-04.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserMessage {
    /// What it says.
    ///
    /// Required; seen 161/161.
    pub message: UserApiMessage,
    /// The call of the Agent tool whose subagent this belongs to; null for the main conversation.
    ///
    /// May be null; seen 161/161.
    pub parent_tool_use_id: Option<ToolUseId>,
    /// The tool's own output: an object that depends on the tool, the blocks of an MCP tool, or a text when it failed.
    ///
    /// May be absent; seen 119/161.
    pub tool_use_result: Option<Raw>,
    /// How each tool result came about.
    ///
    /// May be absent; seen 116/161.
    pub tool_result_meta: Option<Vec<ToolResultMeta>>,
    /// When the frame was made.
    ///
    /// May be absent; seen 161/161.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// May be absent; seen 161/161.
    pub session_id: Option<SessionId>,
    /// Names this frame, and its line in the transcript; for a repeated message it is the caller's own.
    ///
    /// May be absent; seen 161/161.
    pub uuid: Option<MessageUuid>,
    /// True for a message of the caller that is repeated, and for the output of a slash command.
    ///
    /// Wire: `isReplay`. May be absent; seen 18/161. Feature: MSG-04.
    pub is_replay: Option<bool>,
    /// True for a prompt that the CLI made itself.
    ///
    /// Wire: `isSynthetic`. May be absent; seen 9/161.
    pub is_synthetic: Option<bool>,
    /// The answer that was refused, where this prompt asks for another.
    ///
    /// May be absent; seen 3/161.
    pub refused_message_id: Option<ApiMessageId>,
    /// The subagent this belongs to.
    ///
    /// May be absent; seen 10/161.
    pub agent_id: Option<AgentId>,
    /// The type of that subagent.
    ///
    /// May be absent; seen 10/161.
    pub subagent_type: Option<String>,
    /// What that subagent was asked to do, in a few words.
    ///
    /// May be absent; seen 10/161.
    pub task_description: Option<String>,
    /// Who the message comes from.
    ///
    /// May be absent; declared, not seen. Feature: MSG-05.
    pub origin: Option<MessageOrigin>,
    /// How soon the message is to be taken up.
    ///
    /// May be absent; declared, not seen.
    pub priority: Option<MessagePriority>,
    /// False for a message that only joins the transcript.
    ///
    /// Wire: `shouldQuery`. May be absent; declared, not seen.
    pub should_query: Option<bool>,
    /// True for a message that is taken word for word, with no commands or file names expanded.
    ///
    /// May be absent; declared, not seen.
    pub client_composed: Option<bool>,
    /// Text that was pasted and stands behind what was typed.
    ///
    /// May be absent; declared, not seen.
    pub pasted_content: Option<Vec<Content>>,
    /// Pasted text that stands inside the prompt.
    ///
    /// May be absent; declared, not seen.
    pub inline_pastes: Option<Vec<String>>,
    /// Files that a remote client attached to the prompt.
    ///
    /// May be absent; declared, not seen. Feature: MSG-04.
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
        10 optional agent_id: AgentId = "agent_id",
        11 optional subagent_type: String = "subagent_type",
        12 optional task_description: String = "task_description",
        13 optional origin: MessageOrigin = "origin",
        14 optional priority: MessagePriority = "priority",
        15 optional should_query: bool = "shouldQuery",
        16 optional client_composed: bool = "client_composed",
        17 optional pasted_content: Vec<Content> = "pasted_content",
        18 optional inline_pastes: Vec<String> = "inline_pastes",
        19 optional file_attachments: Vec<Raw> = "file_attachments",
    ],
});

/// How a tool result came about.
///
/// Seen 116 times in the recordings. Feature: MSG-03.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolResultMeta {
    /// The tool call.
    ///
    /// Required; seen 116/116.
    pub id: ToolUseId,
    /// Who let the tool run, or refused it.
    ///
    /// May be absent; seen 113/116.
    pub permission_decision: Option<ToolPermissionDecision>,
    /// Why the tool did not run.
    ///
    /// May be absent; seen 25/116.
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

/// The decision about a tool call.
///
/// Seen 113 times in the recordings. Feature: MSG-03.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ToolPermissionDecision {
    /// Whether it may run.
    ///
    /// May be absent; seen 113/113.
    pub decision: Option<ToolPermissionOutcome>,
    /// Who decided.
    ///
    /// May be absent; seen 113/113.
    pub source: Option<ToolPermissionSource>,
    /// On what ground.
    ///
    /// May be absent; seen 74/113.
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

/// A person wrote it.
///
/// Wire: `kind: human`. Declared, not seen. Feature: MSG-05, IN-05.
#[derive(Debug, Clone, PartialEq)]
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

/// It came in through a channel of an MCP server.
///
/// Wire: `kind: channel`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChannelOrigin {
    /// The MCP server.
    ///
    /// May be absent; declared, not seen.
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

/// Another session sent it.
///
/// Wire: `kind: peer`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PeerOrigin {
    /// The sender, as it names itself.
    ///
    /// May be absent; declared, not seen.
    pub from: Option<String>,
    /// Whether the sender's tools need permission.
    ///
    /// Wire: `fromMode`. May be absent; declared, not seen.
    pub from_mode: Option<PeerMode>,
    /// A name of the sender, fit for display.
    ///
    /// May be absent; declared, not seen.
    pub name: Option<String>,
    /// The sender's session.
    ///
    /// Wire: `fromSession`. May be absent; declared, not seen.
    pub from_session: Option<SessionId>,
    /// The sender's task.
    ///
    /// Wire: `senderTaskId`. May be absent; declared, not seen.
    pub sender_task_id: Option<TaskId>,
    /// What the sender said, without what the CLI put around it.
    ///
    /// May be absent; declared, not seen.
    pub body: Option<String>,
    /// The sender's process, once it is verified.
    ///
    /// Wire: `verifiedPeerPid`. May be absent; declared, not seen.
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

/// A task in the background has news, or something was due.
///
/// Wire: `kind: task-notification`. Seen 3 times in the recordings. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TaskNotificationOrigin {
    /// Set to `session-task` where the session itself had started the work.
    ///
    /// May be absent; seen 3/3.
    pub producer: Option<String>,
    /// The run of the task whose end started the turn.
    ///
    /// Wire: `runId`. May be absent; seen 3/3.
    pub run_id: Option<RunId>,
    /// Where the news comes from, if not from a task of the session.
    ///
    /// May be absent; declared, not seen.
    pub subkind: Option<TaskNotificationSubkind>,
    /// Why a schedule fired, as in `scheduled`, `manual`, `retry`, `catch_up` or `api`.
    ///
    /// Wire: `fireReason`. May be absent; declared, not seen.
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

/// A session that coordinates others sent it.
///
/// Wire: `kind: coordinator`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
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

/// Nothing is known of the sender.
///
/// Wire: `kind: unclassified`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
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

/// An agent that watches the session sent it.
///
/// Wire: `kind: observer`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ObserverOrigin {
    /// The observer.
    ///
    /// May be absent; declared, not seen.
    pub from: Option<String>,
    /// The observer's task.
    ///
    /// Wire: `senderTaskId`. May be absent; declared, not seen.
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

/// The CLI goes on by itself.
///
/// Wire: `kind: auto-continuation`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
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

/// An observer did something.
///
/// Wire: `kind: observer-activity`. Declared, not seen. Feature: MSG-05.
#[derive(Debug, Clone, PartialEq)]
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
