//! MCP calls: passes JSON-RPC messages of the CLI to the servers in this process.
//!
//! It reads only as much JSON-RPC as a reply needs if the server fails or does not exist. The
//! caller is `driver/requests.rs`.

use std::collections::HashMap;
use std::sync::Arc;

use claude_types::Raw;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use super::reply::{Answer, Reply};
use crate::connection::{CallbackFuture, Context, McpServer};

/// The JSON-RPC code for a method that does not exist.
const METHOD_NOT_FOUND: i32 = -32601;

/// The JSON-RPC code for a failure inside the server.
const INTERNAL_ERROR: i32 = -32603;

#[derive(Debug)]
struct Entry {
    server: McpServer,
    /// Closed when the last message has been passed to the server.
    last: Option<oneshot::Receiver<()>>,
}

/// The registered servers.
#[derive(Debug, Default)]
pub(crate) struct McpServers {
    entries: HashMap<String, Entry>,
}

impl McpServers {
    pub(crate) fn new(servers: Vec<McpServer>) -> Self {
        let mut table = Self::default();
        for server in servers {
            table.set(server);
        }
        table
    }

    /// Adds a server. Returns the server of the same name that it replaces.
    pub(crate) fn set(&mut self, server: McpServer) -> Option<McpServer> {
        let replaced = self.entries.insert(server.name.clone(), Entry { server, last: None });
        replaced.map(|entry| entry.server)
    }

    /// Removes a server. Its running calls continue. Returns `false` if there was none.
    pub(crate) fn remove(&mut self, name: &str) -> bool {
        self.entries.remove(name).is_some()
    }

    /// Returns the future that answers a message. No code of the server runs before it is polled.
    /// `None` if there is no such server.
    pub(crate) fn call(
        &mut self,
        name: &str,
        message: Raw,
        id: Option<&Raw>,
        context: Context,
    ) -> Option<CallbackFuture<Option<Answer>>> {
        let entry = self.entries.get_mut(name)?;
        let callback = Arc::clone(&entry.server.answer);
        let (handed_over, last) = oneshot::channel::<()>();
        let before = entry.last.replace(last);
        let is_request = id.is_some();
        Some(Box::pin(async move {
            // Wait until the previous message has been passed. Tasks start in any order, and a
            // server must not see the cancellation of a call before the call.
            if let Some(before) = before {
                let _ = before.await;
            }
            let answer = callback(message, context);
            drop(handed_over);
            let answer = answer.await?;
            let reply = if is_request { reply(&answer) } else { acknowledged() };
            Ok(Some(reply.into()))
        }))
    }
}

/// Returns the ID of a request. `None` for a notification, and for a response to a request of the
/// server, whose ID is the server's own.
pub(crate) fn id_of(message: &Raw) -> Option<Raw> {
    #[derive(Deserialize)]
    struct Call {
        id: Option<Raw>,
        method: Option<IgnoredAny>,
    }
    let call = message.parse::<Call>().ok()?;
    call.method.and(call.id)
}

/// Returns the reply if the server does not exist.
pub(crate) fn no_server(name: &str, id: Option<&Raw>) -> Reply {
    error(id, METHOD_NOT_FOUND, &format!("no MCP server `{name}` is registered"))
}

/// Returns the reply if the server failed.
pub(crate) fn failed(id: Option<&Raw>, why: &str) -> Reply {
    error(id, INTERNAL_ERROR, why)
}

fn error(id: Option<&Raw>, code: i32, message: &str) -> Reply {
    #[derive(Serialize)]
    struct Refusal<'r> {
        jsonrpc: &'static str,
        id: &'r Raw,
        error: Body<'r>,
    }
    #[derive(Serialize)]
    struct Body<'r> {
        code: i32,
        message: &'r str,
    }
    match id {
        Some(id) => reply(&Refusal { jsonrpc: "2.0", id, error: Body { code, message } }),
        None => acknowledged(),
    }
}

/// Returns the reply to a message that needs no response: the CLI expects a reply to every control
/// request, also to one that contains a notification.
fn acknowledged() -> Reply {
    reply(&serde_json::json!({ "jsonrpc": "2.0", "result": {} }))
}

/// Wraps a JSON-RPC response, which may be an error, into a successful reply.
fn reply(mcp_response: &impl Serialize) -> Reply {
    #[derive(Serialize)]
    struct Wrapped<'w, T> {
        mcp_response: &'w T,
    }
    Reply::from_serialize(&Wrapped { mcp_response })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(message: &str) -> Option<String> {
        id_of(&Raw::from_text(message).unwrap()).map(|id| id.get().to_owned())
    }

    #[test]
    fn only_a_request_needs_a_response() {
        assert_eq!(id(r#"{"id":7,"method":"ping"}"#).as_deref(), Some("7"));
        assert_eq!(id(r#"{"id":"a\u0062","method":"ping"}"#).as_deref(), Some(r#""a\u0062""#));
        for none in [
            r#"{"method":"notifications/initialized"}"#,
            r#"{"id":null,"method":"ping"}"#,
            r#"{"id":7,"result":{}}"#,
            r#"{"id":7,"error":{"code":1,"message":""}}"#,
            r#"[{"id":7,"method":"ping"}]"#,
            "7",
        ] {
            assert_eq!(id(none), None, "{none}");
        }
    }
}
