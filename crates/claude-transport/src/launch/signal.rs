//! Signal: the two signals that end a peer.

/// A signal to a peer and to everything it has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the shutdown sequence has these two signals; others would not end a peer"
)]
pub enum Signal {
    /// Asks the peer to end (SIGTERM). The peer may clean up, or ignore it.
    Terminate,
    /// Ends the peer at once (SIGKILL). The peer cannot ignore it.
    Kill,
}
