//! Line target: any bytes in any chunks, compared with a splitter that sees all bytes at once.
//!
//! The first byte is the length limit, the second the seed of the chunks.
#![no_main]

use bytes::BytesMut;
use claude_transport::{Frame, Line, LineCodec, Oversized};
use libfuzzer_sys::fuzz_target;
use tokio_util::codec::Decoder;

fuzz_target!(|data: &[u8]| {
    let [limit, seed, input @ ..] = data else { return };
    let limit = usize::from(*limit);
    assert_eq!(decoded(input, limit, *seed), reference(input, limit));
});

/// The frames of the codec, which gets the input in chunks.
fn decoded(mut input: &[u8], limit: usize, seed: u8) -> Vec<Frame> {
    let mut codec = LineCodec::new(limit);
    let mut buffer = BytesMut::new();
    let mut frames = Vec::new();
    let mut size = usize::from(seed);
    while !input.is_empty() {
        // Any sequence of sizes works: short and long ones, the same for the same seed.
        size = (size * 75 + 74) % 257;
        let (chunk, rest) = input.split_at((size % 40 + 1).min(input.len()));
        input = rest;
        buffer.extend_from_slice(chunk);
        while let Some(frame) = codec.decode(&mut buffer).expect("no error") {
            frames.push(frame);
        }
    }
    while let Some(frame) = codec.decode_eof(&mut buffer).expect("no error") {
        frames.push(frame);
    }
    assert!(buffer.is_empty(), "bytes were left behind");
    frames
}

fn reference(input: &[u8], limit: usize) -> Vec<Frame> {
    input
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty())
        .map(|line| match line.len() {
            length if length > limit => Frame::Oversized(Oversized::new(length as u64, line)),
            _ => Frame::Line(Line::new(line.to_vec()).expect("no line feed")),
        })
        .collect()
}
