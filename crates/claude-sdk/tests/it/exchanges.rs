//! Exchanges: recorded requests and responses of the real CLI, and the method of the client for
//! each.

use std::time::{Duration, UNIX_EPOCH};

use claude_sdk::client::InterruptOptions;
use claude_sdk::types::{
    ClaimSessionRequest, ContextUsageDetail, GenerateSessionTitleRequest, GetUsageRequest,
    McpCallRequest, MessageRatedRequest, Raw, ReadFileRequest, RegisterRepoRootRequest,
    ReloadPluginsRequest, RenameSessionRequest, SettingsSource, ThinkingDisplay,
};
use claude_sdk::{Client, Error, PermissionMode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const EXCHANGES: &str = include_str!("../../../claude-types/tests/control/exchanges.jsonl");

/// Sent by methods that do more than send this request.
const ELSEWHERE: [&str; 2] = ["initialize", "mcp_set_servers"];

/// A recorded request and its response; many have none.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(crate) request: Value,
    pub(crate) answer: Option<Value>,
}

impl Exchange {
    pub(crate) fn subtype(&self) -> &str {
        self.request["subtype"].as_str().unwrap()
    }
}

/// Every exchange that has a method.
pub(crate) fn exchanges() -> Vec<Exchange> {
    let all = EXCHANGES.lines().map(|line| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        Exchange { request: line["request"].take(), answer: line.get("answer").cloned() }
    });
    let plain = json!({ "subtype": "interrupt" });
    all.filter(|one| !ELSEWHERE.contains(&one.subtype()) && one.request != plain).collect()
}

/// The first exchange of each subtype.
pub(crate) fn one_of_each() -> Vec<Exchange> {
    let mut all = exchanges();
    all.dedup_by(|later, first| later.subtype() == first.subtype());
    all
}

/// Calls the method for a request, and returns its value as JSON.
pub(crate) async fn call(client: &Client, request: &Value) -> Result<Value, Error> {
    let text = |field: &str| request[field].as_str().unwrap();
    let maybe = |field: &str| request.get(field).and_then(Value::as_str);
    Ok(match text("subtype") {
        "apply_flag_settings" => shown(client.apply_flag_settings(&request["settings"]).await?),
        "background_tasks" => {
            let tool_use = maybe("tool_use_id").map(Into::into);
            shown(client.background_tasks(tool_use.as_ref()).await?)
        }
        "cancel_async_message" => {
            json!(client.cancel_queued(&text("message_uuid").into()).await?)
        }
        "channel_enable" => shown(client.enable_mcp_channel(text("serverName")).await?),
        "claim_session" => {
            shown(client.claim_session(whole::<ClaimSessionRequest>(request)).await?)
        }
        "end_session" => shown(client.end_session().await?),
        "file_suggestions" => shown(client.file_suggestions(text("query")).await?),
        "generate_session_title" => {
            let request: GenerateSessionTitleRequest = whole(request);
            shown(client.generate_session_title(request).await?)
        }
        "get_binary_version" => shown(client.binary_version().await?),
        "get_context_usage" => {
            let detail = maybe("detail").map(ContextUsageDetail::from);
            shown(client.context_usage(detail).await?)
        }
        "get_hooks_listing" => shown(client.hooks_listing().await?),
        "get_plan" => shown(client.plan().await?),
        "get_session_cost" => shown(client.session_cost().await?),
        "get_settings" => shown(client.settings().await?),
        "get_status" => shown(client.status().await?),
        "get_task_output" => shown(client.task_output(&text("task_id").into()).await?),
        "get_usage" => shown(client.plan_usage(whole::<GetUsageRequest>(request)).await?),
        "get_workspace_diff" => shown(client.workspace_diff().await?),
        "interrupt" => {
            let all = InterruptOptions::new().cancel_queued();
            json!(format!("{:?}", client.interrupt_with(all).await?))
        }
        "list_models" => shown(client.list_models().await?),
        "list_permission_rules" => shown(client.list_permission_rules().await?),
        "mcp_authenticate" => shown(client.authenticate_mcp_server(text("serverName")).await?),
        "mcp_call" => shown(client.call_mcp_tool(whole::<McpCallRequest>(request)).await?),
        "mcp_clear_auth" => shown(client.clear_mcp_login(text("serverName")).await?),
        "mcp_message" => {
            let message = Raw::from(request["message"].clone());
            shown(client.send_mcp_message(text("server_name"), message).await?)
        }
        "mcp_oauth_callback_url" => {
            shown(client.finish_mcp_login(text("serverName"), text("callbackUrl")).await?)
        }
        "mcp_read_resource" => {
            shown(client.read_mcp_resource(text("serverName"), text("uri")).await?)
        }
        "mcp_reconnect" => shown(client.reconnect_mcp_server(text("serverName")).await?),
        "mcp_status" => shown(client.mcp_status().await?),
        "mcp_toggle" => {
            let enabled = request["enabled"].as_bool().unwrap();
            shown(client.toggle_mcp_server(text("serverName"), enabled).await?)
        }
        "message_rated" => shown(client.rate_message(whole::<MessageRatedRequest>(request)).await?),
        "read_file" => shown(client.read_file(whole::<ReadFileRequest>(request)).await?),
        "register_repo_root" => {
            let request: RegisterRepoRootRequest = whole(request);
            shown(client.register_repo_root(request).await?)
        }
        "reload_output_styles" => shown(client.reload_output_styles().await?),
        "reload_plugins" => {
            shown(client.reload_plugins(whole::<ReloadPluginsRequest>(request)).await?)
        }
        "reload_skills" => shown(client.reload_skills().await?),
        "remote_control" => {
            shown(client.set_remote_control(request["enabled"].as_bool().unwrap()).await?)
        }
        "rename_session" => {
            shown(client.rename_session(whole::<RenameSessionRequest>(request)).await?)
        }
        "rewind_conversation" => {
            shown(client.rewind_conversation(&text("target_message_uuid").into()).await?)
        }
        "rewind_files" => {
            let prompt = text("user_message_id").into();
            shown(match request.get("dry_run") {
                Some(_) => client.preview_rewind_files(&prompt).await?,
                None => client.rewind_files(&prompt).await?,
            })
        }
        "seed_read_state" => {
            let modified = UNIX_EPOCH + Duration::from_millis(request["mtime"].as_u64().unwrap());
            // Times are cut to milliseconds.
            let modified = modified + Duration::from_nanos(999_999);
            shown(client.seed_read_state(text("path"), modified).await?)
        }
        "set_color" => shown(client.set_color(text("color")).await?),
        "set_cwd" => shown(client.set_cwd(text("path")).await?),
        "set_has_subscribers" => {
            shown(client.set_has_subscribers(request["has_subscribers"].as_bool()).await?)
        }
        "set_max_thinking_tokens" => match maybe("thinking_display").map(ThinkingDisplay::from) {
            Some(display) => shown(client.set_thinking_display(display).await?),
            None => {
                let tokens = request["max_thinking_tokens"].as_u64();
                shown(client.set_max_thinking_tokens(tokens).await?)
            }
        },
        "set_mcp_permission_mode_override" => {
            let mode = maybe("mode").map(PermissionMode::from);
            shown(client.set_mcp_permission_mode(text("serverName"), mode).await?)
        }
        "set_model" => shown(client.set_model(maybe("model")).await?),
        "set_permission_mode" => {
            shown(client.set_permission_mode(PermissionMode::from(text("mode"))).await?)
        }
        "side_question" => shown(client.side_question(text("question")).await?),
        "stop_task" => shown(client.stop_task(&text("task_id").into()).await?),
        "update_settings" => {
            let source = SettingsSource::from(text("source"));
            shown(client.update_settings(source, &request["settings"]).await?)
        }
        other => panic!("no method asks {other}"),
    })
}

