//! Pending query: a prompt, or a stream of prompts, that is not sent yet.

use std::pin::Pin;

use claude_protocol::StdinPolicy;
use claude_types::{ResultMessage, SessionId};
use futures_core::Stream;

use super::Query;
use super::prompt_stream::{Feeder, Prompts};
use super::run::Asked;
use crate::error::Result;
use crate::launch::{mint, start};
use crate::options::Options;
use crate::plugin::Plugins;
use crate::prompt::Prompt;
use crate::session::{Client, Session};
use crate::turn::TurnHandle;

/// Asks one question in a session of its own.
///
/// Nothing is started before the returned [`PendingQuery`] is awaited or collected.
///
/// # Examples
///
/// ```no_run
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let answer = claude_sdk::query("What is 2 + 2?", Default::default()).text().await?;
/// # Ok(())
/// # }
/// ```
pub fn query(prompt: impl Into<Prompt>, options: Options) -> PendingQuery {
    let session = mint(&options);
    PendingQuery { source: PromptSource::One(prompt.into()), options, session }
}

/// Asks many prompts in a session of its own, as they come.
///
/// Each is sent at once: the CLI queues them, and may answer several with one result. The run ends
/// when the stream has ended and its last prompt is answered. A stream without prompts ends it at
/// once.
///
/// Nothing is started before the returned [`PendingQuery`] is awaited or collected. Collected, it gives the
/// last result.
///
/// # Examples
///
/// ```no_run
/// # async fn run(lines: impl futures_core::Stream<Item = String> + Send + 'static)
/// #     -> Result<(), claude_sdk::Error> {
/// use claude_sdk::{Message, Options, query_stream};
///
/// let mut run = query_stream(lines, Options::default()).await?;
/// while let Some(message) = run.next().await {
///     if let Message::Result(result) = message? {
///         println!("{}", result.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub fn query_stream<S>(prompts: S, options: Options) -> PendingQuery
where
    S: Stream + Send + 'static,
    S::Item: Into<Prompt>,
{
    let session = mint(&options);
    PendingQuery { source: PromptSource::Stream(Prompts::new(prompts)), options, session }
}

#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of it for a whole run")]
pub(crate) enum PromptSource {
    One(Prompt),
    Stream(Prompts),
}

/// A question that has not been asked yet. Await it to stream, or collect it.
#[derive(Debug)]
#[must_use = "nothing is asked before this is awaited"]
pub struct PendingQuery {
    source: PromptSource,
    options: Options,
    session: Session,
}

impl PendingQuery {
    /// The id that the session will have. `None` if it continues one whose id is not known yet.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// Asks, and waits for the final text.
    ///
    /// # Errors
    ///
    /// The session could not be started or broke, or the run failed: a run that ends with an
    /// error is an error here, with its result inside.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn text(self) -> Result<String> {
        self.await?.text().await
    }

    /// Asks, and waits for the result. A failed run is a result, too.
    ///
    /// # Errors
    ///
    /// The session could not be started, or broke before its result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn result(self) -> Result<ResultMessage> {
        self.await?.result().await
    }

    #[cfg(feature = "json")]
    pub(crate) fn plugins(&self) -> &Plugins {
        self.session.plugins()
    }

    #[cfg(feature = "json")]
    pub(crate) fn into_parts(self) -> (PromptSource, Options, Session) {
        (self.source, self.options, self.session)
    }

    async fn stream(self) -> Result<Query> {
        let plugins = self.session.plugins().clone();
        plugins.report(self.begin(&plugins).await)
    }

    async fn begin(self, plugins: &Plugins) -> Result<Query> {
        let Self { mut source, options, session } = self;
        if let PromptSource::One(prompt) = &mut source {
            plugins.before_prompt(prompt).await?;
        }
        let ends_at_once = matches!(source, PromptSource::One(_)) && !options.may_call_back();
        let input =
            if ends_at_once { StdinPolicy::EndsWithPrompt } else { StdinPolicy::EndsWithRun };
        let connection = start(&options, &session, input).await?;
        let messages = connection.subscribe()?;
        let asked = match source {
            PromptSource::One(prompt) => {
                let prompt = connection.post(prompt.into_input()).await?;
                // A CLI that is gone by now has left its last messages, and the stream ends by
                // telling why.
                let _ = connection.end_input();
                Asked::One(TurnHandle::new(prompt, plugins.clone(), session.usage.budget_state()))
            }
            PromptSource::Stream(prompts) => {
                Asked::Many(Feeder::start(prompts, &connection, plugins, &session.usage))
            }
        };
        let budget = session.usage.budget_stream();
        let client = Client::from_parts(connection, session);
        Ok(Query::new(messages, asked, client, budget))
    }
}

impl IntoFuture for PendingQuery {
    type Output = Result<Query>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.stream())
    }
}
