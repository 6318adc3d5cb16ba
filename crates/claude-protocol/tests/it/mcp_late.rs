//! Late MCP calls: servers that are added and removed at run time, and calls that arrive after the
//! first result.

use std::collections::BTreeMap;
use std::sync::Arc;

use claude_protocol::{ConnectionOptions, McpServer, ProtocolError, StdinPolicy};
use claude_types::{McpServerConfig, McpSetServersRequest, Raw};
use tokio::sync::{Notify, mpsc};

use crate::mcp::{answer_to, answered, answering, ask, not_there, serving};
use crate::script::{session, session_with};
use crate::show::{callback, prompt};
use crate::stage::everywhere;

fn run(server: McpServer, input: StdinPolicy) -> ConnectionOptions {
    let mut options = serving([server]);
    options.input = input;
    options
}

#[test]
fn a_call_after_the_result_of_a_string_prompt_is_answered() {
    everywhere(async || {
        // The outcome is the same if the caller forgot the servers when it chose the policy.
        for input in [StdinPolicy::EndsWithRun, StdinPolicy::EndsWithPrompt] {
            let script = [
                "-> prompt $a hi\n<- running\n<- started $a\n<- result $a done".into(),
                ask("m", "calc", "tools/call"),
                answered("m", "late"),
                "<- idle\n-> eof\n<- exit 0".into(),
            ];
            let options = run(answering("calc", "late"), input);
            let (connection, cli) = session_with(options, &script.join("\n")).await;
            let turn = connection.send(prompt("hi")).await.unwrap();
            connection.end_input().unwrap();
            assert_eq!(turn.result().await.unwrap().text(), "done");
            cli.done().await;
        }
    });
}

