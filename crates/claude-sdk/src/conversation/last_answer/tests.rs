//! From the messages of a turn to its final text.

use claude_types::{Message, ResultMessage};
use serde_json::{Value, json};

use super::*;

/// A message of the main thread with these blocks.
fn blocks(id: &str, blocks: Value) -> Value {
    json!({
        "type": "assistant", "uuid": format!("{id} {blocks}"), "parent_tool_use_id": null,
        "message": { "role": "assistant", "model": "fake", "id": id, "content": blocks },
    })
}

fn text(id: &str, text: &str) -> Value {
    blocks(id, json!([{ "type": "text", "text": text }]))
}

fn tool(id: &str) -> Value {
    blocks(id, json!([{ "type": "tool_use", "id": "toolu_1", "name": "Bash", "input": {} }]))
}

fn output() -> Value {
    let content = json!([{ "type": "tool_result", "tool_use_id": "toolu_1", "content": "long" }]);
    json!({ "type": "user", "message": { "role": "user", "content": content } })
}

/// A request that the CLI adds to the conversation.
fn note(text: &str) -> Value {
    json!({
        "type": "user", "isSynthetic": true, "parent_tool_use_id": null,
        "message": { "role": "user", "content": [{ "type": "text", "text": text }] },
    })
}

const CUT: &str = "Output token limit hit. Resume directly \u{2014} no apology, no recap.";
const BROKEN: &str = "Your response above was cut off mid-stream. Resume directly from there.";

fn of_result(answer: &mut LastAnswer, fields: Value) -> ResultMessage {
    let mut result: ResultMessage = serde_json::from_value(fields).unwrap();
    answer.complete(&mut result);
    result
}

fn observe(answer: &mut LastAnswer, messages: &[Value]) {
    for message in messages {
        let message = Message::decode(message.to_string().as_bytes());
        assert!(!matches!(message, Message::Undecoded(_)), "{message:?}");
        answer.observe(&message);
    }
}

/// The final text of a turn with these messages, whose result contains this text.
fn complete(messages: &[Value], own: &str) -> String {
    let mut answer = LastAnswer::default();
    observe(&mut answer, messages);
    let good = json!({ "subtype": "success", "is_error": false, "result": own, "num_turns": 1 });
    of_result(&mut answer, good).text().to_owned()
}

#[test]
fn words_before_a_tool_count_only_if_nothing_comes_after() {
    let whole = "The answer is 42.";
    assert_eq!(complete(&[text("1", whole), tool("1"), output()], ""), whole);
    // Some CLIs send one message for each block, others one for the whole answer.
    let both = json!([
        { "type": "text", "text": whole },
        { "type": "tool_use", "id": "toolu_1", "name": "Bash", "input": {} },
    ]);
    assert_eq!(complete(&[blocks("1", both), output()], ""), whole);
    let plain = [text("1", "I look."), tool("1"), output(), text("2", whole)];
    assert_eq!(complete(&plain, whole), whole);
    let twice = [&[text("0", "First.")], &plain[1..3], &[text("1", whole), tool("1"), output()]];
    assert_eq!(complete(&twice.concat(), ""), whole);
    // After the tool: only thinking, or only space.
    let thinking = blocks("2", json!([{ "type": "thinking", "thinking": "Hm." }]));
    assert_eq!(complete(&[text("1", whole), tool("1"), output(), thinking], ""), whole);
    assert_eq!(complete(&[text("1", whole), tool("1"), output(), text("2", "\n\n")], ""), whole);
}

