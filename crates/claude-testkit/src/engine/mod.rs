//! The CLI's side of the wire, without IO.
//!
//! An [`Engine`] is given the lines of the host ([`Engine::line`], [`Engine::end_of_input`]) and is asked for what
//! to do ([`Engine::effect`]) until it has nothing more: lines to write, a time to wait, an exit. It plays a
//! [`Scenario`](crate::scenario::Scenario) and does around it what the real CLI does. It reads no file, starts no
//! process and blocks on nothing; [`mock`](crate::mock) does that for it.
//!
//! It is no model of the CLI where no test has needed one: there are no sessions on disk, no background agents,
//! no compaction, and settings requests are answered with no effect.
//!
//! Next: `play.rs` (the engine and its loop), `input.rs` (what the host sends), `turn.rs` (a turn from prompt to
//! result), `tool.rs` and `agent.rs` (tool calls of the model), `requests/` (control requests to the host), and
//! `control.rs` (control requests of the host).

mod agent;
mod control;
mod effect;
mod ending;
mod input;
mod interrupt;
mod play;
mod prompt;
mod requests;
mod running_turn;
mod setup;
mod stream;
mod tool;
mod turn;

pub use effect::Effect;
pub use play::Engine;
pub use setup::Setup;
