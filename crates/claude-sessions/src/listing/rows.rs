//! Rows: from what a store keeps of its sessions to a page of a list.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::time::SystemTime;

use claude_types::SessionId;
use futures_util::{StreamExt, TryStreamExt, stream};

use crate::ports::{SessionKey, SessionStore, StoreError, StoredSession, Summary};

/// How many logs are read at once, where the store has no summary.
const LOADS: usize = 16;

/// A session of a store in a list.
///
/// # Examples
///
/// ```no_run
/// # async fn run(sessions: claude_sessions::Sessions) -> Result<(), claude_sessions::OpenError> {
/// for row in sessions.list("-home-me-app", 0, 20).await? {
///     let text = row.summary.as_ref().and_then(|summary| summary.text());
///     println!("{} {}", row.session, text.unwrap_or("cannot be read"));
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredRow {
    /// Its ID.
    pub session: SessionId,
    /// When it was last appended to, by the clock of the store.
    pub modified: SystemTime,
    /// What a list shows of it. `None` if its log cannot be read.
    pub summary: Option<Summary>,
}

/// Returns a page of the sessions of a project, newest first. Those that lists leave out do not count.
pub(crate) async fn list(
    store: &dyn SessionStore,
    project: &str,
    offset: usize,
    limit: usize,
) -> Result<Vec<StoredRow>, StoreError> {
    let mut sessions = store.list_sessions(project).await?;
    sessions.sort_by(|one, other| {
        let order = Reverse(one.modified).cmp(&Reverse(other.modified));
        order.then_with(|| one.session.as_str().cmp(other.session.as_str()))
    });
    let mut summaries = summaries(store, project).await?;
    let rows = sessions.into_iter().map(|session| {
        let known = summaries.remove(session.session.as_str());
        row(store, project, session, known)
    });
    // In their order, and no more than the page needs.
    let rows = stream::iter(rows).buffered(LOADS.min(offset.saturating_add(limit)).max(1));
    let shown = rows.try_filter(|row| std::future::ready(is_shown(row)));
    shown.skip(offset).take(limit).try_collect().await
}

/// Returns the summaries that the store keeps, with their times.
async fn summaries(
    store: &dyn SessionStore,
    project: &str,
) -> Result<HashMap<String, (SystemTime, Summary)>, StoreError> {
    if !store.capabilities().summaries {
        return Ok(HashMap::new());
    }
    let listed = store.list_summaries(project).await?.into_iter();
    let by_id = listed.map(|listed| {
        let StoredSession { session, modified, .. } = listed.session;
        (session.to_string(), (modified, listed.summary))
    });
    Ok(by_id.collect())
}

/// Takes the summary that the store keeps, or reads the log if it has none, or an old one.
async fn row(
    store: &dyn SessionStore,
    project: &str,
    session: StoredSession,
    known: Option<(SystemTime, Summary)>,
) -> Result<StoredRow, StoreError> {
    let StoredSession { session, modified, .. } = session;
    let summary = match known {
        Some((at, summary)) if at >= modified => Some(summary),
        // One log that cannot be read does not hide the others.
        _ => fold(store, project, &session).await.ok().flatten(),
    };
    Ok(StoredRow { session, modified, summary })
}

async fn fold(
    store: &dyn SessionStore,
    project: &str,
    session: &SessionId,
) -> Result<Option<Summary>, StoreError> {
    let key = SessionKey::new(project, session.clone())?;
    let Some(mut entries) = store.load(&key, 0).await? else { return Ok(None) };
    let mut summary = Summary::default();
    while let Some(entry) = entries.try_next().await? {
        summary.fold([&entry]);
    }
    Ok(Some(summary))
}

/// Returns whether a list shows the session: side conversations and those without any text are left out.
fn is_shown(row: &StoredRow) -> bool {
    row.summary.as_ref().is_none_or(|summary| summary.text().is_some())
}
