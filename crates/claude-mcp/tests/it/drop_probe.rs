//! Call probe: counts futures that begin and end, however they end.

use std::sync::Arc;

use claude_mcp::{NoArgs, Tool};
use tokio::sync::watch;

use crate::client::soon;

#[derive(Clone, Default)]
pub(crate) struct CallProbe {
    entered: Arc<watch::Sender<usize>>,
    left: Arc<watch::Sender<usize>>,
}

impl CallProbe {
    /// Counts an entry now, and the exit when the returned guard is dropped.
    pub(crate) fn enter(&self) -> Inside {
        self.entered.send_modify(|count| *count += 1);
        Inside(self.clone())
    }

    /// A tool that counts its call and never returns.
    pub(crate) fn endless(&self, name: &str) -> Tool {
        let probe = self.clone();
        Tool::new(name, "Never ends.", move |_: NoArgs| {
            let probe = probe.clone();
            async move {
                let _inside = probe.enter();
                std::future::pending::<()>().await;
            }
        })
    }

    /// A tool that counts its call and returns at once.
    pub(crate) fn quick(&self, name: &str) -> Tool {
        let probe = self.clone();
        Tool::new(name, "Ends at once.", move |_: NoArgs| {
            let _inside = probe.enter();
            async { "quick" }
        })
    }

    pub(crate) async fn has_entered(&self, times: usize) {
        reaches(&self.entered, times).await;
    }

    pub(crate) async fn has_left(&self, times: usize) {
        reaches(&self.left, times).await;
    }

    pub(crate) fn entered(&self) -> usize {
        *self.entered.borrow()
    }

    pub(crate) fn left(&self) -> usize {
        *self.left.borrow()
    }
}

async fn reaches(count: &watch::Sender<usize>, times: usize) {
    let mut seen = count.subscribe();
    soon(seen.wait_for(|count| *count >= times)).await.unwrap();
}

pub(crate) struct Inside(CallProbe);

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.left.send_modify(|count| *count += 1);
    }
}
