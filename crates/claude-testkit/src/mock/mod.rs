//! Mock CLI: `mock-claude` as a function, an [`Engine`](crate::engine::Engine) over stdin, stdout
//! and the signals of the process.
//!
//! ```text
//! mock-claude [--scenario FILE | --flood N BYTES MIX | --mcp-calls N CONCURRENCY [TOOL]]
//!             [flags of the real CLI, which are ignored]
//! ```
//!
//! A host builds the command line itself, so everything can be set with variables, too:
//!
//! | variable | holds |
//! |---|---|
//! | `MOCK_CLAUDE_SCENARIO` | the path of a scenario |
//! | `MOCK_CLAUDE_STEPS` | a scenario itself, as in `expect user; text "hi"` |
//! | `MOCK_CLAUDE_FLOOD` | `N BYTES [MIX [TEXT]]`: many messages, with [`Text`](crate::flood::Text) of a kind |
//! | `MOCK_CLAUDE_MCP_CALLS` | `N CONCURRENCY [TOOL]`: many calls of a tool of the host, whose times are in the result |
//! | `MOCK_CLAUDE_FAULT` | steps that are played before the scenario, as in `stderr "boom"; exit 1` |
//!
//! By default it plays [`Scenario::echo`](crate::scenario::Scenario::echo). It does IO with threads,
//! and blocks where the real CLI would not: while stdout is full, at most 64 lines of stdin are read.
//!
//! # Examples
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     claude_testkit::mock::run()
//! }
//! ```
//!
//! Next: `arguments.rs`, `drive.rs`, then `input.rs`, `output.rs` and `process.rs`.

mod arguments;
mod connector;
mod drive;
mod input;
mod output;
mod process;
mod sessions;

pub use connector::{MockConnector, connector};
pub use drive::run;
