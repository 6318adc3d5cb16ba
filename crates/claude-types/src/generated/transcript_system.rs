// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! News of the CLI in session files.

use super::all::*;

/// News of the CLI.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SystemLine {
    /// A slash command ran without the model.
    LocalCommand(Box<LocalCommandLine>),
    /// Something worth knowing.
    Informational(Box<InformationalLine>),
    /// The conversation was compacted here.
    CompactBoundary(Box<CompactBoundaryLine>),
    /// Hooks ran at the end of a turn.
    StopHookSummary(Box<StopHookSummaryLine>),
    /// A request to the API failed and is tried again.
    ApiError(Box<ApiErrorLine>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl SystemLine {
    /// The `sessionId` of whichever it is, if it has one.
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

wire_union!(SystemLine by "subtype" {
    "local_command" => LocalCommand: Box<LocalCommandLine>,
    "informational" => Informational: Box<InformationalLine>,
    "compact_boundary" => CompactBoundary: Box<CompactBoundaryLine>,
    "stop_hook_summary" => StopHookSummary: Box<StopHookSummaryLine>,
    "api_error" => ApiError: Box<ApiErrorLine>,
} local {  });

/// A slash command ran without the model.
///
/// Wire: `type: system`, `subtype: local_command`. Seen 8 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LocalCommandLine {
    /// The line before this one in the conversation; null at its start.
    ///
    /// Wire: `parentUuid`. May be null; seen 3057/3057.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    ///
    /// Wire: `isSidechain`. May be absent; seen 3057/3057.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    ///
    /// May be absent; seen 3057/3057.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    ///
    /// May be absent; seen 3057/3057.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; seen 3057/3057.
    pub session_id: Option<SessionId>,
    /// The working directory.
    ///
    /// May be absent; seen 3057/3057.
    pub cwd: Option<String>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 3057/3057.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    ///
    /// Wire: `gitBranch`. May be absent; seen 3057/3057.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    ///
    /// Wire: `userType`. May be absent; seen 3057/3057.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    ///
    /// May be absent; seen 3057/3057.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    ///
    /// Wire: `agentId`. May be absent; seen 113/3057.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    ///
    /// May be absent; seen 105/3057.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    ///
    /// Wire: `forkedFrom`. May be absent; declared, not seen.
    pub forked_from: Option<ForkOrigin>,
    /// Its output, in the tags it has for the model.
    ///
    /// May be absent; seen 8/8.
    pub content: Option<String>,
    /// How grave it is.
    ///
    /// May be absent; seen 8/8.
    pub level: Option<InformationalLevel>,
    /// True for what is not shown.
    ///
    /// Wire: `isMeta`. May be absent; seen 8/8.
    pub is_meta: Option<bool>,
    /// The command.
    ///
    /// Wire: `commandRun`. May be absent; seen 8/8.
    pub command_run: Option<LocalCommandRun>,
    /// How it ended, where it did not simply succeed.
    ///
    /// Wire: `commandOutcome`. May be absent; seen 1/8.
    pub command_outcome: Option<LocalCommandOutcome>,
    /// What fills the context window, for `/context`.
    ///
    /// Wire: `contextUsage`. May be absent; seen 1/8.
    pub context_usage: Option<ContextReport>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LocalCommandLine {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parent_uuid: None,
            is_sidechain: None,
            uuid: None,
            timestamp: None,
            session_id: None,
            cwd: None,
            version: None,
            git_branch: None,
            user_type: None,
            entrypoint: None,
            agent_id: None,
            slug: None,
            forked_from: None,
            content: None,
            level: None,
            is_meta: None,
            command_run: None,
            command_outcome: None,
            context_usage: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_uuid`](Self::parent_uuid).
    #[must_use]
    pub fn parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.parent_uuid = Some(value.into());
        self
    }

    /// Sets [`is_sidechain`](Self::is_sidechain).
    #[must_use]
    pub fn is_sidechain(mut self, value: bool) -> Self {
        self.is_sidechain = Some(value);
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }

    /// Sets [`git_branch`](Self::git_branch).
    #[must_use]
    pub fn git_branch(mut self, value: impl Into<String>) -> Self {
        self.git_branch = Some(value.into());
        self
    }

    /// Sets [`user_type`](Self::user_type).
    #[must_use]
    pub fn user_type(mut self, value: impl Into<String>) -> Self {
        self.user_type = Some(value.into());
        self
    }

    /// Sets [`entrypoint`](Self::entrypoint).
    #[must_use]
    pub fn entrypoint(mut self, value: impl Into<String>) -> Self {
        self.entrypoint = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`slug`](Self::slug).
    #[must_use]
    pub fn slug(mut self, value: impl Into<String>) -> Self {
        self.slug = Some(value.into());
        self
    }

    /// Sets [`forked_from`](Self::forked_from).
    #[must_use]
    pub fn forked_from(mut self, value: impl Into<ForkOrigin>) -> Self {
        self.forked_from = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<InformationalLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`is_meta`](Self::is_meta).
    #[must_use]
    pub fn is_meta(mut self, value: bool) -> Self {
        self.is_meta = Some(value);
        self
    }

    /// Sets [`command_run`](Self::command_run).
    #[must_use]
    pub fn command_run(mut self, value: impl Into<LocalCommandRun>) -> Self {
        self.command_run = Some(value.into());
        self
    }

    /// Sets [`command_outcome`](Self::command_outcome).
    #[must_use]
    pub fn command_outcome(mut self, value: impl Into<LocalCommandOutcome>) -> Self {
        self.command_outcome = Some(value.into());
        self
    }

    /// Sets [`context_usage`](Self::context_usage).
    #[must_use]
    pub fn context_usage(mut self, value: impl Into<ContextReport>) -> Self {
        self.context_usage = Some(value.into());
        self
    }
}

wire_struct!(LocalCommandLine {
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

/// Something worth knowing.
///
/// Wire: `type: system`, `subtype: informational`. Seen 6 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InformationalLine {
    /// The line before this one in the conversation; null at its start.
    ///
    /// Wire: `parentUuid`. May be null; seen 3057/3057.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    ///
    /// Wire: `isSidechain`. May be absent; seen 3057/3057.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    ///
    /// May be absent; seen 3057/3057.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    ///
    /// May be absent; seen 3057/3057.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; seen 3057/3057.
    pub session_id: Option<SessionId>,
    /// The working directory.
    ///
    /// May be absent; seen 3057/3057.
    pub cwd: Option<String>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 3057/3057.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    ///
    /// Wire: `gitBranch`. May be absent; seen 3057/3057.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    ///
    /// Wire: `userType`. May be absent; seen 3057/3057.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    ///
    /// May be absent; seen 3057/3057.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    ///
    /// Wire: `agentId`. May be absent; seen 113/3057.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    ///
    /// May be absent; seen 105/3057.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    ///
    /// Wire: `forkedFrom`. May be absent; declared, not seen.
    pub forked_from: Option<ForkOrigin>,
    /// The text.
    ///
    /// May be absent; seen 6/6.
    pub content: Option<String>,
    /// How grave it is.
    ///
    /// May be absent; seen 6/6.
    pub level: Option<InformationalLevel>,
    /// True for what is not shown.
    ///
    /// Wire: `isMeta`. May be absent; seen 6/6.
    pub is_meta: Option<bool>,
    /// True where the turn does not go on.
    ///
    /// Wire: `preventContinuation`. May be absent; seen 3/6.
    pub prevent_continuation: Option<bool>,
    /// What became of the prompt, where a hook held it up.
    ///
    /// Wire: `promptSubmitEnding`. May be absent; seen 3/6.
    pub prompt_submit_ending: Option<PromptSubmitEnding>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InformationalLine {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parent_uuid: None,
            is_sidechain: None,
            uuid: None,
            timestamp: None,
            session_id: None,
            cwd: None,
            version: None,
            git_branch: None,
            user_type: None,
            entrypoint: None,
            agent_id: None,
            slug: None,
            forked_from: None,
            content: None,
            level: None,
            is_meta: None,
            prevent_continuation: None,
            prompt_submit_ending: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_uuid`](Self::parent_uuid).
    #[must_use]
    pub fn parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.parent_uuid = Some(value.into());
        self
    }

    /// Sets [`is_sidechain`](Self::is_sidechain).
    #[must_use]
    pub fn is_sidechain(mut self, value: bool) -> Self {
        self.is_sidechain = Some(value);
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }

    /// Sets [`git_branch`](Self::git_branch).
    #[must_use]
    pub fn git_branch(mut self, value: impl Into<String>) -> Self {
        self.git_branch = Some(value.into());
        self
    }

    /// Sets [`user_type`](Self::user_type).
    #[must_use]
    pub fn user_type(mut self, value: impl Into<String>) -> Self {
        self.user_type = Some(value.into());
        self
    }

    /// Sets [`entrypoint`](Self::entrypoint).
    #[must_use]
    pub fn entrypoint(mut self, value: impl Into<String>) -> Self {
        self.entrypoint = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`slug`](Self::slug).
    #[must_use]
    pub fn slug(mut self, value: impl Into<String>) -> Self {
        self.slug = Some(value.into());
        self
    }

    /// Sets [`forked_from`](Self::forked_from).
    #[must_use]
    pub fn forked_from(mut self, value: impl Into<ForkOrigin>) -> Self {
        self.forked_from = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<InformationalLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`is_meta`](Self::is_meta).
    #[must_use]
    pub fn is_meta(mut self, value: bool) -> Self {
        self.is_meta = Some(value);
        self
    }

    /// Sets [`prevent_continuation`](Self::prevent_continuation).
    #[must_use]
    pub fn prevent_continuation(mut self, value: bool) -> Self {
        self.prevent_continuation = Some(value);
        self
    }

    /// Sets [`prompt_submit_ending`](Self::prompt_submit_ending).
    #[must_use]
    pub fn prompt_submit_ending(mut self, value: impl Into<PromptSubmitEnding>) -> Self {
        self.prompt_submit_ending = Some(value.into());
        self
    }
}

