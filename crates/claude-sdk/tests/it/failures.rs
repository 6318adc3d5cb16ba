//! Recorded failures of the real CLI, played to the SDK: the error of each.

use claude_sdk::{Error, ErrorKind, Outcome, query};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::stage::{Stage, paused};

/// A recording of stdout.
macro_rules! recording {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../claude-types/tests/recordings/", $name, ".jsonl")))
    };
}

/// Refused starts: the exit code of the CLI, its stderr, and its result if it wrote one.
const REFUSED: &str = include_str!("../recorded/startup.jsonl");

/// The variant, the kind, and whether a retry may help.
fn shown(error: &Error) -> String {
    let variant = match error {
        Error::CliTooOld { flag: Some(flag), .. } => format!("CliTooOld {flag}"),
        Error::Exited { cause, .. } => format!("Exited {cause:?}"),
        Error::Auth { .. } => "Auth".into(),
        Error::Limit { .. } => "Limit".into(),
        Error::Api { status, .. } => format!("Api {status:?}"),
        Error::Run(result) => format!("Run {:?}", Outcome::of(result)),
        other => panic!("{other:?}"),
    };
    let retry = if error.is_retryable() { " retry" } else { "" };
    format!("{variant}, {:?}{retry}", error.kind())
}

/// Checks that hold for every error.
fn check(name: &str, error: &Error) {
    let text = error.to_string();
    assert!(!text.is_empty() && !text.contains('\n'), "{name}: {text:?}");
    assert!(error.hint().ends_with('.'), "{name}: {}", error.hint());
    let data = serde_json::to_value(error).unwrap();
    assert_eq!(data["message"], text, "{name}");
    assert!(data["kind"].is_string() && data["facts"].is_object(), "{name}: {data}");
    assert_eq!(error.clone().to_string(), text);
}

/// The lines of a recording up to its first failed result, without the frames of the protocol.
fn failed_turn(recording: &str) -> Vec<Value> {
    let mut lines = Vec::new();
    for line in recording.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let kind = line["type"].as_str().unwrap();
        let protocol = kind.starts_with("control_") || kind == "command_lifecycle";
        let (result, failed) = (kind == "result", line["is_error"] == true);
        if !protocol && (!result || failed) {
            lines.push(line);
        }
        if result && failed {
            return lines;
        }
    }
    panic!("nothing fails in the recording");
}

/// The error of a query whose CLI writes these lines.
async fn played(lines: Vec<Value>) -> Error {
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let mut lines = lines.clone();
        async move {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let mut last = lines.pop().unwrap();
            for line in lines {
                cli.send(line).await;
            }
            last["user_message_uuids"] = json!([prompt.uuid]);
            cli.send(last).await;
            cli.eof().await;
            cli.exit(1, "");
        }
    });
    let error = query("x", options).text().await.unwrap_err();
    stage.done().await;
    error
}

#[test]
fn each_recorded_failure_of_a_run_has_its_kind() {
    #[rustfmt::skip]
    let table = [
        (recording!("err_400"), "Api Some(400), Config"),
        (recording!("err_400_billing"), "Limit, Quota"),
        (recording!("err_401"), "Auth, Auth"),
        (recording!("err_403"), "Auth, Auth"),
        (recording!("err_404_model"), "Api Some(404), InvalidModel"),
        (recording!("err_413"), "Api Some(413), ResourceExhaustion"),
        (recording!("err_429_forever"), "Limit, RateLimit retry"),
        (recording!("err_500_forever"), "Api Some(500), Network retry"),
        (recording!("err_no_key"), "Auth, Auth"),
        (recording!("err_prompt_too_long"), "Api Some(400), ResourceExhaustion"),
        (recording!("err_refused"), "Api None, Network retry"),
        (recording!("err_then_next_turn"), "Auth, Auth"),
        (recording!("huge_user"), "Api None, ResourceExhaustion"),
        (recording!("max_turns"), "Run MaxTurns, ResourceExhaustion"),
        (recording!("max_budget"), "Run Budget, ResourceExhaustion"),
        (recording!("json_schema_always_bad"), "Run StructuredOutput, ResourceExhaustion"),
        (recording!("interrupt_stream"), "Run Cancelled, Cancelled"),
        (recording!("interrupt_permission"), "Run Cancelled, Cancelled"),
        (recording!("interrupt_queued"), "Run Cancelled, Cancelled"),
        (recording!("mcp_sdk_interrupt"), "Run Cancelled, Cancelled"),
        (recording!("perm_deny_interrupt"), "Run Cancelled, Cancelled"),
        (recording!("queued_priority_now"), "Run Cancelled, Cancelled"),
        (recording!("sigint_mid_turn"), "Run Cancelled, Cancelled"),
    ];
    paused(async || {
        for ((name, recording), expected) in &table {
            let lines = failed_turn(recording);
            let last = lines.last().unwrap();
            let words = last["errors"][0].as_str().or(last["result"].as_str()).unwrap().to_owned();
            let error = played(lines).await;
            assert_eq!(shown(&error), *expected, "{name}");
            check(name, &error);
            if error.is_cancelled() {
                // The text of the CLI for this case is meant for its developers.
                assert_eq!(error.to_string(), "the run was interrupted", "{name}");
            } else {
                assert!(error.to_string().ends_with(words.trim()), "{name}: {error}");
            }
        }
    });
}

