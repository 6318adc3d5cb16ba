//! Doctor of session files: a real file that was damaged and repaired is resumed with the messages
//! that are expected.

use std::path::{Path, PathBuf};

use claude_sdk::{Client, Options};
use claude_testkit::fake_api::Turn;
use claude_transcripts::{Finding, Home, Repaired, Repairs, Report, Transcript};
use serde_json::{Value, json};

use super::lab::{Lab, expect};

/// What a resumed CLI sends to the model of an undamaged session.
const WHOLE: [&str; 8] = ["p1", "a1", "p2", "call", "result: one", "a2", "p3", "a3"];

/// A session of three prompts, the second with a tool call.
struct Session {
    lab: Lab,
    path: PathBuf,
    lines: Vec<String>,
}

impl Session {
    async fn new() -> Option<Self> {
        let input = json!({ "command": "echo one", "description": "x" });
        let turns = [
            Turn::text("a1"),
            Turn::tool("Bash", input),
            Turn::text("a2"),
            Turn::text("a3"),
            Turn::text("next").forever(),
        ];
        let lab = Lab::new(turns).await?;
        let client = expect(Client::connect(lab.options().allow_tools(["Bash"])).await);
        for prompt in ["p1", "p2", "p3"] {
            expect(expect(client.send(prompt).await).text().await);
        }
        let id = client.session_id().unwrap().clone();
        expect(client.close().await);
        let path = Home::at(lab.home().join(".claude")).locate(&id).unwrap();
        let lines = std::fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
        Some(Self { lab, path, lines })
    }

    /// The number of the line with a message.
    fn at(&self, message: &str) -> usize {
        let is_it =
            |line: &String| said(&json(line)["message"]).first().is_some_and(|it| it == message);
        self.lines.iter().position(is_it).unwrap()
    }

    fn write(&self, lines: &[String]) {
        std::fs::write(&self.path, lines.join("\n") + "\n").unwrap();
    }

    fn check(&self) -> Report {
        Transcript::at(&self.path).doctor().unwrap()
    }

    /// Repairs the file, in which the doctor finds this and afterwards nothing.
    fn repair(&self, is_expected: impl Fn(&Finding) -> bool) -> Repaired {
        let report = self.check();
        assert!(report.findings.iter().any(is_expected), "{:?}", report.findings);
        let done = report.repair(&Repairs::safe().lost_branches(true)).unwrap();
        assert_eq!(self.check().findings, []);
        done
    }

    /// Resumes a file with a prompt. Returns what the model is sent, without the prompt.
    async fn resumed(&self, path: &Path) -> Vec<String> {
        let id = path.file_stem().unwrap().to_str().unwrap();
        ask(self.lab.options().resume(id)).await;
        let asked = self.lab.asked();
        let body = &asked.last().unwrap().body;
        let messages = body["messages"].as_array().unwrap().iter();
        let mut sent: Vec<_> = messages.flat_map(said).collect();
        assert_eq!(sent.pop().as_deref(), Some("go on"));
        sent
    }
}

async fn ask(options: Options) -> String {
    let client = expect(Client::connect(options).await);
    expect(expect(client.send("go on").await).text().await);
    let id = client.session_id().unwrap().to_string();
    expect(client.close().await);
    id
}

