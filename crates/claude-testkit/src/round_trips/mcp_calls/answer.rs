//! Reply: the fields of a reply of the host that must be read, and whether it succeeded.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// A `control_response`.
#[derive(Deserialize)]
pub(super) struct Answer<'l> {
    #[serde(borrow)]
    subtype: Cow<'l, str>,
    #[serde(borrow)]
    pub(super) request_id: Cow<'l, str>,
    #[serde(borrow)]
    error: Option<&'l RawValue>,
    #[serde(borrow)]
    response: Option<Body<'l>>,
}

#[derive(Deserialize)]
struct Body<'l> {
    #[serde(borrow)]
    mcp_response: Option<Message<'l>>,
}

#[derive(Deserialize)]
struct Message<'l> {
    id: Option<usize>,
    #[serde(borrow)]
    error: Option<&'l RawValue>,
    #[serde(borrow)]
    result: Option<&'l RawValue>,
}

#[derive(Deserialize)]
struct Frame<'l> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'l, str>,
    #[serde(borrow)]
    response: Option<Answer<'l>>,
}

/// The part of a result of `tools/call` that reports a failure.
#[derive(Deserialize)]
struct Outcome {
    #[serde(default, rename = "isError")]
    is_error: bool,
}

/// The message without a response: `notifications/initialized`.
const NOTIFICATION: usize = 1;

impl<'l> Answer<'l> {
    /// Reads a line; `None` if it is not a reply of the host.
    pub(super) fn of(line: &'l [u8]) -> Result<Option<Self>, String> {
        let frame: Frame<'_> = serde_json::from_slice(line)
            .map_err(|error| format!("the host wrote a line that cannot be read: {error}"))?;
        if frame.kind != "control_response" {
            return Ok(None);
        }
        frame.response.map(Some).ok_or_else(|| "the host answered without `response`".to_owned())
    }

    /// Returns an error unless this is the response of a server that did what was requested.
    pub(super) fn check(&self, number: usize) -> Result<(), String> {
        let failed = |error: &str| Err(format!("the host answered request {number} with {error}"));
        if self.subtype != "success" {
            let error = self.error.map_or("null", RawValue::get);
            return failed(&format!("the error {error}"));
        }
        if number == NOTIFICATION {
            return Ok(());
        }
        let Some(message) = self.response.as_ref().and_then(|body| body.mcp_response.as_ref())
        else {
            return failed("no `mcp_response`");
        };
        if let Some(error) = message.error {
            return failed(&format!("the JSON-RPC error {}", error.get()));
        }
        if message.id != Some(number) {
            return failed(&format!("the JSON-RPC id {:?}", message.id));
        }
        let Some(result) = message.result else { return failed("no result") };
        match serde_json::from_str::<Outcome>(result.get()) {
            Ok(outcome) if !outcome.is_error => Ok(()),
            _ => failed(&format!("the result {}", result.get())),
        }
    }

    /// The result of the message, or null.
    pub(super) fn result(&self) -> Value {
        let message = self.response.as_ref().and_then(|body| body.mcp_response.as_ref());
        let result = message.and_then(|message| message.result);
        result.and_then(|result| serde_json::from_str(result.get()).ok()).unwrap_or_default()
    }
}