/// The error of a start that was refused in this way.
async fn refused(case: &Value, resumed: bool) -> Error {
    let case = case.clone();
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let case = case.clone();
        async move {
            cli.request("initialize").await;
            if case["result"].is_object() {
                cli.send(case["result"].clone()).await;
            }
            let code = case["code"].as_i64().unwrap().try_into().unwrap();
            cli.exit(code, case["stderr"].as_str().unwrap());
        }
    });
    let options = if resumed { options.resume("a title") } else { options };
    let error = query("x", options).text().await.unwrap_err();
    stage.done().await;
    error
}

fn cases() -> Vec<Value> {
    REFUSED.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn each_recorded_refusal_to_start_has_its_cause() {
    #[rustfmt::skip]
    let table = [
        ("unknown_flag", "CliTooOld --no-such-flag, Config"),
        ("bad_choice", "Exited Arguments, Config"),
        ("missing_value", "Exited Arguments, Config"),
        ("bad_mcp_config_file", "Exited McpConfig, Config"),
        ("bad_mcp_config_json", "Exited McpConfig, Config"),
        ("bad_settings_file", "Exited Settings, Config"),
        ("bad_settings_json", "Exited Settings, Config"),
        ("bad_session_id", "Exited Arguments, Config"),
        ("resume_with_session_id", "Exited Arguments, Config"),
        ("bad_json_schema", "Exited Arguments, Config"),
        ("bad_agents", "Exited Arguments, Config"),
        ("skip_permissions_as_root", "Exited RootRefused, Config"),
        ("partial_without_stream", "Exited Arguments, Config"),
        ("resume_unknown_id", "Exited ResumeRejected, Session"),
        ("resume_unknown_title", "Exited ResumeRejected, Session"),
        ("sandbox_required", "Exited Sandbox, Config"),
        ("bad_env_config", "Exited Environment, Config"),
        ("bad_source", "Exited Arguments, Config"),
        ("bad_budget", "Exited Arguments, Config"),
        ("bad_settings_text", "Exited Settings, Config"),
        ("session_id_in_use", "Exited SessionInUse, Config"),
        ("resume_at_unknown_message", "Exited ResumeAtNotFound, Session"),
        ("stream_json_without_verbose", "Exited Arguments, Config"),
        ("config_file_corrupt", "Exited Settings, Config"),
        ("cwd_deleted", "Exited Environment, Config"),
        ("bad_proxy", "Exited Settings, Config"),
        ("worktree_outside_of_git", "Exited Arguments, Config"),
        ("system_prompt_file_missing", "Exited Arguments, Config"),
        ("too_many_open_files", "Exited OpenFiles, ResourceExhaustion"),
        ("no_input", "Exited Arguments, Config"),
        ("partial_without_print", "Exited Arguments, Config"),
        ("mcp_config_is_a_folder", "Exited McpConfig, Config"),
    ];
    let cases = cases();
    assert_eq!(cases.len(), table.len(), "each recorded refusal is in the table");
    paused(async || {
        for (case, (name, expected)) in cases.iter().zip(table) {
            assert_eq!(case["name"], name);
            // If the CLI has a text for the cause, it does not matter whether a session was
            // resumed.
            for resumed in [false, true] {
                let error = refused(case, resumed).await;
                assert_eq!(shown(&error), expected, "{name}");
                check(name, &error);
                let words = case["stderr"].as_str().unwrap().trim();
                let last = case["result"]["errors"][0].as_str();
                // Several lines of a reason are shown as one.
                let last = last.or(words.lines().last()).unwrap().replace('\n', " ");
                assert!(
                    error.to_string().ends_with(&last) || expected.starts_with("CliTooOld"),
                    "{name}: {error}"
                );
            }
        }
    });
}

/// The texts of a later CLI are unknown, but it is known that a session was to be resumed.
#[test]
fn a_failed_start_with_unknown_output_has_an_unknown_cause() {
    let case = |errors: Value| {
        let result = json!({
            "type": "result", "subtype": "error_during_execution", "is_error": true,
            "num_turns": 0, "errors": errors,
        });
        json!({ "code": 1, "stderr": "", "result": result })
    };
    paused(async || {
        let new = case(json!(["That session is no more"]));
        let resumed = refused(&new, true).await;
        assert_eq!(shown(&resumed), "Exited ResumeRejected, Session");
        assert_eq!(shown(&refused(&new, false).await), "Exited Unknown, Process");
        // A field takes precedence over everything else.
        let mut named = case(json!(["No conversation found with session ID: x"]));
        named["result"]["startup_failure_reason"] = json!("sandbox_required_unavailable");
        assert_eq!(shown(&refused(&named, true).await), "Exited Sandbox, Config");
        named["result"]["startup_failure_reason"] = json!("org_pin_mismatch");
        assert_eq!(shown(&refused(&named, true).await), "Exited Account, Auth");
    });
}

/// The texts of a refused start have no meaning in a session that ran.
#[test]
fn an_exit_after_the_start_is_not_a_refused_start() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.exit(134, "Error: Settings file not found: /x\n");
        });
        let error = query("x", options).text().await.unwrap_err();
        assert_eq!(shown(&error), "Exited Unknown, Process");
        assert!(error.to_string().ends_with("Settings file not found: /x"), "{error}");
        stage.done().await;
    });
}

