// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Requests of the SDK about MCP servers.

use super::all::*;

/// The reason why a call with files or a time limit failed.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum McpCallErrorCode {
    /// The call expired.
    Expired,
    /// The tool failed, or an argument names a file that is not declared.
    ToolError,
    /// An input file does not exist.
    InputMissing,
    /// A file to be written has changed in the meantime.
    OutputConflict,
    /// A file that was written is too large.
    OutputTooLarge,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] McpCallErrorCode {
    Expired = "expired",
    ToolError = "tool_error",
    InputMissing = "input_missing",
    OutputConflict = "output_conflict",
    OutputTooLarge = "output_too_large",
});

/// A request for the status of all MCP servers.
///
/// Wire: `subtype: mcp_status`.
///
/// Answered by `McpStatusResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpStatusRequest {
    /// True to send the response only to current listeners, without storing it. Only for sessions in the cloud.
    pub live_reply: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpStatusRequest {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

impl McpStatusRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`live_reply`](Self::live_reply).
    #[inline]
    #[must_use]
    pub fn live_reply(mut self, value: bool) -> Self {
        self.live_reply = Some(value);
        self
    }
}

wire_struct!(#[inline] McpStatusRequest {
    tags: ["subtype" = "mcp_status"],
    fields: [
        0 optional live_reply: bool = "liveReply",
    ],
});

impl crate::wire::ControlRequest for McpStatusRequest {
    const SUBTYPE: &'static str = "mcp_status";
    type Response = McpStatusResponse;
}

/// The status of all MCP servers.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpStatusResponse {
    /// The servers.
    pub mcp_servers: Option<Vec<McpServerStatus>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpStatusResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpStatusResponse {
    tags: [],
    fields: [
        0 optional mcp_servers: Vec<McpServerStatus> = "mcpServers",
    ],
});

/// A request to reconnect an MCP server. If that fails, the response is an error with the reason.
///
/// Wire: `subtype: mcp_reconnect`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpReconnectRequest {
    /// The server.
    pub server_name: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpReconnectRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpReconnectRequest {
    tags: ["subtype" = "mcp_reconnect"],
    fields: [
        0 required server_name: String = "serverName",
    ],
});

impl crate::wire::ControlRequest for McpReconnectRequest {
    const SUBTYPE: &'static str = "mcp_reconnect";
    type Response = Acknowledged;
}

/// A request to enable or disable an MCP server.
///
/// Wire: `subtype: mcp_toggle`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpToggleRequest {
    /// The server.
    pub server_name: String,
    /// Whether the server is enabled.
    pub enabled: bool,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpToggleRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>, enabled: bool) -> Self {
        Self { server_name: server_name.into(), enabled, extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpToggleRequest {
    tags: ["subtype" = "mcp_toggle"],
    fields: [
        0 required server_name: String = "serverName",
        1 required enabled: bool = "enabled",
    ],
});

impl crate::wire::ControlRequest for McpToggleRequest {
    const SUBTYPE: &'static str = "mcp_toggle";
    type Response = Acknowledged;
}

/// A request that replaces the MCP servers that were added at run time, and those in the SDK's process. Servers from settings files and plugins stay.
///
/// Wire: `subtype: mcp_set_servers`.
///
/// Answered by `McpSetServersResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpSetServersRequest {
    /// The servers, by name.
    pub servers: BTreeMap<String, McpServerConfig>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpSetServersRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(servers: impl Into<BTreeMap<String, McpServerConfig>>) -> Self {
        Self { servers: servers.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpSetServersRequest {
    tags: ["subtype" = "mcp_set_servers"],
    fields: [
        0 required servers: BTreeMap<String, McpServerConfig> = "servers",
    ],
});

impl crate::wire::ControlRequest for McpSetServersRequest {
    const SUBTYPE: &'static str = "mcp_set_servers";
    type Response = McpSetServersResponse;
}

/// The changes to the MCP servers.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpSetServersResponse {
    /// The servers that were added, including those that failed.
    pub added: Option<Vec<String>>,
    /// The servers that were removed.
    pub removed: Option<Vec<String>>,
    /// The errors, by server.
    pub errors: Option<BTreeMap<String, String>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpSetServersResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpSetServersResponse {
    tags: [],
    fields: [
        0 optional added: Vec<String> = "added",
        1 optional removed: Vec<String> = "removed",
        2 optional errors: BTreeMap<String, String> = "errors",
    ],
});

/// A request to use a stricter permission mode than the session's for the tools of one MCP server. Not declared by the vendor.
///
/// Wire: `subtype: set_mcp_permission_mode_override`.
///
/// Answered by `SetMcpPermissionModeOverrideResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMcpPermissionModeOverrideRequest {
    /// The server. A server that does not exist yet gets the mode when it is added.
    pub server_name: String,
    /// The mode: only `default` and `auto` are accepted; null for the mode of the session.
    pub mode: Option<PermissionMode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetMcpPermissionModeOverrideRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), mode: None, extra: Extra::default() }
    }

    /// Sets [`mode`](Self::mode).
    #[inline]
    #[must_use]
    pub fn mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.mode = Some(value.into());
        self
    }
}

