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

pub use budget::{Budget, BudgetAction, BudgetEvent, Threshold};
pub use callbacks::{
    Context, DialogHandler, DialogOutcome, ElicitationHandler, ElicitationOutcome,
    IntoDialogOutcome, IntoElicitationOutcome, IntoPermission, IntoPlanDecision,
    IntoQuestionAnswers, Permission, PermissionHandler, Plan, PlanDecision, PlanHandler,
    QuestionAnswers, QuestionHandler, QuestionRequest,
};
pub use client::{Messages, Unsolicited, UnsolicitedMessages, WarmClient};
pub use error::{
    CliSupport, CliVersion, CloseReason, Diagnostics, Error, ErrorKind, ExitCause, JsonFailure,
    Outcome, Precondition, Result, RunFacts, outcome,
};
pub use events::{Event, Events};
pub use hook::{HookMatcher, IntoHookOutput, deny, proceed};
#[cfg(feature = "json")]
pub use json::JsonAnswer;
pub use launch::Warning;
pub use mcp_servers::{McpServers, ToolName};
pub use options::{
    DualAgentRole, Options, PermissionPrompts, QuestionPreview, SettingSource, Skills,
    SystemPrompt, Thinking, Tools,
};
pub use plugin::{MessageFilter, Plugin, PluginContext, PluginError, PluginFuture};
pub use prompt::Prompt;
pub use query::{PendingQuery, Query, query, query_stream};
pub use session::{Client, Idle, StateWatch, TaskJoin, Tasks};
pub use turn::{SteerOutcome, Turn, TurnHandle};
pub use usage::{
    Accounting, BudgetItem, BudgetUse, Drift, Ledger, Price, Spend, StartTimings, SubagentSpend,
    Tokens, TurnSpend,
};

pub use claude_protocol::{
    Capabilities, Deadlines, InterruptOptions, InterruptOutcome, Limits, OnFailure, OverflowPolicy,
    Phase, Progress, ProgressWatch, PromptPhase, Recovery, Stall, StallPolicy, StallWatch, State,
    Task, TaskTree, Timings,
};
pub use claude_transport as transport;
pub use claude_types as types;
pub use claude_types::{
    AssistantMessage, CanUseToolRequest as PermissionRequest, Content, ContentBlock,
    ElicitationRequest, HookEvent, HookInput, HookOutput, Message, MessageUuid, PermissionMode,
    Raw, ResultMessage, SandboxSettings, SessionId, StreamEventMessage, SystemMessage, Tool,
    UserDialogRequest as DialogRequest, UserMessage,
};

/// Schemas of types, for [`PendingQuery::json`] and for arguments of tools.
#[cfg(any(feature = "json", feature = "mcp"))]
pub use claude_mcp::schemars;

/// In-process MCP servers.
#[cfg(feature = "mcp")]
pub use claude_mcp as mcp;
