//! Options about typed answers.

use claude_mcp::schemars::JsonSchema;

use super::schema::Shape;
use crate::options::Options;

/// # Typed answers
///
/// With the feature `json`.
impl Options {
    /// Has every answer of the session be of this type: the CLI gets the schema at the start and
    /// has the model answer through a tool for it.
    ///
    /// For a [`Client`](crate::Client) whose answers are all of one type, read by
    /// [`Client::ask_json`](crate::Client::ask_json). [`PendingQuery::json`](crate::PendingQuery::json) does this by
    /// itself.
    #[must_use]
    pub fn output_schema_of<T: JsonSchema>(mut self) -> Self {
        self.json_schema = Some(Shape::of::<T>().raw());
        self
    }

    /// How often an answer that is not of the type is asked for again, in the same session. 1; with
    /// 0 it is not.
    #[must_use]
    pub fn json_repairs(mut self, times: u32) -> Self {
        self.json_repairs = times;
        self
    }
}
