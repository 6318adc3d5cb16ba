//! Plugins: code of this program that sees each prompt, message, result and error of a session.
//!
//! `api.rs` contains the trait; `chain.rs` calls the plugins in order. Plugins of the CLI (folders
//! with commands and agents) are something else.
//!
//! # Examples
//!
//! Count the messages of all sessions of some options:
//!
//! ```
//! use std::sync::atomic::{AtomicU64, Ordering};
//!
//! use claude_sdk::plugin::{MessageFilter, Plugin, PluginContext};
//! use claude_sdk::{Message, Options};
//!
//! #[derive(Default)]
//! struct Counter(AtomicU64);
//!
//! impl Plugin for Counter {
//!     fn name(&self) -> &str {
//!         "counter"
//!     }
//!
//!     fn on_message(&self, _message: &mut Message, _context: &PluginContext) -> MessageFilter {
//!         self.0.fetch_add(1, Ordering::Relaxed);
//!         MessageFilter::Keep
//!     }
//! }
//!
//! let options = Options::default().plugin(Counter::default());
//! ```

mod api;
mod chain;

pub(crate) use api::PluginEntry;
pub use api::{MessageFilter, Plugin, PluginContext, PluginError, PluginFuture};
pub(crate) use chain::Plugins;
