//! The CLI, played by a text: what it expects on stdin, and what it writes.
//!
//! ```text
//! # a comment
//! -> {"type":"user","uuid":"$a"}     the SDK writes a line that holds at least this; `$a` is kept
//! -> prompt $a TEXT                  the same for a prompt, a request and an answer
//! -> request $r SUBTYPE {...}
//! -> answer ID {...}                 this body and nothing more
//! -> refusal ID TEXT
//! -> eof                             the SDK closes stdin
//! -> TERM                            ... sends a signal
//! <- {"type":"system"}               the CLI writes a line; `$a` is replaced
//! <- init | running | idle           well-known lines
//! <- started $a | queued $a | completed $a | cancelled $a
//! <- say TEXT
//! <- delta TEXT
//! <- call ID TOOL                     the model calls a tool; `in PARENT ID TOOL` for a subagent
//! <- return ID                        its result
//! <- task ID CALL [KIND [front]]      a task begins, by default an agent in the background
//! <- update ID STATUS | notify ID STATUS
//! <- result $a,$b TEXT               `-` names no prompt; `failed` instead of `result`
//! <- ask ID {...}                    a control request
//! <- withdraw ID
//! <- success $r {...}
//! <- error $r CODE TEXT
//! <- raw TEXT                        any other line
//! <- torn TEXT                       a last line without its end
//! <- oversized TEXT                  a line over the limit
//! <- flood 1000                      begins to write so many deltas of 64 KiB beside the rest
//! <- drain                           the flood comes before what follows
//! <- eof | broken                    stdout ends, in order or not
//! <- lost [ended]                    the connection is lost; the CLI is known to have ended
//! <- exit 1 STDERR
//! .. 5s                              time passes
//! ==                                 waits for the test, see `Cli::meet`
//! ```
//!
//! A line that differs fails the test and says where.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, ProtocolError};
use claude_transport::memory::{self, MemoryCli, MemoryHost};
use claude_transport::{Signal, Transport};
use serde_json::{Value, json};
use tokio::sync::{Barrier, mpsc};
use tokio::task::JoinHandle;

use crate::stage::{MARK, Stage, failure};

/// The handshake that most scripts begin with.
pub(crate) const HANDSHAKE: &str = r#"
    -> request $init initialize {}
    <- success $init {"current_permission_mode":"default","hooks_applied":true}
"#;

/// The key of a pattern that allows no other fields.
const EXACTLY: &str = "$exactly";

/// A CLI that follows a script.
pub(crate) struct Cli {
    task: Option<JoinHandle<MemoryCli>>,
    near: Option<MemoryHost>,
    barrier: Arc<Barrier>,
}

/// A connection after the handshake, to a CLI that continues with `script`.
pub(crate) async fn session(script: &str) -> (Connection, Cli) {
    session_with(ConnectionOptions::default(), script).await
}

/// The same as [`session`], with options.
pub(crate) async fn session_with(options: ConnectionOptions, script: &str) -> (Connection, Cli) {
    let mut cli = Cli::play(&format!("{HANDSHAKE}{script}"));
    let connection = cli.open(options).await.unwrap();
    (connection, cli)
}

/// A connection after the handshake, and the far end for the test to control.
pub(crate) async fn by_hand(
    options: ConnectionOptions,
    capacity: usize,
) -> (Connection, MemoryCli) {
    let pair = memory::pair_with_capacity(capacity);
    let mut cli = Cli::play_on(pair, HANDSHAKE);
    let connection = cli.open(options).await.unwrap();
    (connection, cli.done().await)
}

impl Cli {
    /// Starts a script without a handshake in front of it.
    pub(crate) fn play(script: &str) -> Self {
        Self::play_on(memory::pair(), script)
    }

    pub(crate) fn play_on((near, far): (MemoryHost, MemoryCli), script: &str) -> Self {
        let barrier = Arc::new(Barrier::new(2));
        let play =
            Play { far, names: BTreeMap::new(), barrier: Arc::clone(&barrier), failure: failure() };
        let steps = script.lines().map(|line| line.trim().to_owned()).enumerate().collect();
        Self { task: Some(tokio::spawn(play.run(steps))), near: Some(near), barrier }
    }

    /// The end of the SDK. It can be taken once.
    pub(crate) fn transport(&mut self) -> Box<dyn Transport> {
        Box::new(Stage(self.near.take().unwrap()))
    }

    pub(crate) async fn open(
        &mut self,
        options: ConnectionOptions,
    ) -> Result<Connection, ProtocolError> {
        Connection::open(self.transport(), options).await
    }

    /// Lets the script continue after `==`.
    pub(crate) async fn meet(&self) {
        self.barrier.wait().await;
    }

