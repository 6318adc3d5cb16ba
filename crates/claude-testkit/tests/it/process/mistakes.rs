//! Mistakes: what a user is shown for each of them, as one table in `mistakes.txt`.
//!
//! `cargo test -p claude-testkit --test it mistakes` compares the table,
//! `UPDATE_EXPECT=1` before it writes the table anew.

use std::fmt::Write as _;
use std::future::IntoFuture;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::limits::{Deadlines, ResourceLimits};
use claude_sdk::mcp::{NoArgs, Server, Tool};
use claude_sdk::options::EnvPolicy;
use claude_sdk::transport::{Launch, Transport, TransportError};
use claude_sdk::types::McpServerConfig;
use claude_sdk::{Client, Error, McpServers, Options, PermissionMode, query};
use serde_json::json;
use tokio::runtime::Builder;

use super::stage::{bounded, current_thread, echo, options};

/// The table, and the folder that the mistakes are made in.
struct Mistakes {
    folder: tempfile::TempDir,
    table: String,
}

impl Mistakes {
    /// Writes a file with a mode.
    fn file(&self, name: &str, mode: u32, content: &[u8]) -> PathBuf {
        let file = self.folder.path().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, content).unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
        file
    }

    /// A program that writes a text to stderr and exits with code 1.
    fn program(&self, name: &str, stderr: &str) -> Options {
        let script = format!("#!/bin/sh\ncat >&2 <<'EOF'\n{stderr}\nEOF\nexit 1\n");
        on(self.file(name, 0o755, script.as_bytes()))
    }

    fn add(&mut self, mistake: &str, error: &Error) {
        let folder = self.folder.path().to_str().unwrap();
        let mock = env!("CARGO_BIN_EXE_mock-claude");
        let plain = |text: &str| text.replace(folder, "/somewhere").replace(mock, "/bin/claude");
        let kind = serde_json::to_value(error.kind()).unwrap();
        let retry = if error.is_retryable() { ", may be retried" } else { "" };
        write!(
            self.table,
            "{mistake}\n    text: {}\n    hint: {}\n    kind: {}{retry}\n\n",
            plain(&error.to_string()),
            plain(error.hint()),
            kind.as_str().unwrap(),
        )
        .unwrap();
    }

    async fn start(&mut self, mistake: &str, options: Options) {
        let error = bounded(Client::connect(options)).await.unwrap_err();
        self.add(mistake, &error);
    }
}

fn on(cli: impl Into<PathBuf>) -> Options {
    Options::default().cli_path(cli)
}

/// Options for a machine on which only these folders are searched.
fn searching(folders: &str) -> Options {
    Options::default()
        .env_policy(EnvPolicy::Clear)
        .env("PATH", folders)
        .env("HOME", "/somewhere/home")
}

async fn files(all: &mut Mistakes) {
    let folder = all.folder.path().to_owned();
    let no_cli = searching("/somewhere/bin").env("CLAUDE_CLI_PATH", "/somewhere/claude");
    all.start("CLAUDE_CLI_PATH names no file", no_cli).await;
    all.start("`cli_path` names no file", on(folder.join("missing"))).await;
    let batch = all.file("claude.cmd", 0o755, b"@echo off\r\n");
    all.start("`cli_path` names a batch file", on(batch)).await;
    all.start("`cli_path` is a name that is not in PATH", on("claude-that-is-not-there")).await;
    let relative = on("bin/claude").cwd(&folder);
    all.start("`cli_path` is relative, with a `cwd`", relative).await;
    let plain = all.file("plain", 0o644, b"");
    all.start("`cli_path` is not executable", on(plain)).await;
    all.start("`cli_path` is a folder", on(&folder)).await;
    let link = folder.join("link");
    std::os::unix::fs::symlink(folder.join("gone"), &link).unwrap();
    all.start("`cli_path` is a link to a missing file", on(link)).await;
    let stub = all.file("stub", 0o755, b"echo \"Error: not installed\" >&2\nexit 1\n");
    all.start("npm did not run the install script", on(&stub)).await;
    let node = all.file("script", 0o755, b"#!/somewhere/node\n");
    all.start("the interpreter is missing", on(node)).await;
    let cut = std::fs::read("/bin/sh").unwrap();
    let half = all.file("half", 0o755, &cut[..cut.len() / 2]);
    let cut = all.file("cut", 0o755, &cut[..100]);
    all.start("the program is cut off", on(cut)).await;
    all.start("the program is cut off behind its headers", on(half)).await;
    let busy = all.file("busy", 0o755, b"#!/bin/sh\n");
    let writer = std::fs::OpenOptions::new().append(true).open(&busy).unwrap();
    all.start("the program is being written", on(busy)).await;
    drop(writer);
    all.start("`cwd` does not exist", echo().cwd(folder.join("nowhere"))).await;
}

