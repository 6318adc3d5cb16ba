//! In-process MCP servers for Claude: the place and the boundary.
//!
//! A server here speaks JSON-RPC through a [`Port`] and knows nothing else: no CLI, no process, no
//! line. The other end of the port is the protocol's business, which wraps each message into a
//! control frame and correlates the answers. The servers themselves, on the official Rust MCP
//! SDK, come with their own release; until then a port can be served by hand.
//!
//! # Examples
//!
//! ```
//! use claude_mcp::Port;
//! use claude_types::Raw;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let (mut server, client) = Port::pair(8);
//! client.outgoing.send(Raw::from_text(r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#).unwrap()).await.unwrap();
//! let call = server.incoming.recv().await.unwrap();
//! assert!(call.get().contains("ping"));
//! # }
//! ```

use claude_types::Raw;
use tokio::sync::mpsc;

/// One end of a connection between an MCP client and an MCP server: raw JSON-RPC both ways.
///
/// Dropping an end closes the other one's `incoming`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Port {
    /// Messages from the other end.
    pub incoming: mpsc::Receiver<Raw>,
    /// Messages to the other end.
    pub outgoing: mpsc::Sender<Raw>,
}

impl Port {
    /// Two connected ends. Each direction holds up to `capacity` messages.
    ///
    /// # Panics
    ///
    /// `capacity` is 0.
    #[must_use]
    pub fn pair(capacity: usize) -> (Self, Self) {
        let (to_left, left) = mpsc::channel(capacity);
        let (to_right, right) = mpsc::channel(capacity);
        (Self { incoming: left, outgoing: to_right }, Self { incoming: right, outgoing: to_left })
    }
}
