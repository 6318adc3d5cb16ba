//! Hooks: callbacks at fixed points of a run, such as before and after a tool call.
//!
//! - [`Options::on`](crate::Options::on) registers a typed hook: the event determines its input and
//!   output.
//! - [`Options::on_hook`](crate::Options::on_hook) registers a generic hook, for any event,
//!   including events that this version does not know.
//!
//! # Shell commands of skills
//!
//! Hooks of [`PreToolUse`] are called for tools of the model. The CLI does not call them for the
//! shell commands in skills and slash commands (`` !`command` ``). From CLI 2.1.332 on, it calls
//! hooks of [`PreSkillShellCommand`] before each of these commands; older ones call only
//! [`UserPromptExpansion`] before the whole prompt.
//!
//! ```
//! use claude_sdk::Options;
//! use claude_sdk::hook::{self, PreSkillShellCommandOutput};
//!
//! let guard = hook::PreSkillShellCommand::any();
//! let options = Options::default().on(guard, |_command, _context| async {
//!     PreSkillShellCommandOutput::deny("skills must not run shell commands")
//! });
//! ```
//!
//! An event that this version does not know has a generic hook:
//! `HookMatcher::new(HookEvent::from("Name"))`, with [`Options::on_hook`](crate::Options::on_hook).
//!
//! # Examples
//!
//! ```
//! use claude_sdk::Options;
//! use claude_sdk::hook::{self, PreToolUseOutput};
//!
//! let guard = hook::PreToolUse::matching("Write|Edit");
//! let options = Options::default().on(guard, |_call, _context| async {
//!     PreToolUseOutput::deny("this session is read-only")
//! });
//! ```

// Reading order: `matcher.rs`, `pattern/`, `typed.rs`, `output.rs`, `event.rs`, `event_types.rs`. The inputs
// and outputs are types of `claude-types`; this module turns closures into hooks.

mod pattern;
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
pub(crate) use pattern::Known;
pub(crate) use typed::hook_entry;
pub use typed::{Hook, Matcher};
