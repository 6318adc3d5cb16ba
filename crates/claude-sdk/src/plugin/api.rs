//! Plugin API: the trait that a user implements to see each prompt, message, result and error of a
//! session.
//!
//! A plugin sees what passes through this SDK; hooks see what the CLI does by itself. `chain.rs`
//! calls the plugins in order, and handles panics.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use claude_types::{Message, ResultMessage, SessionId};

use crate::conversation::SessionIds;
use crate::error::Error;
use crate::prompt::Prompt;

/// The reason why a plugin refuses a prompt.
pub type PluginError = Box<dyn StdError + Send + Sync>;

/// The future that [`Plugin::before_query`] returns.
pub type PluginFuture<'p> = Pin<Box<dyn Future<Output = Result<(), PluginError>> + Send + 'p>>;

/// Sees what passes between a program and its sessions, and may change it.
///
/// All methods except [`Plugin::name`] have a default that does nothing. Register a plugin with
/// [`Options::plugin`](crate::Options::plugin). One value serves all sessions of these options, at
/// the same time.
///
/// # Order and duration
///
/// Prompts pass the plugins in the order in which these were registered. Messages, results and
/// errors pass them in the reverse order.
///
/// Except for [`Plugin::before_query`], the methods are called where a stream is read, and block it
/// until they return. Spawn a task for work that has to wait.
///
/// # Panics in plugins
///
/// A plugin that panics does not affect other plugins: the panic is logged with `tracing`, and the
/// message or result is passed on unchanged. A panic in [`Plugin::before_query`] refuses the
/// prompt, because the plugin may exist to check prompts.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Prompt};
/// use claude_sdk::plugin::{Plugin, PluginContext, PluginFuture};
///
/// /// Refuses prompts that contain a word, and adds a sentence to the others.
/// struct PromptCheck;
///
/// impl Plugin for PromptCheck {
///     fn name(&self) -> &str {
///         "prompt-check"
///     }
///
///     fn before_query<'p>(
///         &'p self,
///         prompt: &'p mut Prompt,
///         _context: &'p PluginContext,
///     ) -> PluginFuture<'p> {
///         Box::pin(async move {
///             if prompt.text().contains("password") {
///                 return Err("the prompt contains a password".into());
///             }
///             prompt.append("Answer in one sentence.");
///             Ok(())
///         })
///     }
/// }
///
/// let options = Options::default().plugin(PromptCheck);
/// ```
pub trait Plugin: Send + Sync + 'static {
    /// Returns the name of the plugin, for errors and log events. It is read once, when the plugin
    /// is registered.
    fn name(&self) -> &str;

    /// Called with each prompt before it is sent, and before a CLI is started for it.
    ///
    /// It may change the prompt, or refuse it with an error. Then nothing is sent, the caller gets
    /// [`Precondition::Plugin`](crate::error::Precondition::Plugin), and the session stays open.
    ///
    /// # Cancel safety
    ///
    /// The future is dropped if the caller drops the future of its call. Nothing was sent then.
    fn before_query<'p>(
        &'p self,
        prompt: &'p mut Prompt,
        context: &'p PluginContext,
    ) -> PluginFuture<'p> {
        let _ = (prompt, context);
        Box::pin(std::future::ready(Ok(())))
    }

    /// Called with each message before a reader gets it, once for each stream that delivers it.
    ///
    /// It may change the message, or drop it. Results are not passed to this method, because a turn
    /// ends with its result; see [`Plugin::after_query`].
    fn on_message(&self, message: &mut Message, context: &PluginContext) -> MessageFilter {
        let _ = (message, context);
        MessageFilter::Keep
    }

    /// Called with each result that a [`Turn`](crate::Turn) or a [`Query`](crate::Query) delivers.
    /// It contains the whole last answer, see [`Turn::text`](crate::Turn::text).
    ///
    /// A failed run has a result, too: see [`Outcome::of`](crate::Outcome::of). A result that is
    /// not read is not passed to this method.
    fn after_query(&self, result: &ResultMessage, context: &PluginContext) {
        let _ = (result, context);
    }

    /// Called with each error of a start, a send, a turn or a query, including the refusal of
    /// another plugin.
    fn on_error(&self, error: &Error, context: &PluginContext) {
        let _ = (error, context);
    }
}

/// Whether a message is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a message is delivered or dropped")]
pub enum MessageFilter {
    /// The next plugin and the reader get the message.
    Keep,
    /// The message is dropped: the other plugins and the reader do not get it.
    Drop,
}

/// Facts about the session that a plugin is called for.
#[derive(Debug, Default)]
pub struct PluginContext {
    pub(super) ids: Arc<SessionIds>,
}

impl PluginContext {
    /// Returns the ID of the session, which changes if the CLI begins a new conversation (`/clear`).
    /// `None` if it continues an earlier one whose ID is not known yet.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.ids.latest()
    }
}

/// A registered plugin, with its name.
#[derive(Clone)]
pub(crate) struct PluginEntry {
    pub(super) name: Arc<str>,
    pub(super) plugin: Arc<dyn Plugin>,
}

impl PluginEntry {
    /// Returns what tells it apart from others while it exists.
    pub(crate) fn identity(&self) -> usize {
        Arc::as_ptr(&self.plugin).cast::<()>().addr()
    }

    pub(crate) fn new(plugin: impl Plugin) -> Self {
        Self { name: plugin.name().into(), plugin: Arc::new(plugin) }
    }
}

impl fmt::Debug for PluginEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
