//! Lines: splits a session file, and reads what connects its lines.

mod reader;
mod tags;

pub use reader::{Line, LineKind, Lines, Place};
pub(crate) use tags::{Links, Tags};
