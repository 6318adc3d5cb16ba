//! Process trees: what a child and everything that it has started use.

use std::time::Duration;

use claude_transport::{Launch, Parts, Process, ShutdownGrace, Signal, Transport};
use tokio::time::timeout;

use crate::support::{exit, some_lines};

/// Far above the duration of any test here; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);

fn started(script: &str) -> Parts {
    let launch = Launch::new("/bin/sh").args(["-c", script]);
    Box::new(Process::spawn(&launch).unwrap()).split()
}

/// One process is in a session of its own, and one has no run ID in its environment. Two have lost their parent: one of
/// them has only the run ID, and one only the group.
#[tokio::test]
async fn everything_that_a_child_has_started_is_in_its_tree() {
    // The second process ends with stdin: the end of the run does not reach it.
    let script = "exec 3<&0; setsid sleep 600 & env -i PATH=/usr/bin:/bin setsid sh -c 'read x' <&3 & \
                  (setsid sleep 600 &); (env -i PATH=/usr/bin:/bin sleep 600 &); \
                  (sleep 600 & echo ready; wait) & wait";
    let Parts { mut reader, writer: _writer, mut peer } = started(script);
    assert_eq!(timeout(HANG, some_lines(&mut *reader)).await.unwrap(), ["ready"]);
    let probe = peer.tree_probe();
    let tree = probe.sample().unwrap();
    assert_eq!(tree.processes, 7, "{tree:?}");
    assert!(tree.resident > 0 && tree.memory() > 0, "{tree:?}");
    assert!(tree.proportional.is_none_or(|sum| sum <= tree.resident), "{tree:?}");
    assert!(probe.sample().unwrap().age > tree.age, "it grows older");
    peer.signal(Signal::Kill);
    timeout(HANG, exit(&mut *peer)).await.unwrap();
    assert_eq!(probe.sample(), None, "it has exited");
}

#[tokio::test]
async fn memory_that_a_grandchild_takes_shows_in_the_tree() {
    // The inner shell holds 32 MiB in a variable.
    let inner = "x=$(head -c 33554432 /dev/zero | tr '\\0' a); echo held; read go";
    let script = format!("echo ready; read go; sh -c \"{}\"", inner.replace('$', "\\$"));
    let launch = Launch::new("/bin/sh").args(["-c", &script]);
    let process = Process::spawn(&launch).unwrap();
    let before = process.process_tree().unwrap();
    let Parts { mut reader, mut writer, peer } = Box::new(process).split();
    assert_eq!(timeout(HANG, some_lines(&mut *reader)).await.unwrap(), ["ready"]);
    tokio::io::AsyncWriteExt::write_all(&mut writer, b"go\n").await.unwrap();
    assert_eq!(timeout(HANG, some_lines(&mut *reader)).await.unwrap(), ["held"]);
    let after = peer.tree_probe().sample().unwrap();
    assert!(after.memory() > before.memory() + (30 << 20), "{before:?} {after:?}");
    let parts = Parts { reader, writer, peer };
    let grace = ShutdownGrace { eof: Duration::ZERO, terminate: Duration::from_secs(1) };
    timeout(HANG, parts.shutdown(grace)).await.unwrap();
}
