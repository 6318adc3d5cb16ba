//! Budget use: how much of a limited item is used, and the threshold that it is compared with.

use std::fmt;

/// An item that a budget limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BudgetItem {
    /// US dollars.
    Usd,
    /// Tokens of all kinds.
    Tokens,
    /// Answers of the model in the main thread.
    Turns,
    /// Tool calls.
    ToolCalls,
    /// Subagents.
    Subagents,
    /// Seconds since the session began.
    WallClock,
}

impl fmt::Display for BudgetItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Usd => "US dollars",
            Self::Tokens => "tokens",
            Self::Turns => "turns",
            Self::ToolCalls => "tool calls",
            Self::Subagents => "subagents",
            Self::WallClock => "seconds",
        })
    }
}

/// How much of an item is used, and the threshold that was reached.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct BudgetUse {
    /// The item.
    pub item: BudgetItem,
    /// The threshold, in the unit of the item; seconds for time.
    pub limit: f64,
    /// What was used when the threshold was reached.
    pub used: f64,
    /// Whether it was used by all sessions of a shared budget together
    /// ([`Budget::shared`](crate::Budget::shared)).
    pub shared: bool,
}

impl fmt::Display for BudgetUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} {}", round(self.used), round(self.limit), self.item)
    }
}

/// Rounds to six decimal places: a millionth of a dollar, or a microsecond.
fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