#[test]
fn a_call_that_is_open_at_the_end_of_a_run_is_answered_before_stdin_closes() {
    everywhere(async || {
        let (server, _called, go) = gated("calc", "late");
        let script = [
            "-> prompt $a hi\n<- running\n<- started $a".into(),
            ask("m", "calc", "tools/call"),
            "<- result $a done\n<- idle\n<- raw all is said\n==".into(),
            answered("m", "late"),
            "-> eof\n<- exit 0".into(),
        ];
        let options = run(server, StdinPolicy::EndsWithRun);
        let (connection, cli) = session_with(options, &script.join("\n")).await;
        let mut messages = connection.unsolicited().unwrap();
        connection.post(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        messages.next().await.unwrap().unwrap();
        cli.meet().await;
        go.notify_one();
        cli.done().await;
    });
}

#[test]
fn calls_between_the_prompts_of_a_stream_and_after_the_last_are_answered() {
    everywhere(async || {
        let script = [
            "-> prompt $a one\n<- running\n<- started $a\n<- result $a first\n<- idle".into(),
            ask("m", "calc", "tools/call"),
            answered("m", "late"),
            "==\n-> prompt $b two\n<- running\n<- started $b\n<- result $b second\n==".into(),
            ask("n", "calc", "tools/call"),
            answered("n", "late"),
            "<- idle\n-> eof\n<- exit 0".into(),
        ];
        let options = run(answering("calc", "late"), StdinPolicy::EndsWithRun);
        let (connection, cli) = session_with(options, &script.join("\n")).await;
        let first = connection.send(prompt("one")).await.unwrap();
        assert_eq!(first.result().await.unwrap().text(), "first");
        cli.meet().await;
        let second = connection.send(prompt("two")).await.unwrap();
        connection.end_input().unwrap();
        assert_eq!(second.result().await.unwrap().text(), "second");
        cli.meet().await;
        cli.done().await;
    });
}

#[test]
fn a_server_added_at_run_time_is_called_and_keeps_stdin_open() {
    everywhere(async || {
        let mut options = ConnectionOptions::default();
        options.input = StdinPolicy::EndsWithPrompt;
        let script = [
            ask("a", "calc", "tools/list"),
            not_there("a", "calc"),
            "==".into(),
            r#"-> request $s mcp_set_servers {"servers":{"calc":{"type":"sdk","name":"calc"}}}"#
                .into(),
            ask("b", "calc", "tools/list"),
            answered("b", "here"),
            r#"<- success $s {"added":["calc"],"removed":[],"errors":{}}"#.into(),
            "-> prompt $p hi\n<- running\n<- started $p\n<- result $p done".into(),
            ask("c", "calc", "tools/call"),
            answered("c", "here"),
            "<- idle\n-> eof\n<- exit 0".into(),
        ];
        let (connection, cli) = session_with(options, &script.join("\n")).await;
        cli.meet().await;
        connection.set_mcp_server(answering("calc", "here")).unwrap();
        let server = McpServerConfig::sdk("calc");
        let servers = [("calc".to_owned(), server)].into_iter().collect::<BTreeMap<_, _>>();
        let response = connection.request(&McpSetServersRequest::new(servers)).await.unwrap();
        assert_eq!(response.added.unwrap(), ["calc"]);
        connection.post(prompt("hi")).await.unwrap();
        connection.end_input().unwrap();
        cli.done().await;
    });
}

#[test]
fn a_removed_server_finishes_its_running_calls() {
    everywhere(async || {
        let (server, mut called, go) = gated("calc", "finished");
        let script = [
            ask("m", "calc", "tools/call"),
            "==".into(),
            ask("n", "calc", "tools/call"),
            not_there("n", "calc"),
            "==".into(),
            answered("m", "finished"),
        ];
        let (connection, cli) = session_with(serving([server]), &script.join("\n")).await;
        called.recv().await.unwrap();
        assert!(connection.remove_mcp_server("calc").await.unwrap());
        assert!(!connection.remove_mcp_server("calc").await.unwrap(), "it is gone");
        assert!(!connection.remove_mcp_server("other").await.unwrap());
        cli.meet().await;
        cli.meet().await;
        go.notify_one();
        cli.done().await;
    });
}

#[test]
fn a_replaced_server_finishes_its_running_calls() {
    everywhere(async || {
        let (server, mut called, go) = gated("calc", "old");
        let script = [
            ask("m", "calc", "tools/call"),
            "==".into(),
            ask("n", "calc", "tools/call"),
            answered("n", "new"),
            "==".into(),
            answered("m", "old"),
        ];
        let (connection, cli) = session_with(serving([server]), &script.join("\n")).await;
        called.recv().await.unwrap();
        connection.set_mcp_server(answering("calc", "new")).unwrap();
        cli.meet().await;
        cli.meet().await;
        go.notify_one();
        cli.done().await;
    });
}

#[test]
fn a_replaced_server_can_be_registered_again() {
    everywhere(async || {
        let script = [
            "==".into(),
            ask("m", "calc", "tools/call"),
            answered("m", "new"),
            "==".into(),
            "==".into(),
            ask("n", "calc", "tools/call"),
            answered("n", "old"),
        ];
        let options = serving([answering("calc", "old")]);
        let (connection, cli) = session_with(options, &script.join("\n")).await;
        let none = connection.replace_mcp_server(answering("other", "")).await.unwrap();
        assert!(none.is_none());
        let old = connection.replace_mcp_server(answering("calc", "new")).await.unwrap();
        cli.meet().await;
        cli.meet().await;
        connection.set_mcp_server(old.unwrap()).unwrap();
        cli.meet().await;
        cli.done().await;
    });
}

#[test]
fn a_closed_connection_refuses_a_server() {
    everywhere(async || {
        let (connection, cli) = session("-> eof\n<- exit 0").await;
        connection.close().await.unwrap();
        let added = connection.set_mcp_server(answering("calc", ""));
        assert!(matches!(added, Err(ProtocolError::Closed)));
        let removed = connection.remove_mcp_server("calc").await;
        assert!(matches!(removed, Err(ProtocolError::Closed)));
        cli.done().await;
    });
}

/// A server that reports each call, and answers it when the test allows it.
fn gated(
    name: &str,
    result: &'static str,
) -> (McpServer, mpsc::UnboundedReceiver<()>, Arc<Notify>) {
    let go = Arc::new(Notify::new());
    let gate = Arc::clone(&go);
    let (calls, called) = mpsc::unbounded_channel();
    let answer = callback(move |message: Raw, _| {
        calls.send(()).unwrap();
        let gate = Arc::clone(&gate);
        async move {
            gate.notified().await;
            Ok(answer_to(&message, result))
        }
    });
    (McpServer::new(name, answer), called, go)
}
