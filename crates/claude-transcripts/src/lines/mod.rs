//! Lines: splits a session file, reads what connects its lines, and changes fields of a line.

mod fields;
mod object;
mod reader;
mod tags;

pub(crate) use fields::{fields, text};
pub(crate) use object::Object;
pub use reader::{Line, LineKind, Lines, Place};
pub(crate) use tags::Tags;
