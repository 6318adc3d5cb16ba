//! Plugin chain: the plugins of one session, the order in which they are called, and how panics are
//! handled.
//!
//! Without plugins the chain is an empty value, and each call of it is one comparison.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::task::Poll;

use claude_types::{Message, Outlined, ResultMessage};

use super::{MessageFilter, PluginContext, PluginEntry, PluginError};
use crate::conversation::SessionIds;
use crate::error::{Precondition, Result};
use crate::prompt::Prompt;
use crate::trace;

/// The plugins of a session. Clones share them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plugins(Option<Arc<List>>);

#[derive(Debug)]
struct List {
    entries: Vec<PluginEntry>,
    context: PluginContext,
}

impl Plugins {
    pub(crate) fn new(entries: &[PluginEntry], ids: &Arc<SessionIds>) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let context = PluginContext { ids: Arc::clone(ids) };
        Self(Some(Arc::new(List { entries: entries.to_vec(), context })))
    }

    /// Passes a prompt to the plugins before it is sent.
    pub(crate) async fn before_prompt(&self, prompt: &mut Prompt) -> Result<()> {
        let Some(list) = &self.0 else { return Ok(()) };
        for entry in &list.entries {
            if let Err(source) = list.ask(entry, prompt).await {
                let (plugin, source) = (entry.name.to_string(), Arc::from(source));
                return Err(Precondition::Plugin { plugin, source }.into());
            }
        }
        Ok(())
    }

    /// Passes an item of a turn or a query to the plugins. Returns `None` if a plugin drops it.
    pub(crate) fn filter(
        &self,
        item: Result<Outlined<Message>>,
    ) -> Option<Result<Outlined<Message>>> {
        let Some(list) = &self.0 else { return Some(item) };
        match item {
            Ok(message) => {
                if let Message::Result(result) = &*message {
                    list.after(result);
                    return Some(Ok(message));
                }
                list.filter(message).map(Ok)
            }
            Err(error) => Some(self.report(Err(error))),
        }
    }

    /// Passes an item of another stream to the plugins. Results and errors are delivered as they
    /// are.
    pub(crate) fn message(
        &self,
        item: Result<Outlined<Message>>,
    ) -> Option<Result<Outlined<Message>>> {
        match (&self.0, item) {
            (Some(list), Ok(message)) if !matches!(*message, Message::Result(_)) => {
                list.filter(message).map(Ok)
            }
            (_, item) => Some(item),
        }
    }

    /// Passes the result of a turn or a query to the plugins, or its error.
    pub(crate) fn result(&self, result: Result<ResultMessage>) -> Result<ResultMessage> {
        if let (Some(list), Ok(result)) = (&self.0, &result) {
            list.after(result);
        }
        self.report(result)
    }

    /// Passes an error to the plugins, if this is one.
    pub(crate) fn report<T>(&self, result: Result<T>) -> Result<T> {
        if let (Some(list), Err(error)) = (&self.0, &result) {
            list.backwards("on_error", |entry| entry.plugin.on_error(error, &list.context));
        }
        result
    }
}

impl List {
    async fn ask(&self, entry: &PluginEntry, prompt: &mut Prompt) -> Result<(), PluginError> {
        let context = &self.context;
        // Call the method inside of the block, so that a panic in the method itself is caught with
        // those of its future.
        let mut future = Box::pin(async move { entry.plugin.before_query(prompt, context).await });
        poll_fn(|cx| {
            let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)));
            polled.unwrap_or_else(|_| Poll::Ready(Err(panicked(entry, "before_query"))))
        })
        .await
    }

    fn filter(&self, mut message: Outlined<Message>) -> Option<Outlined<Message>> {
        for entry in self.entries.iter().rev() {
            let shown = AssertUnwindSafe(|| entry.plugin.on_message(&mut message, &self.context));
            match catch_unwind(shown) {
                Ok(MessageFilter::Keep) => {}
                Ok(MessageFilter::Drop) => return None,
                Err(_) => drop(panicked(entry, "on_message")),
            }
        }
        Some(message)
    }

    fn after(&self, result: &ResultMessage) {
        self.backwards("after_query", |entry| entry.plugin.after_query(result, &self.context));
    }

    fn backwards(&self, method: &'static str, call: impl Fn(&PluginEntry)) {
        for entry in self.entries.iter().rev() {
            if catch_unwind(AssertUnwindSafe(|| call(entry))).is_err() {
                drop(panicked(entry, method));
            }
        }
    }
}

/// Logs a panic, and returns it as an error.
fn panicked(entry: &PluginEntry, method: &'static str) -> PluginError {
    trace::warning!("the plugin `{}` panicked in `{method}`", entry.name);
    format!("the plugin panicked in `{method}`").into()
}