async fn programs(all: &mut Mistakes) {
    let stderr = "cat: unrecognized option '--output-format=stream-json'\nTry 'cat --help'.";
    let other = all.program("cat", stderr);
    all.start("`cli_path` is another program", other).await;
    let silent = on("/bin/true");
    all.start("`cli_path` is a program that does nothing", silent).await;
    let unknown = all.program("flag", "error: unknown option '--nonsense'");
    all.start("`extra_arg` with an unknown flag", unknown.extra_arg("nonsense", None)).await;
    let old = all.program("old", "error: unknown option '--thinking-display'");
    all.start("a CLI that is too old for an option", old).await;
    let id = "11111111-2222-4333-8444-555555555555";
    let session = all.program("session", &format!("No conversation found with session ID: {id}"));
    all.start("`resume` with an unknown session", session.resume(id)).await;
    let settings = all.program("settings", "Error: Settings file not found: /somewhere/s.json");
    all.start("`settings` is a missing file", settings).await;
    let proxy = "Invalid proxy URL in HTTPS_PROXY: \"x\" cannot be parsed as a URL.\n\
                 Fix or unset HTTPS_PROXY and restart Claude Code.";
    let proxy = all.program("proxy", proxy);
    all.start("HTTPS_PROXY is not a URL", proxy).await;
    let files = "Claude Code could not start: EMFILE: too many open files, open '/somewhere/x'";
    let files = all.program("files", files);
    all.start("the CLI may open too few files", files).await;
}

async fn limits(all: &mut Mistakes) {
    let wrapped = echo().wrap_command(|mut launch| {
        launch.program = "/nowhere/bwrap".into();
        launch
    });
    all.start("`wrap_command` returns a program that does not exist", wrapped).await;
    let failing = echo().wrap_command(|launch| {
        let mut shell = Launch::new("/bin/sh").args(["-c", "echo 'no such image' >&2; exit 125"]);
        shell.env = launch.env;
        shell
    });
    all.start("`wrap_command` returns a program that fails", failing).await;
    let panics = echo().wrap_command(|_| panic!("it panics"));
    all.start("the function of `wrap_command` panics", panics).await;
    let none = ResourceLimits::new().open_files(0);
    all.start("no open files", echo().resource_limits(none)).await;
    let busy = on(all.file("busy-loop", 0o755, b"#!/bin/sh\nwhile :; do :; done\n"));
    let second = ResourceLimits::new().cpu_time(Duration::from_secs(1));
    all.start("the CLI uses up its CPU time", busy.resource_limits(second)).await;
    let crash = on(all.file("crash", 0o755, b"#!/bin/sh\nkill -ABRT $$\n"));
    let little = ResourceLimits::new().address_space(8 << 30);
    all.start("the CLI crashes with limited memory", crash.resource_limits(little)).await;
    let mut deadlines = Deadlines::default();
    deadlines.session = Some(Duration::from_millis(200));
    let hangs = options("expect user; hang").deadlines(deadlines);
    let client = Client::connect(hangs).await.unwrap();
    let error = bounded(async { client.send("x").await?.text().await }).await.unwrap_err();
    all.add("a session at its deadline", &error);
    let client = Client::connect(options("expect user; text \"begun\"; hang")).await.unwrap();
    let _turn = client.send("x").await.unwrap();
    let error = bounded(client.recycle()).await.unwrap_err();
    all.add("`recycle` while a turn runs", &error);
}

async fn contradictions(all: &mut Mistakes) {
    all.start("`fork_session` alone", echo().fork_session(true)).await;
    let bypass = echo().permission_mode(PermissionMode::BypassPermissions);
    all.start("bypassing permissions without `allow_bypass`", bypass).await;
    let hook = |pattern: &str| {
        let matcher = HookMatcher::new(HookEvent::PreToolUse).matching(pattern);
        echo().on_hook(matcher, async |_, _| proceed())
    };
    all.start("a hook for a rule", hook("Bash(git push:*)")).await;
    all.start("a hook for a name in another case", hook("bash")).await;
    all.start("a hook for an invalid expression", hook("(")).await;
    let text = json!({ "type": "string" });
    let tool = Tool::new("shout", "Shouts.", |_: NoArgs| async {});
    let tool = tool.input_schema(text.as_object().unwrap().clone());
    let server = Server::builder("lab", "1").add(tool).build();
    all.start("a tool whose arguments are text", echo().mcp_server("lab", server)).await;
}

async fn sessions(all: &mut Mistakes) {
    let client = Client::connect(echo()).await.unwrap();
    client.close().await.unwrap();
    let error = client.send("x").await.unwrap_err();
    all.add("a client that was closed", &error);
    let run = bounded(query("x", echo()).into_future()).await.unwrap();
    let error = bounded(run.client().set_model("haiku")).await.unwrap_err();
    all.add("a request to a query without callbacks", &error);
    let servers = McpServers::new().external("files", McpServerConfig::stdio("mcp-typo", [""; 0]));
    let required = echo().mcp_servers(servers).require_mcp_servers(["files"]);
    if let Err(error) = bounded(Client::connect(required)).await {
        all.add("a required MCP server that the CLI does not report", &error);
    }
}

