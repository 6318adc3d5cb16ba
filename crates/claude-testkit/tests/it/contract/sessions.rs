//! Sessions in stores: what the real CLI writes is stored, and can be resumed elsewhere.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use claude_sdk::approvals::{Approvals, Decision};
use claude_sdk::hook::{PreToolUse, PreToolUseOutput};
use claude_sdk::types::AgentDefinition;
use claude_sdk::{Client, Options};
use claude_sessions::ports::{Batch, SessionKey, SessionStore};
use claude_sessions::stores::MemoryStore;
use claude_sessions::{ApprovalStore, Mirror, OpenError, Sessions, Source, catch_up};
use claude_testkit::fake_api::Turn;
use claude_transcripts::Home;
use futures_util::TryStreamExt;
use serde_json::{Value, json};

use super::deferred::unprompted;
use super::lab::{Lab, expect};

const SOON: Duration = Duration::from_secs(30);

/// Returns the lines of a file without those that are not mirrored.
fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let is_mirrored = |line: &&str| {
        let line: Value = serde_json::from_str(line).unwrap();
        !line["type"].as_str().unwrap().starts_with("api-request")
    };
    text.lines().filter(is_mirrored).map(str::to_owned).collect()
}

async fn stored(store: &MemoryStore, key: &SessionKey) -> Vec<String> {
    let Some(entries) = store.load(key, 0).await.unwrap() else { return Vec::new() };
    entries.map_ok(|entry| entry.as_str().to_owned()).try_collect().await.unwrap()
}

/// All session files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "jsonl") {
            found.push(path);
        }
    }
    found
}

fn config(lab: &Lab) -> PathBuf {
    lab.home().join(".claude")
}

fn project(lab: &Lab) -> String {
    let folder = Home::at(config(lab)).project(lab.file("x").parent().unwrap());
    folder.file_name().unwrap().to_str().unwrap().to_owned()
}

fn sessions(lab: &Lab, store: &MemoryStore) -> Sessions {
    Sessions::in_store(store.clone()).unwrap().home(config(lab))
}

/// Runs a turn in a new session. Returns its key.
async fn begin(lab: &Lab, store: &MemoryStore, prompt: &str) -> SessionKey {
    let opened = sessions(lab, store).create().project(project(lab)).open(lab.options()).await;
    let opened = opened.unwrap();
    expect(expect(opened.client().send(prompt).await).text().await);
    let key = SessionKey::new(project(lab), opened.proof().session.clone()).unwrap();
    assert!(expect(opened.close().await).is_stored());
    key
}

