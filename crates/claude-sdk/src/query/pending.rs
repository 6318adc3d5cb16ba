//! Pending query: a prompt, or a stream of prompts, that is not sent yet.

use std::pin::Pin;

use claude_protocol::StdinPolicy;
use claude_types::{ResultMessage, SessionId};
use futures_core::Stream;

use super::Query;
use super::prompt_stream::{Feeder, Prompts};
use super::run::Asked;
use crate::boxed::boxed;
#[cfg(doc)]
use crate::error::Error;
use crate::error::Result;
use crate::launch::{mint, start};
use crate::options::Options;
use crate::plugin::Plugins;
use crate::prompt::Prompt;
use crate::session::{Client, Session};
use crate::turn::TurnHandle;

/// Runs one prompt in a session of its own.
///
/// The returned [`PendingQuery`] does nothing until it is awaited or collected:
///
/// - `.await` starts the CLI and returns a [`Query`], a stream of messages.
/// - [`PendingQuery::text`] returns the final text of a successful run.
/// - [`PendingQuery::result`] returns the result message, also if the run failed.
/// - [`PendingQuery::json`] returns the answer as a Rust type (feature `json`).
///
/// Unless the session is resumed, this call generates its ID if `options` do not set one. So
/// [`PendingQuery::session_id`] is known before the CLI starts.
///
/// stdin of the CLI is closed as soon as the prompt is written, unless the options contain a
/// callback that the CLI can call, an in-process MCP server or a budget. Once stdin is closed,
/// control requests fail with [`CloseReason::InputEnded`](crate::error::CloseReason::InputEnded),
/// and the query cannot be interrupted. Use a [`Client`] if you need control requests.
///
/// # Errors
///
/// This function does not fail. Awaiting or collecting the returned value returns an error if the
/// options are invalid, a plugin refuses the prompt, or the CLI cannot be found, cannot be started
/// or does not complete the handshake.
///
/// # Cancel safety
///
/// Dropping the future of a running query, or the [`Query`] itself, ends the CLI: its process group
/// gets SIGTERM at once and SIGKILL 2 s later. A clone of [`Query::client`] keeps the CLI running.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Message, Options, query};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let mut run = query("List the crates in this workspace.", Options::default()).await?;
/// while let Some(message) = run.next().await {
///     if let Message::Assistant(reply) = message? {
///         print!("{}", reply.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub fn query(prompt: impl Into<Prompt>, options: Options) -> PendingQuery {
    let session = mint(&options);
    PendingQuery { source: PromptSource::One(prompt.into()), options, session }
}

/// Runs a stream of prompts in a session of its own.
///
/// Each prompt is sent as soon as the stream yields it: the CLI queues prompts, and may answer
/// several of them with one result. A prompt that a plugin refuses is skipped. The run ends when
/// the stream has ended and its last prompt is answered. If the stream yields no prompt, the run
/// ends at once.
///
/// The CLI starts when the returned [`PendingQuery`] is awaited or collected.
/// [`PendingQuery::text`] and [`PendingQuery::result`] return the last result.
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
#[expect(clippy::large_enum_variant, reason = "there is one per run")]
pub(crate) enum PromptSource {
    One(Prompt),
    Stream(Prompts),
}

/// A query that is not started yet. Await it for a stream of messages, or collect its answer.
///
/// Awaiting it starts the CLI, sends the prompt and returns a [`Query`]. Dropping it has no effect:
/// no process runs yet.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Options, query};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let pending = query("What is 2 + 2?", Options::default());
/// println!("session {:?}", pending.session_id());
/// let answer = pending.text().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing is sent before this is awaited"]
pub struct PendingQuery {
    source: PromptSource,
    options: Options,
    session: Session,
}

impl PendingQuery {
    /// Returns the ID that the session will have.
    ///
    /// `None` if the session continues an earlier one whose ID only the CLI knows.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// Runs the query and returns the final text.
    ///
    /// # Errors
    ///
    /// - The errors of a start, see [`Client::connect`], and [`Error::Precondition`] if a plugin
    ///   refuses the prompt.
    /// - [`Error::Auth`], [`Error::Limit`], [`Error::Api`] or [`Error::Run`] if the run failed.
    ///   They contain the result.
    /// - [`Error::Budget`] if the budget is used up.
    /// - [`Error::Exited`], [`Error::Timeout`] or [`Error::Closed`] if the session ends before the
    ///   result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn text(self) -> impl Future<Output = Result<String>> + Send {
        boxed(async { self.stream().await?.collect_text().await })
    }

    /// Runs the query and returns its result message.
    ///
    /// A run that failed also returns `Ok`: check [`ResultMessage::is_failure`].
    ///
    /// # Errors
    ///
    /// - The errors of a start, see [`Client::connect`], and [`Error::Precondition`] if a plugin
    ///   refuses the prompt.
    /// - [`Error::Budget`] if the run failed because the budget is used up.
    /// - [`Error::Exited`], [`Error::Timeout`] or [`Error::Closed`] if the session ends before the
    ///   result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub fn result(self) -> impl Future<Output = Result<ResultMessage>> + Send {
        boxed(async { self.stream().await?.collect_result().await })
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
                let (id, prompt) = prompt.into_identified_input();
                session.spans.sending(&id);
                let prompt = connection.post(prompt).await?;
                // Ignore the error: the CLI may have exited by now. The messages that it sent are
                // still delivered, and the stream then ends with the reason.
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
        boxed(self.stream())
    }
}
