//! Tracing: events for the crate `tracing`, with the feature of that name; without it, nothing.
//!
//! They never contain prompts, settings, or values of variables. Events about a connection are in
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
