//! Panic note: logs that a callback panicked, with what it was called for.
//!
//! The CLI gets a failure reply, and the model reads it. Without this event the program would only
//! see the text of the panic hook, which does not name the tool.

use crate::trace::warning;

/// Logs a warning if it is dropped while its thread panics. The callback owns it.
#[derive(Debug)]
pub(crate) struct PanicNote(String);

impl PanicNote {
    /// `what`: the callback, and the tool or server that it was called for.
    pub(crate) fn new(what: String) -> Self {
        Self(what)
    }
}

impl Drop for PanicNote {
    fn drop(&mut self) {
        if std::thread::panicking() {
            warning!(reason = %self.0, "a callback panicked");
        }
    }
}

#[cfg(test)]
#[cfg(feature = "tracing")]
mod tests {
    use std::fmt::Debug;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::{Arc, Mutex};

    use tracing::field::{Field, Visit};
    use tracing::{Event, Metadata, Subscriber, span};

    use super::*;

    #[derive(Clone, Default)]
    struct Recorder(Arc<Mutex<Vec<String>>>);

    impl Visit for Recorder {
        fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
            self.0.lock().unwrap().push(format!("{value:?}"));
        }
    }

    impl Subscriber for Recorder {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
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

    /// Calls a callback as a worker does, and returns what is logged.
    fn logged(panics: bool) -> String {
        let recorder = Recorder::default();
        let note = PanicNote::new("the permission callback, for Bash".into());
        // One subscriber alone would be enabled or not by the thread that reaches an event first.
        let _another = tracing::Dispatch::new(Recorder::default());
        tracing::subscriber::with_default(recorder.clone(), || {
            let called = AssertUnwindSafe(|| {
                let _note = note;
                assert!(!panics, "the callback of the test");
            });
            assert_eq!(catch_unwind(called).is_err(), panics);
        });
        recorder.0.lock().unwrap().join(" ")
    }

    #[test]
    fn a_panic_is_logged_with_the_tool_and_nothing_else_is() {
        let text = logged(true);
        assert!(text.contains("panicked") && text.contains("for Bash"), "{text}");
        assert_eq!(logged(false), "");
    }
}