    /// Waits for the end of the script. The test can then control the far end.
    pub(crate) async fn done(mut self) -> MemoryCli {
        self.task.take().unwrap().await.unwrap()
    }
}

impl Drop for Cli {
    fn drop(&mut self) {
        let forgotten = self.task.is_some() && !std::thread::panicking();
        assert!(!forgotten, "the test must wait for its script with `done`");
    }
}

struct Play {
    far: MemoryCli,
    names: BTreeMap<String, String>,
    barrier: Arc<Barrier>,
    failure: mpsc::UnboundedSender<String>,
}

impl Play {
    async fn run(mut self, steps: Vec<(usize, String)>) -> MemoryCli {
        for (number, step) in steps {
            if let Err(why) = self.step(&step).await {
                // Keep the far end open, so that the test fails with this message and not with an
                // exit.
                let _ = self.failure.send(format!("line {number} of the script: {step}\n{why}"));
                std::future::pending::<()>().await;
            }
        }
        self.far
    }

    async fn step(&mut self, step: &str) -> Result<(), String> {
        match step.split_at_checked(2) {
            None => Ok(()),
            Some(("->", expected)) => self.expect(expected.trim()).await,
            Some(("<-", line)) => {
                self.write(line.trim()).await;
                Ok(())
            }
            Some(("..", time)) => {
                let seconds = time.trim().strip_suffix('s').unwrap().parse().unwrap();
                tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
                Ok(())
            }
            Some(("==", _)) => {
                self.barrier.wait().await;
                Ok(())
            }
            Some((start, _)) if start.starts_with('#') => Ok(()),
            Some(_) => Err("is no step".into()),
        }
    }

    async fn expect(&mut self, expected: &str) -> Result<(), String> {
        if let Some(signal) = signal(expected) {
            let sent = self.far.next_signal().await;
            return if sent == Some(signal) { Ok(()) } else { Err(format!("sent was {sent:?}")) };
        }
        let written = self.far.next_line().await;
        if expected == "eof" {
            return written.map_or(Ok(()), |line| Err(format!("the SDK wrote: {line}")));
        }
        let Some(written) = written else {
            return Err("the SDK has closed stdin".into());
        };
        let pattern = pattern(expected);
        let value: Value = serde_json::from_str(&written)
            .map_err(|error| format!("the SDK wrote no JSON ({error}): {written}"))?;
        self.matches("", &pattern, &value)
            .map_err(|why| format!("{why}\nexpected: {pattern}\nwritten:  {value}"))
    }

    /// Returns whether the value contains everything in the pattern. Stores the values that have a
    /// name.
    fn matches(&mut self, at: &str, pattern: &Value, value: &Value) -> Result<(), String> {
        if let Some(exactly) = pattern.get(EXACTLY) {
            let same = exactly == value;
            return if same { Ok(()) } else { Err(format!("at {at}: {value} is not {exactly}")) };
        }
        match (pattern, value) {
            (Value::Object(pattern), Value::Object(value)) => {
                for (key, pattern) in pattern {
                    let value = value.get(key).unwrap_or(&Value::Null);
                    self.matches(&format!("{at}/{key}"), pattern, value)?;
                }
                Ok(())
            }
            (Value::Array(pattern), Value::Array(value)) if pattern.len() == value.len() => {
                let mut both = pattern.iter().zip(value).enumerate();
                both.try_for_each(|(n, (pattern, value))| {
                    self.matches(&format!("{at}/{n}"), pattern, value)
                })
            }
            (Value::String(name), Value::String(value)) if name.starts_with('$') => {
                let known = self.names.entry(name.clone()).or_insert_with(|| value.clone());
                if known == value { Ok(()) } else { Err(format!("at {at}: {name} is {known}")) }
            }
            _ if pattern == value => Ok(()),
            _ => Err(format!("at {at}: {value} instead of {pattern}")),
        }
    }

    async fn write(&mut self, line: &str) {
        let line = self.fill_in(line);
        let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match word {
            "raw" => self.far.send(rest).await,
            "torn" => self.far.send_bytes(rest.as_bytes()).await,
            "oversized" | "eof" | "broken" | "lost" | "flood" | "drain" => {
                self.far.send(&format!("{MARK}{line}")).await;
            }
            "exit" => {
                let (code, stderr) = rest.split_once(' ').unwrap_or((rest, ""));
                self.far.exit(code.parse().unwrap(), stderr);
            }
            _ => self.far.send(&frame(&line).to_string()).await,
        }
    }

    /// Replaces names by the stored values, the longest names first.
    fn fill_in(&self, line: &str) -> String {
        let mut names: Vec<_> = self.names.iter().collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names.iter().fold(line.to_owned(), |line, (name, value)| line.replace(*name, value))
    }
}

