//! Options about typed answers.

use schemars::JsonSchema;

use super::schema::Shape;
use crate::options::Options;

/// # Typed answers
///
/// With the feature `json`.
impl Options {
    /// Sets the type of all answers of the session. The CLI gets its schema at the start, and has
    /// the model answer through a tool.
    ///
    /// Use it for a [`Client`](crate::Client) whose answers have one type and are read with
    /// [`Client::ask_json`](crate::Client::ask_json).
    /// [`PendingQuery::json`](crate::PendingQuery::json) sets it by itself.
    #[must_use]
    pub fn output_schema_of<T: JsonSchema>(mut self) -> Self {
        self.json_schema = Some(Shape::of::<T>().raw());
        self
    }

    /// Sets how often an answer that does not match is requested again in the same session. The
    /// default is 1; 0 turns it off.
    #[must_use]
    pub fn json_repairs(mut self, times: u32) -> Self {
        self.json_repairs = times;
        self
    }
}
