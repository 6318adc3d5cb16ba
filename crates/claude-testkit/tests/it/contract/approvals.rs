//! Approvals with the real CLI: several answerers, and calls that are parked, answered by another
//! process, and made once after a resume.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use claude_sdk::approvals::{AnswerError, Approvals, Change, Decision, Record, RecordState, Waits};
use claude_sdk::mcp::Server;
use claude_sdk::options::EnvPolicy;
use claude_sdk::types::{McpServerConfig, TerminalReason};
use claude_sdk::{Client, McpServers, Options, PermissionMode, ToolName, query};
use claude_testkit::approval_records::FileRecords;
use claude_testkit::fake_api::{Block, Turn};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::deferred::unprompted;
use super::lab::{Lab, Place, expect};

/// How long the tests hold a call before it is parked.
const HOLD: Duration = Duration::from_millis(200);

/// Makes this binary a host: where its CLI and its records are, as JSON.
const HOST: &str = "CLAUDE_TESTKIT_PARKING_HOST";

fn bash(command: &str) -> Value {
    json!({ "command": command })
}

fn process(records: &Path) -> Approvals {
    Approvals::park(HOLD).kept_in(FileRecords::new(records).unwrap())
}

/// Runs a turn that ends with a parked call. Returns the options to resume the session.
async fn park(options: Options, approvals: &Approvals) -> Options {
    let client = expect(Client::connect(options.clone().asked_by(approvals.clone())).await);
    let result = expect(expect(client.send("go").await).result().await);
    assert_eq!(result.terminal_reason, Some(TerminalReason::ToolDeferred), "{result:?}");
    let id = client.session_id().unwrap().to_string();
    expect(client.close().await);
    options.resume(id)
}

/// Resumes a session and waits for the result of the turn that goes on.
async fn resume(options: Options, approvals: &Approvals) -> String {
    let client = expect(Client::connect(options.asked_by(approvals.clone())).await);
    let result = unprompted(&client).await;
    expect(client.close().await);
    result.text().to_owned()
}

async fn parked(approvals: &Approvals) -> Record {
    let mut open = approvals.open().await.unwrap();
    open.retain(|record| record.waits == Waits::Parked);
    assert_eq!(open.len(), 1, "{open:?}");
    open.remove(0)
}

fn seen(lab: &Lab) -> String {
    lab.asked().last().unwrap().body["messages"].to_string()
}

/// Parks a call, allows it from another process with a changed input, and resumes.
async fn decided_elsewhere(
    tool: &str,
    (input, changed): (Value, Value),
    with: impl Fn(Options) -> Options,
) -> Option<String> {
    let lab = Lab::new([Turn::tool(tool, input.clone()), Turn::text("Done.")]).await?;
    let records = TempDir::new().unwrap();
    let options = park(with(lab.options()), &process(records.path())).await;
    let web = process(records.path());
    let record = parked(&web).await;
    assert_eq!(record.approval.subject, tool);
    assert_eq!(record.approval.input.parse::<Value>().unwrap(), input);
    let decision = Decision::allow().with_input(changed).unwrap().by("ada");
    web.answer(&record.approval.id, decision).await.unwrap();
    assert_eq!(resume(options, &process(records.path())).await, "Done.");
    let last = FileRecords::new(records.path()).unwrap().read(&record.approval.id).unwrap();
    assert!(
        matches!(&last.state, RecordState::Delivered(answer) if answer.by == "ada"),
        "{last:?}"
    );
    Some(seen(&lab))
}

#[tokio::test]
async fn a_parked_call_of_a_builtin_tool_runs_once() {
    let inputs = (bash("echo a >> trace; cat trace"), bash("echo b >> trace; cat trace"));
    let Some(seen) = decided_elsewhere("Bash", inputs, |options| options).await else { return };
    assert!(seen.contains("\"content\":\"b\""), "{seen}");
}

