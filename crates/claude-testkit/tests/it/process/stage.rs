//! Test stage: options for a mock, both kinds of runtime, texts of items, and process IDs.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::limits::Deadlines;
use claude_sdk::options::EnvPolicy;
use claude_sdk::transport::{Launch, Process, ShutdownGrace, Transport, TransportError};
use claude_sdk::types::ContentBlock;
use claude_sdk::{Error, Message, Options, Result, SystemMessage};
use futures_core::Stream;
use tokio::runtime::{Builder, Runtime};
use tokio::time::{interval, timeout};

/// Longer than any test here takes on a busy machine.
pub(super) const HANG: Duration = Duration::from_secs(60);

/// Options for a mock that plays these steps, without the environment of this machine.
pub(super) fn options(steps: &str) -> Options {
    echo().env("MOCK_CLAUDE_STEPS", steps)
}

/// Options for a mock without steps: it echoes.
pub(super) fn echo() -> Options {
    let options = Options::default().cli_path(mock()).env_policy(EnvPolicy::Clear);
    if cfg!(windows) { options.env("MOCK_CLAUDE_PROCESSES", processes()) } else { options }
}

/// The folder in which each process of the mock has a file while it runs, on Windows.
fn processes() -> String {
    on_this_system(env!("CARGO_TARGET_TMPDIR"))
}

/// The path of the mock.
pub(super) fn mock() -> String {
    on_this_system(env!("CARGO_BIN_EXE_mock-claude"))
}

/// A path of the machine that has compiled the test. Under wine, its root is the drive `Z:`.
fn on_this_system(path: &str) -> String {
    if cfg!(windows) && path.starts_with('/') { format!("Z:{path}") } else { path.to_owned() }
}

/// Deadlines with which a close takes `step` until SIGTERM, and as long again until SIGKILL.
pub(super) fn closing_within(step: Duration) -> Deadlines {
    let mut deadlines = Deadlines::default();
    deadlines.close = ShutdownGrace { eof: step, terminate: step };
    deadlines
}

pub(super) fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

pub(super) fn multi_thread() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Runs a test on one thread and on several, with a deadline.
pub(super) fn everywhere(test: impl AsyncFn()) {
    for runtime in [current_thread(), multi_thread()] {
        runtime.block_on(bounded(test()));
    }
}

/// Awaits a future, and fails if it takes longer than [`HANG`].
pub(super) async fn bounded<T>(future: impl Future<Output = T>) -> T {
    timeout(HANG, future).await.expect("it hangs")
}

/// The next item of a turn, a query or a subscription.
pub(super) async fn next(
    stream: &mut (impl Stream<Item = Result<Message>> + Unpin),
) -> Option<Result<Message>> {
    poll_fn(|cx| Pin::new(&mut *stream).poll_next(cx)).await
}

/// The rest of a stream, in a few words per item. Frames around a turn are left out.
pub(super) async fn story(
    stream: &mut (impl Stream<Item = Result<Message>> + Unpin),
) -> Vec<String> {
    let mut story = Vec::new();
    while let Some(item) = next(stream).await {
        story.extend(words(&item));
    }
    assert!(next(stream).await.is_none(), "nothing comes after the end");
    story
}

/// Reads up to and including the first item that says `text`.
pub(super) async fn until(stream: &mut (impl Stream<Item = Result<Message>> + Unpin), text: &str) {
    let wanted = format!("say {text}");
    loop {
        let item = next(stream).await.unwrap_or_else(|| panic!("it ends before {wanted:?}"));
        match words(&item) {
            Some(said) if said == wanted => return,
            Some(said) if item.is_err() => panic!("it breaks before {wanted:?}: {said}"),
            _ => {}
        }
    }
}

