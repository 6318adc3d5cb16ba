// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The control frames, with which the two sides ask each other for things, and the first requests of each side.

use super::all::*;

/// Why a control request was refused.
///
/// An open set: a newer CLI may send other values. Feature: ENVL-03.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ErrorCode {
    /// This CLI does not know the request, or takes it from the other side only.
    ///
    /// `unsupported_request`. Seen on the wire.
    UnsupportedRequest,
    /// There is no such permission mode.
    ///
    /// `invalid_mode`. Seen on the wire.
    InvalidMode,
    /// The mode `bypassPermissions` must have been allowed when the CLI was started.
    ///
    /// `bypass_not_launched`. Seen on the wire.
    BypassNotLaunched,
    /// Plugins are not reloaded while a turn runs, if the request said so.
    ///
    /// `reload_plugins_busy`. Declared, not seen.
    ReloadPluginsBusy,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ErrorCode {
    UnsupportedRequest = "unsupported_request",
    InvalidMode = "invalid_mode",
    BypassNotLaunched = "bypass_not_launched",
    ReloadPluginsBusy = "reload_plugins_busy",
});

/// What an elicitation wants of the user.
///
/// An open set: a newer CLI may send other values. Feature: EL-01.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ElicitationMode {
    /// Fill in a form.
    ///
    /// `form`. Seen on the wire.
    Form,
    /// Open an address.
    ///
    /// `url`. Declared, not seen.
    Url,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ElicitationMode {
    Form = "form",
    Url = "url",
});

/// What a user did about an elicitation.
///
/// An open set: a newer CLI may send other values. Feature: EL-01.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ElicitationAction {
    /// The user did what was asked.
    ///
    /// `accept`. Seen on the wire.
    Accept,
    /// The user refused.
    ///
    /// `decline`. Declared, not seen.
    Decline,
    /// The user closed the dialog without an answer.
    ///
    /// `cancel`. Seen on the wire.
    Cancel,
    /// A value that this version does not know.
    Other(Box<str>),
}

wire_enum!(ElicitationAction {
    Accept = "accept",
    Decline = "decline",
    Cancel = "cancel",
});

/// What the CLI asks of the SDK.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte. Feature: CTI-01, CTI-02, CTI-03, CTI-04, CTI-05, CTI-06.
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

wire_union!(IncomingRequest by "subtype" {
    "can_use_tool" => CanUseTool: Box<CanUseToolRequest>,
    "hook_callback" => HookCallback: Box<HookCallbackRequest>,
    "mcp_message" => McpMessage: Box<McpMessageRequest>,
    "elicitation" => Elicitation: Box<ElicitationRequest>,
    "request_user_dialog" => RequestUserDialog: Box<UserDialogRequest>,
} local {  });

/// How a control request ended.
///
/// Chosen by `subtype`. An unknown one is kept, byte for byte. Feature: ENVL-02, ENVL-03.
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

wire_union!(ControlResponseBody by "subtype" {
    "success" => Success: Box<ControlSuccess>,
    "error" => Error: Box<ControlError>,
} local {  });

/// The answer to a dialog.
///
/// Chosen by `behavior`. An unknown one is kept, byte for byte. Feature: EL-02.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum UserDialogResult {
    /// The user answered.
    Completed(DialogCompleted),
    /// There is no answer.
    Cancelled(DialogCancelled),
    /// A tag that this version does not know.
    Unknown(Unknown),
    /// A known tag with a body that cannot be used.
    Undecoded(Box<Undecoded>),
}

wire_union!(UserDialogResult by "behavior" {
    "completed" => Completed: DialogCompleted,
    "cancelled" => Cancelled: DialogCancelled,
} local {  });

/// A question of the CLI. It wants one answer, under the same id.
///
/// Wire: `type: control_request`. Seen 209 times in the recordings. Feature: ENVL-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlRequestFrame {
    /// Names the question. The CLI uses a UUID, and the same one again when it repeats an open question.
    ///
    /// Required; seen 209/209.
    pub request_id: RequestId,
    /// What is asked.
    ///
    /// Required; seen 209/209.
    pub request: IncomingRequest,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ControlRequestFrame {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(request_id: impl Into<RequestId>, request: impl Into<IncomingRequest>) -> Self {
        Self { request_id: request_id.into(), request: request.into(), extra: Extra::default() }
    }
}

wire_struct!(ControlRequestFrame {
    tags: ["type" = "control_request"],
    fields: [
        0 required request_id: RequestId = "request_id",
        1 required request: IncomingRequest = "request",
    ],
});

