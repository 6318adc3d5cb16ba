//! Open: the steps from a session ID to a CLI that has shown what it has loaded.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use claude_sdk::error::ExitCause;
use claude_sdk::{Client, Options};
use claude_transcripts::Error as TranscriptError;
use claude_types::SessionId;

use super::error::OpenError;
use super::opened::Opened;
use super::parked::parked_call;
use super::private::PrivateCopy;
use super::proof::{Proof, Source};
use super::sessions::Sessions;
use crate::lease::Lease;
use crate::mirror::{Mirror, MirrorEvent, catch_up_as};
use crate::ports::{Batch, SessionKey, SessionStore, StoreError};

type OnEvent = Arc<dyn Fn(MirrorEvent) + Send + Sync>;

/// A session that is about to be opened: [`Sessions::create`], [`Sessions::resume`],
/// [`Sessions::fork`].
///
/// # Examples
///
/// ```no_run
/// # async fn run(sessions: claude_sessions::Sessions) -> Result<(), claude_sessions::OpenError> {
/// let opened = sessions.create().cwd("/home/me/app").open(claude_sdk::Options::default()).await?;
/// println!("{}", opened.proof().session);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is opened before `open` is called"]
pub struct Open {
    sessions: Sessions,
    id: SessionId,
    how: How,
    cwd: Option<PathBuf>,
    project: Option<String>,
    decides_parked: bool,
    on_event: Option<OnEvent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Create,
    Resume,
    Fork,
}

/// What is opened, and what must live as long as the session.
struct Found {
    proof: Proof,
    copy: Option<PrivateCopy>,
}

impl Open {
    pub(super) fn create(sessions: Sessions) -> Self {
        let id = uuid::Uuid::new_v4().to_string();
        Self::new(sessions, id.into(), How::Create)
    }

    pub(super) fn resume(sessions: Sessions, id: SessionId) -> Self {
        Self::new(sessions, id, How::Resume)
    }

    pub(super) fn fork(sessions: Sessions, id: SessionId) -> Self {
        Self::new(sessions, id, How::Fork)
    }

    fn new(sessions: Sessions, id: SessionId, how: How) -> Self {
        Self { sessions, id, how, cwd: None, project: None, decides_parked: false, on_event: None }
    }

