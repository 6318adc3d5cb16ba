//! Tests of logs: numbers, several readers and writers, and journals that fail.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use tokio::task::JoinSet;

use super::follow::Following;
use super::item::{Header, LogSource};
use super::{Followed, LogItem, SessionLog};
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};
use crate::stores::MemoryStore;

const SOON: Duration = Duration::from_secs(5);
const LATER: Duration = Duration::from_secs(3600);

fn follow(journal: &Arc<impl Journal>, after: u64) -> Following {
    super::follow::follow(journal.clone(), "s".into(), after)
}

async fn open(journal: &Arc<impl Journal>) -> SessionLog {
    SessionLog::open(journal.clone(), "s").await.unwrap()
}

impl SessionLog {
    fn say(&self, body: &str) {
        self.waiting.add(LogSource::Cli, "assistant", body.as_bytes(), false);
    }
}

async fn item(following: &mut Following) -> LogItem {
    match following.next().await.unwrap().unwrap() {
        Followed::Item(item) => item,
        gap @ Followed::Gap { .. } => panic!("{gap:?}"),
    }
}

#[test]
fn an_item_of_any_bytes_comes_back() {
    for body in [&b"{\"a\":1}"[..], b"", b"\n\n\xff\0", b"no JSON"] {
        let written =
            Header { at: 1_700_000_000_123, source: LogSource::Sent, kind: "us\ner".into() };
        let item = LogItem::read(JournalItem::new(7, 2, written.write(body)));
        assert_eq!((item.seq, item.epoch, item.source), (7, 2, LogSource::Sent));
        assert_eq!((item.kind.as_str(), &*item.body), ("us\ner", body));
        assert_eq!(item.at, std::time::UNIX_EPOCH + Duration::from_millis(1_700_000_000_123));
    }
    for foreign in [&b""[..], b"{}", b"\xff\n", b"{\"at\":-1}\n"] {
        let item = LogItem::read(JournalItem::new(1, 1, Bytes::from_static(foreign)));
        assert_eq!((item.kind.as_str(), &*item.body), ("unknown", foreign));
    }
}

// sessions SB-68, SB-70
#[tokio::test(flavor = "multi_thread")]
async fn each_reader_sees_each_item_once_also_over_restarts() {
    const ITEMS: u64 = 5_000;
    let journal = Arc::new(MemoryStore::new());
    let mut readers = JoinSet::new();
    for after in [0, 2_500, 4_999] {
        let mut following = follow(&journal, after);
        readers.spawn(async move {
            for number in after + 1..=ITEMS {
                let item = item(&mut following).await;
                assert_eq!((item.seq, &*item.body), (number, number.to_string().as_bytes()));
                assert_eq!(item.epoch, if number <= 2_000 { 1 } else { 2 });
            }
        });
    }
    let first = open(&journal).await;
    (1..=2_000).for_each(|number: u64| first.say(&number.to_string()));
    first.written(SOON).await.unwrap();
    let second = open(&journal).await;
    assert_eq!((first.epoch(), second.epoch()), (1, 2));
    // The first program was only stopped, and wakes up.
    first.say("late");
    let refused = first.written(SOON).await.unwrap_err();
    assert!(matches!(*refused, StoreError::Fenced { epoch: 2 } | StoreError::Conflict { .. }));
    (2_001..=ITEMS).for_each(|number| second.say(&number.to_string()));
    second.written(SOON).await.unwrap();
    while let Some(read) = readers.join_next().await {
        read.unwrap();
    }
}

// sessions SB-71
#[tokio::test(start_paused = true)]
async fn what_was_trimmed_is_a_gap_with_its_numbers() {
    let journal = Arc::new(MemoryStore::new());
    let log = open(&journal).await;
    (1..=9).for_each(|number: u64| log.say(&number.to_string()));
    log.written(SOON).await.unwrap();
    let mut early = follow(&journal, 0);
    assert_eq!(item(&mut early).await.seq, 1);
    journal.trim("s", 5).await.unwrap();
    let mut late = follow(&journal, 1);
    assert_eq!(late.next().await.unwrap().unwrap(), Followed::Gap { from: 2, to: 4 });
    assert_eq!(item(&mut late).await.seq, 5);
    journal.trim("s", 100).await.unwrap();
    let mut none = follow(&journal, 3);
    assert_eq!(none.next().await.unwrap().unwrap(), Followed::Gap { from: 4, to: 9 });
    log.say("10");
    assert_eq!(item(&mut none).await.seq, 10);
}

