//! Tests of the mirror with files and frames as the CLI writes them, and stores that fail.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::TryStreamExt;
use tempfile::TempDir;
use tokio::time::{Instant, sleep};

use super::{Mirror, MirrorEvent, catch_up};
use crate::ports::{
    Appended, Batch, Entries, Entry, SessionKey, SessionStore, StoreError, StoreFuture,
};
use crate::stores::MemoryStore;

const ID: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
const SOON: Duration = Duration::from_secs(5);
const LATER: Duration = Duration::from_secs(3600);

/// A CLI: writes lines to a file, and then tells of them.
struct Cli {
    folder: TempDir,
    file: PathBuf,
    lines: Vec<String>,
}

impl Cli {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = folder.path().join("projects/-app");
        std::fs::create_dir_all(&project).unwrap();
        Self { file: project.join(format!("{ID}.jsonl")), folder, lines: Vec::new() }
    }

    fn key() -> SessionKey {
        SessionKey::new("-app", ID).unwrap()
    }

    /// Appends to the file. Lines that are mirrored count.
    fn write(&mut self, lines: &[&str]) {
        let mut file = std::fs::File::options().create(true).append(true).open(&self.file).unwrap();
        for line in lines {
            writeln!(file, "{line}").unwrap();
            if Entry::new((*line).to_owned()).is_ok() && !line.contains("api-request") {
                self.lines.push((*line).to_owned());
            }
        }
    }

    fn frame(&self, lines: &[&str]) -> Vec<u8> {
        frame(&self.file, lines)
    }

    /// Writes lines, and tells of them.
    fn say(&mut self, sink: &impl Fn(&[u8]), lines: &[&str]) {
        self.write(lines);
        sink(&self.frame(lines));
    }
}

