//! Environment: the whole environment of the CLI and its private settings, for each policy and each
//! kind of credentials, on a host that is a command of another session and has keys of all kinds.

use std::sync::{Arc, Mutex};

use claude_sdk::options::{Credentials, EnvPolicy, Secret};
use claude_sdk::transport::{Launch, Transport, TransportError};
use claude_sdk::{Client, Error, Options};
use expect_test::expect_file;

/// The variables of the host.
const HOST: &[(&str, &str)] = &[
    // The user.
    ("HOME", "/home/me"),
    ("LC_ALL", "C"),
    ("PATH", "/bin"),
    ("SSH_AUTH_SOCK", "/sock"),
    // Where requests go, and other settings of the CLI.
    ("ANTHROPIC_BASE_URL", "https://gateway"),
    ("ANTHROPIC_MODEL", "opus"),
    ("CLAUDE_CODE_MAX_OUTPUT_TOKENS", "1000"),
    ("CLAUDE_CONFIG_DIR", "/config"),
    ("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "0"),
    // Credentials.
    ("ANTHROPIC_API_KEY", "host-key"),
    ("ANTHROPIC_AUTH_TOKEN", "host-token"),
    ("ANTHROPIC_AWS_API_KEY", "host-aws"),
    ("ANTHROPIC_CUSTOM_HEADERS", "Authorization: Bearer host-header"),
    ("ANTHROPIC_FEDERATION_RULE_ID", "host-rule"),
    ("ANTHROPIC_FOUNDRY_API_KEY", "host-foundry"),
    ("ANTHROPIC_FOUNDRY_AUTH_TOKEN", "host-foundry"),
    ("ANTHROPIC_IDENTITY_TOKEN", "host-identity"),
    ("ANTHROPIC_IDENTITY_TOKEN_FILE", "/host-identity"),
    ("ANTHROPIC_PROFILE", "host-profile"),
    ("ANTHROPIC_UNIX_SOCKET", "/host-socket"),
    ("AWS_BEARER_TOKEN_BEDROCK", "host-bedrock"),
    ("AWS_SECRET_ACCESS_KEY", "host-aws-secret"),
    ("CCR_OAUTH_TOKEN_FILE", "/host-oauth"),
    ("CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR", "3"),
    ("CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR", "4"),
    ("CLAUDE_CODE_HOST_AUTH_ENV_VAR", "HOST_AUTH"),
    ("CLAUDE_CODE_HOST_CREDS_FILE", "/host-creds"),
    ("CLAUDE_CODE_OAUTH_REFRESH_TOKEN", "host-refresh"),
    ("CLAUDE_CODE_OAUTH_TOKEN", "host-oauth"),
    ("CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR", "5"),
    ("CLAUDE_CODE_SESSION_ACCESS_TOKEN", "host-access"),
    ("CLAUDE_CODE_USE_ANTHROPIC_AWS", "1"),
    ("CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD", "1"),
    ("CLAUDE_CODE_USE_BEDROCK", "1"),
    ("CLAUDE_CODE_USE_FOUNDRY", "1"),
    ("CLAUDE_CODE_USE_GATEWAY", "1"),
    ("CLAUDE_CODE_USE_MANTLE", "1"),
    ("CLAUDE_CODE_USE_VERTEX", "1"),
    // Another session, one of whose commands is this host.
    ("CLAUDECODE", "1"),
    ("CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP", "outer"),
    ("CLAUDE_CODE_CHILD_NOTES_DIR", "outer"),
    ("CLAUDE_CODE_CHILD_SESSION", "outer"),
    ("CLAUDE_CODE_EXECPATH", "outer"),
    ("CLAUDE_CODE_MESSAGING_SOCKET", "outer"),
    ("CLAUDE_CODE_MESSAGING_TOKEN", "outer"),
    ("CLAUDE_CODE_REMOTE_SESSION_ID", "outer"),
    ("CLAUDE_CODE_SESSION_ATTENDED", "outer"),
    ("CLAUDE_CODE_SESSION_ID", "outer"),
    ("CLAUDE_CODE_SSE_PORT", "outer"),
    ("CLAUDE_EFFORT", "outer"),
    ("CLAUDE_PID", "outer"),
    ("CLAUDE_PROJECT_DIR", "outer"),
    // What the official SDKs and an outer SDK set.
    ("CLAUDE_AGENT_SDK_VERSION", "0.0.0"),
    ("CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS", "0"),
    ("CLAUDE_CODE_ENTRYPOINT", "sdk-py"),
    ("CLAUDE_CODE_SDK_READS_SESSION_STATE", "0"),
    // What no CLI inherits.
    ("CLAUDE_CODE_RESUME_INTERRUPTED_TURN", "outer"),
];

fn policies() -> [EnvPolicy; 4] {
    [
        EnvPolicy::Inherit,
        EnvPolicy::common(),
        // A pattern matches credentials, but nothing of the outer session.
        EnvPolicy::allow(["ANTHROPIC_*", "CLAUDE*", "PATH", "NONE"]),
        EnvPolicy::Clear,
    ]
}

fn credentials() -> [Credentials; 4] {
    [
        Credentials::Inherit,
        Credentials::ApiKey(Secret::new("own-key")),
        Credentials::OAuthToken(Secret::new("own-token")),
        Credentials::Helper("own-helper".into()),
    ]
}

/// The environment on the host above, one variable per line.
fn environment(options: &Options) -> String {
    let env = options.environment(HOST.iter().copied()).into_iter();
    let lines = env.map(|(name, value)| format!("  {}={}\n", name.display(), value.display()));
    lines.collect::<String>().replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

/// A new variable of the SDK, or one that is no longer removed, changes the file.
#[test]
fn each_policy_with_each_kind_of_credentials_gives_this_environment() {
    let mut page = String::new();
    for policy in policies() {
        for credentials in credentials() {
            let shown = match &policy {
                EnvPolicy::Allow(names) if names.len() > 4 => "common()".to_owned(),
                policy => format!("{policy:?}"),
            };
            page.push_str(&format!("{shown} with {credentials:?}\n"));
            let options = Options::default().env_policy(policy.clone()).credentials(credentials);
            options.validate().unwrap();
            page.push_str(&environment(&options));
            page.push('\n');
        }
    }
    // Positive control: everything of the host is one of these.
    assert!(page.contains("host-key") && !page.contains("outer"), "{page}");
    expect_file!["../golden/environment.txt"].assert_eq(&page);
}

/// Starts a session on a connector that fails, and returns the launch.
async fn launch(options: Options) -> Result<Launch, Error> {
    let seen = Arc::new(Mutex::new(None));
    let kept = Arc::clone(&seen);
    let connector = move |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        *kept.lock().unwrap() = Some(launch.clone());
        Err(TransportError::NoRuntime)
    };
    let error = Client::connect(options.connector(connector)).await.unwrap_err();
    let launch = seen.lock().unwrap().take();
    launch.ok_or(error)
}

/// The private settings of a session.
async fn settings(options: Options) -> Vec<serde_json::Value> {
    let files = launch(options).await.unwrap().files;
    assert!(files.iter().all(|file| file.argument == "--settings="));
    files.iter().map(|file| serde_json::from_slice(&file.content).unwrap()).collect()
}

#[tokio::test]
async fn private_settings_turn_off_helpers_of_other_settings() {
    let none: [serde_json::Value; 0] = [];
    let [inherit, key, token, helper] =
        credentials().map(|credentials| Options::default().credentials(credentials));
    assert_eq!(settings(inherit).await, none);
    for options in [key, token] {
        assert_eq!(settings(options.clone()).await, [serde_json::json!({ "apiKeyHelper": "" })]);
        let own = options.settings(r#"{"model":"opus"}"#);
        let expected = serde_json::json!({ "apiKeyHelper": "", "model": "opus" });
        assert_eq!(settings(own).await, [expected]);
    }
    // Without the variable that makes the CLI ignore other settings, they are set to nothing. The CLI
    // of a connector may run elsewhere, so only addresses of the options count.
    let options = helper.env("ANTHROPIC_BASE_URL", "https://mine").settings(r#"{"env":{"A":"1"}}"#);
    let settings = settings(options).await;
    assert_eq!(settings[0]["apiKeyHelper"], "own-helper");
    let env = settings[0]["env"].as_object().unwrap();
    assert_eq!((&env["A"], &env["ANTHROPIC_BASE_URL"]), (&"1".into(), &"https://mine".into()));
    let credentials = HOST[9..38].iter().map(|(name, _)| *name);
    for name in credentials.filter(|name| *name != "AWS_SECRET_ACCESS_KEY") {
        assert_eq!(env[name], "", "{name}");
    }
    assert_eq!(env.len(), 30);
}

#[tokio::test]
async fn a_settings_file_is_merged_with_credentials() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("own.json"), r#"{"model":"opus"}"#).unwrap();
    std::fs::write(folder.path().join("key.json"), r#"{"apiKeyHelper":"cat key"}"#).unwrap();
    let key = Credentials::ApiKey(Secret::new("own-key"));
    let options = || Options::default().cwd(folder.path()).credentials(key.clone());
    let expected = serde_json::json!({ "apiKeyHelper": "", "model": "opus" });
    assert_eq!(settings(options().settings("own.json")).await, [expected]);
    let error = launch(options().settings("key.json")).await.unwrap_err();
    let shown = error.to_string();
    assert!(shown.ends_with("`credentials` and `apiKeyHelper` of `settings` cannot be combined"));
    let missing = launch(options().settings("none.json")).await.unwrap_err();
    assert_eq!(missing.to_string(), "failed to read the settings");
}

#[test]
fn two_credentials_are_refused() {
    for credentials in credentials() {
        let options = || Options::default().credentials(credentials.clone());
        let is_explicit = !matches!(credentials, Credentials::Inherit);
        for (second, shown) in [
            (options().env("ANTHROPIC_API_KEY", "k"), "the variable `ANTHROPIC_API_KEY`"),
            (options().env("anthropic_auth_token", ""), "the variable `anthropic_auth_token`"),
            (
                options().env("CLAUDE_CODE_USE_BEDROCK", "1"),
                "the variable `CLAUDE_CODE_USE_BEDROCK`",
            ),
            (options().settings(r#"{"apiKeyHelper":"x"}"#), "`apiKeyHelper` of `settings`"),
            (
                options().settings(r#"{"env":{"ANTHROPIC_API_KEY":"k"}}"#),
                "`env.ANTHROPIC_API_KEY` of `settings`",
            ),
        ] {
            let expected = format!("`credentials` and {shown} cannot be combined");
            match second.validate() {
                Ok(()) => assert!(!is_explicit, "{shown}"),
                Err(error) => assert!(error.to_string().ends_with(&expected), "{error}"),
            }
        }
        let extra = options().extra_arg("settings", "/path.json").validate();
        assert_eq!(extra.is_err(), is_explicit, "{extra:?}");
        // Where requests go, and what the CLI calls itself, can be chosen.
        let more = options().env("ANTHROPIC_BASE_URL", "https://mine").env("X", "1");
        more.env("ANTHROPIC_CUSTOM_HEADERS", "x-route: a").validate().unwrap();
    }
}

#[test]
fn credentials_that_no_header_can_carry_are_refused() {
    for text in ["", " ", "key\n", "ke y", "\u{202e}key", "k\0"] {
        for credentials in
            [Credentials::ApiKey(Secret::new(text)), Credentials::OAuthToken(Secret::new(text))]
        {
            let error = Options::default().credentials(credentials).validate().unwrap_err();
            assert!(error.to_string().contains("must consist of ASCII characters"), "{error}");
        }
    }
    for command in ["", "  ", "a\0b"] {
        Options::default().credentials(Credentials::Helper(command.into())).validate().unwrap_err();
    }
}
