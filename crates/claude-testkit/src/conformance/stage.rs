//! Stage: connections of a check, and what it reads and expects from them.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use claude_transport::{
    Connector, Exit, Frame, Launch, Parts, Peer, Read, ReadLines, Signal, Transport, TransportError,
};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::time::sleep;

use super::peer::{NAME, SCRIPT};

/// What a check returns: the reason if it failed.
pub(super) type Checked = Result<(), String>;

/// How long something that happens soon is waited for.
const SOON: Duration = Duration::from_secs(20);

/// How often it is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// The connector of a check.
#[derive(Clone)]
pub(super) struct Stage {
    connector: Arc<dyn Connector>,
    shell: PathBuf,
}

impl Stage {
    pub(super) fn new(connector: Arc<dyn Connector>, shell: PathBuf) -> Self {
        Self { connector, shell }
    }

    /// The launch of a peer that does these steps (`peer.rs`).
    pub(super) fn steps(&self, steps: &[&str]) -> Launch {
        Launch::new(&self.shell).args(["-c", SCRIPT, NAME]).args(steps)
    }

    /// The launch of a script of its own.
    pub(super) fn script(&self, script: &str) -> Launch {
        Launch::new(&self.shell).args(["-c", script, NAME])
    }

    pub(super) fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        self.connector.connect(launch)
    }

    pub(super) fn start(&self, launch: &Launch) -> Result<Session, String> {
        let Parts { reader, writer, peer } = self
            .connect(launch)
            .map_err(|error| format!("the peer does not start: {error}"))?
            .split();
        Ok(Session { reader, writer: Some(writer), peer, read: VecDeque::new() })
    }

    /// Runs a peer without input, and returns its lines.
    pub(super) async fn lines(&self, launch: &Launch) -> Result<Vec<String>, String> {
        let mut session = self.start(launch)?;
        session.end_input();
        let lines = session.rest().await?;
        let exit = session.exit().await;
        match exit.is_success() {
            true => Ok(lines),
            false => Err(format!("the peer ended with {exit}: {}", exit.stderr)),
        }
    }

    /// Waits until a script where the peer runs exits with code 0.
    pub(super) async fn soon(&self, script: &str, arg: &str, what: &str) -> Checked {
        let launch = self.script(script).arg(arg);
        let begun = Instant::now();
        while self.lines(&launch).await.is_err() {
            ensure(begun.elapsed() < SOON, what)?;
            sleep(LOOK).await;
        }
        Ok(())
    }
}

/// A connection to a peer.
pub(super) struct Session {
    pub(super) reader: Box<dyn ReadLines>,
    pub(super) writer: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    pub(super) peer: Box<dyn Peer>,
    read: VecDeque<Frame>,
}

impl Session {
    pub(super) async fn send(&mut self, bytes: &[u8]) -> Checked {
        let writer = self.writer.as_mut().ok_or("stdin is closed")?;
        let sent = async {
            writer.write_all(bytes).await?;
            writer.flush().await
        };
        sent.await.map_err(|error| format!("a write fails: {error}"))
    }

    /// Closes stdin.
    pub(super) fn end_input(&mut self) {
        self.writer = None;
    }

    /// The next frame; `None` at the end of stdout.
    pub(super) async fn frame(&mut self) -> Result<Option<Frame>, String> {
        loop {
            if let Some(frame) = self.read.pop_front() {
                return Ok(Some(frame));
            }
            if !read(&mut *self.reader, &mut self.read).await? && self.read.is_empty() {
                return Ok(None);
            }
        }
    }

    /// The next line.
    pub(super) async fn line(&mut self) -> Result<String, String> {
        match self.frame().await? {
            Some(Frame::Line(line)) => Ok(String::from_utf8_lossy(line.as_bytes()).into()),
            found => Err(format!("expected a line, got {found:?}")),
        }
    }

    /// The next line, which must be this one.
    pub(super) async fn expect(&mut self, line: &str) -> Checked {
        equal(&self.line().await?.as_str(), &line)
    }

    /// The lines up to the end of stdout.
    pub(super) async fn rest(&mut self) -> Result<Vec<String>, String> {
        let mut lines = Vec::new();
        while let Some(frame) = self.frame().await? {
            match frame {
                Frame::Line(line) => lines.push(String::from_utf8_lossy(line.as_bytes()).into()),
                _ => return Err("a line is reported as too long".into()),
            }
        }
        Ok(lines)
    }

    pub(super) async fn exit(&mut self) -> Exit {
        exit(&mut *self.peer).await
    }

    /// Sends a signal, and returns how the peer ended.
    pub(super) async fn ended_by(&mut self, signal: Signal) -> Exit {
        self.peer.signal(signal);
        self.exit().await
    }
}

/// Reads one block. Returns false at the end.
pub(super) async fn read(
    reader: &mut dyn ReadLines,
    into: &mut VecDeque<Frame>,
) -> Result<bool, String> {
    let mut frames = Vec::new();
    let read = poll_fn(|cx| reader.poll_read(cx, &mut frames)).await;
    into.extend(frames);
    Ok(read.map_err(|error| format!("a read fails: {error}"))? != Read::Eof)
}

pub(super) async fn exit(peer: &mut dyn Peer) -> Exit {
    poll_fn(|cx| peer.poll_exit(cx)).await
}

/// Waits until something holds.
pub(super) async fn soon(mut holds: impl FnMut() -> bool, what: &str) -> Checked {
    let begun = Instant::now();
    while !holds() {
        ensure(begun.elapsed() < SOON, what)?;
        sleep(LOOK).await;
    }
    Ok(())
}

pub(super) fn ensure(holds: bool, what: impl Into<String>) -> Checked {
    if holds { Ok(()) } else { Err(what.into()) }
}

pub(super) fn equal<T: PartialEq + std::fmt::Debug>(found: &T, expected: &T) -> Checked {
    ensure(found == expected, format!("expected {expected:?}, got {found:?}"))
}

/// Checks that a signal has ended the peer: as a signal, or as the exit code of a shell.
pub(super) fn by_signal(exit: &Exit, number: i32) -> Checked {
    let is_it = exit.signal == Some(number) || exit.code == Some(128 + number);
    ensure(is_it, format!("expected an end by signal {number}, got {exit}"))
}