fn signal(name: &str) -> Option<Signal> {
    match name {
        "TERM" => Some(Signal::Terminate),
        "KILL" => Some(Signal::Kill),
        _ => None,
    }
}

/// The pattern of a `->` line.
fn pattern(line: &str) -> Value {
    if line.starts_with('{') {
        return json_of(line);
    }
    let (word, id, rest) = words(line);
    match word {
        "prompt" => {
            json!({ "type": "user", "uuid": id, "message": { "role": "user", "content": rest } })
        }
        "request" => {
            let (subtype, body) = rest.split_once(' ').unwrap_or((rest, "{}"));
            let mut request = json_of(body);
            request["subtype"] = subtype.into();
            json!({ "type": "control_request", "request_id": id, "request": request })
        }
        "answer" => json!({ "type": "control_response", "response": {
            "subtype": "success", "request_id": id, "response": { EXACTLY: json_of(rest) } } }),
        "refusal" => json!({ "type": "control_response", "response": {
            "subtype": "error", "request_id": id, "error": rest } }),
        _ => panic!("no such step: -> {line}"),
    }
}

/// The frame of a `<-` line.
pub(crate) fn frame(line: &str) -> Value {
    if line.starts_with('{') {
        return json_of(line);
    }
    let (word, id, rest) = words(line);
    match word {
        "init" => {
            json!({ "type": "system", "subtype": "init", "session_id": "s", "permissionMode": "default" })
        }
        "running" | "idle" => json!({ "type": "system", "subtype": "session_state_changed",
            "state": word, "sdk_host_only": true }),
        "queued" | "started" | "completed" | "cancelled" => json!({ "type": "command_lifecycle",
            "command_uuid": id, "state": word }),
        "say" => json!({ "type": "assistant", "message": { "content": [
            { "type": "text", "text": format!("{id} {rest}").trim() }] } }),
        "call" => json!({ "type": "assistant", "parent_tool_use_id": null, "message": {
            "id": "msg", "content": [{ "type": "tool_use", "id": id, "name": rest, "input": {} }] } }),
        "in" => {
            let (call, name) = rest.split_once(' ').unwrap();
            json!({ "type": "assistant", "parent_tool_use_id": id, "message": {
                "id": "sub", "content": [
                    { "type": "tool_use", "id": call, "name": name, "input": {} }] } })
        }
        "return" => json!({ "type": "user", "parent_tool_use_id": null, "message": {
            "content": [{ "type": "tool_result", "tool_use_id": id, "content": "x" }] } }),
        "task" => {
            let (call, rest) = rest.split_once(' ').unwrap_or((rest, "local_agent"));
            let (kind, front) = rest.split_once(' ').unwrap_or((rest, ""));
            json!({ "type": "system", "subtype": "task_started", "task_id": id,
                "tool_use_id": call, "task_type": kind, "description": id,
                "is_backgrounded": front.is_empty() })
        }
        "update" => json!({ "type": "system", "subtype": "task_updated", "task_id": id,
            "patch": { "status": rest } }),
        "notify" => json!({ "type": "system", "subtype": "task_notification", "task_id": id,
            "status": rest, "usage": { "total_tokens": 100, "tool_uses": 1 } }),
        "delta" => {
            json!({ "type": "stream_event", "event": { "type": "content_block_delta", "index": 0,
            "delta": { "type": "text_delta", "text": format!("{id} {rest}").trim() } } })
        }
        "result" | "failed" => {
            let mut result = json!({ "type": "result", "subtype": "success", "is_error": word == "failed",
                "result": rest });
            if id != "-" {
                let ids: Vec<_> = id.split(',').collect();
                result["user_message_uuid"] = ids[ids.len() - 1].into();
                result["user_message_uuids"] = json!(ids);
            }
            result
        }
        "ask" => json!({ "type": "control_request", "request_id": id, "request": json_of(rest) }),
        "withdraw" => json!({ "type": "control_cancel_request", "request_id": id }),
        "success" => {
            let mut response = json!({ "subtype": "success", "request_id": id });
            if !rest.is_empty() {
                response["response"] = json_of(rest);
            }
            json!({ "type": "control_response", "response": response })
        }
        "error" => {
            let (code, text) = rest.split_once(' ').unwrap();
            json!({ "type": "control_response", "response": { "subtype": "error", "request_id": id,
                "error": text, "error_code": code } })
        }
        _ => panic!("no such step: <- {line}"),
    }
}

fn words(line: &str) -> (&str, &str, &str) {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (id, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    (word, id, rest)
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}
