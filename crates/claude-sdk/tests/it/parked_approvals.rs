//! Approvals that are parked: the hold, the deferral, the answer in between, and the resume.

use std::sync::Arc;
use std::time::Duration;

use claude_sdk::approvals::{
    AnswerError, ApprovalId, ApprovalRecords, Approvals, Change, Decision, MemoryRecords, Record,
    RecordState, RecordsFuture, Version, Waits,
};
use claude_sdk::types::SessionId;
use claude_sdk::{Client, Options, query};
use serde_json::{Value, json};

use crate::approvals::record;
use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

/// How long calls are held.
const HOLD: Duration = Duration::from_secs(30);
const SESSION: &str = "11111111-2222-4333-8444-555555555555";

/// A call that the CLI asks hooks about.
#[derive(Clone)]
struct Call {
    id: &'static str,
    tool: &'static str,
    input: Value,
    prompt: &'static str,
    agent: Option<&'static str>,
}

fn call(id: &'static str, command: &str) -> Call {
    Call { id, tool: "Bash", input: json!({ "command": command }), prompt: "p1", agent: None }
}

impl Call {
    fn tool(mut self, tool: &'static str) -> Self {
        self.tool = tool;
        self
    }

    fn of_prompt(mut self, prompt: &'static str) -> Self {
        self.prompt = prompt;
        self
    }

    fn of_agent(mut self, agent: &'static str) -> Self {
        self.agent = Some(agent);
        self
    }

    fn request(&self, hook: &Value) -> Value {
        let mut input = json!({
            "hook_event_name": "PreToolUse", "session_id": SESSION, "prompt_id": self.prompt,
            "tool_name": self.tool, "tool_input": self.input, "tool_use_id": self.id,
        });
        if let Some(agent) = self.agent {
            input["agent_id"] = json!(agent);
        }
        json!({
            "subtype": "hook_callback", "callback_id": hook, "tool_use_id": self.id, "input": input,
        })
    }
}

/// Starts a CLI with the same store that asks about these calls, all of one list at once. Returns the
/// outputs of the guard by list, in the order of the calls.
async fn guard(approvals: &Approvals, calls: Vec<Vec<Call>>) -> Vec<Vec<Value>> {
    guard_with(Options::default(), approvals, calls).await
}

async fn guard_with(
    with: Options,
    approvals: &Approvals,
    calls: Vec<Vec<Call>>,
) -> Vec<Vec<Value>> {
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let calls = calls.clone();
        async move {
            let request = cli.handshake().await;
            let hook = &request["hooks"]["PreToolUse"][0]["hookCallbackIds"][0];
            let prompt = cli.prompt().await;
            let mut outputs = Vec::new();
            for calls in calls {
                let frame = |call: &Call| json!({ "type": "control_request", "request_id": call.id, "request": call.request(hook) });
                for call in &calls {
                    cli.send(frame(call)).await;
                }
                let mut replies = std::collections::HashMap::new();
                for _ in &calls {
                    let mut line = cli.expect("control_response").await;
                    let id = line["response"]["request_id"].as_str().unwrap().to_owned();
                    replies.insert(id, line["response"]["response"].take());
                }
                outputs.push(calls.iter().map(|call| replies[call.id].clone()).collect::<Vec<_>>());
            }
            cli.result(&[&prompt], &json!(outputs).to_string()).await;
            cli.finish().await;
        }
    });
    let mut options = options.session_id(SESSION).asked_by(approvals.clone());
    for rule in ["Bash", "mcp__lab"] {
        if with.args().iter().any(|arg| arg == rule) {
            options = options.allow_tools([rule]).allow_shadowed_permissions(true);
        }
    }
    let outputs = query("x", options).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&outputs).unwrap()
}

/// What the guard answered: `allow`, `deny` or `defer`.
fn decision(output: &Value) -> &str {
    output["hookSpecificOutput"]["permissionDecision"].as_str().unwrap_or("none")
}

