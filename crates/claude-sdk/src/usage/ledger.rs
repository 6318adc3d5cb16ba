//! Ledger: the usage of a session as users read it, a value that does not change.

use std::collections::{BTreeMap, VecDeque};

use claude_types::{MessageUuid, TaskId, ToolUseId};

use super::{Spend, Tokens};

/// What a session consumed until now, since its process was started.
///
/// What a resumed session had consumed before is in [`Ledger::carried`] and nowhere else.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Ledger {
    /// All that results told.
    pub total: Spend,
    /// The same by model, under the names that the CLI uses.
    pub models: BTreeMap<String, Spend>,
    /// What of [`Ledger::total`] went to subagents.
    pub subagents: Tokens,
    /// What messages told since the last result: an estimate, too small until the turn ends. Zero
    /// without [`Accounting::Live`](crate::usage::Accounting::Live). Its cost is that of the prices that
    /// a [`Budget`](crate::Budget) has; zero without.
    pub pending: Spend,
    /// What the session had consumed before this process, where it was resumed.
    pub carried: Spend,
    /// The last turns, the oldest first; 256 at most. [`Ledger::turn_count`] counts all.
    pub turns: VecDeque<TurnSpend>,
    /// The turns that had a result.
    pub turn_count: u64,
    /// The last subagents, the oldest first; 256 at most. [`Ledger::subagent_count`] counts all.
    pub agents: VecDeque<SubagentSpend>,
    /// The subagents that were started.
    pub subagent_count: u64,
    /// How often the model was asked in the main thread, as the results count it.
    pub model_turns: u64,
    /// The tool calls that were seen; zero without [`Accounting::Live`](crate::usage::Accounting::Live).
    pub tool_calls: u64,
    pub(crate) drift: Drift,
}

impl Ledger {
    /// How far what was added up is from what the CLI says, which also adds up.
    ///
    /// Both begin anew when the conversation is reset (`/clear`), since the CLI does.
    #[must_use]
    pub fn drift(&self) -> Drift {
        self.drift
    }

    /// The turn that answered a prompt, if it is among the last ones.
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
    /// The prompts that it answered; none if no prompt caused it.
    pub prompts: Vec<MessageUuid>,
    /// All that was consumed between the result before and its own. Background subagents consume
    /// here what they consume meanwhile, whatever turn has started them.
    pub spent: Spend,
    /// The same by model.
    pub models: BTreeMap<String, Spend>,
    /// What of it the main thread consumed.
    pub main: Tokens,
    /// What of it subagents consumed.
    pub subagents: Tokens,
    /// What the messages of the turn had told; `None` without
    /// [`Accounting::Live`](crate::usage::Accounting::Live). Less than `spent`: answers tell their usage
    /// when they begin, and not all requests lead to a message.
    pub seen: Option<Tokens>,
    /// How often the model was asked in the main thread, as the result counts it.
    pub model_turns: u64,
    /// The result tells of a failure: interrupted, out of turns, an error of the API.
    pub failed: bool,
}

/// What one subagent consumed.
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct SubagentSpend {
    /// The task that it is.
    pub task_id: Option<TaskId>,
    /// The tool call that started it. Its messages name it as their parent.
    pub tool_use_id: Option<ToolUseId>,
    /// What its messages told; zero without [`Accounting::Live`](crate::usage::Accounting::Live). Not all
    /// of its messages come.
    pub seen: Tokens,
    /// The tokens that the CLI told for it: those of its last request, not the sum.
    pub reported_tokens: Option<u64>,
    /// How many tools it used, as the CLI tells.
    pub tool_uses: Option<u64>,
}

/// How far what was added up is from what the CLI says.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct Drift {
    /// What the CLI says that was consumed, without what was carried over.
    pub reported: Spend,
    /// What was added up turn by turn.
    pub counted: Spend,
}

impl Drift {
    /// The tokens that are missing in what was added up; below zero if it has too many.
    #[must_use]
    pub fn tokens(&self) -> i128 {
        i128::from(self.reported.tokens.total()) - i128::from(self.counted.tokens.total())
    }

    /// The dollars that are missing; below zero if there are too many.
    #[must_use]
    pub fn cost_usd(&self) -> f64 {
        self.reported.cost_usd - self.counted.cost_usd
    }

    /// Tells whether both are equal, to a millionth of a dollar.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.reported.tokens == self.counted.tokens && self.cost_usd().abs() < 1e-6
    }
}
