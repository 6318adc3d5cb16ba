//! Protocol version: the version of MCP that the CLI speaks with servers in the SDK's process.

use rmcp::model::ProtocolVersion;

pub(crate) const CLI_SPEAKS: ProtocolVersion = ProtocolVersion::V_2025_11_25;
