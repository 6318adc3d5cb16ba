//! Doctor repairs: each makes a file of which the doctor finds nothing, and keeps all else.

use std::path::{Path, PathBuf};

use claude_transcripts::{Error, Finding, Repaired, Repairs, Transcript};
use serde_json::{Value, json};

use crate::doctor_files::{check, healthy, private, write};
use crate::files::{Folder, ID, assistant, call, line, result, text, user, with};

/// A repaired file.
struct Fixed {
    folder: Folder,
    path: PathBuf,
    done: Repaired,
}

impl Fixed {
    /// Repairs a file, and checks that nothing is found afterwards and that the old file is kept.
    fn of(bytes: &[u8], repairs: &Repairs) -> Self {
        let folder = Folder::new();
        let path = write(&folder, bytes);
        let report = check(&path);
        assert_ne!(report.findings, [], "the fixture is damaged");
        let done = report.repair(repairs).unwrap();
        assert_eq!(check(&path).findings, []);
        let before = done.before.clone().unwrap();
        assert_eq!(std::fs::read(&before).unwrap(), bytes);
        let name = before.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.starts_with(&format!("{ID}.jsonl.before-2")) && name.ends_with('Z'), "{name}");
        #[cfg(unix)]
        for file in [&path, &before] {
            use std::os::unix::fs::PermissionsExt;

            assert_eq!(file.metadata().unwrap().permissions().mode() & 0o7777, 0o600);
        }
        // A second repair does nothing.
        assert_eq!(check(&path).repair(repairs).unwrap(), Repaired::default());
        Self { folder, path, done }
    }

    fn text(&self) -> String {
        std::fs::read_to_string(&self.path).unwrap()
    }

    /// The messages, as a resumed CLI follows them.
    fn messages(&self) -> Vec<String> {
        messages(&self.path)
    }

    fn counts(&self) -> (u64, u64, u64) {
        (self.done.removed, self.done.changed, self.done.added)
    }
}

fn messages(path: &Path) -> Vec<String> {
    let conversation = Transcript::at(path).conversation().unwrap();
    conversation.messages().map(|it| it.unwrap().uuid().unwrap().to_string()).collect()
}

#[test]
fn torn_lines_zero_bytes_and_joined_lines_leave_every_whole_line() {
    let lines = text(&healthy());
    let only = Repairs::none();
    let (head, tail) = (text(&healthy()[..3]), text(&healthy()[3..]));
    for (damaged, repairs, counts) in [
        (format!("{lines}{{\"type\":\"us"), only.torn_lines(true), (1, 0, 0)),
        (format!("{head}{{\"type\":\"us\n{tail}"), only.torn_lines(true), (1, 0, 0)),
        (format!("{head}{}{tail}", "\0".repeat(5000)), only.nul_bytes(true), (1, 0, 0)),
        (format!("{}\0\n{tail}", head.trim_end()), only.nul_bytes(true), (0, 1, 0)),
        (lines.replacen("}\n{", "}{", 1), only.joined_lines(true), (0, 1, 0)),
        (format!("{head}{{\"type\":\"us{tail}"), only.joined_lines(true), (0, 1, 0)),
    ] {
        let fixed = Fixed::of(damaged.as_bytes(), &repairs);
        assert_eq!(fixed.text(), lines);
        assert_eq!(fixed.counts(), counts);
    }
}

#[test]
fn a_line_with_bytes_that_are_no_text_is_kept() {
    let lines = text(&healthy());
    let bytes = lines.replacen("canary two", "canary \u{1} two", 1).replace("\u{1}", "\u{fffd}");
    let damaged: Vec<u8> = lines
        .replacen("canary two", "canary \x01 two", 1)
        .bytes()
        .map(|it| if it == 1 { 0xff } else { it })
        .collect();
    let fixed = Fixed::of(&damaged, &Repairs::safe());
    assert_eq!(fixed.text(), bytes);
    assert_eq!(fixed.messages(), ["u1", "c1", "r1", "a1", "u2", "a2"]);
}

#[test]
fn a_missing_parent_is_the_line_before_and_a_lost_head_begins_anew() {
    let mut lines = healthy();
    lines.remove(3);
    let only = Repairs::none().missing_parents(true);
    let fixed = Fixed::of(text(&lines).as_bytes(), &only);
    assert_eq!(fixed.messages(), ["u1", "c1", "r1", "u2", "a2"]);
    lines[3]["parentUuid"] = json!("r1");
    assert_eq!(fixed.text(), text(&lines), "only the parent has changed");
    let lost = text(&healthy()[4..]);
    let fixed = Fixed::of(lost.as_bytes(), &only);
    assert_eq!(fixed.text(), lost.replacen("\"a1\"", "null", 1));
    assert_eq!(fixed.messages(), ["u2", "a2"]);
}