/// The reason was on stdout, in the result.
#[test]
fn an_exit_is_classified_by_the_result_before_it() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.send(json!({
                "type": "result", "subtype": "success", "is_error": true, "num_turns": 1,
                "result": "Invalid API key", "api_error_status": 401, "terminal_reason": "api_error",
            }))
            .await;
            cli.exit(1, "noise");
        });
        let error = query("x", options).text().await.unwrap_err();
        assert_eq!((shown(&error), error.kind()), ("Exited Unknown, Auth".into(), ErrorKind::Auth));
        assert!(error.to_string().ends_with("Invalid API key"), "{error}");
        stage.done().await;
    });
}

/// The limit of the plan: a message that subscribers of the CLI get, in a form that is declared
/// only.
#[test]
fn a_limit_of_the_plan_includes_its_name_and_reset_time() {
    let limit = |info: Value| json!({ "type": "rate_limit_event", "rate_limit_info": info });
    let ended = json!({
        "type": "result", "subtype": "success", "is_error": true, "num_turns": 1,
        "result": "You've hit your limit", "terminal_reason": "api_error",
    });
    paused(async || {
        for (window, name) in [("five_hour", "five_hour"), ("seven_day_opus", "seven_day_opus")] {
            for status in [json!(429), Value::Null] {
                let mut result = ended.clone();
                result["api_error_status"] = status;
                let event = limit(json!({
                    "status": "rejected", "rateLimitType": window, "resetsAt": 4_000_000_000_u64,
                    "overageStatus": "rejected",
                }));
                let error = played(vec![event, result]).await;
                let Error::Limit { resets_at, window, overage, .. } = &error else {
                    panic!("{error:?}")
                };
                assert!(resets_at.is_some() && error.retry_after().is_some());
                assert_eq!(window.as_ref().unwrap().as_str(), name);
                assert_eq!(overage.as_ref().unwrap().as_str(), "rejected");
                assert_eq!(shown(&error), "Limit, Quota retry");
                let message = format!("a usage limit was reached ({name}): You've hit your limit");
                assert_eq!(error.to_string(), message);
                let facts = serde_json::to_value(&error).unwrap()["facts"].take();
                assert_eq!(facts["resets_at"], 4_000_000_000_u64);
                assert_eq!(facts["window"], name);
            }
        }
        // A limit with remaining capacity is not a reason.
        let event = limit(json!({ "status": "allowed_warning", "rateLimitType": "seven_day" }));
        assert_eq!(shown(&played(vec![event, ended.clone()]).await), "Api None, Network retry");
    });
}

/// The result has the subtype `success`, but the text of a failure must not count as an answer.
#[test]
fn a_limit_reported_as_success_is_a_failure() {
    let (_, recording) = recording!("err_429_forever");
    let result = failed_turn(recording).pop().unwrap();
    assert_eq!(result["subtype"], "success");
    let decoded = serde_json::from_value(result).unwrap();
    assert_eq!(Outcome::of(&decoded), Outcome::Limit);
    assert!(Outcome::of(&decoded).is_failure());
}
