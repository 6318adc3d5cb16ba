//! Tools: typed inputs and outputs of tool calls.

mod typed;
mod call;

pub use call::Tool;
