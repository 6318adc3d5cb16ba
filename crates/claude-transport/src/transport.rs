//! Transport: the traits of a connection, which consists of a line source, a byte sink and the peer.
//!
//! The layers above use only these traits. They do not require a process: [`memory`](crate::memory) implements them,
//! and so can a transport to a container or a remote host.

use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use tokio::io::AsyncWrite;

use crate::error::TransportError;
use crate::launch::{Exit, Launch, ProcessTree, ShutdownGrace, ShutdownSequence, Signal};
use crate::lines::{Read, ReadLines};

/// The peer of a connection: reports its exit, and receives signals.
///
/// Dropping a `Peer` ends the peer.
///
/// A connection to another machine can be lost while the peer runs. Then the reader of the connection returns
/// [`TransportError::Lost`] as an [`io::Error`](std::io::Error), and `poll_exit` may stay pending.
///
/// # Examples
///
/// ```
/// use std::future::poll_fn;
///
/// use claude_transport::{Parts, Transport, memory};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let (near, mut far) = memory::pair();
/// let Parts { reader: _reader, writer: _writer, mut peer } = Box::new(near).split();
/// far.exit(3, "out of memory");
/// let exit = poll_fn(|cx| peer.poll_exit(cx)).await;
/// assert_eq!((exit.code, exit.stderr.as_str()), (Some(3), "out of memory"));
/// # }
/// ```
pub trait Peer: Send {
    /// Waits until the peer has ended. May be polled again afterwards, and returns the same [`Exit`].
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit>;

    /// Sends `signal` to the peer and to everything it has started. Does nothing once the peer has ended.
    fn signal(&mut self, signal: Signal);

    /// Returns the last part of what the peer has written to stderr so far.
    fn stderr_tail(&self) -> String;

    /// Returns the process id, if the peer is a process on this machine.
    fn id(&self) -> Option<u32>;

    /// Returns where the peer runs, as a name that errors show after "on", such as `host build-7`.
    ///
    /// `None` (default) on this machine.
    fn place(&self) -> Option<Arc<str>> {
        None
    }

    /// Returns a handle that ends the peer in the same way as dropping it.
    ///
    /// It is for a caller that holds the connection while another task owns the `Peer`. The default handle does
    /// nothing: then only dropping the `Peer` ends the peer.
    fn kill_handle(&self) -> KillHandle {
        KillHandle::default()
    }

    /// Returns a handle that samples what the peer and everything that it has started use.
    ///
    /// The default handle always returns `None`: it is not known.
    fn tree_probe(&self) -> TreeProbe {
        TreeProbe::default()
    }
}

/// A handle that ends a peer from any thread, inside or outside a runtime.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use std::sync::atomic::{AtomicBool, Ordering};
///
/// use claude_transport::KillHandle;
///
/// let ended = Arc::new(AtomicBool::new(false));
/// let flag = Arc::clone(&ended);
/// let handle = KillHandle::new(move || flag.store(true, Ordering::Relaxed));
/// handle.clone().end();
/// assert!(ended.load(Ordering::Relaxed));
/// ```
#[derive(Clone, Default)]
pub struct KillHandle(Option<Arc<dyn Fn() + Send + Sync>>);

impl KillHandle {
    /// Creates a handle that calls `end`, which may be called more than once and after the end of the peer.
    pub fn new(end: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(end)))
    }

    /// Ends the peer. Does not wait for its exit.
    pub fn end(&self) {
        if let Some(end) = &self.0 {
            end();
        }
    }
}

impl fmt::Debug for KillHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("KillHandle").field(&self.0.is_some()).finish()
    }
}

/// A handle that samples what a peer and everything that it has started use.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_transport::{ProcessTree, TreeProbe};
///
/// let probe = TreeProbe::new(|| Some(ProcessTree::new(2, 180 << 20, Duration::from_secs(60))));
/// assert_eq!(probe.sample().map(|tree| tree.memory()), Some(180 << 20));
/// assert_eq!(TreeProbe::default().sample(), None);
/// ```
#[derive(Clone, Default)]
pub struct TreeProbe(Option<Arc<dyn Fn() -> Option<ProcessTree> + Send + Sync>>);

impl TreeProbe {
    /// Creates a handle that calls `sample`, which may block for some milliseconds.
    pub fn new(sample: impl Fn() -> Option<ProcessTree> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(sample)))
    }

    /// Samples the peer. May block for some milliseconds.
    ///
    /// Returns `None` if the system or the transport cannot tell, or if the peer has ended.
    #[must_use]
    pub fn sample(&self) -> Option<ProcessTree> {
        self.0.as_ref().and_then(|sample| sample())
    }
}

impl fmt::Debug for TreeProbe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TreeProbe").field(&self.0.is_some()).finish()
    }
}

