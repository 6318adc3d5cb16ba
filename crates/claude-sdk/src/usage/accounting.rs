//! Accounting: how closely consumption is followed.

/// How closely consumption is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Accounting {
    /// By results: exact, and nothing is known before a turn ends. Costs next to nothing.
    #[default]
    Results,
    /// By every message, too: what a running turn and each subagent has consumed so far is known,
    /// by and large. Every message is then decoded where it is read from the CLI, also those that
    /// nobody asks for. A [`Budget`](crate::Budget) that needs it has it in any case.
    Live,
}
