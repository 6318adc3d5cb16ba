//! Mock: `mock-claude` as a process, driven line by line.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// A running mock.
struct Mock {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

const PLAIN: [(&str, &str); 0] = [];

impl Mock {
    fn start(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the mock is tested without the transport")]
        let mut child = Command::new(env!("CARGO_BIN_EXE_mock-claude"))
            .args(["--output-format", "stream-json", "--verbose", "--input-format", "stream-json"])
            .args(arguments)
            .env_clear()
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().unwrap());
        Self { child, stdin, stdout: BufReader::new(stdout) }
    }

    fn send(&mut self, line: &Value) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    fn prompt(&mut self, text: &str) {
        self.send(&json!({"type": "user", "message": {"role": "user", "content": text}}));
    }

    fn answer(&mut self, request: &Value, response: &Value) {
        let id = &request["request_id"];
        let response = json!({"subtype": "success", "request_id": id, "response": response});
        self.send(&json!({"type": "control_response", "response": response}));
    }

    fn request(&mut self, request: &Value) -> Value {
        self.send(&json!({"type": "control_request", "request_id": "r", "request": request}));
        self.until("control_response").pop().unwrap()["response"].clone()
    }

    fn raw_line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line
    }

    fn line(&mut self) -> Value {
        let line = self.raw_line();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    /// All lines up to the first of this type or subtype.
    fn until(&mut self, kind: &str) -> Vec<Value> {
        let mut lines = Vec::new();
        loop {
            let line = self.line();
            let found = line["type"] == kind || line["subtype"] == kind;
            lines.push(line);
            if found {
                return lines;
            }
        }
    }

    /// Closes stdin. Returns the exit code, the rest of stdout, and stderr.
    fn close(mut self) -> (Option<i32>, String, String) {
        drop(self.stdin.take());
        let (mut rest, mut stderr) = (String::new(), String::new());
        self.stdout.read_to_string(&mut rest).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code(), rest, stderr)
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // The mock may already have exited. In both cases no process is left.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The kinds of the lines, in one word each.
fn kinds(lines: &[Value]) -> Vec<String> {
    let kind = |line: &Value| {
        let word = |field: &str| line[field].as_str().unwrap_or_default().to_owned();
        match word("type").as_str() {
            "system" => [word("subtype"), word("state")].concat(),
            "command_lifecycle" => word("state"),
            "stream_event" => line["event"]["type"].as_str().unwrap().to_owned(),
            other => other.to_owned(),
        }
    };
    lines.iter().map(kind).collect()
}

#[test]
fn the_version_is_that_of_the_cli_it_plays() {
    #[expect(clippy::disallowed_methods, reason = "the mock is tested without the transport")]
    let output = Command::new(env!("CARGO_BIN_EXE_mock-claude")).arg("--version").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "2.1.332 (Claude Code)\n");
}

#[test]
fn initialize_returns_mode_version_and_process() {
    let mut mock = Mock::start(&["--permission-mode", "plan"], &PLAIN);
    let answer = mock.request(&json!({"subtype": "initialize", "hooks": null}));
    assert_eq!(answer["subtype"], "success");
    let initialized = &answer["response"];
    assert_eq!(initialized["current_permission_mode"], "plan");
    assert_eq!(initialized["claude_code_version"], "2.1.332");
    assert_eq!(initialized["pid"], mock.child.id());
    assert!(
        initialized["commands"][0]["name"].is_string()
            && initialized["models"][0]["value"].is_string()
    );
    assert_eq!(mock.close(), (Some(0), String::new(), String::new()));
}

