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
//! # Reading order
//!
//! `query/` and `client/` (what users call), `session/` (what a session is), `options/`, then
//! `launch/` (how a session starts, and how options reach the CLI), `callbacks/` and `hook/`,
//! `events/`, `error/`.

mod query;
mod client;
mod turn;
mod prompt;
mod session;
mod options;
mod launch;
mod callbacks;
pub mod hook;
pub mod events;
#[cfg(feature = "json")]
mod json;
mod mcp_servers;
mod plugin;
mod budget;
mod usage;
mod error;
mod trace;

pub use budget::{Budget, BudgetAction, BudgetEvent, Line};
pub use callbacks::{
    Answers, Context, DialogHandler, DialogOutcome, ElicitationHandler, Elicited, IntoAnswers,
    IntoDialogOutcome, IntoElicited, IntoPermission, IntoPlanDecision, Permission,
    PermissionHandler, Plan, PlanDecision, PlanHandler, QuestionHandler, QuestionSet,
};
pub use client::{Messages, Spare, Unsolicited, UnsolicitedMessages};
pub use error::{
    CliSupport, CliVersion, CloseReason, Error, ErrorKind, Evidence, ExitCause, Facts, JsonFailure,
    Outcome, Result, Unmet, outcome,
};
pub use events::{Event, Events};
pub use hook::{HookMatcher, IntoHookOutput, deny, proceed};
#[cfg(feature = "json")]
pub use json::JsonAnswer;
pub use launch::Warning;
pub use mcp_servers::{McpServers, ToolName};
pub use options::{
    Options, PermissionPrompts, QuestionPreview, Role, SettingSource, Skills, SystemPrompt,
    Thinking, Tools,
};
pub use plugin::{Filter, Plugin, PluginContext, PluginFuture, Refusal};
pub use prompt::Prompt;
pub use query::{Ask, Query, query, query_stream};
pub use session::{Client, Idle, Join, StateWatch, Tasks};
pub use turn::{Steered, Turn, TurnHandle};
pub use usage::{
    Accounting, BudgetItem, BudgetUse, Drift, Ledger, Price, Spent, StartTimings, SubagentSpend,
    Tokens, TurnSpend,
};

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
