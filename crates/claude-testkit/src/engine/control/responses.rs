//! Control requests of the host, and their responses.

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::play::{Engine, Wait};
use crate::engine::requests::{Hooks, Server};
use crate::engine::setup::is_schema;
use crate::frame::{ControlResponse, DEFAULT_MODEL, Initialized, ReplayedUser, VERSION, resolve};

const MODES: [&str; 6] = ["acceptEdits", "auto", "bypassPermissions", "default", "dontAsk", "plan"];

impl Engine {
    pub(in crate::engine) fn control(&mut self, id: &str, subtype: &str, request: &Value) {
        match subtype {
            "initialize" => self.initialize(id, request),
            "interrupt" => self.interrupt(id, request),
            "set_model" => self.set_model(id, request),
            "set_permission_mode" => self.set_permission_mode(id, request),
            "end_session" => {
                self.done(id);
                self.exit(0);
            }
            "mcp_set_servers" => self.set_servers(id, request),
            "mcp_status" => self.mcp_status(id),
            "cancel_async_message" => self.cancel_prompt(id, request),
            "get_binary_version" => self.succeed(id, Some(&json!({"version": VERSION}))),
            "rewind_files" => self.rewind_files(id, request),
            "mcp_reconnect" | "mcp_toggle" => self.change_server(id, subtype, request),
            "get_context_usage"
            | "get_usage"
            | "get_session_cost"
            | "list_models"
            | "get_settings"
            | "list_permission_rules"
            | "reload_plugins"
            | "reload_skills"
            | "reload_output_styles"
            | "get_plan"
            | "file_suggestions" => {
                let report = self.report(subtype);
                self.succeed(id, Some(&report));
            }
            "generate_session_title" => self.succeed(id, Some(&json!({"title": null}))),
            "read_file" => self.read_file(id, request),
            "claim_session" => {
                let error = "not_a_spare: claim_session is only accepted by a process started with \
                             --await-claim that has not been claimed yet";
                self.fail(id, error, None);
            }
            "set_mcp_permission_mode_override" if !request["serverName"].is_string() => {
                let error = "set_mcp_permission_mode_override: serverName must be a string";
                self.fail(id, error, None);
            }
            "get_task_output" => {
                let error = "get_task_output: no shell or Monitor task with that task_id in this \
                             session";
                self.fail(id, error, None);
            }
            "rename_session" => self.done(id),
            "update_settings" | "stop_task" | "background_tasks" => {
                self.succeed(id, Some(&json!({})));
            }
            "set_max_thinking_tokens"
            | "apply_flag_settings"
            | "mcp_message"
            | "set_mcp_permission_mode_override"
            | "seed_read_state"
            | "set_has_subscribers" => {
                self.done(id);
            }
            _ => {
                let error = format!("Unsupported control request subtype: {subtype}");
                self.fail(id, &error, Some("unsupported_request"));
            }
        }
    }

    fn initialize(&mut self, id: &str, request: &Value) {
        self.greet_servers(&request["sdkMcpServers"]);
        if self.silent {
            return;
        }
        self.hooks = Hooks::new(&request["hooks"]);
        self.agents_text = request["forwardSubagentText"] == true;
        // The CLI ignores a schema that is invalid.
        if is_schema(&request["jsonSchema"]) {
            self.setup.schema = Some(request["jsonSchema"].clone());
        }
        let mode = self.mode();
        let state = if self.turn.is_some() { "running" } else { "idle" };
        let hooks = request["hooks"].is_object();
        let answer = Initialized::new(self.setup.pid, &mode, hooks, state);
        self.send(&ControlResponse::success(id, Some(answer)).with_nothing_pending());
        self.initialized = true;
        if self.parked.is_some() && self.wait == Wait::Prompt {
            self.wait = Wait::Nothing;
        }
    }

    /// Sends the change of the model in messages first, and then the response, as the real CLI
    /// does.
    fn set_model(&mut self, id: &str, request: &Value) {
        let model = request["model"].as_str().map_or(DEFAULT_MODEL, resolve);
        model.clone_into(&mut self.setup.model);
        let note = format!("<local-command-stdout>Set model to `{model}`</local-command-stdout>");
        // Before the first turn, there is no conversation that could have a note.
        if self.has_history {
            let session_id = self.session();
            self.send(&ReplayedUser::new(&session_id, &note.into(), None));
        }
        self.succeed(id, Some(&json!({"model": model})));
    }

    fn set_permission_mode(&mut self, id: &str, request: &Value) {
        let mode = request["mode"].as_str().unwrap_or_default();
        if !MODES.contains(&mode) {
            let modes = MODES.join(", ");
            let error = format!("Cannot set permission mode: must be one of {modes}");
            return self.fail(id, &error, Some("invalid_mode"));
        }
        if mode == "bypassPermissions" && !self.setup.may_bypass {
            let error = "Cannot set permission mode to bypassPermissions because the session was \
                         not launched with --dangerously-skip-permissions";
            return self.fail(id, error, Some("bypass_not_launched"));
        }
        self.succeed(id, Some(&json!({"mode": mode})));
        self.change_mode(mode);
    }

    fn mcp_status(&mut self, id: &str) {
        let mut servers: Vec<Value> = self.servers.iter().map(Server::describe).collect();
        servers.extend(self.external_servers());
        self.succeed(id, Some(&json!({"mcpServers": servers})));
    }

    fn cancel_prompt(&mut self, id: &str, request: &Value) {
        let uuid = request["message_uuid"].as_str().unwrap_or_default();
        let queued = self.prompts.iter().position(|prompt| prompt.uuid.as_deref() == Some(uuid));
        let Some(index) = queued else {
            return self.succeed(id, Some(&json!({"cancelled": false})));
        };
        self.prompts.remove(index);
        self.lifecycle(Some(uuid), "cancelled");
        self.succeed(id, Some(&json!({"cancelled": true, "message_uuid": uuid})));
    }

    pub(in crate::engine) fn succeed(&mut self, id: &str, response: Option<&impl Serialize>) {
        self.send(&ControlResponse::success(id, response));
    }

    /// Acknowledges a request whose response has no body.
    pub(in crate::engine) fn done(&mut self, id: &str) {
        self.succeed(id, None::<&Value>);
    }

    pub(in crate::engine) fn fail(&mut self, id: &str, error: &str, code: Option<&str>) {
        self.send(&ControlResponse::error(id, error, code));
    }
}
