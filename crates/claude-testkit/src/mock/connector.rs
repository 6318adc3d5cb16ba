//! Connector: the mock in the process of the host, without a child process and without a file.

use std::future::pending;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use claude_transport::memory::{self, MemoryCli, MemoryEvent};
use claude_transport::{Connector, Launch, LaunchErrorKind, Signal, Transport, TransportError};
use tokio::time::sleep_until;

use super::sessions::Memory;
use crate::engine::{Effect, Engine, Setup};
use crate::scenario::{Scenario, ScenarioError};

/// The exit code of the real CLI after SIGTERM.
const TERMINATED: i32 = 143;

/// Returns a connector for `Options::connector` that plays a scenario instead of starting a CLI.
///
/// Each connection plays the scenario from its beginning, on a task of the current runtime, with the
/// command line and the environment that the CLI would get. Time may be paused. An invalid scenario
/// makes the connection fail, with the line and the reason.
///
/// Sessions are kept in memory, as long as this process runs: a later connection can resume them, also
/// one of another connector. `continue_latest` finds the last
/// session of the same working directory, and prefers those of the same connector.
///
/// A step that needs a process (`spawn-grandchild`) writes a note to stderr and does nothing.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, query};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), claude_sdk::Error> {
/// let mock = claude_testkit::connector(r#"expect user; text "Four."; result"#);
/// let answer = query("What is 2 + 2?", Options::default().connector(mock)).text().await?;
/// assert_eq!(answer, "Four.");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn connector(scenario: &str) -> MockConnector {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let sessions = Memory(NEXT.fetch_add(1, Ordering::Relaxed));
    MockConnector { scenario: scenario.parse(), sessions }
}

/// A connector that plays a scenario. [`connector`] creates it.
///
/// # Examples
///
/// ```
/// use claude_testkit::MockConnector;
///
/// let mock: MockConnector = claude_testkit::connector("expect user; exit 3");
/// let options = claude_sdk::Options::default().connector(mock);
/// ```
#[derive(Debug)]
pub struct MockConnector {
    scenario: Result<Scenario, ScenarioError>,
    sessions: Memory,
}

impl Connector for MockConnector {
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        let scenario = self.scenario.clone().map_err(|error| TransportError::Launch {
            program: "mock-claude".into(),
            kind: LaunchErrorKind::Other,
            source: io::Error::other(format!("invalid scenario: {error}")),
        })?;
        let runtime =
            tokio::runtime::Handle::try_current().map_err(|_| TransportError::NoRuntime)?;
        let (near, far) = memory::pair();
        let setup = setup(launch).sessions(&self.sessions);
        runtime.spawn(play(Engine::new(scenario, setup), self.sessions, far));
        Ok(Box::new(near))
    }
}

/// Returns what the CLI would get. Of private files, only the flag is known.
fn setup(launch: &Launch) -> Setup {
    let text = |text: &std::ffi::OsStr| text.to_string_lossy().into_owned();
    let arguments = launch.args.iter().map(|argument| text(argument));
    let variables = launch.env.resolve(std::env::vars_os());
    let variable = |name: &str| variables.get(std::ffi::OsStr::new(name)).map(|value| text(value));
    let setup = Setup::new(arguments, variable);
    match launch.cwd.clone().map_or_else(std::env::current_dir, Ok) {
        Ok(cwd) => setup.cwd(cwd.to_string_lossy()),
        Err(_) => setup,
    }
}

/// Plays to the end. Dropping `far` ends the peer.
async fn play(mut engine: Engine, sessions: Memory, mut far: MemoryCli) {
    let (mut wake, mut ignores_term) = (None, false);
    loop {
        while let Some(effect) = engine.effect() {
            match effect {
                Effect::Write(bytes) => far.send_bytes(&bytes).await,
                Effect::Flood { flood, session_id } => {
                    let mut blocks = flood.blocks(&session_id);
                    while let Some(block) = blocks.next_block() {
                        far.send_bytes(block).await;
                    }
                }
                Effect::Stderr(bytes) => far.write_stderr(&String::from_utf8_lossy(&bytes)),
                Effect::Sleep(time) => wake = Some(Instant::now() + time),
                Effect::CloseStdout => far.close_stdout(),
                Effect::CloseStdin => far.close_stdin(),
                Effect::IgnoreTerm => ignores_term = true,
                Effect::SpawnGrandchild => {
                    far.write_stderr("a mock without a process starts no grandchild\n");
                }
                Effect::Read(path) => {
                    let contents = std::fs::read_to_string(&path).ok();
                    engine.file(&path, contents.as_deref());
                }
                Effect::Save(session) => sessions.save(session),
                Effect::Freeze => return frozen(far).await,
                Effect::Exit(code) => return far.exit(code, ""),
            }
        }
        let woken = async {
            match wake {
                Some(at) => sleep_until(at.into()).await,
                None => pending().await,
            }
        };
        tokio::select! {
            biased;
            event = far.next_event() => match event {
                MemoryEvent::Line(line) => engine.line(&line),
                MemoryEvent::EndOfInput => engine.end_of_input(),
                MemoryEvent::Signal(Signal::Terminate) if ignores_term => {}
                MemoryEvent::Signal(Signal::Terminate) => return far.exit(TERMINATED, ""),
                // Dropping the far end is the same as SIGKILL.
                _ => return,
            },
            () = woken => {
                wake = None;
                engine.woke();
            }
        }
    }
}

/// Does nothing until it is killed.
async fn frozen(mut far: MemoryCli) {
    while !matches!(far.next_signal().await, Some(Signal::Kill) | None) {}
}
