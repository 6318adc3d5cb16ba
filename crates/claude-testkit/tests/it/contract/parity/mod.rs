//! Parity: each scenario runs on the mock and on the real CLI, and a program must see the same.
//!
//! The scenarios are the files of `tests/parity/`. `case.rs` reads them, `play.rs` runs one, `view.rs`
//! says what of a message counts. `different.txt` there lists the scenarios in which the mock differs,
//! each with its reason. The test fails if another scenario differs, and if one of the list does not
//! differ any more.
//!
//! One scenario alone, with both sequences: `CLAUDE_PARITY=name cargo test -p claude-testkit --test it
//! parity -- --nocapture`.

mod case;
mod play;
mod view;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use case::{Case, read};
use play::play;

use super::lab::cli;

/// How many scenarios run at once.
const AT_ONCE: usize = 2;

/// The least number of scenarios.
const SCENARIOS: usize = 230;

/// The least number of those in which the mock and the CLI look alike.
const ALIKE: usize = 225;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parity")
}

fn cases() -> Vec<Case> {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "case"))
        .collect();
    files.sort();
    files.iter().flat_map(|file| read(&std::fs::read_to_string(file).unwrap())).collect()
}

/// The scenarios that differ, with their reasons.
fn different() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(folder().join("different.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let pair = |line: &str| {
        let (name, reason) = line.split_once(": ").expect("a name and a reason");
        assert!(reason.len() > 20, "{name}: the reason is too short");
        (name.to_owned(), reason.to_owned())
    };
    lines.map(pair).collect()
}

#[test]
fn the_scenarios_are_many_and_each_has_its_own_name() {
    let cases = cases();
    let names: std::collections::BTreeSet<_> = cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two scenarios have the same name");
    assert!(cases.len() >= SCENARIOS, "{} scenarios", cases.len());
    for name in different().keys() {
        assert!(names.contains(name), "{name} is listed as different, and does not exist");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::print_stderr, reason = "prints how many scenarios look alike")]
async fn a_program_sees_the_same_of_the_mock_and_of_the_cli() {
    if cli().is_none() {
        return;
    }
    let wanted = std::env::var("CLAUDE_PARITY").ok();
    let mut cases = cases();
    if let Some(wanted) = &wanted {
        cases.retain(|case| case.name.contains(wanted.as_str()));
    }
    let (cases, next, begun) = (Arc::new(cases), Arc::new(AtomicUsize::new(0)), Instant::now());
    let differences = Arc::new(Mutex::new(BTreeMap::new()));
    let workers: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (cases, next) = (Arc::clone(&cases), Arc::clone(&next));
            let differences = Arc::clone(&differences);
            tokio::spawn(async move {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (mock, real) = (play(case, true).await, play(case, false).await);
                    if let Some(difference) = view::difference(&mock, &real) {
                        differences.lock().unwrap().insert(case.name.clone(), difference);
                    }
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    let differences = differences.lock().unwrap();
    let (all, listed) = (cases.len(), different());
    let alike = all - differences.len();
    eprintln!("{alike} of {all} scenarios look alike ({:.0?})", begun.elapsed());
    let mut problems = Vec::new();
    for (name, difference) in differences.iter() {
        if wanted.is_some() || !listed.contains_key(name) {
            problems.push(format!("{name} differs:\n{difference}"));
        }
    }
    for name in listed.keys() {
        let ran = cases.iter().any(|case| case.name == *name);
        if ran && !differences.contains_key(name) {
            problems.push(format!("{name} looks alike: remove it from different.txt"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(wanted.is_some() || alike >= ALIKE, "only {alike} of {all} scenarios look alike");
}
