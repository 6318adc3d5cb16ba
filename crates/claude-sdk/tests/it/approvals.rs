//! Approvals that are held: several answerers, of which the first one wins, and each way to fail.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use claude_sdk::approvals::{
    AnswerError, ApprovalId, ApprovalKind, ApprovalRecords, Approvals, Change, Changes, Decision,
    MemoryRecords, Record, RecordState, RecordsError, RecordsFuture, Version,
};
use claude_sdk::types::{DialogKind, SessionId};
use claude_sdk::{Client, Options, PermissionMode, query};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

pub(crate) fn bash(command: &str) -> Value {
    json!({
        "subtype": "can_use_tool", "tool_name": "Bash", "tool_use_id": "toolu_1",
        "input": { "command": command },
        "permission_suggestions": [
            { "type": "addRules", "behavior": "allow", "destination": "session",
              "rules": [{ "toolName": "Bash", "ruleContent": "ls:*" }] },
            { "type": "setMode", "mode": "acceptEdits", "destination": "session" },
        ],
    })
}

/// A CLI that sends one request, and accepts no other line than its reply. The result is the reply.
fn asking(
    request: Value,
) -> impl Fn(Cli) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync {
    move |mut cli| {
        let request = request.clone();
        Box::pin(async move {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let answer = cli.ask("q-1", request).await.unwrap();
            cli.result(&[&prompt], &answer.to_string()).await;
            cli.finish().await;
        })
    }
}

