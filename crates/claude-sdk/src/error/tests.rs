//! What errors tell: in words, as classes, and as data.

use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use claude_protocol::ProtocolError;
use claude_transport::cli::{Located, Search};
use claude_transport::{LaunchErrorKind, TransportError};
use claude_types::{Message, PermissionMode, RateLimitType, ResultMessage};
use expect_test::expect;
use serde_json::{Value, json};

use super::{
    CliVersion, CloseReason, Diagnostics, Error, ErrorKind, ExitCause, JsonFailure, Precondition,
};
use crate::usage::BudgetItem;

mod classes;
mod from_protocol;
mod secrets;

fn not_found(paths: &[&str]) -> Error {
    let mut located = Located::default();
    located.absent = paths.iter().map(Into::into).collect();
    Error::CliNotFound { located: located.into() }
}

/// A result with these fields.
fn result(fields: Value) -> ResultMessage {
    let mut line = json!({ "type": "result", "session_id": "s" });
    line.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    match Message::decode(line.to_string().as_bytes()) {
        Message::Result(result) => *result,
        other => panic!("{other:?}"),
    }
}

fn failed(text: &str) -> Box<ResultMessage> {
    Box::new(result(json!({ "subtype": "success", "is_error": true, "result": text })))
}

fn launch(kind: LaunchErrorKind) -> Error {
    let source = io::Error::other("the words of the system");
    TransportError::Launch { program: "claude".into(), kind, source }.into()
}

fn undecodable() -> ProtocolError {
    ProtocolError::Decode(claude_types::decode::<ResultMessage>("result", b"{").unwrap_err())
}

