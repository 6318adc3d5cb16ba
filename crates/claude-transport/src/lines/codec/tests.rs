//! The codec against a splitter that sees the whole input at once.

use proptest::prelude::*;

use super::*;

const LIMIT: usize = 300;

/// Splits the whole input: the reference, simple enough to be seen right.
fn reference(input: &[u8], limit: usize) -> Vec<Frame> {
    input
        .split(|&byte| byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line))
        .filter(|line| !line.is_empty())
        .map(|line| {
            if line.len() > limit {
                Frame::Oversized(Oversized::new(line.len() as u64, line))
            } else {
                Frame::Line(Line::new(line.to_vec()).unwrap())
            }
        })
        .collect()
}

/// Feeds the chunks to one codec, as a reader does.
fn decoded<'a>(codec: &mut LineCodec, chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Frame> {
    let mut buffer = BytesMut::new();
    let mut frames = Vec::new();
    for chunk in chunks {
        buffer.extend_from_slice(chunk);
        while let Some(frame) = codec.decode(&mut buffer).unwrap() {
            frames.push(frame);
        }
    }
    while let Some(frame) = codec.decode_eof(&mut buffer).unwrap() {
        frames.push(frame);
    }
    assert!(buffer.is_empty(), "nothing is left behind");
    frames
}

/// Cuts `input` behind each byte whose bit is set in `cuts`.
fn cut(input: &[u8], cuts: u32) -> Vec<&[u8]> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for end in 1..input.len() {
        if cuts & (1 << (end - 1)) != 0 {
            chunks.push(&input[start..end]);
            start = end;
        }
    }
    chunks.push(&input[start..]);
    chunks
}

#[test]
fn every_chunking_of_short_inputs_gives_the_same_frames() {
    let inputs = [
        "a\r\n\r\n\nbc\r\n",
        "é\n \t \n\r\r\nx\r",
        "abcd\nabcde\nab\r",
        "abcd\r\nabcde\r\n",
        "abcdefghij\rk\nz",
        "\r\n\r\nabcdefgh\r\r\n",
    ];
    for input in inputs.map(str::as_bytes) {
        let expected = reference(input, 4);
        for cuts in 0..1 << (input.len() - 1) {
            let frames = decoded(&mut LineCodec::new(4), cut(input, cuts));
            assert_eq!(frames, expected, "{:?} cut by {cuts:b}", String::from_utf8_lossy(input));
        }
    }
}

/// Pieces that meet the limit, the head and the terminators in all ways.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => "[a-zé漢🦀 \t]{0,12}".prop_map(String::into_bytes),
        3 => Just(b"\n".to_vec()),
        2 => Just(b"\r\n".to_vec()),
        1 => Just(b"\r".to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
        1 => (LIMIT - 3..LIMIT + 4).prop_map(|length| vec![b'x'; length]),
        1 => (1..4 * LIMIT).prop_map(|length| vec![b'y'; length]),
    ]
}

proptest! {
    #[test]
    fn any_chunking_of_any_input_gives_the_reference(
        pieces in prop::collection::vec(piece(), 0..24),
        sizes in prop::collection::vec(prop_oneof![1..4_usize, 1..600_usize], 1..64),
    ) {
        let input = pieces.concat();
        let mut rest = &input[..];
        let mut chunks = Vec::new();
        for size in sizes.iter().cycle() {
            if rest.is_empty() { break; }
            let (chunk, behind) = rest.split_at((*size).min(rest.len()));
            chunks.push(chunk);
            rest = behind;
        }
        prop_assert_eq!(decoded(&mut LineCodec::new(LIMIT), chunks), reference(&input, LIMIT));
    }

    #[test]
    fn what_is_encoded_is_decoded(lines in prop::collection::vec("[^\r\n]{1,40}", 0..8)) {
        let mut codec = LineCodec::default();
        let mut bytes = BytesMut::new();
        for line in &lines {
            codec.encode(line.as_bytes(), &mut bytes).unwrap();
        }
        let expected: Vec<_> =
            lines.iter().map(|line| Frame::Line(Line::new(line.clone().into_bytes()).unwrap())).collect();
        prop_assert_eq!(decoded(&mut codec, [&bytes[..]]), expected);
    }
}

#[test]
fn a_byte_is_searched_once() {
    const LINE: usize = 4 * 1024 * 1024;
    let mut codec = LineCodec::default();
    let chunk = [b'x'; 1024];
    let chunks = std::iter::repeat_n(&chunk[..], LINE / chunk.len()).chain([&b"\nnext\n"[..]]);
    let frames = decoded(&mut codec, chunks);
    assert_eq!(frames.len(), 2);
    assert_eq!(codec.searched, LINE as u64 + 6);
}

#[test]
fn skipping_keeps_no_bytes_but_the_head() {
    let mut codec = LineCodec::new(1000);
    let mut buffer = BytesMut::new();
    let chunk = [b'x'; 4096];
    for _ in 0..1024 {
        buffer.extend_from_slice(&chunk);
        assert_eq!(codec.decode(&mut buffer).unwrap(), None);
        assert!(buffer.is_empty());
        assert!(codec.skip.as_ref().unwrap().head.capacity() <= 2 * HEAD);
    }
    assert!(buffer.capacity() <= 4 * chunk.len(), "{}", buffer.capacity());
    buffer.extend_from_slice(b"\nnext\n");
    let Some(Frame::Oversized(oversized)) = codec.decode(&mut buffer).unwrap() else {
        panic!("one report")
    };
    assert_eq!(oversized.length, 4096 * 1024);
    assert_eq!(&*oversized.head, &[b'x'; HEAD]);
    assert_eq!(codec.decode(&mut buffer).unwrap(), Some(Frame::Line(Line::new("next").unwrap())));
}

#[test]
fn a_line_is_a_slice_of_the_buffer() {
    let mut buffer = BytesMut::from(&b"hello\n"[..]);
    let address = buffer.as_ptr();
    let Some(Frame::Line(line)) = LineCodec::default().decode(&mut buffer).unwrap() else {
        panic!("a line")
    };
    assert_eq!(line.as_bytes().as_ptr(), address);
    assert_ne!(line.detach().as_bytes().as_ptr(), address);
    assert_eq!(line.detach(), line);
}

#[test]
fn a_line_with_a_line_feed_is_refused() {
    let mut bytes = BytesMut::new();
    let error = LineCodec::default().encode(b"one\ntwo", &mut bytes).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert!(bytes.is_empty());
    assert_eq!(Line::new("one\ntwo"), None);
    assert_eq!(Line::new(""), None);
}

#[test]
fn debug_never_shows_the_bytes() {
    let frames = reference(b"secret\nsecret-and-too-long", 10);
    assert_eq!(format!("{frames:?}"), "[Line(Line(6 bytes)), Oversized(Oversized(19 bytes))]");
}
