//! JSON-RPC messages as they come and as they go back, where rmcp does not see them.

use claude_types::Raw;
use rmcp::model::{ClientJsonRpcMessage, ErrorCode, ErrorData, JsonRpcMessage, RequestId};
use serde::{Deserialize, Serialize};

/// The code of a request that the client took back.
const CANCELLED: ErrorCode = ErrorCode(-32800);

/// A message of the client.
pub(crate) enum Incoming {
    /// A request: it gets one answer.
    Request(RequestId, ClientJsonRpcMessage),
    /// A notification, or an answer to a request of the server.
    Other(ClientJsonRpcMessage),
    /// No JSON-RPC. With an id, it is answered with an error.
    Malformed(Option<RequestId>, String),
}

impl Incoming {
    pub(crate) fn read(raw: &Raw) -> Self {
        #[derive(Deserialize)]
        struct Id {
            id: Option<RequestId>,
        }
        match raw.parse::<ClientJsonRpcMessage>() {
            Ok(message) => match &message {
                JsonRpcMessage::Request(request) => Self::Request(request.id.clone(), message),
                _ => Self::Other(message),
            },
            Err(error) => {
                let id = raw.parse::<Id>().ok().and_then(|id| id.id);
                Self::Malformed(id, error.to_string())
            }
        }
    }
}

/// The request that a notification takes back.
pub(crate) fn taken_back(message: &mut ClientJsonRpcMessage) -> Option<&mut RequestId> {
    use rmcp::model::ClientNotification::CancelledNotification;
    match message {
        JsonRpcMessage::Notification(frame) => match &mut frame.notification {
            CancelledNotification(cancelled) => cancelled.params.request_id.as_mut(),
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
    serde_json::to_string(message)
        .ok()
        .and_then(|text| Raw::from_text(&text).ok())
        .unwrap_or(Raw::NULL)
}
