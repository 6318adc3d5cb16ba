//! The session files of the Claude Code CLI: find, list, read and search them.
//!
//! The CLI writes each conversation to a file of JSON lines, in a folder for each working directory
//! below `~/.claude/projects`. This crate reads these files. It is synchronous, needs no CLI, and
//! changes nothing but what a repair is asked for.
//!
//! - [`Home`] is the folder of the CLI: [`Home::list`], [`Home::open`], [`Home::search`].
//! - [`Transcript`] is the file of a session, with its [`Subagent`]s.
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
mod doctor;

pub use conversation::{Branch, BranchReason, Conversation, Messages, StoredMessage};
pub use doctor::{Finding, Repaired, Repairs, Report, Severity};
pub use error::{Error, Result};
pub use folders::{Holder, Home, Scope, project_key};
pub use lines::{Line, LineKind, Lines, Place};
pub use list::{Listed, Lister, Listing, SessionInfo};
pub use search::{Hit, Hits};
pub use transcript::{Subagent, Transcript};
