//! Faulty transports: a child process, and one thing wrong.

use std::io;
use std::pin::Pin;
use std::sync::Mutex;
use std::task::{Context, Poll};
use std::time::Duration;

use claude_testkit::conformance::Suite;
use claude_transport::{
    Connector, Environment, Exit, Frame, Launch, LaunchErrorKind, Line, Parts, Peer, Read,
    ReadLines, Signal, Spawner, Transport, TransportError,
};
use tempfile::TempDir;
use tokio::io::AsyncWrite;
use tokio::task::JoinSet;

/// What a transport does wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    LosesALine,
    SwapsLines,
    CutsLines,
    ReadsText,
    KeepsStdinOpen,
    AcceptsAllInput,
    ForgetsExitCodes,
    ForgetsStderr,
    IgnoresTerminate,
    IgnoresKill,
    KeepsThePeer,
    KeepsDescendants,
    ChangesArguments,
    IgnoresTheEnvironment,
    InheritsEverything,
    IgnoresTheDirectory,
    IgnoresFiles,
    AppendsFiles,
    OpensFiles,
    KeepsFiles,
    ReportsNoMissingProgram,
    IgnoresTheLimit,
    ForgetsTheHandle,
}

/// The checks that find each fault, among others.
const FOUND: [(Fault, &[&str]); 23] = [
    (Fault::LosesALine, &["lines_reach_the_peer_and_come_back_in_order"]),
    (Fault::SwapsLines, &["lines_reach_the_peer_and_come_back_in_order"]),
    (Fault::CutsLines, &["a_long_line_arrives_whole"]),
    (Fault::ReadsText, &["every_byte_arrives_unchanged"]),
    (Fault::KeepsStdinOpen, &["closing_stdin_reaches_the_peer"]),
    (Fault::AcceptsAllInput, &["a_peer_that_reads_nothing_stops_the_writer"]),
    (Fault::ForgetsExitCodes, &["exit_codes_arrive"]),
    (Fault::ForgetsStderr, &["stderr_is_in_the_exit", "stderr_is_seen_while_the_peer_runs"]),
    (Fault::IgnoresTerminate, &["the_request_to_end_ends_the_peer"]),
    (Fault::IgnoresKill, &["a_kill_ends_a_peer_that_ignores_the_request"]),
    (Fault::KeepsThePeer, &["dropping_the_peer_ends_it"]),
    (Fault::KeepsDescendants, &["what_the_peer_has_started_ends_after_a_drop"]),
    (Fault::ChangesArguments, &["arguments_arrive_unchanged"]),
    (Fault::IgnoresTheEnvironment, &["variables_arrive_unchanged"]),
    (Fault::InheritsEverything, &["named_variables_are_inherited"]),
    (Fault::IgnoresTheDirectory, &["the_directory_is_that_of_the_launch"]),
    (Fault::IgnoresFiles, &["private_files_arrive_by_content"]),
    (Fault::AppendsFiles, &["a_private_file_may_stand_before_arguments"]),
    (Fault::OpensFiles, &["private_files_are_private"]),
    (Fault::KeepsFiles, &["private_files_are_gone_after_the_exit"]),
    (Fault::ReportsNoMissingProgram, &["a_missing_program_is_an_error"]),
    (Fault::IgnoresTheLimit, &["a_line_over_the_limit_is_reported_and_skipped"]),
    (Fault::ForgetsTheHandle, &["the_kill_handle_ends_the_peer"]),
];

/// A child process with a fault.
struct Faulty {
    fault: Fault,
    /// The folders of files that are written, which exist as long as the connector.
    folders: Mutex<Vec<TempDir>>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_is_found() {
    let mut suites = JoinSet::new();
    for (fault, checks) in FOUND {
        for check in checks {
            let suite = Suite::new(Faulty { fault, folders: Mutex::default() }).only(*check);
            let deadline = Duration::from_secs(3);
            suites.spawn(async move { (fault, *check, suite.deadline(deadline).run().await) });
        }
    }
    for (fault, check, report) in suites.join_all().await {
        let failed: Vec<_> = report.failed().map(|(name, _)| name).collect();
        assert_eq!(failed, [check], "{fault:?}: {report}");
    }
}

impl Connector for Faulty {
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        let launch = changed(launch.clone(), self.fault, &self.folders);
        match Spawner.connect(&launch) {
            Err(TransportError::Launch { source, program, .. })
                if self.fault == Fault::ReportsNoMissingProgram =>
            {
                Err(TransportError::Launch { program, kind: LaunchErrorKind::Other, source })
            }
            connected => Ok(Box::new(Connected { inner: connected?, fault: self.fault })),
        }
    }
}

