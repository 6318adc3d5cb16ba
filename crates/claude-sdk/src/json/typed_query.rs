//! Typed queries: ask for a typed answer, and ask again if the answer does not fit the type.

use claude_mcp::schemars::JsonSchema;
use claude_protocol::StdinPolicy;
use claude_types::{Message, ResultMessage};
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

/// A typed answer, or why there is none, with what it took.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct JsonAnswer<T> {
    /// The answer.
    pub outcome: Result<T, JsonFailure>,
    /// The last result. Its `total_cost_usd` and `model_usage` count all of the session, repairs
    /// included; its `usage` is that of the last turn.
    pub result: ResultMessage,
    /// How often the answer was asked for again.
    pub repairs: u32,
}

impl<T> JsonAnswer<T> {
    fn value(self) -> Result<T> {
        let result = self.result;
        self.outcome.map_err(|failure| Error::Json { failure, result: Box::new(result) })
    }
}

/// # Typed answers
///
/// With the feature `json`.
impl PendingQuery {
    /// Asks, and waits for an answer of a type.
    ///
    /// The schema of the type goes to the CLI, which has the model answer through a tool and lets it
    /// try again while the answer does not fit. What comes is checked here, too: against the schema
    /// and against the type. JSON in a wrapper such as `{"output": …}`, in a text or between code
    /// fences is taken out. An answer that still does not fit is asked for once more in the same
    /// session, see [`Options::json_repairs`](crate::Options::json_repairs).
    ///
    /// A made-up value that fits cannot be told from a true one: let the type say what is allowed
    /// (enums, `#[schemars(length(min = 1))]`), and give it a way to say "unknown".
    ///
    /// A type that is no object, such as a list or an enum, is asked for as the field `output` of
    /// one.
    ///
    /// # Errors
    ///
    /// As [`PendingQuery::text`], [`Error::Json`] if the answer is not of the type, and [`Error::Options`] for a
    /// stream of prompts.
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
        plugins.report(answer.value())
    }

    /// As [`PendingQuery::json`], with the result beside the answer. An answer that is not of the type is no
    /// error here.
    ///
    /// # Errors
    ///
    /// As [`PendingQuery::text`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn json_answer<T: DeserializeOwned + JsonSchema>(self) -> Result<JsonAnswer<T>> {
        let (source, mut options, session) = self.into_parts();
        let plugins = session.plugins().clone();
        let PromptSource::One(mut prompt) = source else {
            let why = "one answer is asked for by one prompt, not by a stream";
            return plugins.report(Err(Error::options(why)));
        };
        plugins.report(plugins.before_prompt(&mut prompt).await)?;
        let shape = Shape::of::<T>();
        options.json_schema = Some(shape.raw());
        let answers =
            TypedAnswers { schema: options.json_schema.clone(), repairs: options.json_repairs };
        let session = session.answering(answers);
        // Open, because a repair is one more prompt.
        let connection = plugins.report(start(&options, &session, StdinPolicy::Open).await)?;
        let client = Client::from_parts(connection, session);
        let answer = answer(&client, client.send_shown(prompt).await, &shape).await;
        // How the CLI ends does not change the answer that is in hand.
        let _ = client.close().await;
        answer
    }
}

/// # Typed answers
///
/// With the feature `json`.
impl Client {
    /// Sends a prompt and waits for an answer of a type, see [`PendingQuery::json`].
    ///
    /// The CLI takes a schema at its start only. A session that began without the schema of this
    /// type ([`Options::output_schema_of`](crate::Options::output_schema_of)) gets it in words, at the
    /// end of the prompt, and the answer is taken from the text.
    ///
    /// # Errors
    ///
    /// The session is over, the run failed, or [`Error::Json`] if the answer is not of the type.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the answer; the work goes on.
    pub async fn ask_json<T: DeserializeOwned + JsonSchema>(
        &self,
        prompt: impl Into<Prompt>,
    ) -> Result<T> {
        let answer = self.ask_json_answer(prompt).await?;
        self.plugins().report(answer.value())
    }

    /// As [`Client::ask_json`], with the result beside the answer. An answer that is not of the
    /// type is no error here.
    ///
    /// # Errors
    ///
    /// The session is over, or the run failed.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the answer; the work goes on.
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

/// The answer of a turn, asked for again if need be.
async fn answer<T: DeserializeOwned>(
    client: &Client,
    mut turn: Result<Turn>,
    shape: &Shape,
) -> Result<JsonAnswer<T>> {
    let most = client.session().answers().repairs;
    let mut repairs = 0;
    loop {
        let result = result_of(turn?, client.plugins()).await?;
        let outcome = extract::read(shape, &result);
        match &outcome {
            Err(failure) if *failure != JsonFailure::Exhausted && repairs < most => {
                turn = client.send(prompt_text::repair(failure, shape)).await;
                repairs += 1;
            }
            _ => return Ok(JsonAnswer { outcome, result, repairs }),
        }
    }
}

/// The result of a turn. One that failed for another reason than its answer is an error.
async fn result_of(mut turn: Turn, plugins: &Plugins) -> Result<ResultMessage> {
    let mut facts = RunFacts::default();
    while let Some(message) = turn.next().await {
        let message = message?;
        facts.observe(&message);
        if let Message::Result(result) = message {
            let failed = result.is_failure() && !extract::is_exhausted(&result);
            let checked = turn.check_budget(*result);
            return plugins.report(match checked {
                Ok(result) if failed => Err(facts.into_error(result)),
                checked => checked,
            });
        }
    }
    plugins.report(Err(Error::ended_without_result()))
}