#[test]
fn a_relinked_line_never_closes_a_circle() {
    // The line before the gap is a child of the line behind it.
    let lines =
        [user("a", Some("b"), "1"), user("b", Some("lost"), "2"), user("c", Some("a"), "3")];
    let fixed = Fixed::of(text(&lines).as_bytes(), &Repairs::safe());
    assert_eq!(fixed.messages(), ["b", "a", "c"]);
    let second: Value = serde_json::from_str(fixed.text().lines().nth(1).unwrap()).unwrap();
    assert_eq!((&second["uuid"], &second["parentUuid"]), (&json!("b"), &Value::Null));
}

#[test]
fn an_open_call_gets_an_error_result() {
    let only = Repairs::none().unanswered_tools(true);
    let last = Fixed::of(text(&healthy()[..2]).as_bytes(), &only);
    assert_eq!(last.messages().len(), 3);
    assert_eq!(last.counts(), (0, 0, 1));

    let mut lines = healthy();
    lines.remove(2);
    lines[2]["parentUuid"] = json!("c1");
    let middle = Fixed::of(text(&lines).as_bytes(), &only);
    let ids = middle.messages();
    assert_eq!(
        (ids.len(), &ids[..2], &ids[3..]),
        (6, &["u1".to_owned(), "c1".to_owned()][..], &["a1", "u2", "a2"].map(String::from)[..])
    );
    let added: Value = serde_json::from_str(middle.text().lines().nth(2).unwrap()).unwrap();
    let block = &added["message"]["content"][0];
    assert_eq!((&block["tool_use_id"], &block["is_error"]), (&json!("t1"), &json!(true)));
    for field in ["sessionId", "cwd", "timestamp", "isSidechain"] {
        assert_eq!(added[field], lines[1][field]);
    }

    // Of parallel calls, each gets its own, and the conversation stays one.
    let lines = [
        user("u", None, "go"),
        call("c1", "u", "m", "t1"),
        call("c2", "c1", "m", "t2"),
        call("c3", "c2", "m", "t3"),
        result("r2", "c2", "t2"),
        assistant("a", Some("r2"), "done"),
    ];
    let parallel = Fixed::of(text(&lines).as_bytes(), &only);
    assert_eq!(parallel.counts(), (0, 0, 2));
    let ids = parallel.messages();
    assert_eq!(
        (ids.len(), ids.first().unwrap().as_str(), ids.last().unwrap().as_str()),
        (8, "u", "a")
    );
}

#[test]
fn a_call_that_waits_for_a_decision_is_left_alone() {
    let mut lines = healthy()[..2].to_vec();
    let deferred = json!({ "type": "hook_deferred_tool", "toolUseID": "t1" });
    lines.push(with(
        line("attachment", "d", Some("c1"), json!(null)),
        json!({ "attachment": deferred }),
    ));
    let folder = Folder::new();
    let path = write(&folder, text(&lines).as_bytes());
    assert_eq!(check(&path).repair(&Repairs::safe()).unwrap(), Repaired::default());
}

#[test]
fn a_result_without_its_call_is_removed_and_what_is_beside_it_stays() {
    let only = Repairs::none().orphan_results(true);
    let mut lines = healthy();
    lines.remove(1);
    lines[1]["parentUuid"] = json!("u1");
    let fixed = Fixed::of(text(&lines).as_bytes(), &only);
    assert_eq!(fixed.messages(), ["u1", "a1", "u2", "a2"]);
    assert_eq!(fixed.counts(), (1, 1, 0));
    // A text stands beside it.
    let mut lines = healthy();
    let block = json!({ "type": "tool_result", "tool_use_id": "gone", "content": "x" });
    lines[4]["message"]["content"] = json!([block, { "type": "text", "text": "hi" }]);
    let fixed = Fixed::of(text(&lines).as_bytes(), &only);
    lines[4]["message"]["content"] = json!([{ "type": "text", "text": "hi" }]);
    assert_eq!(fixed.text(), text(&lines));
    // Several in a row, and the file begins with them.
    let lines = [result("r1", "gone", "t1"), result("r2", "r1", "t2"), user("u", Some("r2"), "x")];
    let fixed = Fixed::of(text(&lines).as_bytes(), &Repairs::safe());
    assert_eq!(fixed.messages(), ["u"]);
}

