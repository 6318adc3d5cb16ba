//! Requests: each request of ours gets a response or an error.

use std::time::Duration;

use claude_protocol::{ConnectionOptions, ProtocolError};
use claude_types::Raw;
use serde_json::{Value, json};

use crate::script::{by_hand, session};
use crate::show::{next, prompt};
use crate::stage::{everywhere, paused};

#[test]
fn setters_send_and_return_the_resolved_value() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> request $a set_model {"model":"opus"}
               <- success $a {"model":"claude-opus-5"}
               -> request $b set_model {"model":null}
               <- success $b
               -> request $c set_permission_mode {"mode":"plan"}
               <- success $c {"mode":"plan"}
               -> request $d anything {"x":[1]}
               <- success $d {"y":2}"#,
        )
        .await;
        assert_eq!(connection.set_model(Some("opus")).await.unwrap().unwrap(), "claude-opus-5");
        assert_eq!(connection.set_model(None).await.unwrap(), None);
        connection.set_permission_mode("plan".into()).await.unwrap();
        let body = json!({ "subtype": "anything", "x": [1] });
        let answer: Value = connection.request_untyped("anything", &body).await.unwrap();
        assert_eq!(answer, json!({ "y": 2 }));
        cli.done().await;
    });
}

#[test]
fn a_refusal_includes_its_code() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> request $a set_permission_mode
             <- error $a invalid_mode there is no such mode",
        )
        .await;
        match connection.set_permission_mode("odd".into()).await.unwrap_err() {
            ProtocolError::Refused { subtype, message, code } => {
                assert_eq!(subtype, "set_permission_mode");
                assert_eq!(message, "there is no such mode");
                assert_eq!(code.unwrap().as_str(), "invalid_mode");
            }
            other => panic!("{other:?}"),
        }
        cli.done().await;
    });
}

#[test]
fn an_undecodable_response_fails_only_its_request() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> request $a set_model
             <- success $a [1]
             -> request $b set_model
             <- success $b",
        )
        .await;
        assert!(matches!(connection.set_model(None).await, Err(ProtocolError::Decode(_))));
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn responses_with_unknown_ids_are_ignored() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> request $a set_model
               <- success foreign {"model":"wrong"}
               <- error foreign2 x wrong
               <- {"type":"control_response","response":{"subtype":"success","request_id":"p1","response":{"behavior":"allow"}}}
               <- success $a {"model":"right"}
               <- success $a {"model":"twice"}"#,
        )
        .await;
        assert_eq!(connection.set_model(None).await.unwrap().unwrap(), "right");
        cli.done().await;
    });
}

#[test]
fn an_undecodable_response_is_delivered_as_unknown() {
    everywhere(async || {
        let script = r#"<- {"type":"control_response","response":7}"#;
        let (connection, cli) = session(script).await;
        let shown = next(&mut connection.unsolicited().unwrap()).await.unwrap();
        assert_eq!(shown, "unknown control_response");
        cli.done().await;
    });
}

#[test]
fn responses_may_arrive_in_any_order() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> request $a set_model
               -> request $b set_model
               <- success $b {"model":"2"}
               <- success $a {"model":"1"}"#,
        )
        .await;
        let (a, b) = tokio::join!(connection.set_model(None), connection.set_model(None));
        assert_eq!((a.unwrap().unwrap().as_str(), b.unwrap().unwrap().as_str()), ("1", "2"));
        cli.done().await;
    });
}

