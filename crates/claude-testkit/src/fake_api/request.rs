//! Recorded requests of a client of the fake API.

use std::collections::BTreeMap;

use hyper::HeaderMap;
use serde_json::Value;

/// A request that a [`FakeApi`](super::FakeApi) has received.
///
/// Keys and tokens are not recorded: the headers that carry them are left out.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Request {
    /// The HTTP method.
    pub method: String,
    /// The path, without the query.
    pub path: String,
    /// The query, as `beta=true`.
    pub query: Option<String>,
    /// The headers by their names in lower case, without secrets.
    pub headers: BTreeMap<String, String>,
    /// The body; null where it is empty or not JSON.
    pub body: Value,
    /// The ID of the message in the response; `None` for an error or no response.
    pub message_id: Option<String>,
}

/// Headers that contain secrets.
const SECRET: [&str; 4] = ["authorization", "cookie", "proxy-authorization", "x-api-key"];

impl Request {
    /// Returns whether this is a request for a message, and not for a count or something else.
    #[must_use]
    pub fn is_message(&self) -> bool {
        self.method == "POST" && self.path == "/v1/messages"
    }

    /// Returns whether the request offers tools, as in every turn of an agent.
    #[must_use]
    pub fn offers_tools(&self) -> bool {
        self.body["tools"].as_array().is_some_and(|tools| !tools.is_empty())
    }

    /// Returns the text of the last user message, its blocks joined by line feeds.
    #[must_use]
    pub fn last_user_text(&self) -> String {
        let messages = self.body["messages"].as_array().map_or(&[][..], Vec::as_slice);
        let last = messages.iter().rev().find(|message| message["role"] == "user");
        match last.map(|message| &message["content"]) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Array(blocks)) => {
                let texts = blocks.iter().filter_map(|block| block["text"].as_str());
                texts.collect::<Vec<_>>().join("\n")
            }
            _ => String::new(),
        }
    }
}

/// Copies the headers that contain no secret.
pub(super) fn public(headers: &HeaderMap) -> BTreeMap<String, String> {
    let public = headers.iter().filter(|(name, _)| !SECRET.contains(&name.as_str()));
    public
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into()))
        .collect()
}