#[test]
fn a_prompt_with_a_uuid_gets_its_frames_in_the_order_of_the_cli() {
    let variables = [("CLAUDE_CODE_SDK_READS_SESSION_STATE", "1")];
    let mut mock = Mock::start(&["--include-partial-messages"], &variables);
    let uuid = "11111111-1111-4111-8111-000000000001";
    mock.send(&json!({
        "type": "user", "uuid": uuid, "session_id": "",
        "message": {"role": "user", "content": [{"type": "text", "text": "hello"}]},
    }));
    let mut lines = mock.until("session_state_changed");
    lines.extend(mock.until("session_state_changed"));
    assert_eq!(
        kinds(&lines),
        [
            "session_state_changedrunning",
            "queued",
            "started",
            "init",
            "status",
            "message_start",
            "content_block_start",
            "content_block_delta",
            "content_block_delta",
            "assistant",
            "content_block_stop",
            "message_delta",
            "message_stop",
            "result",
            "completed",
            "session_state_changedidle",
        ]
    );
    assert_eq!(lines[0]["sdk_host_only"], true);
    assert_eq!(lines[9]["message"]["content"][0]["text"], "You said: hello");
    assert_eq!(lines[9]["user_message_uuid"], uuid);
    let result = &lines[13];
    assert_eq!(result["user_message_uuids"], json!([uuid]));
    assert_eq!((&result["result_index"], &result["num_turns"]), (&json!(0), &json!(1)));
    assert_eq!(result["result"], "You said: hello");
    assert_eq!(mock.close().0, Some(0));
}

