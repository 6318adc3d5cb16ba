//! Checks of a store of approvals: the contract of `ApprovalRecords`, point by point.

use std::sync::Arc;
use std::time::Duration;

use claude_sdk::approvals::{ApprovalId, ApprovalRecords, RecordsError};
use claude_sdk::types::SessionId;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::sample::{HOSTILE, answered, delivered, open};

/// How many tasks compete for one step.
const RACERS: usize = 20;

/// How long a change may take to be noticed.
const NOTICED: Duration = Duration::from_secs(10);

type Checked = Result<(), String>;

/// Checks that a store keeps the contract of [`ApprovalRecords`].
///
/// `empty` is called for each check, and returns an empty store. It may return handles to one
/// database, each with a part of its own.
///
/// # Errors
///
/// Returns the name of the first check that failed, and what was wrong.
pub async fn check<R: ApprovalRecords>(empty: impl AsyncFn() -> R) -> Result<(), String> {
    let named = |name: &str, checked: Checked| checked.map_err(|why| format!("{name}: {why}"));
    named("a record comes back unchanged", comes_back(empty().await).await)?;
    named("only the expected version is replaced", versions(empty().await).await)?;
    named("one of several puts wins", one_wins(empty().await).await)?;
    named("the list has what is not over", lists(empty().await).await)?;
    named("IDs are kept apart", apart(empty().await).await)?;
    named("a change is noticed", notices(empty().await).await)
}

fn ok<T>(result: Result<T, RecordsError>) -> Result<T, String> {
    result.map_err(|error| match std::error::Error::source(&error) {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    })
}

fn ensure(holds: bool, what: &str) -> Checked {
    if holds { Ok(()) } else { Err(what.to_owned()) }
}

async fn comes_back(records: impl ApprovalRecords) -> Checked {
    for record in [open(HOSTILE, "s"), answered("a", HOSTILE, "é"), delivered("d", "s")] {
        let id = &record.approval.id;
        ensure(ok(records.get(id).await)?.is_none(), "an unknown ID has a record")?;
        let version = ok(records.put(&record, None).await)?;
        let stored = ok(records.get(id).await)?.ok_or("the record is not there")?;
        ensure(stored.0 == record, "the record was changed")?;
        ensure(stored.1 == version, "`get` returns another version than `put`")?;
    }
    Ok(())
}

async fn versions(records: impl ApprovalRecords) -> Checked {
    let (before, after) = (open("a", "s"), answered("a", "s", "ada"));
    let first = ok(records.put(&before, None).await)?;
    let is_conflict = |result| matches!(result, Err(RecordsError::Conflict));
    ensure(is_conflict(records.put(&after, None).await), "an existing record was replaced")?;
    let second = ok(records.put(&after, Some(&first)).await)?;
    ensure(first != second, "a version was given out twice")?;
    let late = records.put(&before, Some(&first)).await;
    ensure(is_conflict(late), "a version that is not the stored one was replaced")?;
    let absent = records.put(&open("b", "s"), Some(&second)).await;
    ensure(is_conflict(absent), "a record was created although one was expected")?;
    let stored = ok(records.get(&ApprovalId::from("a")).await)?.ok_or("the record is gone")?;
    ensure(stored == (after, second), "a refused put changed the record")
}

async fn one_wins(records: impl ApprovalRecords) -> Checked {
    let records = Arc::new(records);
    let first = ok(records.put(&open("a", "s"), None).await)?;
    let (mut changing, mut creating) = (JoinSet::new(), JoinSet::new());
    for number in 0..RACERS {
        let (store, first) = (Arc::clone(&records), first.clone());
        changing.spawn(async move {
            let record = answered("a", "s", &number.to_string());
            (store.put(&record, Some(&first)).await.map(drop), record)
        });
        let store = Arc::clone(&records);
        creating.spawn(async move {
            let record = answered("new", "s", &number.to_string());
            (store.put(&record, None).await.map(drop), record)
        });
    }
    for (id, racers) in [("a", changing), ("new", creating)] {
        let mut winner = None;
        for (result, record) in racers.join_all().await {
            match result {
                Ok(()) => ensure(winner.replace(record).is_none(), "two puts succeeded")?,
                Err(RecordsError::Conflict) => {}
                Err(error) => return ok(Err(error)),
            }
        }
        let winner = winner.ok_or("no put succeeded")?;
        let stored = ok(records.get(&ApprovalId::from(id)).await)?;
        ensure(stored.is_some_and(|(record, _)| record == winner), "another record is stored")?;
    }
    Ok(())
}

async fn lists(records: impl ApprovalRecords) -> Checked {
    for record in [open("a", "s"), answered("b", "s", "x"), delivered("c", "s"), open("d", "t")] {
        ok(records.put(&record, None).await)?;
    }
    for (session, expected) in
        [(Some("s"), &["a", "b"][..]), (Some("t"), &["d"]), (None, &["a", "b", "d"])]
    {
        let session = session.map(SessionId::from);
        let listed = ok(records.list(session.as_ref()).await)?;
        for (record, version) in &listed {
            let stored = ok(records.get(&record.approval.id).await)?;
            let is_stored = stored == Some((record.clone(), version.clone()));
            ensure(is_stored, "the list has another record or version")?;
        }
        let ids: Vec<_> = listed.iter().map(|(record, _)| record.approval.id.as_str()).collect();
        let is_there = expected.iter().all(|id| ids.contains(id));
        ensure(is_there, &format!("{session:?}: the list lacks a record: {ids:?}"))?;
    }
    let none = ok(records.list(Some(&SessionId::from("none"))).await)?;
    let mine = none.iter().filter(|(record, _)| !record.is_over());
    ensure(mine.count() == 0, "the list has records of another session")
}

async fn apart(records: impl ApprovalRecords) -> Checked {
    let ids = ["a/b", "a:b", "a%2Fb", "A/B", "a", "a/", "a_b", "a b", HOSTILE, "ä", "a\u{308}"];
    for id in ids {
        ok(records.put(&answered(id, "s", id), None).await)
            .map_err(|why| format!("{id:?}: {why}"))?;
    }
    for id in ids {
        let stored = ok(records.get(&ApprovalId::from(id)).await)?;
        let by = stored.and_then(|(record, _)| Some(record.answer()?.by.clone()));
        ensure(by.as_deref() == Some(id), &format!("{id:?} has the record of another ID"))?;
    }
    Ok(())
}

async fn notices(records: impl ApprovalRecords) -> Checked {
    let version = ok(records.put(&open("a", "s"), None).await)?;
    let changed = records.changed();
    ok(records.put(&answered("a", "s", "ada"), Some(&version)).await)?;
    let noticed = timeout(NOTICED, changed).await;
    ensure(noticed.is_ok(), "a change after the call of `changed` was missed")
}
