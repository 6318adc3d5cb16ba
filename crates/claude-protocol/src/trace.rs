//! Log events for `tracing`. Without the feature of that name, they compile to nothing.
//!
//! Events report failures and forced steps. They never contain the content of a line, because lines
//! may hold secrets.

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

/// Emits a warning: something that the user requested did not happen.
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
