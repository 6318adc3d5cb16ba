//! Tools: typed inputs and outputs of the tools of the CLI.

mod typed;
mod call;

pub use call::Tool;
