//! Typed tool calls: decodes the input or output of a tool of the CLI as its type.
//!
//! Messages keep the input of a tool call as raw JSON ([`Raw`]), because the set of tools is open
//! and most inputs are not read. The types of inputs and outputs are in the generated `tool_*`
//! modules.
//!
//! The inputs of MCP tools have other types. Read them with [`Raw::parse`].
//!
//! # Examples
//!
//! ```
//! use claude_types::{BashInput, Raw, ToolUseBlock};
//!
//! let input = Raw::from_text(r#"{"command": "ls"}"#)?;
//! let call = ToolUseBlock::new("toolu_1", "Bash", input);
//! assert!(call.is::<BashInput>());
//! assert_eq!(call.input_as::<BashInput>()?.command, "ls");
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```

use crate::error::DecodeError;
use crate::generated::{
    AgentOutput, BatchedToolCall, CanUseToolRequest, DeferredToolUse, ListedMcpResource,
    PermissionDenial, PermissionDeniedInput, PermissionRequestInput, PostToolUseFailureInput,
    PostToolUseInput, PreToolUseInput, ReadOutput, RefreshedMcpServer, ToolUseBlock, UserLine,
    UserMessage,
};
use crate::values::Raw;
use crate::wire::{ToolInput, ToolOutput};

/// Implements the methods that read the input of a tool call, for each type that contains one.
macro_rules! tool_calls {
    ($($name:ident { $call:ident: $tool:expr, $input:expr })*) => {$(
        impl $name {
            /// Returns whether this is a call of the tool of `T`, under any of its names.
            #[must_use]
            pub fn is<T: ToolInput>(&self) -> bool {
                let $call = self;
                names::<T>($tool)
            }

            /// Decodes the input as a type, without checking the name of the tool.
            ///
            /// Unknown fields, and optional fields with a value of an unexpected type, are kept in
            /// `extra`.
            ///
            /// # Errors
            ///
            /// [`DecodeError`] if a required field is missing or has a value of another type. An
            /// invalid call of the model is an example.
            pub fn input_as<T: ToolInput>(&self) -> Result<T, DecodeError> {
                let $call = self;
                $input.parse_as(T::TOOL)
            }

            /// Decodes the input, or returns `None` if this is a call of another tool.
            #[must_use]
            pub fn try_input<T: ToolInput>(&self) -> Option<Result<T, DecodeError>> {
                self.is::<T>().then(|| self.input_as())
            }
        }
    )*};
}

tool_calls! {
    ToolUseBlock { call: &call.name, &call.input }
    CanUseToolRequest { call: &call.tool_name, &call.input }
    PermissionDenial {
        call: call.tool_name.as_deref().unwrap_or_default(), or_null(call.tool_input.as_ref())
    }
    DeferredToolUse { call: &call.name, &call.input }
    PreToolUseInput { call: &call.tool_name, &call.tool_input }
    PostToolUseInput { call: &call.tool_name, or_null(call.tool_input.as_ref()) }
    PostToolUseFailureInput { call: &call.tool_name, or_null(call.tool_input.as_ref()) }
    BatchedToolCall { call: &call.tool_name, or_null(call.tool_input.as_ref()) }
    PermissionRequestInput { call: &call.tool_name, &call.tool_input }
    PermissionDeniedInput { call: &call.tool_name, or_null(call.tool_input.as_ref()) }
}

/// Implements the method that reads the output of a tool, for each type that contains one.
macro_rules! tool_outputs {
    ($($name:ident: $output:ident)*) => {$(
        impl $name {
            /// Decodes the output as a type, without checking the name of the tool.
            ///
            /// # Errors
            ///
            /// [`DecodeError`] if there is no output, or if it does not fit the type `T`. The
            /// output of a failed call is a text.
            pub fn tool_output_as<T: ToolOutput>(&self) -> Result<T, DecodeError> {
                or_null(self.$output.as_ref()).parse_as(T::TOOL)
            }
        }
    )*};
}

tool_outputs! {
    UserMessage: tool_use_result
    UserLine: tool_use_result
    PostToolUseInput: tool_response
}

/// Implements `ToolOutput` for outputs that are not structs. The schema names tools of structs
/// only.
macro_rules! outputs_of {
    ($($output:ty: $tool:literal, $aliases:expr;)*) => {$(
        impl ToolOutput for $output {
            const TOOL: &'static str = $tool;
            const ALIASES: &'static [&'static str] = &$aliases;
        }
    )*};
}

outputs_of! {
    AgentOutput: "Agent", ["Task"];
    ReadOutput: "Read", [];
    Vec<ListedMcpResource>: "ListMcpResourcesTool", ["ListMcpResources"];
    Vec<RefreshedMcpServer>: "RefreshMcpTools", [];
}

fn names<T: ToolInput>(tool: &str) -> bool {
    tool == T::TOOL || T::ALIASES.contains(&tool)
}

fn or_null(raw: Option<&Raw>) -> &Raw {
    raw.unwrap_or(&Raw::NULL)
}
