//! Tasks: the tree of tasks can be watched, joined and stopped.

use std::time::Duration;

use claude_protocol::{ProtocolError, TaskTree};
use claude_types::{TaskId, TaskStatus};

use crate::script::session;
use crate::show::prompt;
use crate::stage::{everywhere, paused};

const SECOND: Duration = Duration::from_secs(1);

fn shown(tree: &TaskTree) -> Vec<String> {
    let show = |task: &claude_protocol::Task| {
        let parent = task.parent.as_ref().map(|parent| format!("<{parent}")).unwrap_or_default();
        format!("{}{parent}{}", task.id, if task.is_live() { "*" } else { "" })
    };
    tree.iter().map(show).collect()
}

#[test]
fn one_task_of_a_tree_of_three_levels_can_be_stopped() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a go
             <- init
             <- call c1 Agent
             <- task t1 c1
             <- in c1 c2 Agent
             <- task t2 c2
             <- in c2 c3 Agent
             <- task t3 c3
             <- result $a launched
             -> request $r stop_task {\"task_id\":\"t3\"}
             <- update t3 killed
             <- notify t3 stopped
             <- notify t3 stopped
             <- success $r {}
             ==
             <- notify t1 completed
             ==
             <- update t2 completed
             <- idle",
        )
        .await;
        let tasks = connection.tasks();
        connection.send(prompt("go")).await.unwrap().result().await.unwrap();
        assert_eq!(shown(&tasks.get()), ["t1*", "t2<t1*", "t3<t2*"]);
        tasks.stop(&"t3".into()).await.unwrap();
        let tree = tasks.get();
        assert_eq!(shown(&tree), ["t1*", "t2<t1*", "t3<t2"]);
        assert_eq!(tree.find(&"t3".into()).unwrap().status, TaskStatus::Killed);
        cli.meet().await;
        // A task may end before its child.
        let first = tasks.join().only(["t1", "t2"]).any().await.unwrap();
        assert_eq!(first.iter().map(|task| task.id.as_str()).collect::<Vec<_>>(), ["t1"]);
        assert_eq!(shown(&tasks.get()), ["t1", "t2<t1*", "t3<t2"]);
        cli.meet().await;
        assert_eq!(tasks.join().only(["t2"]).await.unwrap().len(), 1);
        connection.idle().await.unwrap();
        let total = tasks.get().usage();
        assert_eq!((total.total_tokens, total.tool_uses), (Some(200), Some(2)));
        cli.done().await;
    });
}

#[test]
fn a_task_that_never_ends_is_named_by_the_deadline() {
    paused(async || {
        let (connection, cli) = session(
            "-> prompt $a go
             <- init
             <- task one c1
             <- task two c2
             <- task three c3
             <- update one completed
             <- result $a launched",
        )
        .await;
        connection.send(prompt("go")).await.unwrap().result().await.unwrap();
        let tasks = connection.tasks();
        let error = tasks.join().within(SECOND).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "not finished after 1s: still waiting for the tasks two, three"
        );
        let error = tasks.join().only(["two"]).within(SECOND).await.unwrap_err();
        assert_eq!(error.to_string(), "not finished after 1s: still waiting for the task two");
        let error = connection.idle().within(SECOND).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "not finished after 1s: still waiting for the tasks two, three"
        );
        let none: Vec<TaskId> = Vec::new();
        assert!(tasks.join().only(none).await.unwrap().is_empty());
        assert_eq!(tasks.join().only(["one", "forgotten"]).await.unwrap().len(), 1);
        cli.done().await;
    });
}

#[test]
fn notifications_may_arrive_before_or_after_the_result() {
    for script in [
        "<- task x c\n <- notify x completed\n <- result $a x",
        "<- task x c\n <- result $a x\n <- notify x completed",
        "<- task x c\n <- result $a x\n <- update x completed",
        "<- result $a x",
    ] {
        everywhere(async || {
            let script = format!("-> prompt $a go\n <- init\n {script}");
            let (connection, cli) = session(&script).await;
            let turn = connection.send(prompt("go")).await.unwrap();
            turn.result().await.unwrap();
            connection.idle().await.unwrap();
            assert_eq!(connection.tasks().get().live().count(), 0);
            cli.done().await;
        });
    }
}

