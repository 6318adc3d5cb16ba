//! Flood: very many messages that are cheap to write, to measure the cost of reading them.
//!
//! The lines of a block are rendered once. Each time the block is written, only the last digits of
//! the UUIDs change, so that no two messages have the same UUID. Short lines omit the optional
//! fields of the CLI, because the frame of an assistant message with all its fields is longer than
//! 500 bytes.
//!
//! `lines.rs` renders the lines, `text.rs` has the texts in them, `blocks.rs` writes them.
//!
//! # Examples
//!
//! ```
//! use claude_testkit::flood::Flood;
//!
//! let flood: Flood = "3 400 assistant".parse()?;
//! let mut blocks = flood.blocks("11111111-2222-4333-8444-555555555555");
//! let block = blocks.next_block().expect("one block");
//! assert_eq!(block.iter().filter(|byte| **byte == b'\n').count(), 3);
//! # Ok::<(), String>(())
//! ```

mod blocks;
mod lines;
mod text;

pub use blocks::Blocks;
pub use lines::{Flood, Mix};
pub use text::Text;
