//! Outbox: the lines that wait to be written to the stdin of the CLI.
//!
//! It owns a line until the last byte is written, so a caller that gives up cannot leave half a
//! line: that is fatal for the CLI. Control lines overtake queued prompts, because the other side
//! waits for them, but never a line that has been begun. Among prompts and among control lines, the
//! order is kept.
//!
//! A CLI that sends requests and does not read the answers would fill the memory. So while more than
//! 32 MiB of answers wait ([`ANSWERS`]), the loop reads nothing; no answer is dropped. If the CLI
//! then reads nothing for 60 s ([`UNREAD`]), it is ended.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use claude_types::RequestId;
use memchr::memchr;
use tokio::io::AsyncWrite;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Instant;

/// The memory of waiting answers from which nothing more is read.
const ANSWERS: usize = 32 << 20;

/// How long the CLI may read nothing from its stdin while so many answers wait.
pub(crate) const UNREAD: Duration = Duration::from_secs(60);

/// A line to write.
#[derive(Debug)]
pub(crate) struct Outgoing {
    /// The JSON document and its line feed.
    bytes: Vec<u8>,
    /// What `poll_write` returns when the last byte is written.
    kind: Kind,
}

/// The kind of a line.
#[derive(Debug)]
pub(crate) enum Kind {
    /// One of our requests. Its deadline starts when it is written.
    Request(RequestId),
    /// A reply to a request of the CLI.
    Answer,
    /// A prompt, with the permit for its bytes in the outbox.
    #[expect(dead_code, reason = "held until the line is written, then dropped")]
    Prompt(OwnedSemaphorePermit),
}

impl Outgoing {
    /// Makes one line of a JSON document. Raw JSON of a user may contain line feeds; they are
    /// replaced by spaces. In valid JSON they occur only between tokens, so nothing changes.
    pub(crate) fn new(mut json: Vec<u8>, kind: Kind) -> Self {
        if let Some(first) = memchr(b'\n', &json) {
            json[first..].iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b' ');
        }
        json.push(b'\n');
        Self { bytes: json, kind }
    }

    /// Returns the memory of an answer, with its place in the queue. Prompts have permits instead.
    fn answer_memory(&self) -> usize {
        match self.kind {
            Kind::Answer => self.bytes.capacity() + 2 * size_of::<Self>(),
            Kind::Request(_) | Kind::Prompt(_) => 0,
        }
    }
}

/// The queued lines, and the line that is being written.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    control: VecDeque<Outgoing>,
    prompts: VecDeque<Outgoing>,
    current: Option<(Outgoing, usize)>,
    /// The memory of the answers that are not written.
    answers: usize,
    /// How many bytes were written.
    written: u64,
    /// Since when too many answers wait, and how many bytes were written by then.
    full_since: Option<(Instant, u64)>,
}

impl Outbox {
    /// Queues a line behind the lines of its class: prompts, or control lines.
    pub(crate) fn push(&mut self, line: Outgoing) {
        self.answers += line.answer_memory();
        match line.kind {
            Kind::Prompt(_) => self.prompts.push_back(line),
            Kind::Request(_) | Kind::Answer => self.control.push_back(line),
        }
    }

    /// Queues a control line behind the queued prompts.
    pub(crate) fn push_behind_prompts(&mut self, line: Outgoing) {
        self.prompts.push_back(line);
    }

    /// Returns the request whose bytes are all written, while they are being flushed.
    pub(crate) fn flushes(&self) -> Option<&RequestId> {
        match &self.current {
            Some((Outgoing { bytes, kind: Kind::Request(id) }, written)) => {
                (*written == bytes.len()).then_some(id)
            }
            _ => None,
        }
    }

    /// Returns whether so many answers wait that nothing more is read.
    pub(crate) fn is_full(&self) -> bool {
        self.answers > ANSWERS
    }

    /// Returns the memory of the answers that wait.
    pub(crate) fn answers(&self) -> usize {
        self.answers
    }

    /// Returns by when the CLI must have read something from its stdin, if too many answers wait.
    pub(crate) fn due(&mut self, now: Instant) -> Option<Instant> {
        if !self.is_full() {
            self.full_since = None;
            return None;
        }
        let (since, written) = *self.full_since.get_or_insert((now, self.written));
        if written == self.written {
            return since.checked_add(UNREAD);
        }
        self.full_since = Some((now, self.written));
        now.checked_add(UNREAD)
    }

    /// Returns whether all lines are written.
    pub(crate) fn is_empty(&self) -> bool {
        self.current.is_none() && self.control.is_empty() && self.prompts.is_empty()
    }

