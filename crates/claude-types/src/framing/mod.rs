//! Framing: what a line of the CLI holds, before anything is decoded.
//!
//! Read `frame_type.rs` first: it finds the type of a frame. `line_parts.rs` separates frames from
//! whatever else is on their line.

mod frame_type;
mod line_parts;

pub use frame_type::frame_type;
pub use line_parts::{LinePart, LineParts, is_single_frame, line_parts};
