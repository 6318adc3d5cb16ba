//! Limits: the figures of this crate.

use std::time::Duration;

/// How long [`Session::close`](crate::Session::close) waits for the server to end.
pub(crate) const CLOSE: Duration = Duration::from_secs(5);

/// The number of messages of a server that are kept until
/// [`Session::server_messages`](crate::Session::server_messages) is called.
pub(crate) const UNREAD: usize = 256;

/// The memory that the JSON values of one message may take, in addition to twice the message.
pub(crate) const VALUES: usize = 64 << 20;

/// What a JSON value counts for: a place in a list or map, and a key.
pub(crate) const VALUE: usize = 64;
