//! Hook events, as types: the type that is passed to [`Options::on`](crate::Options::on) determines
//! the input and output of the hook.

use claude_types::{HookEvent, HookInput};

use super::{HookMatcher, Matcher};

/// A hook event.
///
/// Implemented only for the types of this module.
pub trait Event: sealed::Sealed + Send + Sync + 'static {
    /// The input of the event's hooks.
    type Input: Send + 'static;

    /// Returns the name of the event.
    fn event() -> HookEvent;

    /// Returns the input for a hook of this event; `None` if it is the input of another event.
    fn input(input: HookInput) -> Option<Self::Input>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        ///
        /// The input of its hooks is
        #[doc = concat!("[`", stringify!($input), "`](claude_types::", stringify!($input), ").")]
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        pub struct $event;

        impl $event {
            /// Matches every occurrence of the event.
            pub fn any() -> Matcher<Self> {
                Matcher::new(HookMatcher::new(HookEvent::$event))
            }

            /// Matches occurrences by a pattern of the CLI, such as `Bash|Write`.
            ///
            /// The CLI compares the pattern with the tool name or, for events without a tool, with
            /// another field: the source of a session start, the type of a notification, or the
            /// trigger of a compaction. [`HookMatcher::matching`] describes patterns, and which are
            /// refused.
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
