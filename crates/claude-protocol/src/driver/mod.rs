//! Driver: the background task that owns a connection.
//!
//! It waits for events in one place, and handles each with the tables and rooms beside it. It never
//! awaits user code, a consumer's queue or a write: those are sources of events. It decides what
//! happens when; the bookkeeping itself is in `tables/`, `callbacks/`, `delivery/` and `state/`.
//!
//! Begin with `event_loop.rs`. The other files are further `impl Driver` blocks, each for one kind
//! of event: messages, requests of the CLI, activity, the end of the connection, and a new CLI in the
//! place of the old one.

mod options;
mod open;
mod handshake;
mod setup;
mod event_loop;
mod event_source;
mod decoding;
mod messages;
mod requests;
mod dialogs;
mod activity;
mod tell;
mod shutdown;
mod restart;

pub use handshake::handshake;
pub use options::ConnectionOptions;