wire_struct!(InformationalLine {
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

/// What became of a prompt that a hook held up.
///
/// Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PromptSubmitEnding {
    /// What the hook did, and why.
    ///
    /// May be absent; seen 3/3.
    pub ending: Option<PromptEnding>,
    /// True if the prompt stays in the conversation.
    ///
    /// Wire: `promptKept`. May be absent; seen 3/3.
    pub prompt_kept: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PromptSubmitEnding {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { ending: None, prompt_kept: None, extra: Extra::default() }
    }

    /// Sets [`ending`](Self::ending).
    #[must_use]
    pub fn ending(mut self, value: impl Into<PromptEnding>) -> Self {
        self.ending = Some(value.into());
        self
    }

    /// Sets [`prompt_kept`](Self::prompt_kept).
    #[must_use]
    pub fn prompt_kept(mut self, value: bool) -> Self {
        self.prompt_kept = Some(value);
        self
    }
}

wire_struct!(PromptSubmitEnding {
    tags: [],
    fields: [
        0 optional ending: PromptEnding = "ending",
        1 optional prompt_kept: bool = "promptKept",
    ],
});

/// What a hook did to a prompt.
///
/// Seen 3 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct PromptEnding {
    /// What it did.
    ///
    /// May be absent; seen 3/3.
    pub kind: Option<PromptSubmitOutcomeKind>,
    /// Why.
    ///
    /// May be absent; seen 3/3.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PromptEnding {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { kind: None, reason: None, extra: Extra::default() }
    }

    /// Sets [`kind`](Self::kind).
    #[must_use]
    pub fn kind(mut self, value: impl Into<PromptSubmitOutcomeKind>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`reason`](Self::reason).
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }
}

