// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The control frames, with which the two sides ask each other for things. What can be asked stands in other modules: `control_session`, `control_file`, `control_mcp`, `control_settings`, `control_report`, `control_dialog`, `initialize`, `permission`, `hook` and `mcp`.

use super::all::*;

/// Why a control request was refused.
///
/// An open set: a newer CLI may send other values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorCode {
    /// This CLI does not know the request, or takes it from the other side only.
    UnsupportedRequest,
    /// There is no such permission mode.
    InvalidMode,
    /// The mode `bypassPermissions` must have been allowed when the CLI was started.
    BypassNotLaunched,
    /// Plugins are not reloaded while a turn runs, if the request said so.
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

/// What the CLI asks of the SDK.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum IncomingRequest {
    /// Asks whether a tool may run.
    CanUseTool(Box<CanUseToolRequest>),
    /// A hook that the SDK registered is due.
    HookCallback(Box<HookCallbackRequest>),
    /// A JSON-RPC message for an MCP server that lives in the SDK's process.
    McpMessage(Box<McpMessageRequest>),
    /// An MCP server wants something of the user.
    Elicitation(Box<ElicitationRequest>),
    /// The CLI wants a dialog to be shown.
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

/// How a control request ended.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ControlResponseBody {
    /// It was done.
    Success(Box<ControlSuccess>),
    /// It was refused, or it failed.
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

/// A question of the CLI. It wants one answer, under the same id.
///
/// Wire: `type: control_request`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestFrame {
    /// Names the question. The CLI uses a UUID, and the same one again when it repeats an open question.
    pub request_id: RequestId,
    /// What is asked.
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

/// The answer to a control request. Both sides send it. With `--replay-user-messages` the CLI also echoes the answers of the SDK, so an id that the SDK did not issue is no answer to it.
///
/// Wire: `type: control_response`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlResponseFrame {
    /// The answer itself.
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

/// A control request was done.
///
/// Wire: `subtype: success`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlSuccess {
    /// The request that is answered.
    pub request_id: RequestId,
    /// What the request brought; its shape depends on the request. Many requests bring nothing.
    pub response: Option<Raw>,
    /// In the answer to initialize: permission questions that are still open, to be answered under their old ids.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: dialogs that are still open.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: elicitations that are still open.
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

/// A control request was refused, or it failed. The session goes on.
///
/// Wire: `subtype: error`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlError {
    /// The request that is answered.
    pub request_id: RequestId,
    /// What went wrong, in words that change between versions.
    pub error: String,
    /// What went wrong, for programs. CLIs up to 2.1.300 never send it.
    pub error_code: Option<ErrorCode>,
    /// In the answer to initialize: permission questions that are still open.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: dialogs that are still open.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: elicitations that are still open.
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

/// The answer to a request that brings nothing but that it was done. Should the CLI say more, it is in `extra`.
#[derive(Debug, Clone, PartialEq)]
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

/// The side that asked takes its question back: it wants no answer any more. An unknown id means nothing.
///
/// Wire: `type: control_cancel_request`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlCancelFrame {
    /// The question that is taken back.
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

/// A sign of life, which either side may send. It is no message for the user and gets no answer.
///
/// Wire: `type: keep_alive`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct KeepAliveFrame {
    /// How far the start of the CLI has come, if that was asked for.
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
