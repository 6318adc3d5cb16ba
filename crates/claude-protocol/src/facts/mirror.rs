//! Mirror: hands the transcript lines that the CLI mirrors to a sink, as they came.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use claude_types::{Message, MirrorErrorMessage, SystemMessage};

/// What gets the `transcript_mirror` frames of a session.
///
/// A CLI that is started with `--session-mirror` writes each line of its transcript to stdout, too
/// (seen), in frames `{"type":"transcript_mirror","filePath":…,"entries":[…]}`. The sink gets the
/// bytes of each frame, which begin with `{` and end with `}` and are not parsed. No consumer gets
/// these frames, whether or not there is a sink.
///
/// The loop of the connection calls the sink, in the order of the frames, and waits for it. So it
/// should copy the bytes and return. After a panic it is not called again, and consumers get a
/// message `system/mirror_error`.
///
/// # Examples
///
/// ```
/// use claude_protocol::facts::MirrorSink;
/// use claude_protocol::ConnectionOptions;
///
/// let (sender, frames) = std::sync::mpsc::channel();
/// let mut options = ConnectionOptions::default();
/// options.mirror = Some(MirrorSink::new(move |frame| {
///     let _ = sender.send(frame.to_vec());
/// }));
/// # drop(frames);
/// ```
#[derive(Clone)]
pub struct MirrorSink(Arc<Sink>);

type Sink = dyn Fn(&[u8]) + Send + Sync;

impl MirrorSink {
    /// Creates a sink of a function that gets the bytes of each frame.
    pub fn new(sink: impl Fn(&[u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(sink))
    }

    /// Returns what tells the sink apart from others while it exists. Not part of the stable API.
    #[doc(hidden)]
    #[must_use]
    pub fn identity(&self) -> usize {
        Arc::as_ptr(&self.0).cast::<()>().addr()
    }

    /// Passes a frame on. Returns `false` if the function panicked.
    pub(crate) fn pass(&self, frame: &[u8]) -> bool {
        catch_unwind(AssertUnwindSafe(|| (self.0)(frame))).is_ok()
    }

    /// Returns the message for a sink that panicked.
    pub(crate) fn panicked() -> Message {
        let error = "the sink of the mirror panicked and gets no further frames";
        let mut failure = MirrorErrorMessage::default();
        failure.error = Some(error.to_owned());
        Message::System(SystemMessage::MirrorError(Box::new(failure)))
    }
}

impl fmt::Debug for MirrorSink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MirrorSink(..)")
    }
}