#[test]
fn the_type_of_a_result_is_in_the_middle_of_the_line() {
    let mut mock = Mock::start(&[], &PLAIN);
    mock.prompt("hello");
    assert!(mock.raw_line().starts_with(r#"{"type":"system","subtype":"init","cwd":"#));
    assert!(mock.raw_line().starts_with(r#"{"type":"assistant","message":{"id":"msg_"#));
    let result = mock.raw_line();
    assert!(result.starts_with(r#"{"duration_api_ms":"#), "{result}");
    assert!(
        result.contains(r#""ttft_ms":"#) && result.contains(r#","type":"result","duration_ms":"#)
    );
}

#[test]
fn a_tool_runs_when_the_host_allows_it_with_the_input_that_the_host_gives() {
    let variables =
        [("MOCK_CLAUDE_STEPS", r#"expect user; tool Bash {"b": 1, "a": 2}; text "Done.""#)];
    let mut mock = Mock::start(&["--permission-prompt-tool", "stdio"], &variables);
    mock.prompt("go");
    let lines = mock.until("control_request");
    assert_eq!(kinds(&lines), ["init", "assistant", "control_request"]);
    let request = &lines[2]["request"];
    assert_eq!(
        (&request["subtype"], &request["tool_name"]),
        (&json!("can_use_tool"), &json!("Bash"))
    );
    assert_eq!(request["tool_use_id"], lines[1]["message"]["content"][0]["id"]);
    mock.answer(&lines[2], &json!({"behavior": "allow", "updatedInput": {"command": "ls"}}));

    let lines = mock.until("result");
    assert_eq!(kinds(&lines), ["user", "assistant", "result"]);
    let block = &lines[0]["message"]["content"][0];
    assert_eq!(block["content"], r#"ran Bash with {"command":"ls"}"#);
    assert_eq!(block["is_error"], false);
    assert_eq!(lines[2]["num_turns"], 2);
    assert_eq!(lines[2]["permission_denials"], json!([]));
}

#[test]
fn a_tool_does_not_run_when_the_host_denies_it() {
    let mut mock = Mock::start(&["--permission-prompt-tool", "stdio"], &PLAIN);
    mock.prompt("use a tool");
    let lines = mock.until("control_request");
    mock.answer(&lines[2], &json!({"behavior": "deny", "message": "no way"}));
    let lines = mock.until("result");
    let block = &lines[0]["message"]["content"][0];
    assert_eq!((&block["content"], &block["is_error"]), (&json!("no way"), &json!(true)));
    assert_eq!(lines[1]["message"]["content"][0]["text"], "The tool did not run: no way");
    assert_eq!(lines[2]["permission_denials"][0]["tool_name"], "Bash");
    assert_eq!(lines[2]["is_error"], false);

    mock.prompt("use a tool");
    let lines = mock.until("control_request");
    mock.answer(&lines[2], &json!({"behavior": "deny", "message": "stop", "interrupt": true}));
    let result = mock.until("result").pop().unwrap();
    assert_eq!(result["terminal_reason"], "aborted_tools");
    assert_eq!(result["result_index"], 1);
    assert_eq!(mock.close().0, Some(1), "the last result was an error");
}

#[test]
fn registered_hooks_are_called() {
    let mut mock = Mock::start(&["--permission-prompt-tool", "stdio"], &PLAIN);
    let hooks = json!({
        "PreToolUse": [{"matcher": "Bash", "hookCallbackIds": ["pre"]}],
        "Stop": [{"matcher": null, "hookCallbackIds": ["stop"]}],
    });
    let answer = mock.request(&json!({"subtype": "initialize", "hooks": hooks}));
    assert_eq!(answer["response"]["hooks_applied"], true);
    mock.prompt("use a tool");
    let asked = mock.until("control_request").pop().unwrap();
    assert_eq!(asked["request"]["callback_id"], "pre");
    assert_eq!(asked["request"]["input"]["tool_input"]["command"], "echo hi | tee log");
    let verdict = json!({"hookEventName": "PreToolUse", "permissionDecision": "deny",
        "permissionDecisionReason": "not now"});
    mock.answer(&asked, &json!({"hookSpecificOutput": verdict}));
    let lines = mock.until("control_request");
    assert_eq!(lines[0]["message"]["content"][0]["content"], "PreToolUse:Bash hook error: not now");
    assert_eq!(lines.last().unwrap()["request"]["callback_id"], "stop");
    mock.answer(lines.last().unwrap(), &json!({}));
    assert_eq!(kinds(&mock.until("result")), ["result"]);
}

#[test]
fn tools_of_the_host_run_in_the_host() {
    let variables = [("MOCK_CLAUDE_STEPS", r#"expect user; tool mcp__lab__echo {"text": "hi"}"#)];
    let config = r#"{"mcpServers":{"lab":{"type":"sdk","name":"lab"}}}"#;
    let arguments = ["--mcp-config", config, "--allowedTools", "mcp__lab"];
    let mut mock = Mock::start(&arguments, &variables);
    mock.send(&json!({"type": "control_request", "request_id": "r",
        "request": {"subtype": "initialize"}}));
    let greeting = mock.until("control_response");
    assert_eq!(greeting[0]["request"]["message"]["method"], "initialize");
    mock.prompt("go");
    let lines = [mock.line(), mock.line()];
    let methods: Vec<_> = lines.iter().map(|line| &line["request"]["message"]["method"]).collect();
    assert_eq!(methods, ["notifications/initialized", "tools/list"]);
    let tools = json!({"jsonrpc": "2.0", "id": 1, "result": {"tools": [{"name": "echo"}]}});
    mock.answer(&lines[1], &json!({"mcp_response": tools}));
    let lines = mock.until("control_request");
    assert!(lines[0]["tools"].as_array().unwrap().contains(&json!("mcp__lab__echo")));
    let call = lines.last().unwrap();
    assert_eq!(call["request"]["message"]["params"]["arguments"], json!({"text": "hi"}));
    let content = json!([{"type": "text", "text": "echo: hi"}]);
    mock.answer(call, &json!({"mcp_response": {"result": {"content": content}}}));
    assert_eq!(mock.line()["message"]["content"][0]["content"], content);
}

#[test]
fn an_interrupt_ends_the_turn_and_the_next_one_works() {
    let steps = "expect user; hang; text \"never\"; expect user; text \"next\"";
    let mut mock = Mock::start(&[], &[("MOCK_CLAUDE_STEPS", steps)]);
    mock.send(&json!({"type": "user", "uuid": "u1", "message": {"role": "user", "content": "a"}}));
    mock.until("init");
    mock.send(&json!({"type": "user", "uuid": "u2", "message": {"role": "user", "content": "b"}}));
    mock.line();
    let answer = mock.request(&json!({"subtype": "interrupt"}));
    assert_eq!(answer["response"], json!({"still_queued": ["u2"]}));
    let lines = mock.until("result");
    assert_eq!(lines[0]["message"]["content"][0]["text"], "[Request interrupted by user]");
    let result = &lines[1];
    assert_eq!(
        (&result["subtype"], &result["is_error"]),
        (&json!("error_during_execution"), &json!(true))
    );
    let lines = mock.until("result");
    assert_eq!(kinds(&lines), ["cancelled", "started", "init", "assistant", "result"]);
    assert_eq!(
        mock.request(&json!({"subtype": "interrupt"}))["response"],
        json!({"still_queued": []})
    );
}

#[test]
fn prompts_sent_during_a_turn_share_the_next() {
    let steps = "expect user; expect queued 2; text \"one\"; expect user; text \"both\"";
    let mut mock = Mock::start(&[], &[("MOCK_CLAUDE_STEPS", steps)]);
    for (uuid, text) in [("u1", "a"), ("u2", "b"), ("u3", "c")] {
        mock.send(
            &json!({"type": "user", "uuid": uuid, "message": {"role": "user", "content": text}}),
        );
    }
    assert_eq!(mock.until("result").pop().unwrap()["user_message_uuids"], json!(["u1"]));
    let second = mock.until("result").pop().unwrap();
    assert_eq!(second["user_message_uuid"], "u3");
    assert_eq!(second["user_message_uuids"], json!(["u2", "u3"]));
}

#[test]
fn settings_requests_are_answered_as_by_the_cli() {
    let mut mock = Mock::start(&[], &PLAIN);
    let answer = mock.request(&json!({"subtype": "set_permission_mode", "mode": "acceptEdits"}));
    assert_eq!(answer["response"], json!({"mode": "acceptEdits"}));
    assert_eq!(mock.line()["permissionMode"], "acceptEdits");
    let answer = mock.request(&json!({"subtype": "set_permission_mode", "mode": "bogus"}));
    assert_eq!(answer["error_code"], "invalid_mode");
    let answer = mock.request(&json!({"subtype": "set_model", "model": "sonnet"}));
    assert_eq!(answer["response"], json!({"model": "claude-sonnet-5-5"}));
    let answer = mock.request(&json!({"subtype": "dance"}));
    assert_eq!(answer["error"], "Unsupported control request subtype: dance");
    assert_eq!(answer["error_code"], "unsupported_request");
    mock.prompt("x");
    let init = mock.until("init").pop().unwrap();
    assert_eq!(
        (&init["permissionMode"], &init["model"]),
        (&json!("acceptEdits"), &json!("claude-sonnet-5-5"))
    );
    assert_eq!(mock.request(&json!({"subtype": "end_session"}))["subtype"], "success");
    assert_eq!(mock.child.wait().unwrap().code(), Some(0), "with stdin still open");
}

#[test]
fn a_flood_has_the_requested_count_mean_size_and_frames() {
    let variables = [("MOCK_CLAUDE_FLOOD", "10000 300 mixed")];
    let mut mock = Mock::start(&[], &variables);
    mock.prompt("go");
    let (code, text, _) = mock.close();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((code, lines.len()), (Some(0), 10_002));
    let body = &lines[1..10_001];
    let mean = body.iter().map(|line| line.len() + 1).sum::<usize>() / body.len();
    assert!((290..=310).contains(&mean), "{mean}");
    assert!(lines[0].contains(r#""subtype":"init""#));
    assert!(lines[10_001].contains(r#""type":"result""#));
    let session = |line: &str| serde_json::from_str::<Value>(line).unwrap()["session_id"].clone();
    assert_eq!(session(lines[0]), session(lines[10_000]));
}

#[test]
fn faults_are_played_before_the_scenario() {
    let fault = |steps: &str| Mock::start(&[], &[("MOCK_CLAUDE_FAULT", steps)]);

    let (code, stdout, stderr) = fault("stderr \"boom\"; exit 1").close();
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (Some(1), "", "boom"));

    let mut noisy = fault("raw \"not JSON\\n\"; line-of 1000000");
    assert_eq!(noisy.raw_line(), "not JSON\n");
    assert_eq!(noisy.raw_line().len(), 1_000_000);
    assert_eq!(noisy.close().0, Some(0));

    let mut silent = fault("no-initialize");
    silent.send(&json!({"type": "control_request", "request_id": "i",
        "request": {"subtype": "initialize"}}));
    let answer = silent.request(&json!({"subtype": "interrupt"}));
    assert_eq!(answer["request_id"], "r", "the first answer is not that to initialize");

    let mut other = fault("mode bypassPermissions");
    let answer = other.request(&json!({"subtype": "initialize"}));
    assert_eq!(answer["response"]["current_permission_mode"], "bypassPermissions");
    other.prompt("x");
    assert_eq!(other.line()["permissionMode"], "bypassPermissions");
}

#[test]
fn a_closed_stdout_ends_the_stream_and_not_the_process() {
    let mut mock =
        Mock::start(&[], &[("MOCK_CLAUDE_STEPS", "expect user; close-stdout; result error")]);
    mock.prompt("x");
    mock.until("init");
    assert_eq!(mock.raw_line(), "");
    assert_eq!(mock.close().0, Some(1));
}

#[test]
fn much_stderr_blocks_until_it_is_read() {
    let mut mock = Mock::start(&[], &[("MOCK_CLAUDE_FAULT", "stderr-bytes 10_000_000")]);
    let mut stderr = mock.child.stderr.take().unwrap();
    mock.prompt("x");
    let mut noise = vec![0; 10_000_000];
    stderr.read_exact(&mut noise).unwrap();
    assert_eq!(kinds(&mock.until("result")), ["init", "assistant", "result"]);
}

#[test]
fn invalid_json_and_foreign_roles_are_fatal() {
    let mut mock = Mock::start(&[], &PLAIN);
    writeln!(mock.stdin.as_mut().unwrap(), "hello").unwrap();
    let (code, stdout, stderr) = mock.close();
    assert_eq!((code, stdout.as_str()), (Some(1), ""));
    assert!(stderr.starts_with("Error parsing streaming input line"), "{stderr}");

    let mut mock = Mock::start(&[], &PLAIN);
    mock.send(&json!({"type": "user", "message": {"role": "assistant", "content": "x"}}));
    assert!(mock.close().2.contains("Expected message role 'user', got 'assistant'"));
}

#[test]
fn the_end_of_input_fails_open_requests_and_the_turn_continues() {
    let mut mock = Mock::start(&["--permission-prompt-tool", "stdio"], &PLAIN);
    mock.prompt("use a tool");
    mock.until("control_request");
    let (code, rest, _) = mock.close();
    assert_eq!(code, Some(0));
    assert!(rest.contains("Tool permission stream closed before response received"), "{rest}");
    assert!(rest.lines().last().unwrap().contains(r#""subtype":"success""#));
}

#[cfg(unix)]
#[test]
fn sigterm_ends_it_with_the_code_of_the_cli_unless_it_is_ignored() {
    use rustix::process::{Pid, Signal, kill_process};

    let term = |mock: &Mock| {
        let pid = Pid::from_child(&mock.child);
        kill_process(pid, Signal::TERM).unwrap();
    };
    let mut mock = Mock::start(&[], &PLAIN);
    mock.request(&json!({"subtype": "initialize"}));
    term(&mock);
    assert_eq!(mock.child.wait().unwrap().code(), Some(143));

    let mut stubborn = Mock::start(&[], &[("MOCK_CLAUDE_FAULT", "ignore-term; no-exit")]);
    stubborn.request(&json!({"subtype": "initialize"}));
    term(&stubborn);
    stubborn.prompt("still there?");
    assert_eq!(kinds(&stubborn.until("result")), ["init", "assistant", "result"]);
    drop(stubborn.stdin.take());
    assert!(stubborn.child.try_wait().unwrap().is_none());
}

#[cfg(unix)]
#[test]
fn a_grandchild_outlives_its_parent_and_holds_stdout_open() {
    use rustix::process::{Pid, Signal, kill_process, test_kill_process};

    let mut mock = Mock::start(&[], &[("MOCK_CLAUDE_FAULT", "spawn-grandchild; exit 0")]);
    let mut stderr = BufReader::new(mock.child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    let pid: i32 = line.trim().strip_prefix("grandchild ").unwrap().parse().unwrap();
    let pid = Pid::from_raw(pid).unwrap();
    assert_eq!(mock.child.wait().unwrap().code(), Some(0));
    test_kill_process(pid).expect("it lives on");
    kill_process(pid, Signal::KILL).unwrap();
    assert_eq!(mock.raw_line(), "", "its end is the end of stdout");
}

#[test]
fn a_frozen_mock_answers_nothing_and_a_hanging_one_answers_requests() {
    let mut hanging =
        Mock::start(&[], &[("MOCK_CLAUDE_STEPS", "expect user; interrupt defer; hang")]);
    hanging.prompt("x");
    hanging.until("init");
    let answer = hanging.request(&json!({"subtype": "interrupt"}));
    assert_eq!(answer["subtype"], "success");
    drop(hanging.stdin.take());
    assert!(hanging.child.try_wait().unwrap().is_none(), "the turn has not ended");

    let mut frozen = Mock::start(&[], &[("MOCK_CLAUDE_STEPS", "stderr \"cold\\n\"; freeze")]);
    let mut stderr = BufReader::new(frozen.child.stderr.take().unwrap());
    stderr.read_line(&mut String::new()).unwrap();
    frozen.prompt("x");
    frozen.child.kill().unwrap();
    assert_eq!(frozen.raw_line(), "");
}

#[test]
fn a_subagent_has_its_own_task_and_messages() {
    let mut mock = Mock::start(
        &["--include-partial-messages"],
        &[("MOCK_CLAUDE_STEPS", r#"expect user; agent Plan "Plan it." => "Planned."; result"#)],
    );
    let initialize = json!({"subtype": "initialize", "forwardSubagentText": true});
    mock.request(&initialize);
    mock.prompt("x");
    let lines = mock.until("result");
    let call = lines.iter().find(|line| line["message"]["content"][0]["name"] == "Agent").unwrap();
    let id = &call["message"]["content"][0]["id"];
    let mine = lines.iter().filter(|line| line["parent_tool_use_id"] == *id);
    let mine: Vec<_> = mine.map(|line| (&line["type"], &line["subagent_type"])).collect();
    let types = ["user", "assistant", "user", "assistant"].map(Value::from);
    let plan = Value::from("Plan");
    assert_eq!(mine, types.each_ref().map(|kind| (kind, &plan)));
    let tasks = lines.iter().filter_map(|line| line["subtype"].as_str());
    let tasks: Vec<_> = tasks.filter(|subtype| subtype.starts_with("task_")).collect();
    let expected = ["task_started", "task_progress", "task_updated", "task_notification"];
    assert_eq!(tasks, expected);
    let result = &lines[lines.len() - 2]["message"]["content"][0];
    assert_eq!((&result["tool_use_id"], &result["content"][0]["text"]), (id, &"Planned.".into()));
}
