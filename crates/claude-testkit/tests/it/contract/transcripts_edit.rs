//! Changed session files: the real CLI keeps what the crate `claude-transcripts` writes, and resumes what
//! it forked and moved.

use std::time::Duration;

use claude_sdk::types::{AgentDefinition, SessionId};
use claude_sdk::{Client, Options};
use claude_testkit::fake_api::{Block, Turn};
use claude_transcripts::{Error, ForkPoint, Home, Transcript};
use serde_json::{Value, json};

use super::lab::{Lab, expect};

fn home(lab: &Lab) -> Home {
    Home::at(lab.home().join(".claude"))
}

fn texts(transcript: &Transcript) -> Vec<String> {
    let conversation = transcript.conversation().unwrap();
    let texts = conversation.messages().map(|message| message.unwrap().text());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Holds a conversation. Returns its file.
async fn held(lab: &Lab, options: Options, prompts: &[&str]) -> Transcript {
    let client = expect(Client::connect(options).await);
    for prompt in prompts {
        expect(expect(client.send(*prompt).await).result().await);
    }
    let id = client.session_id().unwrap().clone();
    expect(client.close().await);
    home(lab).open(&id).unwrap()
}

/// Waits for the file of a session: older CLIs write it after the result.
async fn written(lab: &Lab, id: &SessionId) -> Transcript {
    let written = async {
        loop {
            if let Ok(transcript) = home(lab).open(id)
                && texts(&transcript).len() == 2
            {
                return transcript;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), written).await.expect("there is no file")
}

/// Resumes a session, proves that the CLI loaded all of it, and sends a prompt. Returns the messages
/// that the model was sent.
async fn sent_when_resumed(lab: &Lab, transcript: &Transcript, prompt: &str) -> Vec<Value> {
    let last = transcript.conversation().unwrap().last_message().unwrap().unwrap();
    let id = transcript.session_id().unwrap();
    let options = lab.options().resume(id.as_str()).resume_at(last);
    let client = expect(Client::connect(options).await);
    expect(expect(client.send(prompt).await).text().await);
    assert_eq!(client.session_id(), Some(&id));
    expect(client.close().await);
    let asked = lab.asked().pop().unwrap();
    asked.body["messages"].as_array().unwrap().clone()
}

/// The texts and tool calls in messages, without what the CLI adds for the model.
fn contents(messages: &[Value]) -> Vec<String> {
    let mut found = Vec::new();
    for message in messages {
        let role = message["role"].as_str().unwrap();
        let blocks = match &message["content"] {
            Value::Array(blocks) => blocks.clone(),
            text => vec![json!({ "type": "text", "text": text })],
        };
        for block in blocks {
            let content = match block["type"].as_str().unwrap() {
                "text" => block["text"].to_string(),
                "tool_use" => block["input"].to_string(),
                "tool_result" => block["content"].to_string(),
                other => other.to_owned(),
            };
            if !content.contains("<system-reminder>") {
                found.push(format!("{role}: {content}"));
            }
        }
    }
    found
}

#[tokio::test]
async fn a_title_and_a_tag_survive_the_exit_of_the_cli_that_has_the_session_open() {
    let turns = ["One.", "Two."].map(Turn::text);
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    expect(expect(client.send("first").await).text().await);
    let id = client.session_id().unwrap().clone();
    let transcript = written(&lab, &id).await;
    transcript.rename("given by us").unwrap();
    transcript.tag(Some("ours")).unwrap();
    transcript.archive().unwrap();
    let Err(Error::HeldBy { holder, .. }) = transcript.delete() else { panic!("it is open") };
    assert_eq!(holder.session_id, id);
    expect(expect(client.send("second").await).text().await);
    expect(client.close().await);
    let info = transcript.info().unwrap().unwrap();
    assert_eq!(info.custom_title.as_deref(), Some("given by us"));
    assert_eq!(info.tag.as_deref(), Some("ours"));
    assert_eq!(texts(&transcript), ["first", "One.", "second", "Two."]);
    // A later prompt takes it out of the archive.
    assert_eq!(info.archived, Some(false));
    assert!(transcript.delete().unwrap().remaining.is_empty());
    assert!(matches!(home(&lab).open(&id), Err(Error::NotFound { .. })));
}

#[tokio::test]
async fn a_session_that_is_deleted_while_it_is_open_goes_on_in_the_middle() {
    let turns = ["One.", "Two."].map(Turn::text);
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    expect(expect(client.send("first").await).text().await);
    let transcript = written(&lab, client.session_id().unwrap()).await;
    assert!(transcript.force_delete().unwrap().remaining.is_empty());
    expect(expect(client.send("second").await).text().await);
    expect(client.close().await);
    assert_eq!(texts(&transcript), ["second", "Two."]);
}

#[tokio::test]
async fn the_model_is_sent_the_same_messages_by_a_fork() {
    let bash = |command: &str| json!({ "command": command, "description": "x" });
    let parallel =
        Turn::tool("Bash", bash("echo one")).block(Block::tool("Bash", bash("echo two")));
    let mut turns = vec![parallel];
    turns.extend(["Ran.", "Second.", "of the fork", "of the original", "early"].map(Turn::text));
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab.options().allow_tools(["Bash"]);
    let transcript = held(&lab, options, &["first", "second"]).await;
    let before = std::fs::read(transcript.path()).unwrap();
    let fork = transcript.fork(ForkPoint::End, Some("a fork")).unwrap();
    let conversation = transcript.conversation().unwrap();
    let mut messages = conversation.messages().map(Result::unwrap);
    let ran = messages.find(|it| it.text() == "Ran.").unwrap().uuid().unwrap().clone();
    let early = transcript.fork(ForkPoint::Message(ran), None).unwrap();

    let by_fork = contents(&sent_when_resumed(&lab, &fork, "third").await);
    assert_eq!(std::fs::read(transcript.path()).unwrap(), before);
    let by_original = contents(&sent_when_resumed(&lab, &transcript, "third").await);
    assert_eq!(by_fork, by_original);
    // The control: all of it is there.
    for text in ["first", "one", "two", "Ran.", "second", "Second.", "third"] {
        assert!(by_fork.iter().any(|content| content.contains(text)), "{text}: {by_fork:?}");
    }
    let by_early = contents(&sent_when_resumed(&lab, &early, "third").await);
    let end = by_original.iter().position(|content| content.contains("\"second\"")).unwrap();
    assert_eq!(by_early[..end], by_original[..end]);
    // Some CLIs add a message of their own beside the prompt.
    assert!(by_early[end..].iter().any(|content| content.contains("third")), "{by_early:?}");
    assert!(!by_early.iter().any(|content| content.to_lowercase().contains("second")));
    let title = |it: &Transcript| it.info().unwrap().unwrap().custom_title.unwrap();
    assert_eq!((title(&fork), title(&early)), ("a fork".into(), "first (fork)".into()));
}

#[tokio::test]
async fn a_fork_behind_a_compaction_is_the_same_conversation_and_one_before_it_is_whole() {
    let mut turns = vec![];
    turns.extend(["answer-one", "the-summary", "Two.", "a", "b", "c"].map(Turn::text));
    let Some(lab) = Lab::new(turns).await else { return };
    let transcript = held(&lab, lab.options(), &["prompt-one", "/compact", "prompt-two"]).await;
    let fork = transcript.fork(ForkPoint::End, None).unwrap();
    let text = std::fs::read_to_string(transcript.path()).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mark = lines.into_iter().find(|line| line["subtype"] == "compact_boundary");
    let mark = mark.expect("it was compacted")["uuid"].as_str().unwrap().to_owned();
    let before = transcript.fork(ForkPoint::Message(mark.as_str().into()), None).unwrap();

    let by_fork = sent_when_resumed(&lab, &fork, "third").await;
    let by_original = sent_when_resumed(&lab, &transcript, "third").await;
    assert_eq!(contents(&by_fork), contents(&by_original));
    let by_before = sent_when_resumed(&lab, &before, "third").await;
    for (text, behind, in_front) in [
        ("prompt-one", false, true),
        ("answer-one", false, true),
        ("the-summary", true, false),
        ("prompt-two", true, false),
    ] {
        let has = |messages: &[Value]| json!(messages).to_string().contains(text);
        assert_eq!((has(&by_fork), has(&by_before)), (behind, in_front), "{text}");
    }
}

#[tokio::test]
async fn a_session_is_resumed_on_another_machine_with_all_that_belongs_to_it() {
    let agent = json!({
        "description": "look", "prompt": "Look around.", "subagent_type": "helper",
        "run_in_background": false,
    });
    let large = json!({ "command": "seq 100000", "description": "x" });
    let turns = [
        Turn::text("The helper looked.").when("HELPERPROMPT"),
        Turn::tool("Agent", agent),
        Turn::tool("Bash", large),
        Turn::text("Done."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let helper = AgentDefinition::new("helps", "You are HELPERPROMPT.");
    let options = lab.options().allow_tools(["Agent", "Task", "Bash"]).agents([("helper", helper)]);
    let transcript = held(&lab, options, &["first"]).await;
    let mut bundle = Vec::new();
    transcript.export_bundle(&mut bundle).unwrap();
    let results = |it: &Transcript| it.path().with_extension("").join("tool-results");
    let agents = |it: &Transcript| -> Vec<_> {
        let agents = it.subagents().unwrap().into_iter();
        agents
            .map(|it| {
                (
                    it.agent_id.clone(),
                    it.meta.is_some(),
                    it.conversation().unwrap().messages().len(),
                )
            })
            .collect()
    };

    let there = Lab::new([Turn::text("Gone on.")]).await.unwrap();
    let imported = home(&there).import(&bundle[..], &there.file("")).unwrap();
    assert_ne!(
        imported.path().parent().unwrap().file_name(),
        transcript.path().parent().unwrap().file_name()
    );
    assert_eq!(agents(&imported), agents(&transcript));
    assert_eq!(agents(&imported).len(), 1);
    let names = |it: &Transcript| -> Vec<_> {
        let files = results(it).read_dir().expect("the output was large");
        files
            .map(|file| file.unwrap())
            .map(|it| (it.file_name(), it.metadata().unwrap().len()))
            .collect()
    };
    assert_eq!(names(&imported), names(&transcript));
    let sent = contents(&sent_when_resumed(&there, &imported, "go on").await);
    for text in ["first", "The helper looked.", "Done.", "go on"] {
        assert!(sent.iter().any(|content| content.contains(text)), "{text}: {sent:?}");
    }
    assert_eq!(texts(&imported).last().unwrap(), "Gone on.");
    assert_eq!(texts(&transcript).last().unwrap(), "Done.");
}