#[test]
fn a_lost_branch_becomes_a_session() {
    let mut lines = healthy();
    // What the CLI added to the branch goes with it.
    lines.push(line("attachment", "x", Some("a2"), json!("x")));
    lines.push(user("u3", Some("a1"), "instead"));
    lines.push(assistant("a3", Some("u3"), "other"));
    let repairs = Repairs::safe().lost_branches(true);
    let fixed = Fixed::of(text(&lines).as_bytes(), &repairs);
    assert_eq!(fixed.messages(), ["u1", "c1", "r1", "a1", "u3", "a3"]);
    assert_eq!(fixed.text(), text(&[&lines[..4], &lines[7..]].concat()));
    let [fork] = &fixed.done.forks[..] else { panic!() };
    assert_eq!(messages(fork), ["u1", "c1", "r1", "a1", "u2", "a2"]);
    assert_eq!(check(fork).findings, []);
    let forked = std::fs::read_to_string(fork).unwrap();
    assert!(forked.contains("\"attachment\"") && !forked.contains(ID));
    let id = fork.file_stem().unwrap().to_str().unwrap();
    assert_eq!(fixed.folder.home().locate(&id.into()).unwrap(), *fork);
    // The safe repairs leave it.
    let folder = Folder::new();
    let path = write(&folder, text(&lines).as_bytes());
    assert_eq!(check(&path).repair(&Repairs::safe()).unwrap(), Repaired::default());
}

#[test]
fn branches_of_branches_become_sessions_of_their_own() {
    let mut lines = healthy();
    lines.push(user("v1", Some("a1"), "1"));
    lines.push(assistant("v2", Some("v1"), "1"));
    lines.push(user("w2", Some("v1"), "2"));
    lines.push(user("z", Some("a1"), "3"));
    let fixed = Fixed::of(text(&lines).as_bytes(), &Repairs::safe().lost_branches(true));
    assert_eq!(fixed.messages(), ["u1", "c1", "r1", "a1", "z"]);
    let forks: Vec<_> = fixed.done.forks.iter().map(|fork| messages(fork).pop().unwrap()).collect();
    assert_eq!(forks, ["a2", "v2", "w2"]);
}

#[test]
fn a_line_of_one_id_that_is_there_twice_is_changed_twice() {
    let mut lines = healthy();
    lines.remove(3);
    lines.push(lines[3].clone());
    let folder = Folder::new();
    let path = write(&folder, text(&lines).as_bytes());
    let done = check(&path).repair(&Repairs::safe()).unwrap();
    assert_eq!(done.changed, 2);
    assert!(matches!(check(&path).findings[..], [Finding::DoubleUuid { line: 6, .. }]));
}

#[cfg(unix)]
#[test]
fn permissions_are_repaired_and_otherwise_kept() {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    let set = |path: &Path| std::fs::set_permissions(path, PermissionsExt::from_mode(0o644));
    let folder = Folder::new();
    let path = write(&folder, text(&healthy()).as_bytes());
    set(&path).unwrap();
    let done = check(&path).repair(&Repairs::none().permissions(true)).unwrap();
    assert_eq!((done, mode(&path)), (Repaired::default(), 0o600));
    let path = write(&folder, format!("{}torn", text(&healthy())).as_bytes());
    set(&path).unwrap();
    check(&path).repair(&Repairs::none().torn_lines(true)).unwrap();
    assert_eq!(mode(&path), 0o644);
    set(&path).unwrap();
    std::fs::write(&path, "torn").unwrap();
    let done = check(&path).repair(&Repairs::safe()).unwrap();
    assert_eq!((mode(&path), mode(&done.before.unwrap())), (0o600, 0o600));
}

#[cfg(target_os = "linux")]
#[test]
fn a_session_that_a_cli_has_open_is_not_repaired() {
    use crate::doctor_files::{hold, own_start};

    let folder = Folder::new();
    let path = write(&folder, b"torn");
    let report = check(&path);
    hold(&folder, std::process::id(), own_start());
    let refused = report.repair(&Repairs::safe()).unwrap_err();
    assert!(matches!(&refused, Error::HeldBy { holder, .. } if holder.session_id.as_str() == ID));
    let expected =
        format!("the session {ID} is open in process {}: end it first", std::process::id());
    assert_eq!(refused.to_string(), expected);
    assert_eq!(std::fs::read(&path).unwrap(), b"torn");
    hold(&folder, std::process::id(), own_start() + 1);
    report.repair(&Repairs::safe()).unwrap();
}

#[test]
fn a_file_that_was_changed_since_is_refused() {
    let folder = Folder::new();
    let path = write(&folder, b"torn");
    let report = check(&path);
    std::fs::write(&path, "torn again").unwrap();
    assert!(matches!(report.repair(&Repairs::safe()), Err(Error::Changed { .. })));
    // Also if it has the same length, and is another file.
    let report = check(&path);
    let other = folder.text("other", "TORN again");
    std::fs::rename(other, &path).unwrap();
    assert!(matches!(report.repair(&Repairs::safe()), Err(Error::Changed { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), b"TORN again");
    private(&path);
}
