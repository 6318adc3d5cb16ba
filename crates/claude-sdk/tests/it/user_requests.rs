//! Requests to the user: questions of the model, plans, forms of MCP servers, dialogs. A question
//! without an answer must never look like an answer.

use std::time::Duration;

use claude_sdk::callbacks::{
    DialogOutcome, ElicitationOutcome, PlanDecision, QuestionAnswers, QuestionRequest,
};
use claude_sdk::types::{DialogKind, PermissionUpdate};
use claude_sdk::{
    Client, Context, Options, Permission, PermissionMode, PermissionRequest, hook, query,
};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

fn question() -> Value {
    json!({ "questions": [{
        "question": "Which color?", "header": "Color", "multiSelect": false,
        "options": [
            { "label": "Red", "description": "r" }, { "label": "Blue", "description": "b" },
        ],
    }] })
}

fn permission(tool: &str, input: Value) -> Value {
    json!({ "subtype": "can_use_tool", "tool_name": tool, "tool_use_id": "toolu_1", "input": input })
}

fn pre_tool_use(callback: &Value, mode: &str, tool: &str, input: Value) -> Value {
    json!({
        "subtype": "hook_callback", "callback_id": callback, "tool_use_id": "toolu_1",
        "input": {
            "hook_event_name": "PreToolUse", "session_id": "s", "transcript_path": "/t", "cwd": "/",
            "permission_mode": mode, "tool_name": tool, "tool_input": input,
            "tool_use_id": "toolu_1",
        },
    })
}

/// The callbacks of `PreToolUse` for a tool.
fn hooks_for(request: &Value, tool: &str) -> Vec<Value> {
    let hooks = request["hooks"]["PreToolUse"].as_array().into_iter().flatten();
    let hooks = hooks.filter(|hook| hook["matcher"].as_str().is_none_or(|name| name == tool));
    hooks.map(|hook| hook["hookCallbackIds"][0].clone()).collect()
}

/// Returns whether the model has the tool, as the CLI decides it: the CLI must be able to ask, and
/// the tool must not be disabled.
fn has(args: &[String], tool: &str) -> bool {
    let value = |flag: &str| {
        let at = args.iter().position(|arg| arg == flag)?;
        args.get(at + 1)
    };
    let forbidden =
        value("--disallowedTools").is_some_and(|rules| rules.split(',').any(|rule| rule == tool));
    value("--permission-prompt-tool").is_some_and(|tool| tool == "stdio") && !forbidden
}

/// What the model reads for an input with which the tool runs, in the text of CLI 2.1.329.
fn model_reads(input: &Value) -> String {
    let said = input["answers"].as_object().into_iter().flatten();
    let mut said = said.filter(|(question, answer)| *question == "Which color?" && *answer != "");
    match said.next() {
        Some((_, answer)) => format!("answered {}", answer.as_str().unwrap()),
        None => "silence".into(),
    }
}

/// A CLI that calls `AskUserQuestion` in the order of 2.1.329: hooks first, then the permission
/// callback if the mode requires it. The result is what the model reads.
async fn asking(mut cli: Cli, mode: &'static str) {
    let request = cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let mut input = question();
    let (mut decision, mut why) = (None, String::new());
    for (number, callback) in hooks_for(&request, "AskUserQuestion").into_iter().enumerate() {
        let question = pre_tool_use(&callback, mode, "AskUserQuestion", input.clone());
        let answer = cli.ask(&format!("hook-{number}"), question).await.unwrap_or_default();
        let specific = &answer["hookSpecificOutput"];
        if let Some(said) = specific["permissionDecision"].as_str() {
            let stronger =
                decision != Some("deny".to_owned()) && decision != Some("ask".to_owned());
            if stronger || said == "deny" {
                decision = Some(said.to_owned());
            }
            why.push_str(specific["permissionDecisionReason"].as_str().unwrap_or_default());
        }
        if specific["updatedInput"].is_object() {
            input = specific["updatedInput"].clone();
        }
    }
    let reply = match decision.as_deref() {
        Some("allow") => model_reads(&input),
        Some("deny") => format!("refused: {why}"),
        _ if mode == "dontAsk" => "refused: the mode asks nobody".into(),
        _ => {
            let answer = cli.ask("q-1", permission("AskUserQuestion", input)).await.unwrap();
            match answer["behavior"].as_str().unwrap() {
                "allow" => model_reads(&answer["updatedInput"]),
                _ => format!("refused: {}", answer["message"].as_str().unwrap()),
            }
        }
    };
    cli.result(&[&prompt], &reply).await;
    cli.finish().await;
}