wire_struct!(PromptEnding {
    tags: [],
    fields: [
        0 optional kind: PromptSubmitOutcomeKind = "kind",
        1 optional reason: String = "reason",
    ],
});

/// The conversation was compacted here: what comes after it has no parent, and begins with a summary.
///
/// Wire: `type: system`, `subtype: compact_boundary`. Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct CompactBoundaryLine {
    /// The line before this one in the conversation; null at its start.
    ///
    /// Wire: `parentUuid`. May be null; seen 3057/3057.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    ///
    /// Wire: `isSidechain`. May be absent; seen 3057/3057.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    ///
    /// May be absent; seen 3057/3057.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    ///
    /// May be absent; seen 3057/3057.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; seen 3057/3057.
    pub session_id: Option<SessionId>,
    /// The working directory.
    ///
    /// May be absent; seen 3057/3057.
    pub cwd: Option<String>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 3057/3057.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    ///
    /// Wire: `gitBranch`. May be absent; seen 3057/3057.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    ///
    /// Wire: `userType`. May be absent; seen 3057/3057.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    ///
    /// May be absent; seen 3057/3057.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    ///
    /// Wire: `agentId`. May be absent; seen 113/3057.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    ///
    /// May be absent; seen 105/3057.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    ///
    /// Wire: `forkedFrom`. May be absent; declared, not seen.
    pub forked_from: Option<ForkOrigin>,
    /// The line before the boundary.
    ///
    /// Wire: `logicalParentUuid`. May be absent; seen 2/2.
    pub logical_parent_uuid: Option<MessageUuid>,
    /// The text that is shown.
    ///
    /// May be absent; seen 2/2.
    pub content: Option<String>,
    /// How grave it is.
    ///
    /// May be absent; seen 2/2.
    pub level: Option<InformationalLevel>,
    /// True for what is not shown.
    ///
    /// Wire: `isMeta`. May be absent; seen 2/2.
    pub is_meta: Option<bool>,
    /// What was compacted, and to what.
    ///
    /// Wire: `compactMetadata`. May be absent; seen 2/2.
    pub compact_metadata: Option<LoggedCompactMetadata>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl CompactBoundaryLine {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parent_uuid: None,
            is_sidechain: None,
            uuid: None,
            timestamp: None,
            session_id: None,
            cwd: None,
            version: None,
            git_branch: None,
            user_type: None,
            entrypoint: None,
            agent_id: None,
            slug: None,
            forked_from: None,
            logical_parent_uuid: None,
            content: None,
            level: None,
            is_meta: None,
            compact_metadata: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_uuid`](Self::parent_uuid).
    #[must_use]
    pub fn parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.parent_uuid = Some(value.into());
        self
    }

    /// Sets [`is_sidechain`](Self::is_sidechain).
    #[must_use]
    pub fn is_sidechain(mut self, value: bool) -> Self {
        self.is_sidechain = Some(value);
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }

    /// Sets [`git_branch`](Self::git_branch).
    #[must_use]
    pub fn git_branch(mut self, value: impl Into<String>) -> Self {
        self.git_branch = Some(value.into());
        self
    }

    /// Sets [`user_type`](Self::user_type).
    #[must_use]
    pub fn user_type(mut self, value: impl Into<String>) -> Self {
        self.user_type = Some(value.into());
        self
    }

    /// Sets [`entrypoint`](Self::entrypoint).
    #[must_use]
    pub fn entrypoint(mut self, value: impl Into<String>) -> Self {
        self.entrypoint = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`slug`](Self::slug).
    #[must_use]
    pub fn slug(mut self, value: impl Into<String>) -> Self {
        self.slug = Some(value.into());
        self
    }

    /// Sets [`forked_from`](Self::forked_from).
    #[must_use]
    pub fn forked_from(mut self, value: impl Into<ForkOrigin>) -> Self {
        self.forked_from = Some(value.into());
        self
    }

    /// Sets [`logical_parent_uuid`](Self::logical_parent_uuid).
    #[must_use]
    pub fn logical_parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.logical_parent_uuid = Some(value.into());
        self
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<InformationalLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`is_meta`](Self::is_meta).
    #[must_use]
    pub fn is_meta(mut self, value: bool) -> Self {
        self.is_meta = Some(value);
        self
    }

    /// Sets [`compact_metadata`](Self::compact_metadata).
    #[must_use]
    pub fn compact_metadata(mut self, value: impl Into<LoggedCompactMetadata>) -> Self {
        self.compact_metadata = Some(value.into());
        self
    }
}

wire_struct!(CompactBoundaryLine {
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

/// What was compacted, and to what, as session files have it.
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LoggedCompactMetadata {
    /// Who wanted it.
    ///
    /// May be absent; seen 2/2.
    pub trigger: Option<CompactTrigger>,
    /// Tokens before.
    ///
    /// Wire: `preTokens`. May be absent; seen 2/2.
    pub pre_tokens: Option<u64>,
    /// Tokens after.
    ///
    /// Wire: `postTokens`. May be absent; seen 2/2.
    pub post_tokens: Option<u64>,
    /// How long it took, in milliseconds.
    ///
    /// Wire: `durationMs`. May be absent; seen 2/2.
    pub duration_ms: Option<u64>,
    /// The stretch of lines that was kept.
    ///
    /// Wire: `preservedSegment`. May be absent; seen 2/2.
    pub preserved_segment: Option<LoggedSegment>,
    /// The lines that were kept.
    ///
    /// Wire: `preservedMessages`. May be absent; seen 2/2.
    pub preserved_messages: Option<LoggedMessages>,
    /// Tokens that were dropped up to here, earlier boundaries included.
    ///
    /// Wire: `cumulativeDroppedTokens`. May be absent; seen 2/2.
    pub cumulative_dropped_tokens: Option<u64>,
    /// Not explained.
    ///
    /// Wire: `preCompactOrganizationsCoverStart`. May be absent; seen 2/2.
    pub pre_compact_organizations_cover_start: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LoggedCompactMetadata {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            trigger: None,
            pre_tokens: None,
            post_tokens: None,
            duration_ms: None,
            preserved_segment: None,
            preserved_messages: None,
            cumulative_dropped_tokens: None,
            pre_compact_organizations_cover_start: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger`](Self::trigger).
    #[must_use]
    pub fn trigger(mut self, value: impl Into<CompactTrigger>) -> Self {
        self.trigger = Some(value.into());
        self
    }

    /// Sets [`pre_tokens`](Self::pre_tokens).
    #[must_use]
    pub fn pre_tokens(mut self, value: u64) -> Self {
        self.pre_tokens = Some(value);
        self
    }

    /// Sets [`post_tokens`](Self::post_tokens).
    #[must_use]
    pub fn post_tokens(mut self, value: u64) -> Self {
        self.post_tokens = Some(value);
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
    }

    /// Sets [`preserved_segment`](Self::preserved_segment).
    #[must_use]
    pub fn preserved_segment(mut self, value: impl Into<LoggedSegment>) -> Self {
        self.preserved_segment = Some(value.into());
        self
    }

    /// Sets [`preserved_messages`](Self::preserved_messages).
    #[must_use]
    pub fn preserved_messages(mut self, value: impl Into<LoggedMessages>) -> Self {
        self.preserved_messages = Some(value.into());
        self
    }

    /// Sets [`cumulative_dropped_tokens`](Self::cumulative_dropped_tokens).
    #[must_use]
    pub fn cumulative_dropped_tokens(mut self, value: u64) -> Self {
        self.cumulative_dropped_tokens = Some(value);
        self
    }

    /// Sets [`pre_compact_organizations_cover_start`](Self::pre_compact_organizations_cover_start).
    #[must_use]
    pub fn pre_compact_organizations_cover_start(mut self, value: bool) -> Self {
        self.pre_compact_organizations_cover_start = Some(value);
        self
    }
}

