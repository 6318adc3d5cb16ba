//! Lines: splits a session file, and reads what connects its lines.

mod fields;
mod reader;
mod tags;

pub(crate) use fields::{fields, text};
pub use reader::{Line, LineKind, Lines, Place};
pub(crate) use tags::Tags;
