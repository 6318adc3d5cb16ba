//! Dropping: whatever is dropped, no process is left, no zombie, and no child of the CLI.

use std::panic::resume_unwind;
use std::sync::{Arc, Mutex};

use claude_sdk::{Client, Error, Permission, PermissionRequest, State, query};

use super::process_tree::{ProcessTree, connected, streaming};
use super::stage::{bounded, everywhere, exists, until};

#[test]
fn dropping_a_streaming_query_ends_the_process() {
    everywhere(async || {
        let (tree, run) = streaming().await;
        drop(run);
        tree.gone().await;
    });
}

#[test]
fn dropping_the_last_clone_of_a_client_ends_the_process() {
    everywhere(async || {
        let (tree, client) = connected().await;
        let clone = client.clone();
        drop(client);
        assert!(clone.set_model("opus").await.is_ok(), "a clone keeps it");
        drop(clone);
        tree.gone().await;
    });
}

#[test]
fn a_turn_keeps_the_process_running() {
    everywhere(async || {
        let steps = r#"spawn-grandchild; expect user; text "begun"; sleep 300ms; text "done""#;
        let (mut tree, options) = ProcessTree::playing(steps);
        let client = Client::connect(options).await.unwrap();
        tree.meet().await;
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "begun").await;
        drop(client);
        until(&mut turn, "done").await;
        assert!(exists(tree.started.one()));
        drop(turn);
        tree.gone().await;
    });
}

#[test]
fn subscriptions_do_not_keep_the_process_running() {
    everywhere(async || {
        let (tree, client) = connected().await;
        let (mut all, mut state) = (client.messages().unwrap(), client.state());
        let messages = client.unsolicited().unwrap();
        drop(client);
        tree.gone().await;
        assert!(matches!(all.next().await, Some(Err(Error::Closed { .. }))));
        assert!(all.next().await.is_none());
        assert!(bounded(state.wait_for(State::is_closed)).await.unwrap().is_closed());
        drop((all, messages));
    });
}

#[test]
fn a_process_that_ignores_sigterm_is_killed() {
    everywhere(async || {
        let (mut tree, options) = ProcessTree::playing("ignore-term; spawn-grandchild; no-exit");
        let client = Client::connect(options).await.unwrap();
        tree.meet().await;
        drop(client);
        tree.gone().await;
    });
}

#[test]
fn dropping_an_unfinished_future_ends_the_process() {
    everywhere(async || {
        let (mut tree, options) = ProcessTree::playing("spawn-grandchild; no-initialize");
        tokio::select! {
            done = Client::connect(options) => panic!("{done:?}"),
            () = tree.meet() => {}
        }
        tree.gone().await;

        let (mut tree, options) = ProcessTree::new();
        tokio::select! {
            done = query("hi", options).text() => panic!("{done:?}"),
            () = tree.meet() => {}
        }
        tree.gone().await;
    });
}

#[test]
fn a_panic_of_the_owning_task_ends_the_process() {
    everywhere(async || {
        let (tree, client) = connected().await;
        let task = tokio::spawn(async move {
            let _turn = client.send("hi").await;
            resume_unwind(Box::new("as a user's code may"));
        });
        assert!(task.await.unwrap_err().is_panic());
        tree.gone().await;
    });
}

/// A callback may hold the last handle.
#[test]
fn dropping_the_last_client_in_a_callback_ends_the_process() {
    everywhere(async || {
        let steps = "spawn-grandchild; expect user; tool Bash {}; hang";
        let (mut tree, options) = ProcessTree::playing(steps);
        let slot: Arc<Mutex<Option<Client>>> = Arc::default();
        let taken = Arc::clone(&slot);
        let options = options.on_permission(move |_: PermissionRequest, _| {
            drop(taken.lock().unwrap().take());
            async { Permission::allow() }
        });
        let client = Client::connect(options).await.unwrap();
        tree.meet().await;
        drop(client.send("hi").await.unwrap());
        *slot.lock().unwrap() = Some(client);
        tree.gone().await;
    });
}

#[test]
fn dropping_many_clients_at_once_ends_all_processes() {
    everywhere(async || {
        let mut trees = Vec::new();
        for _ in 0..10 {
            trees.push(connected().await);
        }
        let (trees, clients): (Vec<_>, Vec<_>) = trees.into_iter().unzip();
        drop(clients);
        for tree in trees {
            tree.gone().await;
        }
    });
}
