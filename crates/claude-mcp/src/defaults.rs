//! The numbers of this crate.

use std::time::Duration;

/// How long [`Session::close`](crate::Session::close) waits for a server.
pub(crate) const CLOSE: Duration = Duration::from_secs(5);

/// How many messages of a server are kept until somebody listens.
pub(crate) const UNHEARD: usize = 256;

/// The version of MCP that the CLI speaks with servers in the SDK's process.
pub(crate) const CLI_SPEAKS: rmcp::model::ProtocolVersion =
    rmcp::model::ProtocolVersion::V_2025_11_25;
