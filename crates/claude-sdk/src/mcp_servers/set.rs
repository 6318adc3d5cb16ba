//! Server set: the MCP servers of a session, in-process and external.
//!
//! Both are declared over stdin: commands, addresses, variables and headers of servers may contain
//! secrets. `at_launch.rs` also names them at the launch. Requests about running servers are in
//! `client/mcp_servers.rs`.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};

use claude_protocol::Connection;
use claude_types::{McpServerConfig, McpSetServersRequest, McpSetServersResponse};

#[cfg(feature = "mcp")]
use super::in_process::InProcess;
use crate::error::{Error, Precondition, Result};

/// A set of MCP servers, by name. `Debug` shows the names only.
///
/// # Examples
///
/// ```
/// use claude_sdk::McpServers;
/// use claude_sdk::types::McpServerConfig;
///
/// let servers = McpServers::new()
///     .external("files", McpServerConfig::stdio("npx", ["-y", "server-files"]))
///     .external("web", McpServerConfig::http("https://mcp.example.com"));
/// ```
#[derive(Clone, Default)]
pub struct McpServers(BTreeMap<String, Entry>);

#[derive(Clone)]
enum Entry {
    #[cfg(feature = "mcp")]
    InProcess(InProcess),
    External(Box<McpServerConfig>),
}

impl Entry {
    /// Returns what the CLI is told about the server.
    fn config(
        &self,
        #[cfg_attr(not(feature = "mcp"), expect(unused))] name: &str,
    ) -> McpServerConfig {
        match self {
            #[cfg(feature = "mcp")]
            Self::InProcess(server) => server.entry(name),
            Self::External(config) => (**config).clone(),
        }
    }
}

impl McpServers {
    /// Creates an empty set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an in-process server: one built of closures ([`crate::mcp::Server`]), or any other rmcp
    /// handler. It replaces a server with the same name.
    ///
    /// The model knows its tools as `mcp__name__tool`, see [`crate::ToolName`]. One handler serves
    /// all sessions that are started with these options.
    #[cfg(feature = "mcp")]
    #[cfg_attr(docsrs, doc(cfg(feature = "mcp")))]
    #[must_use]
    pub fn server(
        self,
        name: impl Into<String>,
        handler: impl claude_mcp::rmcp::ServerHandler,
    ) -> Self {
        self.server_with(name, handler, claude_types::SdkMcpServerConfig::new())
    }

    /// The same as [`McpServers::server`], with settings: the timeout of calls, and the permissions
    /// of single tools. CLIs before 2.1.250 ignore them.
    #[cfg(feature = "mcp")]
    #[cfg_attr(docsrs, doc(cfg(feature = "mcp")))]
    #[must_use]
    pub fn server_with(
        mut self,
        name: impl Into<String>,
        handler: impl claude_mcp::rmcp::ServerHandler,
        config: claude_types::SdkMcpServerConfig,
    ) -> Self {
        self.0.insert(name.into(), Entry::InProcess(InProcess::new(handler, config)));
        self
    }

    /// Adds a server that the CLI starts or connects to. It replaces a server with the same name.
    #[must_use]
    pub fn external(mut self, name: impl Into<String>, config: McpServerConfig) -> Self {
        self.0.insert(name.into(), Entry::External(Box::new(config)));
        self
    }

    /// Adds all servers of another set, which replace servers with the same name.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds what tells the servers apart from others while they exist.
    pub(crate) fn identify(&self, state: &mut impl Hasher) {
        self.0.len().hash(state);
        for (name, entry) in &self.0 {
            let identity: Option<usize> = match entry {
                #[cfg(feature = "mcp")]
                Entry::InProcess(server) => Some(server.identity()),
                Entry::External(_) => None,
            };
            let config = serde_json::to_vec(&entry.config(name)).ok();
            (name, identity, config).hash(state);
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Returns the entries of the in-process servers: their names and settings.
    pub(super) fn in_process_entries(&self) -> impl Iterator<Item = (&str, McpServerConfig)> {
        let in_process = |(_, entry): &(&String, &Entry)| !matches!(entry, Entry::External(_));
        self.0.iter().filter(in_process).map(|(name, entry)| (name.as_str(), entry.config(name)))
    }

    /// Returns the servers that the CLI runs.
    pub(super) fn external_configs(&self) -> impl Iterator<Item = (&str, &McpServerConfig)> {
        self.0.iter().filter_map(|(name, entry)| {
            #[cfg_attr(not(feature = "mcp"), expect(irrefutable_let_patterns))]
            let Entry::External(config) = entry else { return None };
            Some((name.as_str(), &**config))
        })
    }

    /// Returns whether the set contains servers that the CLI runs.
    pub(crate) fn has_external(&self) -> bool {
        self.0.values().any(|entry| matches!(entry, Entry::External(_)))
    }

    /// Returns whether the set contains in-process servers, which the CLI calls.
    pub(crate) fn has_in_process(&self) -> bool {
        self.0.values().any(|entry| !matches!(entry, Entry::External(_)))
    }

    #[cfg(feature = "mcp")]
    pub(crate) fn in_process(&self) -> impl Iterator<Item = (&str, &InProcess)> {
        self.0.iter().filter_map(|(name, entry)| match entry {
            Entry::InProcess(server) => Some((name.as_str(), server)),
            Entry::External(_) => None,
        })
    }

    /// Returns the external servers with their programs or addresses, without arguments,
    /// credentials and queries.
    pub(crate) fn commands(&self) -> impl Iterator<Item = (String, String)> {
        self.0.iter().filter_map(|(name, entry)| {
            #[cfg_attr(not(feature = "mcp"), expect(irrefutable_let_patterns))]
            let Entry::External(config) = entry else { return None };
            let command = match &**config {
                McpServerConfig::Stdio(server) => server.command.clone(),
                McpServerConfig::Http(server) => address(&server.url),
                McpServerConfig::Sse(server) => address(&server.url),
                _ => return None,
            };
            Some((name.clone(), command))
        })
    }

    /// Declares these servers to the CLI, as all servers that do not come from its settings.
    pub(crate) async fn tell(&self, connection: &Connection) -> Result<McpSetServersResponse> {
        let config = |(name, entry): (&String, &Entry)| (name.clone(), entry.config(name));
        let servers: BTreeMap<_, _> = self.0.iter().map(config).collect();
        Ok(connection.request(&McpSetServersRequest::new(servers)).await?)
    }

    /// Adds to the failure of a server how the CLI starts it: the reason of the CLI may not name it.
    pub(crate) fn with_command(&self, mut error: Error) -> Error {
        if let Error::Precondition(Precondition::McpServer { server, reason }) = &mut error
            && let Some(Entry::External(config)) = self.0.get(server)
            && let McpServerConfig::Stdio(config) = &**config
        {
            // Not its arguments: they may contain secrets.
            *reason = format!("{reason} (its command is `{}`)", config.command);
        }
        error
    }

    /// Returns the first required server that the CLI could not connect, as an error.
    pub(crate) fn failure(response: &McpSetServersResponse, required: &[&str]) -> Option<Error> {
        let is_required = |(name, _): &(&String, &String)| required.contains(&name.as_str());
        let (server, reason) = response.errors.as_ref()?.iter().find(is_required)?;
        Some(Precondition::McpServer { server: server.clone(), reason: reason.clone() }.into())
    }
}

/// Returns an address without credentials, query and fragment.
fn address(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.rsplit('@').next().unwrap_or(host);
    format!("{scheme}://{host}/{path}")
}

impl fmt::Debug for McpServers {
    /// Shows the names only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
