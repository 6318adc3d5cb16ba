//! Accounting: how closely consumption is tracked.

/// How closely consumption is tracked. Set with
/// [`Options::accounting`](crate::Options::accounting).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Accounting {
    /// By results: exact, but nothing is known about a turn before it ends.
    #[default]
    Results,
    /// By every message, too: an estimate of what a running turn and each subagent has consumed so
    /// far.
    ///
    /// Every message is then decoded where it is read from the CLI, even if nothing subscribes to
    /// it. A [`Budget`](crate::Budget) that needs this turns it on by itself.
    Live,
}
