//! Prompt stream: sends prompts to the CLI as they come.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use claude_protocol::{Connection, WeakConnection};
use futures_core::Stream;
use tokio::task::JoinHandle;

use crate::plugin::Plugins;
use crate::prompt::Prompt;
use crate::session::SessionUsage;

/// Prompts that come one after another. The lock is never held: it makes a stream that only moves
/// between threads look shareable, so that an [`PendingQuery`](crate::PendingQuery) is.
pub(crate) struct Prompts(Mutex<Pin<Box<dyn Stream<Item = Prompt> + Send>>>);

impl Prompts {
    pub(crate) fn new<S>(prompts: S) -> Self
    where
        S: Stream + Send + 'static,
        S::Item: Into<Prompt>,
    {
        Self(Mutex::new(Box::pin(Converted(Box::pin(prompts)))))
    }
}

impl fmt::Debug for Prompts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prompts").finish_non_exhaustive()
    }
}

/// A stream whose items become prompts.
struct Converted<S>(Pin<Box<S>>);

impl<S> Stream for Converted<S>
where
    S: Stream,
    S::Item: Into<Prompt>,
{
    type Item = Prompt;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Prompt>> {
        self.0.as_mut().poll_next(cx).map(|next| next.map(Into::into))
    }
}

/// Feeds prompts to a session, beside whoever reads it. Dropping it ends the feeding.
#[derive(Debug)]
pub(crate) struct Feeder(JoinHandle<()>);

impl Feeder {
    pub(crate) fn start(
        prompts: Prompts,
        connection: &Connection,
        plugins: &Plugins,
        usage: &SessionUsage,
    ) -> Self {
        let (plugins, usage) = (plugins.clone(), usage.clone());
        let end = EndOfInput(connection.downgrade());
        Self(tokio::spawn(async move {
            tokio::select! {
                biased;
                // No further prompt is sent. What was sent is the guard's.
                () = usage.used_up() => drop(end),
                () = feed(prompts, &plugins, &end) => {}
            }
        }))
    }
}

impl Drop for Feeder {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A prompt that a plugin refuses is left out, and the plugins are told.
async fn feed(prompts: Prompts, plugins: &Plugins, end: &EndOfInput) {
    let mut prompts = prompts.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    while let Some(mut prompt) = poll_fn(|cx| prompts.as_mut().poll_next(cx)).await {
        if plugins.report(plugins.before_prompt(&mut prompt).await).is_err() {
            continue;
        }
        let Some(connection) = end.0.upgrade() else { return };
        // The session is over; its own stream tells why.
        let Ok(_posted) = connection.post(prompt.into_input()).await else { return };
    }
}

/// Says that no more prompts will come, also if the stream of prompts panics: otherwise the CLI
/// would wait for more for ever.
struct EndOfInput(WeakConnection);

impl Drop for EndOfInput {
    fn drop(&mut self) {
        if let Some(connection) = self.0.upgrade() {
            // A session that is over needs no end.
            let _ = connection.end_input();
        }
    }
}
