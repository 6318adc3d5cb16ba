//! Typed answers: which values the real CLI accepts, and what it does with a schema.

use claude_sdk::error::JsonFailure;
use claude_sdk::schemars::{self, JsonSchema};
use claude_sdk::types::{Raw, ResultSubtype};
use claude_sdk::{Client, query};
use claude_testkit::fake_api::Turn;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

#[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
struct Person {
    name: String,
    #[schemars(range(max = 150))]
    age: Option<u8>,
    home: Option<Home>,
}

#[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
struct Home {
    city: String,
}

fn ada() -> Person {
    Person { name: "Ada".into(), age: Some(36), home: Some(Home { city: "London".into() }) }
}

fn fitting() -> Value {
    json!({ "name": "Ada", "age": 36, "home": { "city": "London" } })
}

fn gives(value: Value) -> Turn {
    Turn::tool("StructuredOutput", value)
}

#[tokio::test]
async fn the_schema_is_sent_at_the_start_and_the_answer_is_typed() {
    let Some(lab) = Lab::new([gives(fitting()), Turn::text("Done.")]).await else { return };
    let answer = expect(query("who", lab.options()).json_answer::<Person>().await);
    assert_eq!((answer.outcome, answer.repairs), (Ok(ada()), 0));
    assert!(answer.result.structured_output.is_some(), "{:?}", answer.result);
    assert!(answer.result.total_cost_usd.is_some());
}

#[tokio::test]
async fn a_type_that_is_not_an_object_is_accepted_too() {
    let people = json!({ "output": [fitting()] });
    let Some(lab) = Lab::new([gives(people), Turn::text("Done.")]).await else { return };
    let people: Vec<Person> = expect(query("who", lab.options()).json().await);
    assert_eq!(people, [ada()]);
}

/// The CLI lets the model retry, and this does not count as a repair.
#[tokio::test]
async fn the_cli_checks_the_schema_itself() {
    let wrong = json!({ "name": "Ada", "home": { "city": 5 } });
    let turns = [gives(wrong), gives(fitting()), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let answer = expect(query("who", lab.options()).json_answer::<Person>().await);
    assert_eq!((answer.outcome, answer.repairs), (Ok(ada()), 0));
}

#[tokio::test]
async fn a_cli_that_gives_up_is_an_error() {
    let Some(lab) = Lab::new([gives(json!({ "nom": 3 })).forever()]).await else { return };
    let answer = expect(query("who", lab.options()).json_answer::<Person>().await);
    assert_eq!(answer.outcome, Err(JsonFailure::Exhausted));
    assert_eq!(answer.repairs, 0);
    assert_eq!(answer.result.subtype, Some(ResultSubtype::ErrorMaxStructuredOutputRetries));
}

#[tokio::test]
async fn success_without_a_value_is_repaired_in_the_same_session() {
    let turns = [
        Turn::text("I would say Ada."),
        // After a reminder of the CLI.
        Turn::text("As I said: Ada."),
        gives(fitting()),
        Turn::text("Done."),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let answer = expect(query("who", lab.options()).json_answer::<Person>().await);
    assert_eq!((answer.outcome, answer.repairs), (Ok(ada()), 1));
}

#[tokio::test]
async fn success_without_a_value_is_missing_without_repairs() {
    let turns = [Turn::text("Ada."), Turn::text("Ada!")];
    let Some(lab) = Lab::new(turns).await else { return };
    let ask = query("who", lab.options().json_repairs(0));
    let answer = expect(ask.json_answer::<Person>().await);
    assert_eq!(answer.outcome, Err(JsonFailure::Missing));
    assert_eq!(answer.result.subtype, Some(ResultSubtype::Success));
}

#[tokio::test]
async fn json_in_a_text_is_accepted_if_the_tool_is_not_used() {
    let text = format!("```json\n{}\n```", fitting());
    let Some(lab) = Lab::new([Turn::text("Ada."), Turn::text(text)]).await else { return };
    let person: Person = expect(query("who", lab.options()).json().await);
    assert_eq!(person, ada());
}

/// A running session gets the schema in the prompt: the CLI would ignore it in a second handshake.
#[tokio::test]
async fn a_running_session_answers_with_a_type() {
    let turns = [
        Turn::text("hello"),
        Turn::text("It is Ada."),
        Turn::text(fitting().to_string()),
        Turn::text("bye"),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    assert_eq!(expect(expect(client.send("hi").await).text().await), "hello");
    let answer = expect(client.ask_json_answer::<Person>("who").await);
    assert_eq!((answer.outcome, answer.repairs), (Ok(ada()), 1));
    assert_eq!(expect(expect(client.send("bye").await).text().await), "bye");
    expect(client.close().await);
}

/// The reason why our schemas declare no draft.
#[tokio::test]
async fn a_schema_of_a_later_draft_is_ignored_without_an_error() {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object", "properties": { "name": { "type": "string" } },
    });
    let turns = [gives(json!({ "name": "Ada" })), Turn::text("There is no such tool.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab.options().output_schema(Raw::from(schema));
    let result = expect(query("who", options).result().await);
    assert_eq!(result.structured_output, None);
    assert_eq!(result.text(), "There is no such tool.");
}