wire_struct!(LoggedCompactMetadata {
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

/// A stretch of lines that was kept.
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LoggedSegment {
    /// Its first line.
    ///
    /// Wire: `headUuid`. May be absent; seen 2/2.
    pub head_uuid: Option<MessageUuid>,
    /// The line it hangs on.
    ///
    /// Wire: `anchorUuid`. May be absent; seen 2/2.
    pub anchor_uuid: Option<MessageUuid>,
    /// Its last line.
    ///
    /// Wire: `tailUuid`. May be absent; seen 2/2.
    pub tail_uuid: Option<MessageUuid>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LoggedSegment {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { head_uuid: None, anchor_uuid: None, tail_uuid: None, extra: Extra::default() }
    }

    /// Sets [`head_uuid`](Self::head_uuid).
    #[must_use]
    pub fn head_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.head_uuid = Some(value.into());
        self
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`tail_uuid`](Self::tail_uuid).
    #[must_use]
    pub fn tail_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.tail_uuid = Some(value.into());
        self
    }
}

wire_struct!(LoggedSegment {
    tags: [],
    fields: [
        0 optional head_uuid: MessageUuid = "headUuid",
        1 optional anchor_uuid: MessageUuid = "anchorUuid",
        2 optional tail_uuid: MessageUuid = "tailUuid",
    ],
});

