//! Processes: no secret is in the arguments of a process that a session starts, and none in a file
//! that is left.

use std::collections::BTreeSet;

use claude_sdk::options::{Credentials, EnvPolicy, Secret};
use claude_sdk::types::AgentDefinition;
use claude_sdk::{Client, Options};
use serde_json::json;

const SECRET: &str = "sk-ant-CANARY";

/// Options for the mock with a secret in each option that may hold one.
fn options(credentials: Credentials) -> Options {
    Options::default()
        .cli_path(env!("CARGO_BIN_EXE_mock-claude"))
        .env_policy(EnvPolicy::Clear)
        .env("MOCK_CLAUDE_STEPS", r#"expect user; text "begun"; hang"#)
        .env("TOKEN", SECRET)
        .system_prompt(SECRET)
        .plan_mode_instructions(SECRET)
        .output_schema(json!({ "type": "object", "description": SECRET }))
        .settings(json!({ "env": { "TOKEN": SECRET } }).to_string())
        .agents([("reviewer", AgentDefinition::new(SECRET, SECRET))])
        .title(SECRET)
        .trace_context(SECRET, SECRET)
        .credentials(credentials)
}

/// The processes that descend from this one: the CLI, and the watcher.
fn descendants() -> BTreeSet<u32> {
    let mut found = BTreeSet::from([std::process::id()]);
    loop {
        let known = found.len();
        let entries = std::fs::read_dir("/proc").unwrap().flatten();
        let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
        for id in ids {
            let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
            let parent = fields.split_whitespace().nth(1).and_then(|id| id.parse().ok());
            if parent.is_some_and(|parent| found.contains(&parent)) {
                found.insert(id);
            }
        }
        if found.len() == known {
            return found;
        }
    }
}

fn read(id: u32, name: &str) -> String {
    let bytes = std::fs::read(format!("/proc/{id}/{name}")).unwrap_or_default();
    String::from_utf8_lossy(&bytes).replace('\0', " ")
}

#[tokio::test]
async fn no_secret_is_in_the_arguments_of_any_process() {
    let secret = || Secret::new(SECRET);
    for credentials in [
        Credentials::Inherit,
        Credentials::ApiKey(secret()),
        Credentials::OAuthToken(secret()),
        Credentials::Helper(format!("echo {SECRET}")),
    ] {
        let shown = format!("{credentials:?}");
        let client = Client::connect(options(credentials)).await.unwrap();
        let _turn = client.send(SECRET).await.unwrap();
        let cli = client.initialized().unwrap().pid.unwrap();
        let cli = u32::try_from(cli).unwrap();
        let processes = descendants();
        assert!(processes.contains(&cli) && processes.len() >= 3, "{processes:?}");
        for id in processes {
            let args = read(id, "cmdline");
            assert!(!args.contains("CANARY"), "{shown}: process {id}: {args}");
            // The watcher and this process have none in their environment, either.
            assert!(id == cli || !read(id, "environ").contains("CANARY"), "{shown}: process {id}");
        }
        // Positive control: this is the CLI, and the secret has reached it.
        let args = read(cli, "cmdline");
        assert!(args.contains("--settings="), "{args}");
        assert!(read(cli, "environ").contains("CANARY"));
        let file = args.split(' ').find_map(|arg| arg.strip_prefix("--settings=")).unwrap();
        assert!(std::fs::read_to_string(file).unwrap().contains("CANARY"));
        drop(client.close().await);
        assert!(!std::path::Path::new(file).exists(), "{file} is left");
    }
}
