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

claude_types::for_each_hook_event!(events);