wire_struct!(#[inline] SetMcpPermissionModeOverrideRequest {
    tags: ["subtype" = "set_mcp_permission_mode_override"],
    fields: [
        0 required server_name: String = "serverName",
        1 nullable mode: PermissionMode = "mode",
    ],
});

impl crate::wire::ControlRequest for SetMcpPermissionModeOverrideRequest {
    const SUBTYPE: &'static str = "set_mcp_permission_mode_override";
    type Response = SetMcpPermissionModeOverrideResponse;
}

/// The response to a change of a server's permission mode.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SetMcpPermissionModeOverrideResponse {
    /// The reason why the mode has no effect yet.
    pub warning: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for SetMcpPermissionModeOverrideResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] SetMcpPermissionModeOverrideResponse {
    tags: [],
    fields: [
        0 optional warning: String = "warning",
    ],
});

/// A request that passes the CLI a JSON-RPC message of a server in the SDK's process, such as the notification that its tools have changed. The response is empty, even if the server does not exist.
///
/// Wire: `subtype: mcp_message`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct SendMcpMessageRequest {
    /// The server.
    pub server_name: String,
    /// The JSON-RPC message.
    pub message: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SendMcpMessageRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>, message: impl Into<Raw>) -> Self {
        Self { server_name: server_name.into(), message: message.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] SendMcpMessageRequest {
    tags: ["subtype" = "mcp_message"],
    fields: [
        0 required server_name: String = "server_name",
        1 required message: Raw = "message",
    ],
});

impl crate::wire::ControlRequest for SendMcpMessageRequest {
    const SUBTYPE: &'static str = "mcp_message";
    type Response = Acknowledged;
}

/// A request to let an MCP server of a plugin write into the conversation. Not declared by the vendor; only refusals were seen.
///
/// Wire: `subtype: channel_enable`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ChannelEnableRequest {
    /// The server.
    pub server_name: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ChannelEnableRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] ChannelEnableRequest {
    tags: ["subtype" = "channel_enable"],
    fields: [
        0 required server_name: String = "serverName",
    ],
});

impl crate::wire::ControlRequest for ChannelEnableRequest {
    const SUBTYPE: &'static str = "channel_enable";
    type Response = Acknowledged;
}

/// A request to start the OAuth login to an MCP server. Not declared by the vendor.
///
/// Wire: `subtype: mcp_authenticate`.
///
/// Answered by `McpAuthenticateResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpAuthenticateRequest {
    /// The server. It must have an address; a server that is a command cannot be used.
    pub server_name: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpAuthenticateRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpAuthenticateRequest {
    tags: ["subtype" = "mcp_authenticate"],
    fields: [
        0 required server_name: String = "serverName",
    ],
});

impl crate::wire::ControlRequest for McpAuthenticateRequest {
    const SUBTYPE: &'static str = "mcp_authenticate";
    type Response = McpAuthenticateResponse;
}

