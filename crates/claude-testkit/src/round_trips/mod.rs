//! Round trips: sessions that measure how long a host takes to answer.
//!
//! A round trip is the time from before the write of a request to after the read of its response, on a thread that
//! blocks and does nothing else.
//!
//! Read `mcp_calls/` or `callback_calls/` first; `times.rs` and `wire.rs` serve both.

pub(crate) mod mcp_calls;
pub(crate) mod callback_calls;
mod times;
mod wire;
