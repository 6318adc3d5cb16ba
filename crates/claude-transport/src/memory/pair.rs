//! Pair: connects the two ends of a memory pair.

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::sync::watch;

use super::cli::MemoryCli;
use super::host::{MemoryHost, MemoryPeer};
use super::shared::Shared;
use crate::lines::{LineCodec, LineReader};

/// Creates a connected pair: the near end for the host, and the far end that plays the peer.
///
/// Each pipe holds 64 KiB.
#[must_use]
pub fn pair() -> (MemoryHost, MemoryCli) {
    pair_with_capacity(64 * 1024)
}

/// Creates a connected pair whose pipes hold `bytes` each, so that a test can fill them.
///
/// # Panics
///
/// Panics if `bytes` is zero, because no byte could pass.
#[must_use]
pub fn pair_with_capacity(bytes: usize) -> (MemoryHost, MemoryCli) {
    assert!(bytes > 0, "a pipe holds at least one byte");
    let (near_stdin, far_stdin) = tokio::io::duplex(bytes);
    let (far_stdout, near_stdout) = tokio::io::duplex(bytes);
    let (signals, received) = watch::channel(Vec::new());
    let shared = Arc::new(Shared::default());
    let host = MemoryHost {
        stdin: near_stdin,
        stdout: near_stdout,
        peer: MemoryPeer { shared: Arc::clone(&shared), signals },
    };
    let cli = MemoryCli {
        stdin: Some(LineReader::new(far_stdin, LineCodec::DEFAULT_MAX_LINE)),
        lines: VecDeque::new(),
        stdout: Some(far_stdout),
        signals: received,
        seen: 0,
        shared,
    };
    (host, cli)
}
