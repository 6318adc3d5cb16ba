//! The session files of the Claude Code CLI.
//!
//! The CLI writes each conversation to a file of JSON lines below `~/.claude/projects`. This crate finds,
//! lists, reads and searches these files. It is synchronous, and changes nothing.

mod error;
mod folders;
mod lines;
mod conversation;
mod list;
mod transcript;

pub use conversation::{Branch, BranchReason, Conversation, Messages, StoredMessage};
pub use error::{Error, Result};
pub use folders::{Home, Scope, project_key};
pub use lines::{Line, LineKind, Lines, Place};
pub use list::{Listed, Lister, Listing, SessionInfo};
pub use transcript::{Subagent, Transcript};
