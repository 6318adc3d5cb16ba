//! MCP servers in the host: the CLI is their client, over control requests.

use serde_json::{Value, json};

use crate::engine::call::{Body, parse};
use crate::engine::play::{Engine, Op, RequestKind, Wait};
use crate::frame::{ControlRequest, McpMessage, VERSION, uuid};

/// A server of the host.
#[derive(Debug)]
pub(in crate::engine) struct Server {
    pub(in crate::engine) name: String,
    next_id: u64,
    tools: Tools,
    /// What the server says about itself.
    info: Value,
    is_disabled: bool,
}

#[derive(Debug)]
enum Tools {
    Unknown,
    Asked,
    Known(Vec<String>),
    Failed,
}

impl Server {
    pub(in crate::engine) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            next_id: 0,
            tools: Tools::Unknown,
            info: Value::Null,
            is_disabled: false,
        }
    }

    /// The server in `mcp_status`.
    pub(in crate::engine) fn describe(&self) -> Value {
        let mut server = json!({
            "name": self.name,
            "status": self.status(),
            "transport": "sdk",
            "scope": "dynamic",
            "source": "sdk",
        });
        if let (Tools::Known(tools), false) = (&self.tools, self.is_disabled) {
            let tool = |name: &String| json!({"name": name, "annotations": {}});
            server["tools"] = tools.iter().map(tool).collect();
            if self.info.is_object() {
                server["serverInfo"] = self.info.clone();
            }
        }
        server
    }

    pub(in crate::engine) fn status(&self) -> &'static str {
        if self.is_disabled {
            return "disabled";
        }
        match self.tools {
            Tools::Unknown | Tools::Asked => "pending",
            Tools::Known(_) => "connected",
            Tools::Failed => "failed",
        }
    }

    /// Whether the server has this tool.
    pub(in crate::engine) fn has(&self, tool: &str) -> bool {
        !self.is_disabled
            && matches!(&self.tools, Tools::Known(tools) if tools.iter().any(|known| known == tool))
    }

    fn request(&mut self, method: &str, params: Value) -> Value {
        let mut message = json!({"jsonrpc": "2.0", "method": method, "id": self.next_id});
        self.next_id += 1;
        if !params.is_null() {
            message["params"] = params;
        }
        message
    }
}

