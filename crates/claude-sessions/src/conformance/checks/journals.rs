//! Journals: numbers, writers, trimming, and waiting.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::{Check, Failure, Outcome, checks, ensure};
use crate::ports::{Extent, Journal, StoreError};

/// How long a wait that must not end is watched.
const WHILE: Duration = Duration::from_millis(1);
/// How many writers there are.
const WRITERS: usize = 4;

pub(super) fn all() -> Vec<Check<dyn Journal>> {
    checks![
        items_are_numbered_from_1,
        another_number_is_refused,
        an_older_epoch_is_refused,
        an_epoch_counts_without_items,
        of_writers_one_wins_each_number,
        streams_are_apart,
        items_are_read_in_pages,
        trimmed_numbers_do_not_come_again,
        a_wait_ends_with_the_next_item,
        bytes_come_back,
    ]
}

fn item(number: u64) -> Bytes {
    format!("item {number}").into()
}

fn items(numbers: std::ops::Range<u64>) -> Vec<Bytes> {
    numbers.map(item).collect()
}

/// Writes the items with these numbers.
async fn fill(journal: &dyn Journal, stream: &str, numbers: std::ops::Range<u64>) -> Outcome {
    let (first, behind) = (numbers.start, numbers.end);
    let next = journal.write(stream, first, 1, &items(numbers)).await?;
    ensure!(next == behind, "the next number is {next} instead of {behind}");
    Ok(())
}

/// Checks that a stream has these items, and only these.
async fn expect(journal: &dyn Journal, stream: &str, numbers: std::ops::Range<u64>) -> Outcome {
    let read = journal.read(stream, 0, 10_000).await?;
    let seqs: Vec<_> = read.iter().map(|item| item.seq).collect();
    let expected: Vec<_> = numbers.clone().collect();
    ensure!(seqs == expected, "the numbers are {seqs:?} instead of {expected:?}");
    for (read, number) in read.iter().zip(numbers) {
        ensure!(read.body == item(number), "item {number} has another body");
    }
    Ok(())
}

async fn items_are_numbered_from_1(journal: Arc<dyn Journal>) -> Outcome {
    let extent = journal.extent("s").await?;
    ensure!(extent == Extent::default(), "a new stream has {extent:?}");
    ensure!(journal.read("s", 0, 10).await?.is_empty(), "a new stream has items");
    fill(&*journal, "s", 1..4).await?;
    fill(&*journal, "s", 4..5).await?;
    let extent = journal.extent("s").await?;
    ensure!(extent == Extent::new(1, 5, 1), "after 4 items it is {extent:?}");
    expect(&*journal, "s", 1..5).await
}

async fn another_number_is_refused(journal: Arc<dyn Journal>) -> Outcome {
    fill(&*journal, "s", 1..4).await?;
    for next in [0, 1, 3, 5, u64::MAX] {
        let refused = journal.write("s", next, 1, &items(9..10)).await;
        let is_conflict = matches!(refused, Err(StoreError::Conflict { at: 4 }));
        ensure!(is_conflict, "number {next} instead of 4 gives {refused:?}");
    }
    expect(&*journal, "s", 1..4).await
}

async fn an_older_epoch_is_refused(journal: Arc<dyn Journal>) -> Outcome {
    fill(&*journal, "s", 1..2).await?;
    journal.write("s", 2, 5, &items(2..3)).await?;
    let refused = journal.write("s", 3, 4, &items(3..4)).await;
    ensure!(matches!(refused, Err(StoreError::Fenced { epoch: 5 })), "it gives {refused:?}");
    journal.write("s", 3, 5, &items(3..4)).await?;
    let epochs: Vec<_> = journal.read("s", 0, 10).await?.iter().map(|item| item.epoch).collect();
    ensure!(epochs == [1, 5, 5], "the epochs are {epochs:?}");
    expect(&*journal, "s", 1..4).await
}

async fn an_epoch_counts_without_items(journal: Arc<dyn Journal>) -> Outcome {
    let next = journal.write("s", 1, 2, &[]).await?;
    ensure!(next == 1, "writing nothing gives number {next}");
    let refused = journal.write("s", 1, 1, &items(1..2)).await;
    ensure!(matches!(refused, Err(StoreError::Fenced { epoch: 2 })), "it gives {refused:?}");
    let extent = journal.extent("s").await?;
    ensure!(extent == Extent::new(1, 1, 2), "the stream has {extent:?}");
    Ok(())
}

