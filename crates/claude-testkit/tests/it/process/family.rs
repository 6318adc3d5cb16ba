//! A session with all the processes that belong to it, for tests of what stays behind.

use claude_sdk::{Client, Options, Query, query};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

use super::stage::{Started, bounded, current_thread, ended, exists, gone, options, until};

/// The CLI and a process that it has started, which ignores TERM and holds stdout open.
pub(super) struct Family {
    pub(super) started: Started,
    grandchild: UnboundedReceiver<u32>,
    pids: Option<[u32; 2]>,
}

impl Family {
    /// A CLI that hangs in its first turn. Returns its options, too.
    pub(super) fn new() -> (Self, Options) {
        Self::playing(r#"spawn-grandchild; expect user; text "begun"; hang"#)
    }

    /// A CLI that plays these steps, with `spawn-grandchild` among them.
    pub(super) fn playing(steps: &str) -> (Self, Options) {
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
    pub(super) async fn meet(&mut self) {
        let grandchild = bounded(self.grandchild.recv()).await.unwrap();
        let pids = [self.started.one(), grandchild];
        assert!(pids.iter().all(|pid| exists(*pid)));
        self.pids = Some(pids);
    }

    /// Waits for the end of both, on a runtime of its own: that of the session may be gone.
    pub(super) fn assert_gone(self) {
        current_thread().block_on(self.gone());
    }

    /// Waits for the end of both.
    pub(super) async fn gone(self) {
        let [child, grandchild] = self.pids.expect("nobody has met it");
        gone(child).await;
        ended(grandchild).await;
    }
}

/// A client, connected.
pub(super) async fn connected() -> (Family, Client) {
    let (mut family, options) = Family::new();
    let client = Client::connect(options).await.unwrap();
    family.meet().await;
    let told = client.initialized().unwrap().pid;
    assert_eq!(told, Some(family.started.one().into()), "the CLI tells who it is");
    (family, client)
}

/// A query in the middle of its stream.
pub(super) async fn streaming() -> (Family, Query) {
    let (mut family, options) = Family::new();
    let mut run = query("hi", options).await.unwrap();
    until(&mut run, "begun").await;
    family.meet().await;
    (family, run)
}
