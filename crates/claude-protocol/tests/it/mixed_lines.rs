//! Mixed lines: frames that share their line with other output, and control frames that are hard to
//! answer.

use claude_protocol::ConnectionOptions;
use claude_types::PermissionResult;

use crate::script::{session, session_with};
use crate::show::{all, callback, prompt};
use crate::stage::everywhere;

/// Where a frame stands on its line: `FRAME` is replaced by it. And the noise before and behind it.
const PLACES: [(&str, &[&str], &[&str]); 10] = [
    ("\u{1b}[2J\u{1b}[3J\u{1b}[HFRAME", &["\u{1b}[2J\u{1b}[3J\u{1b}[H"], &[]),
    ("\u{1b}]0;working\u{7}FRAME", &["\u{1b}]0;working\u{7}"], &[]),
    ("\u{feff}FRAME", &["\u{feff}"], &[]),
    ("10%\r20%\rFRAME", &["10%\r20%\r"], &[]),
    ("Checking for updates...FRAME", &["Checking for updates..."], &[]),
    ("FRAME and more", &[], &[" and more"]),
    ("FRAME\u{1b}[0m", &[], &["\u{1b}[0m"]),
    ("FRAME,{}", &[], &[",{}"]),
    ("FRAMEFRAGMENT", &[], &["FRAGMENT"]),
    ("\0FRAME}", &["\0"], &["}"]),
];

fn noise(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| format!("noise {part}")).collect()
}

#[test]
fn a_result_acts_wherever_it_stands_on_its_line() {
    everywhere(async || {
        for (place, before, behind) in PLACES {
            let result = r#"{"type":"result","subtype":"success","is_error":false,"result":"done","user_message_uuid":"$a"}"#;
            let line = place.replace("FRAME", result);
            let script =
                format!("-> prompt $a hi\n<- started $a\n<- say x\n<- raw {line}\n==\n<- exit 0");
            let (connection, cli) = session(&script).await;
            let turn = connection.send(prompt("hi")).await.unwrap();
            let mut expected = vec!["started".to_owned(), "say x".to_owned()];
            expected.extend(noise(before));
            expected.push("result done".into());
            assert_eq!(all(turn).await, expected, "{place:?}");
            // What stands behind the result belongs to no turn.
            let rest = connection.unsolicited().unwrap();
            cli.meet().await;
            assert_eq!(all(rest).await, noise(behind), "{place:?}");
            cli.done().await;
        }
    });
}

#[test]
fn a_question_is_answered_wherever_it_stands_on_its_line() {
    everywhere(async || {
        for (place, ..) in PLACES {
            let question = r#"{"type":"control_request","request_id":"q","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}"#;
            let line = place.replace("FRAME", question);
            ask(&format!(
                "<- raw {line}\n-> answer q {{\"behavior\":\"allow\",\"updatedInput\":{{}}}}"
            ))
            .await;
        }
    });
}

/// Runs a script with a permission callback that allows everything.
async fn ask(script: &str) {
    let mut options = ConnectionOptions::default();
    options.handlers.permission =
        Some(callback(|_, _| async { Ok(PermissionResult::allow().into()) }));
    let (_connection, cli) = session_with(options, script).await;
    cli.done().await;
}

#[test]
fn frames_that_share_a_line_act_in_their_order() {
    everywhere(async || {
        let say = r#"{"type":"assistant","message":{"content":[{"type":"text","text":"a{"}]}}"#;
        let delta = r#"{"type":"stream_event","event":{"type":"ping"}}"#;
        let result = r#"{"usage":{"input_tokens":1},"result":"done","type":"result"}"#;
        let idle = r#"{"type":"keep_alive"}"#;
        for between in ["", " ", "\r", "\u{1b}[0m"] {
            let line = [say, delta, idle, say, result, idle].join(between);
            let script = format!("-> prompt $a hi\n<- started $a\n<- raw {line}");
            let (connection, cli) = session(&script).await;
            let seen = all(connection.send(prompt("hi")).await.unwrap()).await;
            let messages: Vec<_> = seen.iter().filter(|item| !item.starts_with("noise")).collect();
            assert_eq!(
                messages,
                ["started", "say a{", "delta", "say a{", "result done"],
                "{between:?}"
            );
            cli.done().await;
        }
    });
}

