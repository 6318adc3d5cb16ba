//! Recording: two recordings of the real CLI are equal.

use claude_testkit::record::{Recorder, Recording, Tools, cases};

/// Cases with a permission, a tool, partial messages and thinking: most of the random values.
const CASES: [&str; 2] = ["partial_messages", "perm_allow"];

#[tokio::test]
async fn two_recordings_of_one_case_are_equal() {
    let Some(cli) = super::lab::cli() else { return };
    let tools = Tools::new(cli, env!("CARGO_BIN_EXE_record-wire"));
    let recorder = Recorder::new(tools).await.unwrap();
    assert!(!recorder.version().is_empty());
    let cases = cases().unwrap();
    for name in CASES {
        let case = cases.iter().find(|case| case.name() == name).unwrap();
        let one = recorder.record(case, &cases).await.unwrap();
        let two = recorder.record(case, &cases).await.unwrap();
        for recording in [&one, &two] {
            assert!(recording.problem().is_none(), "{:?}", recording.problem());
        }
        same(one.transcript(), two.transcript());
        same(one.stdout(), two.stdout());
        assert_ne!(one.raw(), two.raw());
        assert_nothing_of_this_run(&one, recorder.version());
    }
}

/// Prints only the first two lines that differ, because lines are long.
fn same(one: &str, two: &str) {
    for (one, two) in one.lines().zip(two.lines()) {
        assert_eq!(one, two);
    }
    assert_eq!(one.lines().count(), two.lines().count());
}

fn assert_nothing_of_this_run(recording: &Recording, version: &str) {
    let temporary = std::env::temp_dir().to_string_lossy().into_owned();
    let temporary = format!("{temporary}/claude-record-");
    for secret in [temporary.as_str(), version] {
        assert!(!recording.transcript().contains(secret), "{secret}");
    }
}