/// The answer to a control request. Both sides send it. With `--replay-user-messages` the CLI also echoes the answers of the SDK, so an id that the SDK did not issue is no answer to it.
///
/// Wire: `type: control_response`. Seen 313 times in the recordings. Feature: ENVL-02, ENVL-03, ENVL-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlResponseFrame {
    /// The answer itself.
    ///
    /// Required; seen 313/313.
    pub response: ControlResponseBody,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ControlResponseFrame {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(response: impl Into<ControlResponseBody>) -> Self {
        Self { response: response.into(), extra: Extra::default() }
    }
}

wire_struct!(ControlResponseFrame {
    tags: ["type" = "control_response"],
    fields: [
        0 required response: ControlResponseBody = "response",
    ],
});

/// A control request was done.
///
/// Wire: `subtype: success`. Seen 295 times in the recordings. Feature: ENVL-02, ENVL-06.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlSuccess {
    /// The request that is answered.
    ///
    /// Required; seen 295/295.
    pub request_id: RequestId,
    /// What the request brought; its shape depends on the request. Many requests bring nothing.
    ///
    /// May be absent; seen 279/295.
    pub response: Option<Raw>,
    /// In the answer to initialize: permission questions that are still open, to be answered under their old ids.
    ///
    /// May be absent; seen 196/295.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: dialogs that are still open.
    ///
    /// May be absent; seen 196/295.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: elicitations that are still open.
    ///
    /// May be absent; declared, not seen.
    pub pending_elicitation_requests: Option<Vec<ControlRequestFrame>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ControlSuccess {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(request_id: impl Into<RequestId>) -> Self {
        Self {
            request_id: request_id.into(),
            response: None,
            pending_permission_requests: None,
            pending_user_dialog_requests: None,
            pending_elicitation_requests: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`response`](Self::response).
    #[must_use]
    pub fn response(mut self, value: impl Into<Raw>) -> Self {
        self.response = Some(value.into());
        self
    }

    /// Sets [`pending_permission_requests`](Self::pending_permission_requests).
    #[must_use]
    pub fn pending_permission_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_permission_requests = Some(value.into());
        self
    }

    /// Sets [`pending_user_dialog_requests`](Self::pending_user_dialog_requests).
    #[must_use]
    pub fn pending_user_dialog_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_user_dialog_requests = Some(value.into());
        self
    }

    /// Sets [`pending_elicitation_requests`](Self::pending_elicitation_requests).
    #[must_use]
    pub fn pending_elicitation_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_elicitation_requests = Some(value.into());
        self
    }
}

