//! Process: signals, and a child process of the mock.

use std::process::Stdio;
use std::time::{Duration, Instant};

/// The argument that makes the program a grandchild of the host.
pub(super) const GRANDCHILD: &str = "--grandchild";

/// The lifetime of a grandchild that is not killed.
const LIFETIME: Duration = Duration::from_secs(60);

/// The variable with a folder in which a process has a file, `ID-RANDOM`, as long as it runs. Windows only: the system
/// removes the file when the process ends, in whatever way.
#[cfg(windows)]
const PROCESSES: &str = "MOCK_CLAUDE_PROCESSES";

/// Creates the file of this process. Keep it until the end of the process.
#[cfg(windows)]
pub(super) fn register() -> Option<std::fs::File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    /// `FILE_FLAG_DELETE_ON_CLOSE`.
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let folder = std::path::PathBuf::from(std::env::var_os(PROCESSES)?);
    // The system uses an ID again at once, while the file of the last process is being removed.
    let name = format!("{}-{}", std::process::id(), uuid::Uuid::new_v4());
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).custom_flags(DELETE_ON_CLOSE);
    options.open(folder.join(name)).ok()
}

/// Creates no file: other systems tell whether a process runs.
#[cfg(not(windows))]
pub(super) fn register() -> Option<std::fs::File> {
    None
}

/// Starts a process that holds stdout and stderr open and survives SIGTERM. Returns its process ID.
pub(super) fn spawn_grandchild() -> std::io::Result<u32> {
    #[expect(
        clippy::disallowed_methods,
        reason = "it is meant to be left behind: whether the host finds it is what is tested"
    )]
    let child = std::process::Command::new(std::env::current_exe()?)
        .arg(GRANDCHILD)
        .stdin(Stdio::null())
        .spawn()?;
    Ok(child.id())
}

/// Runs a grandchild: it does nothing for a fixed time.
pub(super) fn be_grandchild() {
    signals::ignore();
    signals::install();
    let until = Instant::now() + LIFETIME;
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        std::thread::park_timeout(left);
    }
}

#[cfg(unix)]
pub(super) mod signals {
    //! Signals: on SIGTERM and SIGHUP the real CLI exits at once, with special exit codes.

    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{Sender, channel};

    use tokio::signal::unix::{SignalKind, signal};

    static IGNORED: AtomicBool = AtomicBool::new(false);

    /// Ignores the signals from now on.
    pub(in crate::mock) fn ignore() {
        IGNORED.store(true, Ordering::SeqCst);
    }

    /// Starts to watch the signals, and returns when they are watched. Without it, they have their
    /// default effect.
    pub(in crate::mock) fn install() {
        let (ready, installed) = channel();
        std::thread::spawn(move || watch(&ready));
        // An error means that the thread has failed.
        let _ = installed.recv();
    }

    fn watch(ready: &Sender<()>) -> io::Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        runtime.block_on(async {
            let mut terminate = signal(SignalKind::terminate())?;
            let mut hangup = signal(SignalKind::hangup())?;
            // The main thread waits for this message; if it has ended, so has the process.
            let _ = ready.send(());
            loop {
                let code = tokio::select! {
                    _ = terminate.recv() => 143,
                    _ = hangup.recv() => 129,
                };
                if !IGNORED.load(Ordering::SeqCst) {
                    std::process::exit(code);
                }
            }
        })
    }
}

#[cfg(not(unix))]
pub(super) mod signals {
    //! Signals: this platform does not have them.

    pub(in crate::mock) fn ignore() {}

    pub(in crate::mock) fn install() {}
}
