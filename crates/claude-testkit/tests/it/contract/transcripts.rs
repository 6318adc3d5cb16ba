//! Session files: the crate `claude-transcripts` reads what the real CLI writes, where it writes it.

use std::path::Path;

use claude_sdk::Client;
use claude_testkit::fake_api::Turn;
use claude_transcripts::{Home, Scope, Transcript};
use serde_json::{Value, json};

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

/// A session of the real CLI with four prompts, whose file is damaged.
struct Damaged {
    lab: Lab,
    transcript: Transcript,
    lines: Vec<String>,
}

impl Damaged {
    async fn new() -> Option<Self> {
        let turns = ["a1", "a2", "a3", "a4"].map(Turn::text).into_iter();
        let lab = Lab::new(turns.chain([Turn::text("next").forever()])).await?;
        let client = expect(Client::connect(lab.options()).await);
        for prompt in ["p1", "p2", "p3", "p4"] {
            expect(expect(client.send(prompt).await).text().await);
        }
        let id = client.session_id().unwrap().clone();
        expect(client.close().await);
        let transcript = home(&lab).open(&id).unwrap();
        let lines = std::fs::read_to_string(transcript.path()).unwrap();
        let lines = lines.lines().map(str::to_owned).collect();
        Some(Self { lab, transcript, lines })
    }

    /// The number of the line with a text.
    fn at(&self, text: &str) -> usize {
        let is_it = |line: &String| {
            let line: Value = serde_json::from_str(line).unwrap();
            texts_of(&line["message"]["content"]).first().is_some_and(|it| it == text)
        };
        self.lines.iter().position(is_it).unwrap()
    }

    /// A line with other fields.
    fn with(&self, text: &str, fields: Value) -> String {
        let mut line: Value = serde_json::from_str(&self.lines[self.at(text)]).unwrap();
        let texts = json!([{ "type": "text", "text": fields["text"] }]);
        for (name, value) in fields.as_object().unwrap() {
            match name.as_str() {
                "text" => line["message"]["content"] = texts.clone(),
                _ => line[name] = value.clone(),
            }
        }
        line.to_string()
    }

    fn field(&self, text: &str, name: &str) -> Value {
        let line: Value = serde_json::from_str(&self.lines[self.at(text)]).unwrap();
        line[name].clone()
    }

    /// Returns the texts that the conversation of a file has, and those that a CLI sends which
    /// resumes it.
    async fn resumed(&self, lines: &[String]) -> [Vec<String>; 2] {
        std::fs::write(self.transcript.path(), lines.join("\n") + "\n").unwrap();
        let conversation = self.transcript.conversation().unwrap();
        let own = conversation.messages().map(|it| it.unwrap().text()).collect();
        let options = self.lab.options().resume_file(self.transcript.path());
        let client = expect(Client::connect(options).await);
        expect(expect(client.send("go on").await).text().await);
        expect(client.close().await);
        let asked = self.lab.asked();
        let messages = asked.last().unwrap().body["messages"].as_array().unwrap().clone();
        let is_said = |it: &&Value| it["role"] != "system";
        let messages = messages.iter().filter(is_said);
        let mut sent: Vec<_> = messages.flat_map(|it| texts_of(&it["content"])).collect();
        assert_eq!(sent.pop().as_deref(), Some("go on"));
        [own, sent]
    }
}

/// The texts of a message, without what the CLI adds.
fn texts_of(content: &Value) -> Vec<String> {
    let texts: Vec<_> = match content {
        Value::String(text) => vec![text.as_str()],
        Value::Array(blocks) => blocks.iter().filter_map(|it| it["text"].as_str()).collect(),
        _ => Vec::new(),
    };
    let own = texts.into_iter().map(str::trim).filter(|it| !it.starts_with("<system-reminder>"));
    own.map(str::to_owned).collect()
}