wire_struct!(ControlSuccess {
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
/// Wire: `subtype: error`. Seen 18 times in the recordings. Feature: ENVL-03, ENVL-06, ERR-08.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlError {
    /// The request that is answered.
    ///
    /// Required; seen 18/18.
    pub request_id: RequestId,
    /// What went wrong, in words that change between versions.
    ///
    /// Required; seen 18/18.
    pub error: String,
    /// What went wrong, for programs. CLIs up to 2.1.300 never send it.
    ///
    /// May be absent; seen 8/18.
    pub error_code: Option<ErrorCode>,
    /// In the answer to initialize: permission questions that are still open.
    ///
    /// May be absent; declared, not seen.
    pub pending_permission_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: dialogs that are still open.
    ///
    /// May be absent; declared, not seen.
    pub pending_user_dialog_requests: Option<Vec<ControlRequestFrame>>,
    /// In the answer to initialize: elicitations that are still open.
    ///
    /// May be absent; declared, not seen.
    pub pending_elicitation_requests: Option<Vec<ControlRequestFrame>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ControlError {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(request_id: impl Into<RequestId>, error: impl Into<String>) -> Self {
        Self {
            request_id: request_id.into(),
            error: error.into(),
            error_code: None,
            pending_permission_requests: None,
            pending_user_dialog_requests: None,
            pending_elicitation_requests: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`error_code`](Self::error_code).
    #[must_use]
    pub fn error_code(mut self, value: impl Into<ErrorCode>) -> Self {
        self.error_code = Some(value.into());
        self
    }

    /// Sets [`pending_permission_requests`](Self::pending_permission_requests).
    #[must_use]
    pub fn pending_permission_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_permission_requests = Some(value.into());
        self
    }

    /// Sets [`pending_user_dialog_requests`](Self::pending_user_dialog_requests).
    #[must_use]
    pub fn pending_user_dialog_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_user_dialog_requests = Some(value.into());
        self
    }

    /// Sets [`pending_elicitation_requests`](Self::pending_elicitation_requests).
    #[must_use]
    pub fn pending_elicitation_requests(
        mut self,
        value: impl Into<Vec<ControlRequestFrame>>,
    ) -> Self {
        self.pending_elicitation_requests = Some(value.into());
        self
    }
}

wire_struct!(ControlError {
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

/// The side that asked takes its question back: it wants no answer any more. An unknown id means nothing.
///
/// Wire: `type: control_cancel_request`. Seen 3 times in the recordings. Feature: ENVL-04.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ControlCancelFrame {
    /// The question that is taken back.
    ///
    /// Required; seen 3/3.
    pub request_id: RequestId,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ControlCancelFrame {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(request_id: impl Into<RequestId>) -> Self {
        Self { request_id: request_id.into(), extra: Extra::default() }
    }
}

wire_struct!(ControlCancelFrame {
    tags: ["type" = "control_cancel_request"],
    fields: [
        0 required request_id: RequestId = "request_id",
    ],
});

/// A sign of life, which either side may send. It is no message for the user and gets no answer.
///
/// Wire: `type: keep_alive`. Declared, not seen. Feature: MSG-52, IN-08.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct KeepAliveFrame {
    /// How far the start of the CLI has come, if that was asked for.
    ///
    /// May be absent; declared, not seen.
    pub startup_mark: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl KeepAliveFrame {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { startup_mark: None, extra: Extra::default() }
    }

    /// Sets [`startup_mark`](Self::startup_mark).
    #[must_use]
    pub fn startup_mark(mut self, value: impl Into<Raw>) -> Self {
        self.startup_mark = Some(value.into());
        self
    }
}

wire_struct!(KeepAliveFrame {
    tags: ["type" = "keep_alive"],
    fields: [
        0 optional startup_mark: Raw = "startup_mark",
    ],
});

/// An MCP server wants something of the user: a form to be filled in, or an address to be opened. Without a handler the answer is to decline.
///
/// Wire: `subtype: elicitation`. Seen 1 times in the recordings. Feature: CTI-04, EL-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationRequest {
    /// The MCP server that asks.
    ///
    /// Required; seen 1/1.
    pub mcp_server_name: String,
    /// What the user is to read.
    ///
    /// Required; seen 1/1.
    pub message: String,
    /// What the user is to do; a form if it is absent.
    ///
    /// May be absent; seen 1/1.
    pub mode: Option<ElicitationMode>,
    /// The JSON Schema of the form.
    ///
    /// May be absent; seen 1/1.
    pub requested_schema: Option<Raw>,
    /// The names of the form's properties, in the order in which to show them.
    ///
    /// May be absent; seen 1/1.
    pub property_order: Option<Vec<String>>,
    /// The address to be opened.
    ///
    /// May be absent; declared, not seen.
    pub url: Option<String>,
    /// Names the elicitation, so that a later message can tell that it is complete.
    ///
    /// May be absent; declared, not seen.
    pub elicitation_id: Option<String>,
    /// A heading for the dialog.
    ///
    /// May be absent; declared, not seen.
    pub title: Option<String>,
    /// The server's name as a screen may show it.
    ///
    /// May be absent; declared, not seen.
    pub display_name: Option<String>,
    /// More about what is asked.
    ///
    /// May be absent; declared, not seen.
    pub description: Option<String>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ElicitationRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(mcp_server_name: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            mcp_server_name: mcp_server_name.into(),
            message: message.into(),
            mode: None,
            requested_schema: None,
            property_order: None,
            url: None,
            elicitation_id: None,
            title: None,
            display_name: None,
            description: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`mode`](Self::mode).
    #[must_use]
    pub fn mode(mut self, value: impl Into<ElicitationMode>) -> Self {
        self.mode = Some(value.into());
        self
    }

    /// Sets [`requested_schema`](Self::requested_schema).
    #[must_use]
    pub fn requested_schema(mut self, value: impl Into<Raw>) -> Self {
        self.requested_schema = Some(value.into());
        self
    }

    /// Sets [`property_order`](Self::property_order).
    #[must_use]
    pub fn property_order(mut self, value: impl Into<Vec<String>>) -> Self {
        self.property_order = Some(value.into());
        self
    }

    /// Sets [`url`](Self::url).
    #[must_use]
    pub fn url(mut self, value: impl Into<String>) -> Self {
        self.url = Some(value.into());
        self
    }

    /// Sets [`elicitation_id`](Self::elicitation_id).
    #[must_use]
    pub fn elicitation_id(mut self, value: impl Into<String>) -> Self {
        self.elicitation_id = Some(value.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn title(mut self, value: impl Into<String>) -> Self {
        self.title = Some(value.into());
        self
    }

    /// Sets [`display_name`](Self::display_name).
    #[must_use]
    pub fn display_name(mut self, value: impl Into<String>) -> Self {
        self.display_name = Some(value.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, value: impl Into<String>) -> Self {
        self.description = Some(value.into());
        self
    }
}

wire_struct!(ElicitationRequest {
    tags: ["subtype" = "elicitation"],
    fields: [
        0 required mcp_server_name: String = "mcp_server_name",
        1 required message: String = "message",
        2 optional mode: ElicitationMode = "mode",
        3 optional requested_schema: Raw = "requested_schema",
        4 optional property_order: Vec<String> = "property_order",
        5 optional url: String = "url",
        6 optional elicitation_id: String = "elicitation_id",
        7 optional title: String = "title",
        8 optional display_name: String = "display_name",
        9 optional description: String = "description",
    ],
});

/// The answer to an elicitation.
///
/// Seen 1 times in the recordings. Feature: EL-01.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ElicitationResponse {
    /// What the user did.
    ///
    /// Required; seen 1/1.
    pub action: ElicitationAction,
    /// The filled-in form: an object that fits the requested schema. It goes with `accept` only.
    ///
    /// May be absent; seen 1/1.
    pub content: Option<Raw>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl ElicitationResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(action: impl Into<ElicitationAction>) -> Self {
        Self { action: action.into(), content: None, extra: Extra::default() }
    }

    /// Sets [`content`](Self::content).
    #[must_use]
    pub fn content(mut self, value: impl Into<Raw>) -> Self {
        self.content = Some(value.into());
        self
    }
}

wire_struct!(ElicitationResponse {
    tags: [],
    fields: [
        0 required action: ElicitationAction = "action",
        1 optional content: Raw = "content",
    ],
});

/// The CLI wants a dialog to be shown. It comes only for the kinds that the initialize request named. It may stay without an answer, since another client may give one.
///
/// Wire: `subtype: request_user_dialog`. Declared, not seen. Feature: CTI-05, EL-02.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct UserDialogRequest {
    /// Which dialog, as in `refusal_fallback_prompt`. An unknown kind is to be answered as cancelled.
    ///
    /// Required; declared, not seen.
    pub dialog_kind: String,
    /// What the dialog is about; the shape depends on the kind.
    ///
    /// May be absent; declared, not seen.
    pub payload: Option<Raw>,
    /// The tool call behind it, if there is one.
    ///
    /// May be absent; declared, not seen.
    pub tool_use_id: Option<ToolUseId>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl UserDialogRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(dialog_kind: impl Into<String>) -> Self {
        Self {
            dialog_kind: dialog_kind.into(),
            payload: None,
            tool_use_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`payload`](Self::payload).
    #[must_use]
    pub fn payload(mut self, value: impl Into<Raw>) -> Self {
        self.payload = Some(value.into());
        self
    }

    /// Sets [`tool_use_id`](Self::tool_use_id).
    #[must_use]
    pub fn tool_use_id(mut self, value: impl Into<ToolUseId>) -> Self {
        self.tool_use_id = Some(value.into());
        self
    }
}

wire_struct!(UserDialogRequest {
    tags: ["subtype" = "request_user_dialog"],
    fields: [
        0 required dialog_kind: String = "dialog_kind",
        1 optional payload: Raw = "payload",
        2 optional tool_use_id: ToolUseId = "tool_use_id",
    ],
});

/// The user answered a dialog.
///
/// Wire: `behavior: completed`. Declared, not seen. Feature: EL-02.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DialogCompleted {
    /// The answer; the shape depends on the kind of dialog.
    ///
    /// Required; declared, not seen.
    pub result: Raw,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl DialogCompleted {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(result: impl Into<Raw>) -> Self {
        Self { result: result.into(), extra: Extra::default() }
    }
}

wire_struct!(DialogCompleted {
    tags: ["behavior" = "completed"],
    fields: [
        0 required result: Raw = "result",
    ],
});

/// A dialog was closed without an answer, or could not be shown.
///
/// Wire: `behavior: cancelled`. Declared, not seen. Feature: EL-02.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct DialogCancelled {
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl DialogCancelled {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

wire_struct!(DialogCancelled { tags: ["behavior" = "cancelled"], fields: [] });

/// Stops the running turn. Its answer comes before the result of that turn.
///
/// Wire: `subtype: interrupt`. Seen 10 times in the recordings. Feature: CTL-02, QM-04.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InterruptRequest {
    /// True to drop the waiting messages, too. CLIs up to 2.1.200 ignore it and run them.
    ///
    /// May be absent; seen 1/10.
    pub cancel_queued: Option<bool>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InterruptRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { cancel_queued: None, extra: Extra::default() }
    }

    /// Sets [`cancel_queued`](Self::cancel_queued).
    #[must_use]
    pub fn cancel_queued(mut self, value: bool) -> Self {
        self.cancel_queued = Some(value);
        self
    }
}

wire_struct!(InterruptRequest {
    tags: ["subtype" = "interrupt"],
    fields: [
        0 optional cancel_queued: bool = "cancel_queued",
    ],
});

/// What an interrupt left behind. CLIs up to 2.1.200 send no such answer.
///
/// Seen 10 times in the recordings. Feature: CTL-02, QM-04.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InterruptResponse {
    /// The messages that still wait and will run.
    ///
    /// May be absent; seen 10/10.
    pub still_queued: Option<Vec<MessageUuid>>,
    /// The messages that waited and were dropped.
    ///
    /// May be absent; seen 1/10.
    pub cancelled: Option<Vec<MessageUuid>>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl InterruptResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { still_queued: None, cancelled: None, extra: Extra::default() }
    }

    /// Sets [`still_queued`](Self::still_queued).
    #[must_use]
    pub fn still_queued(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.still_queued = Some(value.into());
        self
    }

    /// Sets [`cancelled`](Self::cancelled).
    #[must_use]
    pub fn cancelled(mut self, value: impl Into<Vec<MessageUuid>>) -> Self {
        self.cancelled = Some(value.into());
        self
    }
}

