//! From the fields of a result to how the run ended.

use claude_types::ResultMessage;
use serde_json::{Value, json};

use super::Outcome;

fn of(fields: Value) -> Outcome {
    let result: ResultMessage = serde_json::from_value(fields).unwrap();
    Outcome::of(&result)
}

/// A failed result that ended for this reason.
fn ended(reason: &str) -> Outcome {
    of(json!({ "subtype": "success", "is_error": true, "terminal_reason": reason }))
}

#[test]
fn each_reason_for_the_end() {
    #[rustfmt::skip]
    let table = [
        ("completed", Outcome::Failed),
        ("api_error", Outcome::Api { status: None }),
        ("model_error", Outcome::Model),
        ("malformed_tool_use_exhausted", Outcome::Model),
        ("max_turns", Outcome::MaxTurns),
        ("budget_exhausted", Outcome::Budget),
        ("structured_output_retry_exhausted", Outcome::StructuredOutput),
        ("aborted_streaming", Outcome::Cancelled),
        ("aborted_tools", Outcome::Cancelled),
        ("stop_hook_prevented", Outcome::HookStopped),
        ("hook_stopped", Outcome::HookStopped),
        ("tool_deferred", Outcome::Deferred),
        ("tool_deferred_unavailable", Outcome::Failed),
        ("background_requested", Outcome::Background),
        ("blocking_limit", Outcome::TooLong),
        ("rapid_refill_breaker", Outcome::TooLong),
        ("prompt_too_long", Outcome::TooLong),
        ("image_error", Outcome::TooLong),
        ("turn_setup_failed", Outcome::NotStarted { reason: None }),
        ("from_the_future", Outcome::Failed),
    ];
    for (reason, expected) in table {
        assert_eq!(ended(reason), expected, "{reason}");
    }
}

#[test]
fn a_run_that_did_not_fail_may_have_been_stopped_all_the_same() {
    let good = |reason: &str| {
        of(json!({ "subtype": "success", "is_error": false, "terminal_reason": reason }))
    };
    assert_eq!(good("completed"), Outcome::Success);
    assert_eq!(good("hook_stopped"), Outcome::HookStopped);
    assert_eq!(good("tool_deferred"), Outcome::Deferred);
    assert_eq!(good("background_requested"), Outcome::Background);
    assert_eq!(good("aborted_tools"), Outcome::Cancelled);
    assert_eq!(of(json!({ "subtype": "success", "is_error": false })), Outcome::Success);
    for stopped in ["hook_stopped", "tool_deferred", "background_requested", "aborted_tools"] {
        assert!(!good(stopped).is_failure(), "{stopped}");
    }
}

#[test]
fn a_field_takes_precedence_over_the_subtype() {
    let status = |status: u64| {
        of(json!({ "subtype": "success", "is_error": true, "api_error_status": status }))
    };
    assert_eq!(status(401), Outcome::Auth);
    assert_eq!(status(429), Outcome::Limit);
    assert_eq!(status(413), Outcome::TooLong);
    assert_eq!(status(529), Outcome::Api { status: Some(529) });
    let both = |subtype: &str, reason: &str| {
        of(json!({ "subtype": subtype, "is_error": true, "terminal_reason": reason }))
    };
    assert_eq!(both("error_during_execution", "max_turns"), Outcome::MaxTurns);
    assert_eq!(both("error_max_turns", "aborted_streaming"), Outcome::Cancelled);
}

/// They have no `terminal_reason`.
#[test]
fn results_of_older_clis_are_read_as_well() {
    let old = |subtype: &str| of(json!({ "subtype": subtype, "is_error": false }));
    assert_eq!(old("error_max_turns"), Outcome::MaxTurns);
    assert_eq!(old("error_max_budget_usd"), Outcome::Budget);
    assert_eq!(old("error_max_structured_output_retries"), Outcome::StructuredOutput);
    assert_eq!(old("error_during_execution"), Outcome::Failed);
    let errors = |errors: Value| {
        of(json!({ "subtype": "error_during_execution", "is_error": true, "errors": errors }))
    };
    let diagnostic = "[ede_diagnostic] result_type=user last_content_type=n/a stop_reason=null";
    assert_eq!(errors(json!([diagnostic])), Outcome::Cancelled);
    assert_eq!(errors(json!([diagnostic, "disk full"])), Outcome::Failed);
    assert_eq!(errors(json!([])), Outcome::Failed);
}

#[test]
fn a_start_that_failed() {
    let start = |reason: Value| {
        of(json!({
            "subtype": "error_during_execution", "is_error": true, "num_turns": 0,
            "startup_failure_reason": reason,
        }))
    };
    assert_eq!(start(Value::Null), Outcome::NotStarted { reason: None });
    let Outcome::NotStarted { reason: Some(reason) } = start(json!("bypass_root")) else {
        panic!()
    };
    assert_eq!(reason.as_str(), "bypass_root");
    // A slash command has no turns either.
    let slash = json!({ "subtype": "success", "is_error": false, "num_turns": 0 });
    assert_eq!(of(slash), Outcome::Success);
}
