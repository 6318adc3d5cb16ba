//! Setting source: a kind of settings file.

/// A kind of settings file.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, SettingSource};
///
/// // Ignore the settings of the user who runs the program.
/// let options =
///     Options::default().setting_sources([SettingSource::Project, SettingSource::Local]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingSource {
    /// The file of the user, in the home directory.
    User,
    /// The file of the project that is under version control.
    Project,
    /// The file of the project that is not under version control.
    Local,
}

impl SettingSource {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Project => "project",
            Self::Local => "local",
        }
    }
}
