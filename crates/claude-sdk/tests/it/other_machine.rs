//! Other machine: a CLI that a connector starts there, and whose connection is lost.

use std::io;
use std::sync::Arc;
use std::task::{Context, Poll};

use claude_sdk::transport::{
    Exit, Frame, Launch, Parts, Peer, Read, ReadLines, Signal, Transport, TransportError, memory,
};
use claude_sdk::{Client, Error, ErrorKind, Options, query};
use serde_json::json;

use crate::cli::Cli;
use crate::stage::everywhere;

/// A line of the simulated CLI at which the connection is lost.
const LOST: &str = "the cable is pulled";

/// A connection to a CLI on another machine.
struct Remote(memory::MemoryHost);

impl Transport for Remote {
    fn split(self: Box<Self>) -> Parts {
        let Parts { reader, writer, peer } = Box::new(self.0).split();
        Parts { reader: Box::new(Reader(reader)), writer, peer: Box::new(There(peer)) }
    }
}

struct Reader(Box<dyn ReadLines>);

impl ReadLines for Reader {
    fn poll_read(&mut self, cx: &mut Context<'_>, into: &mut Vec<Frame>) -> Poll<io::Result<Read>> {
        let read = self.0.poll_read(cx, into);
        let is_lost = |frame: &Frame| matches!(frame, Frame::Line(line) if line.as_bytes() == LOST.as_bytes());
        match into.iter().any(is_lost) {
            true => Poll::Ready(Err(TransportError::Lost { resumable: true }.into())),
            false => read,
        }
    }
}

struct There(Box<dyn Peer>);

impl Peer for There {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.0.poll_exit(cx)
    }

    fn signal(&mut self, signal: Signal) {
        self.0.signal(signal);
    }

    fn stderr_tail(&self) -> String {
        self.0.stderr_tail()
    }

    fn id(&self) -> Option<u32> {
        None
    }

    fn place(&self) -> Option<Arc<str>> {
        Some("host build-7".into())
    }
}

/// Options whose CLI runs elsewhere.
fn remote<F: Future<Output = ()> + Send + 'static>(
    script: impl Fn(Cli) -> F + Send + Sync + 'static,
) -> Options {
    Options::default().connector(move |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        let (near, far) = memory::pair();
        tokio::spawn(script(Cli::new(far)));
        Ok(Box::new(Remote(near)))
    })
}

#[test]
fn a_lost_connection_names_the_place_and_whether_to_resume() {
    everywhere(async || {
        let options = remote(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.text(LOST).await;
            while cli.line().await.is_some() {}
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let error = turn.text().await.unwrap_err();
        let text = "the connection to the CLI on host build-7 was lost, and the CLI has ended";
        assert_eq!(error.to_string(), text);
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Network, true));
        assert!(error.hint().contains("Options::resume"), "{}", error.hint());
        let facts = &serde_json::to_value(&error).unwrap()["facts"];
        assert_eq!(facts, &json!({ "place": "host build-7", "resumable": true }));
        let Error::Disconnected { resumable: true, .. } = client.send("y").await.unwrap_err()
        else {
            panic!("the session is over for the same reason")
        };
    });
}

#[test]
fn an_exit_elsewhere_says_where() {
    everywhere(async || {
        let error = query("x", remote(async |mut cli: Cli| cli.exit(3, "boom"))).text().await;
        let shown = error.unwrap_err().to_string();
        assert!(shown.contains("exit code 3 on host build-7"), "{shown}");
    });
}

#[test]
fn a_connector_that_reaches_no_machine_says_so() {
    everywhere(async || {
        let options = Options::default().connector(
            |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
                Err(TransportError::Lost { resumable: false })
            },
        );
        let error = query("x", options).text().await.unwrap_err();
        let Error::Disconnected { place: None, resumable: false } = &error else {
            panic!("{error:?}")
        };
        assert!(error.hint().contains("fork"), "{}", error.hint());
    });
}
