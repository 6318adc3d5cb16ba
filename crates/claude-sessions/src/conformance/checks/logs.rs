//! Logs: order, isolation, and what does not count.

use std::sync::Arc;

use super::{
    Check, OTHER, Outcome, PROJECT, SESSION, append, checks, ensure, entries, entry, expect, key,
    load,
};
use crate::ports::{Batch, Entry, SessionKey, SessionStore};

pub(super) fn all() -> Vec<Check<dyn SessionStore>> {
    checks![
        entries_come_back_in_their_order,
        an_unknown_session_is_none,
        batches_come_back_in_the_order_of_the_calls,
        an_empty_batch_changes_nothing,
        subpaths_are_apart,
        projects_are_apart,
        sessions_are_apart,
        many_entries_come_back,
        a_description_of_a_subagent_has_no_position,
    ]
}

async fn entries_come_back_in_their_order(store: Arc<dyn SessionStore>) -> Outcome {
    let (key, entries) = (key(SESSION)?, entries(0..5)?);
    let len = append(&*store, &key, entries.clone()).await?;
    ensure!(len == 5, "the append says {len} entries instead of 5");
    expect(&*store, &key, &entries).await
}

async fn an_unknown_session_is_none(store: Arc<dyn SessionStore>) -> Outcome {
    let (key, other) = (key(SESSION)?, key(OTHER)?);
    ensure!(load(&*store, &key, 0).await?.is_none(), "an empty store has the session");
    append(&*store, &other, entries(0..1)?).await?;
    ensure!(load(&*store, &key, 0).await?.is_none(), "the session is there after another's append");
    Ok(())
}

async fn batches_come_back_in_the_order_of_the_calls(store: Arc<dyn SessionStore>) -> Outcome {
    let (key, all) = (key(SESSION)?, entries(0..9)?);
    for batch in all.chunks(2) {
        append(&*store, &key, batch.to_vec()).await?;
    }
    expect(&*store, &key, &all).await
}

async fn an_empty_batch_changes_nothing(store: Arc<dyn SessionStore>) -> Outcome {
    let (first, other) = (key(SESSION)?, key(OTHER)?);
    append(&*store, &first, entries(0..2)?).await?;
    let len = append(&*store, &first, Vec::new()).await?;
    ensure!(len == 2, "an empty batch says {len} entries instead of 2");
    expect(&*store, &first, &entries(0..2)?).await?;
    append(&*store, &other, Vec::new()).await?;
    ensure!(load(&*store, &other, 0).await?.is_none(), "an empty batch makes a session");
    Ok(())
}

async fn subpaths_are_apart(store: Arc<dyn SessionStore>) -> Outcome {
    let main = key(SESSION)?;
    let (one, two) =
        (main.with_subpath("subagents/agent-a")?, main.with_subpath("subagents/agent-ab")?);
    append(&*store, &main, entries(0..1)?).await?;
    append(&*store, &one, entries(1..3)?).await?;
    append(&*store, &two, entries(3..6)?).await?;
    expect(&*store, &main, &entries(0..1)?).await?;
    expect(&*store, &one, &entries(1..3)?).await?;
    expect(&*store, &two, &entries(3..6)?).await
}

async fn projects_are_apart(store: Arc<dyn SessionStore>) -> Outcome {
    let (one, two) = (key(SESSION)?, SessionKey::new("-home-me-apps", SESSION)?);
    append(&*store, &one, entries(0..2)?).await?;
    ensure!(load(&*store, &two, 0).await?.is_none(), "the session is in another project, too");
    append(&*store, &two, entries(5..6)?).await?;
    expect(&*store, &one, &entries(0..2)?).await?;
    expect(&*store, &two, &entries(5..6)?).await
}

async fn sessions_are_apart(store: Arc<dyn SessionStore>) -> Outcome {
    let (one, two) = (key(SESSION)?, SessionKey::new(PROJECT, OTHER)?);
    append(&*store, &one, entries(0..2)?).await?;
    append(&*store, &two, entries(5..6)?).await?;
    expect(&*store, &one, &entries(0..2)?).await?;
    expect(&*store, &two, &entries(5..6)?).await
}

async fn many_entries_come_back(store: Arc<dyn SessionStore>) -> Outcome {
    let (key, all) = (key(SESSION)?, entries(0..3000)?);
    for batch in all.chunks(500) {
        append(&*store, &key, batch.to_vec()).await?;
    }
    expect(&*store, &key, &all).await?;
    let tail = load(&*store, &key, 2990).await?.unwrap_or_default();
    ensure!(tail == all[2990..], "reading from position 2990 gives {} entries", tail.len());
    let behind = load(&*store, &key, 3000).await?;
    ensure!(behind.is_some_and(|rest| rest.is_empty()), "reading from the end is not empty");
    Ok(())
}

async fn a_description_of_a_subagent_has_no_position(store: Arc<dyn SessionStore>) -> Outcome {
    let key = key(SESSION)?.with_subpath("subagents/agent-a")?;
    let about = |n: u8| Entry::new(format!(r#"{{"type":"agent_metadata","n":{n}}}"#));
    let len = append(&*store, &key, vec![about(1)?, entry(0)?]).await?;
    ensure!(len == 1, "the log has {len} entries instead of 1");
    let len = append(&*store, &key, vec![about(2)?]).await?;
    ensure!(len == 1, "the log has {len} entries instead of 1 after another description");
    if store.capabilities().positions {
        store.append(&key, &Batch::new([entry(1)?]).at(1)).await?;
    } else {
        append(&*store, &key, vec![entry(1)?]).await?;
    }
    expect(&*store, &key, &[entry(0)?, entry(1)?, about(2)?]).await
}
