//! The end of a run: a CLI that stays although nothing is open is ended, whatever it writes.

use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, ProtocolError, StdinPolicy};
use tokio::time::Instant;

use crate::script::{Cli, session_with};
use crate::show::{all, prompt};
use crate::stage::paused;

const POLICIES: [StdinPolicy; 2] = [StdinPolicy::EndsWithPrompt, StdinPolicy::EndsWithRun];

/// A run with one prompt. `eof` in the script is where stdin ends in a run with callbacks.
async fn run(policy: StdinPolicy, script: &str) -> (Connection, Cli) {
    let mut options = ConnectionOptions::default();
    options.input = policy;
    let script = match policy {
        StdinPolicy::EndsWithRun => script.replace("eof", "-> eof"),
        _ => format!(
            "-> prompt $a hi\n-> eof\n{}",
            script.replace("eof", "").replace("-> prompt $a hi", "")
        ),
    };
    let (connection, cli) = session_with(options, &script).await;
    connection.post(prompt("hi")).await.unwrap();
    (connection, cli)
}

/// Reads the run to its end. Returns its items, and how long the end took.
async fn to_end(connection: &Connection) -> (Vec<String>, Duration) {
    let messages = connection.subscribe().unwrap();
    connection.end_input().unwrap();
    let begun = Instant::now();
    let seen = all(messages).await;
    (seen, begun.elapsed())
}

#[test]
fn a_run_ends_in_seconds_if_nothing_is_open_and_the_cli_stays() {
    paused(async || {
        for policy in POLICIES {
            for end in ["", "<- idle", "<- completed $a", "<- completed $a\n<- idle"] {
                let (connection, cli) = run(
                    policy,
                    &format!("-> prompt $a hi\n<- started $a\n<- result $a done\n{end}\neof\n-> TERM\n-> KILL"),
                )
                .await;
                let (seen, took) = to_end(&connection).await;
                assert!(seen.iter().all(|item| !item.starts_with("error")), "{seen:?}");
                assert!(seen.contains(&"result done".to_owned()));
                assert!(took < Duration::from_secs(12), "{policy:?} {end:?}: {took:?}");
                cli.done().await;
            }
        }
    });
}

#[test]
fn no_line_moves_the_end_of_a_run() {
    paused(async || {
        let lines = "<- {\"type\":\"keep_alive\"}\n<- raw noise\n<- idle\n.. 0.5s\n".repeat(100);
        for policy in POLICIES {
            let script =
                format!("-> prompt $a hi\n<- started $a\n<- result $a done\n<- idle\neof\n{lines}");
            let (connection, cli) = run(policy, &script).await;
            let (seen, took) = to_end(&connection).await;
            assert!(seen.iter().all(|item| !item.starts_with("error")), "{seen:?}");
            assert!(took < Duration::from_secs(12), "{policy:?}: {took:?}");
            cli.done().await;
        }
    });
}

#[test]
fn a_run_whose_result_is_not_there_ends_in_seconds() {
    paused(async || {
        for policy in POLICIES {
            for end in ["<- completed $a\n<- idle", "<- idle", "<- completed $a"] {
                let script = format!(
                    "-> prompt $a hi\n<- started $a\n<- say x\n<- raw {{\"type\":\"resu\n{end}\neof\n-> TERM\n-> KILL"
                );
                let (connection, cli) = run(policy, &script).await;
                let (_, took) = to_end(&connection).await;
                assert!(took < Duration::from_secs(25), "{policy:?} {end:?}: {took:?}");
                cli.done().await;
            }
        }
    });
}

#[test]
fn a_turn_that_begins_after_the_result_is_waited_for() {
    paused(async || {
        for (begin, ended) in [
            ("<- running", "<- idle"),
            ("<- say on", "<- result - more"),
            ("<- delta on", "<- result - more"),
            ("<- init", "<- result - more"),
        ] {
            for policy in POLICIES {
                // In a run with callbacks, stdin is open as long as the CLI may begin a turn.
                let mut script =
                    "-> prompt $a hi\n<- running\n<- started $a\n<- result $a done\n<- idle\n"
                        .to_owned();
                if policy == StdinPolicy::EndsWithRun {
                    script.push_str("eof\n");
                }
                script.push_str(&format!(".. 3s\n{begin}\n.. 60s\n{ended}\n<- exit 0"));
                let (connection, cli) = run(policy, &script).await;
                let (seen, took) = to_end(&connection).await;
                assert!(took >= Duration::from_secs(63), "{begin}: {took:?} {seen:?}");
                assert!(seen.iter().all(|item| !item.starts_with("error")), "{seen:?}");
                cli.done().await;
            }
        }
    });
}

#[test]
fn a_cli_that_claims_to_run_is_ended_and_the_error_says_so() {
    paused(async || {
        for policy in POLICIES {
            let (connection, cli) =
                run(policy, "-> prompt $a hi\n<- running\n<- started $a\n<- result $a done\neof")
                    .await;
            let messages = connection.subscribe().unwrap();
            connection.end_input().unwrap();
            let begun = Instant::now();
            let mut far = cli.done().await;
            assert!(far.next_signal().await.is_some(), "TERM");
            far.exit(143, "");
            let seen = all(messages).await;
            let took = begun.elapsed();
            assert!(took > Duration::from_secs(600) && took < Duration::from_secs(612), "{took:?}");
            assert!(seen.last().unwrap().contains("after a signal of this program"), "{seen:?}");
        }
    });
}

#[test]
fn an_exit_after_our_signal_says_so() {
    paused(async || {
        let (connection, cli) = session_with(
            ConnectionOptions::default(),
            "-> prompt $a hi\n<- started $a\n-> request $i interrupt\n-> TERM\n<- exit 143",
        )
        .await;
        let turn = connection.send(prompt("hi")).await.unwrap();
        let _ = connection.interrupt_with(claude_protocol::InterruptOptions::new().or_kill()).await;
        let Err(ProtocolError::Exited { exit, .. }) = turn.result().await else { panic!() };
        assert!(exit.by_host);
        assert_eq!(exit.to_string(), "exit code 143, after a signal of this program");
        cli.done().await;
    });
}
