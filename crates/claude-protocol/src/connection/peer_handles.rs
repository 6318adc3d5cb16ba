//! Peer handles: what a connection can do to its peer without the driver, which owns it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use claude_transport::{KillHandle, Peer, TreeProbe};

/// The handles to the current peer of a connection.
#[derive(Debug)]
pub(crate) struct PeerHandles(Mutex<(KillHandle, TreeProbe)>);

impl PeerHandles {
    pub(crate) fn of(peer: &dyn Peer) -> Self {
        Self(Mutex::new((peer.kill_handle(), peer.tree_probe())))
    }

    /// Refers to another peer from now on.
    pub(crate) fn replace(&self, peer: &dyn Peer) {
        *self.lock() = (peer.kill_handle(), peer.tree_probe());
    }

    /// Ends the peer. Does not wait for its exit.
    pub(crate) fn end(&self) {
        let kill = self.lock().0.clone();
        kill.end();
    }

    pub(crate) fn probe(&self) -> TreeProbe {
        self.lock().1.clone()
    }

    fn lock(&self) -> MutexGuard<'_, (KillHandle, TreeProbe)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
