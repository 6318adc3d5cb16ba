//! Recycling: when a client replaces its CLI with a new one.

use std::time::Duration;

/// When a client replaces its CLI between two turns ([`Options::recycle_when`]): as soon as one of
/// these is reached. Each is `None` by default.
///
/// [`Options::recycle_when`]: crate::Options::recycle_when
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_sdk::Options;
/// use claude_sdk::options::Recycle;
///
/// let when = Recycle::new().tree_memory(2 << 30).age(Duration::from_secs(6 * 3600));
/// let options = Options::default().recycle_when(when);
/// assert!(options.validate().is_ok());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recycle {
    /// The memory of the CLI and everything that it has started, in bytes
    /// ([`ProcessTree::memory`](crate::status::ProcessTree::memory)). Linux only: on other systems
    /// it is never reached.
    pub tree_memory: Option<u64>,
    /// The time since the start of the CLI.
    pub age: Option<Duration>,
    /// The number of turns that the CLI has finished.
    pub turns: Option<u64>,
}

impl Recycle {
    /// Creates a value that is never reached.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the memory of the CLI and everything that it has started, in bytes.
    #[must_use]
    pub fn tree_memory(mut self, bytes: u64) -> Self {
        self.tree_memory = Some(bytes);
        self
    }

    /// Sets the time since the start of the CLI.
    #[must_use]
    pub fn age(mut self, age: Duration) -> Self {
        self.age = Some(age);
        self
    }

    /// Sets the number of turns that the CLI has finished.
    #[must_use]
    pub fn turns(mut self, turns: u64) -> Self {
        self.turns = Some(turns);
        self
    }
}
