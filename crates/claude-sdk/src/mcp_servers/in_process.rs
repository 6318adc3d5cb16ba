//! In-process servers: connects a handler to the callback that the connection calls.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use claude_mcp::Session;
use claude_mcp::rmcp::ServerHandler;
use claude_protocol::{Connection, McpServer, ProtocolError, WeakConnection};
use claude_types::{
    McpSdkServer, McpServerConfig, Raw, SdkMcpServerConfig, SdkMcpServerManifest,
    SendMcpMessageRequest,
};
use futures_util::future::join_all;
use tokio::sync::mpsc::UnboundedReceiver;

use super::McpServers;
use crate::conversation::SessionIds;
use crate::error::{Error, Result};

/// How long a server may take to compute its manifest: the responses to the first requests of the
/// CLI. If it takes longer, the CLI sends these requests.
const MANIFEST_TIMEOUT: Duration = Duration::from_secs(2);

/// A started server, and the messages that it sends by itself.
type Served = Pin<Box<dyn Future<Output = Result<(McpServer, ServerMessages)>> + Send>>;

/// Starts a server under a name, for the session with these IDs.
type Serve = dyn Fn(&str, &Arc<SessionIds>) -> Served + Send + Sync;

/// A handler that can serve any number of sessions.
#[derive(Clone)]
pub(crate) struct InProcess {
    // Everything that uses rmcp is behind this closure: a program without servers does not link it.
    serve: Arc<Serve>,
    config: SdkMcpServerConfig,
}

impl InProcess {
    /// Returns what tells it apart from others while it exists.
    pub(super) fn identity(&self) -> usize {
        Arc::as_ptr(&self.serve).cast::<()>().addr()
    }

    pub(crate) fn new(handler: impl ServerHandler, config: SdkMcpServerConfig) -> Self {
        let (handler, served_config) = (Arc::new(handler), config.clone());
        let serve = move |name: &str, about: &Arc<SessionIds>| -> Served {
            let ids = Arc::clone(about);
            let session = Session::new(name, Arc::clone(&handler))
                .about_current(move || ids.latest().cloned());
            Box::pin(serve_one(name.to_owned(), session, served_config.clone()))
        };
        Self { serve: Arc::new(serve), config }
    }

    /// Returns the entry in a configuration of the CLI. It contains the settings: an entry without
    /// them replaces those of `initialize`.
    pub(crate) fn entry(&self, name: &str) -> McpServerConfig {
        let mut entry = McpSdkServer::new(name);
        entry.timeout = self.config.timeout;
        entry.tools.clone_from(&self.config.tools);
        entry.extra = self.config.extra.clone();
        entry.into()
    }

    /// Returns the settings of the server, if they differ from the defaults.
    pub(crate) fn config(&self) -> Option<SdkMcpServerConfig> {
        (self.config != SdkMcpServerConfig::default()).then(|| self.config.clone())
    }
}

/// Starts the server of one session, in the form that the connection calls.
async fn serve_one(
    name: String,
    session: Session,
    config: SdkMcpServerConfig,
) -> Result<(McpServer, ServerMessages)> {
    let session = Arc::new(session);
    let manifest = tokio::time::timeout(MANIFEST_TIMEOUT, session.manifest()).await.ok().flatten();
    if let Some(left_out) = manifest.as_ref().and_then(|manifest| manifest.left_out.first()) {
        return Err(Error::options(format!("the MCP server `{name}` cannot be used: {left_out}")));
    }
    let messages = ServerMessages { server: name.clone(), messages: session.server_messages() };
    let answer = move |message: Raw, _| -> claude_protocol::CallbackFuture<Raw> {
        // The connection calls this in a task of its own for each message.
        let answer = session.answer_inline(message);
        Box::pin(async move { Ok(answer.await) })
    };
    let mut server = McpServer::new(name, Arc::new(answer));
    server.manifest = manifest.map(|manifest| {
        SdkMcpServerManifest::new(manifest.initialize_result)
            .tools_list_result(manifest.tools_list_result)
    });
    if config != SdkMcpServerConfig::default() {
        server.config = Some(config);
    }
    Ok((server, messages))
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InProcess").field("config", &self.config).finish_non_exhaustive()
    }
}

/// The messages that a server sends by itself.
pub(crate) struct ServerMessages {
    server: String,
    messages: Option<UnboundedReceiver<Raw>>,
}

/// Starts the in-process servers, all at the same time. Fails if one of them has a tool that the
/// CLI would not accept.
pub(crate) async fn serve(
    servers: &McpServers,
    about: &Arc<SessionIds>,
) -> Result<(Vec<McpServer>, Vec<ServerMessages>)> {
    let starting = servers.in_process().map(|(name, server)| (server.serve)(name, about));
    let started: Result<Vec<_>> = join_all(starting).await.into_iter().collect();
    Ok(started?.into_iter().unzip())
}

/// Starts the in-process servers in a running session. Each replaces a server with the same name.
/// Returns the names, and the servers that were replaced.
pub(crate) async fn replace(
    servers: &McpServers,
    connection: &Connection,
    about: &Arc<SessionIds>,
) -> Result<Vec<(String, Option<McpServer>)>> {
    let (started, messages) = serve(servers, about).await?;
    let mut before = Vec::with_capacity(started.len());
    for server in started {
        let name = server.name.clone();
        before.push((name, connection.replace_mcp_server(server).await?));
    }
    forward(messages, connection);
    Ok(before)
}

/// Undoes [`replace`].
pub(crate) async fn restore(
    before: Vec<(String, Option<McpServer>)>,
    connection: &Connection,
) -> Result<()> {
    for (name, server) in before {
        match server {
            Some(server) => connection.set_mcp_server(server)?,
            None => drop(connection.remove_mcp_server(&name).await?),
        }
    }
    Ok(())
}

/// Forwards the messages that servers send by themselves, as long as the connection is open.
pub(crate) fn forward(all: Vec<ServerMessages>, connection: &Connection) {
    for ServerMessages { server, messages } in all {
        if let Some(messages) = messages {
            tokio::spawn(forward_one(server, messages, connection.downgrade()));
        }
    }
}

async fn forward_one(
    server: String,
    mut messages: UnboundedReceiver<Raw>,
    connection: WeakConnection,
) {
    while let Some(message) = messages.recv().await {
        let request = SendMcpMessageRequest::new(server.as_str(), message);
        // Ignore other errors: a CLI that refuses the message does not use it.
        if let Err(ProtocolError::Closed) = connection.tell(&request).await {
            return;
        }
    }
}
