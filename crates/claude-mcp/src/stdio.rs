//! Stdio: serves any MCP client over stdin and stdout.

use rmcp::ServerHandler;
use rmcp::service::{ServerInitializeError, serve_server};

use crate::session::CatchPanic;

/// An error of a server over stdin and stdout.
///
/// # Examples
///
/// ```no_run
/// use claude_mcp::{NoArgs, Server, serve_stdio};
///
/// # async fn run() {
/// let server = Server::builder("clock", "1.0.0")
///     .tool("now", "Returns the time.", |_: NoArgs| async { "12:00" })
///     .build();
/// if let Err(error) = serve_stdio(server).await {
///     eprintln!("the server ended: {error}");
/// }
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ServeError {
    /// The client did not complete the MCP handshake.
    Handshake(Box<ServerInitializeError>),
    /// The task of the server panicked or was aborted.
    Task(tokio::task::JoinError),
}

impl std::fmt::Display for ServeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Handshake(_) => "the MCP client did not complete the handshake",
            Self::Task(_) => "the task of the MCP server failed",
        })
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Handshake(error) => Some(error),
            Self::Task(error) => Some(error),
        }
    }
}

/// Serves one client over stdin and stdout, until the client closes stdin.
///
/// Nothing else in this process may write to stdout during that time.
///
/// # Errors
///
/// - [`ServeError::Handshake`] if the client does not complete the handshake.
/// - [`ServeError::Task`] if the task of the server panics or is aborted.
///
/// # Cancel safety
///
/// If the future is dropped, the server stops and calls in flight are cancelled.
pub async fn serve_stdio(handler: impl ServerHandler) -> Result<(), ServeError> {
    let served = serve_server(CatchPanic(handler), rmcp::transport::stdio()).await;
    let running = served.map_err(|error| ServeError::Handshake(Box::new(error)))?;
    running.waiting().await.map(drop).map_err(ServeError::Task)
}
