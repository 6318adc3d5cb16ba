//! Lines in, lines out: how bytes travel between a host and its peer.
//!
//! This crate cuts a byte stream into [`Line`]s ([`LineCodec`], [`LineReader`]), says what a connection to a
//! peer is made of ([`Transport`], [`Parts`]), and runs the usual peer: a child process that talks over stdin
//! and stdout and never outlives its owner (`Process`, `Spawner`). [`memory`] is a peer without a process, for
//! tests.
//!
//! It never looks inside a line: what the bytes mean is the business of the layer above. It has no options of
//! any particular program and finds no executable; it starts exactly what a [`Launch`] names.
//!
//! `Process` and `Spawner` exist on Unix with the feature `process` (on by default). Elsewhere the rest of the
//! crate works with transports of your own.
//!
//! # Examples
//!
//! ```
//! use std::future::poll_fn;
//!
//! use claude_transport::{Frame, Parts, Transport, memory};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! let (near, mut far) = memory::pair();
//! let Parts { mut reader, writer: _writer, peer: _peer } = Box::new(near).split();
//!
//! far.send("hello").await;
//!
//! let mut frames = Vec::new();
//! poll_fn(|cx| reader.poll_read(cx, &mut frames)).await?;
//! assert!(matches!(&frames[..], [Frame::Line(line)] if line.as_bytes() == b"hello"));
//! # Ok(())
//! # }
//! ```
//!
//! Next: `lines/` (bytes to lines), `launch/` (what is started, and how it ends), `transport.rs` (the traits),
//! and `process/` (the child).

mod error;
mod lines;
mod launch;
mod transport;
pub mod memory;
#[cfg(feature = "mock")]
pub mod mock;
#[cfg(all(unix, feature = "process"))]
mod process;

pub use error::{LaunchErrorKind, TransportError};
pub use launch::{
    Environment, Exit, Launch, ShutdownGrace, ShutdownSequence, Signal, StderrOptions,
};
pub use lines::{Frame, Line, LineCodec, LineReader, Oversized, Read, ReadLines};
#[cfg(all(unix, feature = "process"))]
pub use process::{Process, Spawner};
pub use transport::{Connector, KillHandle, Parts, Peer, Transport};
