// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Tools for services of the vendor: artifacts, projects, notifications, feedback. None of them occurs in the recordings; the outputs of Artifact and Projects have no types here.

use super::all::*;

/// Actions on published pages.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArtifactAction {
    /// Publishes a file.
    Publish,
    /// Lists pages.
    List,
    /// Reads a page.
    Read,
    /// Lists types of pages.
    ListTypes,
    /// Subscribes to new versions.
    Watch,
    /// Cancels the subscription.
    Unwatch,
    /// Reports the subscriptions.
    Status,
    /// Adds a file to a page.
    UploadAsset,
    /// Lists the files of a page.
    ListAssets,
    /// Saves a file of a page.
    ReadAsset,
    /// Removes a file of a page.
    DeleteAsset,
    /// Pins a page.
    Pin,
    /// Unpins a page.
    Unpin,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ArtifactAction {
    Publish = "publish",
    List = "list",
    Read = "read",
    ListTypes = "list_types",
    Watch = "watch",
    Unwatch = "unwatch",
    Status = "status",
    UploadAsset = "upload_asset",
    ListAssets = "list_assets",
    ReadAsset = "read_asset",
    DeleteAsset = "delete_asset",
    Pin = "pin",
    Unpin = "unpin",
});

/// The owner of the pages to list.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArtifactScope {
    /// The user.
    Mine,
    /// Other users who share their pages with the user.
    Shared,
    /// The user and the others.
    All,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ArtifactScope {
    Mine = "mine",
    Shared = "shared",
    All = "all",
});

/// An operation on a project.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProjectsMethod {
    /// Returns information about the project.
    ProjectInfo,
    /// Reads a document.
    ProjectRead,
    /// Searches the project.
    ProjectSearch,
    /// Writes a document.
    ProjectWrite,
    /// Removes a document.
    ProjectDelete,
    /// Lists the memory of the project.
    ProjectMemoryList,
    /// Reads a file of the project's memory.
    ProjectMemoryRead,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ProjectsMethod {
    ProjectInfo = "project_info",
    ProjectRead = "project_read",
    ProjectSearch = "project_search",
    ProjectWrite = "project_write",
    ProjectDelete = "project_delete",
    ProjectMemoryList = "project_memory_list",
    ProjectMemoryRead = "project_memory_read",
});

/// Actions on triggers.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RemoteTriggerAction {
    /// Lists triggers.
    List,
    /// Returns one trigger.
    Get,
    /// Creates a trigger.
    Create,
    /// Changes a trigger.
    Update,
    /// Runs a trigger now.
    Run,
    /// Creates a trigger that a webhook starts.
    CreateWebhookTrigger,
    /// Lists the runs of a trigger.
    ListRuns,
    /// Reads the log of a run.
    GetRunLog,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] RemoteTriggerAction {
    List = "list",
    Get = "get",
    Create = "create",
    Update = "update",
    Run = "run",
    CreateWebhookTrigger = "create_webhook_trigger",
    ListRuns = "list_runs",
    GetRunLog = "get_run_log",
});

/// The reason why the notification was not sent.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PushDisabledReason {
    /// Notifications are disabled.
    ConfigOff,
    /// The user is present.
    UserPresent,
    /// No transport for notifications is available.
    NoTransport,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] PushDisabledReason {
    ConfigOff = "config_off",
    UserPresent = "user_present",
    NoTransport = "no_transport",
});

/// Kinds of feedback.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FeedbackKind {
    /// Something does not work.
    Bug,
    /// Something could be better.
    Idea,
    /// Something cannot be done.
    MissingCapability,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FeedbackKind {
    Bug = "bug",
    Idea = "idea",
    MissingCapability = "missing_capability",
});

