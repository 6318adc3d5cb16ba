//! Callback calls: `mock-claude --hook-calls` and `--permission-calls`, which measure, with this
//! test as the host.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// The mock, and the ends of its pipes.
struct Host {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Host {
    /// A mock that has read the prompt.
    fn start(arguments: &[&str], initialize: Value) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the mock is tested without the transport")]
        let mut child = Command::new(env!("CARGO_BIN_EXE_mock-claude"))
            .args(arguments)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut host = Self { child, stdin, stdout: BufReader::new(stdout) };
        host.send(&json!({"type": "control_request", "request_id": "r", "request": initialize}));
        assert_eq!(host.line()["response"]["request_id"], "r");
        host.send(&json!({"type": "user", "message": {"role": "user", "content": "go"}}));
        host
    }

    fn send(&mut self, line: &Value) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    fn until(&mut self, kind: &str) -> Value {
        loop {
            let line = self.line();
            if line["type"] == kind {
                return line;
            }
        }
    }

    fn answer(&mut self, asked: &Value, body: &Value) {
        let response =
            json!({"subtype": "success", "request_id": asked["request_id"], "response": body});
        self.send(&json!({"type": "control_response", "response": response}));
    }

    /// Closes stdin. Returns the exit code and stderr.
    fn close(mut self) -> (Option<i32>, String) {
        drop(self.stdin.take());
        let (mut rest, mut stderr) = (String::new(), String::new());
        self.stdout.read_to_string(&mut rest).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code(), stderr)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // The mock may already have exited. In both cases no process is left.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn greeting() -> Value {
    json!({"subtype": "initialize", "hooks": {"PreToolUse": [{"hookCallbackIds": ["mine"]}]}})
}

fn assert_times(result: &Value, calls: u64) {
    let times: Value = serde_json::from_str(result["result"].as_str().unwrap()).unwrap();
    assert_eq!(times["calls"], calls);
    let of = |name: &str| times[name].as_u64().unwrap();
    assert!(0 < of("median_ns") && of("median_ns") <= of("p99_ns"), "{times}");
}

#[test]
fn permissions_are_requested_one_after_another() {
    let mut host = Host::start(&["--permission-calls", "3"], greeting());
    for number in 0..3 {
        let asked = host.until("control_request");
        assert_eq!(asked["request"]["subtype"], "can_use_tool");
        assert_eq!(asked["request"]["tool_use_id"], format!("toolu_{number:024}"));
        let input = &asked["request"]["input"];
        host.answer(&asked, &json!({"behavior": "allow", "updatedInput": input}));
    }
    assert_times(&host.until("result"), 3);
    assert_eq!(host.close(), (Some(0), String::new()));
}

#[test]
fn the_registered_hook_is_called() {
    let mut host = Host::start(&["--hook-calls", "2"], greeting());
    for _ in 0..2 {
        let asked = host.until("control_request");
        assert_eq!(asked["request"]["subtype"], "hook_callback");
        assert_eq!(asked["request"]["callback_id"], "mine");
        assert_eq!(asked["request"]["input"]["hook_event_name"], "PreToolUse");
        assert_eq!(asked["request"]["input"]["tool_name"], "Bash");
        host.answer(&asked, &json!({}));
    }
    assert_times(&host.until("result"), 2);
    assert_eq!(host.close(), (Some(0), String::new()));
}

#[test]
fn any_reply_other_than_allow_ends_the_mock() {
    let deny = json!({"behavior": "deny", "message": "no"});
    let block = json!({"decision": "block", "reason": "no"});
    for (flag, body) in [("--permission-calls", deny), ("--hook-calls", block)] {
        let mut host = Host::start(&[flag, "2"], greeting());
        let asked = host.until("control_request");
        host.answer(&asked, &body);
        let (code, stderr) = host.close();
        assert_eq!(code, Some(1));
        assert!(stderr.contains("answered 00000000-0000-4000-8000-000000000000 with"), "{stderr}");
    }
    let mut host = Host::start(&["--permission-calls", "1"], greeting());
    host.until("control_request");
    assert_eq!(host.close().0, Some(1), "a missing answer does, too");
    let host = Host::start(&["--hook-calls", "1"], json!({"subtype": "initialize"}));
    let (code, stderr) = host.close();
    assert_eq!((code, stderr.contains("no hook")), (Some(1), true), "{stderr}");
}
