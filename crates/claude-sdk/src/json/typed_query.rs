//! Typed queries: request a typed answer, and request it again if the answer does not match the
//! type.

use claude_protocol::StdinPolicy;
use claude_types::{Message, ResultMessage};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::schema::Shape;
use super::{extract, prompt_text};
use crate::error::{Error, JsonFailure, Result, RunFacts};
use crate::launch::start;
use crate::plugin::Plugins;
use crate::prompt::Prompt;
use crate::query::{PendingQuery, PromptSource};
use crate::session::{Client, TypedAnswers};
use crate::turn::Turn;

/// A typed answer, or the reason why there is none, with the last result.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JsonAnswer<T> {
    /// The answer.
    pub outcome: Result<T, JsonFailure>,
    /// The last result. Its `total_cost_usd` and `model_usage` count the whole session, repairs
    /// included; its `usage` is that of the last turn.
    pub result: ResultMessage,
    /// How often the answer was requested again.
    pub repairs: u32,
}

impl<T> JsonAnswer<T> {
    /// Returns the answer, or an error if it does not match the type.
    ///
    /// # Errors
    ///
    /// [`Error::Json`] with the failure and the last result.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), claude_sdk::Error> {
    /// let pending = claude_sdk::query("What is 2 + 2?", Default::default());
    /// let answer = pending.json_answer::<u32>().await?;
    /// println!("{:?} USD", answer.result.total_cost_usd);
    /// let sum = answer.into_result()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn into_result(self) -> Result<T> {
        let result = self.result;
        self.outcome.map_err(|failure| Error::Json { failure, result: Box::new(result) })
    }
}

/// # Typed answers
///
/// With the feature `json`.
impl PendingQuery {
    /// Runs the query and returns the answer as a Rust type.
    ///
    /// The CLI gets the schema of the type. It has the model answer through a tool, and lets the
    /// model try again while the answer does not match. The answer is checked here, too, against
    /// the schema and the type. JSON in a wrapper such as `{"output": …}`, in a text or between
    /// code fences is accepted. If the answer still does not match, it is requested once more in
    /// the same session, see [`Options::json_repairs`](crate::Options::json_repairs).
    ///
    /// A value that matches may still be invented. Restrict the type to what is allowed (enums,
    /// `#[schemars(length(min = 1))]`), and give it a value for "unknown".
    ///
    /// A type that is not an object, such as a list or an enum, is requested as the field `output`
    /// of an object.
    ///
    /// # Errors
    ///
    /// - [`Error::Json`] if the answer does not match the type.
    /// - [`Error::Options`] for a stream of prompts.
    /// - The errors of [`PendingQuery::text`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use claude_sdk::schemars::{self, JsonSchema};
    /// use claude_sdk::{Options, query};
    ///
    /// #[derive(serde::Deserialize, JsonSchema)]
    /// struct Review { approved: bool, remarks: Vec<String> }
    ///
    /// # async fn run() -> Result<(), claude_sdk::Error> {
    /// let review: Review = query("Review src/lib.rs", Options::default()).json().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn json<T: DeserializeOwned + JsonSchema>(self) -> Result<T> {
        let plugins = self.plugins().clone();
        let answer = self.json_answer().await?;
        plugins.report(answer.into_result())
    }

    /// The same as [`PendingQuery::json`], except that it also returns the result, and that an
    /// answer that does not match is not an error.
    ///
    /// # Errors
    ///
    /// - [`Error::Options`] for a stream of prompts.
    /// - The errors of [`PendingQuery::text`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn json_answer<T: DeserializeOwned + JsonSchema>(self) -> Result<JsonAnswer<T>> {
        let (source, mut options, session) = self.into_parts();
        let plugins = session.plugins().clone();
        let PromptSource::One(mut prompt) = source else {
            let problem = "a typed answer requires a single prompt, not a stream of prompts";
            return plugins.report(Err(Error::options(problem)));
        };
        plugins.report(plugins.before_prompt(&mut prompt).await)?;
        let shape = Shape::of::<T>();
        options.json_schema = Some(shape.raw());
        let answers =
            TypedAnswers { schema: options.json_schema.clone(), repairs: options.json_repairs };
        let session = session.answering(answers);
        // Keep stdin open, because a repair is one more prompt.
        let connection = plugins.report(start(&options, &session, StdinPolicy::Open).await)?;
        let client = Client::from_parts(connection, session);
        let answer = answer(&client, client.send_shown(prompt).await, &shape).await;
        client.close_behind_answer().await;
        answer
    }
}

