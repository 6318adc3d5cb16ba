//! Ways: how the unions of a message are read.

use serde::de::DeserializeOwned;

/// How unions are read.
pub(crate) trait Way: 'static {
    /// A content block.
    type Block: DeserializeOwned;
    /// A stream event.
    type Event: DeserializeOwned;
    /// A delta of a block.
    type Delta: DeserializeOwned;
    /// A suggested permission update.
    type Update: DeserializeOwned;
    /// The body of a control request.
    type Request: DeserializeOwned;
    /// JSON that is kept.
    type Raw: DeserializeOwned;
}
