//! Options: what a user sets for a session.
//!
//! Reading order: `fields.rs` (the fields and their defaults), then the setters by subject. The
//! types of values are in `values/`. How options reach the CLI, and which are refused, is in
//! `launch/`.

mod fields;
mod process;
mod model;
mod tools;
mod session;
mod settings;
mod agents;
mod callbacks;
mod usage;
mod presets;
mod values;

pub use claude_types::SandboxSettings;

pub use fields::Options;
pub(crate) use fields::PluginDir;
pub use presets::DualAgentRole;
pub(crate) use values::Amount;
pub use values::{
    PermissionPrompts, QuestionPreview, SettingSource, Skills, SystemPrompt, Thinking, Tools,
};

#[cfg(test)]
mod tests;