/// # Typed answers
///
/// With the feature `json`.
impl Client {
    /// Sends a prompt and returns the answer as a Rust type, see [`PendingQuery::json`].
    ///
    /// The CLI accepts a schema only at its start. If the session began without the schema of this
    /// type ([`Options::output_schema_of`](crate::Options::output_schema_of)), the schema is
    /// appended to the prompt as text, and the answer is taken from the text.
    ///
    /// # Errors
    ///
    /// - [`Error::Json`] if the answer does not match the type.
    /// - The errors of [`Client::send`] and [`Turn::text`](crate::Turn::text).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future discards the answer. It does not stop the turn.
    pub async fn ask_json<T: DeserializeOwned + JsonSchema>(
        &self,
        prompt: impl Into<Prompt>,
    ) -> Result<T> {
        let answer = self.ask_json_answer(prompt).await?;
        self.plugins().report(answer.into_result())
    }

    /// The same as [`Client::ask_json`], except that it also returns the result, and that an answer
    /// that does not match is not an error.
    ///
    /// # Errors
    ///
    /// The errors of [`Client::send`] and [`Turn::text`](crate::Turn::text).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future discards the answer. It does not stop the turn.
    pub async fn ask_json_answer<T: DeserializeOwned + JsonSchema>(
        &self,
        prompt: impl Into<Prompt>,
    ) -> Result<JsonAnswer<T>> {
        let shape = Shape::of::<T>();
        let prompt = if self.session().answers().schema.as_ref() == Some(&shape.raw()) {
            prompt.into()
        } else {
            prompt_text::with_schema(prompt.into().into_input(), &shape).into()
        };
        answer(self, self.send(prompt).await, &shape).await
    }
}

/// Returns the value in the result of a run that succeeded.
#[cfg(feature = "tower")]
pub(crate) fn read<T: DeserializeOwned + JsonSchema>(
    result: &ResultMessage,
) -> Result<T, JsonFailure> {
    extract::read(&Shape::of::<T>(), result)
}

/// Returns the answer of a turn, after repairs if it does not match.
async fn answer<T: DeserializeOwned>(
    client: &Client,
    mut turn: Result<Turn>,
    shape: &Shape,
) -> Result<JsonAnswer<T>> {
    let max_repairs = client.session().answers().repairs;
    let mut repairs = 0;
    loop {
        let result = result_of(turn?, client.plugins()).await?;
        let outcome = extract::read(shape, &result);
        match &outcome {
            Err(failure) if *failure != JsonFailure::Exhausted && repairs < max_repairs => {
                turn = client.send(prompt_text::repair(failure, shape)).await;
                repairs += 1;
            }
            _ => return Ok(JsonAnswer { outcome, result, repairs }),
        }
    }
}

/// Returns the result of a turn. A run that failed for another reason than its answer is an error.
async fn result_of(mut turn: Turn, plugins: &Plugins) -> Result<ResultMessage> {
    let mut facts = RunFacts::default();
    while let Some(message) = turn.next().await {
        let message = message?;
        facts.observe(&message);
        if let Message::Result(result) = message {
            let failed = result.is_failure() && !extract::is_exhausted(&result);
            let result = turn.with_whole_answer(*result);
            let checked = turn.check_budget(result);
            return plugins.report(match checked {
                Ok(result) if failed => Err(facts.into_error(result)),
                Ok(result) => facts.check_sent(&result).map(|()| result),
                error => error,
            });
        }
    }
    plugins.report(Err(Error::ended_without_result()))
}
