//! Prompt stream: sends prompts to the CLI as a stream yields them.

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

/// A stream of prompts. The lock is never held: the `Mutex` makes a stream that is only `Send` also
/// `Sync`, so that a [`PendingQuery`](crate::PendingQuery) is `Sync`.
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

/// A stream whose items are converted to prompts.
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

/// The task that sends the prompts of a stream, independent of whether the query is read. Dropping
/// it stops the task.
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
                // No further prompt is sent once the budget is used up. The budget task stops the
                // prompts that were already sent.
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

/// Sends each prompt. A prompt that a plugin refuses is skipped and reported to the plugins.
async fn feed(prompts: Prompts, plugins: &Plugins, end: &EndOfInput) {
    let mut prompts = prompts.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    while let Some(mut prompt) = poll_fn(|cx| prompts.as_mut().poll_next(cx)).await {
        if plugins.report(plugins.before_prompt(&mut prompt).await).is_err() {
            continue;
        }
        let Some(connection) = end.0.upgrade() else { return };
        // An error means that the session is over. The stream of its messages ends with the reason.
        let Ok(_posted) = connection.post(prompt.into_input()).await else { return };
    }
}

/// Marks the end of the prompts when it is dropped, also if the stream of prompts panics. Otherwise
/// the CLI would wait for further prompts forever.
struct EndOfInput(WeakConnection);

impl Drop for EndOfInput {
    fn drop(&mut self) {
        if let Some(connection) = self.0.upgrade() {
            // Ignore the error: if the session is over, its input has ended.
            let _ = connection.end_input();
        }
    }
}
