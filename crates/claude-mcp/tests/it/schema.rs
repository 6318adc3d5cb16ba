//! Schema validation: tool arguments that violate their schema.

use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Server, Session, Tool};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::client::{call, failure, text};
use crate::drop_probe::CallProbe;

#[derive(Deserialize, JsonSchema)]
struct Order {
    #[schemars(length(min = 1, max = 5))]
    item: String,
    #[schemars(range(min = 1, max = 10))]
    count: u32,
    #[schemars(regex(pattern = r"^[A-Z]{2}$"))]
    country: Option<String>,
}

fn session(probe: &CallProbe) -> Session {
    let (ordering, free) = (probe.clone(), probe.clone());
    let order = move |order: Order| {
        let _inside = ordering.enter();
        async move { format!("{} {} {:?}", order.count, order.item, order.country) }
    };
    let schema = json!({ "type": "object", "properties": { "n": { "multipleOf": 2 } } });
    let by_hand = Tool::new("even", "Takes anything.", move |any: Value| {
        let _inside = free.enter();
        async move { any.to_string() }
    })
    .input_schema(schema.as_object().unwrap().clone());
    let server = Server::builder("s", "1").tool("order", "Orders.", order).add(by_hand).build();
    Session::new("s", server)
}

/// The constraints of JSON Schema are enforced.
#[tokio::test(start_paused = true)]
async fn limits_in_the_schema_of_a_tool_are_enforced() {
    let probe = CallProbe::default();
    let session = session(&probe);
    let wrong = [
        ("order", json!({ "item": "", "count": 1 }), "/item: must have at least 1 characters"),
        ("order", json!({ "item": "sixsix", "count": 1 }), "/item: must have at most 5"),
        ("order", json!({ "item": "a", "count": 0 }), "/count: must be at least 1"),
        ("order", json!({ "item": "a", "count": 11 }), "/count: must be at most 10"),
        ("order", json!({ "item": "a", "count": 1, "country": "de" }), "/country: must match"),
        ("even", json!({ "n": 3 }), "/n: must be a multiple of 2"),
    ];
    for (tool, arguments, named) in wrong {
        let result = call(&session, 1, tool, arguments).await;
        let why = failure(&result);
        assert!(why.starts_with("Input validation error:"), "{why}");
        assert!(why.contains(named), "{why}");
    }
    assert_eq!(probe.entered(), 0, "the tool ran");
    let fits = json!({ "item": "five5", "count": 10, "country": "DE" });
    assert_eq!(text(&call(&session, 1, "order", fits).await), "10 five5 Some(\"DE\")");
    assert_eq!(text(&call(&session, 1, "even", json!({ "n": 4 })).await), "{\"n\":4}");
}

#[tokio::test(start_paused = true)]
async fn all_problems_are_reported_at_once() {
    let session = session(&CallProbe::default());
    let result = call(&session, 1, "order", json!({ "item": "", "count": 0 })).await;
    let why = failure(&result);
    assert!(why.contains("/item") && why.contains("/count"), "{why}");
}
