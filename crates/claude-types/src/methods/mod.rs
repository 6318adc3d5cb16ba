//! Methods: what is written by hand on generated types, to read them and to make them.

mod message;
mod usage;
mod user;
mod task;
mod web_search;
mod hook;
mod permission;
mod permission_update;
mod tool;
mod elicitation;
mod transcript;
mod mcp;
mod request;
mod variant_from;

pub use permission_update::InvalidUpdate;
pub use tool::Tool;