/// Mistakes of a model.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureMode {
    /// The model did not follow instructions.
    InstructionFollowing,
    /// The model destroyed something.
    DestructiveActions,
    /// The model wrote bad code.
    CodeQuality,
    /// The model repeated itself.
    RepetitionAndLooping,
    /// The model was better before.
    ModelRegression,
    /// The model was sure of something false.
    OverconfidenceAndHallucination,
    /// The model forgot something.
    ContextAndMemory,
    /// The model did more than was requested.
    Overeager,
    /// The model gave in too easily.
    OverCorrection,
    /// The model stopped too early.
    StoppingShort,
    /// The model argued or refused.
    DisputeOrDecline,
    /// The model started too many subagents.
    SubagentOverspawn,
    /// The model had the wrong tone.
    ToneOrPreachiness,
    /// The model asked too many questions.
    ExcessiveQuestions,
    /// The model worked outside of its scope.
    UnwantedScope,
    /// Another mistake. Wire: `other`.
    Unspecified,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FailureMode {
    InstructionFollowing = "instruction_following",
    DestructiveActions = "destructive_actions",
    CodeQuality = "code_quality",
    RepetitionAndLooping = "repetition_and_looping",
    ModelRegression = "model_regression",
    OverconfidenceAndHallucination = "overconfidence_and_hallucination",
    ContextAndMemory = "context_and_memory",
    Overeager = "overeager",
    OverCorrection = "over_correction",
    StoppingShort = "stopping_short",
    DisputeOrDecline = "dispute_or_decline",
    SubagentOverspawn = "subagent_overspawn",
    ToneOrPreachiness = "tone_or_preachiness",
    ExcessiveQuestions = "excessive_questions",
    UnwantedScope = "unwanted_scope",
    Unspecified = "other",
});

/// What the session was doing.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FeedbackTask {
    /// Changing code.
    CodeEdit,
    /// Searching for a bug.
    Debug,
    /// Explaining something.
    Explain,
    /// Planning.
    Plan,
    /// Running commands.
    Shell,
    /// Searching.
    Search,
    /// Reviewing.
    Review,
    /// Another activity. Wire: `other`.
    Unspecified,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] FeedbackTask {
    CodeEdit = "code_edit",
    Debug = "debug",
    Explain = "explain",
    Plan = "plan",
    Shell = "shell",
    Search = "search",
    Review = "review",
    Unspecified = "other",
});

/// Kinds of proposals.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SkillProposalKind {
    /// A new skill.
    New,
    /// An improvement of an existing skill.
    Improvement,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] SkillProposalKind {
    New = "new",
    Improvement = "improvement",
});

/// The outcome of connecting the browser.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChromeSetupOutcome {
    /// The browser is connected.
    Connected,
    /// The user does not want to connect it now.
    NotNow,
    /// The user has not tried yet.
    NoAttemptYet,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ChromeSetupOutcome {
    Connected = "connected",
    NotNow = "not_now",
    NoAttemptYet = "no_attempt_yet",
});

