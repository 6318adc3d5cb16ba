//! What is dropped outside of its runtime, after it, with it, or while a panic unwinds.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use tokio::runtime::Runtime;
use tokio::sync::mpsc::unbounded_channel;

use super::family::{Family, connected, streaming};
use super::stage::{bounded, current_thread, multi_thread};

/// What is dropped outside of the runtime that drives it.
fn dropped_outside(runtime: &Runtime) -> [Family; 2] {
    let (of_client, client) = runtime.block_on(connected());
    let (of_query, run) = runtime.block_on(streaming());
    std::thread::spawn(move || drop(client)).join().unwrap();
    drop(run);
    [of_client, of_query]
}

#[test]
fn outside_of_a_runtime_that_runs() {
    let runtime = multi_thread();
    dropped_outside(&runtime).into_iter().for_each(Family::assert_gone);
}

#[test]
fn outside_of_a_runtime_that_runs_again() {
    let runtime = current_thread();
    for family in dropped_outside(&runtime) {
        runtime.block_on(family.gone());
    }
}

/// Nobody polls the task that owns the process.
#[test]
fn outside_of_a_runtime_that_rests() {
    let runtime = current_thread();
    dropped_outside(&runtime).into_iter().for_each(Family::assert_gone);
    drop(runtime);
}

#[test]
fn outside_of_a_runtime_that_ends() {
    for runtime in [current_thread(), multi_thread()] {
        let families = dropped_outside(&runtime);
        drop(runtime);
        families.into_iter().for_each(Family::assert_gone);
    }
}

#[test]
fn after_the_runtime() {
    for runtime in [current_thread(), multi_thread()] {
        let (family, client) = runtime.block_on(connected());
        let turn = runtime.block_on(client.send("hi")).unwrap();
        let (of_query, run) = runtime.block_on(streaming());
        drop(runtime);
        drop((client, turn, run));
        family.assert_gone();
        of_query.assert_gone();
    }
}

#[test]
fn with_the_runtime() {
    for runtime in [current_thread(), multi_thread()] {
        let (family, client) = runtime.block_on(connected());
        runtime.spawn(async move {
            let _client = client;
            std::future::pending::<()>().await;
        });
        drop(runtime);
        family.assert_gone();
    }
}

#[test]
fn what_outlives_its_runtime_is_told_so() {
    for runtime in [current_thread(), multi_thread()] {
        let (family, client) = runtime.block_on(connected());
        let turn = runtime.block_on(client.send("hi")).unwrap();
        drop(runtime);
        current_thread().block_on(bounded(async {
            assert!(turn.result().await.is_err());
            assert!(client.set_model("opus").await.is_err());
            assert!(client.send("more").await.is_err());
            // Whether it is closed or broken, it does not hang.
            let _ = client.close().await;
        }));
        family.assert_gone();
    }
}

#[test]
fn during_unwinding() {
    for runtime in [current_thread(), multi_thread()] {
        let (send, mut families) = unbounded_channel();
        let caught = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(async {
                let (of_client, _client) = connected().await;
                let (of_query, _run) = streaming().await;
                send.send([of_client, of_query]).unwrap_or_else(|_| panic!("it is open"));
                resume_unwind(Box::new("as a user's code may"));
            });
        }));
        assert!(caught.is_err());
        let families = families.try_recv().unwrap();
        for family in families {
            runtime.block_on(family.gone());
        }
    }
}
