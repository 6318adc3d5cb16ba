//! Positions: retries, gaps, other writers, and fences.

use std::sync::Arc;

use super::{
    Check, Failure, OTHER, Outcome, SESSION, append, checks, ensure, entries, entry, expect, key,
    load, needs, with_uuid,
};
use crate::ports::{Batch, SessionStore, StoreError};

pub(super) fn all() -> Vec<Check<dyn SessionStore>> {
    checks![
        a_known_uuid_is_skipped,
        a_repeated_batch_is_skipped,
        an_overlap_is_skipped_and_the_rest_appended,
        a_gap_is_refused,
        another_entry_at_a_position_is_refused,
        the_same_uuid_at_a_position_is_the_same_entry,
        an_older_epoch_is_refused,
        an_epoch_counts_without_entries,
        an_epoch_counts_for_the_whole_session,
    ]
}

async fn a_known_uuid_is_skipped(store: Arc<dyn SessionStore>) -> Outcome {
    let key = key(SESSION)?;
    append(&*store, &key, vec![with_uuid(1)?, with_uuid(2)?]).await?;
    let batch = Batch::new([with_uuid(2)?, entry(0)?, with_uuid(3)?, with_uuid(3)?]);
    let appended = store.append(&key, &batch).await?;
    ensure!(
        (appended.len, appended.skipped) == (4, 2),
        "the append says {} entries, {} skipped, instead of 4 and 2",
        appended.len,
        appended.skipped
    );
    expect(&*store, &key, &[with_uuid(1)?, with_uuid(2)?, entry(0)?, with_uuid(3)?]).await
}

async fn a_repeated_batch_is_skipped(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions, "positions", &*store)?;
    let key = key(SESSION)?;
    // Titles and tags have no UUID: only their position tells a retry.
    let first = Batch::new(entries(0..3)?).at(0);
    let second = Batch::new(entries(3..5)?).at(3);
    for batch in [&first, &second, &first, &second] {
        store.append(&key, batch).await?;
    }
    let again = store.append(&key, &second).await?;
    ensure!((again.len, again.skipped) == (5, 2), "a retry is not skipped as a whole");
    expect(&*store, &key, &entries(0..5)?).await
}

async fn an_overlap_is_skipped_and_the_rest_appended(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions, "positions", &*store)?;
    let key = key(SESSION)?;
    store.append(&key, &Batch::new(entries(0..4)?).at(0)).await?;
    let appended = store.append(&key, &Batch::new(entries(2..8)?).at(2)).await?;
    ensure!(
        (appended.len, appended.skipped) == (8, 2),
        "the append says {} entries, {} skipped, instead of 8 and 2",
        appended.len,
        appended.skipped
    );
    expect(&*store, &key, &entries(0..8)?).await
}

async fn a_gap_is_refused(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions, "positions", &*store)?;
    let (key, other) = (key(SESSION)?, key(OTHER)?);
    append(&*store, &key, entries(0..2)?).await?;
    for at in [3, 1000, u64::MAX] {
        let refused = store.append(&key, &Batch::new(entries(3..4)?).at(at)).await;
        let is_gap = matches!(refused, Err(StoreError::Gap { have: 2 }));
        ensure!(is_gap, "position {at} behind an end at 2 gives {refused:?}");
    }
    let refused = store.append(&other, &Batch::new(entries(0..1)?).at(1)).await;
    ensure!(matches!(refused, Err(StoreError::Gap { have: 0 })), "an empty log gives {refused:?}");
    ensure!(load(&*store, &other, 0).await?.is_none(), "a refused batch makes a session");
    expect(&*store, &key, &entries(0..2)?).await
}

async fn another_entry_at_a_position_is_refused(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions, "positions", &*store)?;
    let key = key(SESSION)?;
    append(&*store, &key, entries(0..3)?).await?;
    let batch = Batch::new([entry(1)?, entry(9)?, entry(3)?]).at(1);
    let refused = store.append(&key, &batch).await;
    ensure!(matches!(refused, Err(StoreError::Conflict { at: 2 })), "it gives {refused:?}");
    expect(&*store, &key, &entries(0..3)?).await
}

async fn the_same_uuid_at_a_position_is_the_same_entry(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.positions, "positions", &*store)?;
    let key = key(SESSION)?;
    append(&*store, &key, vec![with_uuid(1)?]).await?;
    let other_order = with_uuid(1)?
        .as_str()
        .replace(r#""type":"user","#, "")
        .replace(r#""n":"#, r#""type":"user","n":"#);
    let batch = Batch::new([crate::ports::Entry::new(other_order)?]).at(0);
    let appended = store.append(&key, &batch).await?;
    ensure!((appended.len, appended.skipped) == (1, 1), "it is taken for another entry");
    Ok(())
}

async fn an_older_epoch_is_refused(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.fencing, "fences", &*store)?;
    let key = key(SESSION)?;
    store.append(&key, &Batch::new(entries(0..1)?).at(0).fence(1)).await?;
    store.append(&key, &Batch::new(entries(1..2)?).at(1).fence(3)).await?;
    for fence in [1, 2] {
        let refused = store.append(&key, &Batch::new(entries(2..3)?).at(2).fence(fence)).await;
        let is_fenced = matches!(refused, Err(StoreError::Fenced { epoch: 3 }));
        ensure!(is_fenced, "epoch {fence} after 3 gives {refused:?}");
    }
    store.append(&key, &Batch::new(entries(2..3)?).at(2).fence(3)).await?;
    expect(&*store, &key, &entries(0..3)?).await
}

async fn an_epoch_counts_without_entries(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.fencing, "fences", &*store)?;
    let key = key(SESSION)?;
    store.append(&key, &Batch::new([]).fence(2)).await?;
    ensure!(load(&*store, &key, 0).await?.is_none(), "a fence alone makes a session");
    let refused = store.append(&key, &Batch::new(entries(0..1)?).at(0).fence(1)).await;
    ensure!(matches!(refused, Err(StoreError::Fenced { epoch: 2 })), "it gives {refused:?}");
    ensure!(load(&*store, &key, 0).await?.is_none(), "a fenced writer has written");
    Ok(())
}

async fn an_epoch_counts_for_the_whole_session(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.fencing, "fences", &*store)?;
    let main = key(SESSION)?;
    let agent = main.with_subpath("subagents/agent-a")?;
    store.append(&main, &Batch::new(entries(0..1)?).fence(2)).await?;
    let refused = store.append(&agent, &Batch::new(entries(0..1)?).fence(1)).await;
    ensure!(matches!(refused, Err(StoreError::Fenced { .. })), "a subagent gives {refused:?}");
    if store.capabilities().delete {
        store.delete(&main).await?;
        let refused = store.append(&main, &Batch::new(entries(0..1)?).fence(1)).await;
        let is_fenced = matches!(refused, Err(StoreError::Fenced { .. }));
        ensure!(is_fenced, "a deleted session gives {refused:?}: an old writer brings it back");
    }
    store
        .append(&key(OTHER)?, &Batch::new(entries(0..1)?).fence(1))
        .await
        .map_err(Failure::from)?;
    Ok(())
}