/// The three parts of a connection, each with an owner of its own.
///
/// Bind all three parts. A pattern such as `let Parts { reader, .. } = transport.split();` drops the others
/// immediately, and dropping `peer` ends the peer.
///
/// # Examples
///
/// ```
/// use claude_transport::{Parts, Transport, memory};
/// use tokio::io::AsyncWriteExt;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let (near, mut far) = memory::pair();
/// let Parts { reader: _reader, mut writer, peer: _peer } = Box::new(near).split();
/// writer.write_all(b"hello\n").await?;
/// assert_eq!(far.next_line().await.as_deref(), Some("hello"));
/// # Ok(())
/// # }
/// ```
#[expect(clippy::exhaustive_structs, reason = "transports outside this crate build it")]
pub struct Parts {
    /// The lines from the peer.
    pub reader: Box<dyn ReadLines>,
    /// The bytes to the peer. Dropping it closes the peer's stdin.
    pub writer: Box<dyn AsyncWrite + Send + Unpin>,
    /// The peer. Dropping it ends the peer: a child process gets SIGTERM at once, and SIGKILL after
    /// [`Launch::drop_grace`] (2 s by default).
    pub peer: Box<dyn Peer>,
}

impl Parts {
    /// Ends the peer gracefully, and waits for its exit.
    ///
    /// Closes the writer. If the peer has not ended after `grace.eof` (7 s by default), it gets SIGTERM, and after
    /// `grace.terminate` (2 s by default) SIGKILL. Lines that it still writes are read and discarded, so that it
    /// cannot block on a full pipe.
    ///
    /// # Panics
    ///
    /// Panics outside a tokio runtime, and if the runtime was built without its time driver.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the peer in the same way as dropping its parts.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_transport::{ShutdownGrace, Transport, memory};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let (near, mut far) = memory::pair();
    /// let parts = Box::new(near).split();
    /// far.exit(0, "");
    /// assert!(parts.shutdown(ShutdownGrace::default()).await.is_success());
    /// # }
    /// ```
    pub async fn shutdown(self, grace: ShutdownGrace) -> Exit {
        let Self { mut reader, writer, mut peer } = self;
        drop(writer);
        let mut sequence = ShutdownSequence::new(grace);
        sequence.start(now());
        let mut open = true;
        loop {
            let mut due = pin!(sleep_until(sequence.due()));
            let exit = poll_fn(|cx| {
                if let Poll::Ready(exit) = peer.poll_exit(cx) {
                    return Poll::Ready(Some(exit));
                }
                open = open && discard(&mut *reader, cx);
                due.as_mut().poll(cx).map(|()| None)
            });
            if let Some(exit) = exit.await {
                return exit;
            }
            if let Some(signal) = sequence.advance(now()) {
                peer.signal(signal);
            }
        }
    }
}

/// Reads one block and discards it. Returns false at the end of the stream.
fn discard(reader: &mut dyn ReadLines, cx: &mut Context<'_>) -> bool {
    match reader.poll_read(cx, &mut Vec::new()) {
        Poll::Ready(Ok(Read::Some(_))) => {
            // Read one block per poll, so that a peer that writes without a pause cannot delay the signals.
            cx.waker().wake_by_ref();
            true
        }
        Poll::Ready(_) => false,
        Poll::Pending => true,
    }
}

/// Returns the time of the runtime, which a test may have paused.
fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

async fn sleep_until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due.into()).await,
        None => std::future::pending().await,
    }
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").field("id", &self.peer.id()).finish_non_exhaustive()
    }
}

/// An open connection to a peer, before it is split into its parts.
///
/// # Examples
///
/// ```
/// use claude_transport::{Parts, Process, Transport};
///
/// /// A child process whose lines go through this program unchanged.
/// struct Audited(Process);
///
/// impl Transport for Audited {
///     fn split(self: Box<Self>) -> Parts {
///         println!("process {:?} is in use", self.0.id());
///         Box::new(self.0).split()
///     }
/// }
/// ```
pub trait Transport: Send + 'static {
    /// Splits the connection into its parts.
    fn split(self: Box<Self>) -> Parts;
}

/// A factory of connections.
///
/// It is a factory instead of a connection, so that its owner can be cloned and can connect again. A closure with
/// a matching signature is a `Connector`.
///
/// # Examples
///
/// ```
/// use claude_transport::{Connector, Launch, Transport, TransportError, memory};
///
/// let connect = |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
///     let (near, _far) = memory::pair();
///     Ok(Box::new(near))
/// };
/// assert!(connect.connect(&Launch::new("claude")).is_ok());
/// ```
pub trait Connector: Send + Sync {
    /// Connects to a new peer as described by `launch`. Must be called inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// Returns a [`TransportError`] if there is no connection, for example [`TransportError::Launch`] if the
    /// program could not be started.
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError>;
}

impl<F> Connector for F
where
    F: Fn(&Launch) -> Result<Box<dyn Transport>, TransportError> + Send + Sync,
{
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        self(launch)
    }
}
