//! Credentials: makes the explicit credentials of the options the only ones that the CLI uses.
//!
//! The CLI looks for credentials in its environment, in the `env` and `apiKeyHelper` of settings,
//! and in a stored login, and may send two of them in one request. So three things are done:
//!
//! 1. The variables below are not inherited.
//! 2. `apiKeyHelper` is always set in the private settings file, which precedes other settings.
//! 3. [`MANAGED`] makes the CLI ignore providers, addresses and credentials in settings. With it,
//!    the CLI ignores `apiKeyHelper`, too, so for a helper the private file sets the variables to
//!    an empty text instead.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use claude_transport::Environment;

use crate::options::{Credentials, Options};

/// Makes the CLI take provider, address and credentials from its own environment only.
const MANAGED: &str = "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST";

/// The variable of an API key.
const API_KEY: &str = "ANTHROPIC_API_KEY";

/// The variable of an OAuth token.
const OAUTH_TOKEN: &str = "CLAUDE_CODE_OAUTH_TOKEN";

/// The address of the API.
const BASE_URL: &str = "ANTHROPIC_BASE_URL";

/// Headers for every request, which may contain credentials.
const HEADERS: &str = "ANTHROPIC_CUSTOM_HEADERS";

/// Variables that are not inherited either, but that the caller may set.
const ALSO: [&str; 2] = [HEADERS, MANAGED];

/// Variables that are credentials, name a place of credentials, or choose another provider, which
/// has credentials of its own.
const CREDENTIALS: [&str; 27] = [
    API_KEY,
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_AWS_API_KEY",
    "ANTHROPIC_FEDERATION_RULE_ID",
    "ANTHROPIC_FOUNDRY_API_KEY",
    "ANTHROPIC_FOUNDRY_AUTH_TOKEN",
    "ANTHROPIC_IDENTITY_TOKEN",
    "ANTHROPIC_IDENTITY_TOKEN_FILE",
    "ANTHROPIC_PROFILE",
    "ANTHROPIC_UNIX_SOCKET",
    "AWS_BEARER_TOKEN_BEDROCK",
    "CCR_OAUTH_TOKEN_FILE",
    "CLAUDE_CODE_API_KEY_FILE_DESCRIPTOR",
    "CLAUDE_CODE_GATEWAY_TOKEN_FILE_DESCRIPTOR",
    "CLAUDE_CODE_HOST_AUTH_ENV_VAR",
    "CLAUDE_CODE_HOST_CREDS_FILE",
    "CLAUDE_CODE_OAUTH_REFRESH_TOKEN",
    OAUTH_TOKEN,
    "CLAUDE_CODE_OAUTH_TOKEN_FILE_DESCRIPTOR",
    "CLAUDE_CODE_SESSION_ACCESS_TOKEN",
    "CLAUDE_CODE_USE_ANTHROPIC_AWS",
    "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD",
    "CLAUDE_CODE_USE_BEDROCK",
    "CLAUDE_CODE_USE_FOUNDRY",
    "CLAUDE_CODE_USE_GATEWAY",
    "CLAUDE_CODE_USE_MANTLE",
    "CLAUDE_CODE_USE_VERTEX",
];

/// Returns whether a variable is a credential, or chooses a provider with others. Some systems do
/// not distinguish upper and lower case.
pub(crate) fn is_credential(name: &OsStr) -> bool {
    CREDENTIALS.iter().any(|credential| name.eq_ignore_ascii_case(credential))
}

/// Removes inherited credentials.
pub(super) fn without_inherited(options: &Options, env: Environment) -> Environment {
    if !options.credentials.are_explicit() {
        return env;
    }
    CREDENTIALS.iter().chain(&ALSO).fold(env, |env, name| env.remove(*name))
}

/// Sets [`MANAGED`]. The caller can change it.
pub(super) fn managed(options: &Options, env: Environment) -> Environment {
    match options.credentials {
        Credentials::ApiKey(_) | Credentials::OAuthToken(_) => env.set(MANAGED, "1"),
        Credentials::Inherit | Credentials::Helper(_) => env,
    }
}

/// Sets the variable of the credentials.
pub(super) fn set(options: &Options, env: Environment) -> Environment {
    match &options.credentials {
        Credentials::ApiKey(key) => env.set(API_KEY, key.expose()),
        Credentials::OAuthToken(token) => env.set(OAUTH_TOKEN, token.expose()),
        Credentials::Inherit | Credentials::Helper(_) => env,
    }
}

/// Returns the variables that the private settings file must set, so that no other settings do.
/// `variable` returns a variable of the environment of the CLI.
pub(super) fn in_settings(
    options: &Options,
    variable: impl Fn(&str) -> Option<String>,
) -> BTreeMap<&'static str, String> {
    if !matches!(options.credentials, Credentials::Helper(_)) {
        return BTreeMap::new();
    }
    // An empty text counts as not set.
    let none = CREDENTIALS.iter().map(|name| (*name, String::new()));
    let kept = [BASE_URL, HEADERS].map(|name| (name, variable(name).unwrap_or_default()));
    none.chain(kept).collect()
}
