//! A dropped child is gone, with all that it started, wherever the drop happens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use claude_transport::{Launch, Parts, Process, Transport};
use rustix::process::{Pid, test_kill_process};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{interval, timeout};

use crate::support::some_lines;

const HANG: Duration = Duration::from_secs(60);

/// Ignores the request to end, and has a grandchild that does as well.
const STUBBORN: &str = "trap '' TERM; sleep 600 & echo $!; while :; do sleep 600; done";
/// Ends when asked; its grandchild would stay.
const POLITE: &str = "sleep 600 & echo $!; wait";

fn launch(script: &str) -> Launch {
    Launch::new("/bin/sh").args(["-c", script]).drop_grace(Duration::from_millis(200))
}

/// Starts a child; returns it with the ids of itself and of its grandchild.
async fn family(script: &str) -> (Parts, [Pid; 2]) {
    let mut parts = Box::new(Process::spawn(&launch(script)).unwrap()).split();
    let child = parts.peer.id().unwrap().try_into().unwrap();
    let grandchild = some_lines(&mut *parts.reader).await[0].parse().unwrap();
    (parts, [child, grandchild].map(|id| Pid::from_raw(id).unwrap()))
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Waits until the child has been reaped and the grandchild is dead.
async fn gone([child, grandchild]: [Pid; 2]) {
    let polled = async {
        let mut tick = interval(Duration::from_millis(5));
        while test_kill_process(child).is_ok() || !is_dead(grandchild) {
            tick.tick().await;
        }
    };
    timeout(HANG, polled).await.expect("the family is gone");
}

/// A grandchild is reaped by init, whenever that comes to it; a zombie counts as dead.
fn is_dead(pid: Pid) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    let zombie =
        stat.is_ok_and(|stat| stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z')));
    zombie || test_kill_process(pid).is_err()
}

#[tokio::test]
async fn inside_the_runtime() {
    for script in [STUBBORN, POLITE] {
        let (parts, pids) = family(script).await;
        drop(parts);
        gone(pids).await;
    }
}

#[test]
fn outside_the_runtime() {
    let runtime = runtime();
    let (parts, pids) = runtime.block_on(family(STUBBORN));
    std::thread::spawn(move || drop(parts)).join().unwrap();
    runtime.block_on(gone(pids));
}

#[test]
fn after_the_runtime() {
    for script in [STUBBORN, POLITE] {
        let first = runtime();
        let (parts, pids) = first.block_on(family(script));
        drop(first);
        assert!(
            test_kill_process(pids[0]).is_ok(),
            "the end of the runtime is not the end of the child"
        );
        drop(parts);
        runtime().block_on(gone(pids));
    }
}

#[test]
fn with_the_runtime() {
    let first = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (parts, pids) = first.block_on(family(STUBBORN));
    first.spawn(async move {
        let _parts = parts;
        std::future::pending::<()>().await;
    });
    drop(first);
    runtime().block_on(gone(pids));
}

#[test]
fn during_unwinding() {
    let runtime = runtime();
    let (parts, pids) = runtime.block_on(family(STUBBORN));
    let caught = catch_unwind(AssertUnwindSafe(move || {
        let _parts = parts;
        panic!("as a user's code may");
    }));
    assert!(caught.is_err());
    runtime.block_on(gone(pids));
}

#[tokio::test]
async fn before_it_was_split() {
    let process = Process::spawn(&launch("trap '' TERM; while :; do sleep 600; done")).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    drop(process);
    gone([pid, pid]).await;
}

#[tokio::test]
async fn in_the_middle_of_a_shutdown() {
    let process = Process::spawn(&launch("trap '' TERM; while :; do sleep 600; done")).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    let mut shutdown =
        tokio_test::task::spawn(process.shutdown(claude_transport::ShutdownGrace::default()));
    tokio_test::assert_pending!(shutdown.poll());
    drop(shutdown);
    gone([pid, pid]).await;
}

#[tokio::test]
async fn a_polite_child_is_not_kept_waiting_for_the_kill() {
    let launch = launch("exec sleep 600").drop_grace(HANG * 10);
    let process = Process::spawn(&launch).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    let begin = Instant::now();
    drop(process);
    gone([pid, pid]).await;
    assert!(begin.elapsed() < HANG / 2, "the request to end is sent at once");
}

#[tokio::test]
async fn a_child_that_ends_takes_its_group_along() {
    let (mut parts, pids) = family("sleep 600 & echo $!; read -r x").await;
    drop(parts.writer);
    crate::support::exit(&mut *parts.peer).await;
    gone(pids).await;
}

#[tokio::test]
async fn many_at_once_leave_nothing() {
    let mut families = Vec::new();
    for _ in 0..20 {
        families.push(family(STUBBORN).await);
    }
    let (parts, pids): (Vec<_>, Vec<_>) = families.into_iter().unzip();
    drop(parts);
    for pids in pids {
        gone(pids).await;
    }
}