// sessions SB-46
#[tokio::test]
async fn a_store_has_each_file_without_api_requests() {
    let bash = json!({ "command": "echo one", "description": "x" });
    let agent = json!({
        "description": "work on", "prompt": "The task.", "subagent_type": "helper",
    });
    let turns = [
        Turn::tool("Bash", bash.clone()).when("HELPERPROMPT"),
        Turn::text("Of the subagent.").when("HELPERPROMPT"),
        Turn::tool("Bash", bash),
        Turn::text("Ran."),
        Turn::tool("Agent", agent),
        Turn::text("Launched."),
        Turn::text("The agent is done."),
        Turn::text("After clear."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let store = MemoryStore::new();
    let mirror = Mirror::new(store.clone());
    let helper = AgentDefinition::new("helps", "You are HELPERPROMPT.").tools(vec!["Bash".into()]);
    let options = mirror.attach(lab.options()).allow_tools(["Bash", "Agent", "Task"]);
    let client = expect(Client::connect(options.agents([("helper", helper)])).await);
    for prompt in ["first", "second"] {
        expect(expect(client.send(prompt).await).text().await);
        expect(client.idle().within(SOON).await);
    }
    expect(client.reset().await);
    expect(expect(client.send("third").await).text().await);
    expect(client.close().await);
    let report = mirror.finish(SOON).await;
    assert!(report.is_stored(), "{report:?}");

    let files = files(&config(&lab).join("projects"));
    assert!(files.len() >= 3, "{files:?}");
    let mut total = 0;
    for file in files {
        let stem = file.file_stem().unwrap().to_str().unwrap();
        let key = match SessionKey::new(project(&lab), stem) {
            Ok(key) => key,
            Err(_) => {
                let id = file.ancestors().nth(2).unwrap().file_name().unwrap().to_str().unwrap();
                let main = SessionKey::new(project(&lab), id).unwrap();
                main.with_subpath(format!("subagents/{stem}")).unwrap()
            }
        };
        let mut entries = stored(&store, &key).await;
        if key.subpath().is_some() {
            // The description of the subagent has no line.
            let about: Value = serde_json::from_str(&entries.pop().unwrap()).unwrap();
            assert_eq!(about["type"], "agent_metadata");
        }
        assert_eq!(entries, lines(&file), "{key}");
        total += entries.len() as u64;
    }
    assert_eq!(report.stored, total);
}

// sessions SB-56, SB-65
#[tokio::test]
async fn a_session_moves_to_another_machine_and_back() {
    let store = MemoryStore::new();
    let Some(here) = Lab::new([Turn::text("The first."), Turn::text("The third.")]).await else {
        return;
    };
    let there = Lab::new([Turn::text("The second.")]).await.unwrap();
    let key = begin(&here, &store, "the first prompt").await;
    let latest = sessions(&there, &store).latest(key.project()).await.unwrap();
    assert_eq!(latest.as_ref(), Some(key.session()));
    let copy = sessions(&there, &store).copy(key.project(), key.session().clone()).await.unwrap();
    assert_eq!(copy.transcript().conversation().unwrap().messages().len(), 2);
    drop(copy);

    let resume = sessions(&there, &store).resume(key.session().clone()).project(key.project());
    let opened = resume.open(there.options()).await.unwrap();
    assert_eq!((opened.proof().source, opened.proof().messages), (Source::Store, 2));
    let copy = opened.proof().path.clone().unwrap();
    assert!(copy.is_file() && !copy.starts_with(there.home()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&copy), mode(copy.parent().unwrap())), (0o600, 0o700));
    }
    assert_eq!(there.asked().len(), 0);
    expect(expect(opened.client().send("the second prompt").await).text().await);
    assert_eq!(opened.client().session_id().unwrap(), key.session());
    assert!(opened.stored(SOON).await);
    assert!(expect(opened.close().await).is_stored());
    assert!(!copy.parent().unwrap().exists());
    let asked = there.asked().last().unwrap().body["messages"].to_string();
    assert!(asked.contains("the first prompt") && asked.contains("The first."), "{asked}");

    // Back: this machine has the beginning, the store all.
    let resume = sessions(&here, &store).resume(key.session().clone()).project(key.project());
    let opened = resume.open(here.options()).await.unwrap();
    assert_eq!((opened.proof().source, opened.proof().messages), (Source::Store, 4));
    expect(expect(opened.client().send("the third prompt").await).text().await);
    assert!(expect(opened.close().await).is_stored());
    let asked = here.asked().last().unwrap().body["messages"].to_string();
    assert!(asked.contains("The second.") && asked.contains("the second prompt"), "{asked}");
    let text = stored(&store, &key).await.join("\n");
    for answer in ["The first.", "The second.", "The third."] {
        assert!(text.contains(answer), "{answer}");
    }
}

#[tokio::test]
async fn a_session_of_this_machine_is_resumed_from_its_file_and_comes_into_the_store() {
    let Some(lab) = Lab::new([Turn::text("The first."), Turn::text("The second.")]).await else {
        return;
    };
    let client = expect(Client::connect(lab.options()).await);
    expect(expect(client.send("the first prompt").await).text().await);
    let id = client.session_id().unwrap().clone();
    expect(client.close().await);
    let store = MemoryStore::new();
    let resume = sessions(&lab, &store).resume(id.clone()).project(project(&lab));
    let opened = resume.open(lab.options()).await.unwrap();
    assert_eq!((opened.proof().source, opened.proof().messages), (Source::Local, 2));
    expect(expect(opened.client().send("the second prompt").await).text().await);
    let file = opened.proof().path.clone().unwrap();
    assert!(expect(opened.close().await).is_stored());
    let key = SessionKey::new(project(&lab), id).unwrap();
    assert_eq!(stored(&store, &key).await, lines(&file));
    let again = catch_up(Arc::new(store), &file, None).await.unwrap();
    assert_eq!(again, 0);
}

