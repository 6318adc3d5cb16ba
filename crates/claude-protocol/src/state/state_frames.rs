//! State frames: selects which `session_state_changed` messages consumers receive.

use claude_types::SessionStateChangedMessage;

/// Selects which `session_state_changed` messages of the CLI are delivered to consumers. The
/// connection itself reads them in any case.
///
/// The CLI marks these messages as meant for the SDK (`sdk_host_only`) if the SDK has requested
/// them. CLIs before 2.1.300 send them without the mark.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, StateFrames};
///
/// let mut options = ConnectionOptions::default();
/// assert_eq!(options.state_frames, StateFrames::Unmarked);
/// options.state_frames = StateFrames::Shown;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum StateFrames {
    /// No messages.
    Hidden,
    /// Messages without the mark, which the user has requested.
    #[default]
    Unmarked,
    /// All messages.
    Shown,
}

impl StateFrames {
    /// Returns whether consumers receive this message.
    pub(crate) fn shows(self, frame: &SessionStateChangedMessage) -> bool {
        match self {
            Self::Hidden => false,
            Self::Unmarked => frame.sdk_host_only != Some(true),
            Self::Shown => true,
        }
    }
}
