//! Roles: what a generated struct is to the CLI, a control request or the input or output of a tool.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The body of a control request, with the type of its answer.
///
/// Implemented for every request that the CLI takes; a request that this version does not know
/// can be sent as a type of one's own.
pub trait ControlRequest: Serialize {
    /// The `subtype` of the request, which the body also writes.
    const SUBTYPE: &'static str;
    /// What the CLI answers when it has done it.
    type Response: DeserializeOwned;
}

/// What a tool is called with.
///
/// Implemented for the tools of the CLI; a type of one's own may implement it for others.
pub trait ToolInput: DeserializeOwned {
    /// The tool's name.
    const TOOL: &'static str;
    /// Names that the tool had in older CLIs, or has in rules.
    const ALIASES: &'static [&'static str];
}

/// What a tool gives back when it succeeds.
///
/// A call that failed or was refused has a text in the place of this.
pub trait ToolOutput: DeserializeOwned {
    /// The tool's name.
    const TOOL: &'static str;
    /// Names that the tool had in older CLIs, or has in rules.
    const ALIASES: &'static [&'static str];
}