/// Runs a session that asks once. Returns the reply to the CLI.
async fn reply(request: Value, approvals: &Approvals) -> Value {
    let (options, stage) = Stage::play(asking(request));
    let answer = query("x", options.asked_by(approvals.clone())).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

/// Waits for the next record.
pub(crate) async fn record(changes: &mut Changes) -> Record {
    match changes.next().await.unwrap() {
        Change::Record(record) => *record,
        other => panic!("{other:?}"),
    }
}

/// Answers the next approval from another task.
fn answer_with(approvals: &Approvals, decision: Decision) {
    let (approvals, mut changes) = (approvals.clone(), approvals.changes());
    tokio::spawn(async move {
        let asked = record(&mut changes).await;
        approvals.answer(&asked.approval.id, decision).await.unwrap();
    });
}

#[test]
fn of_fifty_answers_at_once_one_wins_and_the_cli_gets_one_line() {
    everywhere(async || {
        let approvals = Approvals::new();
        let mut changes = approvals.changes();
        let (options, stage) = Stage::play(asking(bash("ls")));
        let running = tokio::spawn(query("x", options.asked_by(approvals.clone())).text());
        let asked = record(&mut changes).await;
        let tasks: Vec<_> = (0..50)
            .map(|number| {
                let (approvals, id) = (approvals.clone(), asked.approval.id.clone());
                tokio::spawn(async move {
                    let input = json!({ "command": number.to_string() });
                    let decision = Decision::allow().with_input(input).unwrap();
                    approvals.answer(&id, decision.by(number.to_string())).await
                })
            })
            .collect();
        let (mut winners, mut informed) = (Vec::new(), Vec::new());
        for task in tasks {
            match task.await.unwrap() {
                Ok(record) => winners.push(record.answer().unwrap().by.clone()),
                Err(AnswerError::AlreadyAnswered(first)) => informed.push(first.by.clone()),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(winners.len(), 1, "{winners:?}");
        assert_eq!(informed, vec![winners[0].clone(); 49]);
        let reply: Value = serde_json::from_str(&running.await.unwrap().unwrap()).unwrap();
        assert_eq!(reply["updatedInput"]["command"], winners[0].as_str());
        // The script accepts no second reply.
        stage.done().await;
        assert!(approvals.open().await.unwrap().is_empty());
    });
}

/// Signals when it is dropped.
struct Dropped(Arc<AtomicBool>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn a_local_answerer_is_dropped_when_another_one_is_first() {
    everywhere(async || {
        let dropped = Arc::new(AtomicBool::new(false));
        let (began, mut begun) = mpsc::unbounded_channel();
        let flag = Arc::clone(&dropped);
        let approvals = Approvals::new().or(move |approval| {
            let (flag, began) = (Dropped(Arc::clone(&flag)), began.clone());
            async move {
                began.send(approval.id).unwrap();
                std::future::pending::<()>().await;
                drop(flag);
                Decision::allow()
            }
        });
        let web = approvals.clone();
        tokio::spawn(async move {
            let id = begun.recv().await.unwrap();
            web.answer(&id, Decision::deny("no").by("web")).await.unwrap();
        });
        let reply = reply(bash("ls"), &approvals).await;
        assert_eq!(reply, json!({ "behavior": "deny", "message": "no" }));
        while !dropped.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn a_local_answerer_may_leave_the_decision_to_others() {
    everywhere(async || {
        let approvals = Approvals::new()
            .or(|_| async { None::<Decision> })
            .or(|approval| async move { (approval.subject == "Bash").then(Decision::allow) });
        assert_eq!(reply(bash("ls"), &approvals).await["behavior"], "allow");
    });
}

#[test]
fn an_answerer_that_fails_denies() {
    everywhere(async || {
        let panics = Approvals::new().or(|_| async {
            panic!("on purpose");
            #[expect(unreachable_code, reason = "tells the type")]
            Decision::allow()
        });
        let panics_at_once = Approvals::new().or(|approval| {
            assert!(approval.subject.is_empty(), "on purpose");
            async { Decision::allow() }
        });
        let errs = Approvals::new().or(|_| async { Err::<Decision, _>("no idea") });
        let unfit = Approvals::new().or(|_| async { Decision::answers([("a", "b")]) });
        let no_object =
            Approvals::new().or(|_| async { Decision::allow().with_input([1]).unwrap() });
        for (approvals, reason) in [
            (panics, "the answerer panicked"),
            (panics_at_once, "the answerer panicked"),
            (errs, "no idea"),
            (unfit, "the answer is invalid"),
            (no_object, "must be an object"),
        ] {
            let reply = reply(bash("ls"), &approvals).await;
            assert_eq!(reply["behavior"], "deny", "{reply}");
            assert!(reply["message"].as_str().unwrap().contains(reason), "{reply}");
        }
    });
}

#[test]
fn an_approval_contains_what_the_cli_sent() {
    everywhere(async || {
        let approvals = Approvals::new();
        let mut changes = approvals.changes();
        answer_with(&approvals, Decision::allow().by("ada"));
        let mut request = bash("ls");
        request["title"] = json!("Run ls?");
        request["decision_reason"] = json!("no rule");
        request["agent_id"] = json!("a1");
        assert_eq!(reply(request, &approvals).await["behavior"], "allow");
        let asked = record(&mut changes).await;
        let approval = &asked.approval;
        assert_eq!(asked.state, RecordState::Open);
        assert_eq!(approval.kind, ApprovalKind::Permission);
        assert_eq!(approval.subject, "Bash");
        assert_eq!(approval.input.get(), r#"{"command":"ls"}"#);
        assert_eq!(approval.suggestions.len(), 2);
        assert_eq!(approval.title.as_deref(), Some("Run ls?"));
        assert_eq!(approval.reason.as_deref(), Some("no rule"));
        assert_eq!(approval.agent.as_ref().unwrap().as_str(), "a1");
        assert_eq!(approval.call.as_ref().unwrap().as_str(), "toolu_1");
        assert!(approval.session.is_some() && approval.expires_at.is_none());
        assert!(matches!(record(&mut changes).await.state, RecordState::Answered(_)));
        let delivered = record(&mut changes).await;
        assert!(matches!(&delivered.state, RecordState::Delivered(by) if by.by == "ada"));
        // A record survives its JSON, and its debug output shows no input.
        let json = serde_json::to_string(&delivered).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), delivered);
        assert!(!format!("{delivered:?}").contains("ls"), "{delivered:?}");
    });
}

#[test]
fn chosen_suggestions_go_back_as_the_cli_sent_them() {
    everywhere(async || {
        let approvals = Approvals::new();
        answer_with(&approvals, Decision::allow().with_suggestions([0]));
        let reply = reply(bash("ls"), &approvals).await;
        assert_eq!(reply["updatedPermissions"], json!([bash("ls")["permission_suggestions"][0]]));
        assert_eq!(reply["updatedInput"], json!({ "command": "ls" }));
    });
}

#[test]
fn an_answer_that_does_not_fit_leaves_the_approval_open() {
    everywhere(async || {
        let approvals = Approvals::new();
        let (web, mut changes) = (approvals.clone(), approvals.changes());
        tokio::spawn(async move {
            let id = record(&mut changes).await.approval.id;
            for unfit in [
                Decision::allow().with_suggestions([2]),
                Decision::allow().with_input("text").unwrap(),
                Decision::allow().with_mode(PermissionMode::Plan),
                Decision::form(1).unwrap(),
            ] {
                let error = web.answer(&id, unfit).await.unwrap_err();
                assert!(matches!(error, AnswerError::Invalid(_)), "{error}");
            }
            assert_eq!(web.open().await.unwrap().len(), 1);
            web.answer(&id, Decision::deny("no").and_interrupt()).await.unwrap();
            let unknown = web.answer(&ApprovalId::from("?"), Decision::allow()).await;
            assert!(matches!(unknown, Err(AnswerError::Unknown)));
        });
        let expected = json!({ "behavior": "deny", "message": "no", "interrupt": true });
        assert_eq!(reply(bash("ls"), &approvals).await, expected);
    });
}

#[test]
fn a_question_a_plan_a_form_and_a_dialog_are_answered() {
    everywhere(async || {
        let kinds = [DialogKind::RefusalFallbackPrompt];
        let approvals = Approvals::new().showing_dialogs(kinds.clone());
        let question = json!({ "question": "Which?", "header": "H", "multiSelect": false,
                               "options": [{ "label": "A", "description": "a" }] });
        let asked = json!({
            "subtype": "can_use_tool", "tool_name": "AskUserQuestion", "tool_use_id": "toolu_q",
            "input": { "questions": [question] },
        });
        answer_with(&approvals, Decision::answers([("Which?", "A")]));
        let answered = reply(asked, &approvals).await;
        assert_eq!(answered["updatedInput"]["answers"], json!({ "Which?": "A" }), "{answered}");

        let plan = json!({ "subtype": "can_use_tool", "tool_name": "ExitPlanMode",
                           "tool_use_id": "toolu_p", "input": { "plan": "do it" } });
        answer_with(&approvals, Decision::allow().with_mode(PermissionMode::AcceptEdits));
        let answered = reply(plan.clone(), &approvals).await;
        let mode = json!([{ "type": "setMode", "mode": "acceptEdits", "destination": "session" }]);
        assert_eq!(answered["updatedPermissions"], mode, "{answered}");

        let form = json!({ "subtype": "elicitation", "mcp_server_name": "lab", "message": "Who?" });
        answer_with(&approvals, Decision::form(json!({ "name": "Ada" })).unwrap());
        let expected = json!({ "action": "accept", "content": { "name": "Ada" } });
        assert_eq!(reply(form.clone(), &approvals).await, expected);
        answer_with(&approvals, Decision::deny("no"));
        assert_eq!(reply(form, &approvals).await, json!({ "action": "decline" }));

        let kind = kinds[0].as_str();
        let dialog = json!({ "subtype": "request_user_dialog", "dialog_kind": kind,
                             "payload": {}, "tool_use_id": "toolu_d" });
        answer_with(&approvals, Decision::form("retry").unwrap());
        let expected = json!({ "behavior": "completed", "result": "retry" });
        assert_eq!(reply(dialog, &approvals).await, expected);
    });
}

#[test]
fn a_call_is_denied_when_its_time_is_over() {
    paused(async || {
        for approvals in [
            Approvals::hold(Duration::from_secs(60)),
            Approvals::new().expire_after(Duration::ZERO),
        ] {
            let mut changes = approvals.changes();
            let reply = reply(bash("ls"), &approvals).await;
            let expected = json!({ "behavior": "deny", "message": "nobody answered in time" });
            assert_eq!(reply, expected);
            let id = record(&mut changes).await.approval.id;
            assert_eq!(record(&mut changes).await.state, RecordState::Expired);
            let late = approvals.answer(&id, Decision::allow()).await;
            assert!(matches!(late, Err(AnswerError::Over(RecordState::Expired))));
        }
    });
}

#[test]
fn without_a_time_a_call_waits_for_a_day() {
    paused(async || {
        let approvals = Approvals::new();
        let (web, mut changes) = (approvals.clone(), approvals.changes());
        tokio::spawn(async move {
            let id = record(&mut changes).await.approval.id;
            tokio::time::sleep(Duration::from_secs(23 * 3600)).await;
            web.answer(&id, Decision::allow()).await.unwrap();
        });
        assert_eq!(reply(bash("ls"), &approvals).await["behavior"], "allow");
    });
}

/// A store that reports a conflict for each put.
#[derive(Default)]
struct Contended(MemoryRecords);

impl ApprovalRecords for Contended {
    fn put<'r>(&'r self, _: &'r Record, _: Option<&'r Version>) -> RecordsFuture<'r, Version> {
        Box::pin(async { Err(RecordsError::Conflict) })
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        self.0.get(id)
    }

    fn list<'r>(&'r self, of: Option<&'r SessionId>) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        self.0.list(of)
    }
}

#[test]
fn a_store_with_conflicts_without_end_denies() {
    everywhere(async || {
        let approvals = Approvals::new().kept_in(Contended::default());
        let reply = reply(bash("ls"), &approvals).await;
        assert_eq!(reply["behavior"], "deny", "{reply}");
        assert!(reply["message"].as_str().unwrap().contains("conflict"), "{reply}");
    });
}

/// A store that fails or hangs.
struct Broken {
    inner: MemoryRecords,
    fails: fn(&str, usize) -> bool,
    hangs: bool,
    calls: std::sync::Mutex<std::collections::HashMap<&'static str, usize>>,
}

impl Broken {
    fn new(hangs: bool, fails: fn(&str, usize) -> bool) -> Self {
        Self { inner: MemoryRecords::new(), fails, hangs, calls: std::sync::Mutex::default() }
    }

    async fn check(&self, method: &'static str) -> Result<(), RecordsError> {
        let number = {
            let mut calls = self.calls.lock().unwrap();
            let number = calls.entry(method).or_default();
            *number += 1;
            *number
        };
        if !(self.fails)(method, number) {
            return Ok(());
        }
        if self.hangs {
            std::future::pending::<()>().await;
        }
        Err(RecordsError::Unavailable("the disk is full".into()))
    }
}

impl ApprovalRecords for Broken {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        at: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        Box::pin(async move {
            self.check("put").await?;
            self.inner.put(record, at).await
        })
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        Box::pin(async move {
            self.check("get").await?;
            self.inner.get(id).await
        })
    }

    fn list<'r>(&'r self, of: Option<&'r SessionId>) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        Box::pin(async move {
            self.check("list").await?;
            self.inner.list(of).await
        })
    }
}

