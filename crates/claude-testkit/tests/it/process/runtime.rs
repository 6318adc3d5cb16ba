//! Runtime: handles that are dropped outside the runtime, after it, with it, or during unwinding.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use tokio::runtime::Runtime;
use tokio::sync::mpsc::unbounded_channel;

use super::process_tree::{ProcessTree, connected, streaming};
use super::stage::{bounded, current_thread, multi_thread};

/// Drops a client and a query outside the runtime that drives them.
fn dropped_outside(runtime: &Runtime) -> [ProcessTree; 2] {
    let (of_client, client) = runtime.block_on(connected());
    let (of_query, run) = runtime.block_on(streaming());
    std::thread::spawn(move || drop(client)).join().unwrap();
    drop(run);
    [of_client, of_query]
}

#[test]
fn dropping_outside_a_running_runtime_ends_the_processes() {
    let runtime = multi_thread();
    dropped_outside(&runtime).into_iter().for_each(ProcessTree::assert_gone);
}

#[test]
fn dropping_outside_a_runtime_that_runs_again_ends_the_processes() {
    let runtime = current_thread();
    for tree in dropped_outside(&runtime) {
        runtime.block_on(tree.gone());
    }
}

/// No thread polls the task that owns the process.
#[test]
fn dropping_outside_an_idle_runtime_ends_the_processes() {
    let runtime = current_thread();
    dropped_outside(&runtime).into_iter().for_each(ProcessTree::assert_gone);
    drop(runtime);
}

#[test]
fn dropping_outside_a_runtime_that_ends_ends_the_processes() {
    for runtime in [current_thread(), multi_thread()] {
        let trees = dropped_outside(&runtime);
        drop(runtime);
        trees.into_iter().for_each(ProcessTree::assert_gone);
    }
}

#[test]
fn dropping_after_the_runtime_ends_the_processes() {
    for runtime in [current_thread(), multi_thread()] {
        let (tree, client) = runtime.block_on(connected());
        let turn = runtime.block_on(client.send("hi")).unwrap();
        let (of_query, run) = runtime.block_on(streaming());
        drop(runtime);
        drop((client, turn, run));
        tree.assert_gone();
        of_query.assert_gone();
    }
}

#[test]
fn dropping_with_the_runtime_ends_the_processes() {
    for runtime in [current_thread(), multi_thread()] {
        let (tree, client) = runtime.block_on(connected());
        runtime.spawn(async move {
            let _client = client;
            std::future::pending::<()>().await;
        });
        drop(runtime);
        tree.assert_gone();
    }
}

#[test]
fn calls_after_the_end_of_the_runtime_fail() {
    for runtime in [current_thread(), multi_thread()] {
        let (tree, client) = runtime.block_on(connected());
        let turn = runtime.block_on(client.send("hi")).unwrap();
        drop(runtime);
        current_thread().block_on(bounded(async {
            assert!(turn.result().await.is_err());
            assert!(client.set_model("opus").await.is_err());
            assert!(client.send("more").await.is_err());
            // The result does not matter; the call must not hang.
            let _ = client.close().await;
        }));
        tree.assert_gone();
    }
}

#[test]
fn dropping_during_unwinding_ends_the_processes() {
    for runtime in [current_thread(), multi_thread()] {
        let (send, mut trees) = unbounded_channel();
        let caught = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                let (of_client, _client) = connected().await;
                let (of_query, _run) = streaming().await;
                send.send([of_client, of_query]).unwrap_or_else(|_| panic!("it is open"));
                resume_unwind(Box::new("as a user's code may"));
            });
        }));
        assert!(caught.is_err());
        let trees = trees.try_recv().unwrap();
        for tree in trees {
            runtime.block_on(tree.gone());
        }
    }
}
