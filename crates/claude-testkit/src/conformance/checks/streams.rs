//! Streams: bytes and order both ways, long lines, ends, and full pipes.

use std::collections::VecDeque;
use std::time::Duration;

use claude_transport::{Frame, LineCodec, LineReader};
use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout;

use super::super::stage::{Checked, Session, Stage, ensure, equal, exit, read};
use super::super::suite::Ability::MaxLine;

super::list::checks! {
    lines_reach_the_peer_and_come_back_in_order: [],
    every_byte_arrives_unchanged: [],
    a_carriage_return_ends_no_line: [],
    a_long_line_arrives_whole: [],
    a_line_over_the_limit_is_reported_and_skipped: [MaxLine],
    the_last_line_needs_no_line_feed: [],
    closing_stdin_reaches_the_peer: [],
    the_end_of_stdout_is_reported_while_the_peer_runs: [],
    a_peer_that_reads_nothing_stops_the_writer: [],
    a_reader_that_reads_nothing_stops_the_peer: [],
    the_parts_work_on_tasks_of_their_own: [],
}

/// More than any pipe holds.
const MUCH: usize = 64 << 20;

/// How long a write that must not succeed is observed.
const FULL: Duration = Duration::from_millis(500);

/// Writes to a peer that copies, while its answer is read, and returns all frames.
async fn copied(stage: &Stage, input: Vec<u8>) -> Result<VecDeque<Frame>, String> {
    let session = stage.start(&stage.steps(&["cat"]))?;
    let Session { mut reader, writer, mut peer, .. } = session;
    let mut writer = writer.ok_or("there is no stdin")?;
    let write = async {
        let written = writer.write_all(&input).await;
        drop(writer);
        written.map_err(|error| format!("a write fails: {error}"))
    };
    let read_all = async {
        let mut frames = VecDeque::new();
        while read(&mut *reader, &mut frames).await? {}
        Ok(frames)
    };
    let (written, frames) = tokio::join!(write, read_all);
    written?;
    ensure(exit(&mut *peer).await.is_success(), "the peer failed")?;
    frames
}

/// The frames of these bytes.
async fn framed(bytes: &[u8]) -> Result<VecDeque<Frame>, String> {
    let mut reader = LineReader::new(bytes, LineCodec::DEFAULT_MAX_LINE);
    let mut frames = VecDeque::new();
    while read(&mut reader, &mut frames).await? {}
    Ok(frames)
}

async fn lines_reach_the_peer_and_come_back_in_order(stage: Stage) -> Checked {
    let input: String = (0..20_000).map(|number| format!("{number}\n")).collect();
    let found = copied(&stage, input.clone().into_bytes()).await?;
    let expected = framed(input.as_bytes()).await?;
    let differs = found.iter().zip(&expected).position(|(a, b)| !same(a, b));
    equal(&differs, &None)?;
    equal(&found.len(), &expected.len())
}

fn same(a: &Frame, b: &Frame) -> bool {
    match (a, b) {
        (Frame::Line(a), Frame::Line(b)) => a.as_bytes() == b.as_bytes(),
        _ => false,
    }
}

/// Without a line feed and a carriage return, which end lines. A peer in memory passes text on.
async fn every_byte_arrives_unchanged(stage: Stage) -> Checked {
    let text = "\u{1}\t\u{7f} \"'\\$`é\u{feff}\u{2028}😀\u{0}end";
    let found = copied(&stage, format!("{text}\n").into_bytes()).await?;
    let is_it =
        |frame: &Frame| matches!(frame, Frame::Line(line) if line.as_bytes() == text.as_bytes());
    ensure(found.len() == 1 && found.iter().all(is_it), format!("the bytes changed: {found:?}"))
}

async fn a_carriage_return_ends_no_line(stage: Stage) -> Checked {
    let launch = stage.steps(&[r"raw a\rb\r\nc\n\n\r\nd\n"]);
    equal(&stage.lines(&launch).await?, &["a\rb".into(), "c".into(), "d".into()].into())
}

