//! One-shot queries, with every form of an answer.

use claude_sdk::types::{ContentDelta, StreamEvent};
use claude_sdk::{ContentBlock, Message, SystemMessage, query};
use claude_testkit::fake_api::{Block, Turn};

use super::lab::{Lab, expect};

#[tokio::test]
async fn a_prompt_is_answered() {
    let Some(lab) = Lab::new([Turn::text("It is 4.")]).await else { return };
    let answer = expect(query("What is 2 + 2?", lab.options()).text().await);
    assert_eq!(answer, "It is 4.");
    assert_eq!(lab.asked().len(), 1);
}

#[tokio::test]
async fn the_session_has_the_id_that_was_generated_before() {
    let Some(lab) = Lab::new([Turn::text("hi")]).await else { return };
    let ask = query("hello", lab.options());
    let id = ask.session_id().cloned().unwrap();
    let result = expect(ask.result().await);
    assert_eq!(result.session_id, Some(id));
    assert!(!result.is_failure());
}

#[tokio::test]
async fn the_stream_contains_all_messages_in_order() {
    let turn = Turn::text("Because.").thinking("Why?");
    let Some(lab) = Lab::new([turn]).await else { return };
    let mut run = expect(query("why", lab.options()).await);
    let mut story = Vec::new();
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::System(SystemMessage::Init(_)) => story.push("init"),
            Message::Assistant(reply) => {
                story.push(match &reply.message.content[0] {
                    ContentBlock::Thinking(_) => "thinking",
                    ContentBlock::Text(_) => "text",
                    other => panic!("{other:?}"),
                });
            }
            Message::Result(_) => story.push("result"),
            Message::Noise(_) | Message::Unknown(_) | Message::Undecoded(_) => story.push("odd"),
            _ => {}
        }
    }
    assert_eq!(story, ["init", "thinking", "text", "result"]);
}

#[tokio::test]
async fn partial_messages_add_up_to_the_final_text() {
    let text = "one two three four five é😀";
    let Some(lab) = Lab::new([Turn::text(text).deltas(6)]).await else { return };
    let mut run = expect(query("count", lab.options().include_partial_messages(true)).await);
    let (mut pieces, mut finals) = (Vec::new(), Vec::new());
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::StreamEvent(event) => {
                if let StreamEvent::ContentBlockDelta(delta) = event.event
                    && let ContentDelta::TextDelta(text) = delta.delta
                {
                    pieces.push(text.text);
                }
            }
            Message::Assistant(reply) => finals.push(reply.text()),
            _ => {}
        }
    }
    assert!(pieces.len() > 2, "{pieces:?}");
    assert_eq!(pieces.concat(), text);
    assert_eq!(finals, [text]);
}

#[tokio::test]
async fn a_long_answer_arrives_complete() {
    const LENGTH: usize = 3_000_000;
    let Some(lab) = Lab::new([Turn::blocks([Block::filled(LENGTH)])]).await else { return };
    let answer = expect(query("write a book", lab.options()).text().await);
    assert_eq!(answer.len(), LENGTH);
    assert!(answer.starts_with("0123456789"), "{}", &answer[..20]);
}
