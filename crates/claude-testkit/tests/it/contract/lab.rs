//! Lab: a clean environment for the real CLI.

use std::path::{Path, PathBuf};

use claude_sdk::options::EnvPolicy;
use claude_sdk::{Options, Result};
use claude_testkit::fake_api::{FakeApi, Request, Script};
use tempfile::TempDir;

/// A home, a working directory and an API for one test.
pub(super) struct Lab {
    cli: PathBuf,
    pub(super) api: FakeApi,
    home: TempDir,
    work: TempDir,
}

impl Lab {
    /// Creates the lab. Returns `None` if there is no CLI to test and none is required.
    pub(super) async fn new(script: impl Into<Script>) -> Option<Self> {
        Some(Self {
            cli: cli()?,
            api: FakeApi::start(script).await.unwrap(),
            home: TempDir::new().unwrap(),
            work: TempDir::new().unwrap(),
        })
    }

    /// Options for the CLI, without the environment of this machine.
    pub(super) fn options(&self) -> Options {
        self.on(Options::default().env_policy(EnvPolicy::Clear))
    }

    /// The same without an API key.
    pub(super) fn without_key(&self) -> Options {
        Place::of(self).without_key(Options::default().env_policy(EnvPolicy::Clear))
    }

    /// The same on top of other options, with the variables that these inherit.
    pub(super) fn on(&self, options: Options) -> Options {
        Place::of(self).on(options)
    }

    /// The requests for a message. Some CLIs first check whether the API is available.
    pub(super) fn asked(&self) -> Vec<Request> {
        self.api.requests().into_iter().filter(Request::is_message).collect()
    }

    /// The home of the user of the CLI.
    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A path in the working directory.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.work.path().join(name)
    }

    /// Returns whether a command has created this file.
    pub(super) fn left_trace(&self, name: &str) -> bool {
        Path::new(&self.file(name)).exists()
    }
}

/// Where a CLI is and runs, so that another process can start it.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct Place {
    cli: PathBuf,
    home: PathBuf,
    work: PathBuf,
    api: String,
}

impl Place {
    pub(super) fn of(lab: &Lab) -> Self {
        Self {
            cli: lab.cli.clone(),
            home: lab.home.path().into(),
            work: lab.work.path().into(),
            api: lab.api.url(),
        }
    }

    pub(super) fn on(&self, options: Options) -> Options {
        self.without_key(options).env("ANTHROPIC_API_KEY", "sk-ant-fake-000")
    }

    fn without_key(&self, options: Options) -> Options {
        options
            .cli_path(&self.cli)
            .cwd(&self.work)
            .env("HOME", self.home.to_str().unwrap())
            .env("PATH", "/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("ANTHROPIC_BASE_URL", &self.api)
            .env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1")
            .env("DISABLE_AUTOUPDATER", "1")
            .env("DISABLE_TELEMETRY", "1")
            .env("DISABLE_ERROR_REPORTING", "1")
    }
}

/// The CLI to test; `None` if there is none and none is required.
#[expect(clippy::print_stderr, reason = "prints which tests are skipped")]
pub(super) fn cli() -> Option<PathBuf> {
    let cli = std::env::var_os("CLAUDE_TEST_CLI");
    if cli.is_none() {
        let required = std::env::var_os("CLAUDE_TEST_REQUIRE_CLI").is_some();
        assert!(!required, "the real CLI is required, and CLAUDE_TEST_CLI is not set");
        eprintln!("skipped: CLAUDE_TEST_CLI is not set");
    }
    cli.map(PathBuf::from)
}

/// Unwraps a result. On failure it shows the stderr of the session.
pub(super) fn expect<T>(result: Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("{error}: {error:?}"))
}
