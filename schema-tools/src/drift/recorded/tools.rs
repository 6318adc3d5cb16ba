//! Tools: fields that the schema keeps raw, but has a type for: inputs and outputs of tools, the
//! response to `initialize`, and mirrored lines of session files. Another field decides which type
//! it is.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::walk::Walk;

/// The calls of one recording by their IDs: the tool, and its input as the model wrote it.
#[derive(Default)]
pub(super) struct Calls(BTreeMap<String, (String, Value)>);

/// The request ID of `initialize` in the recordings, which contain only lines of the CLI.
const INITIALIZE: &str = "init";

impl Walk<'_> {
    /// Checks the raw fields of an object.
    pub(super) fn inside(&mut self, name: &str, object: &Map<String, Value>) {
        let text = |key: &str| object.get(key).and_then(Value::as_str);
        if let ("TranscriptMirrorMessage", Some(Value::Array(lines))) =
            (name, object.get("entries"))
        {
            lines.iter().for_each(|line| self.value("TranscriptLine", line, "transcript"));
        } else if name == "ToolUseBlock" {
            if let (Some(id), Some(tool), Some(input)) =
                (text("id"), text("name"), object.get("input"))
            {
                self.calls.0.insert(id.to_owned(), (tool.to_owned(), input.clone()));
            }
        } else if name == "ControlSuccess" && text("request_id") == Some(INITIALIZE) {
            if let Some(response) = object.get("response") {
                self.value("InitializeResponse", response, "ControlSuccess.response");
            }
        } else if let Some(id) = succeeded(object) {
            let output = object.get("tool_use_result").or_else(|| object.get("toolUseResult"));
            if let Some((tool, input)) = self.calls.0.get(id).cloned() {
                self.tool(&tool, Some(&input), output);
            }
        } else if let Some(tool) = text("tool_name") {
            let input = object.get("tool_input").or_else(|| object.get("input"));
            self.tool(tool, input, object.get("tool_response"));
        }
    }

    fn tool(&mut self, tool: &str, input: Option<&Value>, output: Option<&Value>) {
        let input = input.filter(|input| input.get("__unparsedToolInput").is_none());
        if let (Some(type_), Some(input)) = (self.model.tool_input(tool), input) {
            self.value(type_, input, type_);
        }
        // An output that a hook replaced may be any value.
        let output = output.filter(|output| !output.is_string());
        if let (Some(type_), Some(output)) = (self.model.tool_output(tool), output) {
            self.value(type_, output, type_);
        }
    }
}

/// Returns the tool call whose result a user message contains. The CLI refuses invalid calls of the
/// model, so they show nothing about the tool.
fn succeeded(message: &Map<String, Value>) -> Option<&str> {
    let blocks = message.get("message")?.get("content")?.as_array()?;
    let failed = |block: &&Value| block.get("is_error").is_some_and(|error| error == true);
    let good = blocks.iter().find(|block| block.get("tool_use_id").is_some() && !failed(block));
    good?.get("tool_use_id")?.as_str()
}
