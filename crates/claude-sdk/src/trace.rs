//! Events for `tracing`, with the feature of that name; nothing without it.
//!
//! They never tell prompts, settings, or values of variables. What a connection tells is in
//! `claude-protocol`.

/// Emits a warning.
#[cfg(feature = "tracing")]
macro_rules! warning {
    ($($event:tt)*) => {
        tracing::warn!($($event)*)
    };
}

/// Emits nothing.
#[cfg(not(feature = "tracing"))]
macro_rules! warning {
    ($($event:tt)*) => {
        let _ = format_args!($($event)*);
    };
}

pub(crate) use warning;
