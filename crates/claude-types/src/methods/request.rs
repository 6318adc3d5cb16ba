//! Control requests: conversions from a text.

use crate::generated::{GenerateSessionTitleRequest, ReadFileRequest, RenameSessionRequest};

/// Implements `From` for requests that need only one text.
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
