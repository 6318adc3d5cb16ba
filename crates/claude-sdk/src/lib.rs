//! The Claude SDK for Rust: drives the Claude Code CLI as a child process.
//!
//! Ask one question with [`query()`], hold a conversation with [`Client`]. The CLI asks back
//! through callbacks: permissions ([`Options::on_permission`]) and hooks ([`Options::on_hook`]).
//! Nothing of the wire is decided here; that is `claude-protocol`, and its types are
//! `claude-types`.
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::{Message, Options, query};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), claude_sdk::Error> {
//! let mut run = query("What is 2 + 2?", Options::default()).await?;
//! while let Some(message) = run.next().await {
//!     if let Message::Assistant(reply) = message? {
//!         print!("{}", reply.text());
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Errors in streams
//!
//! An `Err` is the last item of a stream. What is odd but does no harm is an `Ok` item, so that
//! `message?` never ends a good session: [`Message::Noise`] (a line that is no JSON),
//! [`Message::Oversized`] (a line that was too long), [`Message::Undecoded`],
//! [`Message::Lagged`] (what was lost because nobody read). A run that failed is an `Ok` result;
//! only `text()` turns it into an [`Error`].
//!
//! # Reading order
//!
//! `query.rs` and `client.rs`, then `session.rs` (how a session starts), `options.rs` and
//! `args.rs` (what the CLI is started with), `locate.rs`, `error.rs`.

mod query;
mod client;
mod turn;
mod prompt;
mod session;
mod options;
mod system_prompt;
mod skills;
mod settings;
mod validate;
mod warning;
mod args;
mod environment;
mod locate;
mod permission;
mod hook;
mod context;
mod mcp_servers;
#[cfg(feature = "mcp")]
mod in_process;
mod mcp_control;
mod tool_name;
mod json;
mod error;
mod classify;
mod trace;

pub use args::SettingSource;
pub use client::{Client, Messages};
pub use context::Context;
pub use error::{CloseReason, Error, ErrorKind, Result};
pub use hook::{HookMatcher, IntoHookOutput, deny, proceed};
#[cfg(feature = "json")]
pub use json::JsonAnswer;
pub use json::JsonFailure;
pub use mcp_servers::McpServers;
pub use options::Options;
pub use permission::{IntoPermission, Permission, PermissionHandler};
pub use prompt::Prompt;
pub use query::{Ask, Query, query};
pub use skills::Skills;
pub use system_prompt::{SystemPrompt, Tools};
pub use tool_name::ToolName;
pub use turn::Turn;
pub use warning::Warning;

pub use claude_protocol::{Deadlines, Interrupt, Limits, OnFailure, Overflow, State, StateWatch};
pub use claude_transport as transport;
pub use claude_types as types;
pub use claude_types::{
    AssistantMessage, CanUseToolRequest as PermissionRequest, Content, ContentBlock, HookEvent,
    HookInput, HookOutput, Message, MessageUuid, PermissionMode, Raw, ResultMessage,
    SandboxSettings, SessionId, StreamEventMessage, SystemMessage, UserMessage,
};

/// Schemas of types, for [`Ask::json`] and for arguments of tools.
#[cfg(any(feature = "json", feature = "mcp"))]
pub use claude_mcp::schemars;

/// In-process MCP servers.
#[cfg(feature = "mcp")]
pub use claude_mcp as mcp;
