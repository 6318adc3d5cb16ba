//! Typed inputs and outputs of the tools that come with the CLI.
//!
//! Messages keep the input of a tool call as it came ([`Raw`]): the set of tools is open, and most
//! calls are never looked into. This module turns an input, or an output, into its type when asked.
//! Which tool has which fields is in the generated `tool_*` modules.
//!
//! Tools of MCP servers have inputs of their own: read them with [`Raw::parse`].
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

/// Gives each type that holds a tool call the methods to read its input.
macro_rules! tool_calls {
    ($($name:ident { $call:ident: $tool:expr, $input:expr })*) => {$(
        impl $name {
            /// Tells whether the call is one of the tool with this input, under any of its names.
            #[must_use]
            pub fn is<T: ToolInput>(&self) -> bool {
                let $call = self;
                names::<T>($tool)
            }

            /// Reads the input as that of a tool, without a look at the tool's name.
            ///
            /// Fields that the type does not know go to its `extra`, and so do optional ones of an
            /// odd shape.
            ///
            /// # Errors
            ///
            /// A field that the input cannot do without is missing or has another shape; this is
            /// how a call that the model got wrong looks, too.
            pub fn input_as<T: ToolInput>(&self) -> Result<T, DecodeError> {
                let $call = self;
                $input.parse_as(T::TOOL)
            }

            /// Reads the input if the call is one of this tool; `None` if it is another's.
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

/// Gives each type that holds what a tool gave back the method to read it.
macro_rules! tool_outputs {
    ($($name:ident: $output:ident)*) => {$(
        impl $name {
            /// Reads what the tool gave back.
            ///
            /// The tool's name is not looked at.
            ///
            /// # Errors
            ///
            /// There is no output, or it is no output of this tool. The output of a call that
            /// failed is a text.
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

/// Outputs that are no structs, for which the schema has no place to say whose they are.
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
