//! Tables: the bookkeeping of the loop.
//!
//! The files here are pure: they perform no IO and read no clock. The time is passed in.

mod route;
mod turns;
mod stdin_tracker;
mod pending_requests;
mod outbox;
mod startup_log;
mod observer;

pub(crate) use observer::Observers;
pub use observer::{Observe, Observer};
pub(crate) use outbox::{Kind, Outbox, Outgoing};
pub(crate) use pending_requests::PendingRequests;
pub(crate) use route::{Route, route};
pub(crate) use startup_log::StartupLog;
pub(crate) use stdin_tracker::{OpenWork, StdinTracker};
pub(crate) use turns::{Turns, done};
