//! What a control request is to those who send it.

use crate::generated::{GenerateSessionTitleRequest, ReadFileRequest, RenameSessionRequest};

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
