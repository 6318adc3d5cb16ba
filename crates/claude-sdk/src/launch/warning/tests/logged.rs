//! Logging: each start logs the warnings once; nothing else does.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use claude_transport::{Launch, LaunchErrorKind, Transport, TransportError};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber, span};

use super::{Skills, asked};
use crate::options::Options;
use crate::query::query;
use crate::session::Client;

/// A subscriber that records the texts of warnings.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Visit for Recorder {
    fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
        self.0.lock().unwrap().push(format!("{value:?}"));
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() == Level::WARN && metadata.target().starts_with("claude_sdk")
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// A connector that fails, so that a start ends here.
fn unreachable(_: &Launch) -> Result<Box<dyn Transport>, TransportError> {
    let source = std::io::Error::other("no CLI in this test");
    Err(TransportError::Launch { program: "claude".into(), kind: LaunchErrorKind::Other, source })
}

#[test]
fn warnings_are_logged_once_per_start() {
    let recorder = Recorder::default();
    let count = || recorder.0.lock().unwrap().len();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    // One subscriber alone would be enabled or not by the thread that reaches an event first.
    let _another = tracing::Dispatch::new(Recorder::default());
    tracing::subscriber::with_default(recorder.clone(), || {
        let options: Options =
            asked().allow_tools(["Read"]).skills(Skills::All).connector(unreachable);
        let ask = query("x", options.clone());
        assert_eq!((options.warnings().len(), count()), (1, 0));
        runtime.block_on(Client::connect(options)).unwrap_err();
        assert_eq!(count(), 1);
        runtime.block_on(ask.text()).unwrap_err();
        assert_eq!(count(), 2);
        runtime.block_on(Client::connect(asked().connector(unreachable))).unwrap_err();
    });
    let logged = recorder.0.lock().unwrap();
    assert_eq!(logged.len(), 2);
    for event in &*logged {
        assert!(event.contains("not called for Read, Skill"), "{event}");
    }
}
