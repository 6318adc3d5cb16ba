//! State: what the session is doing, as values that can be watched and awaited.
//!
//! Four values: the session state, the progress of each prompt, the task tree, and stalls. They are
//! computed from facts that are passed in, together with the time: no file here performs IO or
//! reads a clock. The facts are collected in `driver/activity.rs`, and the handle to the tasks is
//! in `connection/tasks.rs`.
//!
//! Begin with `value.rs` and `main_thread.rs`.

mod value;
mod cell;
mod main_thread;
pub(crate) mod tool_scan;
mod stall;
mod state_frames;
mod scope;
mod progress;
mod task_table;
mod task_cell;

pub(crate) use cell::StateCell;
pub use cell::StateWatch;
pub(crate) use main_thread::{MainThread, StateInputs};
pub(crate) use progress::Reporter;
pub use progress::{Progress, ProgressWatch, PromptPhase, Timings};
pub(crate) use scope::{changed, is_over};
pub use stall::{Recovery, Stall, StallPolicy, StallWatch};
pub(crate) use stall::{SilenceKind, Watchdog};
pub use state_frames::StateFrames;
pub(crate) use task_cell::TaskCell;
pub(crate) use task_table::names;
pub use task_table::{Task, TaskTree};
pub use value::{Phase, State};
