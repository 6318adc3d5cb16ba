//! From the messages of a failed run to an error.

use std::time::{Duration, SystemTime};

use claude_types::Message;
use serde_json::{Value, json};

use super::result;
use crate::error::{Error, Result, RunFacts};

/// What a run comes to that wrote these messages and this result.
fn text(messages: &[Value], fields: Value) -> Result<String> {
    let mut facts = RunFacts::default();
    for message in messages {
        let message = Message::decode(message.to_string().as_bytes());
        assert!(!matches!(message, Message::Undecoded(_)), "{message:?}");
        facts.observe(&message);
    }
    facts.text(result(fields))
}

fn assistant(error: Option<&str>, parent: Option<&str>) -> Value {
    json!({
        "type": "assistant", "session_id": "s", "parent_tool_use_id": parent, "error": error,
        "message": { "role": "assistant", "model": "<synthetic>", "content": [] },
    })
}

fn limit_event(status: &str, resets_at: u64) -> Value {
    json!({
        "type": "rate_limit_event", "session_id": "s",
        "rate_limit_info": { "status": status, "resetsAt": resets_at },
    })
}

/// The error of a run: what the CLI called it, the HTTP status, the API's type, why it ended.
#[track_caller]
fn failed(error: Option<&str>, status: Option<u64>, kind: Option<&str>, reason: &str) -> Error {
    let fields = json!({
        "subtype": "success", "is_error": true, "result": "words", "api_error_status": status,
        "api_error_type": kind, "terminal_reason": reason, "num_turns": 1,
    });
    text(&[assistant(error, None)], fields).unwrap_err()
}

/// The variant, the class, and whether it may work later.
fn shown(error: &Error) -> String {
    let variant = match error {
        Error::Auth { .. } => "Auth",
        Error::Limit { .. } => "Limit",
        Error::Api { .. } => "Api",
        Error::Run(_) => "Run",
        other => panic!("{other:?}"),
    };
    let retry = if error.is_retryable() { " retry" } else { "" };
    format!("{variant} {:?}{retry}", error.kind())
}

/// Each failure that was recorded from the real CLI.
#[test]
fn recorded_failures() {
    type Row = (&'static str, Option<u64>, Option<&'static str>, &'static str, &'static str);
    #[rustfmt::skip]
    let rows: [Row; 12] = [
        ("unknown", Some(400), Some("invalid_request_error"), "api_error", "Api Config"),
        ("billing_error", Some(400), Some("invalid_request_error"), "api_error", "Limit Quota"),
        ("authentication_failed", Some(401), Some("authentication_error"), "api_error", "Auth Auth"),
        ("authentication_failed", Some(403), Some("permission_error"), "api_error", "Auth Auth"),
        ("model_not_found", Some(404), Some("not_found_error"), "api_error", "Api InvalidModel"),
        ("invalid_request", Some(413), Some("request_too_large"), "image_error", "Api ResourceExhaustion"),
        ("rate_limit", Some(429), Some("rate_limit_error"), "api_error", "Limit RateLimit retry"),
        ("server_error", Some(500), Some("api_error"), "api_error", "Api Network retry"),
        ("authentication_failed", None, None, "api_error", "Auth Auth"),
        ("invalid_request", Some(400), Some("invalid_request_error"), "prompt_too_long", "Api ResourceExhaustion"),
        ("server_error", None, None, "api_error", "Api Network retry"),
        ("invalid_request", None, None, "blocking_limit", "Api ResourceExhaustion"),
    ];
    for (error, status, kind, reason, expected) in rows {
        let error_of_run = failed(Some(error), status, kind, reason);
        assert_eq!(shown(&error_of_run), expected, "{error} {status:?} {reason}");
    }
}

