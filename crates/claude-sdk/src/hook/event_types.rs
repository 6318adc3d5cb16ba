//! Event types: the input, the output and the marker type of every event, from the generated lists.

/// Re-exports the input of every event, and the marker type that registers a hook for it.
macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {
        pub use claude_types::{$($input),*};
        pub use super::event::{$($event),*};
    };
}
claude_types::for_each_hook_event!(events);

/// Re-exports the output of every event that has one.
macro_rules! outputs {
    ($($event:ident: $output:ident;)*) => {
        pub use claude_types::{$($output),*};
    };
}
claude_types::for_each_hook_output!(outputs);
