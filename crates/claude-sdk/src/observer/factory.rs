//! Factories: what makes the observer of each session.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Observe, Observer};
use claude_types::{PermissionMode, SessionId};

use super::app_fact::AppFact;
use super::process_wide;
use crate::trace::warning;

/// What is known of a session when its CLI has been started. Each start has one, also that of a
/// session that is resumed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SessionInfo {
    /// The number of this start in this process, from 1.
    pub number: u64,
    /// The ID of the session. `None` if only the CLI knows it, such as after
    /// [`Options::continue_latest`](crate::Options::continue_latest).
    pub session_id: Option<SessionId>,
    /// The session continues an earlier one.
    pub is_resumed: bool,
    /// The working directory, if one is set.
    pub cwd: Option<PathBuf>,
    /// The model, if one is set.
    pub model: Option<String>,
    /// The permission mode. `None` if it is that of the settings.
    pub permission_mode: Option<PermissionMode>,
    /// The agent of the main thread, if one is set.
    pub agent: Option<String>,
    /// The name of the program ([`Options::client_app`](crate::Options::client_app)), if set.
    pub client_app: Option<String>,
    /// How long starting the process took.
    pub spawn: Duration,
}

/// Makes the observer of each session.
///
/// Closures that take a [`SessionInfo`] and return an observer are factories.
///
/// # Examples
///
/// A factory that observes only sessions of one program, and is told facts of the application:
///
/// ```
/// use claude_sdk::observer::{
///     AppFact, Fact, Observe, ObserverFactory, SessionInfo, observe_all,
/// };
///
/// struct Log;
///
/// impl Observe for Log {
///     fn fact(&mut self, fact: &Fact<'_>, _at: std::time::Instant) {
///         println!("{fact:?}");
///     }
/// }
///
/// struct Logs;
///
/// impl ObserverFactory for Logs {
///     fn observer(&self, session: &SessionInfo) -> Option<Box<dyn Observe>> {
///         (session.client_app.as_deref() == Some("bot/1.0")).then(|| Box::new(Log) as _)
///     }
///
///     fn app_fact(&self, fact: &AppFact) {
///         println!("{}: {}", fact.source, fact.kind);
///     }
/// }
///
/// let watching = observe_all(Logs);
/// ```
pub trait ObserverFactory: Send + Sync + 'static {
    /// Returns the observer of a session, or `None` if the session is not to be observed. Called
    /// when the CLI has been started, before the handshake.
    fn observer(&self, session: &SessionInfo) -> Option<Box<dyn Observe>>;

    /// Called for each fact of the application ([`tell`](super::tell)) while the factory is
    /// registered with [`observe_all`](super::observe_all).
    fn app_fact(&self, fact: &AppFact) {
        let _ = fact;
    }
}

impl<F, O> ObserverFactory for F
where
    F: Fn(&SessionInfo) -> O + Send + Sync + 'static,
    O: Observe + 'static,
{
    fn observer(&self, session: &SessionInfo) -> Option<Box<dyn Observe>> {
        Some(Box::new(self(session)))
    }
}

/// A factory that is registered with options.
#[derive(Clone)]
pub(crate) struct FactoryEntry {
    factory: Arc<dyn ObserverFactory>,
}

impl FactoryEntry {
    /// Returns what tells it apart from others while it exists.
    pub(crate) fn identity(&self) -> usize {
        Arc::as_ptr(&self.factory).cast::<()>().addr()
    }

    pub(crate) fn new(factory: impl ObserverFactory) -> Self {
        Self { factory: Arc::new(factory) }
    }
}

impl fmt::Debug for FactoryEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObserverFactory")
    }
}

/// Returns the observers of a session: those of its options, and those of the process.
///
/// `session` is called only if there is a factory.
pub(crate) fn attach(own: &[FactoryEntry], session: impl FnOnce() -> SessionInfo) -> Vec<Observer> {
    let registered = process_wide::registered();
    if own.is_empty() && registered.is_empty() {
        return Vec::new();
    }
    let session = session();
    let own = own.iter().filter_map(|entry| make(&*entry.factory, &session));
    let shared = registered.iter().filter_map(|entry| {
        let observer = make(&*entry.factory, &session)?;
        Some(entry.guarded(observer))
    });
    own.chain(shared).map(Observer::from).collect()
}

/// A factory that panics observes nothing.
fn make(factory: &dyn ObserverFactory, session: &SessionInfo) -> Option<Box<dyn Observe>> {
    let made = catch_unwind(AssertUnwindSafe(|| factory.observer(session)));
    made.unwrap_or_else(|_| {
        warning!("the factory of an observer panicked; the session is not observed by it");
        None
    })
}
