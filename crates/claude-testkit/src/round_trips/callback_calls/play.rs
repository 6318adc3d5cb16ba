//! Play: a session in which the first prompt makes the mock send its requests.

use std::io::{BufRead, Write};
use std::str::FromStr;
use std::time::Instant;

use serde_json::Value;
use serde_json::value::RawValue;

use super::answer::Answer;
use crate::engine::{Effect, Engine, Setup};
use crate::frame::{self, CanUseTool, ControlRequest, HookCallback, HookInput};
use crate::round_trips::times::{PLACE, Times, filled, names_the_place};
use crate::round_trips::wire::Wire;
use crate::scenario::{Outcome, Scenario, Step};

/// The kind of the requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RequestKind {
    /// The first hook that the host has registered.
    Hook,
    /// `can_use_tool`.
    Permission,
}

/// The kind of the requests, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CallbackCalls {
    kind: RequestKind,
    count: usize,
}

impl CallbackCalls {
    /// Reads the number of requests.
    pub(crate) fn new(kind: RequestKind, count: &str) -> Result<Self, String> {
        match usize::from_str(count.trim()) {
            Ok(count) if count > 0 => Ok(Self { kind, count }),
            _ => Err("expected the number of requests, at least 1".to_owned()),
        }
    }
}

/// Plays a session in which the first prompt starts the requests. Returns the exit code.
///
/// # Errors
///
/// Returns a description of an invalid line of the host.
pub(crate) fn play(
    calls: CallbackCalls,
    setup: Setup,
    input: impl BufRead,
    output: impl Write,
) -> Result<i32, String> {
    let expect = Step::ExpectUser { containing: None };
    let result = Step::Result { outcome: Outcome::Success, text: Some(PLACE.to_owned()) };
    let mut engine =
        Engine::new(Scenario { steps: vec![expect, result], texts: Vec::new() }, setup);
    let mut wire = Wire::new(input, output);
    let mut hook = None;
    loop {
        while let Some(effect) = engine.effect() {
            match effect {
                Effect::Write(line) if names_the_place(&line) => {
                    let mut requester =
                        Requester { wire: &mut wire, hook: &hook, kept: Vec::new() };
                    let times = requester.run(calls)?;
                    let kept = requester.kept;
                    wire.write(&filled(&line, &times))?;
                    kept.iter().for_each(|line| engine.line(line));
                }
                Effect::Write(line) => wire.write(&line)?,
                Effect::Stderr(text) => return Err(String::from_utf8_lossy(&text).into_owned()),
                Effect::Exit(code) => return Ok(code),
                // The two steps have no other effects.
                _ => {}
            }
        }
        match wire.read()? {
            Some(line) => engine.line(&without_hooks(line, &mut hook)),
            None => engine.end_of_input(),
        }
    }
}

/// Removes the hooks from `initialize`, and keeps the first one for a tool: it is called from here,
/// and the engine would call it for the prompt, too.
fn without_hooks(line: &[u8], hook: &mut Option<String>) -> String {
    let text = String::from_utf8_lossy(line).into_owned();
    let Ok(mut frame) = serde_json::from_str::<Value>(&text) else { return text };
    let Some(body) = frame["request"].as_object_mut() else { return text };
    let Some(hooks) = body.remove("hooks") else { return text };
    if let Some(id) = hooks["PreToolUse"][0]["hookCallbackIds"][0].as_str() {
        *hook = Some(id.to_owned());
    }
    frame.to_string()
}

/// Sends a request, and waits for the reply.
struct Requester<'w, R, W> {
    wire: &'w mut Wire<R, W>,
    hook: &'w Option<String>,
    /// The lines that were not replies, for the engine.
    kept: Vec<String>,
}

impl<R: BufRead, W: Write> Requester<'_, R, W> {
    fn run(&mut self, calls: CallbackCalls) -> Result<Value, String> {
        let input = RawValue::from_string(INPUT.to_owned()).map_err(|error| error.to_string())?;
        let mut times = Times::new(calls.count);
        for number in 0..calls.count {
            let id = format!("{ID}{number:012}");
            let line = self.request(calls.kind, &id, number, &input)?;
            let begun = Instant::now();
            self.wire.write(line.as_bytes())?;
            let answered = self.answer(calls.kind, &id)?;
            times.add(begun, answered);
        }
        Ok(times.report())
    }

    fn request(
        &self,
        kind: RequestKind,
        id: &str,
        number: usize,
        input: &RawValue,
    ) -> Result<String, String> {
        let tool_use_id = &format!("toolu_{number:024}");
        Ok(match kind {
            RequestKind::Permission => {
                let request = CanUseTool {
                    subtype: "can_use_tool",
                    tool_name: "Bash",
                    display_name: "Bash",
                    input,
                    description: Some("touch q".to_owned()),
                    permission_suggestions: Some(Vec::new()),
                    requires_user_interaction: false,
                    tool_use_id,
                };
                frame::line(&ControlRequest::new(id, request))
            }
            RequestKind::Hook => {
                let hook = self.hook.as_deref().ok_or("the host has no hook for `PreToolUse`")?;
                let fields = serde_json::json!({
                    "tool_name": "Bash", "tool_input": input, "tool_use_id": tool_use_id,
                });
                let Value::Object(fields) = fields else { return Err("no fields".to_owned()) };
                let input = HookInput {
                    session_id: SESSION,
                    transcript_path: "/home/dev/.claude/projects/-home-dev-project/session.jsonl",
                    cwd: "/home/dev/project",
                    prompt_id: Some(SESSION),
                    permission_mode: Some("default"),
                    effort: None,
                    hook_event_name: "PreToolUse",
                    fields,
                };
                let subtype = "hook_callback";
                let request = HookCallback { subtype, callback_id: hook, input, tool_use_id };
                frame::line(&ControlRequest::new(id, request))
            }
        })
    }

    /// When the reply arrived.
    fn answer(&mut self, kind: RequestKind, id: &str) -> Result<Instant, String> {
        loop {
            let line = self.wire.read()?;
            let answered = Instant::now();
            let Some(line) = line else {
                return Err("the host closed stdin while an answer was missing".to_owned());
            };
            match Answer::of(line)? {
                Some(answer) => {
                    answer.check(kind, id)?;
                    return Ok(answered);
                }
                None => self.kept.push(String::from_utf8_lossy(line).into_owned()),
            }
        }
    }
}

const INPUT: &str = r#"{"command":"touch q","description":"Makes an empty file"}"#;
const SESSION: &str = "5b0c1e32-6f6e-4a0f-9d0b-2f6f6a1f9a10";
const ID: &str = "00000000-0000-4000-8000-";
