//! What a callback costs: round trips of hooks and permission questions over real pipes.
//!
//! As with calls of a tool, the mock asks and takes the time, one question after another. Bound: a
//! responder that blocks, finds the id (and the input, which an allowance repeats) by a borrowed
//! parse, and answers the same every time. SDK: a query whose closure says yes at once.

use std::borrow::Cow;
use std::io::{BufRead, Write};

use claude_sdk::{HookEvent, HookMatcher, Permission, proceed, query};
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::runtime::Builder;

use claude_benches::Failure;

use crate::placement::Mock;
use crate::responder;

/// At most this much time for a round trip, as a multiple of the bound.
pub(crate) const RATIO: f64 = 1.25;
/// How many questions a session asks.
pub(crate) const COUNT: &str = "5000";

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
        Kind::Permission => options.on_permission(|_| async { Permission::allow() }),
    };
    runtime.enable_all().build()?.block_on(async { Ok(query("go", options).text().await?) })
}

const BEGIN: &[u8] = b"{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\",\"hooks\":{\"PreToolUse\":[{\"hookCallbackIds\":[\"hook_0\"]}]}}}\n\
    {\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"go\"}}\n";

/// Answers a whole session without the SDK, and returns what its result says.
pub(crate) fn raw(mock: &Mock, kind: Kind) -> Result<String, Failure> {
    let (args, variable) = (["--permission-prompt-tool", "stdio"], (kind.variable(), COUNT));
    responder::session(mock, &args, variable, BEGIN, serve)
}

fn serve(stdout: &mut impl BufRead, stdin: &mut impl Write) -> Result<Option<String>, Failure> {
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    while stdout.read_until(b'\n', &mut line)? > 0 {
        let frame: Frame<'_> = serde_json::from_slice(&line)?;
        match (&*frame.kind, frame.request) {
            ("control_request", Some(request)) => {
                answer.clear();
                write(&mut answer, &frame.request_id, &request)?;
                stdin.write_all(&answer)?;
            }
            ("result", _) => return Ok(frame.result.map(Cow::into_owned)),
            _ => {}
        }
        line.clear();
    }
    Ok(None)
}

fn write(answer: &mut Vec<u8>, request_id: &str, request: &Request<'_>) -> std::io::Result<()> {
    write!(
        answer,
        "{{\"type\":\"control_response\",\"response\":{{\"subtype\":\"success\",\"request_id\":\"{request_id}\",\"response\":"
    )?;
    match (&*request.subtype, request.input) {
        ("can_use_tool", Some(input)) => {
            write!(answer, "{{\"behavior\":\"allow\",\"updatedInput\":{}}}", input.get())?;
        }
        _ => answer.extend_from_slice(b"{}"),
    }
    answer.extend_from_slice(b"}}\n");
    Ok(())
}

#[derive(Deserialize)]
struct Frame<'l> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'l, str>,
    #[serde(borrow, default)]
    request_id: Cow<'l, str>,
    #[serde(borrow)]
    request: Option<Request<'l>>,
    #[serde(borrow)]
    result: Option<Cow<'l, str>>,
}

#[derive(Deserialize)]
struct Request<'l> {
    #[serde(borrow)]
    subtype: Cow<'l, str>,
    #[serde(borrow)]
    input: Option<&'l RawValue>,
}
