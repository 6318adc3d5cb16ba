//! Scenarios: the language in which a test defines the behaviour of the simulated CLI.
//!
//! A [`Scenario`] is a sequence of [`Step`]s, written as text:
//!
//! ```text
//! expect user                                  # waits for a prompt, which begins a turn
//! text "I will look."
//! tool Bash {"command": "mkdir b"} => ""       # calls hooks and sends can_use_tool as the host has requested
//! text "It is there."
//! result                                       # ends the turn; so does the next `expect user`
//! ```
//!
//! Steps are separated by line feeds or semicolons; `#` begins a comment; texts are JSON strings.
//!
//! # Examples
//!
//! ```
//! use claude_testkit::scenario::Scenario;
//!
//! let scenario: Scenario = r#"expect user; text "hi"; result"#.parse()?;
//! assert_eq!(scenario.steps().len(), 3);
//! # Ok::<(), claude_testkit::scenario::ScenarioError>(())
//! ```
//!
//! # Steps
//!
//! | step | does |
//! |---|---|
//! | `expect user ["part"]` | waits for a prompt (which contains `part`, or the mock exits with 70), and begins a turn |
//! | `expect queued [N]` | waits until N more prompts (1 by default) were sent during the turn |
//! | `expect control SUBTYPE` | waits until the host has sent such a request; it is answered as usual |
//! | `text "T"`, `thinking "T"` | an assistant block, with its stream events if the host requests partial messages |
//! | `tool NAME {INPUT} [=> "OUTPUT"]` | a tool call: hooks, permission, result; `mcp__SERVER__TOOL` runs in the host |
//! | `agent KIND "PROMPT" [=> "REPORT"]` | a subagent in the foreground: its task, a tool that it runs, its report |
//! | `hook EVENT [{FIELDS}]` | calls every hook that the host has registered for the event |
//! | `fold` | merges the queued prompts into the running turn |
//! | `echo` | answers the prompt with a short text; one that contains `subagent` with two subagents, one that contains `tool` with a tool call: of `AskUserQuestion` or `ExitPlanMode` if it names one, else of `Bash` |
//! | `result ["T"]`, `result error ["T"]`, `result SUBTYPE ["T"]` | ends the turn |
//! | `send {LINE}` | a message, unchanged except that `"$session"` and `"$uuid"` are replaced |
//! | `raw "TEXT"`, `raw hex:00ff` | bytes, unchanged and without a line feed |
//! | `line-of N` | one message of exactly N bytes |
//! | `flood N BYTES [MIX [TEXT]]` | N messages of about BYTES bytes each: `mixed`, `assistant`, `delta` or `tool_result`, with the [`Text`](crate::flood::Text) `plain` or another one |
//! | `stderr "T"`, `stderr-bytes N` | writes to stderr |
//! | `sleep 50ms` | waits, and continues to answer control requests |
//! | `hang` | stops here; control requests are answered, and an interrupt ends the turn |
//! | `freeze` | stops here, reads nothing and answers nothing |
//! | `exit N` | exits at once |
//! | `close-stdout` | closes stdout and continues |
//! | `close-stdin` | closes stdin and continues; the current write of the host, or one more, is lost |
//! | `no-exit` | from now on does not exit at the end of stdin |
//! | `ignore-term` | from now on does not exit at SIGTERM and SIGHUP |
//! | `spawn-grandchild` | starts a process that ignores SIGTERM, holds stdout open, and runs for 60 s; writes its process ID to stderr |
//! | `no-initialize` | never answers `initialize` |
//! | `session ID` | says that a session with this ID exists; it can be resumed |
//! | `mode MODE` | reports this permission mode, whatever was requested |
//! | `interrupt stop`, `interrupt defer`, `interrupt ignore` | an interrupt ends the turn; is answered, but the turn continues; is not answered |
//! | `loop` | goes back to the first `expect user` |
//!
//! What happens around the steps is what the real CLI does: `system/init` once per turn, lifecycle and state
//! frames, control requests answered at any time, the exit at the end of stdin.
//!
//! This module only reads the language. [`engine`](crate::engine) plays it.
//!
//! Next: `step.rs`, then `parse.rs`.

mod step;
mod parse;
mod statement;

pub use parse::ScenarioError;
#[cfg(unix)]
pub(crate) use parse::duration;
#[cfg(unix)]
pub(crate) use statement::{Parts, statements};
pub use step::{Interrupt, Outcome, Scenario, Step};
