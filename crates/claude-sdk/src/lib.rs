//! The Claude SDK for Rust: run prompts, hold conversations, and control tool use with the Claude
//! Code CLI.
//!
//! The SDK starts the CLI as a child process and exchanges JSON lines with it over stdin and
//! stdout. There are three entry points:
//!
//! - [`query()`] runs one prompt in a session of its own.
//! - [`query_stream()`] runs a stream of prompts in one session.
//! - [`Client`] keeps a session open for a conversation of many turns.
//!
//! # A first program
//!
//! ```no_run
//! use claude_sdk::{Options, query};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), claude_sdk::Report> {
//!     let answer = query("What is 2 + 2?", Options::default()).text().await?;
//!     println!("{answer}");
//!     Ok(())
//! }
//! ```
//!
//! # Requirements
//!
//! - Rust 1.88 or later, and a tokio runtime with the IO and time drivers enabled. All futures must
//!   be polled inside this runtime.
//! - The Claude Code CLI, installed and logged in. Version 2.1.250 and later are supported. From
//!   2.1.113 on, the CLI is accepted with a warning; earlier versions are refused.
//! - Linux, macOS or Windows. On other systems, set `Options::connector` to reach a CLI that runs elsewhere.
//!
//! The CLI is searched for in this order: [`Options::cli_path`], the environment variable
//! `CLAUDE_CLI_PATH`, the directories of `PATH`, those of the login shell's `PATH`, and the
//! directories of installers and version managers. [`locate`] shows what is found.
//!
//! # Where things are
//!
//! The root contains what most programs need. Everything else is in a module by subject:
//!
//! | module | content |
//! |---|---|
//! | [`client`] | message streams of a session, interrupts, warm start |
//! | [`options`] | values of [`Options`] that the root does not contain |
//! | [`callbacks`], [`hook`] | callbacks of the CLI: permissions, questions, plans, hooks |
//! | [`approvals`] | several answerers for what the CLI asks, and approvals that outlive the process |
//! | [`events`] | a run as events for a user interface |
//! | [`status`] | what a session is doing: state, tasks, progress, stalls |
//! | [`error`] | errors, hints, and how a run ended |
//! | [`budget`], [`usage`] | limits on consumption, and what was consumed |
//! | [`limits`] | deadlines and buffer sizes |
//! | [`json`] | answers as Rust types |
//! | [`observer`] | code that is told what happens in sessions |
//! | [`plugin`] | code that sees all prompts, messages and errors |
//! | [`version`] | CLI versions, capabilities and warnings |
//! | [`types`] | the messages of the CLI as Rust types |
//! | [`mcp`] | in-process MCP servers |
//! | [`cli`] | which CLI was found, and why ([`locate`]) |
//! | [`auth`] | whether the CLI is logged in |
//! | [`transport`] | the connection to the CLI: child process, memory, or your own |
//!
//! # Callbacks
//!
//! The CLI asks the program through callbacks that are set on [`Options`]:
//!
//! | to decide or answer | use |
//! |---|---|
//! | whether a tool may run | [`Options::on_permission`] |
//! | what happens at an event, such as before a tool runs | [`Options::on`], see [`hook`] |
//! | a question of the model to the user | [`Options::on_question`] |
//! | whether a plan is approved | [`Options::on_plan`] |
//! | a form or URL from an MCP server | [`Options::on_elicitation`] |
//! | all of these, in several places or later | [`Options::asked_by`], see [`approvals`] |
//! | a call of a tool written in Rust | `Options::mcp_server` (feature `mcp`) |
//!
//! # Errors in streams
//!
//! An `Err` is always the last item of a stream, so `message?` in a loop stops only when nothing
//! more can come. Problems that leave the stream usable are `Ok` items:
//!
//! - [`Message::Noise`]: a line that is not a JSON object with a `type` field.
//! - [`Message::Oversized`]: a line longer than [`Options::max_line`] (64 MiB by default).
//! - [`Message::Undecoded`]: a message that could not be decoded.
//! - [`Message::Lagged`]: the number of messages and bytes that were dropped because the stream
//!   was not read.
//!
//! A run that failed, for example because a usage limit was reached, also ends with an `Ok` item:
//! a result message for which [`ResultMessage::is_failure`] returns true. [`PendingQuery::text`]
//! and [`Turn::text`] turn such a result into an [`Error`].
//!
//! # Features
//!
//! | feature | default | content |
//! |---|---|---|
//! | `process` | yes | starts the CLI as a child process (Unix and Windows) |
//! | `mcp` | yes | in-process MCP servers, see [`mcp`] |
//! | `json` | yes | answers as Rust types, see [`PendingQuery::json`] |
//! | `tracing` | no | spans and events for the crate `tracing` |
//! | `tower` | no | queries and clients as services for the layers of `tower`, see `service` |

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(all(feature = "mcp", feature = "json")),
    allow(rustdoc::broken_intra_doc_links, reason = "the docs link to items of these features")
)]

