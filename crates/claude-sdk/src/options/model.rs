//! Model: setters for the model, its prompts, its thinking, and the limits of a run.

use claude_types::{ApiBeta, EffortLevel, Raw};

use super::{Options, SystemPrompt, Thinking};

/// # Model
impl Options {
    /// Sets the model: a full name, or an alias such as `sonnet`.
    ///
    /// By default, the CLI chooses. Becomes `--model`.
    #[must_use]
    pub fn model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets the model that the CLI uses if the first is overloaded; several are separated by
    /// commas.
    ///
    /// By default, there is none. Becomes `--fallback-model`.
    #[must_use]
    pub fn fallback_model(mut self, model: impl Into<String>) -> Self {
        self.fallback_model = Some(model.into());
        self
    }

    /// Sets the system prompt.
    ///
    /// The default is [`SystemPrompt::Empty`].
    ///
    /// Text is sent in `initialize` and is not on the command line.
    #[must_use]
    pub fn system_prompt(mut self, prompt: impl Into<SystemPrompt>) -> Self {
        self.system_prompt = prompt.into();
        self
    }

    /// Sets whether the system prompt stays the same for the whole session, also if it is resumed.
    ///
    /// By default, the CLI decides; from 2.1.257 on, the prompt stays the same. Sent in
    /// `initialize` as `systemPromptSnapshot`.
    #[must_use]
    pub fn system_prompt_snapshot(mut self, kept: bool) -> Self {
        self.system_prompt_snapshot = Some(kept);
        self
    }

    /// Sets whether the system prompt of Claude Code leaves out what differs between machines.
    ///
    /// If `true`, sections such as the working directory are moved to the first message, so that
    /// more users can share one cached prompt. Requires [`SystemPrompt::Preset`] or
    /// [`SystemPrompt::Append`].
    ///
    /// The default is `false`. Sent in `initialize` as `excludeDynamicSections`.
    #[must_use]
    pub fn exclude_dynamic_sections(mut self, enabled: bool) -> Self {
        self.exclude_dynamic_sections = enabled;
        self
    }

    /// Sets the instructions for the permission mode `plan`.
    ///
    /// They replace those of the CLI. Sent in `initialize` as `planModeInstructions`.
    #[must_use]
    pub fn plan_mode_instructions(mut self, text: impl Into<String>) -> Self {
        self.plan_mode_instructions = Some(text.into());
        self
    }

    /// Sets the JSON Schema of every answer of the session; it must be an object.
    ///
    /// By default, answers are text. Sent in `initialize` as `jsonSchema`.
    ///
    /// The model answers through a tool. The value is in
    /// [`ResultMessage::structured_output`](crate::ResultMessage::structured_output).
    ///
    /// The CLI ignores a schema that declares a later draft than draft 7, without an error.
    #[must_use]
    pub fn output_schema(mut self, schema: impl Into<Raw>) -> Self {
        self.json_schema = Some(schema.into());
        self
    }

    /// Sets whether the text of prompts is used verbatim, without slash commands and file names
    /// after `@`.
    ///
    /// The default is `false`. Sent with each prompt as `client_composed`.
    ///
    /// It applies to the whole session. CLIs before 2.1.248 ignore it.
    #[must_use]
    pub fn verbatim_prompts(mut self, enabled: bool) -> Self {
        self.verbatim_prompts = enabled;
        self
    }

    /// Sets the number of model turns after which the run ends.
    ///
    /// By default, or with 0, there is no limit. Becomes `--max-turns`.
    #[must_use]
    pub fn max_turns(mut self, turns: u32) -> Self {
        self.max_turns = Some(turns);
        self
    }

    /// Sets the cost in US dollars at which the run ends.
    ///
    /// By default, there is no limit. Becomes `--max-budget-usd`.
    ///
    /// The CLI checks this limit. See [`Options::budget`] for limits that this program checks.
    #[must_use]
    pub fn max_budget_usd(mut self, dollars: f64) -> Self {
        self.max_budget_usd = Some(dollars);
        self
    }

    /// Sets the number of tokens after which the run ends.
    ///
    /// By default, there is no limit. Becomes `--task-budget`.
    ///
    /// The model is told how many tokens are left.
    #[must_use]
    pub fn task_budget(mut self, tokens: u64) -> Self {
        self.task_budget = Some(tokens);
        self
    }

    /// Adds beta features of the API.
    ///
    /// They require an API key. Becomes `--betas`.
    #[must_use]
    pub fn betas<T: Into<ApiBeta>>(mut self, betas: impl IntoIterator<Item = T>) -> Self {
        self.betas.extend(betas.into_iter().map(Into::into));
        self
    }

    /// Sets whether and how the model thinks before it answers.
    ///
    /// By default, the CLI chooses.
    ///
    /// Cannot be combined with [`Options::max_thinking_tokens`].
    #[must_use]
    pub fn thinking(mut self, thinking: Thinking) -> Self {
        self.thinking = Some(thinking);
        self
    }

    /// Sets the maximum number of thinking tokens, an older form of [`Options::thinking`].
    ///
    /// By default, the CLI chooses. Becomes `--max-thinking-tokens`.
    #[must_use]
    pub fn max_thinking_tokens(mut self, tokens: u32) -> Self {
        self.max_thinking_tokens = Some(tokens);
        self
    }

    /// Sets the effort of the model.
    ///
    /// By default, the CLI chooses. Becomes `--effort`.
    #[must_use]
    pub fn effort(mut self, effort: EffortLevel) -> Self {
        self.effort = Some(effort);
        self
    }
}
