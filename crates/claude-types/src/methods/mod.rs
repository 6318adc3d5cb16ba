//! Methods: hand-written constructors and accessors of generated types.

mod message;
mod usage;
mod user;
mod task;
mod web_search;
mod hook;
mod permission;
mod permission_update;
mod permission_text;
mod tool;
mod elicitation;
mod transcript;
mod mcp;
mod request;
mod variant_from;

pub use permission_update::InvalidUpdate;
pub use tool::Tool;
