//! JSON-RPC messages as they come and as they go back, where rmcp does not see them.

use std::borrow::Cow;

use claude_types::Raw;
use rmcp::model::{
    CallToolRequest, CallToolRequestParams, ClientJsonRpcMessage, ClientRequest, ErrorCode,
    ErrorData, JsonRpcMessage, RequestId,
};
use serde::{Deserialize, Serialize};

/// The code of a request that the client took back.
const CANCELLED: ErrorCode = ErrorCode(-32800);

/// A message of the client.
pub(crate) enum Incoming {
    /// A request: it gets one answer.
    Request(RequestId, ClientRequest),
    /// A notification, or an answer to a request of the server.
    Other(ClientJsonRpcMessage),
    /// No JSON-RPC. With an id, it is answered with an error.
    Malformed(Option<RequestId>, String),
}

impl Incoming {
    pub(crate) fn read(raw: &Raw) -> Self {
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

#[derive(Deserialize)]
struct Id {
    id: Option<RequestId>,
}

/// Reads a call of a tool by the shape that nearly all messages have. rmcp finds the type of a
/// message by trying one after the other, which costs several times as much.
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
    // A first look, so that other messages are not read twice.
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

/// The request that a notification takes back.
pub(crate) fn taken_back(message: &ClientJsonRpcMessage) -> Option<&RequestId> {
    use rmcp::model::ClientNotification::CancelledNotification;
    match message {
        JsonRpcMessage::Notification(frame) => match &frame.notification {
            CancelledNotification(cancelled) => cancelled.params.request_id.as_ref(),
            _ => None,
        },
        _ => None,
    }
}

/// What stands for the answer to a message that has none: the CLI wants one for each.
pub(crate) fn acknowledgement() -> Raw {
    json(&serde_json::json!({ "jsonrpc": "2.0", "result": {} }))
}

/// An answer that says no.
pub(crate) fn refusal(id: RequestId, error: ErrorData) -> Raw {
    json(&rmcp::model::ServerJsonRpcMessage::error(error, Some(id)))
}

/// The error of a request that the client took back.
pub(crate) fn cancelled() -> ErrorData {
    ErrorData::new(CANCELLED, "the request was cancelled", None)
}

/// A message as text. Messages of rmcp always render; if one should not, its reader sees null.
pub(crate) fn json(message: &impl Serialize) -> Raw {
    Raw::from_serialize(message).unwrap_or_default()
}
