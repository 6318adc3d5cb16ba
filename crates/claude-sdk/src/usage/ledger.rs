//! Ledger: the usage of a session as users read it, an immutable snapshot.

use std::collections::{BTreeMap, VecDeque};

use claude_types::{MessageUuid, TaskId, ToolUseId};

use super::{Spend, Tokens};

/// What a session has consumed since its process was started. A snapshot: it does not change.
///
/// Only [`Ledger::carried`] contains what a resumed session had consumed before.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Ledger {
    /// The sum of all results.
    pub total: Spend,
    /// The same by model, under the names that the CLI uses.
    pub models: BTreeMap<String, Spend>,
    /// The part of [`Ledger::total`] that subagents consumed.
    pub subagents: Tokens,
    /// An estimate of what was consumed since the last result, from messages. It is too small until
    /// the turn ends.
    ///
    /// Zero without [`Accounting::Live`](crate::usage::Accounting::Live). The cost uses the prices
    /// of the [`Budget`](crate::Budget), and is zero without prices.
    pub pending: Spend,
    /// What the session had consumed before this process, if it was resumed.
    pub carried: Spend,
    /// The last turns, oldest first, at most 256. [`Ledger::turn_count`] counts all.
    pub turns: VecDeque<TurnSpend>,
    /// The number of turns that had a result.
    pub turn_count: u64,
    /// The last subagents, oldest first, at most 256. [`Ledger::subagent_count`] counts all.
    pub agents: VecDeque<SubagentSpend>,
    /// The number of subagents that were started.
    pub subagent_count: u64,
    /// How often the model was called in the main thread, as the results count it.
    pub model_turns: u64,
    /// The number of tool calls; zero without [`Accounting::Live`](crate::usage::Accounting::Live).
    pub tool_calls: u64,
    pub(crate) drift: Drift,
}

impl Ledger {
    /// Returns the difference between the sum of all turns and the total that the CLI reports.
    ///
    /// Both start again when the conversation is reset (`/clear`), as in the CLI.
    #[must_use]
    pub fn drift(&self) -> Drift {
        self.drift
    }

    /// Returns the turn that answered a prompt, if it is among the last 256 turns.
    #[must_use]
    pub fn turn_of(&self, prompt: &MessageUuid) -> Option<&TurnSpend> {
        self.turns.iter().rev().find(|turn| turn.prompts.contains(prompt))
    }
}

/// What one turn consumed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct TurnSpend {
    /// The number that the CLI gave to the result.
    pub result_index: Option<u64>,
    /// The prompts that the turn answered; empty for an unsolicited turn.
    pub prompts: Vec<MessageUuid>,
    /// Everything that was consumed between the previous result and this one.
    ///
    /// It contains what background subagents consumed meanwhile, whichever turn started them.
    pub spent: Spend,
    /// The same by model.
    pub models: BTreeMap<String, Spend>,
    /// The part that the main thread consumed.
    pub main: Tokens,
    /// The part that subagents consumed.
    pub subagents: Tokens,
    /// The usage in the messages of the turn; `None` without
    /// [`Accounting::Live`](crate::usage::Accounting::Live).
    ///
    /// It is less than `spent`: answers report their usage when they begin, and not every request
    /// leads to a message.
    pub seen: Option<Tokens>,
    /// How often the model was called in the main thread, as the result counts it.
    pub model_turns: u64,
    /// Whether the result is a failure: interrupted, out of turns, an error of the API.
    pub failed: bool,
}

/// What one subagent consumed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SubagentSpend {
    /// The task of the subagent.
    pub task_id: Option<TaskId>,
    /// The tool call that started it. Its messages have this call as their parent.
    pub tool_use_id: Option<ToolUseId>,
    /// The usage in its messages; zero without
    /// [`Accounting::Live`](crate::usage::Accounting::Live). The CLI does not send all of its
    /// messages.
    pub seen: Tokens,
    /// The tokens that the CLI reports for it: those of its last request, not the sum.
    pub reported_tokens: Option<u64>,
    /// The number of its tool calls, as the CLI reports it.
    pub tool_uses: Option<u64>,
}

/// The difference between the sum of all turns and the total that the CLI reports.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct Drift {
    /// The total that the CLI reports, without what was carried over.
    pub reported: Spend,
    /// The sum of all turns.
    pub counted: Spend,
}

impl Drift {
    /// Returns the tokens that are missing in the sum; negative if the sum is too large.
    #[must_use]
    pub fn tokens(&self) -> i128 {
        i128::from(self.reported.tokens.total()) - i128::from(self.counted.tokens.total())
    }

    /// Returns the dollars that are missing in the sum; negative if the sum is too large.
    #[must_use]
    pub fn cost_usd(&self) -> f64 {
        self.reported.cost_usd - self.counted.cost_usd
    }

    /// Returns whether both are equal, to a millionth of a dollar.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.reported.tokens == self.counted.tokens && self.cost_usd().abs() < 1e-6
    }
}
