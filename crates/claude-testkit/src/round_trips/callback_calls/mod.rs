//! Callback calls: many control requests to the host, for hooks or permissions, to measure the cost of one round trip.
//!
//! When the first prompt has come, the mock sends one request after another. The
//! [`Engine`](crate::engine::Engine) plays the rest of the session, and its result contains a placeholder that the
//! times replace. Nothing is retried: a response that is an error, a denial or missing ends the mock.
//!
//! Read `play.rs` first, then `answer.rs`.

mod play;
mod answer;

pub(crate) use play::{CallbackCalls, RequestKind, play};
