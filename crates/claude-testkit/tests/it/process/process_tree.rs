//! Process tree: a session with all its processes, for tests of what is left behind.

use claude_sdk::{Client, Options, Query, query};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::stage::{Started, bounded, current_thread, ended, gone, options, running, until};

/// The CLI and a process that it started, which ignores SIGTERM and holds stdout open.
pub(super) struct ProcessTree {
    pub(super) started: Started,
    grandchild: UnboundedReceiver<u32>,
    pids: Option<[u32; 2]>,
}

impl ProcessTree {
    /// A CLI that hangs in its first turn. Returns its options, too.
    pub(super) fn new() -> (Self, Options) {
        Self::playing(r#"spawn-grandchild; expect user; text "begun"; hang"#)
    }

    /// A CLI that plays these steps, with `spawn-grandchild` among them.
    pub(super) fn playing(steps: &str) -> (Self, Options) {
        let (sender, grandchild) = unbounded_channel();
        let options = options(steps).on_stderr(move |line| {
            let id = line.strip_prefix("grandchild ").and_then(|id| id.parse().ok());
            // The test may already be over.
            let _ = sender.send(id.unwrap_or_else(|| panic!("{line}")));
        });
        let started = Started::default();
        let options = started.watch(options);
        (Self { started, grandchild, pids: None }, options)
    }

    /// Reads the process IDs, and waits until the processes are running.
    pub(super) async fn meet(&mut self) {
        let grandchild = bounded(self.grandchild.recv()).await.unwrap();
        let pids = [self.started.one(), grandchild];
        for pid in pids {
            running(pid).await;
        }
        self.pids = Some(pids);
    }

    /// Waits until both have exited, on a separate runtime: the runtime of the session may have
    /// ended.
    pub(super) fn assert_gone(self) {
        current_thread().block_on(self.gone());
    }

    /// Waits until both have exited.
    pub(super) async fn gone(self) {
        let [child, grandchild] = self.pids.expect("nobody has met it");
        gone(child).await;
        ended(grandchild).await;
    }
}

/// A connected client.
pub(super) async fn connected() -> (ProcessTree, Client) {
    let (mut tree, options) = ProcessTree::new();
    let client = Client::connect(options).await.unwrap();
    tree.meet().await;
    let pid = client.initialized().unwrap().pid;
    assert_eq!(pid, Some(tree.started.one().into()), "the CLI tells who it is");
    (tree, client)
}

/// A query in the middle of its stream.
pub(super) async fn streaming() -> (ProcessTree, Query) {
    let (mut tree, options) = ProcessTree::new();
    let mut run = query("hi", options).await.unwrap();
    until(&mut run, "begun").await;
    tree.meet().await;
    (tree, run)
}