// sessions SB-59, SB-66
#[tokio::test]
async fn a_session_that_is_not_there_is_not_taken_for_a_new_one() {
    let Some(lab) = Lab::new([Turn::text("The first.")]).await else { return };
    let store = MemoryStore::new();
    let unknown = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
    for sessions in [sessions(&lab, &store), Sessions::local().unwrap().home(config(&lab))] {
        let refused = sessions.resume(unknown).project("-p").open(lab.options()).await;
        assert!(matches!(refused, Err(OpenError::NotFound { .. })), "{refused:?}");
        let refused = sessions.fork(unknown).project("-p").open(lab.options()).await;
        assert!(matches!(refused, Err(OpenError::NotFound { .. })), "{refused:?}");
        let refused = sessions.resume("../x").project("-p").open(lab.options()).await;
        assert!(matches!(refused, Err(OpenError::Store(_))), "{refused:?}");
    }
    let key = begin(&lab, &store, "the first prompt").await;
    let create = sessions(&lab, &store).create().id(key.session().clone()).project(key.project());
    let refused = create.open(lab.options()).await;
    assert!(matches!(refused, Err(OpenError::Exists { .. })), "{refused:?}");
    assert_eq!(lab.asked().len(), 1);
}

// sessions SB-61
#[tokio::test]
async fn of_two_that_open_a_session_one_wins() {
    let Some(lab) = Lab::new([Turn::text("The first."), Turn::text("The second.")]).await else {
        return;
    };
    let store = MemoryStore::new();
    let key = begin(&lab, &store, "the first prompt").await;
    let open = || {
        let resume = sessions(&lab, &store).resume(key.session().clone()).project(key.project());
        resume.open(lab.options())
    };
    let (one, two) = tokio::join!(open(), open());
    let (won, lost) = if one.is_ok() { (one, two) } else { (two, one) };
    let won = won.unwrap();
    let lost = lost.unwrap_err();
    assert!(matches!(lost, OpenError::Held { .. } | OpenError::Open { .. }), "{lost:?}");
    // Somebody without our lease, such as a terminal.
    let local = Sessions::local().unwrap().home(config(&lab));
    let refused = local.resume(key.session().clone()).project(key.project()).open(lab.options());
    let refused = refused.await.unwrap_err();
    match refused {
        OpenError::Open { holder, .. } => assert_eq!(&holder.session_id, key.session()),
        other => panic!("{other:?}"),
    }
    expect(won.close().await);
    expect(open().await.unwrap().close().await);
}

