//! Callbacks: round trips of hook and permission requests over real pipes.
//!
//! As with tool calls, the mock sends one request after another and measures the time. Bound: a
//! blocking responder that finds the ID (and the input, which an allow repeats) with a borrowed
//! parse, and always sends the same reply. SDK: a query whose closure allows at once.

use std::io::Write;

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::{Permission, query};
use tokio::runtime::Builder;

use claude_benches::Failure;

use crate::placement::Mock;
use crate::responder::{self, Request};

/// The longest allowed round trip, as a multiple of the bound.
pub(crate) const RATIO: f64 = 1.25;
/// The number of requests in a session.
pub(crate) const COUNT: &str = "2000";

/// The kind of the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `hook_callback`, before a tool.
    Hook,
    /// `can_use_tool`.
    Permission,
}

/// Both kinds, with their names on the command line.
pub(crate) const KINDS: [(&str, Kind); 2] =
    [("hook", Kind::Hook), ("permission", Kind::Permission)];

impl Kind {
    pub(crate) fn named(name: &str) -> Option<Self> {
        KINDS.into_iter().find_map(|(known, kind)| (known == name).then_some(kind))
    }

    /// The variable that sets the number of requests of the mock.
    fn variable(self) -> &'static str {
        match self {
            Self::Hook => "MOCK_CLAUDE_HOOK_CALLS",
            Self::Permission => "MOCK_CLAUDE_PERMISSION_CALLS",
        }
    }
}

/// Answers a complete session with the SDK. Returns the text of its result.
pub(crate) fn sdk(mock: &Mock, kind: Kind, mut runtime: Builder) -> Result<String, Failure> {
    let options = mock.options().env(kind.variable(), COUNT);
    let options = match kind {
        Kind::Hook => {
            let matcher = HookMatcher::new(HookEvent::PreToolUse);
            options.on_hook(matcher, |_, _| async { proceed() })
        }
        Kind::Permission => options.on_permission(|_, _| async { Permission::allow() }),
    };
    runtime.enable_all().build()?.block_on(async { Ok(query("go", options).text().await?) })
}

const BEGIN: &[u8] = b"{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\",\"hooks\":{\"PreToolUse\":[{\"hookCallbackIds\":[\"hook_0\"]}]}}}\n\
    {\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"go\"}}\n";

/// Answers a complete session without the SDK. Returns the text of its result.
pub(crate) fn raw(mock: &Mock, kind: Kind) -> Result<String, Failure> {
    let (args, variable) = (["--permission-prompt-tool", "stdio"], (kind.variable(), COUNT));
    responder::session(mock, &args, variable, BEGIN, write)
}

fn write(answer: &mut Vec<u8>, request: &Request<'_>) -> std::io::Result<()> {
    match (&*request.subtype, request.input) {
        ("can_use_tool", Some(input)) => {
            write!(answer, "{{\"behavior\":\"allow\",\"updatedInput\":{}}}", input.get())
        }
        _ => answer.write_all(b"{}"),
    }
}
