//! Hook events, as types: the type in [`Options::on`](crate::Options::on) determines the input and
//! the output of its hooks.

use claude_types::{HookEvent, HookInput};

use super::{HookMatcher, Matcher};

/// An event that can be hooked. Implemented for the types of this module only.
pub trait Event: sealed::Sealed + Send + Sync + 'static {
    /// What hooks of the event are told.
    type Input: Send + 'static;

    /// The event.
    fn event() -> HookEvent;

    /// What a hook is told, if it is about this event.
    fn input(input: HookInput) -> Option<Self::Input>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        ///
        /// Hooks are told
        #[doc = concat!("[`", stringify!($input), "`](claude_types::", stringify!($input), ").")]
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        pub struct $event;

        impl $event {
            /// Every occurrence of the event.
            pub fn any() -> Matcher<Self> {
                Matcher::new(HookMatcher::new(HookEvent::$event))
            }

            /// Only those that fit a pattern of the CLI, such as `Bash|Write`. It is about the name
            /// of the tool, or about what else the event has: how a session began, the type of a
            /// notification, the trigger of a compaction.
            pub fn matching(pattern: impl Into<String>) -> Matcher<Self> {
                Matcher::new(HookMatcher::new(HookEvent::$event).matching(pattern))
            }
        }

        impl sealed::Sealed for $event {}

        impl Event for $event {
            type Input = claude_types::$input;

            fn event() -> HookEvent {
                HookEvent::$event
            }

            fn input(input: HookInput) -> Option<Self::Input> {
                match input {
                    HookInput::$event(input) => Some(*input),
                    _ => None,
                }
            }
        }
    )*};
}

events! {
    PreToolUse: PreToolUseInput, "A tool is about to run. The hook may deny it, have it asked about, or change its input.";
    PostToolUse: PostToolUseInput, "A tool has run. The hook may replace its output.";
    PostToolUseFailure: PostToolUseFailureInput, "A tool has failed.";
    PostToolBatch: PostToolBatchInput, "All tool calls of one answer of the model are done. A block ends the turn.";
    Notification: NotificationInput, "The CLI wants the attention of the user.";
    UserPromptSubmit: UserPromptSubmitInput, "A prompt has come. The hook may block it.";
    UserPromptExpansion: UserPromptExpansionInput, "A slash command is about to become a prompt. The hook may block it.";
    SessionStart: SessionStartInput, "A session begins or goes on. Hooks are told of `clear` and `compact` only, not of the start of the process.";
    SessionEnd: SessionEndInput, "A session ends. Hooks are told of `clear` only, not of the end of the process.";
    Stop: StopInput, "The model is done. A block makes it go on.";
    StopFailure: StopFailureInput, "A turn ended with an error of the API.";
    SubagentStart: SubagentStartInput, "A subagent begins.";
    SubagentStop: SubagentStopInput, "A subagent is done. A block makes it go on.";
    PreCompact: PreCompactInput, "The context is about to be compacted. The hook may block it.";
    PostCompact: PostCompactInput, "The context has been compacted.";
    PreModelSwitch: PreModelSwitchInput, "The model is about to change. The hook may deny it.";
    PostModelSwitch: PostModelSwitchInput, "The model has changed.";
    PermissionRequest: PermissionRequestInput, "A permission is asked for. The hook and the permission callback are asked at the same time, and the first answer counts.";
    PermissionDenied: PermissionDeniedInput, "The classifier of the mode `auto` has refused a tool call.";
    Setup: SetupInput, "The CLI sets up or maintains a project.";
    TeammateIdle: TeammateIdleInput, "A teammate has nothing to do.";
    TaskCreated: TaskCreatedInput, "A task is about to be put on the list. The hook may block it.";
    TaskCompleted: TaskCompletedInput, "A task of the list is about to be done. A block leaves it open.";
    Elicitation: ElicitationInput, "An MCP server wants something of the user. A block declines it.";
    ElicitationResult: ElicitationResultInput, "An elicitation has its answer. A block keeps it back, and declines.";
    ConfigChange: ConfigChangeInput, "A settings file has changed. The hook may block the change.";
    WorktreeCreate: WorktreeCreateInput, "A worktree is wanted. The hook must make it and tell its path.";
    WorktreeRemove: WorktreeRemoveInput, "A worktree is to be removed.";
    InstructionsLoaded: InstructionsLoadedInput, "A file of instructions, such as CLAUDE.md, was read.";
    CwdChanged: CwdChangedInput, "The working directory has changed.";
    FileChanged: FileChangedInput, "A watched file has changed.";
    DirectoryAdded: DirectoryAddedInput, "A working directory was added.";
    MessageDisplay: MessageDisplayInput, "Text of the model is about to be shown. The text waits for the hook.";
}
