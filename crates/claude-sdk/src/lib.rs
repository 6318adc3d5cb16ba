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
//! `query.rs` and `client.rs`, then `session.rs` (how a session starts), `options.rs`, `args.rs` and
//! `initialize.rs` (what the CLI is told), `locate.rs`, `error.rs`, `outcome.rs`, `plugin.rs`.

mod query;
mod client;
mod turn;
mod steer;
mod messages;
pub mod events;
mod prompt;
mod prompts;
mod session;
mod spare;
mod state;
mod tasks;
mod options;
mod presets;
mod system_prompt;
mod skills;
mod thinking;
mod settings;
mod private_file;
mod validate;
mod warning;
mod args;
mod argument_length;
mod initialize;
mod environment;
mod env_deadlines;
mod locate;
mod callback;
mod permission;
pub mod hook;
mod question;
mod plan;
mod elicitation;
mod dialog;
mod context;
mod mcp_servers;
#[cfg(feature = "mcp")]
mod in_process;
mod mcp_control;
mod control;
mod version;
mod version_check;
mod tool_name;
mod plugin;
mod ledger;
mod budget;
mod json;
mod error;
mod startup;
mod outcome;
mod classify;
mod advice;
mod trace;

pub use args::SettingSource;
pub use budget::{Budget, BudgetAction, BudgetEvent, BudgetItem, BudgetUse, Line, Price};
pub use classify::Facts;
pub use client::Client;
pub use context::Context;
pub use dialog::{DialogHandler, DialogOutcome, IntoDialogOutcome};
pub use elicitation::{ElicitationHandler, Elicited, IntoElicited};
pub use error::{CloseReason, Error, ErrorKind, Evidence, ExitCause, Result, Unmet};
pub use events::{Event, Events};
pub use hook::{HookMatcher, IntoHookOutput, deny, proceed};
#[cfg(feature = "json")]
pub use json::JsonAnswer;
pub use json::JsonFailure;
pub use ledger::{
    Accounting, Drift, Ledger, Spent, StartTimings, SubagentSpend, Tokens, TurnSpend,
};
pub use mcp_servers::McpServers;
pub use messages::{Messages, Unsolicited, UnsolicitedMessages};
pub use options::Options;
pub use outcome::{Outcome, outcome};
pub use permission::{IntoPermission, Permission, PermissionHandler};
pub use plan::{IntoPlanDecision, Plan, PlanDecision, PlanHandler};
pub use plugin::{Filter, Plugin, PluginContext, PluginFuture, Refusal};
pub use presets::Role;
pub use prompt::Prompt;
pub use query::{Ask, Query, query, query_stream};
pub use question::{Answers, IntoAnswers, QuestionHandler, QuestionSet};
pub use skills::Skills;
pub use spare::Spare;
pub use state::{Idle, StateWatch};
pub use steer::{Steered, TurnHandle};
pub use system_prompt::{PermissionPrompts, QuestionPreview, SystemPrompt, Tools};
pub use tasks::{Join, Tasks};
pub use thinking::Thinking;
pub use tool_name::ToolName;
pub use turn::Turn;
pub use version::{CliSupport, CliVersion};
pub use warning::Warning;

pub use claude_protocol::{
    Capabilities, Deadlines, Interrupt, InterruptOptions, Limits, OnFailure, Overflow, Phase,
    Progress, ProgressWatch, PromptPhase, Recovery, StallPolicy, Stalled, Stalls, State, Task,
    TaskTree, Timings,
};
pub use claude_transport as transport;
pub use claude_types as types;
pub use claude_types::{
    AssistantMessage, CanUseToolRequest as PermissionRequest, Content, ContentBlock,
    ElicitationRequest, HookEvent, HookInput, HookOutput, Message, MessageUuid, PermissionMode,
    Raw, ResultMessage, SandboxSettings, SessionId, StreamEventMessage, SystemMessage, Tool,
    UserDialogRequest as DialogRequest, UserMessage,
};

/// Schemas of types, for [`Ask::json`] and for arguments of tools.
#[cfg(any(feature = "json", feature = "mcp"))]
pub use claude_mcp::schemars;

/// In-process MCP servers.
#[cfg(feature = "mcp")]
pub use claude_mcp as mcp;
