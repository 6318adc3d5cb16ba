//! Client event: what a client of a server may see of an event, such as a browser.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::Event;

/// The view of an [`Event`] for clients that must not learn about the server. Serialize it.
///
/// [`Event::for_clients`] returns it.
///
/// # Serialization
///
/// The form is that of [`Event`], `{"event": "text", "data": {…}}`, with these fields:
///
/// | event | data |
/// |---|---|
/// | `text`, `thinking`, `tool_use` | the same as in [`Event`] |
/// | `tool_result` | `tool_use_id`, `name`, `parent`, `outcome`, and `text` as the model sees it |
/// | `status` | `kind`, `text`, `parent`; without the message |
/// | `error` | `kind`, `status`, `parent`; without the text, which may name addresses |
/// | `retracted` | `keys`, `reason` |
/// | `result` | `is_error`, and `text` if the run succeeded |
///
/// Inputs and results of tools are contained: they are what the model works with, and may name
/// files.
///
/// # Examples
///
/// ```no_run
/// # async fn send(_line: String) {}
/// # async fn run(mut events: claude_sdk::Events) -> Result<(), Box<dyn std::error::Error>> {
/// while let Some(event) = events.next().await {
///     if let Some(view) = event?.for_clients() {
///         send(serde_json::to_string(&view)?).await;
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, PartialEq)]
pub struct ClientEvent<'e> {
    event: &'e Event,
}

impl Event {
    /// Returns the view of the event for clients, such as a browser. `None` if the event is not
    /// meant for them.
    ///
    /// Clients get text, thinking, tool calls, results, failures and the status of the run. They do
    /// not get messages ([`Event::Other`], [`Status::message`](super::Status::message)) and the
    /// status of hooks, MCP servers, the account, files and the machine: these contain the working
    /// directory, paths, the source of the key and free text of the CLI.
    #[must_use]
    pub fn for_clients(&self) -> Option<ClientEvent<'_>> {
        let is_meant = match self {
            Self::Other(_) => false,
            Self::Status(status) => status.client_text().is_some(),
            _ => true,
        };
        is_meant.then_some(ClientEvent { event: self })
    }
}

impl ClientEvent<'_> {
    /// Returns the fields of an event that is not passed on as it is.
    fn fields(&self) -> Value {
        match self.event {
            Event::ToolResult(result) => json!({
                "tool_use_id": result.tool_use_id(),
                "name": result.tool_use().map(super::ToolUse::name),
                "parent": result.parent(),
                "outcome": result.outcome(),
                "text": result.text(),
            }),
            Event::Status(status) => json!({
                "kind": status.kind(),
                "text": status.client_text(),
                "parent": status.parent(),
            }),
            Event::Error(failure) => json!({
                "kind": failure.kind(),
                "status": failure.status(),
                "parent": failure.parent(),
            }),
            Event::Retracted(retracted) => json!({
                "keys": retracted.keys(),
                "reason": retracted.reason(),
            }),
            Event::Result(result) => {
                let text = (!result.is_failure()).then(|| result.text());
                json!({ "is_error": result.is_failure(), "text": text })
            }
            _ => Value::Object(Map::new()),
        }
    }
}

impl Serialize for ClientEvent<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let name = match self.event {
            Event::Text(_) => "text",
            Event::Thinking(_) => "thinking",
            Event::ToolUse(_) => "tool_use",
            Event::ToolResult(_) => "tool_result",
            Event::Status(_) => "status",
            Event::Error(_) => "error",
            Event::Retracted(_) => "retracted",
            Event::Result(_) => "result",
            Event::Other(_) => "other",
        };
        let mut object = to.serialize_struct("ClientEvent", 2)?;
        object.serialize_field("event", name)?;
        match self.event {
            Event::Text(delta) | Event::Thinking(delta) => object.serialize_field("data", delta)?,
            Event::ToolUse(tool) => object.serialize_field("data", tool)?,
            _ => object.serialize_field("data", &self.fields())?,
        }
        object.end()
    }
}

impl fmt::Debug for ClientEvent<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ClientEvent")
            .field(&serde_json::to_string(self).unwrap_or_default())
            .finish()
    }
}
