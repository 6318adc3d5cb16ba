//! Restarts: another CLI in the place of the old one, between two turns of the same connection.

use std::future::{Future as _, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, ProtocolError, State};
use claude_transport::Signal;
use tokio::time::{Instant, timeout};

use crate::script::{Cli, HANDSHAKE, session, session_with};
use crate::show::{all, next, prompt};
use crate::stage::{everywhere, paused};

/// The rest of a CLI that answers one prompt and ends with its stdin.
fn answering(text: &str) -> String {
    format!(
        "-> prompt $a hi\n<- started $a\n<- result $a {text}\n<- completed $a\n<- idle\n-> eof\n<- exit 0"
    )
}

async fn ask(connection: &Connection) -> String {
    let turn = connection.send(prompt("hi")).await.unwrap();
    let result = turn.result().await.unwrap();
    connection.idle().await.unwrap();
    result.text().to_owned()
}

/// A CLI that is attached, after the handshake.
async fn attach(connection: &Connection, script: &str) -> (Result<(), ProtocolError>, Cli) {
    let mut cli = Cli::play(&format!("{HANDSHAKE}{script}"));
    (connection.attach(cli.transport(), None).await, cli)
}

#[test]
fn handles_and_subscriptions_go_on_with_the_new_cli() {
    everywhere(async || {
        let (connection, old) = session(&answering("one")).await;
        let mut messages = connection.subscribe().unwrap();
        let mut state = connection.state();
        assert_eq!(ask(&connection).await, "one");
        let exit = connection.detach().await.unwrap();
        assert_eq!(exit.code, Some(0));
        assert_eq!(old.done().await.signals(), []);
        assert!(matches!(state.get(), State::Starting), "{}", state.get());

        let (attached, new) = attach(&connection, &answering("two")).await;
        attached.unwrap();
        state.wait_for(State::is_idle).await.unwrap();
        assert_eq!(ask(&connection).await, "two");
        connection.close().await.unwrap();
        new.done().await;
        let mut results = Vec::new();
        while let Some(item) = next(&mut messages).await {
            results.extend(item.strip_prefix("result ").map(str::to_owned));
        }
        assert_eq!(results, ["one", "two"]);
    });
}

#[test]
fn what_is_sent_meanwhile_waits_for_the_new_cli() {
    everywhere(async || {
        let (connection, old) = session("-> eof\n<- exit 0").await;
        connection.detach().await.unwrap();
        old.done().await;
        let early = connection.send(prompt("hi")).await.unwrap();
        // The first poll sends it.
        let mut request = pin!(connection.set_model(Some("haiku")));
        assert!(poll_fn(|cx| Poll::Ready(request.as_mut().poll(cx).is_pending())).await);
        // The handshake comes first, whatever was sent before. Requests overtake prompts.
        let script = "-> request $m set_model {\"model\":\"haiku\"}
             <- success $m {}
             -> prompt $a hi
             <- started $a
             <- result $a done
             -> eof
             <- exit 0";
        let (attached, new) = attach(&connection, script).await;
        attached.unwrap();
        request.await.unwrap();
        assert_eq!(early.result().await.unwrap().text(), "done");
        connection.close().await.unwrap();
        new.done().await;
    });
}

#[test]
fn a_cli_that_is_busy_is_not_ended() {
    everywhere(async || {
        let script = "-> prompt $a hi
             <- started $a
             <- say begun
             ==
             <- task t1 c1
             <- result $a done
             <- completed $a
             <- idle
             ==
             <- notify t1 completed
             -> eof
             <- exit 0";
        let (connection, cli) = session(script).await;
        let mut turn = connection.send(prompt("hi")).await.unwrap();
        while !next(&mut turn).await.unwrap().contains("begun") {}
        let busy = connection.detach().await.unwrap_err();
        assert!(busy.to_string().contains("the running turn"), "{busy}");
        cli.meet().await;
        turn.result().await.unwrap();
        let busy = connection.detach().await.unwrap_err();
        let ProtocolError::Unfinished { waiting_for, .. } = &busy else { panic!("{busy:?}") };
        assert!(!waiting_for.is_empty(), "{busy}");
        cli.meet().await;
        connection.idle().await.unwrap();
        connection.detach().await.unwrap();
        cli.done().await;
    });
}