#[test]
fn a_text_that_quotes_a_frame_does_not_act() {
    everywhere(async || {
        let result = r#"{"type":"result","result":"quoted"}"#;
        let question = r#"{"type":"control_request","request_id":"q","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}"#;
        for frame in [result, question] {
            let lines = [
                format!("[debug] sent {frame} to the SDK"),
                format!("[debug] sent: {frame}"),
                format!("data:{frame}"),
                format!("'{frame}'"),
                format!("[{frame}]"),
                format!("\u{1b}[2mgot\u{1b}[0m {frame} from the CLI"),
                serde_json::to_string(frame).unwrap(),
                format!(r#"{{"level":"debug","line":{frame}}}"#),
            ];
            let written: Vec<_> = lines.iter().map(|line| format!("<- raw {line}")).collect();
            let script = format!(
                "-> prompt $a hi\n<- started $a\n{}\n<- result $a done",
                written.join("\n")
            );
            let (connection, cli) = session(&script).await;
            let seen = all(connection.send(prompt("hi")).await.unwrap()).await;
            let mut expected = vec!["started".to_owned()];
            expected.extend(lines.iter().map(|line| format!("noise {line}")));
            expected.push("result done".into());
            assert_eq!(seen, expected);
            cli.done().await;
        }
    });
}

#[test]
fn a_request_behind_text_and_a_space_is_answered() {
    everywhere(async || {
        ask(
            r#"<- raw Downloading 40% {"type":"control_request","request_id":"q","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}
               -> {"type":"control_response","response":{"subtype":"success","request_id":"q","response":{"behavior":"allow"}}}"#,
        )
        .await;
    });
}

#[test]
fn a_request_gets_its_id_back_as_it_came() {
    everywhere(async || {
        for id in ["7", "null", "7.5", "true", "[1,{}]", "\"7\""] {
            let question = format!(
                r#"<- raw {{"type":"control_request","request_id":{id},"request":{{"subtype":"can_use_tool","tool_name":"Bash","input":{{}}}}}}
                   -> {{"type":"control_response","response":{{"subtype":"success","request_id":{id},"response":{{"behavior":"allow"}}}}}}"#
            );
            ask(&question).await;
            let unreadable = format!(
                r#"<- raw {{"type":"control_request","request_id":{id},"request":{{"subtype":"can_use_tool","tool_name":["Bash"]}}}}
                   -> {{"response":{{"subtype":"success","request_id":{id},"response":{{"behavior":"deny"}}}}}}"#
            );
            ask(&unreadable).await;
        }
    });
}

#[test]
fn a_request_with_another_id_than_a_text_can_be_withdrawn() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        let (asked, mut seen) = tokio::sync::mpsc::unbounded_channel();
        options.handlers.permission = Some(callback(move |_, context| {
            let asked = asked.clone();
            async move {
                let cancelled = context.cancelled();
                let _ = asked.send("asked");
                tokio::spawn(async move {
                    cancelled.cancelled().await;
                    let _ = asked.send("withdrawn");
                });
                std::future::pending().await
            }
        }));
        let (_connection, cli) = session_with(
            options,
            r#"<- raw {"type":"control_request","request_id":7,"request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}
               ==
               <- raw {"type":"control_cancel_request","request_id":7}"#,
        )
        .await;
        assert_eq!(seen.recv().await.unwrap(), "asked");
        cli.meet().await;
        assert_eq!(seen.recv().await.unwrap(), "withdrawn");
        cli.done().await;
    });
}

#[test]
fn control_frames_about_which_nothing_can_be_done_are_noise() {
    everywhere(async || {
        let lines = [
            r#"{"type":"control_request","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}"#,
            r#"{"type":"control_request"}"#,
            r#"{"type":"control_cancel_request"}"#,
            r#"{"type":"control_request","request_id":"#,
            r#"{"type":"control_cancel_request","request_id":}"#,
            r#"{"type":"control_response","response":}"#,
            r#"{"type":"keep_alive","x":}"#,
        ];
        let written: Vec<_> = lines.iter().map(|line| format!("<- raw {line}")).collect();
        let (connection, cli) = session(&format!("==\n{}\n<- exit 0", written.join("\n"))).await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        assert_eq!(all(messages).await, noise(&lines));
        cli.done().await;
    });
}

#[test]
fn a_type_that_is_given_twice_is_read_alike_by_the_loop_and_the_reader() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a hi
               <- started $a
               <- raw {"type":"assistant","message":{"content":[{"type":"text","text":"1"}]},"type":"result"}
               <- raw {"message":{"content":[{"type":"text","text":"2"}]},"type":"assistant","type":"result"}
               <- raw {"type":"user","message":{"content":"3"},"type":"control_request"}
               <- raw {"type":"result","result":"done","type":"assistant"}"#,
        )
        .await;
        let seen = all(connection.send(prompt("hi")).await.unwrap()).await;
        assert_eq!(seen, ["started", "say 1", "say 2", "user", "result done"]);
        cli.done().await;
    });
}
