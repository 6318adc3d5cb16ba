//! Routing: classifies a line of the CLI by its `type` field. A pure function of the line.
//!
//! Nothing but the type is decoded. `driver/event_loop.rs` acts on the route.

use std::borrow::Cow;

use claude_types::frame_type;

use crate::delivery::RawKind;

/// The type of the lines that repeat the transcript.
const MIRROR: &str = "transcript_mirror";

/// The class of a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Route<'l> {
    /// A message whose body the loop needs, with its type.
    Message(Cow<'l, str>),
    /// A message whose body the loop rarely needs. It is decoded where it is read.
    Raw(RawKind),
    /// A control request of the CLI.
    Request,
    /// A response to one of our requests.
    Response,
    /// The withdrawal of a control request of the CLI.
    Cancel,
    /// Lines of the transcript, for the sink of the mirror.
    Mirror,
    /// A keep-alive line. It has no content.
    KeepAlive,
    /// A line that is not a JSON object with a `type` field.
    Noise,
}

impl Route<'_> {
    /// Returns the type of a line that shows that the CLI is alive. Responses to our requests do not
    /// count: a CLI that hangs may still send them.
    pub(crate) fn kind(&self) -> Option<&str> {
        match self {
            Self::Message(kind) => Some(kind),
            Self::Raw(kind) => Some(kind.as_str()),
            Self::Request => Some("control_request"),
            Self::Mirror => Some(MIRROR),
            _ => None,
        }
    }
}

/// Returns the class of a line.
pub(crate) fn route(line: &[u8]) -> Route<'_> {
    match frame_type(line) {
        None => Route::Noise,
        Some(kind) => match &*kind {
            "assistant" => Route::Raw(RawKind::Assistant),
            "user" => Route::Raw(RawKind::User),
            "stream_event" => Route::Raw(RawKind::StreamEvent),
            "control_request" => Route::Request,
            "control_response" => Route::Response,
            "control_cancel_request" => Route::Cancel,
            "keep_alive" => Route::KeepAlive,
            MIRROR => Route::Mirror,
            _ => Route::Message(kind),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_by_the_type_at_any_position() {
        let cases: [(&str, Route<'_>); 10] = [
            (r#"{"type":"assistant","message":{}}"#, Route::Raw(RawKind::Assistant)),
            (r#"{"type":"stream_event","event":{}}"#, Route::Raw(RawKind::StreamEvent)),
            (r#"{"type":"control_request","request_id":"1"}"#, Route::Request),
            (r#"{"request_id":"1","type":"control_request"}"#, Route::Request),
            (r#"{ "type" : "control_response" }"#, Route::Response),
            (r#"{"type":"control_cancel_request"}"#, Route::Cancel),
            (r#"{"type":"keep_alive"}"#, Route::KeepAlive),
            (r#"{"type":"transcript_mirror","entries":[]}"#, Route::Mirror),
            (r#"{"is_error":false,"type":"result"}"#, Route::Message("result".into())),
            (r#"{"type":"brand_new"}"#, Route::Message("brand_new".into())),
        ];
        for (line, expected) in cases {
            assert_eq!(route(line.as_bytes()), expected, "{line}");
        }
    }

    #[test]
    fn lines_without_a_type_are_noise() {
        for line in ["", "hello", "[1]", "{}", r#"{"type":1}"#, r#"{"nested":{"type":"result"}}"#] {
            assert_eq!(route(line.as_bytes()), Route::Noise, "{line}");
        }
    }
}
