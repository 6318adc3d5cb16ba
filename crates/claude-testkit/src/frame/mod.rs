//! Frames: the lines that the CLI writes, as structs with fields in the order of the CLI.
//!
//! Only the engine uses them, to serialize; `claude-types` reads the protocol. The order and the
//! presence of fields are those of recordings of CLI 2.1.329.

mod attachment;
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

pub(crate) use attachment::Attachment;
pub(crate) use catalog::{DEFAULT_MODEL, OTHER_TOOLS, TOOLS, VERSION, catalog, resolve};
pub(crate) use control::{ControlRequest, ControlResponse, Initialized, cancel};
pub(crate) use id::{api_id, uuid};
pub(crate) use line::line;
pub(crate) use message::{
    Agent, Assistant, Block, Content, Decision, ReplayedUser, ToolMeta, User, UserBlock,
};
pub(crate) use request::{CanUseTool, Effort, HookCallback, HookInput, McpMessage};
pub(crate) use result::{Denial, ResultFrame, Totals, cost};
pub(crate) use stream::{ApiEvent, Delta, StreamEvent, Usage, empty_object};
pub(crate) use system::{CommandLifecycle, Init, McpServer, System};
pub(crate) use task::{Task, TaskEvent};
