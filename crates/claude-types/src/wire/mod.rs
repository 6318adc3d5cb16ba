//! How wire types are read and written: the logic behind the generated tables.
//!
//! Generated code holds data only: structs, and one table each (`wire_struct!`, `wire_union!`,
//! `wire_enum!`). The control flow is here. Reading has two passes:
//!
//! 1. [`Wire::fill`]: strict, streaming, one pass over the text. Values are filled in the place
//!    where they stay, so that a large message is never built on the stack and moved.
//! 2. [`repair()`]: taken only when the first fails. It compares the text with the [`Shape`] of the
//!    type, level by level, and writes a text that the first pass takes: one odd field costs that
//!    field and nothing else.
//!
//! Nothing of it is generic over a deserializer: types are read from JSON text only, so that each
//! is compiled once. serde's `flatten`, `untagged` and internally tagged derives are not used:
//! they buffer whole objects. Next: [`reader`] for the text, [`object`](mod@object) for structs, [`union`] for tagged unions, [`primitives`] for the rest.

mod core;
mod reader;
mod entries;
mod object;
mod encode;
mod union;
mod open_enum;
mod primitives;
mod shape;
mod repair;
mod repair_mark;
mod surrogates;
mod utf8;
mod roles;

pub use self::core::WireType;
pub(crate) use self::core::{Wire, deserialize, put, read_or_repair, read_with_repair};
pub(crate) use encode::Encoder;
pub(crate) use entries::Entries;
pub(crate) use object::{object, vacant, wire_struct};
pub(crate) use open_enum::{first, wire_enum};
pub(crate) use reader::{Mismatch, Reader};
pub(crate) use repair::repair;
pub(crate) use repair_mark::{Untyped, unmark};
pub use roles::{ControlRequest, ToolInput, ToolOutput};
pub(crate) use shape::{Fields, Need, Shape, Variants};
pub(crate) use surrogates::repair as repair_surrogates;
pub(crate) use union::{default, wire_union};
pub(crate) use utf8::utf8_lossy;
