//! Roles: traits of structs that are control requests, or inputs or outputs of tools.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The body of a control request, with the type of its response.
///
/// It is implemented for all requests that the CLI accepts. Implement it for a type of your own to
/// send a request that this version does not know.
///
/// # Examples
///
/// ```
/// use claude_types::ControlRequest;
///
/// #[derive(serde::Serialize)]
/// struct Teleport {
///     subtype: &'static str,
///     to: String,
/// }
///
/// impl ControlRequest for Teleport {
///     const SUBTYPE: &'static str = "teleport";
///     type Response = serde_json::Value;
/// }
/// ```
pub trait ControlRequest: Serialize {
    /// The `subtype` of the request. The body must contain it, too.
    const SUBTYPE: &'static str;
    /// The response of the CLI if the request succeeds.
    type Response: DeserializeOwned;
}

/// The input of a tool.
///
/// It is implemented for the tools of the CLI. Implement it for a type of your own to read the
/// input of another tool.
///
/// # Examples
///
/// ```
/// use claude_types::{BashInput, ToolInput};
///
/// assert_eq!(BashInput::TOOL, "Bash");
/// ```
pub trait ToolInput: DeserializeOwned {
    /// The name of the tool.
    const TOOL: &'static str;
    /// Other names of the tool: in older CLIs, or in permission rules.
    const ALIASES: &'static [&'static str];
}

/// The output of a tool that succeeds.
///
/// A call that failed or was denied has a text instead.
///
/// # Examples
///
/// ```
/// use claude_types::{BashOutput, ToolOutput};
///
/// assert_eq!(BashOutput::TOOL, "Bash");
/// ```
pub trait ToolOutput: DeserializeOwned {
    /// The name of the tool.
    const TOOL: &'static str;
    /// Other names of the tool: in older CLIs, or in permission rules.
    const ALIASES: &'static [&'static str];
}
