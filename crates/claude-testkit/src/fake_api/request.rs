//! Recorded requests of a client of the fake API.

use std::collections::BTreeMap;
use std::fmt;

use hyper::HeaderMap;
use hyper::header::HeaderValue;
use serde_json::Value;

/// A request that a [`FakeApi`](super::FakeApi) has received.
///
/// Keys and tokens are in none of the fields and not in `Debug`; [`Request::secret`] returns them.
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
    pub(super) credentials: Credentials,
}

/// The headers that carry keys and tokens. `Debug` shows nothing of them.
#[derive(Clone, Default)]
pub(super) struct Credentials(BTreeMap<String, String>);

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
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

    /// Returns a header that carries a key or a token, by its name in lower case.
    #[must_use]
    pub fn secret(&self, header: &str) -> Option<&str> {
        self.credentials.0.get(header).map(String::as_str)
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

/// Copies the headers: those without secrets, and those with.
pub(super) fn split(headers: &HeaderMap) -> (BTreeMap<String, String>, Credentials) {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = headers.iter().map(|(name, value)| (name.to_string(), text(value)));
    let (secret, public) = headers.partition(|(name, _)| SECRET.contains(&name.as_str()));
    (public, Credentials(secret))
}
