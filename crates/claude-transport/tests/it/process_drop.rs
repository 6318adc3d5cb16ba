//! Dropping a process: the child and the processes that it started exit, wherever the drop happens.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use claude_transport::{Launch, Parts, Process, Transport};
use rustix::process::{Pid, test_kill_process};
use tokio::runtime::{Builder, Runtime};
use tokio::time::{interval, timeout};

use crate::support::some_lines;

const HANG: Duration = Duration::from_secs(60);

/// Ignores SIGTERM, and has a grandchild that ignores it too.
const STUBBORN: &str = "trap '' TERM; sleep 600 & echo $!; while :; do sleep 600; done";
/// Exits on SIGTERM; its grandchild would stay.
const POLITE: &str = "sleep 600 & echo $!; wait";

fn launch(script: &str) -> Launch {
    Launch::new("/bin/sh").args(["-c", script]).drop_grace(Duration::from_millis(200))
}

/// Starts a child. Returns it with the process IDs of itself and of its grandchild.
async fn family(script: &str) -> (Parts, [Pid; 2]) {
    let mut parts = Box::new(Process::spawn(&launch(script)).unwrap()).split();
    let child = parts.peer.id().unwrap().try_into().unwrap();
    let grandchild = some_lines(&mut *parts.reader).await[0].parse().unwrap();
    (parts, [child, grandchild].map(|id| Pid::from_raw(id).unwrap()))
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Waits until the child has been reaped and the grandchild has exited.
async fn gone([child, grandchild]: [Pid; 2]) {
    let polled = async {
        let mut tick = interval(Duration::from_millis(5));
        while test_kill_process(child).is_ok() || !is_dead(grandchild) {
            tick.tick().await;
        }
    };
    timeout(HANG, polled).await.expect("the family is gone");
}

/// Init reaps the grandchild at some later time, so a zombie counts as exited.
pub(crate) fn is_dead(pid: Pid) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
    let zombie =
        stat.is_ok_and(|stat| stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z')));
    zombie || test_kill_process(pid).is_err()
}

#[tokio::test]
async fn dropping_inside_the_runtime_ends_the_group() {
    for script in [STUBBORN, POLITE] {
        let (parts, pids) = family(script).await;
        drop(parts);
        gone(pids).await;
    }
}

#[test]
fn dropping_outside_the_runtime_ends_the_group() {
    let runtime = runtime();
    let (parts, pids) = runtime.block_on(family(STUBBORN));
    std::thread::spawn(move || drop(parts)).join().unwrap();
    runtime.block_on(gone(pids));
}

#[test]
fn dropping_after_the_runtime_ends_the_group() {
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
fn dropping_with_the_runtime_ends_the_group() {
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
fn dropping_during_unwinding_ends_the_group() {
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
async fn dropping_an_unsplit_transport_ends_the_group() {
    let process = Process::spawn(&launch("trap '' TERM; while :; do sleep 600; done")).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    drop(process);
    gone([pid, pid]).await;
}

#[tokio::test]
async fn dropping_during_a_shutdown_ends_the_group() {
    let process = Process::spawn(&launch("trap '' TERM; while :; do sleep 600; done")).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    let mut shutdown =
        tokio_test::task::spawn(process.shutdown(claude_transport::ShutdownGrace::default()));
    tokio_test::assert_pending!(shutdown.poll());
    drop(shutdown);
    gone([pid, pid]).await;
}

#[tokio::test]
async fn a_child_that_exits_on_sigterm_is_reaped_at_once() {
    let launch = launch("exec sleep 600").drop_grace(HANG * 10);
    let process = Process::spawn(&launch).unwrap();
    let pid = Pid::from_raw(process.id().unwrap().try_into().unwrap()).unwrap();
    let begin = Instant::now();
    drop(process);
    gone([pid, pid]).await;
    assert!(begin.elapsed() < HANG / 2, "the request to end is sent at once");
}

#[tokio::test]
async fn the_exit_of_a_child_ends_its_group() {
    let (mut parts, pids) = family("sleep 600 & echo $!; read -r x").await;
    drop(parts.writer);
    crate::support::exit(&mut *parts.peer).await;
    gone(pids).await;
}

#[tokio::test]
async fn dropping_many_at_once_leaves_no_process() {
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
