//! Status: asks the CLI with `claude auth status --json` whether it is logged in.
//!
//! The answer is for people and for decisions such as whether to show a login page. A start does
//! not need it: a session that is not logged in fails with `ErrorKind::Auth`.

use std::time::Duration;

use serde_json::{Map, Value};

use crate::boxed::{BoxFuture, boxed};
use crate::error::Result;
use crate::launch;
use crate::options::Options;

/// How long the CLI has to answer.
const ASKED: Duration = Duration::from_secs(15);

/// Whether the CLI is logged in.
///
/// # Examples
///
/// ```
/// use claude_sdk::auth::{AuthState, AuthStatus};
///
/// assert_eq!(AuthStatus::default().state, AuthState::Unknown);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum AuthState {
    /// The CLI has a login or a key. Whether the API accepts it is known only after a request.
    LoggedIn,
    /// The CLI has neither. A session would fail.
    LoggedOut,
    /// The CLI did not say, or said something that is not understood. A session may work.
    #[default]
    Unknown,
}

/// What the CLI says about its login. Every text is as the CLI writes it.
///
/// # Examples
///
/// ```
/// let status = claude_sdk::auth::AuthStatus::default();
/// assert_eq!(status.method, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct AuthStatus {
    /// Whether it is logged in.
    pub state: AuthState,
    /// How, such as `claude.ai`, `api_key`, `oauth_token` or `none`.
    pub method: Option<String>,
    /// The provider of the API, such as `firstParty`, `bedrock` or `vertex`.
    pub provider: Option<String>,
    /// Where the API key comes from, such as `ANTHROPIC_API_KEY` or `apiKeyHelper`.
    pub api_key_source: Option<String>,
    /// The email address of the account.
    pub email: Option<String>,
    /// The name of the organization.
    pub organization: Option<String>,
    /// The subscription, such as `max`.
    pub subscription: Option<String>,
}

/// Asks the CLI whether it is logged in, with the environment and the settings of a session with
/// these options.
///
/// Runs `claude auth status --json`, which takes about half a second and makes no request to the
/// API. The state is [`AuthState::Unknown`] if the CLI does not know the command, answers with
/// something else, or has not answered after 15 s.
///
/// The command of a [`Credentials::Helper`] is not run: the state is [`AuthState::LoggedIn`] whatever
/// key it would print.
///
/// [`Credentials::Helper`]: crate::options::Credentials::Helper
///
/// # Errors
///
/// - [`Error::CliNotFound`](crate::Error::CliNotFound) and
///   [`Error::Launch`](crate::Error::Launch) if the CLI is not found or cannot be started.
/// - [`Error::Options`](crate::Error::Options) if this build cannot start processes, or if the settings
///   contain credentials, and so do the options.
/// - [`Precondition::Settings`](crate::error::Precondition::Settings) if the settings cannot be read.
///
/// # Panics
///
/// Panics if polled outside a tokio runtime.
///
/// # Cancel safety
///
/// Dropping the future ends the CLI.
pub async fn status(options: &Options) -> Result<AuthStatus> {
    asked(options).await
}

/// Not generic, so that it is compiled here and not where the future is polled.
fn asked(options: &Options) -> BoxFuture<'_, Result<AuthStatus>> {
    boxed(async {
        let output =
            launch::output_with_settings(options, &["auth", "status", "--json"], ASKED).await?;
        Ok(understood(&output.stdout))
    })
}

/// Reads the answer of the CLI. It may stand between other lines, such as an update notice.
fn understood(output: &[u8]) -> AuthStatus {
    let begins = output.iter().enumerate().filter(|(_, byte)| **byte == b'{');
    let answers = begins.filter_map(|(at, _)| {
        let mut values = serde_json::Deserializer::from_slice(&output[at..]).into_iter();
        values.next()?.ok()
    });
    let mut answers = answers.filter(|answer: &Map<String, Value>| answer.contains_key("loggedIn"));
    let Some(answer) = answers.next() else { return AuthStatus::default() };
    let text = |name: &str| answer.get(name).and_then(Value::as_str).map(str::to_owned);
    AuthStatus {
        state: match answer.get("loggedIn") {
            Some(Value::Bool(true)) => AuthState::LoggedIn,
            Some(Value::Bool(false)) => AuthState::LoggedOut,
            _ => AuthState::Unknown,
        },
        method: text("authMethod"),
        provider: text("apiProvider"),
        api_key_source: text("apiKeySource"),
        email: text("email"),
        organization: text("orgName"),
        subscription: text("subscriptionType"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_the_cli_are_understood() {
        let out = br#"{ "loggedIn": false, "authMethod": "none", "apiProvider": "firstParty" }"#;
        let status = understood(out);
        assert_eq!(status.state, AuthState::LoggedOut);
        assert_eq!((status.method.as_deref(), status.email), (Some("none"), None));

        let account = br#"A new version is available {1.2}.
            {
              "loggedIn": true, "authMethod": "claude.ai", "email": "me@example.com",
              "orgName": null, "subscriptionType": "max", "unknown": [1]
            }
            bye"#;
        let status = understood(account);
        assert_eq!(status.state, AuthState::LoggedIn);
        assert_eq!(status.email.as_deref(), Some("me@example.com"));
        assert_eq!((status.organization, status.subscription.as_deref()), (None, Some("max")));
    }

    #[test]
    fn anything_else_is_unknown() {
        for output in ["", "error: unknown command 'auth'", "{", "[{}]", r#"{"loggedIn":"yes"}"#] {
            assert_eq!(understood(output.as_bytes()).state, AuthState::Unknown, "{output}");
        }
        let deep = "{".repeat(64 << 10);
        assert_eq!(understood(deep.as_bytes()).state, AuthState::Unknown);
    }
}
