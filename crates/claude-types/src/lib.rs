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
mod message;
mod becomes;
mod mcp;
mod usage;
mod user;
mod task;
mod web_search;
mod hook;
mod permission;
mod permission_update;
mod tool;
mod tool_call;
mod elicitation;
mod transcript;
mod request;
mod content;
mod generated;
mod unknown;
mod stray;
mod extra;
mod hidden;
mod maybe;
mod text_or;
mod raw;
mod id;
mod short_text;
mod error;
mod wire;

pub use content::Content;
pub use decode::{decode, decode_as};
pub use error::DecodeError;
pub use extra::Extra;
pub use frame_type::frame_type;
pub use generated::*;
pub(crate) use hidden::Hidden;
pub use maybe::Maybe;
pub use permission_update::InvalidUpdate;
pub use raw::Raw;
pub use request::ControlRequest;
pub use stray::{Lagged, Noise, Oversized};
pub use text_or::TextOr;
pub use tool::{ToolInput, ToolOutput};
pub use tool_call::Tool;
pub use unknown::{Undecoded, Unknown};
pub use wire::WireType;
