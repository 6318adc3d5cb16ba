//! Simulated CLI: reads and writes lines, by hand or with [`Cli::serve`].

use claude_sdk::transport::Signal;
use claude_sdk::transport::memory::MemoryCli;
use serde_json::{Value, json};

/// The ID of a session that the CLI creates itself.
pub(crate) const SESSION: &str = "77777777-2222-4333-8444-555555555555";

/// The end of the CLI.
pub(crate) struct Cli {
    far: MemoryCli,
}

/// A prompt that the CLI read.
#[derive(Clone)]
pub(crate) struct Prompt {
    pub(crate) uuid: String,
    pub(crate) text: String,
}

impl Cli {
    pub(crate) fn new(far: MemoryCli) -> Self {
        Self { far }
    }

    /// The next line on stdin; `None` at its end.
    pub(crate) async fn line(&mut self) -> Option<Value> {
        let line = self.far.next_line().await?;
        Some(serde_json::from_str(&line).unwrap())
    }

    /// The next line on stdin, which must be of this type.
    pub(crate) async fn expect(&mut self, kind: &str) -> Value {
        let line = self.line().await.unwrap_or_else(|| panic!("stdin ended before {kind}"));
        assert_eq!(line["type"], kind, "{line}");
        line
    }

    pub(crate) async fn prompt(&mut self) -> Prompt {
        let line = self.expect("user").await;
        prompt(&line)
    }

    /// Reads a line as a prompt.
    pub(crate) fn read_prompt(line: &Value) -> Prompt {
        prompt(line)
    }

    /// A control request of this subtype: its id and its body.
    pub(crate) async fn request(&mut self, subtype: &str) -> (String, Value) {
        let mut line = self.expect("control_request").await;
        assert_eq!(line["request"]["subtype"], subtype, "{line}");
        (text(&line["request_id"]), line["request"].take())
    }

    pub(crate) async fn send(&mut self, line: Value) {
        self.far.send(&line.to_string()).await;
    }

    /// Writes a line that is not a frame.
    pub(crate) async fn text(&mut self, line: &str) {
        self.far.send(line).await;
    }

    pub(crate) async fn succeed(&mut self, id: &str, body: Value) {
        let response = json!({ "subtype": "success", "request_id": id, "response": body });
        self.send(json!({ "type": "control_response", "response": response })).await;
    }

    pub(crate) async fn refuse(&mut self, id: &str, why: &str) {
        let response = json!({ "subtype": "error", "request_id": id, "error": why });
        self.send(json!({ "type": "control_response", "response": response })).await;
    }

    /// Completes the handshake. Returns the request.
    pub(crate) async fn handshake(&mut self) -> Value {
        self.handshake_in("default").await
    }

    pub(crate) async fn handshake_in(&mut self, mode: &str) -> Value {
        let (id, request) = self.request("initialize").await;
        let answer = json!({
            "current_permission_mode": mode, "hooks_applied": true,
            "claude_code_version": "2.1.329",
        });
        self.succeed(&id, answer).await;
        request
    }

    pub(crate) async fn init(&mut self) {
        self.send(json!({
            "type": "system", "subtype": "init", "session_id": SESSION,
            "permissionMode": "default", "model": "fake", "tools": [], "uuid": "init",
        }))
        .await;
    }

    pub(crate) async fn say(&mut self, text: &str) {
        self.send(json!({
            "type": "assistant", "session_id": SESSION, "uuid": "said",
            "message": {
                "role": "assistant", "model": "fake", "id": "msg_1",
                "content": [{ "type": "text", "text": text }],
            },
        }))
        .await;
    }

    /// Writes the result of these prompts.
    pub(crate) async fn result(&mut self, prompts: &[&Prompt], text: &str) {
        self.end(prompts, json!({ "subtype": "success", "is_error": false, "result": text })).await;
    }

    /// The same with additional fields.
    pub(crate) async fn end(&mut self, prompts: &[&Prompt], fields: Value) {
        let uuids: Vec<_> = prompts.iter().map(|prompt| prompt.uuid.as_str()).collect();
        let mut line = json!({
            "type": "result", "session_id": SESSION, "uuid": "end", "num_turns": 1,
            "user_message_uuid": uuids.last(), "user_message_uuids": uuids,
        });
        line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.send(line).await;
    }

    /// Writes a complete turn, from its first frame to its result.
    pub(crate) async fn answer(&mut self, prompt: &Prompt, text: &str) {
        self.init().await;
        self.say(text).await;
        self.result(&[prompt], text).await;
    }

    /// Sends a control request to the SDK, and waits for the body or the error of its reply.
    pub(crate) async fn ask(&mut self, id: &str, request: Value) -> Result<Value, String> {
        self.send(json!({ "type": "control_request", "request_id": id, "request": request })).await;
        self.answered(id).await
    }

    /// Waits for the reply to a request of ours.
    pub(crate) async fn answered(&mut self, id: &str) -> Result<Value, String> {
        let mut line = self.expect("control_response").await;
        let response = &mut line["response"];
        assert_eq!(response["request_id"], id, "{response}");
        match response["subtype"].as_str() {
            Some("success") => Ok(response["response"].take()),
            _ => Err(text(&response["error"])),
        }
    }

    /// Waits until stdin is closed; no line may come before.
    pub(crate) async fn eof(&mut self) {
        let line = self.line().await;
        assert_eq!(line, None, "expected the end of stdin");
    }

    pub(crate) fn exit(&mut self, code: i32, stderr: &str) {
        self.far.exit(code, stderr);
    }

    /// Exits as the CLI does: with code 0 when stdin closes.
    pub(crate) async fn finish(mut self) {
        self.eof().await;
        self.exit(0, "");
    }

    pub(crate) async fn signal(&mut self) -> Option<Signal> {
        self.far.next_signal().await
    }

    /// A well-behaved CLI: echoes each prompt, grants each request, and exits when stdin closes.
    pub(crate) async fn serve(mut self) {
        self.handshake().await;
        self.serve_on().await;
    }

    /// The same, after the handshake.
    pub(crate) async fn serve_on(mut self) {
        while let Some(line) = self.line().await {
            match line["type"].as_str() {
                Some("user") => {
                    let prompt = prompt(&line);
                    self.answer(&prompt, &format!("echo: {}", prompt.text)).await;
                }
                Some("control_request") => {
                    self.succeed(&text(&line["request_id"]), json!({})).await;
                }
                other => panic!("{other:?}"),
            }
        }
        self.exit(0, "");
    }
}

fn prompt(line: &Value) -> Prompt {
    let content = &line["message"]["content"];
    Prompt {
        uuid: text(&line["uuid"]),
        text: content.as_str().map_or(content.to_string(), Into::into),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
