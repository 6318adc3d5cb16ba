//! What hooks are asked and what they answer, in the words of who writes them.
//!
//! The fields are generated; here is how the usual answers are made. Every event has its own
//! struct for an answer, and each of them becomes a whole [`HookOutput`] by `into()`:
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
//! It does not check whether an answer fits its event: the CLI does. Decisions about permissions
//! are made in `permission.rs`.

use std::time::Duration;

use crate::{
    CwdChangedOutput, ElicitationAction, ElicitationOutput, ElicitationResultOutput,
    FileChangedOutput, HookDecision, HookEvent, HookInput, HookOutput, HookSpecificOutput,
    MessageDisplayOutput, NotificationOutput, PermissionDecision, PermissionDeniedOutput,
    PermissionRequestDecision, PermissionRequestOutput, PostModelSwitchOutput, PostToolBatchOutput,
    PostToolUseFailureOutput, PostToolUseOutput, PreModelSwitchOutput, PreToolUseOutput, Raw,
    SessionStartOutput, SetupOutput, StopOutput, SubagentStartOutput, SubagentStopOutput,
    UserPromptExpansionOutput, UserPromptSubmitOutput, WorktreeCreateOutput,
};

impl HookOutput {
    /// Blocks what the hook was asked about: the tool call, the prompt, the command, or the stop of
    /// the model, which then goes on. The reason is for the model; for a prompt, for the user.
    ///
    /// For tool calls [`PreToolUseOutput::deny`] says the same in the newer form.
    #[must_use]
    pub fn block(reason: impl Into<String>) -> Self {
        Self::new().decision(HookDecision::Block).reason(reason)
    }

    /// Ends the turn. A tool that the hook was asked about still runs: deny it, too, if it must not.
    #[must_use]
    pub fn stop(reason: impl Into<String>) -> Self {
        Self::new().continue_(false).stop_reason(reason)
    }

    /// Lets the CLI go on at once, with so many milliseconds for whatever the hook still does.
    #[must_use]
    pub fn async_(timeout_ms: u64) -> Self {
        Self::new().is_async(true).async_timeout(timeout_ms)
    }

    /// Lets the CLI go on at once, with this much time for whatever the hook still does.
    #[must_use]
    pub fn asynchronous(timeout: Duration) -> Self {
        Self::async_(u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX))
    }
}

impl PreToolUseOutput {
    /// The tool may run, and nobody is asked.
    #[must_use]
    pub fn allow() -> Self {
        Self::new().permission_decision(PermissionDecision::Allow)
    }

    /// The tool may run with this input, an object, in place of the model's.
    #[must_use]
    pub fn allow_with(input: impl Into<Raw>) -> Self {
        Self::allow().updated_input(input)
    }

    /// The tool may not run; the model is told why.
    #[must_use]
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Deny).permission_decision_reason(reason)
    }

    /// The permission callback is asked, even where a rule allows the call.
    #[must_use]
    pub fn ask(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Ask).permission_decision_reason(reason)
    }

    /// The turn ends here; a tool result that is sent later as a user message answers the call.
    #[must_use]
    pub fn defer() -> Self {
        Self::new().permission_decision(PermissionDecision::Defer)
    }
}

impl PostToolUseOutput {
    /// The model gets this in place of the tool's output.
    #[must_use]
    pub fn replace(output: impl Into<Raw>) -> Self {
        Self::new().updated_tool_output(output)
    }
}

impl PermissionRequestOutput {
    /// The tool may run.
    #[must_use]
    pub fn allow() -> Self {
        Self::new(PermissionRequestDecision::allow())
    }

    /// The tool may run with this input, an object, in place of the model's.
    #[must_use]
    pub fn allow_with(input: impl Into<Raw>) -> Self {
        Self::new(PermissionRequestDecision::allow_with(input))
    }

    /// The tool may not run; the model is told why.
    #[must_use]
    pub fn deny(message: impl Into<String>) -> Self {
        Self::new(PermissionRequestDecision::deny(message))
    }

    /// The tool may not run, and the turn ends.
    #[must_use]
    pub fn deny_and_interrupt(message: impl Into<String>) -> Self {
        Self::new(PermissionRequestDecision::deny_and_interrupt(message))
    }
}

impl PreModelSwitchOutput {
    /// The model may change.
    #[must_use]
    pub fn allow() -> Self {
        Self::new().permission_decision(PermissionDecision::Allow)
    }

    /// The model stays as it is.
    #[must_use]
    pub fn deny(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Deny).permission_decision_reason(reason)
    }

    /// The user is to confirm the change. Where there is no screen, it is refused.
    #[must_use]
    pub fn ask(reason: impl Into<String>) -> Self {
        Self::new().permission_decision(PermissionDecision::Ask).permission_decision_reason(reason)
    }
}

/// The two events around an elicitation take the same answers.
macro_rules! elicitation {
    ($($output:ident)*) => {$(
        impl $output {
            /// The user is taken to have filled in the form like this, an object.
            #[must_use]
            pub fn accept(content: impl Into<Raw>) -> Self {
                Self::new().action(ElicitationAction::Accept).content(content)
            }

            /// The user is taken to have refused.
            #[must_use]
            pub fn decline() -> Self {
                Self::new().action(ElicitationAction::Decline)
            }

            /// The user is taken to have closed the dialog.
            #[must_use]
            pub fn cancel() -> Self {
                Self::new().action(ElicitationAction::Cancel)
            }
        }
    )*};
}
elicitation!(ElicitationOutput ElicitationResultOutput);

/// Answers that may hold something more to read.
macro_rules! context {
    ($($output:ident)*) => {$(
        impl $output {
            /// Gives the model something more to read, and says nothing else.
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

/// What is specific to an event is a whole answer, too.
macro_rules! specific {
    ($($variant:ident: $output:ident;)*) => {
        impl HookSpecificOutput {
            /// The event whose hooks may answer so. The CLI refuses an answer of another event.
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

/// All events, for both ways to name them.
macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {
        impl HookInput {
            /// What has happened. For an input that could not be read it is what the input says of
            /// itself, and empty if it says nothing.
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
            /// All events that this version knows.
            pub const ALL: &'static [Self] = &[$(Self::$event),*];
        }
    };
}
crate::for_each_hook_event!(events);

#[cfg(test)]
mod tests;
