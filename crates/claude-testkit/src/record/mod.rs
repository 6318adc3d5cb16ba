//! Recordings of the real CLI in named cases, with the fake Messages API.
//!
//! A [`Case`] defines the environment of the CLI, the answers of the model and the actions of the
//! host. A [`Recorder`] plays it with the real CLI, in a clean environment, with a temporary home
//! and on loopback only. It creates a [`Recording`] in which everything that depends on the machine
//! or the time is replaced. Two recordings of the same CLI are therefore equal, and those of two
//! versions can be compared as text. [`Shapes`] compares only their form. Nothing is asserted here.
//!
//! # Examples
//!
//! ```
//! use claude_testkit::record::parse;
//!
//! let cases = parse("case hello \"says hello\"; model text \"Hello.\"; initialize; turn \"hi\"; eof")?;
//! assert_eq!((cases[0].name(), cases[0].about()), ("hello", "says hello"));
//! # Ok::<(), claude_testkit::record::CaseError>(())
//! ```
//!
//! # The language of cases
//!
//! ```text
//! case perm_allow "a tool is allowed"            # begins a case: its name and description
//!   args --permission-prompt-tool stdio
//!   model tool Bash {"command": "touch q"}       # the answer to the first request
//!   model text "Done."                           # the answer to the second
//!   on permission allow
//!   initialize
//!   turn "make a file"                           # a prompt, and its result
//!   eof
//! ```
//!
//! Statements are separated by line feeds or semicolons. `#` begins a comment; a backslash at the
//! end of a line joins the next. Texts are JSON strings. The placeholders `{WORK}`, `{HOME}`,
//! `{OUTSIDE}`, `{PORT}`, `{SERVER}` (an MCP server to start, with the argument `mcp-server`) and
//! `{TASK}` (the last task that was started) are replaced.
//!
//! | environment of the CLI | |
//! |---|---|
//! | `args A B …` | arguments after those that select JSON lines; an object is passed as its text |
//! | `command A B …` | all arguments, instead of those that select JSON lines |
//! | `env NAME "V"`, `unset NAME` | its environment |
//! | `file "PATH" "TEXT"` | a file in its working directory, or in the home if the path begins with `~/` |
//! | `cwd "PATH"` | another working directory |
//! | `after CASE` | the files of another case, which is played before |
//! | `keep-open`, `grace 5s` | stdin stays open after the last step; the time to exit (20 s) |
//! | `save sessions`, `save tree`, `save lists` | session files and the names of all files are added to the transcript; long lists are kept complete |
//!
//! | answers of the model | |
//! |---|---|
//! | `model text "T"`, `thinking "T"`, `redacted "DATA"`, `tool NAME {INPUT}`, `fill BYTES`, `block {RAW}` … | a message of these blocks; `in N` after a block streams it in N deltas, `id "ID"` sets its id |
//! | `model nothing`, `model hang`, `model reset`, `model error STATUS TYPE "MESSAGE"` | no block, no answer, no connection, an error |
//! | … `each 150ms`, `first 2s`, `drop-after N`, `hang-after N`, `error-after N TYPE "MESSAGE"` | how the stream is sent |
//! | … `stop REASON`, `details {…}`, `usage {…}`, `header NAME "V"` (or `header NAME in 7200s`: that time as seconds since 1970), `when "PART"`, `times N`, `forever` | as in [`Turn`](crate::fake_api::Turn) |
//! | `answer-all`, `side "T"`, `no-api` | requests without tools use turns as well; are answered with this text; there is no API |
//!
//! | automatic replies of the host | |
//! |---|---|
//! | `on permission ANSWER` | each once, in order; after the last, tools are allowed |
//! | `on hook ID ANSWER` | each once, the last repeatedly; `{}` if there is none |
//! | `on mcp hold` | MCP messages get no response; otherwise a small server in the host responds |
//! | `on SUBTYPE ANSWER` | any other request of the CLI |
//!
//! An answer is `allow`, `allow {FIELDS}`, `suggested` (with the permissions that the CLI suggests), `{BODY}`,
//! `error "TEXT"`, or `hold`.
//!
//! | actions of the host | |
//! |---|---|
//! | `initialize [all-hooks] [{FIELDS}]` | the handshake; waits for the response |
//! | `prompt CONTENT [times N] [as N] [{FIELDS}]` | a prompt: a text or blocks; repeated; with a UUID that ends in N |
//! | `turn …` | the same, and waits for a result |
//! | `ask SUBTYPE [as ID] [{FIELDS}]`, `begin …` | a control request; with and without a wait for the response |
//! | `send {LINE}`, `raw "TEXT"` | any other line or bytes |
//! | `answer N ANSWER` | answers the Nth request that was held |
//! | `wait FRAME ["PART"] [within 5s]` | waits for a line of this type (`result`, `system/init`, `any`), after those waited for before |
//! | `perhaps FRAME ["PART"] [within 2s]` | the same, but continues without the frame |
//! | `wait model N`, `wait exit` | waits for the Nth request to the model; for the exit of the CLI |
//! | `eof`, `signal TERM`, `close-stdout`, `write "PATH" "TEXT"` | other actions |
//!
//! There is no step that sleeps: a case names the line that it waits for.
//!
//! Next: `cases/` (the language), `play/` (running a case), `normalize/` (making recordings equal),
//! `recorder.rs` (all steps in order), and `shape.rs` (comparing recordings).

mod json;
mod entry;
mod error;
mod tools;
mod cases;
mod play;
mod normalize;
mod recorder;
mod shape;
mod command;

pub use cases::{Case, cases, chosen, parse};
pub use command::{Command, Job, run};
pub use error::CaseError;
pub use play::serve_stdio;
pub use recorder::{Recorder, Recording};
pub use shape::{Difference, Shapes};
pub use tools::Tools;
