//! Stage: starts the CLI for one case, exchanges lines, and ends it.
//!
//! Lines are kept as they were received; nothing is sorted or renamed here. The CLI gets a clean
//! environment, its own home, and an API on loopback. It is ended by its process ID, and when this
//! value is dropped.
//!
//! Next: `pump.rs` (events), `steps.rs` (the actions of the host).

use std::path::{Path, PathBuf};
use std::time::Duration;

use claude_transport::{
    Environment, Exit, Frame, Launch, Parts, Peer, Process, ReadLines, StderrOptions,
    Transport as _,
};
use tokio::io::AsyncWrite;
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tokio::time::Instant;

use super::host::Host;
use super::place::{Names, Place};
use crate::fake_api::{FakeApi, Script};
use crate::record::cases::{Case, Setup};
use crate::record::entry::{Cause, Direction, Entry};
use crate::record::error::CaseError;
use crate::record::json::Json;
use crate::record::tools::Tools;

/// The arguments that select JSON lines in both directions.
const STREAM: [&str; 5] =
    ["--output-format", "stream-json", "--verbose", "--input-format", "stream-json"];

/// The output of a case.
#[derive(Debug)]
pub(in crate::record) struct Take {
    pub(in crate::record) entries: Vec<Entry>,
    pub(in crate::record) port: u16,
    /// The process ID of the CLI, which is part of names of files.
    pub(in crate::record) pid: u32,
    /// What the case waited for and did not get.
    pub(in crate::record) problem: Option<CaseError>,
}

/// Plays a case in a place.
pub(in crate::record) async fn play(
    case: &Case,
    place: &Place,
    tools: &Tools,
) -> Result<Take, CaseError> {
    let mut stage = Stage::start(case, place, tools).await?;
    let (mut problem, pid) = (None, stage.peer.id().unwrap_or_default());
    for (index, step) in case.steps.iter().enumerate() {
        problem = stage.step(index + 1, step).await.err();
        if problem.is_some() {
            break;
        }
    }
    stage.finish(!case.setup.keep_open, case.setup.grace).await;
    let entries = std::mem::take(&mut stage.entries);
    Ok(Take { port: stage.names.port, pid, entries, problem })
}

/// A running CLI and its state.
pub(in crate::record) struct Stage<'a> {
    pub(in crate::record) case: &'a Case,
    pub(in crate::record) names: Names<'a>,
    pub(in crate::record) api: Option<FakeApi>,
    pub(in crate::record) host: Host,
    pub(in crate::record) entries: Vec<Entry>,
    /// Lines of stdout.
    pub(in crate::record) lines: Vec<ReceivedLine>,
    /// The number of lines that were already waited for.
    pub(in crate::record) cursor: usize,
    /// What the next action of the host follows.
    pub(in crate::record) cause: Cause,
    /// The number of requests of all kinds among the entries.
    pub(in crate::record) requests: usize,
    pub(in crate::record) writer: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    pub(in crate::record) events: mpsc::UnboundedReceiver<Event>,
    pub(in crate::record) reader: AbortHandle,
    pub(in crate::record) peer: Box<dyn Peer>,
    pub(in crate::record) stdout_ended: bool,
    pub(in crate::record) exit: Option<Exit>,
    pub(in crate::record) asked: usize,
    started: Instant,
}

/// A line of stdout.
#[derive(Debug)]
pub(in crate::record) struct ReceivedLine {
    pub(in crate::record) text: String,
    pub(in crate::record) json: Option<Json>,
}

/// An event of the CLI.
#[derive(Debug)]
pub(in crate::record) enum Event {
    Out(String),
    OutEnd,
    Err(String),
}

impl<'a> Stage<'a> {
    async fn start(case: &'a Case, place: &'a Place, tools: &'a Tools) -> Result<Self, CaseError> {
        let mut names = Names { place, tools, port: 0, task: String::new() };
        let script = script(&case.setup.script, &names);
        let api = FakeApi::start(script).await.map_err(|source| CaseError::Api { source })?;
        names.port = api.address().port();
        // The port of a stopped server refuses connections.
        let api = (!case.setup.no_api).then_some(api);
        let work = place.prepare(&case.setup, &names)?;
        let (sender, events) = mpsc::unbounded_channel();
        let launch = launch(&case.setup, &names, &work, &sender);
        let first = meta(case, &launch);
        let process = Process::spawn(&launch).map_err(|source| CaseError::Start { source })?;
        let Parts { reader, writer, peer } = Box::new(process).split();
        let reader = tokio::spawn(read(reader, sender)).abort_handle();
        Ok(Self {
            case,
            host: Host::new(case.setup.answers.clone()),
            names,
            api,
            entries: vec![first],
            lines: Vec::new(),
            cursor: 0,
            cause: Cause::default(),
            requests: 0,
            writer: Some(writer),
            events,
            reader,
            peer,
            stdout_ended: false,
            exit: None,
            asked: 0,
            started: Instant::now(),
        })
    }

