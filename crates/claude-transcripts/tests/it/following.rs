//! Following a session file while it is written, replaced and deleted.

use std::fs::{File, rename};
use std::io::Write;

use claude_transcripts::{FollowItem, Follower, LineKind, Transcript};
use proptest::prelude::*;
use tempfile::TempDir;

fn text(item: &FollowItem) -> String {
    match item {
        FollowItem::Line { bytes, .. } => String::from_utf8_lossy(bytes).into_owned(),
        other => format!("{other:?}"),
    }
}

fn rest(follower: &mut Follower) -> Vec<String> {
    std::iter::from_fn(|| follower.next().unwrap()).map(|item| text(&item)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    // sessions SB-13, SB-20
    #[test]
    fn each_line_comes_once_in_order_however_it_is_written(
        pieces in prop::collection::vec(1..400_usize, 1..200),
    ) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("x.jsonl");
        let lines: Vec<String> = (0..300).map(|number| {
            let text = "x".repeat(number % 97);
            format!(r#"{{"type":"user","n":{number},"text":"{text}"}}"#)
        }).collect();
        let bytes = lines.iter().map(|line| format!("{line}\n")).collect::<String>().into_bytes();
        let mut follower = Transcript::at(&path).follow();
        prop_assert_eq!(follower.next().unwrap(), None);
        let (mut file, mut read, mut at) = (File::create(&path).unwrap(), Vec::new(), 0);
        for piece in pieces {
            let end = (at + piece).min(bytes.len());
            file.write_all(&bytes[at..end]).unwrap();
            at = end;
            read.extend(rest(&mut follower));
            prop_assert!(lines.starts_with(&read));
            // At most the last line is not whole yet.
            let whole = bytes[..at].iter().filter(|byte| **byte == b'\n').count();
            prop_assert!(read.len() >= whole);
        }
        file.write_all(&bytes[at..]).unwrap();
        read.extend(rest(&mut follower));
        prop_assert_eq!(read, lines);
    }
}

#[test]
fn a_file_that_is_replaced_shortened_or_deleted_is_reported() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.jsonl");
    let write = |lines: &str| std::fs::write(&path, lines).unwrap();
    write("{\"a\":1}\n{\"a\":2}\n");
    let mut follower = Transcript::at(&path).follow();
    assert_eq!(rest(&mut follower), [r#"{"a":1}"#, r#"{"a":2}"#]);
    assert_eq!(rest(&mut follower), [""; 0]);

    // A repair writes a new file, and renames it.
    let beside = folder.path().join("y");
    std::fs::write(&beside, "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n").unwrap();
    rename(&beside, &path).unwrap();
    assert_eq!(rest(&mut follower), ["Restarted", r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":3}"#]);

    File::options().write(true).open(&path).unwrap().set_len(8).unwrap();
    assert_eq!(rest(&mut follower), ["Restarted", r#"{"a":1}"#]);

    std::fs::remove_file(&path).unwrap();
    assert_eq!(rest(&mut follower), ["Gone"]);
    assert_eq!(rest(&mut follower), [""; 0]);
    write("{\"a\":5}\n");
    assert_eq!(rest(&mut follower), [r#"{"a":5}"#]);
}

#[test]
fn damaged_lines_are_items_and_a_torn_end_waits() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.jsonl");
    std::fs::write(&path, b"\0\0\0\nnot JSON\n\n{\"a\":1}\n{\"a\":").unwrap();
    let mut follower = Transcript::at(&path).follow();
    let kinds: Vec<_> = std::iter::from_fn(|| follower.next().unwrap())
        .map(|item| match item {
            FollowItem::Line { kind, .. } => kind,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(kinds, [LineKind::Zeros, LineKind::Other, LineKind::Object]);
    // The next CLI ends the torn line before it writes its own.
    let mut file = File::options().append(true).open(&path).unwrap();
    file.write_all(b"\n{\"a\":2}\n").unwrap();
    assert_eq!(rest(&mut follower), [r#"{"a":"#, r#"{"a":2}"#]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_in_the_place_of_the_file_is_not_opened() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};

    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.jsonl");
    mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    assert_eq!(Transcript::at(&path).follow().next().unwrap(), None);
}
