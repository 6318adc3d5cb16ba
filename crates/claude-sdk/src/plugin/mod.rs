//! Plugins: code of this program that sees each prompt, message, result and error of a session.
//!
//! `api.rs` is what a user implements; `chain.rs` calls it.

mod api;
mod chain;

pub(crate) use api::PluginEntry;
pub use api::{MessageFilter, Plugin, PluginContext, PluginError, PluginFuture};
pub(crate) use chain::Plugins;
