//! Budget events: what is reported when a threshold is reached.

use crate::usage::BudgetUse;

/// An event of a budget.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum BudgetEvent {
    /// A soft threshold was reached. Reported once for each item; the run continues.
    Warned(BudgetUse),
    /// A hard threshold was exceeded. Reported once; the run is being stopped.
    Exceeded(BudgetUse),
}
