//! Limits of the command line: the budget, and the schema of the output.

use claude_types::schema::schema_problems;
use serde_json::Value;

use super::running_call::Body;
use crate::engine::ending::Ending;
use crate::engine::play::Engine;
use crate::frame::cost;

impl Engine {
    /// Whether the API calls of this process cost as much as `--max-budget-usd`.
    pub(in crate::engine) fn budget_is_exhausted(&self) -> bool {
        self.setup.max_budget.is_some_and(|budget| cost(self.calls) >= budget)
    }

    /// Ends the turn because of the budget.
    pub(in crate::engine) fn end_over_budget(&mut self, stop_reason: Option<&'static str>) {
        let budget = self.setup.max_budget.unwrap_or_default();
        let error = format!("Reached maximum budget (${budget})");
        self.skip_to_next_prompt();
        self.close_turn(Ending::limit("error_max_budget_usd", error, stop_reason));
    }

    /// Runs `StructuredOutput`: checks the value with `--json-schema`.
    pub(in crate::engine) fn structured_output(&mut self, value: Value) {
        let schema = self.setup.schema.as_ref().and_then(Value::as_object);
        let problems = schema.map(|schema| schema_problems(schema, &value)).unwrap_or_default();
        let body = if problems.is_empty() {
            Body::Text("Structured output provided successfully".to_owned())
        } else {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            let problems = problems.join(", ");
            Body::Error(format!("Output does not match required schema: {problems}"))
        };
        if let Some(turn) = &mut self.turn {
            match body {
                Body::Error(_) => turn.refused_outputs += 1,
                _ => turn.structured = Some(value),
            }
        }
        if let Some(call) = &mut self.call {
            call.put(body);
        }
    }
}
