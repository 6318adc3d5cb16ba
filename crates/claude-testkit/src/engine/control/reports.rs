//! Reports: responses to the host's requests about the session, its files and its servers.

use serde_json::{Value, json};

use crate::engine::effect::Effect;
use crate::engine::play::Engine;
use crate::frame::{ControlResponse, catalog, cost};

impl Engine {
    /// The response to a request that asks about the session. Most figures are constants.
    pub(in crate::engine) fn report(&self, subtype: &str) -> Value {
        match subtype {
            "get_context_usage" => json!({
                "categories": [
                    {"id": "system_prompt", "name": "System prompt", "tokens": 2000,
                     "color": "promptBorder", "kind": "used"},
                    {"id": "messages", "name": "Messages", "tokens": self.calls * 120,
                     "color": "purple_FOR_SUBAGENTS_ONLY", "kind": "used"},
                ],
                "totalTokens": 2000 + self.calls * 120,
                "maxTokens": 1_000_000,
                "rawMaxTokens": 1_000_000,
                "percentage": 0,
                "gridRows": [],
                "model": self.setup.model,
                "memoryFiles": [],
                "mcpTools": [],
                "agents": [],
                "isAutoCompactEnabled": true,
                "apiUsage": null,
            }),
            "get_usage" => json!({
                "session": {
                    "total_cost_usd": cost(self.calls),
                    "total_api_duration_ms": self.calls * 20,
                    "total_duration_ms": self.calls * 20,
                    "total_lines_added": 0,
                    "total_lines_removed": 0,
                    "model_usage": {},
                },
                "subscription_type": null,
                "rate_limits_available": false,
                "rate_limits": null,
                "behaviors": null,
            }),
            "get_session_cost" => {
                json!({"text": format!("Estimated cost:        ${:.4}", cost(self.calls))})
            }
            "list_models" => json!({"models": catalog().0}),
            "get_settings" => json!({
                "effective": {},
                "sources": [],
                "served_settings_state": "ineligible",
                "applied": {"model": self.setup.model, "effort": "medium"},
            }),
            "list_permission_rules" => json!({"state": {
                "rules": [],
                "workspaceDirectories": [],
                "originalCwd": self.setup.cwd,
                "managedOnly": false,
            }}),
            "reload_plugins" => {
                let (_, commands, agents) = catalog();
                json!({
                    "commands": commands,
                    "agents": agents,
                    "plugins": [],
                    "mcpServers": [],
                    "error_count": 0,
                })
            }
            "reload_skills" => json!({"skills": []}),
            "reload_output_styles" => json!({"available_output_styles": ["default", "Concise"]}),
            "file_suggestions" => json!({"suggestions": [], "cwd": self.setup.cwd}),
            _ => json!({"exists": false}),
        }
    }

    /// Rewinds nothing: the mock changes no files. It knows which prompts have a checkpoint.
    pub(in crate::engine) fn rewind_files(&mut self, id: &str, request: &Value) {
        let is_dry = request["dry_run"] == true;
        let prompt = request["user_message_id"].as_str().unwrap_or_default();
        let is_known = self.known_prompts.iter().any(|known| known == prompt);
        match (self.setup.checkpoints, is_known, is_dry) {
            (false, _, true) => {
                let error = "File rewinding is not enabled.";
                self.succeed(id, Some(&json!({"canRewind": false, "error": error})));
            }
            (false, _, false) => self.fail(id, "File rewinding is not enabled.", None),
            (true, false, _) => {
                self.fail(id, "No file checkpoint found for this message.", None);
            }
            (true, true, true) => {
                let answer =
                    json!({"canRewind": true, "filesChanged": [], "insertions": 0, "deletions": 0});
                self.succeed(id, Some(&answer));
            }
            (true, true, false) => {
                self.succeed(id, Some(&json!({"canRewind": true, "skippedLinks": 0})));
            }
        }
    }

    /// Asks the environment for the file. The CLI refuses files outside of the working directory, and
    /// missing ones, with the same words.
    pub(in crate::engine) fn read_file(&mut self, id: &str, request: &Value) {
        let path = request["path"].as_str().unwrap_or_default().to_owned();
        let limit = request["max_bytes"].as_u64();
        let base64 = request["encoding"] == "base64";
        if base64 || !is_inside(&path, &self.setup.cwd) {
            return self.fail(id, &format!("read denied: {path}"), None);
        }
        let request_id = id.to_owned();
        let full =
            if path.starts_with('/') { path.clone() } else { format!("{}/{path}", self.setup.cwd) };
        self.files.push((request_id, path, limit));
        self.effect_of(Effect::Read(full));
    }

    /// Handles the contents of a file that [`Effect::Read`] has asked for, or `None` if it cannot be
    /// read.
    pub fn file(&mut self, path: &str, contents: Option<&str>) {
        if self.files.is_empty() {
            return;
        }
        let (request_id, requested, limit) = self.files.remove(0);
        let Some(contents) = contents else {
            let error = format!("read denied: {requested}");
            return self.send(&ControlResponse::error(&request_id, &error, None));
        };
        let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(usize::MAX);
        let mut end = contents.len().min(limit);
        while !contents.is_char_boundary(end) {
            end -= 1;
        }
        let mut answer = json!({
            "contents": &contents[..end],
            "absPath": path,
            "lossy": false,
            "requested_path": requested,
        });
        if end < contents.len() {
            answer["truncated"] = true.into();
        }
        self.succeed(&request_id, Some(&answer));
    }
}

/// Whether a path is in the working directory, by its text.
fn is_inside(path: &str, cwd: &str) -> bool {
    let is_up = path.split('/').any(|part| part == "..");
    let is_below = |path: &str| path.strip_prefix(cwd).is_some_and(|rest| rest.starts_with('/'));
    !is_up && (!path.starts_with('/') || is_below(path))
}
