//! Input: the lines of the host.

use serde::Serialize;
use serde_json::{Value, json};

use super::play::{Engine, PendingRequest, RequestKind, Wait};
use super::prompt::Prompt;
use crate::frame::{ControlRequest, uuid};

impl Engine {
    pub(super) fn input(&mut self, line: &str) {
        let Ok(frame) = serde_json::from_str::<Value>(line) else {
            let length = line.chars().count();
            return self.die(&format!(
                "Error parsing streaming input line (type=unknown, {length} chars): SyntaxError"
            ));
        };
        match frame["type"].as_str() {
            Some("user") => self.user(&frame),
            Some("control_request") => self.control_request(&frame),
            Some("control_response") => self.control_response(&frame),
            // The CLI ignores unknown lines.
            _ => {}
        }
    }

    fn user(&mut self, frame: &Value) {
        let message = &frame["message"];
        if !message.is_object() {
            return self.die("Error: Missing message on user message");
        }
        let role = message["role"].as_str().unwrap_or("undefined");
        if role != "user" {
            return self.die(&format!("Error: Expected message role 'user', got '{role}'"));
        }
        let uuid = frame["uuid"].as_str().map(str::to_owned);
        if let Some(uuid) = &uuid {
            let is_known = self.known_prompts.contains(uuid);
            if !is_known {
                self.known_prompts.push(uuid.clone());
            }
            // The CLI does not run a prompt again. It reports that once, and only for a prompt of an
            // earlier process.
            if is_known || self.delivered_prompts.contains(uuid) {
                if !is_known {
                    self.lifecycle(Some(uuid), "completed");
                }
                return;
            }
            self.delivered_prompts.push(uuid.clone());
        }
        // The CLI is idle until a prompt arrives, and again when none is left.
        if self.turn.is_none() && self.prompts.is_empty() {
            self.state("running");
        }
        self.lifecycle(uuid.as_deref(), "queued");
        self.prompts.push_back(Prompt {
            uuid,
            content: message["content"].clone(),
            mid_turn: self.turn.is_some(),
            folded: false,
        });
        match self.wait {
            Wait::Prompt => self.wait = Wait::Nothing,
            Wait::Queued(count) if self.prompts.len() >= count => self.wait = Wait::Nothing,
            _ => {}
        }
    }

    fn control_request(&mut self, frame: &Value) {
        let request = &frame["request"];
        let Some(subtype) = request["subtype"].as_str() else {
            return self.die("Error: Missing request on control_request");
        };
        let request_id = frame["request_id"].as_str().unwrap_or_default();
        self.seen.push(subtype.to_owned());
        self.control(request_id, subtype, request);
        if matches!(&self.wait, Wait::Control(awaited) if awaited == subtype) {
            self.wait = Wait::Nothing;
        }
    }

    fn control_response(&mut self, frame: &Value) {
        if self.setup.replay_user_messages {
            self.send(frame);
        }
        let response = &frame["response"];
        let Some(request_id) = response["request_id"].as_str() else { return };
        let Some(index) = self.pending.iter().position(|asked| asked.request_id == request_id)
        else {
            return;
        };
        let PendingRequest { kind, .. } = self.pending.remove(index);
        let answer = if response["subtype"] == "error" {
            Err(format!("Error: {}", response["error"].as_str().unwrap_or_default()))
        } else {
            Ok(response["response"].clone())
        };
        self.answered(&kind, answer);
        self.settle();
    }

    fn answered(&mut self, kind: &RequestKind, answer: Result<Value, String>) {
        match kind {
            RequestKind::Hook(hook) => self.hook_answer(hook, answer),
            RequestKind::Permission => self.permission_answer(answer),
            RequestKind::McpTools(server) => self.tools_answer(*server, &answer),
            RequestKind::McpCall => {
                // An error of the host becomes the error of the tool, unchanged.
                let bare = |error: String| error.trim_start_matches("Error: ").to_owned();
                self.call_answer(answer.map_err(bare));
            }
        }
    }

    /// Sends a control request to the host, and waits for its reply.
    pub(super) fn ask(&mut self, kind: RequestKind, request: impl Serialize) {
        let request_id = uuid();
        self.send(&ControlRequest::new(&request_id, request));
        self.pending.push(PendingRequest { request_id, kind });
        self.wait = Wait::Answers;
    }

    /// Fails all open requests: the host has closed stdin and will not reply.
    pub(super) fn fail_requests(&mut self) {
        for PendingRequest { kind, .. } in std::mem::take(&mut self.pending) {
            let error = match kind {
                // A hook that cannot answer any more says nothing.
                RequestKind::Hook(_) => {
                    self.answered(&kind, Ok(json!({})));
                    continue;
                }
                RequestKind::McpCall => {
                    "The tool call was interrupted before a result was received."
                }
                _ => "AbortError: Tool permission stream closed before response received",
            };
            self.answered(&kind, Err(error.to_owned()));
        }
        self.settle();
    }

    fn settle(&mut self) {
        if self.wait == Wait::Answers && self.pending.is_empty() {
            self.wait = Wait::Nothing;
        }
    }
}