/// A damaged file of a session has the messages that a CLI sends which resumes it.
#[tokio::test]
async fn a_damaged_conversation_is_what_a_resumed_cli_sends_to_the_model() {
    let Some(it) = Damaged::new().await else { return };
    let (new, lost) =
        ["88888888-8888-4888-8888-888888888888", "99999999-9999-4999-8999-999999999999"].into();
    let edit = |change: &dyn Fn(&mut Vec<String>)| {
        let mut lines = it.lines.clone();
        change(&mut lines);
        lines
    };
    let around = |before: &str, behind: &str| {
        let at = it.at("a2");
        edit(&|lines| lines[at] = format!("{before}{}{behind}", lines[at]))
    };
    let again = |fields: Value| edit(&|lines| lines.push(it.with("a2", fields.clone())));
    // A line beside the conversation, with the parent of the next prompt lost.
    let beside = |fields: Value| {
        let at = it.at("p3");
        let mut line: Value = serde_json::from_str(&it.with("p1", fields)).unwrap();
        line["uuid"] = json!(new);
        edit(&|lines| {
            lines[at] = it.with("p3", json!({ "parentUuid": lost }));
            lines.insert(at, line.to_string());
        })
    };
    let without = |text: &str| edit(&|lines| drop(lines.remove(it.at(text))));
    let time = it.field("a2", "timestamp");
    let cases = [
        ("spaces", around(" ", " ")),
        ("tabs and a return", around("\t", "\t\r")),
        ("other spaces", around("\u{a0}", "")),
        ("a rest behind it", around("", "xyz}")),
        ("a torn line before it", around(&it.lines[it.at("a1")][..60], "")),
        ("two lines in one", {
            let second = it.lines[it.at("p2")].clone();
            edit(&|lines| {
                lines[it.at("a1")].push_str(&second);
                lines.remove(it.at("p2"));
            })
        }),
        ("an ID again", again(json!({ "text": "A2" }))),
        (
            "an ID again elsewhere",
            again(json!({ "text": "A2", "parentUuid": it.field("a1", "uuid") })),
        ),
        ("a lost answer", without("a2")),
        ("a lost prompt", without("p3")),
        ("a lost head", it.lines[it.at("p2")..].to_vec()),
        (
            "an earlier line beside",
            beside(json!({ "text": "beside", "parentUuid": it.field("a1", "uuid") })),
        ),
        (
            "the last line beside",
            beside(
                json!({ "text": "beside", "parentUuid": it.field("a1", "uuid"), "timestamp": it.field("p3", "timestamp") }),
            ),
        ),
        (
            "at one time, the first of the file",
            beside(
                json!({ "text": "beside", "parentUuid": it.field("a1", "uuid"), "timestamp": time }),
            ),
        ),
        (
            "a later line beside",
            beside(
                json!({ "text": "beside", "parentUuid": it.field("a1", "uuid"), "timestamp": "2099-01-01T00:00:00.000Z" }),
            ),
        ),
        (
            "a line of a subagent beside",
            beside(
                json!({ "text": "beside", "parentUuid": it.field("a1", "uuid"), "timestamp": it.field("p3", "timestamp"), "isSidechain": true }),
            ),
        ),
        (
            "no parent",
            edit(&|lines| lines[it.at("p3")] = it.with("p3", json!({ "parentUuid": "" }))),
        ),
        (
            "no time",
            edit(&|lines| {
                lines[it.at("p3")] =
                    it.with("p3", json!({ "parentUuid": lost, "timestamp": null }));
            }),
        ),
        (
            "a child before its parent",
            edit(&|lines| {
                let (prompt, answer) = (it.at("p3"), it.at("a3"));
                lines[prompt] = it.with("p3", json!({ "parentUuid": lost }));
                lines[answer] = it.with("a3", json!({ "timestamp": it.field("p3", "timestamp") }));
                lines.swap(prompt, answer);
            }),
        ),
    ];
    let mut different = Vec::new();
    for (name, lines) in cases {
        let [own, sent] = it.resumed(&lines).await;
        if own != sent {
            different.push(format!("{name}: {own:?}, but the CLI sends {sent:?}"));
        }
    }
    assert!(different.is_empty(), "{different:#?}");
}
