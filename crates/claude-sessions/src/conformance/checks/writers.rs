//! Writers: several at once, and readers beside them.

use std::sync::Arc;

use futures_util::TryStreamExt;
use tokio::task::JoinSet;

use super::{Check, Failure, Outcome, SESSION, append, checks, ensure, entries, key, load, needs};
use crate::ports::{Batch, Entry, SessionStore, StoreError};

/// How many writers there are.
const WRITERS: usize = 4;
/// How many entries each writes.
const EACH: usize = 40;

pub(super) fn all() -> Vec<Check<dyn SessionStore>> {
    checks![
        writers_without_positions_keep_their_order,
        of_writers_with_positions_one_wins_each,
        a_reader_sees_one_moment,
        a_batch_is_appended_as_a_whole,
    ]
}

/// An entry that says who wrote it.
fn by(writer: usize, number: usize) -> Result<Entry, StoreError> {
    Entry::new(format!(r#"{{"by":{writer},"n":{number}}}"#))
}

async fn join(mut writers: JoinSet<Outcome>) -> Outcome {
    while let Some(written) = writers.join_next().await {
        written.map_err(|_| Failure::Wrong("a writer panics".to_owned()))??;
    }
    Ok(())
}

/// Checks that the entries of each writer are all there, in their order.
fn in_order(log: &[Entry]) -> Outcome {
    ensure!(log.len() == WRITERS * EACH, "{} of {} entries are there", log.len(), WRITERS * EACH);
    for writer in 0..WRITERS {
        let own: Result<Vec<_>, _> = (0..EACH).map(|number| by(writer, number)).collect();
        let own = own?;
        let stored: Vec<_> = log.iter().filter(|entry| own.contains(entry)).cloned().collect();
        ensure!(stored == own, "the entries of writer {writer} have another order, or are doubled");
    }
    Ok(())
}

async fn writers_without_positions_keep_their_order(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.bytes, "equal bytes", &*store)?;
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let store = Arc::clone(&store);
        writers.spawn(async move {
            for number in 0..EACH {
                append(&*store, &key(SESSION)?, vec![by(writer, number)?]).await?;
            }
            Ok(())
        });
    }
    join(writers).await?;
    in_order(&load(&*store, &key(SESSION)?, 0).await?.unwrap_or_default())
}

async fn of_writers_with_positions_one_wins_each(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions && can.fencing, "positions of several writers", &*store)?;
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let store = Arc::clone(&store);
        writers.spawn(async move {
            let (key, mut number) = (key(SESSION)?, 0);
            // Each position is taken by one of them, so no more are needed.
            for at in 0..(WRITERS * EACH) as u64 {
                if number == EACH {
                    break;
                }
                let batch = Batch::new([by(writer, number)?]).at(at);
                match store.append(&key, &batch).await {
                    Ok(_) => number += 1,
                    Err(StoreError::Conflict { .. }) => {}
                    Err(other) => return Err(other.into()),
                }
                tokio::task::yield_now().await;
            }
            Ok(())
        });
    }
    join(writers).await?;
    in_order(&load(&*store, &key(SESSION)?, 0).await?.unwrap_or_default())
}

async fn a_reader_sees_one_moment(store: Arc<dyn SessionStore>) -> Outcome {
    let key = key(SESSION)?;
    append(&*store, &key, entries(0..600)?).await?;
    let Some(mut reading) = store.load(&key, 0).await? else {
        return Err(Failure::Wrong("the session is not there".to_owned()));
    };
    let mut read: Vec<Entry> = reading.try_next().await?.into_iter().collect();
    append(&*store, &key, entries(600..700)?).await?;
    while let Some(entry) = reading.try_next().await? {
        read.push(entry);
    }
    let whole = entries(0..700)?;
    let is_one_moment = read.len() == 600 || read.len() == 700;
    ensure!(is_one_moment, "{} entries are read, neither 600 nor 700", read.len());
    let equal = !store.capabilities().bytes || read == whole[..read.len()];
    ensure!(equal, "the entries are not the beginning of the log");
    Ok(())
}

async fn a_batch_is_appended_as_a_whole(store: Arc<dyn SessionStore>) -> Outcome {
    let key = key(SESSION)?;
    for round in 0..20 {
        // A writer that is stopped at any point leaves whole batches.
        let (store, key) = (Arc::clone(&store), key.clone());
        let batch = entries(round * 50..round * 50 + 50)?;
        let writer = tokio::spawn(async move { append(&*store, &key, batch).await });
        for _ in 0..round {
            tokio::task::yield_now().await;
        }
        writer.abort();
        // It has ended now, one way or the other.
        let _ = writer.await;
    }
    // An append that was stopped may still be at work in the store: this one comes behind it.
    append(&*store, &key, entries(5000..5050)?).await?;
    let log = load(&*store, &key, 0).await?.unwrap_or_default();
    ensure!(log.len() % 50 == 0, "a part of a batch is there: {} entries", log.len());
    Ok(())
}
