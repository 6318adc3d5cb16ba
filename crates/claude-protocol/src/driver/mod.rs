//! Driver: the one task that owns a connection.
//!
//! Read [`event_loop`] first. The other files are further `impl Driver` blocks, each for one kind of
//! event.

mod options;
mod open;
mod handshake;
mod setup;
mod event_loop;
mod event_source;
mod messages;
mod requests;
mod dialogs;
mod activity;
mod shutdown;

pub use handshake::handshake;
pub use options::ConnectionOptions;
