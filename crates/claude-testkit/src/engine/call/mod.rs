//! Calls: tool calls of the model, from the hooks before them to what follows.
//!
//! Next: `running_call.rs` (the state), `stages.rs` (the order), then `missing_tool.rs`, `subagent.rs`,
//! `limits.rs` and `echo.rs`.

mod echo;
mod limits;
mod missing_tool;
mod running_call;
mod stages;
mod subagent;

pub(super) use running_call::{Body, Call, CallStage, Permit, parse, raw};
pub(super) use subagent::{AgentStage, Subagent};