/// Publishes a page, or works with published pages. The action decides which fields are used.
///
/// The input of the tool `Artifact`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ArtifactInput {
    /// The action; `publish` by default.
    pub action: Option<ArtifactAction>,
    /// The file to publish, or to add.
    pub file_path: Option<String>,
    /// No longer used; see `icon`.
    pub favicon: Option<String>,
    /// The icon of the page, as a word.
    pub icon: Option<String>,
    /// The maximum number of pages to list; 25 by default.
    pub limit: Option<u64>,
    /// The position at which a list continues.
    pub page_token: Option<String>,
    /// The owner of the pages to list; `mine` by default.
    pub scope: Option<ArtifactScope>,
    /// The title, if the page has none.
    pub title: Option<String>,
    /// A description of the page in one sentence.
    pub description: Option<String>,
    /// A name for this version, at most 60 characters.
    pub label: Option<String>,
    /// The page to work with, or to replace.
    pub url: Option<String>,
    /// What to look for in a page of another user.
    pub prompt: Option<String>,
    /// True to overwrite a newer version.
    pub force: Option<bool>,
    /// True to pin the page after publishing.
    pub pin: Option<bool>,
    /// The directory to save a file to.
    pub out_dir: Option<String>,
    /// Several files to add, at most 25.
    pub file_paths: Option<Vec<String>>,
    /// The ID of a file of the page.
    pub asset_id: Option<String>,
    /// The position at which a list of files continues.
    pub after: Option<String>,
    /// The capabilities of the page, by name.
    pub capabilities: Option<BTreeMap<String, Raw>>,
    /// The version of the runtime that the page requires.
    pub contract: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ArtifactInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ArtifactInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`action`](Self::action).
    #[inline]
    #[must_use]
    pub fn action(mut self, value: impl Into<ArtifactAction>) -> Self {
        self.action = Some(value.into());
        self
    }

    /// Sets [`file_path`](Self::file_path).
    #[inline]
    #[must_use]
    pub fn file_path(mut self, value: impl Into<String>) -> Self {
        self.file_path = Some(value.into());
        self
    }

    /// Sets [`favicon`](Self::favicon).
    #[inline]
    #[must_use]
    pub fn favicon(mut self, value: impl Into<String>) -> Self {
        self.favicon = Some(value.into());
        self
    }

    /// Sets [`icon`](Self::icon).
    #[inline]
    #[must_use]
    pub fn icon(mut self, value: impl Into<String>) -> Self {
        self.icon = Some(value.into());
        self
    }

    /// Sets [`limit`](Self::limit).
    #[inline]
    #[must_use]
    pub fn limit(mut self, value: u64) -> Self {
        self.limit = Some(value);
        self
    }

    /// Sets [`page_token`](Self::page_token).
    #[inline]
    #[must_use]
    pub fn page_token(mut self, value: impl Into<String>) -> Self {
        self.page_token = Some(value.into());
        self
    }

    /// Sets [`scope`](Self::scope).
    #[inline]
    #[must_use]
    pub fn scope(mut self, value: impl Into<ArtifactScope>) -> Self {
        self.scope = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[inline]
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`label`](Self::label).
    #[inline]
    #[must_use]
    pub fn label(mut self, value: impl Into<String>) -> Self {
        self.label = Some(value.into());
        self
    }

    /// Sets [`url`](Self::url).
    #[inline]
    #[must_use]
    pub fn url(mut self, value: impl Into<String>) -> Self {
        self.url = Some(value.into());
        self
    }

    /// Sets [`prompt`](Self::prompt).
    #[inline]
    #[must_use]
    pub fn prompt(mut self, value: impl Into<String>) -> Self {
        self.prompt = Some(value.into());
        self
    }

    /// Sets [`force`](Self::force).
    #[inline]
    #[must_use]
    pub fn force(mut self, value: bool) -> Self {
        self.force = Some(value);
        self
    }

    /// Sets [`pin`](Self::pin).
    #[inline]
    #[must_use]
    pub fn pin(mut self, value: bool) -> Self {
        self.pin = Some(value);
        self
    }

    /// Sets [`out_dir`](Self::out_dir).
    #[inline]
    #[must_use]
    pub fn out_dir(mut self, value: impl Into<String>) -> Self {
        self.out_dir = Some(value.into());
        self
    }

    /// Sets [`file_paths`](Self::file_paths).
    #[inline]
    #[must_use]
    pub fn file_paths(mut self, value: impl Into<Vec<String>>) -> Self {
        self.file_paths = Some(value.into());
        self
    }

    /// Sets [`asset_id`](Self::asset_id).
    #[inline]
    #[must_use]
    pub fn asset_id(mut self, value: impl Into<String>) -> Self {
        self.asset_id = Some(value.into());
        self
    }

    /// Sets [`after`](Self::after).
    #[inline]
    #[must_use]
    pub fn after(mut self, value: impl Into<String>) -> Self {
        self.after = Some(value.into());
        self
    }

    /// Sets [`capabilities`](Self::capabilities).
    #[inline]
    #[must_use]
    pub fn capabilities(mut self, value: impl Into<BTreeMap<String, Raw>>) -> Self {
        self.capabilities = Some(value.into());
        self
    }

    /// Sets [`contract`](Self::contract).
    #[inline]
    #[must_use]
    pub fn contract(mut self, value: impl Into<String>) -> Self {
        self.contract = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ArtifactInput {
    tags: [],
    fields: [
        0 optional action: ArtifactAction = "action",
        1 optional file_path: String = "file_path",
        2 optional favicon: String = "favicon",
        3 optional icon: String = "icon",
        4 optional limit: u64 = "limit",
        5 optional page_token: String = "page_token",
        6 optional scope: ArtifactScope = "scope",
        7 optional title: String = "title",
        8 optional description: String = "description",
        9 optional label: String = "label",
        10 optional url: String = "url",
        11 optional prompt: String = "prompt",
        12 optional force: bool = "force",
        13 optional pin: bool = "pin",
        14 optional out_dir: String = "out_dir",
        15 optional file_paths: Vec<String> = "file_paths",
        16 optional asset_id: String = "asset_id",
        17 optional after: String = "after",
        18 optional capabilities: BTreeMap<String, Raw> = "capabilities",
        19 optional contract: String = "contract",
    ],
});

