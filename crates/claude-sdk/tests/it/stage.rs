//! Test stage: the runtimes of a test, and how a session is connected to a simulated CLI.

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::Options;
use claude_sdk::transport::{Launch, Transport, TransportError, memory};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;

use crate::cli::Cli;

/// Runs a test on one thread in paused time, where a minute costs nothing.
pub(crate) fn paused(test: impl AsyncFn()) {
    let one = Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    run(&one, Duration::from_secs(24 * 3600), test);
}

/// Runs a test on one thread in paused time, and once more on several threads in real time.
pub(crate) fn everywhere(test: impl AsyncFn()) {
    paused(&test);
    let many = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    run(&many, Duration::from_secs(30), &test);
}

fn run(runtime: &Runtime, deadline: Duration, test: impl AsyncFn()) {
    runtime.block_on(async {
        let ended = tokio::time::timeout(deadline, test()).await;
        assert!(ended.is_ok(), "the test did not end in {deadline:?}");
    });
}

/// What was started for some options.
#[derive(Clone, Default)]
pub(crate) struct Stage {
    launches: Arc<Mutex<Vec<Launch>>>,
    scripts: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

impl Stage {
    /// Options whose every session is simulated by `script`.
    pub(crate) fn play<F, Fut>(script: F) -> (Options, Self)
    where
        F: Fn(Cli) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let stage = Self::default();
        let seen = stage.clone();
        let connect = move |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
            let (near, far) = memory::pair();
            seen.launches.lock().unwrap().push(launch.clone());
            seen.scripts.lock().unwrap().push(tokio::spawn(script(Cli::new(far))));
            Ok(Box::new(near))
        };
        (Options::default().connector(connect), stage)
    }

    /// The number of CLIs that were started.
    pub(crate) fn started(&self) -> usize {
        self.launches.lock().unwrap().len()
    }

    /// The launches of all CLIs, in their order.
    pub(crate) fn launches(&self) -> Vec<Launch> {
        self.launches.lock().unwrap().clone()
    }

    /// The launch of the only CLI.
    pub(crate) fn launch(&self) -> Launch {
        let launches = self.launches.lock().unwrap();
        let [launch] = &launches[..] else { panic!("{} were started", launches.len()) };
        launch.clone()
    }

    /// The arguments of the only CLI.
    pub(crate) fn args(&self) -> Vec<String> {
        let text = |arg: std::ffi::OsString| arg.into_string().unwrap();
        self.launch().args.into_iter().map(text).collect()
    }

    /// The value of `--flag=value`.
    pub(crate) fn glued(&self, flag: &str) -> Option<String> {
        let prefix = format!("{flag}=");
        self.args().iter().find_map(|arg| Some(arg.strip_prefix(&prefix)?.to_owned()))
    }

    /// Waits until all scripts have ended. Panics if one failed.
    pub(crate) async fn done(&self) {
        let scripts = std::mem::take(&mut *self.scripts.lock().unwrap());
        assert!(!scripts.is_empty(), "nothing was started");
        for script in scripts {
            script.await.unwrap();
        }
    }
}
