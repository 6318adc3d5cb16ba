//! In-memory pair: it behaves like a process.

use std::time::Duration;

use claude_transport::memory::{self, MemoryHost};
use claude_transport::{Connector, Launch, Parts, Read, Signal, Transport, TransportError};
use tokio::io::AsyncWriteExt;
use tokio_test::{assert_pending, assert_ready, task};

use crate::support::{all_lines, exit, read, some_lines};

fn parts(memory: MemoryHost) -> Parts {
    Box::new(memory).split()
}

#[tokio::test]
async fn lines_travel_both_ways() {
    let (near, mut far) = memory::pair();
    let Parts { mut reader, mut writer, peer: _peer } = parts(near);
    writer.write_all(b"ping\r\n\n  spaced  \n").await.unwrap();
    assert_eq!(far.next_line().await.as_deref(), Some("ping"));
    assert_eq!(far.next_line().await.as_deref(), Some("  spaced  "));
    far.send("pong").await;
    far.send_bytes(b"to").await;
    far.send_bytes(b"rn\n").await;
    drop(far);
    assert_eq!(all_lines(&mut *reader).await, ["pong", "torn"]);
}

#[tokio::test]
async fn a_dropped_writer_ends_only_the_input() {
    let (near, mut far) = memory::pair();
    let Parts { mut reader, writer, peer: _peer } = parts(near);
    drop(writer);
    assert_eq!(far.next_line().await, None);
    far.send("still here").await;
    assert_eq!(some_lines(&mut *reader).await, ["still here"]);
}

#[tokio::test]
async fn an_exit_ends_the_stream_after_the_last_line() {
    let (near, mut far) = memory::pair();
    let Parts { mut reader, mut writer, mut peer } = parts(near);
    far.send("last").await;
    far.write_stderr("warning\n");
    assert_eq!(peer.stderr_tail(), "warning\n");
    far.exit(3, "boom\n");
    let end = exit(&mut *peer).await;
    assert_eq!((end.code, end.signal, &*end.stderr), (Some(3), None, "warning\nboom\n"));
    assert_eq!(exit(&mut *peer).await, end, "the end can be asked for again");
    assert_eq!(all_lines(&mut *reader).await, ["last"]);
    assert!(writer.write_all(b"x\n").await.is_err(), "nobody reads any more");
}

#[tokio::test]
async fn signals_are_reported_and_a_kill_cannot_be_ignored() {
    let (near, mut far) = memory::pair();
    let Parts { mut reader, writer: _writer, mut peer } = parts(near);
    peer.signal(Signal::Terminate);
    assert_eq!(far.next_signal().await, Some(Signal::Terminate));
    assert_pending!(task::spawn(exit(&mut *peer)).poll());

    let mut reading = task::spawn(read(&mut *reader));
    assert_pending!(reading.poll());
    peer.signal(Signal::Kill);
    assert!(reading.is_woken());
    assert_eq!(assert_ready!(reading.poll()).unwrap(), None);
    assert_eq!(exit(&mut *peer).await.signal, Some(9));

    peer.signal(Signal::Terminate);
    assert_eq!(far.signals(), [Signal::Terminate, Signal::Kill], "the dead get no signals");
    assert_eq!(far.next_signal().await, Some(Signal::Kill));
    drop(peer);
    assert_eq!(far.next_signal().await, None);
}

#[tokio::test]
async fn each_end_notices_that_the_other_is_dropped() {
    let (near, mut far) = memory::pair();
    drop(near);
    assert_eq!(far.next_signal().await, Some(Signal::Terminate));
    assert_eq!(far.next_line().await, None);
    far.send("nobody listens").await;

    let (near, far) = memory::pair();
    let Parts { mut reader, writer: _writer, mut peer } = parts(near);
    drop(far);
    assert_eq!(exit(&mut *peer).await.to_string(), "signal 9 (SIGKILL)");
    assert_eq!(read(&mut *reader).await.unwrap(), None);
}

#[tokio::test]
async fn a_full_pipe_blocks_the_sender() {
    let (near, mut far) = memory::pair_with_capacity(8);
    let Parts { mut reader, writer: _writer, peer: _peer } = parts(near);
    let mut sending = task::spawn(far.send("longer than eight"));
    assert_pending!(sending.poll());
    let mut frames = Vec::new();
    let mut reading = task::spawn(std::future::poll_fn(|cx| reader.poll_read(cx, &mut frames)));
    assert!(matches!(assert_ready!(reading.poll()), Ok(Read::Some(8))));
    assert!(sending.is_woken());
}

#[tokio::test]
async fn next_line_can_be_dropped_and_called_again() {
    let (near, mut far) = memory::pair();
    let Parts { mut writer, reader: _reader, peer: _peer } = parts(near);
    writer.write_all(b"one\ntw").await.unwrap();
    assert_eq!(far.next_line().await.as_deref(), Some("one"));
    assert_pending!(task::spawn(far.next_line()).poll());
    writer.write_all(b"o\n").await.unwrap();
    assert_eq!(far.next_line().await.as_deref(), Some("two"));
}

#[tokio::test(start_paused = true)]
async fn the_pair_works_with_paused_time() {
    let (near, mut far) = memory::pair();
    let Parts { mut reader, writer: _writer, peer: _peer } = parts(near);
    let answer = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(3600)).await;
        far.send("an hour later").await;
        far
    });
    assert_eq!(some_lines(&mut *reader).await, ["an hour later"]);
    drop(answer.await.unwrap());
}

#[test]
fn a_closure_is_a_connector() {
    let connector: Box<dyn Connector> =
        Box::new(|_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
            Ok(Box::new(memory::pair().0))
        });
    assert!(connector.connect(&Launch::new("unused")).is_ok());
    assert!(connector.connect(&Launch::new("unused")).is_ok(), "a factory connects again");
}

#[tokio::test(start_paused = true)]
async fn the_parts_of_a_peer_that_ignores_eof_are_shut_down_in_steps() {
    let (near, mut far) = memory::pair();
    let parts = parts(near);
    let begin = tokio::time::Instant::now();
    let peer = tokio::spawn(async move {
        let mut signals = vec![];
        while let Some(signal) = far.next_signal().await {
            signals.push((signal, begin.elapsed().as_secs()));
            // A peer that still writes must not block the end.
            far.send("still here").await;
            if signal == Signal::Kill {
                break;
            }
        }
        signals
    });
    let exit = parts.shutdown(claude_transport::ShutdownGrace::default()).await;
    assert!(!exit.is_success());
    assert_eq!(peer.await.unwrap(), [(Signal::Terminate, 7), (Signal::Kill, 9)]);
}

#[tokio::test]
async fn frames_are_read_by_an_async_method_to_the_end() {
    use claude_transport::{Frame, ReadLinesExt};

    let (near, mut far) = memory::pair();
    let Parts { mut reader, writer: _writer, peer: _peer } = parts(near);
    // Dropping the future loses nothing.
    let early = tokio::time::timeout(Duration::ZERO, reader.next_frames()).await;
    assert!(early.is_err());
    far.send_bytes(b"one\ntw").await;
    far.send_bytes(b"o\nthree").await;
    drop(far);
    let mut lines = Vec::new();
    while let Some(frames) = reader.next_frames().await.unwrap() {
        assert!(!frames.is_empty());
        for frame in frames {
            let Frame::Line(line) = frame else { panic!("{frame:?}") };
            lines.push(String::from_utf8(line.as_bytes().to_vec()).unwrap());
        }
    }
    assert_eq!(lines, ["one", "two", "three"]);
    assert!(reader.next_frames().await.unwrap().is_none(), "it stays at its end");
}