fn reason(output: &Value) -> &str {
    output["hookSpecificOutput"]["permissionDecisionReason"].as_str().unwrap_or_default()
}

/// Asks about one call in a process of its own.
async fn once(approvals: &Approvals, call: Call) -> Value {
    guard(approvals, vec![vec![call]]).await.remove(0).remove(0)
}

/// Approvals of one process, with this store.
fn process(records: &Arc<MemoryRecords>) -> Approvals {
    Approvals::park(HOLD).kept_in(Arc::clone(records))
}

async fn only(approvals: &Approvals) -> Record {
    let mut open = approvals.open().await.unwrap();
    assert_eq!(open.len(), 1, "{open:?}");
    open.remove(0)
}

#[test]
fn an_answer_within_the_hold_is_given_at_once() {
    paused(async || {
        let approvals = process(&Arc::default());
        let (web, mut changes) = (approvals.clone(), approvals.changes());
        tokio::spawn(async move {
            let id = record(&mut changes).await.approval.id;
            tokio::time::sleep(HOLD / 2).await;
            web.answer(&id, Decision::allow()).await.unwrap();
        });
        assert_eq!(decision(&once(&approvals, call("toolu_1", "ls")).await), "allow");
    });
}

#[test]
fn a_call_is_deferred_after_the_hold_and_gets_its_answer_after_a_resume() {
    paused(async || {
        let allow = Decision::allow().with_input(json!({ "command": "pwd" })).unwrap();
        for (answer, expected) in [(allow, "allow"), (Decision::deny("not today"), "deny")] {
            let records = Arc::default();
            let begun = tokio::time::Instant::now();
            let output = once(&process(&records), call("toolu_1", "ls")).await;
            assert_eq!(decision(&output), "defer");
            assert!(begun.elapsed() >= HOLD);
            // Another process answers.
            let web = process(&records);
            let parked = only(&web).await;
            assert_eq!(
                (parked.waits, parked.approval.input.get()),
                (Waits::Parked, r#"{"command":"ls"}"#)
            );
            let answered = web.answer(&parked.approval.id, answer.by("ada")).await.unwrap();
            assert_eq!(answered.waits, Waits::Parked);
            let twice = web.answer(&parked.approval.id, Decision::allow()).await;
            assert!(matches!(twice, Err(AnswerError::AlreadyAnswered(first)) if first.by == "ada"));
            // A third one resumes the session. The order of the fields does not matter.
            let begun = tokio::time::Instant::now();
            let output = once(&process(&records), call("toolu_1", "ls")).await;
            assert_eq!(decision(&output), expected, "{output}");
            assert!(begun.elapsed() < HOLD);
            match expected {
                "allow" => {
                    let input = &output["hookSpecificOutput"]["updatedInput"];
                    assert_eq!(*input, json!({ "command": "pwd" }));
                }
                _ => assert_eq!(reason(&output), "not today"),
            }
            assert!(web.open().await.unwrap().is_empty());
            let late = web.answer(&parked.approval.id, Decision::allow()).await;
            assert!(matches!(late, Err(AnswerError::AlreadyAnswered(_))));
        }
    });
}

#[test]
fn a_decision_does_not_hold_for_another_input() {
    paused(async || {
        let records = Arc::default();
        once(&process(&records), call("toolu_1", "ls")).await;
        let web = process(&records);
        web.answer(&only(&web).await.approval.id, Decision::allow()).await.unwrap();
        let after = process(&records);
        let mut changes = after.changes();
        let output = once(&after, call("toolu_1", "rm -rf /")).await;
        assert_eq!(decision(&output), "deny");
        assert_eq!(reason(&output), "the input is not the one that was asked about");
        assert!(matches!(changes.next().await, Some(Change::Denied { .. })));
        // The answer still waits for its own call.
        assert_eq!(decision(&once(&process(&records), call("toolu_1", "ls")).await), "allow");
    });
}

#[test]
fn without_an_answer_the_call_is_held_and_deferred_again() {
    paused(async || {
        let records = Arc::default();
        for _ in 0..2 {
            let output = once(&process(&records), call("toolu_1", "ls")).await;
            assert_eq!(decision(&output), "defer");
        }
        // Answered while it is held again.
        let after = process(&records);
        let web = after.clone();
        let id = only(&web).await.approval.id;
        tokio::spawn(async move {
            tokio::time::sleep(HOLD / 2).await;
            web.answer(&id, Decision::allow()).await.unwrap();
        });
        assert_eq!(decision(&once(&after, call("toolu_1", "ls")).await), "allow");
    });
}

#[test]
fn an_expired_call_is_denied_after_a_resume() {
    paused(async || {
        let records = Arc::<MemoryRecords>::default();
        once(&process(&records), call("toolu_1", "ls")).await;
        let web = process(&records);
        let mut changes = web.changes();
        // The record of a call that expired while no process ran.
        let parked = only(&web).await;
        let mut json = serde_json::to_value(&parked).unwrap();
        json["approval"]["expires_at"] = json!(1);
        let expired: Record = serde_json::from_value(json).unwrap();
        let later = Arc::<MemoryRecords>::default();
        later.put(&expired, None).await.unwrap();
        let output = once(&process(&later), call("toolu_1", "ls")).await;
        assert_eq!(decision(&output), "deny");
        assert_eq!(reason(&output), "nobody answered in time");
        let late = process(&later).answer(&parked.approval.id, Decision::allow()).await;
        assert!(matches!(late, Err(AnswerError::Over(RecordState::Expired))));
        drop((changes.next(), web));
    });
}

#[test]
fn of_several_calls_in_one_answer_one_is_parked_and_the_others_are_denied_for_now() {
    everywhere(async || {
        let records = Arc::<MemoryRecords>::default();
        let approvals = Approvals::park(Duration::from_millis(50)).kept_in(Arc::clone(&records));
        let calls = vec![
            vec![call("toolu_1", "one"), call("toolu_2", "two"), call("toolu_3", "three")],
            // The CLI asks about it later, in the same answer.
            vec![call("toolu_4", "four")],
        ];
        let outputs = guard(&approvals, calls).await;
        let decisions: Vec<_> =
            outputs.concat().iter().map(|output| decision(output).to_owned()).collect();
        assert_eq!(
            decisions.iter().filter(|decision| *decision == "defer").count(),
            1,
            "{decisions:?}"
        );
        assert_eq!(
            decisions.iter().filter(|decision| *decision == "deny").count(),
            3,
            "{decisions:?}"
        );
        assert_eq!(decisions[3], "deny");
        let open = approvals.open().await.unwrap();
        assert_eq!(open.len(), 4);
        assert_eq!(open.iter().filter(|record| record.waits == Waits::Parked).count(), 1);
        assert_eq!(open.iter().filter(|record| record.waits == Waits::Retry).count(), 3);
    });
}

#[test]
fn a_denied_sibling_that_is_allowed_later_runs_once_with_its_own_input_only() {
    paused(async || {
        let records = Arc::default();
        let before = process(&records);
        guard(&before, vec![vec![call("toolu_1", "one")], vec![call("toolu_2", "two")]]).await;
        let web = process(&records);
        let open = web.open().await.unwrap();
        let sibling = open.iter().find(|record| record.waits == Waits::Retry).unwrap();
        assert_eq!(sibling.approval.input.get(), r#"{"command":"two"}"#);
        web.answer(&sibling.approval.id, Decision::allow().by("ada")).await.unwrap();
        // After a resume, the model makes other calls, the same one, and the same one again.
        let after = process(&records);
        let other = once(&after, call("toolu_5", "three").of_prompt("p2")).await;
        assert_eq!(decision(&other), "defer", "another input is asked about");
        let same = once(&after, call("toolu_6", "two").of_prompt("p3")).await;
        assert_eq!(decision(&same), "allow");
        let again = once(&after, call("toolu_7", "two").of_prompt("p4")).await;
        assert_eq!(decision(&again), "defer", "the answer was for one call");
    });
}

/// A store that ignores the session: the contract allows it.
struct Mixing(Arc<MemoryRecords>);

impl ApprovalRecords for Mixing {
    fn put<'r>(
        &'r self,
        record: &'r Record,
        at: Option<&'r Version>,
    ) -> RecordsFuture<'r, Version> {
        self.0.put(record, at)
    }

    fn get<'r>(&'r self, id: &'r ApprovalId) -> RecordsFuture<'r, Option<(Record, Version)>> {
        self.0.get(id)
    }

    fn list<'r>(&'r self, _: Option<&'r SessionId>) -> RecordsFuture<'r, Vec<(Record, Version)>> {
        self.0.list(None)
    }
}

