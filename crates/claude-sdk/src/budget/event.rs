//! Budget events: what is reported when a threshold is reached.

use crate::usage::BudgetUse;

/// Something that happened to a budget.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum BudgetEvent {
    /// A soft line is reached. Told once for each item; nothing else happens.
    Warned(BudgetUse),
    /// A hard line is passed. Told once; the run is being stopped.
    Exceeded(BudgetUse),
}
