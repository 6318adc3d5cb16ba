//! Meter: compares usage with the thresholds. Pure: usage in, events out, each once.

use super::{Budget, BudgetEvent, Threshold};
use crate::usage::{BudgetItem, BudgetUse, Totals, number};

/// The items that are counted. Time is checked by the budget task, which has a clock.
const COUNTED: [BudgetItem; 5] = [
    BudgetItem::Usd,
    BudgetItem::Tokens,
    BudgetItem::Turns,
    BudgetItem::ToolCalls,
    BudgetItem::Subagents,
];

/// A value of each item, in the order of [`COUNTED`].
pub(super) type PerItem<T> = [T; COUNTED.len()];

/// The fractions of a dollar in which dollars are added up. Sums of whole numbers are exact,
/// whatever their order.
const PER_DOLLAR: f64 = 1e12;

/// What was used of each item, in whole numbers.
#[derive(Debug, Default)]
pub(super) struct Sums(PerItem<i128>);

impl Sums {
    pub(super) fn of(totals: &Totals) -> Self {
        let spent = totals.spent();
        #[expect(clippy::cast_possible_truncation, reason = "a float that is too large saturates")]
        let dollars = (spent.cost_usd * PER_DOLLAR).round() as i128;
        let counts =
            [spent.tokens.total(), totals.model_turns(), totals.tool_calls(), totals.subagents()];
        let [tokens, turns, tool_calls, subagents] = counts.map(i128::from);
        Self([dollars, tokens, turns, tool_calls, subagents])
    }

    /// Adds what a session has used since it last reported. An estimate that is replaced by a smaller
    /// result subtracts.
    pub(super) fn add(&mut self, used: &Self, reported: &Self) {
        for ((sum, used), reported) in self.0.iter_mut().zip(&used.0).zip(&reported.0) {
            *sum += used - reported;
        }
    }

    fn get(&self, at: usize) -> f64 {
        let sum = number(u64::try_from(self.0[at]).unwrap_or_default());
        if COUNTED[at] == BudgetItem::Usd { sum / PER_DOLLAR } else { sum }
    }
}

/// The thresholds for what is counted.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    thresholds: PerItem<Option<Threshold<f64>>>,
    warned: PerItem<bool>,
    exceeded: bool,
}

impl Meter {
    pub(crate) fn new(budget: &Budget) -> Self {
        let of = budget.counted();
        let threshold =
            |item: BudgetItem| of.iter().find(|(of, _)| *of == item).map(|(_, found)| *found);
        Self { thresholds: COUNTED.map(threshold), ..Self::default() }
    }

    /// Compares usage with the thresholds. After a hard threshold was exceeded, no more events are
    /// returned.
    pub(crate) fn read(&mut self, totals: &Totals) -> Vec<BudgetEvent> {
        if self.exceeded {
            return Vec::new();
        }
        let mut warned = self.warned;
        let events = self.compare(&Sums::of(totals), &mut warned, false);
        self.warned = warned;
        self.exceeded = events.iter().any(|event| matches!(event, BudgetEvent::Exceeded(_)));
        events
    }

    /// Compares sums with the thresholds, up to the first hard one that is exceeded. `shared`: they
    /// are those of several sessions.
    pub(super) fn compare(
        &self,
        sums: &Sums,
        warned: &mut PerItem<bool>,
        shared: bool,
    ) -> Vec<BudgetEvent> {
        let mut events = Vec::new();
        for (at, item) in COUNTED.into_iter().enumerate() {
            let Some(Threshold { soft, hard }) = self.thresholds[at] else { continue };
            let used = sums.get(at);
            let of = |limit| BudgetUse { item, limit, used, shared };
            if let Some(soft) = soft.filter(|soft| used >= *soft)
                && !std::mem::replace(&mut warned[at], true)
            {
                events.push(BudgetEvent::Warned(of(soft)));
            }
            if let Some(hard) = hard.filter(|hard| used > *hard) {
                events.push(BudgetEvent::Exceeded(of(hard)));
                break;
            }
        }
        events
    }
}
