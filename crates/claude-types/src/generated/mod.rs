// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The wire types, one module for each file of `schema/`.

mod content;
mod control;
mod hook;
mod hook_input_project;
mod hook_input_session;
mod hook_input_tool;
mod hook_output;
mod ids;
mod initialize;
mod mcp;
mod message;
mod outgoing;
mod permission;
mod result;
mod stream;
mod system;
mod usage;

pub use content::*;
pub use control::*;
pub use hook::*;
pub use hook_input_project::*;
pub use hook_input_session::*;
pub use hook_input_tool::*;
pub use hook_output::*;
pub use ids::*;
pub use initialize::*;
pub use mcp::*;
pub use message::*;
pub use outgoing::*;
pub use permission::*;
pub use result::*;
pub use stream::*;
pub use system::*;
pub use usage::*;

/// What every module of generated types may name.
mod all {
    pub(super) use super::*;
    pub(super) use crate::id::id_type;
    pub(super) use crate::wire::{wire_enum, wire_struct, wire_union};
    pub(super) use crate::{
        Content, Extra, Lagged, Maybe, Noise, Oversized, Raw, TextOr, Undecoded, Unknown,
    };
    pub(super) use std::collections::BTreeMap;
}
