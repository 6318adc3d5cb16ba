//! Mocks: [`MockPeer`] and [`MockConnector`] stand in for [`Peer`] and [`Connector`] in a test.
//!
//! They are built with [mockall]. Set an expectation for each method that the code under test calls; a call
//! without an expectation panics. That includes [`Peer::place`], [`Peer::kill_handle`] and [`Peer::tree_probe`], which
//! have a default in the trait but none in the mock. The lines of a mocked connection come from a [memory pair](crate::memory).
//!
//! # Examples
//!
//! A transport whose lines come from a memory pair, and whose peer is a mock that expects one signal:
//!
//! ```
//! use std::future::poll_fn;
//! use std::task::Poll;
//!
//! use claude_transport::memory::{self, MemoryHost};
//! use claude_transport::mock::{MockConnector, MockPeer};
//! use claude_transport::{Connector, Exit, Launch, Parts, Signal, Transport};
//!
//! struct Mocked {
//!     lines: MemoryHost,
//!     peer: MockPeer,
//! }
//!
//! impl Transport for Mocked {
//!     fn split(self: Box<Self>) -> Parts {
//!         let lines = Box::new(self.lines).split();
//!         Parts { peer: Box::new(self.peer), ..lines }
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let mut connector = MockConnector::new();
//! connector.expect_connect().once().returning(|launch| {
//!     assert_eq!(launch.program.to_str(), Some("claude"));
//!     let (lines, mut cli) = memory::pair();
//!     tokio::spawn(async move { cli.send("hello").await });
//!     let mut peer = MockPeer::new();
//!     peer.expect_signal().withf(|signal| *signal == Signal::Terminate).once().return_const(());
//!     peer.expect_poll_exit().returning(|_| Poll::Ready(Exit::new(Some(0), None, "")));
//!     Ok(Box::new(Mocked { lines, peer }))
//! });
//!
//! let transport = connector.connect(&Launch::new("claude")).unwrap();
//! let Parts { mut reader, writer: _writer, mut peer } = transport.split();
//! let mut frames = Vec::new();
//! poll_fn(|cx| reader.poll_read(cx, &mut frames)).await.unwrap();
//! assert_eq!(frames.len(), 1);
//! peer.signal(Signal::Terminate);
//! assert!(poll_fn(|cx| peer.poll_exit(cx)).await.is_success());
//! # }
//! ```
//!
//! [mockall]: https://docs.rs/mockall

use std::sync::Arc;
use std::task::{Context, Poll};

use crate::error::TransportError;
use crate::launch::{Exit, Launch, Signal};
use crate::transport::{Connector, KillHandle, Peer, Transport, TreeProbe};

mockall::mock! {
    /// A mock of [`Peer`].
    pub Peer {}

    impl Peer for Peer {
        fn poll_exit<'a>(&mut self, cx: &mut Context<'a>) -> Poll<Exit>;
        fn signal(&mut self, signal: Signal);
        fn stderr_tail(&self) -> String;
        fn id(&self) -> Option<u32>;
        fn place(&self) -> Option<Arc<str>>;
        fn kill_handle(&self) -> KillHandle;
        fn tree_probe(&self) -> TreeProbe;
    }
}

mockall::mock! {
    /// A mock of [`Connector`].
    pub Connector {}

    impl Connector for Connector {
        fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError>;
    }
}
