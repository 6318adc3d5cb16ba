//! Outputs: what a tool may return, and what the client receives.

use claude_mcp::rmcp::model::{CallToolResult, ContentBlock, Resource};
use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Json, NoArgs, Server, Session, Tool, ToolOutput};
use serde::Serialize;
use serde_json::{Value, json};

use crate::client::{call, failure, text, tools};

fn session<O: ToolOutput + Clone + Send + Sync + 'static>(output: O) -> Session {
    let tool = Tool::new("give", "Gives.", move |_: NoArgs| std::future::ready(output.clone()));
    Session::new("s", Server::builder("s", "1").add(tool).build())
}

async fn given<O: ToolOutput + Clone + Send + Sync + 'static>(output: O) -> Value {
    call(&session(output), 1, "give", json!({})).await
}

#[tokio::test(start_paused = true)]
async fn text_is_text() {
    assert_eq!(text(&given("borrowed").await), "borrowed");
    assert_eq!(text(&given("owned".to_owned()).await), "owned");
    assert_eq!(text(&given(Box::<str>::from("boxed")).await), "boxed");
    assert_eq!(text(&given("line\n\"quoted\" ☃ \u{2028}").await), "line\n\"quoted\" ☃ \u{2028}");
    assert_eq!(text(&given("").await), "");
}

#[tokio::test(start_paused = true)]
async fn numbers_and_booleans_become_text() {
    assert_eq!(text(&given(3.0_f64).await), "3");
    assert_eq!(text(&given(0.1_f32).await), "0.1");
    assert_eq!(text(&given(-5_i32).await), "-5");
    assert_eq!(text(&given(i64::MIN).await), "-9223372036854775808");
    assert_eq!(text(&given(u64::MAX).await), "18446744073709551615");
    assert_eq!(text(&given(true).await), "true");
}

#[tokio::test(start_paused = true)]
async fn an_image_passes_with_its_data_and_type() {
    let result = given(ContentBlock::image("aGVsbG8=", "image/png")).await;
    let expected = json!([{ "type": "image", "data": "aGVsbG8=", "mimeType": "image/png" }]);
    assert_eq!(result["content"], expected);
    assert_ne!(result["isError"], true);
}

#[tokio::test(start_paused = true)]
async fn blocks_keep_their_order() {
    let link = Resource::new("file:///notes", "notes");
    let blocks = vec![
        ContentBlock::text("one"),
        ContentBlock::image("aGVsbG8=", "image/png"),
        ContentBlock::resource_link(link),
        ContentBlock::embedded_text("file:///a", "inside"),
        ContentBlock::text("five"),
    ];
    let result = given(blocks).await;
    let kinds: Vec<_> = result["content"].as_array().unwrap().iter().map(|b| &b["type"]).collect();
    assert_eq!(kinds, ["text", "image", "resource_link", "resource", "text"]);
}

#[tokio::test(start_paused = true)]
async fn unit_has_no_content() {
    let result = given(()).await;
    assert_eq!(result["content"], json!([]));
    assert_ne!(result["isError"], true);
}

#[tokio::test(start_paused = true)]
async fn a_result_is_its_value_or_its_error() {
    assert_eq!(text(&given(Ok::<_, String>("fine")).await), "fine");
    assert_eq!(failure(&given(Err::<String, _>("broken")).await), "broken");
    let image = Ok::<_, String>(ContentBlock::image("aGVsbG8=", "image/png"));
    assert_eq!(given(image).await["content"][0]["type"], "image");
}

#[tokio::test(start_paused = true)]
async fn a_call_tool_result_passes_unchanged() {
    let whole = CallToolResult::error(vec![ContentBlock::text("a"), ContentBlock::text("b")]);
    let result = given(whole).await;
    assert_eq!(result["isError"], true);
    assert_eq!(result["content"].as_array().unwrap().len(), 2);
}

#[derive(Clone, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Weather {
    /// In degrees.
    air_temperature: f64,
    rain: bool,
}

const MILD: Weather = Weather { air_temperature: 12.5, rain: false };

#[tokio::test(start_paused = true)]
async fn data_is_structured_content_and_its_text() {
    let result = given(Json(MILD)).await;
    let data = json!({ "airTemperature": 12.5, "rain": false });
    assert_eq!(result["structuredContent"], data);
    assert_eq!(serde_json::from_str::<Value>(text(&result)).unwrap(), data);
}

#[tokio::test(start_paused = true)]
async fn data_has_its_schema_in_the_list() {
    for session in [session(Json(MILD)), session(Ok::<_, String>(Json(MILD)))] {
        let schema = &tools(&session).await[0]["outputSchema"];
        assert_eq!(schema["type"], "object", "{schema}");
        assert_eq!(schema["properties"]["airTemperature"]["description"], "In degrees.");
        assert_eq!(schema["properties"]["airTemperature"]["type"], "number");
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_instead_of_data_has_no_structured_content() {
    let result = given(Err::<Json<Weather>, _>("no thermometer")).await;
    assert_eq!(failure(&result), "no thermometer");
    assert!(result.get("structuredContent").is_none(), "{result}");
}

#[derive(Clone, JsonSchema)]
struct Unspeakable;

impl Serialize for Unspeakable {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("words fail"))
    }
}

#[tokio::test(start_paused = true)]
async fn data_that_does_not_render_is_a_failed_call() {
    let result = given(Json(Unspeakable)).await;
    assert!(failure(&result).contains("words fail"), "{result}");
}

#[tokio::test(start_paused = true)]
async fn a_megabyte_passes() {
    let long = "x".repeat(1 << 20);
    assert_eq!(text(&given(long.clone()).await), long);
}
