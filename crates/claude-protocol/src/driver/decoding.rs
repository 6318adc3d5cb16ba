//! Decoding: turns the frames of a line into what the loop acts on.
//!
//! The loop decodes short lines itself. A long line is decoded on a blocking thread: decoding takes
//! a second for the longest lines, and the loop must answer the CLI meanwhile. Until the line is
//! decoded, nothing further is read, so that all frames act in the order in which they came.

use std::future::Future as _;
use std::ops::Range;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_transport::{Frame, Line};
use claude_types::{
    ControlRequestFrame, ControlResponseFrame, DecodeError, LinePart, Message, Outlined, Raw,
    RequestId, is_single_frame, line_parts,
};
use serde::Deserialize;
use serde::de::IgnoredAny;
use tokio::task::JoinHandle;

use crate::delivery::{RawKind, Size};
use crate::tables::{Route, request_ids, route};

/// The longest line that the loop decodes itself, in bytes. It takes some 5 ms at most.
pub(super) const LONG: usize = 256 << 10;

/// A decoded frame.
#[derive(Debug)]
pub(super) enum Decoded {
    /// A message that is decoded where it is read. It is decoded here, too, if the loop needs it.
    Raw(RawKind, Option<(Outlined<Message>, Size)>),
    Message(Outlined<Message>, Size),
    Request(Result<Outlined<ControlRequestFrame>, DecodeError>),
    Response(Result<ControlResponseFrame, DecodeError>),
    /// The withdrawal of a request. `None` if it names no request.
    Cancel(Option<RequestId>),
    /// Lines of the transcript. They are not parsed.
    Mirror,
    KeepAlive,
    /// Not JSON, or not an object with a `type`.
    Noise,
}

impl Decoded {
    fn is_json(&self) -> bool {
        !matches!(self, Self::Noise | Self::Request(Err(_)) | Self::Response(Err(_)))
    }

    /// Decodes a frame with this route.
    pub(super) fn new(route: Route<'_>, frame: &[u8]) -> Self {
        match route {
            Route::Raw(kind) => Self::Raw(kind, None),
            Route::Message(kind) => match message(&kind, frame) {
                Some((message, size)) => Self::Message(message, size),
                None => Self::Noise,
            },
            Route::Request => Self::Request(request(frame)),
            Route::Response => Self::Response(claude_types::decode::<ControlResponseFrame>(
                "control_response",
                frame,
            )),
            Route::Cancel => Self::Cancel(withdrawn(frame)),
            Route::KeepAlive => {
                let is_json = claude_types::decode_as::<IgnoredAny>("keep_alive", frame).is_ok();
                if is_json { Self::KeepAlive } else { Self::Noise }
            }
            Route::Mirror => Self::Mirror,
            Route::Noise => Self::Noise,
        }
    }
}

/// Decodes a message of this type. `None` if it is not JSON.
pub(super) fn message(kind: &str, frame: &[u8]) -> Option<(Outlined<Message>, Size)> {
    let (message, memory) = Outlined::decode_weighed(kind, frame);
    let is_json = !matches!(&*message, Message::Noise(_));
    is_json.then_some((message, Size { bytes: frame.len(), memory }))
}

/// Decodes a request. A text stands for an ID that is not one.
pub(super) fn request(frame: &[u8]) -> Result<Outlined<ControlRequestFrame>, DecodeError> {
    Outlined::<ControlRequestFrame>::decode(frame).or_else(|error| {
        match request_ids::adopt_frame(frame) {
            Some(adopted) => Outlined::<ControlRequestFrame>::decode(&adopted),
            None => Err(error),
        }
    })
}

fn withdrawn(frame: &[u8]) -> Option<RequestId> {
    #[derive(Deserialize)]
    struct Cancel {
        request_id: Raw,
    }
    let cancel = claude_types::decode_as::<Cancel>("control_cancel_request", frame).ok()?;
    request_ids::adopt(&cancel.request_id)
}

/// A part of a long line.
#[derive(Debug)]
pub(super) enum Part {
    Frame { place: Range<usize>, kind: Option<String>, decoded: Decoded },
    Noise(Range<usize>),
}

/// A long line whose frames are decoded.
#[derive(Debug)]
pub(super) struct LongLine {
    pub(super) line: Line,
    pub(super) parts: Vec<Part>,
}

impl LongLine {
    /// Decodes the frames of a line. `raw` says which messages are decoded although the loop rarely
    /// needs their body.
    fn decode(line: Line, raw: RawDecoding) -> Self {
        let bytes = line.as_bytes();
        let mut parts = Vec::new();
        if is_single_frame(bytes) {
            parts.push(raw.part(0..bytes.len(), bytes));
        }
        if !matches!(&parts[..], [Part::Frame { decoded, .. }] if decoded.is_json()) {
            let start = bytes.as_ptr().addr();
            let place = |part: &[u8]| {
                let at = part.as_ptr().addr() - start;
                at..at + part.len()
            };
            parts = line_parts(bytes)
                .map(|part| match part {
                    LinePart::Frame(frame) => raw.part(place(frame), frame),
                    LinePart::Noise(noise) => Part::Noise(place(noise)),
                })
                .collect();
        }
        Self { line, parts }
    }
}

/// Which raw messages are decoded for the loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RawDecoding {
    /// All of them: an observer reads them.
    pub(super) all: bool,
    /// Those of type `assistant`.
    pub(super) assistant: bool,
}

impl RawDecoding {
    pub(super) fn wants(self, kind: RawKind) -> bool {
        self.all || (self.assistant && kind == RawKind::Assistant)
    }

    fn part(self, place: Range<usize>, frame: &[u8]) -> Part {
        let route = route(frame);
        let kind = route.kind().map(Into::into);
        let decoded = match route {
            Route::Raw(kind) if self.wants(kind) => match message(kind.as_str(), frame) {
                None => Decoded::Noise,
                decoded => Decoded::Raw(kind, decoded),
            },
            route => Decoded::new(route, frame),
        };
        Part::Frame { place, kind, decoded }
    }

    /// Returns whether a line is passed on as it is, as far as its beginning says so.
    pub(super) fn leaves_raw(self, line: &Line) -> bool {
        let line = line.as_bytes();
        let is_raw = || match route(line) {
            Route::Raw(kind) => !self.wants(kind),
            route => route == Route::Mirror,
        };
        line.starts_with(br#"{"type":""#) && is_single_frame(line) && is_raw()
    }
}

/// A long line that is being decoded, and the frames behind it.
#[derive(Debug)]
pub(super) struct Decoding {
    line: Line,
    task: JoinHandle<LongLine>,
    pub(super) rest: Vec<Frame>,
}

impl Decoding {
    pub(super) fn start(line: Line, raw: RawDecoding, rest: Vec<Frame>) -> Self {
        let own = line.clone();
        let task = tokio::task::spawn_blocking(move || LongLine::decode(own, raw));
        Self { line, task, rest }
    }

    /// Waits for the line. If the runtime is shutting down, the line is noise.
    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<LongLine> {
        let decoded = ready!(Pin::new(&mut self.task).poll(cx));
        Poll::Ready(decoded.unwrap_or_else(|_| LongLine {
            parts: vec![Part::Noise(0..self.line.len())],
            line: self.line.clone(),
        }))
    }
}
