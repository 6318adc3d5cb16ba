//! Requests: sends a control request, typed, or as JSON if this version does not know it.

use std::borrow::Cow;
use std::time::Duration;

use claude_types::{Capability, ControlRequest, Raw};
use serde_json::{Map, Value};

use crate::error::{Error, Result, since};
use crate::session::Client;

/// # Requests in general
impl Client {
    /// Sends a control request and returns its response.
    ///
    /// Use it for requests with fields that no other method of [`Client`] sets.
    ///
    /// # Errors
    ///
    /// - [`Error::Control`] if the CLI refuses the request.
    /// - [`Error::Unsupported`] if the CLI does not know the request.
    /// - [`Error::Timeout`] if the CLI does not answer within
    ///   [`Deadlines::control`](crate::limits::Deadlines::control) (60 s by default).
    /// - [`Error::Decode`] if the response cannot be decoded.
    /// - [`Error::Closed`] or [`Error::Exited`] if the session is over, or stdin of the CLI is
    ///   closed.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
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
        self.check_usable().await?;
        Ok(self.connection().request(request).await?)
    }

    /// Sends a control request that this version does not know, and returns the body of its
    /// response.
    ///
    /// `fields` are the fields of the request, without its subtype. A response without a body
    /// returns `{}`.
    ///
    /// # Errors
    ///
    /// The same as [`Client::request`]. In addition, [`Error::Options`] if `fields` is neither an
    /// object nor null.
    ///
    /// # Cancel safety
    ///
    /// Once the future has been polled, dropping it does not cancel the request.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run(client: claude_sdk::Client) -> Result<(), claude_sdk::Error> {
    /// let response = client.request_raw("teleport", serde_json::json!({ "to": "home" })).await?;
    /// println!("{}", response.get());
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
            _ => {
                return Err(Error::options(
                    "the fields of a request must be a JSON object or null",
                ));
            }
        };
        body.insert("subtype".into(), Value::String(subtype.clone().into_owned()));
        self.check_usable().await?;
        Ok(self.connection().request_untyped(subtype, &body).await?)
    }

    /// The same as [`Client::request`], with the deadline for requests for which the CLI asks a
    /// model, a server or much of the disk.
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
        self.check_usable().await?;
        Ok(self.connection().request_within(request, within).await?)
    }

    /// Returns an error if the CLI would silently ignore what is requested. Its full list of
    /// capabilities arrives with the first turn; before that, its version decides.
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
