//! Route target: any bytes as a line, whose type decides its route.
//!
//! The router is private, so its file is included. It is a pure function and needs one name of its
//! neighbours.
#![no_main]

use std::borrow::Cow;

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "the driver uses all of it")]
#[path = "../../crates/claude-protocol/src/tables/route.rs"]
mod route;

mod delivery {
    /// The same as the type with this name in `claude-protocol`.
    #[derive(Debug, PartialEq, Eq)]
    pub(crate) enum RawKind {
        Assistant,
        User,
        StreamEvent,
    }
}

use delivery::RawKind;
use route::{Route, route};

fuzz_target!(|line: &[u8]| {
    let found = route(line);
    if let Some(kind) = claude_fuzz::kind(&String::from_utf8_lossy(line)) {
        let expected = match kind {
            "assistant" => Route::Raw(RawKind::Assistant),
            "user" => Route::Raw(RawKind::User),
            "stream_event" => Route::Raw(RawKind::StreamEvent),
            "control_request" => Route::Request,
            "control_response" => Route::Response,
            "control_cancel_request" => Route::Cancel,
            "keep_alive" => Route::KeepAlive,
            other => Route::Message(Cow::Borrowed(other)),
        };
        assert_eq!(found, expected);
    }
});
