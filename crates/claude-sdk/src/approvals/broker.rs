//! Broker: the handle that all answerers of some sessions share.
//!
//! It is configured by value, before it is cloned. `ask.rs` is what a request of the CLI goes
//! through, `answer.rs` what an answerer calls.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use claude_types::{DialogKind, PromptId, SessionId, ToolUseId};
use tokio::sync::Notify;
use tokio::time::timeout;

use super::change::ChangeSender;
use super::{
    Approval, ApprovalId, ApprovalRecords, Changes, Decision, IntoDecision, MemoryRecords, Record,
    RecordsError, RecordsFuture, Version, time,
};
use crate::boxed::{BoxFuture, boxed};

/// How often a step is tried again that others were first with. Each of them ends such a race at
/// once, so a store that still reports a conflict is broken.
pub(super) const ATTEMPTS: usize = 100;

/// How long a method of the store may take.
const STORE: Duration = Duration::from_secs(10);

/// The tools that the guard of [`Approvals::park`] asks about by default: those that change or send
/// something, and questions to the user.
const GUARDED: &str = "Bash|PowerShell|Write|Edit|NotebookEdit|WebFetch|AskUserQuestion|mcp__";

/// A local answerer.
pub(super) type Answerer =
    Arc<dyn Fn(Approval) -> BoxFuture<'static, Option<Decision>> + Send + Sync>;

/// Asks several answerers about what the CLI wants to do: a terminal, a web page, code.
///
/// Set it with [`Options::asked_by`](crate::Options::asked_by). Configure it first, then clone it:
/// clones share the open approvals, and one value can serve any number of sessions.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_sdk::Options;
/// use claude_sdk::approvals::{Approval, Approvals, Decision};
///
/// async fn ask_in_the_terminal(approval: Approval) -> Option<Decision> {
///     println!("{} wants: {}", approval.subject, approval.input.get());
///     None // The terminal has no answer: the web page may have one.
/// }
///
/// let approvals = Approvals::hold(Duration::from_secs(600)).or(ask_in_the_terminal);
/// let for_the_web_page = approvals.clone(); // `open`, `answer` and `changes`
/// let options = Options::default().asked_by(approvals);
/// ```
#[derive(Clone)]
pub struct Approvals {
    pub(super) config: Arc<Config>,
    pub(super) shared: Arc<Shared>,
}

#[derive(Clone)]
pub(super) struct Config {
    pub(super) mode: Mode,
    pub(super) expire_after: Option<Duration>,
    pub(super) guarded: String,
    pub(super) dialogs: Vec<DialogKind>,
    pub(super) answerers: Vec<Answerer>,
    pub(super) records: Arc<dyn ApprovalRecords>,
}

/// What happens to a call that nobody has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is denied after this time, if one is set.
    Hold(Option<Duration>),
    /// It is deferred after this time.
    Park(Duration),
}

/// What all clones share.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) changes: ChangeSender,
    /// Notified when this process has stored a step.
    pub(super) stored: Notify,
    /// The approvals that are held in this process.
    live: Mutex<HashMap<ApprovalId, usize>>,
    /// The parked call of each session.
    parked: Mutex<HashMap<SessionId, ParkedCall>>,
}

/// The last call of a session that this process deferred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ParkedCall {
    pub(super) call: ToolUseId,
    /// The prompt that the call belongs to.
    pub(super) prompt: Option<PromptId>,
}

/// # Configuration
impl Approvals {
    /// Returns what tells it apart from others while it exists.
    pub(crate) fn identity(&self) -> (usize, usize) {
        (Arc::as_ptr(&self.config).addr(), Arc::as_ptr(&self.shared).addr())
    }

    /// Holds each call until it is answered, however long that takes.
    #[must_use]
    pub fn new() -> Self {
        Self::with_mode(Mode::Hold(None))
    }

    /// Holds each call for this time. Then it is denied.
    #[must_use]
    pub fn hold(time: Duration) -> Self {
        Self::with_mode(Mode::Hold(Some(time)))
    }

    /// Holds each call for this time. Then it is deferred: the turn ends, and the process may end.
    /// When the session is resumed, the CLI asks again, before any prompt.
    ///
    /// Needs a store that outlives the process ([`kept_in`](Self::kept_in)) to be of use. Calls are
    /// deferred by a hook, which asks about the tools of [`guarding`](Self::guarding), whatever the
    /// permission mode and the rules of the CLI say.
    ///
    /// What cannot be deferred is denied after the time, with a reason: a second call in the same
    /// answer of the model, calls of subagents, plans, and tools that the guard does not ask about.
    /// If it is allowed later, the next call with the same tool and the same input runs once, within
    /// an hour. Forms and dialogs are declined after the time.
    #[must_use]
    pub fn park(after: Duration) -> Self {
        Self::with_mode(Mode::Park(after))
    }

    fn with_mode(mode: Mode) -> Self {
        let config = Config {
            mode,
            expire_after: None,
            guarded: GUARDED.into(),
            dialogs: Vec::new(),
            answerers: Vec::new(),
            records: Arc::new(MemoryRecords::new()),
        };
        Self { config: Arc::new(config), shared: Arc::default() }
    }

    fn configure(mut self, set: impl FnOnce(&mut Config)) -> Self {
        set(Arc::make_mut(&mut self.config));
        self
    }