fn json(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

/// Returns the texts, calls and results of a message, without what the CLI adds.
fn said(message: &Value) -> Vec<String> {
    if message["role"] == "system" {
        return Vec::new();
    }
    let blocks = match &message["content"] {
        Value::String(text) => vec![json!({ "type": "text", "text": text })],
        Value::Array(blocks) => blocks.clone(),
        _ => Vec::new(),
    };
    let said = |block: &Value| match block["type"].as_str() {
        Some("text") => block["text"].as_str().unwrap().trim().to_owned(),
        Some("tool_use") => "call".to_owned(),
        Some("tool_result") if block["is_error"] == true => "error result".to_owned(),
        Some("tool_result") => format!("result: {}", block["content"].as_str().unwrap()),
        other => format!("{other:?}"),
    };
    blocks.iter().map(said).filter(|it| !it.starts_with("<system-reminder>")).collect()
}

#[tokio::test]
async fn the_doctor_finds_nothing_in_files_of_the_cli() {
    let Some(session) = Session::new().await else { return };
    assert_eq!(session.check().findings, []);
    assert_eq!(session.resumed(&session.path).await, WHOLE);
    // In another directory, and as a fork.
    let (elsewhere, id) = (session.lab.file("elsewhere"), session.path.file_stem().unwrap());
    std::fs::create_dir(&elsewhere).unwrap();
    let options = session.lab.options().resume(id.to_str().unwrap());
    ask(options.clone().cwd(&elsewhere)).await;
    assert_eq!(session.check().findings, []);
    let fork = ask(options.fork_session(true)).await;
    let fork = Home::at(session.lab.home().join(".claude")).open(&fork.into()).unwrap();
    assert_ne!(fork.path(), session.path);
    assert_eq!(fork.doctor().unwrap().findings, []);
}

#[tokio::test]
async fn torn_and_joined_lines_and_zero_bytes_are_repaired() {
    let Some(session) = Session::new().await else { return };
    let (lines, at) = (&session.lines, session.at("a1"));
    let mut joined = lines.clone();
    let second = joined.remove(session.at("p2"));
    joined[at].push_str(&second);
    session.write(&joined);
    session.repair(|it| matches!(it, Finding::JoinedLines { .. }));
    assert_eq!(session.resumed(&session.path).await, WHOLE);

    let mut zeros = lines.clone();
    zeros[at] = format!("{}{}", "\0".repeat(4096), lines[at]);
    zeros.push(lines[at][..60].to_owned());
    session.write(&zeros);
    let done = session.repair(|it| matches!(it, Finding::NulBytes { .. }));
    assert_eq!(done.removed, 2);
    assert_eq!(session.resumed(&session.path).await, WHOLE);
}

#[tokio::test]
async fn a_missing_parent_is_relinked_and_a_lost_head_begins_anew() {
    let Some(session) = Session::new().await else { return };
    let mut lines = session.lines.clone();
    lines.remove(session.at("a2"));
    session.write(&lines);
    session.repair(|it| matches!(it, Finding::MissingParent { .. }));
    let expected: Vec<_> = WHOLE.into_iter().filter(|it| *it != "a2").collect();
    assert_eq!(session.resumed(&session.path).await, expected);

    session.write(&session.lines[session.at("p2")..]);
    session.repair(|it| matches!(it, Finding::HeadLost { .. }));
    assert_eq!(session.resumed(&session.path).await, WHOLE[2..]);
}

#[tokio::test]
async fn an_open_call_gets_an_error_and_a_result_without_a_call_goes() {
    let Some(session) = Session::new().await else { return };
    let mut lines = session.lines.clone();
    lines.remove(session.at("result: one"));
    session.write(&lines);
    session.repair(|it| matches!(it, Finding::UnansweredTool { .. }));
    let expected = WHOLE.map(|it| if it == "result: one" { "error result" } else { it });
    assert_eq!(session.resumed(&session.path).await, expected);

    session.write(&session.lines[..=session.at("call")]);
    session.repair(|it| matches!(it, Finding::UnansweredTool { .. }));
    assert_eq!(session.resumed(&session.path).await[..5], expected[..5]);

    let mut lines = session.lines.clone();
    lines.remove(session.at("call"));
    session.write(&lines);
    session.repair(|it| matches!(it, Finding::OrphanResult { .. }));
    let expected = ["p1", "a1", "p2", "a2", "p3", "a3"];
    assert_eq!(session.resumed(&session.path).await, expected);
}

#[tokio::test]
async fn a_lost_branch_is_resumed_as_a_session_of_its_own() {
    let Some(session) = Session::new().await else { return };
    let parent = json(&session.lines[session.at("a1")])["uuid"].clone();
    let mut lines = session.lines.clone();
    // As a second CLI would have continued after the first answer.
    let ids = ["22222222-2222-4222-8222-222222222222", "33333333-3333-4333-8333-333333333333"];
    let mut prompt = json(&session.lines[session.at("p3")]);
    prompt["uuid"] = json!(ids[0]);
    prompt["promptId"] = json!("44444444-4444-4444-8444-444444444444");
    prompt["parentUuid"] = parent;
    prompt["message"]["content"] = json!("instead");
    let mut answer = json(&session.lines[session.at("a3")]);
    answer["uuid"] = json!(ids[1]);
    answer["parentUuid"] = json!(ids[0]);
    answer["message"]["id"] = json!("msg_other");
    answer["message"]["content"][0]["text"] = json!("other");
    lines.extend([prompt.to_string(), answer.to_string()]);
    session.write(&lines);
    let done = session.repair(|it| matches!(it, Finding::LostBranch { messages: 6, .. }));
    assert_eq!(session.resumed(&session.path).await, ["p1", "a1", "instead", "other"]);
    let [fork] = &done.forks[..] else { panic!("{:?}", done.forks) };
    assert_eq!(session.resumed(fork).await, WHOLE);
    assert_eq!(Transcript::at(fork).doctor().unwrap().findings, []);
}
