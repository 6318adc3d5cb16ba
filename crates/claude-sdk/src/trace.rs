//! Tracing: macros that emit events for the crate `tracing` if the feature `tracing` is enabled,
//! and expand to nothing otherwise.
//!
//! The events never contain prompts, settings or values of environment variables. Events about a
//! connection are emitted by `claude-protocol`.

/// Emits a warning event.
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
