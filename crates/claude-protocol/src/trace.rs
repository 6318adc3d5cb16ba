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

pub(crate) use event;
