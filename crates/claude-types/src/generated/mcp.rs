// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The carriage of JSON-RPC between the CLI and MCP servers that live in the SDK's process. What is carried is the business of the MCP side.

use super::all::*;

/// A JSON-RPC message of the CLI, which is the MCP client, for a server in the SDK's process. Notifications want an answer, too.
///
/// Wire: `subtype: mcp_message`. Seen 50 times in the recordings. Feature: CTI-03.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpMessageRequest {
    /// The server that it is for.
    ///
    /// Required; seen 50/50.
    pub server_name: String,
    /// The JSON-RPC message.
    ///
    /// Required; seen 50/50.
    pub message: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpMessageRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(server_name: impl Into<String>, message: impl Into<Raw>) -> Self {
        Self { server_name: server_name.into(), message: message.into(), extra: Extra::default() }
    }
}

wire_struct!(McpMessageRequest {
    tags: ["subtype" = "mcp_message"],
    fields: [
        0 required server_name: String = "server_name",
        1 required message: Raw = "message",
    ],
});

/// The answer of a server in the SDK's process.
///
/// Seen 45 times in the recordings. Feature: CTI-03, MCPI-15.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct McpMessageResponse {
    /// The JSON-RPC answer; for a notification, an empty result without an id will do.
    ///
    /// Required; seen 45/45.
    pub mcp_response: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpMessageResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(mcp_response: impl Into<Raw>) -> Self {
        Self { mcp_response: mcp_response.into(), extra: Extra::default() }
    }
}

wire_struct!(McpMessageResponse {
    tags: [],
    fields: [
        0 required mcp_response: Raw = "mcp_response",
    ],
});
