//! Results and what is read from them.

use claude_types::ResultMessage;
use schemars::JsonSchema;
use serde_json::{Value, json};

use super::{Shape, read};
use crate::error::JsonFailure;

#[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
struct Person {
    #[schemars(length(min = 1))]
    name: String,
    age: Option<u8>,
}

fn person(result: Value) -> Result<Person, JsonFailure> {
    let result: ResultMessage = serde_json::from_value(result).unwrap();
    read(&Shape::of::<Person>(), &result)
}

fn success(fields: Value) -> Value {
    let mut result = json!({ "subtype": "success", "is_error": false, "result": "" });
    result.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    result
}

fn ada() -> Person {
    Person { name: "Ada".into(), age: None }
}

#[test]
fn what_the_cli_took_counts_before_the_text() {
    let result = json!({ "structured_output": { "name": "Ada" }, "result": "{\"name\":\"Bob\"}" });
    assert_eq!(person(success(result)), Ok(ada()));
}

#[test]
fn a_text_counts_where_the_cli_took_nothing_that_fits() {
    for given in [Value::Null, json!({ "nom": 3 }), json!("none")] {
        let result = json!({ "structured_output": given, "result": "It is {\"name\":\"Ada\"}." });
        assert_eq!(person(success(result)), Ok(ada()), "{given}");
    }
}

#[test]
fn nothing_at_all_is_missing() {
    for text in ["", "I could not find out."] {
        let read = person(success(json!({ "result": text })));
        assert_eq!(read, Err(JsonFailure::Missing), "{text}");
    }
}

#[test]
fn mismatches_are_returned_with_their_place() {
    let output = json!({ "output": { "name": "", "age": 256 } });
    let failure = person(success(json!({ "structured_output": output }))).unwrap_err();
    let JsonFailure::Invalid { raw, problems } = &failure else { panic!("{failure:?}") };
    assert_eq!(raw.parse::<Value>().unwrap()["age"], 256);
    let all = problems.join("\n");
    assert!(all.contains("/name") && all.contains("/age"), "{all}");
    assert!(failure.to_string().contains("/name"), "{failure}");
}

#[test]
fn the_cli_gives_up_in_two_ways() {
    for end in [
        json!({ "subtype": "error_max_structured_output_retries", "is_error": true }),
        json!({ "is_error": true, "terminal_reason": "structured_output_retry_exhausted" }),
    ] {
        assert_eq!(person(success(end)), Err(JsonFailure::Exhausted));
    }
}

/// A type may want more than its schema says.
#[test]
fn the_type_has_the_last_word() {
    #[derive(Debug, serde::Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "it is never read")]
    struct Address {
        #[schemars(with = "String")]
        host: std::net::IpAddr,
    }
    let result = success(json!({ "structured_output": { "host": "here" } }));
    let result: ResultMessage = serde_json::from_value(result).unwrap();
    let failure = read::<Address>(&Shape::of::<Address>(), &result).unwrap_err();
    let JsonFailure::Invalid { problems, .. } = &failure else { panic!("{failure:?}") };
    assert!(problems[0].contains("IP"), "{problems:?}");
}

fn read_as<T: serde::de::DeserializeOwned + JsonSchema>(result: Value) -> Result<T, JsonFailure> {
    let result: ResultMessage = serde_json::from_value(result).unwrap();
    read(&Shape::of::<T>(), &result)
}

/// A type that accepts any object accepts the wrapper, too.
#[test]
fn a_type_that_fits_any_object_does_not_get_the_wrapper() {
    #[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
    struct Loose {
        name: Option<String>,
    }
    #[derive(Debug, PartialEq, serde::Deserialize, JsonSchema)]
    #[serde(untagged)]
    enum Either {
        Wrapper { output: String },
        Other(serde_json::Map<String, Value>),
    }
    let answers = |answer: &Value| {
        [
            success(json!({ "structured_output": answer })),
            success(json!({ "result": format!("It is {answer}.") })),
        ]
    };
    for inner in [json!({ "a": 1 }), json!(7), json!([1]), json!({ "output": 7 })] {
        for answer in answers(&json!({ "output": inner })) {
            assert_eq!(read_as::<Value>(answer.clone()), Ok(inner.clone()));
            assert_eq!(read_as::<Option<Value>>(answer), Ok(Some(inner.clone())));
        }
    }
    for answer in answers(&json!({ "output": { "name": "Ada" } })) {
        assert_eq!(read_as(answer.clone()), Ok(Loose { name: Some("Ada".into()) }));
        let fields = Either::Other(json!({ "name": "Ada" }).as_object().unwrap().clone());
        assert_eq!(read_as(answer), Ok(fields));
    }
    // The value itself may look like a wrapper.
    for answer in answers(&json!({ "output": "x" })) {
        assert_eq!(read_as(answer), Ok(Either::Wrapper { output: "x".into() }));
    }
    for answer in answers(&json!({ "data": { "name": "Ada" } })) {
        let map: std::collections::BTreeMap<String, Value> = read_as(answer.clone()).unwrap();
        assert_eq!(map.len(), 1, "a map has any field");
        assert_eq!(read_as(answer), Ok(Loose { name: Some("Ada".into()) }));
    }
}
