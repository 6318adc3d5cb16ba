//! Spans: what a session does, as spans of the crate `tracing` (feature `tracing`).
//!
//! An observer in the loop begins and ends them (`observer.rs`), and callbacks of users run inside
//! the span of their request. They contain no prompt, answer, input, path or key. The names are
//! pinned in `schema/telemetry.toml`; `docs/tracing.md` describes the tree.
//!
//! Without the feature, or if no subscriber wants the span of the session, nothing is observed.

mod labels;
#[cfg(feature = "tracing")]
mod callbacks;
#[cfg(feature = "tracing")]
mod chats;
#[cfg(feature = "tracing")]
mod observer;
#[cfg(feature = "tracing")]
mod requests;
#[cfg(feature = "tracing")]
mod session_spans;
#[cfg(feature = "tracing")]
mod table;
#[cfg(feature = "tracing")]
mod tools;
#[cfg(feature = "tracing")]
mod turns;
#[cfg(not(feature = "tracing"))]
mod without;

pub(crate) use labels::Labels;
#[cfg(feature = "tracing")]
pub(crate) use session_spans::SessionSpans;
#[cfg(not(feature = "tracing"))]
pub(crate) use without::SessionSpans;
