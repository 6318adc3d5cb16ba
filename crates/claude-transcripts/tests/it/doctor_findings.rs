//! Doctor findings: each is found in a file that has it, at its place, and in no healthy one.

use std::fs::File;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use claude_transcripts::{Finding, LineKind, Severity, Transcript};
use serde_json::{Value, json};

use crate::doctor_files::{PROJECT, check, found, found_in, healthy, private, write};
use crate::files::{Folder, ID, assistant, call, line, result, text, user, with};

/// Returns the number of the line and its first byte, of a finding of this kind, if it is the only
/// finding.
macro_rules! only {
    ($found:expr, $kind:ident) => {
        match &$found[..] {
            [finding @ Finding::$kind { .. }] => {
                let (line, place) = finding.at().unwrap();
                (line, place.offset)
            }
            other => panic!("not only {}: {other:?}", stringify!($kind)),
        }
    };
}

/// Returns where a line begins.
fn offset(lines: &[Value], at: usize) -> u64 {
    text(&lines[..at]).len() as u64
}

#[test]
fn a_healthy_file_has_no_finding() {
    assert_eq!(found(&healthy()), []);
    assert_eq!(found(&[]), []);
    // Without a line feed at its end, with empty lines, and with those of Windows.
    let lines = text(&healthy());
    assert_eq!(found_in(lines.trim_end().as_bytes()), []);
    assert_eq!(found_in(lines.replace('\n', "\r\n\r\n").as_bytes()), []);
    // With white space around an object, and one that is nested deeply.
    let deep = format!("{{\"type\":\"x\",\"n\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    assert_eq!(found_in(format!(" {deep} \n{lines}").as_bytes()), []);
}

#[test]
fn no_recorded_session_has_a_finding() {
    let folder =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/transcripts"));
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // This one is lines of many sessions.
        if path.extension().is_none_or(|it| it != "jsonl") || path.ends_with("others.jsonl") {
            continue;
        }
        let copy = Folder::new();
        let file = copy.text("x.jsonl", &std::fs::read_to_string(&path).unwrap());
        private(&file);
        assert_eq!(check(&file).findings, [], "{}", path.display());
        checked += 1;
    }
    assert!(checked > 10);
}

#[test]
fn torn_lines_are_found_in_the_middle_and_at_the_end() {
    let mut bytes = text(&healthy()).into_bytes();
    let end = bytes.len() as u64;
    bytes.extend(b"{\"type\":\"us");
    let torn = found_in(&bytes);
    assert_eq!(only!(torn, Torn), (7, end));
    assert_eq!(torn[0].severity(), Severity::Fault);
    let lines = healthy();
    let middle = format!("{}\n\n{{\"type\":\"us\n{}", text(&lines[..2]), text(&lines[2..]));
    assert_eq!(only!(found_in(middle.as_bytes()), Torn), (5, offset(&lines, 2) + 2));
    for garbage in [&b"garbage"[..], b"[1]", b"{\"type\":\"a\xff\"}"] {
        let bytes = [text(&lines).as_bytes(), garbage, b"\n"].concat();
        assert_eq!(only!(found_in(&bytes), Torn), (7, end));
    }
}

#[test]
fn zero_bytes_are_found_once_for_each_line() {
    let lines = healthy();
    let (head, tail) = (text(&lines[..3]), text(&lines[3..]));
    for zeros in [1, 4096, 1 << 20] {
        let bytes = [head.as_bytes(), &vec![0; zeros], tail.as_bytes()].concat();
        assert_eq!(only!(found_in(&bytes), NulBytes), (4, offset(&lines, 3)));
    }
    let behind = [head.trim_end().as_bytes(), b"\0\0\n", tail.as_bytes()].concat();
    assert_eq!(only!(found_in(&behind), NulBytes), (3, offset(&lines, 2)));
}

