//! Events: a run as one sequence of text, thinking, tool calls, status and failures.
//!
//! With partial messages enabled, the CLI sends each block twice: as deltas, and as a complete
//! message. It also restarts answers, retracts messages, and interleaves subagents with the main
//! thread. [`Events`] merges all of this into one sequence of [`Event`]s without duplicates or
//! gaps, whether or not partial messages are enabled.
//!
//! - Each text is new: printing every [`Event::Text`] prints the answer once.
//! - Each block has a [`BlockKey`]. Programs that draw blocks use it to find the block of a text,
//!   and the blocks that an [`Event::Retracted`] removes. [`Transcript`] does this for texts.
//! - Messages of a subagent carry the ID of the call that started it: [`Event::parent`].
//! - [`Event::for_clients`] is the view that a server can send on to a browser.
//! - A message that is not meant for a screen, or not known to this version, is an
//!   [`Event::Other`], complete.
//!
//! Nothing here is read from or written to the CLI: [`Accumulator`] turns messages into events, and
//! [`Events`] feeds it from a [`Turn`](crate::Turn), a [`Query`](crate::Query) or
//! [`Messages`](crate::client::Messages).
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::{Client, Event, Options};
//!
//! # async fn run(client: Client) -> Result<(), claude_sdk::Error> {
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
//! Reading order: `accumulator.rs` (from messages to events), `merge/` (where deltas and complete
//! blocks meet), then the events themselves.

mod event;
mod client_event;
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
pub use client_event::ClientEvent;
pub use event::Event;
pub use failure::Failure;
pub use merge::{BlockKey, Reason, Retracted, TextDelta};
pub use status::{Status, StatusKind};
pub use stream::Events;
pub use tool::{ToolOutcome, ToolResult, ToolUse};
pub use transcript::Transcript;
