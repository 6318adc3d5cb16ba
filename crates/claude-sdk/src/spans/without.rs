//! The spans of a session without the feature `tracing`: nothing.

use claude_protocol::{Handlers, Observer};
use claude_types::MessageUuid;

use super::Labels;
use crate::usage::Ledger;

/// The spans of a session: none.
#[derive(Debug, Clone, Default)]
pub(crate) struct SessionSpans {
    _nothing: (),
}

impl SessionSpans {
    #[expect(clippy::unused_self, reason = "the same shape as with the feature")]
    pub(crate) fn begin(
        &self,
        _: Labels,
        _: impl Fn() -> Ledger + Send + 'static,
    ) -> Option<Observer> {
        None
    }

    #[expect(clippy::unused_self, reason = "the same shape as with the feature")]
    pub(crate) fn sending(&self, _: &MessageUuid) {}

    #[expect(clippy::unused_self, reason = "the same shape as with the feature")]
    pub(crate) fn in_scope<R>(&self, act: impl FnOnce() -> R) -> R {
        act()
    }

    #[expect(clippy::unused_self, reason = "the same shape as with the feature")]
    pub(crate) fn instrument(&self, _: &mut Handlers) {}
}