impl crate::wire::ToolInput for ArtifactInput {
    const TOOL: &'static str = "Artifact";
    const ALIASES: &'static [&'static str] = &[];
}

/// Works with a project of the user. The method decides which fields are used.
///
/// The input of the tool `Projects`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ProjectsInput {
    /// The operation.
    pub method: ProjectsMethod,
    /// The document or memory file.
    pub path: Option<String>,
    /// The content to write.
    pub content: Option<String>,
    /// The file to upload, instead of `content`.
    pub local_path: Option<String>,
    /// True if the document must be shown to the user.
    pub present_to_user: Option<bool>,
    /// The search query.
    pub query: Option<String>,
    /// The maximum number of hits; 5 by default.
    pub n: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ProjectsInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(method: impl Into<ProjectsMethod>) -> Self {
        Self {
            method: method.into(),
            path: None,
            content: None,
            local_path: None,
            present_to_user: None,
            query: None,
            n: None,
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

    /// Sets [`content`](Self::content).
    #[inline]
    #[must_use]
    pub fn content(mut self, value: impl Into<String>) -> Self {
        self.content = Some(value.into());
        self
    }

    /// Sets [`local_path`](Self::local_path).
    #[inline]
    #[must_use]
    pub fn local_path(mut self, value: impl Into<String>) -> Self {
        self.local_path = Some(value.into());
        self
    }

    /// Sets [`present_to_user`](Self::present_to_user).
    #[inline]
    #[must_use]
    pub fn present_to_user(mut self, value: bool) -> Self {
        self.present_to_user = Some(value);
        self
    }

    /// Sets [`query`](Self::query).
    #[inline]
    #[must_use]
    pub fn query(mut self, value: impl Into<String>) -> Self {
        self.query = Some(value.into());
        self
    }

    /// Sets [`n`](Self::n).
    #[inline]
    #[must_use]
    pub fn n(mut self, value: u64) -> Self {
        self.n = Some(value);
        self
    }
}

wire_struct!(#[inline] ProjectsInput {
    tags: [],
    fields: [
        0 required method: ProjectsMethod = "method",
        1 optional path: String = "path",
        2 optional content: String = "content",
        3 optional local_path: String = "local_path",
        4 optional present_to_user: bool = "present_to_user",
        5 optional query: String = "query",
        6 optional n: u64 = "n",
    ],
});

impl crate::wire::ToolInput for ProjectsInput {
    const TOOL: &'static str = "Projects";
    const ALIASES: &'static [&'static str] = &[];
}

/// Works with Claude Design.
///
/// The input of the tool `ClaudeDesign`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaudeDesignInput {
    /// The operation; `list` returns the available operations.
    pub operation: String,
    /// The arguments, an object.
    pub arguments: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ClaudeDesignInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(operation: impl Into<String>) -> Self {
        Self { operation: operation.into(), arguments: None, extra: Extra::default() }
    }

    /// Sets [`arguments`](Self::arguments).
    #[inline]
    #[must_use]
    pub fn arguments(mut self, value: impl Into<Raw>) -> Self {
        self.arguments = Some(value.into());
        self
    }
}

wire_struct!(#[inline] ClaudeDesignInput {
    tags: [],
    fields: [
        0 required operation: String = "operation",
        1 optional arguments: Raw = "arguments",
    ],
});