/// What the model reads in a mode.
async fn reads(mode: &'static str, set: impl FnOnce(Options) -> Options) -> String {
    let (options, stage) = Stage::play(move |cli| asking(cli, mode));
    // The simulated CLI reports the mode `default`.
    let options = set(options.permission_mode_from_settings(true));
    let reply = query("x", options).text().await.unwrap();
    stage.done().await;
    assert!(has(&stage.args(), "AskUserQuestion"));
    reply
}

const MODES: [&str; 5] = ["default", "acceptEdits", "plan", "dontAsk", "bypassPermissions"];

async fn blue(_: QuestionRequest, _: Context) -> QuestionAnswers {
    QuestionAnswers::new().answer("Which color?", "Blue")
}

#[test]
fn a_question_is_answered_in_every_mode() {
    everywhere(async || {
        for mode in MODES {
            assert_eq!(reads(mode, |options| options.on_question(blue)).await, "answered Blue");
            // The permission callback has no effect.
            let reply = reads(mode, |options| {
                options.on_permission(async |_, _| Permission::allow()).on_question(blue)
            });
            assert_eq!(reply.await, "answered Blue");
        }
    });
}

#[test]
fn a_missing_answer_is_never_an_answer() {
    paused(async || {
        let away = Duration::from_secs(3600);
        for mode in MODES {
            for (set, expected) in [
                (
                    (|options: Options| options.on_question(async |_, _| QuestionAnswers::new()))
                        as fn(Options) -> Options,
                    "refused: the user did not answer the questions",
                ),
                (
                    |options| {
                        options.on_question(async |_, _| QuestionAnswers::declined("no time"))
                    },
                    "refused: no time",
                ),
                (
                    |options| {
                        options
                            .on_question(async |_, _| Err::<QuestionAnswers, _>("the line is dead"))
                    },
                    "refused: the line is dead",
                ),
                (
                    |options| {
                        options.on_question(async |_, _| {
                            QuestionAnswers::new().answer("Which?", "Blue")
                        })
                    },
                    "refused: the user did not answer the questions",
                ),
                (
                    |options| {
                        options
                            .on_question(async |_, _| -> QuestionAnswers { panic!("on purpose") })
                    },
                    "refused: the callback panicked",
                ),
            ] {
                assert_eq!(reads(mode, set).await, expected, "{mode}");
            }
            let late = reads(mode, |options| {
                options
                    .question_timeout(away)
                    .on_question(async |_, _| std::future::pending::<QuestionAnswers>().await)
            });
            assert_eq!(late.await, "refused: the callback did not answer within 3600s", "{mode}");
        }
    });
}

/// There is no deadline unless one is set: people need time.
#[test]
fn a_question_has_no_deadline_by_default() {
    paused(async || {
        let reply = reads("default", |options| {
            options.on_question(async |_, _| {
                tokio::time::sleep(Duration::from_secs(20 * 3600)).await;
                QuestionAnswers::new().answer("Which color?", "Blue")
            })
        });
        assert_eq!(reply.await, "answered Blue");
    });
}

/// Another hook may require the permission callback: the question is answered there, once.
#[test]
fn a_hook_that_requires_permission_keeps_the_answers() {
    everywhere(async || {
        let reply = reads("default", |options| {
            options.on_question(blue).on(hook::PreToolUse::any(), async |_, _| {
                hook::PreToolUseOutput::ask("let somebody look")
            })
        });
        assert_eq!(reply.await, "answered Blue");
    });
}

#[test]
fn without_a_callback_the_tool_is_disabled() {
    everywhere(async || {
        let tools = ["AskUserQuestion", "EnterPlanMode", "ExitPlanMode"];
        let args = async |set: fn(Options) -> Options| {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                cli.handshake().await;
                cli.finish().await;
            });
            Client::connect(set(options)).await.unwrap().close().await.unwrap();
            stage.done().await;
            tools.map(|tool| has(&stage.args(), tool))
        };
        assert_eq!(args(|options| options).await, [false; 3]);
        let ask = |options: Options| options.on_permission(async |_, _| Permission::allow());
        assert_eq!(args(ask).await, [false; 3]);
        let twice = |options: Options| options.disallow_tools(["AskUserQuestion"]);
        assert_eq!(args(twice).await, [false; 3]);
        assert_eq!(args(|options| options.on_question(blue)).await, [true, false, false]);
        let plans = |options: Options| options.on_plan(async |_, _| PlanDecision::approve());
        assert_eq!(args(plans).await, [false, true, true]);
        let by_permission = |options: Options| {
            let options = options.on_permission(async |_, _| Permission::allow());
            options.questions_by_permission(true).plans_by_permission(true)
        };
        assert_eq!(args(by_permission).await, [true; 3]);
    });
}

