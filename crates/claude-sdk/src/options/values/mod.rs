//! Values: the types of single options.

mod prompt_choices;
mod recycle;
mod thinking;
mod skills;
mod setting_source;

pub use prompt_choices::{PermissionPrompts, QuestionPreview, SystemPrompt, Tools};
pub use recycle::Recycle;
pub use setting_source::SettingSource;
pub use skills::Skills;
pub(crate) use thinking::Amount;
pub use thinking::Thinking;
