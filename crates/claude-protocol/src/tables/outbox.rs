//! Lines on their way to the CLI.
//!
//! Owns a line until its last byte is written, so a caller that gives up cannot tear one: a torn
//! line is fatal for the CLI. Control goes before prompts, never inside a line; within a lane the
//! order is kept. One JSON document is one line.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_types::RequestId;
use memchr::memchr;
use tokio::io::AsyncWrite;
use tokio::sync::OwnedSemaphorePermit;

/// A line to write.
#[derive(Debug)]
pub(crate) struct Outgoing {
    /// The JSON and its newline.
    bytes: Vec<u8>,
    /// What is to be told when the last byte is out.
    kind: Kind,
}

/// What a line is.
#[derive(Debug)]
pub(crate) enum Kind {
    /// A request of ours: its deadline starts when it is written.
    Request(RequestId),
    /// An answer to the CLI.
    Answer,
    /// A prompt, with the room that it takes.
    #[expect(dead_code, reason = "held until the line is written, then dropped")]
    Prompt(OwnedSemaphorePermit),
}

impl Outgoing {
    /// Takes one JSON document and makes it one line: raw JSON of the user's may hold line feeds,
    /// which can only stand between its tokens.
    pub(crate) fn new(mut json: Vec<u8>, kind: Kind) -> Self {
        if let Some(first) = memchr(b'\n', &json) {
            json[first..].iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b' ');
        }
        json.push(b'\n');
        Self { bytes: json, kind }
    }
}

/// The lines that wait, and the one that is being written.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    control: VecDeque<Outgoing>,
    prompts: VecDeque<Outgoing>,
    current: Option<(Outgoing, usize)>,
}

impl Outbox {
    /// Queues a line in its lane.
    pub(crate) fn push(&mut self, line: Outgoing) {
        match line.kind {
            Kind::Prompt(_) => self.prompts.push_back(line),
            Kind::Request(_) | Kind::Answer => self.control.push_back(line),
        }
    }

    /// Queues a control line behind the prompts that wait.
    pub(crate) fn push_behind_prompts(&mut self, line: Outgoing) {
        self.prompts.push_back(line);
    }

    /// Tells whether everything is written.
    pub(crate) fn is_empty(&self) -> bool {
        self.current.is_none() && self.control.is_empty() && self.prompts.is_empty()
    }

    /// Writes as much as the pipe takes and returns what was finished; pending when idle or full.
    /// The last line is finished when it is flushed.
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
                    some => *written += some,
                }
                continue;
            }
            if self.control.is_empty() && self.prompts.is_empty() {
                ready!(Pin::new(&mut *writer).poll_flush(cx))?;
            }
            if let Some((line, _)) = self.current.take() {
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
    async fn control_goes_first_and_each_lane_keeps_its_order() {
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
    async fn a_line_that_has_begun_is_not_interrupted() {
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
    async fn the_last_line_is_told_when_it_is_flushed() {
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

    #[tokio::test]
    async fn a_document_of_many_lines_is_one_line() {
        let mut outbox = Outbox::default();
        outbox.push(answer("{\n\"a\":\n1}"));
        let mut pipe = Builder::new().write(b"{ \"a\": 1}\n").build();
        write_one(&mut outbox, &mut pipe).await;
    }
}