async fn of_writers_one_wins_each_number(journal: Arc<dyn Journal>) -> Outcome {
    let mut writers = JoinSet::<Result<u64, StoreError>>::new();
    for _ in 0..WRITERS {
        let journal = Arc::clone(&journal);
        writers.spawn(async move {
            let (mut next, mut won) = (1, 0);
            while next <= 50 {
                match journal.write("s", next, 1, &[item(next)]).await {
                    Ok(after) => (next, won) = (after, won + 1),
                    Err(StoreError::Conflict { at }) => next = at,
                    Err(other) => return Err(other),
                }
            }
            Ok(won)
        });
    }
    let mut won = 0;
    while let Some(done) = writers.join_next().await {
        won += done.map_err(|_| Failure::Wrong("a writer panics".to_owned()))??;
    }
    ensure!(won == 50, "{won} writes of 50 numbers have won");
    expect(&*journal, "s", 1..51).await
}

async fn streams_are_apart(journal: Arc<dyn Journal>) -> Outcome {
    for (count, stream) in
        ["s", "S", "s_", "s%", "s:", "s/a", "s'", "é", "e\u{301}"].iter().enumerate()
    {
        fill(&*journal, stream, 1..count as u64 + 2).await?;
    }
    expect(&*journal, "s", 1..2).await?;
    expect(&*journal, "s_", 1..4).await?;
    expect(&*journal, "e\u{301}", 1..10).await
}

async fn items_are_read_in_pages(journal: Arc<dyn Journal>) -> Outcome {
    fill(&*journal, "s", 1..26).await?;
    let mut seqs: Vec<u64> = Vec::new();
    loop {
        let page = journal.read("s", seqs.last().copied().unwrap_or(0), 10).await?;
        ensure!(page.len() <= 10, "a page of 10 has {} items", page.len());
        if page.is_empty() {
            break;
        }
        seqs.extend(page.iter().map(|item| item.seq));
        ensure!(seqs.len() <= 25, "the pages have more items than there are");
    }
    ensure!(seqs == (1..26).collect::<Vec<_>>(), "the pages are {seqs:?}");
    Ok(())
}

async fn trimmed_numbers_do_not_come_again(journal: Arc<dyn Journal>) -> Outcome {
    fill(&*journal, "s", 1..6).await?;
    journal.trim("s", 3).await?;
    expect(&*journal, "s", 3..6).await?;
    journal.trim("s", 2).await?;
    expect(&*journal, "s", 3..6).await?;
    journal.trim("s", u64::MAX).await?;
    let extent = journal.extent("s").await?;
    ensure!(extent == Extent::new(6, 6, 1), "after trimming all it is {extent:?}");
    fill(&*journal, "s", 6..8).await?;
    expect(&*journal, "s", 6..8).await?;
    journal.trim("unknown", 5).await.map_err(Failure::from)
}

async fn a_wait_ends_with_the_next_item(journal: Arc<dyn Journal>) -> Outcome {
    fill(&*journal, "s", 1..3).await?;
    // There are items after 1: it ends at once.
    journal.changed("s", 1).await?;
    let mut waiting = journal.changed("s", 2);
    // It may return too early, so both are right; but it must not miss the item.
    if let Ok(early) = timeout(WHILE, &mut waiting).await {
        early?;
        waiting = journal.changed("s", 2);
    }
    fill(&*journal, "s", 3..4).await?;
    waiting.await?;
    Ok(())
}

async fn bytes_come_back(journal: Arc<dyn Journal>) -> Outcome {
    let bodies: [Bytes; 3] =
        [(0..=255).collect::<Vec<u8>>().into(), Bytes::new(), vec![b'x'; 2 << 20].into()];
    journal.write("s", 1, 1, &bodies).await?;
    let read: Vec<_> = journal.read("s", 0, 10).await?.into_iter().map(|item| item.body).collect();
    ensure!(read == bodies, "the bodies are others");
    Ok(())
}
