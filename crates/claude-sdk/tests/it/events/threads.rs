//! Threads: the main thread and its subagents, interleaved, and calls without a result.

use serde_json::json;

use super::frames::{Answer, Block, output, result, system, user};
use super::{events, shown, standing};

#[test]
fn threads_are_kept_separate() {
    let main = Answer::new("msg_1").lines(&[Block::text(&["m1 ", "m2 ", "m3"])]);
    let one = Answer::of("msg_1", "toolu_a").lines(&[Block::text(&["a1 ", "a2 ", "a3"])]);
    let two = Answer::of("msg_2", "toolu_b").lines(&[Block::text(&["b1 ", "b2 ", "b3"])]);
    let mixed: Vec<_> = main.iter().zip(&one).zip(&two).flat_map(|((m, a), b)| [m, a, b]).collect();
    let events = events(mixed);
    assert_eq!(standing(&events), ["m1 m2 m3", "a1 a2 a3", "b1 b2 b3"]);
    let of = |parent: Option<&str>| {
        let mine = events.iter().filter(|event| event.parent().map(|id| id.as_str()) == parent);
        mine.filter_map(claude_sdk::Event::as_text).collect::<String>()
    };
    assert_eq!(of(None), "m1 m2 m3");
    assert_eq!(of(Some("toolu_a")), "a1 a2 a3");
    assert_eq!(of(Some("toolu_b")), "b1 b2 b3");
}

#[test]
fn a_result_names_its_call() {
    let answer = Answer::of("msg_1", "toolu_0");
    let call = answer.whole(&Block::call("toolu_1", "ls"));
    let mut line = output("toolu_1", Some("toolu_0"), "a.txt\nb.txt");
    line["tool_use_result"] = json!({ "stdout": "a.txt\nb.txt" });
    line["tool_result_meta"] = json!([{ "id": "toolu_1", "non_execution_kind": "interrupted" }]);
    let events = events([&call, &line]);
    assert_eq!(shown(&events), ["use Bash ls", "Done Bash: a.txt b.txt"]);
    let claude_sdk::Event::ToolResult(result) = &events[1] else { panic!() };
    assert_eq!(events[0].key(), events[1].key());
    assert_eq!(events[1].parent().unwrap(), "toolu_0");
    assert!(events[1].timestamp() > events[0].timestamp() && events[0].timestamp().is_some());
    assert_eq!(result.output().unwrap().get(), r#"{"stdout":"a.txt\nb.txt"}"#);
    assert!(result.meta().is_some() && !result.is_error());
}

#[test]
fn images_are_named_and_a_result_without_its_call_is_reported_too() {
    let image = json!({ "type": "base64", "media_type": "image/png", "data": "AA==" });
    let content = json!([
        { "type": "text", "text": "here:" }, { "type": "image", "source": image },
    ]);
    let block = json!({
        "type": "tool_result", "tool_use_id": "toolu_9", "content": content, "is_error": true,
    });
    let empty = output("toolu_8", None, "");
    let lines = [user(None, json!([block, { "type": "text", "text": "and a word" }])), empty];
    let events = events(&lines);
    assert_eq!(shown(&events), ["Failed ?: here: [image]", "other", "Done ?: (no output)"]);
    assert_eq!(events[0].key(), None);
}

#[test]
fn a_call_without_a_result_ends_with_its_turn() {
    let mut lines = vec![
        Answer::new("msg_1").whole(&Block::call("toolu_1", "sleep 9")),
        result(""),
        Answer::new("msg_2").whole(&Block::text(&["next"])),
    ];
    let words = ["use Bash sleep 9", "Missing Bash: (no result)", "result ", "text next."];
    assert_eq!(shown(&events(&lines)), words);
    // A late result is still reported.
    lines.push(output("toolu_1", None, "late"));
    assert_eq!(shown(&events(&lines))[4], "Done ?: late");
}

/// The main turn ends before a background agent does.
#[test]
fn a_background_agent_outlives_the_turn_that_started_it() {
    let agent = json!({
        "type": "tool_use", "id": "toolu_a", "name": "Agent",
        "input": { "description": "look", "prompt": "Look.", "subagent_type": "helper" },
    });
    let sub = Answer::of("msg_2", "toolu_a");
    let mut lines = vec![
        Answer::new("msg_1").frame(&[agent]),
        output("toolu_a", None, "launched"),
        sub.whole(&Block::call("toolu_1", "ls")),
        result("Launched."),
        output("toolu_1", Some("toolu_a"), "a.txt"),
        sub.whole(&Block::text(&["found"])),
    ];
    let words = [
        "use Agent helper: look",
        "Done Agent: launched",
        "use Bash ls",
        "result Launched.",
        "Done Bash: a.txt",
        "text found.",
    ];
    assert_eq!(shown(&events(&lines)), words);

    // An agent that is stopped during a call ends the call.
    lines.truncate(4);
    let stopped = json!({
        "task_id": "t", "tool_use_id": "toolu_a", "status": "stopped", "summary": "look",
    });
    lines.push(system("task_notification", stopped));
    let words = ["Missing Bash: (no result)", "status task look: stopped"];
    assert_eq!(shown(&events(&lines))[4..], words);
}

/// An interrupted foreground agent ends the calls that it made.
#[test]
fn calls_of_an_agent_end_with_the_call_that_started_it() {
    let lines = [
        Answer::new("msg_1").whole(&Block::call("toolu_a", "agent")),
        Answer::of("msg_2", "toolu_a").whole(&Block::call("toolu_b", "agent")),
        Answer::of("msg_3", "toolu_b").whole(&Block::call("toolu_c", "ls")),
        result(""),
    ];
    let words = shown(&events(&lines));
    assert_eq!(words.iter().filter(|word| word.starts_with("Missing")).count(), 3, "{words:?}");
    assert_eq!(words.last().unwrap(), "result ");
}

#[test]
fn tools_of_the_api_are_calls_and_results_too() {
    let answer = Answer::new("msg_1");
    let call = json!({
        "type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search",
        "input": { "query": "rust" },
    });
    let hit = json!({ "type": "web_search_result", "title": "Rust", "url": "http://127.0.0.1/" });
    let found = json!({
        "type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": [hit],
    });
    let frames =
        [answer.frame(std::slice::from_ref(&call)), answer.frame(std::slice::from_ref(&found))];
    let words = [r#"use web_search {"query":"rust"}"#, "Done web_search: Rust"];
    assert_eq!(shown(&events(&frames)), words);
    // The same in one message, and with an error instead of the results.
    assert_eq!(shown(&events([&answer.frame(&[call.clone(), found])])), words);
    let error = json!({ "type": "web_search_tool_result_error", "error_code": "unavailable" });
    let failed = json!({
        "type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": error,
    });
    let words = shown(&events([&answer.frame(&[call, failed])]));
    assert!(words[1].starts_with("Failed web_search"), "{words:?}");
}