#[test]
fn a_store_that_fails_or_hangs_denies_and_this_is_reported() {
    paused(async || {
        let cases: [fn(&str, usize) -> bool; 4] = [
            |method, _| method == "get",
            |method, _| method == "put",
            // The record is there, and cannot be read again.
            |method, number| method == "get" && number > 1,
            // The answer is recorded, and its delivery cannot be.
            |method, number| method == "put" && number > 2,
        ];
        for hangs in [false, true] {
            for fails in cases {
                let approvals = Approvals::new()
                    .or(|_| async { Decision::allow() })
                    .kept_in(Broken::new(hangs, fails));
                let mut changes = approvals.changes();
                let reply = reply(bash("ls"), &approvals).await;
                assert_eq!(reply["behavior"], "deny", "{reply}");
                let why = reply["message"].as_str().unwrap();
                let cause = if hangs { "no answer within 10s" } else { "the disk is full" };
                assert!(why.contains(cause), "{why}");
                loop {
                    match changes.next().await.unwrap() {
                        Change::Denied { reason, .. } => break assert_eq!(reason, why),
                        Change::Record(_) => {}
                        other => panic!("{other:?}"),
                    }
                }
            }
        }
    });
}

#[test]
fn a_request_that_the_cli_withdraws_vanishes() {
    everywhere(async || {
        let approvals = Approvals::new();
        let mut changes = approvals.changes();
        let (go, went) = tokio::sync::oneshot::channel::<()>();
        let went = std::sync::Mutex::new(Some(went));
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let went = went.lock().unwrap().take().unwrap();
            async move {
                cli.handshake().await;
                let prompt = cli.prompt().await;
                cli.init().await;
                cli.send(
                    json!({ "type": "control_request", "request_id": "q", "request": bash("ls") }),
                )
                .await;
                went.await.unwrap();
                cli.send(json!({ "type": "control_cancel_request", "request_id": "q" })).await;
                cli.result(&[&prompt], "done").await;
                cli.finish().await;
            }
        });
        let client = Client::connect(options.asked_by(approvals.clone())).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let id = record(&mut changes).await.approval.id;
        assert_eq!(approvals.open().await.unwrap().len(), 1);
        go.send(()).unwrap();
        assert_eq!(record(&mut changes).await.state, RecordState::Withdrawn);
        assert!(approvals.open().await.unwrap().is_empty());
        let late = approvals.answer(&id, Decision::allow()).await;
        assert!(matches!(late, Err(AnswerError::Over(RecordState::Withdrawn))));
        turn.result().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_request_of_a_session_that_ended_is_orphaned() {
    everywhere(async || {
        let approvals = Approvals::new();
        let mut changes = approvals.changes();
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.init().await;
            cli.send(
                json!({ "type": "control_request", "request_id": "q", "request": bash("ls") }),
            )
            .await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options.asked_by(approvals.clone())).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let id = record(&mut changes).await.approval.id;
        client.close().await.unwrap();
        let ended = record(&mut changes).await;
        assert_eq!(ended.state, RecordState::Orphaned);
        let late = approvals.answer(&id, Decision::allow()).await;
        assert!(matches!(late, Err(AnswerError::Over(RecordState::Orphaned))), "{late:?}");
        drop(turn);
        stage.done().await;
    });
}