mod query;
mod turn;
mod prompt;
mod session;
mod spans;
mod launch;
mod mcp_servers;
mod trace;
mod boxed;
mod conversation;
pub mod approvals;
pub mod auth;
pub mod budget;
pub mod callbacks;
pub mod client;
pub mod error;
pub mod events;
pub mod hook;
#[cfg(feature = "json")]
#[cfg_attr(docsrs, doc(cfg(feature = "json")))]
pub mod json;
pub mod observer;
pub mod options;
pub mod plugin;
pub mod preflight;
#[cfg(feature = "tower")]
#[cfg_attr(docsrs, doc(cfg(feature = "tower")))]
pub mod service;
pub mod usage;

pub use budget::Budget;
pub use callbacks::{Context, Permission, PermissionHandler, PermissionRequest};
pub use error::{Error, ErrorKind, Outcome, Report, Result};
pub use events::{Event, Events};
pub use launch::{Fingerprint, locate};
pub use mcp_servers::{McpServers, ToolName};
pub use options::{Options, SettingSource, Skills, SystemPrompt, Thinking, Tools};
pub use preflight::preflight;
pub use prompt::Prompt;
pub use query::{PendingQuery, Query, query, query_stream};
pub use session::Client;
pub use turn::{Turn, TurnHandle};

pub use claude_protocol::{InterruptOutcome, State};
pub use claude_types::{
    AssistantMessage, Content, ContentBlock, Message, Raw, ResultMessage, Tool, UserMessage,
};

/// Files and conversations are rewound to the state before a prompt, which is named by its ID:
///
/// ```no_run
/// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
/// let turn = client.send("Rename the module.").await?;
/// let prompt: claude_sdk::MessageUuid = turn.uuid().clone();
/// turn.result().await?;
/// let rewound = client.rewind_files(&prompt).await?;
/// # Ok(())
/// # }
/// ```
pub use claude_types::MessageUuid;

/// Set for a session with [`Options::permission_mode`]:
///
/// ```
/// use claude_sdk::{Options, PermissionMode};
///
/// let options = Options::default().permission_mode(PermissionMode::AcceptEdits);
/// assert!(options.validate().is_ok());
/// ```
pub use claude_types::PermissionMode;

/// Known before the CLI starts, unless the session continues an earlier one:
///
/// ```
/// use claude_sdk::{Options, SessionId, query};
///
/// let id = SessionId::new("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10");
/// let pending = query("Hello.", Options::default().session_id(id.clone()));
/// assert_eq!(pending.session_id(), Some(&id));
/// ```
pub use claude_types::SessionId;

/// Part of a stream if partial messages are enabled. [`Events`] merges them with the complete
/// messages; to read them directly:
///
/// ```
/// use claude_sdk::Message;
/// use claude_sdk::types::StreamEvent;
///
/// let line = br#"{"type":"stream_event","event":{"type":"message_stop"}}"#;
/// let Message::StreamEvent(message) = Message::decode(line) else { panic!() };
/// assert!(matches!(message.event, StreamEvent::MessageStop(_)));
/// ```
pub use claude_types::StreamEventMessage;