#[test]
fn joined_lines_are_found() {
    let lines = healthy();
    let two = text(&lines).replacen("}\n{", "}{", 1);
    assert_eq!(only!(found_in(two.as_bytes()), JoinedLines), (1, 0));
    let torn = format!("{}{{\"type\":\"us{}", text(&lines[..4]), text(&lines[4..]));
    assert_eq!(only!(found_in(torn.as_bytes()), JoinedLines), (5, offset(&lines, 4)));
}

#[test]
fn a_line_over_the_ceiling_is_found() {
    let folder = Folder::new();
    let path = write(&folder, text(&healthy()).as_bytes());
    let file = File::options().append(true).open(&path).unwrap();
    let begin = file.metadata().unwrap().len();
    std::io::copy(&mut std::io::Read::take(std::io::repeat(b'x'), (64 << 20) + 1), &mut &file)
        .unwrap();
    let report = check(&path);
    let [too_long, bloat] = &report.findings[..] else { panic!("{report:?}") };
    assert!(matches!(too_long, Finding::TooLong { line: 7, place, .. } if place.offset == begin));
    assert!(matches!(bloat, Finding::Bloat { .. }));
}

#[test]
fn a_missing_parent_and_a_lost_head_are_found() {
    let mut lines = healthy();
    lines.remove(3);
    let found = found(&lines);
    // What is before the gap is no branch of its own.
    assert_eq!(only!(found, MissingParent), (4, offset(&lines, 3)));
    let lost = healthy().split_off(4);
    assert_eq!(only!(crate::doctor_files::found(&lost), HeadLost), (1, 0));
}

#[test]
fn a_branch_that_is_not_followed_is_found() {
    let mut lines = healthy();
    lines.push(user("u3", Some("a1"), "instead"));
    lines.push(assistant("a3", Some("u3"), "done"));
    let found = found(&lines);
    assert_eq!(only!(found, LostBranch), (6, offset(&lines, 5)));
    assert!(matches!(found[0], Finding::LostBranch { messages: 2, .. }));
    assert_eq!(found[0].severity(), Severity::Note);
    // That of a subagent is none, nor is one without messages.
    let mut lines = healthy();
    lines.insert(2, with(assistant("s", Some("u1"), "x"), json!({ "isSidechain": true })));
    lines.insert(3, line("progress", "p", Some("u1"), json!("x")));
    assert_eq!(crate::doctor_files::found(&lines), []);
}

#[test]
fn calls_without_results_and_results_without_calls_are_found() {
    let mut lines = healthy();
    lines.remove(2);
    lines[2]["parentUuid"] = json!("c1");
    assert_eq!(only!(found(&lines), UnansweredTool), (2, offset(&lines, 1)));
    assert_eq!(only!(found(&healthy()[..2]), UnansweredTool), (2, offset(&lines, 1)));
    let mut lines = healthy();
    lines.remove(1);
    lines[1]["parentUuid"] = json!("u1");
    assert_eq!(only!(found(&lines), OrphanResult), (2, offset(&lines, 1)));
    // Those of another branch do not matter.
    let mut lines = vec![user("u1", None, "x"), call("old", "u1", "m0", "t0")];
    lines.extend(healthy().split_off(1));
    assert!(matches!(found(&lines)[..], [Finding::LostBranch { line: 2, messages: 1, .. }]));
}

#[test]
fn parallel_calls_with_all_their_results_have_no_finding() {
    let mut lines = vec![
        user("u", None, "go"),
        call("c1", "u", "m", "t1"),
        call("c2", "c1", "m", "t2"),
        result("r2", "c2", "t2"),
        result("r1", "c1", "t1"),
    ];
    assert_eq!(found(&lines), []);
    lines.push(assistant("a", Some("r2"), "done"));
    assert_eq!(found(&lines), []);
    lines.remove(4);
    assert_eq!(only!(found(&lines), UnansweredTool), (2, offset(&lines, 1)));
}

