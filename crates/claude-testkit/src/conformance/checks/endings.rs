//! Endings: exit codes, stderr, signals, shutdown and drop.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_transport::{Launch, Parts, ShutdownGrace, Signal, StderrOptions};

use super::super::stage::{Checked, Stage, by_signal, ensure, equal, exit, read, soon};
use super::super::suite::Ability::{self, Descendants, KillHandle, Programs};

const SIGTERM: i32 = 15;
const SIGKILL: i32 = 9;

super::list::checks! {
    exit_codes_arrive: [],
    the_exit_is_the_same_each_time: [],
    stderr_is_in_the_exit: [],
    stderr_is_seen_while_the_peer_runs: [],
    only_the_end_of_stderr_is_kept: [Ability::StderrOptions],
    lines_of_stderr_reach_the_callback: [Ability::StderrOptions],
    the_request_to_end_ends_the_peer: [],
    a_kill_ends_a_peer_that_ignores_the_request: [],
    a_signal_after_the_exit_changes_nothing: [],
    a_shutdown_begins_with_the_end_of_stdin: [],
    a_shutdown_ends_a_peer_that_ignores_everything: [],
    dropping_the_peer_ends_it: [],
    dropping_a_peer_that_ignores_the_request_kills_it: [Programs],
    dropping_a_connection_that_is_not_split_ends_the_peer: [Programs],
    the_kill_handle_ends_the_peer: [KillHandle],
    what_the_peer_has_started_ends_with_it: [Programs, Descendants],
    what_the_peer_has_started_ends_after_a_drop: [Programs, Descendants],
}

async fn exit_codes_arrive(stage: Stage) -> Checked {
    for code in [0, 1, 3, 255] {
        let mut session = stage.start(&stage.steps(&[&format!("exit {code}")]))?;
        let exit = session.exit().await;
        equal(&(exit.code, exit.signal), &(Some(code), None))?;
    }
    Ok(())
}

async fn the_exit_is_the_same_each_time(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["err boom", "exit 2"]))?;
    let first = session.exit().await;
    equal(&session.exit().await, &first)?;
    equal(&session.peer.stderr_tail(), &first.stderr)
}

async fn stderr_is_in_the_exit(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["err first", "err last", "exit 1"]))?;
    let exit = session.exit().await;
    ensure(exit.stderr.ends_with("first\nlast\n"), format!("stderr is {:?}", exit.stderr))
}

async fn stderr_is_seen_while_the_peer_runs(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["err hello", "cat"]))?;
    let peer = &mut session.peer;
    soon(move || peer.stderr_tail() == "hello\n", "`stderr_tail` does not return the line").await
}

async fn only_the_end_of_stderr_is_kept(stage: Stage) -> Checked {
    let stderr = StderrOptions::default().tail(9);
    let launch = stage.steps(&["err 0123456789", "err abcd"]).stderr(stderr);
    let kept = stage.start(&launch)?.exit().await.stderr;
    // A tail may begin with a whole line.
    let holds = kept.ends_with("abcd\n") && kept.len() <= 9;
    ensure(holds, format!("of 9 bytes, {kept:?} is kept"))
}

async fn lines_of_stderr_reach_the_callback(stage: Stage) -> Checked {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&lines);
    let stderr = StderrOptions::default()
        .on_line(move |line| kept.lock().unwrap_or_else(|e| e.into_inner()).push(line.to_owned()));
    let launch = stage.steps(&["err one", "err two"]).stderr(stderr);
    stage.start(&launch)?.exit().await;
    let lines = lines.lock().unwrap_or_else(|e| e.into_inner()).clone();
    equal(&lines, &vec!["one".to_owned(), "two".to_owned()])
}

async fn the_request_to_end_ends_the_peer(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say begun", "deaf"]))?;
    session.expect("begun").await?;
    by_signal(&session.ended_by(Signal::Terminate).await, SIGTERM)?;
    equal(&session.rest().await?, &Vec::new())
}

async fn a_kill_ends_a_peer_that_ignores_the_request(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["trap", "say begun", "deaf"]))?;
    session.expect("begun").await?;
    session.peer.signal(Signal::Terminate);
    by_signal(&session.ended_by(Signal::Kill).await, SIGKILL)
}

