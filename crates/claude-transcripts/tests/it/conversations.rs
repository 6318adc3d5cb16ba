//! Conversations: which messages belong to one, and in which order.

use claude_transcripts::{BranchReason, Conversation};
use serde_json::{Value, json};

use crate::files::{Folder, ID, assistant, call, line, result, user, with};

fn open(lines: &[Value]) -> (Folder, Conversation) {
    let folder = Folder::new();
    let path = folder.write("-p", ID, lines);
    let conversation = Conversation::open(path).unwrap();
    (folder, conversation)
}

/// The IDs of the messages.
fn uuids(messages: claude_transcripts::Messages<'_>) -> Vec<String> {
    messages.map(|message| message.unwrap().uuid().unwrap().to_string()).collect()
}

fn shown(lines: &[Value]) -> Vec<String> {
    uuids(open(lines).1.messages())
}

#[test]
fn a_conversation_follows_the_parents_and_not_the_order_of_the_file() {
    let lines = [
        assistant("b", Some("a"), "2"),
        user("a", None, "1"),
        assistant("d", Some("c"), "4"),
        user("c", Some("b"), "3"),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(uuids(conversation.messages()), ["a", "b", "c", "d"]);
    let texts: Vec<_> = conversation.messages().map(|message| message.unwrap().text()).collect();
    assert_eq!(texts, ["1", "2", "3", "4"]);
    assert_eq!(conversation.last_message().unwrap().unwrap().as_str(), "d");
    assert_eq!(uuids(conversation.messages().clone()), uuids(conversation.messages()));
}

#[test]
fn pages_count_messages_that_are_shown() {
    let mut lines = vec![user("m0", None, "0")];
    for number in 1..50 {
        let parent = format!("m{}", number - 1);
        let own = format!("m{number}");
        lines.push(with(user(&own, Some(&parent), "x"), json!({ "isMeta": number % 5 == 0 })));
    }
    let (_folder, conversation) = open(&lines);
    assert_eq!(conversation.messages().len(), 41);
    let mut page = conversation.messages();
    assert_eq!(page.nth(8).unwrap().unwrap().uuid().unwrap().as_str(), "m9");
    assert_eq!(page.len(), 32);
    assert_eq!(page.next().unwrap().unwrap().uuid().unwrap().as_str(), "m11");
}

#[test]
fn context_of_the_cli_is_left_out_and_the_summary_of_a_compaction_is_not() {
    let lines = [
        user("a", None, "1"),
        with(line("attachment", "b", Some("a"), json!("x")), json!({ "message": null })),
        with(user("c", Some("b"), "meta"), json!({ "isMeta": true })),
        with(line("system", "s", Some("c"), json!("x")), json!({ "subtype": "informational" })),
        with(user("d", Some("s"), "summary"), json!({ "isCompactSummary": true })),
        assistant("e", Some("d"), "2"),
        with(line("progress", "f", Some("e"), json!("x")), json!({ "message": null })),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(uuids(conversation.messages()), ["a", "d", "e"]);
    assert_eq!(uuids(conversation.messages_and_notices()), ["a", "s", "d", "e"]);
}

#[test]
fn the_last_main_leaf_counts_and_the_other_is_a_branch() {
    let lines = [
        user("a", None, "1"),
        assistant("old", Some("a"), "first try"),
        assistant("b", Some("a"), "second try"),
        user("c", Some("b"), "2"),
        with(assistant("side", Some("a"), "subagent"), json!({ "isSidechain": true })),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(uuids(conversation.messages()), ["a", "b", "c"]);
    let branches = conversation.branches();
    let found: Vec<_> = branches.iter().map(|it| (it.reason, it.messages)).collect();
    assert_eq!(found, [(BranchReason::Abandoned, 1), (BranchReason::Subagent, 1)]);
    assert_eq!(uuids(conversation.messages_of(&branches[0])), ["a", "old"]);
    // A file of nothing but a subagent is its conversation.
    let only = [
        with(user("a", None, "1"), json!({ "isSidechain": true })),
        with(assistant("b", Some("a"), "2"), json!({ "isSidechain": true })),
    ];
    assert_eq!(shown(&only), ["a", "b"]);
}

#[test]
fn parallel_calls_and_their_results_are_all_shown() {
    let time = |line: Value, second: u32| {
        with(line, json!({ "timestamp": format!("2026-01-01T12:00:{second:02}.000Z") }))
    };
    let lines = [
        time(user("a", None, "go"), 0),
        time(call("c1", "a", "m1", "t1"), 1),
        time(call("c2", "c1", "m1", "t2"), 2),
        time(call("c3", "c2", "m1", "t3"), 3),
        time(result("r2", "c2", "t2"), 4),
        time(result("r1", "c1", "t1"), 5),
        time(result("r3", "c3", "t3"), 6),
    ];
    let all = ["a", "c1", "c2", "c3", "r2", "r1", "r3"];
    // Whichever result the conversation goes on from, and also if it does not.
    assert_eq!(shown(&lines), all);
    for last in ["r1", "r2", "r3"] {
        let mut lines = lines.to_vec();
        lines.push(time(assistant("z", Some(last), "done"), 7));
        let mut shown = shown(&lines);
        assert_eq!(shown.pop().unwrap(), "z");
        shown.sort();
        let mut expected = all.map(String::from);
        expected.sort();
        assert_eq!(shown, expected, "from {last}");
    }
    let (_folder, conversation) = open(&lines);
    assert_eq!(conversation.branches(), [], "what is shown is no branch");
}

#[test]
fn what_another_answer_or_agent_called_is_not_pulled_in() {
    let lines = [
        user("a", None, "go"),
        // A retry that was given up has another answer.
        call("x", "a", "m0", "t0"),
        result("xr", "x", "t0"),
        call("c1", "a", "m1", "t1"),
        result("r1", "c1", "t1"),
        // The same result again, and that of a subagent.
        result("r1-again", "c1", "t1"),
        with(result("other", "c1", "t1"), json!({ "isSidechain": true })),
        // A result with a foreign parent belongs to its call.
        call("c2", "r1", "m2", "t2"),
        call("c3", "c2", "m2", "t3"),
        result("r3", "c3", "t3"),
        result("r2", "xr", "t2"),
        assistant("z", Some("r3"), "done"),
    ];
    let shown = shown(&lines);
    assert_eq!(shown, ["a", "c1", "r1", "c2", "c3", "r3", "r2", "z"]);
}

#[test]
fn a_compacted_conversation_begins_at_its_summary_and_can_be_read_from_the_beginning() {
    let boundary = |uuid: &str, before: &str| {
        with(
            line("system", uuid, None, json!("x")),
            json!({ "subtype": "compact_boundary", "logicalParentUuid": before }),
        )
    };
    let lines = [
        user("a", None, "1"),
        assistant("b", Some("a"), "2"),
        boundary("s1", "b"),
        with(user("c", Some("s1"), "summary"), json!({ "isCompactSummary": true })),
        assistant("d", Some("c"), "3"),
        boundary("s2", "d"),
        with(user("e", Some("s2"), "summary"), json!({ "isCompactSummary": true })),
        assistant("f", Some("e"), "4"),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(uuids(conversation.messages()), ["e", "f"]);
    assert_eq!(uuids(conversation.messages_across_compactions()), ["a", "b", "c", "d", "e", "f"]);
    assert_eq!(conversation.branches(), [], "what was compacted is no branch");
}

#[test]
fn cycles_doubles_and_invalid_fields_end() {
    assert_eq!(shown(&[user("a", Some("a"), "x")]), [""; 0]);
    let lines = [
        user("a", Some("b"), "1"),
        user("b", Some("a"), "2"),
        user("c", Some("b"), "3"),
        user("c", Some("b"), "3"),
        json!({ "type": "user", "uuid": 7, "message": 1 }),
        json!({ "type": ["user"], "uuid": "d" }),
        with(user("e", Some("c"), "4"), json!({ "message": { "role": "user", "content": 5 } })),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(conversation.messages().len(), 4);
    assert_eq!(conversation.branches(), [], "a line that is there twice is no branch");
    // Of two objects on one line the CLI reads the first, also behind white space.
    let folder = Folder::new();
    let joined = format!(" \t{} {}\n", user("a", None, "1"), assistant("b", Some("a"), "2"));
    let path = folder.text("x.jsonl", &joined);
    assert_eq!(uuids(Conversation::open(path).unwrap().messages()), ["a"]);
}

#[test]
fn of_lines_with_one_id_the_last_counts() {
    let lines = [
        user("a", None, "1"),
        call("b", "a", "m1", "t1"),
        user("c", Some("b"), "3"),
        result("r", "a", "t1"),
        with(assistant("b", Some("a"), "instead"), json!({})),
        user("d", Some("c"), "4"),
    ];
    let (_folder, conversation) = open(&lines);
    assert_eq!(uuids(conversation.messages()), ["a", "b", "c", "d"], "no result of the old call");
    assert_eq!(conversation.messages().nth(1).unwrap().unwrap().text(), "instead");
}

#[test]
fn a_lost_parent_is_replaced_by_the_latest_line_before_it() {
    let at = |line: Value, second: u32| {
        with(line, json!({ "timestamp": format!("2026-01-01T12:00:{second:02}.000Z") }))
    };
    let lines = [
        at(user("a", None, "1"), 1),
        at(assistant("b", Some("a"), "2"), 2),
        // Later in time, and nearer in the file.
        at(user("late", Some("a"), "x"), 9),
        at(with(user("side", Some("b"), "x"), json!({ "isSidechain": true })), 4),
        // A child may be before its parent, also in time.
        at(assistant("d", Some("c"), "4"), 3),
        at(user("c", Some("lost"), "3"), 4),
    ];
    assert_eq!(
        shown(&[&lines[..], &[at(user("e", Some("d"), "5"), 5)]].concat()),
        ["a", "b", "c", "d", "e"]
    );
}

/// A cost that grows with the square of the lines would take hours here.
#[test]
fn a_deep_and_a_wide_conversation_take_linear_time() {
    const MANY: usize = 200_000;
    let uuid = |number: usize| format!("00000000-0000-4000-8000-{number:012}");
    let mut text = String::new();
    for number in 0..MANY {
        let parent = if number == 0 { "null".into() } else { format!("{:?}", uuid(number - 1)) };
        let own = uuid(number);
        let kind = if number == 0 { "user" } else { "progress" };
        text.push_str(&format!(
            r#"{{"type":"{kind}","uuid":"{own}","parentUuid":{parent},"message":{{"role":"user","content":"x"}}}}"#
        ));
        text.push('\n');
        // A leaf that is no message, far behind the last one that is.
        text.push_str(&format!(r#"{{"type":"progress","uuid":"p{number}","parentUuid":"{own}"}}"#));
        text.push('\n');
    }
    let folder = Folder::new();
    let conversation = Conversation::open(folder.text("x.jsonl", &text)).unwrap();
    assert_eq!(conversation.messages().len(), 1);
    assert_eq!(conversation.branches(), []);
}

/// A walk for each branch would take hours here.
#[test]
fn many_branches_take_linear_time() {
    let uuid = |number: usize| format!("00000000-0000-4000-8000-{number:012}");
    let line = |own: &str, parent: &str| {
        format!(
            r#"{{"type":"user","uuid":"{own}","parentUuid":"{parent}","message":{{"role":"user","content":"x"}}}}"#
        ) + "\n"
    };
    let folder = Folder::new();
    let open = |text: &str| Conversation::open(folder.text("x.jsonl", text)).unwrap();
    // Siblings.
    const SIBLINGS: usize = 200_000;
    let text: String = (1..=SIBLINGS).map(|own| line(&uuid(own), &uuid(0))).collect();
    let text = line(&uuid(0), "") + &text;
    let branches = open(&text).branches();
    assert_eq!(branches.len(), SIBLINGS - 1);
    assert!(branches.iter().all(|branch| branch.messages == 1));
    // A chain, each of whose lines has one more leaf; the conversation ends at another line.
    const DEEP: usize = 100_000;
    let mut text = line(&uuid(0), "");
    for own in 1..=DEEP {
        text += &line(&uuid(own), &uuid(own - 1));
        text += &line(&uuid(SIBLINGS + own), &uuid(own));
    }
    text += &line("end", &uuid(0));
    let branches = open(&text).branches();
    let sizes: Vec<_> = branches.iter().map(|branch| branch.messages).collect();
    assert_eq!(sizes, (2..=DEEP + 1).collect::<Vec<_>>());
}

#[test]
fn a_branch_counts_what_it_shows() {
    let lines = [
        user("a", None, "1"),
        call("c1", "a", "m1", "t1"),
        call("c2", "c1", "m1", "t2"),
        result("r1", "c1", "t1"),
        result("r2", "c2", "t2"),
        assistant("x", Some("r1"), "one"),
        with(user("meta", Some("x"), "x"), json!({ "isMeta": true })),
        assistant("y", Some("meta"), "two"),
        assistant("z", Some("r2"), "three"),
        user("end", Some("a"), "instead"),
    ];
    let (_folder, conversation) = open(&lines);
    let branches = conversation.branches();
    assert_eq!(branches.len(), 2);
    for branch in &branches {
        let shared = 1;
        assert_eq!(branch.messages + shared, conversation.messages_of(branch).len());
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_an_error() {
    let folder = Folder::new();
    let path = folder.write("-p", ID, &[user("a", None, "1"), assistant("b", Some("a"), "2")]);
    let conversation = Conversation::open(&path).unwrap();
    std::fs::write(&path, "x".repeat(2000)).unwrap();
    let error = conversation.messages().next().unwrap().unwrap_err();
    assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
    std::fs::write(&path, "").unwrap();
    assert!(conversation.messages().next().unwrap().is_err());
}