/// Where the assistant message names no class, or one that says little, the result does.
#[test]
fn the_result_alone_is_enough() {
    type Row = (Option<u64>, Option<&'static str>, &'static str);
    #[rustfmt::skip]
    let rows: [Row; 16] = [
        (Some(401), None, "Auth Auth"),
        (Some(403), None, "Auth Auth"),
        (None, Some("authentication_error"), "Auth Auth"),
        (None, Some("permission_error"), "Auth Auth"),
        (Some(402), None, "Limit Quota"),
        (None, Some("billing_error"), "Limit Quota"),
        (Some(429), None, "Limit RateLimit retry"),
        (None, Some("rate_limit_error"), "Limit RateLimit retry"),
        (Some(529), Some("overloaded_error"), "Api Network retry"),
        (Some(503), None, "Api Network retry"),
        (Some(408), None, "Api Network retry"),
        (Some(404), None, "Api InvalidModel"),
        (Some(413), None, "Api ResourceExhaustion"),
        (None, Some("not_found_error"), "Api InvalidModel"),
        (Some(400), None, "Api Config"),
        (None, None, "Api Network retry"),
    ];
    for (status, kind, expected) in rows {
        for error in [None, Some("unknown"), Some("from_the_future")] {
            let error_of_run = failed(error, status, kind, "api_error");
            let unknown = error == Some("from_the_future") && status.is_none() && kind.is_none();
            let expected = if unknown { "Api Process" } else { expected };
            assert_eq!(shown(&error_of_run), expected, "{error:?} {status:?} {kind:?}");
        }
    }
}

/// Without an HTTP status, only what is known to be transient may be retried.
#[test]
fn failures_without_a_status() {
    type Row = (&'static str, &'static str, &'static str, &'static str);
    #[rustfmt::skip]
    let rows: [Row; 16] = [
        ("invalid_request", "refusal", "api_error", "Run Refused"),
        ("unknown", "refusal", "api_error", "Run Refused"),
        ("server_error", "refusal", "model_error", "Run Refused"),
        ("max_output_tokens", "stop_sequence", "api_error", "Run ResourceExhaustion"),
        ("max_output_tokens", "max_tokens", "completed", "Run ResourceExhaustion"),
        ("unknown", "max_tokens", "api_error", "Run ResourceExhaustion"),
        ("invalid_request", "model_context_window_exceeded", "api_error", "Api ResourceExhaustion"),
        ("invalid_request", "stop_sequence", "prompt_too_long", "Api ResourceExhaustion"),
        ("invalid_request", "stop_sequence", "api_error", "Api Config"),
        ("model_not_found", "stop_sequence", "api_error", "Api InvalidModel"),
        ("content_policy", "stop_sequence", "api_error", "Api Process"),
        ("unknown", "stop_sequence", "api_error", "Api Network retry"),
        ("server_error", "stop_sequence", "api_error", "Api Network retry"),
        ("overloaded", "stop_sequence", "api_error", "Api Network retry"),
        ("unknown", "tool_use", "max_turns", "Run ResourceExhaustion"),
        ("unknown", "max_tokens", "budget_exhausted", "Run ResourceExhaustion"),
    ];
    for (class, stop, reason, expected) in rows {
        let fields = json!({
            "subtype": "success", "is_error": true, "result": "words", "num_turns": 1,
            "stop_reason": stop, "terminal_reason": reason, "api_error_status": null,
        });
        let error = text(&[assistant(Some(class), None)], fields).unwrap_err();
        assert_eq!(shown(&error), expected, "{class} {stop} {reason}");
        assert!(!error.hint().contains("network") || error.is_retryable(), "{}", error.hint());
    }
}

#[test]
fn a_refusal_that_only_a_message_reports() {
    let refused = json!({
        "type": "system", "subtype": "model_refusal_no_fallback", "original_model": "a",
        "content": "", "session_id": "s",
    });
    let fields = json!({
        "subtype": "success", "is_error": true, "result": "flagged", "num_turns": 1,
        "terminal_reason": "api_error",
    });
    let messages = [refused, assistant(Some("invalid_request"), None)];
    let error = text(&messages, fields.clone()).unwrap_err();
    assert_eq!(shown(&error), "Run Refused");
    assert_eq!(error.to_string(), "the model refused: flagged");
    assert_eq!(crate::Outcome::of(error.result().unwrap()), crate::Outcome::Refused);
    // Another request succeeded meanwhile, and the next one failed for another reason.
    let later =
        [&messages[..], &[assistant(None, None), assistant(Some("unknown"), None)]].concat();
    assert_eq!(shown(&text(&later, fields).unwrap_err()), "Api Network retry");
}

#[test]
fn a_limit_explains_a_blocked_prompt_only_if_it_was_reported() {
    let fields = json!({
        "subtype": "success", "is_error": true, "result": "x", "terminal_reason": "blocking_limit",
    });
    let blocked = |messages: &[Value]| shown(&text(messages, fields.clone()).unwrap_err());
    assert_eq!(blocked(&[]), "Api ResourceExhaustion");
    assert_eq!(blocked(&[limit_event("rejected", 4_000_000_000)]), "Limit Quota retry");
}

