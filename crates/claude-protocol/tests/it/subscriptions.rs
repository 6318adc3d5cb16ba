//! Subscriptions: messages that do not belong to a turn.

use crate::script::session;
use crate::show::{all, next, prompt, some};
use crate::stage::everywhere;

const AGENT: &str = r#"
    -> prompt $a go
    <- started $a
    <- {"type":"system","subtype":"task_started","task_id":"t1","task_type":"local_agent"}
    <- result $a launched
    <- completed $a
    <- {"type":"assistant","parent_tool_use_id":"toolu","message":{"content":[{"type":"text","text":"sub"}]}}
    <- {"type":"system","subtype":"task_notification","task_id":"t1","status":"completed"}
    <- init
    <- say after
    <- {"type":"result","subtype":"success","is_error":false,"result":"news","origin":{"kind":"task-notification"}}
"#;

const NEWS: [&str; 5] = ["say sub", "task_notification", "init", "say after", "result news"];

#[test]
fn unsolicited_messages_go_to_their_subscription() {
    everywhere(async || {
        let (connection, cli) = session(AGENT).await;
        let mut messages = connection.unsolicited().unwrap();
        let turn = connection.send(prompt("go")).await.unwrap();
        assert_eq!(all(turn).await, ["started", "task_started", "result launched"]);
        assert_eq!(some(&mut messages, 5).await, NEWS);
        cli.done().await;
    });
}

#[test]
fn messages_before_the_first_subscription_are_kept_for_it() {
    everywhere(async || {
        let (connection, cli) = session(&format!("{AGENT}\n <- raw fence")).await;
        // A full subscription does not take messages from other consumers.
        let mut everything = connection.subscribe().unwrap();
        let turn = connection.send(prompt("go")).await.unwrap();
        turn.result().await.unwrap();
        while next(&mut everything).await.unwrap() != "noise fence" {}
        let mut messages = connection.unsolicited().unwrap();
        assert_eq!(some(&mut messages, 5).await, NEWS);
        let mut second = connection.unsolicited().unwrap();
        let mut far = cli.done().await;
        far.send("later").await;
        assert_eq!(next(&mut second).await.unwrap(), "noise later");
    });
}

#[test]
fn only_the_newest_unsolicited_messages_are_kept() {
    everywhere(async || {
        let (connection, cli) = session("==").await;
        let mut everything = connection.subscribe().unwrap();
        cli.meet().await;
        let mut far = cli.done().await;
        for n in 0..300 {
            far.send(&format!("n{n}")).await;
        }
        while next(&mut everything).await.unwrap() != "noise n299" {}
        let mut messages = connection.unsolicited().unwrap();
        assert_eq!(next(&mut messages).await.unwrap(), "lagged 44", "what was dropped is told");
        assert_eq!(next(&mut messages).await.unwrap(), "noise n44", "256 are kept");
    });
}

#[test]
fn a_full_subscription_sees_everything_after_its_creation() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             <- say x
             <- result $a 1
             <- completed $a
             <- raw noise
             <- exit 0",
        )
        .await;
        let early = connection.subscribe().unwrap();
        connection.send(prompt("one")).await.unwrap().result().await.unwrap();
        let seen = ["started", "say x", "result 1", "completed", "noise noise"];
        assert_eq!(all(early).await, seen);
        cli.done().await;
    });
}

#[test]
fn frames_for_the_host_are_hidden() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               <- running
               <- started $a
               <- {"type":"system","subtype":"session_state_changed","state":"requires_action"}
               <- idle
               <- result $a 1
               <- exit 0"#,
        )
        .await;
        let everything = connection.subscribe().unwrap();
        connection.send(prompt("one")).await.unwrap().result().await.unwrap();
        assert_eq!(all(everything).await, ["started", "session_state_changed", "result 1"]);
        cli.done().await;
    });
}

#[test]
fn a_posted_prompt_is_read_from_a_subscription_and_is_not_unsolicited() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             <- init
             <- say x
             <- result $a 1
             <- raw after
             <- exit 0",
        )
        .await;
        let mut everything = connection.subscribe().unwrap();
        let messages = connection.unsolicited().unwrap();
        let uuid = connection.post(prompt("one")).await.unwrap();
        assert_eq!(everything.result_of(uuid.uuid()).await.unwrap().text(), "1");
        assert_eq!(all(everything).await, ["noise after"], "what follows the result is kept");
        assert_eq!(all(messages).await, ["noise after"]);
        cli.done().await;
    });
}

#[test]
fn one_result_answers_both_posted_prompts() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               -> prompt $b two
               <- started $a
               <- started $b
               <- {"type":"result","subtype":"success","is_error":false,"result":"both","user_message_uuid":"$b","user_message_uuids":["$a","$b"]}"#,
        )
        .await;
        let mut everything = connection.subscribe().unwrap();
        let a = connection.post(prompt("one")).await.unwrap();
        let b = connection.post(prompt("two")).await.unwrap();
        assert_eq!(everything.result_of(a.uuid()).await.unwrap().text(), "both");
        assert_eq!(everything.result_of(b.uuid()).await.unwrap().text(), "both");
        cli.done().await;
    });
}
