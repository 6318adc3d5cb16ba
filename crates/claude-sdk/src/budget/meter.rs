//! Meter: compares usage with the thresholds. Pure: usage in, events out, each once.

use super::{Budget, BudgetEvent, Threshold};
use crate::usage::{BudgetItem, BudgetUse, Totals, number};

/// A line, and whether its soft part was told.
#[derive(Debug)]
struct Watched {
    item: BudgetItem,
    line: Threshold<f64>,
    warned: bool,
}

/// The lines on what is counted. Time is the guard's, which has a clock.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    watched: Vec<Watched>,
    exceeded: bool,
}

impl Meter {
    pub(crate) fn new(budget: &Budget) -> Self {
        let lines = budget.counted().into_iter();
        let watched = lines.map(|(item, line)| Watched { item, line, warned: false }).collect();
        Self { watched, exceeded: false }
    }

    /// Compares what is used with the lines. After a hard line, nothing more is told.
    pub(crate) fn read(&mut self, totals: &Totals) -> Vec<BudgetEvent> {
        let mut events = Vec::new();
        if self.exceeded {
            return events;
        }
        for watched in &mut self.watched {
            let used = used(totals, watched.item);
            let Threshold { soft, hard } = watched.line;
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
