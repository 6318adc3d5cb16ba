//! Session: a running session as data. It is started in `launch/`, and used in `client/` and
//! `query/`.
//!
//! Reading order: `identity.rs`, `client.rs`, `usage.rs`, `state.rs`, `tasks.rs`,
//! `restart.rs`.

mod identity;
mod client;
mod scope;
mod usage;
mod mcp_health;
#[cfg(feature = "json")]
mod typed_answers;
mod state;
mod tasks;
mod restart;

pub use client::Client;
pub(crate) use identity::Session;
pub(crate) use mcp_health::{McpHealth, NotReady, not_connected};
pub(crate) use restart::{Change, Restart, Restarter};
pub use scope::Scope;
pub use state::{Idle, StateWatch};
pub use tasks::{TaskJoin, Tasks};
#[cfg(feature = "json")]
pub(crate) use typed_answers::TypedAnswers;
pub(crate) use usage::SessionUsage;