/// A stream contains many of them, the first of a turn being [`SystemMessage::Init`]:
///
/// ```
/// use claude_sdk::{Message, SystemMessage};
///
/// let line = br#"{"type":"system","subtype":"init","model":"sonnet","session_id":"s"}"#;
/// let Message::System(SystemMessage::Init(init)) = Message::decode(line) else { panic!() };
/// assert_eq!(init.session_id.as_ref().map(|id| id.as_str()), Some("s"));
/// ```
pub use claude_types::SystemMessage;

/// Status: what a session is doing, its tasks, the progress of a prompt, and stalls.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::status::PromptPhase;
///
/// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
/// let turn = client.send("Run the tests.").await?;
/// let mut progress = turn.handle().watch();
/// progress.wait_for(|progress| progress.phase == PromptPhase::Running).await;
/// println!("{} tasks are running", client.tasks().get().live().count());
/// # Ok(())
/// # }
/// ```
pub mod status {
    pub use claude_protocol::{
        Phase, Progress, ProgressWatch, PromptPhase, Recovery, Stall, StallPolicy, StallWatch,
        Task, TaskTree, Timings,
    };
    pub use claude_transport::ProcessTree;

    pub use crate::session::{Idle, StateWatch, TaskJoin, Tasks};
}

/// Limits: deadlines, sizes of buffers, and what happens when a buffer is full.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_sdk::Options;
/// use claude_sdk::limits::{Deadlines, Limits, OverflowPolicy};
///
/// let mut deadlines = Deadlines::default();
/// deadlines.initialize = Duration::from_secs(20);
/// let mut limits = Limits::default();
/// limits.overflow = OverflowPolicy::Fail;
/// let options = Options::default().deadlines(deadlines).limits(limits);
/// ```
pub mod limits {
    pub use claude_protocol::{Deadlines, Limits, OnFailure, OverflowPolicy};
    pub use claude_transport::{ResourceLimit, ResourceLimits};
}

/// Version: the version of the CLI, its capabilities, and warnings about options.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::version::CliVersion;
///
/// # async fn run(client: claude_sdk::Client) {
/// if client.cli_version().is_some_and(|version| version < CliVersion::new(2, 1, 329)) {
///     println!("{:?}", client.warnings());
/// }
/// # }
/// ```
pub mod version {
    pub use claude_protocol::Capabilities;

    pub use claude_transport::cli::{CliProblem, CliSupport, CliVersion};

    pub use crate::launch::Warning;
}

/// CLI: the files that [`locate`] finds, and why one of them is chosen.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::Options;
/// use claude_sdk::cli::{Kind, Verdict};
///
/// # #[tokio::main]
/// # async fn main() {
/// for file in claude_sdk::locate(&Options::default()).await.candidates {
///     match file.verdict {
///         Verdict::Rejected(reason) => println!("{}: {reason}", file.path.display()),
///         _ if file.kind == Kind::Npm => println!("{}, of npm", file.path.display()),
///         _ => println!("{}", file.path.display()),
///     }
/// }
/// # }
/// ```
pub mod cli {
    pub use claude_transport::cli::{
        Candidate, Kind, KnownPlace, Located, Rejection, Source, Verdict,
    };
}

/// The messages and requests of the CLI as Rust types: the crate `claude-types`.
pub use claude_types as types;

/// The transport below a session: lines, the child process, and a peer in memory for tests. This is
/// the crate `claude-transport`.
pub use claude_transport as transport;

/// The crate `schemars`: JSON Schemas of types, for [`PendingQuery::json`] and for the arguments of
/// tools.
#[cfg(any(feature = "json", feature = "mcp"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "json", feature = "mcp"))))]
pub use schemars;

/// In-process MCP servers: the crate `claude-mcp`.
#[cfg(feature = "mcp")]
#[cfg_attr(docsrs, doc(cfg(feature = "mcp")))]
pub use claude_mcp as mcp;

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
