//! Values: the records port: compare-and-swap, ends, lists, and watching.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use tokio::task::JoinSet;

use super::{Check, Failure, Outcome, checks, ensure};
use crate::ports::{Change, Expect, LARGEST_RECORD, Put, Records, StoreError};

/// How long a record lives that is waited for.
const SHORT: Duration = Duration::from_millis(50);
/// How long a record lives that must not end.
const LONG: Duration = Duration::from_secs(3600);
/// How many tasks work on one record.
const TASKS: usize = 25;

pub(super) fn all() -> Vec<Check<dyn Records>> {
    checks![
        a_value_comes_back,
        a_change_needs_what_it_expects,
        a_version_never_comes_again,
        of_many_that_expect_nothing_one_wins,
        a_counter_loses_nothing,
        a_record_ends,
        an_end_can_be_moved,
        a_list_is_sorted_and_paged,
        names_that_look_alike_are_apart,
        a_value_that_is_too_large_is_refused,
        a_watcher_sees_what_is_there_and_what_comes,
        a_watcher_ends_on_the_last_value,
        a_watcher_sees_the_end_of_a_record,
    ]
}

fn value(text: &str) -> Bytes {
    Bytes::copy_from_slice(text.as_bytes())
}

/// Sets a value, whatever there is.
async fn set(records: &dyn Records, key: &str, text: &str) -> Result<u64, Failure> {
    let put = records.put(key, value(text), Expect::Any, None).await?;
    put.version().ok_or_else(|| Failure::Wrong("`Any` is refused".to_owned()))
}

async fn a_value_comes_back(records: Arc<dyn Records>) -> Outcome {
    ensure!(records.get("a").await?.is_none(), "an empty store has a record");
    let bytes: Bytes = (0..=255).collect::<Vec<u8>>().into();
    let put = records.put("a", bytes.clone(), Expect::Absent, None).await?;
    let record = records.get("a").await?;
    let record = record.ok_or_else(|| Failure::Wrong("the record is not there".to_owned()))?;
    ensure!(record.value == bytes, "the value is another one");
    ensure!(record.key == "a", "the key is another one");
    ensure!(Some(record.version) == put.version(), "the version is another one");
    set(&*records, "empty", "").await?;
    let empty = records.get("empty").await?;
    ensure!(empty.is_some_and(|record| record.value.is_empty()), "an empty value is no record");
    ensure!(records.remove("a", Expect::Any).await?, "the record is not removed");
    ensure!(records.get("a").await?.is_none(), "the removed record is there");
    ensure!(!records.remove("a", Expect::Any).await?, "a missing record is removed");
    Ok(())
}

async fn a_change_needs_what_it_expects(records: Arc<dyn Records>) -> Outcome {
    let refused = records.put("a", value("x"), Expect::Version(1), None).await?;
    ensure!(refused == Put::Refused { current: None }, "a missing record gives {refused:?}");
    let first = set(&*records, "a", "one").await?;
    let second = set(&*records, "a", "two").await?;
    for expect in [Expect::Absent, Expect::Version(first), Expect::Version(second + 1000)] {
        let put = records.put("a", value("x"), expect, None).await?;
        let Put::Refused { current: Some(current) } = put else {
            return Err(Failure::Wrong(format!("{expect:?} gives {put:?}")));
        };
        ensure!(current.version == second && current.value == "two", "it shows another record");
        ensure!(!records.remove("a", expect).await?, "{expect:?} removes");
    }
    let put = records.put("a", value("three"), Expect::Version(second), None).await?;
    let third = put.version();
    ensure!(third.is_some_and(|third| third > second), "the right version gives {put:?}");
    ensure!(
        records.remove("a", third.map_or(Expect::Absent, Expect::Version)).await?,
        "the right version does not remove"
    );
    Ok(())
}

async fn a_version_never_comes_again(records: Arc<dyn Records>) -> Outcome {
    let first = set(&*records, "a", "one").await?;
    records.remove("a", Expect::Any).await?;
    let second = set(&*records, "a", "one").await?;
    ensure!(second > first, "version {second} follows version {first} after a removal");
    let put = records.put("a", value("x"), Expect::Version(first), None).await?;
    ensure!(put.version().is_none(), "the version of a removed record is accepted");
    Ok(())
}