#[test]
fn an_old_cli_that_stays_is_killed_first() {
    paused(async || {
        let (connection, old) = session("-> eof\n-> TERM\n-> KILL").await;
        let begun = Instant::now();
        connection.detach().await.unwrap();
        assert_eq!(begun.elapsed().as_secs(), 9);
        assert_eq!(old.done().await.signals(), [Signal::Terminate, Signal::Kill]);
    });
}

#[test]
fn a_new_cli_that_exits_in_the_handshake_can_be_replaced_again() {
    everywhere(async || {
        let (connection, old) = session("-> eof\n<- exit 0").await;
        connection.detach().await.unwrap();
        old.done().await;
        let mut broken = Cli::play("-> request $init initialize {}\n<- exit 1 no conversation");
        let error = connection.attach(broken.transport(), None).await.unwrap_err();
        let ProtocolError::Exited { exit, .. } = &error else { panic!("{error:?}") };
        assert_eq!(exit.stderr, "no conversation");
        broken.done().await;
        let (attached, new) = attach(&connection, &answering("again")).await;
        attached.unwrap();
        assert_eq!(ask(&connection).await, "again");
        connection.close().await.unwrap();
        new.done().await;
    });
}

#[test]
fn a_close_ends_a_connection_without_a_cli() {
    everywhere(async || {
        let (connection, old) = session("-> eof\n<- exit 0").await;
        let messages = connection.subscribe().unwrap();
        connection.detach().await.unwrap();
        old.done().await;
        let waiting = connection.send(prompt("hi")).await.unwrap();
        let closed = timeout(Duration::from_secs(20), connection.close()).await.unwrap();
        closed.unwrap();
        assert!(matches!(waiting.result().await, Err(ProtocolError::Closed)));
        assert!(all(messages).await.iter().all(|item| !item.starts_with("error")));
        // A CLI that comes too late is not used.
        let mut late = Cli::play("-> eof");
        assert!(connection.attach(late.transport(), None).await.is_err());
        late.done().await;
    });
}

/// A connection whose CLI was started in the default mode, and is gone.
async fn detached_in_default_mode() -> Connection {
    let mut options = ConnectionOptions::default();
    options.permission_mode = Some("default".into());
    let (connection, old) = session_with(options, "-> eof\n<- exit 0").await;
    connection.detach().await.unwrap();
    old.done().await;
    connection
}

#[test]
fn another_permission_mode_fails_the_handshake_before_any_prompt() {
    everywhere(async || {
        let connection = detached_in_default_mode().await;
        let waiting = connection.send(prompt("hi")).await.unwrap();
        let mut other = Cli::play(
            "-> request $init initialize {}
             <- success $init {\"current_permission_mode\":\"bypassPermissions\"}
             -> eof
             <- exit 0",
        );
        let error = connection.attach(other.transport(), Some("default".into())).await.unwrap_err();
        assert!(matches!(error, ProtocolError::PermissionMode { .. }), "{error:?}");
        let _ = timeout(Duration::from_secs(20), connection.close()).await.unwrap();
        assert!(waiting.result().await.is_err());
        other.done().await;
    });
}

/// The mode of the old CLI is not expected of the new one.
#[test]
fn the_new_cli_may_have_another_permission_mode_than_the_old_one() {
    everywhere(async || {
        let connection = detached_in_default_mode().await;
        let mut new = Cli::play(
            r#"-> request $init initialize {}
               <- success $init {"current_permission_mode":"acceptEdits"}
               -> prompt $a hi
               <- started $a
               <- {"type":"system","subtype":"init","session_id":"s","permissionMode":"acceptEdits"}
               <- result $a done
               <- completed $a
               <- idle
               -> eof
               <- exit 0"#,
        );
        connection.attach(new.transport(), Some("acceptEdits".into())).await.unwrap();
        assert_eq!(ask(&connection).await, "done");
        connection.close().await.unwrap();
        new.done().await;
    });
}
