//! Tables: the records that the loop keeps about lines, prompts, requests and stdin.
//!
//! The driver feeds them with facts and asks them for decisions. They read no clock: the time is
//! passed in. Except for the outbox, which writes to the pipe that it is given, they perform no IO.
//! What the session is doing is in `state/`, and running callbacks are in `callbacks/`.
//!
//! Begin with `route.rs` and `turns.rs`.

mod route;
mod turns;
mod sent_ids;
mod stdin_tracker;
mod pending_requests;
pub(crate) mod request_ids;
mod mode_watch;
mod outbox;
mod startup_log;
mod restart_step;

pub(crate) use mode_watch::ModeWatch;
pub(crate) use outbox::{Kind, Outbox, Outgoing, UNREAD};
pub(crate) use pending_requests::PendingRequests;
pub(crate) use restart_step::RestartStep;
pub(crate) use route::{Route, route};
pub(crate) use sent_ids::SentIds;
pub(crate) use startup_log::StartupLog;
pub(crate) use stdin_tracker::{OpenWork, StdinTracker};
pub(crate) use turns::{Left, Turns, done};
