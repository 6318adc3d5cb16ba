//! The engine of the mock: simulates the CLI without IO.
//!
//! Pass the lines of the host to an [`Engine`] ([`Engine::line`], [`Engine::end_of_input`]), and
//! take its effects ([`Engine::effect`]) until there are none: lines to write, a time to wait, an
//! exit. The engine plays a [`Scenario`](crate::scenario::Scenario), and behaves like the real CLI
//! around the steps. It reads no file, starts no process and never blocks; [`mock`](crate::mock)
//! does the IO.
//!
//! The engine models only what tests need: it has no background agents, and acknowledges settings
//! requests without an effect. Of sessions it keeps only what [`Session`] holds.
//!
//! # Examples
//!
//! ```
//! use claude_testkit::engine::{Effect, Engine, Setup};
//!
//! let scenario = r#"expect user; text "hi"; exit 3"#.parse()?;
//! let mut engine = Engine::new(scenario, Setup::new([], |_| None));
//! engine.line(r#"{"type":"user","message":{"role":"user","content":"hello"}}"#);
//! let effects: Vec<Effect> = std::iter::from_fn(|| engine.effect()).collect();
//! assert_eq!(effects.last(), Some(&Effect::Exit(3)));
//! # Ok::<(), claude_testkit::scenario::ScenarioError>(())
//! ```
//!
//! Next: `play.rs` (the engine and its loop), `input.rs` (lines of the host), `turn.rs` (a turn
//! from prompt to result), `call/` (tool calls of the model), `requests/` (control
//! requests to the host), `sessions/` (what outlives a process), and `control/` (control
//! requests of the host).

mod api_error;
mod call;
mod control;
mod effect;
mod ending;
mod input;
mod interrupt;
mod local_command;
mod play;
mod prompt;
mod requests;
mod running_turn;
mod sessions;
mod setup;
mod stream;
mod turn;

pub use effect::Effect;
pub use play::Engine;
pub use sessions::{Deferred, Session, Sessions};
pub use setup::Setup;
