//! Codec: reads and writes the types that are described by the generated tables.
//!
//! Generated code contains data only: structs, and one table for each (`wire_struct!`,
//! `wire_union!`, `wire_enum!`). The control flow is in this folder. Reading has two passes:
//!
//! 1. Strict ([`Wire::fill`]): one streaming pass over the text. Values are filled in place, so a
//!    large message is not built on the stack and then moved.
//! 2. Tolerant ([`repair()`]): runs only if the strict pass fails. It compares the text with the
//!    [`Shape`] of the type and writes a text that the strict pass accepts. A field with a value of
//!    an unexpected type becomes an extra field, and the other fields are typed.
//!
//! A value may take only so much memory for each byte of its line ([`budget`]). In a line that would
//! take more, and in a line with too many parts that do not fit, whole lists or objects are kept raw.
//!
//! The code is not generic over a deserializer: types are read from JSON text only, so each type is
//! compiled once. The `flatten`, `untagged` and internally tagged derives of serde are not used,
//! because they buffer whole objects.
//!
//! Next: [`reader`] for the text, [`object`](mod@object) for structs, [`union`] for tagged unions,
//! [`primitives`] for other types.

mod core;
mod budget;
mod reader;
mod string;
mod entries;
mod object;
mod encode;
mod union;
mod open_enum;
mod primitives;
mod shape;
mod repair;
mod utf8;
mod roles;

pub use self::core::WireType;
pub(crate) use self::core::{Wire, deserialize, fill_with_repair, put, read_or_repair};
pub(crate) use encode::Encoder;
pub(crate) use entries::Entries;
pub(crate) use object::{object, vacant, wire_struct};
pub(crate) use open_enum::{first, wire_enum};
pub(crate) use reader::{Mismatch, Reader};
pub(crate) use repair::{Untyped, mark as repair_mark, repair, repair_surrogates, unmark};
pub use roles::{ControlRequest, ToolInput, ToolOutput};
pub(crate) use shape::{Fields, Need, Shape, Variants};
pub(crate) use union::{default, wire_union};
pub(crate) use utf8::utf8_lossy;
