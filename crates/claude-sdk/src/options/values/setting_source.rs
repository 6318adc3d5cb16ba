//! Setting source: a kind of settings file.

/// A kind of settings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingSource {
    /// The user's own, in the home directory.
    User,
    /// The project's, checked in.
    Project,
    /// The project's, not checked in.
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