/// The value that a user gets for a response.
pub(crate) fn expected(exchange: &Exchange) -> Value {
    let answer = exchange.answer.clone().unwrap_or(Value::Null);
    let field = match exchange.subtype() {
        // The method returns an outcome of its own instead of the response.
        "interrupt" => return Value::Null,
        "background_tasks" => return json!(answer["backgrounded"].as_bool().unwrap_or(true)),
        "cancel_async_message" => "cancelled",
        "generate_session_title" => "title",
        "get_session_cost" => "text",
        "get_status" => "sections",
        "list_models" => "models",
        "list_permission_rules" => "state",
        "mcp_read_resource" => "contents",
        "mcp_status" => "mcpServers",
        "register_repo_root" => "directory",
        "reload_output_styles" => "available_output_styles",
        "reload_skills" => "skills",
        "set_mcp_permission_mode_override" => "warning",
        "set_model" => "model",
        "set_permission_mode"
        | "mcp_clear_auth"
        | "message_rated"
        | "stop_task"
        | "update_settings" => return Value::Null,
        _ => return answer,
    };
    answer[field].clone()
}

/// Returns whether `all` contains everything in `part`.
pub(crate) fn holds(all: &Value, part: &Value) -> bool {
    match (all, part) {
        (Value::Object(all), Value::Object(part)) => {
            part.iter().all(|(key, value)| holds(all.get(key).unwrap_or(&Value::Null), value))
        }
        (Value::Array(all), Value::Array(part)) => {
            all.len() == part.len() && all.iter().zip(part).all(|(all, part)| holds(all, part))
        }
        (Value::Number(all), Value::Number(part)) => all.as_f64() == part.as_f64(),
        _ => all == part,
    }
}

fn whole<T: DeserializeOwned>(request: &Value) -> T {
    serde_json::from_value(request.clone()).unwrap()
}

fn shown<T: Serialize>(value: T) -> Value {
    serde_json::to_value(value).unwrap()
}