impl crate::wire::ToolInput for ClaudeDesignInput {
    const TOOL: &'static str = "ClaudeDesign";
    const ALIASES: &'static [&'static str] = &[];
}

/// The result of an operation of Claude Design.
///
/// The output of the tool `ClaudeDesign`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ClaudeDesignOutput {
    /// The operation.
    pub operation: Option<String>,
    /// Content blocks.
    pub content: Option<Vec<Raw>>,
    /// True if the operation failed.
    pub is_error: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ClaudeDesignOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ClaudeDesignOutput {
    tags: [],
    fields: [
        0 optional operation: String = "operation",
        1 optional content: Vec<Raw> = "content",
        2 optional is_error: bool = "isError",
    ],
});

impl crate::wire::ToolOutput for ClaudeDesignOutput {
    const TOOL: &'static str = "ClaudeDesign";
    const ALIASES: &'static [&'static str] = &[];
}

/// Works with triggers that start sessions on the vendor's machines.
///
/// The input of the tool `RemoteTrigger`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoteTriggerInput {
    /// The action.
    pub action: RemoteTriggerAction,
    /// The ID of the trigger.
    pub trigger_id: Option<String>,
    /// The session of a run.
    pub session_id: Option<String>,
    /// The position at which a list continues.
    pub cursor: Option<String>,
    /// The trigger, to create or change it.
    pub body: Option<BTreeMap<String, Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl RemoteTriggerInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(action: impl Into<RemoteTriggerAction>) -> Self {
        Self {
            action: action.into(),
            trigger_id: None,
            session_id: None,
            cursor: None,
            body: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`trigger_id`](Self::trigger_id).
    #[inline]
    #[must_use]
    pub fn trigger_id(mut self, value: impl Into<String>) -> Self {
        self.trigger_id = Some(value.into());
        self
    }

    /// Sets [`session_id`](Self::session_id).
    #[inline]
    #[must_use]
    pub fn session_id(mut self, value: impl Into<String>) -> Self {
        self.session_id = Some(value.into());
        self
    }

    /// Sets [`cursor`](Self::cursor).
    #[inline]
    #[must_use]
    pub fn cursor(mut self, value: impl Into<String>) -> Self {
        self.cursor = Some(value.into());
        self
    }

    /// Sets [`body`](Self::body).
    #[inline]
    #[must_use]
    pub fn body(mut self, value: impl Into<BTreeMap<String, Raw>>) -> Self {
        self.body = Some(value.into());
        self
    }
}

wire_struct!(#[inline] RemoteTriggerInput {
    tags: [],
    fields: [
        0 required action: RemoteTriggerAction = "action",
        1 optional trigger_id: String = "trigger_id",
        2 optional session_id: String = "session_id",
        3 optional cursor: String = "cursor",
        4 optional body: BTreeMap<String, Raw> = "body",
    ],
});

impl crate::wire::ToolInput for RemoteTriggerInput {
    const TOOL: &'static str = "RemoteTrigger";
    const ALIASES: &'static [&'static str] = &[];
}

/// The response of the service.
///
/// The output of the tool `RemoteTrigger`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoteTriggerOutput {
    /// The HTTP status.
    pub status: Option<u64>,
    /// The response as JSON text.
    pub json: Option<String>,
    /// The response as a text for display.
    pub summary: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for RemoteTriggerOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] RemoteTriggerOutput {
    tags: [],
    fields: [
        0 optional status: u64 = "status",
        1 optional json: String = "json",
        2 optional summary: String = "summary",
    ],
});

impl crate::wire::ToolOutput for RemoteTriggerOutput {
    const TOOL: &'static str = "RemoteTrigger";
    const ALIASES: &'static [&'static str] = &[];
}

/// Sends a notification to the user's devices.
///
/// The input of the tool `PushNotification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PushNotificationInput {
    /// The text; fewer than 200 characters.
    pub message: String,
    /// `proactive`, the only value.
    pub status: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl PushNotificationInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), status: None, extra: Extra::default() }
    }

    /// Sets [`status`](Self::status).
    #[inline]
    #[must_use]
    pub fn status(mut self, value: impl Into<String>) -> Self {
        self.status = Some(value.into());
        self
    }
}

