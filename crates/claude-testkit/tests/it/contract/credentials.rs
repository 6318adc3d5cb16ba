//! Credentials: which headers the API gets, whatever else the machine has.

use std::collections::BTreeMap;

use claude_sdk::options::{Credentials, Secret};
use claude_sdk::{Client, Options, query};
use claude_testkit::fake_api::{FakeApi, Turn};
use serde_json::{Value, json};

use super::lab::{Lab, expect};

const KEY: &str = "sk-ant-own-key";
const TOKEN: &str = "sk-ant-oat01-own-token";

/// The headers that carry credentials.
const HEADERS: [&str; 2] = ["authorization", "x-api-key"];

/// The different sets of credentials that an API has received. A request without any does not count:
/// older CLIs open their connection with one.
fn sent(api: &FakeApi) -> Vec<BTreeMap<&'static str, String>> {
    let of = |name: &'static str, request: &claude_testkit::fake_api::Request| {
        request.secret(name).map(|value| (name, value.to_owned()))
    };
    let mut sent: Vec<BTreeMap<_, _>> = Vec::new();
    for request in api.requests() {
        let headers: BTreeMap<_, _> =
            HEADERS.iter().filter_map(|name| of(name, &request)).collect();
        if !headers.is_empty() && !sent.contains(&headers) {
            sent.push(headers);
        }
    }
    sent
}

/// Each kind of explicit credentials, with the headers that it becomes.
fn kinds() -> [(Credentials, Vec<(&'static str, String)>); 3] {
    let bearer = |token: &str| ("authorization", format!("Bearer {token}"));
    let helper = "echo sk-from-own-helper";
    [
        (Credentials::ApiKey(Secret::new(KEY)), vec![("x-api-key", KEY.into())]),
        (Credentials::OAuthToken(Secret::new(TOKEN)), vec![bearer(TOKEN)]),
        (
            Credentials::Helper(helper.into()),
            vec![bearer("sk-from-own-helper"), ("x-api-key", "sk-from-own-helper".into())],
        ),
    ]
}

/// Settings of a user or a project, with credentials and with the address of another API.
fn settings(elsewhere: &str) -> [Value; 4] {
    [
        json!({ "apiKeyHelper": "echo sk-from-their-helper" }),
        json!({ "env": { "ANTHROPIC_API_KEY": "their-key", "ANTHROPIC_AUTH_TOKEN": "their-token" } }),
        json!({ "env": { "ANTHROPIC_CUSTOM_HEADERS": "Authorization: Bearer theirs" } }),
        json!({ "env": { "ANTHROPIC_BASE_URL": elsewhere } }),
    ]
}

/// A login that is stored on disk.
fn login() -> Value {
    json!({ "claudeAiOauth": {
        "accessToken": "sk-ant-oat01-stored", "refreshToken": "r", "expiresAt": 9_999_999_999_999_u64,
        "scopes": ["user:inference"], "subscriptionType": "max",
    } })
}

fn write(path: &std::path::Path, content: &Value) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, content.to_string()).unwrap();
}

async fn answer(options: Options) -> String {
    expect(query("go", options).text().await)
}

#[tokio::test]
async fn each_kind_is_the_only_one_that_is_sent() {
    for (credentials, headers) in kinds() {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        answer(lab.without_key().credentials(credentials.clone())).await;
        assert_eq!(sent(&lab.api), [headers.into_iter().collect()], "{credentials:?}");
    }
}

#[tokio::test]
async fn settings_and_logins_of_the_machine_neither_replace_nor_join_them() {
    for number in 0..4 {
        for project in [false, true] {
            for (credentials, headers) in kinds() {
                let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
                let elsewhere = FakeApi::start([Turn::text("stolen")]).await.unwrap();
                let theirs = settings(&elsewhere.url())[number].clone();
                write(&lab.home().join(".claude/.credentials.json"), &login());
                let folder = if project { lab.file(".claude") } else { lab.home().join(".claude") };
                write(&folder.join("settings.json"), &theirs);
                let options = lab.without_key();
                answer(options.credentials(credentials.clone())).await;
                let shown = format!("{credentials:?} with {theirs}, of the project: {project}");
                assert_eq!(sent(&lab.api), [headers.into_iter().collect()], "{shown}");
                assert_eq!(sent(&elsewhere), [], "{shown}");
            }
        }
    }
}

/// Positive control of the test above: without explicit credentials, these settings have an effect.
#[tokio::test]
async fn settings_and_logins_of_the_machine_are_used_without_explicit_credentials() {
    for number in 0..4 {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        let elsewhere = FakeApi::start([Turn::text("ok")]).await.unwrap();
        let theirs = settings(&elsewhere.url())[number].clone();
        write(&lab.home().join(".claude/settings.json"), &theirs);
        answer(lab.options()).await;
        let own = BTreeMap::from([("x-api-key", "sk-ant-fake-000".to_owned())]);
        let is_changed = sent(&lab.api) != [own] || !elsewhere.requests().is_empty();
        assert!(is_changed, "{theirs}: {:?}", sent(&lab.api));
    }
    let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
    write(&lab.home().join(".claude/.credentials.json"), &login());
    answer(lab.without_key()).await;
    let stored = BTreeMap::from([("authorization", "Bearer sk-ant-oat01-stored".to_owned())]);
    assert_eq!(sent(&lab.api), [stored]);
}

/// A command of the model must not find the key in its environment.
#[tokio::test]
async fn commands_of_the_model_do_not_inherit_a_key_or_a_token() {
    let found = async |edit: &dyn Fn(&Lab) -> Options| {
        let turns = [Turn::tool("Bash", json!({ "command": "env > trace" })), Turn::text("Done.")];
        let lab = Lab::new(turns).await?;
        answer(edit(&lab).allow_tools(["Bash"])).await;
        let env = std::fs::read_to_string(lab.file("trace")).unwrap();
        let secrets = [KEY, TOKEN, "sk-from", "sk-ant-fake-000"];
        Some(secrets.into_iter().filter(|secret| env.contains(secret)).collect::<Vec<_>>())
    };
    for (credentials, _) in kinds() {
        let own = |lab: &Lab| lab.without_key().credentials(credentials.clone());
        let Some(found) = found(&own).await else { return };
        assert_eq!(found, [""; 0], "{credentials:?}");
    }
    // Positive control: a variable that the options do not know as a credential.
    assert_eq!(found(&|lab| lab.options()).await.unwrap(), ["sk-ant-fake-000"]);
}

/// The private file is removed with the session, and the key is in no argument.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn no_kind_is_on_the_command_line() {
    for (credentials, _) in kinds() {
        let Some(lab) = Lab::new([Turn::text("ok")]).await else { return };
        let options = lab.without_key().credentials(credentials.clone());
        let client = expect(Client::connect(options).await);
        let pid = client.initialized().unwrap().pid.unwrap();
        let args = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap();
        let args = String::from_utf8(args).unwrap();
        assert!(args.contains("--settings="), "{args}");
        for secret in [KEY, TOKEN, "sk-from"] {
            assert!(!args.contains(secret), "{credentials:?}");
        }
        expect(client.close().await);
    }
}
