//! Doctor of hostile files: whatever was done to a file, nothing panics, and a repair keeps every
//! intact line.

use std::collections::HashSet;

use claude_transcripts::{Finding, Lines, Repairs};
use proptest::prelude::*;
use serde_json::Value;

use crate::doctor_files::{check, healthy, write};
use crate::files::{Folder, assistant, call, result, text, user};

/// What is done to a file.
#[derive(Clone, Debug)]
enum Harm {
    /// Takes bytes away.
    Cut {
        at: usize,
        length: usize,
    },
    /// Takes a line feed away.
    Join {
        at: usize,
    },
    Zeros {
        at: usize,
        length: usize,
    },
    /// Overwrites a byte.
    Garble {
        at: usize,
        byte: u8,
    },
    Double {
        line: usize,
    },
    Swap {
        one: usize,
        other: usize,
    },
    Remove {
        line: usize,
    },
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<usize>;
    prop_oneof![
        (at(), 1_usize..400).prop_map(|(at, length)| Harm::Cut { at, length }),
        at().prop_map(|at| Harm::Join { at }),
        (at(), 1_usize..5000).prop_map(|(at, length)| Harm::Zeros { at, length }),
        (at(), any::<u8>()).prop_map(|(at, byte)| Harm::Garble { at, byte }),
        at().prop_map(|line| Harm::Double { line }),
        (at(), at()).prop_map(|(one, other)| Harm::Swap { one, other }),
        at().prop_map(|line| Harm::Remove { line }),
    ]
}

fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn suffer(bytes: &mut Vec<u8>, harm: &Harm) {
    let mut lines = lines_of(bytes);
    if lines.is_empty() {
        return;
    }
    let (count, size) = (lines.len(), bytes.len());
    match *harm {
        Harm::Cut { at, length } => {
            let at = at % size;
            bytes.drain(at..(at + length).min(size));
        }
        Harm::Join { at } => {
            lines[at % count].retain(|byte| *byte != b'\n');
            *bytes = lines.concat();
        }
        Harm::Zeros { at, length } => {
            let at = at % size;
            bytes.splice(at..at, std::iter::repeat_n(0, length));
        }
        Harm::Garble { at, byte } => bytes[at % size] = byte,
        Harm::Double { line } => {
            let line = lines[line % count].clone();
            bytes.extend(line);
        }
        Harm::Swap { one, other } => {
            lines.swap(one % count, other % count);
            *bytes = lines.concat();
        }
        Harm::Remove { line } => {
            lines.remove(line % count);
            *bytes = lines.concat();
        }
    }
}

/// Returns the objects of a file that have an ID, without what a repair may change. Results are left
/// out: those without a call are removed.
fn intact(bytes: &[u8]) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut lines = Lines::new(bytes);
    while let Some(line) = lines.next().unwrap() {
        for (_, object) in line.objects() {
            let Ok(mut value) = serde_json::from_slice::<Value>(object) else { continue };
            if !value.to_string().contains("tool_result") && value["uuid"].is_string() {
                value["parentUuid"] = Value::Null;
                // A branch that is moved has another session.
                value["sessionId"] = Value::Null;
                found.insert(value.to_string());
            }
        }
    }
    found
}