wire_struct!(#[inline] PushNotificationInput {
    tags: [],
    fields: [
        0 required message: String = "message",
        1 optional status: String = "status",
    ],
});

impl crate::wire::ToolInput for PushNotificationInput {
    const TOOL: &'static str = "PushNotification";
    const ALIASES: &'static [&'static str] = &[];
}

/// Whether the notification was sent.
///
/// The output of the tool `PushNotification`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct PushNotificationOutput {
    /// What happened, as a text.
    pub message: Option<String>,
    /// True if the notification was sent to other devices.
    pub push_sent: Option<bool>,
    /// True if the notification was shown on this machine.
    pub local_sent: Option<bool>,
    /// The reason why the notification was not sent.
    pub disabled_reason: Option<PushDisabledReason>,
    /// The time at which the notification was sent.
    pub sent_at: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for PushNotificationOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] PushNotificationOutput {
    tags: [],
    fields: [
        0 optional message: String = "message",
        1 optional push_sent: bool = "pushSent",
        2 optional local_sent: bool = "localSent",
        3 optional disabled_reason: PushDisabledReason = "disabledReason",
        4 optional sent_at: Timestamp = "sentAt",
    ],
});

impl crate::wire::ToolOutput for PushNotificationOutput {
    const TOOL: &'static str = "PushNotification";
    const ALIASES: &'static [&'static str] = &[];
}

/// Reads the notifications that are queued for the session.
///
/// The input of the tool `ReadNotifications`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadNotificationsInput {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadNotificationsInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ReadNotificationsInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ReadNotificationsInput { tags: [], fields: [] }
);

impl crate::wire::ToolInput for ReadNotificationsInput {
    const TOOL: &'static str = "ReadNotifications";
    const ALIASES: &'static [&'static str] = &[];
}

/// The notifications that were queued for the session.
///
/// The output of the tool `ReadNotifications`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadNotificationsOutput {
    /// The notifications.
    pub notifications: Option<Vec<QueuedNotification>>,
    /// The number of notifications that are still queued.
    pub remaining: Option<u64>,
    /// The time at which the notifications were read.
    pub read_at: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ReadNotificationsOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ReadNotificationsOutput {
    tags: [],
    fields: [
        0 optional notifications: Vec<QueuedNotification> = "notifications",
        1 optional remaining: u64 = "remaining",
        2 optional read_at: Timestamp = "read_at",
    ],
});

impl crate::wire::ToolOutput for ReadNotificationsOutput {
    const TOOL: &'static str = "ReadNotifications";
    const ALIASES: &'static [&'static str] = &[];
}

/// A notification that was queued for the session.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct QueuedNotification {
    /// The ID of the notification, which is the same if the notification is delivered again.
    pub notification_id: String,
    /// The source of the notification, as in `github_webhook`.
    pub origin: Option<String>,
    /// The time at which the service queued the notification.
    pub queued_at: Option<Timestamp>,
    /// The text of the notification.
    pub content: Option<String>,
    /// The time at which the notification arrived at this machine.
    pub arrived_at: Option<Timestamp>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] QueuedNotification {
    tags: [],
    fields: [
        0 required notification_id: String = "notification_id",
        1 optional origin: String = "origin",
        2 optional queued_at: Timestamp = "queued_at",
        3 optional content: String = "content",
        4 optional arrived_at: Timestamp = "arrived_at",
    ],
});

