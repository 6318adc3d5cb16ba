//! Connection: the handle that users of this crate hold, and what it shares with the driver.

mod handle;
mod command;
mod callback;
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
pub(crate) use command::Command;
pub use handle::{Connection, WeakConnection};
pub(crate) use handle::{Shared, encode_error, parse};
pub use idle::Idle;
pub use mcp_server::McpServer;
pub use tasks::{TaskJoin, Tasks};
