//! Connection: the handle that users of this crate hold, and what it shares with the driver.
//!
//! A handle does no work of its own: it sends a [`Command`] to the driver and awaits the reply, or
//! reads a value that the driver publishes. The types of callbacks are here, too, because users
//! register them when they open a connection. How callbacks run is in `callbacks/`, sending prompts
//! is in `turn/`, and [`Connection::open`] is in `driver/open.rs`.
//!
//! Begin with `handle.rs`, then `command.rs` and `callback.rs`.

mod handle;
mod scope;
mod peer_handles;
mod command;
mod callback;
mod close_report;
pub(crate) mod mcp_server;
mod cancel_signal;
mod cli_info;
mod capabilities;
mod info;
mod idle;
mod tasks;

pub use callback::{
    Callback, CallbackError, CallbackFuture, Context, DialogAnswer, Dialogs, ElicitationAnswer,
    Handlers, Hook, OnFailure, PermissionAnswer, UserAnswer,
};
pub(crate) use cancel_signal::CancelSignal;
pub use capabilities::Capabilities;
pub use cli_info::InitCheck;
pub(crate) use cli_info::{CliInfo, Handshake};
pub use close_report::CloseReport;
pub(crate) use command::{Command, OutgoingPrompt};
pub use handle::{Connection, WeakConnection};
pub(crate) use handle::{Shared, encode_error, parse};
pub use idle::Idle;
pub use mcp_server::McpServer;
pub(crate) use peer_handles::PeerHandles;
pub use scope::ConnectionScope;
pub use tasks::{TaskJoin, Tasks};
