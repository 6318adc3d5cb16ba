//! Near end: what the host holds of a memory pair, and what it is taken apart into.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::DuplexStream;
use tokio::sync::watch;

use super::shared::{SIGKILL, Shared};
use crate::launch::{Exit, Signal, Watcher};
use crate::lines::{Frame, LineCodec, LineReader, Read, ReadLines, lock};
use crate::transport::{Parts, Peer, Transport};

/// The near end of a pair: a [`Transport`] for the host.
///
/// Dropping it closes the streams, and the far end receives [`Signal::Terminate`].
pub struct MemoryHost {
    pub(super) stdin: DuplexStream,
    pub(super) stdout: DuplexStream,
    pub(super) peer: MemoryPeer,
}

impl Transport for MemoryHost {
    fn split(self: Box<Self>) -> Parts {
        let reader = MemoryReader {
            lines: LineReader::new(self.stdout, LineCodec::DEFAULT_MAX_LINE),
            shared: Arc::clone(&self.peer.shared),
        };
        Parts { reader: Box::new(reader), writer: Box::new(self.stdin), peer: Box::new(self.peer) }
    }
}

impl fmt::Debug for MemoryHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryHost").finish_non_exhaustive()
    }
}

struct MemoryReader {
    lines: LineReader<DuplexStream>,
    shared: Arc<Shared>,
}

impl ReadLines for MemoryReader {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        let read = self.lines.poll_read(cx, into);
        // A killed peer closes its streams, although the test still holds the far end.
        if read.is_pending() && self.shared.exit.poll(Watcher::Reader, cx).is_ready() {
            // What the peer wrote between the two polls comes before the end.
            return match self.lines.poll_read(cx, into) {
                Poll::Pending => Poll::Ready(Ok(Read::Eof)),
                ready => ready,
            };
        }
        read
    }
}

pub(super) struct MemoryPeer {
    pub(super) shared: Arc<Shared>,
    pub(super) signals: watch::Sender<Vec<Signal>>,
}

impl Peer for MemoryPeer {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.shared.exit.poll(Watcher::Peer, cx)
    }

    fn signal(&mut self, signal: Signal) {
        if self.shared.exit.is_published() {
            return;
        }
        self.signals.send_modify(|signals| signals.push(signal));
        if signal == Signal::Kill {
            self.shared.end(None, Some(SIGKILL));
        }
    }

    fn stderr_tail(&self) -> String {
        lock(&self.shared.stderr).clone()
    }

    fn id(&self) -> Option<u32> {
        None
    }
}

impl Drop for MemoryPeer {
    fn drop(&mut self) {
        self.signal(Signal::Terminate);
    }
}