async fn of_many_that_expect_nothing_one_wins(records: Arc<dyn Records>) -> Outcome {
    let mut tasks = JoinSet::new();
    for number in 0..TASKS {
        let records = Arc::clone(&records);
        tasks.spawn(async move {
            records.put("a", value(&number.to_string()), Expect::Absent, None).await
        });
    }
    let mut winners = 0;
    while let Some(put) = tasks.join_next().await {
        let put = put.map_err(|_| Failure::Wrong("a task panics".to_owned()))??;
        winners += usize::from(put.version().is_some());
    }
    ensure!(winners == 1, "{winners} of {TASKS} win");
    Ok(())
}

async fn a_counter_loses_nothing(records: Arc<dyn Records>) -> Outcome {
    let mut tasks = JoinSet::<Outcome>::new();
    for _ in 0..TASKS {
        let records = Arc::clone(&records);
        tasks.spawn(async move {
            loop {
                let current = records.get("a").await?;
                let (count, expect) = match &current {
                    Some(record) => {
                        let text = std::str::from_utf8(&record.value).unwrap_or_default();
                        (text.parse().unwrap_or(0_usize), Expect::Version(record.version))
                    }
                    None => (0, Expect::Absent),
                };
                let next = value(&(count + 1).to_string());
                if records.put("a", next, expect, None).await?.version().is_some() {
                    return Ok(());
                }
            }
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.map_err(|_| Failure::Wrong("a task panics".to_owned()))??;
    }
    let count = records.get("a").await?.map(|record| record.value).unwrap_or_default();
    ensure!(count == TASKS.to_string(), "the counter is not {TASKS}");
    Ok(())
}

/// Waits until a record is gone. The deadline of the check ends a wait that is too long.
async fn until_gone(records: &dyn Records, key: &str) -> Outcome {
    while records.get(key).await?.is_some() {
        tokio::time::sleep(SHORT / 10).await;
    }
    Ok(())
}

async fn a_record_ends(records: Arc<dyn Records>) -> Outcome {
    records.put("a", value("x"), Expect::Any, Some(SHORT)).await?;
    records.put("b", value("x"), Expect::Any, Some(LONG)).await?;
    until_gone(&*records, "a").await?;
    ensure!(records.get("b").await?.is_some(), "a record of an hour is gone, too");
    let listed = records.list("", None, 10).await?;
    ensure!(listed.len() == 1, "the list has {} records instead of 1", listed.len());
    let put = records.put("a", value("y"), Expect::Absent, None).await?;
    ensure!(put.version().is_some(), "a record that has ended is in the way");
    Ok(())
}

async fn an_end_can_be_moved(records: Arc<dyn Records>) -> Outcome {
    for key in ["a", "b"] {
        records.put(key, value("x"), Expect::Any, Some(SHORT)).await?;
    }
    records.put("c", value("x"), Expect::Any, Some(SHORT)).await?;
    records.put("a", value("y"), Expect::Any, None).await?;
    records.put("b", value("y"), Expect::Any, Some(LONG)).await?;
    until_gone(&*records, "c").await?;
    for key in ["a", "b"] {
        ensure!(records.get(key).await?.is_some(), "{key} has ended at its former time");
    }
    Ok(())
}

async fn a_list_is_sorted_and_paged(records: Arc<dyn Records>) -> Outcome {
    for number in (0..25).rev() {
        set(&*records, &format!("job/{number:02}"), "x").await?;
    }
    for key in ["job", "jobs/1", "jo", "a", "z"] {
        set(&*records, key, "x").await?;
    }
    let mut keys: Vec<String> = Vec::new();
    loop {
        let page = records.list("job/", keys.last().map(String::as_str), 10).await?;
        ensure!(page.len() <= 10, "a page of 10 has {} records", page.len());
        if page.is_empty() {
            break;
        }
        keys.extend(page.into_iter().map(|record| record.key));
        ensure!(keys.len() <= 25, "the pages have more records than there are");
    }
    let expected: Vec<_> = (0..25).map(|number| format!("job/{number:02}")).collect();
    ensure!(keys == expected, "the pages are {keys:?}");
    let all = records.list("", None, 100).await?.len();
    ensure!(all == 30, "an empty prefix lists {all} records instead of 30");
    Ok(())
}

async fn names_that_look_alike_are_apart(records: Arc<dyn Records>) -> Outcome {
    let keys = [
        "a",
        "A",
        "a_",
        "ab",
        "a%",
        "a%25",
        "a:b",
        "a/b",
        "a/../b",
        "../a",
        ".",
        "a'b",
        "a\\b",
        "a*",
        "a b",
        "é",
        "e\u{301}",
        "日本語",
        "a\"b",
        "a?b",
        "a[b]",
        "con",
        "a.",
    ];
    for key in keys {
        set(&*records, key, key).await?;
    }
    for key in keys {
        let stored = records.get(key).await?.map(|record| record.value).unwrap_or_default();
        ensure!(stored == key, "{key:?} has the value of another key");
    }
    let mut sorted = keys;
    sorted.sort_unstable();
    let listed: Vec<_> =
        records.list("", None, 100).await?.into_iter().map(|row| row.key).collect();
    ensure!(listed == sorted, "the list is {listed:?}");
    let found = records.list("a_", None, 100).await?.len();
    ensure!(found == 1, "the prefix `a_` finds {found} records instead of 1");
    let found = records.list("a%", None, 100).await?.len();
    ensure!(found == 2, "the prefix `a%` finds {found} records instead of 2");
    Ok(())
}

async fn a_value_that_is_too_large_is_refused(records: Arc<dyn Records>) -> Outcome {
    let largest = Bytes::from(vec![b'x'; LARGEST_RECORD]);
    records.put("a", largest.clone(), Expect::Any, None).await?;
    let stored = records.get("a").await?.map(|record| record.value);
    ensure!(stored == Some(largest), "the largest value does not come back");
    let larger = Bytes::from(vec![b'x'; LARGEST_RECORD + 1]);
    let refused = records.put("a", larger, Expect::Any, None).await;
    ensure!(matches!(refused, Err(StoreError::TooLarge { .. })), "it gives {refused:?}");
    Ok(())
}

/// Reads changes until one is as wanted. The deadline of the check ends a wait that is too long.
async fn until(
    changes: &mut crate::ports::Changes<'_>,
    wanted: impl Fn(&Change) -> bool,
) -> Outcome {
    loop {
        match changes.next().await {
            Some(Ok(change)) if wanted(&change) => return Ok(()),
            Some(Ok(_)) => {}
            Some(Err(error)) => return Err(error.into()),
            None => return Err(Failure::Wrong("the watch has ended".to_owned())),
        }
    }
}

/// Returns whether a record has this value now.
fn is(change: &Change, key: &str, text: &str) -> bool {
    change.key == key && change.record.as_ref().is_some_and(|record| record.value == text)
}

async fn a_watcher_sees_what_is_there_and_what_comes(records: Arc<dyn Records>) -> Outcome {
    set(&*records, "job/1", "one").await?;
    set(&*records, "other", "x").await?;
    let mut changes = records.watch("job/");
    until(&mut changes, |change| is(change, "job/1", "one")).await?;
    set(&*records, "job/2", "two").await?;
    until(&mut changes, |change| is(change, "job/2", "two")).await?;
    records.remove("job/1", Expect::Any).await?;
    set(&*records, "other", "y").await?;
    let mut others = false;
    loop {
        match changes.next().await {
            Some(Ok(change)) => {
                others |= !change.key.starts_with("job/");
                if change.key == "job/1" && change.record.is_none() {
                    break;
                }
            }
            Some(Err(error)) => return Err(error.into()),
            None => return Err(Failure::Wrong("the watch has ended".to_owned())),
        }
    }
    ensure!(!others, "the watch tells of other keys");
    Ok(())
}

async fn a_watcher_ends_on_the_last_value(records: Arc<dyn Records>) -> Outcome {
    let mut changes = records.watch("");
    let writer = {
        let records = Arc::clone(&records);
        tokio::spawn(async move {
            for number in 0..200 {
                set(&*records, "a", &number.to_string()).await?;
            }
            set(&*records, "a", "last").await.map(drop)
        })
    };
    until(&mut changes, |change| is(change, "a", "last")).await?;
    writer.await.map_err(|_| Failure::Wrong("the writer panics".to_owned()))?
}

async fn a_watcher_sees_the_end_of_a_record(records: Arc<dyn Records>) -> Outcome {
    records.put("a", value("x"), Expect::Any, Some(SHORT * 4)).await?;
    let mut changes = records.watch("");
    until(&mut changes, |change| is(change, "a", "x")).await?;
    until(&mut changes, |change| change.key == "a" && change.record.is_none()).await
}
