//! Lists: sessions, summaries, subkeys, and deleting.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::{
    Check, OTHER, Outcome, PROJECT, SESSION, append, checks, ensure, entries, expect, key, load,
    needs,
};
use crate::ports::{Entry, SessionKey, SessionStore, Summary};

pub(super) fn all() -> Vec<Check<dyn SessionStore>> {
    checks![
        a_list_has_the_sessions_with_their_times,
        a_list_has_no_subagents,
        a_deleted_session_is_none,
        deleting_a_session_deletes_all_of_it,
        deleting_a_subpath_leaves_the_others,
        subkeys_are_listed,
        subkeys_are_listed_without_a_main_log,
        summaries_are_those_of_the_main_log,
        summaries_of_concurrent_writers_lose_nothing,
    ]
}

async fn a_list_has_the_sessions_with_their_times(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.listing, "listing", &*store)?;
    ensure!(store.list_sessions(PROJECT).await?.is_empty(), "an empty store lists sessions");
    append(&*store, &key(SESSION)?, entries(0..1)?).await?;
    append(&*store, &key(OTHER)?, entries(0..1)?).await?;
    append(&*store, &SessionKey::new("-other", SESSION)?, entries(0..1)?).await?;
    let mut listed = store.list_sessions(PROJECT).await?;
    listed.sort_by(|one, two| one.session.as_str().cmp(two.session.as_str()));
    let ids: Vec<_> = listed.iter().map(|session| session.session.as_str()).collect();
    ensure!(ids == [SESSION, OTHER], "the list has {} sessions, or others", ids.len());
    let day = Duration::from_secs(24 * 60 * 60);
    let now = SystemTime::now();
    for session in &listed {
        let near = session.modified > now - day && session.modified < now + day;
        ensure!(near, "a session was modified at another time: {:?}", session.modified);
    }
    Ok(())
}

async fn a_list_has_no_subagents(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.listing, "listing", &*store)?;
    let main = key(SESSION)?;
    append(&*store, &main, entries(0..1)?).await?;
    append(&*store, &main.with_subpath("subagents/agent-a")?, entries(0..1)?).await?;
    let only_agent = key(OTHER)?.with_subpath("subagents/agent-b")?;
    append(&*store, &only_agent, entries(0..1)?).await?;
    let listed = store.list_sessions(PROJECT).await?;
    ensure!(listed.len() == 1, "the list has {} sessions instead of 1", listed.len());
    Ok(())
}

async fn a_deleted_session_is_none(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.delete, "deleting", &*store)?;
    let (gone, kept) = (key(SESSION)?, key(OTHER)?);
    append(&*store, &gone, entries(0..2)?).await?;
    append(&*store, &kept, entries(0..2)?).await?;
    store.delete(&gone).await?;
    store.delete(&gone).await?;
    ensure!(load(&*store, &gone, 0).await?.is_none(), "the deleted session is still there");
    expect(&*store, &kept, &entries(0..2)?).await?;
    if store.capabilities().listing {
        let listed = store.list_sessions(PROJECT).await?;
        ensure!(listed.len() == 1, "the list has {} sessions instead of 1", listed.len());
    }
    append(&*store, &gone, entries(7..8)?).await?;
    expect(&*store, &gone, &entries(7..8)?).await
}

async fn deleting_a_session_deletes_all_of_it(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.delete, "deleting", &*store)?;
    let main = key(SESSION)?;
    let agent = main.with_subpath("subagents/agent-a")?;
    let elsewhere = SessionKey::new("-other", SESSION)?.with_subpath("subagents/agent-a")?;
    for key in [&main, &agent, &elsewhere] {
        append(&*store, key, entries(0..2)?).await?;
    }
    store.delete(&main).await?;
    ensure!(load(&*store, &agent, 0).await?.is_none(), "a subagent of the session is still there");
    if store.capabilities().subkeys {
        let left = store.list_subkeys(&main).await?;
        ensure!(left.is_empty(), "the session has {} subkeys", left.len());
    }
    expect(&*store, &elsewhere, &entries(0..2)?).await
}

async fn deleting_a_subpath_leaves_the_others(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.delete, "deleting", &*store)?;
    let main = key(SESSION)?;
    let (one, two) =
        (main.with_subpath("subagents/agent-a")?, main.with_subpath("subagents/agent-ab")?);
    for key in [&main, &one, &two] {
        append(&*store, key, entries(0..2)?).await?;
    }
    store.delete(&one).await?;
    ensure!(load(&*store, &one, 0).await?.is_none(), "the deleted subpath is still there");
    expect(&*store, &main, &entries(0..2)?).await?;
    expect(&*store, &two, &entries(0..2)?).await
}

