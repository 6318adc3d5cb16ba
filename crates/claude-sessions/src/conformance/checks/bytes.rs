//! Bytes: entries and names that databases like to change.

use std::sync::Arc;

use super::{
    Check, Outcome, PROJECT, SESSION, append, checks, ensure, entries, expect, key, load, needs,
};
use crate::ports::{Entry, SessionKey, SessionStore};

pub(super) fn all() -> Vec<Check<dyn SessionStore>> {
    checks![bytes_come_back, a_long_line_comes_back, names_that_look_alike_are_apart]
}

async fn bytes_come_back(store: Arc<dyn SessionStore>) -> Outcome {
    needs(|can| can.bytes, "equal bytes", &*store)?;
    let lines = [
        r#"{"zero":"\u0000","half":"\ud800","pair":"\ud83d\ude00"}"#,
        r#"{"large":1e999,"exact":0.1000000000000000055511151231257827,"n":-0.0}"#,
        r#"{"i":9223372036854775808,"j":18446744073709551615,"k":123456789012345678901234567890}"#,
        r#"{"a":1,"a":2,"b":1,"a":3}"#,
        r#"{ "z" : 1 , "a" : [ 1,2 ] }"#,
        r#"{"html":"</script>","slash":"\/","quote":"'\"`$1 ; --","percent":"%s%"}"#,
        "{\"text\":\"é e\u{301} 日本語 😀 \u{2028}\u{feff}\u{7f}\"}",
        "\t{\"tab\":1}\r",
        "{}",
    ];
    let entries: Result<Vec<_>, _> = lines.into_iter().map(Entry::new).collect();
    let (key, entries) = (key(SESSION)?, entries?);
    append(&*store, &key, entries.clone()).await?;
    let stored = load(&*store, &key, 0).await?.unwrap_or_default();
    ensure!(stored.len() == entries.len(), "{} entries come back", stored.len());
    for (at, (stored, entry)) in stored.iter().zip(&entries).enumerate() {
        ensure!(stored.bytes() == entry.bytes(), "line {at} has other bytes");
    }
    Ok(())
}

async fn a_long_line_comes_back(store: Arc<dyn SessionStore>) -> Outcome {
    let line =
        Entry::new(format!(r#"{{"type":"user","text":"{}"}}"#, "0123456789".repeat(2 << 20)))?;
    let key = key(SESSION)?;
    append(&*store, &key, vec![line.clone()]).await?;
    expect(&*store, &key, &[line]).await
}

async fn names_that_look_alike_are_apart(store: Arc<dyn SessionStore>) -> Outcome {
    let long = "x".repeat(200);
    let longer = format!("{long}y");
    let projects = [
        "p",
        "P",
        "p_",
        "p-",
        "p:",
        "p%",
        "p%3A",
        "p'",
        "p\"",
        "p*",
        "p?",
        "p[a]",
        "p{a}",
        "p é",
        "p e\u{301}",
        "p.q",
        "...",
        "日本語",
        &long,
        &longer,
    ];
    let mut keys = Vec::new();
    for project in projects {
        keys.push(SessionKey::new(project, SESSION)?);
    }
    let main = key(SESSION)?;
    for path in ["a", "A", "a_b", "a-b", "a%b", "a%25b", "a'b", "a/b", "a b", "é", "e\u{301}"] {
        keys.push(main.with_subpath(path)?);
    }
    for (number, key) in keys.iter().enumerate() {
        append(&*store, key, entries(number..number + 1)?).await?;
    }
    for (number, key) in keys.iter().enumerate() {
        expect(&*store, key, &entries(number..number + 1)?).await?;
    }
    if store.capabilities().subkeys {
        let listed = store.list_subkeys(&main).await?.len();
        ensure!(listed == 11, "the project {PROJECT} lists {listed} subkeys instead of 11");
    }
    if store.capabilities().listing {
        for project in projects {
            let listed = store.list_sessions(project).await?.len();
            ensure!(listed == 1, "the project {project:?} lists {listed} sessions instead of 1");
        }
    }
    Ok(())
}
