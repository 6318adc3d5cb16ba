//! What a control request is to those who send it.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{GenerateSessionTitleRequest, ReadFileRequest, RenameSessionRequest};

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

/// Requests that often need nothing but one text.
macro_rules! from_text {
    ($($request:ident)*) => {
        $(
            impl From<&str> for $request {
                fn from(text: &str) -> Self {
                    Self::new(text)
                }
            }

            impl From<String> for $request {
                fn from(text: String) -> Self {
                    Self::new(text)
                }
            }
        )*
    };
}

from_text!(ReadFileRequest RenameSessionRequest GenerateSessionTitleRequest);
