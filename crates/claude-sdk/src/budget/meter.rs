//! Meter: compares usage with the thresholds. Pure: usage in, events out, each once.

use super::{Budget, BudgetEvent, Threshold};
use crate::usage::{BudgetItem, BudgetUse, Totals, number};

/// A threshold, and whether its soft part was reported.
#[derive(Debug)]
struct Watched {
    item: BudgetItem,
    threshold: Threshold<f64>,
    warned: bool,
}

/// The thresholds for what is counted. Time is checked by the budget task, which has a clock.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    watched: Vec<Watched>,
    exceeded: bool,
}

impl Meter {
    pub(crate) fn new(budget: &Budget) -> Self {
        let thresholds = budget.counted().into_iter();
        let watched = thresholds
            .map(|(item, threshold)| Watched { item, threshold, warned: false })
            .collect();
        Self { watched, exceeded: false }
    }

    /// Compares usage with the thresholds. After a hard threshold was exceeded, no more events are
    /// returned.
    pub(crate) fn read(&mut self, totals: &Totals) -> Vec<BudgetEvent> {
        let mut events = Vec::new();
        if self.exceeded {
            return events;
        }
        for watched in &mut self.watched {
            let used = used(totals, watched.item);
            let Threshold { soft, hard } = watched.threshold;
            let of = |limit| BudgetUse { item: watched.item, limit, used };
            if let Some(soft) = soft.filter(|soft| used >= *soft)
                && !std::mem::replace(&mut watched.warned, true)
            {
                events.push(BudgetEvent::Warned(of(soft)));
            }
            if let Some(hard) = hard.filter(|hard| used > *hard) {
                self.exceeded = true;
                events.push(BudgetEvent::Exceeded(of(hard)));
                break;
            }
        }
        events
    }
}

fn used(totals: &Totals, item: BudgetItem) -> f64 {
    let count = match item {
        BudgetItem::Usd => return totals.spent().cost_usd,
        BudgetItem::Tokens => totals.spent().tokens.total(),
        BudgetItem::Turns => totals.model_turns(),
        BudgetItem::ToolCalls => totals.tool_calls(),
        BudgetItem::Subagents => totals.subagents(),
        BudgetItem::WallClock => 0,
    };
    number(count)
}
