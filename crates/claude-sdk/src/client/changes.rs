//! Changes: what a client changed in its running session, for the CLI that replaces the old one.
//!
//! A change is recorded once the CLI has accepted it. The next CLI gets the last value of each. Two
//! are options of its start; the others are sent again after its handshake, before the next prompt.

use std::collections::BTreeMap;

use claude_protocol::Connection;
use claude_types::{
    ApplyFlagSettingsRequest, Maybe, McpToggleRequest, PermissionMode, Raw,
    SetMaxThinkingTokensRequest,
};
use serde_json::{Map, Value};

use crate::error::{Error, Result};
use crate::mcp_servers::McpServers;
use crate::session::Change;

/// The changes of one session.
#[derive(Default)]
pub(super) struct Changes {
    /// `None` in it is the default model.
    pub(super) model: Option<Option<String>>,
    pub(super) mode: Option<PermissionMode>,
    /// The set that replaced that of the options.
    pub(super) servers: Option<McpServers>,
    /// Only what is sent again: the part of [`Changes`] that is not an option.
    sent: Sent,
}

/// Changes that are sent again.
#[derive(Clone, Default)]
pub(super) struct Sent {
    thinking: Option<SetMaxThinkingTokensRequest>,
    flag_settings: Map<String, Value>,
    enabled: BTreeMap<String, bool>,
}

impl Changes {
    pub(super) fn note(&mut self, change: Change) {
        match change {
            Change::Model(model) => self.model = Some(model),
            Change::Mode(mode) => self.mode = Some(mode),
            Change::Servers(servers) => {
                // A server that was replaced is enabled.
                self.sent.enabled.retain(|name, _| !servers.names().any(|new| new == name));
                self.servers = Some(servers);
            }
            Change::Enabled { server, enabled } => {
                self.sent.enabled.insert(server, enabled);
            }
            Change::Thinking(request) => self.sent.think(request),
            // The CLI merges the keys at the top, and so does this.
            Change::FlagSettings(settings) => self.sent.flag_settings.extend(settings),
        }
    }

    /// Returns what [`Sent::send`] sends.
    pub(super) fn sent(&self) -> Sent {
        self.sent.clone()
    }
}

impl Sent {
    /// The request has one of the two values.
    fn think(&mut self, request: SetMaxThinkingTokensRequest) {
        let kept = self.thinking.get_or_insert_default();
        if request.max_thinking_tokens != Maybe::Absent {
            kept.max_thinking_tokens = request.max_thinking_tokens;
        }
        if request.thinking_display != Maybe::Absent {
            kept.thinking_display = request.thinking_display;
        }
    }

    /// Sends the changes to a CLI that has begun.
    ///
    /// The CLI may refuse to enable or disable a server that it does not have, for example because a
    /// settings file has changed. That is not an error.
    pub(super) async fn send(self, connection: &Connection) -> Result<()> {
        if let Some(thinking) = &self.thinking {
            connection.request(thinking).await?;
        }
        if !self.flag_settings.is_empty() {
            let settings = Raw::from_serialize(&self.flag_settings)
                .map_err(|error| Error::Decode { source: std::sync::Arc::new(error) })?;
            connection.request(&ApplyFlagSettingsRequest::new(settings)).await?;
        }
        for (server, enabled) in self.enabled {
            match connection.request(&McpToggleRequest::new(server, enabled)).await {
                Err(claude_protocol::ProtocolError::Refused { .. }) | Ok(_) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}
