//! Damaged files: every line that is intact is read, wherever and next to whatever it is.

use std::io::Read;

use claude_transcripts::{LineKind, Lines};
use proptest::prelude::*;

/// Returns the JSON objects of a file with their places, and the kinds of its lines.
fn read(file: impl Read) -> (Vec<(u64, String)>, Vec<LineKind>) {
    let (mut objects, mut kinds) = (Vec::new(), Vec::new());
    let mut lines = Lines::new(file);
    while let Some(line) = lines.next().unwrap() {
        kinds.push(line.kind);
        let found = line.objects().map(|(place, object)| {
            assert_eq!(place.length, object.len() as u64);
            (place.offset, String::from_utf8(object.to_vec()).unwrap())
        });
        objects.extend(found);
    }
    (objects, kinds)
}

/// Returns a few bytes at a time.
struct Slow<'f> {
    rest: &'f [u8],
    step: usize,
}

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let length = self.step.min(self.rest.len()).min(buffer.len());
        buffer[..length].copy_from_slice(&self.rest[..length]);
        self.rest = &self.rest[length..];
        Ok(length)
    }
}

/// What is written between two lines instead of a line feed, and what it makes of the lines.
#[derive(Clone, Debug)]
enum Between {
    Feed,
    Return,
    Nothing,
    Garbage,
    Zeros,
    TornLine,
    EmptyLines,
}

fn between() -> impl Strategy<Value = Between> {
    use Between::*;
    prop_oneof![
        5 => Just(Feed), 1 => Just(Return), 1 => Just(Nothing), 1 => Just(Garbage),
        1 => Just(Zeros), 1 => Just(TornLine), 1 => Just(EmptyLines),
    ]
}

proptest! {
    #[test]
    fn each_intact_line_is_found_at_its_place(
        parts in prop::collection::vec((0_usize..300, between()), 0..40),
        step in 1_usize..4000,
        ends in any::<bool>(),
    ) {
        let (mut file, mut expected) = (Vec::new(), Vec::new());
        for (number, (length, between)) in parts.iter().enumerate() {
            let line = format!(r#"{{"type":"user","n":{number},"text":"{}"}}"#, "é\\n".repeat(*length));
            expected.push((file.len() as u64, line.clone()));
            file.extend(line.as_bytes());
            file.extend::<&[u8]>(match between {
                Between::Feed => b"\n",
                Between::Return => b"\r\n",
                Between::Nothing => b"",
                Between::Garbage => b"\nno json\n",
                Between::Zeros => b"\n\0\0\0\0",
                Between::TornLine => b"\n{\"type\":\"us\n",
                Between::EmptyLines => b"\n\n\r\n\n",
            });
        }
        if ends && !file.ends_with(b"\n") {
            file.push(b'\n');
        }
        let (objects, _) = read(Slow { rest: &file, step });
        prop_assert_eq!(objects, expected);
    }

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..2000), step in 1_usize..100) {
        let mut lines = Lines::new(Slow { rest: &bytes, step });
        let mut end = 0;
        while let Some(line) = lines.next().unwrap() {
            prop_assert!(line.place.offset >= end);
            end = line.place.offset + line.place.length;
            let place = usize::try_from(line.place.offset).unwrap()..usize::try_from(end).unwrap();
            if !line.bytes.is_empty() {
                prop_assert_eq!(line.bytes, &bytes[place]);
            }
            let _ = line.decode();
        }
    }
}

#[test]
fn the_end_of_a_file_is_torn_until_it_is_whole() {
    let kinds = |file: &str| read(file.as_bytes()).1;
    assert_eq!(kinds("{\"a\":1}\n{\"b\""), [LineKind::Object, LineKind::Torn]);
    assert_eq!(kinds("{\"a\":{}"), [LineKind::Torn]);
    assert_eq!(kinds("{\"a\":1}\n{\"b\":2}"), [LineKind::Object, LineKind::Object]);
    assert_eq!(kinds(""), []);
}

#[test]
fn a_line_over_the_ceiling_is_skipped_and_the_next_one_is_read() {
    let long = std::io::repeat(b'x').take((64 << 20) + 1000);
    let file = (&b"{\"type\":\"a\"}\n"[..]).chain(long).chain(&b"\n{\"type\":\"b\"}\n"[..]);
    let (objects, kinds) = read(file);
    assert_eq!(kinds, [LineKind::Object, LineKind::TooLong, LineKind::Object]);
    assert_eq!(objects[1], (13 + (64 << 20) + 1000 + 1, "{\"type\":\"b\"}".into()));
}

#[test]
fn an_error_of_the_source_is_returned_and_an_interruption_is_not() {
    struct Failing(u8);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            self.0 += 1;
            match self.0 {
                1 => Err(std::io::ErrorKind::Interrupted.into()),
                2 => {
                    buffer[..8].copy_from_slice(b"{\"a\":1}\n");
                    Ok(8)
                }
                _ => Err(std::io::Error::other("gone")),
            }
        }
    }
    let mut lines = Lines::new(Failing(0));
    assert_eq!(lines.next().unwrap().unwrap().bytes, b"{\"a\":1}");
    assert_eq!(lines.next().unwrap_err().to_string(), "gone");
}
