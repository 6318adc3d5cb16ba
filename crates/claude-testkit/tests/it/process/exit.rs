//! Exit: a CLI that exits at the start, during a turn, after an error, with and without a result.

use std::time::Duration;

use claude_sdk::{Client, Error, Message, query};

use super::stage::{bounded, everywhere, exited, gone, mock, next, options, story, until};

#[test]
fn an_exit_at_start_includes_stderr() {
    everywhere(async || {
        let options = options(r#"stderr "warning: old\nerror: no such login\n"; exit 7"#);
        for error in [
            Client::connect(options.clone()).await.unwrap_err(),
            query("hi", options.clone()).await.unwrap_err(),
            query("hi", options.clone()).text().await.unwrap_err(),
            query("hi", options.clone()).result().await.unwrap_err(),
        ] {
            let (status, stderr) = exited(&error);
            assert_eq!(status, "exit code 7");
            assert_eq!(stderr, "warning: old\nerror: no such login\n");
            assert!(error.result().is_none());
            let mock = mock();
            let expected = format!(
                "the CLI exited with exit code 7 before the handshake (`{mock}`): error: no such login"
            );
            assert_eq!(error.to_string(), expected);
        }
    });
}

#[test]
fn an_exit_at_start_without_stderr_has_its_code() {
    everywhere(async || {
        let error = Client::connect(options("exit 0")).await.unwrap_err();
        assert_eq!(exited(&error), ("exit code 0", ""));
        let mock = mock();
        let expected = format!("the CLI exited with exit code 0 before the handshake (`{mock}`)");
        assert_eq!(error.to_string(), expected);
    });
}

#[test]
fn an_exit_during_a_turn_fails_turns_and_requests() {
    everywhere(async || {
        let steps = r#"interrupt ignore; expect user; text "half"; expect control interrupt;
            stderr "out of memory"; exit 3"#;
        let client = Client::connect(options(steps)).await.unwrap();
        let mut all = client.messages().unwrap();
        let mut turn = client.send("first").await.unwrap();
        let mut queued = client.send("second").await.unwrap();
        until(&mut turn, "half").await;
        // The interrupt is never answered, so it is pending when the CLI exits.
        let request = client.interrupt().await.unwrap_err();
        let reason = "error the CLI exited with exit code 3: out of memory";
        assert_eq!(exited(&request), ("exit code 3", "out of memory"));
        assert_eq!(story(&mut turn).await, [reason]);
        assert_eq!(story(&mut queued).await, [reason]);
        assert_eq!(story(&mut all).await, ["say half", reason]);
        // Later calls return the same error.
        for late in [
            client.send("third").await.unwrap_err(),
            client.set_model("opus").await.unwrap_err(),
            client.interrupt().await.unwrap_err(),
            client.messages().unwrap_err(),
            client.close().await.unwrap_err(),
        ] {
            assert_eq!(exited(&late), ("exit code 3", "out of memory"));
        }
    });
}

#[test]
fn an_exit_during_a_query_is_an_error() {
    everywhere(async || {
        let steps = r#"expect user; text "half"; exit 3"#;
        let mut run = query("hi", options(steps)).await.unwrap();
        let story = story(&mut run).await;
        assert_eq!(story, ["say half", "error the CLI exited with exit code 3"]);
        for error in [
            query("hi", options(steps)).text().await.unwrap_err(),
            query("hi", options(steps)).result().await.unwrap_err(),
            query("hi", options(steps)).await.unwrap().run_to_end().await.unwrap_err(),
        ] {
            assert_eq!(exited(&error).0, "exit code 3");
        }
    });
}

#[cfg(unix)]
#[test]
fn an_exit_by_a_signal_names_the_signal() {
    everywhere(async || {
        let client = Client::connect(options("expect user; text \"half\"; hang")).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "half").await;
        let pid = client.initialized().unwrap().pid.unwrap();
        let pid = rustix::process::Pid::from_raw(pid.try_into().unwrap()).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
        assert_eq!(story(&mut turn).await, ["error the CLI exited with signal 9 (SIGKILL)"]);
    });
}

