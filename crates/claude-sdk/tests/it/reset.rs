//! Resets: `/clear`, its confirmation, and what goes wrong.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::limits::Deadlines;
use claude_sdk::{Client, Error, Options};
use serde_json::{Value, json};

use crate::cli::{Cli, Prompt, SESSION};
use crate::stage::{Stage, everywhere, paused};

/// The ID of the session after a reset.
const NEW: &str = "77777777-3333-4333-8444-555555555555";

/// How a CLI answers `/clear`.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Confirmed,
    /// As a prompt for the model.
    AsText,
    /// With a new session ID, but without `conversation_reset`.
    WithoutReset,
    /// With `conversation_reset`, but without a new session ID.
    SameId,
    Failed,
    /// Not at all, until stdin ends.
    Silent,
    Exits,
}

/// Plays a CLI, and keeps the lines of its prompts.
fn playing(answer: Answer) -> (Options, Stage, Arc<Mutex<Vec<Value>>>) {
    let lines = Arc::<Mutex<Vec<Value>>>::default();
    let seen = Arc::clone(&lines);
    let (options, stage) = Stage::play(move |cli| serve(cli, answer, Arc::clone(&seen)));
    (options, stage, lines)
}

async fn serve(mut cli: Cli, answer: Answer, lines: Arc<Mutex<Vec<Value>>>) {
    cli.handshake().await;
    let mut id = SESSION;
    while let Some(line) = cli.line().await {
        if line["type"] == "control_request" {
            cli.succeed(line["request_id"].as_str().unwrap(), json!({})).await;
            continue;
        }
        let prompt = Cli::read_prompt(&line);
        lines.lock().unwrap().push(line);
        if prompt.text == "/clear" {
            match answer {
                Answer::Silent => continue,
                Answer::Exits => return cli.exit(1, "gone"),
                _ => id = clear(&mut cli, &prompt, answer).await,
            }
            continue;
        }
        init(&mut cli, id).await;
        cli.end(&[&prompt], fields(id, &prompt.text)).await;
    }
    cli.exit(0, "");
}

/// Answers `/clear`, and returns the ID of the session.
async fn clear(cli: &mut Cli, prompt: &Prompt, answer: Answer) -> &'static str {
    if matches!(answer, Answer::Confirmed | Answer::SameId | Answer::Failed) {
        // The ID in it is a third one.
        cli.send(json!({
            "type": "conversation_reset", "new_conversation_id": "third", "trigger": "clear",
            "user_message_uuid": prompt.uuid, "session_id": SESSION,
        }))
        .await;
    }
    let id = match answer {
        Answer::AsText | Answer::SameId => SESSION,
        _ => NEW,
    };
    init(cli, id).await;
    let mut fields = fields(id, "");
    if answer == Answer::Failed {
        fields["subtype"] = "error_during_execution".into();
        fields["is_error"] = true.into();
    }
    cli.end(&[prompt], fields).await;
    id
}

async fn init(cli: &mut Cli, id: &str) {
    cli.send(json!({
        "type": "system", "subtype": "init", "session_id": id, "permissionMode": "default",
    }))
    .await;
}

fn fields(id: &str, text: &str) -> Value {
    json!({ "subtype": "success", "is_error": false, "session_id": id, "result": text })
}

#[test]
fn a_reset_returns_the_id_of_the_frames_that_follow() {
    everywhere(async || {
        let (options, stage, lines) = playing(Answer::Confirmed);
        let client = Client::connect(options.verbatim_prompts(true)).await.unwrap();
        let turn = client.send("Hi").await.unwrap();
        let first = turn.uuid().clone();
        turn.text().await.unwrap();
        assert_eq!(client.session_id().unwrap().as_str(), SESSION);
        client.idle().await.unwrap();
        let id = client.reset().await.unwrap();
        assert_eq!(id.as_str(), NEW);
        assert_eq!(client.session_id(), Some(&id));
        client.send("Hi again").await.unwrap().text().await.unwrap();
        client.close().await.unwrap();
        let lines = lines.lock().unwrap().clone();
        // A prompt of the host would be sent to the model as it is.
        assert_eq!(lines[0]["client_composed"], true);
        assert_eq!(lines[1]["client_composed"], Value::Null);
        assert_eq!(lines[1]["message"]["content"], "/clear");
        assert!(lines[1]["uuid"].as_str().is_some_and(|id| id != first.as_str()));
        stage.done().await;
    });
}

#[test]
fn a_reset_without_its_confirmation_is_an_error() {
    everywhere(async || {
        for answer in [Answer::AsText, Answer::WithoutReset, Answer::SameId] {
            let (options, stage, _) = playing(answer);
            let client = Client::connect(options).await.unwrap();
            client.send("Hi").await.unwrap().text().await.unwrap();
            let error = client.reset().await.unwrap_err();
            let is_unsupported =
                matches!(&error, Error::Unsupported { subtype, .. } if subtype == "/clear");
            assert!(is_unsupported, "{error:?}");
            client.close().await.unwrap();
            stage.done().await;
        }
        let (options, stage, _) = playing(Answer::Failed);
        let client = Client::connect(options).await.unwrap();
        let error = client.reset().await.unwrap_err();
        assert!(matches!(error, Error::Run(_)), "{error:?}");
        client.close().await.unwrap();
        let (options, other, _) = playing(Answer::Exits);
        let client = Client::connect(options).await.unwrap();
        let error = client.reset().await.unwrap_err();
        assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        stage.done().await;
        other.done().await;
    });
}

#[test]
fn a_reset_that_is_not_answered_has_a_deadline() {
    paused(async || {
        let (options, stage, _) = playing(Answer::Silent);
        let mut deadlines = Deadlines::default();
        deadlines.control = Duration::from_secs(7);
        let client = Client::connect(options.deadlines(deadlines)).await.unwrap();
        let begun = tokio::time::Instant::now();
        let error = client.reset().await.unwrap_err();
        assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
        assert_eq!(begun.elapsed(), Duration::from_secs(7));
        let _ = client.close().await;
        stage.done().await;
    });
}

#[test]
fn a_reset_while_a_prompt_is_open_sends_nothing() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let first = cli.prompt().await;
            // Nothing but the second prompt arrives before the first one is answered.
            let second = cli.prompt().await;
            assert_eq!(second.text, "second");
            cli.answer(&first, "one").await;
            cli.answer(&second, "two").await;
            cli.eof().await;
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        let first = client.send("first").await.unwrap();
        let error = client.reset().await.unwrap_err();
        assert!(matches!(error, Error::Unfinished { .. }), "{error:?}");
        assert!(error.to_string().contains("queued prompt"), "{error}");
        let second = client.send("second").await.unwrap();
        assert_eq!(first.text().await.unwrap(), "one");
        assert_eq!(second.text().await.unwrap(), "two");
        client.close().await.unwrap();
        stage.done().await;
    });
}