/// The next step of the login.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpAuthenticateResponse {
    /// The address that the user must open.
    pub auth_url: Option<String>,
    /// True if the user must act.
    pub requires_user_action: Option<bool>,
    /// True if the CLI waits for the redirect of the browser.
    pub callback_expected: Option<bool>,
    /// The target of the browser's redirect, as in `localhost`.
    pub redirect_scheme: Option<String>,
    /// The port at which the CLI waits for the redirect.
    pub callback_port: Option<u64>,
    /// The `state` of this login, which identifies the redirect.
    pub state: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpAuthenticateResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpAuthenticateResponse {
    tags: [],
    fields: [
        0 optional auth_url: String = "authUrl",
        1 optional requires_user_action: bool = "requiresUserAction",
        2 optional callback_expected: bool = "callbackExpected",
        3 optional redirect_scheme: String = "redirectScheme",
        4 optional callback_port: u64 = "callbackPort",
        5 optional state: String = "state",
    ],
});

/// A request that passes the CLI the address of the redirect, if the browser could not reach the CLI. Not declared by the vendor; only refusals were seen.
///
/// Wire: `subtype: mcp_oauth_callback_url`.
///
/// Answered by `Acknowledged`.
#[derive(PartialEq)]
#[non_exhaustive]
pub struct McpOauthCallbackUrlRequest {
    /// The server.
    pub server_name: String,
    /// The complete address, with its `code` and `state`.
    pub callback_url: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl std::fmt::Debug for McpOauthCallbackUrlRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("McpOauthCallbackUrlRequest")
            .field("server_name", &self.server_name)
            .field("callback_url", &crate::values::Redacted)
            .field("extra", &self.extra)
            .finish()
    }
}

impl McpOauthCallbackUrlRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>, callback_url: impl Into<String>) -> Self {
        Self {
            server_name: server_name.into(),
            callback_url: callback_url.into(),
            extra: Extra::default(),
        }
    }
}

wire_struct!(#[inline] McpOauthCallbackUrlRequest {
    tags: ["subtype" = "mcp_oauth_callback_url"],
    fields: [
        0 required server_name: String = "serverName",
        1 required callback_url: String = "callbackUrl",
    ],
});

impl crate::wire::ControlRequest for McpOauthCallbackUrlRequest {
    const SUBTYPE: &'static str = "mcp_oauth_callback_url";
    type Response = Acknowledged;
}

/// A request to delete the login to an MCP server. Not declared by the vendor.
///
/// Wire: `subtype: mcp_clear_auth`.
///
/// Answered by `Acknowledged`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpClearAuthRequest {
    /// The server.
    pub server_name: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpClearAuthRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpClearAuthRequest {
    tags: ["subtype" = "mcp_clear_auth"],
    fields: [
        0 required server_name: String = "serverName",
    ],
});

impl crate::wire::ControlRequest for McpClearAuthRequest {
    const SUBTYPE: &'static str = "mcp_clear_auth";
    type Response = Acknowledged;
}

