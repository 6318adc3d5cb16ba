//! JSON-RPC messages: reads messages of the client, and builds the responses that rmcp does not build.

use std::borrow::Cow;

use claude_types::Raw;
use rmcp::model::{
    CallToolRequest, CallToolRequestParams, ClientJsonRpcMessage, ClientRequest, ErrorCode,
    ErrorData, JsonRpcMessage, RequestId,
};
use serde::{Deserialize, Serialize};

use crate::limits::{VALUE, VALUES};

/// The error code of a request that the client has cancelled.
const CANCELLED: ErrorCode = ErrorCode(-32800);

/// A message from the client.
pub(crate) enum Incoming {
    /// A request, which gets exactly one response.
    Request(RequestId, ClientRequest),
    /// A notification, or a response to a request of the server.
    Other(ClientJsonRpcMessage),
    /// A message that is not JSON-RPC. If it has an ID, it is answered with an error.
    Malformed(Option<RequestId>, String),
}

impl Incoming {
    pub(crate) fn read(raw: &Raw) -> Self {
        if is_too_dense(raw.get()) {
            let id = raw.parse::<Id>().ok().and_then(|id| id.id);
            return Self::Malformed(id, "its values take too much memory".into());
        }
        if let Some((id, call)) = tool_call(raw) {
            return Self::Request(id, call);
        }
        match raw.parse::<ClientJsonRpcMessage>() {
            Ok(JsonRpcMessage::Request(frame)) => Self::Request(frame.id, frame.request),
            Ok(message) => Self::Other(message),
            Err(error) => {
                let id = raw.parse::<Id>().ok().and_then(|id| id.id);
                Self::Malformed(id, error.to_string())
            }
        }
    }
}

/// Returns whether the values of a message would take a multiple of its text, as in a list of millions of numbers.
fn is_too_dense(text: &str) -> bool {
    let most = (2 * text.len() + VALUES) / VALUE;
    // A value takes two bytes at least.
    text.len() / 2 > most && values(text.as_bytes()) > most
}

/// Returns the number of values in a JSON text, without those that are alone in their list.
fn values(text: &[u8]) -> usize {
    let (mut count, mut in_string, mut is_escaped) = (0, false, false);
    for byte in text {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => in_string = !in_string,
            b',' | b'[' | b'{' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

#[derive(Deserialize)]
struct Id {
    id: Option<RequestId>,
}

/// Reads a tool call, the most frequent message, by its own type. rmcp tries one message type after another, which
/// takes several times as long.
fn tool_call(raw: &Raw) -> Option<(RequestId, ClientRequest)> {
    #[derive(Deserialize)]
    struct Call<'c> {
        #[serde(borrow)]
        jsonrpc: Cow<'c, str>,
        #[serde(borrow)]
        method: Cow<'c, str>,
        id: RequestId,
        params: CallToolRequestParams,
    }
    // Search for the method first, so that other messages are not parsed twice.
    if !raw.get().contains("\"tools/call\"") {
        return None;
    }
    let call: Call<'_> = serde_json::from_str(raw.get()).ok()?;
    if call.jsonrpc != "2.0" || call.method != "tools/call" {
        return None;
    }
    let mut request = CallToolRequest::new(call.params);
    if let Some(meta) = &request.params.meta {
        let meta = meta.clone();
        request.extensions.insert(meta);
    }
    Some((call.id, ClientRequest::CallToolRequest(request)))
}

/// Returns the ID of the request that a notification cancels.
pub(crate) fn cancelled_request(message: &ClientJsonRpcMessage) -> Option<&RequestId> {
    use rmcp::model::ClientNotification::CancelledNotification;
    match message {
        JsonRpcMessage::Notification(frame) => match &frame.notification {
            CancelledNotification(cancelled) => cancelled.params.request_id.as_ref(),
            _ => None,
        },
        _ => None,
    }
}

/// Returns an empty result for a message that has no response, because the CLI waits for one to every message.
pub(crate) fn acknowledgement() -> Raw {
    json(&serde_json::json!({ "jsonrpc": "2.0", "result": {} }))
}

/// Returns an error response.
pub(crate) fn refusal(id: RequestId, error: ErrorData) -> Raw {
    json(&rmcp::model::ServerJsonRpcMessage::error(error, Some(id)))
}

/// Returns the error of a request that the client has cancelled.
pub(crate) fn cancelled() -> ErrorData {
    ErrorData::new(CANCELLED, "the request was cancelled", None)
}

/// Serializes a message. Messages of rmcp can always be serialized; if one cannot, the text is `null`.
pub(crate) fn json(message: &impl Serialize) -> Raw {
    Raw::from_serialize(message).unwrap_or_default()
}
