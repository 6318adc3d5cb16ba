// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! System messages: state and events of the session, distinguished by `subtype`. The messages themselves are in other files, by subject.

use super::all::*;

/// A message about the state or an event of the session.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum SystemMessage {
    /// The state of the session at the start of a turn.
    Init(Box<InitMessage>),
    /// What the session is busy with, or a new permission mode.
    Status(Box<StatusMessage>),
    /// A failed request that will be retried.
    ApiRetry(Box<ApiRetryMessage>),
    /// A switch to another model after a failure.
    ModelFallback(Box<ModelFallbackMessage>),
    /// A switch to another model after a refusal.
    ModelRefusalFallback(Box<ModelRefusalFallbackMessage>),
    /// A refusal without a switch to another model.
    ModelRefusalNoFallback(Box<ModelRefusalNoFallbackMessage>),
    /// A notice for the user.
    Informational(Box<InformationalMessage>),
    /// A notice for the user that is displayed for a limited time.
    Notification(Box<NotificationMessage>),
    /// The output of a slash command.
    LocalCommandOutput(Box<LocalCommandOutputMessage>),
    /// A tool call that was denied without asking.
    PermissionDenied(Box<PermissionDeniedMessage>),
    /// The number of thinking tokens so far.
    ThinkingTokens(Box<ThinkingTokensMessage>),
    /// A compaction of the context.
    CompactBoundary(Box<CompactBoundaryMessage>),
    /// The start of a task.
    TaskStarted(Box<TaskStartedMessage>),
    /// The progress of a task.
    TaskProgress(Box<TaskProgressMessage>),
    /// Changed fields of a task.
    TaskUpdated(Box<TaskUpdatedMessage>),
    /// The end of a task.
    TaskNotification(Box<TaskNotificationMessage>),
    /// A change of the set of background tasks.
    BackgroundTasksChanged(Box<BackgroundTasksChangedMessage>),
    /// The start of a shell hook.
    HookStarted(Box<HookStartedMessage>),
    /// The output of a running shell hook.
    HookProgress(Box<HookProgressMessage>),
    /// The end of a shell hook.
    HookResponse(Box<HookResponseMessage>),
    /// A new state of the session: idle, running, or waiting for a reply.
    SessionStateChanged(Box<SessionStateChangedMessage>),
    /// A new title of the session.
    SessionTitleChanged(Box<SessionTitleChangedMessage>),
    /// Lines of the transcript that could not be written.
    SessionWritesLost(Box<SessionWritesLostMessage>),
    /// A change of the slash commands.
    CommandsChanged(Box<CommandsChangedMessage>),
    /// The progress of a control request.
    ControlRequestProgress(Box<ControlRequestProgressMessage>),
    /// The progress of a plugin installation.
    PluginInstall(Box<PluginInstallMessage>),
    /// The end of an elicitation outside the session.
    ElicitationComplete(Box<ElicitationCompleteMessage>),
    /// Files that were stored.
    FilesPersisted(Box<FilesPersistedMessage>),
    /// Memories that were recalled.
    MemoryRecall(Box<MemoryRecallMessage>),
    /// A change of the state of a repository by a command.
    VcsStateChanged(Box<VcsStateChangedMessage>),
    /// A failure to write to a session store.
    MirrorError(Box<MirrorErrorMessage>),
    /// The process is about to exit.
    WorkerShuttingDown(Box<WorkerShuttingDownMessage>),
    /// A change after which a user interface must be drawn anew.
    UiInvalidate(Box<UiInvalidateMessage>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

impl SystemMessage {
    /// The `session_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        match self {
            Self::Init(body) => body.session_id.as_ref(),
            Self::Status(body) => body.session_id.as_ref(),
            Self::ApiRetry(body) => body.session_id.as_ref(),
            Self::ModelFallback(body) => body.session_id.as_ref(),
            Self::ModelRefusalFallback(body) => body.session_id.as_ref(),
            Self::ModelRefusalNoFallback(body) => body.session_id.as_ref(),
            Self::Informational(body) => body.session_id.as_ref(),
            Self::Notification(body) => body.session_id.as_ref(),
            Self::LocalCommandOutput(body) => body.session_id.as_ref(),
            Self::PermissionDenied(body) => body.session_id.as_ref(),
            Self::ThinkingTokens(body) => body.session_id.as_ref(),
            Self::CompactBoundary(body) => body.session_id.as_ref(),
            Self::TaskStarted(body) => body.session_id.as_ref(),
            Self::TaskProgress(body) => body.session_id.as_ref(),
            Self::TaskUpdated(body) => body.session_id.as_ref(),
            Self::TaskNotification(body) => body.session_id.as_ref(),
            Self::BackgroundTasksChanged(body) => body.session_id.as_ref(),
            Self::HookStarted(body) => body.session_id.as_ref(),
            Self::HookProgress(body) => body.session_id.as_ref(),
            Self::HookResponse(body) => body.session_id.as_ref(),
            Self::SessionStateChanged(body) => body.session_id.as_ref(),
            Self::SessionTitleChanged(body) => body.session_id.as_ref(),
            Self::SessionWritesLost(body) => body.session_id.as_ref(),
            Self::CommandsChanged(body) => body.session_id.as_ref(),
            Self::ControlRequestProgress(body) => body.session_id.as_ref(),
            Self::PluginInstall(body) => body.session_id.as_ref(),
            Self::ElicitationComplete(body) => body.session_id.as_ref(),
            Self::FilesPersisted(body) => body.session_id.as_ref(),
            Self::MemoryRecall(body) => body.session_id.as_ref(),
            Self::VcsStateChanged(body) => body.session_id.as_ref(),
            Self::MirrorError(body) => body.session_id.as_ref(),
            Self::WorkerShuttingDown(body) => body.session_id.as_ref(),
            Self::UiInvalidate(body) => body.session_id.as_ref(),
            _ => None,
        }
    }

    /// The `uuid` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        match self {
            Self::Init(body) => body.uuid.as_ref(),
            Self::Status(body) => body.uuid.as_ref(),
            Self::ApiRetry(body) => body.uuid.as_ref(),
            Self::ModelFallback(body) => body.uuid.as_ref(),
            Self::ModelRefusalFallback(body) => body.uuid.as_ref(),
            Self::ModelRefusalNoFallback(body) => body.uuid.as_ref(),
            Self::Informational(body) => body.uuid.as_ref(),
            Self::Notification(body) => body.uuid.as_ref(),
            Self::LocalCommandOutput(body) => body.uuid.as_ref(),
            Self::PermissionDenied(body) => body.uuid.as_ref(),
            Self::ThinkingTokens(body) => body.uuid.as_ref(),
            Self::CompactBoundary(body) => body.uuid.as_ref(),
            Self::TaskStarted(body) => body.uuid.as_ref(),
            Self::TaskProgress(body) => body.uuid.as_ref(),
            Self::TaskUpdated(body) => body.uuid.as_ref(),
            Self::TaskNotification(body) => body.uuid.as_ref(),
            Self::BackgroundTasksChanged(body) => body.uuid.as_ref(),
            Self::HookStarted(body) => body.uuid.as_ref(),
            Self::HookProgress(body) => body.uuid.as_ref(),
            Self::HookResponse(body) => body.uuid.as_ref(),
            Self::SessionStateChanged(body) => body.uuid.as_ref(),
            Self::SessionTitleChanged(body) => body.uuid.as_ref(),
            Self::SessionWritesLost(body) => body.uuid.as_ref(),
            Self::CommandsChanged(body) => body.uuid.as_ref(),
            Self::ControlRequestProgress(body) => body.uuid.as_ref(),
            Self::PluginInstall(body) => body.uuid.as_ref(),
            Self::ElicitationComplete(body) => body.uuid.as_ref(),
            Self::FilesPersisted(body) => body.uuid.as_ref(),
            Self::MemoryRecall(body) => body.uuid.as_ref(),
            Self::VcsStateChanged(body) => body.uuid.as_ref(),
            Self::MirrorError(body) => body.uuid.as_ref(),
            Self::WorkerShuttingDown(body) => body.uuid.as_ref(),
            Self::UiInvalidate(body) => body.uuid.as_ref(),
            _ => None,
        }
    }

    /// The `task_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn task_id(&self) -> Option<&TaskId> {
        match self {
            Self::TaskStarted(body) => Some(&body.task_id),
            Self::TaskProgress(body) => Some(&body.task_id),
            Self::TaskUpdated(body) => Some(&body.task_id),
            Self::TaskNotification(body) => Some(&body.task_id),
            _ => None,
        }
    }

    /// The `run_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn run_id(&self) -> Option<&RunId> {
        match self {
            Self::TaskStarted(body) => body.run_id.as_ref(),
            Self::TaskProgress(body) => body.run_id.as_ref(),
            Self::TaskUpdated(body) => body.run_id.as_ref(),
            Self::TaskNotification(body) => body.run_id.as_ref(),
            _ => None,
        }
    }

    /// The `tool_use_id` of whichever it is, if it has one.
    #[inline]
    #[must_use]
    pub fn tool_use_id(&self) -> Option<&ToolUseId> {
        match self {
            Self::Informational(body) => body.tool_use_id.as_ref(),
            Self::PermissionDenied(body) => body.tool_use_id.as_ref(),
            Self::TaskStarted(body) => body.tool_use_id.as_ref(),
            Self::TaskProgress(body) => body.tool_use_id.as_ref(),
            Self::TaskNotification(body) => body.tool_use_id.as_ref(),
            _ => None,
        }
    }
}