fn changed(mut launch: Launch, fault: Fault, folders: &Mutex<Vec<TempDir>>) -> Launch {
    match fault {
        Fault::ChangesArguments => {
            // Behind the script and its name.
            for arg in launch.args.iter_mut().skip(3) {
                *arg = arg.to_string_lossy().replace('\n', " ").into();
            }
        }
        // As a wrapper does that ends only what it has started itself. The processes end by themselves.
        Fault::KeepsDescendants => {
            let apart = "env -u CLAUDE_SDK_RUN_ID setsid sh -c";
            for arg in &mut launch.args {
                let script = arg.to_string_lossy().replace("sleep 600", "sleep 20");
                *arg = script.replace("sh -c", apart).into();
            }
        }
        Fault::IgnoresTheEnvironment => launch.env = Environment::inherit(),
        Fault::InheritsEverything => {
            let changes: Vec<_> = launch
                .env
                .changes()
                .map(|(n, v)| (n.to_owned(), v.map(ToOwned::to_owned)))
                .collect();
            launch.env =
                changes.into_iter().fold(
                    Environment::inherit(),
                    |env, (name, value)| match value {
                        Some(value) => env.set(name, value),
                        None => env.remove(name),
                    },
                );
        }
        Fault::IgnoresTheDirectory => launch.cwd = None,
        Fault::IgnoresFiles => launch.files.clear(),
        Fault::AppendsFiles => launch.files.iter_mut().for_each(|file| file.before = 0),
        Fault::OpensFiles | Fault::KeepsFiles => {
            let folder = TempDir::new().unwrap();
            let path = |number: usize| folder.path().join(number.to_string());
            for (number, file) in launch.files.iter().enumerate() {
                std::fs::write(path(number), &file.content).unwrap();
            }
            let paths: Vec<_> = (0..launch.files.len()).map(path).collect();
            launch.args = launch.args_with_files(&paths);
            folders.lock().unwrap().push(folder);
            launch.files.clear();
        }
        Fault::IgnoresTheLimit => launch.max_line = 64 << 20,
        _ => {}
    }
    launch
}

struct Connected {
    inner: Box<dyn Transport>,
    fault: Fault,
}

impl Transport for Connected {
    fn split(self: Box<Self>) -> Parts {
        let Parts { reader, writer, peer } = self.inner.split();
        let fault = self.fault;
        Parts {
            reader: Box::new(Reader { inner: reader, fault }),
            writer: Box::new(Writer { inner: Some(writer), fault }),
            peer: Box::new(There { inner: Some(peer), fault }),
        }
    }
}

struct Reader {
    inner: Box<dyn ReadLines>,
    fault: Fault,
}

impl ReadLines for Reader {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        let before = into.len();
        let read = self.inner.poll_read(cx, into);
        let new = &mut into[before..];
        match self.fault {
            Fault::LosesALine if new.len() > 100 => drop(into.remove(before + 50)),
            Fault::SwapsLines if new.len() > 100 => new.swap(50, 51),
            Fault::CutsLines | Fault::ReadsText => {
                for frame in new {
                    let Frame::Line(line) = &*frame else { continue };
                    let bytes = match self.fault {
                        Fault::CutsLines => line.as_bytes()[..line.len().min(65536)].to_vec(),
                        _ => line.as_bytes().iter().copied().filter(|byte| *byte != 0).collect(),
                    };
                    *frame = Frame::Line(Line::new(bytes).unwrap());
                }
            }
            _ => {}
        }
        read
    }
}

struct Writer {
    inner: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    fault: Fault,
}

impl AsyncWrite for Writer {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let all = self.fault == Fault::AcceptsAllInput;
        match Pin::new(self.inner.as_mut().unwrap()).poll_write(cx, bytes) {
            Poll::Pending if all => Poll::Ready(Ok(bytes.len())),
            written => written,
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(self.inner.as_mut().unwrap()).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(self.inner.as_mut().unwrap()).poll_shutdown(cx)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if self.fault == Fault::KeepsStdinOpen {
            std::mem::forget(self.inner.take());
        }
    }
}

struct There {
    inner: Option<Box<dyn Peer>>,
    fault: Fault,
}

impl There {
    fn inner(&self) -> &dyn Peer {
        &**self.inner.as_ref().unwrap()
    }
}

impl Peer for There {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.inner.as_mut().unwrap().poll_exit(cx).map(|mut exit| {
            match self.fault {
                Fault::ForgetsExitCodes if exit.code.is_some() => exit.code = Some(0),
                Fault::ForgetsStderr => exit.stderr.clear(),
                _ => {}
            }
            exit
        })
    }

    fn signal(&mut self, signal: Signal) {
        match (self.fault, signal) {
            (Fault::IgnoresTerminate, Signal::Terminate) | (Fault::IgnoresKill, Signal::Kill) => {}
            _ => self.inner.as_mut().unwrap().signal(signal),
        }
    }

    fn stderr_tail(&self) -> String {
        if self.fault == Fault::ForgetsStderr { String::new() } else { self.inner().stderr_tail() }
    }

    fn id(&self) -> Option<u32> {
        self.inner().id()
    }

    fn kill_handle(&self) -> claude_transport::KillHandle {
        match self.fault {
            Fault::ForgetsTheHandle => claude_transport::KillHandle::default(),
            _ => self.inner().kill_handle(),
        }
    }
}

impl Drop for There {
    fn drop(&mut self) {
        if self.fault == Fault::KeepsThePeer {
            std::mem::forget(self.inner.take());
        }
    }
}
