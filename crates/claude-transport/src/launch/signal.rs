//! Signal: the two signals that end a peer.

/// A signal to a peer and to everything it has started.
///
/// # Examples
///
/// ```
/// use claude_transport::{Parts, Signal, Transport, memory};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let (near, mut far) = memory::pair();
/// let Parts { reader: _reader, writer: _writer, mut peer } = Box::new(near).split();
/// peer.signal(Signal::Terminate);
/// assert_eq!(far.next_signal().await, Some(Signal::Terminate));
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "the shutdown sequence has these two signals; others would not end a peer"
)]
pub enum Signal {
    /// Asks the peer to end (SIGTERM). The peer may clean up, or ignore it.
    ///
    /// A child on Windows is not signalled: the end of its stdin asks it to end.
    Terminate,
    /// Ends the peer at once (SIGKILL; on Windows, the termination of its job, with exit code 1). The peer cannot
    /// ignore it.
    Kill,
}