#[test]
fn a_deferred_call_is_no_unanswered_one() {
    let deferred = |call: &str| {
        with(
            line("attachment", "d", Some("c1"), json!(null)),
            json!({ "attachment": { "type": "hook_deferred_tool", "toolUseID": call } }),
        )
    };
    let mut lines = healthy()[..2].to_vec();
    lines.push(deferred("t1"));
    let found = found(&lines);
    assert_eq!(only!(found, DeferredCall), (2, offset(&lines, 1)));
    assert_eq!(found[0].severity(), Severity::Note);
    // It was answered since, or another one was deferred.
    lines.push(result("r1", "c1", "t1"));
    assert_eq!(crate::doctor_files::found(&lines), []);
    let other = [&healthy()[..2], &[deferred("t9")]].concat();
    assert_eq!(only!(crate::doctor_files::found(&other), UnansweredTool).0, 2);
}

#[test]
fn doubled_ids_and_lines_of_another_session_are_found() {
    let mut lines = healthy();
    lines.insert(4, lines[3].clone());
    assert_eq!(only!(found(&lines), DoubleUuid), (5, offset(&lines, 4)));
    let mut lines = healthy();
    for at in [2, 4] {
        lines[at]["sessionId"] = json!("11111111-1111-4111-8111-111111111111");
    }
    let found = found(&lines);
    assert_eq!(only!(found, ForeignLines), (3, offset(&lines, 2)));
    assert!(matches!(found[0], Finding::ForeignLines { lines: 2, .. }));
}

#[test]
fn copies_and_files_of_another_directory_are_found() {
    let folder = Folder::new();
    let own = write(&folder, text(&healthy()).as_bytes());
    assert_eq!(check(&own).findings, []);
    let copy = folder.write("-home-me-other", ID, &healthy());
    private(&copy);
    let report = check(&own);
    assert!(
        matches!(&report.findings[..], [Finding::Copies { paths, .. }] if *paths == [copy.clone()])
    );
    assert_eq!(report.severity(), Some(Severity::Fault));
    std::fs::remove_file(own).unwrap();
    assert_eq!(check(&copy).findings, [Finding::ForeignCwd]);
    // A session that goes on in another directory stays in its file.
    let mut lines = healthy();
    lines[5]["cwd"] = json!("/home/me/other");
    assert_eq!(found(&lines), []);
}

#[test]
fn missing_descriptions_and_outputs_are_found() {
    let folder = Folder::new();
    let output = folder.text("projects/-home-me-app/out.txt", "x");
    let mut lines = healthy();
    let content = format!(
        "<persisted-output>\nOutput too large (9KB). Full output saved to: {}\n\nPreview (first 2KB):\nx",
        output.display()
    );
    lines[2]["message"]["content"][0]["content"] = json!(content);
    let path = write(&folder, text(&lines).as_bytes());
    let agent = format!("projects/{PROJECT}/{ID}/subagents/agent-x.jsonl");
    folder.text(&agent, &text(&[with(user("s", None, "x"), json!({ "isSidechain": true }))]));
    let meta = folder.text(&agent.replace(".jsonl", ".meta.json"), "{}");
    assert_eq!(check(&path).findings, []);
    // The file of a subagent is of the same session.
    private(&folder.path().join(&agent));
    assert_eq!(check(&folder.path().join(&agent)).findings, []);

    std::fs::remove_file(&output).unwrap();
    assert_eq!(only!(check(&path).findings, ToolResultMissing), (3, offset(&lines, 2)));
    std::fs::write(&output, "x").unwrap();
    std::fs::remove_file(&meta).unwrap();
    let report = check(&path);
    let [Finding::SidecarMissing { path, .. }] = &report.findings[..] else { panic!("{report:?}") };
    assert_eq!(*path, meta);
}

#[test]
fn a_large_file_is_found_with_the_bytes_of_each_type() {
    let mut lines = healthy();
    let blob = json!({ "type": "api-request-blob", "x": "y".repeat(21 << 20) });
    lines.push(blob);
    lines.push(json!({ "type": "of the future", "x": 1 }));
    let found = found(&lines);
    let [Finding::Bloat { size, by_type, .. }] = &found[..] else { panic!("{found:?}") };
    assert_eq!(*size, text(&lines).len() as u64);
    assert_eq!(by_type[0].0, "api-request-blob");
    assert!(by_type.iter().any(|it| it.0 == "other"));
    let feeds = lines.len() as u64;
    assert_eq!(by_type.iter().map(|it| it.1).sum::<u64>() + feeds, *size);
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_found() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new();
    let path = write(&folder, text(&healthy()).as_bytes());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let found = check(&path).findings;
    assert!(matches!(found[..], [Finding::ReadableByOthers { mode: 0o644, .. }]));
    assert_eq!(found[0].to_string(), "other users can open the file (mode 0644)");
}