#[test]
fn a_grant_holds_for_its_own_session() {
    paused(async || {
        let records = Arc::<MemoryRecords>::default();
        let before = process(&records);
        guard(&before, vec![vec![call("toolu_1", "one")], vec![call("toolu_2", "two")]]).await;
        let open = before.open().await.unwrap();
        let sibling = open.iter().find(|record| record.waits == Waits::Retry).unwrap();
        let answered = before.answer(&sibling.approval.id, Decision::allow()).await.unwrap();
        // The same record, of another session.
        let mut json = serde_json::to_value(&answered).unwrap();
        json["approval"]["session"] = json!("99999999-2222-4333-8444-555555555555");
        let other = Arc::<MemoryRecords>::default();
        other.put(&serde_json::from_value(json).unwrap(), None).await.unwrap();
        let mixing = Approvals::park(HOLD).kept_in(Mixing(other));
        let output = once(&mixing, call("toolu_6", "two").of_prompt("p2")).await;
        assert_eq!(decision(&output), "defer");
    });
}

#[test]
fn a_grant_ends_after_an_hour() {
    paused(async || {
        for (age, expected) in
            [(Duration::from_secs(3500), "allow"), (Duration::from_secs(3700), "defer")]
        {
            let records = Arc::<MemoryRecords>::default();
            let before = process(&records);
            guard(&before, vec![vec![call("toolu_1", "one")], vec![call("toolu_2", "two")]]).await;
            let open = before.open().await.unwrap();
            let sibling = open.iter().find(|record| record.waits == Waits::Retry).unwrap();
            let answered = before.answer(&sibling.approval.id, Decision::allow()).await.unwrap();
            // The same record, answered some time ago.
            let mut json = serde_json::to_value(&answered).unwrap();
            let at = json["state"]["answered"]["at"].as_u64().unwrap();
            json["state"]["answered"]["at"] = json!(at - u64::try_from(age.as_millis()).unwrap());
            let older = Arc::<MemoryRecords>::default();
            older.put(&serde_json::from_value(json).unwrap(), None).await.unwrap();
            let output = once(&process(&older), call("toolu_6", "two").of_prompt("p2")).await;
            assert_eq!(decision(&output), expected, "{age:?}");
        }
    });
}

