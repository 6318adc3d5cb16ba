//! The language in which a test says what the CLI does.
//!
//! A [`Scenario`] is a row of [`Step`]s, written as text:
//!
//! ```text
//! expect user                                  # waits for a prompt, which begins a turn
//! text "I will look."
//! tool Bash {"command": "ls"} => "a.txt"       # asks hooks and can_use_tool as the host has asked for
//! text "One file."
//! result                                       # ends the turn; so does the next `expect user`
//! ```
//!
//! Steps stand on lines of their own or between semicolons; `#` begins a comment; texts are JSON strings.
//!
//! | step | does |
//! |---|---|
//! | `expect user ["part"]` | waits for a prompt (which contains `part`, or the mock exits with 70), and begins a turn |
//! | `expect queued [N]` | waits until N more prompts (1) have come in the middle of the turn |
//! | `expect control SUBTYPE` | waits until the host has sent such a request; it is answered as always |
//! | `text "T"`, `thinking "T"` | an assistant block, with its stream events if partial messages are asked for |
//! | `tool NAME {INPUT} [=> "OUTPUT"]` | a tool call: hooks, permission, result; `mcp__SERVER__TOOL` runs in the host |
//! | `agent KIND "PROMPT" [=> "REPORT"]` | a subagent in the foreground: its task, a tool that it runs, its report |
//! | `hook EVENT [{FIELDS}]` | asks every hook that the host has registered for the event |
//! | `fold` | takes the queued prompts into the running turn |
//! | `echo` | answers the prompt in a few words; one that contains `subagent` with two subagents, one that contains `tool` with a tool call: of `AskUserQuestion` or `ExitPlanMode` if it names one, else of `Bash` |
//! | `result ["T"]`, `result error ["T"]`, `result SUBTYPE ["T"]` | ends the turn |
//! | `send {LINE}` | a message as it is; `"$session"` and `"$uuid"` in it are filled in |
//! | `raw "TEXT"`, `raw hex:00ff` | bytes as they are, with no line feed |
//! | `line-of N` | one message of exactly N bytes |
//! | `flood N BYTES MIX` | N messages of about BYTES bytes each: `mixed`, `assistant`, `delta` or `tool_result` |
//! | `stderr "T"`, `stderr-bytes N` | writes to stderr |
//! | `sleep 50ms` | waits, and goes on answering control requests |
//! | `hang` | goes no further; control requests are answered, and an interrupt ends the turn |
//! | `freeze` | goes no further, reads nothing, answers nothing |
//! | `exit N` | exits at once |
//! | `close-stdout` | closes stdout and goes on |
//! | `close-stdin` | closes stdin and goes on; what the host is still writing, or one write more, is lost |
//! | `no-exit` | from now on does not exit at the end of stdin |
//! | `ignore-term` | from now on does not exit at SIGTERM and SIGHUP |
//! | `spawn-grandchild` | starts a process that ignores SIGTERM, holds stdout open, and lives 60 s; tells its id on stderr |
//! | `no-initialize` | never answers `initialize` |
//! | `mode MODE` | reports this permission mode, whatever was asked |
//! | `interrupt stop`, `interrupt defer`, `interrupt ignore` | an interrupt ends the turn; is answered, but the turn goes on; is not answered |
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
