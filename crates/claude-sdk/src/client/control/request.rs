//! Requests: sends a control request, typed, or as JSON if this version does not know it.

use std::borrow::Cow;
use std::time::Duration;

use claude_types::{Capability, ControlRequest, Raw};
use serde_json::{Map, Value};

use crate::error::{Error, Result, since};
use crate::session::Client;

/// # Requests in general
impl Client {
    /// Sends a control request and reads its answer. The methods of [`Client`] do this for the
    /// requests that there are; this is for one with fields that they do not set.
    ///
    /// # Errors
    ///
    /// The CLI refused ([`Error::Control`]), does not know the request ([`Error::Unsupported`]),
    /// did not answer in time, or is gone.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::types::GetUsageRequest;
    ///
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let usage = client.request(&GetUsageRequest::new().skip_behaviors(true)).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn request<R: ControlRequest + Sync>(&self, request: &R) -> Result<R::Response> {
        Ok(self.connection().request(request).await?)
    }

    /// Sends a control request that this version does not know, and returns the body of its
    /// answer; `{}` where it has none. `fields` are the fields of the request beside its subtype.
    ///
    /// # Errors
    ///
    /// `fields` is neither an object nor null, and as [`Client::request`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let answer = client.request_raw("teleport", serde_json::json!({ "to": "home" })).await?;
    /// println!("{}", answer.get());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn request_raw(
        &self,
        subtype: impl Into<Cow<'static, str>>,
        fields: Value,
    ) -> Result<Raw> {
        let subtype = subtype.into();
        let mut body = match fields {
            Value::Null => Map::new(),
            Value::Object(fields) => fields,
            _ => return Err(Error::options("the fields of a request are a JSON object")),
        };
        body.insert("subtype".into(), Value::String(subtype.clone().into_owned()));
        Ok(self.connection().request_untyped(subtype, &body).await?)
    }

    /// The same as [`Client::request`], for what takes the CLI longer: it asks a model, or others.
    pub(super) async fn request_slow<R: ControlRequest + Sync>(
        &self,
        request: &R,
    ) -> Result<R::Response> {
        self.request_within(request, self.connection().deadlines().slow).await
    }

    pub(super) async fn request_within<R: ControlRequest + Sync>(
        &self,
        request: &R,
        within: Duration,
    ) -> Result<R::Response> {
        Ok(self.connection().request_within(request, within).await?)
    }

    /// Refuses to ask for what the CLI would pass over without a word. Its full list of
    /// capabilities comes with the first turn; before that the version decides.
    pub(crate) fn must_have(&self, capability: &Capability, subtype: &'static str) -> Result<()> {
        let version = self.cli_version();
        let by_version = || {
            let first = since(capability.as_str());
            self.system_init().is_none() && version.zip(first).is_some_and(|(is, min)| is >= min)
        };
        if self.capabilities().has(capability.as_str()) || by_version() {
            return Ok(());
        }
        Err(Error::Unsupported { subtype: subtype.into(), version })
    }
}
