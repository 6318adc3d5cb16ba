//! CLI info: what the CLI has reported about itself. The driver writes it, handles read it.
//!
//! It also records whether stdin was closed by decision, so that a request can fail with that
//! reason. Values are shared, so that reading clones a pointer.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use claude_types::{InitMessage, InitializeResponse, Raw, SlashCommand};

use super::capabilities::Capabilities;
use crate::error::ProtocolError;

/// A function that checks the first `system/init` message of a connection. If it returns an error,
/// the connection ends with that error.
///
/// The driver calls it in its loop, so it must not block.
///
/// # Examples
///
/// ```
/// use claude_protocol::{ConnectionOptions, InitCheck, ProtocolError};
///
/// let mut options = ConnectionOptions::default();
/// options.on_init = Some(InitCheck::new(|init| match &init.claude_code_version {
///     Some(_) => Ok(()),
///     None => Err(ProtocolError::TooOld {
///         found: "unknown".into(),
///         needed: "2.0.0".into(),
///         program: None,
///     }),
/// }));
/// ```
#[derive(Clone)]
pub struct InitCheck(Arc<Check>);

type Check = dyn Fn(&InitMessage) -> Result<(), ProtocolError> + Send + Sync;

impl InitCheck {
    /// Creates a check from a function.
    pub fn new(
        check: impl Fn(&InitMessage) -> Result<(), ProtocolError> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(check))
    }

    pub(crate) fn check(&self, init: &InitMessage) -> Result<(), ProtocolError> {
        (self.0)(init)
    }
}

impl fmt::Debug for InitCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InitCheck")
    }
}

/// What the CLI has reported so far.
#[derive(Debug, Default)]
pub(crate) struct CliInfo {
    first: OnceLock<Arc<InitializeResponse>>,
    facts: Mutex<Facts>,
    input_ended: AtomicBool,
}

#[derive(Debug, Default)]
struct Facts {
    handshake: Option<Arc<InitializeResponse>>,
    init: Option<Arc<InitMessage>>,
    commands: Option<Arc<[SlashCommand]>>,
    version: Option<Arc<str>>,
}

impl CliInfo {
    /// Stores the response to a handshake. Its list of commands replaces earlier ones.
    pub(crate) fn handshake(&self, response: Arc<InitializeResponse>) {
        // `set` fails from the second handshake on: `first` keeps the first response.
        let _ = self.first.set(Arc::clone(&response));
        self.with(|facts| {
            facts.note_version(response.claude_code_version.as_deref());
            facts.commands = None;
            facts.handshake = Some(response);
        });
    }

    /// Stores the `system/init` message, which the CLI sends at the start of a turn.
    pub(crate) fn init(&self, init: &InitMessage) {
        let init = Arc::new(init.clone());
        self.with(|facts| {
            facts.note_version(init.claude_code_version.as_deref());
            facts.init = Some(init);
        });
    }

    /// Stores a changed list of slash commands.
    pub(crate) fn commands_changed(&self, commands: &[SlashCommand]) {
        let commands = commands.into();
        self.with(|facts| facts.commands = Some(commands));
    }

    /// Stores the version from the response to a request for it.
    pub(crate) fn version_reported(&self, version: &str) {
        self.with(|facts| facts.note_version(Some(version)));
    }

    /// Records that stdin was closed by decision, because nothing needs it any more.
    pub(crate) fn input_ended(&self) {
        self.input_ended.store(true, Ordering::Relaxed);
    }

    pub(crate) fn has_input_ended(&self) -> bool {
        self.input_ended.load(Ordering::Relaxed)
    }

    pub(crate) fn first_handshake(&self) -> Option<&InitializeResponse> {
        self.first.get().map(|response| &**response)
    }

    pub(crate) fn last_handshake(&self) -> Option<Arc<InitializeResponse>> {
        self.with(|facts| facts.handshake.clone())
    }

    pub(crate) fn last_init(&self) -> Option<Arc<InitMessage>> {
        self.with(|facts| facts.init.clone())
    }

    pub(crate) fn commands(&self) -> Arc<[SlashCommand]> {
        self.with(|facts| {
            let reported = || facts.handshake.as_ref()?.commands.as_deref().map(Arc::from);
            facts.commands.get_or_insert_with(|| reported().unwrap_or_default()).clone()
        })
    }

    pub(crate) fn version(&self) -> Option<Arc<str>> {
        self.with(|facts| facts.version.clone())
    }

    pub(crate) fn capabilities(&self) -> Capabilities {
        self.with(|facts| Capabilities::merge(facts.handshake.as_deref(), facts.init.as_deref()))
    }

    fn with<R>(&self, act: impl FnOnce(&mut Facts) -> R) -> R {
        // No code under this lock panics, so the lock is never poisoned.
        act(&mut self.facts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Facts {
    fn note_version(&mut self, version: Option<&str>) {
        if let Some(version) = version
            && self.version.as_deref() != Some(version)
        {
            self.version = Some(version.into());
        }
    }
}

/// The request of the handshake, kept so that [`Connection::reinitialize`] can repeat it.
///
/// [`Connection::reinitialize`]: crate::Connection::reinitialize
pub(crate) struct Handshake {
    pub(crate) request: Raw,
    /// Whether a hook must block on failure. The handshake then fails if the CLI reports that it
    /// did not apply the hooks.
    pub(crate) guards: bool,
}

impl std::fmt::Debug for Handshake {
    /// Leaves out the request, which holds prompts.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handshake").field("guards", &self.guards).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handshake(json: &str) -> Arc<InitializeResponse> {
        Arc::new(serde_json::from_str(json).unwrap())
    }

    fn names(info: &CliInfo) -> Vec<String> {
        info.commands().iter().map(|command| command.name.clone()).collect()
    }

    #[test]
    fn the_newest_list_of_commands_counts() {
        let info = CliInfo::default();
        assert!(names(&info).is_empty());
        info.handshake(handshake(r#"{"commands":[{"name":"a"}]}"#));
        assert_eq!(names(&info), ["a"]);
        let pushed: Vec<SlashCommand> = serde_json::from_str(r#"[{"name":"b"}]"#).unwrap();
        info.commands_changed(&pushed);
        assert_eq!(names(&info), ["b"]);
        info.handshake(handshake(r#"{"commands":[{"name":"c"}]}"#));
        assert_eq!(names(&info), ["c"]);
        let first = info.first_handshake().unwrap().commands.as_ref().unwrap();
        assert_eq!(first[0].name, "a", "the first answer stays the first");
    }

    #[test]
    fn the_last_reported_version_is_kept() {
        let info = CliInfo::default();
        info.handshake(handshake("{}"));
        assert_eq!(info.version(), None);
        info.version_reported("2.1.200");
        assert_eq!(info.version().as_deref(), Some("2.1.200"));
        let init = serde_json::from_str::<InitMessage>(
            r#"{"type":"system","subtype":"init","claude_code_version":"2.1.201"}"#,
        );
        let init = init.unwrap();
        info.init(&init);
        assert_eq!(info.last_init().as_deref(), Some(&init));
        assert_eq!(info.version().as_deref(), Some("2.1.201"));
        info.handshake(handshake("{}"));
        assert_eq!(
            info.version().as_deref(),
            Some("2.1.201"),
            "a response without a version keeps the last one"
        );
    }
}