    /// Writes as much as the pipe takes, and returns the next line that is completely written.
    /// Pending if there is no line, or if the pipe is full.
    ///
    /// The last queued line is returned only after a flush, because stdin may be closed then. A
    /// flush after every line would be wasted while more lines follow.
    pub(crate) fn poll_write(
        &mut self,
        cx: &mut Context<'_>,
        writer: &mut (dyn AsyncWrite + Send + Unpin),
    ) -> Poll<io::Result<Kind>> {
        loop {
            let Some((line, written)) = &mut self.current else {
                match self.control.pop_front().or_else(|| self.prompts.pop_front()) {
                    Some(next) => self.current = Some((next, 0)),
                    None => return Poll::Pending,
                }
                continue;
            };
            if *written < line.bytes.len() {
                let rest = &line.bytes[*written..];
                match ready!(Pin::new(&mut *writer).poll_write(cx, rest))? {
                    0 => return Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
                    some => {
                        *written += some;
                        self.written += u64::try_from(some).unwrap_or_default();
                    }
                }
                continue;
            }
            if self.control.is_empty() && self.prompts.is_empty() {
                ready!(Pin::new(&mut *writer).poll_flush(cx))?;
            }
            if let Some((line, _)) = self.current.take() {
                self.answers -= line.answer_memory();
                return Poll::Ready(Ok(line.kind));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::sync::Arc;

    use tokio::io::BufWriter;
    use tokio::sync::Semaphore;
    use tokio_test::io::Builder;

    use super::*;

    fn answer(json: &str) -> Outgoing {
        Outgoing::new(json.into(), Kind::Answer)
    }

    fn prompt(json: &str) -> Outgoing {
        let room = Arc::new(Semaphore::new(1));
        Outgoing::new(json.into(), Kind::Prompt(room.try_acquire_owned().unwrap()))
    }

    async fn write_one(outbox: &mut Outbox, to: &mut (dyn AsyncWrite + Send + Unpin)) -> Kind {
        poll_fn(|cx| outbox.poll_write(cx, to)).await.unwrap()
    }

    #[tokio::test]
    async fn control_lines_go_first_and_each_class_keeps_its_order() {
        let mut outbox = Outbox::default();
        for line in [prompt("p1"), answer("c1"), prompt("p2"), answer("c2")] {
            outbox.push(line);
        }
        let mut pipe = Builder::new().write(b"c1\nc2\np1\np2\n").build();
        for _ in 0..4 {
            assert!(!outbox.is_empty());
            write_one(&mut outbox, &mut pipe).await;
        }
        assert!(outbox.is_empty());
    }

    #[tokio::test]
    async fn a_line_that_was_begun_is_not_interrupted() {
        let mut outbox = Outbox::default();
        outbox.push(prompt("long"));
        let mut pipe = Builder::new()
            .write(b"lo")
            .wait(std::time::Duration::from_millis(1))
            .write(b"ng\n")
            .write(b"c\n")
            .build();
        let first = poll_fn(|cx| Poll::Ready(outbox.poll_write(cx, &mut pipe))).await;
        assert!(first.is_pending());
        outbox.push(answer("c"));
        assert!(matches!(write_one(&mut outbox, &mut pipe).await, Kind::Prompt(_)));
        assert!(matches!(write_one(&mut outbox, &mut pipe).await, Kind::Answer));
    }

    #[tokio::test]
    async fn the_last_line_is_reported_when_it_is_flushed() {
        let mut outbox = Outbox::default();
        outbox.push(answer("a"));
        outbox.push(answer("b"));
        let mut buffered = BufWriter::new(Builder::new().write(b"a\nb\n").build());
        write_one(&mut outbox, &mut buffered).await;
        assert_eq!(buffered.buffer(), b"a\n", "more follows");
        write_one(&mut outbox, &mut buffered).await;
        assert_eq!(buffered.buffer(), b"");
        assert!(outbox.is_empty(), "nothing more has to happen before stdin may close");
    }

    #[tokio::test(start_paused = true)]
    async fn too_many_answers_have_a_deadline_that_every_written_byte_moves() {
        let mut outbox = Outbox::default();
        let now = Instant::now();
        let line = "x".repeat(1 << 20);
        while !outbox.is_full() {
            assert_eq!(outbox.due(now), None);
            outbox.push(answer(&line));
        }
        assert!(outbox.answers() <= ANSWERS + (2 << 20));
        assert_eq!(outbox.due(now), Some(now + UNREAD));
        let later = now + UNREAD / 2;
        assert_eq!(outbox.due(later), Some(now + UNREAD));
        let mut pipe = Builder::new().write(b"x").wait(UNREAD).build();
        let written = poll_fn(|cx| Poll::Ready(outbox.poll_write(cx, &mut pipe))).await;
        assert!(written.is_pending());
        assert_eq!(outbox.due(later), Some(later + UNREAD));
        drop(pipe);
        let mut sink = tokio::io::sink();
        while !outbox.is_empty() {
            write_one(&mut outbox, &mut sink).await;
        }
        assert_eq!((outbox.answers(), outbox.due(later)), (0, None));
    }

    #[tokio::test]
    async fn many_small_answers_count_with_their_places() {
        let mut outbox = Outbox::default();
        for _ in 0..ANSWERS / 64 {
            outbox.push(answer("{}"));
        }
        assert!(outbox.is_full());
    }

    #[tokio::test]
    async fn a_document_of_many_lines_is_written_as_one() {
        let mut outbox = Outbox::default();
        outbox.push(answer("{\n\"a\":\n1}"));
        let mut pipe = Builder::new().write(b"{ \"a\": 1}\n").build();
        write_one(&mut outbox, &mut pipe).await;
    }
}
