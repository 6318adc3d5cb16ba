//! Line transport: exchanges lines of bytes with a child process or another peer.
//!
//! - [`LineCodec`] and [`LineReader`] cut a byte stream into [`Line`]s.
//! - [`Transport`] and [`Parts`] define what a connection to a peer consists of.
//! - `Process` and `Spawner` run the usual peer: a child process that reads lines from stdin and writes lines to
//!   stdout. Dropping a `Process` ends the child.
//! - [`memory`] is a peer without a process, for tests.
//! - `cli` (feature `locate`) finds the Claude Code CLI on this machine.
//!
//! This crate does not interpret lines: the layer above does. Except in `cli`, it knows no particular program: it
//! starts the one that a [`Launch`] names.
//!
//! # Features
//!
//! - `process` (default): `Process` and `Spawner`, on Unix and Windows. Without it, the crate works with other transports.
//! - `locate`: the module `cli`, which searches for the CLI. It adds no dependency. With `process`, it can ask the user's
//!   login shell.
//! - `cli`: the manager in the module `cli`, which installs pinned versions of the CLI, and its program.
//! - `mock`: the module `mock`, with mocks of [`Peer`] and [`Connector`] for tests.
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
//! `process/` (the child), `cli/` (where the CLI is), and `orphans/` (the end of children whose program was killed).

#![cfg_attr(docsrs, feature(doc_cfg))]

mod error;
mod lines;
mod launch;
mod transport;
pub mod memory;
#[cfg(feature = "locate")]
#[cfg_attr(docsrs, doc(cfg(feature = "locate")))]
pub mod cli;
#[cfg(feature = "mock")]
#[cfg_attr(docsrs, doc(cfg(feature = "mock")))]
pub mod mock;
#[cfg(all(any(unix, windows), feature = "process"))]
mod orphans;
#[cfg(all(any(unix, windows), feature = "process"))]
mod process;

pub use error::{LaunchErrorKind, TransportError};
pub use launch::{
    Environment, Exit, Launch, LaunchFile, ProcessTree, ResourceLimit, ResourceLimits,
    ShutdownGrace, ShutdownSequence, Signal, StderrOptions,
};
pub use lines::{Frame, Line, LineCodec, LineReader, Oversized, Read, ReadLines, ReadLinesExt};
#[cfg(all(any(unix, windows), feature = "process"))]
#[cfg_attr(docsrs, doc(cfg(all(any(unix, windows), feature = "process"))))]
pub use orphans::{Swept, children, sweep};
#[cfg(all(any(unix, windows), feature = "process"))]
#[cfg_attr(docsrs, doc(cfg(all(any(unix, windows), feature = "process"))))]
pub use process::{Process, Spawner};
pub use transport::{Connector, KillHandle, Parts, Peer, Transport, TreeProbe};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(all(doctest, any(unix, windows), feature = "process"))]
#[doc = include_str!("../README.md")]
mod readme {}