async fn a_long_line_arrives_whole(stage: Stage) -> Checked {
    let lines = stage.lines(&stage.steps(&["line 9000000", "say after"])).await?;
    let whole =
        lines.first().is_some_and(|line| line.len() == 9_000_000 && !line.contains(|c| c != 'x'));
    ensure(whole, "the line is cut or changed")?;
    equal(&lines[1..].to_vec(), &vec!["after".to_owned()])?;
    let line = vec![b'y'; 2_000_000];
    let found = copied(&stage, [line.as_slice(), b"\n"].concat()).await?;
    let whole = |frame: &Frame| matches!(frame, Frame::Line(found) if found.as_bytes() == line);
    ensure(found.len() == 1 && found.iter().all(whole), "the line to the peer is cut or changed")
}

async fn a_line_over_the_limit_is_reported_and_skipped(stage: Stage) -> Checked {
    let launch = stage.steps(&["say a", "line 5000", "line 1000", "say b"]).max_line(1000);
    let mut session = stage.start(&launch)?;
    session.expect("a").await?;
    match session.frame().await? {
        Some(Frame::Oversized(oversized)) => equal(&oversized.length, &5000)?,
        found => return Err(format!("expected a line over the limit, got {found:?}")),
    }
    session.expect(&"x".repeat(1000)).await?;
    session.expect("b").await
}

async fn the_last_line_needs_no_line_feed(stage: Stage) -> Checked {
    let lines = stage.lines(&stage.steps(&[r"raw one\ntwo"])).await?;
    equal(&lines, &vec!["one".to_owned(), "two".to_owned()])
}

async fn closing_stdin_reaches_the_peer(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say begun", "eof", "say over"]))?;
    session.expect("begun").await?;
    session.send(b"not the end\n").await?;
    session.end_input();
    session.expect("over").await?;
    equal(&session.rest().await?, &Vec::new())
}

async fn the_end_of_stdout_is_reported_while_the_peer_runs(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say a", "close", "eof", "exit 3"]))?;
    session.expect("a").await?;
    equal(&session.rest().await?, &Vec::new())?;
    session.end_input();
    equal(&session.exit().await.code, &Some(3))
}

async fn a_peer_that_reads_nothing_stops_the_writer(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say begun", "deaf"]))?;
    session.expect("begun").await?;
    let much = vec![b'x'; MUCH];
    let sent = timeout(FULL, session.send(&much)).await;
    ensure(sent.is_err(), "64 MiB that nobody reads were accepted, or refused")
}

async fn a_reader_that_reads_nothing_stops_the_peer(stage: Stage) -> Checked {
    const LINES: usize = 5_000_000;
    let launch = stage.steps(&["say begun", &format!("count {LINES}"), "err written"]);
    let mut session = stage.start(&launch)?;
    session.expect("begun").await?;
    tokio::time::sleep(FULL).await;
    let tail = session.peer.stderr_tail();
    ensure(tail.is_empty(), format!("38 MB that nobody reads were accepted: `{tail}`"))?;
    // Nothing is lost.
    let mut next = 1;
    while let Some(frame) = session.frame().await? {
        let Frame::Line(line) = frame else { return Err("a line is too long".into()) };
        ensure(
            line.as_bytes() == next.to_string().as_bytes(),
            format!("line {next} is not there"),
        )?;
        next += 1;
    }
    equal(&(next - 1), &LINES)
}

async fn the_parts_work_on_tasks_of_their_own(stage: Stage) -> Checked {
    let Session { mut reader, writer, mut peer, .. } =
        stage.start(&stage.steps(&["cat", "exit 4"]))?;
    let mut writer = writer.ok_or("there is no stdin")?;
    let writing =
        tokio::spawn(async move { writer.write_all(&b"12345678\n".repeat(100_000)).await });
    let reading = tokio::spawn(async move {
        let (mut frames, mut count) = (VecDeque::new(), 0);
        while read(&mut *reader, &mut frames).await? {
            count += frames.drain(..).len();
        }
        Ok::<_, String>(count + frames.len())
    });
    let waiting = tokio::spawn(async move { exit(&mut *peer).await });
    let failed = |_| "a task panicked".to_owned();
    writing.await.map_err(failed)?.map_err(|error| format!("a write fails: {error}"))?;
    equal(&reading.await.map_err(failed)??, &100_000)?;
    equal(&waiting.await.map_err(failed)?.code, &Some(4))
}