/// Lines that were kept.
///
/// Seen 2 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LoggedMessages {
    /// The line they hang on.
    ///
    /// Wire: `anchorUuid`. May be absent; seen 2/2.
    pub anchor_uuid: Option<MessageUuid>,
    /// The lines.
    ///
    /// May be absent; seen 2/2.
    pub uuids: Option<Vec<MessageUuid>>,
    /// The lines, with those that are not sent to the model.
    ///
    /// Wire: `allUuids`. May be absent; seen 2/2.
    pub all_uuids: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LoggedMessages {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { anchor_uuid: None, uuids: None, all_uuids: None, extra: Extra::default() }
    }

    /// Sets [`anchor_uuid`](Self::anchor_uuid).
    #[must_use]
    pub fn anchor_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.anchor_uuid = Some(value.into());
        self
    }

    /// Sets [`uuids`](Self::uuids).
    #[must_use]
    pub fn uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.uuids = Some(value.into());
        self
    }

    /// Sets [`all_uuids`](Self::all_uuids).
    #[must_use]
    pub fn all_uuids(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.all_uuids = Some(value.into());
        self
    }
}

wire_struct!(LoggedMessages {
    tags: [],
    fields: [
        0 optional anchor_uuid: MessageUuid = "anchorUuid",
        1 optional uuids: Vec<MessageUuid> = "uuids",
        2 optional all_uuids: Vec<MessageUuid> = "allUuids",
    ],
});

