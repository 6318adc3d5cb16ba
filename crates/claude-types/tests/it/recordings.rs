//! Recordings: every recorded line of the real CLI decodes and encodes to equal JSON. Types are
//! checked in `untyped_parts`.

use claude_types::{Message, frame_type};
use serde_json::Value;

use crate::corpus::{equal, frames, lines, round};

#[test]
fn every_recorded_line_comes_back_equal() {
    for (name, line) in frames() {
        let before: Value = serde_json::from_str(&line).unwrap();
        let after = round(&line);
        assert!(equal(&before, &after), "{name}\n{before}\n{after}");
    }
}

#[test]
fn the_type_is_found_at_any_position() {
    let frames = frames();
    let last = frames.iter().filter(|(_, line)| !line.starts_with("{\"type\":")).count();
    assert!(last > 100, "the results with a late type are missing");
    for (_, line) in frames {
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(frame_type(line.as_bytes()).unwrap(), value["type"].as_str().unwrap());
    }
}

#[test]
fn plain_text_is_noise_and_kept() {
    let text: Vec<_> =
        lines().into_iter().filter(|(_, line)| frame_type(line.as_bytes()).is_none()).collect();
    assert!(!text.is_empty());
    for (_, line) in text {
        let Message::Noise(noise) = Message::decode(line.as_bytes()) else { panic!("{line}") };
        assert_eq!(&*noise.text, line);
    }
}
