//! The Claude SDK for Rust: drives the Claude Code CLI as a child process.
//!
//! Ask one question with [`query()`], hold a conversation with [`Client`]. The CLI asks back
//! through callbacks: permissions ([`Options::on_permission`]), hooks ([`Options::on`]), and what
//! the user is asked ([`Options::on_question`], [`Options::on_plan`], [`Options::on_elicitation`]).
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
//! if let Message::Assistant(reply) = message? {
//! print!("{}", reply.text());
//! }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Errors in streams
//!
//! An `Err` is the last item of a stream. What is odd but does no harm is an `Ok` item, so that
//! `message?` never ends a good session: [`Message::Noise`] (a line that is no JSON),
//! [`Message::Oversized`] (a line that was too long), [`Message::Undecoded`], [`Message::Lagged`]
//! (what was lost because nobody read). A run that failed is an `Ok` result; only `text()` turns it
//! into an [`Error`].
//!
//! # Where things are
//!
//! The root has what most programs need. Everything else stands in a module by subject:
//! [`callbacks`] and [`hook`] for what the CLI asks, [`events`] for screens, [`status`] for what a
//! session is doing, [`error`], [`budget`] and [`usage`], [`limits`] for deadlines, [`plugin`],
//! [`client`], [`options`], [`version`]; [`types`] for the wire, and [`transport`].

#![cfg_attr(docsrs, feature(doc_cfg))]

mod query;
mod turn;
mod prompt;
mod session;
mod launch;
mod mcp_servers;
mod trace;
pub mod budget;
pub mod callbacks;
pub mod client;
pub mod error;
pub mod events;
pub mod hook;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod json;
pub mod options;
pub mod plugin;
pub mod usage;

pub use budget::Budget;
pub use callbacks::{Context, Permission, PermissionHandler, PermissionRequest};
pub use error::{Error, ErrorKind, Outcome, Result};
pub use events::{Event, Events};
pub use mcp_servers::{McpServers, ToolName};
pub use options::{Options, SettingSource, Skills, SystemPrompt, Thinking, Tools};
pub use prompt::Prompt;
pub use query::{PendingQuery, Query, query, query_stream};
pub use session::Client;
pub use turn::{Turn, TurnHandle};

pub use claude_protocol::{InterruptOutcome, State};
pub use claude_types::{
    AssistantMessage, Content, ContentBlock, Message, MessageUuid, PermissionMode, Raw,
    ResultMessage, SessionId, StreamEventMessage, SystemMessage, Tool, UserMessage,
};

/// Status: what a session is doing, its tasks, the progress of a prompt, and stalls.
pub mod status {
    pub use claude_protocol::{
        Phase, Progress, ProgressWatch, PromptPhase, Recovery, Stall, StallPolicy, StallWatch,
        Task, TaskTree, Timings,
    };

    pub use crate::session::{Idle, StateWatch, TaskJoin, Tasks};
}

/// Limits: deadlines, bounds of buffers, and what happens beyond them.
pub mod limits {
    pub use claude_protocol::{Deadlines, Limits, OnFailure, OverflowPolicy};
}

/// Version: the version of the CLI, what it can do, and warnings about options.
pub mod version {
    pub use claude_protocol::Capabilities;

    pub use crate::error::cli_version::{CliSupport, CliVersion};
    pub use crate::launch::Warning;
}

/// The wire format of the CLI as Rust types.
pub use claude_types as types;

/// The transport below a session: lines, the child process, and a peer in memory for tests.
pub use claude_transport as transport;

/// JSON Schemas of types, for [`PendingQuery::json`] and for the arguments of tools.
#[cfg(any(feature = "json", feature = "mcp"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "json", feature = "mcp"))))]
pub use claude_mcp::schemars;

/// In-process MCP servers.
#[cfg(feature = "mcp")]
#[cfg_attr(docsrs, doc(cfg(feature = "mcp")))]
pub use claude_mcp as mcp;

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
