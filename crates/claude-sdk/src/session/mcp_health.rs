//! MCP health: which servers of a session are not connected, and what the options say about them.
//!
//! The CLI reports the states in `system/init` and says nothing else. `wait.rs` in `mcp_servers/`
//! waits for servers and makes it an error.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use claude_types::{InitMessage, McpServerState, Message, SystemMessage};

use crate::trace;

/// The servers of one session. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct McpHealth(Arc<Mutex<Servers>>);

#[derive(Default)]
struct Servers {
    /// The program or the address of each server that the options declare.
    commands: BTreeMap<String, String>,
    /// The reasons that the CLI reported when the servers were declared.
    reasons: BTreeMap<String, String>,
    /// The servers that were logged.
    logged: Vec<String>,
}

/// A server that is not connected.
#[derive(Debug)]
pub(crate) struct NotReady {
    pub(crate) server: String,
    pub(crate) command: Option<String>,
    pub(crate) reason: String,
}

impl McpHealth {
    /// Adds servers with their programs or addresses, and forgets what was reported about them.
    pub(crate) fn declare(&self, commands: impl IntoIterator<Item = (String, String)>) {
        let mut servers = self.lock();
        for (name, command) in commands {
            servers.reasons.remove(&name);
            servers.logged.retain(|known| *known != name);
            servers.commands.insert(name, command);
        }
    }

    /// Adds the reasons that the CLI reported when the servers were declared.
    pub(crate) fn failed(&self, reasons: &BTreeMap<String, String>) {
        self.lock().reasons.extend(reasons.clone());
        for (server, reason) in reasons {
            self.log(server, reason);
        }
    }

    /// Logs each server that is not connected at the start of a turn, once.
    pub(crate) fn observe(&self, message: &Message) {
        if let Message::System(SystemMessage::Init(init)) = message {
            for (server, state) in not_connected(init) {
                self.log(server, state.as_str());
            }
        }
    }

    /// Returns the servers that are not connected, as far as the CLI has reported it.
    pub(crate) fn not_ready(&self, init: Option<&InitMessage>) -> Vec<NotReady> {
        let servers = self.lock();
        let entry = |server: &str, state: &str| NotReady {
            server: server.to_owned(),
            command: servers.commands.get(server).cloned(),
            reason: match servers.reasons.get(server) {
                Some(reason) => reason.clone(),
                None => state.to_owned(),
            },
        };
        match init {
            Some(init) => {
                not_connected(init).map(|(server, state)| entry(server, state.as_str())).collect()
            }
            None => servers.reasons.keys().map(|server| entry(server, "failed")).collect(),
        }
    }

    fn log(&self, server: &str, reason: &str) {
        let mut servers = self.lock();
        if servers.logged.iter().any(|known| known == server) {
            return;
        }
        servers.logged.push(server.to_owned());
        let command = servers.commands.get(server).map(|command| format!(" (`{command}`)"));
        let command = command.unwrap_or_default();
        trace::warning!("the MCP server `{server}`{command} is not ready: {reason}");
    }

    fn lock(&self) -> MutexGuard<'_, Servers> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Returns the servers that cannot be used, with their states. One that is connecting is not among
/// them, nor is one that is disabled on purpose.
pub(crate) fn not_connected(init: &InitMessage) -> impl Iterator<Item = (&str, &McpServerState)> {
    init.mcp_servers.iter().flatten().filter_map(|server| {
        let state = server.status.as_ref()?;
        let is_missing = matches!(state, McpServerState::Failed | McpServerState::NeedsAuth);
        is_missing.then_some((server.name.as_str(), state))
    })
}

impl fmt::Debug for McpHealth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("McpHealth").finish_non_exhaustive()
    }
}
