//! A clean place to run the real CLI in.

use std::path::{Path, PathBuf};

use claude_sdk::{Options, Result};
use claude_testkit::fake_api::{FakeApi, Request, Script};
use tempfile::TempDir;

/// A home, a working directory and an API of its own.
pub(super) struct Lab {
    cli: PathBuf,
    pub(super) api: FakeApi,
    home: TempDir,
    work: TempDir,
}

impl Lab {
    /// Sets everything up; `None` if there is no CLI to test and none is required.
    pub(super) async fn new(script: impl Into<Script>) -> Option<Self> {
        Some(Self {
            cli: cli()?,
            api: FakeApi::start(script).await.unwrap(),
            home: TempDir::new().unwrap(),
            work: TempDir::new().unwrap(),
        })
    }

    /// Options for the CLI: nothing of this machine's environment.
    pub(super) fn options(&self) -> Options {
        self.on(Options::default().env_clear(true))
    }

    /// The same on top of other options, with what these inherit.
    pub(super) fn on(&self, options: Options) -> Options {
        let home = self.home.path().to_str().unwrap();
        options
            .cli_path(&self.cli)
            .cwd(self.work.path())
            .env("HOME", home)
            .env("PATH", "/usr/bin:/bin")
            .env("LANG", "C.UTF-8")
            .env("ANTHROPIC_BASE_URL", self.api.url())
            .env("ANTHROPIC_API_KEY", "sk-ant-fake-000")
            .env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1")
            .env("DISABLE_AUTOUPDATER", "1")
            .env("DISABLE_TELEMETRY", "1")
            .env("DISABLE_ERROR_REPORTING", "1")
    }

    /// The requests for a message. Some CLIs look first whether there is an API at all.
    pub(super) fn asked(&self) -> Vec<Request> {
        self.api.requests().into_iter().filter(Request::is_message).collect()
    }

    /// The home of the CLI's user.
    pub(super) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A path in the working directory.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.work.path().join(name)
    }

    /// Tells whether a command left its trace: a file that it would have made.
    pub(super) fn left_trace(&self, name: &str) -> bool {
        Path::new(&self.file(name)).exists()
    }
}

/// The CLI to test; `None` if there is none and none is required.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what was skipped")]
pub(super) fn cli() -> Option<PathBuf> {
    let cli = std::env::var_os("CLAUDE_TEST_CLI");
    if cli.is_none() {
        let required = std::env::var_os("CLAUDE_TEST_REQUIRE_CLI").is_some();
        assert!(!required, "the real CLI is required, and CLAUDE_TEST_CLI is not set");
        eprintln!("skipped: CLAUDE_TEST_CLI is not set");
    }
    cli.map(PathBuf::from)
}

/// What a session's stderr would have told; shown when a test fails.
pub(super) fn expect<T>(result: Result<T>) -> T {
    result.unwrap_or_else(|error| panic!("{error}: {error:?}"))
}
