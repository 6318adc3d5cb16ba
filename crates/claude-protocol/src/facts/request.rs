//! The facts about requests of the CLI: what it asked, and how that ended.

use std::fmt;
use std::time::Duration;

use claude_types::{HookEvent, Raw, RequestId};

/// A request of the CLI, told by [`Fact::Asked`](crate::Fact::Asked).
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Asked<'f> {
    /// The ID of the request.
    pub request: &'f RequestId,
    /// What is asked.
    pub topic: Topic<'f>,
    /// The tool call that the request belongs to, if there is one.
    pub tool_use_id: Option<&'f str>,
    /// The input of the tool, where the CLI asks for a permission.
    pub input: Option<&'f Raw>,
}

/// What the CLI asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Topic<'f> {
    /// Whether a tool may run.
    Permission {
        /// The tool.
        tool: &'f str,
    },
    /// A question of the model to the user: the tool `AskUserQuestion`.
    Question,
    /// Whether a plan is approved: the tool `ExitPlanMode`.
    Plan,
    /// A hook.
    Hook {
        /// Its event.
        event: &'f HookEvent,
        /// The tool that the event is about, if there is one.
        tool: Option<&'f str>,
    },
    /// A message to an MCP server of this process.
    Mcp {
        /// The name of the server.
        server: &'f str,
        /// The JSON-RPC method, such as `tools/call`. `None` for a response.
        method: Option<&'f str>,
        /// The tool of a `tools/call`, as the server names it.
        tool: Option<&'f str>,
    },
    /// A form or URL of an MCP server.
    Elicitation {
        /// The name of the server.
        server: &'f str,
    },
    /// A dialog.
    Dialog {
        /// Its kind.
        kind: &'f str,
    },
}

/// The end of a request of the CLI, told by [`Fact::Answered`](crate::Fact::Answered).
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Answered<'f> {
    /// The ID of the request.
    pub request: &'f RequestId,
    /// How it ended.
    pub outcome: AnswerOutcome,
    /// The time since the request arrived.
    pub took: Duration,
}

/// How a request of the CLI ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerOutcome {
    /// A permission was given, or a hook allowed explicitly.
    Allowed,
    /// A permission was refused, or a hook blocked.
    Denied,
    /// Another answer was given.
    Given,
    /// The callback returned an error.
    Failed,
    /// The callback panicked.
    Panicked,
    /// The callback did not answer in time.
    TimedOut,
    /// No callback is registered, or the request could not be handled.
    Unhandled,
    /// Another party answers. What it answers is not known here.
    External,
    /// The CLI withdrew the request.
    Withdrawn,
    /// The connection ended before there was an answer.
    Lost,
}

/// How a tool call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReturnOutcome {
    /// With a result.
    Success,
    /// With a result that is an error. A refused call is one, too.
    Error,
    /// Without a result: the turn or the session ended before.
    Lost,
}

impl fmt::Debug for Asked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked")
            .field("request", &self.request)
            .field("topic", &self.topic)
            .field("tool_use_id", &self.tool_use_id)
            .field("input", &self.input.map(|input| input.get().len()))
            .finish()
    }
}