/// The CLI exits with code 1 after an error result. The result already contains the reason.
#[test]
fn exit_code_one_after_an_error_result_is_not_a_second_error() {
    everywhere(async || {
        let steps = r#"expect user; result error "API Error: 500 scripted"; exit 1"#;
        let failure = ["say API Error: 500 scripted", "failure"];
        let mut run = query("hi", options(steps)).await.unwrap();
        assert_eq!(story(&mut run).await, failure, "no error, and no second one");

        let client = Client::connect(options(steps)).await.unwrap();
        let mut all = client.messages().unwrap();
        let mut turn = client.send("hi").await.unwrap();
        assert_eq!(story(&mut turn).await, failure);
        assert_eq!(story(&mut all).await, failure);
        client.close().await.unwrap();

        let error = query("hi", options(steps)).text().await.unwrap_err();
        let Error::Api { status: Some(500), result } = &error else { panic!("{error:?}") };
        assert_eq!(result.text(), "API Error: 500 scripted");
    });
}

#[test]
fn an_exit_code_after_a_successful_result_is_an_error() {
    everywhere(async || {
        let steps = r#"expect user; text "done"; result; exit 3"#;
        let mut run = query("hi", options(steps)).await.unwrap();
        let expected = ["say done", "result done", "error the CLI exited with exit code 3"];
        assert_eq!(story(&mut run).await, expected);
        // A caller that reads only the result gets it.
        assert_eq!(query("hi", options(steps)).text().await.unwrap(), "done");
    });
}

#[test]
fn an_orderly_exit_without_a_result_is_an_error() {
    everywhere(async || {
        let steps = r#"expect user; text "half"; exit 0"#;
        let mut run = query("hi", options(steps)).await.unwrap();
        let expected = ["say half", "error the CLI exited with exit code 0"];
        assert_eq!(story(&mut run).await, expected);

        let client = Client::connect(options(steps)).await.unwrap();
        let mut turn = client.send("hi").await.unwrap();
        assert_eq!(story(&mut turn).await, expected);
        assert_eq!(exited(&client.close().await.unwrap_err()).0, "exit code 0");
    });
}

#[test]
fn an_exit_between_turns_is_an_error_of_the_subscription() {
    everywhere(async || {
        let steps = r#"expect user; text "done"; result; expect control set_model; exit 5"#;
        let client = Client::connect(options(steps)).await.unwrap();
        let pid = client.initialized().unwrap().pid.unwrap();
        assert_eq!(client.send("hi").await.unwrap().text().await.unwrap(), "done");
        let mut all = client.messages().unwrap();
        // The request is answered before the exit. Lines after the response may be in the same
        // block.
        client.set_model("opus").await.unwrap();
        let end = bounded(async {
            loop {
                match next(&mut all).await {
                    Some(Err(error)) => return error,
                    Some(Ok(_)) => {}
                    None => panic!("the stream ends without the reason"),
                }
            }
        });
        assert_eq!(exited(&end.await).0, "exit code 5");
        gone(pid.try_into().unwrap()).await;
    });
}

/// Longer than the time for which the rest of stdout is read after the exit.
const BLOCKED: Duration = Duration::from_millis(1200);

/// The CLI exited long before a reader that blocks its thread returns to the stream.
#[test]
fn an_exit_loses_no_unread_messages() {
    for at in [1, 1500] {
        everywhere(async || {
            let steps = r#"expect user; flood 3000 300 mixed; text "done"; result; exit 0"#;
            let mut run = query("hi", options(steps)).await.unwrap();
            let (mut seen, mut last) = (0, None);
            while let Some(item) = next(&mut run).await {
                seen += 1;
                if seen == at {
                    #[expect(clippy::disallowed_methods, reason = "it plays a user who blocks")]
                    std::thread::sleep(BLOCKED);
                }
                if let Message::Result(result) = item.unwrap() {
                    last = Some(result);
                }
            }
            assert!(seen > 3000, "{seen} messages came");
            assert_eq!(last.unwrap().text(), "done");
        });
    }
}