#[test]
fn a_question_callback_gets_the_complete_question() {
    everywhere(async || {
        let reply = reads("default", |options| {
            options.on_question(|set: QuestionRequest, context: Context| async move {
                assert_eq!(context.tool_use_id().unwrap().as_str(), "toolu_1");
                assert!(context.client().is_some());
                let question = &set.questions[0];
                assert_eq!(
                    (&*question.question, question.multi_select),
                    ("Which color?", Some(false))
                );
                set.answer_each(|question| Some(question.options.as_ref()?.get(1)?.label.clone()))
            })
        });
        assert_eq!(reply.await, "answered Blue");
    });
}

/// A CLI that requests permission for a plan, and for a command.
async fn planning(mut cli: Cli) {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let plan = json!({ "plan": "1. look", "planFilePath": "/plans/a.md", "new": 1 });
    let plan = cli.ask("q-1", permission("ExitPlanMode", plan)).await.unwrap();
    let command = cli.ask("q-2", permission("Bash", json!({ "command": "ls" }))).await.unwrap();
    cli.result(&[&prompt], &json!([plan, command]).to_string()).await;
    cli.finish().await;
}

async fn planned(set: impl FnOnce(Options) -> Options) -> Value {
    let (options, stage) = Stage::play(planning);
    let answer = query("x", set(options)).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

#[test]
fn a_plan_can_be_approved_changed_or_rejected() {
    everywhere(async || {
        let input = json!({ "plan": "1. look", "planFilePath": "/plans/a.md", "new": 1 });
        let answer = planned(|options| {
            options.on_plan(async |plan, _| {
                assert_eq!(plan.text.as_deref(), Some("1. look"));
                assert_eq!(plan.file_path.as_deref(), Some("/plans/a.md"));
                PlanDecision::approve()
            })
        })
        .await;
        assert_eq!(answer[0], json!({ "behavior": "allow", "updatedInput": input }));
        // The callback decides only about plans.
        assert_eq!(answer[1]["behavior"], "deny");

        let changed = planned(|options| {
            options.on_plan(async |_, _| {
                PlanDecision::approve_changed("2. leap").then(PermissionMode::AcceptEdits)
            })
        })
        .await;
        assert_eq!(
            changed[0],
            json!({
                "behavior": "allow",
                "updatedInput": { "plan": "2. leap", "planFilePath": "/plans/a.md", "new": 1 },
                "updatedPermissions": [
                    { "type": "setMode", "mode": "acceptEdits", "destination": "session" },
                ],
            })
        );
        for rejected in [
            planned(|options| options.on_plan(async |_, _| PlanDecision::reject("no tests"))).await,
            planned(|options| options.on_plan(async |_, _| Err::<PlanDecision, _>("no tests")))
                .await,
        ] {
            assert_eq!(rejected[0], json!({ "behavior": "deny", "message": "no tests" }));
        }
        let panicked = planned(|options| {
            options.on_plan(async |_, _| -> PlanDecision { panic!("on purpose") })
        });
        assert_eq!(panicked.await[0]["behavior"], "deny");
    });
}

#[test]
fn permissions_and_plans_have_callbacks_of_their_own() {
    everywhere(async || {
        let answer = planned(|options| {
            options
                .on_permission(|ask: PermissionRequest, _| async move {
                    assert_eq!(ask.tool_name, "Bash");
                    Permission::allow()
                })
                .on_plan(async |_, _| PlanDecision::reject("no"))
        })
        .await;
        assert_eq!(answer[0]["behavior"], "deny");
        assert_eq!(answer[1]["behavior"], "allow");
    });
}

/// A CLI that sends one request. The result is the reply.
async fn once(mut cli: Cli, request: Value) {
    let initialize = cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let answer = cli.ask("q-1", request).await;
    let answer = answer.unwrap_or_else(|error| json!({ "error": error }));
    let reply = json!({ "answer": answer, "kinds": initialize["supportedDialogKinds"] });
    cli.result(&[&prompt], &reply.to_string()).await;
    cli.finish().await;
}

async fn reply(request: Value, set: impl FnOnce(Options) -> Options) -> Value {
    let (options, stage) = Stage::play(move |cli| once(cli, request.clone()));
    let answer = query("x", set(options)).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

fn elicitation() -> Value {
    json!({
        "subtype": "elicitation", "mcp_server_name": "lab", "message": "Your name?", "mode": "form",
        "requested_schema": { "type": "object", "properties": { "name": { "type": "string" } } },
    })
}

#[test]
fn elicitations_of_mcp_servers_are_answered() {
    everywhere(async || {
        let accepted = reply(elicitation(), |options| {
            options.on_elicitation(|ask, _| async move {
                assert_eq!((&*ask.mcp_server_name, &*ask.message), ("lab", "Your name?"));
                assert!(ask.requested_schema.unwrap().get().contains("name"));
                ElicitationOutcome::accept(json!({ "name": "Ada" }))
            })
        });
        let expected = json!({ "action": "accept", "content": { "name": "Ada" } });
        assert_eq!(accepted.await["answer"], expected);
        let accepted = reply(elicitation(), |options| {
            options.on_elicitation(async |_, _| ElicitationOutcome::accepted())
        });
        assert_eq!(accepted.await["answer"], json!({ "action": "accept" }));
        let cancelled = reply(elicitation(), |options| {
            options.on_elicitation(async |_, _| ElicitationOutcome::cancel())
        });
        assert_eq!(cancelled.await["answer"], json!({ "action": "cancel" }));
    });
}

#[test]
fn an_elicitation_is_declined_on_failure_and_without_a_callback() {
    everywhere(async || {
        let declined = json!({ "action": "decline" });
        // Set another callback, because stdin would be closed without one.
        let other = |options: Options| options.on_permission(async |_, _| Permission::allow());
        assert_eq!(reply(elicitation(), other).await["answer"], declined);
        for set in [
            (|options: Options| options.on_elicitation(async |_, _| ElicitationOutcome::decline()))
                as fn(Options) -> Options,
            |options| {
                options.on_elicitation(async |_, _| Err::<ElicitationOutcome, _>("no screen"))
            },
            |options| {
                options.on_elicitation(async |_, _| -> ElicitationOutcome { panic!("on purpose") })
            },
            |options| {
                // Keys of JSON objects must be strings.
                options.on_elicitation(async |_, _| {
                    ElicitationOutcome::accept(std::collections::BTreeMap::from([(vec![1], 1)]))
                })
            },
        ] {
            assert_eq!(reply(elicitation(), set).await["answer"], declined);
        }
    });
}

fn dialog(kind: &str) -> Value {
    json!({ "subtype": "request_user_dialog", "dialog_kind": kind, "payload": { "a": 1 } })
}

#[test]
fn dialogs_are_declared_and_shown() {
    everywhere(async || {
        let shown = reply(dialog("refusal_fallback_prompt"), |options| {
            options.on_dialog([DialogKind::RefusalFallbackPrompt], |dialog, _| async move {
                DialogOutcome::completed(json!({ "shown": dialog.payload.unwrap() }))
            })
        })
        .await;
        let completed = json!({ "behavior": "completed", "result": { "shown": { "a": 1 } } });
        assert_eq!(shown, json!({ "answer": completed, "kinds": ["refusal_fallback_prompt"] }));
        for set in [
            (|options: Options| {
                options
                    .on_dialog([DialogKind::from("new")], async |_, _| DialogOutcome::cancelled())
            }) as fn(Options) -> Options,
            |options| {
                options.on_dialog([DialogKind::from("new")], async |_, _| {
                    Err::<DialogOutcome, _>("no screen")
                })
            },
            |options| {
                options.on_dialog([DialogKind::from("new")], async |_, _| -> DialogOutcome {
                    panic!("on purpose")
                })
            },
        ] {
            assert_eq!(
                reply(dialog("new"), set).await["answer"],
                json!({ "behavior": "cancelled" })
            );
        }
    });
}

/// Another client of the session may show the dialog: a reply from here would close it there.
#[test]
fn an_undeclared_dialog_is_not_answered() {
    everywhere(async || {
        for with_handler in [true, false] {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                cli.handshake().await;
                let request = dialog("somebody_elses");
                cli.send(
                    json!({ "type": "control_request", "request_id": "q-1", "request": request }),
                )
                .await;
                // The next line is not a reply.
                let (id, _) = cli.request("set_model").await;
                cli.succeed(&id, json!({})).await;
                cli.finish().await;
            });
            let options = match with_handler {
                true => options.on_dialog([DialogKind::RefusalFallbackPrompt], async |_, _| {
                    DialogOutcome::cancelled()
                }),
                false => options,
            };
            let client = Client::connect(options).await.unwrap();
            client.set_model("opus").await.unwrap();
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn suggestions_are_returned_unchanged() {
    everywhere(async || {
        let suggestions = json!([
            { "type": "addRules", "behavior": "allow", "destination": "session", "new": [1],
              "rules": [{ "toolName": "Bash", "ruleContent": "git *", "newer": { "a": null } }] },
            { "type": "addRules", "behavior": "allow", "destination": "team",
              "rules": [{ "toolName": "Read" }] },
            { "type": "fly", "how": "high" },
        ]);
        let mut request = permission("Bash", json!({ "command": "git log" }));
        request["permission_suggestions"] = suggestions.clone();
        let answer = reply(request, |options| {
            options.on_permission(|ask: PermissionRequest, _| async move {
                let suggestions = ask.permission_suggestions.clone().unwrap_or_default();
                let answer = Permission::allow_updating(&ask.input, suggestions);
                assert!(answer.rejected_updates(&ask).is_empty());
                answer
            })
        })
        .await;
        assert_eq!(answer["answer"]["updatedPermissions"], suggestions);
    });
}

#[test]
fn one_invalid_update_does_not_invalidate_the_others() {
    everywhere(async || {
        let answer = reply(permission("Bash", json!({ "command": "ls" })), |options| {
            options.on_permission(|ask: PermissionRequest, _| async move {
                let updates: Vec<PermissionUpdate> = [
                    json!({ "type": "addRules", "behavior": "allow", "destination": "session",
                            "rules": [{ "toolName": "Read", "ruleContent": null }] }),
                    json!({ "type": "setMode", "mode": "wild", "destination": "session" }),
                    json!({ "type": "addDirectories", "directories": ["/x"] }),
                    json!({ "type": "fly" }),
                ]
                .into_iter()
                .map(|update| serde_json::from_value(update).unwrap())
                .chain([PermissionUpdate::allow(["Grep"])])
                .collect();
                let answer = Permission::allow_updating(&ask.input, updates);
                assert_eq!(answer.rejected_updates(&ask).len(), 4);
                answer
            })
        })
        .await;
        let kept = json!([{ "type": "addRules", "behavior": "allow", "destination": "session",
                            "rules": [{ "toolName": "Grep" }] }]);
        assert_eq!(
            answer["answer"],
            json!({ "behavior": "allow", "updatedInput": { "command": "ls" }, "updatedPermissions": kept })
        );
    });
}

#[test]
fn an_allow_always_has_an_input_and_a_call_is_decoded_by_its_tool() {
    everywhere(async || {
        use claude_sdk::Tool;
        use claude_sdk::types::DecisionClassification;

        let decide = |options: Options| {
            options.on_permission(|ask: PermissionRequest, context: Context| async move {
                assert_eq!(context.request_id().as_str(), "q-1");
                match ask.tool() {
                    Tool::Bash(bash) if bash.command.starts_with("ls") => Permission::allow()
                        .with_classification(DecisionClassification::UserTemporary),
                    Tool::Write(mut write) => {
                        write.file_path = format!("/sandbox{}", write.file_path);
                        Permission::allow_with(write)
                    }
                    _ => Permission::deny("not on the list")
                        .with_classification(DecisionClassification::UserReject),
                }
            })
        };
        let of = async |tool: &str, input: Value| {
            reply(permission(tool, input), decide).await["answer"].take()
        };
        assert_eq!(
            of("Bash", json!({ "command": "ls" })).await,
            json!({ "behavior": "allow", "updatedInput": { "command": "ls" },
                    "decisionClassification": "user_temporary" })
        );
        assert_eq!(
            of("Write", json!({ "file_path": "/a", "content": "x", "new": 1 })).await,
            json!({ "behavior": "allow",
                    "updatedInput": { "file_path": "/sandbox/a", "content": "x", "new": 1 } })
        );
        // An invalid call of the model is not a call of a known tool.
        let refused = json!({ "behavior": "deny", "message": "not on the list",
                              "decisionClassification": "user_reject" });
        assert_eq!(of("Bash", json!({ "command": ["ls"] })).await, refused);
    });
}
