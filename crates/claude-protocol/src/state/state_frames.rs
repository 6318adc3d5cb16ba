//! Which frames about the session's state users see.

use claude_types::SessionStateChangedMessage;

/// Which of the CLI's frames about its state go to users. The connection reads them in any case.
///
/// The CLI marks them as meant for the SDK if it was asked so; CLIs before 2.1.300 only know how to
/// write them without a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum StateFrames {
    /// None.
    Hidden,
    /// Those without the mark: somebody else than the SDK asked for them.
    #[default]
    Unmarked,
    /// All.
    Shown,
}

impl StateFrames {
    /// Tells whether users see this one.
    pub(crate) fn shows(self, frame: &SessionStateChangedMessage) -> bool {
        match self {
            Self::Hidden => false,
            Self::Unmarked => frame.sdk_host_only != Some(true),
            Self::Shown => true,
        }
    }
}
