//! Transport calls for the tests: reads and writes through the parts of a transport.

use std::future::poll_fn;
use std::io;

use claude_transport::{Exit, Frame, Peer, Read, ReadLines};

/// Reads once. Returns the lines that arrived, or `None` at the end.
pub(crate) async fn read(
    reader: &mut (impl ReadLines + ?Sized),
) -> io::Result<Option<Vec<String>>> {
    let mut frames = Vec::new();
    let read = poll_fn(|cx| reader.poll_read(cx, &mut frames)).await?;
    let lines: Vec<_> = frames.into_iter().map(text).collect();
    Ok((read != Read::Eof || !lines.is_empty()).then_some(lines))
}

/// Reads until at least one line has arrived. Panics at the end of the stream.
pub(crate) async fn some_lines(reader: &mut (impl ReadLines + ?Sized)) -> Vec<String> {
    loop {
        let lines = read(reader).await.unwrap().expect("the stream goes on");
        if !lines.is_empty() {
            return lines;
        }
    }
}

/// Reads every line to the end.
pub(crate) async fn all_lines(reader: &mut (impl ReadLines + ?Sized)) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(lines) = read(reader).await.unwrap() {
        all.extend(lines);
    }
    all
}

/// Waits for the exit of the peer.
pub(crate) async fn exit(peer: &mut (impl Peer + ?Sized)) -> Exit {
    poll_fn(|cx| peer.poll_exit(cx)).await
}

fn text(frame: Frame) -> String {
    match frame {
        Frame::Line(line) => String::from_utf8(line.as_bytes().to_vec()).unwrap(),
        Frame::Oversized(oversized) => format!("<oversized {}>", oversized.length),
        other => panic!("an unknown frame: {other:?}"),
    }
}
