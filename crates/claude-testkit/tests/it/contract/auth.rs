//! Login status of the real CLI.

use claude_sdk::Options;
use claude_sdk::auth::{self, AuthState};
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
    assert_eq!(lab.api.requests().len(), 0);
}