wire_union!(SystemMessage by "subtype" {
    "init" => Init: Box<InitMessage>,
    "status" => Status: Box<StatusMessage>,
    "api_retry" => ApiRetry: Box<ApiRetryMessage>,
    "model_fallback" => ModelFallback: Box<ModelFallbackMessage>,
    "model_refusal_fallback" => ModelRefusalFallback: Box<ModelRefusalFallbackMessage>,
    "model_refusal_no_fallback" => ModelRefusalNoFallback: Box<ModelRefusalNoFallbackMessage>,
    "informational" => Informational: Box<InformationalMessage>,
    "notification" => Notification: Box<NotificationMessage>,
    "local_command_output" => LocalCommandOutput: Box<LocalCommandOutputMessage>,
    "permission_denied" => PermissionDenied: Box<PermissionDeniedMessage>,
    "thinking_tokens" => ThinkingTokens: Box<ThinkingTokensMessage>,
    "compact_boundary" => CompactBoundary: Box<CompactBoundaryMessage>,
    "task_started" => TaskStarted: Box<TaskStartedMessage>,
    "task_progress" => TaskProgress: Box<TaskProgressMessage>,
    "task_updated" => TaskUpdated: Box<TaskUpdatedMessage>,
    "task_notification" => TaskNotification: Box<TaskNotificationMessage>,
    "background_tasks_changed" => BackgroundTasksChanged: Box<BackgroundTasksChangedMessage>,
    "hook_started" => HookStarted: Box<HookStartedMessage>,
    "hook_progress" => HookProgress: Box<HookProgressMessage>,
    "hook_response" => HookResponse: Box<HookResponseMessage>,
    "session_state_changed" => SessionStateChanged: Box<SessionStateChangedMessage>,
    "session_title_changed" => SessionTitleChanged: Box<SessionTitleChangedMessage>,
    "session_writes_lost" => SessionWritesLost: Box<SessionWritesLostMessage>,
    "commands_changed" => CommandsChanged: Box<CommandsChangedMessage>,
    "control_request_progress" => ControlRequestProgress: Box<ControlRequestProgressMessage>,
    "plugin_install" => PluginInstall: Box<PluginInstallMessage>,
    "elicitation_complete" => ElicitationComplete: Box<ElicitationCompleteMessage>,
    "files_persisted" => FilesPersisted: Box<FilesPersistedMessage>,
    "memory_recall" => MemoryRecall: Box<MemoryRecallMessage>,
    "vcs_state_changed" => VcsStateChanged: Box<VcsStateChangedMessage>,
    "mirror_error" => MirrorError: Box<MirrorErrorMessage>,
    "worker_shutting_down" => WorkerShuttingDown: Box<WorkerShuttingDownMessage>,
    "ui_invalidate" => UiInvalidate: Box<UiInvalidateMessage>,
} local {  });
