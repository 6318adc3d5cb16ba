//! Other machine: what a connector gets is complete, and holds no path and no variable of this machine.

use std::sync::{Arc, Mutex};

use claude_sdk::options::{Credentials, EnvPolicy, SandboxSettings};
use claude_sdk::transport::{Launch, LaunchFile, Transport, TransportError};
use claude_sdk::types::McpServerConfig;
use claude_sdk::{Client, McpServers, Options};
use serde_json::{Value, json};

use super::hostile_setters::setters;

/// Starts a session on a connector that fails, and returns what it got. `None` if the options are
/// refused.
async fn launch(options: Options) -> Option<Launch> {
    let seen = Arc::new(Mutex::new(None));
    let kept = Arc::clone(&seen);
    let connector = move |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        *kept.lock().unwrap() = Some(launch.clone());
        Err(TransportError::NoRuntime)
    };
    Client::connect(options.connector(connector)).await.unwrap_err();
    seen.lock().unwrap().take()
}

/// Everything in a launch that another machine gets.
fn texts(launch: &Launch) -> Vec<String> {
    let folder: Vec<_> = (0..launch.files.len()).map(|n| format!("/elsewhere/{n}")).collect();
    let mut all: Vec<String> =
        launch.args_with_files(&folder).iter().map(|arg| arg.display().to_string()).collect();
    all.push(launch.program.display().to_string());
    all.extend(launch.cwd.iter().map(|cwd| cwd.display().to_string()));
    let set = launch.env.changes().filter_map(|(name, value)| Some((name, value?)));
    all.extend(set.map(|(name, value)| format!("{}={}", name.display(), value.display())));
    let files = launch.files.iter();
    all.extend(files.map(|file| String::from_utf8_lossy(&file.content).into_owned()));
    all
}

/// Paths that only this machine has.
fn paths_of_this_machine() -> Vec<String> {
    let current = std::env::current_dir().unwrap();
    let home = std::env::home_dir().filter(|home| home.parent().is_some());
    let all = [Some(current), Some(std::env::temp_dir()), home];
    all.into_iter().flatten().map(|path| path.display().to_string()).collect()
}

#[tokio::test]
async fn no_setter_gives_another_machine_a_path_of_this_one() {
    let here = paths_of_this_machine();
    let mut walked = 0;
    for setter in setters() {
        for text in ["name", "11111111-2222-4333-8444-555555555555"] {
            let Some(launch) = launch((setter.set)(Options::default(), text)).await else {
                continue;
            };
            walked += 1;
            for shown in texts(&launch) {
                let found = here.iter().find(|path| shown.contains(*path));
                assert_eq!(found, None, "`{}`: {shown}", setter.name);
            }
        }
    }
    // Positive control: most setters accept one of the texts.
    assert!(walked > 80, "{walked}");
}

/// Whoever starts the CLI selects the variables, where the CLI runs.
#[tokio::test]
async fn no_value_of_a_variable_of_this_machine_is_in_a_launch() {
    // What the SDK itself sets, such as `1`, may be the value of a variable here.
    let here: Vec<_> =
        std::env::vars().filter(|(_, value)| value.len() > 7 && value.contains('/')).collect();
    assert!(here.iter().any(|(name, _)| name == "PATH"), "{here:?}");
    let policies =
        [EnvPolicy::Inherit, EnvPolicy::common(), EnvPolicy::allow(["*"]), EnvPolicy::Clear];
    for policy in policies {
        for credentials in [Credentials::Inherit, Credentials::Helper("print-key".into())] {
            let options = Options::default().env_policy(policy.clone()).credentials(credentials);
            let launch = launch(options).await.unwrap();
            let is_inherited = launch.env.inherits("PATH".as_ref());
            assert_eq!(is_inherited, policy != EnvPolicy::Clear, "{policy:?}");
            for text in texts(&launch) {
                let found = here.iter().find(|(_, value)| text.contains(value));
                assert_eq!(found, None, "{policy:?}: {text}");
            }
        }
    }
}

/// Reads a file as the CLI does on the other machine: by the path in the argument.
fn read(launch: &Launch, flag: &str) -> Value {
    let paths: Vec<_> = (0..launch.files.len()).map(|n| format!("/elsewhere/{n}")).collect();
    let args = launch.args_with_files(&paths);
    let path = args.iter().find_map(|arg| arg.to_str()?.strip_prefix(flag)).unwrap();
    let at = paths.iter().position(|other| other == path).unwrap();
    serde_json::from_slice(&launch.files[at].content).unwrap()
}

#[tokio::test]
async fn files_of_the_sdk_reach_another_machine_by_content() {
    let servers = McpServers::new().external("files", McpServerConfig::stdio("serve", ["--all"]));
    let options = Options::default()
        .settings(json!({ "model": "opus" }).to_string())
        .sandbox(SandboxSettings::new().enabled(true))
        .credentials(Credentials::Helper("print-key".into()))
        .mcp_servers(servers);
    let launch = launch(options).await.unwrap();
    let flags: Vec<_> = launch.files.iter().map(|file: &LaunchFile| &file.argument).collect();
    assert_eq!(flags, ["--settings=", "--mcp-config="]);
    let settings = read(&launch, "--settings=");
    let expected = [&json!("opus"), &json!(true), &json!("print-key")];
    let found = [&settings["model"], &settings["sandbox"]["enabled"], &settings["apiKeyHelper"]];
    assert_eq!(found, expected);
    let servers = read(&launch, "--mcp-config=");
    assert_eq!(servers["mcpServers"]["files"]["command"], "serve");
}

/// A path is not read here: the CLI reads it where it runs.
#[tokio::test]
async fn a_path_of_the_user_is_passed_unchanged() {
    let options = Options::default().settings("/there/settings.json").mcp_config("/there/mcp.json");
    let launch = launch(options).await.unwrap();
    assert_eq!(launch.files, []);
    for path in ["/there/settings.json", "/there/mcp.json"] {
        assert!(launch.args.iter().any(|arg| arg == path), "{path}: {:?}", launch.args);
    }
}