/// Hooks ran at the end of a turn.
///
/// Wire: `type: system`, `subtype: stop_hook_summary`. Seen 18 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StopHookSummaryLine {
    /// The line before this one in the conversation; null at its start.
    ///
    /// Wire: `parentUuid`. May be null; seen 3057/3057.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    ///
    /// Wire: `isSidechain`. May be absent; seen 3057/3057.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    ///
    /// May be absent; seen 3057/3057.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    ///
    /// May be absent; seen 3057/3057.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; seen 3057/3057.
    pub session_id: Option<SessionId>,
    /// The working directory.
    ///
    /// May be absent; seen 3057/3057.
    pub cwd: Option<String>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 3057/3057.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    ///
    /// Wire: `gitBranch`. May be absent; seen 3057/3057.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    ///
    /// Wire: `userType`. May be absent; seen 3057/3057.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    ///
    /// May be absent; seen 3057/3057.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    ///
    /// Wire: `agentId`. May be absent; seen 113/3057.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    ///
    /// May be absent; seen 105/3057.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    ///
    /// Wire: `forkedFrom`. May be absent; declared, not seen.
    pub forked_from: Option<ForkOrigin>,
    /// How many.
    ///
    /// Wire: `hookCount`. May be absent; seen 18/18.
    pub hook_count: Option<u64>,
    /// Which.
    ///
    /// Wire: `hookInfos`. May be absent; seen 18/18.
    pub hook_infos: Option<Vec<StopHookInfo>>,
    /// What went wrong, or why the turn was to go on.
    ///
    /// Wire: `hookErrors`. May be absent; seen 18/18.
    pub hook_errors: Option<Vec<String>>,
    /// Which of these are failures.
    ///
    /// Wire: `failedHookErrorIndexes`. May be absent; seen 18/18.
    pub failed_hook_error_indexes: Option<Vec<u64>>,
    /// What the hooks told the model.
    ///
    /// Wire: `hookAdditionalContext`. May be absent; seen 18/18.
    pub hook_additional_context: Option<Vec<String>>,
    /// True where a hook ended the turn.
    ///
    /// Wire: `preventedContinuation`. May be absent; seen 18/18.
    pub prevented_continuation: Option<bool>,
    /// Why a hook ended it.
    ///
    /// Wire: `stopReason`. May be absent; seen 18/18.
    pub stop_reason: Option<String>,
    /// True where a hook said something.
    ///
    /// Wire: `hasOutput`. May be absent; seen 18/18.
    pub has_output: Option<bool>,
    /// How grave it is.
    ///
    /// May be absent; seen 18/18.
    pub level: Option<InformationalLevel>,
    /// Names this run of the hooks.
    ///
    /// Wire: `toolUseID`. May be absent; seen 18/18.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl StopHookSummaryLine {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parent_uuid: None,
            is_sidechain: None,
            uuid: None,
            timestamp: None,
            session_id: None,
            cwd: None,
            version: None,
            git_branch: None,
            user_type: None,
            entrypoint: None,
            agent_id: None,
            slug: None,
            forked_from: None,
            hook_count: None,
            hook_infos: None,
            hook_errors: None,
            failed_hook_error_indexes: None,
            hook_additional_context: None,
            prevented_continuation: None,
            stop_reason: None,
            has_output: None,
            level: None,
            tool_use_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_uuid`](Self::parent_uuid).
    #[must_use]
    pub fn parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.parent_uuid = Some(value.into());
        self
    }

    /// Sets [`is_sidechain`](Self::is_sidechain).
    #[must_use]
    pub fn is_sidechain(mut self, value: bool) -> Self {
        self.is_sidechain = Some(value);
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }

    /// Sets [`git_branch`](Self::git_branch).
    #[must_use]
    pub fn git_branch(mut self, value: impl Into<String>) -> Self {
        self.git_branch = Some(value.into());
        self
    }

    /// Sets [`user_type`](Self::user_type).
    #[must_use]
    pub fn user_type(mut self, value: impl Into<String>) -> Self {
        self.user_type = Some(value.into());
        self
    }

    /// Sets [`entrypoint`](Self::entrypoint).
    #[must_use]
    pub fn entrypoint(mut self, value: impl Into<String>) -> Self {
        self.entrypoint = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`slug`](Self::slug).
    #[must_use]
    pub fn slug(mut self, value: impl Into<String>) -> Self {
        self.slug = Some(value.into());
        self
    }

    /// Sets [`forked_from`](Self::forked_from).
    #[must_use]
    pub fn forked_from(mut self, value: impl Into<ForkOrigin>) -> Self {
        self.forked_from = Some(value.into());
        self
    }

    /// Sets [`hook_count`](Self::hook_count).
    #[must_use]
    pub fn hook_count(mut self, value: u64) -> Self {
        self.hook_count = Some(value);
        self
    }

    /// Sets [`hook_infos`](Self::hook_infos).
    #[must_use]
    pub fn hook_infos(mut self, value: impl Into<Vec<StopHookInfo>>) -> Self {
        self.hook_infos = Some(value.into());
        self
    }

    /// Sets [`hook_errors`](Self::hook_errors).
    #[must_use]
    pub fn hook_errors(mut self, value: impl Into<Vec<String>>) -> Self {
        self.hook_errors = Some(value.into());
        self
    }

    /// Sets [`failed_hook_error_indexes`](Self::failed_hook_error_indexes).
    #[must_use]
    pub fn failed_hook_error_indexes(mut self, value: impl Into<Vec<u64>>) -> Self {
        self.failed_hook_error_indexes = Some(value.into());
        self
    }

    /// Sets [`hook_additional_context`](Self::hook_additional_context).
    #[must_use]
    pub fn hook_additional_context(mut self, value: impl Into<Vec<String>>) -> Self {
        self.hook_additional_context = Some(value.into());
        self
    }

    /// Sets [`prevented_continuation`](Self::prevented_continuation).
    #[must_use]
    pub fn prevented_continuation(mut self, value: bool) -> Self {
        self.prevented_continuation = Some(value);
        self
    }

    /// Sets [`stop_reason`](Self::stop_reason).
    #[must_use]
    pub fn stop_reason(mut self, value: impl Into<String>) -> Self {
        self.stop_reason = Some(value.into());
        self
    }

    /// Sets [`has_output`](Self::has_output).
    #[must_use]
    pub fn has_output(mut self, value: bool) -> Self {
        self.has_output = Some(value);
        self
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<InformationalLevel>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }
}

wire_struct!(StopHookSummaryLine {
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
///
/// Seen 20 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct StopHookInfo {
    /// Its command; `callback` for those of the SDK.
    ///
    /// May be absent; seen 20/20.
    pub command: Option<String>,
    /// How long it ran, in milliseconds.
    ///
    /// Wire: `durationMs`. May be absent; seen 4/20.
    pub duration_ms: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl StopHookInfo {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { command: None, duration_ms: None, extra: Extra::default() }
    }

    /// Sets [`command`](Self::command).
    #[must_use]
    pub fn command(mut self, value: impl Into<String>) -> Self {
        self.command = Some(value.into());
        self
    }

    /// Sets [`duration_ms`](Self::duration_ms).
    #[must_use]
    pub fn duration_ms(mut self, value: u64) -> Self {
        self.duration_ms = Some(value);
        self
    }
}

wire_struct!(StopHookInfo {
    tags: [],
    fields: [
        0 optional command: String = "command",
        1 optional duration_ms: u64 = "durationMs",
    ],
});

/// A request to the API failed and is tried again.
///
/// Wire: `type: system`, `subtype: api_error`. Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ApiErrorLine {
    /// The line before this one in the conversation; null at its start.
    ///
    /// Wire: `parentUuid`. May be null; seen 3057/3057.
    pub parent_uuid: Option<MessageUuid>,
    /// True in the files of subagents.
    ///
    /// Wire: `isSidechain`. May be absent; seen 3057/3057.
    pub is_sidechain: Option<bool>,
    /// Names this line. User and assistant messages of the stream have the same name.
    ///
    /// May be absent; seen 3057/3057.
    pub uuid: Option<MessageUuid>,
    /// When it was written.
    ///
    /// May be absent; seen 3057/3057.
    pub timestamp: Option<Timestamp>,
    /// The session.
    ///
    /// Wire: `sessionId`. May be absent; seen 3057/3057.
    pub session_id: Option<SessionId>,
    /// The working directory.
    ///
    /// May be absent; seen 3057/3057.
    pub cwd: Option<String>,
    /// The version of the CLI.
    ///
    /// May be absent; seen 3057/3057.
    pub version: Option<String>,
    /// The git branch, or `HEAD` where there is none.
    ///
    /// Wire: `gitBranch`. May be absent; seen 3057/3057.
    pub git_branch: Option<String>,
    /// `external` outside the vendor.
    ///
    /// Wire: `userType`. May be absent; seen 3057/3057.
    pub user_type: Option<String>,
    /// How the CLI was started, as in `sdk-py`.
    ///
    /// May be absent; seen 3057/3057.
    pub entrypoint: Option<String>,
    /// The subagent whose file this is.
    ///
    /// Wire: `agentId`. May be absent; seen 113/3057.
    pub agent_id: Option<AgentId>,
    /// A made-up name for the session, which its plan file has, too.
    ///
    /// May be absent; seen 105/3057.
    pub slug: Option<String>,
    /// The line that this is a copy of, in a session that was forked by an SDK.
    ///
    /// Wire: `forkedFrom`. May be absent; declared, not seen.
    pub forked_from: Option<ForkOrigin>,
    /// How grave it is: `error`.
    ///
    /// May be absent; seen 1/1.
    pub level: Option<String>,
    /// What went wrong.
    ///
    /// May be absent; seen 1/1.
    pub error: Option<LoggedApiError>,
    /// When it is tried again, in milliseconds.
    ///
    /// Wire: `retryInMs`. May be absent; seen 1/1.
    pub retry_in_ms: Option<f64>,
    /// Which try is next, counted from 1.
    ///
    /// Wire: `retryAttempt`. May be absent; seen 1/1.
    pub retry_attempt: Option<u64>,
    /// How many tries there are.
    ///
    /// Wire: `maxRetries`. May be absent; seen 1/1.
    pub max_retries: Option<u64>,
    /// Which part of the CLI tells, as in `request_retry`.
    ///
    /// May be absent; seen 1/1.
    pub source: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ApiErrorLine {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            parent_uuid: None,
            is_sidechain: None,
            uuid: None,
            timestamp: None,
            session_id: None,
            cwd: None,
            version: None,
            git_branch: None,
            user_type: None,
            entrypoint: None,
            agent_id: None,
            slug: None,
            forked_from: None,
            level: None,
            error: None,
            retry_in_ms: None,
            retry_attempt: None,
            max_retries: None,
            source: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`parent_uuid`](Self::parent_uuid).
    #[must_use]
    pub fn parent_uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.parent_uuid = Some(value.into());
        self
    }

    /// Sets [`is_sidechain`](Self::is_sidechain).
    #[must_use]
    pub fn is_sidechain(mut self, value: bool) -> Self {
        self.is_sidechain = Some(value);
        self
    }

    /// Sets [`uuid`](Self::uuid).
    #[must_use]
    pub fn uuid(mut self, value: impl Into<MessageUuid>) -> Self {
        self.uuid = Some(value.into());
        self
    }

    /// Sets [`timestamp`](Self::timestamp).
    #[must_use]
    pub fn timestamp(mut self, value: impl Into<Timestamp>) -> Self {
        self.timestamp = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[must_use]
    pub fn session_id(mut self, value: impl Into<SessionId>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cwd`](Self::cwd).
    #[must_use]
    pub fn cwd(mut self, value: impl Into<String>) -> Self {
        self.cwd = Some(value.into());
        self
    }

    /// Sets [`version`](Self::version).
    #[must_use]
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.version = Some(value.into());
        self
    }

    /// Sets [`git_branch`](Self::git_branch).
    #[must_use]
    pub fn git_branch(mut self, value: impl Into<String>) -> Self {
        self.git_branch = Some(value.into());
        self
    }

    /// Sets [`user_type`](Self::user_type).
    #[must_use]
    pub fn user_type(mut self, value: impl Into<String>) -> Self {
        self.user_type = Some(value.into());
        self
    }

    /// Sets [`entrypoint`](Self::entrypoint).
    #[must_use]
    pub fn entrypoint(mut self, value: impl Into<String>) -> Self {
        self.entrypoint = Some(value.into());
        self
    }

    /// Sets [`agent_id`](Self::agent_id).
    #[must_use]
    pub fn agent_id(mut self, value: impl Into<AgentId>) -> Self {
        self.agent_id = Some(value.into());
        self
    }

    /// Sets [`slug`](Self::slug).
    #[must_use]
    pub fn slug(mut self, value: impl Into<String>) -> Self {
        self.slug = Some(value.into());
        self
    }

    /// Sets [`forked_from`](Self::forked_from).
    #[must_use]
    pub fn forked_from(mut self, value: impl Into<ForkOrigin>) -> Self {
        self.forked_from = Some(value.into());
        self
    }

    /// Sets [`level`](Self::level).
    #[must_use]
    pub fn level(mut self, value: impl Into<String>) -> Self {
        self.level = Some(value.into());
        self
    }

    /// Sets [`error`](Self::error).
    #[must_use]
    pub fn error(mut self, value: impl Into<LoggedApiError>) -> Self {
        self.error = Some(value.into());
        self
    }

    /// Sets [`retry_in_ms`](Self::retry_in_ms).
    #[must_use]
    pub fn retry_in_ms(mut self, value: f64) -> Self {
        self.retry_in_ms = Some(value);
        self
    }

    /// Sets [`retry_attempt`](Self::retry_attempt).
    #[must_use]
    pub fn retry_attempt(mut self, value: u64) -> Self {
        self.retry_attempt = Some(value);
        self
    }

    /// Sets [`max_retries`](Self::max_retries).
    #[must_use]
    pub fn max_retries(mut self, value: u64) -> Self {
        self.max_retries = Some(value);
        self
    }

    /// Sets [`source`](Self::source).
    #[must_use]
    pub fn source(mut self, value: impl Into<String>) -> Self {
        self.source = Some(value.into());
        self
    }
}

