//! Hooks: callbacks at fixed points of a run.
//!
//! [`Options::on`](crate::Options::on) takes a hook of one event, with the input and output of that
//! event: `hook::PreToolUse::matching("Bash")`. [`Options::on_hook`](crate::Options::on_hook) is
//! the generic form, for any event, including one that this version does not know.
//!
//! The inputs and outputs are types of `claude-types`, which also has constructors of the usual
//! outputs. This module turns closures into hooks. Reading order: `matcher.rs`, `typed.rs`,
//! `output.rs`, `event.rs`, `event_types.rs`.

mod matcher;
mod event;
mod output;
mod typed;
mod event_types;

pub use claude_types::{HookEvent, HookInput, HookOutput};

pub use event::Event;
pub use event_types::*;
pub(crate) use matcher::HookEntry;
pub use matcher::{HookMatcher, deny};
pub use output::{IntoHookOutput, IntoOutput, Proceed, proceed};
pub(crate) use typed::hook_entry;
pub use typed::{Hook, Matcher};