/// A request to call a tool of an MCP server without the model. Servers in the SDK's process are refused. If the tool fails, the response is an error with its text, unless one of the fields for files or time is set.
///
/// Wire: `subtype: mcp_call`.
///
/// Answered by `McpCallResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpCallRequest {
    /// The tool's full name: `mcp__server__tool`.
    pub tool: String,
    /// The arguments, as an object. A text that is `{{in:NAME}}` or `{{out:NAME}}` stands for the path of a file below.
    pub arguments: Option<Raw>,
    /// The time after which the call is no longer made; required with `output_files`.
    pub expires_at: Option<Timestamp>,
    /// The maximum duration of the call in milliseconds, from 1000 to 600000; 120000 if absent.
    pub timeout_ms: Option<u64>,
    /// True to get the result as the server sent it, not as a model would get it.
    pub result_not_for_model: Option<bool>,
    /// True to apply rules, hooks and the permission callback as for a call of the model. CLIs that do not name `mcp_call_check_permissions_v1` among their capabilities ignore the field and call the tool.
    pub check_permissions: Option<bool>,
    /// True to get the result of a tool that fails as a success with `isError`. CLIs that do not name `mcp_call_soft_error_result_v1` among their capabilities ignore the field. Since CLI 2.1.332.
    pub soft_error_result: Option<bool>,
    /// The input files of the tool. For sessions in the cloud.
    pub input_files: Option<Vec<McpCallInput>>,
    /// The files that the tool must write. For sessions in the cloud.
    pub output_files: Option<Vec<McpCallOutput>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpCallRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(tool: impl Into<String>) -> Self {
        Self {
            tool: tool.into(),
            arguments: None,
            expires_at: None,
            timeout_ms: None,
            result_not_for_model: None,
            check_permissions: None,
            soft_error_result: None,
            input_files: None,
            output_files: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`arguments`](Self::arguments).
    #[inline]
    #[must_use]
    pub fn arguments(mut self, value: impl Into<Raw>) -> Self {
        self.arguments = Some(value.into());
        self
    }

    /// Sets [`expires_at`](Self::expires_at).
    #[inline]
    #[must_use]
    pub fn expires_at(mut self, value: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(value.into());
        self
    }

    /// Sets [`timeout_ms`](Self::timeout_ms).
    #[inline]
    #[must_use]
    pub fn timeout_ms(mut self, value: u64) -> Self {
        self.timeout_ms = Some(value);
        self
    }

    /// Sets [`result_not_for_model`](Self::result_not_for_model).
    #[inline]
    #[must_use]
    pub fn result_not_for_model(mut self, value: bool) -> Self {
        self.result_not_for_model = Some(value);
        self
    }

    /// Sets [`check_permissions`](Self::check_permissions).
    #[inline]
    #[must_use]
    pub fn check_permissions(mut self, value: bool) -> Self {
        self.check_permissions = Some(value);
        self
    }

    /// Sets [`soft_error_result`](Self::soft_error_result).
    #[inline]
    #[must_use]
    pub fn soft_error_result(mut self, value: bool) -> Self {
        self.soft_error_result = Some(value);
        self
    }

    /// Sets [`input_files`](Self::input_files).
    #[inline]
    #[must_use]
    pub fn input_files(mut self, value: impl Into<Vec<McpCallInput>>) -> Self {
        self.input_files = Some(value.into());
        self
    }

    /// Sets [`output_files`](Self::output_files).
    #[inline]
    #[must_use]
    pub fn output_files(mut self, value: impl Into<Vec<McpCallOutput>>) -> Self {
        self.output_files = Some(value.into());
        self
    }
}

wire_struct!(#[inline] McpCallRequest {
    tags: ["subtype" = "mcp_call"],
    fields: [
        0 required tool: String = "tool",
        1 optional arguments: Raw = "arguments",
        2 optional expires_at: Timestamp = "expires_at",
        3 optional timeout_ms: u64 = "timeout_ms",
        4 optional result_not_for_model: bool = "result_not_for_model",
        5 optional check_permissions: bool = "check_permissions",
        6 optional soft_error_result: bool = "soft_error_result",
        7 optional input_files: Vec<McpCallInput> = "input_files",
        8 optional output_files: Vec<McpCallOutput> = "output_files",
    ],
});

impl crate::wire::ControlRequest for McpCallRequest {
    const SUBTYPE: &'static str = "mcp_call";
    type Response = McpCallResponse;
}

/// An input file of a tool.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpCallInput {
    /// The file's name in the arguments.
    pub name: String,
    /// The path of the file among the session's files.
    pub lane_path: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpCallInput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>, lane_path: impl Into<String>) -> Self {
        Self { name: name.into(), lane_path: lane_path.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpCallInput {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 required lane_path: String = "lane_path",
    ],
});

/// A file that a tool must write.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpCallOutput {
    /// The file's name in the arguments.
    pub name: String,
    /// The target path among the session's files.
    pub lane_path: String,
    /// The version that the target file must still have.
    pub if_match: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpCallOutput {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(name: impl Into<String>, lane_path: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            lane_path: lane_path.into(),
            if_match: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`if_match`](Self::if_match).
    #[inline]
    #[must_use]
    pub fn if_match(mut self, value: impl Into<String>) -> Self {
        self.if_match = Some(value.into());
        self
    }
}

