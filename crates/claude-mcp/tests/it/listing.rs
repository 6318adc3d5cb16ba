//! Listing: the list of tools as the model receives it.

use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{NoArgs, Server, Session, Tool};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::client::{call, text, tools};

#[derive(Deserialize, JsonSchema)]
struct Search {
    /// What to look for.
    query: String,
    limit: Option<u32>,
    #[serde(default)]
    exact: bool,
    tags: Vec<String>,
    place: Place,
    order: Order,
}

#[derive(Deserialize, JsonSchema)]
struct Place {
    /// In which folder.
    folder: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Order {
    NewestFirst,
    OldestFirst,
}

async fn nothing(_: Search) -> bool {
    true
}

async fn listed(tool: Tool) -> Value {
    let session = Session::new("s", Server::builder("s", "1").add(tool).build());
    let tools = tools(&session).await;
    let [tool] = tools.as_slice() else { panic!("not one tool: {tools:?}") };
    tool.clone()
}

fn search() -> Tool {
    Tool::new("search", "Searches.", |args: Search| {
        let _ = (&args.query, args.limit, args.exact, &args.tags, &args.place.folder, &args.order);
        nothing(args)
    })
}

/// The schema of a field, with its reference resolved.
fn field<'s>(schema: &'s Value, of: &'s Value, name: &str) -> &'s Value {
    let field = &of["properties"][name];
    let target = field["$ref"].as_str().or_else(|| field["allOf"][0]["$ref"].as_str());
    target.map_or(field, |target| schema.pointer(target.trim_start_matches('#')).unwrap())
}

#[tokio::test(start_paused = true)]
async fn a_tool_is_listed_with_name_description_and_schema() {
    let tool = listed(search()).await;
    assert_eq!(tool["name"], "search");
    assert_eq!(tool["description"], "Searches.");
    let schema = &tool["inputSchema"];
    assert_eq!(schema["type"], "object");
    assert_eq!(schema["properties"]["query"]["type"], "string");
    assert_eq!(schema["properties"]["tags"]["type"], "array");
    assert_eq!(schema["properties"]["tags"]["items"]["type"], "string");
    assert_eq!(schema["properties"]["exact"]["type"], "boolean");
}

#[tokio::test(start_paused = true)]
async fn optional_fields_are_not_required() {
    let tool = listed(search()).await;
    let required = tool["inputSchema"]["required"].as_array().unwrap();
    let mut required: Vec<_> = required.iter().map(|name| name.as_str().unwrap()).collect();
    required.sort_unstable();
    assert_eq!(required, ["order", "place", "query", "tags"]);
    let limit = tool["inputSchema"]["properties"]["limit"].to_string();
    assert!(limit.contains("integer"), "{limit}");
}

#[tokio::test(start_paused = true)]
async fn doc_comments_describe_the_fields() {
    let tool = listed(search()).await;
    let schema = &tool["inputSchema"];
    assert_eq!(schema["properties"]["query"]["description"], "What to look for.");
    let place = field(schema, schema, "place");
    assert_eq!(place["properties"]["folder"]["description"], "In which folder.");
}

#[tokio::test(start_paused = true)]
async fn nested_structs_are_nested_objects() {
    let tool = listed(search()).await;
    let schema = &tool["inputSchema"];
    let place = field(schema, schema, "place");
    assert_eq!(place["type"], "object", "{schema}");
    assert_eq!(place["properties"]["folder"]["type"], "string");
    assert_eq!(place["required"], json!(["folder"]));
    let order = field(schema, schema, "order");
    assert!(order.to_string().contains("newest_first"), "{order}");
}

#[tokio::test(start_paused = true)]
async fn unset_properties_have_no_key() {
    let tool = listed(search()).await;
    let mut keys: Vec<_> = tool.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["description", "inputSchema", "name"]);
}

#[tokio::test(start_paused = true)]
async fn hints_are_annotations_in_camel_case() {
    let tool = search()
        .title("Search")
        .read_only(true)
        .destructive(false)
        .idempotent(true)
        .open_world(false);
    let expected = json!({
        "title": "Search",
        "readOnlyHint": true,
        "destructiveHint": false,
        "idempotentHint": true,
        "openWorldHint": false,
    });
    assert_eq!(listed(tool).await["annotations"], expected);
}

#[tokio::test(start_paused = true)]
async fn unset_hints_are_not_listed() {
    let tool = listed(search().read_only(true)).await;
    assert_eq!(tool["annotations"], json!({ "readOnlyHint": true }));
    assert!(tool.get("_meta").is_none(), "{tool}");
}

#[tokio::test(start_paused = true)]
async fn properties_for_the_cli_are_sent_in_meta() {
    let tool = search().max_result_chars(250_000).always_load().meta("example.com/x", json!([1]));
    let expected = json!({
        "anthropic/maxResultSizeChars": 250_000,
        "anthropic/alwaysLoad": true,
        "example.com/x": [1],
    });
    let tool = listed(tool).await;
    assert_eq!(tool["_meta"], expected);
    assert!(tool.get("annotations").is_none(), "{tool}");
}

#[tokio::test(start_paused = true)]
async fn a_tool_without_arguments_takes_an_empty_object() {
    let tool = listed(Tool::new("now", "Tells the time.", |_: NoArgs| async { "now" })).await;
    let schema = tool["inputSchema"].as_object().unwrap();
    assert_eq!(schema["type"], "object");
    assert!(schema.get("required").is_none_or(|names| names == &json!([])), "{tool}");
    assert!(schema.get("properties").is_none_or(|fields| fields == &json!({})), "{tool}");
    assert!(schema.get("description").is_none(), "words of this crate reach the model: {tool}");
}

#[tokio::test(start_paused = true)]
async fn a_custom_schema_is_listed_unchanged() {
    let schema = json!({
        "type": "object",
        "properties": { "name": { "type": "string", "minLength": 1, "x-own": true } },
        "required": ["name"],
        "additionalProperties": false,
    });
    let tool = Tool::new("greet", "Greets.", |args: Value| async move {
        args["name"].as_str().unwrap_or("nobody").to_owned()
    });
    let tool = tool.input_schema(schema.as_object().unwrap().clone());
    assert_eq!(listed(tool.clone()).await["inputSchema"], schema);
    let session = Session::new("s", Server::builder("s", "1").add(tool).build());
    assert_eq!(text(&call(&session, 2, "greet", json!({ "name": "Ada" })).await), "Ada");
}

#[tokio::test(start_paused = true)]
async fn the_list_stays_as_it_was_built() {
    let mut server = Server::builder("s", "1");
    for name in ["zeta", "alpha", "mid"] {
        server = server.tool(name, name, |_: NoArgs| async {});
    }
    let session = Session::new("s", server.build());
    let first = tools(&session).await;
    let names: Vec<_> = first.iter().map(|tool| tool["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["zeta", "alpha", "mid"]);
    assert_eq!(tools(&session).await, first);
}

#[tokio::test(start_paused = true)]
async fn the_last_tool_with_a_name_replaces_earlier_ones() {
    let server = Server::builder("s", "1")
        .tool("twin", "The first.", |_: NoArgs| async { 1 })
        .tool("twin", "The second.", |_: NoArgs| async { 2 })
        .build();
    let session = Session::new("s", server);
    let listed = tools(&session).await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["description"], "The second.");
    assert_eq!(text(&call(&session, 2, "twin", json!({})).await), "2");
}

#[tokio::test(start_paused = true)]
async fn a_server_without_tools_has_an_empty_list() {
    let session = Session::new("s", Server::builder("s", "1").build());
    assert_eq!(tools(&session).await, Vec::<Value>::new());
}
