//! Events for `tracing`, with the feature of that name; nothing without it.
//!
//! They tell what went wrong or was forced, never what a line holds.

/// Emits an event.
#[cfg(feature = "tracing")]
macro_rules! event {
    ($($event:tt)*) => {
        tracing::debug!($($event)*)
    };
}

/// Emits nothing.
#[cfg(not(feature = "tracing"))]
macro_rules! event {
    ($($event:tt)*) => {};
}

/// Emits a warning: something that the user meant did not happen.
#[cfg(feature = "tracing")]
macro_rules! warning {
    ($($event:tt)*) => {
        tracing::warn!($($event)*)
    };
}

/// Emits nothing.
#[cfg(not(feature = "tracing"))]
macro_rules! warning {
    (reason = %$reason:expr, $($event:tt)*) => {
        let _ = &$reason;
    };
}

pub(crate) use event;
pub(crate) use warning;