wire_struct!(ApiErrorLine {
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

/// Why a request to the API failed.
///
/// Seen 1 times in the recordings.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct LoggedApiError {
    /// The error in words.
    ///
    /// May be absent; seen 1/1.
    pub message: Option<String>,
    /// The HTTP status.
    ///
    /// May be absent; seen 1/1.
    pub status: Option<u64>,
    /// The request.
    ///
    /// Wire: `requestId`. May be absent; seen 1/1.
    pub request_id: Option<ApiRequestId>,
    /// The error as it is shown.
    ///
    /// May be absent; seen 1/1.
    pub formatted: Option<String>,
    /// What was wrong with the connection.
    ///
    /// May be absent or null; seen 1/1.
    pub connection: Maybe<Raw>,
    /// True where there is no network.
    ///
    /// Wire: `isNetworkDown`. May be absent; seen 1/1.
    pub is_network_down: Option<bool>,
    /// The limits that were met.
    ///
    /// Wire: `rateLimits`. May be absent or null; seen 1/1.
    pub rate_limits: Maybe<Raw>,
    /// Why there was no answer.
    ///
    /// Wire: `noResponse`. May be absent or null; seen 1/1.
    pub no_response: Maybe<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl LoggedApiError {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            status: None,
            request_id: None,
            formatted: None,
            connection: Maybe::Absent,
            is_network_down: None,
            rate_limits: Maybe::Absent,
            no_response: Maybe::Absent,
            extra: Extra::default(),
        }
    }

    /// Sets [`message`](Self::message).
    #[must_use]
    pub fn message(mut self, value: impl Into<String>) -> Self {
        self.message = Some(value.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, value: u64) -> Self {
        self.status = Some(value);
        self
    }

    /// Sets [`request_id`](Self::request_id).
    #[must_use]
    pub fn request_id(mut self, value: impl Into<ApiRequestId>) -> Self {
        self.request_id = Some(value.into());
        self
    }

    /// Sets [`formatted`](Self::formatted).
    #[must_use]
    pub fn formatted(mut self, value: impl Into<String>) -> Self {
        self.formatted = Some(value.into());
        self
    }

    /// Sets [`connection`](Self::connection).
    #[must_use]
    pub fn connection(mut self, value: impl Into<Raw>) -> Self {
        self.connection = Maybe::Value(value.into());
        self
    }

    /// Sets [`is_network_down`](Self::is_network_down).
    #[must_use]
    pub fn is_network_down(mut self, value: bool) -> Self {
        self.is_network_down = Some(value);
        self
    }

    /// Sets [`rate_limits`](Self::rate_limits).
    #[must_use]
    pub fn rate_limits(mut self, value: impl Into<Raw>) -> Self {
        self.rate_limits = Maybe::Value(value.into());
        self
    }

    /// Sets [`no_response`](Self::no_response).
    #[must_use]
    pub fn no_response(mut self, value: impl Into<Raw>) -> Self {
        self.no_response = Maybe::Value(value.into());
        self
    }
}

wire_struct!(LoggedApiError {
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
