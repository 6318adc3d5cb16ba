//! Tests of the task table: the tree is the same for messages in any order.

use super::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn message<T: DeserializeOwned>(fields: Value) -> T {
    serde_json::from_value(fields).unwrap()
}

fn start(table: &mut TaskTable, id: &str, call: &str, background: bool) {
    let fields = json!({ "task_id": id, "tool_use_id": call, "task_type": "local_agent",
        "description": id, "is_backgrounded": background });
    table.started(&message(fields), Instant::now());
}

fn notify(table: &mut TaskTable, id: &str, status: &str, tokens: u64) {
    let fields = json!({ "task_id": id, "status": status, "summary": "x", "output_file": "",
        "usage": { "total_tokens": tokens, "tool_uses": 1, "duration_ms": 1 } });
    table.notified(&message(fields), Instant::now());
}

fn update(table: &mut TaskTable, id: &str, patch: Value) {
    table.updated(&message(json!({ "task_id": id, "patch": patch })), Instant::now());
}

fn list(table: &mut TaskTable, ids: &[&str]) {
    let tasks: Vec<_> = ids.iter().map(|id| json!({ "task_id": id })).collect();
    table.listed(&message(json!({ "tasks": tasks })), Instant::now());
}

/// Each task as `id<parent status`, with a star while it lives.
fn shown(table: &TaskTable) -> Vec<String> {
    let show = |task: &Task| {
        let parent = task.parent.as_ref().map(|parent| format!("<{parent}")).unwrap_or_default();
        let star = if task.is_live() { "*" } else { "" };
        format!("{}{parent} {}{star}", task.id, task.status.as_str())
    };
    table.tree().iter().map(show).collect()
}

#[test]
fn three_levels_form_a_tree_in_any_order_of_arrival() {
    let mut table = TaskTable::default();
    start(&mut table, "a", "call-a", false);
    // The call before its task, and after it.
    table.called("call-b", "call-a");
    start(&mut table, "b", "call-b", false);
    start(&mut table, "c", "call-c", false);
    assert!(table.called("call-c", "call-b"));
    assert_eq!(shown(&table), ["a running*", "b<a running*", "c<b running*"]);
    let tree = table.tree();
    assert_eq!(tree.roots().map(|task| task.id.as_str()).collect::<Vec<_>>(), ["a"]);
    assert_eq!(tree.children(&"b".into()).count(), 1);
}

#[test]
fn a_task_may_end_before_its_child_and_more_than_once() {
    let mut table = TaskTable::default();
    start(&mut table, "a", "call-a", true);
    table.called("call-b", "call-a");
    start(&mut table, "b", "call-b", true);
    for _ in 0..2 {
        notify(&mut table, "a", "completed", 100);
    }
    assert_eq!(shown(&table), ["a completed", "b<a running*"]);
    update(&mut table, "b", json!({ "status": "killed" }));
    notify(&mut table, "b", "stopped", 20);
    notify(&mut table, "unknown", "stopped", 1);
    assert_eq!(shown(&table), ["a completed", "b<a killed"]);
    assert_eq!(table.tree().usage().total_tokens, Some(120));
}

#[test]
fn an_update_alone_ends_a_task() {
    let mut table = TaskTable::default();
    start(&mut table, "a", "call-a", true);
    update(&mut table, "a", json!({ "status": "running" }));
    update(&mut table, "a", json!("odd"));
    assert_eq!(shown(&table), ["a running*"]);
    update(&mut table, "a", json!({ "status": "failed", "error": "no" }));
    assert_eq!(shown(&table), ["a failed"]);
    assert_eq!(table.tree().find(&"a".into()).unwrap().error.as_deref(), Some("no"));
}

#[test]
fn the_result_of_its_call_ends_only_a_foreground_task() {
    let mut table = TaskTable::default();
    start(&mut table, "front", "1", false);
    start(&mut table, "back", "2", true);
    start(&mut table, "moved", "3", false);
    update(&mut table, "moved", json!({ "is_backgrounded": true }));
    assert!(table.awaits_results());
    let returned: Vec<_> =
        ["1", "2", "3"].iter().map(|call| table.returned(call, Instant::now())).collect();
    assert_eq!(returned, [Some("front".into()), None, None]);
    assert!(!table.awaits_results());
    assert_eq!(shown(&table), ["front running", "back running*", "moved running*"]);
}

#[test]
fn a_list_adds_tasks_and_ends_only_those_known_from_lists() {
    let mut table = TaskTable::default();
    list(&mut table, &["a", "b"]);
    start(&mut table, "a", "call-a", true);
    list(&mut table, &[]);
    assert_eq!(shown(&table), ["a running*", "b running"]);
}

#[test]
fn an_ended_task_may_be_started_again() {
    let mut table = TaskTable::default();
    start(&mut table, "a", "1", true);
    notify(&mut table, "a", "completed", 1);
    start(&mut table, "a", "2", true);
    assert_eq!(shown(&table), ["a running*"]);
    assert_eq!(table.tree().find(&"a".into()).unwrap().call, Some("2".into()));
}

#[test]
fn progress_is_recorded_and_a_snapshot_does_not_change() {
    let mut table = TaskTable::default();
    start(&mut table, "a", "1", true);
    let before = table.tree();
    let fields = json!({ "task_id": "a", "description": "Running ls", "last_tool_name": "Bash",
        "usage": { "total_tokens": 5 } });
    table.progressed(&message(fields), Instant::now());
    let after = table.tree();
    let (old, new) = (before.find(&"a".into()).unwrap(), after.find(&"a".into()).unwrap());
    assert_eq!((&*old.description, old.last_tool.as_deref()), ("a", None));
    assert_eq!((&*new.description, new.last_tool.as_deref()), ("Running ls", Some("Bash")));
}

#[test]
fn the_numbers_of_running_and_ended_tasks_are_limited() {
    let mut table = TaskTable::default();
    for n in 0..LIVE + ENDED {
        start(&mut table, &n.to_string(), &n.to_string(), true);
        table.called(&n.to_string(), "x");
    }
    assert_eq!((table.tree().len(), table.calls.len()), (LIVE, CALLS));
    for n in ENDED..LIVE + ENDED {
        notify(&mut table, &n.to_string(), "completed", 1);
    }
    assert_eq!(shown(&table).len(), ENDED);
}
