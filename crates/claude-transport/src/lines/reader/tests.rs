//! The reader over scripted streams.

use std::future::poll_fn;
use std::io::ErrorKind;
use std::pin::Pin;

use tokio::io::ReadBuf;
use tokio_test::io::Builder;
use tokio_test::{assert_pending, task};

use super::*;
use crate::lines::Line;

async fn read(reader: &mut impl ReadLines, into: &mut Vec<Frame>) -> io::Result<Read> {
    poll_fn(|cx| reader.poll_read(cx, into)).await
}

fn line(text: &str) -> Frame {
    Frame::Line(Line::new(text.to_owned()).unwrap())
}

#[tokio::test]
async fn lines_split_over_reads_come_whole() {
    let io = Builder::new().read(b"on").read(b"e\r\ntwo\nth").read(b"ree").build();
    let mut reader = LineReader::new(io, 100);
    let mut frames = Vec::new();
    assert_eq!(read(&mut reader, &mut frames).await.unwrap(), Read::Some(2));
    assert_eq!(frames, []);
    assert_eq!(read(&mut reader, &mut frames).await.unwrap(), Read::Some(9));
    assert_eq!(frames, [line("one"), line("two")]);
    assert_eq!(read(&mut reader, &mut frames).await.unwrap(), Read::Some(3));
    assert_eq!(read(&mut reader, &mut frames).await.unwrap(), Read::Eof);
    assert_eq!(frames, [line("one"), line("two"), line("three")]);
    assert_eq!(read(&mut reader, &mut frames).await.unwrap(), Read::Eof);
    assert_eq!(frames.len(), 3);
}

#[tokio::test]
async fn an_error_loses_nothing_that_came_before_or_comes_after() {
    let broken = io::Error::from(ErrorKind::ConnectionReset);
    let io = Builder::new().read(b"one\ntw").read_error(broken).read(b"o\n").build();
    let mut reader = LineReader::new(io, 100);
    let mut frames = Vec::new();
    read(&mut reader, &mut frames).await.unwrap();
    let error = read(&mut reader, &mut frames).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    read(&mut reader, &mut frames).await.unwrap();
    assert_eq!(frames, [line("one"), line("two")]);
}

#[tokio::test]
async fn a_dropped_read_loses_nothing() {
    let (io, mut script) = Builder::new().build_with_handle();
    let mut reader = LineReader::new(io, 100);
    let mut frames = Vec::new();
    assert_pending!(task::spawn(read(&mut reader, &mut frames)).poll());
    script.read(b"o");
    read(&mut reader, &mut frames).await.unwrap();
    assert_pending!(task::spawn(read(&mut reader, &mut frames)).poll());
    script.read(b"ne\n");
    read(&mut reader, &mut frames).await.unwrap();
    assert_eq!(frames, [line("one")]);
}

/// A stream without end: lines of a given length; notes the largest read that was asked for.
struct Flood {
    line: usize,
    position: usize,
    largest: usize,
}

impl AsyncRead for Flood {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let flood = &mut *self;
        flood.largest = flood.largest.max(buf.remaining());
        while buf.remaining() > 0 {
            let rest = flood.line - flood.position;
            let count = rest.min(buf.remaining());
            if count == 0 {
                buf.put_slice(b"\n");
                flood.position = 0;
            } else {
                buf.initialize_unfilled_to(count).fill(b'x');
                buf.advance(count);
                flood.position += count;
            }
        }
        Poll::Ready(Ok(()))
    }
}

async fn after_flood(line: usize, max_line: usize, bytes: usize) -> LineReader<Flood> {
    let mut reader = LineReader::new(Flood { line, position: 0, largest: 0 }, max_line);
    let mut read_so_far = 0;
    while read_so_far < bytes {
        let Read::Some(count) = read(&mut reader, &mut Vec::new()).await.unwrap() else {
            panic!("no end")
        };
        assert!((1..=BLOCK).contains(&count), "one block per poll, not {count}");
        read_so_far += count;
    }
    reader
}

#[tokio::test]
async fn reads_are_large_and_the_buffer_stays_small() {
    let reader = after_flood(300, 1000, 32 * 1024 * 1024).await;
    assert!(reader.io.largest >= LOW, "{}", reader.io.largest);
    assert!(reader.buffer.capacity() <= FIRST + BLOCK, "{}", reader.buffer.capacity());
}

#[tokio::test]
async fn a_huge_line_takes_its_memory_with_it() {
    const HUGE_LINE: usize = 8 * 1024 * 1024;
    let mut reader = LineReader::new(Flood { line: HUGE_LINE, position: 0, largest: 0 }, HUGE_LINE);
    let mut frames = Vec::new();
    while frames.is_empty() {
        read(&mut reader, &mut frames).await.unwrap();
    }
    assert!(matches!(&frames[..], [Frame::Line(line)] if line.len() == HUGE_LINE));
    assert!(reader.buffer.capacity() <= BLOCK, "{}", reader.buffer.capacity());
}

#[tokio::test]
async fn skipping_a_line_needs_no_room_for_it() {
    let reader = after_flood(usize::MAX, 4 * 1024 * 1024, 64 * 1024 * 1024).await;
    assert!(reader.buffer.capacity() <= FIRST + BLOCK, "{}", reader.buffer.capacity());
}
