//! The session files of the Claude Code CLI: find, list, read, search and change them.
//!
//! The CLI writes each conversation to a file of JSON lines, in a folder for each working directory
//! below `~/.claude/projects`. This crate reads these files, and changes them as the CLI and the official
//! SDKs do. It is synchronous, and needs no CLI.
//!
//! - [`Home`] is the folder of the CLI: [`Home::list`], [`Home::open`], [`Home::search`].
//! - [`Transcript`] is the file of a session, with its [`Subagent`]s: [`Transcript::rename`],
//!   [`Transcript::tag`], [`Transcript::archive`], [`Transcript::delete`], [`Transcript::fork`].
//! - [`Transcript::export_bundle`] and [`Home::import`] move a session to another machine.
//! - [`Conversation`] has its messages in their order.
//! - [`Lines`] reads a file line by line, also a damaged one.
//! - [`Transcript::doctor`] finds what is wrong with a file, and [`Report::repair`] repairs it.
//!
//! # Examples
//!
//! ```no_run
//! use claude_transcripts::{Home, Scope};
//!
//! # fn main() -> claude_transcripts::Result<()> {
//! let home = Home::find()?;
//! let latest = home.list(&Scope::everywhere()).limit(1).run()?.sessions;
//! if let Some(session) = latest.first() {
//!     for message in home.open(&session.session_id)?.conversation()?.messages() {
//!         println!("{}", message?.text());
//!     }
//! }
//! # Ok(())
//! # }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod folders;
mod lines;
mod conversation;
mod list;
mod search;
mod transcript;
mod follow;
mod files;
mod edit;
mod fork;
mod bundle;
mod export;
mod doctor;

pub use conversation::{Branch, BranchReason, Conversation, Messages, StoredMessage};
pub use doctor::{Finding, Repaired, Repairs, Report, Severity};
pub use edit::Deleted;
pub use error::{Error, Result};
pub use folders::{Holder, Home, Scope, project_key};
pub use follow::{FollowItem, Follower};
pub use fork::ForkPoint;
pub use lines::{Line, LineKind, Lines, Place};
pub use list::{Listed, Lister, Listing, SessionInfo, SessionSummary};
pub use search::{Hit, Hits};
pub use transcript::{Subagent, Transcript};