/// Sends feedback to the vendor.
///
/// The input of the tool `SendFeedback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SendFeedbackInput {
    /// The kind of feedback. Wire: `type`.
    pub kind: FeedbackKind,
    /// The feedback in one line.
    pub title: String,
    /// The feedback in detail.
    pub details: Option<String>,
    /// The subject of the feedback.
    pub area: Option<String>,
    /// The mistake of the model, if the feedback is about the model.
    pub failure_mode: Option<FailureMode>,
    /// What the session was doing.
    pub task_category: Option<FeedbackTask>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SendFeedbackInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(kind: impl Into<FeedbackKind>, title: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            title: title.into(),
            details: None,
            area: None,
            failure_mode: None,
            task_category: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`details`](Self::details).
    #[inline]
    #[must_use]
    pub fn details(mut self, value: impl Into<String>) -> Self {
        self.details = Some(value.into());
        self
    }

    /// Sets [`area`](Self::area).
    #[inline]
    #[must_use]
    pub fn area(mut self, value: impl Into<String>) -> Self {
        self.area = Some(value.into());
        self
    }

    /// Sets [`failure_mode`](Self::failure_mode).
    #[inline]
    #[must_use]
    pub fn failure_mode(mut self, value: impl Into<FailureMode>) -> Self {
        self.failure_mode = Some(value.into());
        self
    }

    /// Sets [`task_category`](Self::task_category).
    #[inline]
    #[must_use]
    pub fn task_category(mut self, value: impl Into<FeedbackTask>) -> Self {
        self.task_category = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SendFeedbackInput {
    tags: [],
    fields: [
        0 required kind: FeedbackKind = "type",
        1 required title: String = "title",
        2 optional details: String = "details",
        3 optional area: String = "area",
        4 optional failure_mode: FailureMode = "failure_mode",
        5 optional task_category: FeedbackTask = "task_category",
    ],
});

impl crate::wire::ToolInput for SendFeedbackInput {
    const TOOL: &'static str = "SendFeedback";
    const ALIASES: &'static [&'static str] = &[];
}

/// Whether the feedback was sent.
///
/// The output of the tool `SendFeedback`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SendFeedbackOutput {
    /// Whether the feedback was sent.
    pub success: Option<bool>,
    /// What happened, as a text.
    pub message: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SendFeedbackOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SendFeedbackOutput {
    tags: [],
    fields: [
        0 optional success: bool = "success",
        1 optional message: String = "message",
    ],
});

impl crate::wire::ToolOutput for SendFeedbackOutput {
    const TOOL: &'static str = "SendFeedback";
    const ALIASES: &'static [&'static str] = &[];
}

/// Proposes skills to the user.
///
/// The input of the tool `propose_skills`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ProposeSkillsInput {
    /// One to three proposals.
    pub proposals: Vec<SkillProposal>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ProposeSkillsInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(proposals: impl Into<Vec<SkillProposal>>) -> Self {
        Self { proposals: proposals.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] ProposeSkillsInput {
    tags: [],
    fields: [
        0 required proposals: Vec<SkillProposal> = "proposals",
    ],
});

impl crate::wire::ToolInput for ProposeSkillsInput {
    const TOOL: &'static str = "propose_skills";
    const ALIASES: &'static [&'static str] = &[];
}

/// A skill that is proposed.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SkillProposal {
    /// The name of the skill.
    pub name: String,
    /// Whether the skill is new.
    pub kind: Option<SkillProposalKind>,
    /// The skill to improve.
    pub target: Option<String>,
    /// When to use the skill, in one sentence.
    pub description: Option<String>,
    /// Memory files that show that the skill is needed.
    pub evidence: Option<Vec<String>>,
    /// Changes to the skill, in order.
    pub edits: Option<Vec<SkillEdit>>,
    /// The complete skill, instead of changes.
    pub skill_md: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SkillProposal {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: None,
            target: None,
            description: None,
            evidence: None,
            edits: None,
            skill_md: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`kind`](Self::kind).
    #[inline]
    #[must_use]
    pub fn kind(mut self, value: impl Into<SkillProposalKind>) -> Self {
        self.kind = Some(value.into());
        self
    }

    /// Sets [`target`](Self::target).
    #[inline]
    #[must_use]
    pub fn target(mut self, value: impl Into<String>) -> Self {
        self.target = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[inline]
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }

    /// Sets [`evidence`](Self::evidence).
    #[inline]
    #[must_use]
    pub fn evidence(mut self, value: impl Into<Vec<String>>) -> Self {
        self.evidence = Some(value.into());
        self
    }

    /// Sets [`edits`](Self::edits).
    #[inline]
    #[must_use]
    pub fn edits(mut self, value: impl Into<Vec<SkillEdit>>) -> Self {
        self.edits = Some(value.into());
        self
    }

    /// Sets [`skill_md`](Self::skill_md).
    #[inline]
    #[must_use]
    pub fn skill_md(mut self, value: impl Into<String>) -> Self {
        self.skill_md = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SkillProposal {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 optional kind: SkillProposalKind = "kind",
        2 optional target: String = "target",
        3 optional description: String = "description",
        4 optional evidence: Vec<String> = "evidence",
        5 optional edits: Vec<SkillEdit> = "edits",
        6 optional skill_md: String = "skillMd",
    ],
});