wire_struct!(InterruptResponse {
    tags: [],
    fields: [
        0 optional still_queued: Vec<MessageUuid> = "still_queued",
        1 optional cancelled: Vec<MessageUuid> = "cancelled",
    ],
});

/// Changes the model for the turns to come. The CLI takes any name; whether there is such a model shows at the next turn.
///
/// Wire: `subtype: set_model`. Seen 8 times in the recordings. Feature: CTL-04, QM-07.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SetModelRequest {
    /// The model, as an alias or in full. Without it, or with `default`, the default model comes back.
    ///
    /// May be absent; seen 7/8.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetModelRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { model: None, extra: Extra::default() }
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }
}

wire_struct!(SetModelRequest {
    tags: ["subtype" = "set_model"],
    fields: [
        0 optional model: ModelName = "model",
    ],
});

/// The model was changed.
///
/// Seen 8 times in the recordings. Feature: CTL-04.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SetModelResponse {
    /// The full name of the model from now on.
    ///
    /// May be absent; seen 8/8.
    pub model: Option<ModelName>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetModelResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { model: None, extra: Extra::default() }
    }

    /// Sets [`model`](Self::model).
    #[must_use]
    pub fn model(mut self, value: impl Into<ModelName>) -> Self {
        self.model = Some(value.into());
        self
    }
}

