//! Resumed files: a transcript is resumed by its path, and its last message proves which one it is.

use std::path::{Path, PathBuf};

use claude_sdk::error::ExitCause;
use claude_sdk::{Client, Error, ErrorKind, Options, query};
use claude_testkit::fake_api::Turn;
use serde_json::Value;

use super::lab::{Lab, expect};
use super::mirror::Mirrored;

/// A conversation of one turn, in a folder of its own.
struct Stored {
    id: String,
    path: PathBuf,
    /// The UUIDs of its messages.
    messages: Vec<String>,
}

async fn store(lab: &Lab) -> Stored {
    let mirrored = Mirrored::default();
    let client = expect(Client::connect(mirrored.on(lab.options())).await);
    expect(expect(client.send("the first prompt").await).text().await);
    let id = client.session_id().unwrap().to_string();
    expect(client.close().await);
    let files = mirrored.files();
    let (source, entries) = files.first_key_value().unwrap();
    let path = lab.file("elsewhere").join(format!("{id}.jsonl"));
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::rename(source, &path).unwrap();
    let uuids = entries.iter().filter(|entry| entry["message"].is_object());
    let messages = uuids.map(|entry| entry["uuid"].as_str().unwrap().to_owned()).collect();
    Stored { id, path, messages }
}

async fn lab() -> Option<(Lab, Stored)> {
    let lab = Lab::new([Turn::text("The first."), Turn::text("The second.")]).await?;
    let stored = store(&lab).await;
    Some((lab, stored))
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[tokio::test]
async fn a_file_in_any_folder_is_resumed_and_continued() {
    let Some((lab, stored)) = lab().await else { return };
    let mirrored = Mirrored::default();
    let options = mirrored.on(lab.options()).resume_file(&stored.path);
    let options = options.resume_at(stored.messages.last().unwrap().as_str());
    let client = expect(Client::connect(options).await);
    assert_eq!(client.session_id(), None);
    let answer = expect(expect(client.send("the second prompt").await).text().await);
    assert_eq!(answer, "The second.");
    assert_eq!(client.session_id().unwrap().as_str(), stored.id);
    expect(client.close().await);
    let asked = lab.asked().last().unwrap().body["messages"].to_string();
    assert!(asked.contains("the first prompt") && asked.contains("The first."), "{asked}");
    assert!(text(&stored.path).contains("The second."));
    let files = mirrored.files();
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, [stored.path.to_str().unwrap()]);
}

#[tokio::test]
async fn a_forked_file_is_left_as_it_is() {
    let Some((lab, stored)) = lab().await else { return };
    let before = text(&stored.path);
    let mirrored = Mirrored::default();
    let options = mirrored.on(lab.options()).resume_file(&stored.path).fork_session(true);
    let client = expect(Client::connect(options).await);
    let id = client.session_id().unwrap().clone();
    expect(expect(client.send("the second prompt").await).text().await);
    assert_ne!(id.as_str(), stored.id);
    expect(client.close().await);
    assert_eq!(text(&stored.path), before);
    let files = mirrored.files();
    let names: Vec<_> = files.keys().collect();
    assert!(names.len() == 1 && names[0].contains("/projects/"), "{names:?}");
    assert!(names[0].ends_with(&format!("{id}.jsonl")), "{names:?}");
}

async fn refused(lab: &Lab, options: Options) -> (ExitCause, Error) {
    let asked = lab.asked().len();
    let error = query("never", options).text().await.unwrap_err();
    assert_eq!(lab.asked().len(), asked, "the API was asked");
    let Error::Exited { cause, .. } = &error else { panic!("{error:?}") };
    assert_eq!(error.kind(), ErrorKind::Session, "{error:?}");
    (*cause, error)
}

#[tokio::test]
async fn a_message_that_was_not_loaded_ends_the_cli_before_any_prompt() {
    let Some((lab, stored)) = lab().await else { return };
    let unknown = "00000000-0000-4000-8000-000000000000";
    let options = || lab.options().resume_file(&stored.path);
    let (cause, error) = refused(&lab, options().resume_at(unknown)).await;
    assert_eq!(cause, ExitCause::ResumeAtNotFound, "{error:?}");
    assert!(error.to_string().contains(unknown), "{error}");
    // The end of the file is missing: the last message was not loaded.
    let last = stored.messages.last().unwrap();
    let whole = text(&stored.path);
    let end = whole
        .lines()
        .position(|line| serde_json::from_str::<Value>(line).unwrap()["uuid"] == last.as_str());
    let cut: Vec<_> = whole.lines().take(end.unwrap()).collect();
    std::fs::write(&stored.path, cut.join("\n") + "\n").unwrap();
    let (cause, error) = refused(&lab, options().resume_at(last.as_str())).await;
    assert_eq!(cause, ExitCause::ResumeAtNotFound, "{error:?}");
}

#[tokio::test]
async fn a_file_that_is_missing_or_empty_cannot_be_resumed() {
    let Some((lab, stored)) = lab().await else { return };
    let beside = |name: &str| stored.path.with_file_name(name);
    let empty = beside("11111111-0000-4000-8000-000000000000.jsonl");
    std::fs::write(&empty, "").unwrap();
    let missing = beside("22222222-0000-4000-8000-000000000000.jsonl");
    for path in [empty, missing] {
        let options = lab.options().resume_file(&path);
        let error = query("never", options.clone()).text().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "{error:?}");
        assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
        // Where the SDK cannot look at the file, the CLI refuses it.
        let options = options.connector(claude_sdk::transport::Spawner);
        let (cause, error) = refused(&lab, options).await;
        assert_eq!(cause, ExitCause::ResumeRejected, "{error:?}");
    }
}
