//! Recorder: with `mock-claude` as the CLI, and the cases of the project.
//!
//! The real CLI is recorded in `contract/record.rs`.

use std::collections::BTreeSet;
use std::path::Path;

use claude_testkit::record::{CaseError, Recorder, Recording, Tools, cases, parse};

const MOCK: &str = env!("CARGO_BIN_EXE_mock-claude");
const SERVER: &str = env!("CARGO_BIN_EXE_record-wire");

async fn record(case: &str) -> Recording {
    let recorder = Recorder::new(Tools::new(MOCK, SERVER)).await.unwrap();
    let cases = parse(case).unwrap();
    recorder.record(cases.last().unwrap(), &cases).await.unwrap()
}

/// The directions of a transcript, each with a word that identifies the line.
fn story(recording: &Recording) -> Vec<String> {
    let lines = recording.transcript().lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let said = &line["line"];
        let what = said["type"].as_str().or(said.as_str()).unwrap_or("about");
        format!("{} {what}", line["dir"].as_str().unwrap())
    });
    lines.collect()
}

const TOOL: &str = r#"
case tool "a tool is asked for"
  args --permission-prompt-tool stdio
  env MOCK_CLAUDE_STEPS "expect user; tool Bash {\"command\": \"mkdir made\"}; text \"Done.\"; result"
  on permission {"behavior": "deny", "message": "no"}
  initialize
  turn "list the files"
  eof
"#;

#[tokio::test]
async fn every_line_is_in_the_transcript_in_order() {
    let recording = record(TOOL).await;
    assert!(recording.problem().is_none(), "{:?}", recording.problem());
    let mut story = story(&recording);
    story.retain(|line| !line.contains("system") && !line.contains("command_lifecycle"));
    assert_eq!(
        story,
        [
            "meta about",
            "in control_request",
            "out control_response",
            "in user",
            "out assistant",
            "out control_request",
            "in control_response",
            "out user",
            "out assistant",
            "out result",
            "in (end of stdin)",
            "meta about",
        ]
    );
    assert!(recording.transcript().contains("list the files"));
    assert!(
        recording.transcript().trim_end().ends_with(r#"{"exit":0,"signal":null,"forced":null}}"#)
    );
}

#[tokio::test]
async fn two_recordings_are_equal_and_contain_nothing_of_the_machine() {
    let (one, two) = (record(TOOL).await, record(TOOL).await);
    assert_eq!(one.transcript(), two.transcript());
    assert_eq!(one.stdout(), two.stdout());
    assert_ne!(one.raw(), two.raw(), "the raw lines hold what was replaced");
    let temporary = std::env::temp_dir().join("claude-record-");
    let temporary = temporary.to_string_lossy();
    assert!(one.raw().contains(&*temporary));
    assert!(!one.transcript().contains(&*temporary), "{}", one.transcript());
    assert!(one.stdout().contains("/home/dev/project"));
}

#[tokio::test]
async fn a_missing_line_is_reported_and_the_rest_is_kept() {
    let case = "case a \"b\"\ninitialize\nwait result within 50ms\neof";
    let recording = record(case).await;
    let problem = recording.problem().unwrap();
    assert!(matches!(problem, CaseError::Missing { step: 2, .. }), "{problem}");
    assert!(recording.stdout().contains("control_response"));
}

#[tokio::test]
async fn a_case_finds_the_files_of_the_case_before_it() {
    let first = "case first \"leaves a file\"\nfile \"~/a.txt\" \"left\"\ninitialize\neof\n";
    let both = format!("{first}case second \"finds it\"\nafter first\nsave tree\ninitialize\neof");
    assert!(record(&both).await.transcript().contains("~/a.txt"));
    let alone = both.replace("after first\n", "");
    assert!(!record(&alone).await.transcript().contains("~/a.txt"));
}

#[tokio::test]
async fn a_fixture_and_two_transcripts_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let (fixtures, transcripts) = (folder.path().join("f"), folder.path().join("t"));
    let recording = record(TOOL).await;
    recording.write(&fixtures, &transcripts).unwrap();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&fixtures.join("tool.jsonl")), recording.stdout());
    assert_eq!(read(&transcripts.join("transcript/tool.jsonl")), recording.transcript());
    assert_eq!(read(&transcripts.join("raw/tool.jsonl")), recording.raw());

    let failed = record("case failed \"waits\"\nwait result within 20ms\neof").await;
    failed.write(&fixtures, &transcripts).unwrap();
    assert!(transcripts.join("raw/failed.jsonl").exists());
    assert!(!fixtures.join("failed.jsonl").exists(), "half a recording is no fixture");
}

#[test]
fn the_cases_can_be_read_and_found() {
    let cases = cases().unwrap();
    assert!(cases.len() > 200, "{}", cases.len());
    let names: BTreeSet<_> = cases.iter().map(|case| case.name()).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    for case in &cases {
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(case.name().chars().all(word), "{} is no name for a file", case.name());
        assert!(case.after().is_none_or(|name| names.contains(name)), "{}", case.name());
    }
}

#[test]
fn every_fixture_has_a_case() {
    /// Recorded with another SDK as the host, which is not part of this repository.
    const OTHERS: [&str; 2] = ["pysdk_client", "pysdk_query"];
    let cases = cases().unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/recordings");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let known = cases.iter().any(|case| case.name() == name) || OTHERS.contains(&name);
        assert!(known, "no case makes the fixture {name}");
    }
}