/// Two turns with parallel calls, and a compaction's worth of branches.
fn session() -> Vec<Value> {
    let mut lines = healthy();
    lines.extend([
        user("u3", Some("a2"), "go"),
        call("d1", "u3", "m2", "t2"),
        call("d2", "d1", "m2", "t3"),
        result("s2", "d2", "t3"),
        result("s1", "d1", "t2"),
        assistant("a3", Some("s2"), "é😀"),
        user("u4", Some("a3"), "branch"),
        user("u5", Some("a3"), "main"),
        assistant("a5", Some("u5"), "end"),
    ]);
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// sessions SB-14, SB-29
    #[test]
    fn a_repair_of_anything_keeps_each_intact_line(harms in prop::collection::vec(harm(), 1..8)) {
        let mut bytes = text(&session()).into_bytes();
        harms.iter().for_each(|harm| suffer(&mut bytes, harm));
        let folder = Folder::new();
        let path = write(&folder, &bytes);
        let report = check(&path);
        for finding in &report.findings {
            if let Some((line, place)) = finding.at() {
                let end = usize::try_from(place.offset + place.length).unwrap();
                prop_assert!(line > 0 && end <= bytes.len());
            }
        }
        let done = report.repair(&Repairs::safe()).unwrap();
        let repaired = std::fs::read(&path).unwrap();
        let (before, after) = (intact(&bytes), intact(&repaired));
        prop_assert!(before.is_subset(&after), "{:?}", before.difference(&after).collect::<Vec<_>>());
        if let Some(kept) = done.before {
            prop_assert_eq!(std::fs::read(kept).unwrap(), bytes);
        }
        // What has no repair may remain, and nothing else.
        for finding in check(&path).findings {
            let remains = matches!(
                finding,
                Finding::DoubleUuid { .. } | Finding::LostBranch { .. } | Finding::ForeignLines { .. }
                    | Finding::ForeignCwd
            );
            prop_assert!(remains, "{finding:?} after {harms:?}");
        }
        // Moving branches keeps each line in one of the files.
        let moved = check(&path).repair(&Repairs::safe().lost_branches(true)).unwrap();
        let mut everywhere = intact(&std::fs::read(&path).unwrap());
        for fork in &moved.forks {
            everywhere.extend(intact(&std::fs::read(fork).unwrap()));
        }
        prop_assert!(moved.forks.is_empty() || after.iter().all(|line| everywhere.contains(line)));
    }

    #[test]
    fn any_bytes_are_checked_and_repaired(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let folder = Folder::new();
        let path = write(&folder, &bytes);
        check(&path).repair(&Repairs::safe().lost_branches(true)).unwrap();
        prop_assert_eq!(&check(&path).findings, &[]);
    }
}

fn uuid(number: usize) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// sessions SB-15: a cost that grows with the square of the lines would take hours here.
#[test]
fn deep_wide_circular_and_broken_files_take_linear_time() {
    const MANY: usize = 40_000;
    let line = |own: usize, parent: String| {
        format!(
            "{{\"type\":\"user\",\"uuid\":\"{}\",\"parentUuid\":{parent},\"message\":{{\"role\":\"user\",\"content\":\"x\"}}}}\n",
            uuid(own)
        )
    };
    let named = |number: usize| format!("\"{}\"", uuid(number));
    let deep = |at: usize| if at == 0 { "null".into() } else { named(at - 1) };
    let wide = |at: usize| if at == 0 { "null".into() } else { named(0) };
    let circle = |at: usize| named((at + 1) % MANY);
    let lost = |at: usize| named(MANY + at);
    let backwards = |at: usize| if at.is_multiple_of(2) { named(at + 1) } else { named(MANY + at) };
    let files: [&dyn Fn(usize) -> String; 5] = [&deep, &wide, &circle, &lost, &backwards];
    for parent in files {
        let folder = Folder::new();
        let text: String = (0..MANY).map(|at| line(at, parent(at))).collect();
        let path = write(&folder, text.as_bytes());
        check(&path).repair(&Repairs::safe()).unwrap();
        let left = check(&path).findings;
        assert!(
            left.iter().all(|it| matches!(it, Finding::LostBranch { .. })),
            "{:?}",
            left.first()
        );
    }
}

#[test]
fn a_chain_of_results_without_calls_takes_linear_time() {
    const MANY: usize = 20_000;
    let folder = Folder::new();
    let mut lines = vec![user(&uuid(0), None, "x")];
    for at in 1..MANY {
        lines.push(result(&uuid(at), &uuid(at - 1), &format!("gone{at}")));
    }
    lines.push(user("end", Some(&uuid(MANY - 1)), "x"));
    let path = write(&folder, text(&lines).as_bytes());
    let done = check(&path).repair(&Repairs::safe()).unwrap();
    assert_eq!(done.removed, MANY as u64 - 1);
    assert_eq!(check(&path).findings, []);
}