#[test]
fn a_call_of_a_subagent_is_never_deferred() {
    paused(async || {
        let records = Arc::default();
        let output = once(&process(&records), call("toolu_1", "ls").of_agent("a1")).await;
        assert_eq!(decision(&output), "deny");
        let web = process(&records);
        let denied = only(&web).await;
        assert_eq!(denied.waits, Waits::Retry);
        web.answer(&denied.approval.id, Decision::allow()).await.unwrap();
        let output = once(&process(&records), call("toolu_2", "ls").of_agent("a2")).await;
        assert_eq!(decision(&output), "allow");
    });
}

/// The CLI drops a deferred call if it gets another prompt. The answer then holds for the next call
/// with the same input.
#[test]
fn an_answer_to_a_call_that_a_later_prompt_dropped_holds_for_the_same_call() {
    paused(async || {
        let approvals = process(&Arc::default());
        let first = call("toolu_1", "one");
        let later = call("toolu_2", "two").of_prompt("p2");
        let outputs = guard(&approvals, vec![vec![first], vec![later]]).await.concat();
        assert_eq!(outputs.iter().map(decision).collect::<Vec<_>>(), ["defer", "defer"]);
        let open = approvals.open().await.unwrap();
        let waits = |command: &str| {
            let of = |record: &&Record| record.approval.input.get().contains(command);
            open.iter().find(of).unwrap().waits
        };
        assert_eq!((waits("one"), waits("two")), (Waits::Retry, Waits::Parked));
    });
}

