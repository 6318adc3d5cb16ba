//! Line source: the trait through which a connection delivers its lines.

use std::io;
use std::task::{Context, Poll};

use super::line::Frame;

/// Reads lines from a peer.
pub trait ReadLines: Send {
    /// Reads at most one block (256 KiB) and appends the frames that it completes to `into`.
    ///
    /// [`Read::Some`] may complete no frame. With [`Read::Eof`] the frames of a last, unterminated line are
    /// appended; every later call returns [`Read::Eof`] again and appends nothing.
    ///
    /// # Errors
    ///
    /// Returns the error of the stream below. Lines that were complete before it have been delivered.
    ///
    /// # Cancel safety
    ///
    /// Nothing is lost between polls: bytes of an unfinished line stay in the reader.
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>>;
}

/// How one read went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a read yields bytes or the end; there is no third case"
)]
pub enum Read {
    /// This many bytes came in; they may hold any number of lines, also none.
    Some(usize),
    /// The peer has closed its side; no line comes any more.
    Eof,
}
