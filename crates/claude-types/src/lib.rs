//! The wire protocol of the Claude Code CLI as types.
//!
//! Messages, content blocks, control frames, permissions and hooks, generated from the readable
//! schema in `schema/`. This crate does no IO, is not async and knows no tokio; it turns lines
//! into values and values into JSON, and loses nothing on the way:
//!
//! - an unknown message, subtype or block is kept byte for byte ([`Unknown`]);
//! - an unknown field, or an optional one of an unexpected shape, goes to `extra` ([`Extra`]);
//! - an unknown value of a set is kept (`Other`);
//! - absent and `null` are told apart where the CLI does ([`Maybe`]).
//!
//! # Reading order
//!
//! [`decode`](crate::decode()) and [`frame_type`](crate::frame_type()), then `wire/`, which holds all
//! logic behind the generated tables in `generated/`.
//!
//! # Deserializing
//!
//! All types implement `Deserialize` for JSON text and for [`serde_json::Value`]. They cannot
//! stand inside a `#[serde(flatten)]`, `untagged` or internally tagged type of yours: serde
//! buffers such objects in a form that raw JSON cannot be read from.
//!
//! # Examples
//!
//! ```
//! use claude_types::Message;
//!
//! let line = br#"{"type":"assistant","message":{"content":[{"type":"text","text":"Hi."}]}}"#;
//! let Message::Assistant(reply) = Message::decode(line) else { panic!() };
//! assert_eq!(reply.text(), "Hi.");
//! ```

mod decode;
mod frame_type;
mod error;
mod methods;
mod generated;
mod values;
mod wire;

pub use decode::{decode, decode_as};
pub use error::DecodeError;
pub use frame_type::frame_type;
pub use generated::*;
pub use methods::{InvalidUpdate, Tool};
pub use values::{
    Content, Extra, Lagged, Maybe, Noise, Oversized, Raw, TextOr, Undecoded, Unknown,
};
pub use wire::{ControlRequest, ToolInput, ToolOutput, WireType};