#[test]
fn a_question_is_parked_and_answered() {
    paused(async || {
        let records = Arc::default();
        let question = json!({ "question": "Which?", "header": "H", "multiSelect": false,
                               "options": [{ "label": "A", "description": "a" }] });
        let ask = || Call {
            input: json!({ "questions": [question] }),
            ..call("toolu_1", "").tool("AskUserQuestion")
        };
        assert_eq!(decision(&once(&process(&records), ask()).await), "defer");
        let web = process(&records);
        let answers = Decision::answers([("Which?", "A")]);
        web.answer(&only(&web).await.approval.id, answers).await.unwrap();
        let output = once(&process(&records), ask()).await;
        assert_eq!(decision(&output), "allow");
        let answers = &output["hookSpecificOutput"]["updatedInput"]["answers"];
        assert_eq!(*answers, json!({ "Which?": "A" }));
    });
}

#[test]
fn the_guard_does_not_ask_about_what_the_options_allow() {
    paused(async || {
        let approvals = process(&Arc::default());
        let with = Options::default().allow_tools(["mcp__lab"]);
        let calls = vec![vec![call("toolu_1", "ls").tool("mcp__lab__add")]];
        let outputs = guard_with(with, &approvals, calls).await.concat();
        assert_eq!(decision(&outputs[0]), "none", "{outputs:?}");
        assert!(approvals.open().await.unwrap().is_empty());
    });
}

#[test]
fn what_is_asked_without_the_guard_is_denied_for_now() {
    paused(async || {
        let approvals = process(&Arc::default());
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let request = crate::approvals::bash("ls");
            let reply = cli.ask("q", request).await.unwrap();
            cli.result(&[&prompt], &reply.to_string()).await;
            cli.finish().await;
        });
        let reply = query("x", options.asked_by(approvals.clone())).text().await.unwrap();
        stage.done().await;
        assert!(reply.contains("waits for an approval"), "{reply}");
        assert_eq!(only(&approvals).await.waits, Waits::Retry);
    });
}

/// The process that held the call again is killed: the call is still parked.
#[test]
fn a_parked_call_stays_parked_if_the_next_process_ends_while_it_is_held() {
    everywhere(async || {
        let records = Arc::<MemoryRecords>::default();
        let short = || Approvals::park(Duration::from_millis(20)).kept_in(Arc::clone(&records));
        assert_eq!(decision(&once(&short(), call("toolu_1", "ls")).await), "defer");
        let after = Approvals::new().kept_in(Arc::clone(&records));
        let long = Approvals::park(Duration::from_secs(3600)).kept_in(Arc::clone(&records));
        let (asked, mut is_asked) = tokio::sync::mpsc::channel(1);
        let long = long.or(move |approval| {
            let asked = asked.clone();
            async move {
                asked.send(approval.id).await.unwrap();
                None::<Decision>
            }
        });
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let hook = &request["hooks"]["PreToolUse"][0]["hookCallbackIds"][0];
            let request = call("toolu_1", "ls").request(hook);
            cli.send(json!({ "type": "control_request", "request_id": "q", "request": request }))
                .await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options.asked_by(long).resume(SESSION)).await.unwrap();
        is_asked.recv().await.unwrap();
        client.close().await.unwrap();
        drop(client);
        stage.done().await;
        let parked = only(&after).await;
        assert_eq!((parked.waits, parked.is_open()), (Waits::Parked, true));
    });
}