    /// Adds a local answerer: a function that is called with each approval, in addition to all other
    /// answerers.
    ///
    /// It returns a [`Decision`], an `Option` or a `Result` of it. If another answerer is first, its
    /// future is dropped. One that panics or returns an error denies.
    #[must_use]
    pub fn or<F, Fut, D>(self, answer: F) -> Self
    where
        F: Fn(Approval) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = D> + Send + 'static,
        D: IntoDecision + 'static,
    {
        let answer: Answerer = Arc::new(move |approval| {
            let answer = answer(approval);
            boxed(async { answer.await.into_decision() })
        });
        self.configure(|config| config.answerers.push(answer))
    }

    /// Sets the store of the approvals. By default, they are in memory ([`MemoryRecords`]).
    ///
    /// If the store fails, the call is denied. See [`ApprovalRecords`] for its contract.
    #[must_use]
    pub fn kept_in(self, records: impl ApprovalRecords) -> Self {
        self.configure(|config| config.records = Arc::new(records))
    }

    /// Sets when an approval without an answer expires, also if its call is deferred. By default,
    /// it does not.
    ///
    /// Nothing is allowed after that: a held call is denied, and so is a deferred call when the
    /// session is resumed.
    #[must_use]
    pub fn expire_after(self, time: Duration) -> Self {
        self.configure(|config| config.expire_after = Some(time))
    }

    /// Sets the tools that the guard of [`park`](Self::park) asks about, as a pattern of hooks such
    /// as `Bash|mcp__github`. See [`HookMatcher::matching`](crate::hook::HookMatcher::matching).
    ///
    /// The default is `Bash|PowerShell|Write|Edit|NotebookEdit|WebFetch|AskUserQuestion|mcp__`. It
    /// does not ask about tools that [`Options::allow_tools`](crate::Options::allow_tools) allows
    /// as a whole.
    #[must_use]
    pub fn guarding(self, pattern: impl Into<String>) -> Self {
        self.configure(|config| config.guarded = pattern.into())
    }

    /// Sets the kinds of dialogs that the answerers can show. By default, there are none.
    #[must_use]
    pub fn showing_dialogs(self, kinds: impl IntoIterator<Item = DialogKind>) -> Self {
        self.configure(|config| config.dialogs = kinds.into_iter().collect())
    }
}

/// # Open approvals
impl Approvals {
    /// Returns the records that are not over, the oldest first: those of this process, and all that
    /// the store keeps.
    ///
    /// # Errors
    ///
    /// The error of the store ([`kept_in`](Self::kept_in)). The store has 10 s.
    ///
    /// # Cancel safety
    ///
    /// The future can be dropped at any time.
    pub async fn open(&self) -> Result<Vec<Record>, RecordsError> {
        let mut all: Vec<_> =
            self.list(None).await?.into_iter().map(|(record, _)| record).collect();
        all.retain(|record| !record.is_over());
        all.sort_by(|a, b| {
            (a.approval.asked_at, &a.approval.id).cmp(&(b.approval.asked_at, &b.approval.id))
        });
        Ok(all)
    }

    /// Subscribes to what happens to the approvals of this process, from now on.
    pub fn changes(&self) -> Changes {
        self.shared.changes.subscribe()
    }
}

/// # Store
impl Approvals {
    pub(super) async fn get(
        &self,
        id: &ApprovalId,
    ) -> Result<Option<(Record, Version)>, RecordsError> {
        in_time(self.config.records.get(id)).await
    }

    pub(super) async fn list(
        &self,
        session: Option<&SessionId>,
    ) -> Result<Vec<(Record, Version)>, RecordsError> {
        in_time(self.config.records.list(session)).await
    }

    /// Stores a step of a record, and reports it.
    pub(super) async fn put(
        &self,
        record: &Record,
        expected: Option<&Version>,
    ) -> Result<Version, RecordsError> {
        let version = in_time(self.config.records.put(record, expected)).await?;
        self.shared.changes.record(record);
        self.shared.stored.notify_waiters();
        Ok(version)
    }

    pub(super) fn now(&self) -> SystemTime {
        time::rounded(SystemTime::now())
    }
}

/// Limits a method of the store, which may be of a remote database.
async fn in_time<T>(future: RecordsFuture<'_, T>) -> Result<T, RecordsError> {
    timeout(STORE, future).await.unwrap_or_else(|_| Err(RecordsError::late(STORE)))
}

impl Shared {
    /// Counts an approval as held in this process, until [`Shared::release`].
    pub(super) fn hold(&self, id: &ApprovalId) {
        *lock(&self.live).entry(id.clone()).or_default() += 1;
    }

    pub(super) fn release(&self, id: &ApprovalId) {
        let mut live = lock(&self.live);
        if let Some(count) = live.get_mut(id) {
            *count -= 1;
            if *count == 0 {
                live.remove(id);
            }
        }
    }

    pub(super) fn is_held(&self, id: &ApprovalId) -> bool {
        lock(&self.live).contains_key(id)
    }

    /// Takes the place of the one call of an answer that may be parked. Returns `false` if another
    /// call of the same prompt has it.
    pub(super) fn claim(&self, session: &SessionId, call: &ParkedCall) -> bool {
        let mut parked = lock(&self.parked);
        match parked.get(session) {
            Some(other) if other.prompt == call.prompt && other.call != call.call => false,
            _ => {
                parked.insert(session.clone(), call.clone());
                true
            }
        }
    }

    pub(super) fn parked(&self, session: &SessionId) -> Option<ParkedCall> {
        lock(&self.parked).get(session).cloned()
    }

    pub(super) fn unpark(&self, session: &SessionId) {
        lock(&self.parked).remove(session);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Default for Approvals {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Approvals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approvals")
            .field("mode", &self.config.mode)
            .field("expire_after", &self.config.expire_after)
            .field("guarded", &self.config.guarded)
            .field("answerers", &self.config.answerers.len())
            .finish_non_exhaustive()
    }
}
