//! Credentials: with what the CLI authenticates itself at the API. `launch/environment/credentials.rs` passes
//! them to the CLI.

use std::fmt;

use super::Secret;

/// What the CLI authenticates itself with at the API.
///
/// Every variant except [`Credentials::Inherit`] is the only one that the CLI uses. Other keys,
/// tokens and providers are ignored: those of this process's environment, of the settings of the
/// user and the project, and a stored login. `ANTHROPIC_BASE_URL` is read from the environment of
/// the CLI only, so that the settings of a project cannot send a key elsewhere.
///
/// # Examples
///
/// ```
/// use claude_sdk::Options;
/// use claude_sdk::options::{Credentials, Secret};
///
/// let key = Secret::new("sk-ant-…");
/// let options = Options::default().credentials(Credentials::ApiKey(key));
/// // `Debug` shows the kind and not the key.
/// assert!(format!("{options:?}").contains("ApiKey"));
/// assert!(!format!("{options:?}").contains("sk-ant"));
/// ```
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Credentials {
    /// What the CLI finds by itself: in its environment, in settings, or a stored login (default).
    #[default]
    Inherit,
    /// An API key. Becomes the variable `ANTHROPIC_API_KEY`.
    ApiKey(Secret),
    /// A token of `claude setup-token`. Becomes the variable `CLAUDE_CODE_OAUTH_TOKEN`.
    OAuthToken(Secret),
    /// A shell command that prints a key. Becomes the setting `apiKeyHelper`.
    ///
    /// The CLI runs the command, and runs it again when the key has expired. The key goes to
    /// `ANTHROPIC_BASE_URL` of its environment, whatever settings say; with
    /// [`Options::connector`](crate::Options::connector), to that of
    /// [`Options::env`](crate::Options::env) only.
    Helper(String),
}

impl Credentials {
    /// Returns whether these are the only credentials that the CLI may use.
    pub(crate) fn are_explicit(&self) -> bool {
        !matches!(self, Self::Inherit)
    }

    /// Returns the text of the error if they are invalid.
    pub(crate) fn problem(&self) -> Option<String> {
        let invalid = |secret: &Secret, name: &str| {
            let text = secret.expose();
            let is_plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic());
            (!is_plain).then(|| {
                format!(
                    "the {name} of `credentials` must consist of ASCII characters without white \
                     space, and must not be empty"
                )
            })
        };
        match self {
            Self::Inherit => None,
            Self::ApiKey(key) => invalid(key, "API key"),
            Self::OAuthToken(token) => invalid(token, "OAuth token"),
            Self::Helper(command) => {
                let is_valid = !command.trim().is_empty() && !command.contains('\0');
                (!is_valid).then(|| {
                    "the command of `Credentials::Helper` must not be empty or contain a NUL byte"
                        .into()
                })
            }
        }
    }
}

impl fmt::Debug for Credentials {
    /// Shows the kind, and nothing else.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Inherit => "Inherit",
            Self::ApiKey(_) => "ApiKey(…)",
            Self::OAuthToken(_) => "OAuthToken(…)",
            Self::Helper(_) => "Helper(…)",
        })
    }
}