#[tokio::test]
async fn a_parked_call_of_an_in_process_tool_runs_once() {
    let calls = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let count = std::sync::Arc::clone(&calls);
    #[derive(Deserialize, claude_sdk::schemars::JsonSchema)]
    #[schemars(crate = "claude_sdk::schemars")]
    struct Say {
        text: String,
    }
    let with = move |options: Options| {
        let count = std::sync::Arc::clone(&count);
        let server = Server::builder("here", "1").tool("say", "Says.", move |say: Say| {
            count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            async move { format!("said {}", say.text) }
        });
        options.mcp_server("here", server.build())
    };
    let tool = ToolName::mcp("here", "say");
    let inputs = (json!({ "text": "a" }), json!({ "text": "b" }));
    let Some(seen) = decided_elsewhere(tool.as_str(), inputs, with).await else { return };
    assert!(seen.contains("said b") && !seen.contains("said a"), "{seen}");
    assert_eq!(calls.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_parked_call_of_an_external_tool_runs_once() {
    let server = || McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
    let with = |options: Options| options.mcp_servers(McpServers::new().external("lab", server()));
    let tool = ToolName::mcp("lab", "add");
    let inputs = (json!({ "a": 1, "b": 2 }), json!({ "a": 40, "b": 2 }));
    let Some(seen) = decided_elsewhere(tool.as_str(), inputs, with).await else { return };
    assert!(seen.contains("42"), "{seen}");
}

#[tokio::test]
async fn a_parked_question_gets_its_answers() {
    let question = json!({ "question": "Which?", "header": "H", "multiSelect": false,
        "options": [{ "label": "A", "description": "a" }, { "label": "B", "description": "b" }] });
    let input = json!({ "questions": [question] });
    let Some(lab) = Lab::new([Turn::tool("AskUserQuestion", input), Turn::text("Done.")]).await
    else {
        return;
    };
    let records = TempDir::new().unwrap();
    let options = park(lab.options(), &process(records.path())).await;
    let web = process(records.path());
    let answers = Decision::answers([("Which?", "B")]);
    web.answer(&parked(&web).await.approval.id, answers).await.unwrap();
    assert_eq!(resume(options, &process(records.path())).await, "Done.");
    assert!(seen(&lab).contains("=\\\"B\\\""), "{}", seen(&lab));
}

#[tokio::test]
async fn a_denied_parked_call_does_not_run() {
    let turns = [Turn::tool("Bash", bash("touch trace")), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let records = TempDir::new().unwrap();
    let options = park(lab.options(), &process(records.path())).await;
    let web = process(records.path());
    let no = Decision::deny("not on a Friday");
    web.answer(&parked(&web).await.approval.id, no).await.unwrap();
    assert_eq!(resume(options, &process(records.path())).await, "Done.");
    assert!(!lab.left_trace("trace"));
    assert!(seen(&lab).contains("not on a Friday"));
}

/// A prompt that is sent right after the start gets its own result, and not that of the turn that
/// goes on.
#[tokio::test]
async fn a_prompt_after_a_resume_gets_its_own_result() {
    let turns =
        [Turn::tool("Bash", bash("touch trace")), Turn::text("Done."), Turn::text("Second.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let records = TempDir::new().unwrap();
    let options = park(lab.options(), &process(records.path())).await;
    let web = process(records.path());
    web.answer(&parked(&web).await.approval.id, Decision::allow()).await.unwrap();
    let client = expect(Client::connect(options.asked_by(web)).await);
    assert_eq!(expect(expect(client.send("more").await).text().await), "Second.");
    assert!(lab.left_trace("trace"));
    expect(client.close().await);
}

#[tokio::test]
async fn of_two_calls_in_one_answer_one_is_parked_and_the_other_runs_when_it_is_made_again() {
    let two = [Block::tool("Bash", bash("touch one")), Block::tool("Bash", bash("touch two"))];
    let turns = [
        Turn::blocks(two),
        Turn::text("The first is done."),
        Turn::tool("Bash", bash("touch two")),
        Turn::text("Done."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let records = TempDir::new().unwrap();
    let options = park(lab.options(), &process(records.path())).await;
    let web = process(records.path());
    let open = web.open().await.unwrap();
    assert_eq!(open.len(), 2, "{open:?}");
    for record in open {
        web.answer(&record.approval.id, Decision::allow()).await.unwrap();
    }
    let client = expect(Client::connect(options.asked_by(process(records.path()))).await);
    assert_eq!(unprompted(&client).await.text(), "The first is done.");
    let made: Vec<_> = ["one", "two"].iter().filter(|name| lab.left_trace(name)).collect();
    assert_eq!(made.len(), 1, "one was parked, the other was denied");
    // The history is whole: each call has a result.
    assert!(seen(&lab).contains("waits for an approval"), "{}", seen(&lab));
    let last = expect(expect(client.send("Both are allowed now.").await).text().await);
    assert_eq!(last, "Done.");
    assert!(lab.left_trace("two"), "{made:?}");
    expect(client.close().await);
}

#[tokio::test]
async fn a_call_without_an_answer_is_parked_again_without_a_request() {
    let turns = [Turn::tool("Bash", bash("touch trace")), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let records = TempDir::new().unwrap();
    let options = park(lab.options(), &process(records.path())).await;
    assert_eq!(resume(options.clone(), &process(records.path())).await, "");
    assert_eq!(lab.asked().len(), 1, "the model was not asked again");
    let web = process(records.path());
    web.answer(&parked(&web).await.approval.id, Decision::allow()).await.unwrap();
    assert_eq!(resume(options, &process(records.path())).await, "Done.");
    assert!(lab.left_trace("trace"));
}

#[tokio::test]
async fn the_first_of_two_answerers_wins_and_the_tool_runs_once() {
    let turns = [Turn::tool("Bash", bash("echo x >> trace; cat trace")), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let approvals = Approvals::new().or(|_| async {
        std::future::pending::<()>().await;
        Decision::deny("too late")
    });
    let (web, mut changes) = (approvals.clone(), approvals.changes());
    let answered = tokio::spawn(async move {
        let Some(Change::Record(asked)) = changes.next().await else { panic!("nothing is asked") };
        assert!(!asked.approval.suggestions.is_empty(), "{asked:?}");
        let id = &asked.approval.id;
        web.answer(id, Decision::allow().by("web")).await.unwrap();
        web.answer(id, Decision::deny("no")).await.unwrap_err()
    });
    let result = expect(query("go", lab.options().asked_by(approvals)).text().await);
    assert_eq!(result, "Done.");
    let informed = answered.await.unwrap();
    assert!(matches!(informed, AnswerError::AlreadyAnswered(first) if first.by == "web"));
    assert!(seen(&lab).contains("\"content\":\"x\""));
}

#[tokio::test]
async fn a_plan_is_approved() {
    let turns = [Turn::tool("ExitPlanMode", json!({ "plan": "do it" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let approvals = Approvals::new().or(|approval| async move {
        (approval.subject == "ExitPlanMode")
            .then(|| Decision::allow().with_mode(PermissionMode::AcceptEdits))
    });
    let options = lab.options().permission_mode(PermissionMode::Plan).asked_by(approvals);
    assert_eq!(expect(query("plan", options).text().await), "Done.");
    assert!(seen(&lab).contains("User has approved"), "{}", seen(&lab));
}

#[derive(Serialize, Deserialize)]
struct Order {
    place: Place,
    records: PathBuf,
}

/// Not a test by itself: the program of a host. It parks a call, and stays until it is killed.
#[expect(clippy::print_stdout, reason = "its parent reads it")]
#[tokio::test]
async fn parking_host() {
    let Ok(order) = std::env::var(HOST) else { return };
    let Order { place, records } = serde_json::from_str(&order).unwrap();
    let options = place.on(Options::default().env_policy(EnvPolicy::Clear));
    let client = Client::connect(options.asked_by(process(&records))).await.unwrap();
    client.send("go").await.unwrap().result().await.unwrap();
    println!("\nparked {}", client.session_id().unwrap());
    std::future::pending::<()>().await;
}

#[tokio::test]
async fn a_host_that_is_killed_between_the_deferral_and_the_answer_loses_nothing() {
    let turns = [Turn::tool("Bash", bash("echo x >> trace; cat trace")), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let records = TempDir::new().unwrap();
    let order = Order { place: Place::of(&lab), records: records.path().into() };
    #[expect(clippy::disallowed_methods, reason = "a host, not a CLI")]
    let mut host = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "contract::approvals::parking_host", "--nocapture"])
        .env(HOST, serde_json::to_string(&order).unwrap())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = std::io::BufRead::lines(std::io::BufReader::new(host.stdout.take().unwrap()));
    let session = tokio::task::spawn_blocking(move || {
        let mut lines = lines.map_while(Result::ok);
        lines.find_map(|line| Some(line.strip_prefix("parked ")?.to_owned()))
    });
    let session = session.await.unwrap().expect("the host parks");
    host.kill().unwrap();
    host.wait().unwrap();
    let web = process(records.path());
    web.answer(&parked(&web).await.approval.id, Decision::allow()).await.unwrap();
    let options = lab.options().resume(session);
    assert_eq!(resume(options, &process(records.path())).await, "Done.");
    assert!(seen(&lab).contains("\"content\":\"x\""), "{}", seen(&lab));
}