fn words(item: &Result<Message>) -> Option<String> {
    Some(match item {
        Err(error) => format!("error {error}"),
        Ok(Message::CommandLifecycle(_) | Message::System(SystemMessage::Init(_))) => return None,
        Ok(Message::Assistant(reply)) => match reply.tool_uses().next() {
            Some(tool) => format!("use {} {}", tool.name, tool.input.get()),
            None => format!("say {}", reply.text()),
        },
        Ok(Message::User(user)) => match user.message.content.blocks().first() {
            Some(ContentBlock::ToolResult(result)) => {
                let text = result.content.value().map(claude_sdk::Content::text);
                format!("output {}", text.unwrap_or_default())
            }
            _ => "user".to_owned(),
        },
        Ok(Message::Result(result)) if result.is_failure() => "failure".to_owned(),
        Ok(Message::Result(result)) => format!("result {}", result.text()),
        Ok(Message::Noise(noise)) => format!("noise {}", noise.text),
        Ok(Message::Oversized(line)) => format!("oversized {}", line.length),
        Ok(Message::Unknown(unknown)) => format!("unknown {}", unknown.tag()),
        Ok(Message::Undecoded(undecoded)) => format!("undecoded {}", undecoded.tag),
        Ok(Message::System(SystemMessage::Unknown(unknown))) => {
            format!("unknown system {}", unknown.tag())
        }
        Ok(other) => format!("{other:?}"),
    })
}

/// The exit status and stderr of an error.
pub(super) fn exited(error: &Error) -> (&str, &str) {
    let Error::Exited { status, stderr, .. } = error else { panic!("no end: {error:?}") };
    (status, stderr)
}

/// The processes that sessions have started, known before they answer.
#[derive(Clone, Default)]
pub(super) struct Started(Arc<Mutex<Vec<u32>>>);

impl Started {
    /// Starts the CLI as usual, and records its process ID.
    pub(super) fn watch(&self, options: Options) -> Options {
        let pids = Arc::clone(&self.0);
        options.connector(
            move |launch: &Launch| -> std::result::Result<Box<dyn Transport>, TransportError> {
                let process = Process::spawn(launch)?;
                pids.lock().unwrap().extend(process.id());
                Ok(Box::new(process))
            },
        )
    }

    /// The only process.
    pub(super) fn one(&self) -> u32 {
        let pids = self.0.lock().unwrap();
        assert_eq!(pids.len(), 1);
        pids[0]
    }
}

/// Returns whether a process exists; a zombie exists, too.
#[cfg(unix)]
pub(super) fn exists(pid: u32) -> bool {
    std::fs::exists(format!("/proc/{pid}")).unwrap()
}

/// The files of processes that a test has seen running. Windows uses the ID of a process again soon.
#[cfg(windows)]
static FILES: Mutex<std::collections::BTreeMap<u32, std::path::PathBuf>> =
    Mutex::new(std::collections::BTreeMap::new());

/// Returns whether a process of the mock runs: one that was seen, or any with this ID.
#[cfg(windows)]
pub(super) fn exists(pid: u32) -> bool {
    let mut files = FILES.lock().unwrap();
    let Some(file) = files.get(&pid) else { return file_of(pid).is_some() };
    let exists = file.exists();
    if !exists {
        files.remove(&pid);
    }
    exists
}

/// Remembers which process has this ID now. Returns whether one has.
#[cfg(windows)]
fn see(pid: u32) -> bool {
    let file = file_of(pid);
    let exists = file.is_some();
    file.map(|file| FILES.lock().unwrap().insert(pid, file));
    exists
}

#[cfg(unix)]
fn see(pid: u32) -> bool {
    exists(pid)
}

#[cfg(windows)]
fn file_of(pid: u32) -> Option<std::path::PathBuf> {
    let begin = format!("{pid}-");
    let mut files = std::fs::read_dir(processes()).unwrap().flatten();
    let file = files.find(|file| file.file_name().to_string_lossy().starts_with(&begin))?;
    Some(file.path())
}

/// Returns whether a process has exited. Its parent may not have reaped it yet.
fn has_ended(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"));
    match stat {
        Ok(stat) => stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z')),
        Err(_) => !exists(pid),
    }
}

/// Waits until a process runs: on Windows, it has its file a moment after its start.
pub(super) async fn running(pid: u32) {
    wait_until(|| see(pid), "the process runs").await;
}

/// Waits until a child of this process has exited and was reaped.
pub(super) async fn gone(pid: u32) {
    see(pid);
    wait_until(|| !exists(pid), "the child is gone").await;
}

/// Waits until a grandchild has exited. Init reaps it at some later time.
pub(super) async fn ended(pid: u32) {
    wait_until(|| has_ended(pid), "the grandchild has ended").await;
}

async fn wait_until(holds: impl Fn() -> bool, what: &str) {
    let polled = async {
        let mut tick = interval(Duration::from_millis(5));
        while !holds() {
            tick.tick().await;
        }
    };
    timeout(HANG, polled).await.unwrap_or_else(|_| panic!("never came true: {what}"));
}
