//! Options: how the real CLI applies them, over stdin, in a file, and in its environment.

use claude_sdk::options::PermissionPrompts;
use claude_sdk::types::{AgentDefinition, EffortLevel, SystemMessage, ThinkingDisplay};
use claude_sdk::{
    Client, McpServers, Message, Options, Permission, PermissionMode, SystemPrompt, Thinking,
    ToolName, Tools, query,
};
use claude_testkit::fake_api::Turn;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

/// The parts of the system prompt that the model received, as one text.
fn system(lab: &Lab) -> String {
    let requests = lab.api.messages();
    let request = requests.iter().find(|request| request.offers_tools() || requests.len() == 1);
    let parts = request.expect("no request").body["system"].clone();
    let parts = parts.as_array().cloned().unwrap_or_default();
    parts.iter().filter_map(|part| part["text"].as_str()).collect::<Vec<_>>().join("\n")
}

/// Everything that was sent to the model, as text.
fn asked(lab: &Lab) -> String {
    lab.api.messages().iter().map(|request| request.body.to_string()).collect()
}

fn touch() -> [Turn; 2] {
    [Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")]
}

async fn answer(options: Options) -> String {
    expect(query("go", options).text().await)
}

/// The arguments and the environment of a process. Every user can read the first, and only its
/// owner the second.
#[cfg(target_os = "linux")]
fn entries(pid: u64, name: &str) -> Vec<String> {
    let bytes = std::fs::read(format!("/proc/{pid}/{name}")).unwrap();
    let parts = bytes.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect()
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn large_and_secret_texts_arrive_and_are_not_on_the_command_line() {
    const SECRET: &str = "sk-secret-0815";
    let turns = [
        Turn::tool("Bash", json!({ "command": "printf %s \"$FROM_SETTINGS\" > trace" })),
        Turn::text("Done."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let prompt = format!("begin {SECRET} {} end of the prompt", "word ".repeat(1 << 20));
    let agents = (0..16).map(|n| {
        let text = format!("{SECRET} {}", "text ".repeat(13_200));
        (format!("agent-{n}"), AgentDefinition::new("Does things.", text))
    });
    let settings =
        json!({ "env": { "FROM_SETTINGS": SECRET }, "permissions": { "allow": ["Bash"] } });
    let options = lab
        .options()
        .system_prompt(prompt.clone())
        .agents(agents)
        .settings(settings.to_string())
        .title(SECRET);
    let client = expect(Client::connect(options).await);

    let handshake = client.initialized().unwrap();
    let names: Vec<_> = handshake.agents.iter().flatten().map(|agent| agent.name.clone()).collect();
    assert!(names.iter().any(|name| name == "agent-15"), "{names:?}");
    let pid = handshake.pid.unwrap();
    let args = entries(pid, "cmdline");
    assert!(args.iter().map(String::len).sum::<usize>() < 8000, "{args:?}");
    assert!(!args.iter().any(|arg| arg.contains("secret")), "{args:?}");
    let file = args.iter().find_map(|arg| arg.strip_prefix("--settings=")).expect("no settings");
    let file = std::path::PathBuf::from(file);
    assert!(file.exists());

    expect(expect(client.send("go").await).text().await);
    // The model received the complete prompt, and the settings apply.
    let got = system(&lab);
    assert!(got.contains(&prompt), "{} bytes", got.len());
    assert_eq!(std::fs::read_to_string(lab.file("trace")).unwrap(), SECRET);
    expect(client.close().await);
    drop(client);
    while file.exists() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn each_form_of_the_system_prompt_arrives() {
    const OWN: &str = "# Harness";
    for (prompt, has, has_not) in [
        (SystemPrompt::Empty, "agent", "MINE"),
        ("MINE".into(), "MINE", OWN),
        (SystemPrompt::blocks(["MINE", SystemPrompt::DYNAMIC_BOUNDARY, "TOO"]), "TOO", "BOUNDARY"),
        (SystemPrompt::Preset, OWN, "MINE"),
        (SystemPrompt::Append("MINE".into()), "MINE", "OTHER"),
    ] {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        answer(lab.options().system_prompt(prompt.clone())).await;
        let got = system(&lab);
        assert!(got.contains(has) && !got.contains(has_not), "{prompt:?}: {got}");
    }
}

#[tokio::test]
async fn sections_about_the_machine_move_into_the_first_message() {
    let Some(lab) = Lab::new([Turn::text("ok"), Turn::text("ok")]).await else { return };
    // The folder of the memory is mentioned.
    let folder = lab.home().to_str().unwrap().to_owned();
    let preset = || lab.options().system_prompt(SystemPrompt::Preset);
    answer(preset()).await;
    answer(preset().exclude_dynamic_sections(true)).await;
    let has_folder: Vec<_> = lab
        .api
        .messages()
        .iter()
        .filter(|request| request.offers_tools())
        .map(|request| request.body["system"].to_string().contains(&folder))
        .collect();
    assert_eq!(has_folder, [true, false]);
}

#[tokio::test]
async fn a_schema_over_the_pipe_makes_structured_output() {
    let output = json!({ "n": 4 });
    let turns = [Turn::tool("StructuredOutput", output.clone()), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let schema = json!({
        "type": "object", "required": ["n"], "properties": { "n": { "type": "number" } },
    });
    let result = expect(query("go", lab.options().output_schema(schema)).result().await);
    let found: Value = result.structured_output.expect("no output").parse().unwrap();
    assert_eq!(found, output);
}

#[tokio::test]
async fn managed_settings_over_the_pipe_deny_a_tool() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let managed = r#"{"permissions":{"deny":["Bash"]}}"#;
    answer(lab.options().allow_tools(["Bash"]).managed_settings(managed)).await;
    assert!(!lab.left_trace("trace"));
    // Positive control.
    let Some(lab) = Lab::new(touch()).await else { return };
    answer(lab.options().allow_tools(["Bash"]).managed_settings("{}")).await;
    assert!(lab.left_trace("trace"));
}

#[tokio::test]
async fn plugins_are_loaded_over_the_pipe_and_from_the_command_line() {
    for on_command_line in [false, true] {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        let plugin = lab.file("plugin");
        std::fs::create_dir_all(plugin.join(".claude-plugin")).unwrap();
        std::fs::create_dir_all(plugin.join("commands")).unwrap();
        let manifest = r#"{"name":"greeter","version":"1.0.0","description":"Greets."}"#;
        std::fs::write(plugin.join(".claude-plugin/plugin.json"), manifest).unwrap();
        std::fs::write(plugin.join("commands/greet.md"), "Say hello.\n").unwrap();
        let options = lab.options().plugin_dir(&plugin);
        let options =
            if on_command_line { options.plugin_dirs_on_command_line(true) } else { options };
        let client = expect(Client::connect(options).await);
        let handshake = client.initialized().unwrap();
        let expected = (!on_command_line).then_some(true);
        assert_eq!(handshake.plugins_applied, expected, "on the command line: {on_command_line}");
        let commands: Vec<_> =
            handshake.commands.iter().flatten().map(|c| c.name.clone()).collect();
        assert!(commands.iter().any(|name| name == "greeter:greet"), "{commands:?}");
        expect(client.close().await);
    }
}

#[tokio::test]
async fn an_alias_runs_the_tool_that_it_stands_for() {
    let turns = [Turn::tool("Runner", json!({ "command": "touch trace" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    answer(lab.options().allow_tools(["Bash"]).tool_aliases([("Runner", "Bash")])).await;
    assert!(lab.left_trace("trace"));
}

#[tokio::test]
async fn a_verbatim_prompt_names_no_files() {
    for verbatim in [false, true] {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        std::fs::write(lab.file("note.txt"), "the content of the note").unwrap();
        let options = lab.options();
        let options = if verbatim { options.verbatim_prompts(true) } else { options };
        expect(query("look at @note.txt", options).text().await);
        assert_eq!(asked(&lab).contains("the content of the note"), !verbatim);
    }
}

#[tokio::test]
async fn the_main_agent_is_one_of_the_agents() {
    let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
    let agent = AgentDefinition::new("Reviews.", "REVIEW EVERYTHING").tools(vec!["Read".into()]);
    answer(lab.options().agents([("reviewer", agent)]).main_agent("reviewer")).await;
    assert!(asked(&lab).contains("REVIEW EVERYTHING"));
}

#[tokio::test]
async fn instructions_for_planning_arrive() {
    let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
    let options = lab.options().permission_mode(PermissionMode::Plan);
    answer(options.plan_mode_instructions("PLAN LIKE THIS")).await;
    assert!(asked(&lab).contains("PLAN LIKE THIS"));
}

#[tokio::test]
async fn thinking_and_effort_reach_the_api() {
    // The newest models choose their thinking themselves.
    let older = "claude-sonnet-4-5-20250929";
    for (model, thinking, sent) in [
        (
            "opus",
            Thinking::adaptive().display(ThinkingDisplay::Summarized),
            json!({ "type": "adaptive" }),
        ),
        (older, Thinking::budget(2048), json!({ "type": "enabled", "budget_tokens": 2048 })),
        (older, Thinking::disabled(), json!({ "type": "disabled" })),
    ] {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        answer(lab.options().model(model).thinking(thinking).effort(EffortLevel::Low)).await;
        let body = &lab.api.messages()[0].body;
        for part in ["type", "budget_tokens"] {
            assert_eq!(body["thinking"][part], sent[part], "{model}: {}", body["thinking"]);
        }
        if model == "opus" {
            assert_eq!(body["thinking"]["display"], "summarized");
            assert_eq!(body["output_config"]["effort"], "low", "{}", body["output_config"]);
        }
    }
}

#[tokio::test]
async fn without_a_callback_permission_requests_are_denied() {
    let Some(lab) = Lab::new(touch()).await else { return };
    answer(lab.options().permission_prompts(PermissionPrompts::Nobody)).await;
    assert!(!lab.left_trace("trace"));
}

/// The CLI refuses this mode for the superuser, unless a variable says that it runs in a sandbox.
#[tokio::test]
async fn bypassing_permissions_requires_two_options() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let options = lab.options().env("IS_SANDBOX", "1").allow_bypass(true);
    answer(options.permission_mode(PermissionMode::BypassPermissions)).await;
    assert!(lab.left_trace("trace"));
}

#[tokio::test]
async fn an_allowed_tool_needs_no_permission_request() {
    let Some(lab) = Lab::new(touch()).await else { return };
    let options = lab.options().allow_tools(["Bash"]);
    let options = options.on_permission(|_, _| async { Permission::deny("never") });
    // This is why the options are refused without the second one.
    options.validate().unwrap_err();
    answer(options.allow_shadowed_permissions(true)).await;
    assert!(lab.left_trace("trace"));
}

/// A session that is started by a command of another session must not inherit the variables of that
/// session.
#[tokio::test]
async fn variables_that_a_session_sets_for_its_commands_are_not_inherited() {
    let turns = [Turn::tool("Bash", json!({ "command": "env > trace" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    answer(lab.options().allow_tools(["Bash"])).await;
    let env = std::fs::read_to_string(lab.file("trace")).unwrap();
    let host: Vec<_> = env.lines().filter_map(|line| line.split_once('=')).collect();
    assert!(host.contains(&("CLAUDECODE", "1")), "{env}");
    let ours = [
        "CLAUDE_AGENT_SDK_VERSION",
        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC",
        "CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS",
        "CLAUDE_CODE_ENTRYPOINT",
        "CLAUDE_CODE_SDK_READS_SESSION_STATE",
        // Each child gets one of its own.
        "CLAUDE_SDK_RUN_ID",
    ];
    let inherited = Options::default().environment(host).into_keys();
    let inherited = inherited.map(|name| name.into_string().unwrap());
    let left: Vec<_> = inherited
        .filter(|name| name.starts_with("CLAUDE") && !ours.contains(&name.as_str()))
        .collect();
    assert_eq!(left, [""; 0]);
}

/// The first `system/init` of a run, as JSON.
async fn init(options: Options) -> claude_sdk::types::InitMessage {
    let mut run = expect(query("go", options).await);
    while let Some(message) = run.next().await {
        if let Message::System(SystemMessage::Init(init)) = expect(message) {
            expect(run.run_to_end().await);
            return *init;
        }
    }
    panic!("no init")
}

/// A project and a user with their own settings: each is visible without the preset.
#[tokio::test]
async fn a_hermetic_session_uses_nothing_of_the_user_or_the_project() {
    let Some(lab) = Lab::new([Turn::text("ok"), Turn::text("ok")]).await else { return };
    let home = lab.home();
    std::fs::create_dir_all(home.join(".claude/agents")).unwrap();
    std::fs::write(home.join(".claude/CLAUDE.md"), "RULES OF THE USER").unwrap();
    std::fs::write(lab.file("CLAUDE.md"), "RULES OF THE PROJECT").unwrap();
    let agent = "---\nname: alien\ndescription: Comes in.\n---\nx\n";
    std::fs::write(home.join(".claude/agents/alien.md"), agent).unwrap();
    let server = json!({ "mcpServers": { "alien": { "command": env!("CARGO_BIN_EXE_mcp-lab") } } });
    std::fs::write(home.join(".claude.json"), server.to_string()).unwrap();

    let comes_in = async |options: Options| -> Vec<&'static str> {
        let before = lab.api.messages().len();
        let init = init(options.tools(Tools::Default)).await;
        let asked: String =
            lab.api.messages()[before..].iter().map(|request| request.body.to_string()).collect();
        let servers: Vec<_> = init.mcp_servers.iter().flatten().map(|s| s.name.clone()).collect();
        let agents = init.agents.clone().unwrap_or_default();
        let found = [
            ("server", servers.iter().any(|name| name == "alien")),
            ("agent", agents.iter().any(|name| name == "alien")),
            ("user", asked.contains("RULES OF THE USER")),
            ("project", asked.contains("RULES OF THE PROJECT")),
        ];
        found.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect()
    };
    assert_eq!(comes_in(lab.options()).await, ["server", "agent", "user", "project"]);
    let hermetic = lab.on(Options::hermetic());
    assert_eq!(comes_in(hermetic).await, [""; 0]);
}

#[tokio::test]
async fn servers_of_the_options_work_in_a_hermetic_session() {
    let turns = [
        Turn::tool(ToolName::mcp("lab", "add").as_str(), json!({ "a": 2, "b": 3 })),
        Turn::text("Done."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let server = claude_sdk::types::McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
    let options = lab
        .options()
        .strict_mcp_config(true)
        .mcp_servers(McpServers::new().external("lab", server))
        .require_mcp_servers(["lab"])
        .allow_tools([ToolName::server("lab")]);
    answer(options).await;
    assert!(asked(&lab).contains("tool_result"));
}
