//! `mock-claude` as a function: an [`Engine`](crate::engine::Engine) over stdin, stdout and the process around it.
//!
//! ```text
//! mock-claude [--scenario FILE | --flood N BYTES MIX | --mcp-calls N CONCURRENCY [TOOL]]
//!             [flags of the real CLI, which are passed over]
//! ```
//!
//! A host builds the command line itself, so that everything can come by the environment as well:
//!
//! | variable | holds |
//! |---|---|
//! | `MOCK_CLAUDE_SCENARIO` | the path of a scenario |
//! | `MOCK_CLAUDE_STEPS` | a scenario itself, as in `expect user; text "hi"` |
//! | `MOCK_CLAUDE_FLOOD` | `N BYTES MIX` |
//! | `MOCK_CLAUDE_MCP_CALLS` | `N CONCURRENCY [TOOL]`: many calls of a tool of the host, whose times the result tells |
//! | `MOCK_CLAUDE_FAULT` | steps that are put before the scenario, as in `stderr "boom"; exit 1` |
//!
//! Without any it plays [`Scenario::echo`](crate::scenario::Scenario::echo). It does IO with threads and blocks
//! where the real CLI would not: while stdout is full, stdin is read no further than 64 lines.
//!
//! Next: `arguments.rs`, `drive.rs`, then `input.rs`, `output.rs` and `process.rs`.

mod arguments;
mod drive;
mod input;
mod output;
mod process;

pub use drive::run;
