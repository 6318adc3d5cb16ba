//! Session files: the crate `claude-transcripts` reads what the real CLI writes, where it writes it.

use std::path::Path;

use claude_sdk::Client;
use claude_testkit::fake_api::Turn;
use claude_transcripts::{Home, Scope, Transcript};
use serde_json::json;

use super::lab::{Lab, expect};

fn home(lab: &Lab) -> Home {
    Home::at(lab.home().join(".claude"))
}

/// Asks in a directory. Returns the file of the session.
async fn ask_in(lab: &Lab, directory: &Path) -> Transcript {
    std::fs::create_dir_all(directory).unwrap();
    let client = expect(Client::connect(lab.options().cwd(directory)).await);
    expect(expect(client.send("a prompt").await).text().await);
    let id = client.session_id().unwrap().clone();
    expect(client.close().await);
    home(lab).open(&id).unwrap()
}

#[tokio::test]
async fn the_folder_of_a_directory_is_the_one_that_the_cli_makes() {
    let long = "long/".repeat(60);
    let names =
        ["ascii", "a b.c_d", "\u{e9}", "e\u{301}", "emoji\u{1f600}x", "中文", long.as_str()];
    let turns: Vec<_> = names.iter().map(|_| Turn::text("Yes.")).collect();
    let Some(lab) = Lab::new(turns).await else { return };
    for name in names {
        let directory = lab.file(name);
        let transcript = ask_in(&lab, &directory).await;
        let project = home(&lab).project(&directory);
        assert_eq!(transcript.path().parent().unwrap(), project, "{name}");
        let list = home(&lab).list(&Scope::directory(&directory)).run().unwrap();
        assert_eq!(list.sessions.len(), 1, "{name}");
        let real = directory.canonicalize().unwrap();
        assert_eq!(list.sessions[0].cwd.as_deref(), Some(&*real), "{name}");
        assert_eq!(list.sessions[0].entrypoint.as_deref(), Some("sdk-rust"), "{name}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_to_a_directory_has_the_folder_of_the_directory() {
    let Some(lab) = Lab::new([Turn::text("Yes.")]).await else { return };
    let (directory, link) = (lab.file("real"), lab.file("link"));
    std::fs::create_dir(&directory).unwrap();
    std::os::unix::fs::symlink(&directory, &link).unwrap();
    let transcript = ask_in(&lab, &link).await;
    assert_eq!(transcript.path().parent().unwrap(), home(&lab).project(&link));
}

/// The messages of a session are those that the model is sent when it is resumed.
#[tokio::test]
async fn a_conversation_is_what_a_resumed_cli_sends_to_the_model() {
    let bash = |command: &str| json!({ "command": command, "description": "x" });
    let parallel = Turn::tool("Bash", bash("echo one"))
        .block(claude_testkit::fake_api::Block::tool("Bash", bash("echo two")));
    let turns = [parallel, Turn::text("Ran."), Turn::text("Second."), Turn::text("Third.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options().allow_tools(["Bash"])).await);
    for prompt in ["first", "second"] {
        expect(expect(client.send(prompt).await).text().await);
    }
    let id = client.session_id().unwrap().clone();
    expect(client.close().await);
    let transcript = home(&lab).open(&id).unwrap();
    let conversation = transcript.conversation().unwrap();
    let messages: Vec<_> = conversation.messages().map(Result::unwrap).collect();
    let texts: Vec<_> = messages.iter().map(|it| it.text()).filter(|it| !it.is_empty()).collect();
    assert_eq!(texts, ["first", "Ran.", "second", "Second."]);
    // Two calls and two results.
    assert_eq!(messages.len(), 8);
    // The last message proves that a resumed CLI loads this conversation.
    let last = conversation.last_message().unwrap().unwrap();
    let options = lab.options().resume_file(transcript.path()).resume_at(last);
    let client = expect(Client::connect(options).await);
    expect(expect(client.send("third").await).text().await);
    expect(client.close().await);
    let sent = lab.asked().last().unwrap().body["messages"].to_string();
    for text in ["first", "Ran.", "second", "Second.", "one", "two"] {
        assert!(sent.contains(text), "{text}: {sent}");
    }
    let hits: Vec<_> = home(&lab).search("Second.", &Scope::everywhere()).unwrap().collect();
    assert_eq!(hits.len(), 1);
}
