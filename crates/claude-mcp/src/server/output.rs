//! Tool output: the types that a tool may return.

use std::fmt::Display;
use std::sync::Arc;

use rmcp::handler::server::tool::schema_for_output;
use rmcp::model::{CallToolResult, ContentBlock, JsonObject};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::arguments::spell_out;

/// A value that a tool returns.
///
/// One of these:
///
/// - Text, a number, a `bool`, or `()` for no content.
/// - Content blocks: text, images, links to resources.
/// - Data with a schema ([`Json`]).
/// - A complete [`CallToolResult`].
/// - A `Result` of these. Its error becomes the text of a failed call, which the model reads.
///
/// # Examples
///
/// ```
/// use claude_mcp::{NoArgs, Tool};
///
/// // An error becomes a failed result, which the model reads.
/// let tool = Tool::new("time", "Returns the time.", |_: NoArgs| async {
///     Err::<String, _>("the clock is not set")
/// });
/// assert_eq!(tool.name(), "time");
/// ```
pub trait ToolOutput {
    /// Returns the schema of the structured content. `None` if there is none.
    #[must_use]
    fn schema() -> Option<Arc<JsonObject>> {
        None
    }

    /// Converts the value into the result of the call.
    fn into_result(self) -> CallToolResult;
}

/// Data with a schema.
///
/// The client gets it as structured content, with its schema in the list of tools. The model gets its JSON text.
/// Structured content is an object: other data, such as a list, is sent as text only. The schema is listed if it is
/// of the type `object`, because the CLI drops the whole list of a server over another one.
///
/// # Examples
///
/// ```
/// use claude_mcp::{Json, NoArgs, Tool};
///
/// let tool = Tool::new("status", "Returns the status.", |_: NoArgs| async {
///     Json(serde_json::json!({ "ready": true }))
/// });
/// assert_eq!(tool.name(), "status");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a wrapper around one value")]
pub struct Json<T>(pub T);

impl<T: Serialize + JsonSchema + 'static> ToolOutput for Json<T> {
    fn schema() -> Option<Arc<JsonObject>> {
        object_schema(&schema_for_output::<T>())
    }

    fn into_result(self) -> CallToolResult {
        match serde_json::to_value(self.0) {
            Ok(value @ Value::Object(_)) => CallToolResult::structured(value),
            Ok(value) => ContentBlock::text(value.to_string()).into_result(),
            Err(error) => failed(&format!("the output is no JSON: {error}")),
        }
    }
}

impl<T: ToolOutput, E: Display> ToolOutput for Result<T, E> {
    fn schema() -> Option<Arc<JsonObject>> {
        T::schema()
    }

    fn into_result(self) -> CallToolResult {
        match self {
            Ok(output) => output.into_result(),
            Err(error) => failed(&error.to_string()),
        }
    }
}

impl ToolOutput for CallToolResult {
    fn into_result(self) -> CallToolResult {
        self
    }
}

impl ToolOutput for Vec<ContentBlock> {
    fn into_result(self) -> CallToolResult {
        CallToolResult::success(self)
    }
}

impl ToolOutput for ContentBlock {
    fn into_result(self) -> CallToolResult {
        CallToolResult::success(vec![self])
    }
}

impl ToolOutput for () {
    fn into_result(self) -> CallToolResult {
        CallToolResult::success(Vec::new())
    }
}

macro_rules! text {
    ($($type:ty)*) => {$(
        impl ToolOutput for $type {
            fn into_result(self) -> CallToolResult {
                ContentBlock::text(self.to_string()).into_result()
            }
        }
    )*};
}

text! { String &str Box<str> bool f32 f64 i32 i64 u32 u64 usize }

/// Returns a schema in the form that the CLI accepts; `None` if it is not of the type `object`.
fn object_schema(schema: &JsonObject) -> Option<Arc<JsonObject>> {
    if schema.get("type").is_none_or(|of| of != "object") {
        return None;
    }
    let mut schema = schema.clone();
    spell_out(&mut schema);
    Some(Arc::new(schema))
}

/// Returns a failed call, whose text the model reads.
pub(crate) fn failed(text: &str) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(text)])
}