#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Well,
    Down,
    /// The write lands, and its answer is lost.
    Silent,
}

struct Moody {
    inner: MemoryStore,
    mood: Mutex<Mood>,
    writes: AtomicU32,
}

impl Moody {
    fn new(mood: Mood) -> Arc<Self> {
        Arc::new(Self { inner: MemoryStore::new(), mood: Mutex::new(mood), writes: 0.into() })
    }
}

impl Journal for Moody {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            self.writes.fetch_add(1, Ordering::Relaxed);
            let mood = if items.is_empty() { Mood::Well } else { *self.mood.lock().unwrap() };
            if mood == Mood::Down {
                return Err(StoreError::unavailable("down"));
            }
            let written = self.inner.write(stream, next, epoch, items).await;
            if mood == Mood::Silent {
                *self.mood.lock().unwrap() = Mood::Well;
                return Err(StoreError::unavailable("no answer"));
            }
            written
        })
    }

    fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> StoreFuture<'a, Vec<JournalItem>> {
        self.inner.read(stream, after, limit)
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        self.inner.extent(stream)
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        self.inner.trim(stream, before)
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        self.inner.changed(stream, after)
    }
}

#[tokio::test(start_paused = true)]
async fn a_journal_that_was_down_gets_all_items() {
    let journal = Moody::new(Mood::Down);
    let log = open(&journal).await;
    (1..=600).for_each(|number: u64| log.say(&number.to_string()));
    assert!(matches!(*log.written(SOON).await.unwrap_err(), StoreError::TimedOut { .. }));
    *journal.mood.lock().unwrap() = Mood::Well;
    log.written(LATER).await.unwrap();
    let mut following = follow(&journal, 0);
    for number in 1..=600_u64 {
        let item = item(&mut following).await;
        assert_eq!((item.seq, &*item.body), (number, number.to_string().as_bytes()));
    }
    assert_eq!(journal.extent("s").await.unwrap().next, 601);
}

#[tokio::test(start_paused = true)]
async fn a_write_whose_answer_is_lost_is_not_repeated() {
    let journal = Moody::new(Mood::Silent);
    let log = open(&journal).await;
    log.say("1");
    log.say("2");
    log.written(SOON).await.unwrap();
    log.say("3");
    log.written(SOON).await.unwrap();
    assert_eq!(journal.extent("s").await.unwrap().next, 4);
}

#[tokio::test(start_paused = true)]
async fn what_does_not_fit_into_memory_is_reported() {
    let journal = Moody::new(Mood::Down);
    let log = open(&journal).await;
    let large = "x".repeat(1 << 20);
    (0..30).for_each(|_| log.say(&large));
    *journal.mood.lock().unwrap() = Mood::Well;
    log.written(LATER).await.unwrap();
    log.say("after");
    log.written(LATER).await.unwrap();
    let mut following = follow(&journal, 0);
    let mut kept = 0;
    let gap = loop {
        let item = item(&mut following).await;
        if item.kind == "gap" {
            break item;
        }
        kept += 1;
    };
    assert!((14..=16).contains(&kept), "{kept}");
    assert_eq!(gap.source, LogSource::Sdk);
    assert_eq!(*gap.body, *format!(r#"{{"lost":{}}}"#, 30 - kept).as_bytes());
    assert_eq!(&*item(&mut following).await.body, b"after");
}

#[tokio::test(start_paused = true)]
async fn items_are_written_together() {
    let journal = Moody::new(Mood::Well);
    let log = open(&journal).await;
    for number in 0..100 {
        log.say(&number.to_string());
        tokio::task::yield_now().await;
    }
    log.written(SOON).await.unwrap();
    // One claims the stream.
    assert!(journal.writes.load(Ordering::Relaxed) <= 3);
}
