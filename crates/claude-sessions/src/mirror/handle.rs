//! Mirror: stores what the CLI of a session writes to its files.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use claude_sdk::Options;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tokio_util::task::AbortOnDropHandle;

use super::event::{MirrorEvent, MirrorReport};
use super::frames;
use super::log::{Inbox, Log, Progress, Settings, Shared};
use super::paths::key_of;
use super::source::{FileSource, Source};
use crate::ports::{SessionKey, SessionStore};

/// How many appends are under way at once.
const APPENDS: usize = 4;

/// Stores what the CLI of one session writes to its files, while it writes.
///
/// The CLI writes each line to its file first, and then tells of it (seen). So the mirror reads the
/// file: nothing waits in memory while the store is slow or down, and a store that was down is caught
/// up. If the file is on another machine, the lines come from the CLI's frames, at most 16 MiB of them
/// wait.
///
/// Results, permission requests and all else in the session do not wait for the store.
///
/// # Examples
///
/// ```no_run
/// use std::time::Duration;
///
/// use claude_sdk::{Client, Options};
/// use claude_sessions::Mirror;
/// use claude_sessions::stores::MemoryStore;
///
/// # async fn run() -> claude_sdk::Result<()> {
/// let mirror = Mirror::new(MemoryStore::new());
/// let client = Client::connect(mirror.attach(Options::default())).await?;
/// client.send("Hello").await?.text().await?;
/// client.close().await;
/// let report = mirror.finish(Duration::from_secs(10)).await;
/// println!("stored: {}", report.is_stored());
/// # Ok(())
/// # }
/// ```
pub struct Mirror {
    settings: Arc<Settings>,
    project: Option<String>,
    logs: Arc<Mutex<Logs>>,
}

/// The logs by the paths of their files. `None` for a file that is no log.
#[derive(Default)]
struct Logs(BTreeMap<PathBuf, Option<Mirrored>>);

struct Mirrored {
    key: SessionKey,
    shared: Arc<Shared>,
    is_remote: bool,
    _task: AbortOnDropHandle<()>,
}

impl Mirror {
    /// Creates a mirror of one session into a store.
    pub fn new(store: impl SessionStore) -> Self {
        Self::shared(Arc::new(store))
    }

    /// Creates a mirror of one session into a store that others use, too.
    #[must_use]
    pub fn shared(store: Arc<dyn SessionStore>) -> Self {
        Self {
            settings: Arc::new(Settings {
                store,
                epoch: None,
                on_event: Arc::new(|_| {}),
                appends: Semaphore::new(APPENDS),
                stored: AtomicU64::new(0),
            }),
            project: None,
            logs: Arc::default(),
        }
    }

