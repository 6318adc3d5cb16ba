// Generated from `schema/` by `cargo xtask codegen`, do not edit by hand.
//! The wire types, one module for each file of `schema/`.

mod api_message;
mod content;
mod content_media;
mod content_server;
mod control;
mod control_dialog;
mod control_file;
mod control_mcp;
mod control_report;
mod control_session;
mod control_settings;
mod hook;
mod hook_input_project;
mod hook_input_session;
mod hook_input_tool;
mod hook_output;
mod ids;
mod initialize;
mod mcp;
mod message;
mod message_event;
mod message_report;
mod message_user;
mod outgoing;
mod permission;
mod rate_limit;
mod result;
mod sandbox;
mod stream;
mod system;
mod system_hook;
mod system_init;
mod system_model;
mod system_notice;
mod system_session;
mod system_task;
mod thinking;
mod usage;

pub use api_message::*;
pub use content::*;
pub use content_media::*;
pub use content_server::*;
pub use control::*;
pub use control_dialog::*;
pub use control_file::*;
pub use control_mcp::*;
pub use control_report::*;
pub use control_session::*;
pub use control_settings::*;
pub use hook::*;
pub use hook_input_project::*;
pub use hook_input_session::*;
pub use hook_input_tool::*;
pub use hook_output::*;
pub use ids::*;
pub use initialize::*;
pub use mcp::*;
pub use message::*;
pub use message_event::*;
pub use message_report::*;
pub use message_user::*;
pub use outgoing::*;
pub use permission::*;
pub use rate_limit::*;
pub use result::*;
pub use sandbox::*;
pub use stream::*;
pub use system::*;
pub use system_hook::*;
pub use system_init::*;
pub use system_model::*;
pub use system_notice::*;
pub use system_session::*;
pub use system_task::*;
pub use thinking::*;
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
