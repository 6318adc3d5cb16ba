//! Session log: writes what is said in a session to a journal.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use claude_sdk::Options;
use claude_sdk::observer::SessionInfo;
use futures_core::Stream;
use tokio::sync::watch;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;

use super::follow::{Followed, follow};
use super::recorder::{Recorder, Waiting};
use super::writer::{Writer, Written};
use crate::ports::{Journal, StoreError};

/// Writes each prompt, each line of the CLI and each answer of a session to a [`Journal`], numbered from
/// 1 without gaps. Any number of readers follow it, in any process: [`SessionLog::follow`].
///
/// It is what was *said*, for a user interface that reconnects. What a resumed CLI needs is in the
/// session's file, which a [`Mirror`](crate::Mirror) stores. `stream_event`s are not kept: the message
/// comes as a whole.
///
/// Nothing in the session waits for the journal. If it is down, up to 16 MiB wait in memory; then items
/// are dropped, and an item of the kind `gap` says how many.
///
/// # Examples
///
/// ```no_run
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use claude_sdk::{Client, Options};
/// use claude_sessions::stores::MemoryStore;
/// use claude_sessions::{Followed, SessionLog};
/// use futures_util::StreamExt;
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let journal = Arc::new(MemoryStore::new());
/// let log = SessionLog::open(journal.clone(), "chat-17").await?;
/// let client = Client::connect(log.attach(Options::default())).await?;
/// client.send("Hello").await?.text().await?;
/// log.written(Duration::from_secs(10)).await?;
///
/// let mut items = SessionLog::follow(journal, "chat-17", 0);
/// while let Some(Followed::Item(item)) = items.next().await.transpose()? {
///     println!("{} {}", item.seq, item.kind);
/// }
/// # Ok(())
/// # }
/// ```
pub struct SessionLog {
    pub(super) waiting: Arc<Waiting>,
    written: watch::Receiver<Written>,
    epoch: u64,
    _task: AbortOnDropHandle<()>,
}

impl SessionLog {
    /// Opens a stream of a journal to write to. It begins, or goes on with the next number, under a new
    /// epoch: a program that wrote before writes nothing more.
    ///
    /// # Errors
    ///
    /// The errors of the store.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the epoch may have been claimed.
    pub async fn open(
        journal: Arc<dyn Journal>,
        stream: impl Into<String>,
    ) -> Result<Self, StoreError> {
        let stream = stream.into();
        let (next, epoch) = claim(&*journal, &stream).await?;
        let waiting = Arc::new(Waiting::default());
        let (sender, written) = watch::channel(Written::default());
        let waits = Arc::clone(&waiting);
        let writer = Writer { journal, stream, next, epoch, waiting: waits, written: sender };
        let _task = AbortOnDropHandle::new(tokio::spawn(writer.run()));
        Ok(Self { waiting, written, epoch, _task })
    }

    /// Sets the log as an observer of the options' session: [`Options::observer`].
    #[must_use]
    pub fn attach(&self, options: Options) -> Options {
        let waiting = Arc::clone(&self.waiting);
        options.observer(move |_: &SessionInfo| Recorder(Arc::clone(&waiting)))
    }

    /// Returns the number of this writer: higher than that of each one before.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Waits until all that was said so far is written.
    ///
    /// # Errors
    ///
    /// - [`StoreError::TimedOut`] if it is not written by the deadline. It is tried further.
    /// - The error of the journal if it has refused, for example [`StoreError::Fenced`]. Nothing more
    ///   will be written.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future changes nothing.
    pub async fn written(&self, deadline: Duration) -> Result<(), Arc<StoreError>> {
        let total = self.waiting.end();
        let mut written = self.written.clone();
        let done = |written: &Written| written.stopped.is_some() || written.items >= total;
        match timeout(deadline, written.wait_for(done)).await {
            Ok(Ok(written)) => match &written.stopped {
                Some(error) if written.items < total => Err(Arc::clone(error)),
                _ => Ok(()),
            },
            // The task keeps its sender for as long as this exists, unless it panics.
            Ok(Err(_)) => Err(Arc::new(StoreError::unavailable("the writer has ended"))),
            Err(_) => Err(Arc::new(StoreError::TimedOut { after: deadline })),
        }
    }

    /// Reads a stream after this number, from 0 for all, and then follows it. The stream does not end;
    /// it may be read on after an error.
    pub fn follow(
        journal: Arc<dyn Journal>,
        stream: impl Into<String>,
        after: u64,
    ) -> impl Stream<Item = Result<Followed, StoreError>> + Send + Unpin {
        follow(journal, stream.into(), after)
    }
}

impl fmt::Debug for SessionLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionLog").field("epoch", &self.epoch).finish_non_exhaustive()
    }
}

/// Claims a stream. Returns the next number, and the epoch.
async fn claim(journal: &dyn Journal, stream: &str) -> Result<(u64, u64), StoreError> {
    loop {
        let extent = journal.extent(stream).await?;
        let epoch = extent.epoch + 1;
        match journal.write(stream, extent.next, epoch, &[]).await {
            Ok(next) => return Ok((next, epoch)),
            // Another one was faster, or still writes.
            Err(StoreError::Conflict { .. } | StoreError::Fenced { .. }) => {}
            Err(error) => return Err(error),
        }
    }
}
