//! Arguments and lists of any kind: the CLI accepts the list, and every tool in it works.

#![expect(dead_code, reason = "tests read the fields through `Debug` only")]

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::sync::Arc;

use claude_mcp::rmcp::ServerHandler;
use claude_mcp::rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ErrorData, JsonObject,
    ListToolsResult, PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool as Listed,
};
use claude_mcp::rmcp::service::{RequestContext, RoleServer};
use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Json, NoArgs, Server, Session, Tool};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::client::{call, failure, text, tools};

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shape {
    Circle { r: f64 },
    Square { side: f64 },
    Nothing,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Either {
    Number { number: i64 },
    Text { text: String },
}

#[derive(Debug, Deserialize, JsonSchema)]
enum Level {
    High,
    Low,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
struct Name(String);

#[derive(Debug, Deserialize, JsonSchema)]
struct Unit;

#[derive(Debug, Deserialize, JsonSchema)]
struct Pair(i64, String);

#[derive(Debug, Deserialize, JsonSchema)]
struct Node {
    name: String,
    children: Vec<Node>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Tree {
    Leaf(String),
    Branch { children: Vec<Tree> },
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Flat {
    id: i64,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Anything {
    value: Value,
    list: Vec<Value>,
    maybe: Option<Value>,
    map: HashMap<String, Value>,
}

/// Whether the CLI accepts the tool. It checks no more than this, and drops the whole list otherwise.
fn is_accepted(tool: &Value) -> bool {
    let fits = |schema: &Value| {
        let are_objects =
            |of: &Value| of.as_object().is_some_and(|of| of.values().all(Value::is_object));
        let are_texts =
            |of: &Value| of.as_array().is_some_and(|of| of.iter().all(Value::is_string));
        schema["type"] == "object"
            && schema.get("properties").is_none_or(are_objects)
            && schema.get("required").is_none_or(are_texts)
    };
    // The API does not accept these at the top of a schema.
    let is_plain =
        |schema: &Value| ["oneOf", "anyOf", "allOf"].iter().all(|key| schema.get(*key).is_none());
    fits(&tool["inputSchema"])
        && is_plain(&tool["inputSchema"])
        && tool.get("outputSchema").is_none_or(fits)
}

/// Checks that a tool with arguments of a type is accepted, and works with these arguments.
async fn works<A>(calls: &[(Value, &str)])
where
    A: DeserializeOwned + JsonSchema + Debug + Send + 'static,
{
    let show = |args: A| async move { format!("{args:?}") };
    let add = |_: NoArgs| async { "added" };
    let server = Server::builder("s", "1").tool("show", "Shows.", show).tool("add", "Adds.", add);
    let session = Session::new("s", server.build());
    let tools = tools(&session).await;
    assert_eq!(tools.len(), 2);
    for tool in &tools {
        assert!(is_accepted(tool), "{}: {tool}", std::any::type_name::<A>());
    }
    for (arguments, shown) in calls {
        let result = call(&session, 1, "show", arguments.clone()).await;
        assert_eq!(text(&result), *shown, "{arguments}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_tool_works_with_arguments_of_any_type() {
    works::<Shape>(&[
        (json!({ "value": { "kind": "circle", "r": 1.5 } }), "Circle { r: 1.5 }"),
        // A model may leave out the field.
        (json!({ "kind": "square", "side": 2.0 }), "Square { side: 2.0 }"),
        (json!({ "kind": "nothing" }), "Nothing"),
    ])
    .await;
    works::<Either>(&[(json!({ "value": { "text": "a" } }), "Text { text: \"a\" }")]).await;
    works::<Level>(&[(json!({ "value": "High" }), "High")]).await;
    works::<Name>(&[(json!({ "value": "Ada" }), "Name(\"Ada\")")]).await;
    works::<String>(&[(json!({ "value": "a" }), "\"a\"")]).await;
    works::<()>(&[(json!({}), "()")]).await;
    works::<Unit>(&[(json!({}), "Unit")]).await;
    works::<NoArgs>(&[(json!({}), "NoArgs")]).await;
    works::<Option<String>>(&[(json!({ "value": "a" }), "Some(\"a\")"), (json!({}), "None")]).await;
    works::<Option<Node>>(&[(json!({ "value": null }), "None"), (json!({}), "None")]).await;
    works::<u32>(&[(json!({ "value": 3 }), "3")]).await;
    works::<f64>(&[(json!({ "value": 0.5 }), "0.5")]).await;
    works::<bool>(&[(json!({ "value": true }), "true")]).await;
    works::<Vec<u8>>(&[(json!({ "value": [1, 2] }), "[1, 2]")]).await;
    works::<(i64, String)>(&[(json!({ "value": [1, "a"] }), "(1, \"a\")")]).await;
    works::<Pair>(&[(json!({ "value": [1, "a"] }), "Pair(1, \"a\")")]).await;
    works::<BTreeMap<String, i64>>(&[(json!({ "a": 1 }), "{\"a\": 1}")]).await;
    works::<HashMap<String, Value>>(&[(json!({ "a": [1] }), "{\"a\": Array [Number(1)]}")]).await;
    works::<Value>(&[(json!({ "a": 1 }), "Object {\"a\": Number(1)}")]).await;
    works::<Option<Value>>(&[(json!({ "a": 1 }), "Some(Object {\"a\": Number(1)})")]).await;
    works::<Box<Level>>(&[(json!({ "value": "Low" }), "Low")]).await;
    works::<Result<i64, String>>(&[(json!({ "value": { "Ok": 1 } }), "Ok(1)")]).await;
    works::<Node>(&[(
        json!({ "name": "a", "children": [{ "name": "b", "children": [] }] }),
        "Node { name: \"a\", children: [Node { name: \"b\", children: [] }] }",
    )])
    .await;
    works::<Tree>(&[(
        json!({ "value": { "children": ["a", { "children": [] }] } }),
        "Branch { children: [Leaf(\"a\"), Branch { children: [] }] }",
    )])
    .await;
    works::<Flat>(&[
        (
            json!({ "value": { "id": 1, "kind": "circle", "r": 1.0 } }),
            "Flat { id: 1, shape: Circle { r: 1.0 } }",
        ),
        (json!({ "id": 1, "kind": "nothing" }), "Flat { id: 1, shape: Nothing }"),
    ])
    .await;
}

#[tokio::test(start_paused = true)]
async fn the_schema_holds_for_arguments_in_a_field() {
    let server =
        Server::builder("s", "1").tool("t", "T.", |of: Vec<Level>| async move { of.len() as u64 });
    let session = Session::new("s", server.build());
    for (arguments, why) in [
        (json!({}), "value"),
        (json!({ "value": "High" }), "/value"),
        (json!({ "value": ["Middle"] }), "/value/0"),
        (json!({ "levels": ["High"] }), "/value"),
    ] {
        let result = call(&session, 1, "t", arguments.clone()).await;
        assert!(failure(&result).contains(why), "{arguments}: {result}");
    }
}

/// Without a type, a model writes an object as text; the CLI does not accept `true`.
#[tokio::test(start_paused = true)]
async fn a_field_of_any_type_names_all_types() {
    let arguments = json!({
        "value": { "a": 1 }, "list": [[1]], "maybe": { "b": null }, "map": { "c": [2] },
    });
    let shown = "Anything { value: Object {\"a\": Number(1)}, list: [Array [Number(1)]], maybe: Some(Object {\"b\": Null}), map: {\"c\": Array [Number(2)]} }";
    works::<Anything>(&[(arguments, shown)]).await;
    let tool = Tool::new("t", "T.", |_: Anything| async {});
    let session = Session::new("s", Server::builder("s", "1").add(tool).build());
    let schema = tools(&session).await[0]["inputSchema"].take();
    let any = json!(["object", "array", "string", "number", "boolean", "null"]);
    for at in ["/properties/value", "/properties/maybe", "/properties/list/items"] {
        assert_eq!(schema.pointer(at).unwrap()["type"], any, "{at}: {schema}");
    }
}

#[derive(Clone, Serialize, JsonSchema)]
struct Report {
    count: u32,
    rest: Value,
}

#[tokio::test(start_paused = true)]
async fn an_output_of_any_type_keeps_the_list_acceptable() {
    let server = Server::builder("s", "1")
        .tool("list", "L.", |_: NoArgs| async { Json(vec![1, 2]) })
        .tool("text", "T.", |_: NoArgs| async { Json("a") })
        .tool("none", "N.", |_: NoArgs| async { Json(None::<u32>) })
        .tool("value", "V.", |_: NoArgs| async { Json(json!({ "a": 1 })) })
        .tool("report", "R.", |_: NoArgs| async { Json(Report { count: 1, rest: json!([2]) }) });
    let session = Session::new("s", server.build());
    let tools = tools(&session).await;
    assert_eq!(tools.len(), 5);
    assert!(tools.iter().all(is_accepted), "{tools:?}");
    for (tool, shown, structured) in [
        ("list", "[1,2]", Value::Null),
        ("text", "\"a\"", Value::Null),
        ("none", "null", Value::Null),
        ("value", "{\"a\":1}", json!({ "a": 1 })),
        ("report", "{\"count\":1,\"rest\":[2]}", json!({ "count": 1, "rest": [2] })),
    ] {
        let result = call(&session, 1, tool, json!({})).await;
        assert_eq!(text(&result), shown);
        assert_eq!(result["structuredContent"], structured, "{tool}");
    }
}

/// A server that lists these tools as they are.
#[derive(Clone)]
struct Raw(Arc<Vec<Listed>>);

impl Raw {
    fn session(name: &str, tools: &[(&str, Value, Value)]) -> Session {
        let object = |schema: &Value| Arc::new(schema.as_object().cloned().unwrap_or_default());
        let listed = tools.iter().map(|(name, input, output)| {
            let mut tool = Listed::new((*name).to_owned(), "T.", object(input));
            tool.output_schema = output.is_object().then(|| object(output));
            tool
        });
        Session::new(name, Self(Arc::new(listed.collect())))
    }
}

impl ServerHandler for Raw {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items((*self.0).clone()))
    }

    async fn call_tool(
        &self,
        _: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        Ok(CallToolResult::success(Vec::new()).into())
    }
}

fn names(tools: &[Value]) -> Vec<&str> {
    tools.iter().filter_map(|tool| tool["name"].as_str()).collect()
}

#[tokio::test(start_paused = true)]
async fn schemas_of_other_handlers_are_repaired_or_their_tools_left_out() {
    let object = || json!({ "type": "object" });
    let long = "x".repeat(130);
    let session = Raw::session(
        "my lab",
        &[
            ("fine", object(), Value::Null),
            ("untyped", json!({}), Value::Null),
            ("either", json!({ "type": ["object", "null"] }), Value::Null),
            (
                "any_field",
                json!({ "type": "object", "properties": { "a": true, "b": false } }),
                Value::Null,
            ),
            (
                "nameless",
                json!({ "type": "object", "required": true, "properties": [] }),
                Value::Null,
            ),
            ("list_output", object(), json!({ "type": "array" })),
            ("any_output", object(), json!({ "type": "object", "properties": { "a": true } })),
            ("text_input", json!({ "type": "string" }), Value::Null),
            ("list_input", json!({ "type": "array" }), Value::Null),
            ("a.b", object(), Value::Null),
            ("a_b", object(), Value::Null),
            ("fine", object(), Value::Null),
            (" ", object(), Value::Null),
            (&long, object(), Value::Null),
        ],
    );
    let left_out = session.manifest().await.unwrap().left_out;
    let tools = tools(&session).await;
    let expected =
        ["fine", "untyped", "either", "any_field", "nameless", "list_output", "any_output", "a.b"];
    assert_eq!(names(&tools), expected);
    assert!(tools.iter().all(is_accepted), "{tools:?}");
    assert_eq!(left_out.len(), 6, "{left_out:?}");
    assert_eq!(
        left_out[0],
        "the tool `text_input` has an input schema of the type `string`, not `object`"
    );
    assert!(
        left_out[2].contains("`a_b` is known to the model as `mcp__my_lab__a_b`"),
        "{left_out:?}"
    );
    assert!(left_out[5].contains("at most 128 characters"), "{left_out:?}");
}

#[tokio::test(start_paused = true)]
async fn a_schema_of_ones_own_gets_the_whole_object() {
    let schema =
        json!({ "type": "object", "properties": { "kind": true, "r": { "type": "number" } } });
    let schema: JsonObject = schema.as_object().unwrap().clone();
    let tool = Tool::new("area", "A.", |shape: Shape| async move { format!("{shape:?}") });
    let server = Server::builder("s", "1").add(tool.input_schema(schema));
    let session = Session::new("s", server.build());
    assert!(is_accepted(&tools(&session).await[0]));
    let result = call(&session, 1, "area", json!({ "kind": "circle", "r": 1.0 })).await;
    assert_eq!(text(&result), "Circle { r: 1.0 }");
}
