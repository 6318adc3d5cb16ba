//! Reply: the fields of a reply of the host that must be read, and whether it succeeded.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::play::RequestKind;

/// A `control_response`.
#[derive(Deserialize)]
pub(super) struct Answer<'l> {
    #[serde(borrow)]
    subtype: Cow<'l, str>,
    #[serde(borrow)]
    request_id: Cow<'l, str>,
    #[serde(borrow)]
    error: Option<&'l RawValue>,
    #[serde(borrow)]
    response: Option<Body<'l>>,
}

#[derive(Deserialize)]
struct Body<'l> {
    #[serde(borrow, default)]
    behavior: Option<Cow<'l, str>>,
    #[serde(borrow, default)]
    decision: Option<Cow<'l, str>>,
}

#[derive(Deserialize)]
struct Frame<'l> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'l, str>,
    #[serde(borrow)]
    response: Option<Answer<'l>>,
}

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

    /// Returns an error unless this reply answers the request and allows it.
    pub(super) fn check(&self, asked: RequestKind, id: &str) -> Result<(), String> {
        if self.request_id != id {
            return Err(format!("the host answered {:?}, which was not asked", self.request_id));
        }
        let failed = |error: &str| Err(format!("the host answered {id} with {error}"));
        if self.subtype != "success" {
            let error = self.error.map_or("null", RawValue::get);
            return failed(&format!("the error {error}"));
        }
        let body = self.response.as_ref();
        match asked {
            RequestKind::Permission => match body.and_then(|body| body.behavior.as_deref()) {
                Some("allow") => Ok(()),
                other => failed(&format!("the behavior {other:?}")),
            },
            RequestKind::Hook => match body.map(|body| body.decision.as_deref()) {
                Some(None) => Ok(()),
                other => failed(&format!("the decision {other:?}")),
            },
        }
    }
}