#[test]
fn a_foreground_agent_ends_with_its_call() {
    everywhere(async || {
        let script = "-> prompt $a go\n <- init\n <- call c Agent\n <- task x c local_agent front
                      <- return c\n <- result $a x";
        let (connection, cli) = session(script).await;
        connection.send(prompt("go")).await.unwrap().result().await.unwrap();
        // The end of this task was never reported.
        connection.idle().await.unwrap();
        assert_eq!(shown(&connection.tasks().get()), ["x"]);
        cli.done().await;
    });
}

#[test]
fn a_shell_is_a_task_and_does_not_prevent_idle() {
    everywhere(async || {
        let script = "-> prompt $a go\n <- init\n <- task sh c local_bash\n <- result $a x";
        let (connection, cli) = session(script).await;
        connection.send(prompt("go")).await.unwrap().result().await.unwrap();
        connection.idle().await.unwrap();
        assert_eq!(shown(&connection.tasks().get()), ["sh*"]);
        cli.done().await;
    });
}

#[test]
fn a_watch_wakes_for_changes_and_ends_with_the_session() {
    everywhere(async || {
        let script = "-> prompt $a go\n <- task x c\n ==\n <- update x completed\n ==\n <- exit 0";
        let (connection, cli) = session(script).await;
        let mut tasks = connection.tasks();
        let _turn = connection.send(prompt("go")).await.unwrap();
        assert_eq!(shown(&tasks.changed().await.unwrap()), ["x*"]);
        cli.meet().await;
        assert_eq!(shown(&tasks.changed().await.unwrap()), ["x"]);
        cli.meet().await;
        while tasks.changed().await.is_ok() {}
        drop(connection);
        assert!(matches!(tasks.changed().await, Err(ProtocolError::Closed)));
        assert!(tasks.stop(&"x".into()).await.is_err());
        cli.done().await;
    });
}

#[test]
fn tasks_of_an_ended_session_have_not_finished() {
    everywhere(async || {
        let script = "-> prompt $a go\n <- task x c\n ==\n <- exit 9";
        let (connection, cli) = session(script).await;
        let mut tasks = connection.tasks();
        let _turn = connection.send(prompt("go")).await.unwrap();
        tasks.changed().await.unwrap();
        let joined = tokio::spawn(tasks.join().into_future());
        cli.meet().await;
        assert!(matches!(joined.await.unwrap(), Err(ProtocolError::Closed)));
        assert_eq!(shown(&tasks.get()), ["x"]);
        cli.done().await;
    });
}

#[test]
fn a_subagent_that_writes_is_running() {
    paused(async || {
        let (connection, cli) = session(
            r#"-> prompt $a go
               <- task x c
               .. 60s
               <- {"type":"assistant","parent_tool_use_id":"c","message":{"content":[{"type":"text","text":"x"}]}}
               ==
               .. 60s
               <- {"type":"tool_progress","tool_use_id":"c-heartbeat-0","parent_tool_use_id":"c"}
               =="#,
        )
        .await;
        let _turn = connection.send(prompt("go")).await.unwrap();
        let tasks = connection.tasks();
        for seconds in [60, 120] {
            cli.meet().await;
            // The line is there after the loop was polled.
            tokio::task::yield_now().await;
            let mut messages = connection.subscribe().unwrap();
            let _ = tokio::time::timeout(SECOND, messages.next()).await;
            let tree = tasks.get();
            let task = tree.find(&"x".into()).unwrap();
            assert_eq!((task.last_activity - task.started).as_secs(), seconds);
        }
        cli.done().await;
    });
}
