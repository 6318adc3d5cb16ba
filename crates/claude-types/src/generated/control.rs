// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! Control frames: the requests and responses that the SDK and the CLI exchange. The requests are defined in other modules: `control_session`, `control_file`, `control_mcp`, `control_settings`, `control_report`, `control_dialog`, `initialize`, `permission`, `hook` and `mcp`.

use super::all::*;

/// The reason why a control request was refused.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// This CLI does not know the request, or accepts it only in the other direction.
    UnsupportedRequest,
    /// The permission mode does not exist.
    InvalidMode,
    /// The mode `bypassPermissions` was not allowed when the CLI was started.
    BypassNotLaunched,
    /// A turn is running, and the request asked for a refusal in that case.
    ReloadPluginsBusy,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(#[inline] ErrorCode {
    UnsupportedRequest = "unsupported_request",
    InvalidMode = "invalid_mode",
    BypassNotLaunched = "bypass_not_launched",
    ReloadPluginsBusy = "reload_plugins_busy",
});

/// A control request that the CLI sends to the SDK.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum IncomingRequest {
    /// A request for permission to run a tool.
    CanUseTool(Box<CanUseToolRequest>),
    /// A call of a hook that the SDK registered.
    HookCallback(Box<HookCallbackRequest>),
    /// A JSON-RPC message for an MCP server in the SDK's process.
    McpMessage(Box<McpMessageRequest>),
    /// A request of an MCP server for input of the user.
    Elicitation(Box<ElicitationRequest>),
    /// A request to show a dialog.
    RequestUserDialog(Box<UserDialogRequest>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] IncomingRequest by "subtype" {
    "can_use_tool" => CanUseTool: Box<CanUseToolRequest>,
    "hook_callback" => HookCallback: Box<HookCallbackRequest>,
    "mcp_message" => McpMessage: Box<McpMessageRequest>,
    "elicitation" => Elicitation: Box<ElicitationRequest>,
    "request_user_dialog" => RequestUserDialog: Box<UserDialogRequest>,
} local {  });

/// The outcome of a control request.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub enum ControlResponseBody {
    /// The request succeeded.
    Success(Box<ControlSuccess>),
    /// The request was refused, or it failed.
    Error(Box<ControlError>),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(#[inline] ControlResponseBody by "subtype" {
    "success" => Success: Box<ControlSuccess>,
    "error" => Error: Box<ControlError>,
} local {  });

/// A control request of the CLI. It expects one reply with the same ID.
///
/// Wire: `type: control_request`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestFrame {
    /// The ID of the request. The CLI uses a UUID, and reuses it when it repeats an open request.
    pub request_id: RequestId,
    /// The body of the request.
    pub request: IncomingRequest,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ControlRequestFrame {
    tags: ["type" = "control_request"],
    fields: [
        0 required request_id: RequestId = "request_id",
        1 required request: IncomingRequest = "request",
    ],
});

/// A response to a control request. Both sides send it. With `--replay-user-messages` the CLI also echoes the replies of the SDK. Ignore a frame whose ID the SDK did not issue.
///
/// Wire: `type: control_response`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlResponseFrame {
    /// The body of the response.
    pub response: ControlResponseBody,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ControlResponseFrame {
    tags: ["type" = "control_response"],
    fields: [
        0 required response: ControlResponseBody = "response",
    ],
});

/// A successful response to a control request.
///
/// Wire: `subtype: success`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlSuccess {
    /// The ID of the request.
    pub request_id: RequestId,
    /// The result of the request. Its shape depends on the request; many requests have none.
    pub response: Option<Raw>,
    /// In the response to `initialize`: permission requests that are still open. Reply to them with their original IDs.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the response to `initialize`: dialogs that are still open.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the response to `initialize`: elicitations that are still open.
    pub pending_elicitation_requests: Option<Vec<ControlRequestFrame>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ControlSuccess {
    tags: ["subtype" = "success"],
    fields: [
        0 required request_id: RequestId = "request_id",
        1 optional response: Raw = "response",
        2 optional pending_permission_requests: Vec<ControlRequestFrame> = "pending_permission_requests",
        3 optional pending_user_dialog_requests: Vec<ControlRequestFrame> = "pending_user_dialog_requests",
        4 optional pending_elicitation_requests: Vec<ControlRequestFrame> = "pending_elicitation_requests",
    ],
});

/// An error response to a control request, which was refused or failed. The session continues.
///
/// Wire: `subtype: error`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlError {
    /// The ID of the request.
    pub request_id: RequestId,
    /// The error as text. The text changes between versions.
    pub error: String,
    /// The error as a code. CLIs up to 2.1.300 never send it.
    pub error_code: Option<ErrorCode>,
    /// In the response to `initialize`: permission requests that are still open.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the response to `initialize`: dialogs that are still open.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the response to `initialize`: elicitations that are still open.
    pub pending_elicitation_requests: Option<Vec<ControlRequestFrame>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ControlError {
    tags: ["subtype" = "error"],
    fields: [
        0 required request_id: RequestId = "request_id",
        1 required error: String = "error",
        2 optional error_code: ErrorCode = "error_code",
        3 optional pending_permission_requests: Vec<ControlRequestFrame> = "pending_permission_requests",
        4 optional pending_user_dialog_requests: Vec<ControlRequestFrame> = "pending_user_dialog_requests",
        5 optional pending_elicitation_requests: Vec<ControlRequestFrame> = "pending_elicitation_requests",
    ],
});

/// A response without a result: the request succeeded. Any further data is in `extra`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct Acknowledged {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for Acknowledged {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(
    #[inline]
    Acknowledged { tags: [], fields: [] }
);

/// A cancellation of a control request by the side that sent it. The sender expects no reply any more. An unknown ID has no effect.
///
/// Wire: `type: control_cancel_request`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct ControlCancelFrame {
    /// The ID of the cancelled request.
    pub request_id: RequestId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

wire_struct!(#[inline] ControlCancelFrame {
    tags: ["type" = "control_cancel_request"],
    fields: [
        0 required request_id: RequestId = "request_id",
    ],
});

/// A keep-alive frame, which either side may send. It is not a message for the user and gets no reply.
///
/// Wire: `type: keep_alive`.
#[derive(Debug, PartialEq)]
#[non_exhaustive]
pub struct KeepAliveFrame {
    /// The progress of the CLI's start, if it was requested.
    pub startup_mark: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl Default for KeepAliveFrame {
    #[inline]
    fn default() -> Self {
        crate::wire::Wire::VACANT
    }
}

wire_struct!(#[inline] KeepAliveFrame {
    tags: ["type" = "keep_alive"],
    fields: [
        0 optional startup_mark: Raw = "startup_mark",
    ],
});