fn runtimes(all: &mut Mistakes) {
    let mut start = pin!(Client::connect(echo()));
    let Poll::Ready(Err(error)) = start.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    else {
        panic!("it was started without a runtime");
    };
    all.add("no runtime", &error);
    let mut text = pin!(query("x", echo()).text());
    let polled = text.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    assert!(matches!(polled, Poll::Ready(Err(Error::Runtime { .. }))), "{polled:?}");
    let no_io = Builder::new_current_thread().enable_time().build().unwrap();
    let error = no_io.block_on(Client::connect(echo())).unwrap_err();
    all.add("a runtime without IO", &error);
    let no_time = Builder::new_current_thread().enable_io().build().unwrap();
    let error = no_time.block_on(Client::connect(echo())).unwrap_err();
    all.add("a runtime without time", &error);
    let gone = current_thread();
    let client = gone.block_on(Client::connect(echo())).unwrap();
    drop(gone);
    let here = current_thread();
    let error = here.block_on(bounded(client.send("x"))).unwrap_err();
    all.add("a client whose runtime was dropped", &error);
    let idle = current_thread();
    let steps = "expect user; text \"Done.\"; result; expect user; text \"Done.\"; result";
    let client = idle.block_on(Client::connect(options(steps))).unwrap();
    let ask = || idle.block_on(bounded(async { client.send("x").await?.text().await }));
    // Positive control: on the runtime of its own, the client works.
    assert_eq!(ask().unwrap(), "Done.");
    let error = here.block_on(bounded(client.send("x"))).unwrap_err();
    all.add("a client whose runtime does not run", &error);
    assert_eq!(ask().unwrap(), "Done.");
}

async fn other_machine(all: &mut Mistakes) {
    let url = echo().extra_arg("sdk-url", "wss://build-7.example:8443");
    all.start("the flag with which the CLI connects to a server", url).await;
    for (mistake, resumable) in [
        ("a lost connection to a CLI that may run", false),
        ("a lost connection to a CLI that has ended", true),
    ] {
        let connect = move |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
            Err(TransportError::Lost { resumable })
        };
        all.start(mistake, Options::default().connector(connect)).await;
    }
}

#[test]
fn each_mistake_has_a_text_and_a_hint() {
    let mut all = Mistakes { folder: tempfile::tempdir().unwrap(), table: String::new() };
    let runtime = current_thread();
    runtime.block_on(async {
        files(&mut all).await;
        programs(&mut all).await;
        contradictions(&mut all).await;
        sessions(&mut all).await;
        limits(&mut all).await;
        other_machine(&mut all).await;
    });
    runtimes(&mut all);
    expect_test::expect_file!["mistakes.txt"].assert_eq(&all.table);
}

/// The first file that is found may be one that npm has left unfinished.
#[test]
fn the_search_goes_on_to_a_program_that_works() {
    let all = Mistakes { folder: tempfile::tempdir().unwrap(), table: String::new() };
    let sh = std::fs::read("/bin/sh").unwrap();
    // It starts, and crashes.
    let behind_the_headers = &sh[..sh.len() / 2];
    let broken: [(&str, &[u8]); 6] = [
        ("stub", b"echo not installed\n"),
        ("empty", b""),
        ("script", b"#!/somewhere/node\n"),
        ("node", b"#!/usr/bin/env no-such-node\n"),
        ("cut", b"\x7fELF\x02\x01\x01"),
        ("behind-the-headers", behind_the_headers),
    ];
    let mut folders = Vec::new();
    for (name, content) in broken {
        folders.push(all.file(&format!("{name}/claude"), 0o755, content));
    }
    let works = all.folder.path().join("works/claude");
    std::fs::create_dir_all(works.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_mock-claude"), &works).unwrap();
    folders.push(works);
    let search = |files: &[PathBuf]| {
        let folders: Vec<_> = files.iter().filter_map(|file| file.parent()).collect();
        let path = std::env::join_paths(folders.iter().map(|folder: &&Path| folder)).unwrap();
        searching(path.to_str().unwrap())
    };
    current_thread().block_on(async {
        let text = bounded(query("hello", search(&folders)).text()).await.unwrap();
        assert!(text.contains("hello"), "{text}");
        // Without one, the error is about these files, unless this machine has a CLI.
        let broken = search(&folders[..6]);
        if let Err(error @ Error::CliNotFound { .. }) = bounded(Client::connect(broken)).await {
            let text = error.to_string();
            assert!(text.contains(folders[0].to_str().unwrap()), "{text}");
            assert!(text.contains("it is not a program") && text.contains("3 more"), "{text}");
        }
    });
}
