//! Hooks: constructors of the usual hook outputs, and the events of inputs and outputs.
//!
//! Each event has its own output struct, and `into()` converts each of them to a [`HookOutput`]:
//!
//! ```
//! use claude_types::{HookOutput, PreToolUseOutput};
//!
//! let output = HookOutput::from(PreToolUseOutput::deny("no deleting"));
//! let json = serde_json::to_value(output)?;
//! assert_eq!(json["hookSpecificOutput"]["permissionDecision"], "deny");
//! # Ok::<_, serde_json::Error>(())
//! ```
//!
//! The CLI, not this crate, checks that an output fits the event. Permission decisions are in
//! `permission.rs`.

use std::time::Duration;

use crate::generated::{
    CwdChangedOutput, ElicitationAction, ElicitationOutput, ElicitationResultOutput,
    FileChangedOutput, HookDecision, HookEvent, HookInput, HookOutput, HookSpecificOutput,
    MessageDisplayOutput, NotificationOutput, PermissionDecision, PermissionDeniedOutput,
    PermissionRequestDecision, PermissionRequestOutput, PostModelSwitchOutput, PostToolBatchOutput,
    PostToolUseFailureOutput, PostToolUseOutput, PreModelSwitchOutput, PreSkillShellCommandOutput,
    PreToolUseOutput, SessionStartOutput, SetupOutput, StopOutput, SubagentStartOutput,
    SubagentStopOutput, UserPromptExpansionOutput, UserPromptSubmitOutput, WorktreeCreateOutput,
};
use crate::values::Raw;

impl HookOutput {
    /// Blocks the tool call, the prompt or the command. For a stop event, the model continues.
    ///
    /// The model gets the reason. For a prompt, the user gets it. For tool calls,
    /// [`PreToolUseOutput::deny`] has the same effect in the newer form.
    #[must_use]
    pub fn block(reason: impl Into<String>) -> Self {
        Self::new().decision(HookDecision::Block).reason(reason)
    }

    /// Ends the turn. The tool call of the event still runs: to prevent it, deny it as well.
    #[must_use]
    pub fn stop(reason: impl Into<String>) -> Self {
        Self::new().continue_(false).stop_reason(reason)
    }

    /// Lets the CLI continue at once. The hook may run for this time in milliseconds.
    #[must_use]
    pub fn async_(timeout_ms: u64) -> Self {
        Self::new().is_async(true).async_timeout(timeout_ms)
    }

    /// Lets the CLI continue at once. The hook may run for this time.
    #[must_use]
    pub fn asynchronous(timeout: Duration) -> Self {
        Self::async_(u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX))
    }
}

impl PreToolUseOutput {
    /// Allows the tool call without a permission request.
    #[must_use]
    pub fn allow() -> Self {
        Self::new().permission_decision(PermissionDecision::Allow)
    }

    /// Allows the tool call with another input, which must be an object.
    #[must_use]
    pub fn allow_with(input: impl Into<Raw>) -> Self {
        Self::allow().updated_input(input)
    }

    /// Denies the tool call. The model gets the reason.
    #[must_use]
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Deny).permission_decision_reason(reason)
    }

    /// Requests a permission from the callback, even if a rule allows the call.
    #[must_use]
    pub fn ask(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Ask).permission_decision_reason(reason)
    }

    /// Ends the turn. Send the tool result later, as a user message.
    #[must_use]
    pub fn defer() -> Self {
        Self::new().permission_decision(PermissionDecision::Defer)
    }
}

impl PreSkillShellCommandOutput {
    /// Denies the shell command. The skill or slash command is not loaded.
    #[must_use]
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Deny).permission_decision_reason(reason)
    }
}

impl PostToolUseOutput {
    /// Replaces the output of the tool for the model.
    #[must_use]
    pub fn replace(output: impl Into<Raw>) -> Self {
        Self::new().updated_tool_output(output)
    }
}

impl PermissionRequestOutput {
    /// Allows the tool call.
    #[must_use]
    pub fn allow() -> Self {
        Self::new(PermissionRequestDecision::allow())
    }

    /// Allows the tool call with another input, which must be an object.
    #[must_use]
    pub fn allow_with(input: impl Into<Raw>) -> Self {
        Self::new(PermissionRequestDecision::allow_with(input))
    }

