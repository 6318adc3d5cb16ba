//! Typed answers: the forms in which models write them, repairs, and errors.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use claude_sdk::error::JsonFailure;
use claude_sdk::schemars::{self, JsonSchema};
use claude_sdk::types::ContentBlock;
use claude_sdk::{Client, Error, ErrorKind, Options, query};
use serde_json::{Value, json};

use crate::cli::{Cli, Prompt};
use crate::stage::{Stage, everywhere};

#[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
struct Review {
    verdict: Verdict,
    #[schemars(length(max = 2))]
    remarks: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Good,
    Bad,
}

fn good() -> Review {
    Review { verdict: Verdict::Good, remarks: vec!["short".into()] }
}

fn fitting() -> Value {
    json!({ "verdict": "good", "remarks": ["short"] })
}

/// The end of a turn in which the CLI accepted this value.
fn took(value: &Value) -> Value {
    json!({
        "subtype": "success", "is_error": false, "result": value.to_string(),
        "structured_output": value, "terminal_reason": "completed", "total_cost_usd": 0.5,
    })
}

/// The end of a turn with only a text.
fn said(text: &str) -> Value {
    json!({ "subtype": "success", "is_error": false, "result": text })
}

fn exhausted() -> Value {
    json!({
        "subtype": "error_max_structured_output_retries", "is_error": true,
        "terminal_reason": "structured_output_retry_exhausted",
        "errors": ["Failed to provide valid structured output after 5 attempts"],
    })
}

async fn turn(cli: &mut Cli, end: Value) -> Prompt {
    let prompt = cli.prompt().await;
    cli.init().await;
    cli.end(&[&prompt], end).await;
    prompt
}

/// A CLI whose turns end with these values, one after the other, and that exits when stdin closes.
fn ending(ends: impl IntoIterator<Item = Value>) -> (Options, Stage, Arc<AtomicUsize>) {
    let ends: Vec<_> = ends.into_iter().collect();
    let prompts = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&prompts);
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let (ends, count) = (ends.clone(), Arc::clone(&count));
        async move {
            let asked = cli.handshake().await;
            assert_eq!(asked["jsonSchema"]["type"], "object", "{asked}");
            for end in ends {
                turn(&mut cli, end).await;
                count.fetch_add(1, Ordering::SeqCst);
            }
            cli.finish().await;
        }
    });
    (options, stage, prompts)
}

/// The value of a query whose turns end with these values. The CLI runs to the end of each.
async fn answer(ends: impl IntoIterator<Item = Value>) -> claude_sdk::Result<Review> {
    let (options, stage, _) = ending(ends);
    let review = query("Review it.", options).json().await;
    stage.done().await;
    review
}

#[test]
fn an_answer_in_any_known_form_is_accepted() {
    everywhere(async || {
        let value = fitting();
        for end in [
            took(&value),
            // Success, but the CLI accepted no value.
            said(&value.to_string()),
            // A string instead of an object.
            took(&json!(value.to_string())),
            // A wrapper object.
            took(&json!({ "output": value })),
            // A string in a wrapper object.
            took(&json!({ "output": value.to_string() })),
            // A fenced block with text around it.
            said(&format!("Here is the review:\n```json\n{value}\n```\nAnything else?")),
            said(&format!("My verdict: {value}.")),
        ] {
            assert_eq!(answer([end.clone()]).await.unwrap(), good(), "{end}");
        }
    });
}

#[test]
fn an_answer_that_does_not_match_is_requested_again() {
    everywhere(async || {
        let too_many = json!({ "verdict": "good", "remarks": ["a", "b", "c"] });
        for (wrong, named) in [
            (took(&json!({ "verdict": "fine", "remarks": [] })), "/verdict"),
            (took(&too_many), "/remarks: must have at most 2 items"),
            (took(&json!({ "remarks": [] })), "`verdict` is missing"),
            (said("I have seen the file. It is good."), "no JSON"),
        ] {
            let (options, stage) = Stage::play(move |mut cli: Cli| {
                let wrong = wrong.clone();
                async move {
                    cli.handshake().await;
                    let first = turn(&mut cli, wrong).await;
                    assert_eq!(first.text, "Review it.");
                    let again = turn(&mut cli, took(&fitting())).await;
                    assert!(again.text.contains(named), "{}", again.text);
                    assert!(again.text.contains("\"verdict\""), "it has no schema: {}", again.text);
                    cli.finish().await;
                }
            });
            let answer = query("Review it.", options).json_answer::<Review>().await.unwrap();
            assert_eq!(answer.outcome, Ok(good()));
            assert_eq!(answer.repairs, 1);
            assert_eq!(answer.result.total_cost_usd, Some(0.5));
            stage.done().await;
            assert_eq!(stage.started(), 1, "the repair was in another session");
        }
    });
}

#[test]
fn repairs_are_bounded() {
    everywhere(async || {
        let wrong = took(&json!({ "verdict": "fine", "remarks": [] }));
        for times in [0, 1, 3] {
            let (options, stage, prompts) = ending(vec![wrong.clone(); times as usize + 1]);
            let options = options.json_repairs(times);
            let answer = query("x", options).json_answer::<Review>().await.unwrap();
            let failure = answer.outcome.unwrap_err();
            let JsonFailure::Invalid { raw, problems } = &failure else { panic!("{failure:?}") };
            assert_eq!(raw.parse::<Value>().unwrap()["verdict"], "fine");
            assert!(problems[0].starts_with("/verdict"), "{problems:?}");
            assert_eq!(answer.repairs, times);
            stage.done().await;
            assert_eq!(prompts.load(Ordering::SeqCst), times as usize + 1);
        }
    });
}

