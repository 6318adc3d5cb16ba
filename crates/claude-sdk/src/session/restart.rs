//! Restart: what a client needs to replace its CLI. The code that does it is in `client/recycle.rs`;
//! a session does not know the options that it was started with.

use std::fmt;
use std::sync::Arc;

use claude_types::{PermissionMode, SetMaxThinkingTokensRequest};
use serde_json::{Map, Value};

use super::Client;
use crate::boxed::BoxFuture;
use crate::error::Result;
use crate::mcp_servers::McpServers;

/// Replaces the CLI of a client.
pub(crate) trait Restart: Send + Sync {
    /// Replaces the CLI. `if_due`: only if the options ask for it and nothing is running. Returns
    /// whether it was replaced.
    fn restart(self: Arc<Self>, client: Client, if_due: bool) -> BoxFuture<'static, Result<bool>>;

    /// Waits for a replacement that is in progress. None begins while the guard exists.
    fn hold(&self) -> BoxFuture<'_, Box<dyn Send + '_>>;

    /// Records a change that the next CLI must have, too.
    fn note(&self, change: Change);
}

/// A change of a running session that is not in its options.
pub(crate) enum Change {
    /// The model of later turns. `None` is the default model.
    Model(Option<String>),
    /// The permission mode.
    Mode(PermissionMode),
    /// How much the model thinks, or how thinking is displayed.
    Thinking(SetMaxThinkingTokensRequest),
    /// Settings of the running session, by their keys.
    FlagSettings(Map<String, Value>),
    /// The MCP servers that replace those of the options.
    Servers(McpServers),
    /// An MCP server was enabled or disabled.
    Enabled { server: String, enabled: bool },
}

/// The restart of a client, if it has one: a query has none.
#[derive(Clone, Default)]
pub(crate) struct Restarter(Option<Arc<dyn Restart>>);

impl Restarter {
    pub(crate) fn new(restart: Arc<dyn Restart>) -> Self {
        Self(Some(restart))
    }

    pub(crate) fn get(&self) -> Option<&Arc<dyn Restart>> {
        self.0.as_ref()
    }

    /// The same as [`Restart::hold`]. Returns `None` at once if there is no restart.
    pub(crate) async fn hold(&self) -> Option<Box<dyn Send + '_>> {
        match &self.0 {
            Some(restart) => Some(restart.hold().await),
            None => None,
        }
    }

    pub(crate) fn note(&self, change: Change) {
        if let Some(restart) = &self.0 {
            restart.note(change);
        }
    }
}

impl fmt::Debug for Restarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Restarter").field(&self.0.is_some()).finish()
    }
}
