//! Test stage: both kinds of runtime, a deadline, and a transport that can fail.

use std::cell::RefCell;
use std::io;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use claude_transport::memory::MemoryHost;
use claude_transport::{
    Exit, Frame, Line, Oversized, Parts, Peer, Read, ReadLines, Signal, Transport, TransportError,
};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc;
use tokio::task::coop;

thread_local! {
    /// Where a script reports its failure. Tests run on the thread of their `block_on`.
    static FAILED: RefCell<Option<mpsc::UnboundedSender<String>>> = const { RefCell::new(None) };
}

/// Runs a test in paused time, where a deadline of an hour costs nothing.
pub(crate) fn paused(test: impl AsyncFn()) {
    let runtime = Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    run(&runtime, Duration::from_secs(24 * 3600), test);
}

/// Runs a test in paused time on one thread, and once more on several threads in real time.
pub(crate) fn everywhere(test: impl AsyncFn()) {
    paused(&test);
    threads(&test);
}

/// Runs a test on several threads in real time.
pub(crate) fn threads(test: impl AsyncFn()) {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    run(&runtime, Duration::from_secs(30), test);
}

/// Runs a test on one thread, with a second one for blocking tasks.
pub(crate) fn one_blocking_thread(test: impl AsyncFn()) {
    let runtime =
        Builder::new_current_thread().enable_all().max_blocking_threads(1).build().unwrap();
    run(&runtime, Duration::from_secs(30), test);
}

fn run(runtime: &Runtime, deadline: Duration, test: impl AsyncFn()) {
    let (failed, mut failure) = mpsc::unbounded_channel();
    FAILED.set(Some(failed));
    runtime.block_on(async {
        // Keep the test future until another task panics, so that the message of that panic is
        // reported.
        let mut test = std::pin::pin!(test());
        tokio::select! {
            biased;
            Some(message) = failure.recv() => panic!("{message}"),
            () = &mut test => {}
            () = tokio::time::sleep(deadline) => panic!("the test did not end in {deadline:?}"),
        }
    });
}

/// The channel by which a script makes the test fail with a message.
pub(crate) fn failure() -> mpsc::UnboundedSender<String> {
    FAILED.with_borrow(|failed| failed.clone().unwrap())
}

/// The start of a line that is not sent: the rest of it says what happens to the reader.
pub(crate) const MARK: &str = "\u{1}";

/// A transport whose reader can be closed, broken, or reach a line over the limit: see [`MARK`].
pub(crate) struct Stage(pub(crate) MemoryHost);

impl Transport for Stage {
    fn split(self: Box<Self>) -> Parts {
        let Parts { reader, writer, peer } = Box::new(self.0).split();
        Parts {
            reader: Box::new(Reader { inner: reader, ended: false, flood: Flood::new() }),
            writer,
            peer,
        }
    }
}

struct Reader {
    inner: Box<dyn ReadLines>,
    ended: bool,
    flood: Flood,
}

/// Prebuilt lines, so that writing them is cheap.
struct Flood {
    line: Line,
    left: u64,
    /// Nothing else is read before the flood has ended.
    alone: bool,
    turn: bool,
}

/// The length of a line of a flood.
pub(crate) const FLOOD_LINE: usize = 64 * 1024;

impl Flood {
    fn new() -> Self {
        let head = r#"{"type":"stream_event","event":{"type":"ping"},"uuid":""#;
        let padding = "x".repeat(FLOOD_LINE - head.len() - 2);
        let line = Line::new(format!("{head}{padding}\"}}")).unwrap();
        Self { line, left: 0, alone: false, turn: false }
    }

    /// Returns a block of lines, and pending in between.
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<Read> {
        self.turn = !self.turn || self.alone;
        if self.left == 0 || !self.turn {
            return Poll::Pending;
        }
        // Take part in cooperative scheduling, as a pipe does, so that other tasks can run.
        ready!(coop::poll_proceed(cx)).made_progress();
        let count = self.left.min(4);
        self.left -= count;
        into.extend((0..count).map(|_| Frame::Line(self.line.clone())));
        Poll::Ready(Read::Some(usize::try_from(count).unwrap() * FLOOD_LINE))
    }
}

impl ReadLines for Reader {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        if self.ended {
            return Poll::Ready(Ok(Read::Eof));
        }
        if let Poll::Ready(read) = self.flood.poll_read(cx, into) {
            return Poll::Ready(Ok(read));
        }
        self.flood.alone = false;
        let mut frames = Vec::new();
        let Poll::Ready(read) = self.inner.poll_read(cx, &mut frames)? else {
            return self.flood.poll_read(cx, into).map(Ok);
        };
        for frame in frames {
            match marked(&frame) {
                None => into.push(frame),
                Some(marked) => self.act(&marked, into)?,
            }
        }
        Poll::Ready(Ok(if self.ended { Read::Eof } else { read }))
    }
}

impl Reader {
    fn act(&mut self, marked: &str, into: &mut Vec<Frame>) -> io::Result<()> {
        match marked.split_once(' ').unwrap_or((marked, "")) {
            ("eof", _) => self.ended = true,
            ("oversized", head) => {
                into.push(Frame::Oversized(Oversized::new(70 << 20, head.as_bytes())));
            }
            ("flood", lines) => self.flood.left = lines.parse().unwrap(),
            ("drain", _) => self.flood.alone = true,
            ("lost", ended) => {
                return Err(TransportError::Lost { resumable: ended == "ended" }.into());
            }
            (error, _) => return Err(io::Error::other(error.to_owned())),
        }
        Ok(())
    }
}

fn marked(frame: &Frame) -> Option<String> {
    let Frame::Line(line) = frame else {
        return None;
    };
    let text = std::str::from_utf8(line.as_bytes()).ok()?;
    Some(text.strip_prefix(MARK)?.to_owned())
}

/// A CLI that has exited with code 5 while another process holds its stdout open.
pub(crate) struct OpenStdout;

impl Transport for OpenStdout {
    fn split(self: Box<Self>) -> Parts {
        let writer = Box::new(tokio::io::sink());
        Parts { reader: Box::new(OpenStdout), writer, peer: Box::new(OpenStdout) }
    }
}

impl ReadLines for OpenStdout {
    fn poll_read(&mut self, _: &mut Context<'_>, _: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        Poll::Pending
    }
}

impl Peer for OpenStdout {
    fn poll_exit(&mut self, _: &mut Context<'_>) -> Poll<Exit> {
        Poll::Ready(Exit::new(Some(5), None, ""))
    }

    fn signal(&mut self, _: Signal) {}

    fn stderr_tail(&self) -> String {
        String::new()
    }

    fn id(&self) -> Option<u32> {
        None
    }
}