#[test]
fn success_without_a_value_is_missing_and_an_error() {
    everywhere(async || {
        let error = answer([said("no"), said("no, really")]).await.unwrap_err();
        let Error::Json { failure: JsonFailure::Missing, result } = &error else {
            panic!("{error:?}")
        };
        assert_eq!(result.text(), "no, really");
        assert_eq!(error.result().unwrap().text(), "no, really");
        assert_eq!(error.kind(), ErrorKind::Process);
        assert!(error.is_retryable());
        assert!(error.to_string().contains("contains no JSON"), "{error}");
    });
}

#[test]
fn after_the_cli_gives_up_no_repair_is_requested() {
    everywhere(async || {
        let error = answer([exhausted()]).await.unwrap_err();
        assert!(matches!(&error, Error::Json { failure: JsonFailure::Exhausted, .. }), "{error:?}");
        assert_eq!(error.kind(), ErrorKind::ResourceExhaustion);
        assert!(!error.is_retryable());
    });
}

/// An invented value cannot be recognized: a loose type accepts anything.
#[test]
fn a_placeholder_that_matches_is_an_answer() {
    #[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
    struct Loose {
        remark: String,
    }
    #[derive(Debug, serde::Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "it is never there")]
    struct Strict {
        #[schemars(regex(pattern = r"^\w+( \w+)+$"), length(min = 8))]
        remark: String,
    }
    everywhere(async || {
        let placeholder = took(&json!({ "remark": "string" }));
        let (options, stage, _) = ending([placeholder.clone()]);
        let loose: Loose = query("x", options).json().await.unwrap();
        assert_eq!(loose.remark, "string");
        stage.done().await;
        let (options, stage, _) = ending([placeholder]);
        let strict = query("x", options.json_repairs(0)).json::<Strict>().await;
        assert!(matches!(strict, Err(Error::Json { .. })), "{strict:?}");
        stage.done().await;
    });
}

#[test]
fn a_type_that_is_not_an_object_is_wrapped_in_one() {
    everywhere(async || {
        let (options, stage, _) = ending([took(&json!({ "output": ["good", "bad"] }))]);
        let all: Vec<Verdict> = query("x", options).json().await.unwrap();
        assert_eq!(all, [Verdict::Good, Verdict::Bad]);
        stage.done().await;
    });
}

#[test]
fn a_run_that_fails_otherwise_is_that_error() {
    everywhere(async || {
        let failed = json!({
            "subtype": "success", "is_error": true, "result": "API Error: 529 overloaded",
            "api_error_status": 529, "terminal_reason": "api_error",
        });
        let error = answer([failed]).await.unwrap_err();
        assert!(matches!(&error, Error::Api { status: Some(529), .. }), "{error:?}");
        let over = json!({ "subtype": "error_max_turns", "is_error": true, "errors": ["3 turns"] });
        let error = answer([over]).await.unwrap_err();
        assert!(matches!(&error, Error::Run(_)), "{error:?}");
    });
}

#[test]
fn a_running_session_gets_the_schema_in_the_prompt() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            assert_eq!(cli.handshake().await.get("jsonSchema"), None);
            let prompt = turn(&mut cli, said("It is good.")).await;
            assert!(prompt.text.starts_with("Review it."), "{}", prompt.text);
            assert!(prompt.text.contains("\"enum\":[\"good\",\"bad\"]"), "{}", prompt.text);
            turn(&mut cli, said(&format!("```json\n{}\n```", fitting()))).await;
            let blocks = turn(&mut cli, said(&fitting().to_string())).await;
            let blocks: Vec<Value> = serde_json::from_str(&blocks.text).unwrap();
            assert_eq!(blocks[0]["text"], "Again.");
            assert!(blocks[1]["text"].as_str().unwrap().contains("JSON Schema"), "{blocks:?}");
            let plain = turn(&mut cli, said("bye")).await;
            assert_eq!(plain.text, "bye");
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let answer = client.ask_json_answer::<Review>("Review it.").await.unwrap();
        assert_eq!((answer.outcome, answer.repairs), (Ok(good()), 1));
        let block: ContentBlock =
            serde_json::from_value(json!({ "type": "text", "text": "Again." })).unwrap();
        assert_eq!(client.ask_json::<Review>(vec![block]).await.unwrap(), good());
        assert_eq!(client.send("bye").await.unwrap().text().await.unwrap(), "bye");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_session_started_with_the_schema_does_not_get_it_again() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let asked = cli.handshake().await;
            assert_eq!(asked["jsonSchema"]["required"], json!(["verdict", "remarks"]));
            let prompt = turn(&mut cli, took(&fitting())).await;
            assert_eq!(prompt.text, "Review it.");
            cli.finish().await;
        });
        let client = Client::connect(options.output_schema_of::<Review>()).await.unwrap();
        assert_eq!(client.ask_json::<Review>("Review it.").await.unwrap(), good());
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn dropping_a_typed_query_ends_the_cli() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.eof().await;
            assert!(cli.signal().await.is_some());
        });
        let asking = query("x", options).json::<Review>();
        let waited = tokio::time::timeout(std::time::Duration::from_millis(50), asking).await;
        assert!(waited.is_err());
        stage.done().await;
    });
}