#[test]
fn a_missing_response_is_an_error_after_a_minute_and_a_late_one_is_ignored() {
    paused(async || {
        let (connection, cli) = session(
            r#"-> request $a set_model
               ==
               <- success $a {"model":"late"}
               -> request $b set_model
               <- success $b {"model":"in time"}"#,
        )
        .await;
        let begun = tokio::time::Instant::now();
        match connection.set_model(None).await.unwrap_err() {
            ProtocolError::Timeout { waiting_for, after, .. } if waiting_for == "set_model" => {
                assert_eq!(after, Duration::from_secs(60));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(begun.elapsed().as_secs(), 60);
        cli.meet().await;
        assert_eq!(connection.set_model(None).await.unwrap().unwrap(), "in time");
        cli.done().await;
    });
}

#[test]
fn a_request_that_the_cli_never_reads_times_out_too() {
    paused(async || {
        let (connection, far) = by_hand(Default::default(), 512).await;
        // stdin is full now.
        let turn = connection.send(prompt(&"x".repeat(4096))).await.unwrap();
        let refused = connection.set_model(None).await.unwrap_err();
        assert!(matches!(refused, ProtocolError::Timeout { .. }), "{refused:?}");
        let refused = connection.interrupt().await.unwrap_err();
        assert!(matches!(refused, ProtocolError::Timeout { .. }), "{refused:?}");
        drop((turn, far));
    });
}

#[test]
fn a_deadline_beyond_the_range_of_time_is_no_deadline() {
    paused(async || {
        let mut options = claude_protocol::ConnectionOptions::default();
        options.deadlines.control = Duration::MAX;
        options.deadlines.interrupt = Duration::MAX;
        options.deadlines.run_end = Duration::MAX;
        options.deadlines.hook = Duration::MAX;
        options.limits.stale = Duration::MAX;
        options.limits.pause = Duration::MAX;
        options.limits.soft = 1;
        let (connection, cli) = crate::script::session_with(
            options,
            r#"-> request $a set_model
               <- raw x
               .. 7000s
               <- success $a {"model":"m"}
               -> request $b interrupt
               <- success $b {"still_queued":[]}"#,
        )
        .await;
        let mut messages = connection.unsolicited().unwrap();
        assert_eq!(connection.set_model(None).await.unwrap().unwrap(), "m");
        assert_eq!(next(&mut messages).await.unwrap(), "noise x");
        connection.interrupt().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_request_body_of_many_lines_is_written_as_one() {
    everywhere(async || {
        let script = "-> request $a odd {\"x\":1}\n <- success $a";
        let (connection, cli) = session(script).await;
        let body = Raw::from_text("{\n\"subtype\":\"odd\",\r\n\"x\": 1}").unwrap();
        let _: Raw = connection.request_untyped("odd", &body).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn an_unencodable_request_fails_alone() {
    everywhere(async || {
        let (connection, cli) = session("-> request $a set_model\n <- success $a").await;
        let unencodable = std::collections::BTreeMap::from([(vec![1], 2)]);
        let error = connection.request_untyped::<Raw>("odd", &unencodable).await.unwrap_err();
        assert!(matches!(error, ProtocolError::Encode(_)));
        connection.set_model(None).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_response_before_its_request_is_written_does_not_count() {
    paused(async || {
        // The pipe is too small for the prompt, so the request stays in the outbox.
        let (connection, mut far) = by_hand(ConnectionOptions::default(), 512).await;
        let _turn = connection.send(prompt(&"x".repeat(4096))).await.unwrap();
        tokio::time::sleep(Duration::from_secs(1)).await;
        let mut mode = tokio_test::task::spawn(connection.set_permission_mode("plan".into()));
        assert!(mode.poll().is_pending());
        tokio::time::sleep(Duration::from_secs(1)).await;
        for number in 1..4 {
            let id = format!("sdk-{number}");
            far.send(&format!(r#"{{"type":"control_response","response":{{"subtype":"success","request_id":"{id}"}}}}"#)).await;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(mode.poll().is_pending());
        far.next_line().await.unwrap();
        let request: serde_json::Value =
            serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
        let id = &request["request_id"];
        assert!(id.as_str().unwrap().len() > 36, "{id}");
        far.send(&format!(
            r#"{{"type":"control_response","response":{{"subtype":"success","request_id":{id}}}}}"#
        ))
        .await;
        mode.await.unwrap();
    });
}