    pub(in crate::record) fn note(
        &mut self,
        direction: Direction,
        line: impl Into<Json>,
    ) -> &mut Entry {
        let mut entry = Entry::new(direction, self.started.elapsed(), line);
        entry.cause = self.cause;
        self.entries.push(entry);
        let last = self.entries.len() - 1;
        &mut self.entries[last]
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

/// Reads stdout to its end.
async fn read(mut reader: Box<dyn ReadLines>, sender: mpsc::UnboundedSender<Event>) {
    let mut frames = Vec::new();
    loop {
        let read = std::future::poll_fn(|cx| reader.poll_read(cx, &mut frames)).await;
        for frame in frames.drain(..) {
            let text = match &frame {
                Frame::Line(line) => String::from_utf8_lossy(line.as_bytes()).into_owned(),
                Frame::Oversized(line) => format!("(a line of {} bytes)", line.length),
                _ => "(something that is no line)".to_owned(),
            };
            let _ = sender.send(Event::Out(text));
        }
        if !matches!(read, Ok(claude_transport::Read::Some(_))) {
            let _ = sender.send(Event::OutEnd);
            return;
        }
    }
}

/// A script with its placeholders replaced.
fn script(script: &Script, names: &Names<'_>) -> Script {
    let text = serde_json::to_string(script).unwrap_or_default();
    // Only quoted paths are inserted, which do not change the form of the JSON.
    Script::from_json(&names.fill(&text)).unwrap_or_else(|_| script.clone())
}

fn launch(
    setup: &Setup,
    names: &Names<'_>,
    work: &Path,
    sender: &mpsc::UnboundedSender<Event>,
) -> Launch {
    let args: Vec<String> = match &setup.command {
        Some(command) => command.clone(),
        None => STREAM.iter().map(ToString::to_string).chain(setup.args.clone()).collect(),
    };
    let sender = sender.clone();
    let stderr = StderrOptions::default().on_line(move |line| {
        let _ = sender.send(Event::Err(line.to_owned()));
    });
    Launch::new(names.tools.cli.clone())
        .args(args.iter().map(|arg| names.fill(arg)))
        .env(environment(setup, names))
        .cwd(work)
        .stderr(stderr)
        .drop_grace(Duration::from_secs(1))
}

/// The environment, with nothing from this machine.
fn environment(setup: &Setup, names: &Names<'_>) -> Environment {
    let fixed: [(&str, PathBuf); 3] = [
        ("HOME", names.place.home.clone()),
        ("TMPDIR", names.place.temporary.clone()),
        ("PATH", "/usr/bin:/bin".into()),
    ];
    let named = [
        ("LANG", "C.UTF-8"),
        ("TERM", "dumb"),
        ("TZ", "UTC"),
        ("ANTHROPIC_API_KEY", "sk-ant-fake-000"),
        ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
        ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
        ("DISABLE_AUTOUPDATER", "1"),
        ("DISABLE_TELEMETRY", "1"),
        ("DISABLE_ERROR_REPORTING", "1"),
    ];
    let environment = fixed.into_iter().fold(Environment::empty(), |env, (n, v)| env.set(n, v));
    let environment = named.into_iter().fold(environment, |env, (n, v)| env.set(n, v));
    let url = format!("http://127.0.0.1:{}", names.port);
    let environment = environment.set("ANTHROPIC_BASE_URL", url);
    setup.env.iter().fold(environment, |env, (name, value)| match value {
        Some(value) => env.set(name, names.fill(value)),
        None => env.remove(name),
    })
}

/// The first line of a transcript.
fn meta(case: &Case, launch: &Launch) -> Entry {
    let text = |text: &std::ffi::OsStr| Json::String(text.to_string_lossy().into_owned());
    let args = launch.args.iter().map(|arg| text(arg)).collect();
    let env = launch.env.resolve([]).into_iter();
    let env =
        env.map(|(name, value)| (name.to_string_lossy().into_owned(), text(&value))).collect();
    let cwd = launch.cwd.as_ref().map_or(Json::Null, |cwd| text(cwd.as_os_str()));
    let fields = [
        ("case", Json::String(case.name.clone())),
        ("about", Json::String(case.about.clone())),
        ("args", Json::Array(args)),
        ("env", Json::Object(env)),
        ("cwd", cwd),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value)).to_vec();
    Entry::new(Direction::Meta, Duration::ZERO, Json::Object(fields))
}

/// A line that is a text: an event and not a message.
pub(in crate::record) fn event(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

impl std::fmt::Debug for Stage<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stage").field("case", &self.case.name).finish_non_exhaustive()
    }
}