async fn subkeys_are_listed(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.subkeys, "listing of subkeys", &*store)?;
    let main = key(SESSION)?;
    append(&*store, &main, entries(0..1)?).await?;
    for path in ["subagents/agent-b", "subagents/x/agent-c", "subagents/agent-a"] {
        append(&*store, &main.with_subpath(path)?, entries(0..1)?).await?;
    }
    append(&*store, &key(OTHER)?.with_subpath("subagents/agent-z")?, entries(0..1)?).await?;
    let listed = store.list_subkeys(&main).await?;
    let expected = ["subagents/agent-a", "subagents/agent-b", "subagents/x/agent-c"];
    ensure!(listed == expected, "the subkeys are {listed:?}");
    Ok(())
}

async fn subkeys_are_listed_without_a_main_log(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.subkeys, "listing of subkeys", &*store)?;
    let main = key(SESSION)?;
    ensure!(store.list_subkeys(&main).await?.is_empty(), "an unknown session has subkeys");
    append(&*store, &main.with_subpath("subagents/agent-a")?, entries(0..1)?).await?;
    let listed = store.list_subkeys(&main).await?;
    ensure!(listed == ["subagents/agent-a"], "the subkeys are {listed:?}");
    Ok(())
}

/// The lines of a session that make a summary.
fn summarised() -> Result<Vec<Entry>, crate::ports::StoreError> {
    [
        r#"{"type":"mode","mode":"default"}"#,
        r#"{"type":"user","timestamp":"2026-01-02T03:04:05.678Z","cwd":"/app","gitBranch":"main","message":{"role":"user","content":"Hello"}}"#,
        r#"{"type":"custom-title","customTitle":"One"}"#,
        r#"{"type":"tag","tag":"a"}"#,
        r#"{"type":"user","cwd":"/other","gitBranch":"dev","message":{"role":"user","content":"More"}}"#,
        r#"{"type":"custom-title","customTitle":"Two"}"#,
        r#"{"type":"tag","tag":""}"#,
    ]
    .into_iter()
    .map(Entry::new)
    .collect()
}

async fn summaries_are_those_of_the_main_log(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.summaries, "summaries", &*store)?;
    let (main, lines) = (key(SESSION)?, summarised()?);
    for line in &lines {
        append(&*store, &main, vec![line.clone()]).await?;
    }
    let title = Entry::new(r#"{"type":"custom-title","customTitle":"Of a subagent"}"#)?;
    append(&*store, &main.with_subpath("subagents/agent-a")?, vec![title.clone()]).await?;
    append(&*store, &SessionKey::new("-other", SESSION)?, vec![title]).await?;

    let mut expected = Summary::default();
    expected.fold(&lines);
    let listed = store.list_summaries(PROJECT).await?;
    ensure!(listed.len() == 1, "there are {} summaries instead of 1", listed.len());
    ensure!(listed[0].session.session.as_str() == SESSION, "the summary is of another session");
    ensure!(listed[0].summary == expected, "the summary is not that of the entries");
    if store.capabilities().listing {
        let session = store.list_sessions(PROJECT).await?;
        let at = session.first().map(|session| session.modified);
        ensure!(at <= Some(listed[0].session.modified), "the summary is older than its log");
    }
    if store.capabilities().delete {
        store.delete(&main).await?;
        let left = store.list_summaries(PROJECT).await?.len();
        ensure!(left == 0, "{left} summaries are left after deleting");
        append(&*store, &main, entries(0..1)?).await?;
        let fresh = store.list_summaries(PROJECT).await?;
        let title = fresh.first().and_then(|summary| summary.summary.custom_title.clone());
        ensure!(title.is_none(), "a deleted title has come back");
    }
    Ok(())
}

async fn summaries_of_concurrent_writers_lose_nothing(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.summaries, "summaries", &*store)?;
    let key = key(SESSION)?;
    let mut writers = tokio::task::JoinSet::new();
    for line in summarised()? {
        let (store, key) = (Arc::clone(&store), key.clone());
        writers.spawn(async move { append(&*store, &key, vec![line]).await });
    }
    while let Some(written) = writers.join_next().await {
        written.map_err(|_| super::Failure::Wrong("an append panics".to_owned()))??;
    }
    // Whatever the order was, the summary is that of the log.
    let mut expected = Summary::default();
    expected.fold(&load(&*store, &key, 0).await?.unwrap_or_default());
    let listed = store.list_summaries(PROJECT).await?;
    ensure!(
        listed.first().is_some_and(|listed| listed.summary == expected),
        "the summary is not that of the log"
    );
    Ok(())
}