// sessions SB-60
#[tokio::test]
async fn different_continuations_are_refused_and_kept() {
    let turns = [Turn::text("The first."), Turn::text("Here."), Turn::text("There.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let store = MemoryStore::new();
    let key = begin(&lab, &store, "the first prompt").await;
    let file = Home::at(config(&lab)).locate(key.session()).unwrap();
    let before = stored(&store, &key).await;
    // A terminal goes on here, and another machine in the store.
    let client = expect(Client::connect(lab.options().resume(key.session().to_string())).await);
    expect(expect(client.send("here").await).text().await);
    expect(client.close().await);
    let other = claude_sessions::ports::Entry::new(r#"{"type":"tag","tag":"there"}"#).unwrap();
    store.append(&key, &Batch::new([other])).await.unwrap();
    let local = std::fs::read(&file).unwrap();
    let resume = sessions(&lab, &store).resume(key.session().clone()).project(key.project());
    match resume.open(lab.options()).await.unwrap_err() {
        OpenError::Diverged { common, local, .. } => {
            assert_eq!((common, local), (before.len() as u64, file.clone()));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read(&file).unwrap(), local);
    assert_eq!(stored(&store, &key).await.len(), before.len() + 1);
}

// sessions SB-58
#[tokio::test]
async fn the_settings_of_the_user_apply_to_a_session_of_a_store() {
    let store = MemoryStore::new();
    let Some(here) = Lab::new([Turn::text("The first.")]).await else { return };
    let there = Lab::new([Turn::text("The second.")]).await.unwrap();
    let key = begin(&here, &store, "the first prompt").await;
    std::fs::create_dir_all(config(&there)).unwrap();
    let settings = json!({ "apiKeyHelper": "echo sk-ant-of-the-helper" });
    std::fs::write(config(&there).join("settings.json"), settings.to_string()).unwrap();
    let resume = sessions(&there, &store).resume(key.session().clone()).project(key.project());
    let options: Options =
        there.without_key().setting_sources([claude_sdk::options::SettingSource::User]);
    let opened = resume.open(options).await.unwrap();
    expect(expect(opened.client().send("the second prompt").await).text().await);
    expect(opened.close().await);
    let asked = there.asked();
    assert_eq!(asked.last().unwrap().secret("x-api-key"), Some("sk-ant-of-the-helper"));
}

#[tokio::test]
async fn a_fork_is_a_session_of_its_own() {
    let Some(lab) = Lab::new([Turn::text("The first."), Turn::text("The second.")]).await else {
        return;
    };
    let store = MemoryStore::new();
    let key = begin(&lab, &store, "the first prompt").await;
    let before = stored(&store, &key).await;
    let fork = sessions(&lab, &store).fork(key.session().clone()).project(key.project());
    let opened = fork.open(lab.options()).await.unwrap();
    expect(expect(opened.client().send("the second prompt").await).text().await);
    let id = opened.client().session_id().unwrap().clone();
    assert_ne!(&id, key.session());
    assert!(expect(opened.close().await).is_stored());
    assert_eq!(stored(&store, &key).await, before);
    let forked = SessionKey::new(project(&lab), id).unwrap();
    let text = stored(&store, &forked).await.join("\n");
    assert!(text.contains("The first.") && text.contains("The second."));
}

// sessions SB-79
#[tokio::test]
async fn a_session_whose_call_waits_is_opened_by_a_decider_only() {
    let bash = json!({ "command": "touch trace", "description": "x" });
    let turns = [Turn::tool("Bash", bash), Turn::text("It ran."), Turn::text("Nothing.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let store = MemoryStore::new();
    let decide = |output: fn() -> PreToolUseOutput| {
        lab.options().on(PreToolUse::any(), move |_, _| async move { output() })
    };
    let create = sessions(&lab, &store).create().project(project(&lab));
    let opened = create.open(decide(PreToolUseOutput::defer)).await.unwrap();
    let id = opened.proof().session.clone();
    expect(expect(opened.client().send("go").await).result().await);
    expect(opened.close().await);

    let resume = || sessions(&lab, &store).resume(id.clone()).project(project(&lab));
    match resume().open(lab.options()).await.unwrap_err() {
        OpenError::Parked { call, .. } => assert_eq!(call.tool, "Bash"),
        other => panic!("{other:?}"),
    }
    assert!(!lab.left_trace("trace"));
    let opened = resume().decides_parked_call().open(decide(PreToolUseOutput::allow)).await;
    let opened = opened.unwrap();
    expect(opened.client().idle().within(SOON).await);
    expect(expect(opened.client().send("and now?").await).text().await);
    expect(opened.close().await);
    assert!(lab.left_trace("trace"));
}

// sessions SB-73
#[tokio::test]
async fn a_parked_call_is_decided_elsewhere_and_runs_once_on_another_machine() {
    let bash = |command: &str| json!({ "command": command, "description": "x" });
    let turns = [Turn::tool("Bash", bash("echo a >> trace; cat trace"))];
    let Some(here) = Lab::new(turns).await else { return };
    let there = Lab::new([Turn::text("Done.")]).await.unwrap();
    let store = MemoryStore::new();
    // Each process has objects of its own; they share the store only.
    let approvals = || {
        let records = ApprovalStore::new(Arc::new(store.clone()));
        Approvals::park(Duration::from_millis(50)).kept_in(records)
    };
    let create = sessions(&here, &store).create().project(project(&here));
    let opened = create.open(here.options().asked_by(approvals())).await.unwrap();
    let id = opened.proof().session.clone();
    expect(expect(opened.client().send("go").await).result().await);
    assert!(expect(opened.close().await).is_stored());

    let open = approvals().open().await.unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    let decision = Decision::allow().with_input(bash("echo b >> trace; cat trace")).unwrap();
    approvals().answer(&open[0].approval.id, decision).await.unwrap();

    let resume = sessions(&there, &store).resume(id).project(project(&here)).decides_parked_call();
    let opened = resume.open(there.options().asked_by(approvals())).await.unwrap();
    let result = unprompted(opened.client()).await;
    assert_eq!(result.text(), "Done.");
    assert!(expect(opened.close().await).is_stored());
    assert!(!here.left_trace("trace"));
    assert_eq!(std::fs::read_to_string(there.file("trace")).unwrap(), "b\n");
    assert!(approvals().open().await.unwrap().is_empty());
}
