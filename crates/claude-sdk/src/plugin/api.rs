//! Plugin API: what a user implements to see each prompt, message, result and error of a session.
//!
//! `chain.rs` calls plugins, in order, and handles panics. A plugin sees what passes through this
//! SDK; hooks see what the CLI does by itself. Plugins of the CLI (folders with commands and
//! agents) are something else.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use claude_types::{Message, ResultMessage, SessionId};

use crate::error::Error;
use crate::prompt::Prompt;

/// Why a plugin refuses a prompt.
pub type PluginError = Box<dyn StdError + Send + Sync>;

/// What [`Plugin::before_query`] returns.
pub type PluginFuture<'p> = Pin<Box<dyn Future<Output = Result<(), PluginError>> + Send + 'p>>;

/// Sees what passes between a program and its sessions, and may change it.
///
/// All methods but the name have a default that does nothing. Plugins are registered by
/// [`Options::plugin`](crate::Options::plugin). On the way to the CLI the first that was registered comes first; on the
/// way back, with messages, results and errors, it comes last.
///
/// One plugin serves all sessions of the options that it is registered in, at the same time.
/// Except for [`Plugin::before_query`] the methods are called where a stream is read: they should
/// not take long. What has to wait belongs into a task of its own.
///
/// A plugin that panics stops nobody else: it is told to `tracing`, and what it was shown goes on
/// as it is. In [`Plugin::before_query`] a panic refuses the prompt, for it may be there to guard
/// it.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Prompt};
/// use claude_sdk::plugin::{Plugin, PluginContext, PluginFuture};
///
/// /// Keeps a word out of prompts.
/// struct Discreet;
///
/// impl Plugin for Discreet {
///     fn name(&self) -> &str {
///         "discreet"
///     }
///
///     fn before_query<'p>(
///         &'p self,
///         prompt: &'p mut Prompt,
///         _context: &'p PluginContext,
///     ) -> PluginFuture<'p> {
///         Box::pin(async move {
///             if prompt.text().contains("password") {
///                 return Err("it holds a password".into());
///             }
///             prompt.append("Answer in one sentence.");
///             Ok(())
///         })
///     }
/// }
///
/// let options = Options::default().plugin(Discreet);
/// ```
pub trait Plugin: Send + Sync + 'static {
    /// The name, for errors and events.
    fn name(&self) -> &str;

    /// Called with each prompt before it is sent, and before a CLI is started for it. It may
    /// change the prompt, or refuse it with an error: then nothing is sent, the caller gets
    /// [`Precondition::Plugin`](crate::error::Precondition::Plugin), and the session goes on.
    ///
    /// # Cancel safety
    ///
    /// The future is dropped if the caller drops the send. Nothing was sent then.
    fn before_query<'p>(
        &'p self,
        prompt: &'p mut Prompt,
        context: &'p PluginContext,
    ) -> PluginFuture<'p> {
        let _ = (prompt, context);
        Box::pin(std::future::ready(Ok(())))
    }

    /// Called with each message before a reader gets it; once for each stream that shows it. It
    /// may change the message, or keep it from the reader.
    ///
    /// Results are not filtered: a turn ends by its result. [`Plugin::after_query`] sees them.
    fn on_message(&self, message: &mut Message, context: &PluginContext) -> MessageFilter {
        let _ = (message, context);
        MessageFilter::Keep
    }

    /// Called with each result that a [`Turn`](crate::Turn) or a [`Query`](crate::Query) brings.
    /// A failed run has a result, too: [`outcome`](crate::outcome()) tells. Turns whose result
    /// nobody reads have none.
    fn after_query(&self, result: &ResultMessage, context: &PluginContext) {
        let _ = (result, context);
    }

    /// Called with each error that a start, a send, a turn or a query comes to, and with the
    /// refusal of another plugin.
    fn on_error(&self, error: &Error, context: &PluginContext) {
        let _ = (error, context);
    }
}

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a reader gets a message or does not")]
pub enum MessageFilter {
    /// The reader gets it, and the next plugin sees it.
    Keep,
    /// It is gone.
    Drop,
}

/// What a plugin knows beside what it is shown.
#[derive(Debug, Default)]
pub struct PluginContext {
    pub(super) session: OnceLock<SessionId>,
}

impl PluginContext {
    /// The session. `None` if it continues one whose id is not known yet.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.get()
    }
}

/// A registered plugin. Its name is asked for once.
#[derive(Clone)]
pub(crate) struct PluginEntry {
    pub(super) name: Arc<str>,
    pub(super) plugin: Arc<dyn Plugin>,
}

impl PluginEntry {
    pub(crate) fn new(plugin: impl Plugin) -> Self {
        Self { name: plugin.name().into(), plugin: Arc::new(plugin) }
    }
}

impl fmt::Debug for PluginEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
