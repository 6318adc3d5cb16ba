//! Whatever is dropped, and wherever: no process stays, no zombie, and nothing that the CLI started.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::time::Duration;

use claude_sdk::{Client, Error, Options, Query, query};
use tokio::runtime::Runtime;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use super::stage::{
    Started, bounded, current_thread, ended, everywhere, exists, gone, multi_thread, options, until,
};

/// The CLI and a process that it has started, which ignores TERM and holds stdout open.
struct Family {
    started: Started,
    grandchild: UnboundedReceiver<u32>,
    pids: Option<[u32; 2]>,
}

impl Family {
    /// A CLI that hangs in its first turn. Returns its options, too.
    fn new() -> (Self, Options) {
        Self::playing(r#"spawn-grandchild; expect user; text "begun"; hang"#)
    }

    fn playing(steps: &str) -> (Self, Options) {
        let (told, grandchild) = unbounded_channel();
        let options = options(steps).on_stderr(move |line| {
            let id = line.strip_prefix("grandchild ").and_then(|id| id.parse().ok());
            // The test may be over.
            let _ = told.send(id.unwrap_or_else(|| panic!("{line}")));
        });
        let started = Started::default();
        let options = started.watch(options);
        (Self { started, grandchild, pids: None }, options)
    }

    /// Learns who belongs to it, and makes sure that they live.
    async fn meet(&mut self) {
        let pids = [self.started.one(), bounded(self.grandchild.recv()).await.unwrap()];
        assert!(pids.iter().all(|pid| exists(*pid)));
        self.pids = Some(pids);
    }

    /// Waits for the end of both. Runs on a runtime of its own: that of the session need not run.
    fn assert_gone(self) {
        current_thread().block_on(self.gone());
    }

    async fn gone(self) {
        let [child, grandchild] = self.pids.expect("nobody has met it");
        gone(child).await;
        ended(grandchild).await;
    }
}

/// A client whose first turn runs.
async fn connected() -> (Family, Client) {
    let (mut family, options) = Family::new();
    let client = Client::connect(options).await.unwrap();
    family.meet().await;
    (family, client)
}

/// A query in the middle of its stream.
async fn streaming() -> (Family, Query) {
    let (mut family, options) = Family::new();
    let mut run = query("hi", options).await.unwrap();
    until(&mut run, "begun").await;
    family.meet().await;
    (family, run)
}

#[test]
fn a_query_in_the_middle_of_its_stream() {
    everywhere(async || {
        let (family, run) = streaming().await;
        drop(run);
        family.gone().await;
    });
}

#[test]
fn a_client() {
    everywhere(async || {
        let (family, client) = connected().await;
        let clone = client.clone();
        drop(client);
        assert!(clone.set_model("opus").await.is_ok(), "a clone keeps it");
        drop(clone);
        family.gone().await;
    });
}

#[test]
fn a_turn_keeps_the_process() {
    everywhere(async || {
        let steps = r#"spawn-grandchild; expect user; text "begun"; sleep 300ms; text "done""#;
        let (mut family, options) = Family::playing(steps);
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        let mut turn = client.send("hi").await.unwrap();
        until(&mut turn, "begun").await;
        drop(client);
        until(&mut turn, "done").await;
        assert!(exists(family.started.one()));
        drop(turn);
        family.gone().await;
    });
}

#[test]
fn subscriptions_do_not_keep_the_process() {
    everywhere(async || {
        let (family, client) = connected().await;
        let (mut all, mut state) = (client.subscribe().unwrap(), client.state());
        let messages = client.messages().unwrap();
        drop(client);
        family.gone().await;
        assert!(matches!(all.next().await, Some(Err(Error::Closed { .. }))));
        assert!(all.next().await.is_none());
        assert!(bounded(state.wait_for(claude_sdk::State::is_dead)).await.unwrap().is_dead());
        drop((all, messages));
    });
}

#[test]
fn one_that_ignores_the_request_to_end() {
    everywhere(async || {
        let (mut family, options) = Family::playing("ignore-term; spawn-grandchild; no-exit");
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        drop(client);
        family.gone().await;
    });
}

#[test]
fn a_future_that_is_dropped_before_it_is_done() {
    everywhere(async || {
        let soon = Duration::from_millis(300);
        let (mut family, options) = Family::playing("spawn-grandchild; no-initialize");
        assert!(timeout(soon, Client::connect(options)).await.is_err());
        family.meet_late().await;
        family.gone().await;

        let (mut family, options) = Family::new();
        assert!(timeout(soon, query("hi", options).text()).await.is_err());
        family.meet_late().await;
        family.gone().await;
    });
}

impl Family {
    /// Learns who belonged to it; they may have ended by now.
    async fn meet_late(&mut self) {
        let grandchild = bounded(self.grandchild.recv()).await.unwrap();
        self.pids = Some([self.started.one(), grandchild]);
    }
}

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

#[test]
fn in_a_task_that_panics() {
    everywhere(async || {
        let (family, client) = connected().await;
        let task = tokio::spawn(async move {
            let _turn = client.send("hi").await;
            resume_unwind(Box::new("as a user's code may"));
        });
        assert!(task.await.unwrap_err().is_panic());
        family.gone().await;
    });
}

/// The last handle may be the one that a callback has borrowed.
#[test]
fn in_a_callback() {
    everywhere(async || {
        let steps = "spawn-grandchild; expect user; tool Bash {}; hang";
        let (mut family, options) = Family::playing(steps);
        let slot: Arc<std::sync::Mutex<Option<Client>>> = Arc::default();
        let taken = Arc::clone(&slot);
        let options = options.on_permission(move |_: claude_sdk::PermissionRequest| {
            drop(taken.lock().unwrap().take());
            async { claude_sdk::Permission::allow() }
        });
        let client = Client::connect(options).await.unwrap();
        family.meet().await;
        drop(client.send("hi").await.unwrap());
        *slot.lock().unwrap() = Some(client);
        family.gone().await;
    });
}

#[test]
fn many_at_once() {
    everywhere(async || {
        let mut families = Vec::new();
        for _ in 0..10 {
            families.push(connected().await);
        }
        let (families, clients): (Vec<_>, Vec<_>) = families.into_iter().unzip();
        drop(clients);
        for family in families {
            family.gone().await;
        }
    });
}
