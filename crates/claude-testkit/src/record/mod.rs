//! Recordings of the real CLI: what it says, in named cases, against the fake Messages API.
//!
//! A [`Case`] says what the CLI finds, what the model says and what the host does. A [`Recorder`] plays it with the
//! real CLI, in a clean environment, a throw-away home and on loopback only, and makes a [`Recording`] in which
//! everything of the machine and of the moment is replaced, so that two recordings of the same CLI are equal and
//! those of two versions can be compared by eye. [`Shapes`] compares them by form alone. Nothing is asserted here.
//!
//! # The language of cases
//!
//! ```text
//! case perm_allow "a tool is allowed"            # begins a case: its name, and what it shows
//!   args --permission-prompt-tool stdio
//!   model tool Bash {"command": "touch q"}       # what the model says to the first request
//!   model text "Done."                           # and to the second
//!   on permission allow
//!   initialize
//!   turn "make a file"                           # a prompt, and its result
//!   eof
//! ```
//!
//! Statements stand on lines of their own or between semicolons; `#` begins a comment, a backslash at the end of a
//! line joins the next; texts are JSON strings. `{WORK}`, `{HOME}`, `{OUTSIDE}`, `{PORT}`, `{SERVER}` (an MCP server
//! to start, with the argument `mcp-server`) and `{TASK}` (the last task that was started) are filled in.
//!
//! | what the CLI finds | |
//! |---|---|
//! | `args A B …` | arguments after those for lines of JSON; an object is passed as its text |
//! | `command A B …` | all arguments, instead of those |
//! | `env NAME "V"`, `unset NAME` | its environment |
//! | `file "PATH" "TEXT"` | a file in its working directory, or in the home if the path begins with `~/` |
//! | `cwd "PATH"` | another working directory |
//! | `after CASE` | what another case, played before, has left on the disk |
//! | `keep-open`, `grace 5s` | stdin stays open after the last step; the time to exit (20 s) |
//! | `save sessions`, `save tree`, `save lists` | session files and the names of all files go into the transcript; long lists stay whole |
//!
//! | what the model says | |
//! |---|---|
//! | `model text "T"`, `thinking "T"`, `redacted "DATA"`, `tool NAME {INPUT}`, `fill BYTES`, `block {RAW}` … | a message of these blocks; `in N` after one streams it in N pieces, `id "ID"` sets its id |
//! | `model nothing`, `model hang`, `model reset`, `model error STATUS TYPE "MESSAGE"` | no block, no answer, no connection, an error |
//! | … `each 150ms`, `first 2s`, `drop-after N`, `hang-after N`, `error-after N TYPE "MESSAGE"` | how the stream goes |
//! | … `stop REASON`, `details {…}`, `usage {…}`, `header NAME "V"`, `when "PART"`, `times N`, `forever` | as in [`Turn`](crate::fake_api::Turn) |
//! | `answer-all`, `side "T"`, `no-api` | requests without tools take turns as well; are answered with this; nobody answers |
//!
//! | what the host answers by itself | |
//! |---|---|
//! | `on permission ANSWER` | each once, in their order; after that tools are allowed |
//! | `on hook ID ANSWER` | each once, the last always; `{}` if there is none |
//! | `on mcp hold` | MCP messages get no answer; otherwise a small server in the host answers |
//! | `on SUBTYPE ANSWER` | any other request of the CLI |
//!
//! An answer is `allow`, `allow {FIELDS}`, `suggested` (with the permissions that the CLI suggests), `{BODY}`,
//! `error "TEXT"`, or `hold`.
//!
//! | what the host does | |
//! |---|---|
//! | `initialize [all-hooks] [{FIELDS}]` | the handshake, and its answer |
//! | `prompt CONTENT [times N] [as N] [{FIELDS}]` | a prompt: a text or blocks; repeated; with a uuid that ends in N |
//! | `turn …` | the same, and waits for a result |
//! | `ask SUBTYPE [as ID] [{FIELDS}]`, `begin …` | a control request, and its answer; without waiting for it |
//! | `send {LINE}`, `raw "TEXT"` | anything else |
//! | `answer N ANSWER` | answers the Nth request that was held |
//! | `wait FRAME ["PART"] [within 5s]` | waits for a line of this type (`result`, `system/init`, `any`), after those waited for before |
//! | `perhaps FRAME ["PART"] [within 2s]` | the same, but goes on without it |
//! | `wait model N`, `wait exit` | waits for the Nth request to the model; for the end |
//! | `eof`, `signal TERM`, `close-stdout`, `write "PATH" "TEXT"` | what else a host can do |
//!
//! There is no step that sleeps: what a case waits for, it names.
//!
//! Next: `cases/` (the language), `play/` (a case is run), `normalize/` (what makes recordings equal), `recorder.rs`
//! (all of it in order), and `shape.rs` (what makes recordings comparable).

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