#[test]
fn all_blocks_of_an_answer_count() {
    let thinking = || json!({ "type": "thinking", "thinking": "Hm." });
    let word = |text: &str| json!({ "type": "text", "text": text });
    let mixed = json!([word("The answer "), thinking(), word("is "), word("42.")]);
    assert_eq!(complete(&[blocks("1", mixed)], "42."), "The answer is 42.");
    let apart = [text("1", "The answer "), blocks("1", json!([thinking()])), text("1", "is 42.")];
    assert_eq!(complete(&apart, "is 42."), "The answer is 42.");
    // The CLI reports the last block, even if it is thinking.
    let last = [text("1", "The answer is 42."), blocks("1", json!([thinking()]))];
    assert_eq!(complete(&last, ""), "The answer is 42.");
    // The API runs server tools within the answer.
    let search = json!([
        word("I search. "),
        { "type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {} },
        { "type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": [] },
        word("It is "),
        word("42."),
    ]);
    assert_eq!(complete(&[blocks("1", search)], "42."), "I search. It is 42.");
}

#[test]
fn an_answer_that_was_cut_is_put_together() {
    let cut = [text("1", "The answer "), note(CUT), text("2", "is 42.")];
    assert_eq!(complete(&cut, "is 42."), "The answer is 42.");
    let twice =
        [text("1", "The "), note(CUT), text("2", "answer "), note(BROKEN), text("3", "is.")];
    assert_eq!(complete(&twice, "is."), "The answer is.");
    let tagged = format!("<system-reminder>\n{CUT}\n</system-reminder>");
    let newer = [text("1", "The answer "), note(&tagged), text("2", "is 42.")];
    assert_eq!(complete(&newer, "is 42."), "The answer is 42.");
    let in_a_turn = [&[text("0", "I look."), tool("0"), output()], &cut[..]].concat();
    assert_eq!(complete(&in_a_turn, "is 42."), "The answer is 42.");
    let before_a_tool = [&cut[..], &[tool("2"), output()]].concat();
    assert_eq!(complete(&before_a_tool, ""), "The answer is 42.");
    // The stop reason is enough if the words of the note are unknown.
    let mut first = text("1", "The answer ");
    first["message"]["stop_reason"] = "max_tokens".into();
    let unknown = [first, note("Please go on."), text("2", "is 42.")];
    assert_eq!(complete(&unknown, "is 42."), "The answer is 42.");
    // Nothing was written before the cut, or nothing after it.
    assert_eq!(complete(&[note(CUT), text("2", "42.")], "42."), "42.");
    assert_eq!(complete(&[text("1", "42."), note(CUT)], ""), "42.");
}

#[test]
fn a_new_request_of_the_cli_begins_a_new_answer() {
    for request in [
        "Stop hook feedback:\nkeep going",
        "[structured-output-enforce] You MUST call the StructuredOutput tool.",
        "[Your previous response had no visible output. Please continue.]",
    ] {
        let messages = [text("1", "one"), note(request), text("2", "two")];
        assert_eq!(complete(&messages, "two"), "two", "{request}");
        assert_eq!(complete(&messages[..2], ""), "one", "{request}");
    }
}

/// Another answer of the API is one of its own, unless it goes on with a cut one.
#[test]
fn the_last_answer_of_the_api_counts() {
    assert_eq!(complete(&[text("1", "one"), text("2", "two")], "two"), "two");
    assert_eq!(complete(&[text("1", "one"), text("2", "two"), text("2", "three")], ""), "twothree");
    assert_eq!(complete(&[text("1", "one"), blocks("2", json!([]))], ""), "one");
    let twice = [text("1", "The "), note(CUT), text("2", "end."), text("3", "Next.")];
    assert_eq!(complete(&twice, "Next."), "Next.");
}

#[test]
fn a_refused_answer_counts_only_if_no_other_follows() {
    let mut retry = note("Your response above was stopped by a safety classifier.");
    retry["refused_message_id"] = "1".into();
    let messages = [text("0", "Look: "), text("1", "I cannot"), retry.clone(), text("2", "x2")];
    assert_eq!(complete(&messages[1..], "x2"), "x2");
    assert_eq!(complete(&messages, "x2"), "x2");
    assert_eq!(complete(&[text("1", "I cannot"), retry], ""), "I cannot");
    let retracted = json!({
        "type": "system", "subtype": "model_refusal_fallback", "trigger": "refusal",
        "original_model": "a", "fallback_model": "b", "direction": "retry", "content": "",
        "retracted_message_uuids": [text("1", "I cannot")["uuid"]],
    });
    assert_eq!(complete(&[text("1", "I cannot"), retracted, text("2", "x2")], "x2"), "x2");
}

#[test]
fn the_result_counts_where_the_model_did_not_speak() {
    assert_eq!(complete(&[], "the output of a command"), "the output of a command");
    // Typed answers are the input of a tool.
    assert_eq!(complete(&[text("1", "Here:"), tool("1"), output()], r#"{"a":1}"#), r#"{"a":1}"#);
    let mut command = text("1", "## Usage");
    command["message"]["model"] = "<synthetic>".into();
    assert_eq!(complete(&[command], "## Usage\n\n"), "## Usage\n\n");
    assert_eq!(complete(&[], ""), "");
}

#[test]
fn what_the_model_did_not_say_does_not_count() {
    let mut subagent = text("2", "from a subagent");
    subagent["parent_tool_use_id"] = "toolu_1".into();
    let mut of_subagent = output();
    of_subagent["parent_tool_use_id"] = "toolu_1".into();
    let with_subagent = [text("1", "The "), subagent, of_subagent, text("1", "end.")];
    assert_eq!(complete(&with_subagent, "end."), "The end.");
    let mut failed = text("2", "API Error: 529");
    failed["error"] = "overloaded".into();
    assert_eq!(complete(&[text("1", "42."), failed], "42."), "42.");
    let mut notice = text("2", "No response requested.");
    notice["message"]["model"] = "<synthetic>".into();
    assert_eq!(complete(&[text("1", "42."), tool("1"), output(), notice], ""), "42.");
    let mut replay = note("<local-command-stdout>Set model to x</local-command-stdout>");
    replay["isReplay"] = true.into();
    assert_eq!(complete(&[text("1", "The "), replay, text("1", "end.")], "end."), "The end.");
}

#[test]
fn a_repeated_message_counts_once() {
    let messages = [text("1", "42."), text("1", "42."), text("1", " 42.")];
    assert_eq!(complete(&messages, " 42."), "42. 42.");
}

#[test]
fn if_messages_are_lost_the_result_may_be_all_there_is() {
    let mut answer = LastAnswer::default();
    observe(&mut answer, &[text("1", "The an")]);
    let good = json!({ "subtype": "success", "is_error": false, "result": "swer is 42." });
    assert_eq!(of_result(&mut answer, good).text(), "swer is 42.");
    // The next turn begins anew.
    observe(&mut answer, &[text("2", "Yes: "), text("2", "42.")]);
    let good = json!({ "subtype": "success", "is_error": false, "result": "42." });
    assert_eq!(of_result(&mut answer, good).text(), "Yes: 42.");
}

#[test]
fn a_failed_result_without_text_gets_what_was_said_until_then() {
    let mut answer = LastAnswer::default();
    let failed = json!({ "subtype": "error_max_turns", "is_error": true, "errors": ["turns"] });
    observe(&mut answer, &[text("1", "I look."), tool("1"), output()]);
    assert_eq!(of_result(&mut answer, failed.clone()).text(), "I look.");
    assert_eq!(of_result(&mut answer, failed).result, None, "nothing was said");
    let api = json!({ "subtype": "success", "is_error": true, "result": "API Error: 529" });
    observe(&mut answer, &[text("1", "I look.")]);
    assert_eq!(of_result(&mut answer, api).text(), "API Error: 529");
}

#[test]
fn memory_is_bounded() {
    const BOUND: usize = 64 * 1024;
    let mut answer = LastAnswer { most: BOUND, ..LastAnswer::default() };
    let long = "x".repeat(BOUND / 8);
    for number in 0..40 {
        observe(&mut answer, &[text("1", &format!("{number}{long}"))]);
        assert!(answer.size <= BOUND, "{}", answer.size);
    }
    let good = json!({ "subtype": "success", "is_error": false, "result": "" });
    assert!(of_result(&mut answer, good).text().len() >= BOUND / 8);
}