/// One error of each variant, and of those that are told apart inside a variant.
fn every() -> Vec<Error> {
    let exit = || ("exit code 1".to_owned(), "warning: x\nerror: no such thing\n\n".to_owned());
    let exited = |last_result, cause| {
        let (status, stderr) = exit();
        Error::Exited { program: None, status, stderr, last_result, cause }
    };
    let limit =
        |resets_at, window, result| Error::Limit { resets_at, window, overage: None, result };
    let timeout = |diagnostics| Error::Timeout {
        waiting_for: "initialize".into(),
        after: Duration::from_secs(60),
        diagnostics: Arc::new(diagnostics),
    };
    let run = |fields| Error::Run(Box::new(result(fields)));
    let unresumed = json!({ "is_error": true, "num_turns": 0, "errors": ["No session found"] });
    let resets_at = SystemTime::now().checked_sub(Duration::from_secs(1));
    let limited = json!({ "result": "slow down", "api_error_status": 429 });
    vec![
        Error::options("a and b"),
        not_found(&["/a/claude", "/b/claude"]),
        Error::CliNotFound { located: Search::new().explicit("/a.cmd").run().into() },
        Error::CliTooOld { program: None, flag: Some("--new".into()), found: None, needed: None },
        Error::CliTooOld {
            program: Some("/a/claude".into()),
            flag: None,
            found: CliVersion::parse("2.0.76"),
            needed: Some(CliVersion::TOLERATED),
        },
        launch(LaunchErrorKind::NotFound),
        launch(LaunchErrorKind::CwdMissing),
        launch(LaunchErrorKind::PermissionDenied),
        launch(LaunchErrorKind::ArgumentsTooLong),
        launch(LaunchErrorKind::NotAProgram),
        launch(LaunchErrorKind::BatchFile),
        launch(LaunchErrorKind::TooManyFiles),
        exited(None, ExitCause::NoHandshake),
        exited(None, ExitCause::WrappedCommand),
        exited(None, ExitCause::OpenFiles),
        exited(None, ExitCause::MemoryLimit),
        exited(None, ExitCause::CpuLimit),
        exited(None, ExitCause::Unknown),
        exited(None, ExitCause::Signal(9)),
        exited(None, ExitCause::ThisProgram),
        from_protocol::exit_without_a_word(),
        exited(None, ExitCause::RootRefused),
        exited(Some(Arc::new(result(unresumed))), ExitCause::ResumeRejected),
        Error::Auth { result: failed("Not logged in") },
        limit(None, None, Box::new(result(limited.clone()))),
        limit(resets_at, Some(RateLimitType::SevenDay), Box::new(result(limited))),
        limit(None, None, failed("Credit balance is too low")),
        Error::Api { status: Some(529), result: failed("Overloaded") },
        Error::Api { status: Some(404), result: failed("no such model") },
        Error::Api { status: None, result: failed("Connection refused") },
        run(json!({
            "subtype": "success", "is_error": true, "result": "flagged", "stop_reason": "refusal",
        })),
        run(json!({
            "subtype": "success", "is_error": true, "result": "too much",
            "stop_reason": "max_tokens",
        })),
        run(json!({ "subtype": "error_max_turns", "is_error": true })),
        run(json!({ "is_error": true, "terminal_reason": "aborted_tools", "errors": ["x"] })),
        undecodable().into(),
        Error::Control { subtype: "set_model".into(), message: "no".into(), code: None },
        timeout(Diagnostics::default()),
        timeout(Diagnostics { noise: vec!["Update available".into()], ..Diagnostics::default() }),
        Error::Closed { reason: CloseReason::ByUser },
        Error::Closed { reason: CloseReason::PromptCancelled },
        Error::Closed { reason: CloseReason::AlreadyDelivered },
        Error::Closed { reason: CloseReason::ConsumerOverflow { bytes: 10 } },
        Error::Closed { reason: CloseReason::ScopeEnded },
        Error::Closed { reason: CloseReason::RuntimeGone },
        Error::Closed { reason: CloseReason::NoResult },
        Error::Closed { reason: CloseReason::InputEnded },
        Error::Unfinished { waiting_for: "the task a1".into(), after: Duration::from_secs(60) },
        Error::Budget {
            item: BudgetItem::Usd,
            limit: 1.0,
            used: 1.25,
            shared: false,
            result: None,
        },
        Error::Budget {
            item: BudgetItem::Tokens,
            limit: 100.0,
            used: 120.0,
            shared: true,
            result: None,
        },
        Error::Json { failure: JsonFailure::Missing, result: failed("no") },
        Error::Json { failure: JsonFailure::Exhausted, result: failed("no") },
        Error::Unsupported { subtype: "teleport".into(), version: CliVersion::parse("2.1.329") },
        Precondition::PermissionMode {
            expected: PermissionMode::Default,
            actual: PermissionMode::BypassPermissions,
        }
        .into(),
        Precondition::Hooks.into(),
        Precondition::Settings { source: Arc::new(io::Error::other("no JSON object")) }.into(),
        Precondition::McpServer { server: "web".into(), reason: "connection refused".into() }
            .into(),
        Precondition::ArgumentTooLong { name: "--betas".into(), bytes: 131_073, limit: 131_072 }
            .into(),
        Precondition::ArgumentsTooLong {
            name: "--add-dir".into(),
            length: 2_000_000,
            total: 2_100_000,
            limit: 2_093_056,
        }
        .into(),
        Precondition::NotSent { notice: "Blank prompt".into() }.into(),
        Precondition::Plugin { plugin: "guard".into(), source: Arc::new(io::Error::other("no")) }
            .into(),
        Error::Runtime { problem: "no tokio runtime is running on this thread".into() },
        Error::Disconnected { place: Some("host build-7".into()), resumable: true },
        Error::Disconnected { place: None, resumable: false },
    ]
}

/// A new variant must be added to [`every`]: this does not compile without it.
fn variant(error: &Error) -> usize {
    match error {
        Error::Options { .. } => 0,
        Error::CliNotFound { .. } => 1,
        Error::CliTooOld { .. } => 2,
        Error::Launch { .. } => 3,
        Error::Exited { .. } => 4,
        Error::Auth { .. } => 5,
        Error::Limit { .. } => 6,
        Error::Api { .. } => 7,
        Error::Run(_) => 8,
        Error::Decode { .. } => 9,
        Error::Control { .. } => 10,
        Error::Timeout { .. } => 11,
        Error::Closed { .. } => 12,
        Error::Unfinished { .. } => 13,
        Error::Budget { .. } => 14,
        Error::Json { .. } => 15,
        Error::Unsupported { .. } => 16,
        Error::Precondition(_) => 17,
        Error::Runtime { .. } => 18,
        Error::Disconnected { .. } => 19,
    }
}