    /// Denies the tool call. The model gets the reason.
    #[must_use]
    pub fn deny(message: impl Into<String>) -> Self {
        Self::new(PermissionRequestDecision::deny(message))
    }

    /// Denies the tool call and ends the turn.
    #[must_use]
    pub fn deny_and_interrupt(message: impl Into<String>) -> Self {
        Self::new(PermissionRequestDecision::deny_and_interrupt(message))
    }
}

impl PreModelSwitchOutput {
    /// Allows the change of the model.
    #[must_use]
    pub fn allow() -> Self {
        Self::new().permission_decision(PermissionDecision::Allow)
    }

    /// Denies the change of the model.
    #[must_use]
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Deny).permission_decision_reason(reason)
    }

    /// Asks the user to confirm the change. Without a terminal UI, the change is denied.
    #[must_use]
    pub fn ask(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Ask).permission_decision_reason(reason)
    }
}

/// Implements the outputs of the two elicitation events, which are the same.
macro_rules! elicitation {
    ($($output:ident)*) => {$(
        impl $output {
            /// Answers for the user: accepts the form with this content, which must be an object.
            #[must_use]
            pub fn accept(content: impl Into<Raw>) -> Self {
                Self::new().action(ElicitationAction::Accept).content(content)
            }

            /// Answers for the user: declines.
            #[must_use]
            pub fn decline() -> Self {
                Self::new().action(ElicitationAction::Decline)
            }

            /// Answers for the user: cancels.
            #[must_use]
            pub fn cancel() -> Self {
                Self::new().action(ElicitationAction::Cancel)
            }
        }
    )*};
}
elicitation!(ElicitationOutput ElicitationResultOutput);

/// Implements `context` for the outputs that have additional context.
macro_rules! context {
    ($($output:ident)*) => {$(
        impl $output {
            /// Adds context for the model, and has no other effect.
            #[must_use]
            pub fn context(text: impl Into<String>) -> Self {
                Self::new().additional_context(text)
            }
        }
    )*};
}
context!(
    PreToolUseOutput PostToolUseOutput PostToolUseFailureOutput PostToolBatchOutput
    NotificationOutput UserPromptSubmitOutput UserPromptExpansionOutput SessionStartOutput
    SetupOutput StopOutput SubagentStartOutput SubagentStopOutput PostModelSwitchOutput
);

impl From<HookSpecificOutput> for HookOutput {
    fn from(output: HookSpecificOutput) -> Self {
        Self::new().hook_specific_output(output)
    }
}

/// Implements conversions from the output of each event, and the event of an output.
macro_rules! specific {
    ($($variant:ident: $output:ident;)*) => {
        impl HookSpecificOutput {
            /// Returns the event of this output. The CLI rejects the output of another event.
            #[must_use]
            pub fn event(&self) -> HookEvent {
                match self {
                    $(Self::$variant(_) => HookEvent::$variant,)*
                    Self::Unknown(unknown) => HookEvent::from(unknown.tag()),
                    Self::Undecoded(undecoded) => HookEvent::from(&*undecoded.tag),
                }
            }
        }

        $(
        impl From<$output> for HookSpecificOutput {
            fn from(output: $output) -> Self {
                Self::$variant(Box::new(output))
            }
        }

        impl From<$output> for HookOutput {
            fn from(output: $output) -> Self {
                HookSpecificOutput::from(output).into()
            }
        }
        )*
    };
}
crate::for_each_hook_output!(specific);

/// Implements the event of an input, and the list of all events.
macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {
        impl HookInput {
            /// Returns the event of this input. If the input could not be typed, the event is made
            /// from its tag, which is empty if there is none.
            #[must_use]
            pub fn event(&self) -> HookEvent {
                match self {
                    $(Self::$event(_) => HookEvent::$event,)*
                    Self::Unknown(unknown) => HookEvent::from(unknown.tag()),
                    Self::Undecoded(undecoded) => HookEvent::from(&*undecoded.tag),
                }
            }
        }

        impl HookEvent {
            /// The events that this version knows.
            pub const ALL: &'static [Self] = &[$(Self::$event),*];
        }
    };
}
crate::for_each_hook_event!(events);

#[cfg(test)]
mod tests;
