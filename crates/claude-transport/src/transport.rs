//! What a connection to a peer is: lines from it, bytes to it, and the peer itself.
//!
//! The traits here are all that the layers above know. They say nothing about processes: [`memory`](crate::memory)
//! and transports of your own (a container, a remote host) fit as well. Next: `exit.rs` and `shutdown.rs`.

use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::AsyncWrite;

use crate::error::TransportError;
use crate::launch::{Exit, Launch, Signal};
use crate::lines::ReadLines;

/// The far end itself: its end, and the means to bring that about.
///
/// Dropping it ends the peer.
pub trait Peer: Send {
    /// Waits for the end of the peer; may be called again afterwards and returns the same.
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit>;

    /// Sends `signal` to the peer and all that it started; does nothing once it has ended.
    fn signal(&mut self, signal: Signal);

    /// Returns the last part of what the peer has written to its standard error so far.
    fn stderr_tail(&self) -> String;

    /// Returns the process id, if the peer is a process on this machine.
    fn id(&self) -> Option<u32>;

    /// Returns a switch that ends the peer as dropping it does, for whoever holds the connection
    /// while another task holds the peer. Without one, only dropping ends it.
    fn kill_handle(&self) -> KillHandle {
        KillHandle::default()
    }
}

/// Ends a peer from any thread, inside or outside of a runtime. It does not wait.
#[derive(Clone, Default)]
pub struct KillHandle(Option<Arc<dyn Fn() + Send + Sync>>);

impl KillHandle {
    /// Makes a switch of what ends the peer. It may be called more than once, and after the end.
    pub fn new(end: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(end)))
    }

    /// Ends the peer.
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

/// A connection taken apart, each part with an owner of its own.
///
/// Take all three parts: a pattern such as `let Parts { reader, .. } = transport.split();` drops the others on
/// the spot, and with them the peer.
#[expect(clippy::exhaustive_structs, reason = "transports outside this crate build it")]
pub struct Parts {
    /// Lines from the peer.
    pub reader: Box<dyn ReadLines>,
    /// Bytes to the peer. Dropping it closes the peer's standard input.
    pub writer: Box<dyn AsyncWrite + Send + Unpin>,
    /// The peer. Dropping it ends the peer: terminated at once, killed after a grace.
    pub peer: Box<dyn Peer>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").field("id", &self.peer.id()).finish_non_exhaustive()
    }
}

/// A live connection to a peer that has not been taken apart yet.
pub trait Transport: Send + 'static {
    /// Takes the connection apart.
    fn split(self: Box<Self>) -> Parts;
}

/// Makes connections.
///
/// A factory and not a connection, so that what holds it can be cloned and can connect again. Any matching
/// closure is one.
pub trait Connector: Send + Sync {
    /// Connects to a new peer as `launch` says. Call it inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// Returns why there is no peer, for example [`TransportError::Launch`].
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
