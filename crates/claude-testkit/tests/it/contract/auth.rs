//! Login status of the real CLI.

use claude_sdk::Options;
use claude_sdk::auth::{self, AuthState};
use claude_sdk::options::{Credentials, SettingSource};
use claude_testkit::fake_api::Turn;

use super::lab::{Lab, expect};

#[tokio::test]
async fn the_login_is_reported_without_a_request() {
    let Some(lab) = Lab::new([Turn::text("never")]).await else { return };
    let key = lab.options();
    let none = lab.options().env("ANTHROPIC_API_KEY", "");
    let token = none.clone().env("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat-fake");
    let asked = async |options: &Options| {
        let status = expect(auth::status(options).await);
        (status.state, status.method.unwrap(), status.api_key_source)
    };
    let source = Some("ANTHROPIC_API_KEY".to_owned());
    assert_eq!(asked(&key).await, (AuthState::LoggedIn, "api_key".into(), source));
    assert_eq!(asked(&none).await, (AuthState::LoggedOut, "none".into(), None));
    assert_eq!(asked(&token).await, (AuthState::LoggedIn, "oauth_token".into(), None));
    let helper = lab.without_key().credentials(Credentials::Helper("exit 1".into()));
    let source = Some("apiKeyHelper".to_owned());
    assert_eq!(
        asked(&helper).await,
        (AuthState::LoggedIn, "api_key_helper".into(), source.clone())
    );
    // The settings of the options count, as in a session, and so do their sources.
    let settings = lab.without_key().settings(r#"{"apiKeyHelper":"exit 1"}"#);
    assert_eq!(
        asked(&settings).await,
        (AuthState::LoggedIn, "api_key_helper".into(), source.clone())
    );
    let folder = lab.file(".claude");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("settings.json"), r#"{"apiKeyHelper":"exit 1"}"#).unwrap();
    let all = lab.without_key().setting_sources([SettingSource::Project]);
    assert_eq!(asked(&all).await, (AuthState::LoggedIn, "api_key_helper".into(), source));
    let no_sources = lab.without_key().setting_sources([]);
    assert_eq!(asked(&no_sources).await, (AuthState::LoggedOut, "none".into(), None));
    assert_eq!(lab.asked().len(), 0);
}
