//! Preflight: what the answers of a CLI and the options lead to.

use std::time::Duration;

use claude_sdk::auth::AuthState;
use claude_sdk::preflight::{Finding, FolderProblem, Severity};
use claude_sdk::transport::{Launch, Transport, TransportError, memory};
use claude_sdk::version::CliVersion;
use claude_sdk::{Error, Options, preflight};
use tokio::time::Instant;

use crate::stage::{everywhere, paused};

const LOGGED_IN: &str = r#"{"loggedIn": true, "authMethod": "claude.ai"}"#;
const LOGGED_OUT: &str = r#"{"loggedIn": false, "authMethod": "none"}"#;

/// A CLI that answers `--version` and `auth status` like this. Without an answer it hangs.
fn cli(version: Option<&'static str>, login: Option<&'static str>) -> Options {
    let connect = move |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        let answer = if launch.args == ["--version"] { version } else { login };
        let (near, mut far) = memory::pair();
        tokio::spawn(async move {
            match answer {
                Some(answer) => {
                    far.send(answer).await;
                    far.exit(0, "");
                }
                None => while far.next_signal().await.is_some() {},
            }
        });
        Ok(Box::new(near))
    };
    Options::default().connector(connect)
}

fn only(findings: &[Finding]) -> &Finding {
    let [finding] = findings else { panic!("one finding was expected: {findings:?}") };
    assert!(finding.hint().ends_with('.'), "{finding:?}");
    assert!(!finding.to_string().is_empty() && !finding.to_string().contains('\n'));
    finding
}

#[test]
fn a_cli_that_is_ready_has_no_findings() {
    everywhere(async || {
        let report = preflight(&cli(Some("2.1.329 (Claude Code)"), Some(LOGGED_IN))).await;
        assert!(report.is_ready() && report.findings.is_empty(), "{report}");
        assert_eq!(report.version, Some(CliVersion::new(2, 1, 329)));
        assert_eq!(report.auth.unwrap().state, AuthState::LoggedIn);
    });
}

#[test]
fn each_answer_of_a_cli_has_its_finding() {
    everywhere(async || {
        let current = Some("2.1.329 (Claude Code)");
        let report = preflight(&cli(current, Some(LOGGED_OUT))).await;
        assert!(matches!(only(&report.findings), Finding::LoggedOut));
        assert!(!report.is_ready());

        let report = preflight(&cli(current, Some("error: unknown command 'auth'"))).await;
        assert!(matches!(only(&report.findings), Finding::LoginUnknown));
        assert!(report.is_ready(), "a session may work");

        let report = preflight(&cli(Some("2.1.200 (Claude Code)"), Some(LOGGED_IN))).await;
        assert!(matches!(report.findings[0], Finding::NotSupported { .. }), "{report}");
        assert!(matches!(report.findings[1], Finding::KnownProblem { .. }), "{report}");
        assert!(report.is_ready());

        let report = preflight(&cli(Some("2.1.300 (Claude Code)"), Some(LOGGED_IN))).await;
        let Finding::KnownProblem { problem, .. } = only(&report.findings) else {
            panic!("{report}");
        };
        assert_eq!(problem.fixed, CliVersion::new(2, 1, 329));

        let report = preflight(&cli(Some("9.1.0 (Claude Code)"), Some(LOGGED_IN))).await;
        assert!(matches!(only(&report.findings), Finding::Untested { .. }));
        assert!(report.is_ready());

        let old = cli(Some("2.0.76 (Claude Code)"), Some(LOGGED_IN));
        let report = preflight(&old).await;
        assert!(matches!(only(&report.findings), Finding::TooOld { .. }));
        assert!(!report.is_ready());
        let report = preflight(&old.skip_version_check(true)).await;
        assert!(report.findings.is_empty(), "{report}");

        let report = preflight(&cli(Some("Python 3.12.3"), Some("Python 3.12.3"))).await;
        let Finding::NoVersion { output, status } = only(&report.findings) else {
            panic!("{report}");
        };
        assert_eq!((output.as_str(), status.as_str()), ("Python 3.12.3", "exit code 0"));
        assert!(!report.is_ready());
    });
}

#[test]
fn a_cli_that_does_not_answer_is_found_after_the_deadline() {
    paused(async || {
        let begun = Instant::now();
        let report = preflight(&cli(None, None)).await;
        assert_eq!(begun.elapsed(), Duration::from_secs(15));
        assert!(only(&report.findings).to_string().contains("did not exit in time"), "{report}");
    });
}

#[test]
fn invalid_and_unintended_options_are_found_errors_first() {
    everywhere(async || {
        let options = cli(Some("2.1.329"), Some(LOGGED_IN))
            .allow_tools(["Read"])
            .disallow_tools(["Read"])
            .max_budget_usd(-1.0);
        let report = preflight(&options).await;
        let [first, second] = &report.findings[..] else { panic!("{report}") };
        assert!(matches!(first, Finding::Start { error: Error::Options { .. } }), "{report}");
        assert!(matches!(second, Finding::Unintended { .. }), "{report}");
        assert_eq!((first.severity(), second.severity()), (Severity::Error, Severity::Warning));
        let shown = report.to_string();
        assert!(shown.starts_with("error: ") && shown.contains("\nwarning: "), "{shown}");
        assert!(shown.contains(first.hint()), "{shown}");
    });
}

/// Access is checked on this machine, where these tests may run as root.
#[cfg(all(unix, feature = "process"))]
#[test]
fn what_is_missing_on_this_machine_is_found() {
    everywhere(async || {
        let folder = std::env::temp_dir();
        let options = Options::default()
            .cli_path("/nowhere/claude")
            .cwd("/nowhere/project")
            .env("CLAUDE_CONFIG_DIR", "/dev/null/config");
        let report = preflight(&options).await;
        let config = report.findings.iter().find_map(|finding| match finding {
            Finding::ConfigFolder { problem, .. } => Some(*problem),
            _ => None,
        });
        assert_eq!(config, Some(FolderProblem::NotAFolder), "{report}");
        let cwd = report.findings.iter().find_map(|finding| match finding {
            Finding::WorkingDirectory { path, problem } => Some((path.clone(), *problem)),
            _ => None,
        });
        assert_eq!(cwd, Some(("/nowhere/project".into(), FolderProblem::Missing)), "{report}");
        let start = |finding: &Finding| matches!(finding, Finding::Start { .. });
        assert!(report.findings.iter().any(start), "{report}");
        // Positive control: a folder that exists is no finding.
        let report = preflight(&options.cwd(folder)).await;
        let is_cwd = |finding: &Finding| matches!(finding, Finding::WorkingDirectory { .. });
        assert!(!report.findings.iter().any(is_cwd), "{report}");
    });
}