impl Engine {
    /// Adds the servers that `initialize` names, and initializes all. Their responses are not
    /// awaited.
    pub(in crate::engine) fn greet_servers(&mut self, named: &Value) {
        for name in named.as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !self.servers.iter().any(|server| server.name == name) {
                self.servers.push(Server::new(name));
            }
        }
        for index in 0..self.servers.len() {
            let server = &mut self.servers[index];
            if server.next_id > 0 {
                continue;
            }
            let params = json!({
                "protocolVersion": "2025-11-25",
                "capabilities": {},
                "clientInfo": {"name": "claude-code", "version": VERSION},
            });
            let message = server.request("initialize", params);
            self.send_unanswered(index, message);
        }
    }

    /// Handles `mcp_reconnect` and `mcp_toggle`.
    pub(in crate::engine) fn change_server(&mut self, id: &str, subtype: &str, request: &Value) {
        let name = request["serverName"].as_str().unwrap_or_default();
        let is_external = self.other_servers().any(|server| server == name);
        let index = self.servers.iter().position(|server| server.name == name);
        match index {
            None if is_external => self.done(id),
            None => self.fail(id, &format!("Server not found: {name}"), None),
            Some(_) if subtype == "mcp_reconnect" => {
                self.fail(id, "SDK servers should be handled in print.ts", None);
            }
            Some(index) => {
                let server = &mut self.servers[index];
                server.is_disabled = request["enabled"] == false;
                if !server.is_disabled {
                    (server.next_id, server.tools) = (0, Tools::Unknown);
                    self.greet_servers(&Value::Null);
                    // The response follows when the tools are known.
                    if self.wait == Wait::Prompt {
                        self.ops.push_front(Op::Done(id.to_owned()));
                        return self.list_host_tools();
                    }
                }
                self.done(id);
            }
        }
    }

    /// Replaces the list of servers. Servers that do not run in the host are never started: they
    /// count as connected, without tools.
    pub(in crate::engine) fn set_servers(&mut self, id: &str, request: &Value) {
        let mut before: Vec<String> =
            self.servers.iter().map(|server| server.name.clone()).collect();
        before.append(&mut self.external);
        let servers = request["servers"].as_object().cloned().unwrap_or_default();
        for server in &mut self.servers {
            let (is_set, has_failed) =
                (servers.contains_key(&server.name), matches!(server.tools, Tools::Failed));
            if !is_set {
                server.tools = Tools::Failed;
            } else if has_failed {
                server.tools = Tools::Unknown;
            }
        }
        let of_the_host = |config: &Value| config["type"] == "sdk";
        let host = servers.iter().filter(|(_, config)| of_the_host(config)).map(|(name, _)| name);
        self.greet_servers(&host.cloned().collect());
        let external = servers.iter().filter(|(_, config)| !of_the_host(config));
        self.external = external.map(|(name, _)| name.clone()).collect();
        let added: Vec<_> = servers.keys().filter(|name| !before.contains(name)).collect();
        let removed: Vec<_> = before.iter().filter(|name| !servers.contains_key(*name)).collect();
        let answer = json!({"added": added, "removed": removed, "errors": {}});
        self.succeed(id, Some(&answer));
    }

    /// The names of the servers that the real CLI would run itself.
    pub(in crate::engine) fn other_servers(&self) -> impl Iterator<Item = &str> {
        self.setup.other_servers.iter().chain(&self.external).map(String::as_str)
    }

    pub(in crate::engine) fn external_servers(&self) -> impl Iterator<Item = Value> {
        let entry = |name: &String| json!({"name": name, "status": "connected", "scope": "dynamic", "tools": []});
        self.external.iter().map(entry)
    }

    /// Requests the tools of every new server, before the first turn begins.
    pub(in crate::engine) fn list_host_tools(&mut self) {
        for index in 0..self.servers.len() {
            let server = &mut self.servers[index];
            if !matches!(server.tools, Tools::Unknown) {
                continue;
            }
            server.tools = Tools::Asked;
            let list = server.request("tools/list", Value::Null);
            self.send_unanswered(
                index,
                json!({"jsonrpc": "2.0", "method": "notifications/initialized"}),
            );
            self.ask_server(index, RequestKind::McpTools(index), list);
        }
    }

    /// The names by which the model calls the tools of the host.
    pub(in crate::engine) fn host_tools(&self) -> Vec<String> {
        let mut names = Vec::new();
        for server in &self.servers {
            if let Tools::Known(tools) = &server.tools {
                names.extend(tools.iter().map(|tool| format!("mcp__{}__{tool}", server.name)));
            }
        }
        names
    }

    /// Whether the server of a tool was known at the start. Tools of the CLI itself always are.
    pub(in crate::engine) fn has_server_of(&self, tool: &str) -> bool {
        let Some(name) = tool.strip_prefix("mcp__") else { return true };
        let is_server = |server: &String| {
            name.strip_prefix(server.as_str()).is_some_and(|rest| rest.starts_with("__"))
        };
        self.setup.host_servers.iter().chain(&self.setup.other_servers).any(is_server)
    }

    /// The server and the tool for such a name.
    pub(in crate::engine) fn host_tool(&self, name: &str) -> Option<(usize, String)> {
        let name = name.strip_prefix("mcp__")?;
        self.servers.iter().enumerate().find_map(|(index, server)| {
            let tool = name.strip_prefix(&server.name)?.strip_prefix("__")?;
            Some((index, tool.to_owned()))
        })
    }

    pub(in crate::engine) fn call_host_tool(&mut self, index: usize, tool: &str) {
        let Some(call) = &mut self.call else { return };
        let server = &mut self.servers[index];
        let meta = json!({"claudecode/toolUseId": call.id, "progressToken": server.next_id});
        let arguments = parse(&call.input);
        let params = json!({"name": tool, "arguments": arguments, "_meta": meta});
        let message = server.request("tools/call", params);
        self.ask_server(index, RequestKind::McpCall, message);
    }

    pub(in crate::engine) fn tools_answer(&mut self, index: usize, answer: &Result<Value, String>) {
        let tools = match answer {
            Ok(answer) => answer["mcp_response"]["result"]["tools"].as_array(),
            Err(_) => None,
        };
        let name = |tool: &Value| tool["name"].as_str().map(str::to_owned);
        self.servers[index].tools = match tools {
            Some(tools) => Tools::Known(tools.iter().filter_map(name).collect()),
            None => Tools::Failed,
        };
    }

    pub(in crate::engine) fn call_answer(&mut self, answer: Result<Value, String>) {
        let Some(call) = &mut self.call else { return };
        let answer = match answer {
            Ok(answer) => answer["mcp_response"].clone(),
            Err(error) => return call.put(Body::Error(error)),
        };
        if let Some(error) = answer["error"]["message"].as_str() {
            return call.put(Body::Error(error.to_owned()));
        }
        let result = &answer["result"];
        if result["isError"] == true {
            let blocks = result["content"].as_array().into_iter().flatten();
            let texts: Vec<_> = blocks.filter_map(|block| block["text"].as_str()).collect();
            call.put(Body::Error(texts.join("\n")));
        } else if result["structuredContent"].is_object() {
            call.put(Body::Text(result["structuredContent"].to_string()));
        } else {
            call.put(Body::Blocks(result["content"].clone()));
        }
    }

    fn ask_server(&mut self, index: usize, kind: RequestKind, message: Value) {
        let server_name = self.servers[index].name.clone();
        let request = McpMessage { subtype: "mcp_message", server_name: &server_name, message };
        self.ask(kind, request);
    }

    /// Sends a message whose response is not awaited.
    fn send_unanswered(&mut self, index: usize, message: Value) {
        let server_name = self.servers[index].name.clone();
        let request = McpMessage { subtype: "mcp_message", server_name: &server_name, message };
        self.send(&ControlRequest::new(&uuid(), request));
    }
}