wire_struct!(SetModelResponse {
    tags: [],
    fields: [
        0 optional model: ModelName = "model",
    ],
});

/// Changes the permission mode. CLIs up to 2.1.200 say yes even to a mode that does not exist.
///
/// Wire: `subtype: set_permission_mode`. Seen 8 times in the recordings. Feature: CTL-03, QM-05.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SetPermissionModeRequest {
    /// The mode from now on.
    ///
    /// Required; seen 8/8.
    pub mode: PermissionMode,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetPermissionModeRequest {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new(mode: impl Into<PermissionMode>) -> Self {
        Self { mode: mode.into(), extra: Extra::default() }
    }
}

wire_struct!(SetPermissionModeRequest {
    tags: ["subtype" = "set_permission_mode"],
    fields: [
        0 required mode: PermissionMode = "mode",
    ],
});

/// The permission mode was changed.
///
/// Seen 7 times in the recordings. Feature: CTL-03.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SetPermissionModeResponse {
    /// The mode from now on.
    ///
    /// May be absent; seen 7/7.
    pub mode: Option<PermissionMode>,
    /// Fields that this version does not know, or whose value had an odd shape.
    pub extra: Extra,
}

impl SetPermissionModeResponse {
    /// Makes one from what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self { mode: None, extra: Extra::default() }
    }

    /// Sets [`mode`](Self::mode).
    #[must_use]
    pub fn mode(mut self, value: impl Into<PermissionMode>) -> Self {
        self.mode = Some(value.into());
        self
    }
}

wire_struct!(SetPermissionModeResponse {
    tags: [],
    fields: [
        0 optional mode: PermissionMode = "mode",
    ],
});
