//! Lines: cuts a byte stream into lines, and reads it in large blocks.
//!
//! A line is bytes without their terminator. Nothing in this room checks UTF-8 or looks inside a line.
//!
//! Read `line.rs` first, then `codec.rs` and `reader.rs` (bytes to lines). `lock.rs` locks a mutex for the whole crate.

mod line;
mod codec;
mod read_lines;
mod reader;
mod lock;

pub use codec::LineCodec;
pub use line::{Frame, Line, Oversized};
pub(crate) use lock::lock;
pub use read_lines::{Read, ReadLines, ReadLinesExt};
pub use reader::LineReader;
