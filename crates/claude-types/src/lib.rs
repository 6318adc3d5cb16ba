//! Wire types: the messages, content blocks, control frames, permissions and hooks of the Claude
//! Code CLI.
//!
//! The types are generated from the files in `schema/`. This crate decodes lines into values and
//! encodes values as JSON. It does no IO, and is neither async nor tied to a runtime.
//!
//! Decoding keeps everything that the CLI sends:
//!
//! - A message, subtype or block of an unknown type is kept byte for byte ([`Unknown`]).
//! - An unknown field, or an optional field with a value of an unexpected type, is kept in `extra`
//!   ([`Extra`]).
//! - An unknown value of an enum is kept in its `Other` variant.
//! - Absent and `null` are distinguished where the CLI distinguishes them ([`Maybe`]).
//!
//! # Reading order
//!
//! Start with [`decode`](crate::decode()), [`frame_type`](crate::frame_type()) and [`line_parts`].
//! `wire/` holds the logic behind the tables in `generated/`, `values/` the types that are written by hand, and
//! `methods/` the methods that are added to generated types.
//!
//! # Deserializing
//!
//! All types implement `Deserialize` for JSON text and for [`serde_json::Value`]. They cannot be
//! used inside a type with `#[serde(flatten)]`, `#[serde(untagged)]` or an internal tag: serde
//! buffers such objects in a form from which raw JSON cannot be read.
//!
//! # Features
//!
//! - `schema`: the check of a value against a JSON Schema (`schema::schema_problems`).
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

#![cfg_attr(docsrs, feature(doc_cfg))]

mod decode;
mod framing;
mod error;
mod methods;
mod generated;
#[cfg(feature = "schema")]
pub mod schema;
mod values;
mod wire;

pub use decode::{decode, decode_as};
pub use error::DecodeError;
pub use framing::{LinePart, LineParts, frame_type, is_single_frame, line_parts};
pub use generated::*;
pub use methods::{InvalidUpdate, Tool};
pub use values::{
    Content, Extra, Lagged, Maybe, Noise, Outline, Outlined, Oversized, Raw, TextOr, Undecoded,
    Unknown,
};
pub use wire::{ControlRequest, ToolInput, ToolOutput, WireType};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
