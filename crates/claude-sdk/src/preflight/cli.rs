//! The CLI: asks it for its version and its login.

use std::time::Duration;

use super::Finding;
use crate::auth::{self, AuthStatus};
use crate::error::{CliVersion, Result};
use crate::launch;
use crate::options::Options;

/// How long the CLI has to report its version. It takes 50 ms.
const ASKED: Duration = Duration::from_secs(15);

/// Returns the version and the login of the CLI, or the error of its start.
pub(super) async fn ask(
    options: &Options,
) -> Result<(std::result::Result<CliVersion, Finding>, AuthStatus)> {
    // Both at once: each takes some hundred milliseconds.
    let (version, auth) = tokio::join!(version(options), auth::status(options));
    Ok((version?, auth?))
}

async fn version(options: &Options) -> Result<std::result::Result<CliVersion, Finding>> {
    let output = launch::output(options, &["--version"], ASKED).await?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // The version may stand between other lines, such as an update notice.
    if let Some(version) = text.lines().find_map(CliVersion::parse) {
        return Ok(Ok(version));
    }
    let (status, stderr) = match output.exit {
        Some(exit) => (exit.to_string(), exit.stderr),
        None => (String::new(), String::new()),
    };
    let last = |text: &str| text.lines().rev().find(|line| !line.trim().is_empty()).map(Into::into);
    let output = last(&stderr).or_else(|| last(&text)).unwrap_or_default();
    Ok(Err(Finding::NoVersion { status, output }))
}