/// What the CLI itself calls it comes before the status: a missing credit is a 400.
#[test]
fn login_and_limits_of_the_assistant_message_come_before_the_status() {
    for error in [
        "authentication_failed",
        "oauth_org_not_allowed",
        "account_on_hold",
        "verification_required",
        "cloud_credential_error",
    ] {
        assert_eq!(shown(&failed(Some(error), Some(429), None, "api_error")), "Auth Auth");
    }
    let error_of_run = failed(Some("rate_limit"), Some(429), Some("api_error"), "api_error");
    assert_eq!(shown(&error_of_run), "Limit RateLimit retry");
    assert_eq!(shown(&failed(Some("rate_limit"), None, None, "api_error")), "Limit Quota");
}

#[test]
fn a_run_may_fail_without_the_api() {
    for (subtype, expected) in [
        ("error_max_turns", "Run ResourceExhaustion"),
        ("error_max_budget_usd", "Run ResourceExhaustion"),
        ("error_during_execution", "Run Process"),
    ] {
        let fields = json!({ "subtype": subtype, "is_error": true, "errors": ["why"] });
        let error = text(&[assistant(None, None)], fields).unwrap_err();
        assert_eq!(shown(&error), expected);
        assert_eq!(error.to_string(), "the run failed: why");
    }
}

#[test]
fn each_field_that_reports_a_failure_counts() {
    let fails = |fields| text(&[], fields).is_err();
    assert!(fails(json!({ "subtype": "success", "is_error": true, "result": "x" })));
    assert!(fails(json!({ "subtype": "error_max_turns", "is_error": false })));
    assert!(fails(json!({})));
    assert!(!fails(json!({ "subtype": "success", "is_error": false, "result": "x" })));
}

#[test]
fn a_good_run_is_its_text() {
    let good = json!({ "subtype": "success", "is_error": false, "result": "4" });
    // Even if something failed on the way.
    assert_eq!(text(&[assistant(Some("overloaded"), None)], good).unwrap(), "4");
    let silent = json!({ "subtype": "success", "is_error": false });
    assert_eq!(text(&[], silent).unwrap(), "");
}

#[test]
fn only_the_last_message_of_the_main_thread_explains_a_failure() {
    let turns = || json!({ "subtype": "error_max_turns", "is_error": true });
    let overcome = [assistant(Some("rate_limit"), None), assistant(None, None)];
    assert_eq!(shown(&text(&overcome, turns()).unwrap_err()), "Run ResourceExhaustion");
    let subagents = [assistant(None, None), assistant(Some("rate_limit"), Some("toolu_1"))];
    assert_eq!(shown(&text(&subagents, turns()).unwrap_err()), "Run ResourceExhaustion");
}

#[test]
fn the_error_holds_the_result_and_the_status() {
    let error = failed(Some("overloaded"), Some(529), None, "api_error");
    let Error::Api { status: Some(529), result } = &error else { panic!("{error:?}") };
    assert_eq!(result.text(), "words");
    assert_eq!(error.to_string(), "the API request failed (HTTP 529): words");
}

#[test]
fn when_a_limit_ends_is_known_if_the_limit_was_met() {
    let limited = |events: &[Value]| {
        let fields = json!({
            "subtype": "success", "is_error": true, "result": "x", "api_error_status": 429,
        });
        let messages = [events, &[assistant(Some("rate_limit"), None)]].concat();
        match text(&messages, fields).unwrap_err() {
            Error::Limit { resets_at, .. } => resets_at,
            other => panic!("{other:?}"),
        }
    };
    let at = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
    assert_eq!(limited(&[limit_event("rejected", 4_000_000_000)]), Some(at));
    // A window that has room says nothing about why a request was rejected.
    assert_eq!(limited(&[limit_event("allowed", 4_000_000_000)]), None);
    assert_eq!(limited(&[limit_event("rejected", 1), limit_event("allowed_warning", 2)]), None);
    // No clock goes that far.
    assert_eq!(limited(&[limit_event("rejected", u64::MAX)]), None);
}

#[test]
fn an_allowance_whose_end_is_known_may_be_waited_for() {
    let fields = json!({ "subtype": "success", "is_error": true, "result": "x" });
    let messages = [limit_event("rejected", 4_000_000_000), assistant(Some("rate_limit"), None)];
    let error = text(&messages, fields).unwrap_err();
    assert_eq!(shown(&error), "Limit Quota retry");
    assert!(error.retry_after().is_some());
}
