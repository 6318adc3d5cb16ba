//! Sessions: where sessions are, and how they are opened.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use claude_transcripts::{Home, Transcript};
use claude_types::SessionId;

use super::error::OpenError;
use super::open::Open;
use super::private::PrivateCopy;
use crate::listing::{StoredRow, list};
use crate::ports::{Records, SessionKey, SessionStore, StoreError};

/// The sessions of this machine, and of a store if there is one.
///
/// Each way to open a session has a method of its own, so none is taken for another:
/// [`create`](Self::create), [`resume`](Self::resume), [`fork`](Self::fork).
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::Options;
/// use claude_sessions::Sessions;
/// use claude_sessions::stores::MemoryStore;
///
/// # async fn run(id: &str) -> Result<(), Box<dyn std::error::Error>> {
/// let sessions = Sessions::in_store(MemoryStore::new())?;
/// let opened = sessions.resume(id).cwd("/home/me/app").open(Options::default()).await?;
/// println!("{} messages", opened.proof().messages);
/// opened.client().send("Go on.").await?.text().await?;
/// opened.close().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Sessions {
    pub(super) home: Home,
    pub(super) store: Option<Arc<dyn SessionStore>>,
    pub(super) records: Option<Arc<dyn Records>>,
}

impl Sessions {
    /// The sessions of this machine.
    ///
    /// # Errors
    ///
    /// [`claude_transcripts::Error::NoHome`] if the home of the user is not known.
    pub fn local() -> Result<Self, claude_transcripts::Error> {
        Ok(Self { home: Home::find()?, store: None, records: None })
    }

    /// The sessions of this machine and of a store, which is kept up to date by a
    /// [`Mirror`](crate::Mirror), with a [`Lease`](crate::Lease) for each session that is open.
    ///
    /// # Errors
    ///
    /// As for [`Sessions::local`].
    pub fn in_store<S>(store: S) -> Result<Self, claude_transcripts::Error>
    where
        S: SessionStore + Records,
    {
        let store = Arc::new(store);
        Ok(Self { store: Some(store.clone()), records: Some(store), ..Self::local()? })
    }

    /// The sessions of this machine and of a store that keeps no records. Nothing keeps programs on
    /// two machines from opening the same session.
    ///
    /// # Errors
    ///
    /// As for [`Sessions::local`].
    pub fn without_leases(store: impl SessionStore) -> Result<Self, claude_transcripts::Error> {
        Ok(Self { store: Some(Arc::new(store)), ..Self::local()? })
    }

    /// Sets the configuration folder of the CLI. The default is that of the user, [`Home::find`]. It
    /// must be the one that the options of the session lead to.
    #[must_use]
    pub fn home(mut self, config: impl Into<PathBuf>) -> Self {
        self.home = Home::at(config);
        self
    }

    /// Creates a session. Its ID is known before it starts.
    pub fn create(&self) -> Open {
        Open::create(self.clone())
    }

    /// Resumes a session by its ID, from this machine or from the store.
    pub fn resume(&self, id: impl Into<SessionId>) -> Open {
        Open::resume(self.clone(), id.into())
    }

    /// Continues a session under a new ID. The session stays as it is.
    pub fn fork(&self, id: impl Into<SessionId>) -> Open {
        Open::fork(self.clone(), id.into())
    }

    /// Lists the sessions of a project in the store, newest first: `limit` of them, behind the first
    /// `offset`. Side conversations and sessions without any text are left out. Those of this machine
    /// are listed by [`Home::list`].
    ///
    /// # Errors
    ///
    /// [`StoreError::Unsupported`] if there is no store, or it cannot list; the errors of the store. A
    /// log that cannot be read is a row without summary.
    pub async fn list(
        &self,
        project: &str,
        offset: usize,
        limit: usize,
    ) -> Result<Vec<StoredRow>, OpenError> {
        let store = self.store.as_ref().ok_or(StoreError::Unsupported { what: "listing" })?;
        Ok(list(&**store, project, offset, limit).await?)
    }

    /// Returns the session of a project in the store that was last appended to. `None` if it has none.
    ///
    /// # Errors
    ///
    /// As for [`Sessions::list`].
    pub async fn latest(&self, project: &str) -> Result<Option<SessionId>, OpenError> {
        Ok(self.list(project, 0, 1).await?.into_iter().next().map(|row| row.session))
    }

    /// Copies a session of the store to private files, to read it: its messages, its subagents, or the
    /// doctor's findings.
    ///
    /// # Errors
    ///
    /// [`OpenError::NotFound`] if the store does not have it, and the errors of the store and the files.
    pub async fn copy(
        &self,
        project: &str,
        id: impl Into<SessionId>,
    ) -> Result<SessionCopy, OpenError> {
        let key = SessionKey::new(project, id)?;
        let store = self.store.as_ref().ok_or(StoreError::Unsupported { what: "copies" })?;
        let copy = PrivateCopy::write(&**store, &key).await?;
        if !copy.path.is_file() {
            return Err(OpenError::NotFound { id: key.session().clone() });
        }
        Ok(SessionCopy { transcript: Transcript::at(&copy.path), _copy: copy })
    }
}

/// A private copy of a session of a store. Its files are removed when it is dropped.
///
/// # Examples
///
/// ```no_run
/// # async fn run(sessions: claude_sessions::Sessions) -> Result<(), Box<dyn std::error::Error>> {
/// let id = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
/// let copy = sessions.copy("-home-me-app", id).await?;
/// for message in copy.transcript().conversation()?.messages() {
///     println!("{}", message?.text());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct SessionCopy {
    transcript: Transcript,
    _copy: PrivateCopy,
}

impl SessionCopy {
    /// Returns the session's file. Reading it blocks.
    #[must_use]
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }
}

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions")
            .field("home", &self.home)
            .field("has_store", &self.store.is_some())
            .finish_non_exhaustive()
    }
}
