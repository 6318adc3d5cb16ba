//! Values: the types of single options.

mod prompt_choices;
mod recycle;
mod thinking;
mod skills;
mod secret;
mod credentials;
mod env_policy;
mod setting_source;

pub use credentials::Credentials;
pub use env_policy::EnvPolicy;
pub use prompt_choices::{PermissionPrompts, QuestionPreview, SystemPrompt, Tools};
pub use recycle::Recycle;
pub use secret::Secret;
pub use setting_source::SettingSource;
pub use skills::Skills;
pub(crate) use thinking::Amount;
pub use thinking::Thinking;
