//! What the CLI told about itself: the driver keeps it, the handle reads it.
//!
//! Beside that it says whether stdin was closed by decision, which is why nothing can be asked.
//! Everything is shared, so that reading clones a pointer. What it means is decided elsewhere: the
//! set of capabilities in `capabilities.rs`, versions by the facade.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use claude_types::{InitMessage, InitializeResponse, Raw, SlashCommand};

use super::capabilities::Capabilities;
use crate::error::ProtocolError;

/// Looks at the first `system/init` of a connection; an error ends the connection.
///
/// It is called by the loop, so it must not wait for anything.
#[derive(Clone)]
pub struct InitCheck(Arc<Check>);

type Check = dyn Fn(&InitMessage) -> Result<(), ProtocolError> + Send + Sync;

impl InitCheck {
    /// A check by this function.
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

/// What is known of the CLI so far.
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
    /// The answer to a handshake. The commands that it tells are the newest.
    pub(crate) fn handshake(&self, response: Arc<InitializeResponse>) {
        // Only the first one is kept there.
        let _ = self.first.set(Arc::clone(&response));
        self.with(|facts| {
            facts.note_version(response.claude_code_version.as_deref());
            facts.commands = None;
            facts.handshake = Some(response);
        });
    }

    /// The state of the session at the start of a turn.
    pub(crate) fn init(&self, init: &InitMessage) {
        let init = Arc::new(init.clone());
        self.with(|facts| {
            facts.note_version(init.claude_code_version.as_deref());
            facts.init = Some(init);
        });
    }

    /// The slash commands changed.
    pub(crate) fn commands_changed(&self, commands: &[SlashCommand]) {
        let commands = commands.into();
        self.with(|facts| facts.commands = Some(commands));
    }

    /// The version, told by an answer of its own.
    pub(crate) fn version_told(&self, version: &str) {
        self.with(|facts| facts.note_version(Some(version)));
    }

    /// stdin is closed, as it is when nothing needs it any more.
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
            let told = || facts.handshake.as_ref()?.commands.as_deref().map(Arc::from);
            facts.commands.get_or_insert_with(|| told().unwrap_or_default()).clone()
        })
    }

    pub(crate) fn version(&self) -> Option<Arc<str>> {
        self.with(|facts| facts.version.clone())
    }

    pub(crate) fn capabilities(&self) -> Capabilities {
        self.with(|facts| Capabilities::merge(facts.handshake.as_deref(), facts.init.as_deref()))
    }

    fn with<R>(&self, act: impl FnOnce(&mut Facts) -> R) -> R {
        // Nothing under this lock panics, so it is never poisoned.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn handshake(json: &str) -> Arc<InitializeResponse> {
        Arc::new(serde_json::from_str(json).unwrap())
    }

    fn names(told: &CliInfo) -> Vec<String> {
        told.commands().iter().map(|command| command.name.clone()).collect()
    }

    #[test]
    fn the_newest_list_of_commands_counts() {
        let told = CliInfo::default();
        assert!(names(&told).is_empty());
        told.handshake(handshake(r#"{"commands":[{"name":"a"}]}"#));
        assert_eq!(names(&told), ["a"]);
        let pushed: Vec<SlashCommand> = serde_json::from_str(r#"[{"name":"b"}]"#).unwrap();
        told.commands_changed(&pushed);
        assert_eq!(names(&told), ["b"]);
        told.handshake(handshake(r#"{"commands":[{"name":"c"}]}"#));
        assert_eq!(names(&told), ["c"]);
        let first = told.first_handshake().unwrap().commands.as_ref().unwrap();
        assert_eq!(first[0].name, "a", "the first answer stays the first");
    }

    #[test]
    fn the_version_comes_from_whoever_tells_it() {
        let told = CliInfo::default();
        told.handshake(handshake("{}"));
        assert_eq!(told.version(), None);
        told.version_told("2.1.200");
        assert_eq!(told.version().as_deref(), Some("2.1.200"));
        let init = serde_json::from_str::<InitMessage>(
            r#"{"type":"system","subtype":"init","claude_code_version":"2.1.201"}"#,
        );
        let init = init.unwrap();
        told.init(&init);
        assert_eq!(told.last_init().as_deref(), Some(&init));
        assert_eq!(told.version().as_deref(), Some("2.1.201"));
        told.handshake(handshake("{}"));
        assert_eq!(told.version().as_deref(), Some("2.1.201"), "silence takes nothing back");
    }
}

/// The handshake as it was made, to be made again.
pub(crate) struct Handshake {
    pub(crate) request: Raw,
    /// A hook is to block on failure, so the hooks must be taken.
    pub(crate) guards: bool,
}

impl std::fmt::Debug for Handshake {
    /// Leaves out the request, which holds prompts.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handshake").field("guards", &self.guards).finish_non_exhaustive()
    }
}