/// sessions SB-31
#[cfg(target_os = "linux")]
#[test]
fn a_cli_that_has_the_session_open_is_found_and_one_that_is_gone_is_not() {
    let folder = Folder::new();
    let path = write(&folder, text(&healthy()).as_bytes());
    let (own, start) = (std::process::id(), crate::doctor_files::own_start());
    for (start, held) in [(start, true), (start + 1, false)] {
        crate::doctor_files::hold(&folder, own, start);
        let found = check(&path).findings;
        assert_eq!(matches!(found[..], [Finding::HeldBy { pid, .. }] if pid == own), held);
        assert_eq!(found.len(), usize::from(held));
    }
}

/// sessions SB-32
#[test]
fn a_file_that_is_deleted_soon_is_found_by_the_setting_in_force() {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let (folder, work) = (Folder::new(), Folder::new());
    let cwd = work.path().canonicalize().unwrap();
    let mut lines = healthy();
    lines.iter_mut().for_each(|line| line["cwd"] = json!(cwd));
    let path = folder.write(&claude_transcripts::project_key(&cwd), ID, &lines);
    private(&path);
    let aged = |days: u32| {
        let file = File::options().write(true).open(&path).unwrap();
        // An hour less, so that the test does not depend on the second.
        let age = days * DAY - Duration::from_secs(3600);
        file.set_modified(SystemTime::now() - age).unwrap();
        match check(&path).findings[..] {
            [Finding::DeletedSoon { in_days, .. }] => Some(in_days),
            [] => None,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!((aged(20), aged(27), aged(40)), (None, Some(3), Some(0)));
    let days = |days: u32| format!("{{\"cleanupPeriodDays\":{days}}}");
    folder.text("settings.json", &days(100));
    assert_eq!((aged(27), aged(95)), (None, Some(5)));
    work.text(".claude/settings.json", &days(10));
    assert_eq!(aged(6), Some(4));
    work.text(".claude/settings.local.json", &days(60));
    assert_eq!((aged(6), aged(58)), (None, Some(2)));
    // Settings that cannot be read are none.
    work.text(".claude/settings.local.json", "{");
    assert_eq!(aged(6), Some(4));
}

#[test]
fn the_findings_of_a_kind_are_bounded() {
    let folder = Folder::new();
    let report = check(&write(&folder, "x\n".repeat(5000).as_bytes()));
    assert_eq!((report.findings.len(), report.left_out), (1000, 4000));
}

#[test]
fn a_pipe_a_folder_and_a_link_are_errors() {
    let folder = Folder::new();
    assert!(Transcript::at(folder.path()).doctor().is_err());
    assert!(Transcript::at(folder.path().join("none.jsonl")).doctor().is_err());
    #[cfg(unix)]
    {
        let path = write(&folder, text(&healthy()).as_bytes());
        let link = path.with_file_name("11111111-1111-4111-8111-111111111111.jsonl");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert!(Transcript::at(link).doctor().is_err());
    }
}

#[test]
fn the_number_of_a_line_counts_line_feeds() {
    let file = b"{\"a\":1}\n\n\r\n\0\0{\"b\":2}\ntorn";
    let mut lines = claude_transcripts::Lines::new(&file[..]);
    let mut numbers = Vec::new();
    while let Some(line) = lines.next().unwrap() {
        numbers.push((line.kind, line.number));
    }
    use LineKind::{Object, Torn, Zeros};
    assert_eq!(numbers, [(Object, 1), (Zeros, 4), (Object, 4), (Torn, 5)]);
}
