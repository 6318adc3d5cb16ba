//! Checks: all that a preflight looks at, each independent of the others.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use claude_types::PermissionMode;

use super::{Finding, Preflight, cli, folders};
use crate::auth::AuthState;
use crate::boxed::{BoxFuture, boxed};
use crate::error::{CliSupport, CliVersion};
use crate::options::Options;

/// The variables of the CLI.
type Variables = BTreeMap<OsString, OsString>;

/// Checks whether a session with these options can start and work on this machine.
///
/// It checks the options, the CLI and its version, the login, the user, the working directory, the
/// folders in which the CLI stores its data, and the space on their disks. It starts the CLI twice
/// (`--version`, `auth status`), which takes about half a second, makes no request to the API, and
/// changes nothing. A CLI that does not answer within 15 s is a finding.
///
/// The user and the file system are checked on Unix only, and not with an
/// [`Options::connector`]: the CLI then runs elsewhere. With [`Options::wrap_command`], they are
/// those of this machine. Access is checked for the user of this process, also if
/// [`Options::uid`] sets another one.
///
/// # Cancel safety
///
/// Dropping the future ends the CLI.
///
/// # Panics
///
/// Panics if polled outside a tokio runtime.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Options, preflight};
///
/// # async fn run() {
/// for finding in preflight(&Options::default()).await.findings {
///     eprintln!("{finding}: {}", finding.hint());
/// }
/// # }
/// ```
pub async fn preflight(options: &Options) -> Preflight {
    checked(options).await
}

/// Not generic, so that it is compiled here and not where the future is polled.
fn checked(options: &Options) -> BoxFuture<'_, Preflight> {
    boxed(async {
        let mut findings = Vec::new();
        if let Err(error) = options.validate() {
            findings.push(Finding::Start { error });
        }
        findings
            .extend(options.warnings().into_iter().map(|warning| Finding::Unintended { warning }));
        if options.connector.is_none() {
            let variables = options.environment(std::env::vars_os());
            findings.extend(root_bypass(options, &variables, folders::user()));
            findings.extend(on_disk(options, &variables).await);
        }
        let (version, auth) = match cli::ask(options).await {
            Err(error) => {
                findings.push(Finding::Start { error });
                return Preflight::new(findings, None, None);
            }
            Ok(answers) => answers,
        };
        let version = match version {
            Ok(version) => Some(version),
            Err(finding) => {
                findings.push(finding);
                None
            }
        };
        let unchecked = options.skip_version_check;
        if let Some(version) = version.filter(|_| !unchecked) {
            findings.extend(of_version(version));
        }
        match auth.state {
            AuthState::LoggedIn => {}
            AuthState::LoggedOut => findings.push(Finding::LoggedOut),
            // If it is another program, its login does not matter.
            AuthState::Unknown if version.is_none() => {}
            AuthState::Unknown => findings.push(Finding::LoginUnknown),
        }
        Preflight::new(findings, version, Some(auth))
    })
}

/// Returns what is known about a version: too old, not supported, problems, or newer than all that
/// were tested.
fn of_version(found: CliVersion) -> Vec<Finding> {
    let problems = found.problems().map(|problem| Finding::KnownProblem { found, problem });
    let is_newer = CliVersion::TESTED.iter().all(|tested| found > *tested);
    match found.support() {
        CliSupport::Refused => vec![Finding::TooOld { found }],
        CliSupport::Supported if is_newer => vec![Finding::Untested { found }],
        CliSupport::Supported => problems.collect(),
        _ => [Finding::NotSupported { found }].into_iter().chain(problems).collect(),
    }
}

/// Returns a finding if the CLI would refuse to start because it runs as root. It also refuses if
/// the mode is only allowed, and not chosen.
fn root_bypass(options: &Options, variables: &Variables, user: Option<u32>) -> Option<Finding> {
    let bypass =
        options.allow_bypass || options.permission_mode == Some(PermissionMode::BypassPermissions);
    let is_root = options.uid.or(user) == Some(0);
    let variable = |name: &str| variables.get(OsStr::new(name));
    let in_sandbox = variable("IS_SANDBOX").is_some_and(|value| value == "1")
        || variable("CLAUDE_CODE_BUBBLEWRAP").is_some_and(|value| !value.is_empty());
    (bypass && is_root && !in_sandbox).then_some(Finding::RootBypass)
}

/// Checks folders and disks, on a thread for blocking work.
async fn on_disk(options: &Options, variables: &Variables) -> Vec<Finding> {
    let cwd = options.cwd.clone().or_else(|| std::env::current_dir().ok());
    let variable = |name: &str| variables.get(OsStr::new(name)).filter(|value| !value.is_empty());
    let config = variable("CLAUDE_CONFIG_DIR").map(PathBuf::from);
    let config = config.or_else(|| Some(PathBuf::from(variable("HOME")?).join(".claude")));
    let check = move || folders::findings(cwd, config, std::env::temp_dir());
    tokio::task::spawn_blocking(check).await.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_may_bypass_permissions_in_a_sandbox_only() {
        let with = |options: &Options, variables: &[(&str, &str)], user| {
            let pairs = variables.iter().map(|(name, value)| (name.into(), value.into()));
            root_bypass(options, &pairs.collect(), Some(user)).is_some()
        };
        let allowed = Options::default().allow_bypass(true);
        assert!(with(&allowed, &[], 0), "allowing it is enough for the CLI to refuse");
        assert!(with(&allowed, &[("IS_SANDBOX", "true")], 0), "only 1 counts");
        assert!(!with(&allowed, &[("IS_SANDBOX", "1")], 0));
        assert!(!with(&allowed, &[("CLAUDE_CODE_BUBBLEWRAP", "1")], 0));
        assert!(!with(&allowed, &[], 1000));
        assert!(!with(&Options::default(), &[], 0));
        #[cfg(unix)]
        {
            assert!(with(&allowed.clone().uid(0), &[], 1000));
            assert!(!with(&allowed.uid(1000), &[], 0));
        }
    }
}
