//! Options about the model: its name, its prompts, and how long and hard it works.

use claude_types::{ApiBeta, EffortLevel, Raw};

use super::{Options, SystemPrompt, Thinking};

/// # Model
impl Options {
    /// The model: a full name, or an alias such as `sonnet`.
    #[must_use]
    pub fn model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// The model to fall back to when the first is overloaded; several, separated by commas.
    #[must_use]
    pub fn fallback_model(mut self, model: impl Into<String>) -> Self {
        self.fallback_model = Some(model.into());
        self
    }

    /// The system prompt. Without it, there is none.
    #[must_use]
    pub fn system_prompt(mut self, prompt: impl Into<SystemPrompt>) -> Self {
        self.system_prompt = prompt.into();
        self
    }

    /// Whether the system prompt is kept as it is over the life of the session, resumed or not.
    /// Without this it is, from CLI 2.1.257 on.
    #[must_use]
    pub fn system_prompt_snapshot(mut self, kept: bool) -> Self {
        self.system_prompt_snapshot = Some(kept);
        self
    }

    /// Moves what is about this machine, such as the working directory, from Claude Code's own
    /// prompt into the first message, so that more users share one cached prompt.
    #[must_use]
    pub fn exclude_dynamic_sections(mut self, enabled: bool) -> Self {
        self.exclude_dynamic_sections = enabled;
        self
    }

    /// Instructions for the permission mode `plan`, in the place of the CLI's own on how to plan.
    #[must_use]
    pub fn plan_mode_instructions(mut self, text: impl Into<String>) -> Self {
        self.plan_mode_instructions = Some(text.into());
        self
    }

    /// The JSON Schema of every answer of the session, an object: the model answers through a tool, and
    /// the value is [`ResultMessage::structured_output`](crate::ResultMessage::structured_output).
    ///
    /// The CLI drops a schema that declares a later draft than 7, and says nothing.
    #[must_use]
    pub fn output_schema(mut self, schema: impl Into<Raw>) -> Self {
        self.json_schema = Some(schema.into());
        self
    }

    /// Takes the text of every prompt word for word: no slash commands, no file names after `@`.
    /// It holds for the whole session. CLIs before 2.1.248 do not know it.
    #[must_use]
    pub fn verbatim_prompts(mut self, enabled: bool) -> Self {
        self.verbatim_prompts = enabled;
        self
    }

    /// Ends the run after this many turns of the model; 0 is no limit.
    #[must_use]
    pub fn max_turns(mut self, turns: u32) -> Self {
        self.max_turns = Some(turns);
        self
    }

    /// Ends the run when it has cost this much, in US dollars.
    #[must_use]
    pub fn max_budget_usd(mut self, dollars: f64) -> Self {
        self.max_budget_usd = Some(dollars);
        self
    }

    /// Ends the run when it has cost this many tokens. The model is told what is left of them.
    #[must_use]
    pub fn task_budget(mut self, tokens: u64) -> Self {
        self.task_budget = Some(tokens);
        self
    }

    /// Beta features of the API. They need an API key.
    #[must_use]
    pub fn betas<T: Into<ApiBeta>>(mut self, betas: impl IntoIterator<Item = T>) -> Self {
        self.betas.extend(betas.into_iter().map(Into::into));
        self
    }

    /// Whether and how the model thinks before it answers.
    #[must_use]
    pub fn thinking(mut self, thinking: Thinking) -> Self {
        self.thinking = Some(thinking);
        self
    }

    /// The most tokens that the model may think with. The older form of [`Options::thinking`],
    /// which says more; only one of the two may be set.
    #[must_use]
    pub fn max_thinking_tokens(mut self, tokens: u32) -> Self {
        self.max_thinking_tokens = Some(tokens);
        self
    }

    /// How hard the model works.
    #[must_use]
    pub fn effort(mut self, effort: EffortLevel) -> Self {
        self.effort = Some(effort);
        self
    }
}