wire_struct!(#[inline] McpCallOutput {
    tags: [],
    fields: [
        0 required name: String = "name",
        1 required lane_path: String = "lane_path",
        2 optional if_match: String = "if_match",
    ],
});

/// The result of a tool of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpCallResponse {
    /// The result: a text or blocks. The blocks are those of the Messages API, or those of MCP if the result was not for a model.
    pub content: Option<TextOr<Vec<Raw>>>,
    /// The result as structured data.
    pub structured_content: Option<Raw>,
    /// True if the tool failed; only if `soft_error_result` was set. Since CLI 2.1.332.
    pub is_error: Option<bool>,
    /// The metadata of the server. Wire: `_meta`.
    pub meta: Option<Raw>,
    /// The outcome, if files or a time were set. A failure of the tool is then reported here.
    pub staging: Option<McpCallStaging>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpCallResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpCallResponse {
    tags: [],
    fields: [
        0 optional content: TextOr<Vec<Raw>> = "content",
        1 optional structured_content: Raw = "structuredContent",
        2 optional is_error: bool = "isError",
        3 optional meta: Raw = "_meta",
        4 optional staging: McpCallStaging = "staging",
    ],
});

/// The outcome of a call with files or a time limit.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpCallStaging {
    /// True if the call succeeded.
    pub ok: Option<bool>,
    /// The reason for the failure.
    pub error_code: Option<McpCallErrorCode>,
    /// The reason for the failure, as text.
    pub detail: Option<String>,
    /// The files that were written.
    pub outputs: Option<Vec<Raw>>,
    /// The input files that were used.
    pub inputs_used: Option<Vec<Raw>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpCallStaging {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpCallStaging {
    tags: [],
    fields: [
        0 optional ok: bool = "ok",
        1 optional error_code: McpCallErrorCode = "error_code",
        2 optional detail: String = "detail",
        3 optional outputs: Vec<Raw> = "outputs",
        4 optional inputs_used: Vec<Raw> = "inputs_used",
    ],
});

/// A request to read a page that an MCP server offers for display. Servers in the SDK's process are refused.
///
/// Wire: `subtype: mcp_read_resource`.
///
/// Answered by `McpReadResourceResponse`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpReadResourceRequest {
    /// The server.
    pub server_name: String,
    /// The address of the page; it must begin with `ui://`.
    pub uri: String,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl McpReadResourceRequest {
    /// Makes one from what it cannot do without.
    #[inline]
    #[must_use]
    pub fn new(server_name: impl Into<String>, uri: impl Into<String>) -> Self {
        Self { server_name: server_name.into(), uri: uri.into(), extra: Extra::default() }
    }
}

wire_struct!(#[inline] McpReadResourceRequest {
    tags: ["subtype" = "mcp_read_resource"],
    fields: [
        0 required server_name: String = "serverName",
        1 required uri: String = "uri",
    ],
});

impl crate::wire::ControlRequest for McpReadResourceRequest {
    const SUBTYPE: &'static str = "mcp_read_resource";
    type Response = McpReadResourceResponse;
}

/// The resource as the server sent it. It may be hostile: show it only in a sandbox.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpReadResourceResponse {
    /// The parts of the resource.
    pub contents: Option<Vec<McpResourceContents>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for McpReadResourceResponse {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] McpReadResourceResponse {
    tags: [],
    fields: [
        0 optional contents: Vec<McpResourceContents> = "contents",
    ],
});

/// A part of a resource of an MCP server.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct McpResourceContents {
    /// The address of the part.
    pub uri: String,
    /// The media type of the part.
    pub mime_type: Option<String>,
    /// The content, if it is text.
    pub text: Option<String>,
    /// The content in base64, if it is not text.
    pub blob: Option<String>,
    /// The metadata of the server. Wire: `_meta`.
    pub meta: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] McpResourceContents {
    tags: [],
    fields: [
        0 required uri: String = "uri",
        1 optional mime_type: String = "mimeType",
        2 optional text: String = "text",
        3 optional blob: String = "blob",
        4 optional meta: Raw = "_meta",
    ],
});
