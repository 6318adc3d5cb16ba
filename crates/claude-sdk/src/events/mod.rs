//! What a screen shows of a run: text, thinking, tools, failures, in the order in which they come.
//!
//! The CLI says most things twice when partial messages are on: once in pieces, once whole. It
//! breaks off and starts anew, takes messages back, and mixes subagents with the main thread. An
//! [`Events`] stream makes one row of [`Event`]s of it in which nothing is doubled and nothing is
//! missing, whether partial messages are on or off.
//!
//! - Each piece of text is new: printing every [`Event::Text`] prints the answer once.
//! - Each block has a [`Key`]. Those who draw blocks rather than print them find by it what a piece
//!   belongs to, and what an [`Event::Retracted`] removes. [`Transcript`] does that for texts.
//! - Messages of a subagent carry the call that started it: [`Event::parent`].
//! - What is for no screen, or not known to this version, comes as [`Event::Other`], whole.
//!
//! Nothing here is on the wire, and nothing is read or written: [`Accumulator`] takes messages and
//! gives events, [`Events`] feeds it from a [`Turn`](crate::Turn), a [`Query`](crate::Query) or
//! [`Messages`](crate::Messages).
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::{Client, Event, Options};
//!
//! # async fn run() -> Result<(), claude_sdk::Error> {
//! let client = Client::connect(Options::default().include_partial_messages()).await?;
//! let mut events = client.send("Tidy this folder up.").await?.into_events();
//! while let Some(event) = events.next().await {
//!     match event? {
//!         Event::Text(delta) => print!("{delta}"),
//!         Event::ToolUse(tool) => println!("[{}] {}", tool.name(), tool.summary()),
//!         Event::ToolResult(result) => println!("-> {}", result.preview(80)),
//!         Event::Status(status) => eprintln!("{status}"),
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Next: `events/accumulator.rs` (from messages to events), `events/lane.rs` (where pieces and
//! whole blocks meet), then the events themselves.

mod event;
mod stream;
mod accumulator;
mod merge;
mod sink;
mod tool;
mod summary;
mod one_line;
mod status;
mod failure;
mod transcript;

pub use accumulator::Accumulator;
pub use event::Event;
pub use failure::Failure;
pub use merge::{Key, Piece, Reason, Retracted};
pub use status::{Status, StatusKind};
pub use stream::Events;
pub use tool::{ToolOutcome, ToolResult, ToolUse};
pub use transcript::Transcript;
