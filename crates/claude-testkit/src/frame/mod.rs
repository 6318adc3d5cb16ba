//! The lines that the CLI writes, as structs whose fields stand in the CLI's order.
//!
//! They exist to be serialised, by the engine and by nobody else: what reads the wire is `claude-types`. The order
//! and the presence of fields were taken from recordings of CLI 2.1.329.

mod catalog;
mod control;
mod id;
mod line;
mod message;
mod request;
mod result;
mod stream;
mod system;
mod task;

pub(crate) use catalog::{DEFAULT_MODEL, TOOLS, VERSION, resolve};
pub(crate) use control::{ControlRequest, ControlResponse, Initialized, cancel};
pub(crate) use id::{api_id, uuid};
pub(crate) use line::line;
pub(crate) use message::{
    Agent, Assistant, Block, Content, Decision, ReplayedUser, ToolMeta, User, UserBlock,
};
pub(crate) use request::{CanUseTool, HookCallback, HookInput, McpMessage};
pub(crate) use result::{Denial, ResultFrame, Totals};
pub(crate) use stream::{ApiEvent, Delta, StreamEvent, Usage, empty_object};
pub(crate) use system::{CommandLifecycle, Init, McpServer, System};
pub(crate) use task::{Task, TaskEvent};