/// A change to a skill.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SkillEdit {
    /// The text to replace.
    pub old_string: String,
    /// The new text.
    pub new_string: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SkillEdit {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(old_string: impl Into<String>, new_string: impl Into<String>) -> Self {
        Self {
            old_string: old_string.into(),
            new_string: new_string.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] SkillEdit {
    tags: [],
    fields: [
        0 required old_string: String = "old_string",
        1 required new_string: String = "new_string",
    ],
});

/// Skills that were proposed.
///
/// The output of the tool `propose_skills`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ProposeSkillsOutput {
    /// The number of proposals that were shown.
    pub proposal_count: Option<u64>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ProposeSkillsOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ProposeSkillsOutput {
    tags: [],
    fields: [
        0 optional proposal_count: u64 = "proposalCount",
    ],
});

impl crate::wire::ToolOutput for ProposeSkillsOutput {
    const TOOL: &'static str = "propose_skills";
    const ALIASES: &'static [&'static str] = &[];
}

/// Asks the user for their role.
///
/// The input of the tool `ShowOnboardingRolePicker`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowOnboardingRolePickerInput {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ShowOnboardingRolePickerInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl ShowOnboardingRolePickerInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct!(
    #[inline]
    ShowOnboardingRolePickerInput { tags: [], fields: [] }
);

impl crate::wire::ToolInput for ShowOnboardingRolePickerInput {
    const TOOL: &'static str = "ShowOnboardingRolePicker";
    const ALIASES: &'static [&'static str] = &[];
}

/// The user's role.
///
/// The output of the tool `ShowOnboardingRolePicker`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ShowOnboardingRolePickerOutput {
    /// The role.
    pub role: Option<String>,
    /// True if the user dismissed the picker.
    pub dismissed: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for ShowOnboardingRolePickerOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] ShowOnboardingRolePickerOutput {
    tags: [],
    fields: [
        0 optional role: String = "role",
        1 optional dismissed: bool = "dismissed",
    ],
});

impl crate::wire::ToolOutput for ShowOnboardingRolePickerOutput {
    const TOOL: &'static str = "ShowOnboardingRolePicker";
    const ALIASES: &'static [&'static str] = &[];
}

/// Offers to connect the user's browser.
///
/// The input of the tool `OfferChromeSetup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct OfferChromeSetupInput {
    /// The purpose, in a few words.
    pub reason: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for OfferChromeSetupInput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl OfferChromeSetupInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`reason`](Self::reason).
    #[inline]
    #[must_use]
    pub fn reason(mut self, value: impl Into<String>) -> Self {
        self.reason = Some(value.into());
        self
    }
}

wire_struct!(#[inline] OfferChromeSetupInput {
    tags: [],
    fields: [
        0 optional reason: String = "reason",
    ],
});

impl crate::wire::ToolInput for OfferChromeSetupInput {
    const TOOL: &'static str = "OfferChromeSetup";
    const ALIASES: &'static [&'static str] = &[];
}

/// Whether the browser is connected.
///
/// The output of the tool `OfferChromeSetup`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct OfferChromeSetupOutput {
    /// The outcome.
    pub outcome: Option<ChromeSetupOutcome>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for OfferChromeSetupOutput {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] OfferChromeSetupOutput {
    tags: [],
    fields: [
        0 optional outcome: ChromeSetupOutcome = "outcome",
    ],
});

impl crate::wire::ToolOutput for OfferChromeSetupOutput {
    const TOOL: &'static str = "OfferChromeSetup";
    const ALIASES: &'static [&'static str] = &[];
}