async fn a_signal_after_the_exit_changes_nothing(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["exit 6"]))?;
    let first = session.exit().await;
    session.peer.signal(Signal::Terminate);
    equal(&session.ended_by(Signal::Kill).await, &first)?;
    equal(&first.code, &Some(6))
}

async fn a_shutdown_begins_with_the_end_of_stdin(stage: Stage) -> Checked {
    // Not signalled, although it ends by itself only.
    let launch = stage.steps(&["trap", "eof", "count 300000", "exit 5"]);
    let exit = parts(&stage, &launch)?.shutdown(ShutdownGrace::default()).await;
    equal(&exit.code, &Some(5))
}

async fn a_shutdown_ends_a_peer_that_ignores_everything(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["trap", "say begun", "deaf"]))?;
    session.expect("begun").await?;
    let brief = Duration::from_millis(50);
    let writer = session.writer.take().ok_or("there is no stdin")?;
    let parts = Parts { reader: session.reader, writer, peer: session.peer };
    let exit = parts.shutdown(ShutdownGrace { eof: brief, terminate: brief }).await;
    by_signal(&exit, SIGKILL)
}

fn parts(stage: &Stage, launch: &Launch) -> Result<Parts, String> {
    Ok(stage.connect(launch).map_err(|error| format!("the peer does not start: {error}"))?.split())
}

async fn dropping_the_peer_ends_it(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say begun", "deaf"]))?;
    session.expect("begun").await?;
    drop(session.peer);
    // The streams close with the peer.
    let mut left = VecDeque::new();
    while read(&mut *session.reader, &mut left).await? {}
    equal(&left.len(), &0)
}

async fn dropping_a_peer_that_ignores_the_request_kills_it(stage: Stage) -> Checked {
    let launch = stage.script("trap '' TERM; echo $$; exec sleep 600");
    let mut session = stage.start(&launch.drop_grace(Duration::from_millis(100)))?;
    let id = session.line().await?;
    drop(session);
    gone(&stage, &id).await
}

async fn dropping_a_connection_that_is_not_split_ends_the_peer(stage: Stage) -> Checked {
    // The ID of the peer is asked for by another connection.
    let mark = format!("conformance-{}-{:p}", std::process::id(), &raw const stage);
    let launch = stage.script(r#"echo $$ >"${TMPDIR:-/tmp}/$1"; exec sleep 600"#).arg(&mark);
    let connection = stage.connect(&launch).map_err(|error| error.to_string())?;
    let file = r#"[ -s "${TMPDIR:-/tmp}/$1" ]"#;
    stage.soon(file, &mark, "the peer does not run before it is split").await?;
    drop(connection);
    let take = r#"cat "${TMPDIR:-/tmp}/$1"; rm "${TMPDIR:-/tmp}/$1""#;
    let lines = stage.lines(&stage.script(take).arg(&mark)).await?;
    gone(&stage, lines.first().ok_or("the peer has no ID")?).await
}

async fn the_kill_handle_ends_the_peer(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.steps(&["say begun", "deaf"]))?;
    session.expect("begun").await?;
    let handle = session.peer.kill_handle();
    std::thread::spawn(move || handle.end()).join().map_err(|_| "the handle panicked")?;
    let exit = exit(&mut *session.peer).await;
    ensure(exit.code != Some(0), format!("the peer ended with {exit}"))
}

/// A peer with a process that outlives it, unless the transport ends it. The process writes its ID.
const PARENT: &str = r#"sh -c 'trap "" TERM; echo $$; exec sleep 600 >/dev/null 2>&1' & cat"#;

async fn what_the_peer_has_started_ends_with_it(stage: Stage) -> Checked {
    let mut session = stage.start(&stage.script(PARENT))?;
    let id = session.line().await?;
    session.end_input();
    ensure(session.exit().await.is_success(), "the peer failed")?;
    gone(&stage, &id).await
}

async fn what_the_peer_has_started_ends_after_a_drop(stage: Stage) -> Checked {
    let launch = stage.script(PARENT).drop_grace(Duration::from_millis(100));
    let mut session = stage.start(&launch)?;
    let id = session.line().await?;
    drop(session);
    gone(&stage, &id).await
}

/// Asks where the peer ran, by another connection.
async fn gone(stage: &Stage, id: &str) -> Checked {
    stage.soon(r#"! kill -0 "$1" 2>/dev/null"#, id, "the process is left").await
}