/// The texts below an error.
fn causes(error: &Error) -> Vec<String> {
    let first = error.source();
    std::iter::successors(first, |error| (*error).source()).map(ToString::to_string).collect()
}

#[test]
fn each_variant_is_in_the_table() {
    let mut seen: Vec<_> = every().iter().map(variant).collect();
    seen.dedup();
    assert_eq!(seen, Vec::from_iter(0..20));
}

#[test]
fn what_each_one_says_and_what_can_be_done() {
    let line = |error: &Error| {
        let retry = match (error.is_retryable(), error.retry_after()) {
            (false, None) => String::new(),
            (true, None) => ", retry".into(),
            (true, Some(after)) => format!(", retry after {after:?}"),
            (false, Some(after)) => panic!("{error:?} is not retryable, but after {after:?}"),
        };
        format!("{:?}{retry}\n    {error}\n    {}\n", error.kind(), error.hint())
    };
    let table: String = every().iter().map(line).collect();
    expect![[r#"
        Config
            invalid options: a and b
            Change the options. `Options::validate` checks them without starting the CLI.
        NotFound
            the Claude Code CLI was not found (paths checked: 2)
            Install it with `npm install -g @anthropic-ai/claude-code`, or set its path with `Options::cli_path` or CLAUDE_CLI_PATH.
        NotFound
            the Claude Code CLI was not found: `/a.cmd`: it is a batch file, which is never started (paths checked: 1)
            Repair or replace the file that the message names, install the CLI with `npm install -g @anthropic-ai/claude-code`, or set its path with `Options::cli_path` or CLAUDE_CLI_PATH. `claude_sdk::locate` lists all files that were found.
        Config
            the CLI does not support the flag `--new`: these options require a later version
            Update the CLI. Version 2.1.250 and later are supported.
        Config
            the CLI `/a/claude` (version 2.0.76) is not supported: version 2.1.113 or later is required
            Update the CLI. Version 2.1.250 and later are supported.
        NotFound
            failed to start `claude` (looked up in PATH): no such file
            Set the path of the CLI with `Options::cli_path` or CLAUDE_CLI_PATH, or remove both to search for it.
        Config
            failed to start `claude` (looked up in PATH): the working directory does not exist
            Create the working directory, or set another one with `Options::cwd`.
        Config
            failed to start `claude` (looked up in PATH): permission denied
            Make the file executable for this user (`chmod +x`), and its directories accessible.
        Config
            failed to start `claude` (looked up in PATH): the arguments are too long
            Pass long texts as files: the system prompt with `SystemPrompt::File`, the settings by their path.
        Config
            failed to start `claude` (looked up in PATH): it is not a program of this machine
            Install the CLI again. If npm installed it, its install script did not run (`--ignore-scripts`), or the download is incomplete or for another processor.
        Config
            failed to start `claude` (looked up in PATH): batch files are not started
            Set the path of `claude.exe` with `Options::cli_path`; npm installs it below `node_modules/@anthropic-ai`, beside the batch file.
        ResourceExhaustion, retry
            failed to start `claude` (looked up in PATH): too many open files
            Close files or sessions, or raise the limit (`ulimit -n`), and retry.
        Process
            the CLI exited with exit code 1: error: no such thing
            Check that the program is the Claude Code CLI (run it with `--version`). `Options::cli_path` or CLAUDE_CLI_PATH sets another one.
        Process
            the CLI exited with exit code 1: error: no such thing
            Run the command that the function of `Options::wrap_command` returns by hand: it exited before the CLI answered.
        ResourceExhaustion
            the CLI exited with exit code 1: error: no such thing
            Raise the limit of open files: `ResourceLimits::open_files` if it is set, otherwise `ulimit -n` of this program.
        ResourceExhaustion
            the CLI exited with exit code 1: error: no such thing
            Raise `ResourceLimits::address_space`, and resume the session. The CLI reserves much more than it uses.
        ResourceExhaustion
            the CLI exited with exit code 1: error: no such thing
            Raise `ResourceLimits::cpu_time`, and resume the session.
        Process
            the CLI exited with exit code 1: error: no such thing
            See `stderr` in this error for the last output of the CLI.
        Process
            the CLI exited with exit code 1: error: no such thing
            Check whether the system ran out of memory: the CLI was killed with SIGKILL.
        Process
            the CLI exited with exit code 1: error: no such thing
            Start a new session, which can resume this one: this program has ended the CLI.
        Process
            the CLI exited with exit code 1
            Run the CLI by hand to see why it exits: it wrote no reason.
        Config
            the CLI exited with exit code 1: error: no such thing
            Run as another user, choose another permission mode, or set IS_SANDBOX=1 in a container.
        Session
            the CLI exited with exit code 1: No session found
            Check the session ID and the working directory: a session belongs to the directory in which it was started. `resume_file` resumes it from anywhere.
        Auth
            authentication failed: Not logged in
            Log in with `claude /login`, or set ANTHROPIC_API_KEY.
        RateLimit, retry
            a usage limit was reached: slow down
            Send fewer requests at a time, and retry later.
        Quota, retry after 0ns
            a usage limit was reached (seven_day): slow down
            Wait for the time that `Error::retry_after` returns, or raise the limit.
        Quota
            a usage limit was reached: Credit balance is too low
            Add credit, raise the limit, or use another account.
        Network, retry
            the API request failed (HTTP 529): Overloaded
            Retry later. Check the network and ANTHROPIC_BASE_URL.
        InvalidModel
            the API request failed (HTTP 404): no such model
            Check the name of the model, and that the account may use it.
        Network, retry
            the API request failed: Connection refused
            Retry later. Check the network and ANTHROPIC_BASE_URL.
        Refused
            the model refused: flagged
            Rephrase the prompt, or begin a new conversation: the same prompt is refused again.
        ResourceExhaustion
            the answer reached the limit of output tokens: too much
            Ask for a shorter answer or for parts of it, or raise CLAUDE_CODE_MAX_OUTPUT_TOKENS.
        ResourceExhaustion
            the run failed: error_max_turns
            Raise `Options::max_turns`, or send a prompt to continue.
        Cancelled
            the run was interrupted
            Send the next prompt: the session is intact.
        Process
            failed to read or write a protocol message
            Report this error with the version of the CLI.
        Process
            the CLI refused `set_model`: no
            Read the message. A newer CLI may support the request.
        Timeout, retry
            timed out after 60s waiting for initialize
            Raise the deadline with `Options::deadlines`, or see `diagnostics` in this error for the last output of the CLI.
        Timeout, retry
            timed out after 60s waiting for initialize: Update available
            Check that `Options::cli_path` is the Claude Code CLI: the program wrote plain text instead of protocol messages.
        Process
            the session is closed: it was closed by this program
            Start a new session.
        Cancelled
            the prompt was cancelled before it ran
            Send the prompt again.
        Process
            the prompt was delivered before, so it did not run again
            Read the answer from the session. To run the prompt again, give it a new ID.
        ResourceExhaustion
            the consumer left 10 bytes unread
            Read the stream faster, or choose another `OverflowPolicy`.
        Process
            the scope of the client has ended
            Use a client of the session whose scope has not ended.
        Process
            the session is closed: the tokio runtime that ran it has shut down
            Keep the tokio runtime alive as long as the sessions that were started on it.
        Process
            the turn ended without a result
            Send the prompt again. The messages of the turn contain what the model has said.
        Process
            stdin of the CLI is closed, so it accepts no more requests
            Use a `Client`, or set a callback: then stdin stays open until the run is over.
        Timeout, retry
            not finished after 60s: still waiting for the task a1
            Wait longer, interrupt the turn, or stop the tasks that the message names.
        ResourceExhaustion
            the budget is used up: 1.25 of 1 US dollars
            Raise the limit with `Options::budget`, then resume the session with a new client.
        ResourceExhaustion
            the shared budget is used up: 120 of 100 tokens
            Raise the limit with `Options::budget`, then resume the session with a new client.
        Process, retry
            the answer does not match the requested type: the answer contains no JSON
            Describe the answer in the prompt, or make the type less strict. `failure` contains the value and its mismatches.
        ResourceExhaustion
            the answer does not match the requested type: the CLI gave up after several attempts
            Describe the answer in the prompt, or make the type less strict. `failure` contains the value and its mismatches.
        Config
            the CLI (version 2.1.329) does not support the request `teleport`
            Update the CLI. Version 2.1.250 and later are supported.
        Config
            the CLI runs in permission mode `bypassPermissions` instead of `default`
            Update the CLI, or call `Options::permission_mode_from_settings`.
        Config
            the CLI did not apply the hooks
            Update the CLI, or let the hooks continue on failure (`OnFailure`).
        Config
            failed to read the settings
            Pass a readable file, or JSON text, that contains one object. A relative path is resolved against `Options::cwd`.
        Process
            the MCP server `web` is not ready: connection refused
            Start the server by hand and check its output. `Client::mcp_status` returns its status.
        Config
            the value of `--betas` has 131073 bytes; the limit of the system is 131072 bytes
            Use an option that takes a text or a file, or make the value shorter.
        Config
            the arguments and variables have 2100000 bytes; the limit of the system is 2093056 bytes, and `--add-dir` has the most, 2000000
            Pass fewer or shorter values, or inherit fewer variables (`Options::env_policy`).
        Config
            the prompt was not sent to the model: Blank prompt
            Send a prompt with text, or see the notice for the hook that blocked it.
        Config
            the plugin `guard` refused the prompt
            Change the prompt as the source of this error says, or remove the plugin.
        Config
            no tokio runtime is running on this thread
            Run it inside a tokio runtime with all drivers: `#[tokio::main]`, or `Builder::enable_all`. Keep the runtime alive as long as its sessions.
        Network, retry
            the connection to the CLI on host build-7 was lost, and the CLI has ended
            Resume the session with a new client (`Options::resume`), once the machine can be reached.
        Network, retry
            the connection to the CLI was lost; the CLI may still be running
            Check the network, and end the CLI on that machine before you resume the session; or fork it (`Options::fork_session`).
    "#]].assert_eq(&table);
}

#[test]
fn display_is_a_fragment_of_one_line_without_the_text_of_its_cause() {
    for error in every() {
        let text = error.to_string();
        assert!(!text.contains('\n') && !text.ends_with('.'), "{text}");
        assert!(text.starts_with(|c: char| c.is_lowercase()), "{text}");
        for cause in causes(&error) {
            assert!(!text.contains(&cause), "{text:?} contains its cause {cause:?}");
        }
    }
}

#[test]
fn display_repeats_neither_control_characters_nor_long_texts_of_the_cli() {
    let text = "\u{1b}[2Jno such\u{7} thing\n".repeat(10_000);
    let failed = || Box::new(result(json!({ "is_error": true, "result": text })));
    let listed = json!({ "is_error": true, "errors": [text] });
    let window = Some(RateLimitType::from(text.as_str()));
    let diagnostics = Diagnostics { stderr: text.clone(), ..Diagnostics::default() };
    let last_result = Some(Arc::new(result(listed.clone())));
    let (status, cause) = (String::from("exit code 1"), ExitCause::Unknown);
    let after = Duration::from_secs(1);
    for error in [
        Error::Auth { result: failed() },
        Error::Limit { resets_at: None, window, overage: None, result: failed() },
        Error::Api { status: None, result: failed() },
        Error::Run(failed()),
        Error::Run(Box::new(result(listed))),
        Error::Exited {
            status: status.clone(),
            stderr: text.clone(),
            last_result: None,
            cause,
            program: None,
        },
        Error::Exited { status, stderr: String::new(), last_result, cause, program: None },
        Error::Control { subtype: "x".into(), message: text.clone(), code: None },
        Error::Timeout { waiting_for: "x".into(), after, diagnostics: Arc::new(diagnostics) },
        Error::Unfinished { waiting_for: text.clone(), after },
        Error::Disconnected { place: Some(text.as_str().into()), resumable: false },
        Precondition::McpServer { server: "web".into(), reason: text.clone() }.into(),
    ] {
        let shown = error.to_string();
        assert!(shown.len() < 1200 && !shown.contains(char::is_control), "{shown}");
    }
}

#[test]
fn causes_are_sources() {
    let error = launch(LaunchErrorKind::Other);
    assert_eq!(causes(&error), ["the words of the system"]);
    let error = Error::from(undecodable());
    assert_eq!(causes(&error).len(), 2, "{:?}", causes(&error));
    assert_eq!(causes(&Error::options("x")), [""; 0]);
}

#[test]
fn serialized_it_has_five_fields() {
    for error in every() {
        let mut value = serde_json::to_value(&error).unwrap();
        let facts = value.as_object_mut().unwrap().remove("facts").unwrap();
        assert!(facts.is_object(), "{facts}");
        let expected = json!({
            "kind": error.kind(),
            "message": error.to_string(),
            "causes": causes(&error),
            "hint": error.hint(),
        });
        assert_eq!(value, expected);
    }
    let text = serde_json::to_string(&launch(LaunchErrorKind::NotFound)).unwrap();
    expect![[r#"{"kind":"not_found","message":"failed to start `claude` (looked up in PATH): no such file","causes":["the words of the system"],"hint":"Set the path of the CLI with `Options::cli_path` or CLAUDE_CLI_PATH, or remove both to search for it.","facts":{"launch":"no such file","program":"claude","wrapped":false}}"#]].assert_eq(&text);
    let kind = serde_json::to_value(ErrorKind::Session).unwrap();
    assert_eq!(kind, "session");
}

#[test]
fn the_facts_of_each_variant() {
    let line = |error: &Error| {
        let mut facts = serde_json::to_value(error).unwrap()["facts"].take();
        if facts.get("resets_at").is_some() {
            facts["resets_at"] = "a time".into();
        }
        format!("{facts}\n")
    };
    let table: String = every().iter().map(line).collect();
    expect![[r#"
        {}
        {"rejected":[],"tried":["/a/claude","/b/claude"]}
        {"rejected":[{"path":"/a.cmd","reason":"it is a batch file, which is never started"}],"tried":["/a.cmd"]}
        {"flag":"--new"}
        {"found":"2.0.76","needed":"2.1.113","program":"/a/claude"}
        {"launch":"no such file","program":"claude","wrapped":false}
        {"launch":"the working directory does not exist","program":"claude","wrapped":false}
        {"launch":"permission denied","program":"claude","wrapped":false}
        {"launch":"the arguments are too long","program":"claude","wrapped":false}
        {"launch":"it is not a program of this machine","program":"claude","wrapped":false}
        {"launch":"batch files are not started","program":"claude","wrapped":false}
        {"launch":"too many open files","program":"claude","wrapped":false}
        {"cause":"no_handshake","status":"exit code 1"}
        {"cause":"wrapped_command","status":"exit code 1"}
        {"cause":"open_files","status":"exit code 1"}
        {"cause":"memory_limit","status":"exit code 1"}
        {"cause":"cpu_limit","status":"exit code 1"}
        {"cause":"unknown","status":"exit code 1"}
        {"cause":{"signal":9},"status":"exit code 1"}
        {"cause":"this_program","status":"exit code 1"}
        {"cause":"unknown","status":"exit code 1"}
        {"cause":"root_refused","status":"exit code 1"}
        {"cause":"resume_rejected","session_id":"s","status":"exit code 1"}
        {"session_id":"s"}
        {"session_id":"s"}
        {"resets_at":"a time","session_id":"s","window":"seven_day"}
        {"session_id":"s"}
        {"session_id":"s","status":529}
        {"session_id":"s","status":404}
        {"session_id":"s"}
        {"session_id":"s"}
        {"session_id":"s"}
        {"session_id":"s"}
        {"session_id":"s","terminal_reason":"aborted_tools"}
        {}
        {"subtype":"set_model"}
        {"after_ms":60000,"waiting_for":"initialize"}
        {"after_ms":60000,"waiting_for":"initialize"}
        {}
        {}
        {}
        {"unread":10}
        {}
        {}
        {}
        {}
        {"after_ms":60000,"waiting_for":"the task a1"}
        {"item":"US dollars","limit":1.0,"shared":false,"used":1.25}
        {"item":"tokens","limit":100.0,"shared":true,"used":120.0}
        {"failure":"the answer contains no JSON","session_id":"s"}
        {"failure":"the CLI gave up after several attempts","session_id":"s"}
        {"subtype":"teleport","version":"2.1.329"}
        {"actual":"bypassPermissions","expected":"default","unmet":"permission_mode"}
        {"unmet":"hooks"}
        {"unmet":"settings"}
        {"server":"web","unmet":"mcp_server"}
        {"bytes":131073,"limit":131072,"name":"--betas","unmet":"argument_length"}
        {"length":2000000,"limit":2093056,"name":"--add-dir","total":2100000,"unmet":"arguments_length"}
        {"unmet":"not_sent"}
        {"plugin":"guard","unmet":"plugin"}
        {}
        {"place":"host build-7","resumable":true}
        {"resumable":false}
    "#]]
    .assert_eq(&table);
}

#[test]
fn a_clone_is_the_same_error_with_the_same_payload() {
    for error in every() {
        let clone = error.clone();
        assert_eq!(format!("{clone:?}"), format!("{error:?}"));
        assert_eq!(clone.result(), error.result());
        assert_eq!(causes(&clone), causes(&error));
    }
}

#[test]
fn it_is_small_and_can_go_anywhere() {
    fn anywhere<T: Send + Sync + 'static>() {}
    anywhere::<Error>();
    let size = size_of::<Error>();
    assert!(size <= 128, "{size} bytes");
}

#[test]
fn those_that_came_with_a_result_give_it() {
    let with: Vec<_> = every().iter().filter(|e| e.result().is_some()).map(variant).collect();
    assert_eq!(with, [4, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 15, 15]);
    let error = Error::Auth { result: failed("Not logged in") };
    assert_eq!(error.result().unwrap().text(), "Not logged in");
}

#[test]
fn the_text_of_a_failed_run_is_the_best_there_is() {
    let text = |fields: Value| Error::Run(Box::new(result(fields))).to_string();
    let cases = [
        (json!({ "subtype": "error_during_execution", "errors": ["one"] }), "one"),
        (json!({ "subtype": "x", "errors": [" one ", "", "  ", "two"] }), "one; two"),
        (json!({ "subtype": "error_max_turns", "errors": [] }), "error_max_turns"),
        (json!({ "subtype": "error_max_turns", "errors": [" "] }), "error_max_turns"),
        (json!({ "subtype": "success", "result": "Prompt is too long" }), "Prompt is too long"),
        (json!({ "subtype": "error_x", "result": " \n" }), "error_x"),
        // That it is a success is no reason.
        (json!({ "subtype": "success", "is_error": true, "result": "" }), "no reason given"),
        (json!({ "subtype": "success", "is_error": true }), "no reason given"),
        (json!({}), "no reason given"),
        // Errors of an odd shape are no reason to fall over.
        (json!({ "subtype": "error_x", "errors": 7 }), "error_x"),
        (json!({ "subtype": "error_x", "errors": ["one", 7] }), "error_x"),
    ];
    for (fields, expected) in cases {
        assert_eq!(text(fields.clone()), format!("the run failed: {expected}"), "{fields}");
    }
}

#[test]
fn the_status_of_the_api_is_in_its_text() {
    let api = |status| Error::Api { status, result: failed("") }.to_string();
    assert_eq!(api(Some(529)), "the API request failed (HTTP 529): no reason given");
    assert_eq!(api(None), "the API request failed: no reason given");
}

#[test]
fn how_long_to_wait_counts_from_now_and_is_never_negative() {
    let after = |seconds: i64| {
        let (now, by) = (SystemTime::now(), Duration::from_secs(seconds.unsigned_abs()));
        let resets_at = Some(if seconds < 0 { now - by } else { now + by });
        let (window, overage) = (None, None);
        Error::Limit { resets_at, window, overage, result: failed("limit") }.retry_after()
    };
    assert_eq!(after(-60), Some(Duration::ZERO));
    let left = after(3600).unwrap();
    assert!(left > Duration::from_secs(3500) && left <= Duration::from_secs(3600), "{left:?}");
}
