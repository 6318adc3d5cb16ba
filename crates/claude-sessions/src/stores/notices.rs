//! Notices: waits for changes that a server tells of, with polling beneath.

use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::{Mutex, watch};
use tokio::time::{sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

use crate::ports::{Changes, Records};

/// How long is waited for a notice before a server is asked anyway: records end without one, and a
/// notice may be lost with its connection.
const POLL: Duration = Duration::from_secs(1);

/// A connection that listens. It ends when it is lost, and calls [`Revision::changed`] at each notice.
pub(super) type Listen =
    Box<dyn Fn(Revision) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// Counts what may have changed.
#[derive(Clone)]
pub(super) struct Revision(watch::Sender<u64>);

impl Revision {
    /// Ends all waits.
    pub(super) fn changed(&self) {
        self.0.send_modify(|revision| *revision += 1);
    }
}

/// The notices of one store. The connection is made with the first wait.
pub(super) struct Notices {
    revision: Revision,
    listen: Option<Arc<Listen>>,
    listening: OnceLock<AbortOnDropHandle<()>>,
}

impl Notices {
    /// Without `listen`, there is polling only.
    pub(super) fn new(listen: Option<Listen>) -> Self {
        let revision = Revision(watch::Sender::new(0));
        Self { revision, listen: listen.map(Arc::new), listening: OnceLock::new() }
    }

    /// Tells the waits of this process of a change of its own.
    pub(super) fn changed(&self) {
        self.revision.changed();
    }

    /// Begins to wait: a change from now on ends the first wait.
    pub(super) fn waiting(&self) -> Waiting<'_> {
        Waiting { notices: self, revision: self.revision.0.subscribe() }
    }

    /// Watches records.
    pub(super) fn watch<'a, R: Records>(&'a self, records: &'a R, prefix: &'a str) -> Changes<'a> {
        // From before the first list on, no change is missed.
        let waiting = Arc::new(Mutex::new(self.waiting()));
        super::watching::watch(records, prefix, move || {
            let waiting = Arc::clone(&waiting);
            async move { waiting.lock().await.wait().await }
        })
    }
}

/// A reader of notices.
pub(super) struct Waiting<'n> {
    notices: &'n Notices,
    revision: watch::Receiver<u64>,
}

impl Waiting<'_> {
    /// Returns when something may have changed.
    pub(super) async fn wait(&mut self) {
        let Notices { revision, listen, listening } = self.notices;
        if let Some(listen) = listen {
            listening.get_or_init(|| {
                let task = keep_listening(Arc::clone(listen), revision.clone());
                AbortOnDropHandle::new(tokio::spawn(task))
            });
        }
        // The sender lives as long as the store.
        let _ = timeout(POLL, self.revision.changed()).await;
    }
}

/// Listens until it is aborted.
async fn keep_listening(listen: Arc<Listen>, revision: Revision) {
    loop {
        listen(revision.clone()).await;
        // What came while there was no connection is found by looking.
        revision.changed();
        sleep(POLL).await;
    }
}