#[test]
fn what_an_earlier_process_held_is_orphaned_when_the_session_is_resumed() {
    everywhere(async || {
        let records = Arc::new(MemoryRecords::new());
        let approvals = || Approvals::new().kept_in(Arc::clone(&records));
        let before = approvals();
        let mut changes = before.changes();
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.send(
                json!({ "type": "control_request", "request_id": "q", "request": bash("ls") }),
            )
            .await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let options = options.asked_by(before.clone());
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let asked = record(&mut changes).await;
        let session = asked.approval.session.clone().unwrap();
        // Another process opens the session: this one has been killed, as far as it knows.
        let (options, other) = Stage::play(Cli::serve);
        let after = approvals();
        let resumed = options.asked_by(after.clone()).resume(session.to_string());
        Client::connect(resumed).await.unwrap().close().await.unwrap();
        other.done().await;
        let late = after.answer(&asked.approval.id, Decision::allow()).await;
        assert!(matches!(late, Err(AnswerError::Over(RecordState::Orphaned))), "{late:?}");
        client.close().await.unwrap();
        drop(turn);
        stage.done().await;
    });
}

#[test]
fn a_slow_subscriber_gets_the_number_of_missed_changes() {
    everywhere(async || {
        let approvals = Approvals::new().or(|_| async { Decision::allow() });
        let mut changes = approvals.changes();
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            for number in 0..100 {
                let mut request = bash("ls");
                request["tool_use_id"] = json!(format!("toolu_{number}"));
                cli.ask(&format!("q-{number}"), request).await.unwrap();
            }
            cli.result(&[&prompt], "done").await;
            cli.finish().await;
        });
        query("x", options.asked_by(approvals)).text().await.unwrap();
        stage.done().await;
        // The last change is announced after its reply was written, so perhaps after the answer.
        let (mut missed, mut read) = (0, 0);
        while missed + read < 300 {
            match changes.next().await.unwrap() {
                Change::Missed(number) => missed += number,
                _ => read += 1,
            }
        }
        assert!(missed + read == 300 && (43..=44).contains(&missed), "{missed} {read}");
    });
}

#[test]
fn the_tools_that_ask_the_user_are_available() {
    let options = Options::default().asked_by(Approvals::new());
    assert!(!options.args().iter().any(|arg| arg == "--disallowedTools"), "{:?}", options.args());
    assert!(options.validate().is_ok());
    let pattern = Approvals::park(Duration::ZERO).guarding("Bash(");
    let refused = Options::default().asked_by(pattern).validate().unwrap_err();
    assert!(refused.to_string().contains("Bash("), "{refused}");
}
