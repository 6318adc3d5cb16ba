//! What a control request is to those who send it.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The body of a control request, with the type of its answer.
///
/// Implemented for every request that the CLI takes; a request that this version does not know
/// can be sent as a type of one's own.
pub trait ControlRequest: Serialize {
    /// The `subtype` of the request, which the body also writes.
    const SUBTYPE: &'static str;
    /// What the CLI answers when it has done it.
    type Response: DeserializeOwned;
}
