//! State: what a watch of the session reports.

use claude_protocol::{ConnectionOptions, ProtocolError, State};

use crate::script::{by_hand, session};
use crate::show::prompt;
use crate::stage::everywhere;

#[test]
fn send_marks_the_session_busy_before_it_returns() {
    everywhere(async || {
        for _ in 0..50 {
            let (connection, mut far) = by_hand(ConnectionOptions::default(), 4096).await;
            assert!(connection.state().get().is_idle());
            let turn = connection.send(prompt("hi").uuid("a")).await.unwrap();
            assert!(matches!(connection.state().get(), State::Model { .. }));
            far.next_line().await.unwrap();
            far.send(
                r#"{"type":"result","subtype":"success","is_error":false,"user_message_uuid":"a"}"#,
            )
            .await;
            turn.result().await.unwrap();
            connection.state().wait_for(State::is_idle).await.unwrap();
        }
    });
}

#[test]
fn idle_is_reported_only_if_nothing_is_queued_running_or_in_the_background() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               -> prompt $b two
               <- running
               <- started $a
               <- {"type":"system","subtype":"task_started","task_id":"t","task_type":"local_agent"}
               <- result $a 1
               <- raw queued
               ==
               <- started $b
               <- result $b 2
               <- raw running
               ==
               <- idle
               <- raw in the background
               ==
               <- {"type":"system","subtype":"task_notification","task_id":"t","status":"completed"}"#,
        )
        .await;
        let mut messages = connection.subscribe().unwrap();
        let _a = connection.send(prompt("one")).await.unwrap();
        let _b = connection.send(prompt("two")).await.unwrap();
        for fence in ["queued", "running", "in the background"] {
            while crate::show::next(&mut messages).await.unwrap() != format!("noise {fence}") {}
            assert!(connection.state().get().is_busy(), "{fence}");
            cli.meet().await;
        }
        connection.state().wait_for(State::is_idle).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_watch_sees_each_change_in_turn() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a hi\n ==\n <- started $a\n <- result $a x\n -> eof\n ==\n <- exit 0",
        )
        .await;
        let mut state = connection.state();
        let _turn = connection.send(prompt("hi")).await.unwrap();
        assert!(matches!(state.changed().await, Ok(State::Model { .. })));
        cli.meet().await;
        assert!(matches!(state.changed().await, Ok(State::Idle)));
        let closing = connection.clone();
        let closed = tokio::spawn(async move { closing.close().await });
        assert!(matches!(state.changed().await, Ok(State::Closing)));
        cli.meet().await;
        assert!(matches!(state.changed().await, Ok(State::Closed(None))));
        closed.await.unwrap().unwrap();
        cli.done().await;
    });
}

#[test]
fn a_watch_reports_the_end_of_the_session() {
    everywhere(async || {
        let (connection, cli) = session("==\n <- exit 4").await;
        let (mut before, mut waiting) = (connection.state(), connection.state());
        cli.meet().await;
        let never = waiting.wait_for(|state| matches!(state, State::Closing)).await;
        assert!(matches!(never, Err(ProtocolError::Closed)));
        let mut after = connection.state();
        assert!(matches!(before.changed().await, Ok(State::Closed(Some(_)))));
        // Dropping the handles does not change the state any more.
        assert!(matches!(before.changed().await, Err(ProtocolError::Closed)));
        assert!(matches!(after.changed().await, Err(ProtocolError::Closed)));
        drop(connection);
        assert!(matches!(before.changed().await, Err(ProtocolError::Closed)));
        assert!(after.get().is_closed());
        assert!(after.wait_for(State::is_closed).await.is_ok());
        cli.done().await;
    });
}