    /// Sets the ID of a session to create, or of the session. The default is a new one.
    pub fn id(mut self, id: impl Into<SessionId>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets the working directory of the CLI, which names the project, too. The default is that of
    /// this process.
    pub fn cwd(mut self, directory: impl Into<PathBuf>) -> Self {
        self.cwd = Some(directory.into());
        self
    }

    /// Sets the project under which the store has the session. The default is that of the working
    /// directory. A session that was written in another directory or on another machine is found by
    /// that one's [`project_key`](claude_transcripts::project_key).
    pub fn project(mut self, project: impl Into<String>) -> Self {
        self.project = Some(project.into());
        self
    }

    /// Says that the options have callbacks, hooks or [`claude_sdk::approvals`] that decide about a tool
    /// call that waits. Without this, such a session is not opened: [`OpenError::Parked`].
    pub fn decides_parked_call(mut self) -> Self {
        self.decides_parked = true;
        self
    }

    /// Sets what is called when the mirror has something to tell. It must not block.
    pub fn on_mirror_event(mut self, act: impl Fn(MirrorEvent) + Send + Sync + 'static) -> Self {
        self.on_event = Some(Arc::new(act));
        self
    }

    /// Opens the session: finds it, takes its lease, reads it, and starts a CLI that shows that it has
    /// loaded what was read. Nothing is sent to the API.
    ///
    /// If this machine and the store have the session, the longer one is opened, if it contains the
    /// other. The store gets what only this machine has. A session of the store is copied to a private
    /// folder, which is removed when the session is closed and stored; the user's settings and
    /// credentials apply as always.
    ///
    /// # Errors
    ///
    /// [`OpenError`] says what each error means. A lease is given back.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the CLI is ended, the private folder is removed, and the lease ends
    /// within 30 s.
    pub async fn open(self, options: Options) -> Result<Opened, OpenError> {
        let project = self.project_name()?;
        let key = SessionKey::new(project, self.id.clone())?;
        let lease = self.lease(&key).await?;
        let epoch = lease.as_ref().map(Lease::epoch);
        match self.start(&key, epoch, options).await {
            Ok((client, mirror, Found { proof, copy })) => {
                Ok(Opened { client, proof, mirror, lease, copy })
            }
            Err(error) => {
                if let Some(lease) = lease {
                    lease.release().await;
                }
                Err(error)
            }
        }
    }

    async fn start(
        &self,
        key: &SessionKey,
        epoch: Option<u64>,
        options: Options,
    ) -> Result<(Client, Option<Mirror>, Found), OpenError> {
        let mut options = match &self.cwd {
            Some(cwd) => options.cwd(cwd),
            None => options,
        };
        let found = match self.how {
            How::Create => {
                self.refuse_known(key, epoch).await?;
                options = options.session_id(self.id.clone());
                Found { proof: Proof::new(self.id.clone()), copy: None }
            }
            How::Resume | How::Fork => self.find(key, epoch).await?,
        };
        if let (Some(path), Some(leaf)) = (&found.proof.path, &found.proof.leaf) {
            options = options.resume_file(path).resume_at(leaf.clone());
            options = options.fork_session(self.how == How::Fork);
        }
        let mirror = self.mirror(key, epoch);
        if let Some(mirror) = &mirror {
            options = mirror.attach(options);
        }
        let client = Client::connect(options).await.map_err(|source| {
            let is_unknown = matches!(
                &source,
                claude_sdk::Error::Exited { cause: ExitCause::ResumeAtNotFound, .. }
            );
            let source = Box::new(source);
            match &found.proof.path {
                Some(path) if is_unknown => OpenError::LeafUnknown { path: path.clone(), source },
                _ => OpenError::Start { source },
            }
        })?;
        Ok((client, mirror, found))
    }

    fn project_name(&self) -> Result<String, OpenError> {
        if let Some(project) = &self.project {
            return Ok(project.clone());
        }
        let directory = match &self.cwd {
            Some(directory) => directory.clone(),
            None => std::env::current_dir()?,
        };
        let folder = self.sessions.home.project(&directory);
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(name.unwrap_or_default())
    }

    /// Makes sure that nobody else writes the session. A fork only reads it.
    async fn lease(&self, key: &SessionKey) -> Result<Option<Lease>, OpenError> {
        if self.how == How::Fork {
            return Ok(None);
        }
        let (home, id) = (self.sessions.home.clone(), self.id.clone());
        if let Some(holder) = blocking(move || Ok(home.holder(&id)?)).await? {
            return Err(OpenError::Open { holder: Box::new(holder) });
        }
        let Some(records) = &self.sessions.records else { return Ok(None) };
        let name = format!("{}/{}", key.project(), key.session());
        match Lease::acquire(Arc::clone(records), &name).await? {
            Ok(lease) => Ok(Some(lease)),
            Err(holder) => Err(OpenError::Held { holder }),
        }
    }

    async fn refuse_known(&self, key: &SessionKey, epoch: Option<u64>) -> Result<(), OpenError> {
        let stored = match &self.sessions.store {
            Some(store) => claim(&**store, key, epoch).await?,
            None => 0,
        };
        if stored > 0 || self.local().await?.is_some() {
            return Err(OpenError::Exists { id: self.id.clone() });
        }
        Ok(())
    }

    /// Returns the file of this machine.
    async fn local(&self) -> Result<Option<PathBuf>, OpenError> {
        let (home, id) = (self.sessions.home.clone(), self.id.clone());
        let own = self
            .cwd
            .as_ref()
            .map(|cwd| self.sessions.home.project(cwd).join(format!("{}.jsonl", self.id)));
        blocking(move || match home.locate(&id) {
            Ok(path) => Ok(Some(path)),
            Err(TranscriptError::NotFound { .. }) => Ok(None),
            // The one of the working directory is meant, as for the CLI.
            Err(TranscriptError::Ambiguous { paths, .. }) => match own {
                Some(own) if paths.contains(&own) => Ok(Some(own)),
                _ => Err(OpenError::Ambiguous { paths }),
            },
            Err(error) => Err(error.into()),
        })
        .await
    }

    /// Finds the longer one of the machine's file and the store's log, and reads it.
    async fn find(&self, key: &SessionKey, epoch: Option<u64>) -> Result<Found, OpenError> {
        let local = self.local().await?;
        let Some(store) = &self.sessions.store else {
            let Some(path) = local else { return Err(self.not_found()) };
            return self.read(Source::Local, path, None).await;
        };
        // From here on, a writer with an older epoch writes nothing more.
        let epoch = epoch.filter(|_| self.how == How::Resume);
        let stored = claim(&**store, key, epoch).await?;
        if let Some(path) = local {
            // The key of the folder that has the file is that of its mirror.
            match catch_up_as(&**store, key, &path, epoch).await {
                Ok(_) => return self.read(Source::Local, path, None).await,
                Err(StoreError::Conflict { at }) if is_whole(&path, at).await? => {}
                Err(StoreError::Conflict { at }) => {
                    return Err(OpenError::Diverged { common: at, local: path });
                }
                Err(error) => return Err(error.into()),
            }
        } else if stored == 0 {
            return Err(self.not_found());
        }
        let copy = PrivateCopy::write(&**store, key).await?;
        let path = copy.path.clone();
        self.read(Source::Store, path, Some(copy)).await
    }

    async fn read(
        &self,
        source: Source,
        path: PathBuf,
        copy: Option<PrivateCopy>,
    ) -> Result<Found, OpenError> {
        let (id, file) = (self.id.clone(), path.clone());
        let proof = blocking(move || Proof::read(id, source, &path)).await?;
        if !self.decides_parked
            && let Some(call) = blocking(move || Ok(parked_call(&file)?)).await?
        {
            return Err(OpenError::Parked { call });
        }
        Ok(Found { proof, copy })
    }

    fn mirror(&self, key: &SessionKey, epoch: Option<u64>) -> Option<Mirror> {
        let mut mirror = Mirror::shared(Arc::clone(self.sessions.store.as_ref()?));
        if let Some(act) = self.on_event.clone() {
            mirror = mirror.on_event(move |event| act(event));
        }
        // A fork is a session of its own, in the project of its working directory.
        if self.how != How::Fork {
            mirror = mirror.project(key.project());
            if let Some(epoch) = epoch {
                mirror = mirror.epoch(epoch);
            }
        }
        Some(mirror)
    }

    fn not_found(&self) -> OpenError {
        OpenError::NotFound { id: self.id.clone() }
    }
}

impl fmt::Debug for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Open")
            .field("id", &self.id)
            .field("how", &self.how)
            .field("cwd", &self.cwd)
            .finish_non_exhaustive()
    }
}

/// Claims a log with the epoch, and returns how many entries it has.
async fn claim(
    store: &dyn SessionStore,
    key: &SessionKey,
    epoch: Option<u64>,
) -> Result<u64, StoreError> {
    let batch = Batch { fence: epoch, ..Batch::default() };
    Ok(store.append(key, &batch).await?.len)
}

/// Returns whether a file has exactly this many entries: then it is the beginning of a longer log.
async fn is_whole(path: &Path, entries: u64) -> Result<bool, OpenError> {
    let path = path.to_path_buf();
    blocking(move || Ok(crate::mirror::count_entries(&path)? == entries)).await
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, OpenError> + Send + 'static,
) -> Result<T, OpenError> {
    tokio::task::spawn_blocking(work).await.map_err(std::io::Error::other)?
}
