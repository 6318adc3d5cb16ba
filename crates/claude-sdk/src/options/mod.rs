//! Options: the configuration of a session, and the types of its values.
//!
//! # Examples
//!
//! ```
//! use claude_sdk::options::{Options, SettingSource, SystemPrompt};
//!
//! let options = Options::production()
//!     .system_prompt(SystemPrompt::Preset)
//!     .setting_sources([SettingSource::Project])
//!     .allow_tools(["Read", "Bash(git log:*)"]);
//! assert!(options.validate().is_ok());
//! ```

// Reading order: `fields.rs` (the fields and their defaults), then the setters by subject. The
// types of values are in `values/`. `launch/` passes options to the CLI, and refuses invalid ones.

mod fields;
mod process;
mod limits;
mod model;
mod tools;
mod session;
mod settings;
mod agents;
mod callbacks;
mod approvals;
mod usage;
mod presets;
mod values;

pub use claude_types::SandboxSettings;

pub use fields::Options;
pub(crate) use fields::{PluginDir, TraceSource};
pub(crate) use limits::CommandWrapper;
pub use presets::DualAgentRole;
pub(crate) use session::Resume;
pub(crate) use values::Amount;
pub use values::{
    Credentials, EnvPolicy, PermissionPrompts, QuestionPreview, Recycle, Secret, SettingSource,
    Skills, SystemPrompt, Thinking, Tools,
};

#[cfg(test)]
mod tests;
