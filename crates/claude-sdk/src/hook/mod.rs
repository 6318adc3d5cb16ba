//! Hooks: callbacks at fixed points of a run.
//!
//! [`Options::on`](crate::Options::on) takes a hook of one event, with the input and output of that
//! event: `hook::PreToolUse::matching("Bash")`. [`Options::on_hook`](crate::Options::on_hook) is
//! the generic form, for any event, including one that this version does not know.
//!
//! The inputs and outputs are types of `claude-types`, which also has constructors of the usual
//! outputs. This module turns closures into hooks. Reading order: `matcher.rs`, `typed.rs`,
//! `output.rs`, `event.rs`.

mod matcher;
mod event;
mod output;
mod typed;

pub use claude_types::{
    ConfigChangeInput, CwdChangedInput, CwdChangedOutput, DirectoryAddedInput, ElicitationInput,
    ElicitationOutput, ElicitationResultInput, ElicitationResultOutput, FileChangedInput,
    FileChangedOutput, InstructionsLoadedInput, MessageDisplayInput, MessageDisplayOutput,
    NotificationInput, NotificationOutput, PermissionDeniedInput, PermissionDeniedOutput,
    PermissionRequestInput, PermissionRequestOutput, PostCompactInput, PostModelSwitchInput,
    PostModelSwitchOutput, PostToolBatchInput, PostToolBatchOutput, PostToolUseFailureInput,
    PostToolUseFailureOutput, PostToolUseInput, PostToolUseOutput, PreCompactInput,
    PreModelSwitchInput, PreModelSwitchOutput, PreToolUseInput, PreToolUseOutput, SessionEndInput,
    SessionStartInput, SessionStartOutput, SetupInput, SetupOutput, StopFailureInput, StopInput,
    StopOutput, SubagentStartInput, SubagentStartOutput, SubagentStopInput, SubagentStopOutput,
    TaskCompletedInput, TaskCreatedInput, TeammateIdleInput, UserPromptExpansionInput,
    UserPromptExpansionOutput, UserPromptSubmitInput, UserPromptSubmitOutput, WorktreeCreateInput,
    WorktreeCreateOutput, WorktreeRemoveInput,
};
pub use event::{
    ConfigChange, CwdChanged, DirectoryAdded, Elicitation, ElicitationResult, Event, FileChanged,
    InstructionsLoaded, MessageDisplay, Notification, PermissionDenied, PermissionRequest,
    PostCompact, PostModelSwitch, PostToolBatch, PostToolUse, PostToolUseFailure, PreCompact,
    PreModelSwitch, PreToolUse, SessionEnd, SessionStart, Setup, Stop, StopFailure, SubagentStart,
    SubagentStop, TaskCompleted, TaskCreated, TeammateIdle, UserPromptExpansion, UserPromptSubmit,
    WorktreeCreate, WorktreeRemove,
};
pub(crate) use matcher::HookEntry;
pub use matcher::{HookMatcher, deny};
pub use output::{IntoHookOutput, IntoOutput, Proceed, proceed};
pub(crate) use typed::hook_entry;
pub use typed::{Hook, Matcher};
