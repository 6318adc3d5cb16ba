//! What a callback costs: round trips of hooks and permission questions over real pipes.
//!
//! As with calls of a tool, the mock asks and takes the time, one question after another. Bound: a
//! responder that blocks, finds the id (and the input, which an allowance repeats) by a borrowed
//! parse, and answers the same every time. SDK: a query whose closure says yes at once.

use std::io::Write;

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::{Permission, query};
use tokio::runtime::Builder;

use claude_benches::Failure;

use crate::placement::Mock;
use crate::responder::{self, Request};

/// At most this much time for a round trip, as a multiple of the bound.
pub(crate) const RATIO: f64 = 1.25;
/// How many questions a session asks.
pub(crate) const COUNT: &str = "2000";

/// What the mock asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `hook_callback`, before a tool.
    Hook,
    /// `can_use_tool`.
    Permission,
}

/// Both, as they are named on the command line.
pub(crate) const KINDS: [(&str, Kind); 2] =
    [("hook", Kind::Hook), ("permission", Kind::Permission)];

impl Kind {
    pub(crate) fn named(name: &str) -> Option<Self> {
        KINDS.into_iter().find_map(|(known, kind)| (known == name).then_some(kind))
    }

    /// The variable by which the mock is told how often to ask.
    fn variable(self) -> &'static str {
        match self {
            Self::Hook => "MOCK_CLAUDE_HOOK_CALLS",
            Self::Permission => "MOCK_CLAUDE_PERMISSION_CALLS",
        }
    }
}

/// Answers a whole session with the SDK, and returns what its result says.
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

/// Answers a whole session without the SDK, and returns what its result says.
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