fn frame(path: &Path, lines: &[&str]) -> Vec<u8> {
    let path = serde_json::to_string(path).unwrap();
    let entries = lines.join(",");
    format!(r#"{{"type":"transcript_mirror","filePath":{path},"entries":[{entries}]}}"#).into()
}

async fn stored(store: &dyn SessionStore, key: &SessionKey) -> Vec<String> {
    let Some(entries) = store.load(key, 0).await.unwrap() else { return Vec::new() };
    entries.map_ok(|entry| entry.as_str().to_owned()).try_collect().await.unwrap()
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Mood {
    Well,
    Down,
    Slow(Duration),
    Panics,
    /// The append lands, and its answer does not come.
    Silent,
}

/// A store whose behaviour changes.
#[derive(Clone)]
struct Moody {
    inner: MemoryStore,
    mood: Arc<Mutex<Mood>>,
    appends: Arc<AtomicUsize>,
}

impl Moody {
    fn new(mood: Mood) -> Self {
        let mood = Arc::new(Mutex::new(mood));
        Self { inner: MemoryStore::new(), mood, appends: Arc::default() }
    }

    fn becomes(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }
}

impl SessionStore for Moody {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            self.appends.fetch_add(1, Ordering::Relaxed);
            let mood = *self.mood.lock().unwrap();
            match mood {
                Mood::Well => {}
                Mood::Down => return Err(StoreError::unavailable("down")),
                Mood::Slow(time) => sleep(time).await,
                Mood::Panics => panic!("a store that panics"),
                Mood::Silent => {
                    self.inner.append(key, batch).await?;
                    std::future::pending::<()>().await;
                }
            }
            self.inner.append(key, batch).await
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        self.inner.load(key, from)
    }
}

/// The events of a mirror, in words.
#[derive(Clone, Default)]
struct Reported(Arc<Mutex<Vec<String>>>);

impl Reported {
    fn mirror(&self, store: impl SessionStore) -> Mirror {
        let reported = Arc::clone(&self.0);
        Mirror::new(store).on_event(move |event| {
            reported.lock().unwrap().push(match event {
                MirrorEvent::Failing { .. } => "failing".to_owned(),
                MirrorEvent::CaughtUp { .. } => "caught up".to_owned(),
                MirrorEvent::Stopped { error, .. } => format!("stopped: {error}"),
                MirrorEvent::LinesLost { .. } => "lines lost".to_owned(),
            });
        })
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

#[tokio::test(start_paused = true)]
async fn the_store_gets_the_file_without_api_requests() {
    let (mut cli, store, reported) = (Cli::new(), MemoryStore::new(), Reported::default());
    let mirror = reported.mirror(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"mode"}"#, r#"{"type":"api-request-shape","n":1}"#]);
    cli.say(&sink, &[r#"{"type":"tag","tag":"a"}"#, r#"{"type":"tag","tag":"a"}"#]);
    assert!(mirror.stored(SOON).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    // The last lines of a CLI that is killed have no frame.
    cli.write(&[r#"{"type":"last-prompt"}"#]);
    let report = mirror.finish(SOON).await;
    assert!(report.is_stored());
    assert_eq!((report.stored, cli.lines.len()), (4, 4));
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    assert_eq!(reported.all(), [""; 0]);
}

#[tokio::test(start_paused = true)]
async fn damaged_lines_are_no_entries_and_joined_ones_are_two() {
    let (mut cli, store) = (Cli::new(), MemoryStore::new());
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.write(&["not JSON", "\0\0\0", r#"{"type":"mode"}"#, ""]);
    let joined = r#"{"type":"a"}{"type":"b"}"#;
    std::fs::File::options()
        .append(true)
        .open(&cli.file)
        .unwrap()
        .write_all(joined.as_bytes())
        .unwrap();
    cli.lines.extend([r#"{"type":"a"}"#.to_owned(), r#"{"type":"b"}"#.to_owned()]);
    cli.write(&["", r#"{"type":"tag"}"#]);
    sink(&cli.frame(&[]));
    assert!(mirror.stored(SOON).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    // The end of a line comes later.
    std::fs::File::options()
        .append(true)
        .open(&cli.file)
        .unwrap()
        .write_all(br#"{"type":"#)
        .unwrap();
    sink(&cli.frame(&[]));
    assert!(mirror.stored(SOON).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    std::fs::File::options().append(true).open(&cli.file).unwrap().write_all(b"\"x\"}\n").unwrap();
    cli.lines.push(r#"{"type":"x"}"#.to_owned());
    sink(&cli.frame(&[]));
    assert!(mirror.stored(SOON).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
}

// sessions SB-49
#[tokio::test(start_paused = true)]
async fn a_store_that_was_down_is_caught_up() {
    let (mut cli, store, reported) = (Cli::new(), Moody::new(Mood::Down), Reported::default());
    let mirror = reported.mirror(store.clone());
    let sink = mirror.sink();
    for number in 0..10_000 {
        cli.say(&sink, &[&format!(r#"{{"type":"tag","tag":"{}"}}"#, number % 7)]);
    }
    assert!(!mirror.stored(Duration::from_secs(60)).await);
    assert_eq!(reported.all(), ["failing"]);
    store.becomes(Mood::Well);
    assert!(mirror.stored(LATER).await);
    assert_eq!(reported.all(), ["failing", "caught up"]);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
}

// sessions SB-50, SB-54
#[tokio::test(start_paused = true)]
async fn what_is_missing_is_named_and_can_be_caught_up() {
    let (mut cli, store) = (Cli::new(), Moody::new(Mood::Well));
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"mode"}"#]);
    assert!(mirror.stored(SOON).await);
    store.becomes(Mood::Down);
    cli.say(&sink, &[r#"{"type":"tag"}"#, r#"{"type":"tag"}"#]);
    let report = mirror.finish(SOON).await;
    assert_eq!(report.behind, [(Cli::key(), cli.file.clone())]);
    assert_eq!(stored(&store, &Cli::key()).await.len(), 1);
    store.becomes(Mood::Well);
    let store = Arc::new(store);
    for missing in [2, 0] {
        assert_eq!(catch_up(store.clone(), &cli.file, None).await.unwrap(), missing);
        assert_eq!(stored(&*store, &Cli::key()).await, cli.lines);
    }
}

// sessions SB-51
#[tokio::test(start_paused = true)]
async fn an_append_that_landed_after_all_is_not_doubled() {
    let (mut cli, store) = (Cli::new(), Moody::new(Mood::Well));
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"tag"}"#]);
    assert!(mirror.stored(SOON).await);
    store.becomes(Mood::Silent);
    cli.say(&sink, &[r#"{"type":"tag"}"#, r#"{"type":"tag"}"#]);
    assert!(!mirror.stored(SOON).await);
    store.becomes(Mood::Well);
    assert!(mirror.stored(LATER).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
}

// sessions SB-48
#[tokio::test(start_paused = true)]
async fn a_slow_store_holds_up_nobody() {
    let (mut cli, store) = (Cli::new(), Moody::new(Mood::Slow(Duration::from_secs(30))));
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    let begun = Instant::now();
    for number in 0..1000 {
        cli.say(&sink, &[&format!(r#"{{"type":"tag","tag":"{number}"}}"#)]);
        tokio::task::yield_now().await;
    }
    assert_eq!(begun.elapsed(), Duration::ZERO);
    assert!(mirror.stored(LATER).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    // One append asks for the length, and few store 1,000 lines.
    assert!(store.appends.load(Ordering::Relaxed) <= 6, "{:?}", store.appends);
}

// sessions SB-53
#[tokio::test(start_paused = true)]
async fn a_store_that_panics_is_down() {
    let (mut cli, store, reported) = (Cli::new(), Moody::new(Mood::Panics), Reported::default());
    let mirror = reported.mirror(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"tag"}"#]);
    assert!(!mirror.stored(Duration::from_secs(10)).await);
    store.becomes(Mood::Well);
    assert!(mirror.stored(LATER).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
    assert_eq!(reported.all(), ["failing", "caught up"]);
}

#[tokio::test(start_paused = true)]
async fn a_resumed_session_goes_on_where_the_store_ends() {
    let (mut cli, store) = (Cli::new(), MemoryStore::new());
    cli.write(&[r#"{"type":"mode"}"#, r#"{"type":"tag"}"#, r#"{"type":"tag"}"#]);
    // The store has a part of it.
    let first = Batch::new([Entry::new(cli.lines[0].clone()).unwrap()]);
    store.append(&Cli::key(), &first).await.unwrap();
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"tag"}"#]);
    let report = mirror.finish(SOON).await;
    assert_eq!((report.is_stored(), report.stored), (true, 3));
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
}

#[tokio::test(start_paused = true)]
async fn another_conversation_of_this_id_is_not_mixed_in() {
    let (mut cli, reported) = (Cli::new(), Reported::default());
    cli.write(&[r#"{"type":"mode"}"#, r#"{"type":"tag"}"#]);
    for (other, reported_of) in [
        (
            vec![r#"{"type":"other"}"#],
            "stopped: the log has another entry at position 0: another writer was there",
        ),
        (
            vec![r#"{"type":"mode"}"#; 3],
            "stopped: the log has another entry at position 2: another writer was there",
        ),
    ] {
        let store = MemoryStore::new();
        let entries = other.iter().map(|line| Entry::new(*line).unwrap());
        store.append(&Cli::key(), &Batch::new(entries)).await.unwrap();
        let mirror = reported.mirror(store.clone());
        mirror.sink()(&cli.frame(&[]));
        let report = mirror.finish(LATER).await;
        assert!(!report.is_stored());
        assert_eq!(reported.all().last().unwrap(), reported_of);
        assert_eq!(stored(&store, &Cli::key()).await, other);
        let caught_up = catch_up(Arc::new(store), &cli.file, None).await;
        assert!(matches!(caught_up, Err(StoreError::Conflict { .. })), "{caught_up:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_writer_that_was_replaced_stores_nothing_more() {
    let (mut cli, store, reported) = (Cli::new(), MemoryStore::new(), Reported::default());
    let mirror = reported.mirror(store.clone()).epoch(1);
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"tag"}"#]);
    assert!(mirror.stored(SOON).await);
    store.append(&Cli::key(), &Batch::new([]).fence(2)).await.unwrap();
    cli.say(&sink, &[r#"{"type":"tag"}"#]);
    assert!(!mirror.stored(LATER).await);
    assert_eq!(reported.all(), ["stopped: another holder has taken over the session (epoch 2)"]);
    assert_eq!(stored(&store, &Cli::key()).await.len(), 1);
}

// sessions SB-44
#[tokio::test(start_paused = true)]
async fn a_store_that_lost_its_end_gets_it_again() {
    let (mut cli, store) = (Cli::new(), MemoryStore::new());
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"mode"}"#, r#"{"type":"tag"}"#]);
    assert!(mirror.stored(SOON).await);
    store.delete(&Cli::key()).await.unwrap();
    cli.say(&sink, &[r#"{"type":"x"}"#]);
    assert!(mirror.stored(SOON).await);
    assert_eq!(stored(&store, &Cli::key()).await, cli.lines);
}

// sessions SB-30
#[tokio::test(start_paused = true)]
async fn a_line_that_the_cli_has_lost_is_reported_once() {
    let (mut cli, reported) = (Cli::new(), Reported::default());
    let mirror = reported.mirror(MemoryStore::new());
    let sink = mirror.sink();
    let line = |number: u128, parent: u128| {
        let (uuid, parent) = (uuid::Uuid::from_u128(number), uuid::Uuid::from_u128(parent));
        format!(r#"{{"type":"user","uuid":"{uuid}","parentUuid":"{parent}"}}"#)
    };
    // A fork begins in the middle of another file.
    cli.say(&sink, &[&line(2, 1), &line(3, 2)]);
    assert!(mirror.stored(SOON).await);
    assert_eq!(reported.all(), [""; 0]);
    cli.say(&sink, &[&line(5, 4), &line(6, 5), &line(8, 7)]);
    assert!(mirror.stored(SOON).await);
    assert_eq!(reported.all(), ["lines lost"]);
}

#[tokio::test(start_paused = true)]
async fn a_file_on_another_machine_is_stored_from_the_frames() {
    let (cli, store, reported) = (Cli::new(), Moody::new(Mood::Down), Reported::default());
    let mirror = reported.mirror(store.clone());
    let sink = mirror.sink();
    let lines = [r#"{"type":"mode"}"#, r#"{"type":"tag"}"#, r#"{"type":"tag"}"#];
    sink(&cli.frame(&lines[..1]));
    assert!(!mirror.stored(Duration::from_secs(3)).await);
    sink(&cli.frame(&lines[1..]));
    store.becomes(Mood::Well);
    assert!(mirror.finish(LATER).await.is_stored());
    assert_eq!(stored(&store, &Cli::key()).await, lines);
}

#[tokio::test(start_paused = true)]
async fn more_than_16_mib_of_frames_is_reported_and_nothing_is_mixed_up() {
    let (cli, store, reported) = (Cli::new(), Moody::new(Mood::Down), Reported::default());
    let mirror = reported.mirror(store.clone());
    let sink = mirror.sink();
    let large = format!(r#"{{"type":"tag","tag":"{}"}}"#, "x".repeat(1 << 20));
    for _ in 0..20 {
        sink(&cli.frame(&[&large]));
    }
    store.becomes(Mood::Well);
    let report = mirror.finish(LATER).await;
    assert_eq!(report.behind.len(), 1);
    let kept = stored(&store, &Cli::key()).await;
    assert!(kept.len() >= 14 && kept.len() < 20, "{}", kept.len());
    assert!(reported.all()[0].starts_with("stopped"), "{:?}", reported.all());
}

#[tokio::test(start_paused = true)]
async fn subagents_have_logs_of_their_own() {
    let (mut cli, store) = (Cli::new(), MemoryStore::new());
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    cli.say(&sink, &[r#"{"type":"mode"}"#]);
    let folder = cli.file.with_extension("").join("subagents");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("agent-a1.jsonl");
    std::fs::write(&file, "{\"type\":\"user\"}\n").unwrap();
    std::fs::write(file.with_extension("meta.json"), r#"{"agentType":"x","type":"y"}"#).unwrap();
    sink(&frame(&file, &[r#"{"type":"user"}"#]));
    let about = r#"{"type":"agent_metadata","agentType":"x"}"#;
    sink(&frame(&file, &[about]));
    assert!(mirror.finish(SOON).await.is_stored());
    let agent = Cli::key().with_subpath("subagents/agent-a1").unwrap();
    assert_eq!(stored(&store, &agent).await, [r#"{"type":"user"}"#, about]);

    // The same from the files alone.
    let other = Arc::new(MemoryStore::new());
    assert_eq!(catch_up(other.clone(), &cli.file, Some("-other")).await.unwrap(), 2);
    let agent = SessionKey::new("-other", ID).unwrap().with_subpath("subagents/agent-a1").unwrap();
    let lines = stored(&*other, &agent).await;
    assert_eq!(lines.len(), 2);
    let about: serde_json::Value = serde_json::from_str(&lines[1]).unwrap();
    assert_eq!(about, serde_json::json!({ "type": "agent_metadata", "agentType": "x" }));
}

#[tokio::test(start_paused = true)]
async fn frames_of_other_files_are_passed_over() {
    let (cli, store) = (Cli::new(), MemoryStore::new());
    let mirror = Mirror::new(store.clone());
    let sink = mirror.sink();
    let elsewhere = cli.folder.path().join("notes.jsonl");
    for frame in [frame(&elsewhere, &["{}"]), b"{}".to_vec(), Vec::new(), b"\xff\xff".to_vec()] {
        sink(&frame);
    }
    assert_eq!(mirror.finish(SOON).await, super::MirrorReport::default());
}