    /// Sets what is called when something is wrong, and when it is right again. It must not block.
    #[must_use]
    pub fn on_event(self, act: impl Fn(MirrorEvent) + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.on_event = Arc::new(act))
    }

    /// Sets the epoch of this writer. A store refuses it once a higher epoch has written.
    #[must_use]
    pub fn epoch(self, epoch: u64) -> Self {
        self.with(|settings| settings.epoch = Some(epoch))
    }

    /// Sets the project under which the session is stored. By default it is the name of the folder
    /// that has the file.
    #[must_use]
    pub fn project(mut self, project: impl Into<String>) -> Self {
        self.project = Some(project.into());
        self
    }

    fn with(self, change: impl FnOnce(&mut Settings)) -> Self {
        let before = &self.settings;
        let mut settings = Settings {
            store: Arc::clone(&before.store),
            epoch: before.epoch,
            on_event: Arc::clone(&before.on_event),
            appends: Semaphore::new(APPENDS),
            stored: AtomicU64::new(0),
        };
        change(&mut settings);
        Self { settings: Arc::new(settings), ..self }
    }

    /// Sets the mirror as the sink of the options' session: [`Options::mirror`].
    ///
    /// # Panics
    ///
    /// Panics if called outside a tokio runtime.
    #[must_use]
    pub fn attach(&self, options: Options) -> Options {
        options.mirror(self.sink())
    }

    /// Returns what receives the frames. It never waits.
    pub(super) fn sink(&self) -> impl Fn(&[u8]) + Send + Sync + 'static {
        let (settings, logs) = (Arc::clone(&self.settings), Arc::clone(&self.logs));
        let (project, runtime) = (self.project.clone(), Handle::current());
        move |frame| {
            let Some(path) = frames::path(frame) else { return };
            let mut logs = lock(&logs);
            let log = logs.0.entry(path).or_insert_with_key(|path| {
                let key = key_of(path, project.as_deref())?;
                Some(start(key, path, &settings, &runtime))
            });
            let Some(log) = log else { return };
            log.shared.with(|inbox| receive(inbox, frame, log.is_remote));
        }
    }

    /// Waits until all that the CLI has told of so far is stored. Returns whether it is.
    ///
    /// The CLI writes some lines after a result, and some when it ends. A store that is down is waited
    /// for until the deadline.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future changes nothing.
    pub async fn stored(&self, deadline: Duration) -> bool {
        let waits: Vec<_> = {
            let logs = lock(&self.logs);
            let logs = logs.0.values().flatten();
            let wait = |log: &Mirrored| {
                let frames = log.shared.with(|inbox| {
                    inbox.wanted = inbox.frames;
                    inbox.frames
                });
                (log.shared.progress.subscribe(), frames)
            };
            logs.map(wait).collect()
        };
        let all = async {
            let mut is_stored = true;
            for (mut progress, frames) in waits {
                let done = |progress: &Progress| progress.is_stopped || progress.frames >= frames;
                // The sender is kept by the log.
                let progress = progress.wait_for(done).await.map(|progress| *progress);
                is_stored &= progress.is_ok_and(|progress| !progress.is_stopped);
            }
            is_stored
        };
        tokio::time::timeout(deadline, all).await.unwrap_or(false)
    }

    /// Stores what the files have when the session is closed, and ends the mirror. The report names
    /// what is not stored by the deadline.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the mirror. What is missing then can be caught up.
    pub async fn finish(self, deadline: Duration) -> MirrorReport {
        for log in lock(&self.logs).0.values().flatten() {
            // The last lines of a file may have no frame: a CLI that is killed does not tell.
            log.shared.with(|inbox| inbox.frames += 1);
        }
        self.stored(deadline).await;
        let logs = lock(&self.logs);
        let behind = logs.0.iter().filter_map(|(path, log)| {
            let log = log.as_ref()?;
            let progress = *log.shared.progress.borrow();
            let frames = log.shared.with(|inbox| inbox.frames);
            let is_stored = !progress.is_stopped && progress.frames >= frames;
            (!is_stored).then(|| (log.key.clone(), path.clone()))
        });
        let behind = behind.collect();
        MirrorReport { stored: self.settings.stored.load(Ordering::Relaxed), behind }
    }
}

impl fmt::Debug for Mirror {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mirror")
            .field("project", &self.project)
            .field("logs", &lock(&self.logs).0.len())
            .finish_non_exhaustive()
    }
}

/// Starts the task of a log.
fn start(key: SessionKey, path: &Path, settings: &Arc<Settings>, runtime: &Handle) -> Mirrored {
    let is_remote = !path.is_file();
    let source = if is_remote {
        Source::Frames(std::collections::VecDeque::new())
    } else {
        Source::File(FileSource::new(path))
    };
    let shared = Arc::new(Shared::default());
    let log = Log {
        key: key.clone(),
        settings: Arc::clone(settings),
        shared: Arc::clone(&shared),
        source,
        len: None,
        failures: 0,
        has_lost: false,
    };
    let task = AbortOnDropHandle::new(runtime.spawn(log.run()));
    Mirrored { key, shared, is_remote, _task: task }
}

/// Notes a frame. Its entries are decoded only if they are in no file.
fn receive(inbox: &mut Inbox, frame: &[u8], is_remote: bool) {
    inbox.frames += 1;
    if is_remote || frames::may_have_metadata(frame) {
        let (metadata, entries): (Vec<_>, Vec<_>) =
            frames::entries(frame).into_iter().partition(|entry| entry.is_metadata());
        inbox.metadata = metadata.into_iter().next_back().or(inbox.metadata.take());
        if is_remote {
            inbox.add(entries);
        }
    }
}

fn lock(logs: &Mutex<Logs>) -> MutexGuard<'_, Logs> {
    // Nothing under the lock panics half-way through a change.
    logs.lock().unwrap_or_else(PoisonError::into_inner)
}
