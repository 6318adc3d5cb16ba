//! Mirror: the lines of the transcript reach the sink as they are in the file, and nobody else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use claude_sdk::{Client, Message, Options};
use claude_testkit::fake_api::Turn;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

/// The entries of each file, as the sink got them.
#[derive(Clone, Default)]
pub(super) struct Mirrored(Arc<Mutex<Vec<Vec<u8>>>>);

impl Mirrored {
    pub(super) fn on(&self, options: Options) -> Options {
        let frames = Arc::clone(&self.0);
        options.mirror(move |frame| frames.lock().unwrap().push(frame.to_vec()))
    }

    pub(super) fn files(&self) -> BTreeMap<String, Vec<Value>> {
        let mut files: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for frame in self.0.lock().unwrap().iter() {
            let mut frame: Value = serde_json::from_slice(frame).unwrap();
            assert_eq!(frame["type"], "transcript_mirror");
            let Value::Array(entries) = frame["entries"].take() else { panic!("{frame}") };
            files.entry(frame["filePath"].as_str().unwrap().into()).or_default().extend(entries);
        }
        files
    }
}

/// Returns the lines of a transcript without those that are not mirrored.
fn transcript(path: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| !line["type"].as_str().unwrap().starts_with("api-request")).collect()
}

#[tokio::test]
async fn the_mirror_of_a_closed_session_is_its_transcript() {
    let bash = json!({ "command": "echo one", "description": "x" });
    let turns = [Turn::tool("Bash", bash), Turn::text("Ran."), Turn::text("Again.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let mirrored = Mirrored::default();
    let options = mirrored.on(lab.options()).allow_tools(["Bash"]);
    let client = expect(Client::connect(options).await);
    let mut messages = expect(client.messages());
    for prompt in ["first", "second"] {
        expect(expect(client.send(prompt).await).text().await);
    }
    expect(client.close().await);
    while let Some(item) = messages.next().await {
        let message = expect(item);
        assert!(!matches!(message, Message::TranscriptMirror(_)), "{message:?}");
    }
    let files = mirrored.files();
    assert_eq!(files.len(), 1, "{:?}", files.keys());
    for (path, entries) in files {
        assert!(entries.len() > 8, "{entries:?}");
        assert_eq!(entries, transcript(&path));
        let id = client.session_id().unwrap();
        assert!(path.ends_with(&format!("{id}.jsonl")), "{path}");
    }
}
